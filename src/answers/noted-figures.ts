import type { NotedFigure } from './answer.ts';
import type { Facts } from './facts.ts';
import { findingsFor } from './findings.ts';

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
