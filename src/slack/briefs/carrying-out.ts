import { type Message, renderBriefNotice, renderHistory, renderSchedules } from '../../blocks/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import type { BriefEffect } from '../../questions/index.ts';
import { publish, tellAsker } from '../answering.ts';
import type { Outcome } from '../attempts.ts';
import type { Desk } from '../desk.ts';
import { type Caller, FOR_MEMBERS, whereMayAsk } from '../guests.ts';
import { isDirectMessage } from '../heard.ts';
import { type Member, memberOf } from '../members.ts';
import type { Person } from '../people.ts';
import { placeIn } from '../places.ts';
import type { Asker } from '../posting.ts';
import { tell, type Where } from '../telling.ts';
import { changeBrief } from './changing.ts';
import { choose, type OneSchedule, visibleTo } from './choosing.ts';
import { orNotKept } from './not-kept.ts';
import { rowsOf, withLeavers } from './rows.ts';
import { scheduleBrief } from './scheduling.ts';
import { drawBrief } from './showing.ts';

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
