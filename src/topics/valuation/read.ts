import {
  isOnly,
  lexiconOf,
  type Mark,
  marked,
  marksOf,
  phrasesOf,
  says,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import { byNames, FIGURE_SUBJECTS, isNotMeant } from '../figure-subjects.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import words from './words.json' with { type: 'json' };

/** The multiples that can be set against one another, by what their indexes are called. */
const MULTIPLES: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly printed?: number }> =
  new Map(
    Object.entries<{ readonly id: string; readonly name: string; readonly printed?: number }>({
      small: { id: '000-rut-forward-pe', name: 'Russell', printed: 18 },
      large: { id: '000-spx-forward-pe', name: 'S&P', printed: 22 },
      ndx: { id: '000-ndx-forward-pe', name: 'Nasdaq', printed: 28 },
      equal: { id: '002-spx-equal-reported-pe', name: 'equal weight' },
    }),
  );
/** Of reported earnings, and so set against the index of the same companies only. */
const REPORTED = '002-spx-reported-pe';
/** As note 002 prints the index and its equal weight. */
const OF_EQUAL: readonly number[] = [18, 25];
const USUALLY: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ small: 'large', large: 'small', ndx: 'large' }),
);

const VALUATION = lexiconOf({ ...words, of: FIGURE_SUBJECTS });

type Place = Pick<Mark, 'from' | 'to'>;

const keyOf = (id: string | undefined): string | undefined =>
  [...MULTIPLES.keys()].find((key) => MULTIPLES.get(key)?.id === id);

/** The multiple that the last answer was about. */
const shownBy = (context: Context | undefined): string | undefined => {
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  if (context?.stale) return undefined;
  if (last?.kind === 'valuation') return keyOf(last.of);
  return last?.kind === 'figure' ? last.figures.map(keyOf).find((key) => key !== undefined) : undefined;
};

/** The two multiples that were shown one after the other, or both at once. */
const pairShown = (context: Context | undefined): readonly string[] => {
  const last = context?.last.kind === 'figure' && !context.stale ? context.last.figures : [];
  const keys = [...(context?.figureBefore?.figures ?? []), ...last].flatMap((id) => keyOf(id) ?? []);
  return last.length > 0 ? [...new Set(keys)].slice(-2) : [];
};

const reading = (of: string, against: string | undefined, uses: readonly Place[]): readonly Reading[] => {
  const isEqual = of === 'equal' || against === 'equal';
  const [one, other] = isEqual ? ['equal', undefined] : [of, against ?? USUALLY.get(of)];
  const [first, second] = [MULTIPLES.get(one), other === undefined ? undefined : MULTIPLES.get(other)];
  if (first === undefined || one === other) return [];
  return [
    {
      asks: { kind: 'valuation', of: first.id, against: second?.id ?? REPORTED },
      name: `P/E: ${first.name} against ${second?.name ?? 'S&P'}`.slice(0, 30),
      how: 'exact',
      uses,
    },
  ];
};

const MOST_WORDS_TURNED = 7;

/** `how much cheaper is the Russell than the S&P on forward earnings`, `and vs the Nasdaq?`, in a note that prints both. */
export const readValuation: ReadTopic = (utterance, context, library) => {
  const names = [...slotsOf(utterance, 'note'), ...slotsOf(utterance, 'who')];
  const isIn = byNames(utterance, library);
  return multiplesAsked(utterance, names.length > 0 ? undefined : context, names).filter(
    ({ asks }) => asks.kind === 'valuation' && isIn(asks.of) && isIn(asks.against),
  );
};

const multiplesAsked = (
  utterance: Utterance,
  context: Context | undefined,
  names: readonly Place[],
): readonly Reading[] => {
  const phrases = phrasesOf(utterance, VALUATION);
  const { all, of, has } = phrases;
  const [mark] = of('of');
  const isOther = has('not') || (mark && isNotMeant(utterance, mark)) || marked(utterance, 'advice').length > 0;
  if (isOther || slotsOf(utterance, 'span').length > 0) return [];
  // "biggest gap between small and large this year" is of the closes
  if (slotsOf(utterance, 'date').some(({ said }) => said) && !has('multiple')) return [];
  const isQuoted = phrases.has('discount') && phrases.of('of').length > 1;
  if (slotsOf(utterance, 'stance').length > 0 || (marked(utterance, 'people').length > 0 && !isQuoted)) return [];
  const amounts = slotsOf(utterance, 'amount').filter(({ unit }) => unit === undefined || unit === 'x');
  const byPrint = amounts.flatMap((slot) => {
    const key = [...MULTIPLES.keys()].find((one) => MULTIPLES.get(one)?.printed === slot.value);
    return key ? [{ key, slot }] : [];
  });
  const said = of('of').flatMap(({ value }) =>
    value === 'both' ? ['small', 'large'] : [value === 'regular' ? 'large' : value],
  );
  const spoken = said.includes('equal') ? said.filter((one) => one !== 'large') : said;
  const named = [...new Set(spoken.length > 0 ? spoken : byPrint.map(({ key }) => key))];
  const ofEqual = named.includes('equal') ? amounts.filter(({ value }) => OF_EQUAL.includes(value)) : [];
  const uses = [
    ...all,
    ...names,
    ...marksOf(utterance, 'reference', 'compare', 'relation'),
    ...byPrint.map(({ slot }) => slot),
    ...ofEqual,
  ];
  if (!isOnly(utterance, [...uses, ...amounts, ...slotsOf(utterance, 'date')])) return [];
  const shown = shownBy(context);
  const isTurned = shown !== undefined && utterance.words.length <= MOST_WORDS_TURNED && amounts.length === 0;
  const [first, second] = named;
  // "and against the nasdaq?"
  if (isTurned && first !== undefined && second === undefined && !has('multiple')) {
    const isAgainst =
      context?.last.kind === 'valuation' ||
      /^(?:vs|v|versus|against|relative|compared)$/.test(utterance.words.find((word) => word !== 'and') ?? '');
    if (isAgainst && !has('discount')) return reading(shown, first === shown ? undefined : first, uses);
  }
  const isDiscount = has('discount');
  const isPair = named.length === 2 && has('multiple') && has('against') && !has('note');
  // "the gap between those two", behind moves, is of them
  const spokenOf = [context, ...(context?.tentative ?? [])].map((one) => one?.last.kind ?? '');
  const isOfMoves = !has('multiple') && spokenOf.some((kind) => /^(?:rate-move|compare-moves|solve)$/.test(kind));
  if ((!isDiscount && !isPair) || isOfMoves) return [];
  if (named.length > 2) return [];
  if (first !== undefined && second !== undefined) return reading(first, second, uses);
  if (first === undefined) {
    const isThat = marked(utterance, 'reference').length > 0;
    const [one, other] = says(utterance, /^(?:two|those|these|them|both|between)$/) ? pairShown(context) : [];
    if (one && other) return reading(one, other, uses);
    // "so thats how much cheaper": the cheaper of two is the Russell
    const isCheap = phrases
      .of('discount')
      .some(({ from }) => /^(?:cheap|cheaper|discount|discounted)$/.test(utterance.words[from] ?? ''));
    const isTwo = context?.last.kind === 'figure' && shown === 'large' && !isThat && isCheap;
    if (shown !== undefined) return reading(isTwo ? 'small' : shown, undefined, uses);
    return reading('small', 'large', uses).map((one) => (isThat || !has('multiple') ? { ...one, isOffer: true } : one));
  }
  // "what discount is that to the s&p": the one named stands behind the word
  const at = of('of')[0]?.from ?? 0;
  const lead = utterance.words
    .slice(Math.max(0, at - 2), at)
    .find((word) => /^(?:to|vs|v|versus|against|than|over|from|with)$/.test(word));
  if (lead === undefined) return reading(first, shown === first ? undefined : shown, uses);
  const subject = shown !== undefined && shown !== first ? shown : first === 'small' ? 'large' : 'small';
  return reading(subject, first, uses);
};
