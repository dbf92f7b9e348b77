import { describe, expect, it } from 'vitest';
import { NOTES } from '../../../src/notes/library.ts';
import { checkNotes } from '../../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../../src/record/closes.ts';
import { conflictsIn } from '../../../src/record/conflicts.ts';
import { type Finding, isFlagged, VERDICTS } from '../../../src/record/finding.ts';
import type { CheckAnswer } from '../../../src/topics/check/answer.ts';
import type { CheckQuestion } from '../../../src/topics/check/question.ts';
import type { ConflictsAnswer } from '../../../src/topics/conflicts/answer.ts';
import type { FigureAnswer } from '../../../src/topics/figure/answer.ts';
import { answer } from '../../../src/topics/registry.ts';
import { FACTS } from '../rendered.ts';

const NUMBERS = NOTES.notes.map(({ number }) => number);
const ALL = checkNotes(NOTES, CITED_RECORD);
const FIGURES = NOTES.claims.flatMap((claim) => claim.figures.map((figure) => ({ figure, claim })));

type Filters = Omit<CheckQuestion, 'kind'>;

const ask = (filters: Filters = {}, facts = FACTS): CheckAnswer => {
  const answered = answer({ kind: 'check', ...filters }, facts);
  if (answered.kind !== 'check') throw new Error(answered.kind);
  return answered;
};
const allParts = (filters: Filters): readonly CheckAnswer[] =>
  Array.from({ length: ask(filters).flagged.pages }, (_, at) => ask({ ...filters, page: at + 1 }));
const flaggedIn = (filters: Filters): readonly Finding[] => allParts(filters).flatMap(({ flagged }) => flagged.shown);
const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);
const figure = (...ids: readonly [string, ...string[]]): FigureAnswer => {
  const answered = answer({ kind: 'figure', figures: [...ids] }, FACTS);
  if (answered.kind !== 'figure') throw new Error(answered.kind);
  return answered;
};

describe('the notes against the record', () => {
  it('count every verdict once, in all and note by note', () => {
    const { counts, flagged, folded } = ask();
    for (const verdict of VERDICTS) {
      expect(counts[verdict]).toBe(ALL.filter((finding) => finding.verdict === verdict).length);
      expect(NUMBERS.reduce((sum, note) => sum + ask({ note }).counts[verdict], 0)).toBe(counts[verdict]);
    }
    expect(flagged.total).toBe(counts.disagrees + counts.conflicts + counts.loose + counts.rounding);
    expect(folded).toHaveLength(counts.agrees + counts['cannot be checked']);
    expect(counts.disagrees).toBeGreaterThan(3);
    expect(counts.agrees).toBeGreaterThan(20);
  });

  it.each([undefined, ...NUMBERS])('come worst first and part by part, each finding once, in note %s', (note) => {
    const filters = note === undefined ? {} : { note };
    const flagged = flaggedIn(filters);
    const severity = flagged.map(({ verdict }) => VERDICTS.indexOf(verdict));
    expect(severity).toEqual(severity.toSorted((one, other) => one - other));
    const expected = ALL.filter((finding) => note === undefined || finding.note.startsWith(note));
    expect(idsOf([...flagged, ...ask(filters).folded]).toSorted()).toEqual(idsOf(expected).toSorted());
    expect(flagged.every(isFlagged)).toBe(true);
    expect(ask(filters).folded.some(isFlagged)).toBe(false);
  });

  it('say of what is flagged what note and record say, whose record it is, what follows, and a flag to cite', () => {
    for (const { id, said, record, sources, consequence, flag } of flaggedIn({})) {
      expect([id, said.length > 0, record.length > 0, sources.length > 0]).toEqual([id, true, true, true]);
      expect([id, consequence !== undefined, flag !== undefined]).toEqual([id, true, true]);
    }
  });

  it('answer for single findings, whatever their verdict', () => {
    for (const { id, verdict, note } of ALL) {
      const answered = ask({ findings: [id] });
      expect(idsOf([...answered.flagged.shown, ...answered.folded])).toEqual([id]);
      expect(answered.counts[verdict]).toBe(1);
      expect(answered.sources).toContain(note);
    }
    expect(ask({ findings: ['no-such-finding'] }).flagged.total).toBe(0);
  });

  it('rest on finite figures, each with its unit and source', () => {
    const parts = [...allParts({}), ...NUMBERS.flatMap((note) => allParts({ note }))];
    const figures = parts.flatMap((part) => part.figures);
    expect(figures.length).toBeGreaterThan(100);
    for (const { id, value, unit, label, source } of figures) {
      expect([id, Number.isFinite(value)]).toEqual([id, true]);
      expect([id, unit, label, source].every((words) => words.length > 0)).toBe(true);
    }
    expect(ask({ findings: ['002-ratio-2020'] }).figures).toContainEqual(
      expect.objectContaining({ value: expect.closeTo(1974.86 / 3756.07, 9), unit: 'ratio' }),
    );
  });

  it('follow the record at hand: without closes nothing about the market is wrong or agrees', () => {
    const without = ask({ note: '002' }, { ...FACTS, record: { ...CITED_RECORD, closes: () => undefined } });
    expect(without.counts.disagrees).toBe(0);
    expect(without.counts['cannot be checked']).toBeGreaterThan(ask({ note: '002' }).counts['cannot be checked']);
    expect(ask({ note: '002' }).counts.disagrees).toBe(1);
  });
});

describe('a figure', () => {
  it.each(FIGURES.map(({ figure: { id } }) => id))('%s is answered with value, unit, basis, day and note', (id) => {
    const known = FIGURES.find(({ figure: one }) => one.id === id);
    const answered = figure(id);
    const [noted] = answered.noted.shown;
    expect(noted).toMatchObject({ figure: known?.figure, claim: { id: known?.claim.id } });
    const [printed, inMillions] = answered.figures;
    expect(printed).toMatchObject({
      id,
      value: known?.figure.value,
      unit: known?.figure.unit,
      source: known?.claim.note.id,
    });
    // billions come in the model's unit too
    expect(inMillions === undefined).toBe(known?.figure.unit !== 'US$ bn');
    if (inMillions) expect(inMillions).toMatchObject({ unit: 'US$ m', value: (known?.figure.value ?? 0) * 1_000 });
    expect(noted?.figure.basis.length).toBeGreaterThan(0);
    expect(noted?.figure.asOf ?? noted?.figure.period ?? noted?.figure.undated).toBeDefined();
  });

  it.each([8.78, 0.47, 0.93, 0.36, 0.4, 2453.36])('that is right, %s, is never flagged', (value) => {
    const same = FIGURES.filter(({ figure: one }) => one.value === value);
    expect(same.length).toBeGreaterThan(0);
    for (const { figure: one } of same) expect(figure(one.id).noted.shown[0]?.finding?.verdict).toBe('agrees');
  });

  it.each([
    [0.6, 'disagrees'],
    [17.55, 'rounding'],
    [40, 'conflicts'],
  ])('%s is flagged: %s', (value, verdict) => {
    const same = FIGURES.filter(({ figure: one }) => one.value === value);
    expect(same.map(({ figure: one }) => figure(one.id).noted.shown[0]?.finding?.verdict)).toContain(verdict);
  });

  it('comes in the order asked for, in parts where there are many, and is left out where no note prints it', () => {
    const ids = FIGURES.slice(0, 12).map(({ figure: { id } }) => id) as [string, ...string[]];
    const first = figure(...ids).noted;
    expect(first).toMatchObject({ total: 12, page: 1 });
    const parts = Array.from({ length: first.pages }, (_, at) =>
      answer({ kind: 'figure', figures: ids, page: at + 1 }, FACTS),
    ) as FigureAnswer[];
    expect(parts.flatMap(({ noted }) => noted.shown.map((one) => one.figure.id))).toEqual(ids);
    expect(figure('no-such-figure').noted.total).toBe(0);
  });
});

describe('conflicts between notes', () => {
  const conflicts = (page: number): ConflictsAnswer => {
    const answered = answer({ kind: 'conflicts', page }, FACTS);
    if (answered.kind !== 'conflicts') throw new Error(answered.kind);
    return answered;
  };
  const { pages } = conflicts(1).conflicts;
  const all = Array.from({ length: pages }, (_, at) => conflicts(at + 1));

  it('are all shown, part by part', () => {
    expect(pages).toBeGreaterThan(1);
    expect(idsOf(all.flatMap((part) => part.conflicts.shown))).toEqual(idsOf(conflictsIn(NOTES, CITED_RECORD)));
  });

  it('set two sides against one another, each said by claims of the library whose notes are cited', () => {
    const claims = new Map(NOTES.claims.map((claim) => [claim.id, claim]));
    for (const { conflicts: part, sources } of all) {
      for (const { sides } of part.shown) {
        expect(sides).toHaveLength(2);
        for (const side of sides) {
          expect(side.claims.length).toBeGreaterThan(0);
          for (const id of side.claims) expect(sources).toContain(claims.get(id)?.note.id);
        }
      }
    }
  });

  it('are settled where the record can: the Fed began in September 2024, as notes 000 and 002 have it', () => {
    const settled = all.flatMap((part) => part.conflicts.shown).filter(({ supports }) => supports !== undefined);
    expect(idsOf(settled)).toEqual(['conflict-easing-began']);
    const [{ supports, sides } = { supports: undefined, sides: undefined }] = settled;
    expect(supports !== undefined && sides?.[supports]?.claims.map((id) => id.slice(0, 3))).toEqual(['000', '002']);
  });

  it('can be asked for singly', () => {
    const answered = answer({ kind: 'conflicts', conflicts: ['conflict-tariffs'] }, FACTS) as ConflictsAnswer;
    expect(idsOf(answered.conflicts.shown)).toEqual(['conflict-tariffs']);
  });
});
