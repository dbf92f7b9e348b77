import { describe, expect, it, onTestFinished } from 'vitest';
import { createFilings } from '../../src/market-data/filings.ts';
import type { MarketDependencies } from '../../src/market-data/http-client.ts';
import { flood, type Handler, recorded, silence, startServer, testTools } from '../doubles/market-providers.ts';

const NOW = '2026-11-20T14:30:00Z';
const CONTACT = 'Example Capital desk@example.com';
const FACTS_PATH = '/api/xbrl/companyfacts/CIK0009999999.json';

/** Answers as the SEC does: both lists, and 404 in XML for a company without facts. */
const sec: Handler = (request, response) => {
  const bodies = new Map([
    ['/files/company_tickers.json', 'sec-tickers.json'],
    [FACTS_PATH, 'sec-company-facts.json'],
  ]);
  const name = bodies.get(request.url ?? '');
  if (name === undefined) {
    response.writeHead(404, { 'content-type': 'application/xml' });
    response.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(recorded(name));
};

const against = async (handler: Handler = sec, more: Partial<MarketDependencies> = {}) => {
  const agents: (string | undefined)[] = [];
  const sockets = new Set<unknown>();
  const server = await startServer((request, response) => {
    agents.push(request.headers['user-agent']);
    sockets.add(request.socket);
    handler(request, response);
  });
  onTestFinished(server.stop);
  const tools = testTools(NOW, more);
  const filings = createFilings({ contact: CONTACT, baseUrl: server.url, dataUrl: `${server.url}/` }, tools);
  onTestFinished(filings.stop);
  return { filings, server, tools, agents, sockets };
};

describe('asking the SEC', () => {
  it('gives what the newest annual report of a ticker tells, in any case', async () => {
    const { filings, server } = await against();
    expect(await filings.company(' acme ')).toMatchObject({
      kind: 'found',
      company: {
        name: 'ACME Holdings, Inc.',
        ticker: 'ACME',
        debt: 610,
        netIncome: 14.2,
        cash: 18,
        rate: 6,
        ebitda: 96,
      },
    });
    expect(server.asked).toEqual(['/files/company_tickers.json', FACTS_PATH]);
  });

  it('says who asks, over connections that stay open', async () => {
    const { filings, agents, sockets } = await against();
    for (const ticker of ['ACME', 'NOPE', 'GLBX.B']) await filings.company(ticker);
    expect(agents).toEqual([CONTACT, CONTACT, CONTACT, CONTACT]);
    expect(sockets.size).toBeLessThan(agents.length);
  });

  it('asks nothing where nobody has said who asks', async () => {
    const server = await startServer(sec);
    onTestFinished(server.stop);
    const filings = createFilings({ baseUrl: server.url, dataUrl: server.url }, testTools(NOW));
    expect(await filings.company('ACME')).toEqual({ kind: 'no-contact' });
    filings.stop();
    expect(server.asked).toEqual([]);
  });

  it('asks once a day, for one or for many who ask at once', async () => {
    const { filings, server, tools } = await against();
    await Promise.all([filings.company('ACME'), filings.company('acme'), filings.company('ACME')]);
    tools.setClock('2026-11-21T14:29:59Z');
    await filings.company('ACME');
    expect(server.asked).toHaveLength(2);
    tools.setClock('2026-11-21T14:30:00Z');
    await filings.company('ACME');
    expect(server.asked).toHaveLength(4);
  });

  it('leaves at least a tenth of a second between two requests', async () => {
    const { filings, tools } = await against();
    await filings.company('ACME');
    await Promise.all([filings.company('NOPE'), filings.company('GLBX.B')]);
    // the clock stands still: each waits for those before it
    expect(tools.waits).toEqual([110, 220, 330]);
  });
});

describe('without figures', () => {
  it.each([
    ['XYZQ', { kind: 'unknown-ticker', ticker: 'XYZQ' }],
    ['../admin', { kind: 'unknown-ticker', ticker: '../admin' }],
    ['NOPE', { kind: 'no-facts', ticker: 'NOPE', name: 'NO REPORTS TRUST' }],
    ['GLBX.B', { kind: 'no-facts', ticker: 'GLBX-B', name: 'GLOBEX CORP' }],
  ])('%s is an outcome', async (ticker, outcome) => {
    const { filings } = await against();
    expect(await filings.company(ticker)).toEqual(outcome);
  });

  const page: Handler = (_, response) => void response.writeHead(200).end(recorded('page.html'));
  const other: Handler = (_, response) => void response.writeHead(200).end('{"0":{"ticker":"ACME"}}');
  const forbidden: Handler = (_, response) => void response.writeHead(403).end(recorded('page.html'));

  it.each([
    ['a refusal', forbidden, {}, /^SEC answered 403 \(not allowed\)$/],
    ['a web page', page, {}, /^SEC sent a web page in place of data$/],
    ['another shape', other, {}, /^SEC sent something else than/],
    ['silence', silence, { timeoutMs: 150 }, /^SEC took longer than 0.15 s$/],
    ['an endless reply', flood, { maxBytes: 2_000_000 }, /^SEC sent more than 2 MB$/],
  ])('%s is told in words', async (_, handler, more, words) => {
    const { filings } = await against(handler, more);
    expect(await filings.company('ACME')).toEqual({ kind: 'unavailable', words: expect.stringMatching(words) });
  });

  it('a failure is not kept for a day, and a refusal is not answered with more requests', async () => {
    let isBroken = true;
    const { filings, server } = await against((request, response) => {
      if (isBroken) response.writeHead(400).end();
      else sec(request, response);
    });
    expect((await filings.company('ACME')).kind).toBe('unavailable');
    isBroken = false;
    expect((await filings.company('ACME')).kind).toBe('found');
    expect(server.asked).toHaveLength(3);

    const refusing = await against((_, response) => void response.writeHead(429).end());
    await refusing.filings.company('ACME');
    expect(await refusing.filings.company('ACME')).toEqual({
      kind: 'unavailable',
      words: 'SEC refused and is left alone until 14:45 UTC',
    });
    expect(refusing.server.asked).toHaveLength(1);
  });

  it('facts of another shape are told in words', async () => {
    const { filings } = await against((request, response) =>
      request.url === FACTS_PATH ? void response.end('{"cik":9999999,"facts":[]}') : sec(request, response),
    );
    expect(await filings.company('ACME')).toEqual({
      kind: 'unavailable',
      words: 'SEC sent something else than the data it is known to send',
    });
  });
});
