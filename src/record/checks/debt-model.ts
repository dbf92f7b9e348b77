import type { Figure } from '../../notes/index.ts';
import {
  afterTax,
  effectOf,
  LARGE_CAP,
  type NetIncomeEffect,
  type RateMoveEffect,
  SMALL_CAP,
} from '../../sensitivity/index.ts';
import { basisPoints, isoDate } from '../../units.ts';
import { defineCheck, type Judgement } from '../check.ts';
import { isLastDigit, type RecordFigure, recomputedFrom, roundsTo } from '../finding.ts';
import { givenValue, millionsValue, percentValue, phrase } from '../phrase.ts';

const MODEL = { name: 'Recomputed from the note’s own inputs' };
const figure = recomputedFrom([MODEL]);
const WRITTEN = isoDate('2024-09-18');

const small = { at100: effectOf(SMALL_CAP, basisPoints(-100)), at200: effectOf(SMALL_CAP, basisPoints(-200)) };
const large = { at100: effectOf(LARGE_CAP, basisPoints(-100)), at200: effectOf(LARGE_CAP, basisPoints(-200)) };

const liftOf = (effect: NetIncomeEffect): number => {
  if (effect.kind !== 'lift') throw new Error('the example companies make a profit');
  return effect.lift;
};

/** What the note prints beside what the model gives; agrees where every one rounds to what is printed. */
const allRound = (pairs: readonly (readonly [printed: Figure, value: number])[]): boolean =>
  pairs.every(([printed, value]) => roundsTo(value, printed.value));

const judged = (
  pairs: readonly (readonly [printed: Figure, value: number])[],
  record: Judgement['record'],
  recomputed: readonly RecordFigure[],
): Judgement => ({ verdict: allRound(pairs) ? 'agrees' : 'disagrees', record, recomputed, sources: [MODEL] });

const fixedShare = ({ borrower }: RateMoveEffect): number => 100 - borrower.floatingShare;

export const debtAndInterest = defineCheck({
  id: '000-model-debt-and-interest',
  claims: [
    '000-model-smallcap-debt',
    '000-model-largecap-debt',
    '000-model-smallcap-debt-split',
    '000-model-largecap-debt-split',
    '000-model-smallcap-interest-before',
    '000-model-largecap-interest-before',
  ],
  figures: {
    smallDebt: '000-smallcap-debt',
    smallFloating: '000-smallcap-floating-debt',
    smallFixedShare: '000-smallcap-fixed-share',
    smallFixed: '000-smallcap-fixed-debt',
    smallFloatingInterest: '000-smallcap-floating-interest-before',
    smallFixedInterest: '000-smallcap-fixed-interest',
    smallInterest: '000-smallcap-interest-before',
    largeDebt: '000-largecap-debt',
    largeFloating: '000-largecap-floating-debt',
    largeFixedShare: '000-largecap-fixed-share',
    largeFixed: '000-largecap-fixed-debt',
    largeFloatingInterest: '000-largecap-floating-interest-before',
    largeFixedInterest: '000-largecap-fixed-interest',
    largeInterest: '000-largecap-interest-before',
  },
  subject: 'Debt and interest before a cut',
  said: ({ smallInterest, largeInterest }) =>
    phrase`SmallCap pays ${givenValue(smallInterest)} a year, LargeCap ${givenValue(largeInterest)}`,
  judge: (f) =>
    judged(
      [
        [f.smallDebt, small.at100.totalDebt],
        [f.smallFloating, small.at100.floatingDebt],
        [f.smallFixedShare, fixedShare(small.at100)],
        [f.smallFixed, small.at100.fixedDebt],
        [f.smallFloatingInterest, small.at100.before.floating],
        [f.smallFixedInterest, small.at100.before.fixed],
        [f.smallInterest, small.at100.before.total],
        [f.largeDebt, large.at100.totalDebt],
        [f.largeFloating, large.at100.floatingDebt],
        [f.largeFixedShare, fixedShare(large.at100)],
        [f.largeFixed, large.at100.fixedDebt],
        [f.largeFloatingInterest, large.at100.before.floating],
        [f.largeFixedInterest, large.at100.before.fixed],
        [f.largeInterest, large.at100.before.total],
      ],
      phrase`${millionsValue(small.at100.before.total)} and ${millionsValue(large.at100.before.total)} from the note’s own inputs, and so every step before it.`,
      [
        figure('smallcap-interest', 'SmallCap, yearly interest', small.at100.before.total, 'US$ m', WRITTEN),
        figure('largecap-interest', 'LargeCap, yearly interest', large.at100.before.total, 'US$ m', WRITTEN),
      ],
    ),
});

export const cutOf100 = defineCheck({
  id: '000-model-100',
  claims: [
    '000-model-smallcap-interest-after',
    '000-model-largecap-interest-after',
    '000-model-smallcap-100',
    '000-model-largecap-100',
  ],
  figures: {
    smallRate: '000-smallcap-rate-after',
    smallFloatingInterest: '000-smallcap-floating-interest-after',
    smallInterest: '000-smallcap-interest-after',
    smallSaving: '000-smallcap-saving-100',
    smallLift: '000-smallcap-lift-100',
    largeRate: '000-largecap-rate-after',
    largeFloatingInterest: '000-largecap-floating-interest-after',
    largeInterest: '000-largecap-interest-after',
    largeSaving: '000-largecap-saving-100',
    largeLift: '000-largecap-lift-100',
  },
  subject: 'Net income after a 100 bp cut',
  said: ({ smallLift, largeLift }) =>
    phrase`SmallCap up ${givenValue(smallLift)}, LargeCap up ${givenValue(largeLift)}`,
  judge: (f) => {
    const lifts = [liftOf(small.at100.netIncome), liftOf(large.at100.netIncome)] as const;
    const [smallTaxed, largeTaxed] = [small, large].map(({ at100 }) => liftOf(afterTax(at100.netIncome))) as [
      number,
      number,
    ];
    return judged(
      [
        [f.smallRate, small.at100.floatingRateAfter],
        [f.smallFloatingInterest, small.at100.after.floating],
        [f.smallInterest, small.at100.after.total],
        [f.smallSaving, small.at100.saving],
        [f.smallLift, lifts[0]],
        [f.largeRate, large.at100.floatingRateAfter],
        [f.largeFloatingInterest, large.at100.after.floating],
        [f.largeInterest, large.at100.after.total],
        [f.largeSaving, large.at100.saving],
        [f.largeLift, lifts[1]],
      ],
      phrase`${percentValue(lifts[0])} and ${percentValue(lifts[1])} before tax; after federal tax ${percentValue(smallTaxed)} and ${percentValue(largeTaxed)}.`,
      [
        figure('smallcap-lift-100', 'SmallCap, rise in net income', lifts[0], '%', WRITTEN),
        figure('largecap-lift-100', 'LargeCap, rise in net income', lifts[1], '%', WRITTEN),
        figure('smallcap-lift-100-taxed', 'SmallCap, rise in net income after tax', smallTaxed, '%', WRITTEN),
        figure('largecap-lift-100-taxed', 'LargeCap, rise in net income after tax', largeTaxed, '%', WRITTEN),
      ],
    );
  },
});

export const cutOf200 = defineCheck({
  id: '000-model-200',
  claims: ['000-model-smallcap-200', '000-model-largecap-200'],
  figures: {
    smallSaving: '000-smallcap-saving-200',
    largeSaving: '000-largecap-saving-200',
    largeLift: '000-largecap-lift-200',
  },
  subject: 'Savings and LargeCap net income after a 200 bp cut',
  said: ({ smallSaving, largeSaving, largeLift }) =>
    phrase`savings of ${givenValue(smallSaving)} and ${givenValue(largeSaving)}, LargeCap up ${givenValue(largeLift)}`,
  judge: (f) => {
    const lift = liftOf(large.at200.netIncome);
    return judged(
      [
        [f.smallSaving, small.at200.saving],
        [f.largeSaving, large.at200.saving],
        [f.largeLift, lift],
      ],
      phrase`${millionsValue(small.at200.saving)}, ${millionsValue(large.at200.saving)} and ${percentValue(lift)}.`,
      [figure('largecap-lift-200', 'LargeCap, rise in net income', lift, '%', WRITTEN)],
    );
  },
});

export const smallCapLiftAt200 = defineCheck({
  id: '000-model-200-smallcap',
  claims: ['000-model-smallcap-200'],
  figures: { lift: '000-smallcap-lift-200' },
  subject: 'SmallCap net income after a 200 bp cut',
  said: ({ lift }) => phrase`up ${givenValue(lift)}`,
  judge: ({ lift }) => {
    const recomputed = liftOf(small.at200.netIncome);
    return {
      verdict: roundsTo(recomputed, lift.value)
        ? 'agrees'
        : isLastDigit(recomputed, lift.value)
          ? 'rounding'
          : 'disagrees',
      record: phrase`${millionsValue(small.at200.saving)} ÷ ${givenValue({ value: SMALL_CAP.netIncome, unit: 'US$ m' })} = ${percentValue(recomputed)}; the last digit is a rounding slip.`,
      consequence: phrase`Nothing else in the note rests on that digit.`,
      flag: phrase`recomputed: ${percentValue(recomputed)}`,
      recomputed: [figure('smallcap-lift-200', 'SmallCap, rise in net income', recomputed, '%', WRITTEN)],
      sources: [MODEL],
    };
  },
});
