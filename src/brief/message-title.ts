import { capitalized, change, dayNear, fitted, levelGiven, month, ratioGiven, unbroken } from '../message/index.ts';
import { ageOf, oddsOf, rateRange, SYNTHETIC } from '../wording/index.ts';
import type { Brief, BriefChange, BriefCloses, MeetingOutcome } from './brief.ts';
import { isClosed } from './dispatch-decision.ts';
import type { BriefTrigger } from './effect.ts';
import { crossedWords, weekdayName, weekdayNear } from './message-timing.ts';

/** The brief in a line: what the lock screen shows. */

/** `a hike`. */
export const outcomeWords = (outcome: MeetingOutcome): string => `a ${outcome}`;

/** `Note 002's last reading: 0.4, Jul 2024`: all there is to say of the ratio without closes. */
export const lastReading = ({ closes }: Brief): string => {
  const reading = closes.kind === 'no-closes' ? closes.reading : undefined;
  return reading
    ? `${unbroken(`Note ${reading.note.slice(0, 3)}`)}'s last reading: ${reading.printed}, ${month(reading.on)}`
    : 'The notes print no reading by this day';
};

const changesOf = ({ news }: Brief): readonly BriefChange[] => (news.kind === 'since' ? news.changes : []);

const changed = <K extends BriefChange['kind']>(brief: Brief, kind: K): Extract<BriefChange, { kind: K }> | undefined =>
  changesOf(brief).find((one): one is Extract<BriefChange, { kind: K }> => one.kind === kind);

const ratioWords = ({ measured }: BriefCloses): string =>
  `ratio ${ratioGiven(measured.end.ratio)}${measured.isProvisional ? ' (provisional)' : ''}`;

const atClose = (closes: BriefCloses, { day }: Brief): string =>
  `${ratioWords(closes)} at the close of ${weekdayNear(closes.measured.end.on, day.date)}`;

/** `lowest since 19 May`, or how far it moved on the day. */
const standing = ({ extreme, day, measured }: BriefCloses, today: Brief['day']['date']): string => {
  if (extreme) {
    const since = extreme.since ? dayNear(extreme.since, today) : `at least ${measured.firstDay.slice(0, 4)}`;
    return `, ${extreme.way} since ${since}`;
  }
  return day ? `, ${change(day.ratio)} on the day` : '';
};

/** What the Fed did since the last brief comes before what prices did. */
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

const closesTitle = (closes: BriefCloses, brief: Brief): string => {
  const { freshness } = closes.measured.stamp;
  const age = ageOf(closes.measured.stamp);
  if (age) return capitalized(`${atClose(closes, brief)}, ${age}`);
  if (freshness.kind === 'unknown-year') return capitalized(`${atClose(closes, brief)}, age not known`);
  const fed = fedTitle(brief);
  if (fed) return `${fed}; ${ratioWords(closes)}${standing(closes, brief.day.date)}`;
  if (brief.news.kind === 'since' && brief.news.changes.length === 0) return `Nothing new: ${atClose(closes, brief)}`;
  if (closes.direction === undefined || (brief.news.kind === 'since' && !changed(brief, 'close'))) {
    return capitalized(atClose(closes, brief));
  }
  return `Small caps ${closes.direction}: ${ratioWords(closes)}${standing(closes, brief.day.date)}`;
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
  return closes.kind === 'no-closes' ? `No live prices. ${lastReading(brief)}` : closesTitle(closes, brief);
};

/** Closes or rates that nobody quoted. */
const isMadeUp = ({ closes, fed: { fed } }: Brief): boolean =>
  (closes.kind === 'closes' && closes.measured.stamp.provenance.isSynthetic) ||
  fed.source.isSynthetic ||
  (fed.odds.kind === 'path' && fed.odds.isSynthetic);

/** @param trigger what was crossed, where that is why it is posted */
export const briefTitle = (brief: Brief, trigger?: BriefTrigger): string => {
  const title = plainTitle(brief, trigger);
  return fitted(isMadeUp(brief) ? `${SYNTHETIC}. ${title}` : title);
};
