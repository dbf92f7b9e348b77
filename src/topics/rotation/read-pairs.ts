import { type Utterance, wholeOf } from '../../language/index.ts';
import type { IsoDate } from '../../units.ts';
import type { Reading } from '../reading.ts';
import type { Benchmark, RotationQuestion } from './question.ts';
import { BARE, type RotationWords } from './read-said.ts';
import { limitsOf, spanned } from './read-spanned.ts';

/** Small against large caps of other indexes than the Russell 2000 and the S&P 500. */

/** Which leg of the Swedish pair is named; none where neither is, or both are. */
export const legNamed = ({ words }: Utterance): { readonly index?: 'rut' | 'spx' } => {
  const [small, large] = [/^omxss?c?pi$/, /^(?:omxs30|omx)$/].map((leg) => words.some((word) => leg.test(word)));
  if (small === large) return {};
  return { index: small ? 'rut' : 'spx' };
};

const SHORT = 3;

/** A pair by its name alone, or beside what is asked of a ratio. */
const isAsked = ({ utterance, phrases, days, start, ago, distance }: RotationWords): boolean =>
  utterance.words.length <= SHORT ||
  phrases.has('subject') ||
  phrases.has('verb') ||
  phrases.has('level') ||
  phrases.has('cycles') ||
  phrases.has('rates') ||
  (distance ?? start ?? ago) !== undefined ||
  days.places.length > 0;

/** What a thread is about stays, unless the Russell or the S&P is named. */
export const stayingWith = (said: RotationWords, last: RotationQuestion, pairs: readonly string[]) =>
  last.benchmark !== undefined &&
  pairs.includes(last.benchmark) &&
  !said.phrases.of('subject').some(({ value }) => value !== 'ratio') &&
  !said.phrases.has('normal') &&
  !said.phrases.has('benchmark')
    ? { benchmark: last.benchmark }
    : {};

export const benchmarkIn = (
  said: RotationWords,
  pairs: readonly string[],
  today: IsoDate | undefined,
): Reading | undefined => {
  const [mark] = said.phrases.of('benchmark');
  if (!mark) return undefined;
  const isOurs =
    said.phrases.has('subject') &&
    (said.phrases.has('compare') || said.phrases.has('verb') || said.phrases.has('subject', 'ratio'));
  const isNamed = ['total return', 'equal weight'].includes(mark.value) && said.phrases.has('subject');
  const isPair = mark.value === 'IWM and SPY' && (said.days.places.length > 0 || said.start !== undefined);
  const isAtHand = pairs.includes(mark.value) && isAsked(said);
  // "the ytd thing but against the nasdaq"
  const isSpanned = said.start !== undefined && said.phrases.has('compare');
  const isSure = isOurs || isNamed || isPair || isAtHand;
  if (!isSure && !isSpanned) return undefined;
  const { distance } = said;
  const span = isAtHand && !said.days.not ? spanned(said, today) : undefined;
  return {
    asks: {
      ...(span ?? BARE),
      ...(isAtHand && distance && { ...limitsOf(said, span), distance }),
      ...(isAtHand && said.level !== undefined && { level: said.level }),
      ...(isAtHand && distance && legNamed(said.utterance)),
      ...(isAtHand && said.phrases.has('cycles') && { cycles: true as const }),
      ...(isAtHand && said.phrases.has('rates') && { rates: true as const }),
      ...(isAtHand && said.phrases.has('csv') && { csv: true as const }),
      benchmark: mark.value as Benchmark,
    },
    name: `Against ${mark.value}`,
    how: 'exact',
    uses: [wholeOf(said.utterance)],
    ...(!isSure && { isOffer: true as const }),
  };
};
