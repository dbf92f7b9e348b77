import { describe, expect } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import { ASKER, buttonOf, clickPayload, commandPayload, mentionEvent } from '../doubles/payloads.ts';
import {
  type Acknowledged,
  eventsUrl,
  formOf,
  nowSeconds,
  postRaw,
  SIGNING_SECRET,
  signatureOf,
} from '../doubles/sending.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { BOT, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, NOW, only, type Workspace } from './workspace.ts';

/** A signed request, to be sent as often as one likes. */
const signed = (body: string, atSeconds = nowSeconds()) => {
  const headers = signatureOf(body, SIGNING_SECRET, atSeconds);
  return ({ port }: Pick<Workspace, 'port'>): Promise<Required<Acknowledged>> =>
    postRaw(eventsUrl(port ?? 0), body, headers);
};

const command = ({ slack }: Workspace, text = '50bps'): string =>
  formOf(commandPayload({ text, responseUrl: slack.newResponseUrl() }));

/** Sent once, sent again four times, and five times at once. */
const sendTenTimes = async (workspace: Workspace, send: ReturnType<typeof signed>): Promise<void> => {
  for (let times = 0; times < 5; times += 1) expect(await send(workspace)).toMatchObject({ status: 200, body: '' });
  const together = await Promise.all(Array.from({ length: 5 }, () => send(workspace)));
  for (const answer of together) expect(answer).toMatchObject({ status: 200, body: '' });
};

describe('a signed request that is sent again, byte for byte', () => {
  it('as a command, is answered once, and each time acknowledged', async ({ open }) => {
    const workspace = await open();
    const { slack, type, through } = workspace;
    await sendTenTimes(workspace, signed(command(workspace)));
    await type('100bps');
    await through(11);
    expect(slack.posted.map(({ text }) => text.slice(0, 10))).toEqual(
      ['50 bp cut:', '100 bp cut'].map((text) => text.slice(0, 10)),
    );
  });

  it('ten times at once, is answered once', async ({ open }) => {
    const workspace = await open();
    const send = signed(command(workspace));
    await Promise.all(Array.from({ length: 10 }, () => send(workspace)));
    await workspace.through(10);
    expect(workspace.slack.posted).toHaveLength(1);
  });

  it('as a private command, is answered once', async ({ open }) => {
    const workspace = await open();
    await sendTenTimes(workspace, signed(command(workspace, '50bps private')));
    await workspace.through(10);
    expect(workspace.slack.privateReplies).toHaveLength(1);
  });

  it('as a click on Share, shares once', async ({ open }) => {
    const workspace = await open();
    const { slack, type, through } = workspace;
    await type('50bps private');
    await through(1);
    const reply = only(slack.privateReplies);
    const button = buttonOf(reply, 'Share');
    const click = clickPayload({ button, isPrivate: true, ts: reply.ts, responseUrl: slack.newResponseUrl() });
    await sendTenTimes(workspace, signed(formOf({ payload: JSON.stringify(click) })));
    await through(11);
    expect(slack.posted).toHaveLength(1);
  });

  it('that sets up a brief, sets up one', async ({ open }) => {
    const workspace = await open();
    const body = formOf(
      commandPayload({ command: '/brief', text: 'weekdays 07:30', responseUrl: workspace.slack.newResponseUrl() }),
    );
    await sendTenTimes(workspace, signed(body));
    await workspace.through(10);
    expect(await workspace.store.schedules('T0TEAM')).toHaveLength(1);
  });

  it('is known after a restart', async ({ open, storePath }) => {
    const opened = () => openStore({ path: storePath, now: NOW, report: () => undefined });
    const first = await open('http', { store: await opened() });
    const send = signed(command(first));
    await send(first);
    await first.through(1);
    await first.close();
    const second = await open('http', { store: await opened() });
    expect(await send(second)).toMatchObject({ status: 200, body: '' });
    await second.through(1);
    expect([...first.slack.posted, ...second.slack.posted]).toHaveLength(1);
  });
});

describe('a request that is not the same', () => {
  it('though its words are, is answered', async ({ open }) => {
    const { type, through, slack } = await open();
    for (let times = 0; times < 3; times += 1) await type('50bps');
    await through(3);
    expect(slack.posted).toHaveLength(3);
  });

  it('since it was not taken the first time, is answered', async ({ open }) => {
    const workspace = await open();
    const { slack } = workspace;
    const send = signed(command(workspace));
    const forged = await postRaw(eventsUrl(workspace.port ?? 0), command(workspace), {
      'x-slack-request-timestamp': String(nowSeconds()),
      'x-slack-signature': 'v0=0',
    });
    expect(forged.status).toBe(401);
    await send(workspace);
    await eventually(() => expect(slack.posted).toHaveLength(1));
  });
});

describe('a signed event that is sent again over a WebSocket', () => {
  it('is answered once', async ({ open }) => {
    const { slack, through } = await open('socket');
    const event = mentionEvent({ text: `${BOT} 50bps`, user: ASKER, channel: MEMBER, ts: newTs() });
    const payload = { type: 'event_callback', event_id: 'Ev1', team_id: 'T0TEAM', event };
    for (let times = 0; times < 3; times += 1) await slack.link.deliver('events_api', payload);
    await through(3);
    expect(slack.posted).toHaveLength(1);
  });
});

describe('a timestamp ahead', () => {
  const MINUTE = 60;
  it.for([
    ['four minutes, is taken', 4, 200],
    ['six minutes, is refused as one behind is', 6, 401],
    ['six minutes behind', -6, 401],
  ] as const)('%s', async ([, minutes, status], { open }) => {
    const workspace = await open();
    const answer = await signed(command(workspace), nowSeconds() + minutes * MINUTE)(workspace);
    expect(answer).toMatchObject({ status, body: '' });
  });
});
