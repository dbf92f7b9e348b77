import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../doubles/fake-slack.ts';
import type { Allowing } from '../doubles/oauth.ts';
import { eventually } from '../e2e/eventually.ts';
import { channelOf, install, ONE, peopleOf, TWO } from '../e2e/installed.ts';
import { CUT_50 } from '../e2e/workspace.ts';
import { callBody, postSigned } from '../mcp/calling.ts';
import { type Instance, manyWorkspaces, newDatabase, startInstance } from './instances.ts';

/** Every row of every table, jobs included, as text. */
const allRows = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
    const rows: string[] = [];
    for (const { name } of tables) {
      const found = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      rows.push(...found.rows.map(({ row }) => `${name} ${row}`));
    }
    return rows.join('\n');
  } finally {
    await client.end();
  }
};

const rowsWith = async (url: string, ids: RegExp): Promise<readonly string[]> =>
  (await allRows(url)).split('\n').filter((row) => ids.test(row));

const postedTo = ({ posted }: FakeSlack, who: Allowing) => posted.filter(({ channel }) => channel === channelOf(who));

const PATIENCE_MS = 40_000;

describe('two workspaces on two instances', () => {
  it('install, ask, set up briefs, outlive a killed instance, and one leaves without a trace', {
    timeout: 240_000,
  }, async ({ onTestFinished }) => {
    const slack = await startFakeSlack();
    const url = await newDatabase(inject('databaseUrl'), 'many_workspaces');
    const settings = manyWorkspaces(randomBytes(32).toString('base64'));
    const start = (): Promise<Instance> => startInstance(slack, url, 0, settings);
    let [here, there] = await Promise.all([start(), start()]);
    onTestFinished(async () => {
      await Promise.all([here.end(), there.end()]);
      await slack.close();
      expect(slack.problems).toEqual([]);
    });
    const at = (who: Allowing, instance: Instance) => peopleOf(who, instance.sender, slack);
    const answered = (who: Allowing, text: string, times: number) =>
      eventually(
        () => expect(postedTo(slack, who).filter((one) => one.text.startsWith(text))).toHaveLength(times),
        PATIENCE_MS,
      );

    // what was begun at one instance ends at the other
    expect((await install(slack, ONE, here.port, there.port)).status).toBe(200);
    expect((await install(slack, TWO, there.port, here.port)).status).toBe(200);
    await eventually(() => expect(slack.posted).toHaveLength(2));
    expect(slack.callsTo('chat.postMessage').map(({ team, arguments: { channel } }) => [team, channel])).toEqual(
      expect.arrayContaining([
        ['T0ONE', 'U0ONE'],
        ['T0TWO', 'U0TWO'],
      ]),
    );
    const call = callBody('rate_move', { direction: 'cut', sizeBps: 50 }, { user_id: ONE.user, team_id: ONE.team });
    expect((await postSigned(new URL(`http://127.0.0.1:${there.port}/mcp`), call)).status).toBe(200);
    const stored = await allRows(url);
    for (const token of slack.oauth.tokens()) expect(stored).not.toContain(token);

    await Promise.all([at(ONE, here).types('/ratecut', '50bps'), at(TWO, there).types('/ratecut', '50bps')]);
    await at(TWO, here).says('<@U0BOT> 50bps', '1763649000.000200');
    await Promise.all([answered(ONE, CUT_50, 1), answered(TWO, CUT_50, 2)]);
    for (const who of [ONE, TWO]) await at(who, here).types('/brief', 'weekdays 07:30 utc');
    await eventually(async () => expect(await rowsWith(url, /\.schedules .*T0(ONE|TWO)/)).toHaveLength(2), PATIENCE_MS);
    await at(ONE, there).opensHome();
    await eventually(() => expect(slack.views.homes.map(({ user }) => user)).toContain('U0ONE'));
    const home = JSON.stringify(slack.views.homes.find(({ user }) => user === 'U0ONE')?.view);
    expect(home).toContain('C0ONE');
    expect(home).not.toContain('C0TWO');

    await here.end('SIGKILL');
    await Promise.all([at(ONE, there).types('/ratecut', '25bps'), at(TWO, there).types('/ratecut', '25bps')]);
    await Promise.all([answered(ONE, '25 bp cut', 1), answered(TWO, '25 bp cut', 1)]);
    here = await start();
    await Promise.all([at(ONE, here).types('/ratecut', '75bps'), at(TWO, here).types('/ratecut', '75bps')]);
    await Promise.all([answered(ONE, '75 bp cut', 1), answered(TWO, '75 bp cut', 1)]);

    // one leaves while it is being answered
    expect(await rowsWith(url, /T0TWO|C0TWO|U0TWO/)).not.toEqual([]);
    slack.script.once('chat.postMessage', { delayMs: 1_500 });
    await at(TWO, there).types('/ratecut', '100bps');
    slack.oauth.uninstall('T0TWO');
    await Promise.all([
      at(TWO, here).sends({ type: 'app_uninstalled' }),
      at(TWO, there).sends({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }),
    ]);
    await at(TWO, here).types('/ratecut', '50bps');
    await eventually(async () => expect(await rowsWith(url, /T0TWO|C0TWO|U0TWO/)).toEqual([]), PATIENCE_MS);
    const posted = postedTo(slack, TWO).length;

    await Promise.all([at(ONE, here), at(ONE, there)].map((people) => people.types('/ratecut', '50bps')));
    await answered(ONE, CUT_50, 3);
    expect((await rowsWith(url, /C0ONE/)).join('\n')).toContain('schedules');
    expect(postedTo(slack, TWO)).toHaveLength(posted);
    expect(postedTo(slack, ONE).every(({ team }) => team === 'T0ONE')).toBe(true);
    for (const { logged } of [here, there]) {
      expect(logged()).not.toContain('"level":50');
      for (const token of slack.oauth.tokens()) expect(logged()).not.toContain(token);
    }
    expect(await rowsWith(url, /T0TWO|C0TWO|U0TWO/)).toEqual([]);
  });
});
