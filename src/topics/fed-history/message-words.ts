import { addDays } from '../../calendar/index.ts';
import type { Decision } from '../../fed/index.ts';
import { basisPointsOf, day, month, moveName } from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import { rateRange } from '../../wording/index.ts';
import type { AskedSpan } from './answer-type.ts';
import type { FedWay } from './question.ts';

/** How past decisions are counted, added up and dated in words. */

const IN_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `three cuts`, `one hike`, `12 moves`, `no hold`. */
export const countOf = (count: number, way: FedWay): string =>
  `${IN_WORDS[count] ?? count} ${way}${count > 1 ? 's' : ''}`;

const sizeOf = (decisions: readonly Decision[]): number => decisions.reduce((sum, { change }) => sum + change, 0);

/** `three cuts, 100 bp in all`; `one hike, 25 bp`; `four cuts, 125 bp, and one hike, 25 bp`. */
export const tallyOf = (decisions: readonly Decision[]): string => {
  const cuts = decisions.filter(({ change }) => change < 0);
  const hikes = decisions.filter(({ change }) => change > 0);
  const isOneWay = cuts.length === 0 || hikes.length === 0;
  return [[cuts, 'cut'] as const, [hikes, 'hike'] as const]
    .filter(([moves]) => moves.length > 0)
    .map(
      ([moves, way]) =>
        `${countOf(moves.length, way)}, ${basisPointsOf(sizeOf(moves))}${isOneWay && moves.length > 1 ? ' in all' : ''}`,
    )
    .join(', and ');
};

export const rangeOf = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  rateRange(lower, upper);

/** `25 bp hike on 16 Sep 2026, to 3.75–4.00%`; `held at 3.50–3.75% on 29 Jul 2026`. */
export const decisionWords = (decision: Decision): string =>
  decision.change === 0
    ? `held at ${rangeOf(decision)} on ${day(decision.on)}`
    : `${moveName(decision.change)} on ${day(decision.on)}, to ${rangeOf(decision)}`;

/** `25 bp on 16 Sep 2026, to 3.75–4.00%`, where the way is said already. */
export const sizeWords = ({ change, on, lower, upper }: Decision): string =>
  `${basisPointsOf(change)} on ${day(on)}, to ${rateRange(lower, upper)}`;

const isYearStart = (date: IsoDate): boolean => date.endsWith('-01-01');
const isYearEnd = (date: IsoDate): boolean => date.endsWith('-12-31');
const isMonthEnd = (date: IsoDate): boolean => addDays(date, 1).endsWith('-01');

/** ` in 2024`, ` in Mar 2020`, ` from 2022 to 2024`, ` since 18 Sep 2024`, ` up to the end of 2025`; nothing where none was asked for. */
export const spanWords = ({ from, to }: AskedSpan): string => {
  const year = (date: IsoDate) => date.slice(0, 4);
  if (from !== undefined && to !== undefined) {
    if (isYearStart(from) && isYearEnd(to)) {
      return year(from) === year(to) ? ` in ${year(from)}` : ` from ${year(from)} to ${year(to)}`;
    }
    const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && isMonthEnd(to);
    return isMonth ? ` in ${month(from)}` : ` from ${day(from)} to ${day(to)}`;
  }
  if (from !== undefined) return ` since ${day(from)}`;
  if (to !== undefined) return isYearEnd(to) ? ` up to the end of ${year(to)}` : ` up to ${day(to)}`;
  return '';
};
