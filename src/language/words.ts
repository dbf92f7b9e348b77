import { phrasesIn, words as phrasesOfWords, type Said, type Tables } from './lexicon.ts';
import words from './words.json' with { type: 'json' };

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(phrasesIn(phrasesOfWords(lines.join(' '))));

/** Words without a subject of their own: they neither give nor deny a number its meaning. */
export const FUNCTION_WORDS = setOf(words.function);
/** Words of rates, companies and offices that may stand around a move: harmless where a unit and a direction stand together. */
export const HARMLESS_WORDS = setOf(words.harmless);
/** Those of either that change what is asked: nothing that passes over one of them is all that is said. */
export const TELLING_WORDS = setOf(words.telling);
/** Words that stand in nearly every sentence of a language, without their accents, and those of its money markets. */
export const TONGUE_WORDS: Readonly<Record<keyof typeof words.tongues, readonly string[]>> = words.tongues;
/** What questions are asked with most: nobody means to type it with two letters swapped, doubled or left out. */
export const MISSPELT_MOST: readonly string[] = words.misspelt.join(' ').split(' ');
/** Words of their own, and no such misspellings. */
export const NOT_MISSPELT: ReadonlySet<string> = new Set(words.notMisspelt.join(' ').split(' '));
/** Verbs that take out what is named behind them, as the alternatives of an expression: `drop`, `leave out`. */
export const OMITTING = words.omitting.join('|');
/** The commonest words of English prose: more than a third of what is written in it. */
export const ENGLISH_PROSE: ReadonlySet<string> = new Set(words.englishProse.join(' ').split(' '));

const { rates, companies, others } = words;
const each = (said: string): readonly string[] => said.split(' ');

/** Every adjective with every noun: `the little fella`. */
const named = (adjectives: string, nouns: string): Said =>
  each(adjectives).flatMap((adjective) =>
    each(nouns).flatMap((noun) => [`${adjective} ${noun}`, `${adjective} cap ${noun}`]),
  );

const NOUNS = `cap company co corp corporation firm guy one fella fellow lad bloke battler chap boy dude name player fish corp fry brother entity guys mob lot outfit yin lads issuer borrower debtor operation shop`;
/** `the smaller of the two`. */
const ofTwo = (adjectives: string): readonly string[] =>
  each(adjectives).flatMap((one) =>
    ['the two', 'the pair', 'both', 'them', 'these two', 'the two firms', 'the two companies'].map(
      (two) => `${one} of ${two}`,
    ),
  );
const PLURALS = 'caps companies firms cos names ones';

/** `your two made-up mobs`. */
const BOTH = each('two both').flatMap((both) =>
  ['', 'made up ', 'example ', 'pretend ', 'invented '].flatMap((kind) =>
    each('mobs outfits shops firms companies cos businesses').map((noun) => `${both} ${kind}${noun}`),
  ),
);

/** `small or big`, `big n small`: both of them, put side by side. */
const PAIRED = 'small|small cap|smallcap|little|wee|small one|smalls'
  .split('|')
  .flatMap((small) =>
    'big|large|large cap|largecap|big one|large one|larges'
      .split('|')
      .flatMap((large) =>
        'or|n|and|&|/|and the|or the'
          .split('|')
          .flatMap((join) => [`${small} ${join} ${large}`, `${large} ${join} ${small}`]),
      ),
  );

/** `NI zero`, `earns nothing`: no profit and no loss. */
const NO_INCOME = [
  ...'net income|ni|income|earnings|profit|profits|net profit|bottom line'
    .split('|')
    .flatMap((income) => [
      `zero ${income}|nil ${income}`,
      ...'zero|nil|nought|nothing|of zero|of nil|is zero|is nil|is nothing|was zero|at zero|to zero|would be zero'
        .split('|')
        .map((zero) => `${income} ${zero}`),
    ]),
  'earns nothing|earns nowt|earns zero|earns no money|makes no money|makes no profit|makes zero profit',
];

/** `what cut`, `which fed hike`. */
const ASKED = ['what', 'which', 'what fed', 'which fed'].flatMap((ask) =>
  each('cut hike move reduction increase rise drop change').map((noun) => `${ask} ${noun}`),
);

/** Each of some verbs with each of some objects: `bin that last change`. */
const done = (verbs: string, objects: string): Said =>
  verbs.split('|').flatMap((verb) => objects.split('|').map((object) => `${verb} ${object}`));

/** What the last change is called when it is taken back, and all that was changed. */
const LAST =
  'that|this|that one|that last one|that last bit|that change|the last change|that last change|my last change';
const ALL_CHANGES =
  'all changes|all my changes|all of my changes|any changes|my changes|those changes|these changes|the changes|all the changes|every change|my tweaks|all my tweaks|all tweaks|my inputs|all my inputs|my assumptions|all my assumptions|all assumptions|everything i changed';
const NOTED = [
  ...done(
    'the original|the default|the standard|the published|the usual|your usual|your own|the notes own',
    'numbers|assumptions|inputs|figures|settings|parameters|mix|values',
  ),
  'factory settings|as in the note|like in the note|as it was at first|as it was in the beginning|use default values|default values|restore default values|restore the defaults|restore defaults|restore the original assumptions|standard case|the standard case|plain vanilla|all as before|discard my changes|vanilla again|plain vanilla again|back to square one|square one|no changes to the inputs',
];

/** The Fed and moves of its rate; the two example companies, their assumptions and what is asked of the model; other subjects. */
export const TABLES: Tables = {
  ...rates,
  undo: {
    ...rates.undo,
    none: 'go back to the first|go back to my first|go back to the start|go back to the beginning|go back to the top|go back to the original',
    undo: [
      ...done(
        'bin|ditch|delete|remove|cancel|kill|lose|strike|disregard|skip|chuck|wipe|unwind|nvm|nevermind|reverse',
        LAST,
      ),
      'throw that out|throw that away|throw it out|chuck it out|back to the one before|the one before|ctrl + z|as it was a moment ago|like it was before|how it was a moment ago|before that change|without that last change|without that change|without the last change|not that change',
      ...rates.undo.undo,
    ],
  },
  reset: {
    ...rates.reset,
    reset: [
      ...done(
        'drop|remove|scrap|forget|undo|wipe|clear|lose|ditch|bin|cancel|delete|without|ignore|reverse|take out|take away|throw out',
        ALL_CHANGES,
      ),
      ...NOTED,
      ...rates.reset.reset,
    ],
  },
  ...companies,
  company: {
    small: [
      ...ofTwo('small smaller lesser littler smallest'),
      ...companies.company.small,
      ...named('small smaller little tiny teeny wee weer smol lil', NOUNS),
    ],
    large: [
      ...ofTwo('big bigger large larger largest biggest'),
      ...companies.company.large,
      ...named('large larger big bigger huge giant mega chonky fat massive', NOUNS),
    ],
    smalls: [companies.company.smalls, ...named('small smaller little', PLURALS)],
    larges: [companies.company.larges, ...named('large larger big bigger mega', PLURALS)],
    both: [...PAIRED, ...BOTH, ...companies.company.both],
  },
  noIncome: { '0': NO_INCOME },
  wants: { ...companies.wants, size: [...ASKED, ...companies.wants.size] },
  ...others,
};
