import { calendarDaysBetween } from '../calendar/index.ts';
import {
  capitalized,
  change,
  day as dayGiven,
  dayNear,
  fitHeading,
  levelGiven,
  ratioGiven,
  unbroken,
} from '../message/index.ts';
import { reachesFarBack } from '../topics/rotation/message-title.ts';
import type { IsoDate } from '../units.ts';
import { ageOf, oddsOf, rateRange, SYNTHETIC, unknownMeetings } from '../wording/index.ts';
import type { Brief, BriefChange, BriefCloses, IndexChanges, RatioExtreme } from './brief.ts';
import type { BriefTrigger } from './effect.ts';
import { isClosed } from './market-day.ts';
import { outcomeWords } from './message-header.ts';
import { crossedWords, weekdayName, weekdayNear } from './message-timing.ts';

/** The title of a brief: what moved, or what is known where closes are missing or old. */

const changesOf = ({ news }: Brief): readonly BriefChange[] => (news.kind === 'since' ? news.changes : []);

const changed = <K extends BriefChange['kind']>(brief: Brief, kind: K): Extract<BriefChange, { kind: K }> | undefined =>
  changesOf(brief).find((one): one is Extract<BriefChange, { kind: K }> => one.kind === kind);

const ratioWords = ({ measured }: BriefCloses): string =>
  `ratio ${ratioGiven(measured.end.ratio)}${measured.isProvisional ? ' (provisional)' : ''}`;

const atClose = (closes: BriefCloses, { day }: Brief): string =>
  `${ratioWords(closes)} at the close of ${weekdayNear(closes.measured.end.on, day.date)}`;

/** `lowest since 19 May`. */
const extremeWords = ({ way, since }: RatioExtreme, { measured }: BriefCloses, today: IsoDate): string =>
  `${way} since ${since ? dayNear(since, today) : `at least ${measured.firstDay.slice(0, 4)}`}`;

/** `, lowest since 19 May`, or how far it moved on the day. */
const standing = (closes: BriefCloses, today: IsoDate): string => {
  const { extreme, day } = closes;
  if (extreme) return `, ${extremeWords(extreme, closes, today)}`;
  return day ? `, ${change(day.ratio)} on the day` : '';
};

/** What the Fed did since the last brief, which comes before prices; undefined where there is nothing new. */
const fedTitle = (brief: Brief): string | undefined => {
  const { range } = brief.fed.fed;
  const moved = changed(brief, 'range');
  if (moved) return `Fed at ${rateRange(moved.to.from, moved.to.to)}, was ${rateRange(moved.from.from, moved.from.to)}`;
  const held = changed(brief, 'held');
  if (held && range.kind === 'range') return `The Fed held at ${rateRange(range.lower, range.upper)}`;
  const flip = changed(brief, 'odds-flip');
  if (flip === undefined || changed(brief, 'close')) return undefined;
  return `Futures now favour ${outcomeWords(flip.to)} on ${dayNear(flip.meeting, brief.day.date)}: ${oddsOf(flip.percent / 100)}`;
};

/** From so many days ahead a decision is given by its date. */
const FAR_DAYS = 14;

/** `decision in 9 days`. */
const decisionAhead = ({ fed: { fed, daysToNext }, day }: Brief): string | undefined => {
  if (fed.next.kind !== 'meeting' || daysToNext === undefined || daysToNext < 0) return undefined;
  if (daysToNext > FAR_DAYS) return `next decision ${dayNear(fed.next.meeting.decision, day.date)}`;
  return `decision ${daysToNext === 0 ? 'today' : daysToNext === 1 ? 'tomorrow' : `in ${daysToNext} days`}`;
};

/** What is known of the Fed leads where closes are missing or old. @param lacks `no live prices` */
const fedFirst = (brief: Brief, lacks: string): string => {
  const { fed } = brief.fed;
  const { range } = fed;
  const isSure = unknownMeetings(fed).length === 0 && fed.outcomes.kind !== 'no-calendar';
  const at =
    range.kind === 'range'
      ? `Fed at ${rateRange(range.lower, range.upper)}${isSure ? '' : ` as of ${dayNear(range.through, brief.day.date)}`}`
      : undefined;
  const ahead = decisionAhead(brief);
  const said = fedTitle(brief) ?? [at, ahead].filter(Boolean).join(', ');
  return capitalized([said, lacks].filter(Boolean).join('; '));
};

/** After so many sessions, or days where sessions are not known, a close leads no more. */
const OLD_SESSIONS = 5;
const OLD_DAYS = 7;

/** True for closes that are too old to lead a brief. */
export const areOld = ({ measured: { stamp, end } }: BriefCloses, today: IsoDate): boolean => {
  const { freshness } = stamp;
  if (freshness.kind === 'behind') return freshness.sessions > OLD_SESSIONS;
  return freshness.kind === 'unknown-year' && calendarDaysBetween(end.on, today) > OLD_DAYS;
};

/** From this change on in a day, in percent, an index counts as moved. */
const MOVED_PERCENT = 0.25;

/** What moved on the day: small caps, or the ratio alone. */
const movedTitle = (closes: BriefCloses, moved: IndexChanges, today: IsoDate): string => {
  const { direction, extreme, measured } = closes;
  const ratio = `${ratioGiven(measured.end.ratio)}${measured.isProvisional ? ' (provisional)' : ''}`;
  const legs = `${unbroken(`Russell ${change(moved.russell)}`)}, ${unbroken(`S&P ${change(moved.sp)}`)}`;
  if (direction === 'held') {
    return extreme
      ? `Ratio at its ${extremeWords(extreme, closes, today)}: ${ratio}, ${change(moved.ratio)} on the day`
      : `Ratio held at ${ratio}: ${legs}`;
  }
  const isOfSmallCaps = Math.sign(moved.russell) === Math.sign(moved.ratio) && Math.abs(moved.russell) >= MOVED_PERCENT;
  return isOfSmallCaps
    ? `Small caps ${direction}: ratio ${ratio}${standing(closes, today)}`
    : `Ratio ${direction === 'gained' ? 'rose' : 'slipped'} to ${ratio}${standing(closes, today)}: ${legs}`;
};

const closesTitle = (closes: BriefCloses, brief: Brief): string => {
  const { freshness } = closes.measured.stamp;
  const age = ageOf(closes.measured.stamp);
  const today = brief.day.date;
  if (areOld(closes, today)) return fedFirst(brief, age ? `closes are ${age}` : 'the closes’ age is not known');
  if (age) return capitalized(`${atClose(closes, brief)}, ${age}`);
  if (freshness.kind === 'unknown-year') return capitalized(`${atClose(closes, brief)}, age not known`);
  const fed = fedTitle(brief);
  if (fed) return `${fed}; ${ratioWords(closes)}${standing(closes, today)}`;
  if (brief.news.kind === 'since' && brief.news.changes.length === 0) return `Nothing new: ${atClose(closes, brief)}`;
  if (closes.day === undefined || (brief.news.kind === 'since' && !changed(brief, 'close'))) {
    return capitalized(atClose(closes, brief));
  }
  return movedTitle(closes, closes.day, today);
};

const closedTitle = ({ day, closes }: Brief): string => {
  const { session } = day;
  const name = session.kind === 'closed' ? session.name : weekdayName(day.date);
  const age = closes.kind === 'closes' ? ageOf(closes.measured.stamp) : undefined;
  const missing = closes.kind === 'no-closes' ? '. No live prices' : age ? `. Closes are ${age}` : '';
  return `NYSE is closed today: ${name}${missing}`;
};

/** `Ratio closed above 0.400: 0.402 on Fri 18 Sep`. */
const crossedTitle = (trigger: BriefTrigger, { closes, fed, day }: Brief): string => {
  const said = crossedWords(trigger);
  if (trigger.kind === 'odds-flip') {
    return fed.odds && fed.likeliest
      ? `${said}: now ${outcomeWords(fed.likeliest)}, ${oddsOf(fed.odds[fed.likeliest])} on ${dayNear(fed.odds.meeting.decision, day.date)}`
      : said;
  }
  if (closes.kind === 'no-closes') return said;
  const { end, record, isProvisional, firstDay } = closes.measured;
  const what =
    trigger.kind === 'record-close' && !reachesFarBack(closes.measured)
      ? `Russell 2000, highest close since ${dayGiven(firstDay)}`
      : said;
  const on = `${isProvisional ? ' (provisional)' : ''} on ${weekdayNear(trigger.kind === 'ratio' ? end.on : record.on, day.date)}`;
  return `${what}: ${trigger.kind === 'ratio' ? ratioGiven(end.ratio) : levelGiven(record.close)}${on}`;
};

const plainTitle = (brief: Brief, trigger: BriefTrigger | undefined): string => {
  if (trigger) return crossedTitle(trigger, brief);
  if (isClosed(brief.day)) return closedTitle(brief);
  const { closes } = brief;
  return closes.kind === 'no-closes' ? fedFirst(brief, 'no live prices') : closesTitle(closes, brief);
};

/** True where the closes or rates are synthetic. */
const isSynthetic = ({ closes, fed: { fed } }: Brief): boolean =>
  (closes.kind === 'closes' && closes.measured.stamp.provenance.isSynthetic) ||
  fed.source.isSynthetic ||
  (fed.odds.kind === 'path' && fed.odds.isSynthetic);

/**
 * The title of a brief, which the lock screen shows.
 *
 * @param trigger the one that crossed, where that is why it is posted
 */
export const briefTitle = (brief: Brief, trigger?: BriefTrigger): string => {
  const title = plainTitle(brief, trigger);
  return fitHeading(isSynthetic(brief) ? `${SYNTHETIC}. ${title}` : title);
};
