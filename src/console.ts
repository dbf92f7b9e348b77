import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readTyped } from '../commands/typed.ts';
import { type Answer, answerTurn, shippedFacts } from './answers/index.ts';
import { asPlainText, type Message, render } from './blocks/index.ts';
import { now } from './clock.ts';
import { type Context, contextAfter, type Turn } from './questions/index.ts';
import { type IsoInstant, isoInstant, UnitError } from './units.ts';

/** Ask from the terminal: `npm run -s ask -- "/ratecut 50bps"`, or `--json` with one request a line on standard input. */

const USAGE = `Usage: npm run -s ask -- "/ratecut 50bps"
       npm run -s ask -- --json < requests

  --json         read requests from standard input, one a line, text or JSON {"text", "thread"?, "now"?}; requests with
                 one thread share its context; write one JSON object a line
  --now INSTANT  answer as of this instant, such as 2026-11-20T14:30:00Z`;

const RequestSchema = z.looseObject({ text: z.string(), now: z.string().optional(), thread: z.string().optional() });

/** What each thread of this run has been about. */
const contexts = new Map<string, Context>();

interface Reply {
  readonly turn: Turn;
  readonly answered: Answer;
  readonly message: Message;
}

const reply = (text: string, at: IsoInstant, thread?: string): Reply => {
  const facts = shippedFacts(at);
  const before = thread === undefined ? undefined : contexts.get(thread);
  const turn = readTyped(text, before);
  const after = contextAfter(turn, before);
  if (thread !== undefined && after !== undefined) contexts.set(thread, after);
  const answered = answerTurn(turn, facts);
  return { turn, answered, message: render(answered) };
};

const jsonReply = (line: string, at: IsoInstant | undefined): string => {
  const request = RequestSchema.parse(line.trimStart().startsWith('{') ? JSON.parse(line) : { text: line });
  const moment = at ?? (request.now === undefined ? now() : isoInstant(request.now));
  const { answered, message } = reply(request.text, moment, request.thread);
  const { id, kind, question, figures, views, sources, asOf } = answered;
  const reason = answered.kind === 'unclear' ? { reason: answered.unclear.reason } : {};
  return JSON.stringify({ ...message, question, answer: { id, kind, ...reason, asOf, figures, views, sources } });
};

const sayWrong = (words: string): void => {
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
};

const answerLines = async (at: IsoInstant | undefined): Promise<void> => {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    try {
      process.stdout.write(`${jsonReply(line, at)}\n`);
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError || error instanceof UnitError)) throw error;
      const why = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
      process.stdout.write(`${JSON.stringify({ error: `line ${number}: ${why}` })}\n`);
      process.exitCode = 2;
    }
  }
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, now: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const at = values.now === undefined ? undefined : isoInstant(values.now);
  if (values.json) return answerLines(at);
  if (values.help || positionals.length === 0) return void process.stdout.write(`${USAGE}\n`);
  process.stdout.write(`${asPlainText(reply(positionals.join(' '), at ?? now()).message)}\n`);
};

try {
  await main();
} catch (error) {
  const isTyping = error instanceof UnitError || (error instanceof TypeError && 'code' in error);
  if (!isTyping) throw error;
  sayWrong(`${error.message}\n\n${USAGE}`);
}
