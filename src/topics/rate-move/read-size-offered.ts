import {
  has,
  hasAny,
  inFull,
  isMadeOf,
  marksOf,
  placesOf,
  rateWays,
  says,
  slotsOf,
  told,
  wholeOf,
} from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import { LARGEST_MOVE_BPS } from './question.ts';
import { MOST_PARTS, totalOf } from './read-parts.ts';
import { isElsewhere, moveReading, signedBps, type Turned, wayOfRate } from './read-turned.ts';

export const JUMBO = /^(?:jumbo|supersized|supersize|outsized|mega|monster|bazooka|emergency|intermeeting|surprise)$/;

/** `and if its a jumbo`, behind a move. */
const LONGEST_JUMBO = 7;

/** `a jumbo cut`: larger than a quarter point, which is all that the word says. */
export const jumboReadings = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, context, base } = turned;
  const at = utterance.words.findIndex((word) => JUMBO.test(word));
  // "whats a jumbo do to smallcap"
  const isAsked = figures.scope !== undefined && says(utterance, /^(?:what|whats|how|hows)$/);
  const stood =
    base?.moveBps && (isAsked || utterance.words.length <= LONGEST_JUMBO)
      ? base.moveBps > 0
        ? 'hike'
        : 'cut'
      : undefined;
  const { way = stood ?? (isAsked ? 'cut' : undefined) } = wayOfRate(utterance);
  const [more, second] = figures.sizes;
  if (at < 0 || !way || second || figures.counts.length > 0 || (more && !isBesideJumbo(turned))) return [];
  if (context?.wants || isElsewhere(utterance, 'past', 'wants')) return [];
  const sign = way === 'cut' ? -1 : 1;
  return [50, 75, 100].map((bps) => {
    const parts = [{ moveBps: sign * bps }, ...(more ? [{ moveBps: signedBps(more, turned) }] : [])];
    const uses = [{ from: at, to: at + 1 }, ...(more?.uses ?? []), ...marksOf(utterance, 'sum', 'more')];
    return moveReading(turned, totalOf(parts), more?.amounts ?? [], uses, { parts, isOffer: true });
  });
};

/** `jumbo cut plus another 25`: of the first no size is said. */
export const isBesideJumbo = ({ utterance, figures: { sizes } }: Turned): boolean => {
  const jumbo = utterance.words.findIndex((word) => JUMBO.test(word));
  const [size] = sizes;
  return (
    jumbo >= 0 &&
    size !== undefined &&
    rateWays(utterance).some(({ from, to }) => from > jumbo && size.amounts.every((amount) => amount.from >= to)) &&
    hasAny(utterance, 'sum', 'more')
  );
};

const MORE = /^(?:more|bigger|larger|higher|further)$/;
const LESS = /^(?:less|smaller|lower|fewer)$/;
const STEP_BPS = 25;

const NOTCH = inFull(
  '(?:(?:or|make it|say) )*(a|an|one|another|two|2|1) (?:notch|notches|click|clicks) (lower|down|higher|up|more|further|less|fewer)',
);

/** `no, a notch lower`: a quarter point from a level; behind a size, either way. */
const notchesFrom = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers } = turned;
  const base = turned.base ?? numbers.move;
  const said = told(utterance);
  const [, count, side = ''] = NOTCH.exec(said) ?? [];
  if (!base?.moveBps || count === undefined || numbers.active !== 'rate-move') return [];
  const by = (/^(?:two|2)$/.test(count) ? 2 : 1) * STEP_BPS;
  const step = /^(?:lower|down)$/.test(side) ? -by : /^(?:higher|up)$/.test(side) ? by : 0;
  const grown = Math.sign(base.moveBps) * (/^(?:more|further)$/.test(side) ? by : -by);
  const steps = step === 0 ? [grown] : base.levels ? [step] : [step, -step];
  const { levels: _, readAs: __, parts: ___, ...plain } = base;
  const kept = { changed: [{ what: 'size' as const }] };
  const isOffer = (steps.length > 1 || turned.context?.stale) && { isOffer: true as const };
  return steps.map((one) =>
    moveReading({ ...turned, base: plain }, base.moveBps + one, [], [wholeOf(utterance)], { kept, ...isOffer }),
  );
};

/** `more`, `a bit less`: another size, which is asked. */
export const stepReadings = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const notches = notchesFrom(turned);
  if (notches.length > 0) return notches;
  const step = says(utterance, MORE) ? STEP_BPS : says(utterance, LESS) ? -STEP_BPS : 0;
  const isAlone = isMadeOf(utterance, [...placesOf(utterance, MORE), ...placesOf(utterance, LESS)]);
  if (!base || base.moveBps === 0 || step === 0 || !isAlone || figures.changes.length > 0) return [];
  return [1, 2]
    .map((times) => Math.abs(base.moveBps) + times * step)
    .filter((size) => size > 0 && size <= LARGEST_MOVE_BPS)
    .map((size) =>
      moveReading(turned, Math.sign(base.moveBps) * size, [], marksOf(utterance, 'more', 'company'), { isOffer: true }),
    );
};

/** Counts of moves without a size: how large is asked, a quarter point offered. */
export const countReadings = (turned: Turned): readonly Reading[] => {
  const { figures, utterance, context, base } = turned;
  const [count, second] = figures.counts;
  if (!count || second || count.of === 'time' || has(utterance, 'undo')) return [];
  // "3 cuts, not 4"
  const denied = figures.free.filter(
    ({ from, value }) => value <= MOST_DENIED && utterance.words[from - 1] === 'not' && from - 1 > count.from,
  );
  const others = figures.sizes.filter(({ amounts }) => amounts.some((one) => !denied.includes(one)));
  if (others.length > 0 || context?.wants === 'size' || isElsewhere(utterance, 'past', 'ratio')) return [];
  const { value } = count;
  const sized = (each: number): string => `${value} × ${each}: ${each * value} bp`;
  if (base && base.moveBps !== 0) {
    // "for the next 4 meetings"
    const name = sized(Math.abs(base.moveBps));
    return [moveReading(turned, base.moveBps * value, [], [count, ...denied], { isOffer: true, name })];
  }
  const isHike = count.of === 'hike' || (count.of === 'move' && wayOfRate(utterance).way === 'hike');
  const way = isHike ? 1 : -1;
  // a clip is a quarter point
  const isClips = says(utterance, /^clips?$/);
  const months = slotsOf(utterance, 'date').filter(({ month, day }) => month !== undefined && day === undefined);
  return (isClips ? [STEP_BPS] : [STEP_BPS, 2 * STEP_BPS]).map((each) => {
    const parts = Array.from({ length: Math.min(value, MOST_PARTS) }, (_, at) => {
      const when = months.length === value ? months[at] : undefined;
      return { moveBps: way * each, ...(when?.month && { month: when.month }), ...(when?.year && { year: when.year }) };
    });
    return moveReading(turned, way * each * value, [], [count, ...denied, ...(months.length === value ? months : [])], {
      ...(!(isClips && (base || rateWays(utterance).length > 0)) && { isOffer: true as const }),
      ...(value > 1 && value <= MOST_PARTS && { parts }),
      kept: { wantedCount: value },
      name: value === 1 ? `${way < 0 ? 'Cut' : 'Hike'} ${each} bp` : sized(each),
    });
  });
};

const MOST_DENIED = 9;
