import { marked, numbersIn, rateWays, slotsOf, type Utterance } from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import { has } from './read-noted.ts';
import { moveReading, signedBps, type Turned, wordsOfMove } from './read-turned.ts';

const JUMBO = /^(?:jumbo|supersized|supersize|outsized|mega|monster|bazooka|emergency)$/;

/** `a jumbo cut`: larger than a quarter point, which is all that the word says. */
export const jumboReadings = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, context } = turned;
  const at = utterance.words.findIndex((word) => JUMBO.test(word));
  const way = wayOf(utterance).way;
  const isOther = ['other', 'odds', 'brief', 'advice', 'views', 'past', 'wants'].some((tag) => has(utterance, tag));
  if (at < 0 || !way || figures.sizes.length > 0 || figures.counts.length > 0 || isOther || context?.wants) return [];
  return [50, 75, 100].map((bps) =>
    moveReading(turned, way === 'cut' ? -bps : bps, [], [{ from: at, to: at + 1 }], { isOffer: true }),
  );
};

/** Counts of moves without a size: how large is asked, a quarter point offered. */
export const countReadings = (turned: Turned): readonly Reading[] => {
  const { counts, sizes } = turned.figures;
  const [count] = counts;
  const isOther = ['other', 'odds', 'brief', 'advice', 'views', 'past', 'ratio'].some((tag) =>
    has(turned.utterance, tag),
  );
  if (
    !count ||
    isOther ||
    sizes.length > 0 ||
    counts.length > 1 ||
    count.of === 'time' ||
    turned.context?.wants === 'size'
  )
    return [];
  const way = count.of === 'hike' ? 1 : -1;
  const { base } = turned;
  if (base && base.moveBps !== 0) {
    // "for the next 4 meetings"
    return [
      moveReading(turned, base.moveBps * count.value, [], [count], {
        isOffer: true,
        name: `${count.value} × ${Math.abs(base.moveBps)}: ${Math.abs(base.moveBps) * count.value} bp`,
      }),
    ];
  }
  return [25, 50].map((each) =>
    moveReading(turned, way * each * count.value, [], [count], {
      isOffer: true,
      kept: { wantedCount: count.value },
      name:
        count.value === 1
          ? `${way < 0 ? 'Cut' : 'Hike'} ${each} bp`
          : `${count.value} × ${each}: ${each * count.value} bp`,
    }),
  );
};

const SOMEBODY = /^(?:i|my|im|she|he|her|his|you|your|we|our|us|me|as|it)$/;

export const holdReading = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, base, context } = turned;
  const ways = rateWays(utterance);
  const others = ways.filter(({ way }) => way !== 'hold');
  if (!figures.isHold || others.length > 0 || figures.free.some(({ duty }) => duty === 'must')) return [];
  const isDenied = ['other', 'odds', 'brief', 'advice', 'views', 'past'].some((tag) => has(utterance, tag));
  // "pause the brief", "no change on my side", "skip lunch"
  const isOfFed = has(utterance, 'fed') || has(utterance, 'rate');
  const isOfSomebody =
    utterance.words.some((word) => SOMEBODY.test(word)) ||
    has(utterance, 'clock') ||
    slotsOf(utterance, 'duration').length > 0;
  if (isDenied || (isOfSomebody && !isOfFed) || utterance.unknown.size > 0) return [];
  return [moveReading({ ...turned, base: context?.stale ? undefined : base }, 0, [], ways)];
};

/** `what does one basis point do`: the sensitivity itself. */
export const perPoint = (turned: Turned): readonly Reading[] => {
  const [per] = marked(turned.utterance, 'per');
  if (!per || turned.figures.sizes.length > 0 || numbersIn(turned.utterance).length > 0) return [];
  return [moveReading(turned, signedBps({ bps: 1, sign: '', ...wayOf(turned.utterance) }, turned), [], [per])];
};

const wayOf = (utterance: Utterance): { way?: 'cut' | 'hike' } => {
  const way = rateWays(utterance).find((one) => one.way !== 'hold')?.way;
  return way === 'cut' || way === 'hike' ? { way } : {};
};

/** `cut rates`: a direction and no size, which is asked for. */
export const sizeWanted = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, base } = turned;
  const { way } = wayOf(utterance);
  const words = [
    ...wordsOfMove(utterance),
    ...figures.changes.flatMap(({ uses }) => uses),
    ...(figures.scope?.marks ?? []),
  ];
  const isSmall =
    figures.sizes.length === 0 &&
    figures.counts.length === 0 &&
    figures.free.length === 0 &&
    utterance.unknown.size === 0;
  const isOfOthers = ['other', 'odds', 'brief', 'advice', 'views', 'past', 'wants', 'compare', 'ratio'].some((tag) =>
    has(utterance, tag),
  );
  const elsewhere = slotsOf(utterance, 'direction').filter(({ of }) => of !== 'rate');
  const isMove =
    way !== undefined ||
    marked(utterance, 'move').some(({ from }) => !elsewhere.some((one) => one.from === from)) ||
    utterance.words.includes('basis');
  const isNew = !base || base.moveBps === 0;
  const isAsked = figures.changes.length > 0 ? !base : isMove && isNew && utterance.words.length <= 8;
  if (!isSmall || isOfOthers || !isAsked || figures.isHold) return [];
  return [
    {
      asks: { kind: 'unclear', reason: 'no-amount' },
      name: 'Cut by how much?',
      how: 'exact',
      uses: words,
      keeps: { wants: 'size', ...(way && { wantedWay: way }) },
    },
  ];
};
