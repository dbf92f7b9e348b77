import { type AnsweredFigure, figuresFrom } from '../../facts/index.ts';
import type { HorizonLink, Linked } from '../../index-ratio/index.ts';
import type { StudiedCycles, StudiedRates } from './answer-type.ts';

/** `rut.return.2024-09-18.12m`: both legs after each first cut; `cycles.led.12m` of `cycles.of.12m`: who led. */
export const studyFigures = ({ study, stamp }: StudiedCycles): readonly AnsweredFigure[] => {
  const { source } = stamp.provenance;
  return [
    ...study.tally.flatMap(({ months, led, of, base, interval }): AnsweredFigure[] => [
      figuresFrom(source)(
        `cycles.led.${months}m`,
        led,
        'count',
        `cycles in which the Russell returned more over ${months} months`,
      ),
      figuresFrom(source)(`cycles.of.${months}m`, of, 'count', `cycles with ${months} months behind them`),
      ...(base.of > 0
        ? ([
            figuresFrom(source)(
              `cycles.base.${months}m`,
              (base.led / base.of) * 100,
              '%',
              `share of all windows of ${months} months in which the Russell returned more`,
            ),
            figuresFrom(source)(
              `cycles.base.of.${months}m`,
              base.of,
              'count',
              `windows of ${months} months, a start a session`,
            ),
          ] as const)
        : []),
      ...(interval
        ? ([
            figuresFrom(source)(
              `cycles.low.${months}m`,
              interval.low,
              '%',
              `lower end of the 95 % interval of ${led} in ${of}`,
            ),
            figuresFrom(source)(
              `cycles.high.${months}m`,
              interval.high,
              '%',
              `upper end of the 95 % interval of ${led} in ${of}`,
            ),
          ] as const)
        : []),
    ]),
    ...study.cycles.flatMap(({ firstCut, returns }) =>
      returns.flatMap(({ months, small, large, until }): AnsweredFigure[] => [
        figuresFrom(source)(`rut.return.${firstCut}.${months}m`, small, '%', `Russell 2000, price return to ${until}`),
        figuresFrom(source)(`spx.return.${firstCut}.${months}m`, large, '%', `S&P 500, price return to ${until}`),
      ]),
    ),
  ];
};

const HORIZON_IDS: Readonly<Record<HorizonLink['horizon'], string>> = {
  'same month': 'same',
  'twelve months after': '12m',
};

/** What each coefficient is of, by the part of its id. */
const PARTS = [
  ['all', undefined, 'all months'],
  ['cuts', 'cuts', 'cuts'],
  ['hikes', 'hikes', 'hikes'],
  ['inRecession', 'recession', 'moves in recessions'],
  ['outside', 'outside', 'moves outside recessions'],
] as const;

const linkFigures = (link: HorizonLink, source: string): readonly AnsweredFigure[] =>
  PARTS.flatMap(([field, part, of]): AnsweredFigure[] => {
    const linked: Linked | undefined = link[field];
    if (linked === undefined) return [];
    const id = ['rates', HORIZON_IDS[link.horizon], ...(part ? [part] : [])].join('.');
    const named = `${link.horizon}, ${of}`;
    return [
      figuresFrom(source)(
        `${id}.coefficient`,
        linked.coefficient,
        '%',
        `relative return per percentage point of the Fed's rate, ${named}`,
      ),
      { id: `${id}.error`, value: linked.standardError, unit: '%', label: `its standard error, ${named}`, source },
      { id: `${id}.t`, value: linked.t, unit: 'ratio', label: `coefficient ÷ standard error, ${named}`, source },
      { id: `${id}.n`, value: linked.n, unit: 'count', label: `months, ${named}`, source },
    ];
  });

const meanFigures = ({ horizon, means }: HorizonLink, source: string): readonly AnsweredFigure[] =>
  means.flatMap(({ way, isRecession, n, mean }): AnsweredFigure[] => {
    const id = `rates.${HORIZON_IDS[horizon]}.mean.${way}.${isRecession ? 'recession' : 'outside'}`;
    const months = `months with ${way === 'none' ? 'no move' : `a ${way}`}, ${isRecession ? 'in a recession' : 'outside recessions'}`;
    return [
      { id, value: mean, unit: '%', label: `mean relative return, ${horizon}, ${months}`, source },
      { id: `${id}.n`, value: n, unit: 'count', label: months, source },
    ];
  });

/**
 * `rates.12m.coefficient`, `.error`, `.t`, `.n`, and of `.cuts`, `.hikes`, `.recession`, `.outside`; `rates.same` of the month
 * itself; `rates.12m.mean.cut.recession`: means by kind of month; `recession.2007-12.lead`: each recession.
 */
export const rateFigures = ({ study, recessions, stamp }: StudiedRates): readonly AnsweredFigure[] => {
  const { source } = stamp.provenance;
  return [
    ...[study.same, study.after].flatMap((link) => [...linkFigures(link, source), ...meanFigures(link, source)]),
    ...recessions.flatMap(({ peak, trough, small, large, lead }): AnsweredFigure[] => [
      { id: `recession.${peak}.rut`, value: small, unit: '%', label: `Russell 2000, ${peak} to ${trough}`, source },
      { id: `recession.${peak}.spx`, value: large, unit: '%', label: `S&P 500, ${peak} to ${trough}`, source },
      figuresFrom(source)(`recession.${peak}.lead`, lead, '%', `change of the ratio, ${peak} to ${trough}`),
    ]),
  ];
};
