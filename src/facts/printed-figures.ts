import type { Claim, Figure } from '../notes/index.ts';
import type { Finding } from '../record/index.ts';
import { type IsoDate, isoDate, type Multiple, multiple } from '../units.ts';
import { findingsFor } from './claims.ts';
import type { Facts } from './facts.ts';

/** A figure as a note prints it, with what the record says of it. */
export interface NotedFigure {
  readonly figure: Figure;
  readonly claim: Claim;
  readonly finding?: Finding;
}

/** A printed ratio beside what the record says of its day. */
export interface RatioRow extends NotedFigure {
  readonly on: IsoDate;
  readonly recorded?: Multiple;
}

/** Every figure of the notes with the claim it stands in and the worst that the record says of it, by the figure's id. */
export const notedFigures = (facts: Facts): ReadonlyMap<string, NotedFigure> => {
  const { byFigure } = findingsFor(facts);
  return new Map(
    facts.notes.claims.flatMap((claim) =>
      claim.figures.map((figure): [string, NotedFigure] => {
        const finding = byFigure.get(figure.id)?.[0];
        return [figure.id, { figure, claim, ...(finding && { finding }) }];
      }),
    ),
  );
};

/** The ratios the notes print for a day known by now, oldest first, each beside the record of that day. */
export const rowsOf = (facts: Facts, today: IsoDate): readonly RatioRow[] =>
  [...notedFigures(facts).values()]
    .flatMap((noted): readonly RatioRow[] => {
      const { unit, asOf } = noted.figure;
      if (unit !== 'ratio' || asOf === undefined || asOf > today) return [];
      const on = isoDate(asOf);
      const recorded = noted.finding?.recomputed.find((one) => one.unit === 'ratio' && one.asOf === on);
      return [{ ...noted, on, ...(recorded && { recorded: multiple(recorded.value) }) }];
    })
    .sort((one, other) => one.on.localeCompare(other.on));
