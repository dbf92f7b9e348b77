import {
  has,
  isIn,
  isOnly,
  lexiconOf,
  type Mark,
  marked,
  marksOf,
  passingOver,
  phrasesOf,
  placesOf,
  scopeOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Refinement } from '../../sensitivity/index.ts';
import type { Context } from '../context.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { Overrides } from './question.ts';
import { readRateMove } from './read.ts';
import { COMPANY_IDS } from './read-assumed.ts';
import { ownerOf } from './read-borrowed.ts';
import {
  type Counted,
  countedIn,
  movedReading,
  REFINED_WORDS,
  refinementsOf,
  scaledBeside,
  shareCorrected,
} from './read-counted.ts';

type Rest = [library: Parameters<ReadTopic>[2], known: Parameters<ReadTopic>[3]];

const DROPS =
  /^(?:without|o|lose|losing|remove|drop|scrap|ditch|kill|no|forget|bin|minus|out|away|off|not|nix|strip|ex|pre|zero|never|skip|undo|yank|dump|clear|cut|back|scratch|excl?|exclude|excluding|ignore|ignoring|disregard|cancel|less|rid|none|nothing|untaxed|default|original|reset|revert)$/;
/** Behind what is taken out: `163j off`, `set the tax to zero`, `cash 0`. */
const OFF =
  /^(?:(?:is|are|set|at|to|=|:|back|right) )*(?:off|out|away|aside|zero|nil|none|0(?! (?:%|bp))|default|the default|as before|as it was)(?= |$)/;
const DOES = /^(?:take|taking|turn|switch|put|set|leave|leaving|get|make|go|bring|scratch)$/;
const KEEPS = /^(?:keep|keeping|leave|leaving|retain|hold)$/;
const STAYS = /^(?:stays?|remains?|holds|kept|stands)$/;
const REST = lexiconOf({
  rest: {
    rest: 'rest to be kept|keep the rest|rest as is|the rest as is|rest stays|the rest stays|keep the floor|keep the debt|keep the floating|keep the leverage|keep|pre',
  },
});

const offBehind = (said: readonly string[], to: number): string | undefined => OFF.exec(said.slice(to).join(' '))?.[0];

/** `lose the tax, keep the hedge`: those under a word that drops, and none that is kept. */
const droppedIn = ({ words: said }: Utterance, all: readonly Mark[]): readonly Mark[] => {
  const marks = [...all].sort((one, other) => one.from - other.from);
  let isDropped = false;
  return marks.filter(({ from, to }, at) => {
    // "w / o" ends in one of them
    const verb = said.slice(marks[at - 1]?.to ?? 0, from).findLast((word) => DROPS.test(word) || KEEPS.test(word));
    if (STAYS.test(said[to] ?? '')) return false;
    if (/^(?:unhedge|untaxed|pretax)/.test(said[from] ?? '') || offBehind(said, to)) return true;
    isDropped = verb === undefined ? isDropped || /^(?:away|off|out)$/.test(said[to] ?? '') : DROPS.test(verb);
    return isDropped;
  });
};

const LOSES =
  /^(?:out|off|lose|losing|drop|scrap|ditch|kill|no|not|forget|bin|without|minus|remove|strip|zero|ignore|exclude|skip)$/;

/** What words say is no longer counted, beside what they set: `lose the tax, half hedged`. */
export const lostIn = (utterance: Utterance): readonly Refinement[] => lostPlaces(utterance).flatMap(refinementsOf);

/** Where words say so. */
export const lostPlaces = (utterance: Utterance): readonly Mark[] =>
  phrasesOf(utterance, REFINED_WORDS).all.filter(({ from, to }) => {
    const before = utterance.words[from - 1] ?? '';
    const verb = /^(?:the|that|my|its|their|with)$/.test(before) ? (utterance.words[from - 2] ?? '') : before;
    // "drop pass-through to 80%"
    return (LOSES.test(verb) && utterance.words[to] !== 'to') || offBehind(utterance.words, to) !== undefined;
  });

export const withoutFields = <T extends Counted>(
  move: T,
  gone: readonly Refinement[],
  companies: readonly ('small' | 'large')[] = COMPANY_IDS,
): T => {
  const left = (layer: Overrides | undefined): Overrides | undefined => {
    const all = Object.entries(layer ?? {}).filter(([field]) => !gone.some((one) => one === field));
    return all.length > 0 ? Object.fromEntries(all) : undefined;
  };
  const { small, large, ...rest } = move;
  const smallLeft = companies.includes('small') ? left(small) : small;
  const largeLeft = companies.includes('large') ? left(large) : large;
  return { ...rest, ...(smallLeft && { small: smallLeft }), ...(largeLeft && { large: largeLeft }) } as T;
};

/** What is taken out of a move, and the words that say so; undefined where the move has none of it. */
const takenOut = (utterance: Utterance, move: Counted) => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  // "cap off again"
  const caps = utterance.words.flatMap((word, at) =>
    word === 'cap' && !marked(utterance, 'company').some((mark) => isIn([mark], at))
      ? [{ tag: 'cap', value: 'cap', isGuessed: false, from: at, to: at + 1 }]
      : [],
  );
  const named = [...phrases.all, ...caps];
  const dropped = droppedIn(utterance, named);
  const gone = dropped.flatMap(refinementsOf);
  const off = dropped.flatMap(({ to }) => {
    const said = offBehind(utterance.words, to);
    return said ? [{ said, from: to, to: to + said.split(' ').length }] : [];
  });
  // "tax 0" of what has none: as it stands
  const isZero = off.some(({ said }) => /zero|nil|0/.test(said));
  const isChanged = isZero || gone.some((field) => COMPANY_IDS.some((company) => move[company]?.[field] !== undefined));
  // "half hedged, lose the tax": a number of what is kept
  const isNumbered = slotsOf(utterance, 'amount').some(({ duty }) => duty === 'must');
  if (!isChanged || (isNumbered && named.length > 1)) return undefined;
  const verbs = placesOf(utterance, DROPS);
  const around = marksOf(utterance, 'drop', 'negation', 'undo', 'reset', 'correction', 'reference', 'sum');
  // "no hedge at small": there alone
  const owners = has(utterance, 'only') ? [] : dropped.flatMap((mark) => ownerOf(utterance, mark) ?? []);
  const isAll = isOnly(utterance, [
    ...owners,
    ...named,
    ...phrasesOf(utterance, REST).all,
    ...around,
    ...verbs,
    ...placesOf(utterance, DOES),
    ...off,
  ]);
  const [owner, other] = new Set(owners.map(scopeOf));
  const companies = owner && owner !== 'both' && !other ? [owner] : COMPANY_IDS;
  return { gone, isAll, companies, words: [...named, ...verbs, ...(companies.length < 2 ? owners : [])] };
};

/** Whether words take out what is counted in the move asked about last, or in one that was offered, rather than ask about it. */
export const takesOutCounted = (utterance: Utterance, context: Context | undefined): boolean => {
  const moves = [
    context?.stale ? undefined : countedIn(context),
    ...(context?.tentative ?? []).map(({ move }) => move),
  ];
  const isAsked = /^(?:is|are|was|were|do|does|did|why|how|what)$/.test(utterance.words[0] ?? '');
  return !isAsked && moves.some((move) => move !== undefined && takenOut(utterance, move)?.isAll === true);
};

/** `keep the floor, lose the hedge`, `same for small, no cash there`: one of them no longer counted, and what else is said of it. */
const withoutRefined = (
  utterance: Utterance,
  context: Context | undefined,
  move: Counted,
  ...[library, known]: Rest
): readonly Reading[] => {
  const out = takenOut(utterance, move);
  if (!out) return [];
  const asks = withoutFields(move, out.gone, out.companies);
  if (out.isAll) return movedReading(asks, { how: 'exact', uses: [wholeOf(utterance)] });
  const rest = passingOver(utterance, out.words);
  if (asks.kind !== 'rate-move') return [];
  return readRateMove(rest, { ...context, last: asks, move: asks }, library, known).flatMap((reading) =>
    reading.asks.kind === 'rate-move'
      ? movedReading(reading.asks, { ...reading, uses: [...reading.uses, ...out.words] })
      : [],
  );
};

/** `only the small one is hedged`, `tax just on the large one`: no longer at the other company. */
const onlyAt = (utterance: Utterance, move: Counted): readonly Reading[] => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  const fields = phrases.all.flatMap(refinementsOf);
  const [mark, second] = marked(utterance, 'company');
  const scope = mark && !second ? scopeOf(mark) : 'both';
  const others = COMPANY_IDS.filter((company) => company !== scope && fields.some((one) => move[company]?.[one]));
  const isKept = fields.some((one) => scope !== 'both' && move[scope]?.[one] !== undefined);
  const isLeft = slotsOf(utterance, 'amount').some(({ duty }) => duty === 'must');
  if (scope === 'both' || !has(utterance, 'only') || !isKept || isLeft || others.length === 0) return [];
  const uses = [...phrases.all, ...marksOf(utterance, 'company', 'only', 'correction', 'reference', 'parameter')];
  return isOnly(utterance, uses)
    ? movedReading(withoutFields(move, fields, others), { how: 'exact', uses: [wholeOf(utterance)] })
    : [];
};

/** What a move counts beside the note, no longer counted or put right. */
export const recountedBeside = (
  utterance: Utterance,
  context: Context | undefined,
  move: Counted,
  ...rest: Rest
): readonly Reading[] => [
  ...onlyAt(utterance, move),
  ...withoutRefined(utterance, context, move, ...rest),
  ...shareCorrected(utterance, context, move),
  ...scaledBeside(utterance, move),
];
