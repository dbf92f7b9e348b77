import {
  has,
  isOnly,
  marked,
  marksOf,
  overlaps,
  type Place,
  rateWays,
  says,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Part } from '../context.ts';
import type { Reading } from '../reading.ts';
import { hasMore, MOST_PARTS, movePartOf, nameOfParts, partsOf, summed, totalOf } from './read-parts.ts';
import { takesOut } from './read-pointed.ts';
import { moveReading, signedBps, type Turned, wordsOfMove } from './read-turned.ts';

/** Moves that are added up: which of them words point to, and what becomes of those. */

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const DROPS = /^(?:without|minus|less|bar|ex|except|excluding|skip|scrap|lose|drop|forget|knock)$/;
/** These take something out, and turn nothing. */
const TAKES = /^(?:off|out|drop|drops|lose|less)$/;
const NUMBERS = new Map([
  ['one', 1],
  ['two', 2],
  ['both', 2],
  ['three', 3],
  ['four', 4],
]);

/** Directions said of no rate as well, and those that moves are counted with. */
const waysIn = (utterance: Utterance): readonly (Place & { readonly way: 'cut' | 'hike' })[] =>
  [...slotsOf(utterance, 'direction'), ...slotsOf(utterance, 'count').map((one) => ({ ...one, way: one.of }))].flatMap(
    ({ way, from, to }) => (way === 'cut' || way === 'hike' ? [{ way, from, to }] : []),
  );

/** `scrap the giving back`. */
const GIVING =
  /\b(?:giving|taking|handing|clawing|putting|coming|give|claw) (?:it |that |any )?back\b|\b(?:reversal|giveback|clawback)\b/;

/** Which moves are meant: by month, direction, size or place, each where it is said. */
const pointedIn = (
  { utterance, figures }: Turned,
  parts: readonly Part[],
  outcome: Place | undefined,
): { readonly places: readonly number[]; readonly uses: readonly Place[] } | undefined => {
  const isFree = (place: Place): boolean => outcome === undefined || !overlaps(place, outcome);
  const dates = slotsOf(utterance, 'date').filter((date) => date.month !== undefined && isFree(date));
  const sizes = figures.sizes.filter(({ amounts }) => amounts.every(isFree));
  const ways = waysIn(utterance).filter((one) => isFree(one) && !TAKES.test(utterance.words[one.from] ?? ''));
  const at = utterance.words.findIndex(
    (word, place) =>
      (word === 'last' || word === 'final' || ORDINALS.includes(word)) && isFree({ from: place, to: place + 1 }),
  );
  const counted = utterance.words.findIndex(
    (word, place) => NUMBERS.has(word) && /^(?:of|cuts?|hikes?|moves?)$/.test(utterance.words[place + 1] ?? ''),
  );
  const count = NUMBERS.get(utterance.words[counted] ?? '');
  const word = utterance.words[at];
  const given = parts.flatMap((part, place) => (part.moveBps * (parts[0]?.moveBps ?? 0) < 0 ? [place] : []));
  if (given.length > 0 && GIVING.test(utterance.joined)) return { places: given, uses: [wholeOf(utterance)] };
  if (dates.length + sizes.length + ways.length === 0 && at < 0) return undefined;
  const fits = ({ moveBps, month }: Part): boolean =>
    (dates.length === 0 || dates.some((date) => date.month === month)) &&
    (sizes.length === 0 || sizes.some(({ bps }) => bps === Math.abs(moveBps))) &&
    ways.every(({ way }) => way === (moveBps > 0 ? 'hike' : 'cut'));
  const all = parts.flatMap((part, place) => (fits(part) ? [place] : []));
  const place = word === undefined ? undefined : ORDINALS.includes(word) ? all[ORDINALS.indexOf(word)] : all.at(-1);
  const isCounted = count !== undefined && count !== all.length;
  // "lose one of the hikes": they are alike
  const isAlike = new Set(all.map((one) => parts[one]?.moveBps)).size === 1 && (count ?? 0) < all.length;
  if ((at >= 0 && place === undefined) || (isCounted && !isAlike)) return undefined;
  const places = place !== undefined ? [place] : isCounted ? all.slice(-(count ?? 0)) : all;
  const words = [at, counted].flatMap((one) => (one < 0 ? [] : [{ from: one, to: one + 1 }]));
  return { places, uses: [...dates, ...ways, ...sizes.flatMap(({ uses }) => uses), ...words] };
};

const TURNS = /^(?:make|turn|change|switch|have|let|if|with|swap|replace|becomes?|is|was|were|be)$/;
const INTO = /^(?:a|an|into|to|for|was|were|is)$/;

/** `make the last a hike`, `swap the 50 for a hike of 25`: what becomes of those that are meant. */
const outcomeIn = (turned: Turned): (Place & { readonly part: (before: Part) => Part | undefined }) | undefined => {
  const { utterance, figures } = turned;
  if (!says(utterance, TURNS)) return undefined;
  const size =
    figures.sizes.length > 1 || says(utterance, /^(?:last|final|first|second|third)$/)
      ? figures.sizes.at(-1)
      : undefined;
  const way = [...waysIn(utterance), ...rateWays(utterance).filter((one) => one.way === 'hold')].findLast(
    ({ from }) => INTO.test(utterance.words[from - 1] ?? '') || size?.amounts.some(({ to }) => to === from),
  );
  const places = [...(way ? [way] : []), ...(size?.uses ?? [])];
  if (places.length === 0) return undefined;
  const from = Math.min(...places.map((one) => one.from));
  const sign = way && (way.way === 'hike' ? 1 : -1);
  return {
    from,
    to: utterance.tokens.length,
    part: (before) =>
      way?.way === 'hold'
        ? undefined
        : { ...before, moveBps: (sign ?? Math.sign(before.moveBps)) * (size?.bps ?? Math.abs(before.moveBps)) },
  };
};

/** `without the march one`, `just the hikes`, `make the last a hike`, `flip the jan one`: the moves that are left, added up. */
export const pathEdited = (turned: Turned): readonly Reading[] => {
  const { utterance, figures } = turned;
  const base = turned.base ?? turned.numbers.move;
  const parts = partsOf(turned);
  if (parts.length < 2 || !base || figures.changes.length > 0 || utterance.unknown.size > 0) return [];
  const outcome = outcomeIn(turned);
  const isFlipped = has(utterance, 'scale', '-1');
  const isHeld = figures.isHold && slotsOf(utterance, 'date').length > 0;
  const isDropped =
    isHeld ||
    has(utterance, 'drop', 'drop') ||
    has(utterance, 'negation') ||
    has(utterance, 'undo', 'undo') ||
    takesOut(utterance) ||
    says(utterance, DROPS);
  const isKept = has(utterance, 'only') || says(utterance, /^keep$/);
  const pointed = pointedIn(turned, parts, outcome);
  const isMeant = (at: number): boolean => pointed?.places.includes(at) ?? false;
  if (!pointed || pointed.places.length === 0 || (pointed.places.length === parts.length && !outcome)) return [];
  const all = outcome
    ? parts.flatMap((part, at) => (isMeant(at) ? (outcome.part(part) ?? []) : [part]))
    : isFlipped
      ? parts.map((part, at) => (isMeant(at) ? { ...part, moveBps: -part.moveBps } : part))
      : isDropped || isKept
        ? parts.filter((_, at) => isMeant(at) !== isDropped)
        : [];
  if (all.length === 0) return [];
  const tags = [
    'drop',
    'only',
    'negation',
    'scale',
    'correction',
    'reference',
    'company',
    'direction',
    'undo',
    'parameter',
  ];
  const uses = [...pointed.uses, ...(outcome ? [outcome] : []), ...marksOf(utterance, ...tags)];
  return summed({ ...turned, base }, all, uses);
};

const NET = /^(?:net|sum|total|together|altogether|combined|overall|cumulative)$/;

/** `net of the two`, `net is what`, behind several moves: the same, added up. */
export const netAsked = (turned: Turned): readonly Reading[] => {
  const { utterance } = turned;
  const base = turned.base ?? turned.numbers.move;
  const parts = partsOf(turned);
  const isAsked = says(utterance, NET) && isOnly(utterance, marksOf(utterance, 'sum', 'reference', 'company', 'wants'));
  const isLeft =
    hasMore(turned) ||
    slotsOf(utterance, 'date').length > 0 ||
    marked(utterance, 'company').some(({ value }) => value !== 'both');
  if (!base || parts.length < 2 || !isAsked || isLeft || turned.numbers.active !== 'rate-move') return [];
  const { scope: _, ...plain } = turned.figures;
  return summed({ ...turned, base, figures: plain }, parts, [wholeOf(utterance)]);
};

/** `a cut, 25`, where one more move was asked back of which size it is: it is added to those that stand. */
export const pendingPart = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, context, numbers } = turned;
  const [size, second] = figures.sizes;
  const parts = partsOf(turned);
  const more = (context?.offered ?? []).flatMap((one) =>
    one.kind === 'rate-move' && one.parts?.length === parts.length + 1 ? [one.parts.at(-1)] : [],
  );
  const [first] = more;
  if (!first || more.length < 2 || !size || second || size.levels || size.each || parts.length < 2) return [];
  const { month, year } = { ...first, ...movePartOf(size, turned) };
  const isTurned = rateWays(utterance).length > 0 || size.sign !== '';
  const [sign, other] = new Set(more.map((one) => Math.sign(one?.moveBps ?? 0)));
  const moveBps = isTurned || !sign ? signedBps(size, turned) : sign * size.bps;
  const part = { moveBps, ...(month && { month }), ...(year && { year }) };
  const all = [...parts, part];
  return [
    moveReading(
      { ...turned, base: numbers.move },
      totalOf(all),
      size.amounts,
      [...size.uses, ...wordsOfMove(utterance)],
      {
        parts: all,
        name: `${nameOfParts(all)} bp in all`.slice(0, 30),
        isSizeWanted: true,
        ...(!isTurned && other !== undefined && { isOffer: true as const }),
      },
    ),
  ];
};

/** `how much steps of 25 are this`, `how many 25s is that`: the same move, in steps. */
export const steppedPath = (turned: Turned): readonly Reading[] => {
  const { utterance, figures } = turned;
  const base = turned.base ?? turned.numbers.move;
  const step = figures.sizes[0]?.bps ?? Number(slotsOf(utterance, 'amount')[0]?.value);
  const count = Math.abs(base?.moveBps ?? 0) / step;
  const isAsked = /\bhow (?:many|much)\b.*\b(?:steps?|clips?|cuts?|hikes?|moves?|25s?|quarters)\b/.test(
    utterance.joined,
  );
  const isLeft = figures.sizes.length > 1 || figures.changes.length > 0 || utterance.unknown.size > 0;
  if (!base || !isAsked || isLeft || !Number.isInteger(count) || count < 1 || count > MOST_PARTS) return [];
  if (!isOnly(utterance, [...slotsOf(utterance, 'amount'), ...wordsOfMove(utterance), ...marksOf(utterance, 'wants')]))
    return [];
  const parts = Array.from({ length: count }, () => ({ moveBps: Math.sign(base.moveBps) * step }));
  return summed({ ...turned, base }, parts, [wholeOf(utterance)]);
};
