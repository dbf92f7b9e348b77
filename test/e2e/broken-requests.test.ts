import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect } from 'vitest';
import {
  ASKER,
  CLICKER,
  clickPayload,
  commandPayload,
  eventPayload,
  homeClickPayload,
  messageEvent,
  submitPayload,
} from '../doubles/payloads.ts';
import { eventsUrl, formOf, nowSeconds, postRaw, SIGNING_SECRET, signatureOf } from '../doubles/sending.ts';
import { DIRECT_MESSAGE, MEMBER } from '../doubles/web-api.ts';
import { newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { CUT_50, headerOf, it, only, type Workspace } from './workspace.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const WORD = 'secretword';
const FORMS = [
  ...['change-assumptions', 'new-brief', 'company', 'company-import'],
  ...['note-add', 'note-details', 'note-review', 'note-claim'],
];
/** Pino's level. */
const WARN = 40;

const send = ({ port }: Workspace, body: string, headers: Record<string, string> = {}) =>
  postRaw(eventsUrl(port ?? 0), body, { ...signatureOf(body, SIGNING_SECRET, nowSeconds()), ...headers });

const without = (payload: Readonly<Record<string, unknown>>, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name))) as Record<string, string>;

const complaints = ({ log }: Workspace) => log.entries().filter(({ level }) => level >= WARN);

describe.concurrent('a signed body that holds no object', () => {
  it.for<[string, string, Record<string, string>]>([
    ['null', 'null', JSON_TYPE],
    ['null behind white space', ' \n null', JSON_TYPE],
    ['a list', '[]', JSON_TYPE],
    ['a text', `"${WORD}"`, JSON_TYPE],
    ['a number', '42', JSON_TYPE],
    ['nothing', '', JSON_TYPE],
    ['no JSON', WORD, JSON_TYPE],
    ['null as a payload', 'payload=null', {}],
    ['null as a payload behind others', 'token=x&payload=%20null', {}],
    ['a text as a payload', `payload=%22${WORD}%22`, {}],
    ['no JSON as a payload', `payload=${WORD}`, {}],
    ['half a JSON as a payload', `payload=%7B%22${WORD}`, {}],
  ])(
    '%s, is refused at once with a line in the log, and the next request is answered',
    async ([, body, headers], { workspace }) => {
      const { slack, type, through, log } = workspace;
      const { status, ackMs } = await send(workspace, body, headers);
      expect(status).toBe(400);
      expect(ackMs).toBeLessThan(1_000);
      expect(complaints(workspace)).toHaveLength(1);
      await type('50bps');
      await through(1);
      expect(headerOf(only(slack.posted))).toBe(CUT_50);
      expect(log.text()).not.toContain(WORD);
    },
  );

  it('and one of five megabytes is refused', async ({ workspace }) => {
    const refused = await send(workspace, `payload=${'x'.repeat(5_000_000)}`).catch(() => undefined);
    expect(refused?.status ?? 413).toBe(413);
    expect(complaints(workspace)).toHaveLength(1);
  });
});

describe.concurrent('over a socket', () => {
  it.for([[null], ['secretword'], [{}]])(
    '%j is acknowledged with a line in the log, and the next request is answered',
    async ([payload], { open }) => {
      const workspace = await open('socket');
      const { slack, type, through, log } = workspace;
      const before = complaints(workspace).length;
      const acknowledged = slack.link.deliver('interactive', payload as object);
      if (payload === null) await acknowledged;
      await eventually(() => expect(complaints(workspace).length).toBeGreaterThan(before));
      await type('50bps');
      await through(1);
      expect(headerOf(only(slack.posted))).toBe(CUT_50);
      expect(log.text()).not.toContain(WORD);
    },
  );
});

describe.concurrent('a request without an id that it needs', () => {
  const responseOf = async (
    workspace: Workspace,
    payload: Record<string, unknown> | Record<string, string>,
    isForm: boolean,
  ) => {
    const body = isForm ? formOf(payload as Record<string, string>) : formOf({ payload: JSON.stringify(payload) });
    const { status, ackMs } = await send(workspace, body);
    expect(status).toBe(200);
    expect(ackMs).toBeLessThan(1_000);
    await eventually(() => expect(workspace.log.references()).toHaveLength(1));
  };

  it.for([['user_id'], ['channel_id'], ['user_id', 'channel_id', 'text', 'trigger_id']])(
    'a command without %s is answered with a reference, to the address alone',
    async (names, { workspace }) => {
      const { slack } = workspace;
      const payload = commandPayload({ text: '50bps', responseUrl: slack.newResponseUrl() });
      await responseOf(workspace, without(payload, ...names), true);
      await eventually(() =>
        expect(only(slack.privateReplies).text).toMatch(/^That failed on our side\. Reference \w{4}\.$/),
      );
      expect(slack.posted).toEqual([]);
      expect(JSON.stringify(slack.calls)).not.toContain('undefined');
    },
  );

  it('a command without anything but its user id is answered', async ({ workspace }) => {
    const { slack } = workspace;
    const payload = without(commandPayload({ text: '', responseUrl: slack.newResponseUrl() }), 'trigger_id', 'text');
    expect((await send(workspace, formOf(payload))).status).toBe(200);
    await eventually(() => expect(slack.posted.length + slack.privateReplies.length).toBe(1));
  });

  it('a click without a user is answered with a reference', async ({ workspace }) => {
    const { slack } = workspace;
    const button = { action_id: 'ask:1', value: '{}', text: { type: 'plain_text', text: 'x', emoji: false } } as const;
    const click = clickPayload({ button, isPrivate: true, ts: newTs(), responseUrl: slack.newResponseUrl() });
    await responseOf(workspace, { ...click, user: {} }, false);
    await eventually(() => expect(only(slack.privateReplies).text).toContain('Reference'));
  });

  it('a setting without a user leaves a line', async ({ workspace }) => {
    const action = { action_id: 'settings:silent', type: 'multi_conversations_select', selected_conversations: [] };
    await responseOf(workspace, { ...homeClickPayload(CLICKER, action), user: {} }, false);
    expect(workspace.slack.views.homes).toEqual([]);
  });

  it('a mention that names nobody leaves a line', async ({ workspace }) => {
    const { user: _, ...event } = messageEvent({ text: WORD, user: ASKER, channel: MEMBER, ts: newTs() }) as {
      user: string;
    };
    const body = JSON.stringify(eventPayload({ ...event, type: 'app_mention' }));
    expect((await send(workspace, body, JSON_TYPE)).status).toBe(200);
    await eventually(() => expect(complaints(workspace)).toMatchObject([{ msg: 'passed over: it names nobody' }]));
    expect(workspace.log.text()).not.toContain(WORD);
  });
});

describe.concurrent('a form with broken metadata', () => {
  it.for<[string, string]>([
    ['another shape', `{"${WORD}":1}`],
    ['no JSON', WORD],
    ['null', 'null'],
    ['nothing', ''],
  ])(
    'of %s is acknowledged at once, and whoever sent it hears that it failed',
    async ([, privateMetadata], { workspace: { slack, sender, log } }) => {
      for (const callbackId of FORMS) {
        const before = slack.posted.length;
        const form = { id: 'V1', callbackId, privateMetadata, filledIn: {} };
        const { status, body, ackMs } = await sender.sendInteraction(submitPayload(CLICKER, form));
        expect({ status, body }).toEqual({ status: 200, body: '' });
        expect(ackMs).toBeLessThan(1_000);
        await eventually(() => expect(slack.posted).toHaveLength(before + 1));
        expect(slack.posted.at(-1)).toMatchObject({ channel: DIRECT_MESSAGE });
        expect(slack.posted.at(-1)?.text).toContain('Reference');
      }
      expect(log.references()).toHaveLength(FORMS.length);
      expect(log.text()).not.toContain(WORD);
    },
  );
});

describe.concurrent('the address of a request', () => {
  it.for([
    'http://169.254.169.254/latest',
    'https://slack.com.example.org/x',
    'https://notslack.com/x',
    'http://hooks.slack.com/x',
    'no address',
  ])(
    '%s is none of Slack’s: nothing is sent there, and the answer comes another way',
    async (responseUrl, { workspace: { slack, sender, through, log } }) => {
      await sender.sendCommand({ text: '50bps private', responseUrl });
      await through(1);
      expect(only(slack.privateReplies)).toMatchObject({ via: 'chat.postEphemeral' });
      expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
      expect(log.entries().filter(({ msg }) => msg.startsWith('nothing was sent'))).toHaveLength(1);
      expect(log.text()).not.toContain('169.254');
    },
  );

  it('on another port of this machine gets nothing', async ({ open }) => {
    let asked = 0;
    const other = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { slack, sender, through } = await open();
    const { port } = other.address() as AddressInfo;
    await sender.sendCommand({ text: '50bps private', responseUrl: `http://127.0.0.1:${port}/x` });
    await through(1);
    other.close();
    expect(asked).toBe(0);
    expect(slack.privateReplies).toHaveLength(1);
  });
});
