import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTE_TOPICS, STANCES } from '../../../src/notes/format.ts';
import { NOTES } from '../../../src/notes/library.ts';
import { allParts, ask, claimsOf, type Filters, idsOf, NAMES, NUMBERS, SUBJECTS } from './asked-views.ts';

describe('paging', () => {
  it('reaches every claim of the library by its person, its firm, its note and its topics, each exactly once', () => {
    const expected = (subject: Filters) =>
      NOTES.claims.filter(
        ({ voice, firm, note, topics }) =>
          subject.who?.some((name) => name === voice || name === firm) ||
          subject.notes?.includes(note.number) ||
          subject.topics?.some((topic) => topics.includes(topic)),
      );
    for (const subject of SUBJECTS) {
      expect(idsOf(claimsOf(subject)).toSorted()).toEqual(idsOf(expected(subject)).toSorted());
    }
    const byNote = NUMBERS.flatMap((number) => idsOf(claimsOf({ notes: [number] })));
    expect(byNote.toSorted()).toEqual(idsOf(NOTES.claims).toSorted());
    const byVoice = [...new Set(NOTES.claims.map(({ voice }) => voice))].flatMap((who) =>
      idsOf(claimsOf({ who: [who] })),
    );
    expect(new Set(byVoice)).toEqual(new Set(idsOf(NOTES.claims)));
  });

  it('shows so many claims a part as were asked for, in the order of the whole list', () => {
    const whole = idsOf(claimsOf({ stances: ['bullish'] }));
    const parts = allParts({ stances: ['bullish'], most: 3 });
    expect(parts.every(({ claims }) => (claims?.shown.length ?? 0) <= 3)).toBe(true);
    expect(parts[0]?.claims).toMatchObject({ total: whole.length, page: 1, pages: Math.ceil(whole.length / 3) });
    expect(idsOf(claimsOf({ stances: ['bullish'], most: 3 }))).toEqual(whole);
  });

  it('says on each part which it is, and shows the last one where a later one is asked for', () => {
    const parts = allParts({ notes: ['000'] });
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(({ claims }) => claims?.page)).toEqual(parts.map((_, at) => at + 1));
    expect(ask({ notes: ['000'], page: 99 }).claims).toEqual(parts.at(-1)?.claims);
    expect(ask({ who: ['Lori Calvasina'], page: 2 }).claims).toMatchObject({ page: 1, pages: 1, total: 2 });
  });
});

describe('properties', () => {
  const some = <T>(values: readonly T[], maxLength: number) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });
  const filters = fc.record(
    {
      stances: some(STANCES, 3),
      who: some(NAMES, 6),
      topics: some(NOTE_TOPICS, 6),
      notes: some(NUMBERS, 5),
      page: fc.integer({ min: 1, max: 20 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Filters>;

  it('what is shown fits every filter, or all but a subject of which nothing is said, is cited, and is never a side alone', () => {
    fc.assert(
      fc.property(filters, (asked) => {
        const { claims, views, sources, sides, isElsewhere } = ask(asked);
        for (const { claim } of claims?.shown ?? []) {
          if (asked.stances) expect(asked.stances).toContain(claim.stance);
          if (asked.who) expect(asked.who.some((name) => name === claim.voice || name === claim.firm)).toBe(true);
          if (asked.topics)
            expect(asked.topics.some((topic) => claim.topics.includes(topic))).toBe(isElsewhere === undefined);
          if (asked.notes) expect(asked.notes).toContain(claim.note.number);
          expect(sources).toContain(claim.note.id);
        }
        expect(sides.map(({ stance }) => stance)).toEqual([...STANCES]);
        const sided = claims?.shown.filter(({ claim }) => claim.stance !== undefined) ?? [];
        if (claims) expect(views.map(({ claim }) => claim)).toEqual(sided.map(({ claim }) => claim.id));
      }),
      { numRuns: 400 },
    );
  });

  it('one filter more never shows a claim that was not there before', () => {
    fc.assert(
      fc.property(some(NAMES, 3), fc.constantFrom(...NOTE_TOPICS), (who, topic) => {
        const wide = new Set(idsOf(claimsOf({ who } as Filters)));
        for (const id of idsOf(claimsOf({ who, topics: [topic] } as Filters))) expect(wide).toContain(id);
      }),
    );
  });
});
