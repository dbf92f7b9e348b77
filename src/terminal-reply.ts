import { readTyped } from '../commands/typed.ts';
import { type BriefEffect, buildBrief, renderBrief, renderBriefForTerminal } from './brief/index.ts';
import type { CompanyListEffect } from './companies/index.ts';
import { renderCompanyForTerminal } from './company-list/index.ts';
import { type Answered, type AnsweredFigure, answerIdOf, type Facts, figuresFrom } from './facts/index.ts';
import { type FilingOutcome, tickerIn } from './filings/index.ts';
import type { Filings } from './market-data/index.ts';
import type { Message } from './message/index.ts';
import { renderNoteForTerminal } from './note-review/index.ts';
import { contextAfter, knownIn } from './reading/index.ts';
import { answerTurn, renderFiling, renderTurn, type TurnAnswer } from './surface/index.ts';
import type { NoteEffect } from './team-notes/index.ts';
import type { Context } from './topics/context.ts';
import type { Question } from './topics/questions.ts';
import { utcDateOf } from './units.ts';

/** What a terminal is replied: answers, and what would be done in Slack where something is to be done. */

/** The context of each thread in this run. */
const contexts = new Map<string, Context>();

type TerminalEffect = BriefEffect | CompanyListEffect | NoteEffect;

/** A brief that is shown, or what a command would do in Slack. */
type DoneAnswer = Answered & { readonly kind: 'brief' | 'done' };

/** What filings give of a company, with a reason where nothing was found. */
type FilingAnswer = Answered & { readonly kind: 'filing'; readonly reason?: FilingOutcome['kind'] };

/** One request, answered and rendered. */
interface TerminalReply {
  readonly question: Question | TerminalEffect | null;
  readonly answered: TurnAnswer | DoneAnswer | FilingAnswer;
  readonly message: Message;
}

const NAMED_CHANNEL = /(?<!\S)#(\p{L}[\p{L}\p{N}_-]*)/gu;

/** Writes `#name` as Slack writes a channel: a terminal knows no channels, so any name will do. */
const withChannels = (text: string): string =>
  /\bbrief\b/i.test(text) ? text.replace(NAMED_CHANNEL, '<#$1|$1>') : text;

/** What a command would do in Slack. */
const replyToEffect = (effect: TerminalEffect, facts: Facts, message: Message): TerminalReply => ({
  question: effect,
  answered: {
    ...{ id: answerIdOf(effect, facts), figures: [], views: [], sources: [] },
    ...{ asOf: utcDateOf(facts.now), kind: 'done' },
  },
  message,
});

const replyToBrief = (effect: BriefEffect, facts: Facts): TerminalReply => {
  if (effect.do !== 'now' && effect.do !== 'preview')
    return replyToEffect(effect, facts, renderBriefForTerminal(effect, facts));
  const answered = buildBrief(facts);
  return { question: effect, answered, message: renderBrief(answered) };
};

const replyToWords = (text: string, facts: Facts, thread?: string): TerminalReply => {
  const before = thread === undefined ? undefined : contexts.get(thread);
  const turn = readTyped(withChannels(text), before, facts.notes, knownIn(facts));
  const after = contextAfter(turn, before);
  if (thread !== undefined && after !== undefined) contexts.set(thread, after);
  if (turn.kind === 'brief') return replyToBrief(turn, facts);
  if (turn.kind === 'company') return replyToEffect(turn, facts, renderCompanyForTerminal(turn));
  if (turn.kind === 'note') return replyToEffect(turn, facts, renderNoteForTerminal(turn));
  const answered = answerTurn(turn, facts);
  return { question: answered.question, answered, message: renderTurn(answered) };
};

/** The ticker that `/company add ACME` names; undefined for anything else, longer names too. */
const tickerToAdd = (asked: TerminalReply['question']): string | undefined =>
  asked?.kind === 'company' && asked.do === 'add' && asked.name !== undefined ? tickerIn(asked.name) : undefined;

const LABELS = { netIncome: 'net income', ebitda: 'EBITDA', debt: 'debt', rate: 'interest rate', cash: 'cash' };

const figuresOf = (outcome: FilingOutcome): readonly AnsweredFigure[] =>
  outcome.kind !== 'found'
    ? []
    : outcome.figures.map(({ field, value, parts }) =>
        figuresFrom(parts.map(({ tag, accession }) => `${tag} in ${accession}`).join(', '))(
          `${outcome.company.ticker.toLowerCase()}.${field}`,
          value,
          field === 'rate' ? '%' : 'US$ m',
          LABELS[field],
        ),
      );

/** The reply to `/company add TICKER` where nobody keeps a list: what filings give, or why they give nothing. */
const replyWithFiling = (ticker: string, outcome: FilingOutcome, facts: Facts): TerminalReply => ({
  question: { kind: 'company', do: 'add', name: ticker },
  answered: {
    id: answerIdOf(outcome, facts),
    kind: 'filing',
    ...(outcome.kind !== 'found' && { reason: outcome.kind }),
    figures: figuresOf(outcome),
    views: [],
    sources: outcome.kind === 'found' ? ['SEC company facts'] : [],
    asOf: utcDateOf(facts.now),
  },
  message: renderFiling(outcome),
});

/** Answers a request. @param thread shares its context with the requests before it */
export const replyTo = async (
  text: string,
  facts: Facts,
  filings: Filings,
  thread?: string,
): Promise<TerminalReply> => {
  const replied = replyToWords(text, facts, thread);
  const ticker = tickerToAdd(replied.question);
  return ticker === undefined ? replied : replyWithFiling(ticker, await filings.company(ticker), facts);
};

/** Why an answer is none, where it is. */
export const reasonOf = (answered: TerminalReply['answered']): string | undefined => {
  if (answered.kind === 'unclear') return answered.unclear.reason;
  return answered.kind === 'filing' ? answered.reason : undefined;
};

/** The CSV table of an answer that has one. */
export const csvIn = (answered: TerminalReply['answered']): string | undefined =>
  answered.kind === 'rotation' || answered.kind === 'companies' ? answered.csv : undefined;
