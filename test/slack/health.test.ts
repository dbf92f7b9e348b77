import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { listenProblem } from '../../src/slack/connection.ts';
import { slackFailure } from '../../src/slack/errors.ts';
import { createHealth } from '../../src/slack/health.ts';

const MINUTE_MS = 60_000;

const refusal = (error: string) => slackFailure(new webApi.WebAPIPlatformError({ ok: false, error }));

const watched = () => {
  const clock = { ms: 0 };
  const asked = { slack: 0, store: 0 };
  const health = createHealth(() => clock.ms);
  health.heard(undefined);
  health.watch({
    slack: async () => {
      asked.slack += 1;
      health.heard(refusal('token_revoked'));
    },
    store: async () => {
      asked.store += 1;
    },
  });
  return { clock, asked, health };
};

describe('health', () => {
  it('waits for Slack at first', async () => {
    expect(await createHealth(() => 0).troubles()).toEqual(['waiting for Slack to accept the bot token']);
  });

  it('asks Slack itself once nothing was heard for a minute, so that an idle bot notices too', async () => {
    const { clock, asked, health } = watched();
    clock.ms = MINUTE_MS - 1;
    expect(await health.troubles()).toEqual([]);
    clock.ms = MINUTE_MS + 1;
    expect(await health.troubles()).toEqual(['Slack refuses the bot token: token_revoked']);
    await health.troubles();
    expect(asked.slack).toBe(1);
  });

  it('writes the store for a page at most every five seconds', async () => {
    const { clock, asked, health } = watched();
    for (const ms of [0, 1_000, 4_999, 5_000, 9_000, 10_000]) {
      clock.ms = ms;
      await health.troubles();
    }
    expect(asked.store).toBe(3);
  });

  it('keeps nobody waiting for a store that hangs', async () => {
    const health = createHealth(() => 0);
    health.heard(undefined);
    health.watch({ slack: async () => undefined, store: () => new Promise(() => undefined) });
    const start = performance.now();
    expect(await health.troubles()).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

const failureOf = async (port: number, host: string): Promise<unknown> => {
  const server = createServer();
  const failed = once(server, 'error');
  server.listen(port, host);
  return (await failed)[0];
};

describe('a server that cannot listen', () => {
  it('on a port that is taken names the address and the cause', async () => {
    const first = createServer();
    await once(first.listen(0, '127.0.0.1'), 'listening');
    const { port } = first.address() as AddressInfo;
    const problem = listenProblem(await failureOf(port, '127.0.0.1'));
    first.close();
    expect(problem).toBe(
      `Cannot listen on 127.0.0.1:${port}. PORT ${port} is taken. Set PORT to another one, or end what listens there.`,
    );
  });

  it('on an address of another machine', async () => {
    expect(listenProblem(await failureOf(0, '192.0.2.1'))).toContain('HOST 192.0.2.1 is no address of this machine.');
  });

  it('by a name that is not known', async () => {
    const error = Object.assign(new Error('no'), {
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
      hostname: 'desk.invalid',
    });
    expect(listenProblem(error)).toContain('HOST desk.invalid is no name that is known here.');
  });

  it.each([
    ['EACCES', 'PORT 80 needs rights that this process lacks.'],
    ['EPERM', 'The system says EPERM.'],
  ])('for %s', (code, cause) => {
    const error = Object.assign(new Error('no'), { code, syscall: 'listen', address: '0.0.0.0', port: 80 });
    expect(listenProblem(error)).toBe(
      `Cannot listen on 0.0.0.0:80. ${cause}${code === 'EACCES' ? ' Set PORT to one above 1023.' : ''}`,
    );
  });

  it('is all that this is about', () => {
    expect(listenProblem(new Error('a bug'))).toBeUndefined();
    expect(listenProblem(Object.assign(new Error('no'), { code: 'EACCES', syscall: 'open' }))).toBeUndefined();
    expect(listenProblem('text')).toBeUndefined();
  });
});
