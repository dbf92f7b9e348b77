import { type Utterance, wholeOf } from '../../language/index.ts';
import type { Library, NoteTopic, Stance } from '../../notes/index.ts';
import { type Context, noteShown } from '../context.ts';
import type { Question } from '../questions.ts';
import { exactly, type Reading } from '../reading.ts';
import type { ViewsQuestion } from './question.ts';
import { viewsOf } from './read-filters.ts';
import { claimsShown, peopleShown, sideShown } from './read-shown.ts';

/** What few words ask behind an answer of the notes, which without it would ask nothing. */

interface Shown<Kind extends Question['kind'] = Question['kind']> {
  readonly last: Extract<Question, { readonly kind: Kind }>;
  readonly library: Library;
  readonly topics: readonly NoteTopic[];
  readonly stances: readonly Stance[];
  /** The note that is named by its number alone. */
  readonly note: string | undefined;
}
type Row<Kind extends Question['kind']> = readonly [says: string, asks: (shown: Shown<Kind>) => Question | undefined];
type Rows = { readonly [Kind in Question['kind']]?: readonly Row<Kind>[] };
type Last<Kind extends Question['kind']> = Pick<Shown<Kind>, 'last'>;

const again = <Kind extends Question['kind']>({ last }: Last<Kind>): Question => last;
const whence = ({ last }: Last<'views' | 'conflicts'>): Question => ({ kind: 'source', of: last });

const NOTES: Question = { kind: 'notes' };
const EXAMPLES: Question = { kind: 'help' };
const WHAT_THIS_IS: Question = { kind: 'about', aspect: 'what' };

const SHORTER =
  'names only|only names|just (?:the )?names|(?:a |the )?(?:quick )?summary|shorter|(?:a |the )?short(?:er)? version|in short|tl ?; ?dr|tldr|say that shorter|(?:just |only )?(?:the )?(?:headline|gist|main point|key point|point|bottom line)s?|in (?:one|a) (?:line|sentence)|(?:one|a) (?:line|sentence|liner)';
const BOTH =
  '(?:is (?:it|that|he|she) )?(?:overall )?(?:good or bad|bull or bear|bullish or bearish|for or against|positive or negative|both|both sides|which way|which side)(?: overall| on balance| in sum)?';
const COUNTED =
  'how many (?:each|of each|on each side|are there|in all)|(?:what is|whats) the (?:split|count|tally|score|breakdown)|split|tally|(?:is (?:that|this|it) )?(?:the )?consensus|(?:do )?most (?:agree|think so)|majority';

const ofNote = ({ last }: Last<'notes'>): readonly string[] => {
  const note = noteShown(last);
  return note === undefined ? [] : [note];
};
/** The same views without the page, and with a list of three where it was longer. */
const shorter = ({ last: { page: _, ...last } }: Last<'views'>): Question => ({ ...last, most: 3 });
const sameOf = ({ last: { who, topics, notes } }: Last<'views'>): ViewsQuestion => viewsOf({ who, topics, notes });

const FIGURES_SHOWN = 12;
const figuresOf = ({ last, library }: Shown<'views'>): Question | undefined => {
  const [first, ...rest] = claimsShown(last, library).flatMap(({ figures }) => figures.map(({ id }) => id));
  return first === undefined ? undefined : { kind: 'figure', figures: [first, ...rest.slice(0, FIGURES_SHOWN - 1)] };
};

const ROWS: Rows = {
  views: [
    [SHORTER, shorter],
    [BOTH, sameOf],
    [COUNTED, sameOf],
    [
      '(?:any|what|which|the|give me|headline|key|main) (?:headline |key |main )?(?:numbers?|figures?|stats|data)',
      figuresOf,
    ],
    [
      '(?:exactly )?,? ?(?:(?:i )?need it |can you |please )?(?:paraphrased?|paraphrase (?:it|that)|exactly|what exactly|quotes?|(?:(?:read|give|show|tell)(?: (?:me|us))? )?(?:(?:his|her|their|the) )?(?:exact |own )?(?:words|wording)|in quotes|details?|in detail|in full)',
      ({ last: { page: _, ...last } }) => last,
    ],
    [
      '(?:who|anyone|anybody|who else|anyone else|any others?|others?)(?: else)? (?:says?|thinks?|agrees?|said|saying|on)(?: (?:so|that|the same|it|this|his side|her side|that side|too))*',
      ({ last, library, stances }) => {
        const side = last.who ? sideShown(last, library) : undefined;
        return side && stances.length === 0 ? viewsOf({ stances: [side], topics: last.topics }) : undefined;
      },
    ],
    [
      '(?:(?:and )?(?:over )?(?:what|which|short(?: term)?|long(?: term)?|near)(?: term)? (?:horizon|time ?frame|or (?:short|long|near)(?: term)?)|by when|until when|till when|how long for)',
      again,
    ],
    [
      '(?:(?:the )?(?:strongest|best|clearest|loudest|most bullish|most bearish|most convincing)(?: (?:one|view|voice|argument|case))?|who (?:has|is|makes|got) (?:the )?(?:strongest|best|clearest|loudest|most convincing|most bullish|most bearish)(?: (?:view|case|argument|one))?|who (?:exactly|are they|are those)|(?:which|what) (?:firms?|houses?|banks?|people|of them (?:is|are) (?:a )?(?:banks?|firms?)))',
      ({ last }) => (last.who || last.claims ? undefined : last),
    ],
    ['who(?: (?:is|was) (?:it|that|this|he|she))?', again],
    [
      '(?:(?:whats|what is) )?(?:his|her|their|the) (?:firm|house|bank|name)s?',
      ({ last, library }) => (peopleShown(last, library).length > 0 ? undefined : last),
    ],
    // "not that one, the bearish bit", of the same person
    [
      '(?:not (?:that|this) (?:one|bit|part) ,? ?)?(?:just |only )?the \\w+ (?:bit|part|half|view|side)s?',
      ({ last: { who }, stances }) => (who && stances.length === 1 ? viewsOf({ who, stances }) : undefined),
    ],
    [
      'any(?:one|body|thing)? (?:.+)',
      ({ last: { page: _, claims, most: __, ...last }, topics, stances }) => {
        if (claims || last.who || topics.length + stances.length !== 1) return undefined;
        if (topics.length === 1) return last.stances ? viewsOf({ ...last, topics }) : undefined;
        return last.topics ? viewsOf({ ...last, stances }) : undefined;
      },
    ],
    [
      '(?:are|were|is|was|have) (?:they|those|these|any|any of (?:them|those)|all of them)(?: been| proved| proven| turned out)* (?:right|correct|wrong|any good)(?: so far| yet| since| in the end)?',
      ({ last: { page: _, most: __, ...last } }) => viewsOf({ ...last, expired: true }),
    ],
    ['who wrote (?:it|that|this|them)|who (?:said|says) (?:it|that)', whence],
  ],
  notes: [
    [
      '(?:(?:a |the )?summary of |open |show |what about |how about |and |ok |no |number |note |the )*[0-9]{1,3}',
      ({ note }) => (note === undefined ? undefined : { kind: 'notes', note }),
    ],
    [
      '(?:when|(?:what|which|whats the) dates?|dates?|when (?:was|were|is|are) (?:it|that|this|they|those|these)(?: from| written| dated| published)?|how old(?: are they| is it)?|how recent)',
      again,
    ],
    [
      '(?:is there |are there |do you have )?(?:(?:one|ones|any|anything|something)(?: of (?:it|them|those|that))?(?: (?:from|of|in))? (?:this year|last month|this month|2026|recent|newer|more recent))',
      () => NOTES,
    ],
    [
      'any (?:errors?|mistakes?)|anything wrong|(?:is|are) (?:it|they|that|those)(?: any)? (?:right|good|correct|reliable|accurate|ok|any good)|which (?:is|one is) (?:best|right|most reliable)|(?:what|which|any|the) (?:numbers?|figures?)',
      ({ last: { note } }) => ({ kind: 'check', ...(note && { note }) }),
    ],
    [SHORTER, again],
    [
      '(?:what are they about|show (?:them|me)|list(?: them)?|all of them|what is in (?:them|it)|whats in (?:them|it))',
      again,
    ],
    [
      `${BOTH}|(?:what is |whats )?(?:his|her|their|its|the) (?:view|stance|side|take|opinion)|is (?:he|she|it|that) (?:bullish|bearish|mixed|neutral|positive|negative|for|against)|why (?:mixed|bullish|bearish|neutral)|(?:longer|long|full) version|more(?: detail)?|(?:a )?quotes?(?: from it)?|how many claims(?: in it)?|what else`,
      (shown) => viewsOf({ notes: ofNote(shown) }),
    ],
    [
      'does (?:it|he|she) (?:mention|speak of|talk about|say anything (?:on|about)|cover) .+|(?:anything|something) (?:on|about) .+',
      (shown) => {
        const notes = ofNote(shown);
        return notes.length > 0 && shown.topics.length > 0 ? viewsOf({ notes, topics: shown.topics }) : undefined;
      },
    ],
    [
      '(?:is (?:it|that) )?(?:out of date|outdated|still (?:valid|good|true|right|current))',
      (shown) => viewsOf({ notes: ofNote(shown), expired: true }),
    ],
    ['(?:which|what|whose) (?:firm|house|bank|company|publisher|paper)', again],
    [
      '(?:(?:and )?the (?:others?|rest)|the other (?:notes|ones|four)|next(?: one)?|another(?: one)?|which others?)',
      () => NOTES,
    ],
  ],
  conflicts: [
    [
      'which (?:one )?is (?:the )?(?:newer|newest|older|oldest|latest|more recent)|whos? (?:is )?behind (?:it|that|this|them)|who says (?:that|so|what)',
      whence,
    ],
    ['explain(?: (?:that|it|this))?|is that all|is that it|in short|summary|why is that|how so', again],
  ],
  check: [
    [
      'which (?:one )?is (?:the )?(?:worst|best|biggest)|(?:so )?what (?:is|would be|was) (?:right|correct|true|the truth)|is that all|is that it|in short|summary|how so',
      again,
    ],
  ],
  about: [
    [
      '(?:such as|like what|for instance|for example|(?:an? |any |some )?examples?|what else|anything else)',
      () => EXAMPLES,
    ],
    [
      'how (?:fresh|current|recent|old)(?: is (?:it|that))?|do you (?:know|have) (?:live )?(?:prices|quotes)|(?:live|current) prices',
      () => ({ kind: 'about', aspect: 'data' }),
    ],
    [SHORTER, again],
  ],
  refusal: [
    ['why(?: not)?|how come|says who', () => WHAT_THIS_IS],
    [
      '(?:come on ,? ?)?(?:just )?(?:tell me|say it|come on|go on|(?:a |one )?hint|answer me|yes or no|so (?:no|yes|both)|your view|your opinion|you decide|guess|best guess)',
      again,
    ],
    [`${COUNTED}|${BOTH}`, ({ last }) => (last.reason === 'advice' ? { kind: 'views' } : undefined)],
    [
      '(?:who (?:does|would|can|says? so|then)|(?:what|which) (?:arguments?|reasons?)|the arguments?|who is (?:the )?most convincing|(?:what|who) (?:do|does) the notes? (?:say|like|prefer))',
      ({ last }) => (last.reason === 'advice' ? { kind: 'views' } : undefined),
    ],
  ],
  'not-known': [
    [
      '(?:no|none|nobody|nothing|no ?one|really(?: (?:no|nothing|none|nobody|no ?one))?|(?:nothing|none) at all|not (?:one|any|at all)|so (?:no|nothing|nobody|none)|are you sure|sure|why(?: not)?|how come)',
      again,
    ],
    [
      '(?:(?:whats|what is) )?(?:the )?(?:closest|nearest)(?: (?:thing|one|topic))?|who (?:comes?|gets?|is) (?:nearest|closest)|(?:what|which) topics(?: (?:do you have|are there))?|(?:what|who) do they (?:talk about|mention)|list(?: them)?|what (?:is|do you have|else)(?: there| then)?',
      ({ last }) => (last.what === 'topic' ? { kind: 'views' } : undefined),
    ],
  ],
};

const LEAD =
  '(?:(?:and|so|ok|okay|then|but|hm+|well|please|now|n|right|fair|fine|good|cool|nice|great|thanks|interesting|k) |[,.!] )*';
const TAIL = '(?:,? (?:please|then|now|again|though|tho|exactly|though|here|there|overall))*\\W*';
const PATTERNS: ReadonlyMap<
  string,
  readonly (readonly [says: RegExp, asks: (shown: Shown) => Question | undefined])[]
> = new Map(
  Object.entries(ROWS).map(([kind, rows]) => [
    kind,
    (rows as readonly Row<Question['kind']>[]).map(
      ([says, asks]) => [new RegExp(`^${LEAD}(?:${says})${TAIL}$`), asks] as const,
    ),
  ]),
);

const MOST_WORDS = 10;

/** `names only`, `any errors`, `such as?`: by the kind of the answer shown last. */
export const readBehind = (
  utterance: Utterance,
  topics: readonly NoteTopic[],
  stances: readonly Stance[],
  context: Context | undefined,
  library: Library,
): readonly Reading[] => {
  const last = context?.aside ?? context?.last;
  if (last === undefined || context?.stale || utterance.words.length > MOST_WORDS) return [];
  const rows = PATTERNS.get(last.kind) ?? [];
  const digits = /\b\d{1,3}\W*$/.exec(utterance.joined)?.[0].replace(/\D/g, '').padStart(3, '0');
  const note = library.notes.find(({ number }) => number === digits)?.number;
  for (const [says, asks] of rows) {
    if (!says.test(utterance.joined)) continue;
    const question = asks({ last, library, topics, stances, note });
    if (question) return [exactly(question, 'The same, put otherwise', [wholeOf(utterance)])];
  }
  return [];
};
