import {
  type BriefEffect,
  type BriefRefusal,
  renderBriefNotice,
  renderHistory,
  renderSchedules,
  type ScheduleRow,
} from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import type { Message } from '../../message/index.ts';
import { publish, tellAsker } from '../answering.ts';
import type { Desk } from '../context.ts';
import type { Outcome } from '../failure.ts';
import { type Caller, FOR_MEMBERS, whereMayAsk } from '../guests.ts';
import { isDirectMessage } from '../heard.ts';
import { type Member, memberOf } from '../members.ts';
import type { Person } from '../people.ts';
import type { Asker } from '../posting.ts';
import { tell, type Where } from '../telling.ts';
import { placeIn } from '../visibility.ts';
import { changeBrief, orNotKept } from './change.ts';
import { scheduleBrief } from './form.ts';
import { drawBrief, rowsOf, withLeavers } from './show.ts';

/** Who asks, and where. */
export interface Viewer {
  readonly user: string;
  readonly channel: string;
  readonly isAdmin: boolean;
}

/** Those a person may see: of the channel they ask in, their own, and to an admin all; a private channel is not for everybody. */
export const visibleTo = (rows: readonly ScheduleRow[], { user, channel, isAdmin }: Viewer): readonly ScheduleRow[] =>
  rows.filter(({ schedule }) => isAdmin || schedule.channel === channel || schedule.owner === user);

/** What is done to one schedule. */
export type OneSchedule = Extract<BriefEffect, { readonly which?: number }>;

/**
 * Which schedule is meant: the one with that number; without a number the only one of this channel, else the only one
 * that the person may see.
 *
 * @param visible as `visibleTo` leaves them
 */
export const choose = (
  visible: readonly ScheduleRow[],
  channel: string,
  { which, do: verb }: OneSchedule,
): ScheduleRow | BriefRefusal => {
  if (which !== undefined) {
    return visible.find(({ number }) => number === which) ?? { kind: 'no such number', number: which };
  }
  const here = visible.filter(({ schedule }) => schedule.channel === channel);
  const rows = here.length > 0 ? here : visible;
  const [first, second] = rows;
  if (first === undefined) return { kind: 'none here' };
  return second === undefined ? first : { kind: 'which one', rows, verb };
};

const isRow = <T extends object>(
  chosen: T,
): chosen is Extract<T, { readonly schedule: unknown; readonly number: number }> =>
  'number' in chosen && 'schedule' in chosen;

const visibleRows = async ({ store, now }: Desk, { team, user, channel }: Asker, { isAdmin }: Member) =>
  visibleTo(rowsOf(await store.schedules(team), now()), { user, channel, isAdmin });

const readerOf = ({ now }: Desk, { zone = MARKET_ZONE }: Person) => ({ zone, now: now() });

/** Every brief that the asker may see. */
const listBriefs = async (desk: Desk, asker: Caller): Promise<Message> => {
  const person = await memberOf(asker);
  if (person === undefined) return FOR_MEMBERS;
  const rows = await withLeavers(asker.client, await visibleRows(desk, asker, person));
  return renderSchedules(rows, readerOf(desk, person));
};

/** The history of one brief, or what came of changing it. */
const onOne = async (desk: Desk, asker: Caller, effect: OneSchedule): Promise<Message> => {
  const person = await memberOf(asker);
  if (person === undefined) return FOR_MEMBERS;
  const reader = readerOf(desk, person);
  const chosen = choose(await visibleRows(desk, asker, person), asker.channel, effect);
  if (!isRow(chosen)) return renderBriefNotice(chosen, reader);
  const { schedule } = chosen;
  const { do: what } = effect;
  if (what === 'history') return renderHistory(schedule, await desk.store.deliveries(schedule.id), reader);
  const change = effect.do === 'pause' ? ({ do: 'pause', until: effect.until } as const) : { do: what };
  const { isAdmin } = person;
  const notice = await orNotKept(() => changeBrief(desk, schedule, { user: asker.user, isAdmin }, change));
  return renderBriefNotice(notice, reader);
};

/** Sets up a brief and says what came of it. */
export const setUpBrief = async (
  desk: Desk,
  asker: Caller,
  effect: Extract<BriefEffect, { readonly do: 'schedule' }>,
): Promise<Message> => {
  const person = await memberOf(asker);
  if (person === undefined) return FOR_MEMBERS;
  const notice = await orNotKept(() => scheduleBrief(desk, asker, effect, person.zone));
  return renderBriefNotice(notice, readerOf(desk, person));
};

const postNow = async (desk: Desk, asker: Asker, where: Where): Promise<Outcome> => {
  const place = await placeIn(desk, asker);
  // what one person reads alone has no thread
  const { details, ...drawn } = await drawBrief(desk, asker, place !== 'channel');
  const isNamed = asker.respond !== undefined;
  return publish(desk, asker, drawn, { threadTs: where.threadTs, isNamed, place, beneath: details });
};

const preview = async (desk: Desk, asker: Asker, where: Where): Promise<Outcome> => {
  const { message, answered } = await drawBrief(desk, asker, true);
  if (asker.respond === undefined && isDirectMessage(asker.channel)) return tell(asker, message, where);
  return tellAsker(desk, asker, { message, answered });
};

/** Carries out what somebody said about briefs. The form is opened elsewhere: it takes a click, or a command. */
export const carryOut = async (desk: Desk, asker: Caller, effect: BriefEffect, where: Where = {}): Promise<Outcome> => {
  switch (effect.do) {
    case 'now':
      return whereMayAsk(desk, asker, () => postNow(desk, asker, where), where);
    case 'preview':
      return whereMayAsk(desk, asker, () => preview(desk, asker, where), where);
    case 'schedule':
      return tell(asker, await setUpBrief(desk, asker, effect), where);
    case 'form':
    case 'list':
      return tell(asker, await listBriefs(desk, asker), where);
    default:
      return tell(asker, await onOne(desk, asker, effect), where);
  }
};
