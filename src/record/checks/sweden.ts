import { isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { recomputedFrom } from '../finding.ts';
import { countValue, dayValue, percentValue, phrase } from '../phrase.ts';
import { NASDAQ } from '../published.ts';

const WRITTEN = isoDate('2024-09-18');

export const riksbankEasing = defineCheck({
  id: '000-riksbank',
  claims: ['000-riksbank-easing'],
  subject: 'Start of easing at the Riksbank',
  said: () => phrase`expected in the months after ${dayValue(WRITTEN)}`,
  judge: (_, { published: { riksbankCuts } }) => {
    const [first, second] = riksbankCuts;
    const made = riksbankCuts.filter(({ on }) => on < WRITTEN);
    const sources = riksbankCuts.map(({ source }) => source);
    return {
      verdict: made.length > 0 ? 'disagrees' : 'agrees',
      record: phrase`it had cut already: to ${percentValue(first.value)} on ${dayValue(first.on)} and to ${percentValue(second.value)} on ${dayValue(second.on)}.`,
      consequence: phrase`Swedish easing was ${countValue(made.length)} cuts old when the note was written.`,
      flag: phrase`record: easing since ${dayValue(first.on)}`,
      recomputed: riksbankCuts.map(({ value, on, source }) =>
        recomputedFrom([source])(`riksbank-${on}`, 'Riksbank policy rate', value, '%', on),
      ),
      sources,
    };
  },
});

export const swedishIndexName = defineCheck({
  id: '000-swedish-index',
  claims: ['000-sweden-small-ahead'],
  subject: 'Name of the Swedish small-cap index',
  said: () => phrase`OMXSSPI in one place, OMXSSCPI in another`,
  judge: () => ({
    verdict: 'loose',
    record: phrase`one index, two spellings: Nasdaq lists OMX Stockholm Small Cap, price index, as OMXSSCPI.`,
    consequence: phrase`Ask a data provider for OMXSSCPI.`,
    flag: phrase`Nasdaq’s symbol: OMXSSCPI`,
    sources: [NASDAQ],
  }),
});
