export { type Days, daysIn, type Near } from './days.ts';
export {
  dayOf,
  EARLIEST,
  fromMoveToMove,
  insideOf,
  isOfWay,
  lastMove,
  moveBeside,
  moveNamed,
  moveUntil,
  pauseIn,
  runIn,
  runsUntil,
} from './fed-moves.ts';
export { backOf, lengthsIn } from './lengths-of-time.ts';
export { dayNamed, type Period, periodOf } from './periods.ts';
export { inYearOf, withPlainYears, withYears } from './short-years.ts';
