import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { now } from './clock.ts';
import type { CompanyList } from './companies/index.ts';
import { ConfigError, readConfig, refuseFile } from './config.ts';
import type { Facts } from './facts/index.ts';
import {
  createFilings,
  type Filings,
  factsAt,
  fileProblem,
  marketDependencies,
  openMarketData,
} from './market-data/index.ts';
import { asPlainText } from './message/index.ts';
import { loadCompanies, loadNotes } from './own-files.ts';
import { optionProblem, runProgram } from './terminal.ts';
import { csvIn, reasonOf, replyTo } from './terminal-reply.ts';
import { type IsoInstant, isoInstant, UnitError, utcDateOf } from './units.ts';

/** Answers in the terminal: `npm run -s ask -- "/ratecut 50bps"`, or `--json` with one request a line on standard input. */

const USAGE = `Usage: npm run -s ask -- "/ratecut 50bps"
       npm run -s ask -- --json < requests

  --json         read requests from standard input, one a line, text or JSON {"text", "thread"?, "now"?}; requests with
                 one thread share its context; write one JSON object a line
  --now INSTANT  answer as of this instant, such as 2026-11-20T14:30:00Z
  --companies FILE.csv
                 companies of your own: name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight
                 (US$ m and %); then "/ratecut 50bps ours", or their names
  --notes FILE.json
                 notes of your own beside the five, as "/note export" writes them in Slack

/company add TICKER shows what the newest annual report gives, once SEC_CONTACT says who asks (.env.example).

Market data are off unless MARKET_DATA says live, synthetic or csv:PATH; /rotation csv prints a table.`;

const textOf = (field: string, example: string) => z.string({ error: `“${field}” has to be text, such as ${example}` });

const RequestSchema = z.looseObject({
  text: textOf('text', '"/ratecut 50bps"'),
  now: textOf('now', '"2026-11-20T14:30:00Z"').optional(),
  thread: textOf('thread', '"t1"').optional(),
});

/** A line that cannot be read as a request; the message says why. */
class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** @throws {RequestError} */
const readRequest = (line: string): z.output<typeof RequestSchema> => {
  if (!line.trimStart().startsWith('{')) return { text: line };
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new RequestError(
      'this is not JSON, though it begins like it; a whole object would be {"text": "/ratecut 50bps"}',
    );
  }
  const read = RequestSchema.safeParse(given);
  if (read.success) return read.data;
  throw new RequestError(read.error.issues.map(({ message }) => message).join('; '));
};

/** The facts as of an instant; as of now where it is undefined. */
type FactsAt = (at: IsoInstant | undefined) => Promise<Facts>;

const jsonReply = async (
  line: string,
  at: IsoInstant | undefined,
  loadFacts: FactsAt,
  filings: Filings,
): Promise<string> => {
  const request = readRequest(line);
  const moment = at ?? (request.now === undefined ? undefined : isoInstant(request.now));
  const { question, answered, message } = await replyTo(request.text, await loadFacts(moment), filings, request.thread);
  const { id, kind, figures, views, sources, asOf } = answered;
  const reason = reasonOf(answered);
  const csv = csvIn(answered);
  return JSON.stringify({
    ...message,
    question,
    answer: {
      id,
      kind,
      ...(reason !== undefined && { reason }),
      asOf,
      figures,
      views,
      sources,
      ...(csv !== undefined && { csv }),
    },
  });
};

/** Answers standard input line by line; a line that cannot be read gives an `error` and exit code 2. */
const answerLines = async (at: IsoInstant | undefined, loadFacts: FactsAt, filings: Filings): Promise<void> => {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    try {
      process.stdout.write(`${await jsonReply(line, at, loadFacts, filings)}\n`);
    } catch (error) {
      if (!(error instanceof RequestError || error instanceof UnitError)) throw error;
      process.stdout.write(`${JSON.stringify({ error: `line ${number}: ${error.message}` })}\n`);
      process.exitCode = 2;
    }
  }
};

/** How long the first answer waits for market data, in milliseconds; it then says which are missing. */
const FIRST_LOAD_MS = 10_000;

/** Opens market data for `ask`, and stops what is still loading afterwards. */
const withMarket = async (at: IsoInstant | undefined, ask: (loadFacts: FactsAt) => Promise<void>): Promise<void> => {
  const { market: settings } = readConfig(process.env);
  const market = await openMarketData(
    settings,
    marketDependencies(() => at ?? now()),
  );
  refuseFile(fileProblem(market));
  const loaded = market.snapshotWithin(FIRST_LOAD_MS);
  try {
    await ask(async (asked) => {
      // synthetic prices depend on the instant they are generated for
      const isOther = asked !== undefined && asked !== at && settings.kind === 'synthetic';
      const own = isOther
        ? await openMarketData(
            settings,
            marketDependencies(() => asked),
          )
        : market;
      await loaded;
      return factsAt(asked ?? now(), own.snapshot());
    });
  } finally {
    market.stop();
  }
};

/** The file's companies; lines that were left out are named where they do not get into the answers. */
const companiesIn = (path: string): CompanyList => {
  const { list, problems } = loadCompanies(path);
  for (const words of problems) process.stderr.write(`${words}\n`);
  return list;
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean' },
      now: { type: 'string' },
      companies: { type: 'string' },
      notes: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const at = values.now === undefined ? undefined : isoInstant(values.now);
  if (values.help || (!values.json && positionals.length === 0)) return void process.stdout.write(`${USAGE}\n`);
  const companies = values.companies === undefined ? undefined : companiesIn(values.companies);
  const notes = values.notes === undefined ? undefined : loadNotes(values.notes, utcDateOf(at ?? now()));
  const filings = createFilings(
    readConfig(process.env).filings,
    marketDependencies(() => at ?? now()),
  );
  await withMarket(at, async (loadMarket) => {
    const loadFacts: FactsAt = async (moment) => ({
      ...(await loadMarket(moment)),
      ...(companies && { companies }),
      ...(notes && { notes }),
    });
    if (values.json) return answerLines(at, loadFacts, filings);
    const { answered, message } = await replyTo(positionals.join(' '), await loadFacts(at), filings);
    process.stdout.write(csvIn(answered) ?? `${asPlainText(message)}\n`);
  });
};

await runProgram(main, (error) => {
  if (error instanceof ConfigError) return error.message;
  const typed = error instanceof UnitError ? error.message : optionProblem(error);
  return typed && `${typed}\n\n${USAGE}`;
});
