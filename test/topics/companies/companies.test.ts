import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../commands/typed.ts';
import { type CompanyList, parseCompanies } from '../../../src/companies/index.ts';
import type { Facts } from '../../../src/facts/index.ts';
import { messageProblems } from '../../../src/message/message-problems.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { contextAfter, knownIn } from '../../../src/reading/index.ts';
import { answerTurn, renderTurn } from '../../../src/surface/index.ts';
import type { CompaniesQuestion } from '../../../src/topics/companies/question.ts';
import type { Context } from '../../../src/topics/context.ts';
import type { Question } from '../../../src/topics/questions.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { Turn } from '../../../src/topics/turn.ts';
import { block, FACTS, labelsOf, plain, title } from '../rendered.ts';

const read = parseCompanies(readFileSync(new URL('../../companies/twenty.csv', import.meta.url), 'utf8'));
if (read.kind !== 'read') throw new Error(read.words);
const LIST: CompanyList = { companies: read.companies, source: 'twenty.csv' };
const WITH: Facts = { ...FACTS, companies: LIST };

const CUT: CompaniesQuestion = { kind: 'companies', moveBps: -50 };
const rendered = (question: Question, facts = WITH) => render(answer(question, facts));

const turnOf = (facts: Facts, ...texts: readonly string[]): Turn => {
  let context: Context | undefined;
  let turn: Turn | undefined;
  for (const text of texts) {
    turn = readTyped(text, context, facts.notes, knownIn(facts));
    context = contextAfter(turn, context);
  }
  if (turn === undefined) throw new Error('nothing was said');
  return turn;
};

describe('the words that ask for companies of one’s own', () => {
  it.each<[readonly string[], Partial<CompaniesQuestion>]>([
    [['/ratecut 50bps ours'], {}],
    [['/ratecut hike 25 our companies'], { moveBps: 25 }],
    [['/ratecut 50bps BRAC vs LargeCap'], { names: ['Brackenholt Steel', 'LargeCap'] }],
    [['cut 50 for orrin freight'], { names: ['Orrin Freight'] }],
    [['cut 50 over our portfolio'], {}],
    [['cut 50', 'which of ours gains most?'], {}],
    [['/ratecut 50bps ours', 'after tax?'], { taxRate: 21 }],
    [['/ratecut 50bps ours', 'and 25?'], { moveBps: -25 }],
    [['/ratecut 50bps ours', 'and Cawdor Rail?'], { names: ['Cawdor Rail'] }],
    [['/ratecut 50bps ours', 'as a file'], { csv: true }],
  ])('%j', (texts, asked) => {
    expect(turnOf(WITH, ...texts)).toMatchObject({ kind: 'question', question: { ...CUT, ...asked } });
  });

  it.each([['should i sell our portfolio'], ['is ours a buy'], ['what is AAPL worth'], ['orrin freight called']])(
    'are not found in %s',
    (text) => {
      const turn = turnOf(WITH, text);
      expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('companies');
    },
  );

  it('leave a name that no list has refused, as before', () => {
    expect(turnOf(FACTS, '/ratecut 50bps BRAC')).toMatchObject({ kind: 'unclear' });
    expect(turnOf(FACTS, 'cut 50')).toEqual(turnOf(WITH, 'cut 50'));
  });
});

describe('a list under a move', () => {
  const message = rendered(CUT);

  it('is ranked with the best and the worst, weighted, with those without a profit apart', () => {
    expect(title(message)).toBe('50 bp cut: your companies +1.47% by weight: 8 gain, 8 lose, 4 have no profit');
    const rows = block(message, 'data_table').rows.map((row) => row.map(({ text }) => plain(text)).join(' | '));
    expect(rows).toHaveLength(9);
    expect(rows[1]).toBe('1. Brackenholt Steel | 2.4% | +11.35%');
    expect(rows.at(-1)).toBe('16. Orrin Freight | 0.6% | −5.15%');
    expect(asPlainText(message)).toContain('4 companies stand apart, since a loss has no percentage, 16.5% of weight');
    expect(asPlainText(message)).toContain('twenty.csv, 20 companies · Weights of 16 (51.8%) scaled to 100');
    expect(messageProblems(message)).toEqual([]);
    expect(labelsOf(message)).toEqual(['All 20 as a file', '25 bp', 'Hike 50 bp', 'After tax']);
  });

  it('comes as a file with every company, in which no name is a formula', () => {
    const [first] = LIST.companies;
    if (first === undefined) throw new Error('an empty list');
    const odd: CompanyList = { ...LIST, companies: [...LIST.companies, { ...first, name: '=SUM(A1), "x"' }] };
    const answered = answer({ ...CUT, csv: true }, { ...FACTS, companies: odd });
    const lines = answered.csv?.trim().split('\n') ?? [];
    expect(lines).toHaveLength(22);
    expect(lines[0]).toBe(
      'rank,name,ticker,weight_percent,net_income_change_percent,net_income_change_usd_m,interest_change_usd_m',
    );
    expect(answered.csv).toContain('"\'=SUM(A1), ""x"""');
  });

  it('sets companies side by side, the example ones among them', () => {
    const compared = rendered({ ...CUT, names: ['Brackenholt Steel', 'LargeCap', 'Tidewick Solar'] });
    expect(title(compared)).toBe(
      "50 bp cut: Brackenholt Steel net income +11.35%, LargeCap +0.23%; Tidewick Solar's loss narrows by $4.89m",
    );
    expect(messageProblems(compared)).toEqual([]);
  });

  it('has its numbers in full precision', () => {
    const figures = Object.fromEntries(answer(CUT, WITH).figures.map(({ id, value }) => [id, value]));
    expect(figures['brackenholt-steel.lift']).toBeCloseTo(11.351408450704, 9);
    expect(figures['orrin-freight.saving']).toBeCloseTo(0.815595, 9);
    expect(figures['companies.weighted']).toBeCloseTo(1.47296653, 8);
  });

  it('says so where there is none, or not that one', () => {
    expect(title(rendered(CUT, FACTS))).toBe('No companies of your own are listed yet');
    expect(title(rendered({ ...CUT, names: ['Nobody'] }))).toBe('Not among your companies: Nobody');
  });

  it('of 500 is answered', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      ...(LIST.companies[at % 20] as (typeof LIST.companies)[number]),
      name: `C${at}`,
    }));
    const large = { ...FACTS, companies: { companies: many, source: 'many.csv' } };
    expect(messageProblems(renderTurn(answerTurn({ kind: 'question', question: CUT, private: false }, large)))).toEqual(
      [],
    );
  });
});

describe('names that are words by themselves', () => {
  const named = (name: string, ticker: string) => ({
    name,
    ticker,
    netIncome: 10,
    debt: 100,
    floatingShare: 50,
    rate: 6,
  });
  const companies = [named('BP plc', 'BP'), named('Allstate', 'ALL'), named('Cutter', 'CUT'), named('Target', 'TGT')];
  const facts: Facts = { ...FACTS, companies: { companies, source: 'words.csv' } };
  const asks = (text: string) => {
    const turn = turnOf(facts, text);
    return turn.kind === 'question' ? turn.question : turn.kind;
  };

  it.each(['/ratecut 50 bp', '/ratecut 50 BP', '/ratecut a 50 bp cut', 'CUT 50 BP FOR ALL', 'cut 50 bp for all'])(
    'are those words in %s',
    (text) => {
      expect(asks(text)).toMatchObject({ kind: 'rate-move', moveBps: -50 });
    },
  );

  it.each([
    ['/ratecut 50bps $BP', ['BP plc']],
    ['/ratecut 50bps bp plc', ['BP plc']],
    ['/ratecut 50bps for ALL', ['Allstate']],
    ['/ratecut 50bps allstate vs target', ['Allstate', 'Target']],
  ])('are companies in %s', (text, names) => {
    expect(asks(text)).toMatchObject({ kind: 'companies', names });
  });
});
