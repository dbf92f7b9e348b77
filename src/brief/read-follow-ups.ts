import { addDays, weekdayOf } from '../calendar/index.ts';
import type { IsoDate } from '../units.ts';
import { type DayReference, resolveDay, WEEKDAYS, type Weekday } from './day-reference.ts';
import type { BriefEffect, UnclearBrief, WhichBrief } from './effect.ts';
import { askedIn, asksOfDay } from './read-asked.ts';
import { changeOf } from './read-change.ts';
import { optionAt } from './read-conditions.ts';
import { dayAt, daysAt, isPluralDay, untilAt } from './read-days.ts';
import { doneIn } from './read-done.ts';
import { isOfFedDay } from './read-recurrence.ts';
import { saidIn } from './read-said.ts';
import { saysWhen, scheduleOf } from './read-schedule.ts';
import { type BriefText, isSignOf, phraseAt, phraseTable, typedText, unclearBrief, wordSet } from './read-text.ts';
import { timeInHour } from './read-times.ts';
import { type BriefParts, QUIET } from './read-words.ts';
import { isSpokenBrief, type Spoken, type SpokenBrief } from './spoken.ts';
import words from './words.json' with { type: 'json' };

type Read = BriefEffect | UnclearBrief | undefined;

/** Of the Fed and the notes: never a word of a brief's where it is not named. */
const STRANGE = wordSet(words.strange);
/** `the trip got cut short` is of no rate. */
const IDIOMS = wordSet('short off');
const NEW = phraseTable({ new: 'also|another|new|add|schedule|start|extra|same again' });
/** `drop the 25` is a size rather than the number of a brief. */
const isFarFetched = (read: Read): boolean =>
  read?.kind === 'brief' && 'which' in read && (read.which ?? 0) > MOST_BRIEFS;
const MOST_BRIEFS = 20;
/** So many words may stand before how a brief is to be: `and please`. */
const MOST_AHEAD = 2;

const isUnread = (read: Read): boolean => read?.kind === 'unclear' && /^(?:not-a-brief|brief-time)$/.test(read.reason);

const DAY_AGAIN = /^(?:pause|skip)$/;
const THE_ONE = /\bthe (?:[\w:.]+ ){1,3}one\b.*/is;
const LEVEL = /(?:^|[,;!?]\s*|\s)(0?\.\d+\b(?! ?(?:%|pct|percent|bps?\b))[^,;!?]*)/i;

/** What is ordered without a verb: `.36 is fine` is a level, `the london one to 7` is changed, `the first one too` as the one before. */
const orderedIn = (text: BriefText, of: SpokenBrief | undefined): Read => {
  const { typed } = text.utterance;
  const isSided = /\b(?:above|below|over|under|beneath|another|if|when)\b/i.test(typed);
  // "0.365 rather" is a level, and no time of day
  const level = of?.isOfRatio && !isSided ? LEVEL.exec(typed)?.[1] : undefined;
  if (level !== undefined) return doneIn(typedText(`make it ${level}`), true, of, false);
  const one = THE_ONE.exec(typed)?.[0];
  if (one === undefined) return undefined;
  const isSame = /\b(?:too|also|as well)\b/i.test(one) && /^(?:pause|skip|resume|remove)$/.test(of?.did ?? '');
  const read = doneIn(typedText(`${isSame ? of?.did : 'change'} ${one}`), true, of ?? true, false);
  if (read?.kind !== 'brief') return undefined;
  return isSame && read.do === 'pause' && read.until === undefined && of?.day !== undefined
    ? { ...read, until: of.day }
    : read;
};

const PART_OF_HOUR =
  /\b(a quarter|quarter|half|twenty[- ]five|twenty|ten|five|5|10|20|25) (past|to)(?=\s*(?:$|[,.;!?]|please|pls|instead|rather|then|now|better|works|thx|ta\b))/i;

/** `twenty past`, `ten to` of a brief whose hour is known: `07:20`. */
const withHour = (text: BriefText, was: string | undefined): BriefText => {
  const [said, part = '', side = ''] = PART_OF_HOUR.exec(text.utterance.typed) ?? [];
  if (said === undefined || was === undefined) return text;
  const time = timeInHour(part.toLowerCase(), /to/i.test(side), was);
  return time === undefined ? text : typedText(text.utterance.typed.replace(said, time));
};

/** What goes on from talk of briefs without naming one: `and remove the second one`, `make it 8`, `london time`. */
export const readOn = (text: BriefText, spoken: Spoken, today: IsoDate | undefined): Read => {
  const said = withHour(text, isSpokenBrief(spoken) ? spoken.of?.time : undefined);
  const read = inSameWeek(said, readPlainly(said, spoken), spoken, today);
  const [ofWeek, week = '', day = ''] = DAY_OF_WEEK.exec(text.utterance.typed) ?? [];
  if (read || ofWeek === undefined) return read;
  const dayless = typedText(text.utterance.typed.replace(ofWeek, week));
  const skipped = inSameWeek(
    dayless,
    readPlainly(dayless, spoken),
    spoken,
    today,
    WEEKDAYS.find((one) => one === day.toLowerCase()),
  );
  return skipped?.kind === 'brief' && skipped.do === 'skip' ? skipped : undefined;
};
const DAY_OF_WEEK = /\b((?<!next |this )(?:wk|week)) (mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/i;

/** A brief for one day was made or changed last. */
const isDayMade = (of: SpokenBrief | undefined): boolean =>
  of?.day !== undefined && /^(?:schedule|change)$/.test(of.did);

/** The day of the week in which a day lies. */
const ofSameWeek = (day: DayReference, weekday: Weekday, today: IsoDate): DayReference => {
  const date = resolveDay(day, today);
  const moved = addDays(date, WEEKDAYS.indexOf(weekday) + 1 - weekdayOf(date));
  return { month: Number(moved.slice(5, 7)), day: Number(moved.slice(8)) };
};

/** `make it the friday` of a brief for one day is the one of that week, `skip the xmas week one` the one that comes in it. */
const inSameWeek = (text: BriefText, read: Read, spoken: Spoken, today: IsoDate | undefined, named?: Weekday): Read => {
  if (!isSpokenBrief(spoken) || !today || read?.kind !== 'brief') return read;
  const { words } = text;
  if (read.do === 'skip' && typeof read.on === 'object' && 'month' in read.on && words.includes('week')) {
    const weekday = named ?? spoken.weekday;
    if (weekday === undefined) return unclearBrief('brief-until', text.utterance.typed);
    return { ...read, on: ofSameWeek(read.on, weekday, today) };
  }
  const isHabit = words.some((word, at) => /^(?:every|each)$/.test(word) || daysAt(text, at)?.isHabit);
  if (read.do !== 'change' || isHabit || !isDayMade(spoken) || spoken.day === undefined) return read;
  const { days: [weekday, ...more] = [], ...rest } = read;
  if (weekday === undefined || more.length > 0) return read;
  return { ...rest, recurrence: { kind: 'once', on: ofSameWeek(spoken.day, weekday, today) } };
};

const readPlainly = (text: BriefText, spoken: Spoken): Read => {
  const { words, channels } = text;
  const of = isSpokenBrief(spoken) ? spoken : undefined;
  if (words.length === 0 && channels.length === 0) return undefined;
  if (
    words.some((word, at) => STRANGE.has(word) && !isOfFedDay(text, at) && !IDIOMS.has(words[at + 1] ?? '')) ||
    (words.length === 1 && words[0] === 'stop')
  )
    return undefined;
  if (asksOfDay(text)) return { kind: 'brief', do: 'history' };
  const draft = typeof spoken === 'object' && 'days' in spoken ? spoken : undefined;
  const isOption = words.some((_, at) => (at <= MOST_AHEAD || isSignOf(text, at - 1)) && optionAt(text, at));
  const done =
    draft || isOption
      ? undefined
      : (putBackIn(text, of) ?? startIn(text, of) ?? doneIn(text, true, of ?? true) ?? orderedIn(text, of));
  const isOtherDay =
    done?.kind === 'brief' && done.do === 'change' && done.recurrence?.kind === 'once' && DAY_AGAIN.test(of?.did ?? '');
  if (done && !isUnread(done) && !isOtherDay) return isFarFetched(done) ? undefined : done;
  const isBare = words.length === 1 && /^\d{1,4}$/.test(words[0] as string);
  const on = of?.isOfRatio
    ? typedText(text.utterance.typed.replace(/\bit\b|\b(?=(?:above|below|over|under) 0?\.\d)/i, 'the ratio '))
    : text;
  const said = saidIn(draft || isBare ? typedText(`at ${text.utterance.typed}`) : on, undefined, true);
  if ('kind' in said) return isUnread(said) || said.reason === 'brief-trigger' ? undefined : said;
  const isWhen =
    saysWhen(said) ||
    (draft?.time !== undefined && /\b(?:am|morning)\b/.test(words.join(' '))) ||
    said.zones.size + channels.length > 0 ||
    said.laterBy !== undefined ||
    said.onClosed !== undefined ||
    said.onStale !== undefined;
  if (!draft) {
    const again = againIn(text, of);
    if (again) return again;
    const asked = askedIn(text, said, false);
    if (asked && words.length > 1 && (asked.do !== 'now' || channels.length === 0)) return asked;
  }
  const left = said.unread.filter(({ excusedBy }) => excusedBy === undefined);
  if (left.length > 0 || !isWhen) return undefined;
  const isMade = of === undefined || /^(?:now|preview|form|list|remove)$/.test(of.did);
  const isNew =
    said.triggers.size > 0 ||
    (said.times.size > 0 &&
      (isMade || words.some((_, at) => phraseAt(NEW, words, at))) &&
      !/\b(?:instead|rather)\b/.test(words.join(' ')));
  if (draft || isNew || spoken === true) {
    const read = scheduleOf(text, said, draft);
    return read.kind === 'brief' || said.times.size + said.days.size + said.zones.size + said.excepted.size > 0
      ? read
      : undefined;
  }
  return isUnlikely(text, said, isDayMade(of)) ? undefined : changeOf(text, said, of);
};

const START =
  /^(?:[\s,.]|\b(?:sorry|actually|oh|no|na+h|wait|ok|and|but|pls|please|can it|make it|it should|should|lets|only|just)\b)*(?:start(?:s|ing)?|begin(?:s|ning)?|kick(?:s|ing)? (?:it )?off|the first one|first one|not before|nothing before|from)\b(?: (?:it|them|only|just|on|from|is|as of))*\s+/i;

/** `start 8 dec instead`: nothing comes before that day. */
const startIn = (text: BriefText, of: SpokenBrief | undefined): Read => {
  if (of === undefined || of.day !== undefined || !/^(?:schedule|change)$/.test(of.did)) return undefined;
  const lead = START.exec(text.utterance.typed)?.[0];
  const rest = lead === undefined ? undefined : typedText(text.utterance.typed.slice(lead.length));
  const day = rest && dayAt(rest, 0);
  if (!rest || !day || isPluralDay(rest, day.to - 1)) return undefined;
  const read = doneIn(typedText(`pause until ${rest.utterance.typed}`), true, of, false);
  return read?.kind === 'brief' && read.do === 'pause' && read.of?.time === of.of?.time ? read : undefined;
};

const PUT_BACK = phraseTable(words.putBack);

/** `put it back how it was`: what was changed last is as before. */
const putBackIn = ({ words }: BriefText, of: SpokenBrief | undefined): Read => {
  const was = of?.did === 'change' ? of.was : undefined;
  const to = words.flatMap((_, at) => phraseAt(PUT_BACK, words, at)?.to ?? []).at(-1);
  if (!was || to === undefined || !words.slice(to).every((word) => QUIET.has(word))) return undefined;
  const { time, zone, channel } = was;
  const back = {
    ...(time !== undefined && time !== of?.of?.time && { time }),
    ...(zone !== undefined && zone !== of?.of?.zone && { zone }),
    ...(channel !== undefined && channel !== of?.of?.channel && { channel }),
  };
  const now = of?.of && { of: { ...of.of } as NonNullable<WhichBrief['of']> };
  return Object.keys(back).length > 0 ? { kind: 'brief', do: 'change', ...back, ...now } : undefined;
};

const ASKING = wordSet('would do does did off look how who which why');
/** `would half seven be possible`, `do add wednesday`, `how about 8`: a wish all the same. */
const WISHED =
  /\b(?:possible|suits?|works?|better|ok|okay|fine|good|easier|nicer|do (?:add|include|make|put)|how about)\b/;
/** `what would 150 do`, `which friday`: of something else, though a clock and a calendar know them. */
const isUnlikely = ({ words }: BriefText, { times, days, excepted, zones }: BriefParts, isOnce: boolean): boolean => {
  const isAsked = words.some((word) => ASKING.has(word)) && !WISHED.test(words.join(' '));
  const isSize = [...times].some(([time, typed]) => /^\d{3}$/.test(typed) && (time < '05' || Number(typed) % 25 === 0));
  const isOneDay =
    !isOnce &&
    days.size === 1 &&
    excepted.size === 0 &&
    times.size === 0 &&
    !words.some((word) => /^(?:only|just|every|each|also|well|too|add|added|include|included|.*days)$/.test(word));
  // "the london desk is out"
  const isOfPlace =
    zones.size > 0 && /\b(?:is|are|was|were)\b(?!.*\b(?:time|clock|zone)\b)/.test(words.join(' ')) && times.size === 0;
  return isSize || isOneDay || isOfPlace || (isAsked && times.size + days.size > 0);
};

/** Another day for what was done last: `or wednesday`, `no, the 5th`; and what became of another: `and friday's?` */
const againIn = (text: BriefText, of: SpokenBrief | undefined): Read => {
  const { words } = text;
  if (of === undefined || !/^(?:pause|skip|history|remove)$/.test(of.did)) return undefined;
  if (of.did === 'history' && words.length <= MOST_ELLIPTIC && words.some((word) => /^(?:why|[a-z]+day)$/.test(word)))
    return doneIn(typedText('history'), true, of);
  if (of.did === 'history') return undefined;
  const typed = text.utterance.typed.replace(LEADS, '');
  const isEnd = of.did === 'remove' && words.some((_, at) => untilAt(text, at)?.kind === 'until');
  const lead = of.did === 'pause' || isEnd ? 'pause until ' : of.did === 'skip' ? 'skip ' : 'remove ';
  const plain = typed.replace(
    of.did === 'pause' || isEnd ? /^.*\b(?:until|till?|til)\b/i : /^(?:back|until|till?)\b/i,
    '',
  );
  const read =
    of.did === 'remove' && !isEnd && !/\bone\b/i.test(typed)
      ? undefined
      : doneIn(typedText(`${lead}${plain}`), true, of, false);
  if (read?.kind !== 'brief') return undefined;
  if (read.do === 'skip' && read.on === undefined) return undefined;
  const { day } = of;
  if (
    read.do === 'pause' &&
    typeof read.until === 'object' &&
    !('month' in read.until) &&
    'day' in read.until &&
    typeof day === 'object' &&
    'month' in day
  )
    return { ...read, until: { month: day.month, day: read.until.day } };
  return read.do === 'change' ? undefined : read;
};
const MOST_ELLIPTIC = 4;
const LEADS =
  /^(?:[\s,.]|\b(?:make (?:it|that)|or|no|na[hw]+|actually|rather|instead|ah|hm+|wait|sorry|not|then|just|only|also|and|n|back|(?:begin|start|resume|bring)(?: (?:it|them))?(?: again)?|come to think of it|i meant?)\b)+/i;
