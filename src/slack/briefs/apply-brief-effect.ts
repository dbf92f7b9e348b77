import {
  type BriefEdit,
  type BriefEffect,
  type BriefNotice,
  buildBrief,
  renderBrief,
  renderBriefDetails,
  renderBriefNotice,
  renderHistory,
  renderSchedules,
  type Schedule,
  type WantedBrief,
} from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import type { Message } from '../../message/index.ts';
import type { RenderedAnswer } from '../answer-cache.ts';
import type { Asker, BotContext } from '../asker.ts';
import { ifMayAsk, loadMember, MEMBERS_ONLY, type Member, type Person } from '../members.ts';
import { briefFacts, freshFacts } from '../own-facts.ts';
import { answerPrivately, postAnswer } from '../post-answer.ts';
import { postToChannel, type ReplyTarget, replyToAsker } from '../post-message.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { isDirectMessage, visibilityOf } from '../visibility.ts';
import { orNotSaved, scheduleBrief } from './brief-schedules.ts';
import { chooseSchedule, isRow, type ScheduleEffect, visibleSchedules, withOwnersWhoLeft } from './choose-schedule.ts';
import { changeSchedule, rescheduleBrief, type ScheduleChange } from './schedule-changes.ts';

/** What is done to one schedule that a person has chosen. */
type CarriedOut = Exclude<ScheduleEffect, { readonly do: 'edit' }>;

const readerOf = ({ now }: BotContext, { zone = MARKET_ZONE }: Person) => ({ zone, now: now() });

/** Does what people of the workspace alone may do. @param work is given who asks, and how what is told is to be written for them */
const forMember = async <T>(
  bot: BotContext,
  asker: Asker,
  work: (member: Asker & Member, reader: ReturnType<typeof readerOf>) => Promise<T>,
): Promise<T | Message> => {
  const person = await loadMember(asker);
  return person === undefined ? MEMBERS_ONLY : work({ ...person, ...asker }, readerOf(bot, person));
};

/** Every brief that the asker may see. */
const listBriefs = (bot: BotContext, asker: Asker): Promise<Message> =>
  forMember(bot, asker, async (member, reader) =>
    renderSchedules(await withOwnersWhoLeft(asker.client, await visibleSchedules(bot, member)), reader),
  );

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
export const briefToEdit = (
  bot: BotContext,
  asker: Asker,
  effect: Extract<BriefEffect, { readonly do: 'edit' }>,
): Promise<string | Message> =>
  forMember<string | Message>(bot, asker, async (member, reader) => {
    const chosen = chooseSchedule(await visibleSchedules(bot, member), asker.channel, effect);
    return isRow(chosen) ? chosen.schedule.id : renderBriefNotice(chosen, reader);
  });

/** Changes a schedule as its owner, or an admin, wants it. */
const change = (
  bot: BotContext,
  member: Asker & Member,
  schedule: Schedule,
  wanted: ScheduleChange | ({ readonly do: 'change' } & BriefEdit),
): Promise<BriefNotice> =>
  orNotSaved(() =>
    wanted.do === 'change'
      ? rescheduleBrief(bot, member, schedule, wanted)
      : changeSchedule(bot, schedule, member, wanted),
  );

/** The history of one brief, or what came of changing it. */
const applyToOne = (bot: BotContext, asker: Asker, effect: CarriedOut): Promise<Message> =>
  forMember(bot, asker, async (member, reader) => {
    const chosen = chooseSchedule(await visibleSchedules(bot, member), asker.channel, effect);
    if (!isRow(chosen)) return renderBriefNotice(chosen, reader);
    const { schedule } = chosen;
    if (effect.do === 'history')
      return renderHistory(schedule, await bot.briefStore.deliveries(schedule.team, schedule.id), reader);
    const notice = await change(bot, member, schedule, effect);
    if (effect.do === 'change') {
      const { of: _, place: __, ...wanted } = effect;
      await holdBack(bot, asker, notice, { ...wanted, which: schedule.number });
    }
    return renderBriefNotice(notice, reader);
  });

/**
 * Sets up a brief.
 *
 * @param isShown what is set up is shown to the asker in any case
 * @returns what came of it; undefined where the asker reads it in the brief's channel, or it is shown
 */
export const setUpBrief = (
  bot: BotContext,
  asker: Asker,
  effect: Extract<BriefEffect, { readonly do: 'schedule' }>,
  isShown = false,
): Promise<Message | undefined> =>
  forMember(bot, asker, async ({ zone }, reader) => {
    const notice = await orNotSaved(() => scheduleBrief(bot, asker, effect, zone));
    await holdBack(bot, asker, notice, effect);
    return notice.kind === 'scheduled' && (notice.isRead || isShown) ? undefined : renderBriefNotice(notice, reader);
  });

/** Changes one brief, given by its id. */
export const changeOne = (
  bot: BotContext,
  asker: Asker,
  id: string,
  wanted: Parameters<typeof change>[3],
): Promise<Message> =>
  forMember(bot, asker, async (member, reader) => {
    const schedule = (await bot.briefStore.schedules(asker.team)).find((one) => one.id === id);
    const notice: BriefNotice = schedule ? await change(bot, member, schedule, wanted) : { kind: 'gone already' };
    return renderBriefNotice(notice, reader);
  });

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
