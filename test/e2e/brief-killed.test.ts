import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { WEEKDAYS } from '../../src/brief/day-reference.ts';
import type { Delivery } from '../../src/brief/schedule.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import { ASKER, mentionEvent } from '../doubles/payloads.ts';
import { httpSender } from '../doubles/sending.ts';
import { type Behaviour, MEMBER } from '../doubles/web-api.ts';
import { slotsIn } from './conversing.ts';
import { eventually } from './eventually.ts';
import { httpSettings, it } from './program.ts';

const MINUTE_MS = 60_000;

const minutesAgo = (minutes: number): IsoInstant =>
  isoInstant(new Date(Date.now() - minutes * MINUTE_MS).toISOString());

const open = (path: string) => openStore({ path, now: minutesAgo(0), report: () => undefined });

/** Leaves a brief behind that came due a moment ago, while no bot was running. */
const leaveOneDue = async (path: string): Promise<string> => {
  const store = await open(path);
  const schedule = await store.addSchedule(
    {
      ...{ team: 'T0TEAM', channel: MEMBER, owner: ASKER, onClosed: 'say', onStale: 'say' },
      timing: { kind: 'clock', days: [...WEEKDAYS], time: minutesAgo(3).slice(11, 16), zone: 'UTC' },
      createdAt: minutesAgo(10),
    },
    20,
  );
  await store.close();
  return schedule?.id ?? '';
};

const deliveriesIn = async (path: string, schedule: string): Promise<readonly Delivery[]> => {
  const store = await open(path);
  try {
    return await store.deliveries('T0TEAM', schedule);
  } finally {
    await store.close();
  }
};

describe.concurrent('the program, killed while a brief is posted', { timeout: 60_000 }, () => {
  it.for<[string, Behaviour]>([
    ['before Slack has carried it out', 'never answer'],
    ['after Slack has carried it out', 'lose the answer'],
  ])('%s, has posted it once when it is back', async ([, behaviour], { slack, run, storePath }) => {
    const schedule = await leaveOneDue(storePath);
    const settings = { ...httpSettings(slack), STORE_PATH: storePath };
    slack.script.once('chat.postMessage', behaviour);
    const first = run(settings);
    await first.ready();
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1), 8_000);
    first.stop('SIGKILL');
    await first.ended;
    const second = run(settings);
    await second.ready();
    await eventually(() => expect(slotsIn(slack.posted)).toHaveLength(1), 15_000);
    await eventually(() => expect(slack.callsTo('conversations.history').length).toBeGreaterThan(0), 15_000);
    second.stop('SIGTERM');
    await second.ended;
    const third = run(settings);
    await third.ready();
    third.stop('SIGTERM');
    await third.ended;
    expect(slotsIn(slack.posted)).toHaveLength(1);
    expect((await deliveriesIn(storePath, schedule)).map(({ outcome }) => outcome.kind)).toEqual(['posted']);
  });

  it.for<[string, boolean]>([
    ['nobody has replied', false],
    ['somebody has replied', true],
  ])(
    'between the brief and its details, and %s, has posted both once when it is back',
    async ([, isReplied], { slack, run, storePath }) => {
      const schedule = await leaveOneDue(storePath);
      const settings = { ...httpSettings(slack), STORE_PATH: storePath };
      slack.script.once('chat.postMessage', { delayMs: 0 });
      slack.script.once('chat.postMessage', 'never answer');
      const first = run(settings);
      const { sendEvent } = httpSender(await first.ready());
      await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(2), 8_000);
      // long enough for a delivery to be settled, were it settled without its details
      await wait(500);
      const { ts = '' } = slack.posted[0] ?? {};
      if (isReplied) {
        const said = { text: '<@U0BOT> 50bps', user: ASKER, channel: MEMBER };
        await sendEvent(mentionEvent({ ...said, ts: '1795100001.000001', threadTs: ts }));
        await eventually(() => expect(slack.posted).toHaveLength(2), 8_000);
      }
      first.stop('SIGKILL');
      await first.ended;
      const second = run(settings);
      await second.ready();
      const beneath = () =>
        slack.posted.filter(
          ({ threadTs, metadata, text }) => threadTs === ts && metadata === undefined && !text.startsWith('50 bp'),
        );
      await eventually(() => expect(beneath()).toHaveLength(1), 15_000);
      second.stop('SIGTERM');
      await second.ended;
      expect(slotsIn(slack.posted)).toHaveLength(1);
      expect((await deliveriesIn(storePath, schedule)).map(({ outcome }) => outcome.kind)).toEqual(['posted']);
    },
  );
});
