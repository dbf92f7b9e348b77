import { describe, expect, it, onTestFinished } from 'vitest';
import { renderAssumptionsForm } from '../../src/surface/assumptions-form.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { BOT_TOKEN, DIRECT_MESSAGE, MEMBER, OUTSIDE } from './web-api.ts';

const HEADER = { type: 'header', text: { type: 'plain_text', text: 'Title', emoji: false } };

const start = async (): Promise<FakeSlack> => {
  const slack = await startFakeSlack();
  onTestFinished(slack.close);
  return slack;
};

const call = async (slack: FakeSlack, method: string, args: Record<string, string>, token = BOT_TOKEN) => {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(slack.apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(args) });
  return response.json();
};

const respond = async (url: string, message: object) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) });
  return [response.status, await response.text()];
};

const post = (slack: FakeSlack, blocks: readonly object[], channel = MEMBER, token = BOT_TOKEN) =>
  call(slack, 'chat.postMessage', { channel, text: 'Title', blocks: JSON.stringify(blocks) }, token);

describe('the fake Slack', () => {
  it('shows a sound message, with its arguments decoded', async () => {
    const slack = await start();
    expect(await post(slack, [HEADER])).toMatchObject({ ok: true, channel: MEMBER });
    expect(slack.posted).toMatchObject([{ text: 'Title', blocks: [HEADER], channel: MEMBER }]);
    expect(slack.problems).toEqual([]);
  });

  it('refuses, and remembers, blocks that Slack would refuse', async () => {
    const slack = await start();
    expect(await post(slack, [HEADER, HEADER])).toEqual({ ok: false, error: 'invalid_blocks' });
    const long = { ...HEADER, text: { ...HEADER.text, text: 'x'.repeat(151) } };
    expect(await respond(slack.newResponseUrl(), { text: 'Title', blocks: [long] })).toEqual([400, 'invalid_blocks']);
    expect(await respond(slack.newResponseUrl(), { text: '' })).toEqual([400, 'invalid_blocks']);
    expect(slack.problems).toHaveLength(3);
    expect([...slack.posted, ...slack.privateReplies]).toEqual([]);
  });

  it('refuses another token, another channel and another method', async () => {
    const slack = await start();
    expect(await post(slack, [HEADER], MEMBER, 'xoxb-another')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await post(slack, [HEADER], OUTSIDE)).toEqual({ ok: false, error: 'not_in_channel' });
    expect(await post(slack, [HEADER], 'C0NOWHERE')).toEqual({ ok: false, error: 'channel_not_found' });
    expect(await call(slack, 'users.list', {})).toEqual({ ok: false, error: 'unknown_method' });
    expect(slack.posted).toEqual([]);
    expect(slack.problems).toEqual(['users.list is not one of the methods expected']);
  });

  it('takes five responses at one address', async () => {
    const slack = await start();
    const url = slack.newResponseUrl();
    for (let response = 1; response <= 5; response += 1) {
      expect(await respond(url, { text: `Response ${response}` })).toEqual([200, 'ok']);
    }
    expect(await respond(url, { text: 'Response 6' })).toEqual([404, 'used_url']);
    expect(slack.privateReplies).toHaveLength(5);
    expect(slack.calls).toHaveLength(6);
  });

  it('opens one form for a trigger, and refuses a form that Slack would refuse', async () => {
    const slack = await start();
    const view = JSON.stringify(renderAssumptionsForm({ kind: 'rate-move', moveBps: -50 }, '{}'));
    expect(await call(slack, 'views.open', { trigger_id: '1.2', view })).toMatchObject({ ok: true });
    expect(await call(slack, 'views.open', { trigger_id: '1.2', view })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const empty = JSON.stringify({ ...JSON.parse(view), blocks: [] });
    expect(await call(slack, 'views.open', { trigger_id: '3.4', view: empty })).toMatchObject({ ok: false });
    expect(slack.views.forms).toHaveLength(1);
    expect(slack.problems).toHaveLength(1);
  });

  it('posts to a person in their direct message, and names the scopes it has granted', async () => {
    const slack = await start();
    expect(await post(slack, [HEADER], 'U0SOMEBODY')).toMatchObject({ ok: true, channel: DIRECT_MESSAGE });
    slack.grant(['chat:write']);
    const headers = { authorization: `Bearer ${BOT_TOKEN}` };
    const { headers: answered } = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers });
    expect(answered.get('x-oauth-scopes')).toBe('chat:write');
  });

  it('follows its script once, then works as usual', async () => {
    const slack = await start();
    slack.script.once('chat.postMessage', { error: 'fatal_error' });
    expect(await post(slack, [HEADER])).toEqual({ ok: false, error: 'fatal_error' });
    expect(await post(slack, [HEADER])).toMatchObject({ ok: true });
  });
});
