import { WEEKDAYS, type Weekday } from './day-reference.ts';
import type { UnclearBrief } from './effect.ts';
import { asideEnd, isRemarked, withoutRemarks } from './read-beside.ts';
import { type PartRead, readTime, readUnknownZone, readZone } from './read-clock.ts';
import { moveAt, optionAt, triggerAt } from './read-conditions.ts';
import { dayAt, daysAt, daysFor, exceptedDaysAt, isPluralDay, untilAt } from './read-days.ts';
import { beginsAt, isEveryWeek, onceTo, otherDayTo, recurrenceAt, startAt } from './read-recurrence.ts';
import { type BriefText, isSignOf, phraseAt, shown, unclearBrief, wordSet } from './read-text.ts';
import { lengthAt, timeAt } from './read-times.ts';
import { type BriefParts, type Doing, NOUNS, QUIET } from './read-words.ts';
import { zoneAt } from './read-zones.ts';

const EVENING = wordSet('evening evenings afternoon afternoons tonight night pm pm-ish');
const WEEKLY = wordSet('weekly week');
const ALL = wordSet('all both everything every');
const OTHER = wordSet('other old older others');
/** What waits for the market, of whichever brief was spoken of last. */
const ALERT = wordSet('ping pings alert alerts alarm shout');
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((word, at) => [word, at + 1] as const),
  ['last', -1],
]);
const LARGEST = 99;
const CHANNEL_NAME = /^#[\p{L}\p{N}_-]+/u;

/** A brief's number or place in the list that stands at a word: `2`, `#2`, `the 2nd`, `the second one`. */
const readWhich = ({ words, utterance: { tokens } }: BriefText, at: number, said: BriefParts): PartRead | 'wrong' => {
  const ordinal = ORDINALS.get(words[at] ?? '');
  const start = words[at] === '#' && tokens[at + 1]?.isGlued ? at + 1 : at;
  const isNumber = tokens[start]?.kind === 'number' && /^\d{1,3}$/.test(words[start] ?? '');
  if (ordinal === undefined && !isNumber) return undefined;
  const number = Number(words[start]);
  const isOrdinal = tokens[start + 1]?.isGlued && /^(?:st|nd|rd|th)$/.test(words[start + 1] ?? '');
  const isWrong = ordinal === undefined && (number < 1 || number > LARGEST);
  if (isWrong || (said.which ?? said.place) !== undefined) return 'wrong';
  if (ordinal !== undefined || isOrdinal) said.place = ordinal ?? number;
  else said.which = number;
  return isOrdinal ? start + 2 : start + 1;
};

/** Whether a bare number names a brief: it stands right behind what is done, and its new time comes later. */
const isNumbered = ({ words, utterance: { tokens } }: BriefText, at: number, { does, from, to }: Doing): boolean => {
  if (/^thoughts?$/.test(words[at + 1] ?? '')) return false;
  if (ORDINALS.has(words[at] ?? '') || words[at] === '#' || /^(?:nd|rd|st)$/.test(words[at + 1] ?? '')) return true;
  if (does === 'change') {
    if (words[from] === 'edit' && at === to) return true;
    const isNamed = /^(?:brief|number|no|nr)$/.test(words[at - 1] ?? '') || at === to;
    return isNamed && /^(?:to|into|at|on|for)$/.test(words[at + 1] ?? '');
  }
  // `pause 2`, and `stop the 730`
  return !(words[at - 1] === 'the' && /^\d{3,4}$/.test(words[at] ?? '')) && !tokens[at + 1]?.word.match(/^(?:am|pm)$/);
};

/** What goes with what is done alone: which one, until when, on which day, how much later. */
const readOrdered = (text: BriefText, at: number, doing: Doing, said: BriefParts): PartRead => {
  const { words } = text;
  const { does } = doing;
  // "change it to the first business day": the first is no brief's place in the list
  const changed = does === 'change' ? recurrenceAt(text, at) : undefined;
  if (changed) {
    said.recurrence = changed.on;
    return changed.to;
  }
  if (/^(?:pause|skip|remove|resume)$/.test(does)) {
    const isBack = does === 'resume';
    // "hold it back a week"
    const until = untilAt(text, at, isBack) ?? (does === 'pause' ? daysFor(text, at) : undefined);
    // "sorry for the trouble"
    if (until?.kind === 'no-such-day' && !isBack && !isRemarked(text, at))
      return unclearBrief('brief-until', until.words);
    // "on wednesday this week" is one day
    const isSaid = said.on !== undefined && words[at] === 'this';
    if (until?.kind === 'until' && !isSaid) said.until = until.until;
    if (until?.kind === 'until' || (until?.kind === 'no-end' && !isBack)) return until.to;
  }
  // "not needed before then"
  if (/^(?:pause|skip)$/.test(does) && words[at] === 'before' && /^(?:then|that|[.!,])?$/.test(words[at + 1] ?? ''))
    return at + 1;
  if (does === 'change' && /^(?:earlier|later|sooner)$/.test(words[at] ?? '')) {
    said.isOpenEnded = true;
    return at + 1;
  }
  const isOfOneDay = does === 'remove' && (words.includes('one') || words[at] === 'tomorrow');
  if ((does === 'skip' || isOfOneDay) && !daysAt(text, at)?.isHabit) {
    const day = dayAt(text, at);
    // "don't post on fridays" is for good, "bin the 2nd one" no day
    const isDay =
      does === 'skip' || (typeof day?.until === 'object' && ('month' in day.until || 'inDays' in day.until));
    if (day && isDay && !isPluralDay(text, day.to - 1)) {
      const isWeek = words[day.to] === 'week' && words[day.to - 1] !== 'next';
      // "next week" is no one day
      if (words.slice(at, day.to).join(' ').endsWith('next week'))
        return unclearBrief('brief-until', shown(text, at, day.to));
      // no two days are left out at once
      if (said.on !== undefined) said.unread.push({ words: shown(text, at, day.to), at });
      said.on = day.until;
      return isWeek ? day.to + 1 : day.to;
    }
  }
  const isAll =
    (ALL.has(words[at] as string) && words[at - 1] !== 'at') || (words[at - 1] === 'the' && words[at] === 'lot');
  if (isAll && !/^(?:history|change)$/.test(does) && !isRemarked(text, at) && !daysAt(text, at))
    return unclearBrief('brief-which', shown(text, at, at + 1));
  // "bin the 2nd" is no day
  const isOrdinal =
    /^(?:remove|pause|resume|history)$/.test(does) &&
    words[at] === 'the' &&
    /^(?:st|nd|rd|th)$/.test(words[at + 2] ?? '');
  const number = isNumbered(text, at, doing) || isOrdinal ? readWhich(text, isOrdinal ? at + 1 : at, said) : undefined;
  return number === 'wrong' ? unclearBrief('brief-which', shown(text, at, at + 1)) : number;
};

/** How a brief is to be, wherever it stands. */
const readPart = (text: BriefText, at: number, doing: Doing | undefined, said: BriefParts): PartRead => {
  const option = optionAt(text, at);
  if (option) {
    const { to, ...kept } = option;
    Object.assign(said, kept);
    return to;
  }
  const other = otherDayTo(text, at);
  if (other !== undefined) return unclearBrief('brief-days', shown(text, at, other));
  const recurrence = recurrenceAt(text, at);
  if (recurrence) {
    // "21 dec to 4 jan" is no one day
    if (recurrence.on.kind === 'once' && said.recurrence?.kind === 'once')
      said.unread.push({ words: shown(text, at, recurrence.to), at });
    said.recurrence = recurrence.on;
    return recurrence.to;
  }
  const once = onceTo(text, at);
  if (once !== undefined) return once;
  const start = said.recurrence?.kind === 'second-week' ? startAt(text, at) : undefined;
  if (start) {
    said.recurrence = { kind: 'second-week', from: start.from };
    return start.to;
  }
  const begins = beginsAt(text, at);
  if (begins) {
    // "from tomorrow" is at once, and none begins later
    if (!begins.isNext) said.unread.push({ words: shown(text, at, begins.to), at });
    return begins.to;
  }
  const excepted = exceptedDaysAt(text, at);
  if (excepted) {
    for (const day of excepted.days) said.excepted.add(day);
    return excepted.to;
  }
  const trigger = triggerAt(text, at);
  if (trigger?.kind === 'no-trigger') return unclearBrief('brief-trigger', trigger.words);
  if (trigger) {
    said.triggers.set(shown(text, at, trigger.to), trigger.trigger);
    return trigger.to;
  }
  const move = moveAt(text, at);
  if (move) {
    if (doing && doing.does !== 'change') said.isOther = true;
    return move.isShown ? move.to : unclearBrief('brief-moves', shown(text, at, move.to));
  }
  const length = lengthAt(text, at);
  if (length) {
    if (length.minutes === undefined) said.isOpenEnded = true;
    else said.laterBy = length.minutes;
    return length.to;
  }
  const days = daysAt(text, at);
  if (!days) {
    // "from monday" is no habit, and no brief begins later
    const later = /^(?:from|starting|beginning)$/.test(text.words[at] ?? '') ? daysAt(text, at + 1) : undefined;
    if (!later || text.words.some((_, place) => daysAt(text, place)?.isHabit)) return undefined;
    said.unread.push({ words: shown(text, at, later.to), at });
    return later.to;
  }
  if (days.isEvery) said.isDaily = true;
  else for (const day of days.days) said.days.add(day);
  if (days.isTrading) said.onClosed ??= 'skip';
  return days.to;
};

const AUDIENCE =
  /^for (?:the|our|my|us|all|a|an)(?: [a-z]+){1,2}? (?:desk|desks|team|teams|guys|folks|lot|crew|group|floor|people|traders|pms|room)(?= |$)/;
const MOST_AUDIENCE = 6;

/** Where `for the rates desk` ends: who it is for; `for the london desk` says whose clock. */
export const audienceTo = (text: BriefText, at: number): number | undefined => {
  const said = AUDIENCE.exec(text.words.slice(at, at + MOST_AUDIENCE).join(' '))?.[0].split(' ').length ?? 0;
  const isOfPlace = text.words.slice(at, at + said).some((_, place) => place > 0 && zoneAt(text, at + place));
  return said === 0 || isOfPlace ? undefined : at + said;
};

/** The part that begins at one place, up to where; or what stops the reading. */
const readAt = (text: BriefText, at: number, doing: Doing | undefined, said: BriefParts): number | UnclearBrief => {
  const { words, utterance } = text;
  if (at === doing?.from) return doing.to;
  if (at === doing?.rest?.from) return doing.rest.to;
  const noun = phraseAt(NOUNS, words, at);
  // "a daily note" says how often
  const isOrdered = doing !== undefined && doing.does !== 'change';
  if (noun && (isOrdered || /^(?:am|pm|market)$/.test(words[at] ?? ''))) return noun.to;
  const read =
    audienceTo(text, at) ??
    (doing && readOrdered(text, at, doing, said)) ??
    readPart(text, at, doing, said) ??
    readZone(text, at, said) ??
    readUnknownZone(text, at, doing, said) ??
    readTime(text, at, doing?.does, said);
  if (read !== undefined) return read;
  const word = words[at] as string;
  const channel = word === '#' && CHANNEL_NAME.exec(utterance.typed.slice(utterance.tokens[at]?.start))?.[0];
  if (channel) return unclearBrief('brief-channel', channel);
  if (EVENING.has(word)) said.isEvening = true;
  else if (doing && ((OTHER.has(word) && words[at - 1] === 'the') || ALERT.has(word))) said.isOther = true;
  else if (doing?.does === 'change' && isEveryWeek(text, at)) said.isWeekly = true;
  else if (WEEKLY.has(word)) said.unread.push({ words: shown(text, at, at + 1), at, excusedBy: 'days' });
  // "put me down for it"
  else if (word === 'down' && /^(?:me|us)$/.test(words[at - 1] ?? '')) return at + 1;
  else if (word === 'id' && /^(?:like|love|prefer)$/.test(words[at + 1] ?? '')) return at + 2;
  else if (!noun && !QUIET.has(word) && !isSignOf(text, at)) {
    said.unread.push({ words: shown(text, at, at + 1), at });
  }
  return at + 1;
};

/**
 * Every part of the words, or the first that is none.
 *
 * @param doing what is done to a brief that there is
 * @param isFree said in a conversation, where reasons may stand beside it
 */
export const saidIn = (text: BriefText, doing?: Doing, isFree = false): BriefParts | UnclearBrief => {
  const said: BriefParts = {
    ...{ days: new Set<Weekday>(), excepted: new Set<Weekday>(), times: new Map(), zones: new Map() },
    ...{ triggers: new Map(), unread: [] },
  };
  const parts: number[] = [];
  for (let at = 0; at < text.words.length; ) {
    // "so before ny open" says why
    const isWhen = said.times.size > 0 || (said.laterBy ?? said.until) !== undefined;
    const aside =
      isWhen || text.words[at] === 'if' || (isFree && at === 0 && text.words[0] !== 'so')
        ? asideEnd(text, at)
        : undefined;
    const read = aside ?? readAt(text, at, doing, said);
    if (typeof read !== 'number') return read;
    const isPart = read > at + 1 || timeAt(text, at) || daysAt(text, at) || zoneAt(text, at) || at === doing?.from;
    if (aside === undefined && (isPart || phraseAt(NOUNS, text.words, at))) parts.push(at);
    at = read;
  }
  // "daily, weekdays" is on weekdays, "daily incl weekends" is every day
  const isNarrowed = WEEKDAYS.slice(0, 5).some((day) => said.days.has(day));
  if (said.isDaily && !isNarrowed) for (const day of WEEKDAYS) said.days.add(day);
  if (text.person !== undefined) said.unread.push({ words: text.person, at: text.words.length });
  return isFree ? withoutRemarks(text, said, parts) : said;
};
