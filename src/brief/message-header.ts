import { calendarDaysBetween } from '../calendar/index.ts';
import type { DatedReading } from '../facts/index.ts';
import {
  capitalized,
  change,
  dayNear,
  escaped,
  fitHeading,
  levelGiven,
  month,
  NBSP,
  ratioGiven,
  unbroken,
} from '../message/index.ts';
import type { IsoDate } from '../units.ts';
import {
  ageOf,
  closesSource,
  fedSource,
  futuresSource,
  oddsOf,
  rateRange,
  SYNTHETIC,
  unknownMeetings,
} from '../wording/index.ts';
import {
  type Brief,
  type BriefChange,
  type BriefCloses,
  type IndexChanges,
  isClosed,
  type MarketDay,
  type MeetingOutcome,
  type RatioExtreme,
} from './brief.ts';
import type { BriefTiming, BriefTrigger } from './effect.ts';
import { crossedWords, isMorning, timingWords, weekdayFull, weekdayName, weekdayNear } from './message-timing.ts';

/** What frames the lines of a brief: the line above the title, the title, why it is late, its sources and its owner. */

/** How a brief came to be posted. */
export interface BriefPosting {
  /** Minutes after it was due; 0 or absent for one that is on time. */
  readonly minutesLate?: number | undefined;
  /** Who set it up, as Slack writes a mention: `<@U123>`. */
  readonly setUpBy?: string | undefined;
  readonly timing?: BriefTiming | undefined;
  /** Whoever set it up has left the workspace. */
  readonly hasLeft?: boolean | undefined;
  /** Shown to one person only, before anything is posted. */
  readonly isPreview?: boolean | undefined;
  /** Posted nowhere: a tool's answer, with no thread beneath it. */
  readonly isAlone?: boolean | undefined;
  /** The trigger that crossed, where that is why it is posted. */
  readonly trigger?: BriefTrigger | undefined;
}

/** When a session of the exchange opens. */
export const OPENS_AT_ET = unbroken('9:30 ET');

/** `NYSE opens 9:30 ET`; nothing on a day without a session, since the title says so. */
const statusWords = ({ session, phase }: MarketDay): readonly string[] => {
  if (session.kind === 'unknown-year') return [`NYSE calendar ends in ${session.last}`];
  if (!('closesAt' in session)) return [];
  const bell = unbroken(`${session.closesAt === 'not recorded' ? '16:00' : session.closesAt} ET`);
  const isEarly = session.kind === 'early-close';
  switch (phase) {
    case 'open':
      return [`NYSE open until ${bell}${isEarly ? ', early close' : ''}`];
    case 'after':
      return [`NYSE closed ${isEarly ? 'early ' : ''}at ${bell}`];
    default:
      return [`NYSE opens ${OPENS_AT_ET}${isEarly ? `, closes early ${bell}` : ''}`];
  }
};

const nameOf = ({ day }: Brief, { trigger, isPreview }: BriefPosting): string => {
  const name = trigger === undefined && isMorning(day.time) ? 'Morning brief' : 'Brief';
  return isPreview ? `Preview of the ${name.toLowerCase()}` : name;
};

/**
 * The small line above the title: `Morning brief`, `Mon 21 Sep`, `NYSE opens 9:30 ET`.
 *
 * @param isFull with the year
 */
export const eyebrow = (brief: Brief, posting: BriefPosting, isFull = false): readonly string[] => [
  nameOf(brief, posting),
  isFull ? weekdayFull(brief.day.date) : weekdayNear(brief.day.date, brief.day.date),
  ...statusWords(brief.day),
];

const MINUTES_A_DAY = 1_440;
const clock = (minutes: number): string => {
  const ofDay = minutes % MINUTES_A_DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

/** `Due 07:30, posted 07:52`; undefined for one that is on time. */
export const lateWords = ({ minutesLate = 0, timing }: BriefPosting): string | undefined => {
  if (minutesLate < 1) return undefined;
  if (timing?.kind !== 'clock') return `Posted ${minutesLate} ${minutesLate === 1 ? 'minute' : 'minutes'} late`;
  const [hours, minutes] = timing.time.split(':').map(Number) as [number, number];
  return `Due ${timing.time}, posted ${clock(hours * 60 + minutes + minutesLate)}`;
};

/** Closes and futures of the same provider and day are named together. */
const marketSource = ({ closes, fed: { fed, odds } }: Brief): readonly string[] => {
  const futures = odds ? futuresSource(fed) : [];
  if (closes.kind === 'no-closes') return futures;
  const { stamp, isProvisional } = closes.measured;
  const [said = '', ...notices] = closesSource(stamp);
  const isOne = futures[0]?.replace('Futures', 'Closes') === said;
  const named = `${isOne ? said.replace('Closes', 'Closes and futures') : said}${isProvisional ? ', provisional' : ''}`;
  return [named, ...(isOne ? [] : futures), ...notices];
};

/** The sources of a brief's numbers and their dates. */
export const sourceParts = (brief: Brief): readonly string[] => [
  ...marketSource(brief),
  ...fedSource(brief.fed.fed),
  'Not investment advice',
];

/** `Set up by <@U123>, weekdays 07:30 New York`, escaped except for the mention. Undefined for a brief without a schedule. */
export const setUpWords = ({ setUpBy, timing, hasLeft }: BriefPosting): string | undefined => {
  const who = setUpBy && `Set up by ${setUpBy}${hasLeft ? ' (who has left)' : ''}`;
  const words = [who, timing && escaped(timingWords(timing))].filter(Boolean).join(', ');
  return words === '' ? undefined : capitalized(words);
};

/** Joins parts with dots, each kept on the line of the part before it. */
export const joinedByDots = (parts: readonly string[]): string => parts.join(`${NBSP}· `);

/** `a hike`. */
export const outcomeWords = (outcome: MeetingOutcome): string => `a ${outcome}`;

/** `Note 002's last reading: 0.4, Jul 2024`: the newest ratio that the notes print. */
export const lastReading = ({ note, printed, on }: DatedReading): string =>
  `${unbroken(`Note ${note.slice(0, 3)}`)}'s last reading: ${printed}, ${month(on)}`;

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
  const { end, record, isProvisional } = closes.measured;
  const on = `${isProvisional ? ' (provisional)' : ''} on ${weekdayNear(trigger.kind === 'ratio' ? end.on : record.on, day.date)}`;
  return `${said}: ${trigger.kind === 'ratio' ? ratioGiven(end.ratio) : levelGiven(record.close)}${on}`;
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
