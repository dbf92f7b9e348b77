import type { IsoDate } from '../units.ts';
import type { RecordFigure } from './finding.ts';
import type { Source } from './source.ts';

/** Writes down the numbers a verdict rests on, all of one record. */
export const recomputedFrom =
  (sources: readonly Pick<Source, 'name'>[]) =>
  (id: string, label: string, value: number, unit: RecordFigure['unit'], asOf: IsoDate): RecordFigure => ({
    id: `record.${id}`,
    value,
    unit,
    label,
    source: [...new Set(sources.map(({ name }) => name))].join('; '),
    asOf,
  });
