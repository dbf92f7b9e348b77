import { defineCheck } from '../check.ts';
import { isAbout, isMoreThan, recomputedFrom } from '../finding.ts';
import { dayValue, givenValue, percentValue, phrase, pointsValue, trillionsValue } from '../phrase.ts';

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
const ABOUT = 0.5;

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
      verdict: isAbout(since2022.value, rate.value, ABOUT) ? 'agrees' : 'disagrees',
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
