import type { Figure } from '../../notes/index.ts';
import { type Check, defineCheck } from '../check.ts';
import { givenValue, type Phrase, phrase } from '../phrase.ts';
import { swedishSmallCaps } from './sweden.ts';

/** A statement no free record can settle, and why. */
const uncheckable = <Name extends string = never>(statement: {
  readonly id: string;
  readonly claims: readonly [string, ...string[]];
  readonly figures?: Readonly<Record<Name, string>>;
  readonly subject: string;
  readonly said: (figures: Readonly<Record<Name, Figure>>) => Phrase;
  readonly why: Phrase;
}): Check => defineCheck({ ...statement, judge: () => ({ verdict: 'cannot be checked', record: statement.why }) });

export const UNCHECKABLE: readonly Check[] = [
  uncheckable({
    id: '000-model-inputs',
    claims: [
      '000-model-smallcap-inputs',
      '000-model-largecap-inputs',
      '000-model-rates',
      '000-model-floating-only',
      '000-model-cut-200',
    ],
    figures: {
      smallEbitda: '000-smallcap-ebitda',
      smallProfit: '000-smallcap-net-income',
      largeEbitda: '000-largecap-ebitda',
      largeProfit: '000-largecap-net-income',
      smallRate: '000-smallcap-rate',
      largeRate: '000-largecap-rate',
      cut: '000-model-cut',
      largeCut: '000-model-cut-large',
    },
    subject: 'Assumptions of the two example companies',
    said: ({ smallEbitda, largeEbitda, smallRate, largeRate }) =>
      phrase`EBITDA of ${givenValue(smallEbitda)} and ${givenValue(largeEbitda)}, rates of ${givenValue(smallRate)} and ${givenValue(largeRate)}`,
    why: phrase`assumed for an example and worked back from averages: nothing to check.`,
  }),
  uncheckable({
    id: '000-leverage',
    claims: ['000-model-leverage'],
    figures: { small: '000-smallcap-leverage', large: '000-largecap-leverage' },
    subject: 'Debt ÷ EBITDA of the two indexes',
    said: ({ small, large }) => phrase`${givenValue(small)} for the Russell, ${givenValue(large)} for the S&P`,
    why: phrase`the note gives no date and no method, and no free feed carries it.`,
  }),
  uncheckable({
    id: '000-forward-pe',
    claims: ['000-forward-pe'],
    figures: { russell: '000-rut-forward-pe', sp: '000-spx-forward-pe', nasdaq: '000-ndx-forward-pe' },
    subject: 'Forward P/E of the three indexes',
    said: ({ russell, sp, nasdaq }) =>
      phrase`${givenValue(russell)} Russell, ${givenValue(sp)} S&P, ${givenValue(nasdaq)} NASDAQ-100, called current`,
    why: phrase`no free feed; its source is dated 2023, and note 003 has a far deeper discount.`,
  }),
  uncheckable({
    id: '000-active-funds',
    claims: ['000-ft-active-funds'],
    figures: { share: '000-active-funds-beating' },
    subject: 'Active US equity funds ahead of their benchmark',
    said: ({ share }) => phrase`${givenValue(share)} in the first half of 2024`,
    why: phrase`no free count of funds against their benchmarks is at hand.`,
  }),
  uncheckable({
    id: '000-russell-recent-lead',
    claims: ['000-russell-recent-lead'],
    subject: 'Russell 2000 ahead of the S&P 500',
    said: () => phrase`lately, as reported in 2024`,
    why: phrase`the note gives neither a first day nor a last one, and the answer turns on them.`,
  }),
  // a person's own file may hold the closes
  swedishSmallCaps,
  uncheckable({
    id: '001-cut-priced',
    claims: ['001-cut-priced-in'],
    figures: { chance: '001-cut-priced' },
    subject: 'Cut of September 2025, as priced beforehand',
    said: ({ chance }) => phrase`${givenValue(chance)}`,
    why: phrase`no price of the federal funds futures of that day is at hand.`,
  }),
  uncheckable({
    id: '001-magnificent-7-weight',
    claims: ['001-magnificent-7-weight'],
    figures: { share: '001-magnificent-7-share' },
    subject: 'Weight of the Magnificent Seven',
    said: ({ share }) => phrase`about ${givenValue(share)} in the S&P 500 and the Nasdaq 100 alike`,
    why: phrase`index weights are not free, and one figure stands for two indexes.`,
  }),
  uncheckable({
    id: '002-reported-pe',
    claims: ['002-reported-pe'],
    figures: {
      spThen: '002-spx-reported-pe-2022',
      equalThen: '002-spx-equal-reported-pe-2022',
      sp: '002-spx-reported-pe',
      equal: '002-spx-equal-reported-pe',
    },
    subject: 'Reported P/E of the S&P 500, October 2022 and July 2024',
    said: ({ spThen, sp, equalThen, equal }) =>
      phrase`${givenValue(spThen)} to ${givenValue(sp)}, equal weight ${givenValue(equalThen)} to ${givenValue(equal)}`,
    why: phrase`no free, dated record of these multiples.`,
  }),
  uncheckable({
    id: '002-cheapest-on-sales',
    claims: ['002-cheapest-on-sales'],
    figures: { span: '002-cheapest-span' },
    subject: 'Small caps against large on price to sales',
    said: ({ span }) => phrase`the cheapest for ${givenValue(span)}`,
    why: phrase`no free record of sales multiples reaches back that far.`,
  }),
  uncheckable({
    id: '002-above-200-day',
    claims: ['002-above-200-day'],
    figures: { share: '002-spx-above-200-day' },
    subject: 'S&P 500 shares above their 200-day average',
    said: ({ share }) => phrase`${givenValue(share)}`,
    why: phrase`it takes the closes of every member of the index, which are not at hand.`,
  }),
  uncheckable({
    id: '002-nine-in-ten',
    claims: ['002-doing-nothing'],
    figures: { share: '002-nine-in-ten' },
    subject: 'How often leaving holdings alone is better',
    said: ({ share }) => phrase`nine in ten, or ${givenValue(share)}`,
    why: phrase`a figure of speech; no study is named.`,
  }),
  uncheckable({
    id: '003-discount-since-2008',
    claims: ['003-west-forward-discount'],
    subject: 'When the forward discount was last so deep',
    said: () => phrase`in the crisis of 2008`,
    why: phrase`no free record of forward multiples reaches back to then.`,
  }),
  uncheckable({
    id: '003-lead-in-2025',
    claims: ['003-west-2025-lead'],
    subject: 'Small-cap earnings in 2025',
    said: () => phrase`expected ahead of large caps’`,
    why: phrase`it speaks of earnings, not of prices, and no free record of index earnings is at hand.`,
  }),
  uncheckable({
    id: '003-magnificent-7-gains',
    claims: ['003-magnificent-7-contribution'],
    figures: { early: '003-magnificent-7-gains-2024', later: '003-magnificent-7-gains-2025' },
    subject: 'Magnificent 7’s share of the S&P 500’s gains',
    said: ({ early, later }) => phrase`${givenValue(early)} in early 2024, ${givenValue(later)} by mid-2025`,
    why: phrase`it takes index weights, which are not free, and the note names no start or end day.`,
  }),
  uncheckable({
    id: '003-value-index',
    claims: ['003-west-value-index'],
    figures: { multiple: '003-rut-value-forward-pe' },
    subject: 'Forward P/E of the Russell 2000 Value',
    said: ({ multiple }) => phrase`under ${givenValue(multiple)}, near its lowest against the S&P`,
    why: phrase`no free record of that index’s forward multiple.`,
  }),
];
