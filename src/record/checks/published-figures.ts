import { FLOATING_SHARE_ESTIMATES } from '../../sensitivity/index.ts';
import { isoDate, type Percent, percent } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { isAbout, isMoreThan, recomputedFrom, roundsTo } from '../finding.ts';
import {
  countValue,
  dayValue,
  givenValue,
  type Phrase,
  percentValue,
  phrase,
  pointsValue,
  trillionsValue,
} from '../phrase.ts';
import { type CitedFigure, WEDBUSH } from '../published.ts';

/** Claims held against figures that others publish. */

/**
 * Discount of one multiple to another: (1 − multiple ÷ against) × 100.
 *
 * @returns percent; negative where the first is the dearer
 * @example discountOf(18, 22) // 18.181818
 * @example discountOf(28, 22) // −27.272727
 */
export const discountOf = (multiple: number, against: number): Percent => percent((1 - multiple / against) * 100);

const NOTE_000 = { name: 'Note 000, forward P/E' };

export const forwardDiscount = defineCheck({
  id: '003-forward-discount',
  claims: ['003-west-forward-discount', '003-west-valuation', '000-forward-pe'],
  figures: { discount: '003-rut-forward-discount' },
  inputs: { russell: '000-rut-forward-pe', sp: '000-spx-forward-pe' },
  subject: 'Russell’s forward P/E discount to the S&P',
  said: ({ discount }) => phrase`${givenValue(discount)}`,
  judge: ({ discount }, { inputs: { russell, sp } }) => {
    const implied = discountOf(russell.value, sp.value);
    return {
      verdict: roundsTo(implied, discount.value) ? 'agrees' : 'conflicts',
      record: phrase`note 000’s ${givenValue(russell)} and ${givenValue(sp)} make it ${percentValue(implied)}. No free record settles it; dates and perhaps methods differ.`,
      consequence: phrase`How cheap small caps look rests on the source: name it with the figure.`,
      flag: phrase`note 000: ${percentValue(implied)}`,
      recomputed: [
        recomputedFrom([NOTE_000])(
          'forward-discount-000',
          'Russell’s discount by note 000',
          implied,
          '%',
          isoDate('2024-09-18'),
        ),
      ],
      sources: [NOTE_000],
    };
  },
});

/** Members of the Russell 2000, to the nearest thousand. */
const MEMBERS = 2_000;
/** "about half": by no more than five percentage points. */
const ABOUT = 5;

const share = (value: number) => givenValue({ value, unit: '%' });

/** `36% (Goldman Sachs, 31 Dec 2024)`. */
const by = ({ value, on, source }: CitedFigure): Phrase => [share(value), ` (${source.name}, `, dayValue(on), ')'];

export const unprofitableShare = defineCheck({
  id: '001-unprofitable',
  claims: ['001-half-unprofitable'],
  figures: { printed: '001-rut-unprofitable' },
  subject: 'Russell 2000 members without a profit',
  said: ({ printed }) => phrase`about ${givenValue(printed)}`,
  judge: ({ printed }, { published: { unprofitable } }) => {
    const byShare = [...unprofitable].sort((one, other) => one.value - other.value);
    const low = byShare[0] ?? unprofitable[0];
    const high = byShare.at(-1) ?? low;
    const fewer = (value: number) => countValue(((printed.value - value) / 100) * MEMBERS);
    return {
      verdict: unprofitable.some(({ value }) => isAbout(value, printed.value, ABOUT)) ? 'agrees' : 'loose',
      record: ['others publish ', ...by(low), ' to ', ...by(high), '.'],
      consequence: phrase`Of some ${countValue(MEMBERS)} members that is ${fewer(high.value)} to ${fewer(low.value)} fewer.`,
      flag: phrase`published: ${share(low.value)} to ${share(high.value)}`,
      recomputed: unprofitable.map(({ value, on, source }) =>
        recomputedFrom([source])(`unprofitable-${on}`, 'Russell 2000 members without a profit', value, '%', on),
      ),
      sources: unprofitable.map(({ source }) => source),
    };
  },
});

export const floatingShares = defineCheck({
  id: '000-floating-shares',
  claims: ['000-model-smallcap-debt-split', '000-model-largecap-debt-split'],
  figures: { small: '000-smallcap-floating-share', large: '000-largecap-floating-share' },
  subject: 'Floating share of debt',
  said: ({ small, large }) => phrase`${givenValue(small)} for small caps, ${givenValue(large)} for large`,
  judge: () => {
    const { low, high } = FLOATING_SHARE_ESTIMATES;
    return {
      verdict: 'cannot be checked',
      record: phrase`others publish ${share(low.shares.small)} and ${share(low.shares.large)} (Goldman Sachs, Sep 2023) up to ${share(high.shares.small)} and ${share(high.shares.large)} (Apollo, Jul 2024).`,
      sources: [{ name: low.by }, { name: high.by }],
    };
  },
});

export const moneyFunds = defineCheck({
  id: '000-money-funds',
  claims: ['000-money-funds'],
  figures: { assets: '000-money-fund-assets' },
  subject: 'Assets of US money market funds',
  said: ({ assets }) => phrase`more than ${givenValue(assets)}`,
  judge: ({ assets }, { published: { moneyFunds: counted } }) => ({
    verdict: isMoreThan(counted.value, assets.value) ? 'agrees' : 'disagrees',
    record: phrase`${trillionsValue(counted.value)} on ${dayValue(counted.on)}, by the weekly count of the Investment Company Institute.`,
    consequence: phrase`Less money stood aside than the note has it.`,
    flag: phrase`record: ${trillionsValue(counted.value)}`,
    recomputed: [
      recomputedFrom([counted.source])(
        'money-funds',
        'US money market funds, assets',
        counted.value,
        'US$ tn',
        counted.on,
      ),
    ],
    sources: [counted.source],
  }),
});

/** "about 5 %": by no more than half a percentage point. */
const HALF_A_POINT = 0.5;

export const cashReturn = defineCheck({
  id: '000-cash-return',
  claims: ['000-cash-return'],
  figures: { rate: '000-money-fund-return' },
  subject: 'Yearly return on cash since 2022',
  said: ({ rate }) => phrase`about ${givenValue(rate)}`,
  judge: ({ rate }, { published: { fedFunds } }) => {
    const { of2022, since2023, since2022 } = fedFunds;
    const figure = recomputedFrom([since2022.source]);
    return {
      verdict: isAbout(since2022.value, rate.value, HALF_A_POINT) ? 'agrees' : 'disagrees',
      record: phrase`the Fed’s rate, which such funds follow, averaged ${percentValue(of2022.value)} in 2022, ${percentValue(since2023.value)} from 2023 to ${dayValue(since2022.on)}, ${percentValue(since2022.value)} over the whole span.`,
      consequence: phrase`Cash earned about ${pointsValue(rate.value - since2022.value)} a year less: 5% holds from 2023 only.`,
      flag: phrase`record: ${percentValue(since2022.value)} a year, ${percentValue(of2022.value)} in 2022`,
      recomputed: [
        figure('fed-funds-2022', 'Effective federal funds rate, mean', of2022.value, '%', of2022.on),
        figure('fed-funds-since-2022', 'Effective federal funds rate, mean', since2022.value, '%', since2022.on),
        figure('fed-funds-since-2023', 'Effective federal funds rate, mean', since2023.value, '%', since2023.on),
      ],
      sources: [since2022.source],
    };
  },
});

export const roleOfIves = defineCheck({
  id: '000-ives-role',
  claims: ['000-ives-parabolic', '000-ives-sentiment'],
  subject: 'Who Dan Ives is',
  said: () => phrase`a fund manager`,
  judge: () => ({
    verdict: 'disagrees',
    record: phrase`a technology analyst at Wedbush Securities, a broker, as the press had him in 2024.`,
    consequence: phrase`It is the word of an analyst who covers technology, not of somebody who invests.`,
    flag: phrase`record: analyst at Wedbush`,
    sources: [WEDBUSH],
  }),
});
