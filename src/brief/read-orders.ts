import type { BriefEffect, DayReference, UnclearBrief } from './effect.ts';
import { dayAt, untilAt } from './read-days.ts';
import { type BriefText, phraseAt, phraseTable, shown, unclearBrief, wordSet } from './read-text.ts';

/** Words that name something to do with briefs that there are, or with one made at once. */

type Order = 'pause' | 'resume' | 'skip' | 'remove' | 'history';

export const ORDERS = phraseTable<Order>({
  pause: 'pause|suspend|mute|snooze|put on hold|hold off|hold|silence|hush',
  resume: 'resume|unpause|unmute|restart|reactivate|re enable|reenable|unsnooze|turn back on|switch back on|bring back',
  skip: 'skip|leave out|skip over|dont send|dont post|do not send|do not post',
  remove: `remove|delete|stop|cancel|unschedule|kill|drop|scrap|axe|ditch|bin|get rid of|turn off|switch off|shut off|
    shut down|no more|end|take down|disable|unsubscribe from|unsubscribe us from|unsubscribe me from|stop sending|stop posting`,
  history: 'history|log|brief history|delivery history',
});

/** Words beside an order that change nothing. */
const BESIDE = wordSet(`
  the this that my our it its brief briefs breif briefing one ones schedule schedules please pls plz morning daily market rotation again
  posting sending here in channel now of number no nr me us them for a an to post message digest update newsletter note alert alerts
  shout ping pings alarm alarms notification notifications alerting thanks thank thx you s next instead then and actually just also too right away back off i we want can could would will hi hey hello ok okay so no yes reminder reminders everyone
`);
const ALL = wordSet('all both everything every');
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((word, at) => [word, at + 1] as const),
  ['last', -1],
]);
const LARGEST = 99;

/** Which brief and when, as far as they are said behind an order. */
interface Said {
  readonly which?: number;
  readonly place?: number;
  readonly until?: DayReference;
  readonly on?: DayReference;
}

/** A brief's number or place in the list that stands at a word: `2`, `#2`, `the 2nd`, `the second one`. */
const whichAt = (
  { words, utterance: { tokens } }: BriefText,
  at: number,
): (Said & { to: number }) | 'wrong' | undefined => {
  const ordinal = ORDINALS.get(words[at] ?? '');
  if (ordinal !== undefined) return { place: ordinal, to: at + 1 };
  const start = words[at] === '#' && tokens[at + 1]?.isGlued ? at + 1 : at;
  if (tokens[start]?.kind !== 'number' || !/^\d{1,3}$/.test(words[start] ?? '')) return undefined;
  const number = Number(words[start]);
  if (number < 1 || number > LARGEST) return 'wrong';
  const isOrdinal = tokens[start + 1]?.isGlued && /^(?:st|nd|rd|th)$/.test(words[start + 1] ?? '');
  return isOrdinal ? { place: number, to: start + 2 } : { which: number, to: start + 1 };
};

/** One thing said behind an order, up to the word `to`; what stops the reading; or nothing. */
const saidAt = (does: Order, text: BriefText, at: number): (Said & { to: number }) | UnclearBrief | undefined => {
  const until = does === 'pause' || does === 'skip' ? untilAt(text, at) : undefined;
  if (until?.kind === 'no-such-day') return unclearBrief('brief-until', until.words);
  if (until) return { until: until.until, to: until.to };
  const day = does === 'skip' ? dayAt(text, at) : undefined;
  // `skip fridays` is a schedule without them
  if (day && /days$/.test(text.words[day.to - 1] ?? '')) return unclearBrief('not-a-brief', shown(text, at, day.to));
  if (day) return { on: day.until, to: day.to };
  const which = whichAt(text, at);
  const isAll = ALL.has(text.words[at] as string) && does !== 'history';
  return which === 'wrong' || isAll ? unclearBrief('brief-which', shown(text, at, at + 1)) : which;
};

/** What stands around `pause`, `skip` and the like: which one, and until when. */
const orderOf = (order: OrderRead, text: BriefText, from: number): BriefEffect | UnclearBrief => {
  const { value: does, rest: behind } = order;
  const { words, channels, utterance } = text;
  // "drop the shout, keep the brief": which one goes is said by what stays
  const stays = words.findIndex((word, at) => at > from && (word === 'keep' || (word === 'leave' && at > order.to)));
  if (does === 'remove' && stays > 0)
    return unclearBrief('brief-which', shown(text, order.to, stays).replace(/[,;.\s]+(?:but|and)?$/, ''));
  let said: Said = {};
  const unread: string[] = [];
  for (let at = 0; at < words.length; ) {
    const own = at === from ? order.to : at === behind?.from ? behind.to : undefined;
    const one = own === undefined ? saidAt(does, text, at) : { to: own };
    if (one && 'kind' in one) return one;
    const { to: next = at + 1, ...rest } = one ?? {};
    if ((said.which ?? said.place) !== undefined && ('which' in rest || 'place' in rest)) {
      return unclearBrief('brief-which', shown(text, at, at + 1));
    }
    said = { ...said, ...rest };
    const word = words[at] as string;
    if (!one && !BESIDE.has(word) && utterance.tokens[at]?.kind !== 'sign') unread.push(shown(text, at, at + 1));
    at = next;
  }
  if (unread.length > 0) return unclearBrief('not-a-brief', unread.join(' '));
  // a channel where a number was wanted
  if (channels[0]) return unclearBrief('brief-which', channels[0].shown);
  const { on, until, ...which } = said;
  // "skip it until 7 december" leaves out more than one
  if (does === 'pause' || until !== undefined)
    return { kind: 'brief', do: 'pause', ...which, ...(until !== undefined && { until }) };
  if (does === 'skip') return { kind: 'brief', do: does, ...which, ...(on !== undefined && { on }) };
  return { kind: 'brief', do: does, ...which };
};

/** Words of one meaning: all of them are among `words`, and one of the phrases `heads` is said. */
interface Rule {
  readonly does: 'preview' | 'list' | 'history' | 'now';
  readonly heads: ReadonlyMap<string, string>;
  readonly words: ReadonlySet<string>;
}

const POLITE = 'please pls plz can could would will you ok okay hi hey hello thanks thx so just and s again';
const NOUN = `brief briefs breif briefing the a an this that it one ones our my morning daily market rotation note message update
  digest post newsletter today todays mornings weekdays`;
const heads = (list: string) => phraseTable({ head: list });
const RULES: readonly Rule[] = [
  {
    does: 'history',
    heads:
      heads(`go out|gone out|went out|been posted|been sent|get posted|get sent|posted|sent|delivered|skipped|come through|
      come out|came out|fire|missed|miss|fail|failed|last brief|last post|was there|history|log|get out|arrive|run`),
    words:
      wordSet(`${POLITE} ${NOUN} did has have was were what which any when why didnt hasnt wasnt not go gone went out been posted sent get
      got yet already here in channel delivered skipped come came through fire missed miss there you we post show give see list history log of me fail failed last first arrive run yesterday
      is are to us monday tuesday wednesday thursday friday ever all do`),
  },
  {
    does: 'preview',
    heads: heads('preview|private|privately|only me|only to me|just me|just to me|dry run'),
    words: wordSet(
      `${POLITE} ${NOUN} now show me to for only next us private privately preview send give of get see see post dry run i`,
    ),
  },
  {
    does: 'list',
    heads:
      heads(`list|schedules|scheduled|next|when is|when are|when will|when does|what time|who set up|what briefs|which briefs|
      how many briefs|how many|any briefs|any brief|show briefs|show the briefs|show all briefs|our briefs|my briefs|all briefs|all the briefs|
      the briefs|is there a brief|is there a morning brief|still on|briefs|set up for|what alerts|which alerts|when s|
      running|still active|still live|still set|in place|have i got|ive got|do i have|did i set up|is set up|still going`),
    words:
      wordSet(`${POLITE} ${NOUN} show list see what which is are all me us there any next schedules schedule scheduled set
      up here in channel of them we i have do does who how many due active running planned go goes going out come coming be posted
      when time get give already now on still tomorrow for alert alerts exist currently
      whats ones got live left place going in ive did these those`),
  },
  {
    does: 'now',
    heads: heads('now|today|at once|immediately|straight away|right away|show|send|post|give|asap'),
    words: wordSet(`${POLITE} ${NOUN} now right at once immediately straight away show send give me us here asap`),
  },
];
const MADE = wordSet('schedule set create add make new');

const ruleOf = ({ words, utterance: { tokens } }: BriefText): Rule['does'] | undefined =>
  RULES.find(
    ({ heads: said, words: allowed }) =>
      words.every((word, at) => allowed.has(word) || tokens[at]?.kind === 'sign') &&
      words.some((_, at) => phraseAt(said, words, at)),
  )?.does;

interface OrderRead {
  readonly value: Order;
  readonly to: number;
  /** Where the rest of it stands: `turn the brief off`. */
  readonly rest?: { readonly from: number; readonly to: number };
}

const SPLIT = wordSet('put turn switch take');
const RESTS = phraseTable<'pause' | 'remove' | 'resume'>({
  pause: 'on hold',
  remove: 'off|down',
  resume: 'back on|on again',
});
const MOST_BETWEEN = 8;

/** The order that begins at a word; undefined where none does. */
export const orderAt = ({ words }: BriefText, start: number): OrderRead | undefined => {
  const order = phraseAt(ORDERS, words, start);
  // "drop us a brief"
  if (order) return /^(?:us|me)$/.test(words[order.to] ?? '') ? undefined : order;
  if (!SPLIT.has(words[start] ?? '')) return undefined;
  for (let from = start + 2; from < Math.min(words.length, start + MOST_BETWEEN); from += 1) {
    const rest = phraseAt(RESTS, words, from);
    if (rest) return { value: rest.value, to: start + 1, rest: { from, to: rest.to } };
  }
  return undefined;
};

/**
 * Reads `now`, `list`, `pause 2 until monday` and the like.
 * @param start the first word that is no courtesy
 * @returns undefined where the words begin with no such order
 */
export const readOrder = (text: BriefText, start: number): BriefEffect | UnclearBrief | undefined => {
  const order = orderAt(text, start);
  if (order) return orderOf(order, text, start);
  const plain = ruleOf(text);
  if (plain === undefined || (plain === 'now' && text.words.some((word) => MADE.has(word)))) return undefined;
  const [channel] = text.channels;
  if (channel && plain === 'now') {
    return unclearBrief('not-a-brief', `${shown(text, 0, text.words.length)} ${channel.shown}`);
  }
  return { kind: 'brief', do: plain };
};
