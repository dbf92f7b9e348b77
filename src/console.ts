import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readTyped } from '../commands/typed.ts';
import { type BriefEffect, buildBrief, renderBrief, renderBriefForTerminal } from './brief/index.ts';
import { now } from './clock.ts';
import type { CompanyList, CompanyListEffect } from './companies/index.ts';
import { renderCompanyForTerminal } from './company-list/index.ts';
import { ConfigError, readConfig, refuseFile } from './config.ts';
import { type Answered, answerIdOf, type Facts } from './facts/index.ts';
import { type FilingReply, replyWithFiling, tickerToAdd } from './filing-reply.ts';
import {
  createFilings,
  type Filings,
  factsAt,
  fileProblem,
  marketDependencies,
  openMarketData,
} from './market-data/index.ts';
import { asPlainText, type Message } from './message/index.ts';
import { renderNoteForTerminal } from './note-review/index.ts';
import { loadCompanies, loadNotes } from './own-files.ts';
import { contextAfter, knownIn } from './reading/index.ts';
import { answerTurn, renderTurn, type TurnAnswer } from './surface/index.ts';
import type { NoteEffect } from './team-notes/index.ts';
import { optionProblem, runProgram } from './terminal.ts';
import type { Context } from './topics/context.ts';
import type { Question } from './topics/questions.ts';
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

/** The context of each thread in this run. */
const contexts = new Map<string, Context>();

/** One request, answered and rendered. */
interface Reply {
  readonly question: Question | BriefEffect | CompanyListEffect | NoteEffect | null;
  readonly answered: TurnAnswer | BriefAnswer;
  readonly message: Message;
}

/** A brief that is shown, or what a `/brief` command would do in Slack. */
type BriefAnswer = Answered & { readonly kind: 'brief' | 'done' };

const NAMED_CHANNEL = /(?<!\S)#(\p{L}[\p{L}\p{N}_-]*)/gu;

/** Writes `#name` as Slack writes a channel: a terminal knows no channels, so any name will do. */
const withChannels = (text: string): string =>
  /\bbrief\b/i.test(text) ? text.replace(NAMED_CHANNEL, '<#$1|$1>') : text;

const withoutFigures = (effect: BriefEffect | CompanyListEffect | NoteEffect, facts: Facts): Answered => ({
  id: answerIdOf(effect, facts),
  figures: [],
  views: [],
  sources: [],
  asOf: utcDateOf(facts.now),
});

const replyToBrief = (effect: BriefEffect, facts: Facts): Reply => {
  if (effect.do === 'now' || effect.do === 'preview') {
    const answered = buildBrief(facts);
    return { question: effect, answered, message: renderBrief(answered) };
  }
  const answered = { ...withoutFigures(effect, facts), kind: 'done' as const };
  return { question: effect, answered, message: renderBriefForTerminal(effect, facts) };
};

const replyToCompanyList = (effect: CompanyListEffect, facts: Facts): Reply => {
  const answered = { ...withoutFigures(effect, facts), kind: 'done' as const };
  return { question: effect, answered, message: renderCompanyForTerminal(effect) };
};

const replyToNote = (effect: NoteEffect, facts: Facts): Reply => {
  const answered = { ...withoutFigures(effect, facts), kind: 'done' as const };
  return { question: effect, answered, message: renderNoteForTerminal(effect) };
};

const reply = (text: string, facts: Facts, thread?: string): Reply => {
  const before = thread === undefined ? undefined : contexts.get(thread);
  const turn = readTyped(withChannels(text), before, facts.notes, knownIn(facts));
  const after = contextAfter(turn, before);
  if (thread !== undefined && after !== undefined) contexts.set(thread, after);
  if (turn.kind === 'brief') return replyToBrief(turn, facts);
  if (turn.kind === 'company') return replyToCompanyList(turn, facts);
  if (turn.kind === 'note') return replyToNote(turn, facts);
  const answered = answerTurn(turn, facts);
  return { question: answered.question, answered, message: renderTurn(answered) };
};

/** The same, with what is asked of a company's filings. */
const replyTo = async (text: string, facts: Facts, filings: Filings, thread?: string): Promise<Reply | FilingReply> => {
  const replied = reply(text, facts, thread);
  const ticker = tickerToAdd(replied.question);
  return ticker === undefined ? replied : replyWithFiling(ticker, await filings.company(ticker), facts);
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
  const csv = csvOf(answered);
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

/** Why an answer is none, where it is. */
const reasonOf = (answered: (Reply | FilingReply)['answered']): string | undefined => {
  if (answered.kind === 'unclear') return answered.unclear.reason;
  return answered.kind === 'filing' ? answered.reason : undefined;
};

/** The CSV table of an answer that has one. */
const csvOf = (answered: (Reply | FilingReply)['answered']): string | undefined =>
  answered.kind === 'rotation' || answered.kind === 'companies' ? answered.csv : undefined;

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
    process.stdout.write(csvOf(answered) ?? `${asPlainText(message)}\n`);
  });
};

await runProgram(main, (error) => {
  if (error instanceof ConfigError) return error.message;
  const typed = error instanceof UnitError ? error.message : optionProblem(error);
  return typed && `${typed}\n\n${USAGE}`;
});
