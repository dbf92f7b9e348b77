import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Message } from '../src/message/block-kit.ts';
import { messageProblems } from '../src/message/message-problems.ts';
import { noteOf } from '../src/team-notes/index.ts';
import { isoDate } from '../src/units.ts';
import { recorded, startServer } from './doubles/market-providers.ts';
import { temporaryFolder } from './doubles/temporary.ts';
import { DRAFT } from './team-notes/made-draft.ts';

// each asks a process of its own; many at once on a busy machine take their time
vi.setConfig({ testTimeout: 30_000 });

const ROOT = resolve(import.meta.dirname, '..');

const ask = (options: readonly string[], input = '', environment: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/console.ts', ...options], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: environment,
  });
  return { status, stdout, stderr };
};

const NOW = ['--now', '2026-11-20T14:30:00Z'];
const json = (lines: readonly string[], options: readonly string[] = NOW) => {
  const { stdout, status } = ask(['--json', ...options], `${lines.join('\n')}\n`);
  return {
    status,
    replies: stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
};

describe('asking from the terminal', () => {
  it('prints the reply and ends well, with no environment, network or file', () => {
    const { status, stdout, stderr } = ask([...NOW, '/ratecut 50bps']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('50 bp cut: SmallCap net income +4.39%, LargeCap +0.23%');
    expect(stdout).toContain('Bullish  13 voices, 2 shown');
  });

  it('prints the same in every time zone', () => {
    const [one, two, three] = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map(
      (TZ) => ask([...NOW, 'hike 25'], '', { TZ }).stdout,
    );
    expect(two).toBe(one);
    expect(three).toBe(one);
  });

  it('answers words it does not understand with help, and ends well', () => {
    const { status, stdout } = ask([...NOW, '/ratecut abc']);
    expect(status).toBe(0);
    expect(stdout).toContain('I could not read “abc” as a rate move.');
  });

  it('shows how it is used where nothing is asked', () => {
    expect(ask([])).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: npm run -s ask') });
  });

  it.each([
    [['--now', 'yesterday', '50bps'], /not an instant/],
    [['--now', '2026-11-20', '50bps'], /not an instant/],
    [['--loud', '50bps'], /^There is no option --loud\.$/m],
    [['--now'], /^--now wants a value behind it\.$/m],
    [['--json=yes'], /^--json takes no value\.$/m],
  ])('refuses %j in words', (options, words) => {
    const { status, stderr } = ask(options);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('words that every object has', () => {
  it('are words like any other, in commands and in free words', () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    const lines = names.flatMap((name) => [
      ...['ratecut', 'views', 'check', 'rotation', 'fed', 'brief'].map((command) => `/${command} ${name}`),
      `/ratecut 50bps ${name}`,
      `/ratecut ${name}=5`,
      `/ratecut floating=${name}`,
      `/brief weekdays 07:30 #${name}`,
      name,
      JSON.stringify({ text: `what does ${name} say`, thread: name, [name]: name }),
    ]);
    const { status, replies } = json(lines);
    expect(status).toBe(0);
    expect(replies).toHaveLength(lines.length);
    expect(replies.filter(({ answer }) => answer === undefined)).toEqual([]);
  });
});

describe('notes of one’s own in the terminal', () => {
  const folder = temporaryFolder(afterAll);
  const path = join(folder, 'notes.json');

  it('are asked like those of the house, beside them', () => {
    writeFileSync(path, JSON.stringify([noteOf(DRAFT, 'T1', { on: isoDate('2026-11-18'), by: 'U1' })]));
    const { status, stdout } = ask([...NOW, '--notes', path, '/views bearish']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Norrgate Research · through 2027\n“We expect .+” \(T1, 18 Sep, para 2\), new$/m);
    expect(ask([...NOW, '/views bearish']).stdout).not.toContain('(T1');
  });

  it.each([
    ['not JSON', /^--notes: notes\.json: it is not JSON/m],
    ['[{"note": {}}]', /^--notes: notes\.json: note 1: /m],
  ])('that cannot be read end in words: %s', (content, words) => {
    writeFileSync(path, content);
    const { status, stderr } = ask([...NOW, '--notes', path, '/views']);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('market data in the terminal', () => {
  const synthetic = { MARKET_DATA: 'synthetic' };

  it('are off by default, and the reply says so', () => {
    expect(ask([...NOW, '/rotation']).stdout).toContain('No live prices are connected');
  });

  it('are labelled wherever they are made up', () => {
    const { stdout } = ask([...NOW, '/rotation'], '', synthetic);
    expect(stdout).toMatch(/^Synthetic data\. /);
    expect(ask([...NOW, '/ratecut market'], '', synthetic).stdout).toMatch(/^Synthetic data\. /);
  });

  it('can be had as a table', () => {
    const { stdout, status } = ask([...NOW, '/rotation csv since 2026-10-01'], '', synthetic);
    expect(status).toBe(0);
    const [head, first] = stdout.split('\n');
    expect(head).toBe('date,rut_close,spx_close,ratio,source');
    expect(first).toMatch(/^2026-10-01,[\d.]+,[\d.]+,0\.\d+,"synthetic, seed 1: made-up numbers"$/);
  });

  it('that cannot be had are named, and the notes answer', () => {
    const nowhere = 'http://127.0.0.1:9';
    const dead = {
      MARKET_DATA: 'live',
      CACHE_PATH: resolve(ROOT, 'data/no-such-cache'),
      YAHOO_BASE_URL: nowhere,
      CBOE_BASE_URL: nowhere,
      NYFED_BASE_URL: nowhere,
    };
    const { stdout, status } = ask([...NOW, '/rotation'], '', dead);
    expect(status).toBe(0);
    expect(stdout).toContain("No live prices. Note 002's last reading: 0.4, Jul 2024");
    expect(stdout).toContain('No provider of live prices answered: ');
  });

  it('stop at a file that may be read in two ways, with how to answer', () => {
    const folder = temporaryFolder(onTestFinished);
    const path = join(folder, 'mine.csv');
    writeFileSync(path, 'date,rut_close,spx_close\n03/04/2024,2000,5200\n04/04/2024,2010,5210\n');
    const data = { MARKET_DATA: `csv:${path}` };
    expect(ask([...NOW, '/rotation'], '', data)).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'MARKET_DATA cannot be read as it is. line 2, column 1 (date): 03/04/2024 may be 3 April 2024 or 4 March 2024, and no other row tells. Set CSV_DATES=dmy for the day first, CSV_DATES=mdy for the month first, or write 2024-04-03.\n',
    });
    const answered = ask([...NOW, '/rotation since 2024-04-03'], '', { ...data, CSV_DATES: 'dmy' });
    expect(answered.status).toBe(0);
    expect(answered.stdout).toContain('3 Apr 2024');
  });

  it('stop at a file that is not there', () => {
    expect(ask([...NOW, '/rotation'], '', { MARKET_DATA: 'csv:/nowhere/mine.csv' })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'MARKET_DATA cannot be read as it is. mine.csv cannot be read: there is no such file.\n',
    });
  });

  it('stop at a wrong setting, naming it', () => {
    expect(ask([...NOW, '50bps'], '', { MARKET_DATA: 'yes' })).toMatchObject({
      status: 2,
      stderr: 'MARKET_DATA must be off, live, synthetic or csv:PATH\n',
    });
  });
});

describe('briefs in the terminal', () => {
  it('are read back where they would be scheduled in Slack', () => {
    const { status, stdout } = ask([...NOW, '/brief weekdays 07:30 #macro']);
    expect(status).toBe(0);
    expect(stdout).toBe(
      'A terminal has no channel to post in. In Slack this posts a brief in #macro: weekdays 07:30 by your own clock.\n',
    );
  });

  it('are their own question in JSON', () => {
    const { replies } = json([
      '/brief mon,thu 8am Europe/Stockholm #macro',
      '{"text":"brief me every weekday at 7:30 in <#C0123ABC|macro>"}',
      '/brief now',
      'preview the brief',
      '/brief weekdays 25:61',
    ]);
    const clock = { kind: 'clock', days: ['mon', 'thu'], time: '08:00', zone: 'Europe/Stockholm' };
    expect(replies.map(({ question }) => question)).toEqual([
      { kind: 'brief', do: 'schedule', timing: clock, channel: 'macro' },
      expect.objectContaining({ kind: 'brief', do: 'schedule', channel: 'C0123ABC' }),
      { kind: 'brief', do: 'now' },
      { kind: 'brief', do: 'preview' },
      null,
    ]);
    expect(replies.map(({ answer }) => answer.kind)).toEqual(['done', 'done', 'brief', 'brief', 'unclear']);
    expect(replies[4].answer.reason).toBe('brief-time');
    for (const { text, blocks } of replies) expect(messageProblems({ text, blocks } as Message)).toEqual([]);
  });
});

describe('asking with --json', () => {
  it('writes one object a line, in order, with what Slack would receive and the figures in full', () => {
    const { status, replies } = json([
      '/ratecut 50bps',
      '{"text":"/ratecut hike 25","thread":"t1","user":"U1"}',
      'hold',
      'abc',
    ]);
    expect(status).toBe(0);
    expect(replies.map(({ question }) => question?.moveBps)).toEqual([-50, 25, 0, undefined]);
    expect(replies[3]).toMatchObject({ question: null, answer: { kind: 'unclear' } });
    for (const { text, blocks } of replies) expect(messageProblems({ text, blocks } as Message)).toEqual([]);
    const [{ answer, question }] = replies;
    expect(question).toEqual({ kind: 'rate-move', moveBps: -50 });
    expect(answer.figures.find(({ id }: { id: string }) => id === 'smallcap.lift')).toEqual({
      id: 'smallcap.lift',
      value: expect.closeTo(4.389958, 6),
      unit: '%',
      label: 'SmallCap, change in net income',
      source: '000-2024-09-18',
    });
    expect(answer.views).toHaveLength(4);
    expect(answer.sources).toContain('000-2024-09-18');
  });

  it('takes the moment from the request, and from --now above it', () => {
    const request = '{"text":"50bps","now":"2024-07-12T00:00:00Z"}';
    expect(json([request], []).replies[0].text).toContain('at 0.36 on 10 Jul 2024');
    expect(json([request]).replies[0].text).toContain('at 0.4 about 25 Jul 2024');
  });

  it('names a request it cannot read, goes on with the next, and ends with 2', () => {
    const lines = [
      '{"text":',
      '{"words":"50bps"}',
      '{"text":"50bps","now":1}',
      '{"text":"50bps","now":"soon"}',
      '50bps',
    ];
    const { status, replies } = json(lines, []);
    expect(status).toBe(2);
    expect(replies.slice(0, 4).map(({ error }) => error)).toEqual([
      'line 1: this is not JSON, though it begins like it; a whole object would be {"text": "/ratecut 50bps"}',
      'line 2: “text” has to be text, such as "/ratecut 50bps"',
      'line 3: “now” has to be text, such as "2026-11-20T14:30:00Z"',
      'line 4: not an instant with a time zone: soon',
    ]);
    expect(replies[4].question.moveBps).toBe(-50);
  });

  it('ends with a sentence where nobody reads on', async () => {
    const child = spawn(process.execPath, ['src/console.ts', '--json', ...NOW], { cwd: ROOT, env: {} });
    const said = text(child.stderr);
    child.stdin.on('error', () => undefined).end('/ratecut 50bps\n'.repeat(500));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await said).toBe('The rest is left out: nobody reads the output any more.\n');
  });
});

describe('a company from filings', () => {
  const filingsAt = async (options: readonly string[]) => {
    const server = await startServer((request, response) => {
      const isList = request.url === '/files/company_tickers.json';
      response.end(recorded(isList ? 'sec-tickers.json' : 'sec-company-facts.json'));
    });
    onTestFinished(server.stop);
    const child = spawn(process.execPath, ['src/console.ts', ...NOW, ...options], {
      cwd: ROOT,
      env: { SEC_CONTACT: 'Example Capital desk@example.com', SEC_BASE_URL: server.url, SEC_DATA_URL: server.url },
    });
    child.stdin.end('/company add ACME\n');
    const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    return { stdout, code };
  };

  it('shows its figures with their filings, and asks for what they do not tag', async () => {
    const { stdout, code } = await filingsAt(['/company add acme']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ACME Holdings, Inc\. \(ACME\): filings for the year to 31 Jan 2026$/m);
    expect(stdout).toMatch(/^Debt +\$610\.00m +10-K of 20 Mar 2026$/m);
    expect(stdout).toContain('Asked  The floating share and the hedged share: no filing tags them');
  });

  it('gives its figures in full as JSON', async () => {
    const { answer, blocks } = JSON.parse((await filingsAt(['--json'])).stdout);
    expect(answer).toMatchObject({ kind: 'filing', sources: ['SEC company facts'] });
    expect(answer.figures).toContainEqual({
      id: 'acme.netIncome',
      value: 14.2,
      unit: 'US$ m',
      label: 'net income',
      source: 'NetIncomeLoss in 0009999999-26-000031',
    });
    expect(blocks.length).toBeGreaterThan(3);
    expect(json(['/company add ACME']).replies[0].answer).toMatchObject({
      kind: 'filing',
      reason: 'no-contact',
      figures: [],
    });
  });

  it('says what is needed where nobody has said who asks, and refuses who does not say it', () => {
    expect(ask([...NOW, '/company add ACME'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('SEC_CONTACT, a name with an e-mail address'),
    });
    const { status, stderr } = ask([...NOW, '/company add ACME'], '', { SEC_CONTACT: 'us' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'SEC_CONTACT must name you with an e-mail address, such as Example Capital desk@example.com\n',
    });
  });
});
