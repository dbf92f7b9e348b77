import type { webApi } from '@slack/bolt';
import {
  type BriefEdit,
  type BriefEffect,
  type BriefLikeness,
  type BriefNotice,
  type BriefRefusal,
  buildBrief,
  renderBrief,
  renderBriefDetails,
  renderBriefNotice,
  renderHistory,
  renderSchedules,
  type Schedule,
  type ScheduleRow,
  type WantedBrief,
} from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import type { Message } from '../../message/index.ts';
import type { RenderedAnswer } from '../answer-cache.ts';
import type { Asker, BotContext } from '../asker.ts';
import { ifMayAsk, loadMember, loadPerson, MEMBERS_ONLY, type Person } from '../members.ts';
import { briefFacts, freshFacts } from '../own-facts.ts';
import { answerPrivately, postAnswer } from '../post-answer.ts';
import { postToChannel, type ReplyTarget, replyToAsker } from '../post-message.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { isDirectMessage, visibilityOf } from '../visibility.ts';
import { missingData, nextPostOf, orNotSaved, scheduleBrief } from './brief-schedules.ts';
import { changeSchedule, rescheduleBrief, type ScheduleChange } from './schedule-changes.ts';

/** Who looks at schedules, and where. */
interface ScheduleViewer extends Pick<Asker, 'team' | 'user' | 'channel'> {
  readonly isAdmin: boolean;
}

/**
 * The schedules that a person may see, in the order they were made: of the channel they ask in, their own, and to an admin
 * all; a private channel is not for everybody.
 */
export const visibleSchedules = async (
  bot: BotContext,
  { team, user, channel, isAdmin }: ScheduleViewer,
): Promise<readonly ScheduleRow[]> => {
  const { briefStore, now } = bot;
  const at = now();
  return (await briefStore.schedules(team))
    .filter((schedule) => isAdmin || schedule.channel === channel || schedule.owner === user)
    .map((schedule) => {
      const next = nextPostOf(schedule, at);
      const mayChange = isAdmin || schedule.owner === user;
      return { number: schedule.number, schedule, next, mayChange, missing: missingData(bot, schedule) };
    });
};

/** Notes whose owner has left the workspace. */
export const withOwnersWhoLeft = (
  client: webApi.WebClient,
  rows: readonly ScheduleRow[],
): Promise<readonly ScheduleRow[]> => {
  const loading = new Map<string, Promise<Person>>();
  return Promise.all(
    rows.map(async (row) => {
      const { owner } = row.schedule;
      const person = loading.get(owner) ?? loadPerson(client, owner);
      loading.set(owner, person);
      return { ...row, hasLeft: (await person).hasLeft };
    }),
  );
};

/** What is done to one schedule. */
type ScheduleEffect = Extract<BriefEffect, { readonly which?: number }>;
type CarriedOut = Exclude<ScheduleEffect, { readonly do: 'edit' }>;

/** Whether a schedule has the channel, time and zone that are said of it. */
const isAlike = ({ channel, timing }: Schedule, of: BriefLikeness): boolean => {
  const clock = timing.kind === 'clock' ? timing : undefined;
  return (
    (of.channel ?? channel) === channel &&
    (of.time === undefined || of.time === clock?.time) &&
    (of.zone === undefined || of.zone === clock?.zone)
  );
};

/**
 * Which schedule is meant: the one with that number, or at that place of the list; without either, of those that are like
 * what was said, the only one of this channel, else the only one that the person may see.
 *
 * @param visible what the person may see
 */
const chooseSchedule = (
  visible: readonly ScheduleRow[],
  channel: string,
  { which, place, of, do: verb }: ScheduleEffect,
): ScheduleRow | BriefRefusal => {
  const alike = of === undefined ? visible : visible.filter(({ schedule }) => isAlike(schedule, of));
  if (of !== undefined && alike.length === 0) return { kind: 'none like that' };
  const placed = place === undefined ? undefined : visible.at(place > 0 ? place - 1 : place);
  if (placed) return placed;
  if (which !== undefined) {
    return visible.find(({ number }) => number === which) ?? { kind: 'no such number', number: which };
  }
  const here = alike.filter(({ schedule }) => schedule.channel === channel);
  const rows = here.length > 0 ? here : alike;
  const [first, second] = rows;
  if (first === undefined) return { kind: 'none here' };
  return second === undefined && place === undefined ? first : { kind: 'which one', rows, verb };
};

const isRow = <T extends object>(
  chosen: T,
): chosen is Extract<T, { readonly schedule: unknown; readonly number: number }> =>
  'number' in chosen && 'schedule' in chosen;

const readerOf = ({ now }: BotContext, { zone = MARKET_ZONE }: Person) => ({ zone, now: now() });

/** Every brief that the asker may see. */
const listBriefs = async (bot: BotContext, asker: Asker): Promise<Message> => {
  const person = await loadMember(asker);
  if (person === undefined) return MEMBERS_ONLY;
  const rows = await withOwnersWhoLeft(
    asker.client,
    await visibleSchedules(bot, { ...asker, isAdmin: person.isAdmin }),
  );
  return renderSchedules(rows, readerOf(bot, person));
};

/** Keeps what was asked for a channel that the bot is not in, until it is invited there. */
const holdBack = async (
  { briefStore, now }: BotContext,
  { team, user, channel: from }: Asker,
  notice: BriefNotice,
  wanted: WantedBrief,
): Promise<void> => {
  if (notice.kind !== 'not in channel') return;
  const { channel } = notice;
  await briefStore.holdBack({ team, channel, user, from, wanted: { ...wanted, channel }, at: now() });
};

/** Which brief is to be edited: its id, or why none is. */
export const briefToEdit = async (
  bot: BotContext,
  asker: Asker,
  effect: Extract<BriefEffect, { readonly do: 'edit' }>,
): Promise<string | Message> => {
  const person = await loadMember(asker);
  if (person === undefined) return MEMBERS_ONLY;
  const visible = await visibleSchedules(bot, { ...asker, isAdmin: person.isAdmin });
  const chosen = chooseSchedule(visible, asker.channel, effect);
  return isRow(chosen) ? chosen.schedule.id : renderBriefNotice(chosen, readerOf(bot, person));
};

/** The history of one brief, or what came of changing it. */
const applyToOne = async (bot: BotContext, asker: Asker, effect: CarriedOut): Promise<Message> => {
  const person = await loadMember(asker);
  if (person === undefined) return MEMBERS_ONLY;
  const { isAdmin } = person;
  const reader = readerOf(bot, person);
  const chosen = chooseSchedule(await visibleSchedules(bot, { ...asker, isAdmin }), asker.channel, effect);
  if (!isRow(chosen)) return renderBriefNotice(chosen, reader);
  const { schedule } = chosen;
  if (effect.do === 'history')
    return renderHistory(schedule, await bot.briefStore.deliveries(schedule.team, schedule.id), reader);
  const notice = await orNotSaved(() =>
    effect.do === 'change'
      ? rescheduleBrief(bot, { ...asker, isAdmin }, schedule, effect)
      : changeSchedule(bot, schedule, { user: asker.user, isAdmin }, effect),
  );
  if (effect.do === 'change') {
    const { of: _, place: __, ...change } = effect;
    await holdBack(bot, asker, notice, { ...change, which: schedule.number });
  }
  return renderBriefNotice(notice, reader);
};

/**
 * Sets up a brief.
 *
 * @param isShown what is set up is shown to the asker in any case
 * @returns what came of it; undefined where the asker reads it in the brief's channel, or it is shown
 */
export const setUpBrief = async (
  bot: BotContext,
  asker: Asker,
  effect: Extract<BriefEffect, { readonly do: 'schedule' }>,
  isShown = false,
): Promise<Message | undefined> => {
  const person = await loadMember(asker);
  if (person === undefined) return MEMBERS_ONLY;
  const notice = await orNotSaved(() => scheduleBrief(bot, asker, effect, person.zone));
  await holdBack(bot, asker, notice, effect);
  return notice.kind === 'scheduled' && (notice.isRead || isShown)
    ? undefined
    : renderBriefNotice(notice, readerOf(bot, person));
};

/** Changes one brief, given by its id. */
export const changeOne = async (
  bot: BotContext,
  asker: Asker,
  id: string,
  change: ScheduleChange | ({ readonly do: 'change' } & BriefEdit),
): Promise<Message> => {
  const person = await loadMember(asker);
  if (person === undefined) return MEMBERS_ONLY;
  const { isAdmin } = person;
  const schedule = (await bot.briefStore.schedules(asker.team)).find((one) => one.id === id);
  const notice: BriefNotice =
    schedule === undefined
      ? { kind: 'gone already' }
      : await orNotSaved(() =>
          change.do === 'change'
            ? rescheduleBrief(bot, { ...asker, isAdmin }, schedule, change)
            : changeSchedule(bot, schedule, { user: asker.user, isAdmin }, change),
        );
  return renderBriefNotice(notice, readerOf(bot, person));
};

/** The zone of the first brief that a channel gets by the clock. */
const clockZone = (schedules: readonly Schedule[], of: string): string | undefined =>
  schedules.flatMap(({ channel, timing }) => (channel === of && timing.kind === 'clock' ? [timing.zone] : []))[0];

/** The brief as it would be posted in a channel now, and what belongs in its thread. */
const currentBrief = async (
  bot: BotContext,
  { client, team, channel }: Asker,
  isPreview: boolean,
): Promise<RenderedAnswer & { readonly details: Message | undefined }> => {
  const { briefStore, facts: currentFacts } = bot;
  const [known, since, schedules] = await Promise.all([
    freshFacts(currentFacts),
    briefStore.lastTold(team, channel),
    briefStore.schedules(team),
  ]);
  const facts = await briefFacts(bot, { client, team, channel }, known);
  const answer = buildBrief(facts, { since, zone: clockZone(schedules, channel) });
  return { answer, message: renderBrief(answer, { isPreview }), details: renderBriefDetails(answer) };
};

const postNow = async (bot: BotContext, asker: Asker, { threadTs }: ReplyTarget): Promise<RequestOutcome> => {
  const visibility = await visibilityOf(bot, asker);
  // what one person reads alone has no thread
  const { details, ...rendered } = await currentBrief(bot, asker, visibility !== 'channel');
  const namesAsker = asker.respond !== undefined;
  return postAnswer(bot, asker, rendered, { threadTs, namesAsker, visibility, threadMessage: details });
};

/** Posts the details beneath a brief that was posted without them. */
export const postBriefDetails = async (bot: BotContext, asker: Asker, threadTs: string): Promise<void> => {
  const { details } = await currentBrief(bot, asker, false);
  if (details !== undefined) await postToChannel(asker.client, asker.channel, details, { threadTs });
};

const preview = async (bot: BotContext, asker: Asker, target: ReplyTarget): Promise<RequestOutcome> => {
  const { message, answer } = await currentBrief(bot, asker, true);
  if (asker.respond === undefined && isDirectMessage(asker.channel)) return replyToAsker(asker, message, target);
  return answerPrivately(bot, asker, { message, answer });
};

/** @param message undefined where the asker has read all there is to say in the channel */
const replyOr = async (asker: Asker, message: Message | undefined, target: ReplyTarget): Promise<RequestOutcome> =>
  message === undefined ? 'channel' : replyToAsker(asker, message, target);

/** Carries out what was requested of briefs. The form is opened elsewhere: it takes a click, or a command. */
export const applyBriefEffect = async (
  bot: BotContext,
  asker: Asker,
  effect: BriefEffect,
  target: ReplyTarget = {},
): Promise<RequestOutcome> => {
  switch (effect.do) {
    case 'now':
      return ifMayAsk(bot, asker, () => postNow(bot, asker, target), target);
    case 'preview':
      return ifMayAsk(bot, asker, () => preview(bot, asker, target), target);
    case 'schedule':
      return replyOr(asker, await setUpBrief(bot, asker, effect), target);
    case 'form':
    case 'edit':
    case 'list':
      return replyToAsker(asker, await listBriefs(bot, asker), target);
    default:
      return replyToAsker(asker, await applyToOne(bot, asker, effect), target);
  }
};
