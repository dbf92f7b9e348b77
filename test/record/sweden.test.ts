import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { isStockholmSession } from '../../src/calendar/stockholm.ts';
import { alignCloses } from '../../src/index-ratio/index.ts';
import { NOTES } from '../../src/notes/index.ts';
import { checkNotes } from '../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../src/record/closes.ts';
import { type IsoDate, isoDate } from '../../src/units.ts';
import { plain } from './plain.ts';

/** Note 000 on Sweden, held against made-up closes: a lead, percent a year, before, in and after the years at zero. */
const record = (before: number, low: number, after: number, first = '2005-01-03', last = '2025-10-01') => {
  const dates: IsoDate[] = [];
  const [small, large]: [number[], number[]] = [[], []];
  let ratio = 0.2;
  for (let on = isoDate(first); on <= last; on = addDays(on, 1)) {
    if (!isStockholmSession(on)) continue;
    const pace = on <= '2014-10-28' ? before : on <= '2022-04-28' ? low : after;
    ratio *= 1 + pace / 100 / 251;
    dates.push(on);
    large.push(1_000);
    small.push(1_000 * ratio);
  }
  const leg = (name: string, closes: readonly number[]) => ({ name, basis: 'price index' as const, dates, closes });
  const aligned = alignCloses(leg('OMXSSCPI', small), leg('OMXS30', large));
  if (aligned.kind !== 'aligned') throw new Error(aligned.kind);
  return { ...CITED_RECORD, sweden: { series: aligned.series, source: { name: 'your file sverige.csv' } } };
};

const verdicts = (facts: Parameters<typeof checkNotes>[1]): Record<string, string> =>
  Object.fromEntries(
    checkNotes(NOTES, facts)
      .filter(({ id }) => /^000-swedish-(?!index)/.test(id))
      .map(({ id, verdict }) => [id.replace('000-swedish-', ''), verdict]),
  );

describe('what note 000 says of Sweden', () => {
  it('cannot be checked without closes', () => {
    expect(verdicts(CITED_RECORD)).toEqual({ 'small-caps': 'cannot be checked' });
  });

  it.each([
    ['a lead that began at zero', [0, 8, 1], { 'small-caps': 'agrees', 'lead-began': 'agrees', preference: 'agrees' }],
    [
      'an older lead, larger at zero',
      [3, 8, 1],
      { 'small-caps': 'agrees', 'lead-began': 'loose', preference: 'agrees' },
    ],
    [
      'a lead that low rates did not widen',
      [6, 2, 1],
      { 'small-caps': 'loose', 'lead-began': 'loose', preference: 'agrees' },
    ],
    ['no lead', [-2, -1, -3], { 'small-caps': 'disagrees', 'lead-began': 'disagrees', preference: 'agrees' }],
    [
      'a lead that was lost after the note',
      [0, 8, -12],
      { 'small-caps': 'agrees', 'lead-began': 'agrees', preference: 'disagrees' },
    ],
  ] as const)('is held against closes: %s', (_, [before, low, after], expected) => {
    expect(verdicts(record(before, low, after))).toEqual(expected);
  });

  it('cannot be checked by a file that begins with the low rates, and says so', () => {
    const facts = record(0, 8, 1, '2014-06-02');
    expect(verdicts(facts)).toMatchObject({ 'small-caps': 'cannot be checked', 'lead-began': 'cannot be checked' });
    const [found] = checkNotes(NOTES, facts).filter(({ id }) => id === '000-swedish-small-caps');
    expect(found && plain(found.record)).toMatch(/the file's closes run from .*2014.* to .*2025.*: too short/);
  });

  it('names the file and the Riksbank beside its figures', () => {
    const [found] = checkNotes(NOTES, record(0, 8, 1)).filter(({ id }) => id === '000-swedish-small-caps');
    expect(found?.sources).toEqual(['your file sverige.csv', 'Riksbank, policy rate']);
    expect(found?.recomputed.map(({ id }) => id)).toEqual([
      'record.omxsscpi-to-the-note',
      'record.omxs30-to-the-note',
      'record.omxsscpi-omxs30-to-the-note',
    ]);
  });
});
