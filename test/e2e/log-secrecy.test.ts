import { describe, expect } from 'vitest';
import {
  ASKER,
  CLICKER,
  clickPayload,
  commandPayload,
  eventPayload,
  formClickPayload,
  homeClickPayload,
  homeOpenedEvent,
  mentionEvent,
  messageEvent,
  submitPayload,
} from '../doubles/payloads.ts';
import { eventsUrl, formOf, nowSeconds, postRaw, SIGNING_SECRET, signatureOf } from '../doubles/sending.ts';
import { APP_TOKEN, type Behaviour, BOT_TOKEN, DIRECT_MESSAGE, MEMBER } from '../doubles/web-api.ts';
import { newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, only, type Workspace } from './workspace.ts';

const WORD = 'secretword';
/** What may stand in the place of any value. */
const STAND_INS: readonly unknown[] = [WORD, { [WORD]: WORD }, null, `<@${WORD}> {"${WORD}`, [WORD]];

/** The same value over and over, each time with another part of it replaced. */
const replaced = (value: unknown, by: unknown): readonly unknown[] => {
  if (typeof value !== 'object' || value === null) return [by];
  const entries = Object.entries(value);
  return entries.flatMap(([name, part]) =>
    [by, ...(typeof part === 'object' && part !== null ? replaced(part, by) : [])].map((other) =>
      Array.isArray(value) ? entries.map(([at, one]) => (at === name ? other : one)) : { ...value, [name]: other },
    ),
  );
};

const sender = ({ port }: Workspace) => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    postRaw(eventsUrl(port ?? 0), body, { ...signatureOf(body, SIGNING_SECRET, nowSeconds()), ...headers });
  return {
    event: (payload: unknown) => post(JSON.stringify(payload), { 'content-type': 'application/json' }),
    interaction: (payload: unknown) => post(formOf({ payload: JSON.stringify(payload) })),
    command: (payload: unknown) => post(formOf(payload as Record<string, string>)),
  };
};

const BUTTON = { action_id: 'ask:1', value: '{}', text: { type: 'plain_text', text: 'x', emoji: false } } as const;
const FORM = { id: 'V1', callbackId: 'change-assumptions', privateMetadata: '{}', filledIn: { move: '-50' } };
const COMPANY = {
  id: 'V1',
  callbackId: 'company',
  privateMetadata: '{}',
  filledIn: { 'company-name': 'A', 'company-debt': '1' },
};
const NOTE = {
  id: 'V1',
  callbackId: 'note-add',
  privateMetadata: '{}',
  filledIn: { 'note-text': 'A cut helps small caps.' },
};
const REVIEW = { id: 'V1', callbackId: 'note-review', privateMetadata: '{"draft":"1","page":0}', filledIn: {} };
const FILE = {
  id: 'F1',
  name: 'note.txt',
  mimetype: 'text/plain',
  url_private_download: 'http://127.0.0.1:9/note.txt',
};
const SETTING = { action_id: 'settings:silent', type: 'multi_conversations_select', selected_conversations: [MEMBER] };

const said = { user: ASKER, channel: MEMBER };
const messageOf = (text: string) => ({ ...said, text, ts: newTs() });

const PAYLOADS: readonly (readonly [
  name: string,
  way: keyof ReturnType<typeof sender>,
  make: (url: string) => unknown,
])[] = [
  ['a command', 'command', (url) => commandPayload({ text: '50bps', responseUrl: url })],
  ['a mention', 'event', () => eventPayload(mentionEvent(messageOf('<@U0BOT> 50bps')))],
  ['a message', 'event', () => eventPayload(messageEvent({ ...messageOf('50bps'), channel: DIRECT_MESSAGE }))],
  ['a Home tab', 'event', () => eventPayload(homeOpenedEvent(CLICKER, DIRECT_MESSAGE, 'home'))],
  [
    'a stop',
    'event',
    () =>
      eventPayload({ type: 'agent_session_stopped', channel: DIRECT_MESSAGE, thread_ts: newTs(), event_ts: newTs() }),
  ],
  ['a revoked token', 'event', () => eventPayload({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } })],
  [
    'a click',
    'interaction',
    (responseUrl) => clickPayload({ button: BUTTON, isPrivate: false, ts: newTs(), responseUrl }),
  ],
  ['a brief button', 'interaction', () => homeClickPayload(CLICKER, { action_id: 'brief:pause', value: '1' })],
  ['a setting', 'interaction', () => homeClickPayload(CLICKER, SETTING)],
  ['a form', 'interaction', () => submitPayload(CLICKER, FORM)],
  ['a button in a form', 'interaction', () => formClickPayload(CLICKER, FORM, { action_id: 'assumptions:reset' })],
  ['a company', 'interaction', () => submitPayload(CLICKER, COMPANY)],
  ['a company button', 'interaction', () => homeClickPayload(CLICKER, { action_id: 'company:remove', value: '1' })],
  ['a note', 'interaction', () => submitPayload(CLICKER, NOTE)],
  ['a note button', 'interaction', () => homeClickPayload(CLICKER, { action_id: 'note:retire', value: '101' })],
  ['a choice of a claim', 'interaction', () => formClickPayload(CLICKER, REVIEW, { action_id: 'note-choice:1' })],
  [
    'a file',
    'event',
    () =>
      eventPayload({
        ...messageEvent({ ...messageOf(''), channel: DIRECT_MESSAGE }),
        subtype: 'file_share',
        files: [FILE],
      }),
  ],
];

describe.concurrent('no word of a request', { timeout: 60_000 }, () => {
  it.for(PAYLOADS)('of %s reaches the log, whatever part of it holds one', async ([, way, make], { workspace }) => {
    const send = sender(workspace)[way];
    const sent = STAND_INS.flatMap((by) =>
      // a command is a form, which holds texts only
      way === 'command' && typeof by !== 'string' ? [] : replaced(make(workspace.slack.newResponseUrl()), by),
    );
    expect(sent.length).toBeGreaterThan(20);
    // requests that no listener takes are answered after three seconds: all at once
    const answers = await Promise.all(sent.map((payload) => send(payload)));
    expect(answers.map(({ status }) => status).filter((status) => ![200, 400, 404, 500].includes(status))).toEqual([]);
    await eventually(async () => {
      await workspace.type('help');
      expect(workspace.slack.privateReplies.length).toBeGreaterThan(0);
    });
    expect(workspace.log.text()).not.toContain(WORD);
    expect(workspace.log.entries().length).toBeGreaterThan(1);
  });
});

const json = (body: object): Behaviour => ({ body: JSON.stringify(body), type: 'application/json' });

/** What Slack, or whoever stands before it, answers with. */
const BODIES: readonly (readonly [name: string, answer: Behaviour])[] = [
  ['a page', { body: `<html>${WORD}</html>`, type: 'text/html' }],
  ['a refusal in words', json({ ok: false, error: `No ${WORD}` })],
  ['a refusal by an object', json({ ok: false, error: { [WORD]: WORD } })],
  [
    'explanations',
    json({ ok: false, error: 'invalid_arguments', response_metadata: { messages: [`[ERROR] ${WORD}`] } }),
  ],
  ['warnings', json({ ok: true, ts: '1.2', response_metadata: { warnings: [WORD], messages: [`[WARN] ${WORD}`] } })],
  ['names', json({ ok: true, ts: WORD, channel: WORD, user: { id: WORD, name: WORD } })],
];

describe.concurrent('no body of Slack’s', { timeout: 60_000 }, () => {
  it.for(BODIES)('reaches the log: %s', async ([, answer], { workspace: { slack, type, through, log } }) => {
    for (const method of ['chat.postMessage', 'chat.postEphemeral', 'conversations.info', 'users.info', 'views.open']) {
      slack.script.once(method, answer);
    }
    await type('50bps');
    await type('50bps private', { responses: 0 });
    await type('', { command: '/brief' });
    await type('50bps');
    await through(4);
    expect(log.text()).not.toContain(WORD);
  });
});

const TYPED = 'secretword 50bps';

describe('the log', () => {
  it('says how each request ended, with no token, secret, address, name or typed word in it', async ({
    workspace: { slack, type, click, through, log, port },
  }) => {
    const url = eventsUrl(port ?? 0);
    const body = formOf(commandPayload({ text: TYPED, responseUrl: slack.newResponseUrl() }));

    await type('50bps');
    await through(1);
    await click('Hike 50 bp', only(slack.posted));
    await type(TYPED);
    await type('50bps secretword=9');
    await through(4);
    await type(TYPED, { responses: 0 });
    await through(5);
    slack.script.once('chat.postMessage', { error: 'invalid_blocks' });
    await type('50bps');
    await through(6);
    slack.script.once('chat.postMessage', { error: 'invalid_arguments' });
    await type('50bps large debt=3.1x');
    await through(7);
    slack.script.once('response_url', 'hang up');
    await type(TYPED);
    await eventually(() => expect(slack.privateReplies.at(-1)?.text).toContain('Reference'));
    await postRaw(url, body, signatureOf(body, 'another-signing-secret', nowSeconds()));
    await postRaw(url, body, signatureOf(body, SIGNING_SECRET, nowSeconds() + 600));
    const broken = 'payload={"secretword"';
    await postRaw(url, broken, signatureOf(broken, SIGNING_SECRET, nowSeconds()));
    await through(8);

    for (const secret of [BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, 'another-signing-secret', 'verification-token']) {
      expect(log.text()).not.toContain(secret);
    }
    for (const personal of ['secretword', '3.1x', '/response/', 'U0ASKER', 'U0CLICKER', 'SmallCap']) {
      expect(log.text()).not.toContain(personal);
    }
    expect(log.entries().filter(({ outcome }) => outcome !== undefined)).toHaveLength(7);
    expect(log.references()).toHaveLength(1);
  });
});
