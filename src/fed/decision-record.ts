import { type IsoDate, isoDate } from '../units.ts';

/**
 * Every change of the Federal Open Market Committee's target for the federal funds rate from 1989 to October 2008, while it was one number.
 *
 * Each row: day, change, level after it.
 * Basis points, a cut negative; levels in percent a year; the day is the day of the announcement, in Washington, while
 * the new target applies from the next business day.
 *
 * @see https://www.federalreserve.gov/monetarypolicy/openmarket.htm, Board of Governors of the Federal Reserve System
 * (a work of the US government). Its page starts in 1990; before 1994 the Committee announced nothing, and the days are
 * those on which the Fed's own desk moved.
 */
export const SINGLE_TARGETS: readonly (readonly [on: string, change: number, level: number])[] = [
  ['1989-01-05', 31.25, 9],
  ['1989-02-09', 12.5, 9.125],
  ['1989-02-14', 18.75, 9.3125],
  ['1989-02-24', 43.75, 9.75],
  ['1989-05-17', 6.25, 9.8125],
  ['1989-06-06', -25, 9.5625],
  ['1989-07-07', -25, 9.3125],
  ['1989-07-27', -25, 9.0625],
  ['1989-10-19', -31.25, 8.75],
  ['1989-11-06', -25, 8.5],
  ['1989-12-20', -25, 8.25],
  ['1990-07-13', -25, 8],
  ['1990-10-29', -25, 7.75],
  ['1990-11-14', -25, 7.5],
  ['1990-12-07', -25, 7.25],
  ['1990-12-19', -25, 7],
  ['1991-01-09', -25, 6.75],
  ['1991-02-01', -50, 6.25],
  ['1991-03-08', -25, 6],
  ['1991-04-30', -25, 5.75],
  ['1991-08-06', -25, 5.5],
  ['1991-09-13', -25, 5.25],
  ['1991-10-31', -25, 5],
  ['1991-11-06', -25, 4.75],
  ['1991-12-06', -25, 4.5],
  ['1991-12-20', -50, 4],
  ['1992-04-09', -25, 3.75],
  ['1992-07-02', -50, 3.25],
  ['1992-09-04', -25, 3],
  ['1994-02-04', 25, 3.25],
  ['1994-03-22', 25, 3.5],
  ['1994-04-18', 25, 3.75],
  ['1994-05-17', 50, 4.25],
  ['1994-08-16', 50, 4.75],
  ['1994-11-15', 75, 5.5],
  ['1995-02-01', 50, 6],
  ['1995-07-06', -25, 5.75],
  ['1995-12-19', -25, 5.5],
  ['1996-01-31', -25, 5.25],
  ['1997-03-25', 25, 5.5],
  ['1998-09-29', -25, 5.25],
  ['1998-10-15', -25, 5],
  ['1998-11-17', -25, 4.75],
  ['1999-06-30', 25, 5],
  ['1999-08-24', 25, 5.25],
  ['1999-11-16', 25, 5.5],
  ['2000-02-02', 25, 5.75],
  ['2000-03-21', 25, 6],
  ['2000-05-16', 50, 6.5],
  ['2001-01-03', -50, 6],
  ['2001-01-31', -50, 5.5],
  ['2001-03-20', -50, 5],
  ['2001-04-18', -50, 4.5],
  ['2001-05-15', -50, 4],
  ['2001-06-27', -25, 3.75],
  ['2001-08-21', -25, 3.5],
  ['2001-09-17', -50, 3],
  ['2001-10-02', -50, 2.5],
  ['2001-11-06', -50, 2],
  ['2001-12-11', -25, 1.75],
  ['2002-11-06', -50, 1.25],
  ['2003-06-25', -25, 1],
  ['2004-06-30', 25, 1.25],
  ['2004-08-10', 25, 1.5],
  ['2004-09-21', 25, 1.75],
  ['2004-11-10', 25, 2],
  ['2004-12-14', 25, 2.25],
  ['2005-02-02', 25, 2.5],
  ['2005-03-22', 25, 2.75],
  ['2005-05-03', 25, 3],
  ['2005-06-30', 25, 3.25],
  ['2005-08-09', 25, 3.5],
  ['2005-09-20', 25, 3.75],
  ['2005-11-01', 25, 4],
  ['2005-12-13', 25, 4.25],
  ['2006-01-31', 25, 4.5],
  ['2006-03-28', 25, 4.75],
  ['2006-05-10', 25, 5],
  ['2006-06-29', 25, 5.25],
  ['2007-09-18', -50, 4.75],
  ['2007-10-31', -25, 4.5],
  ['2007-12-11', -25, 4.25],
  ['2008-01-22', -75, 3.5],
  ['2008-01-30', -50, 3],
  ['2008-03-18', -75, 2.25],
  ['2008-04-30', -25, 2],
  ['2008-10-08', -50, 1.5],
  ['2008-10-29', -50, 1],
];

/**
 * The Federal Open Market Committee's decisions on its target range for the federal funds rate since the range replaced
 * the single target on 16 December 2008: every change, and from 13 December 2023 every scheduled meeting that held.
 *
 * Each row: day, change of the upper bound in basis points (a cut negative, a hold 0), lower and upper bound in percent a
 * year after it. The day is the day of the announcement, in Washington; the new range applies from the next business day.
 *
 * @see https://www.federalreserve.gov/monetarypolicy/openmarket.htm, Board of Governors of the Federal Reserve System
 * (a work of the US government)
 */
export const TARGET_RANGES: readonly (readonly [on: string, change: number, lower: number, upper: number])[] = [
  ['2008-12-16', -75, 0, 0.25],
  ['2015-12-16', 25, 0.25, 0.5],
  ['2016-12-14', 25, 0.5, 0.75],
  ['2017-03-15', 25, 0.75, 1],
  ['2017-06-14', 25, 1, 1.25],
  ['2017-12-13', 25, 1.25, 1.5],
  ['2018-03-21', 25, 1.5, 1.75],
  ['2018-06-13', 25, 1.75, 2],
  ['2018-09-26', 25, 2, 2.25],
  ['2018-12-19', 25, 2.25, 2.5],
  ['2019-07-31', -25, 2, 2.25],
  ['2019-09-18', -25, 1.75, 2],
  ['2019-10-30', -25, 1.5, 1.75],
  ['2020-03-03', -50, 1, 1.25],
  ['2020-03-15', -100, 0, 0.25],
  ['2022-03-16', 25, 0.25, 0.5],
  ['2022-05-04', 50, 0.75, 1],
  ['2022-06-15', 75, 1.5, 1.75],
  ['2022-07-27', 75, 2.25, 2.5],
  ['2022-09-21', 75, 3, 3.25],
  ['2022-11-02', 75, 3.75, 4],
  ['2022-12-14', 50, 4.25, 4.5],
  ['2023-02-01', 25, 4.5, 4.75],
  ['2023-03-22', 25, 4.75, 5],
  ['2023-05-03', 25, 5, 5.25],
  ['2023-07-26', 25, 5.25, 5.5],
  ['2023-12-13', 0, 5.25, 5.5],
  ['2024-01-31', 0, 5.25, 5.5],
  ['2024-03-20', 0, 5.25, 5.5],
  ['2024-05-01', 0, 5.25, 5.5],
  ['2024-06-12', 0, 5.25, 5.5],
  ['2024-07-31', 0, 5.25, 5.5],
  ['2024-09-18', -50, 4.75, 5],
  ['2024-11-07', -25, 4.5, 4.75],
  ['2024-12-18', -25, 4.25, 4.5],
  ['2025-01-29', 0, 4.25, 4.5],
  ['2025-03-19', 0, 4.25, 4.5],
  ['2025-05-07', 0, 4.25, 4.5],
  ['2025-06-18', 0, 4.25, 4.5],
  ['2025-07-30', 0, 4.25, 4.5],
  ['2025-09-17', -25, 4, 4.25],
  ['2025-10-29', -25, 3.75, 4],
  ['2025-12-10', -25, 3.5, 3.75],
  ['2026-01-28', 0, 3.5, 3.75],
  ['2026-03-18', 0, 3.5, 3.75],
  ['2026-04-29', 0, 3.5, 3.75],
  ['2026-06-17', 0, 3.5, 3.75],
  ['2026-07-29', 0, 3.5, 3.75],
  ['2026-09-16', 25, 3.75, 4],
];

/** Whose record it is. */
export const FED_SOURCE = {
  name: 'Federal Reserve',
  url: 'https://www.federalreserve.gov/monetarypolicy/openmarket.htm',
} as const;

/** The first cut after a time of rises or holds. Which days begin a cycle is a choice; this one is written out. */
export interface FirstCut {
  readonly on: IsoDate;
  /** What a reader should know before counting it. */
  readonly remark?: string;
}

/** The first cuts of a cycle since 1989, oldest first. Source: Board of Governors, target rate and range; 1989 as the New York Fed's desk later dated it. */
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
