import { lexiconOf, type Mark, type Phrases, slotsOf, type Utterance } from '../../language/index.ts';
import { FIGURE_SUBJECTS } from '../figure-subjects.ts';
import words from './words.json' with { type: 'json' };

/** The ids of what the notes print of each measure; `#` stands for the two companies. */
const MEASURES: ReadonlyMap<string, readonly string[]> = new Map(
  `
  forward: 000-rut-forward-pe 000-spx-forward-pe 000-ndx-forward-pe 003-rut-value-forward-pe; reported:
  002-spx-reported-pe 002-spx-equal-reported-pe 002-spx-reported-pe-2022 002-spx-equal-reported-pe-2022; pe:
  000-rut-forward-pe 000-spx-forward-pe 000-ndx-forward-pe 003-rut-value-forward-pe 002-spx-reported-pe
  002-spx-equal-reported-pe 002-spx-reported-pe-2022 002-spx-equal-reported-pe-2022; discount:
  003-rut-forward-discount; sales: 002-cheapest-span; unprofitable: 001-rut-unprofitable; weight:
  001-magnificent-7-share; gains: 003-magnificent-7-gains-2024 003-magnificent-7-gains-2025; average:
  002-spx-above-200-day; highs: 001-spx-new-highs; rebound: 001-rut-rebound; intraday: 001-rut-intraday-high
  001-rut-intraday-rise 001-rut-day-change; day change: 001-rut-day-change; late 2023: 002-spx-late-2023
  002-rut-late-2023; money funds: 000-money-fund-assets; cash return: 000-money-fund-return; active funds:
  000-active-funds-beating; dots: 001-dots-total 001-dots-remaining 001-dots-change 001-dots-next-year; bull market:
  002-bull-market-age; priced: 001-cut-priced; ebitda: 000-#-ebitda; net income: 000-#-net-income; debt: 000-#-debt;
  leverage: 000-#-leverage; floating share: 000-#-floating-share; floating debt: 000-#-floating-debt
  000-#-floating-share; fixed share: 000-#-fixed-share; fixed debt: 000-#-fixed-debt 000-#-fixed-share; interest
  bill: 000-#-interest-before; interest after: 000-#-interest-after; floating interest:
  000-#-floating-interest-before; fixed interest: 000-#-fixed-interest; rate: 000-#-rate
  `
    .trim()
    .replace(/\s+/g, ' ')
    .split('; ')
    .map((row) => {
      const [measure = '', ids = ''] = row.split(':');
      return [measure, ids.trim().split(' ')] as const;
    }),
);

/** The same in dollars and as a share or a multiple. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ['floating share', 'floating debt'],
  ['fixed share', 'fixed debt'],
  ['leverage', 'debt'],
]);

/** `in dollars`, `as a share`: a measure as money, or as what it is of the whole. */
export const counterpartOf = (measure: string, isMoney: boolean): string | undefined =>
  isMoney ? COUNTERPARTS.get(measure) : [...COUNTERPARTS].find(([, money]) => money === measure)?.[0];

/** Figures of the two example companies, which a number or a direction makes a question of the model. */
export const isOfExamples = (measure: string): boolean =>
  MEASURES.get(measure)?.some((id) => id.includes('#')) ?? false;

export const idsOf = (measure: string): readonly string[] =>
  (MEASURES.get(measure) ?? []).flatMap((id) =>
    id.includes('#') ? ['smallcap', 'largecap'].map((company) => id.replace('#', company)) : [id],
  );

/** The measures that print a figure, the narrowest first. */
export const measuresOf = (id: string): readonly string[] =>
  [...MEASURES.keys()]
    .filter((measure) => idsOf(measure).includes(id))
    .sort((one, other) => idsOf(one).length - idsOf(other).length);

/** Of whom a figure is, as its id says it. */
export const subjectOf = (id: string): string | undefined =>
  (
    [
      ['value', /rut-value/],
      ['equal', /spx-equal/],
      ['small', /smallcap|rut/],
      ['large', /largecap|spx/],
      ['ndx', /ndx/],
      ['seven', /magnificent/],
    ] as const
  ).find(([, part]) => part.test(id))?.[0];

export const FIGURES = lexiconOf({ ...words, of: FIGURE_SUBJECTS });

/** Words that an index is more often named by than its narrower namesakes. */
const NARROWER: ReadonlyMap<string, string> = new Map([
  ['value', 'small'],
  ['equal', 'large'],
]);

/** Whom the words name, the narrower of two namesakes only. */
export const subjectsIn = (phrases: Phrases): readonly string[] => {
  const said = [...new Set(phrases.of('of').map(({ value }) => value))];
  const all = said.includes('both') ? ['small', 'large'] : said;
  const narrow = all.filter((one) => !all.some((other) => NARROWER.get(other) === one));
  return narrow.map((one) => (one === 'regular' ? 'large' : one));
};

export const measuresIn = (phrases: Phrases): readonly string[] => {
  // the equal weight index is no weight
  const isOfName = (mark: Mark): boolean =>
    phrases.of('of').some(({ from, to }) => from <= mark.from && mark.to <= to && to - from > mark.to - mark.from);
  const said = [...new Set(phrases.of('measure').flatMap((mark) => (isOfName(mark) ? [] : mark.value)))];
  const isNarrowed = (one: string): boolean =>
    (one === 'pe' && said.some((other) => other === 'forward' || other === 'reported')) ||
    (one === 'debt' && said.some((other) => /floating|fixed|leverage|interest/.test(other)));
  return said.filter((one) => !isNarrowed(one));
};

/** The figures of a measure for those it is asked of; without any, the newest of all but the narrower indexes. */
export const figuresFor = (measure: string, subjects: readonly string[], year?: number | 'any'): readonly string[] => {
  const all = idsOf(measure);
  const dated = all.filter((id) => year !== undefined && id.endsWith(`-${year}`));
  const inYear = year === 'any' ? all : dated.length > 0 ? dated : all.filter((id) => !id.endsWith('-2022'));
  const owned = inYear.some((id) => subjectOf(id) !== undefined);
  const isNamed = subjects.length > 0 && owned;
  return inYear.filter((id) => (isNamed ? subjects.includes(subjectOf(id) ?? '') : subjectOf(id) !== 'value'));
};

/** The year that a figure is of, or that is said: `2024`, `in 24`, `by q2 25`. */
export const yearSaid = (
  utterance: Utterance,
): { readonly year?: number; readonly places: readonly Mark['from'][] } => {
  const [date] = slotsOf(utterance, 'date').filter(({ year }) => year !== undefined);
  if (date?.year !== undefined) return { year: date.year, places: [date.from] };
  const short = slotsOf(utterance, 'amount').filter(
    ({ from, value, unit }) =>
      unit === undefined &&
      value >= 20 &&
      value <= 40 &&
      /^(?:in|for|by|during|early|mid|late)$/.test(utterance.words[from - 1] ?? ''),
  );
  return short[0] ? { year: 2000 + short[0].value, places: short.map(({ from }) => from) } : { places: [] };
};

export const yearOfFigure = (id: string): number | undefined => {
  const year = /-(20\d\d)$/.exec(id)?.[1];
  return year === undefined ? undefined : Number(year);
};

export const SUBJECT_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    small: 'small caps',
    large: 'large caps',
    ndx: 'the Nasdaq 100',
    equal: 'the equal weight',
    value: 'value shares',
    seven: 'the Mag 7',
  }),
);

const OVER_TIME =
  /^(?:(?:and|so|ok|how is (?:that|it)|is that|thats?|it) )*(?:(?:vs|v|versus|against|relative to|compared (?:to|with)|below|above|on) )?(?:its |their |the )?(?:own )?(?:history|past|(?:historical |long run |long term |[0-9]+ ?(?:y|yr|year) )?(?:average|norm|mean|median|usual))\W*$/;
const LOSERS =
  /^(?:(?:and|so|is|does|are|it|that|this|do|they) )*(?:includ\w+|excl\w*|ex|with|without) (?:the )?(?:negatives?|negative earners|loss ?makers?|losers|unprofitables?(?: ones| names)?)\W*$/;

/** What is asked of a multiple and no note prints: how it usually stands, or it without the loss makers. */
export const unprinted = ({ joined }: Utterance, id: string): string | undefined => {
  if (!id.endsWith('-pe')) return undefined;
  if (LOSERS.test(joined)) return 'a multiple without the loss makers';
  return OVER_TIME.test(joined) ? `a usual P/E of ${SUBJECT_NAMES.get(subjectOf(id) ?? '') ?? 'an index'}` : undefined;
};
