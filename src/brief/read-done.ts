import type { BriefEffect, UnclearBrief } from './effect.ts';
import { withoutOdd } from './read-beside.ts';
import { changeOf, PLAIN_CHANGE, whichOf } from './read-change.ts';
import { moveAt } from './read-conditions.ts';
import { dayAt, daysAt, isPluralDay, untilAt } from './read-days.ts';
import { saidIn } from './read-said.ts';
import { type BriefText, isSignOf, phraseAt, phraseTable, shown, unclearBrief, wordSet } from './read-text.ts';
import { type BriefParts, type Doing, NOUNS, ORDERS, RESTS, SPLIT } from './read-words.ts';
import type { SpokenBrief } from './spoken.ts';
import words from './words.json' with { type: 'json' };

/** What is done to a brief that there is: it is paused, changed, removed. */

const MOST_BETWEEN = 9;
const PASSIVE = phraseTable(words.passive);
/** Said before what is wanted. */
const COURTESY = wordSet(words.courtesy);
/** They change a brief where one was spoken of, and say how to make one where not. */
const NEEDS_SPOKEN =
  /^(?:put|stick|send|post|drop|have|do|go|should|it|lets|say|call|(?:can|could|shall) (?:we|you)|no need|dont need|do not need|wont need|make the|make them)\b/;

/** `not on fridays`, `and not weds`: for good, and not the next one. */
const isHabitual = (text: BriefText, from: number, at: number, to: number): boolean =>
  isPluralDay(text, to - 1) ||
  (at === from + 1 && /^(?:and|n|but)$/.test(text.words[from - 1] ?? '') && BARE_WEEKDAY.test(text.words[at] ?? ''));
const [ABSENT, ENDS] = [/^(?:off|away|out|nothing|none|not)$/, /^(?:until|till?|til|before|from|between)$/];
/** `not fri`, behind a brief that was made or changed: of its days. */
const isOfDays = ({ words }: BriefText, from: number, spoken: SpokenBrief | true | undefined): boolean =>
  words[from] === 'not' &&
  BARE_WEEKDAY.test(words[from + 1] ?? '') &&
  typeof spoken === 'object' &&
  /^(?:schedule|change)$/.test(spoken.did);
/** `scrap that, brief back on`: what was said before is taken back, and no brief is removed. */
const isTakenBack = ({ words }: BriefText, { does, from, to }: Doing): boolean =>
  does === 'remove' &&
  /^(?:scrap|forget|cancel|drop)$/.test(words[from] ?? '') &&
  /^(?:that|tht)$/.test(words[to] ?? '');
const BARE_WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)/;

/** What begins at a word; undefined where nothing is done. */
const doingAt = (text: BriefText, from: number, spoken: SpokenBrief | true | undefined): Doing | undefined => {
  const { words } = text;
  for (let at = from + 1; SPLIT.has(words[from] ?? '') && at < Math.min(words.length, from + MOST_BETWEEN); at += 1) {
    const rest = phraseAt(RESTS, words, at);
    const isShut = rest?.value === 'pause' && words[at] === 'up' && words[from] !== 'shut';
    // "get the brief out"
    if (words[from] === 'get' && words[at] === 'out') continue;
    const isEnrolled = words[at] === 'down' && /^(?:us|me)$/.test(words[at - 1] ?? '');
    if (rest && !isShut && !isEnrolled)
      return { does: rest.value, from, to: from + 1, rest: { from: at, to: rest.to } };
  }
  const absent = phraseAt(PASSIVE, words, from);
  if (absent?.value === 'pause' && isUntil(text, spoken)) return { does: 'pause', from, to: absent.to };
  const order = phraseAt(ORDERS, words, from);
  // "off on leave" is of somebody
  if (words[from] === 'off' && order && !dayAt(text, order.to) && !daysAt(text, order.to)) return undefined;
  // "hold on" asks for a moment
  if (words[from] === 'hold' && words[from + 1] === 'on') return undefined;
  // "drop us a brief"
  if (order && /^(?:us|me)$/.test(words[order.to] ?? '')) return undefined;
  // "no brief tomorrow" is left out, "not on fridays" is another habit
  const day = order && /^no/.test(words[from] ?? '') ? dayAt(text, order.to) : undefined;
  // "no brief on mondays" says of which
  const isOfBrief = order && !words.slice(0, from).includes('brief') && words.slice(from, order.to).includes('brief');
  // "no 5th", behind a pause: another end of it
  if (day && from === 0 && words[0] === 'no' && typeof spoken === 'object' && spoken.did === 'pause') return undefined;
  const isNoDay =
    order?.value === 'skip' &&
    !isOfBrief &&
    /^no/.test(words[from] ?? '') &&
    (day ? isHabitual(text, from, order.to, day.to) || isOfDays(text, from, spoken) : !isUntil(text, spoken));
  if (isNoDay) return undefined;
  const isRead =
    order && (spoken || order.value !== 'change' || !NEEDS_SPOKEN.test(words.slice(from, order.to).join(' ')));
  return isRead ? { does: order.value, from, to: order.to } : undefined;
};

/** `away til 14 dec, not required till then`: until a day, of the brief. */
const isUntil = (text: BriefText, spoken: SpokenBrief | true | undefined): boolean =>
  (spoken !== undefined || hasNoun(text)) && text.words.some((_, at) => untilAt(text, at)?.kind === 'until');

const FROM_NOW = /\b(?:only|should|must|needs|has to|now|from today)\b/;
const ASKED = /^(?:(?:so|and|but|ok|hey) )*(?:why|does|do|did|is|are|who|what|where|when|how|should|can|could)\b/;

/** `from now on our brief only goes to #rates`: where it is to be, and not where it is. */
const isToChannel = (text: BriefText, at: number): boolean => {
  const said = text.words.join(' ');
  return (
    (text.channels.length > 0 || text.words[at] === '#') &&
    FROM_NOW.test(said) &&
    !ASKED.test(said) &&
    !text.utterance.typed.includes('?')
  );
};

/** `off til 4 jan`, `the morning report please not until 14 december`, `nothing before 11 january`. */
const endsAt = (text: BriefText, from: number) =>
  ABSENT.test(text.words[from] ?? '') &&
  ENDS.test(text.words[from + 1] ?? '') &&
  dayAt(text, text.words[from + 2] === 'after' ? from + 3 : from + 2)
    ? { value: 'pause' as const, to: from + 1 }
    : undefined;

/** The first clause that begins with something to do; behind the command only the first word does. */
export const doingIn = (text: BriefText, isFree = false, spoken?: SpokenBrief | true): Doing | undefined => {
  const { words } = text;
  const starts = words.flatMap((_, at) =>
    at === 0 || (isFree && isSignOf(text, at - 1)) || words[at - 1] === 'so' ? [at] : [],
  );
  for (const start of starts) {
    for (let at = start; at < words.length; at += 1) {
      const doing = doingAt(text, at, spoken);
      if (doing && !(isTakenBack(text, doing) && starts.some((next) => next > doing.to))) return doing;
      if (doing) break;
      if (!COURTESY.has(words[at] as string) && !isSignOf(text, at)) break;
    }
  }
  if (spoken === undefined && !hasNoun(text)) return undefined;
  // "this thursday's one can be skipped"
  return words.flatMap((_, from) => {
    const passive = phraseAt(PASSIVE, words, from) ?? endsAt(text, from);
    if (!passive) return [];
    if (
      passive.value === 'pause' ? !isUntil(text, spoken) : passive.value === 'change' && !isToChannel(text, passive.to)
    )
      return [];
    if (passive.value === 'skip' && !(spoken && words.some((__, at) => dayAt(text, at)))) return [];
    return [{ does: passive.value, from, to: passive.to }];
  })[0];
};

const doneWith = (
  doing: Doing,
  text: BriefText,
  said: BriefParts,
  spoken?: SpokenBrief,
): BriefEffect | UnclearBrief | undefined => {
  const { does } = doing;
  const { words, channels } = text;
  // "drop the 50 cut" is of the move, "drop the 50 cut one" of a brief
  const move = does === 'change' ? undefined : moveAt(text, doing.to);
  if (move && !phraseAt(NOUNS, words, move.to) && words[move.to] !== 'one')
    return unclearBrief('brief-moves', shown(text, doing.to, words.length));
  if (said.unread.length > 0) return unclearBrief('not-a-brief', said.unread.map(({ words: word }) => word).join(' '));
  // "drop thursdays" behind a brief leaves it standing
  const isDayless =
    spoken &&
    does === 'remove' &&
    said.days.size > 0 &&
    said.times.size + said.triggers.size === 0 &&
    !words.includes('one') &&
    (/^(?:drop|lose|ditch|no)$/.test(words[doing.from] ?? '') || words.some((word) => /days$/.test(word)));
  if (does === 'change' || isDayless || (does === 'skip' && said.excepted.size + said.days.size > 0)) {
    const excepted = new Set([...said.excepted, ...said.days]);
    const change = changeOf(text, does === 'change' ? said : { ...said, excepted, days: new Set() }, spoken);
    // how it is to be is not said
    if (change || words[doing.from] === 'edit')
      return change ?? { kind: 'brief', do: 'edit', ...whichOf(said, undefined, spoken) };
    const isPlain = PLAIN_CHANGE.test(words[doing.from] ?? '');
    const isMove = words.some((_, at) => moveAt(text, at));
    return isPlain
      ? unclearBrief(isMove ? 'brief-moves' : 'brief-change', shown(text, doing.from, words.length))
      : undefined;
  }
  // "drop the shout, keep the brief": which one goes is said by what stays
  const stays = words.findIndex(
    (word, at) => at > doing.from && (word === 'keep' || (word === 'leave' && at > doing.to)),
  );
  if (does === 'remove' && stays > 0)
    return unclearBrief('brief-which', shown(text, doing.to, stays).replace(/[,;.\s]+(?:but|and)?$/, ''));
  if (said.times.size > 1 || said.triggers.size > 0)
    return unclearBrief('brief-which', [...said.times.values()][1] ?? shown(text, doing.to, words.length));
  // "kill the tues brief til 5 jan" is said of the one that comes then
  // "kill the friday one": that brief, or of that one day
  if (does === 'remove' && said.days.size > 0 && said.until === undefined && words.includes('one'))
    return unclearBrief('brief-which', shown(text, doing.to, words.length));
  if ((said.days.size > 0 && said.until === undefined) || said.recurrence)
    return unclearBrief('not-a-brief', shown(text, doing.to, words.length));
  const [time] = said.times.keys();
  const [zone] = said.zones.keys();
  const of = { ...(channels[0] && { channel: channels[0].id }), ...(time && { time }), ...(zone && { zone }) };
  const which = whichOf(said, of, spoken);
  const { until, on } = said;
  // "skip it until 7 december" leaves out more than one
  if (does === 'pause' || until !== undefined)
    return { kind: 'brief', do: 'pause', ...which, ...(until !== undefined && { until }) };
  // "dont need it" says not for how long
  if (does === 'skip' && on === undefined && words.slice(doing.from, doing.to).includes('need')) return undefined;
  // "lose the boxing day one"
  if (does === 'skip' || (does === 'remove' && on !== undefined))
    return { kind: 'brief', do: 'skip', ...which, ...(on !== undefined && { on }) };
  return { kind: 'brief', do: does, ...which };
};

/**
 * Reads `pause 2 until monday`, `make it 7` and the like.
 *
 * @param isFree said in a conversation
 * @param spoken the brief spoken of last
 * @param mayBeOdd words that nobody knows may stand beside it
 * @returns undefined where nothing is done
 */
export const doneIn = (
  text: BriefText,
  isFree = false,
  spoken?: SpokenBrief | true,
  mayBeOdd = isFree,
): BriefEffect | UnclearBrief | undefined => {
  const doing = doingIn(text, isFree, spoken);
  if (!doing) return undefined;
  const of = spoken === true ? undefined : spoken;
  const all = saidIn(text, doing, isFree);
  if ('kind' in all) return all;
  const said = mayBeOdd ? withoutOdd(text, all, doing) : all;
  const done = doneWith(doing, text, said, of);
  // "drop it"
  if (done || doing.does !== 'change' || text.words[doing.from] !== 'drop') return done;
  return doneWith({ ...doing, does: 'remove' }, text, said, of);
};

/** `make it 7 not half six`, as first words: from one time of day to another. */
export const movedIn = (text: BriefText): BriefEffect | undefined => {
  const isTold = text.words.some((word) => /^(?:half|quarter|am|pm|[.:])$/.test(word));
  const read = isTold ? doneIn(text, true, true, false) : undefined;
  const isMoved =
    read?.kind === 'brief' && read.do === 'change' && read.time !== undefined && read.of?.time !== undefined;
  return isMoved ? read : undefined;
};

export const hasNoun = ({ words }: BriefText): boolean => words.some((_, at) => phraseAt(NOUNS, words, at));
