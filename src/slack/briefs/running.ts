import type { webApi } from '@slack/bolt';
import { renderBriefNotice, type Schedule } from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import { type BriefReport, deliverDueBriefs } from '../../scheduler/index.ts';
import type { Desk } from '../context.ts';
import { reportFailure } from '../failure.ts';
import type { Log } from '../log.ts';
import { personOf } from '../people.ts';
import { postToChannel } from '../posting.ts';
import { createPoster } from './poster.ts';

type Settled = Extract<BriefReport, { kind: 'settled' }>;

const couldNotPost = ({ outcome }: Pick<Settled, 'outcome'>): boolean =>
  outcome.kind === 'skipped' && outcome.reason === 'cannot post';

/** Tells who set a brief up that it could not be posted: the first time, and again once it has been posted in between. */
const tellOwner = async (client: webApi.WebClient, { store, now }: Desk, { schedule: id }: Settled): Promise<void> => {
  const [, before] = await store.deliveries(id);
  const schedule: Schedule | undefined = (await store.schedules()).find((one) => one.id === id);
  if (schedule === undefined || (before && couldNotPost(before))) return;
  const { zone = MARKET_ZONE, hasLeft } = await personOf(client, schedule.owner);
  if (hasLeft) return;
  const notice = renderBriefNotice({ kind: 'could not be posted', schedule }, { zone, now: now() });
  await postToChannel(client, schedule.owner, notice);
};

/** Work in the background that can be waited for. */
const createErrands = ({ inBackground }: Desk) => {
  const underWay = new Set<Promise<void>>();
  return {
    run: (what: string, errand: () => Promise<void>): void =>
      inBackground(what, () => {
        const done = errand().finally(() => underWay.delete(done));
        underWay.add(done);
        return done;
      }),
    done: async (): Promise<void> => void (await Promise.allSettled(underWay)),
  };
};

/** The work on scheduled briefs, for a timer to call. */
export const createBriefRunner = (
  client: webApi.WebClient,
  desk: Desk,
  log: Log,
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
) => {
  const errands = createErrands(desk);
  const report = (told: BriefReport): void => {
    if (told.kind === 'failed') {
      void reportFailure(log, 'brief', told.error);
      return;
    }
    log.info({ ...told, what: 'brief' }, told.kind === 'settled' ? 'a brief was due' : 'briefs left open');
    if (told.kind === 'settled' && couldNotPost(told)) {
      errands.run('brief notice', () => tellOwner(client, desk, told));
    }
  };
  const { tick, settled, stop } = deliverDueBriefs({
    ...{ store: desk.store, now: desk.now, report },
    poster: createPoster(client, desk, errands.run),
    facts: () => desk.facts().facts,
    wait,
  });
  return {
    tick,
    /** Settles once nothing is under way, threads and notices included. */
    quiet: async (): Promise<void> => {
      await settled();
      await errands.done();
    },
    stop: async (): Promise<void> => {
      await stop();
      await errands.done();
    },
  };
};
