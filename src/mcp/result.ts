import { z } from 'zod';
import type { Answered, Facts } from '../facts/index.ts';
import { STANCES } from '../notes/index.ts';
import type { IsoDate } from '../units.ts';

/** The figures, views and sources of an answer, for programs. */

const FigureSchema = z.object({
  id: z.string().describe('Stable, such as smallcap.lift'),
  value: z.number().describe('In full precision, in unit; a fall or a cut is negative'),
  unit: z.string().describe('%, bp, ×, US$ m, index points, ratio, count, …'),
  label: z.string(),
  source: z.string().describe('The id of a note, or the name of a publication or provider'),
  asOf: z.string().describe('The day it is of, YYYY-MM-DD'),
});

const ViewSchema = z.object({
  person: z.string().optional(),
  firm: z.string(),
  stance: z.enum(STANCES).describe('Toward small caps against large caps'),
  note: z.string().describe('The id of the note'),
  claim: z.string(),
  paraphrase: z.string(),
});

/** What every tool answers with besides its text. */
export const ResultSchema = z.object({
  id: z.string().describe('Names the answer: the same question on the same facts and day has the same id'),
  kind: z.string().describe('The kind of answer; unclear where the arguments do not fit one another'),
  asOf: z.string().describe('The day of the answer, YYYY-MM-DD, UTC'),
  figures: z.array(FigureSchema),
  views: z.array(ViewSchema),
  sources: z.array(z.string()).describe('Ids of notes and names of data sources'),
});
export type StructuredResult = z.infer<typeof ResultSchema>;

/** The day that what a source gave is of; the day of the answer where it gives none. */
const asOfBySource = ({ notes, market, fed }: Facts, today: IsoDate): ((source: string) => string) => {
  const days = new Map<string, string>(notes.notes.map(({ id, date }) => [id, date]));
  if (market.kind === 'live') days.set(market.provenance.source, market.provenance.asOf);
  if (fed.range.kind === 'range') days.set(fed.source.name, fed.range.through);
  if (fed.odds.kind === 'path') days.set(fed.odds.source, fed.odds.asOf);
  return (source) => days.get(source) ?? today;
};

/** An answer as a structured result. */
export const structuredResult = (
  kind: string,
  { id, asOf, figures, views, sources }: Answered,
  facts: Facts,
): StructuredResult => {
  const dayOf = asOfBySource(facts, asOf);
  return {
    ...{ id, kind, asOf },
    figures: figures.map((figure) => ({ ...figure, asOf: dayOf(figure.source) })),
    views: views.map((view) => ({ ...view })),
    sources: [...sources],
  };
};
