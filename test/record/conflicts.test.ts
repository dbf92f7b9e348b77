import { describe, expect, it } from 'vitest';
import { NOTES } from '../../src/notes/library.ts';
import { checkNotes } from '../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../src/record/closes.ts';
import { apparentConflictsIn, conflictsIn } from '../../src/record/conflicts.ts';
import { plain } from './plain.ts';

const CONFLICTS = conflictsIn(NOTES, CITED_RECORD);
const APPARENT = apparentConflictsIn(NOTES);
const CLAIMS = new Map(NOTES.claims.map((claim) => [claim.id, claim]));

const conflict = (id: string) => {
  const one = CONFLICTS.find((other) => other.id === id);
  if (!one) throw new Error(`no conflict ${id}`);
  return one;
};

describe('conflicts between notes', () => {
  it('are seven', () => {
    expect(CONFLICTS.map(({ id }) => id)).toEqual([
      'conflict-easing-began',
      'conflict-forward-discount',
      'conflict-cut-helps',
      'conflict-tariffs',
      'conflict-mega-caps-sold',
      'conflict-bonds-or-shares',
      'conflict-catch-up',
    ]);
  });

  it('name claims and findings that exist, and no claim on both sides', () => {
    const findings = new Set(checkNotes(NOTES, CITED_RECORD).map(({ id }) => id));
    for (const { sides, finding } of CONFLICTS) {
      const claims = sides.flatMap((side) => side.claims);
      expect(claims.filter((id) => !CLAIMS.has(id))).toEqual([]);
      expect(new Set(claims).size).toBe(claims.length);
      if (finding) expect(findings).toContain(finding);
    }
  });

  it('are between different notes', () => {
    for (const { sides } of CONFLICTS) {
      const [one, other] = sides.map(({ claims }) => new Set(claims.map((id) => CLAIMS.get(id)?.note.id)));
      expect([...(one ?? [])].filter((note) => other?.has(note))).toEqual([]);
    }
  });

  it('are settled by the record only where the easing began', () => {
    expect(CONFLICTS.filter(({ supports }) => supports !== undefined).map(({ id }) => id)).toEqual([
      'conflict-easing-began',
    ]);
    const { sides, supports, why } = conflict('conflict-easing-began');
    expect(sides[supports ?? 0].claims).toContain('000-fed-cut-50');
    expect(plain(why)).toBe('The Fed held in July and cut by 50 bp on 18 Sep 2024.');
  });

  it('set 40% against 18.18%', () => {
    const { sides } = conflict('conflict-forward-discount');
    expect(sides.map(({ says }) => plain(says))).toEqual([
      '40% below the S&P 500',
      '18× against 22×, which is 18.18% below',
    ]);
  });

  it('count the cycles from the facts', () => {
    expect(plain(conflict('conflict-cut-helps').why)).toContain('3 of 8 first cuts');
  });

  it('have short subjects and whole sentences', () => {
    for (const { subject, why } of [...CONFLICTS, ...APPARENT]) {
      expect(subject.length).toBeLessThanOrEqual(60);
      expect(plain(why)).toMatch(/^[A-Z].*\.$/);
      expect(plain(why).length).toBeLessThanOrEqual(130);
    }
  });

  it('are left out where the library lacks a side', () => {
    const claims = NOTES.claims.filter(({ note }) => note.number !== '003');
    expect(conflictsIn({ ...NOTES, claims }, CITED_RECORD).map(({ id }) => id)).toEqual(['conflict-cut-helps']);
  });
});

describe('what only looks like a conflict', () => {
  it('is Kostin’s two horizons, two kinds of P/E and two measures of the Magnificent Seven', () => {
    expect(APPARENT.map(({ id }) => id)).toEqual(['apparent-kostin', 'apparent-sp-pe', 'apparent-magnificent-7']);
    expect(APPARENT.flatMap(({ claims }) => claims).filter((id) => !CLAIMS.has(id))).toEqual([]);
  });
});
