import { firstWordOf, slotsOf, wholeOf } from '../language/index.ts';
import { numbersOf } from '../topics/context.ts';
import type { ReadTopic } from '../topics/reading.ts';
import type { IsoDate } from '../units.ts';
import type { BriefEffect, UnclearBrief } from './effect.ts';
import { askedAlone, askedIn, isBeingBrief, isWished } from './read-asked.ts';
import { withoutOdd } from './read-beside.ts';
import { changeOf, isOfOne } from './read-change.ts';
import { alertAt, optionAt, TOLD_TO, type TriggerRead, triggerAt, withLevel } from './read-conditions.ts';
import { daysAt } from './read-days.ts';
import { doingIn, doneIn, hasNoun, movedIn } from './read-done.ts';
import { readOn } from './read-follow-ups.ts';
import { endsLater, isApart, leftOfBrief, unreadOrder } from './read-limits.ts';
import { isOfFedDay, isOnce, recurrenceAt, withFedDate } from './read-recurrence.ts';
import { audienceTo, saidIn } from './read-said.ts';
import { saysWhen, scheduleOf } from './read-schedule.ts';
import {
  type BriefText,
  briefTextOf,
  inPlainWords,
  isSignOf,
  phraseAt,
  phraseTable,
  skipping,
  unclearBrief,
  wordSet,
} from './read-text.ts';
import { isNamedByTime, timeAt } from './read-times.ts';
import { type BriefParts, NOUNS } from './read-words.ts';
import { zoneAt } from './read-zones.ts';
import { isSpokenBrief, type Spoken } from './spoken.ts';
import words from './words.json' with { type: 'json' };

type Read = BriefEffect | UnclearBrief | undefined;

const SIGNS = wordSet(', then just please pls');
/** Words that make of the brief a thing that is spoken of. */
const ABOUT =
  /\b(?:ill|i ll|i will|we will|we ll|to) brief\b|\b(?:is|was|were|has|had|will|wasnt|isnt)\b|(?<!\b(?:can|could|may) )\b(?:we|i|they|there|you) (?:have|get|like|read|got|love|hate)\b/;
/** `the brief can be shorter`: how it is to be. */
const MAY = /\b(?:briefs?|briefing|digest) (?:can|could|should|must|might|may|needs|has to|ought)\b/;
const ARTICLES = wordSet(words.articles);

const first = (text: BriefText): number => {
  let at = Math.max(firstWordOf(text.utterance), 0);
  while (ARTICLES.has(text.words[at] ?? '') && !phraseAt(NOUNS, text.words, at)) at += 1;
  return at;
};

const IS_FOR_SOME = /\b(?:need|want) a (?:\w+ )?brief for\b/;
const IS_STANDING = new RegExp(
  `${IS_FOR_SOME.source}|\\b(?:set|setup|schedule|create|add|make|new|start|regular|recurring|standing)\\b`,
);

const WAITING = /^(?:when|if|once|after|as soon|every time|each time|the day|the moment)/i;
const OFTEN = /\b(?:twice|hourly|monthly|biweekly|fortnightly|quarterly|yearly)\b/;

/** What is made of words in which a brief is named. */
const readNamed = (text: BriefText, spoken: Spoken | undefined): Read => {
  const { words } = text;
  const of = isSpokenBrief(spoken) ? spoken : undefined;
  const doing = optionAt(text, first(text)) ? undefined : doingIn(text, true, of);
  const done = doing && doneIn(text, true, of);
  // "drop the brief in here at 8"
  const isNew = doing && words[doing.from] === 'drop' && words.some((_, at) => at !== doing.from && timeAt(text, at));
  if (doing && /^(?:pause|skip)$/.test(doing.does) && done?.kind === 'unclear' && isApart(text))
    return unclearBrief('brief-apart', text.utterance.typed);
  if (done && !isNew && !(doing.does === 'resume' && done.kind === 'unclear')) return done;
  const all = saidIn(text, undefined, true);
  // "brief at 7, i have gym"
  const named = words.findIndex((_, at) => phraseAt(NOUNS, words, at));
  const end = words.findIndex((_, at) => at > named && isSignOf(text, at));
  const isTold = ABOUT.test(words.slice(0, end < 0 ? words.length : end).join(' '));
  const isFirst = phraseAt(NOUNS, words, first(text)) !== undefined && !isTold;
  const wished = isWished(text);
  const said = 'kind' in all || !(wished || isFirst) ? all : withoutOdd(text, all);
  if ('kind' in said) {
    if (said.reason === 'brief-trigger') return (wished || isFirst) && WAITING.test(said.words) ? said : undefined;
    return wished || (isFirst && (said.reason !== 'brief-time' || /\D/.test(said.words))) ? said : undefined;
  }
  const asked = IS_FOR_SOME.test(words.join(' ')) ? undefined : askedIn(text, said);
  if (asked && (asked.do !== 'now' || ((wished || isFirst) && text.channels.length === 0))) return asked;
  // "saturdays too, the 8 oclock one" is another habit of one that there is
  if (isOfOne(text, said.times) && /\bone\b/.test(words.join(' '))) return changeOf(text, said, of);
  const isTimed = saysWhen(said) || said.zones.size > 0 || OFTEN.test(words.join(' '));
  const schedule = scheduleOf(text, said);
  if (schedule.kind === 'unclear' && schedule.reason === 'not-a-brief')
    return isTimed && (wished || isFirst) ? schedule : undefined;
  if (schedule.kind === 'brief' && schedule.do === 'form') {
    if (IS_STANDING.test(words.join(' ')) || words.some((_, at) => audienceTo(text, at))) return schedule;
    return isFirst && said.unread.length === 0 && !MAY.test(words.join(' ')) ? { kind: 'brief', do: 'now' } : undefined;
  }
  return wished || isFirst || (isTimed && !isTold) ? schedule : undefined;
};

const WAITS =
  /^(?:please |pls )?(?:can|could|should|shall|let|have|make|only)\b.*\b(?:fire|come|go|wait|post|send|run|land|ping|brief (?:us|me))\b.*?\b(only on\b.*|(?:only )?(?:when(?:ever)?|if|once|until|till?)\b.*)$/;
/** `could the brief come only on big days`: something to wait for, which none can. */
const waitIn = ({ words }: BriefText): Read => {
  const waits = WAITS.exec(words.join(' '))?.[1];
  return waits === undefined ? undefined : unclearBrief('brief-trigger', waits);
};

const THINGS = phraseTable(words.things);
const SENDS = wordSet('send post give drop put want need like have get publish');

const isOwnDay = (text: BriefText, { recurrence: on }: BriefParts): boolean =>
  on?.kind === 'month' || (on?.kind === 'fed' && on.day === 'before') || (on?.kind === 'once' && isOnce(text));

/**
 * `send us something every weekday at ten to eight`: what comes at a time of such days again and again is the brief, and so
 * is what is to come on a day of its own: `just the once, 10 dec 7.15 london`.
 */
const standingIn = (text: BriefText): Read => {
  const { words } = text;
  const isTimed = words.some((_, at) => timeAt(text, at)) && words.some((_, at) => recurrenceAt(text, at));
  const plain = isTimed ? saidIn(text) : undefined;
  if (plain && !('kind' in plain) && plain.times.size > 0 && plain.unread.length === 0 && isOwnDay(text, plain)) {
    const read = scheduleOf(text, plain);
    return read.kind === 'brief' ? read : undefined;
  }
  const isSent = words.some((word, at) => {
    const thing =
      SENDS.has(word) || (word === 'of' && words[at - 1] === 'chance')
        ? skipping(TOLD_TO, words, at + 1)
        : words.length;
    return [at + 1, thing].some((place) => phraseAt(THINGS, words, place));
  });
  const isHabit = (at: number): boolean => {
    const days = daysAt(text, at);
    return days ? days.isHabit || days.days.length > 1 || /^(?:every|each)$/.test(words[at - 1] ?? '') : false;
  };
  if (!isSent || !words.some((_, at) => isHabit(at))) return undefined;
  const said = saidIn(text, undefined, true);
  const read = 'kind' in said || said.times.size === 0 ? undefined : scheduleOf(text, said);
  return read?.kind === 'brief' && read.do === 'schedule' ? read : undefined;
};

/** What the Fed does is waited for by no brief, which is said: `whenever the fed cuts`. */
const OF_FED = /^(?:when\w*|every time|each time|as soon as|any ?time) (?:the )?(?:fed|fomc)\b/i;
const isWaitedFor = (trigger: TriggerRead | undefined): boolean =>
  trigger?.kind === 'trigger' || (trigger !== undefined && OF_FED.test(trigger.words));

/** What `/brief` makes of free words, where they are about briefs and leave nothing unread; or what is asked back. */
const readFree = (
  text: BriefText,
  isNamedOther: boolean,
  spoken: Spoken | undefined,
  today: IsoDate | undefined,
  hasNumbers: boolean,
): Read => {
  const { words } = text;
  if (isBeingBrief(text)) return undefined;
  const later = isNamedOther || isApart(text) ? undefined : endsLater(text, spoken);
  if (later) return later;
  const unread = unreadOrder(text, spoken, hasNumbers);
  if (hasNoun(text)) {
    // "an all-time high" may be a topic of the notes: what is waited for is read whole, or not at all
    const isOther = isNamedOther && !words.some((_, at) => isWaitedFor(triggerAt(text, at)));
    const read = isOther ? undefined : readNamed(text, spoken);
    return (read?.kind !== 'brief' && unread?.reason === 'brief-moves' ? unread : read) ?? waitIn(text);
  }
  // "when odds flip, tell us"
  const waits = triggerAt(text, first(text));
  const behind = waits?.kind === 'trigger' ? skipping(SIGNS, words, waits.to) : -1;
  const alert = words.flatMap((_, at) => (at <= first(text) + 1 || at === behind ? (alertAt(text, at) ?? []) : []))[0];
  if (alert) {
    const said = saidIn(text, undefined, true);
    const isTrigger = 'kind' in said ? said.reason === 'brief-trigger' : said.triggers.size > 0;
    const read = 'kind' in said ? said : scheduleOf(text, said);
    if (isTrigger && (!isNamedOther || read.kind === 'brief'))
      return read.kind === 'brief' || alert === 'sure' ? read : undefined;
  }
  const standing = standingIn(text);
  if (standing) return standing;
  if (spoken !== undefined) {
    const read = readOn(text, spoken, today);
    // "go with 100 instead"
    const isSize =
      read?.kind === 'unclear' && read.reason === 'brief-half' && /\b(?:100|125|150|200)\b/.test(read.words);
    const left = isSpokenBrief(spoken) && !isNamedOther ? leftOfBrief(text, spoken) : undefined;
    return isSize ? (unread ?? read) : (read ?? unread ?? left);
  }
  const moved = hasNumbers ? undefined : movedIn(text);
  if (unread ?? moved) return unread ?? moved;
  const alone = askedAlone(text);
  if (alone) return alone;
  const isByTime = isNamedByTime(text);
  if (!isByTime && !/^(?:skip|not)$/.test(words[0] ?? '') && !words.includes('one') && !words.includes('#'))
    return undefined;
  const done = doneIn(text, true);
  const day = done?.kind === 'brief' && done.do === 'skip' ? done.on : undefined;
  // nothing else comes day by day
  const isLeftOut = words[0] === 'skip' || (words[0] === 'not' && AWAY.test(words.join(' ')));
  if (typeof day === 'object' && !('month' in day) && isLeftOut) return done;
  // "bin the tuesday one", "kill the 7am in #pm-chat" where Slack knows no such channel
  const isAsked = done?.kind === 'unclear' && done.reason === (isByTime ? 'brief-channel' : 'brief-which');
  if (isAsked && (words.includes('one') || words.includes('#'))) return done;
  if (!isByTime) return undefined;
  const said = saidIn(text, undefined, true);
  const read = done ?? ('kind' in said ? undefined : askedIn(text, said));
  return read?.kind === 'brief' && 'of' in read && read.of?.time !== undefined ? read : undefined;
};

const TIMED =
  /\b(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)(?:days?|nesdays?|urdays?|rsdays?|sdays?|s)?\b|\b\d{1,2}(?:[:.]\d\d| ?(?:am|pm)\b)|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2} (?:dec|jan)|\b(?:weekdays?|weekends?|tomorrow)\b/i;

const AGAIN = {
  ended:
    /^(?:(?:and|so|ok|now|actually|please|just) )*(?:kill|stop|cancel|remove|delete|scrap|bin|axe|end) (?:it|that|the thing)(?: (?:please|now|altogether|completely|too|for good))*$/,
  listed:
    /^(?:and |so )*(?:is|was) (?:it|that) (?:still )?(?:on|running|live|active|going|set|scheduled|set up)(?: still)?$/,
  moved:
    /^(?:(?:and|so|ok|now|actually|please|can you|can we) )*(?:(?:make|move|change|shift|push|set|put|bring) (?:it|that) (?:to |at |for )?(?:\d{1,2}|half \w+|noon)(?: (?:please|instead))*|(?:send|post) it(?: (?:now|please|here))+)$|\b(?:hours?|hrs?|minutes?|mins?)\b.*\b(?:earlier|later)$/,
};

/** `skip next monday`, with another question in between: an order of its own, with its day or its time of day. */
const orderAgain = (
  text: BriefText,
  spoken: Spoken | undefined,
  today: IsoDate | undefined,
  hasNumbers: boolean,
): Read => {
  if (!isSpokenBrief(spoken) || hasNoun(text)) return undefined;
  const said = text.words.filter((_, at) => !isSignOf(text, at)).join(' ');
  const isMoved = !hasNumbers && AGAIN.moved.test(said);
  if (!hasNumbers && AGAIN.ended.test(said)) return unclearBrief('brief-end', text.utterance.typed);
  if (AGAIN.listed.test(said)) return { kind: 'brief', do: 'list' };
  if (!TIMED.test(text.utterance.typed) && !isMoved) return undefined;
  const read =
    endsLater(text, spoken) ??
    ((isMoved || doingIn(text, true, spoken) || isApart(text)) && readOn(text, spoken, today));
  if (!read) return undefined;
  return read.kind === 'brief'
    ? /^(?:skip|pause|resume|change|now)$/.test(read.do)
      ? read
      : undefined
    : /^brief-(?:apart|last)$/.test(read.reason)
      ? read
      : undefined;
};

const AWAY = /\b(?:im|i am|ill be|i ll be|were|we are|well be|nobody is) (?:out|off|away|on|in)\b/;

const OTHER_KINDS: ReadonlySet<string> = new Set(['who', 'note', 'topic', 'stance']);

/**
 * `brief me every weekday at 7:30`, `kill the brief`, `ping us when the ratio goes over .42`: every word is one that
 * `/brief` takes, or the words are asked back. Being brief, and a brief answer, are something else.
 */
export const readBriefs: ReadTopic = (utterance, context, _, { today }) => {
  const text = briefTextOf(utterance);
  const levelled = withLevel(withFedDate(text, today), context);
  const { move, compare, solve } = numbersOf(context);
  const hasNumbers = (move ?? compare ?? solve) !== undefined;
  const plain = inPlainWords(levelled, context?.brief !== undefined, hasNoun(levelled), !hasNumbers);
  const nouns = levelled.words.flatMap((_, from) => {
    const noun = phraseAt(NOUNS, levelled.words, from);
    return noun ? [{ from, to: noun.to }] : [];
  });
  const isNamedOther = levelled.utterance.slots.some(
    ({ kind, from, to, ...slot }) =>
      OTHER_KINDS.has(kind) &&
      // "i am in vacation" is mended to the valuation
      !('isGuessed' in slot && slot.isGuessed) &&
      !nouns.some((noun) => noun.from <= from && to <= noun.to) &&
      !isOwnWord(levelled, from, to) &&
      !isOfFedDay(levelled, from),
  );
  const isLevelless = levelled !== text && text.words.some((_, at) => at <= first(text) + 1 && alertAt(text, at));
  const asks =
    (isNamedOther ? undefined : orderAgain(plain, context?.briefBefore, today, hasNumbers)) ??
    readFree(plain, isNamedOther, context?.brief, today, hasNumbers) ??
    (isLevelless ? unclearBrief('brief-trigger', utterance.typed) : undefined);
  // every word is read, "except tuesdays" too
  const uses = [wholeOf(utterance), ...slotsOf(utterance, 'relation')];
  // among people it may be another thing that went out, or that somebody leaves out
  const isGuess =
    asks?.kind === 'brief' &&
    /^(?:history|skip|list|change)$/.test(asks.do) &&
    (context?.brief ?? context?.briefBefore) === undefined &&
    nouns.length === 0;
  return asks ? [{ asks, name: 'The morning brief', how: isGuess ? 'ranked' : 'exact', uses }] : [];
};

const OWN_TOPICS = wordSet('the cash open market ratio russell small caps record odds fed rotation wall street');
/** A topic's name that a brief may be about by itself, or a zone: `the market brief`, `at 8am Stockholm`. */
const isOwnWord = (text: BriefText, from: number, to: number): boolean =>
  text.words.slice(from, to).every((word) => OWN_TOPICS.has(word)) ||
  text.words[from - 1] === '#' ||
  text.words.some((_, at) => at < from && (audienceTo(text, at) ?? 0) >= to) ||
  (zoneAt(text, from) !== undefined && !/^(?:on|about|regarding|re|of)$/.test(text.words[from - 1] ?? ''));
