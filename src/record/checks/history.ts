import { exactInterval, requiredOutperformance } from '../../index-ratio/index.ts';
import { isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { recomputedFrom } from '../finding.ts';
import {
  changeValue,
  countValue,
  dayValue,
  givenValue,
  listedValues,
  type PhraseValue,
  percentValue,
  phrase,
  ratioValue,
  yearValue,
} from '../phrase.ts';
import { type FirstCutReturns, YAHOO } from '../published.ts';

const CENTURY_END = isoDate('1999-12-31');
const MID_2021 = isoDate('2021-06-30');
/** OpenAI opened ChatGPT to the public. @see https://openai.com/index/chatgpt/ */
const CHATGPT = isoDate('2022-11-30');
const WRITTEN = isoDate('2024-09-18');

/** "much alike": the ratio moved by no more than ten percent. */
const ALIKE = 10;

export const indexesAlike = defineCheck({
  id: '000-indexes-alike',
  claims: ['000-us-indexes-alike'],
  days: [CENTURY_END, MID_2021, CHATGPT],
  subject: 'S&P 500 and Russell 2000 until mid-2021',
  said: () => phrase`much alike, then a split`,
  judge: (_, { market }) => {
    const before = market.change(CENTURY_END, MID_2021);
    const after = market.change(MID_2021, CHATGPT);
    const figure = recomputedFrom(market.sources);
    const isAlike = Math.abs(before.lead) <= ALIKE;
    return {
      verdict: after.lead >= 0 ? 'disagrees' : isAlike ? 'agrees' : 'loose',
      record: phrase`Russell ${changeValue(before.russell)}, S&P ${changeValue(before.sp)} from ${dayValue(CENTURY_END)} to ${dayValue(MID_2021)}; the split fits.`,
      consequence: phrase`Not alike: by mid-2021 the Russell stood ${changeValue(before.lead)} above the S&P since 1999.`,
      flag: phrase`record: Russell far ahead by mid-2021`,
      recomputed: [
        figure('russell-to-mid-2021', 'Russell 2000, price change', before.russell, '%', MID_2021),
        figure('sp-to-mid-2021', 'S&P 500, price change', before.sp, '%', MID_2021),
        figure('lead-mid-2021-to-chatgpt', 'Russell’s lead over the S&P, %', after.lead, '%', CHATGPT),
      ],
    };
  },
});

export const chatGptGap = defineCheck({
  id: '000-chatgpt-gap',
  claims: ['000-chatgpt-marker'],
  days: [CHATGPT, WRITTEN],
  subject: 'S&P 500 since ChatGPT opened',
  said: () => phrase`drew clear of the Russell from then on`,
  judge: (_, { market }) => {
    const moved = market.change(CHATGPT, WRITTEN);
    const figure = recomputedFrom(market.sources);
    return {
      verdict: moved.lead < 0 ? 'agrees' : 'disagrees',
      record: phrase`S&P ${changeValue(moved.sp)}, Russell ${changeValue(moved.russell)} from ${dayValue(CHATGPT)} to ${dayValue(WRITTEN)}.`,
      consequence: phrase`The Russell did not lag from then on.`,
      flag: phrase`record: Russell ${changeValue(moved.russell)}`,
      recomputed: [
        figure('russell-since-chatgpt', 'Russell 2000, price change', moved.russell, '%', WRITTEN),
        figure('sp-since-chatgpt', 'S&P 500, price change', moved.sp, '%', WRITTEN),
      ],
    };
  },
});

/** True where the Russell 2000 did better than the S&P 500 over the twelve months. */
export const smallCapsLed = ({ russell, sp }: FirstCutReturns): boolean => russell > sp;

const yearOf = ({ on }: FirstCutReturns): number => Number(on.slice(0, 4));

/** Which shares so few cycles leave open, 95 %, whole percents. */
export const shareLeftOpen = (
  firstCuts: readonly FirstCutReturns[],
): readonly [low: PhraseValue, high: PhraseValue] => {
  const { low, high } = exactInterval(firstCuts.filter(smallCapsLed).length, firstCuts.length);
  return [low, high].map((value) => givenValue({ value: Math.round(value), unit: '%' })) as [PhraseValue, PhraseValue];
};

export const firstCutsOfCycles = defineCheck({
  id: '001-first-cuts',
  claims: ['001-history-favours-small'],
  subject: 'Small caps after a first cut',
  said: () => phrase`first to gain, by past patterns`,
  judge: (_, { published: { firstCuts, anyYear } }) => {
    const [low, high] = shareLeftOpen(firstCuts);
    const led = firstCuts.filter(smallCapsLed);
    const resumed = firstCuts.filter((cut) => yearOf(cut) !== 2025);
    const newest = firstCuts.at(-1);
    return {
      verdict: led.length * 2 > firstCuts.length ? 'agrees' : led.length > 0 ? 'loose' : 'disagrees',
      record: [
        ...phrase`ahead of the S&P a year later in ${countValue(led.length)} of ${countValue(firstCuts.length)} cycles since 1989`,
        ...(led.length > 0 ? [': ', ...listedValues(led.map((cut) => yearValue(yearOf(cut))))] : []),
        '. No period is named.',
      ],
      consequence: phrase`True share: ${low} to ${high}; in any year ${givenValue({ value: anyYear.value, unit: '%' })}. Without ${yearValue(2025)}, an overlap, ${countValue(resumed.filter(smallCapsLed).length)} of ${countValue(resumed.length)}.`,
      flag: phrase`record: ahead in ${countValue(led.length)} of ${countValue(firstCuts.length)} cycles`,
      recomputed: newest
        ? [
            recomputedFrom([YAHOO])(
              'first-cuts-small-led',
              'Cycles in which small caps led',
              led.length,
              'count',
              newest.to,
            ),
          ]
        : [],
      sources: [YAHOO],
    };
  },
});

const END_2019 = isoDate('2019-12-31');
const CUT_DAY = isoDate('2025-09-17');

/** "all but over": no more than a tenth of it left. */
const LEFT_OF_LAG = 0.1;

export const pandemicLag = defineCheck({
  id: '001-pandemic-lag',
  claims: ['001-animal-spirits'],
  days: [END_2019, CUT_DAY],
  subject: 'Small-cap lag since the pandemic',
  said: () => phrase`all but over on ${dayValue(CUT_DAY)}`,
  judge: (_, { market }) => {
    const [then, now] = [market.ratio(END_2019), market.ratio(CUT_DAY)];
    const figure = recomputedFrom(market.sources);
    const needed = requiredOutperformance(now, then);
    return {
      verdict: now >= then * (1 - LEFT_OF_LAG) ? 'agrees' : 'loose',
      record: phrase`Russell ÷ S&P was ${ratioValue(now)} that day, ${ratioValue(then)} at the end of 2019; the note gives no measure.`,
      consequence: phrase`To end the lag the Russell had yet to beat the S&P by ${percentValue(needed)}.`,
      flag: phrase`record: ratio ${ratioValue(now)}, ${ratioValue(then)} in 2019`,
      recomputed: [
        figure('ratio-2019', 'Russell 2000 ÷ S&P 500', then, 'ratio', END_2019),
        figure('ratio-on-the-cut', 'Russell 2000 ÷ S&P 500', now, 'ratio', CUT_DAY),
      ],
    };
  },
});
