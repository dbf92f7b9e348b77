import {
  has,
  hasAny,
  inFull,
  lexiconOf,
  type Mark,
  marked,
  marksOf,
  type Place,
  phrasesFound,
  rateWays,
  type Scope,
  says,
  scopeOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { type Changed, shownIn } from '../context.ts';
import { COMPANY_IDS } from './read-assumed.ts';
import { comparing, type NumberQuestion } from './read-number-question.ts';
import type { Turned } from './read-turned.ts';
import words from './words.json' with { type: 'json' };

/** One thing that words do to what stands. */
export interface Operation {
  readonly uses: readonly Place[];
  readonly to: (standing: NumberQuestion) => NumberQuestion | undefined;
  readonly changed?: readonly Changed[];
  readonly scope?: Scope;
  /** Its numbers are used, and no size. */
  readonly takesNumbers?: true;
  /** What it does may be another thing as well: it is offered. */
  readonly isOffer?: true;
}
export type Find = (turned: Turned, standing: NumberQuestion) => Operation | undefined;

/** What an earlier question of numbers is called, and the words that go back to it. */
const LEXICON = lexiconOf(words.called);

const isTurned = (one: NumberQuestion | undefined, sign: number): boolean =>
  one?.kind === 'rate-move' && Math.sign(one.moveBps) === sign;

/** `back to the cut`, `the fed one again`, `back to my first question`: an earlier question of numbers, and the words that call it. */
export const calledBack = ({
  utterance,
  numbers,
  context,
}: Turned): { readonly standing: NumberQuestion; readonly mark: Mark } | undefined => {
  const [mark] = phrasesFound(utterance, LEXICON);
  if (!mark) return undefined;
  const moves = [numbers.move, context?.before?.move, numbers.first];
  const found = new Map<string, NumberQuestion | undefined>([
    ['move', numbers.move],
    ['cut', moves.find((one) => isTurned(one, -1))],
    ['hike', moves.find((one) => isTurned(one, 1))],
    ['compare', numbers.compare],
    ['solve', numbers.solve],
    ['first', numbers.first],
  ]);
  const standing = found.get(mark.value);
  return standing && { standing, mark };
};

/** A size by its place among those compared. */
export const EXTREMES: readonly (readonly [RegExp, (...sizes: number[]) => number])[] = [
  [/^(?:biggest|largest|bigger|larger)$/, Math.max],
  [/^(?:smallest|smaller|lesser|least)$/, Math.min],
];

const PLACES: readonly RegExp[] = [/^(?:first|1)$/, /^(?:second|2)$/, /^(?:third|3)$/, /^(?:fourth|4)$/];

/** Which of so many moves words point to: `the middle one`, `only the second`, `the last of them`. */
const placeIn = (
  words: readonly string[],
  moves: readonly number[],
): { readonly place: number; readonly at: number } | undefined => {
  const count = moves.length;
  const sizes = moves.map(Math.abs);
  for (const [word, of] of EXTREMES) {
    const at = words.findIndex((one) => word.test(one));
    if (at >= 0) return { place: sizes.indexOf(of(...sizes)), at };
  }
  const at = words.findIndex((word) => /^(?:first|second|third|fourth|middle|last)$/.test(word));
  const word = words[at] ?? '';
  if (at < 0 || (word === 'middle' && count % 2 === 0)) return undefined;
  const place =
    word === 'middle' ? (count - 1) / 2 : word === 'last' ? count - 1 : PLACES.findIndex((one) => one.test(word));
  return place < count ? { place, at } : undefined;
};

const TAKES_OUT =
  /\b(?:take|takes|pull|knock|leave|get) (?:(?:the|that) (?:\w+ ){1,3}|[a-z]{3,9} )(?:back )?(?:out|away|off)\b/;

/** `take the quarter back out`, `leave the hike out of it`. */
export const takesOut = ({ joined }: Utterance): boolean => TAKES_OUT.test(joined);

/** `take the hike out of it`, `only the cuts`: those of one direction among moves of both. */
export const pickWay: Find = ({ utterance, figures }, standing) => {
  const [way, other] = rateWays(utterance);
  const isDropped = has(utterance, 'drop', 'drop') || takesOut(utterance);
  if (standing.kind !== 'compare-moves' || figures.sizes.length > 0 || !way?.isStrong || way.way === 'hold' || other)
    return undefined;
  const { moves } = standing;
  const left = moves.filter((bps) => (Math.sign(bps) === (way.way === 'hike' ? 1 : -1)) !== isDropped);
  if (!(isDropped || has(utterance, 'only')) || left.length === 0 || left.length === moves.length) return undefined;
  return {
    uses: [way, ...marked(utterance, 'drop')],
    to: () => comparing(standing, left),
    changed: [{ what: 'size' }],
  };
};

/** `both together`, `the sum of the two`: those compared, added up. */
export const addedUp: Find = ({ utterance, figures }, standing) => {
  const isSummed = /\b(?:together|combined|sum of|added up|add (?:them|the two|both)|in all|in total)\b/.test(
    utterance.joined,
  );
  if (standing.kind !== 'compare-moves' || !isSummed || figures.sizes.length > 0) return undefined;
  const { moves, kind: _, ...rest } = standing;
  return {
    uses: [...marked(utterance, 'sum'), ...marked(utterance, 'reference')],
    to: () => ({
      ...rest,
      kind: 'rate-move',
      moveBps: moves.reduce((sum, bps) => sum + bps, 0),
      parts: moves.map((moveBps) => ({ moveBps })),
    }),
    changed: [{ what: 'size' }],
    takesNumbers: true,
  };
};

const LONGEST_PICK = 7;

/** `stick w the first. 55 float on small`, behind a path: one move of it, and something else of the companies. */
const pickPart = ({ utterance, figures }: Turned, standing: NumberQuestion): Operation | undefined => {
  if (standing.kind !== 'rate-move' || !standing.parts || figures.changes.length === 0) return undefined;
  const { parts, levels: _, ...rest } = standing;
  const [, word] = KEPT_PART.exec(utterance.joined) ?? [];
  const at = utterance.words.indexOf(word ?? '');
  const found =
    at < 0
      ? undefined
      : placeIn(
          utterance.words,
          parts.map(({ moveBps }) => moveBps),
        );
  const part = found?.at === at ? parts[found.place] : undefined;
  return (
    part && {
      uses: [{ from: 0, to: at + 1 }],
      to: () => ({ ...rest, moveBps: part.moveBps }),
      changed: [{ what: 'size' }],
    }
  );
};
const KEPT_PART =
  /^(?:(?:ok|so|and|k) )*(?:(?:stick|stay|go) (?:w|with)|keep|only|just|use) (?:only |just )?the (first|second|third|last)(?: one| (?:cut|hike|move))?(?= |$)/;

/** `just the middle one`: one move of those compared; `drop the first`: the others. */
export const pick: Find = (turned, standing) => {
  const { utterance, figures } = turned;
  if (standing.kind === 'rate-move') return pickPart(turned, standing);
  if (standing.kind !== 'compare-moves' || figures.sizes.length > 0) return undefined;
  const found = placeIn(utterance.words, standing.moves);
  const isDropped = has(utterance, 'drop', 'drop') || has(utterance, 'negation');
  const isMeant = isDropped || has(utterance, 'only') || says(utterance, /^(?:ones?|of|show|keep)$/);
  if (!found || !isMeant || utterance.words.length > LONGEST_PICK || hasAny(utterance, 'past', 'undo'))
    return undefined;
  const left = standing.moves.filter((_, at) => (at === found.place) !== isDropped);
  if (left.length === 0) return undefined;
  return {
    uses: [{ from: found.at, to: found.at + 1 }],
    to: () => comparing(standing, left),
    changed: [{ what: 'size' }],
    takesNumbers: true,
  };
};

const ALL = /^(?:same|all|those|the|these)$/;

/** `the same three for large`, `all four`: every move of those compared. */
export const allCompared: Find = ({ utterance }, standing) => {
  if (standing.kind !== 'compare-moves') return undefined;
  const [amount, second] = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const isAll =
    amount !== undefined &&
    second === undefined &&
    amount.unit === undefined &&
    amount.value === standing.moves.length &&
    ALL.test(utterance.words[amount.from - 1] ?? '');
  return isAll ? { uses: [amount], to: (one) => one, takesNumbers: true } : undefined;
};

/** Directions in the words that call an earlier question turn nothing. */
export const withoutCalled = (utterance: Utterance, { from, to }: Place): Utterance => ({
  ...utterance,
  slots: utterance.slots.filter((slot) => slot.kind !== 'direction' || slot.to <= from || slot.from >= to),
  marks: utterance.marks.filter(
    (mark) => !(mark.from >= from && mark.to <= to && /^(?:reset|undo|compare|reference)$/.test(mark.tag)),
  ),
});

/** `small too`, `add the large one`, `large as well`. */
export const isAlso = (utterance: Utterance): boolean =>
  has(utterance, 'drop', 'add') ||
  says(utterance, /^(?:too|also|alongside|include|add)$/) ||
  /\bas well\b/.test(utterance.joined);

const OWN_FIGURES = new Set(['figure', 'valuation', 'ratio', 'rotation', 'market-move', 'fed', 'views', 'check']);

/** True where the answer shown last has figures of its own, and none of the move or the sum that stands. */
export const hasOwnFigures = ({ context }: Turned): boolean => OWN_FIGURES.has(shownIn(context)?.kind ?? '');

const BACK = inFull('(?:put|set|turn|change|bring) (?:the )?[\\w ]+ back');
/** `scrap the large change`, `forget both`: what was set for it. */
const UNSET = inFull(
  '(?:scrap|forget|undo|drop|lose|ditch|remove|bin|kill) (?:the |my |that )?[\\w ]+ (?:changes?|tweaks?|overrides?|settings?|inputs?|bits?)|(?:forget|scrap|undo|ditch) both(?: of (?:them|those))?',
);
const isOverridden = (standing: NumberQuestion, mark: Mark): boolean =>
  COMPANY_IDS.some((id) => (scopeOf(mark) === id || scopeOf(mark) === 'both') && standing[id] !== undefined) &&
  standing.only === undefined;

/** `reset large`, `put smallcap back`, `leave small at the standard`: one company as in the note again. */
export const resetCompany: Find = ({ utterance, figures }, standing) => {
  const [mark] = marked(utterance, 'company');
  // "now the big one, as it comes": everything is reset
  const isPutBack = mark !== undefined && BACK.test(utterance.joined) && isOverridden(standing, mark);
  const isOfIt =
    isPutBack ||
    (mark !== undefined && UNSET.test(utterance.joined) && isOverridden(standing, mark)) ||
    marked(utterance, 'reset').some(({ from }) => mark && utterance.soft[from] === utterance.soft[mark.from]);
  if (!mark || !isOfIt || figures.changes.length > 0 || hasAny(utterance, 'parameter')) return undefined;
  const scope = scopeOf(mark);
  return {
    uses:
      isPutBack || UNSET.test(utterance.joined)
        ? [wholeOf(utterance)]
        : [mark, ...marksOf(utterance, 'reset', 'company')],
    to: (one) => {
      if (scope === 'both') {
        const { small: _, large: __, ...plain } = one;
        return plain as NumberQuestion;
      }
      const { [scope]: _, ...rest } = one;
      return rest as NumberQuestion;
    },
  };
};
