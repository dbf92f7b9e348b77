import type { RatioAnswer } from '../answers/index.ts';
import { liveWords, SYNTHETIC } from './closes-words.ts';
import { fitted } from './short-answer.ts';
import { change, day, RATIO_NAME, ratioGiven, unbroken } from './wording.ts';

const dayOf = ({ isInferred, on }: { readonly isInferred: boolean; readonly on: Parameters<typeof day>[0] }): string =>
  `${isInferred ? unbroken('about ') : 'on '}${day(on)}`;

const unsigned = (percent: number): string => change(Math.abs(percent)).replace('+', '');

/** `the Russell 2000 must beat the S&P 500 by 50.00%`; below the reading it trails. */
const lead = (percent: number): string => {
  if (percent === 0) return 'no lead is needed: the ratio is there';
  return percent > 0
    ? `the Russell 2000 must beat the S&P 500 by ${unsigned(percent)}`
    : `the Russell 2000 trails the S&P 500 by ${unsigned(percent)}`;
};

/** A level asked for or turned over, with the decimals it has. */
export const levelOf = (level: number): string => String(Number(level.toFixed(6)));

export const startOf = ({ from, isFromLive }: NonNullable<RatioAnswer['needed']>, printed: string): string => {
  if (from === undefined) return printed;
  return isFromLive ? ratioGiven(from) : levelOf(from);
};

/** Where the ratio stands and how it got there, or what a level would take. */
export const ratioTitle = ({ reading, needed, live, asOf }: RatioAnswer): string => {
  if (reading === undefined) return `Not in the notes by this day: a reading of ${RATIO_NAME}`;
  if (needed !== undefined) {
    return fitted(
      `From ${startOf(needed, reading.printed)} to ${levelOf(needed.level)} ${lead(needed.lead)}`,
      `To that level ${lead(needed.lead)}`,
    );
  }
  if (live) {
    const made = live.provenance.isSynthetic ? `${SYNTHETIC}. ` : '';
    return fitted(`${made}${liveWords(live, asOf)}`, `${made}${RATIO_NAME} at ${ratioGiven(live.ratio)}`);
  }
  const { before, changeSince } = reading;
  const since =
    before && changeSince !== undefined ? `, ${change(changeSince)} from ${before.printed} on ${day(before.on)}` : '';
  return fitted(`${RATIO_NAME} at ${reading.printed} ${dayOf(reading)}${since}`, `${RATIO_NAME} at ${reading.printed}`);
};
