import { type Amount, isOnly, lexiconOf, marked, overlaps, phrasesOf, says, slotsOf } from '../../language/index.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { RatioQuestion } from './question.ts';

const RATIO = lexiconOf({
  ratio: {
    ratio:
      'ratio|index ratio|the ratio|ratios|relative level|relative strength|relative performance|relative price|rut / spx|r2k / spx|r2k / s&p|rut / s&p|russell / s&p|russell / spx|russell 2000 / s&p 500|iwm / spy|small / large|smalls / larges|rut over spx|russell over s&p|russell over the s&p|russell over spx|russell divided by s&p|russell divided by the s&p|small over large|small caps over large caps|small to large|small cap to large cap|spx / rut|s&p / russell|rutspx|rut : spx|russell to s&p|russell to the s&p',
    stand:
      'where do small caps stand|where does the russell stand|where are small caps|where do smalls stand|where do we stand|where does it stand|where does r2k stand|stand against|stands against|stand vs|stand versus',
  },
  of: {
    of: 'small caps|small cap|smallcaps|smalls|small|russell 2000|russell|r2k|rut|rty|large caps|large cap|largecaps|larges|large|s&p 500|s&p|spx|sp500|spy|iwm|the two|both|index|indexes|indices|stocks|it|they|we',
  },
  regain: {
    regain:
      'if|went back to|goes back to|gets back to|went to|goes to|get to|must beat|went|goes|fell to|drops to|back to|back up to|get back up to|first|back at|regain|get to|get back to|reach|return to|get back|recover|recover to|hit|again|needed|need|needs|take|takes|required|requires|how far|catch up|climb|climb to|beat|how much|rise to|go to|going to|touch|see|to get to|would it take|what would it take|what does it take|have to|has to|must',
  },
  lead: { lead: 'outperform|outperformance|outperformed|relative gain|lead' },
  level: {
    level:
      'level|reading|sit|sits|sitting|these days|this arvo|this afternoon|this morning|this evening|current|latest|now|today|right now|rn|trading|trading as|stand|stands|is|where|whats|what|at|to|from|vs|over|against|between|divided by|relative to|versus|printed|note|notes|print|the notes|in the notes|as printed|move|change|percent|%|old|new|high|much|end|instead|say|quoted|drop|dropped|fall|fell|rise|rose|far|change|changed|high point|per|before the cpi|before the cpi print|before cpi|eve of the cpi|on the eve of the cpi|before the inflation report|before the july cpi|before the july inflation report|early july',
  },
  not: {
    not: 'that month|that year|that day|same day|since then|over that|that stretch|that quarter|that week|lift ratio|coverage ratio|interest coverage|pe ratio|p / e ratio|price to sales ratio|sharpe|sharpe ratio|expense ratio|payout ratio|put call|put / call|debt ratio|leverage ratio|ratio of lift|ratio of the lift|cash ratio|capital ratio|tier 1|hedge ratio|brief|alert|ping|crosses|above|below|drops below|goes over|who|why|ath|peak|high|low|average|moving average|chart|did|true|wrong|right|check|correct|accurate|think|thinks|pe|p / e|forward|discount|earnings|valuation|multiple|debt|leverage|goes|ytd|mtd|since',
  },
});

/** The note with its levels. */
const PRINTED_IN = '002';
/** No other number with a point is a ratio of these two indexes. */
const [LEAST, MOST] = [0.2, 1];

const isLevel = ({ unit, value, isDecimal, isFraction, sign }: Amount): boolean =>
  unit === undefined && (isDecimal || isFraction) && sign === '' && value >= LEAST && value <= MOST;

/** `rut/spx ratio`, `what would it take to get back to 0.6`, and `0.55?` behind either. */
export const readRatio: ReadTopic = (utterance, context, library) => {
  const { all, of, has } = phrasesOf(utterance, RATIO);
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
  const isRegain = levels.length > 0 && has('regain');
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
  // a level of what is not said
  if (!has('ratio') && !isGoingOn && !isOurs) return [{ ...reading, isOffer: true }];
  return [reading];
};

const asked = (
  words: readonly string[],
  levels: readonly Amount[],
  before: RatioQuestion | undefined,
): RatioQuestion | undefined => {
  const [first, second, third] = levels;
  if (third !== undefined) return undefined;
  const startsFrom = ({ from }: Amount): boolean => words[from - 1] === 'from';
  if (first === undefined) return { kind: 'ratio', ...(before?.to !== undefined && { to: before.to }) };
  if (second !== undefined) {
    const [from, to] = startsFrom(second) ? [second, first] : [first, second];
    return { kind: 'ratio', from: from.value, to: to.value };
  }
  return startsFrom(first)
    ? { kind: 'ratio', from: first.value, ...(before?.to !== undefined && { to: before.to }) }
    : { kind: 'ratio', ...(before?.from !== undefined && { from: before.from }), to: first.value };
};
