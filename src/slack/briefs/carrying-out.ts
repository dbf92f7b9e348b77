import { type Message, renderBriefNotice, renderHistory, renderSchedules } from '../../blocks/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import type { BriefEffect } from '../../questions/index.ts';
import { publish, tellAsker } from '../answering.ts';
import type { Outcome } from '../attempts.ts';
import type { Desk } from '../desk.ts';
import { isDirectMessage } from '../heard.ts';
import { type Person, personOf } from '../people.ts';
import { placeIn } from '../places.ts';
import { type Asker, postPrivately, postToChannel } from '../posting.ts';
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

/** Where a reply belongs, besides its asker. */
interface Where {
  /** The thread that it was said in; absent for a command. */
  readonly threadTs?: string | undefined;
}

/** Tells the asker alone; in a direct message that is the message itself. */
export const tell = async (asker: Asker, message: Message, { threadTs }: Where = {}): Promise<Outcome> => {
  if (asker.respond === undefined && isDirectMessage(asker.channel)) {
    await postToChannel(asker.client, asker.channel, message, { threadTs });
    return 'channel';
  }
  await postPrivately(asker, message);
  return 'private';
};

const visibleRows = async ({ store, now }: Desk, { team, user, channel }: Asker, { isAdmin }: Person) =>
  visibleTo(rowsOf(await store.schedules(team), now()), { user, channel, isAdmin });

const readerOf = ({ now }: Desk, { zone = MARKET_ZONE }: Person) => ({ zone, now: now() });

/** Every brief that the asker may see. */
const listBriefs = async (desk: Desk, asker: Asker): Promise<Message> => {
  const person = await personOf(asker.client, asker.user);
  const rows = await withLeavers(asker.client, await visibleRows(desk, asker, person));
  return renderSchedules(rows, readerOf(desk, person));
};

/** The history of one brief, or what came of changing it. */
const onOne = async (desk: Desk, asker: Asker, effect: OneSchedule): Promise<Message> => {
  const person = await personOf(asker.client, asker.user);
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
  asker: Asker,
  effect: Extract<BriefEffect, { readonly do: 'schedule' }>,
): Promise<Message> => {
  const person = await personOf(asker.client, asker.user);
  const notice = await orNotKept(() => scheduleBrief(desk, asker, effect, person.zone));
  return renderBriefNotice(notice, readerOf(desk, person));
};

/** Carries out what somebody said about briefs. The form is opened elsewhere: it takes a click, or a command. */
export const carryOut = async (desk: Desk, asker: Asker, effect: BriefEffect, where: Where = {}): Promise<Outcome> => {
  switch (effect.do) {
    case 'now': {
      const place = await placeIn(desk, asker);
      // what one person reads alone has no thread
      const { details, ...drawn } = await drawBrief(desk, asker, place !== 'channel');
      const isNamed = asker.respond !== undefined;
      return publish(desk, asker, drawn, { threadTs: where.threadTs, isNamed, place, beneath: details });
    }
    case 'preview': {
      const { message, answered } = await drawBrief(desk, asker, true);
      if (asker.respond === undefined && isDirectMessage(asker.channel)) return tell(asker, message, where);
      return tellAsker(desk, asker, { message, answered });
    }
    case 'schedule':
      return tell(asker, await setUpBrief(desk, asker, effect), where);
    case 'form':
    case 'list':
      return tell(asker, await listBriefs(desk, asker), where);
    default:
      return tell(asker, await onOne(desk, asker, effect), where);
  }
};
