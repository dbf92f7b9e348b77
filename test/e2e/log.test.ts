import { describe, expect } from 'vitest';
import { commandPayload } from '../doubles/payloads.ts';
import { eventsUrl, formOf, nowSeconds, postRaw, SIGNING_SECRET, signatureOf } from '../doubles/sending.ts';
import { APP_TOKEN, BOT_TOKEN } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';
import { it, only } from './workspace.ts';

const TYPED = 'secretword 50bps';

describe('the log', () => {
  it('says how each request ended, with no token, secret, address, name or typed word in it', async ({ open }) => {
    const { slack, type, click, through, log, port } = await open();
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
