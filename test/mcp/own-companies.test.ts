import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCompanies } from '../../src/companies/index.ts';
import type { CompaniesQuestion } from '../../src/topics/companies/question.ts';
import { TOPIC_TOOLS } from '../../src/topics/registry.ts';
import { call, callBody, FACTS, postSigned, questionOf, SLACK_CALLER, serve, TEAM, toolFor } from './calling.ts';

const read = parseCompanies(readFileSync(new URL('../companies/twenty.csv', import.meta.url), 'utf8'));
const LIST = { companies: read.kind === 'read' ? read.companies : [], source: 'Your list, changed 12 Sep 2026' };
const OURS = { ...FACTS, companies: LIST };
const CUT = { direction: 'cut', sizeBps: 50 };

describe('the tool for companies of one’s own', () => {
  it('says who gains most, with a figure for each', () => {
    const { text, structured, blocks } = call('own_companies', CUT, OURS);
    expect(text).toContain('50 bp cut: your companies +1.47% by weight: 8 gain, 8 lose, 4 have no profit');
    expect(structured?.figures).toContainEqual(
      expect.objectContaining({ id: 'brackenholt-steel.lift', value: expect.closeTo(11.351408450704, 9), unit: '%' }),
    );
    expect(blocks.some(({ type }) => type === 'data_table')).toBe(true);
  });

  it('answers for one by its ticker, after tax, beside an example company', () => {
    const { text } = call('own_companies', { ...CUT, names: ['BRAC', 'LargeCap'], taxRate: 21 }, OURS);
    // 11.3514 × 79 %, 0.2334 × 79 %
    expect(text).toContain('Brackenholt Steel net income +8.97%, LargeCap +0.18%');
  });

  it('computes nothing of a company that is not in the list, and nothing without one', () => {
    expect(call('own_companies', { ...CUT, names: ['Apple'] }, OURS).text).toContain('Not among your companies: Apple');
    expect(call('own_companies', CUT).text).toContain('No companies of your own are listed yet');
    expect(call('own_companies', CUT).structured?.figures.map(({ id }) => id)).toEqual(['move']);
  });

  it('maps its arguments there and back', () => {
    const question: CompaniesQuestion = { kind: 'companies', moveBps: 25, names: ['BRAC'], taxRate: 21 };
    const mapped = toolFor(question);
    expect(mapped).toEqual({
      name: 'own_companies',
      args: { direction: 'hike', sizeBps: 25, names: ['BRAC'], taxRate: 21 },
    });
    expect(questionOf('own_companies', mapped?.args)).toEqual(question);
    expect(questionOf('own_companies', { ...CUT, names: ['A', 'a'] })).toBe('names: each company once');
    expect(TOPIC_TOOLS.find(({ name }) => name === 'own_companies')?.argumentsFor({ ...question, csv: true })).toBe(
      undefined,
    );
  });
});

describe('the door over HTTP', () => {
  it('gives a workspace its own list, and nobody else’s', async () => {
    const asked: (string | undefined)[] = [];
    const { url } = await serve({
      isOurs: async () => true,
      own: async (caller) => {
        asked.push(caller?.team);
        return caller?.team === TEAM ? { companies: LIST, version: `${TEAM} 1` } : undefined;
      },
    });
    const textFor = async (slack: unknown): Promise<string> =>
      JSON.stringify((await postSigned(url, callBody('own_companies', CUT, slack))).message?.result);
    expect(await textFor(SLACK_CALLER)).toContain('Brackenholt Steel');
    expect(await textFor({ ...SLACK_CALLER, team_id: 'T0OTHER' })).toContain('No companies of your own are listed yet');
    expect(asked).toEqual([TEAM, 'T0OTHER']);
  });

  it('gives a workspace of an organisation the list that is stored under the organisation', async () => {
    const { url } = await serve({
      isOurs: async () => true,
      own: async (caller) => (caller?.enterprise === 'E0ORG' ? { companies: LIST, version: 'E0ORG 1' } : undefined),
    });
    const textFor = async (slack: unknown): Promise<string> =>
      JSON.stringify((await postSigned(url, callBody('own_companies', CUT, slack))).message?.result);
    expect(await textFor({ ...SLACK_CALLER, enterprise_id: 'E0ORG' })).toContain('Brackenholt Steel');
    expect(await textFor({ ...SLACK_CALLER, enterprise_id: undefined })).toContain(
      'No companies of your own are listed',
    );
  });
});
