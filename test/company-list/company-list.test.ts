import { describe, expect, it } from 'vitest';
import { companyCommand } from '../../commands/company.ts';
import type { KeptCompanies, ListedCompany } from '../../src/companies/index.ts';
import {
  type CompanyNotice,
  checkImport,
  parseCompanyForm,
  pastedTable,
  renderCompanyForm,
  renderCompanyHelp,
  renderCompanyList,
  renderCompanyNotice,
  renderImportForm,
} from '../../src/company-list/index.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import { isoInstant } from '../../src/units.ts';
import { readerOf } from '../doubles/asked.ts';

const NASTY = '<!channel> & "Sons" of `*_~`, and so on for up to sixty char';
const COMPANY: ListedCompany = {
  ...{ name: NASTY, ticker: 'N.1', ebitda: -1e7, netIncome: -1e7, debt: 1e7, floatingShare: 100, rate: 50 },
  ...{ cash: 1e5, hedgedShare: 100, weight: 100 },
};
const listOf = (count: number): KeptCompanies => ({
  ...{ version: 'v', changedAt: isoInstant('2026-09-12T09:00:00Z'), changedBy: 'U0MIA' },
  companies: Array.from({ length: count }, (_, at) => ({ ...COMPANY, name: `${at} ${NASTY}`.slice(0, 60) })),
});

describe('what stands behind /company', () => {
  it.each([
    ['', { do: 'help' }],
    ['list', { do: 'list' }],
    ['add', { do: 'add' }],
    ['  ADD   Acme  Corp ', { do: 'add', name: 'Acme Corp' }],
    ['edit “Acme”', { do: 'edit', name: 'Acme' }],
    ['edit', { do: 'list' }],
    ['delete acme', { do: 'remove', name: 'acme' }],
    ['import', { do: 'import' }],
    ['list everything', { do: 'help', unread: 'list everything' }],
    ['toString', { do: 'help', unread: 'toString' }],
    ['x'.repeat(300), { do: 'help', unread: 'x'.repeat(60) }],
  ])('reads %s', (typed, effect) => {
    expect(readerOf(companyCommand)(typed)).toEqual({ kind: 'company', ...effect });
  });
});

describe('messages and forms of the list', () => {
  const notices: readonly CompanyNotice[] = [
    ...(['added', 'saved', 'removed'] as const).map((kind) => ({ kind, name: NASTY, count: 1 })),
    { kind: 'imported', imported: 500, leftOut: 1, count: 500 },
    ...(['taken', 'kept', 'edit form', 'really'] as const).map((kind) => ({ kind, name: NASTY })),
    ...(['full', 'not saved', 'guest'] as const).map((kind) => ({ kind })),
    { kind: 'none of that name', name: NASTY, count: 0 },
    { kind: 'form', action: 'import' },
  ];

  it('break no rule of Slack, whatever a company is called', () => {
    for (const notice of notices) {
      const message = renderCompanyNotice(notice);
      expect(messageProblems(message), notice.kind).toEqual([]);
      expect(JSON.stringify(message.blocks.filter(({ type }) => type === 'section'))).not.toContain('<!channel>');
    }
    for (const from of [0, 50, 450, 499, 7_000, -1]) {
      expect(messageProblems(renderCompanyList(listOf(500), from)), String(from)).toEqual([]);
    }
    for (const count of [1, 50, 51]) expect(messageProblems(renderCompanyList(listOf(count)))).toEqual([]);
    expect(messageProblems(renderCompanyList(undefined))).toEqual([]);
    expect(messageProblems(renderCompanyHelp(3, NASTY))).toEqual([]);
    expect(viewProblems(renderCompanyForm({ privateMetadata: '{}', edited: COMPANY }))).toEqual([]);
    expect(viewProblems(renderCompanyForm({ privateMetadata: '{}' }))).toEqual([]);
  });

  it('name every bad line of five hundred', () => {
    const lines = Array.from({ length: 500 }, () => `Bad,,much ${'x'.repeat(20)},1,1,1,1,,,`);
    const head = 'name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight';
    const checked = checkImport({ text: [head, ...lines].join('\n'), mode: 'add' }, []);
    if (checked.kind !== 'none') throw new Error(checked.kind);
    const view = renderImportForm({ privateMetadata: '{}', checked });
    expect(viewProblems(view)).toEqual([]);
    const words = JSON.stringify(view);
    for (const line of [2, 3, 250, 501]) expect(words).toContain(`Line ${line}: `);
    expect(view.submit.text).toBe('Check');
  });

  it('ask for what is not said: nothing is taken for zero', () => {
    expect(parseCompanyForm({ 'company-name': 'Acme' })).toEqual({
      kind: 'wrong',
      errors: {
        'company-netIncome': 'Needed: nothing is assumed',
        'company-debt': 'Needed: nothing is assumed',
        'company-floatingShare': 'Needed: nothing is assumed',
        'company-rate': 'Needed where there is debt',
        'company-hedgedShare': 'Needed: nothing is assumed',
      },
    });
  });

  it('put the parts of a pasted table together', () => {
    const parts = { 'company-table-1': 'a\nb\n', 'company-table-3': 'c', 'company-mode': 'replace' };
    expect(pastedTable(parts)).toEqual({ text: 'a\nb\nc', mode: 'replace' });
    expect(pastedTable({})).toEqual({ text: '', mode: 'add' });
  });
});
