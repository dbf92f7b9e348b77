import { type IsoDate, isoDate, multiple } from '../units.ts';
import type { RatioRow } from './answer.ts';
import type { Facts } from './facts.ts';
import { notedFigures } from './noted-figures.ts';

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
