import { describe, expect, it } from 'vitest';
import { NOTES } from '../../src/notes/library.ts';
import { checkNotes } from '../../src/record/check-notes.ts';
import { CITED_CLOSES, CITED_RECORD, type CloseLookup, type IndexName } from '../../src/record/closes.ts';
import { isFlagged } from '../../src/record/finding.ts';
import { PUBLISHED_FIGURES, type PublishedFigures } from '../../src/record/published.ts';
import { isoDate } from '../../src/units.ts';
import { plain } from './plain.ts';

const SOURCE = { name: 'made up' };

/** The cited closes with one of them changed. */
const withClose =
  (index: IndexName, date: string, value: number): CloseLookup =>
  (asked, on) =>
    asked === index && on === date ? { value, on, source: SOURCE } : CITED_CLOSES(asked, on);

const without =
  (date: string): CloseLookup =>
  (asked, on) =>
    on === date ? undefined : CITED_CLOSES(asked, on);

const findingIn = (facts: typeof CITED_RECORD, id: string) => {
  const finding = checkNotes(NOTES, facts).find((one) => one.id === id);
  if (!finding) throw new Error(`no finding ${id}`);
  return finding;
};
const verdictWith = (closes: CloseLookup, id: string) => findingIn({ ...CITED_RECORD, closes }, id).verdict;
const verdictGiven = (published: Partial<PublishedFigures>, id: string) =>
  findingIn({ ...CITED_RECORD, published: { ...PUBLISHED_FIGURES, ...published } }, id).verdict;

describe('another record gives another verdict', () => {
  it.each([
    // a ratio of 0.6 to one decimal starts at 0.55
    ['002-ratio-2020', 'Russell 2000', '2020-12-31', 0.5501 * 3756.07, 'agrees'],
    ['002-ratio-2020', 'Russell 2000', '2020-12-31', 0.5499 * 3756.07, 'disagrees'],
    ['002-ratio-now', 'Russell 2000', '2024-07-25', 0.451 * 5399.22, 'disagrees'],
    ['002-ratio-before-cpi', 'Russell 2000', '2024-07-10', 0.3551 * 5633.91, 'agrees'],
    ['002-ratio-before-cpi', 'Russell 2000', '2024-07-10', 0.3549 * 5633.91, 'disagrees'],
    ['002-russell-since-9-july', 'Russell 2000', '2024-07-25', 2029.47 * 1.0999, 'agrees'],
    ['002-russell-since-9-july', 'Russell 2000', '2024-07-25', 2029.47 * 1.1001, 'loose'],
    ['002-russell-since-9-july', 'Russell 2000', '2024-07-25', 2029.47 * 1.0899, 'loose'],
    ['002-sp-since-9-july', 'S&P 500', '2024-07-25', 5576.98 * 0.9901, 'agrees'],
    ['002-sp-since-9-july', 'S&P 500', '2024-07-23', 5576.98 * 1.02, 'disagrees'],
    ['002-late-2023', 'Russell 2000', '2023-12-26', 1636.94 * 1.27, 'disagrees'],
    ['002-lead-faded', 'Russell 2000', '2024-01-31', 1636.94 * 1.21, 'loose'],
    ['002-large-beat-small', 'S&P 500', '2019-07-09', 5500, 'loose'],
    ['001-rebound-from-april', 'Russell 2000', '2025-09-17', 1760.71 * 1.3599, 'disagrees'],
    ['001-intraday-high', 'Russell 2000', '2025-09-16', 2420, 'disagrees'],
    ['001-broad-market', 'S&P 500', '2025-09-17', 6610, 'disagrees'],
    ['001-all-time-high', 'Russell 2000', '2025-09-17', 2450, 'disagrees'],
    ['001-first-time-above', 'Russell 2000', '2021-11-08', 2470, 'agrees'],
    ['001-near-record', 'Russell 2000', '2024-11-25', 2400, 'loose'],
    ['004-near-record', 'Russell 2000', '2024-11-25', 2400, 'loose'],
    ['004-no-record', 'Russell 2000', '2025-08-25', 2450, 'disagrees'],
    ['004-russell-month', 'Russell 2000', '2025-08-25', 2261.07 * 1.0501, 'disagrees'],
    ['004-russell-month', 'Russell 2000', '2025-08-25', 2261.07 * 1.0499, 'agrees'],
    ['004-monday', 'Russell 2000', '2025-08-25', 2361, 'disagrees'],
    ['000-indexes-alike', 'Russell 2000', '1999-12-31', 780, 'agrees'],
    ['000-chatgpt-gap', 'Russell 2000', '2024-09-18', 2700, 'disagrees'],
    ['001-kostin-12-months', 'Russell 2000', '2026-09-18', 2467.7 * 1.153, 'agrees'],
    ['001-kostin-12-months', 'Russell 2000', '2026-09-18', 2467.7 * 1.154, 'disagrees'],
    ['001-pandemic-lag', 'Russell 2000', '2025-09-17', 0.47 * 6600.35, 'agrees'],
    ['001-hit-hard', 'Russell 2000', '2025-09-17', 1700, 'agrees'],
    ['001-hit-hard', 'Russell 2000', '2025-09-17', 3100, 'disagrees'],
    ['000-recessions', 'Russell 2000', '1991-03-28', 160, 'loose'],
  ] as const)('%s with the %s of %s at %d: %s', (id, index, date, value, verdict) => {
    expect(verdictWith(withClose(index, date, value), id)).toBe(verdict);
  });

  it('and another source', () => {
    const closes = withClose('Russell 2000', '2024-07-25', 2200);
    expect(findingIn({ ...CITED_RECORD, closes }, '002-ratio-now').sources).toContain('made up');
  });

  const cited = (value: number, on = '2024-09-18') => ({ value, on: isoDate(on), source: SOURCE });
  const { russellHighs, fedFunds, projections, firstCuts } = PUBLISHED_FIGURES;

  it.each<[string, Partial<PublishedFigures>, string]>([
    ['000-cash-return', { fedFunds: { ...fedFunds, since2022: cited(4.5) } }, 'agrees'],
    ['000-cash-return', { fedFunds: { ...fedFunds, since2022: cited(4.49) } }, 'disagrees'],
    ['000-money-funds', { moneyFunds: cited(6.3) }, 'disagrees'],
    ['000-riksbank', { riksbankCuts: [cited(3.75, '2024-10-01'), cited(3.5, '2024-11-07')] }, 'agrees'],
    ['001-first-time-above', { russellHighs: { ...russellHighs, of2024: cited(2442.73, '2024-11-25') } }, 'agrees'],
    ['001-all-time-high', { russellHighs: { ...russellHighs, of2024: cited(2450, '2024-11-25') } }, 'agrees'],
    ['001-intraday-high', { russellHighs: { ...russellHighs, onTheCut: cited(2460, '2025-09-17') } }, 'disagrees'],
    ['001-unprofitable', { unprofitable: [cited(45)] }, 'agrees'],
    ['001-unprofitable', { unprofitable: [cited(44.9)] }, 'loose'],
    ['001-sp-highs', { spRecordCloses2025: cited(20, '2025-09-17') }, 'disagrees'],
    ['001-dot-plot', { projections: { ...projections, for2025: cited(3.9, '2025-09-17') } }, 'disagrees'],
    ['001-first-cuts', { firstCuts: firstCuts.filter(({ russell, sp }) => russell > sp) }, 'agrees'],
    ['001-first-cuts', { firstCuts: firstCuts.filter(({ russell, sp }) => russell < sp) }, 'disagrees'],
  ])('%s from changed facts %o: %s', (id, published, verdict) => {
    expect(verdictGiven(published, id)).toBe(verdict);
  });

  it('with a consequence and a flag wherever it is flagged', () => {
    const closes: CloseLookup = (index, on) => ({ value: index === 'S&P 500' ? 5_000 : 2_000, on, source: SOURCE });
    const flagged = checkNotes(NOTES, { ...CITED_RECORD, closes }).filter(isFlagged);
    expect(flagged.length).toBeGreaterThan(14);
    expect(flagged.filter(({ consequence, flag }) => !consequence || !flag)).toEqual([]);
  });
});

describe('a missing close', () => {
  it('leaves the statement unchecked, and says which day is missing', () => {
    const finding = findingIn({ ...CITED_RECORD, closes: without('2020-12-31') }, '002-ratio-2020');
    expect(finding.verdict).toBe('cannot be checked');
    expect(plain(finding.record)).toBe('no close of 31 Dec 2020 is at hand to hold it against.');
    expect(finding.consequence).toBeUndefined();
    expect(finding.recomputed).toEqual([]);
    expect(finding.sources).toEqual([]);
  });

  it('counts as missing where it is no positive number', () => {
    expect(verdictWith(withClose('Russell 2000', '2024-07-25', 0), '002-ratio-now')).toBe('cannot be checked');
    expect(verdictWith(withClose('S&P 500', '2024-07-25', Number.NaN), '002-ratio-now')).toBe('cannot be checked');
  });

  it('touches no other statement', () => {
    expect(verdictWith(without('2020-12-31'), '002-ratio-now')).toBe('agrees');
  });

  it('of every day still leaves Fed, model and published facts checked', () => {
    const findings = checkNotes(NOTES, { ...CITED_RECORD, closes: () => undefined });
    expect(findings).toHaveLength(checkNotes(NOTES, CITED_RECORD).length);
    expect(findings.filter(({ verdict }) => verdict === 'agrees').map(({ id }) => id)).toContain('000-model-100');
    expect(
      findings
        .filter(({ verdict }) => verdict === 'disagrees')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['000-cash-return', '000-ives-role', '000-riksbank', '003-july-2024-cut']);
  });
});

describe('another library', () => {
  it('is checked for the claims it holds', () => {
    const claims = NOTES.claims.filter(({ note }) => note.number === '002');
    const findings = checkNotes({ ...NOTES, claims }, CITED_RECORD);
    expect(new Set(findings.map(({ note }) => note))).toEqual(new Set(['002-2024-07-25']));
  });

  it('with another printed figure gets another verdict', () => {
    const claims = NOTES.claims.map((claim) => ({
      ...claim,
      figures: claim.figures.map((figure) => (figure.id === '002-ratio-2020' ? { ...figure, value: 0.53 } : figure)),
    }));
    const finding = checkNotes({ ...NOTES, claims }, CITED_RECORD).find(({ id }) => id === '002-ratio-2020');
    expect(finding?.verdict).toBe('agrees');
    expect(plain(finding?.said ?? [])).toBe('0.53');
  });
});
