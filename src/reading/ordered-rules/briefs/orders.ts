import type { BriefEffect, UnclearBrief } from '../../../brief/index.ts';
import { whole } from '../conversation/patterns.ts';
import { clip, wordSet } from '../tokens.ts';
import { untilAt } from './until.ts';
import type { BriefWords, Channel } from './words.ts';

/** Words that name something to do with briefs that there are, or with one made at once. */

type Order = 'pause' | 'resume' | 'skip' | 'remove' | 'history';

const ORDERS: ReadonlyMap<string, Order> = new Map([
  ['pause', 'pause'],
  ['suspend', 'pause'],
  ['resume', 'resume'],
  ['unpause', 'resume'],
  ['skip', 'skip'],
  ['remove', 'remove'],
  ['delete', 'remove'],
  ['stop', 'remove'],
  ['cancel', 'remove'],
  ['unschedule', 'remove'],
  ['history', 'history'],
  ['log', 'history'],
]);

/** Words beside an order that change nothing. */
const BESIDE = wordSet(`
  the this that my our it its brief briefs one schedule schedules please pls morning daily again posting sending here in
  channel now of number no nr me us next all
`);
const ALL = 'all';
const WHICH = /^(?:#|no\.?|nr\.?)?(\d{1,3})$/;
const LARGEST = 99;

const NOW = whole`
  [it|one|that|the|this|morning|daily|market|rotation|today s|today's|brief|please|pls|right]*
    (now|today|at once|immediately|today's|today s|(show|send|post|give) [me|us|it|one]*) [it|one|brief|please|pls]*
`;
const PREVIEW = whole`
  [please|the|a|now|show|me|my|brief]* (preview|private|privately) [to|for|me|only|it|the|next|brief|one|please|private
    |privately|now]*
`;
const LIST = whole`
  [please|show|list|see|what|which|is|are|the|all|my|our|me|us|what's|there|any|next|morning|daily]*
    (list|schedules|scheduled|briefs|(when|what) is [the]* next [brief|one|post]|next)
    [briefs|schedules|scheduled|set|up|are|there|here|in|this|channel|please|pls|all|of|them|brief]*
`;

const unclear = (reason: 'not-a-brief' | 'brief-which' | 'brief-until', words: string): UnclearBrief => ({
  kind: 'unclear',
  reason,
  words: clip(words),
});

/** A channel where a number was wanted. */
const numbered = ([channel]: readonly Channel[]): UnclearBrief | undefined =>
  channel && unclear('brief-which', channel.shown);

/** What stands behind `pause`, `skip` and the like: which one, and until when. */
const orderOf = (does: Order, words: readonly string[], channels: readonly Channel[]): BriefEffect | UnclearBrief => {
  let which: number | undefined;
  let pause: Extract<BriefEffect, { do: 'pause' }> = { kind: 'brief', do: 'pause' };
  const unread: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const until = does === 'pause' ? untilAt(words, at) : undefined;
    const number = WHICH.exec(word)?.[1];
    if (until?.kind === 'no-such-day') return unclear('brief-until', until.words);
    if (until) pause = { ...pause, until: until.until };
    else if (number !== undefined) {
      if (which !== undefined || Number(number) < 1 || Number(number) > LARGEST) return unclear('brief-which', word);
      which = Number(number);
    } else if (word === ALL && does !== 'history') return unclear('brief-which', word);
    else if (!BESIDE.has(word)) unread.push(word);
    at += until?.length ?? 1;
  }
  if (unread.length > 0) return unclear('not-a-brief', unread.join(' '));
  const named = numbered(channels);
  if (named) return named;
  const one = which === undefined ? {} : { which };
  return does === 'pause' ? { ...pause, ...one } : { kind: 'brief', do: does, ...one };
};

/**
 * Reads `now`, `list`, `pause 2 until monday` and the like.
 * @returns undefined where the words begin with no such order
 */
export const readOrder = ({ words, channels }: BriefWords): BriefEffect | UnclearBrief | undefined => {
  const text = words.join(' ');
  const does = ORDERS.get(words[0] ?? '');
  if (does) return orderOf(does, words.slice(1), channels);
  const plain = PREVIEW.test(text) ? 'preview' : LIST.test(text) ? 'list' : NOW.test(text) ? 'now' : undefined;
  if (plain === undefined) return undefined;
  const [channel] = channels;
  if (channel && plain === 'now') return unclear('not-a-brief', `${text} ${channel.shown}`);
  return { kind: 'brief', do: plain };
};
