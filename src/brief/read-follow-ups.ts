import { addDays, weekdayOf } from '../calendar/index.ts';
import { isIn } from '../language/index.ts';
import type { IsoDate } from '../units.ts';
import { type DayReference, resolveDay, WEEKDAYS, type Weekday } from './day-reference.ts';
import type { BriefEffect, UnclearBrief } from './effect.ts';
import { askedAlone, askedIn } from './read-asked.ts';
import { changeOf, putBackIn } from './read-change.ts';
import { moveAt, optionAt } from './read-conditions.ts';
import { dayAt, daysAt, isPluralDay, untilAt } from './read-days.ts';
import { doneIn } from './read-done.ts';
import { isApart, STRANGE } from './read-limits.ts';
import { isOfFedDay } from './read-recurrence.ts';
import { saidIn } from './read-said.ts';
import { saysWhen, scheduleOf } from './read-schedule.ts';
import { type BriefText, isSignOf, phraseAt, phraseTable, typedText, unclearBrief, wordSet } from './read-text.ts';
import { timeInHour } from './read-times.ts';
import type { BriefParts } from './read-words.ts';
import { isSpokenBrief, type Spoken, type SpokenBrief } from './spoken.ts';
import words from './words.json' with { type: 'json' };

type Read = BriefEffect | UnclearBrief | undefined;
type Effect = Extract<Read, { kind: 'brief' }>;

/** What words come to as an order. */
const asOrder = (order: string, of: SpokenBrief | true): Effect | undefined => {
  const read = doneIn(typedText(order), true, of, false);
  return read?.kind === 'brief' ? read : undefined;
};

const MADE = /^(?:schedule|change)$/;
/** A brief for one day was made or changed last. */
const isDayMade = (of: SpokenBrief | undefined): boolean => of?.day !== undefined && MADE.test(of.did);

/** `make it the friday` of a brief for one day is the one of that week, `skip the xmas week one` the one that comes in it. */
const inSameWeek = (text: BriefText, read: Read, of: SpokenBrief, today: IsoDate, named?: Weekday): Read => {
  if (read?.kind !== 'brief') return read;
  const { words } = text;
  const sameWeek = (day: DayReference, weekday: Weekday): DayReference => {
    const date = resolveDay(day, today);
    const moved = addDays(date, WEEKDAYS.indexOf(weekday) + 1 - weekdayOf(date));
    return { month: Number(moved.slice(5, 7)), day: Number(moved.slice(8)) };
  };
  if (read.do === 'skip' && typeof read.on === 'object' && 'month' in read.on && words.includes('week')) {
    const weekday = named ?? of.weekday;
    return weekday === undefined
      ? unclearBrief('brief-until', text.utterance.typed)
      : { ...read, on: sameWeek(read.on, weekday) };
  }
  const isHabit = words.some((word, at) => /^(?:every|each)$/.test(word) || daysAt(text, at)?.isHabit);
  if (read.do !== 'change' || isHabit || !isDayMade(of) || of.day === undefined) return read;
  const { days: [weekday, ...more] = [], ...rest } = read;
  if (weekday === undefined || more.length > 0) return read;
  return { ...rest, recurrence: { kind: 'once', on: sameWeek(of.day, weekday) } };
};

const DAY_OF_WEEK = /\b((?<!next |this )(?:wk|week)) (mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/i;
const PART_OF_HOUR =
  /\b(a quarter|quarter|half|twenty[- ]five|twenty|ten|five|5|10|20|25) (past|to)(?=\s*(?:$|[,.;!?]|please|pls|instead|rather|then|now|better|works|thx|ta\b))/i;

/** What goes on from talk of briefs without naming one: `and remove the second one`, `make it 8`, `london time`. */
export const readOn = (text: BriefText, spoken: Spoken, today: IsoDate | undefined): Read => {
  if (!isSpokenBrief(spoken)) return readPlainly(text, spoken);
  const { typed } = text.utterance;
  if (isApart(text)) return unclearBrief('brief-apart', typed);
  // "twenty past" is of the hour that it has
  const [part, minutes = '', side = ''] = PART_OF_HOUR.exec(typed) ?? [];
  const time = part && spoken.of?.time && timeInHour(minutes.toLowerCase(), /to/i.test(side), spoken.of.time);
  const on = part && time ? typedText(typed.replace(part, time)) : text;
  const read = readPlainly(on, spoken);
  if (today === undefined) return read;
  const day = read ? undefined : DAY_OF_WEEK.exec(typed)?.[2]?.toLowerCase();
  if (day === undefined) return inSameWeek(on, read, spoken, today);
  const dayless = typedText(typed.replace(DAY_OF_WEEK, '$1'));
  const named = WEEKDAYS.find((one) => one === day);
  const skipped = inSameWeek(dayless, readPlainly(dayless, spoken), spoken, today, named);
  return skipped?.kind === 'brief' && skipped.do === 'skip' ? skipped : undefined;
};

const IDIOMS = wordSet('short off');
const NEW = phraseTable({ new: 'a second|second brief|also|another|new|add|schedule|start|extra|same again' });
/** `drop the 25` is a size rather than the number of a brief. */
const MOST_BRIEFS = 20;
/** So many words may stand before how a brief is to be: `and please`. */
const MOST_AHEAD = 2;

const isUnread = (read: Read): boolean => read?.kind === 'unclear' && /^(?:not-a-brief|brief-time)$/.test(read.reason);

const readPlainly = (text: BriefText, spoken: Spoken): Read => {
  const { words, channels } = text;
  const { typed } = text.utterance;
  const of = isSpokenBrief(spoken) ? spoken : undefined;
  if (words.length === 0 && channels.length === 0) return undefined;
  const moves = words.flatMap((_, from) => {
    const move = moveAt(text, from);
    return move ? [{ from, to: move.to }] : [];
  });
  const isStrange = (word: string, at: number): boolean =>
    STRANGE.has(word) && !isOfFedDay(text, at) && !IDIOMS.has(words[at + 1] ?? '') && !isIn(moves, at);
  if (words.some(isStrange) || words.join(' ') === 'stop') return undefined;
  const alone = askedAlone(text);
  if (alone) return alone;
  const draft = typeof spoken === 'object' && 'days' in spoken ? spoken : undefined;
  const isOption = words.some((_, at) => (at <= MOST_AHEAD || isSignOf(text, at - 1)) && optionAt(text, at));
  const done =
    draft || isOption
      ? undefined
      : (putBackIn(text, of) ?? startIn(text, of) ?? doneIn(text, true, of ?? true) ?? orderedIn(text, of));
  const isOtherDay =
    done?.kind === 'brief' &&
    done.do === 'change' &&
    done.recurrence?.kind === 'once' &&
    /^(?:pause|skip)$/.test(of?.did ?? '');
  if (done && !isUnread(done) && !isOtherDay)
    return done.kind === 'brief' && 'which' in done && (done.which ?? 0) > MOST_BRIEFS ? undefined : done;
  const isBare = /^\d{1,4}$/.test(words.join(' '));
  const on = of?.isOfRatio ? typed.replace(/\bit\b|\b(?=(?:above|below|over|under) 0?\.\d)/i, 'the ratio ') : typed;
  const said = saidIn(
    draft || isBare ? typedText(`at ${typed}`) : on === typed ? text : typedText(on),
    undefined,
    true,
  );
  if ('kind' in said) return isUnread(said) || /^brief-(?:trigger|moves)$/.test(said.reason) ? undefined : said;
  if (!draft) {
    const again = againIn(text, of);
    if (again) return again;
    const asked = askedIn(text, said, false);
    const isMoveAsked = moves.length === 0 || /\?|^(?:is|does|will|has|are|what|which)\b/i.test(typed);
    if (asked && isMoveAsked && words.length > 1 && (asked.do !== 'now' || channels.length === 0)) return asked;
  }
  const isWhen =
    saysWhen(said) ||
    (draft?.time !== undefined && /\b(?:am|morning)\b/.test(words.join(' '))) ||
    said.zones.size + channels.length > 0 ||
    (said.laterBy ?? said.onClosed ?? said.onStale) !== undefined;
  if (said.unread.some(({ excusedBy }) => excusedBy === undefined) || !isWhen) return undefined;
  const isMade = of === undefined || /^(?:now|preview|form|list|remove)$/.test(of.did);
  const isNew =
    said.triggers.size > 0 ||
    (said.times.size > 0 &&
      (isMade || words.some((_, at) => phraseAt(NEW, words, at))) &&
      !/\b(?:instead|rather)\b/.test(words.join(' ')));
  if (!draft && !isNew && spoken !== true)
    return isUnlikely(text, said, isDayMade(of), of !== undefined && MADE.test(of.did))
      ? undefined
      : changeOf(text, said, of);
  const read = scheduleOf(text, said, draft);
  const isPart = said.times.size + said.days.size + said.zones.size + said.excepted.size > 0;
  return read.kind === 'brief' || isPart ? read : undefined;
};

const THE_ONE = /\bthe (?:[\w:.]+ ){1,3}one\b.*/is;
const LEVEL = /(?:^|[,;!?]\s*|\s)(0?\.\d+\b(?! ?(?:%|pct|percent|bps?\b))[^,;!?]*)/i;

/** What is ordered without a verb: `.36 is fine` is a level, `the london one to 7` is changed, `the first one too` as the one before. */
const orderedIn = ({ utterance: { typed } }: BriefText, of: SpokenBrief | undefined): Read => {
  const isSided = /\b(?:above|below|over|under|beneath|another|if|when)\b/i.test(typed);
  // "0.365 rather" is a level, and no time of day
  const level = of?.isOfRatio && !isSided ? LEVEL.exec(typed)?.[1] : undefined;
  if (level !== undefined) return doneIn(typedText(`make it ${level}`), true, of, false);
  const one = THE_ONE.exec(typed)?.[0];
  const isSame = /\b(?:too|also|as well)\b/i.test(one ?? '') && /^(?:pause|skip|resume|remove)$/.test(of?.did ?? '');
  const read = one === undefined ? undefined : asOrder(`${isSame ? of?.did : 'change'} ${one}`, of ?? true);
  const isAsLong = isSame && read?.do === 'pause' && read.until === undefined && of?.day !== undefined;
  return isAsLong ? { ...read, until: of.day as DayReference } : read;
};

const START =
  /^(?:[\s,.]|\b(?:sorry|actually|oh|no|na+h|wait|ok|and|but|pls|please|can it|make it|it should|should|lets|only|just)\b)*(?:start(?:s|ing)?|begin(?:s|ning)?|kick(?:s|ing)? (?:it )?off|the first one|first one|not before|nothing before|from|frm)\b(?: (?:it|them|only|just|on|from|is|as of))*\s+/i;

/** `start 8 dec instead`: nothing comes before that day. */
const startIn = ({ utterance: { typed } }: BriefText, of: SpokenBrief | undefined): Read => {
  const lead = START.exec(typed)?.[0];
  if (of === undefined || of.day !== undefined || !MADE.test(of.did) || lead === undefined) return undefined;
  const rest = typedText(typed.slice(lead.length));
  const day = dayAt(rest, rest.words[0] === 'after' ? 1 : 0);
  if (!day || isPluralDay(rest, day.to - 1)) return undefined;
  const read = asOrder(`pause until ${rest.utterance.typed}`, of);
  return read?.do === 'pause' && read.of?.time === of.of?.time ? read : undefined;
};

const ASKING = wordSet('would do does did off look how who which why');
/** `would half seven be possible`, `do add wednesday`, `how about 8`: a wish all the same. */
const WISHED =
  /\bdo \d|\b(?:possible|suits?|works?|better|ok|okay|fine|good|easier|nicer?|great|do (?:add|include|make|put)|how about)\b/;
/** `i get in at 8`, and `have a nice weekend`: of people. */
const [CHATTER, GREETINGS] = [new RegExp(words.chatter), new RegExp(words.greetings)];
const HABIT = /\b(?:only|just|every|each|also|well|too|add|added|include|included|\S*days)(?= |$)/;
/** `what would 150 do`, `which friday`: of something else, though a clock and a calendar know them. */
const isUnlikely = (
  { words }: BriefText,
  { times, days, excepted, zones }: BriefParts,
  isOnce: boolean,
  isMade: boolean,
): boolean => {
  const said = words.join(' ');
  const isAsked = words.some((word) => ASKING.has(word)) && !WISHED.test(said);
  const isSize = [...times].some(([time, typed]) => /^\d{3}$/.test(typed) && (time < '05' || Number(typed) % 25 === 0));
  const isOneDay =
    !isOnce && days.size === 1 && excepted.size === 0 && !HABIT.test(said) && !(isMade && ONE_MORE.test(said));
  // "the london desk is out"
  const isOfPlace = zones.size > 0 && /\b(?:is|are|was|were)\b(?!.*\b(?:time|clock|zone)\b)/.test(said);
  return (
    isSize ||
    CHATTER.test(said) ||
    (times.size === 0 && (isOneDay || isOfPlace || GREETINGS.test(said))) ||
    (isAsked && times.size + days.size > 0)
  );
};

/** `n mon`: of the same brief. */
const ONE_MORE = /^(?:and )?(?:and|n|plus)(?: on)? \S+(?: please| pls)?$/;

const MOST_ELLIPTIC = 4;
const LEADS =
  /^(?:[\s,.]|\b(?:make (?:it|that)|or|no|na[hw]+|actually|rather|instead|ah|hm+|wait|sorry|not|then|just|only|also|and|n|back|(?:begin|start|resume|bring)(?: (?:it|them))?(?: again)?|come to think of it|i meant?)\b)+/i;

/** Another day for what was done last: `or wednesday`, `no, the 5th`; and what became of another: `and friday's?` */
const againIn = (text: BriefText, of: SpokenBrief | undefined): Read => {
  const { words } = text;
  if (of?.did === 'history') {
    const isAgain = words.length <= MOST_ELLIPTIC && words.some((word) => /^(?:why|[a-z]+day)$/.test(word));
    return isAgain ? doneIn(typedText('history'), true, of) : undefined;
  }
  if (!of || !/^(?:pause|skip|remove)$/.test(of.did)) return undefined;
  // "wed too", behind a date that was left out: of the days it comes on
  const isDateOut = of.did === 'skip' && (typeof of.day === 'string' || (of.day !== undefined && 'day' in of.day));
  const said = words.join(' ');
  if (isDateOut && /^(?:and |n )?(?:mon|tue|wed|thu|fri|sat|sun)\S* (?:too|also|as well)\b/.test(said))
    return undefined;
  const typed = text.utterance.typed.replace(LEADS, '');
  const isEnd =
    of.did === 'pause' || (of.did === 'remove' && words.some((_, at) => untilAt(text, at)?.kind === 'until'));
  if (of.did === 'remove' && !isEnd && !/\bone\b/i.test(typed)) return undefined;
  const plain = typed.replace(isEnd ? /^.*\b(?:until|till?|til|from)\b/i : /^(?:back|until|till?)\b/i, '');
  const read = asOrder(`${isEnd ? 'pause until' : of.did} ${plain}`, of);
  if (read?.do === 'change' || (read?.do === 'skip' && read.on === undefined)) return undefined;
  const until = read?.do === 'pause' && typeof read.until === 'object' ? read.until : undefined;
  const isOfMonth = until && 'day' in until && !('month' in until) && typeof of.day === 'object' && 'month' in of.day;
  return isOfMonth ? ({ ...read, until: { ...of.day, day: until.day } } as Effect) : read;
};
