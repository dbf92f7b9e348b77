import type { MeetingOdds } from '../fed/index.ts';
import type { Figure } from '../notes/index.ts';
import {
  FEDERAL_TAX_RATE,
  FLOATING_SHARE_ESTIMATES,
  type LiftRange,
  type NetIncomeEffect,
  type RateMoveEffect,
} from '../sensitivity/index.ts';
import { type AnsweredFigure, figuresFrom, type StanceCounts } from './answered.ts';
import { type CompanyId, MODEL_NOTE } from './facts.ts';
import type { DatedReading, LiveReading } from './readings.ts';

/** A figure that the model of note 000 gives. */
export const modelFigure = figuresFrom(MODEL_NOTE);

/** A note's own figure, as it prints it. */
export const answeredFigure = ({ id, value, unit, label }: Figure, note: string): AnsweredFigure =>
  figuresFrom(note)(id, value, unit, label);

/** How each company's figures begin. */
export const FIGURE_PREFIX: Record<CompanyId, string> = { small: 'smallcap', large: 'largecap' };

/** `smallcap.lift` in percent, or `smallcap.change` in dollars where there is no profit. */
export const netIncomeFigure = (id: string, label: string, effect: NetIncomeEffect, source: string): AnsweredFigure =>
  effect.kind === 'lift'
    ? { id: `${id}.lift`, value: effect.lift, unit: '%', label: `${label}, change in net income`, source }
    : { id: `${id}.change`, value: effect.change, unit: 'US$ m', label: `${label}, change in net income`, source };

/** `smallcap.floor`: the move beyond which a cut brings nothing more. */
export const floorFigure = (id: string, name: string, floorAt: number): AnsweredFigure =>
  modelFigure(`${id}.floor`, floorAt, 'bp', `${name}, move beyond which a cut brings no more`);

/** Every number of one company's sum. @param id how their ids begin: `smallcap` */
export const companyFigures = (id: string, effect: RateMoveEffect): AnsweredFigure[] => {
  const { borrower, before, after, coverageBefore, coverageAfter, limit } = effect;
  const money = (key: string, label: string, value: number): AnsweredFigure =>
    modelFigure(`${id}.${key}`, value, 'US$ m', `${borrower.name}, ${label}`);
  const cover = (key: string, label: string, value: number | undefined): AnsweredFigure[] =>
    value === undefined
      ? []
      : [{ id: `${id}.${key}`, value, unit: '×', label: `${borrower.name}, ${label}`, source: MODEL_NOTE }];
  return [
    netIncomeFigure(id, borrower.name, effect.netIncome, MODEL_NOTE),
    money('saving', 'interest saved a year', effect.saving),
    money('debt.total', 'total debt', effect.totalDebt),
    money('debt.floating', 'floating debt', effect.floatingDebt),
    money('debt.fixed', 'fixed debt', effect.fixedDebt),
    money('interest.before', 'interest a year before the move', before.total),
    money('interest.after', 'interest a year after the move', after.total),
    ...cover('coverage.before', 'interest coverage before the move', coverageBefore),
    ...cover('coverage.after', 'interest coverage after the move', coverageAfter),
    ...(limit === undefined || limit.at > 0 ? [] : [floorFigure(id, borrower.name, limit.at)]),
  ];
};

/** A company's change in net income at the published floating shares of its kind, and after federal tax. */
export const rangeFigures = (
  company: CompanyId,
  { borrower: { name } }: RateMoveEffect,
  range: LiftRange,
): readonly AnsweredFigure[] => {
  const id = FIGURE_PREFIX[company];
  const at = (key: 'low' | 'high'): AnsweredFigure => {
    const { shares, by, month } = FLOATING_SHARE_ESTIMATES[key];
    return netIncomeFigure(`${id}.${key}`, `${name} at ${shares[company]}% floating`, range[key], `${by}, ${month}`);
  };
  const after = `${name} after ${FEDERAL_TAX_RATE.rate}% tax`;
  return [at('low'), at('high'), netIncomeFigure(`${id}.aftertax`, after, range.afterTax, FEDERAL_TAX_RATE.source)];
};

/** The newest printed ratio, its age, and its change since the one printed before. */
export const readingFigures = (reading: DatedReading | undefined): readonly AnsweredFigure[] => {
  if (reading === undefined) return [];
  const { level, on, note: source, monthsOld, before, changeSince } = reading;
  return [
    { id: 'ratio.level', value: level, unit: 'ratio', label: `Russell 2000 ÷ S&P 500 as printed for ${on}`, source },
    { id: 'ratio.age', value: monthsOld, unit: 'months', label: 'age of that reading', source },
    ...(before === undefined || changeSince === undefined
      ? []
      : [
          figuresFrom(source)(
            'ratio.change',
            changeSince,
            '%',
            `change of the ratio since the ${before.printed} printed for ${before.on}`,
          ),
        ]),
  ];
};

/** The ratio at its newest close, and its change over a month. */
export const liveFigures = ({ ratio, on, month, provenance: { source } }: LiveReading): readonly AnsweredFigure[] => [
  { id: 'ratio.level', value: ratio, unit: 'ratio', label: `Russell 2000 ÷ S&P 500 at the close of ${on}`, source },
  ...(month === undefined
    ? []
    : [{ id: 'ratio.change.1m', value: month, unit: '%', label: 'change of the ratio over a month', source } as const]),
];

const PERCENT = 100;

/** `hike25`, `cut50`, `hold`: how figure ids name a move. */
const moveId = (bps: number): string => (bps === 0 ? 'hold' : `${bps < 0 ? 'cut' : 'hike'}${Math.abs(bps)}`);

const moveWords = (bps: number): string => (bps === 0 ? 'a hold' : `a ${Math.abs(bps)} bp ${bps < 0 ? 'cut' : 'hike'}`);

/**
 * What the futures imply of one meeting: `fed.odds.2026-10-28.hike` and, for each size, `fed.odds.2026-10-28.hike25`, in
 * percent; the expected move in basis points; `fed.rate.2026-10-28`, the rate after it; `fed.tick.2026-10-28`, the points by which one
 * tick moves the odds; `fed.path.2026-12-09.hike50`, the odds of the sum of all moves up to it.
 */
export const oddsFigures = (odds: MeetingOdds, source: string): readonly AnsweredFigure[] => {
  const on = odds.meeting.decision;
  const share = (id: string, probability: number, of: string): AnsweredFigure =>
    figuresFrom(source)(id, probability * PERCENT, '%', `futures-implied odds of ${of}`);
  return [
    ...(['cut', 'hold', 'hike'] as const).map((way) => share(`fed.odds.${on}.${way}`, odds[way], `a ${way} on ${on}`)),
    ...odds.outcomes
      .filter(({ move }) => move !== 0)
      .map(({ move, probability }) =>
        share(`fed.odds.${on}.${moveId(move)}`, probability, `${moveWords(move)} on ${on}`),
      ),
    figuresFrom(source)(
      `fed.expected.${on}`,
      odds.expectedMove,
      'bp',
      `futures-implied move on ${on}, weighted by its odds`,
    ),
    { id: `fed.rate.${on}`, value: odds.end, unit: '%', label: `futures-implied rate after ${on}`, source },
    figuresFrom(source)(
      `fed.tick.${on}`,
      odds.oddsPerTick * PERCENT,
      '%',
      `change of the odds on ${on}, in points, for one tick of 0.005 in a price`,
    ),
    ...(odds.fromToday?.outcomes ?? []).map(({ move, probability }) =>
      share(`fed.path.${on}.${moveId(move)}`, probability, `${moveWords(move)} in all by ${on}`),
    ),
  ];
};

/** `voices.bullish`: how many people and firms hold each stance. */
export const stanceFigures = (counts: StanceCounts): readonly AnsweredFigure[] =>
  (Object.keys(counts) as (keyof StanceCounts)[]).map((stance) =>
    figuresFrom('the notes')(
      `voices.${stance}`,
      counts[stance],
      'count',
      `people and firms in the notes who are ${stance} on small caps`,
    ),
  );
