import type { AnsweredFigure, Fed } from '../../facts/index.ts';
import { type Decision, FED_SOURCE } from '../../fed/index.ts';
import type { IsoDate } from '../../units.ts';
import { sumOf } from './answer-decisions.ts';
import type { History, MarketSince } from './answer-type.ts';

/** The decisions an answer lists. */
export const decisionsIn = (history: History): readonly Decision[] => {
  switch (history.kind) {
    case 'moves':
      return history.asked;
    case 'one':
      return [history.decision];
    case 'decided':
      return history.decisions;
    case 'outcome-unknown':
      return [history.newest];
    case 'cycle':
      return history.run;
    case 'on-day':
      return [history.last];
    default:
      return [];
  }
};

/** Every number of the answer, in full precision. */
export const fedHistoryFigures = (
  history: History,
  fed: Fed,
  market: MarketSince | undefined,
): readonly AnsweredFigure[] => {
  const decisions = decisionsIn(history);
  const newest = decisions.at(-1);
  const source = (on: IsoDate) =>
    fed.range.kind === 'range' && fed.range.last?.on === on && fed.source.name !== FED_SOURCE.name
      ? fed.source.name
      : FED_SOURCE.name;
  const level = history.kind === 'moves' ? history.after : history.kind === 'on-day' ? history.level : newest;
  return [
    ...(history.kind === 'moves'
      ? ([
          {
            id: 'fed.moves.count',
            value: history.asked.length,
            unit: 'count',
            label: 'decisions asked for in the span',
            source: FED_SOURCE.name,
          },
          {
            id: 'fed.moves.sum',
            value: sumOf(history.asked),
            unit: 'bp',
            label: 'sum of those decisions, negative for cuts',
            source: FED_SOURCE.name,
          },
        ] as const)
      : []),
    ...decisions.map(
      ({ on, change }): AnsweredFigure => ({
        id: `fed.move.${on}`,
        value: change,
        unit: 'bp',
        label: `decision of ${on}, negative for a cut`,
        source: source(on),
      }),
    ),
    ...(level
      ? ([
          {
            id: 'fed.lower',
            value: level.lower,
            unit: '%',
            label: 'target range after it, lower bound',
            source: FED_SOURCE.name,
          },
          {
            id: 'fed.upper',
            value: level.upper,
            unit: '%',
            label: 'target range after it, upper bound',
            source: FED_SOURCE.name,
          },
        ] as const)
      : []),
    ...(market
      ? [
          {
            id: 'ratio.change.since',
            value: market.change.ratio,
            unit: '%',
            label: `Russell 2000 ÷ S&P 500, change from ${market.change.from} to ${market.change.to}`,
            source: market.stamp.provenance.source,
          } as const,
        ]
      : []),
  ];
};
