import type { DatedReading } from '../facts/index.ts';
import { capitalized, escaped, month, NBSP, plural, unbroken } from '../message/index.ts';
import { noteNumberOf } from '../notes/index.ts';
import { closesSource, fedSource, futuresSource } from '../wording/index.ts';
import type { Brief, MeetingOutcome } from './brief.ts';
import type { BriefTiming, BriefTrigger } from './effect.ts';
import type { MarketDay } from './market-day.ts';
import { isMorning, timingWords, weekdayFull, weekdayNear } from './message-timing.ts';

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
  if (timing?.kind !== 'clock') return `Posted ${plural(minutesLate, 'minute')} late`;
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
  `${unbroken(`Note ${noteNumberOf(note)}`)}'s last reading: ${printed}, ${month(on)}`;
