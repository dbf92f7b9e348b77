import type { AnsweredFigure, StudiedCycles } from './answer.ts';

/** `rut.return.2024-09-18.12m`: both legs after each first cut; `cycles.led.12m` of `cycles.of.12m`: who led. */
export const studyFigures = ({ study, stamp }: StudiedCycles): readonly AnsweredFigure[] => {
  const { source } = stamp.provenance;
  return [
    ...study.tally.flatMap(({ months, led, of }): AnsweredFigure[] => [
      {
        id: `cycles.led.${months}m`,
        value: led,
        unit: 'count',
        label: `cycles in which the Russell returned more over ${months} months`,
        source,
      },
      {
        id: `cycles.of.${months}m`,
        value: of,
        unit: 'count',
        label: `cycles with ${months} months behind them`,
        source,
      },
    ]),
    ...study.cycles.flatMap(({ firstCut, returns }) =>
      returns.flatMap(({ months, small, large, until }): AnsweredFigure[] => [
        {
          id: `rut.return.${firstCut}.${months}m`,
          value: small,
          unit: '%',
          label: `Russell 2000, price return to ${until}`,
          source,
        },
        {
          id: `spx.return.${firstCut}.${months}m`,
          value: large,
          unit: '%',
          label: `S&P 500, price return to ${until}`,
          source,
        },
      ]),
    ),
  ];
};
