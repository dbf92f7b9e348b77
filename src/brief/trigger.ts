import { type Facts, lastDayKnown } from '../facts/index.ts';
import { readAt, recordCloseAt } from '../index-ratio/index.ts';
import type { IsoDate } from '../units.ts';
import { OUTCOMES } from './brief.ts';
import type { BriefTrigger } from './effect.ts';

/** The result of checking a trigger. */
interface TriggerCheck {
  /** The state to store for the next check. */
  readonly stood: string;
  /** Present where it crossed since the last check. `slot` names the crossing: the same one has the same name at every check. */
  readonly crossed?: { readonly slot: string };
}

/** The state of what a trigger watches. */
interface TriggerState {
  /** The date of the newest data it is based on. */
  readonly on: IsoDate;
  /** One word. */
  readonly state: string;
  /** What is watched, without spaces; if that changes, watching starts anew. */
  readonly of: string;
}

const serialize = ({ on, state, of }: TriggerState): string => `${on} ${state} ${of}`;

const parseState = (words: string): TriggerState => {
  const [on, state = '', of = ''] = words.split(' ');
  return { on: on as IsoDate, state, of };
};

const named = (what: string, isSynthetic: boolean): string => (isSynthetic ? `${what}-synthetic` : what);

/** `beyond` the level or `short` of it at the newest close of both indexes. Touching the level does not cross it. */
const ratioState = (
  { side, level }: Extract<BriefTrigger, { kind: 'ratio' }>,
  { market, now }: Facts,
): TriggerState | undefined => {
  const read = market.kind === 'live' ? readAt(market.ratio, lastDayKnown(now)) : undefined;
  if (market.kind !== 'live' || read?.kind !== 'reading') return undefined;
  const isBeyond = side === 'above' ? read.ratio > level : read.ratio < level;
  const of = named(`${side}-${level}`, market.provenance.isSynthetic);
  return { on: read.on, state: isBeyond ? 'beyond' : 'short', of };
};

/** The day of the record close. Undefined where the history begins after the record that was known before. */
const recordState = ({ market, now }: Facts, before: TriggerState | undefined): TriggerState | undefined => {
  const record = market.kind === 'live' ? recordCloseAt(market.ratio, 'numerator', lastDayKnown(now)) : undefined;
  const first = market.kind === 'live' ? market.ratio.dates[0] : undefined;
  if (market.kind !== 'live' || record === undefined || first === undefined) return undefined;
  const of = named('russell', market.provenance.isSynthetic);
  return before?.of === of && first > before.on ? undefined : { on: record.on, state: 'record', of };
};

/** The likeliest outcome of the next meeting; of two that are equal, the one that it was before. */
const oddsState = ({ fed }: Facts, before: TriggerState | undefined): TriggerState | undefined => {
  const next = fed.odds.kind === 'path' ? fed.odds.meetings[0] : undefined;
  if (fed.odds.kind !== 'path' || next?.kind !== 'odds') return undefined;
  const most = Math.max(...OUTCOMES.map((outcome) => next[outcome]));
  const likeliest = OUTCOMES.filter((outcome) => next[outcome] === most);
  const state = likeliest.find((outcome) => outcome === before?.state) ?? (likeliest[0] as string);
  return { on: fed.odds.asOf, state, of: named(next.meeting.decision, fed.odds.isSynthetic) };
};

/** What a trigger needs and there is none of, so that it cannot fire; undefined where it is watched. */
export type MissingData = 'closes' | 'futures prices';

/** Whether the data that a trigger watches are there at all. */
export const missingDataFor = ({ kind }: BriefTrigger, { market, fed }: Facts): MissingData | undefined => {
  if (kind === 'odds-flip') return fed.odds.kind === 'path' ? undefined : 'futures prices';
  return market.kind === 'live' ? undefined : 'closes';
};

const stateOf = (trigger: BriefTrigger, facts: Facts, before: TriggerState | undefined): TriggerState | undefined => {
  switch (trigger.kind) {
    case 'ratio':
      return ratioState(trigger, facts);
    case 'record-close':
      return recordState(facts, before);
    case 'odds-flip':
      return oddsState(facts, before);
  }
};

/** The name of the crossing from one state to another, begun by the day of its data; undefined where there is none. */
const crossingName = (trigger: BriefTrigger, before: TriggerState, state: TriggerState): string | undefined => {
  switch (trigger.kind) {
    case 'ratio':
      return state.state === 'beyond' && before.state === 'short' ? `${state.on} ${trigger.side}` : undefined;
    case 'record-close':
      return state.on > before.on ? `${state.on} record` : undefined;
    case 'odds-flip':
      return state.state === before.state ? undefined : `${state.on} ${state.state} ${state.of}`;
  }
};

/**
 * Checks whether a trigger crossed since the last check. The first check only stores the state. A ratio crosses when it
 * closes beyond its level after a close that was not; it has to come back before it can cross again. Each record close of
 * the Russell 2000 is one crossing. The odds of the next meeting flip when another outcome becomes the likeliest. Watching
 * starts anew with the next meeting, and when synthetic data give way to market data.
 *
 * The name of a crossing holds the date of its data and the new state, so that a close which is corrected back and forth on
 * one day gives one name; data older than the last check change nothing.
 *
 * @param stood the stored state of the last check; undefined before the first
 * @returns undefined where the data cannot say; the stored state is then kept
 * @example a ratio of 0.399 on 19 November and 0.401 on the 20th, level 0.4 // crossed: { slot: '2026-11-20 above' }
 */
export const checkTrigger = (
  trigger: BriefTrigger,
  facts: Facts,
  stood: string | undefined,
): TriggerCheck | undefined => {
  const before = stood === undefined ? undefined : parseState(stood);
  const state = stateOf(trigger, facts, before);
  if (state === undefined) return undefined;
  if (before === undefined || before.of !== state.of) return { stood: serialize(state) };
  // the provider has fallen behind
  if (state.on < before.on) return undefined;
  const slot = crossingName(trigger, before, state);
  return { stood: serialize(state), ...(slot !== undefined && { crossed: { slot } }) };
};
