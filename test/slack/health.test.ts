import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
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
