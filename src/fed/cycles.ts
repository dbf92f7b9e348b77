import { type IsoDate, isoDate } from '../units.ts';

/** The first cut after a time of rises or holds. Which days begin a cycle is a choice; this one is written out. */
export interface FirstCut {
  readonly on: IsoDate;
  /** What a reader should know before counting it. */
  readonly remark?: string;
}

/** Source: Board of Governors, target rate and range; 1989 as the New York Fed's desk later dated it. */
export const FIRST_CUTS: readonly FirstCut[] = [
  { on: isoDate('1989-06-06'), remark: 'not announced at the time' },
  { on: isoDate('1995-07-06') },
  { on: isoDate('1998-09-29') },
  { on: isoDate('2001-01-03'), remark: 'between two meetings' },
  { on: isoDate('2007-09-18') },
  { on: isoDate('2019-07-31') },
  { on: isoDate('2024-09-18') },
  { on: isoDate('2025-09-17'), remark: 'cutting resumed after nine months' },
];
