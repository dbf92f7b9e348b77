import { renderBriefNotice, type Schedule } from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import { type BriefReport, type DeliveryJobs, type DeliveryWorker, deliverDueBriefs } from '../../scheduler/index.ts';
import type { BotContext } from '../asker.ts';
import type { Log } from '../log.ts';
import { loadPerson } from '../members.ts';
import { postToChannel } from '../post-message.ts';
import { reportFailure } from '../request-runner.ts';
import type { Workspaces } from '../workspaces.ts';
import { createBriefPoster } from './brief-poster.ts';

type Settled = Extract<BriefReport, { kind: 'settled' }>;

const couldNotPost = ({ outcome }: Pick<Settled, 'outcome'>): boolean =>
  outcome.kind === 'skipped' && outcome.reason === 'cannot post';

/** Tells the owner of a brief that it could not be posted: the first time, and again once it has been posted in between. */
const notifyOwner = async (
  workspaces: Workspaces,
  { briefStore, now }: BotContext,
  { schedule: id, outcome }: Settled,
): Promise<void> => {
  const schedule: Schedule | undefined = await briefStore.scheduleOf({ schedule: id });
  if (schedule === undefined) return;
  const [, before] = await briefStore.deliveries(schedule.team, id);
  const client = (await workspaces.named(schedule.team))?.client;
  if (client === undefined || (before && couldNotPost(before))) return;
  const { zone = MARKET_ZONE, hasLeft } = await loadPerson(client, schedule.owner);
  if (hasLeft) return;
  const why = outcome.kind === 'skipped' ? outcome.why : undefined;
  const notice = renderBriefNotice({ kind: 'could not be posted', schedule, why }, { zone, now: now() });
  await postToChannel(client, schedule.owner, notice);
};

/** Work in the background that can be waited for. */
const createBackgroundTasks = ({ inBackground }: BotContext) => {
  const underWay = new Set<Promise<void>>();
  return {
    run: (what: string, work: () => Promise<void>): void =>
      inBackground(what, () => {
        const done = work().finally(() => underWay.delete(done));
        underWay.add(done);
        return done;
      }),
    settled: async (): Promise<void> => void (await Promise.allSettled(underWay)),
  };
};

/** Delivers scheduled briefs, for a timer to call; failures and results go to the log. */
export const createBriefRunner = (
  workspaces: Workspaces,
  bot: BotContext,
  log: Log,
  {
    owner,
    wait,
    jobsOf,
  }: {
    /** Names this process. */
    readonly owner: string;
    readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
    /** What brings deliveries to their worker; this process alone unless said. */
    readonly jobsOf?: ((worker: DeliveryWorker) => DeliveryJobs) | undefined;
  },
) => {
  const tasks = createBackgroundTasks(bot);
  const report = (entry: BriefReport): void => {
    if (entry.kind === 'failed') {
      void reportFailure(log, 'brief', entry.error);
      return;
    }
    if (entry.kind === 'settled') {
      const { outcome } = entry;
      bot.metrics?.delivered(outcome.kind === 'skipped' ? outcome.reason : outcome.kind);
    }
    log.info({ ...entry, what: 'brief' }, entry.kind === 'settled' ? 'a brief was due' : 'a brief was left open');
    if (entry.kind === 'settled' && couldNotPost(entry)) {
      tasks.run('brief notice', () => notifyOwner(workspaces, bot, entry));
    }
  };
  const { tick, settled, stop } = deliverDueBriefs({
    ...{ store: bot.briefStore, now: bot.now, report, owner, jobsOf },
    poster: createBriefPoster(workspaces, bot, tasks.run),
    facts: () => bot.facts().facts,
    wait,
  });
  return {
    tick,
    /** Settles once nothing is under way, threads and notices included. */
    settled: async (): Promise<void> => {
      await settled();
      await tasks.settled();
    },
    stop: async (): Promise<void> => {
      await stop();
      await tasks.settled();
    },
  };
};
