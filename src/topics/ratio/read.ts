import {
  type Amount,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  overlaps,
  type Phrases,
  phrasesOf,
  says,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import { exactly, type Reading, type ReadTopic } from '../reading.ts';
import type { RatioQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

const RATIO = lexiconOf(words);

/** The note with its levels. */
const PRINTED_IN = '002';
/** No other number with a point is a ratio of these two indexes. */
const [LEAST, MOST] = [0.2, 1];

const isLevel = ({ unit, value, isDecimal, isFraction, sign }: Amount): boolean =>
  unit === undefined && (isDecimal || isFraction) && sign === '' && value >= LEAST && value <= MOST;

/** A number that somebody has for the ratio the other way up, and no size of a move. */
const [LEAST_HAD, MOST_HAD] = [0.2, 6];

/** `flip it`, `spx/rut`, `why do i have 2.67 in my sheet`: the ratio the other way up, and which way up a number is. */
const inverseIn = (utterance: Utterance, phrases: Phrases, context: Context | undefined): Reading | undefined => {
  const { all, has } = phrases;
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  const day = last?.kind === 'rotation' && last.at !== undefined ? last : undefined;
  const isHere = context?.stale === undefined && (last?.kind === 'ratio' || last?.kind === 'rotation');
  const amounts = slotsOf(utterance, 'amount');
  const [amount, second] = amounts;
  const isHad =
    amount !== undefined &&
    !second &&
    amount.unit === undefined &&
    amount.isDecimal &&
    amount.value >= LEAST_HAD &&
    amount.value <= MOST_HAD &&
    has('had') &&
    (isHere || has('had', 'mine'));
  const isFlip = amount === undefined && (has('flip', 'whole') || (isHere && has('flip')));
  if (!isHad && !isFlip) return undefined;
  const uses = [
    ...all,
    ...amounts,
    ...marksOf(utterance, 'index', 'compare', 'reference', 'ratio', 'company', 'correction', 'undo'),
  ];
  if (!isOnly(utterance, uses)) return undefined;
  const isBack = has('flip', 'back') && !has('flip', 'whole');
  const turned = isHad ? { had: amount.value } : isBack ? {} : { inverse: true as const };
  const { inverse: _, had: __, ...plain } = day ?? { kind: 'ratio' as const };
  // "sheet" may be of anything
  const more = isHere || isFlip || has('ratio') ? {} : { isOffer: true as const };
  return exactly({ ...plain, ...turned }, 'S&P 500 over Russell 2000', [...uses, wholeOf(utterance)], more);
};

/** `rut/spx ratio`, `what would it take to get back to 0.6`, and `0.55?` behind either. */
export const readRatio: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, RATIO);
  const { all, of, has } = phrases;
  const turned = inverseIn(utterance, phrases, context);
  if (turned) return [turned];
  const isNot = of('not').some((mark) => !of('level').some(({ from, to }) => from <= mark.from && mark.to < to));
  const dates = slotsOf(utterance, 'date').filter(({ said }) => said === 'now' || said === 'today');
  const isDated = slotsOf(utterance, 'date').length > dates.length || slotsOf(utterance, 'span').length > 0;
  const amounts = slotsOf(utterance, 'amount');
  // "the ratio back to a half"
  const levels = amounts.filter((one) => isLevel(one) && (!one.isFraction || has('ratio')));
  // two levels of the ratio are a sum whatever else is said
  const isSum = levels.length === 2 && has('ratio');
  if ((isNot && !isSum) || isDated || slotsOf(utterance, 'clock').length > 0) return [];
  const isOther = (['other', 'advice', 'fed', 'rate', 'income', 'parameter', 'odds'] as const).some((tag) =>
    marked(utterance, tag).some((mark) => mark.value !== 'stock' && !all.some((phrase) => overlaps(phrase, mark))),
  );
  // the note that prints it
  const who = slotsOf(utterance, 'who');
  const isPrinted = who.every(({ value }) =>
    library.notes.some(
      ({ number, publisher, author }) => number === PRINTED_IN && (publisher === value || author.name === value),
    ),
  );
  if (isOther || !isPrinted) return [];
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  const isGoingOn =
    context?.stale === undefined && (last?.kind === 'ratio' || (last?.kind === 'rotation' && levels.length > 0));
  const isRegain = levels.length > 0 && (has('regain') || has('lead'));
  const isOurs = has('of') || has('lead');
  if (!has('ratio') && !isRegain && !isGoingOn) return [];
  // "the ratio i mean" behind a span is of that
  const isOfSpan = last?.kind === 'rotation' && context?.stale === undefined && levels.length === 0;
  if (isOfSpan && !says(utterance, /^(?:now|today|current|currently|latest|rn|back|reach|regain)$/)) return [];
  if (isGoingOn && !has('ratio') && levels.length === 0 && !has('regain', 'regain')) return [];
  const uses = [
    ...all,
    ...levels,
    ...dates,
    ...(['index', 'wants', 'compare', 'reference', 'ratio', 'past', 'market', 'document', 'company'] as const).flatMap(
      (tag) => marked(utterance, tag),
    ),
    ...slotsOf(utterance, 'note'),
    ...who,
  ];
  if (!isOnly(utterance, [...uses, ...amounts])) return [];
  const before = isGoingOn && last?.kind === 'ratio' ? last : undefined;
  const question = asked(utterance.words, levels, before);
  if (question === undefined) return [];
  const name = question.to === undefined ? 'Russell ÷ S&P now' : `Russell ÷ S&P to ${question.to}`;
  const reading: Reading = { asks: question, name: name.slice(0, 30), how: 'exact', uses };
  // a level of what is not said, or a day on which it was there
  const isPast = levels.length > 0 && says(utterance, /^(?:when|ever)$/);
  // "from .37 to .5": no steps of a rate
  const isOfRatio = levels.length === 2 && levels.some(({ value, isDecimal }) => isDecimal && value % 0.25 > 0);
  if ((!has('ratio') && !isGoingOn && !isOurs && !isOfRatio) || isPast) return [{ ...reading, isOffer: true }];
  return [reading];
};

const asked = (
  words: readonly string[],
  levels: readonly Amount[],
  before: RatioQuestion | undefined,
): RatioQuestion | undefined => {
  const [first, second, third] = levels;
  if (third !== undefined) return undefined;
  const startsFrom = ({ from }: Amount): boolean =>
    words[from - 1] === 'from' || /^(?:start|starting|starts)$/.test(words[from - 2] ?? '');
  if (first === undefined) return { kind: 'ratio', ...(before?.to !== undefined && { to: before.to }) };
  if (second !== undefined) {
    const [from, to] = startsFrom(second) ? [second, first] : [first, second];
    return { kind: 'ratio', from: from.value, to: to.value };
  }
  return startsFrom(first)
    ? { kind: 'ratio', from: first.value, ...(before?.to !== undefined && { to: before.to }) }
    : { kind: 'ratio', ...(before?.from !== undefined && { from: before.from }), to: first.value };
};
