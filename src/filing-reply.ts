import type { BriefEffect } from './brief/index.ts';
import type { CompanyListEffect } from './companies/index.ts';
import { type Answered, type AnsweredFigure, answerIdOf, type Facts } from './facts/index.ts';
import { type FilingOutcome, tickerIn } from './filings/index.ts';
import type { Message } from './message/index.ts';
import { renderFiling } from './surface/index.ts';
import type { NoteEffect } from './team-notes/index.ts';
import type { Question } from './topics/questions.ts';
import { utcDateOf } from './units.ts';

/** The ticker that `/company add ACME` names; undefined for anything else, longer names too. */
export const tickerToAdd = (
  asked: Question | BriefEffect | CompanyListEffect | NoteEffect | null,
): string | undefined =>
  asked?.kind === 'company' && asked.do === 'add' && asked.name !== undefined ? tickerIn(asked.name) : undefined;

/** What a terminal is told of a company's filings. */
export interface FilingReply {
  readonly question: CompanyListEffect;
  /** With a reason where nothing was found. */
  readonly answered: Answered & { readonly kind: 'filing'; readonly reason?: FilingOutcome['kind'] };
  readonly message: Message;
}

const LABELS = { netIncome: 'net income', ebitda: 'EBITDA', debt: 'debt', rate: 'interest rate', cash: 'cash' };

const figuresOf = (outcome: FilingOutcome): readonly AnsweredFigure[] =>
  outcome.kind !== 'found'
    ? []
    : outcome.figures.map(({ field, value, parts }) => ({
        id: `${outcome.company.ticker.toLowerCase()}.${field}`,
        value,
        unit: field === 'rate' ? '%' : 'US$ m',
        label: LABELS[field],
        source: parts.map(({ tag, accession }) => `${tag} in ${accession}`).join(', '),
      }));

/** The reply to `/company add TICKER` where nobody keeps a list: what filings give, or why they give nothing. */
export const replyWithFiling = (ticker: string, outcome: FilingOutcome, facts: Facts): FilingReply => ({
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
