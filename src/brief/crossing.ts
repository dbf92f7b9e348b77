import { lastFinalSession, newYorkTime } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import { readAt, recordCloseAt } from '../index-ratio/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';
import type { BriefTrigger } from './effect.ts';
import { OUTCOMES } from './news.ts';

/** What a look at a trigger comes to. */
export interface TriggerCheck {
  /** To be remembered for the next look. */
  readonly stood: string;
  /** Present where it has crossed since; the same crossing has the same name however often it is seen. */
  readonly crossed?: { readonly slot: string };
}

/** Where a trigger stands. */
interface TriggerState {
  /** The day of the newest data it rests on. */
  readonly on: IsoDate;
  /** One word. */
  readonly state: string;
  /** What it is about, without spaces: what stands for another thing is a new start. */
  readonly of: string;
}

const wordsOf = ({ on, state, of }: TriggerState): string => `${on} ${state} ${of}`;

const standIn = (words: string): TriggerState => {
  const [on, state = '', of = ''] = words.split(' ');
  return { on: on as IsoDate, state, of };
};

const named = (what: string, isSynthetic: boolean): string => (isSynthetic ? `${what}-synthetic` : what);

/** The newest day whose close may be known; later closes are not looked at. */
const lastDay = (now: IsoInstant): IsoDate => {
  const session = lastFinalSession(now);
  return session.kind === 'session' ? session.date : newYorkTime(now).date;
};

/** Beyond the level or short of it on the newest day with both closes. A level that is only touched is not crossed. */
const ratioStand = (
  { side, level }: Extract<BriefTrigger, { kind: 'ratio' }>,
  { market, now }: Facts,
): TriggerState | undefined => {
  const read = market.kind === 'live' ? readAt(market.ratio, lastDay(now)) : undefined;
  if (market.kind !== 'live' || read?.kind !== 'reading') return undefined;
  const isBeyond = side === 'above' ? read.ratio > level : read.ratio < level;
  const of = named(`${side}-${level}`, market.provenance.isSynthetic);
  return { on: read.on, state: isBeyond ? 'beyond' : 'short', of };
};

/** The day that set the record. A history that begins after the record known before does not tell. */
const recordStand = ({ market, now }: Facts, before: TriggerState | undefined): TriggerState | undefined => {
  const record = market.kind === 'live' ? recordCloseAt(market.ratio, 'numerator', lastDay(now)) : undefined;
  const first = market.kind === 'live' ? market.ratio.dates[0] : undefined;
  if (market.kind !== 'live' || record === undefined || first === undefined) return undefined;
  const of = named('russell', market.provenance.isSynthetic);
  return before?.of === of && first > before.on ? undefined : { on: record.on, state: 'record', of };
};

/** The likeliest outcome of the next meeting; of two that are as likely as each other the one that it was before. */
const oddsStand = ({ fed }: Facts, before: TriggerState | undefined): TriggerState | undefined => {
  const next = fed.odds.kind === 'path' ? fed.odds.meetings[0] : undefined;
  if (fed.odds.kind !== 'path' || next?.kind !== 'odds') return undefined;
  const most = Math.max(...OUTCOMES.map((outcome) => next[outcome]));
  const likeliest = OUTCOMES.filter((outcome) => next[outcome] === most);
  const state = likeliest.find((outcome) => outcome === before?.state) ?? (likeliest[0] as string);
  return { on: fed.odds.asOf, state, of: named(next.meeting.decision, fed.odds.isSynthetic) };
};

const standOf = (trigger: BriefTrigger, facts: Facts, before: TriggerState | undefined): TriggerState | undefined => {
  switch (trigger.kind) {
    case 'ratio':
      return ratioStand(trigger, facts);
    case 'record-close':
      return recordStand(facts, before);
    case 'odds-flip':
      return oddsStand(facts, before);
  }
};

/** The name of the crossing from one stand to another, begun by the day of its data; undefined where there is none. */
const nameOf = (trigger: BriefTrigger, before: TriggerState, stand: TriggerState): string | undefined => {
  switch (trigger.kind) {
    case 'ratio':
      return stand.state === 'beyond' && before.state === 'short' ? `${stand.on} ${trigger.side}` : undefined;
    case 'record-close':
      return stand.on > before.on ? `${stand.on} record` : undefined;
    case 'odds-flip':
      return stand.state === before.state ? undefined : `${stand.on} ${stand.state} ${stand.of}`;
  }
};

/**
 * Whether a trigger has crossed since it was looked at last. The first look only remembers. A ratio crosses when it
 * closes beyond its level after a close that was not; it then has to come back before it can cross again. Each record
 * close of the Russell 2000 is one crossing. The odds of the next meeting flip when another outcome becomes the
 * likeliest; another next meeting is a new start, and so is going from made-up numbers to the market's.
 *
 * A crossing's name holds the day of its data and what it came to, so a close that is corrected to and fro on one day
 * gives one name, and older data change nothing.
 *
 * @param stood what the last look gave to remember; undefined before the first
 * @returns undefined where the data do not tell; what was remembered then stays
 * @example a ratio of 0.399 on 19 November and 0.401 on the 20th, level 0.4 // crossed: { slot: '2026-11-20 above' }
 */
export const checkTrigger = (
  trigger: BriefTrigger,
  facts: Facts,
  stood: string | undefined,
): TriggerCheck | undefined => {
  const before = stood === undefined ? undefined : standIn(stood);
  const stand = standOf(trigger, facts, before);
  if (stand === undefined) return undefined;
  if (before === undefined || before.of !== stand.of) return { stood: wordsOf(stand) };
  // a provider that fell behind
  if (stand.on < before.on) return undefined;
  const slot = nameOf(trigger, before, stand);
  return { stood: wordsOf(stand), ...(slot !== undefined && { crossed: { slot } }) };
};
