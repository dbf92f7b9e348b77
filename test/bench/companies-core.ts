import { ratecutCommand } from '../../commands/ratecut.ts';
import { type ListedCompany, MOST_COMPANIES, parseCompanies } from '../../src/companies/index.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import { knownIn } from '../../src/reading/index.ts';
import { answer, render } from '../../src/topics/registry.ts';
import { median, NOW, quantile } from './core.ts';

const WARM_UP_ROUNDS = 5;
const ROUNDS = 40;
const FAN_ROUNDS = 500;

/** As many as a list holds; each with another name, cash, hedges and a weight, one in ten without a profit. */
const lineOf = (at: number): string =>
  [
    ...[`Company number ${at}`, `C${at}`, 20 + at, at % 10 === 0 ? -5 : 10 + (at % 7), 100 + at * 3, at % 100],
    ...[5 + (at % 5), at % 40, at % 30, 0.2],
  ].join(',');
const TABLE = [
  'name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight',
  ...Array.from({ length: MOST_COMPANIES }, (_, at) => lineOf(at)),
].join('\n');

const parsed = (): readonly ListedCompany[] => {
  const read = parseCompanies(TABLE);
  if (read.kind !== 'read' || read.companies.length < MOST_COMPANIES) throw new Error('the table is not read whole');
  return read.companies;
};

/** A list that nothing was ever asked about, as after each change: words, answer and message. */
const asked = (companies: readonly ListedCompany[]): void => {
  const facts = { ...shippedFacts(NOW), companies: { companies: [...companies], source: 'Your list' } };
  const turn = ratecutCommand.read('50bps ours', facts.notes, knownIn(facts));
  if (turn.kind !== 'question' || turn.question.kind !== 'companies') throw new Error('not about companies');
  if (render(answer(turn.question, facts)).blocks.length === 0) throw new Error('nothing is drawn');
};

const timed = (call: () => unknown): number => {
  const start = performance.now();
  call();
  return performance.now() - start;
};

const drawn = (by: 'published share' | 'input', moveBps: number): void => {
  if (render(answer({ kind: 'fan', by, moveBps }, shippedFacts(NOW))).blocks.length === 0)
    throw new Error('nothing is drawn');
};

/** Moves of many sizes, so that no answer is made twice. */
const fanMedian = (by: 'published share' | 'input'): number => {
  for (let round = 1; round <= FAN_ROUNDS; round += 1) drawn(by, -round);
  return median(Array.from({ length: FAN_ROUNDS }, (_, round) => timed(() => drawn(by, -round - 0.5))));
};

/** Milliseconds. */
export interface CompanyTimes {
  readonly medianMs: number;
  readonly slowestMs: number;
  /** A pasted table of as many, with each line checked. */
  readonly tableMs: number;
  /** The note's sum at each published share, and which input matters most. */
  readonly fanMs: number;
  readonly tornadoMs: number;
}

/** What a full list takes from the words to the message, and what the two exhibits of one move do. */
export const measureCompanies = (): CompanyTimes => {
  const companies = parsed();
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) asked(companies);
  const times = Array.from({ length: ROUNDS }, () => timed(() => asked(companies)));
  return {
    medianMs: median(times),
    slowestMs: quantile(times, 1),
    fanMs: fanMedian('published share'),
    tornadoMs: fanMedian('input'),
    tableMs: median(Array.from({ length: ROUNDS }, () => timed(parsed))),
  };
};
