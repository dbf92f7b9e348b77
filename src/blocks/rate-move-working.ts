import type { RateMoveAnswer } from '../answers/index.ts';
import { PUBLISHED_FLOATING_SHARES, type RateMoveEffect } from '../sensitivity/index.ts';
import type { ContainerBlock } from './block-kit.ts';
import { plainText, section } from './build.ts';
import { change, day, dollars, dollarsGiven, escaped, share, times, timesGiven } from './wording.ts';

const company = (effect: RateMoveEffect): string => {
  const { borrower, before, after, totalDebt, floatingDebt, fixedDebt, saving, netIncome, netIncomeAfter } = effect;
  const fall = Math.abs(borrower.rate - effect.floatingRateAfter);
  const result =
    netIncome.kind === 'lift'
      ? `${change(netIncome.lift)} = ${dollars(saving)} ÷ ${dollarsGiven(borrower.netIncome)}`
      : `${dollarsGiven(borrower.netIncome)} → ${dollars(netIncomeAfter)}; without a profit there is no percentage`;
  const cover =
    effect.coverageBefore === undefined || effect.coverageAfter === undefined
      ? 'no interest is due'
      : `${times(effect.coverageBefore)} → ${times(effect.coverageAfter)}`;
  const line = (label: string, words: string): string => `*${label}*  ${escaped(words)}`;
  const isHold = effect.move === 0;
  return [
    `*${borrower.name}*`,
    line(
      'Debt',
      `${dollars(totalDebt)} = ${dollarsGiven(borrower.ebitda)} × ${timesGiven(borrower.debtToEbitda).replace('×', '')}`,
    ),
    line('Split', `${dollars(floatingDebt)} floating (${share(borrower.floatingShare)}), ${dollars(fixedDebt)} fixed`),
    line('Rate', `${share(borrower.rate)} on all debt; floating then ${share(effect.floatingRateAfter)}`),
    line('Interest', `${dollars(before.total)} → ${dollars(after.total)} a year, fixed part ${dollars(before.fixed)}`),
    ...(isHold
      ? []
      : [
          line(
            saving < 0 ? 'Cost' : 'Saving',
            `${dollars(Math.abs(saving))} = ${dollars(floatingDebt)} × ${share(fall)}`,
          ),
          line('Net income', result),
        ]),
    line('Cover', `${cover} (EBITDA ÷ interest)`),
  ].join('\n');
};

const assumptions = (answer: RateMoveAnswer): string => {
  const { liftRatio, companies, effects, move } = answer;
  const { low, high } = PUBLISHED_FLOATING_SHARES;
  const floors = companies.map((company) => effects[company]).some(({ floorAt }) => floorAt !== undefined);
  const sentences = [
    companies.length === 1
      ? 'An example company of note 000, not an index.'
      : 'Two example companies of note 000, not the Russell 2000 and the S&P 500.',
    'Only floating debt reprices, in full and at once. No tax, hedges, interest income or refinancing.',
    ...(liftRatio !== undefined && move !== 0
      ? [
          `SmallCap's lift is ${times(liftRatio)} LargeCap's${floors ? ' here' : ' at any size, until a rate reaches zero'}.`,
        ]
      : []),
  ];
  const link = (name: string, url: string) => `<${url}|${name}>`;
  const always = [escaped(sentences.join(' ')), ...ratio(answer).map(escaped)];
  if (move === 0 || !companies.includes('small')) return always.join('\n');
  return [
    ...always,
    `Floating shares of Russell 2000 debt: ${share(low.share)} ${link(low.by, low.url)}, ${low.month}; ${share(high.share)} ${link(high.by, high.url)}, ${high.month}, with bonds and loans of companies outside finance.`,
    'Tax: 21%, the US federal rate (26 U.S.C. § 11(b)).',
  ].join('\n');
};

const ratio = ({ reading }: RateMoveAnswer): readonly string[] => {
  if (reading?.before === undefined || reading.changeSince === undefined) return [];
  const { before, changeSince, printed, on, note } = reading;
  return [
    `Ratio: note ${note.slice(0, 3)} prints ${before.printed} for ${day(before.on)} and ${printed} for ${day(on)}, ${change(changeSince)}.`,
  ];
};

/** Every step of the sum, folded away until somebody wants to check it. */
export const working = (answer: RateMoveAnswer): ContainerBlock => ({
  type: 'container',
  title: plainText('Working and assumptions'),
  is_collapsible: true,
  default_collapsed: true,
  width: 'full',
  child_blocks: [...answer.companies.map((one) => section(company(answer.effects[one]))), section(assumptions(answer))],
});
