import { type AnsweredFigure, figuresFrom, type Pair } from '../../facts/index.ts';
import type { HorizonLink, Linked } from '../../index-ratio/index.ts';
import type { StudiedCycles, StudiedRates } from './answer-type.ts';

/** `rut.return.2024-09-18.12m`: both legs after each first cut; `cycles.led.12m` of `cycles.of.12m`: who led. */
export const studyFigures = ({ study, stamp }: StudiedCycles): readonly AnsweredFigure[] => {
  const figure = figuresFrom(stamp.provenance.source);
  return [
    ...study.tally.flatMap(({ months, led, of, base, interval }): AnsweredFigure[] => [
      figure(`cycles.led.${months}m`, led, 'count', `cycles in which the Russell returned more over ${months} months`),
      figure(`cycles.of.${months}m`, of, 'count', `cycles with ${months} months behind them`),
      ...(base.of > 0
        ? [
            figure(
              `cycles.base.${months}m`,
              (base.led / base.of) * 100,
              '%',
              `share of all windows of ${months} months in which the Russell returned more`,
            ),
            figure(`cycles.base.of.${months}m`, base.of, 'count', `windows of ${months} months, a start a session`),
          ]
        : []),
      ...(interval
        ? [
            figure(`cycles.low.${months}m`, interval.low, '%', `lower end of the 95 % interval of ${led} in ${of}`),
            figure(`cycles.high.${months}m`, interval.high, '%', `upper end of the 95 % interval of ${led} in ${of}`),
          ]
        : []),
    ]),
    ...study.cycles.flatMap(({ firstCut, returns }) =>
      returns.flatMap(({ months, small, large, until }): AnsweredFigure[] => [
        figure(`rut.return.${firstCut}.${months}m`, small, '%', `Russell 2000, price return to ${until}`),
        figure(`spx.return.${firstCut}.${months}m`, large, '%', `S&P 500, price return to ${until}`),
      ]),
    ),
  ];
};

type NewFigure = ReturnType<typeof figuresFrom>;

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

const linkFigures = (link: HorizonLink, figure: NewFigure): readonly AnsweredFigure[] =>
  PARTS.flatMap(([field, part, of]): AnsweredFigure[] => {
    const linked: Linked | undefined = link[field];
    if (linked === undefined) return [];
    const id = ['rates', HORIZON_IDS[link.horizon], ...(part ? [part] : [])].join('.');
    const named = `${link.horizon}, ${of}`;
    return [
      figure(
        `${id}.coefficient`,
        linked.coefficient,
        '%',
        `relative return per percentage point of the Fed's rate, ${named}`,
      ),
      figure(`${id}.error`, linked.standardError, '%', `its standard error, ${named}`),
      figure(`${id}.t`, linked.t, 'ratio', `coefficient ÷ standard error, ${named}`),
      figure(`${id}.n`, linked.n, 'count', `months, ${named}`),
    ];
  });

const meanFigures = ({ horizon, means }: HorizonLink, figure: NewFigure): readonly AnsweredFigure[] =>
  means.flatMap(({ way, isRecession, n, mean }): AnsweredFigure[] => {
    const id = `rates.${HORIZON_IDS[horizon]}.mean.${way}.${isRecession ? 'recession' : 'outside'}`;
    const months = `months with ${way === 'none' ? 'no move' : `a ${way}`}, ${isRecession ? 'in a recession' : 'outside recessions'}`;
    return [
      figure(id, mean, '%', `mean relative return, ${horizon}, ${months}`),
      figure(`${id}.n`, n, 'count', months),
    ];
  });

/**
 * `rates.12m.coefficient`, `.error`, `.t`, `.n`, and of `.cuts`, `.hikes`, `.recession`, `.outside`; `rates.same` of the month
 * itself; `rates.12m.mean.cut.recession`: means by kind of month; `recession.2007-12.lead`: each recession.
 */
export const rateFigures = ({ study, recessions, stamp }: StudiedRates): readonly AnsweredFigure[] => {
  const figure = figuresFrom(stamp.provenance.source);
  return [
    ...[study.same, study.after].flatMap((link) => [...linkFigures(link, figure), ...meanFigures(link, figure)]),
    ...recessions.flatMap(({ peak, trough, small, large, lead }): AnsweredFigure[] => [
      figure(`recession.${peak}.rut`, small, '%', `Russell 2000, ${peak} to ${trough}`),
      figure(`recession.${peak}.spx`, large, '%', `S&P 500, ${peak} to ${trough}`),
      figure(`recession.${peak}.lead`, lead, '%', `change of the ratio, ${peak} to ${trough}`),
    ]),
  ];
};

/**
 * The figures of another pair under its own ids and names, so that none can be taken for one of the Russell 2000 and the
 * S&P 500: `omxsscpi.return.12m`, `omxs30.close`, `omxsscpi_omxs30.ratio.level`.
 */
export const figuresOfPair = (
  figures: readonly AnsweredFigure[],
  { small, large }: Pair,
): readonly AnsweredFigure[] => {
  const ids = new Map<string, string>([
    ['rut', small.id],
    ['spx', large.id],
  ]);
  const names = new Map([
    ['Russell 2000', small.name],
    ['Russell', small.short],
    ['S&P 500', large.name],
  ]);
  return figures.map((figure) => {
    const id = figure.id
      .split('.')
      .map((part) => ids.get(part) ?? part)
      .join('.');
    return {
      ...figure,
      id: id === figure.id || id.startsWith('recession.') ? `${small.id}_${large.id}.${id}` : id,
      label: figure.label.replace(/Russell 2000|Russell|S&P 500/g, (name) => names.get(name) ?? name),
    };
  });
};
