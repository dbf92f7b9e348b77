import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { readConfig } from '../../src/config.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import { startBot } from '../../src/slack/index.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { httpSender, SIGNING_SECRET } from '../doubles/sending.ts';
import { BOT_TOKEN, MEMBER } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';
import { memoryLog, NOW } from './workspace.ts';

const strangers: string[] = [];
const noteStranger = ({ url }: Request): void => {
  if (new URL(url).hostname !== '127.0.0.1') strangers.push(url);
};

/** The bot with its settings as shipped: Slack is where Slack is, and nothing but this test answers there. */
const startWithDefaults = async () => {
  const { connection } = readConfig({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: '0' });
  if (connection === undefined) throw new Error('these settings name a way to reach Slack');
  const { log, text } = memoryLog();
  const bot = await startBot({
    connection,
    commands: COMMANDS,
    store: createMemoryStore(),
    now: () => NOW,
    facts: () => ({ facts: shippedFacts(NOW) }),
    log,
  });
  onTestFinished(bot.stop);
  return { sendCommand: httpSender(bot.port ?? 0).sendCommand, answered: () => text().includes('"answered"') };
};

describe('answering /ratecut', () => {
  beforeEach(() => {
    nock.disableNetConnect();
    nock.enableNetConnect('127.0.0.1');
    nock.emitter.on('no match', noteStranger);
    strangers.length = 0;
  });

  afterEach(() => {
    nock.emitter.off('no match', noteStranger);
    nock.cleanAll();
    nock.enableNetConnect();
  });

  it('in a channel calls the Web API of Slack three times, and nothing else', async () => {
    const called: string[] = [];
    const slack = nock('https://slack.com', { reqheaders: { authorization: `Bearer ${BOT_TOKEN}` } });
    const answer = (method: string, body: object) =>
      slack.post(`/api/${method}`).reply(() => {
        called.push(method);
        return [200, { ok: true, ...body }];
      });
    answer('auth.test', { team_id: 'T0TEAM', user_id: 'U0BOT', bot_id: 'B0BOT' });
    answer('conversations.info', { channel: { id: MEMBER, is_member: true } });
    answer('chat.postMessage', { ts: '1795185000.000001' });
    const { sendCommand, answered } = await startWithDefaults();
    await sendCommand({ text: '50bps', responseUrl: 'https://hooks.slack.com/commands/T0TEAM/1/x' });
    await eventually(() => expect(answered()).toBe(true));
    expect(called).toEqual(['auth.test', 'conversations.info', 'chat.postMessage']);
    expect(strangers).toEqual([]);
    expect(slack.isDone()).toBe(true);
  });

  it('privately asks who reads the channel, calls the address that came with the command, and nothing else', async () => {
    const slack = nock('https://slack.com');
    slack.post('/api/auth.test').reply(200, { ok: true, team_id: 'T0TEAM', user_id: 'U0BOT', bot_id: 'B0BOT' });
    slack.post('/api/conversations.info').reply(200, { ok: true, channel: { id: MEMBER, is_member: true } });
    const hooks = nock('https://hooks.slack.com');
    const isPrivateAnswer = ({ response_type: type, text }: { response_type: string; text: string }) =>
      type === 'ephemeral' && text.includes('+4.39%');
    hooks.post('/commands/T0TEAM/1/x', isPrivateAnswer).reply(200, 'ok');
    const { sendCommand, answered } = await startWithDefaults();
    await sendCommand({ text: '50bps private', responseUrl: 'https://hooks.slack.com/commands/T0TEAM/1/x' });
    await eventually(() => expect(answered()).toBe(true));
    expect(strangers).toEqual([]);
    expect([slack.isDone(), hooks.isDone()]).toEqual([true, true]);
  });
});
