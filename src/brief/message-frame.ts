import { capitalized, escaped, NBSP, unbroken } from '../message/index.ts';
import { closesSource, fedSource, futuresSource } from '../wording/index.ts';
import type { Brief } from './brief.ts';
import type { MarketDay } from './dispatch-decision.ts';
import type { BriefTiming, BriefTrigger } from './effect.ts';
import { isMorning, timingWords, weekdayFull, weekdayNear } from './message-timing.ts';

/** What stands around a brief: the grey line above it, why it is late, and below it the sources and whose brief it is. */

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
  /** What was crossed, where that is why it is posted. */
  readonly trigger?: BriefTrigger | undefined;
}

/** When a session of the exchange begins. */
export const OPENS = unbroken('9:30 ET');

/** `NYSE opens 9:30 ET`; nothing on a day without a session, whose header says so. */
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
      return [`NYSE opens ${OPENS}${isEarly ? `, closes early ${bell}` : ''}`];
  }
};

const nameOf = ({ day }: Brief, { trigger, isPreview }: BriefPosting): string => {
  const name = trigger === undefined && isMorning(day.time) ? 'Morning brief' : 'Brief';
  return isPreview ? `Preview of the ${name.toLowerCase()}` : name;
};

/** `Morning brief`, `Mon 21 Sep`, `NYSE opens 9:30 ET`. */
export const eyebrow = (brief: Brief, around: BriefPosting, isFull = false): readonly string[] => [
  nameOf(brief, around),
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

/** Closes and futures of one provider and day are named once. */
const marketSource = ({ closes, fed: { fed, odds } }: Brief): readonly string[] => {
  const futures = odds ? futuresSource(fed) : [];
  if (closes.kind === 'no-closes') return futures;
  const { stamp, isProvisional } = closes.measured;
  const [said = '', ...notices] = closesSource(stamp);
  const isOne = futures[0]?.replace('Futures', 'Closes') === said;
  const named = `${isOne ? said.replace('Closes', 'Closes and futures') : said}${isProvisional ? ', provisional' : ''}`;
  return [named, ...(isOne ? [] : futures), ...notices];
};

/** Whose numbers they are, and of when. */
export const sourceParts = (brief: Brief): readonly string[] => [
  ...marketSource(brief),
  ...fedSource(brief.fed.fed),
  'Not investment advice',
];

/** `Set up by <@U123>, weekdays 07:30 New York`; escaped already, but for the mention. Undefined where nobody did. */
export const setUpWords = ({ setUpBy, timing, hasLeft }: BriefPosting): string | undefined => {
  const who = setUpBy && `Set up by ${setUpBy}${hasLeft ? ' (who has left)' : ''}`;
  const words = [who, timing && escaped(timingWords(timing))].filter(Boolean).join(', ');
  return words === '' ? undefined : capitalized(words);
};

/** Keeps a separator with what stands before it. */
export const joinedByDots = (parts: readonly string[]): string => parts.join(`${NBSP}· `);
