import { describe, expect } from 'vitest';
import { loadingFacts } from '../doubles/live-facts.ts';
import { callBody, postSigned } from '../mcp/calling.ts';
import { httpSettings, it as itRuns } from './program.ts';
import { it, NOW } from './workspace.ts';

const CUT = { direction: 'cut', sizeBps: 50 };
const LOADING = loadingFacts(NOW);
const OWN = { user_id: 'U0ASKER', team_id: 'T0TEAM', enterprise_id: null };

const mcp = (port: number | undefined): URL => new URL(`http://127.0.0.1:${port}/mcp`);

describe('the tools on the bot’s own port', () => {
  it('answer Slackbot with the id that the command gives', async ({ workspace: { port, type, slack, through } }) => {
    await type('50bps');
    await through(1);
    const { status, message } = await postSigned(mcp(port), callBody('rate_move', CUT, OWN));
    const { structuredContent } = (message?.result ?? {}) as { structuredContent?: { id: string } };
    expect(status).toBe(200);
    expect(slack.posted[0]?.text).toContain(`Answer ${structuredContent?.id}.`);
  });

  it('answer nobody of another workspace, and nothing that Slack did not sign', async ({
    workspace: { port, log },
  }) => {
    const stranger = { ...OWN, team_id: 'T0OTHER' };
    expect((await postSigned(mcp(port), callBody('rate_move', CUT, stranger))).status).toBe(403);
    expect((await fetch(mcp(port), { method: 'POST', body: callBody('rate_move', CUT) })).status).toBe(401);
    expect((await fetch(mcp(port))).status).toBe(405);
    expect(log.text()).not.toContain('sizeBps');
  });

  it('do not wait for a first load of data', async ({ open }) => {
    const { port } = await open('http', { facts: () => ({ facts: LOADING, arriving: new Promise(() => undefined) }) });
    const { message } = await postSigned(mcp(port), callBody('index_ratio', {}, OWN));
    expect(JSON.stringify(message?.result)).toMatch(/being loaded|loading/i);
  });
});

describe('the tools of the program', () => {
  itRuns('are served by npm start over HTTP, to Slack alone', async ({ slack, run }) => {
    const port = await run(httpSettings(slack)).ready();
    const call = callBody('rate_move', CUT, OWN);
    const { status, message } = await postSigned(mcp(port), call);
    expect(status).toBe(200);
    expect(JSON.stringify(message?.result)).toContain('SmallCap net income +4.39%');
    expect((await fetch(mcp(port), { method: 'POST', body: call })).status).toBe(401);
  });
});
