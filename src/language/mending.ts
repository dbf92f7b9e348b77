import { distance } from 'fastest-levenshtein';
import type { Token } from './tokens.ts';
import { MISSPELT_MOST, NOT_MISSPELT } from './words.ts';

/** What a misspelt word may have been meant for, and the words that are right as they stand. */
export interface Spelling {
  readonly known: ReadonlySet<string>;
  readonly meant: readonly string[];
}

const SHORTEST_MENDED = 5;
const SHORTEST_TWO_OFF = 8;
/** Beyond these, unknown words are left as they are: they are somebody's prose. */
const MOST_MENDED = 30;

const nearest = (word: string, meant: readonly string[]): string | undefined => {
  let best: string | undefined;
  let off = word.length >= SHORTEST_TWO_OFF ? 3 : 2;
  for (const one of meant) {
    if (one[0] !== word[0] || Math.abs(one.length - word.length) >= off) continue;
    const away = distance(word, one);
    if (away < off) [best, off] = [one, away];
  }
  return best;
};

/** Unknown words of five letters or more that are one letter off a word that is meant, two where they are long. */
export const mendedIn = (tokens: readonly Token[], { known, meant }: Spelling): ReadonlyMap<number, string> => {
  const mended = new Map<number, string>();
  let tried = 0;
  for (const [at, { kind, word }] of tokens.entries()) {
    if (kind !== 'word' || word.length < SHORTEST_MENDED || known.has(word)) continue;
    tried += 1;
    if (tried > MOST_MENDED) break;
    const owner = word.endsWith('s') && meant.includes(word.slice(0, -1)) ? word.slice(0, -1) : undefined;
    const one = owner ?? nearest(word, meant);
    if (one !== undefined) mended.set(at, one);
  }
  return mended;
};

/** What people shorten by hand, each with the word it stands for. */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  `rng range|tmrw tomorrow|tmw tomorrow|std standard|sm small|smol small|smll small|lg large|lge large|dn down|wo without|ea each|tgt target|tgts targets|disc discount|publ published|pub published|unch unchanged|betw between|btw between|cov coverage|
  avg average|prev previous|curr currently|diff difference|diffs differences|incl including|excl excluding|hist history|mtgs meetings|mtg meeting|intermtg unscheduled|floaters floating|lev leverage|assump assumptions|assumps assumptions|
  calc computed|calcs computed|interm unscheduled|vs versus|mths months|mth month|wks weeks|dbl double|dbld doubled|trpl triple|opp opposite|proj projections|projs projections|cf compare|resp respectively|nos numbers`
    .split('|')
    .map((pair) => pair.trim().split(' '))
    .filter((pair) => pair.length === 2)
    .map(([short, meant]) => [short as string, meant as string]),
);

/** Words that are typed without their vowels: `rng`, `lvl`, `tht`, `agn`. */
const WITHOUT_VOWELS: ReadonlyMap<string, string> = new Map(
  `range ranges level levels again from float floating floats floater that them then this when what which where who with round large larger small smaller target between after before market
  markets double company companies bullish bearish views view ratio russell report brief weekday weekdays percent point points quarter month months week weeks today tomorrow yesterday next last
  first second third number numbers record history meeting meetings decision decisions higher lower discount premium versus change changed different remove resume cancel morning london lead hedge hedged
  share shares cash income profit margin margins without would could should about same just note notes each other back back-end please thanks instead leverage levered default original published unchanged
  compare compared coverage interest earnings average current currently hold holds held hike hikes raise raised cut cuts reverse reversed together saving savings dollars million billion year years`
    .split(/\s+/)
    .map((word) => [`${word[0]}${word.slice(1).replace(/[aeiou]/g, '')}`, word] as const)
    .filter(([bare, word]) => bare !== word && bare.length > 2)
    .reverse(),
);

/** Words of no lexicon that are short for one that is meant. */
export const lengthenedIn = (tokens: readonly Token[], known: ReadonlySet<string>): ReadonlyMap<number, string> =>
  new Map(
    tokens.flatMap(({ kind, word }, at): (readonly [number, string])[] => {
      const meant = kind === 'word' && !known.has(word) ? (SHORTENED.get(word) ?? WITHOUT_VOWELS.get(word)) : undefined;
      return meant === undefined ? [] : [[at, meant]];
    }),
  );

const SIZED = /^(?:\d+(?:\.\d+)?|\w+ty|five|ten|hundred|quarter|qtr|half|points?|bps?|beeps)$/;
const GOES_ON = /^(?:against|vs?|versus|or|and|then|[,;:.!?/)])$/;
/** What comes before in the same part says which way, or that something is on already. */
const TURNED =
  /\b(?:cuts?|hikes?|lowers?|raises?|off|up|down|turn|still|ebitda|income) (?:(?!and|or|vs?|against|then)[\w.%]+ ){1,3}$/;

/** `fifty off, twenty five on`, `big one: 50 on`: what is put on a rate, where nothing else says which way. */
export const upwardIn = (tokens: readonly Token[]): ReadonlyMap<number, string> =>
  new Map(
    tokens.flatMap(({ word }, at): (readonly [number, string])[] => {
      const isSized =
        word === 'on' && SIZED.test(tokens[at - 1]?.word ?? '') && GOES_ON.test(tokens[at + 1]?.word ?? ',');
      if (!isSized) return [];
      const before = tokens.slice(0, at).map((one) => `${one.word} `);
      return !TURNED.test(before.join('')) ? [[at, 'upwards']] : [];
    }),
  );

const PAIRED_SIZES =
  /^of (?:\d+ s|quarters|halves|\w+(?:ties|fives)|(?:\d+(?: bps?)?|(?:quarter|half) - point|(?:quarter|half) point) (?:cuts|hikes|moves))\b/;
/** What stands for a number of moves or for its times, behind three words and @, and the words that it comes to. */
const COUNTED: readonly (readonly [said: RegExp, words: string])[] = [
  [/(?:\d|two|three|four|five|six) @ (back (?:- )?to (?:- )?back|successive) (?:\d|quarter|half|cuts|hikes|moves)/, ''],
  [
    /(?<!(?:\d|two|three|four|five|six) )@ (back (?:- )?to (?:- )?back) (?:\d+ s\b|(?:\d+ )?(?:bps? )?(?:quarters|cuts|hikes|moves)\b)/,
    'two',
  ],
  [/@ (both) (?:(?:the|these|those) )?meetings\b/, 'two'],
  [/@ (both of the next) meetings\b/, 'the next two'],
  [/(?:\d|two|three|four|five|six) @ (lots|rounds|goes|doses) of (?:\d|an? |quarter|half)/, 'moves'],
  [/(?:cuts|hikes|moves) @ (in a row|on the trot|running) (?:of|at) \d/, ''],
  [/\bat \w+ meetings @ (in a row|on the trot|running)\b/, ''],
];

/** What is said of all or none of a debt, words apart by spaces, and what behind it says that it floats. */
const SHARE =
  /^((?:every (?:last |single )?(?:cent|penny|dollar|bit)|none) of) (?:(?:the|its|their|his|all|our|that|it|small\S*|big|large\S*|little|one|company|firm|debt|borrowing|loans?|was|is|were|are|be|on) ){0,6}(?:floats?|floated|floating|variable)\b/;

const COUNTS = /^(?:couple|pair|every|none|back|both|lots|rounds|goes|doses|in|on|running|successive)$/;

/** `a couple of 25s`, `back to back 25s`: two of them; `every cent of its debt floats`: 100% of it. */
export const withNumbers = (tokens: readonly Token[]): readonly Token[] => {
  const told = new Map<number, Partial<Token> | undefined>();
  for (const [at, { word }] of tokens.entries()) {
    if (!COUNTS.test(word) || told.has(at)) continue;
    const said = tokens.slice(at, at + 10).map((one) => one.word);
    const before = tokens.slice(Math.max(at - 3, 0), at).map((one) => one.word);
    const text = `${before.join(' ')} @ ${said.join(' ')}`;
    for (const [counted, words] of COUNTED) {
      const found = counted.exec(text)?.[1]?.split(' ') ?? [];
      const fresh = words.split(' ');
      for (const next of found.keys()) told.set(at + next, fresh[next] ? { word: fresh[next] } : undefined);
    }
    if (PAIRED_SIZES.test(said.slice(1).join(' '))) told.set(at, { word: 'two' });
    const whole = SHARE.exec(said.join(' '))?.[1]?.split(' ');
    if (!whole) continue;
    told.set(at, { kind: 'number', word: word === 'none' ? '0' : '100' });
    told.set(at + 1, { kind: 'sign', word: '%' });
    for (let next = at + 2; next < at + whole.length; next += 1) told.set(next, { word: 'of' });
  }
  if (told.size === 0) return tokens;
  return tokens.flatMap((token, at) => (told.has(at) && !told.get(at) ? [] : [{ ...token, ...told.get(at) }]));
};

const FARTHEST_NEAR = 0.5;

/** What words are near to in spelling, nearest first; none of which more than half would have to change. */
export const nearestTo = (words: string, among: readonly string[]): readonly string[] =>
  among
    .map((meant) => ({ meant, off: distance(words, meant) / Math.max(words.length, meant.length) }))
    .filter(({ off }) => off <= FARTHEST_NEAR)
    .sort((one, other) => one.off - other.off)
    .map(({ meant }) => meant);

const SHORTEST_LEFT_OUT = 5;

/** Each misspelling with what it is one of: two letters swapped, one doubled, and in longer words one left out. */
const MISSPELT: ReadonlyMap<string, string> = new Map(
  MISSPELT_MOST.flatMap((word) => {
    const at = Array.from({ length: word.length }, (_, one) => one);
    const swapped = at
      .slice(1, -1)
      .map((one) => `${word.slice(0, one)}${word[one + 1]}${word[one]}${word.slice(one + 2)}`);
    const doubled = at.map((one) => `${word.slice(0, one)}${word[one]}${word.slice(one)}`);
    const without =
      word.length < SHORTEST_LEFT_OUT ? [] : at.slice(1).map((one) => `${word.slice(0, one)}${word.slice(one + 1)}`);
    return [...swapped, ...doubled, ...without]
      .filter((one) => !MISSPELT_MOST.includes(one) && !NOT_MISSPELT.has(one))
      .map((one) => [one, word] as const);
  }).reverse(),
);

/** The tokens with words that are none read as the one that was meant. */
export const withMeant = (tokens: readonly Token[], known: ReadonlySet<string>): readonly Token[] =>
  tokens.map((token) => {
    const meant = token.kind === 'word' && !known.has(token.word) ? MISSPELT.get(token.word) : undefined;
    return meant === undefined ? token : { ...token, word: meant };
  });
