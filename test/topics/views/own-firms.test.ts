import { describe, expect, it } from 'vitest';
import { viewsCommand } from '../../../commands/views.ts';
import { shippedFacts } from '../../../src/facts/index.ts';
import { NOTES, withNotes } from '../../../src/notes/index.ts';
import { noteOf } from '../../../src/team-notes/index.ts';
import { answerNotes } from '../../../src/topics/notes/answer.ts';
import { isoDate } from '../../../src/units.ts';
import { NOW } from '../../store/scenario.ts';
import { DRAFT } from '../../team-notes/made-draft.ts';

const TODAY = isoDate('2026-11-20');

/** A note of one firm, on one side, with its first claim alone. */
const fileOf = (firm: string, number = 'T1', date = '2026-09-18', choice: 'bullish' | 'bearish' = 'bearish') => {
  const [first] = DRAFT.claims;
  if (first === undefined) throw new Error('no claim');
  const header = { ...DRAFT.header, publisher: firm, date: isoDate(date) };
  const file = noteOf({ ...DRAFT, header, claims: [{ ...first, firm, choice }] }, number, { on: TODAY, by: 'U1' });
  if (file === undefined) throw new Error('no note');
  return file;
};
const read = (typed: string, firm: string) =>
  viewsCommand.read(typed, withNotes([fileOf(firm)], NOTES), { today: TODAY });

describe('the firm of a note of one’s own', () => {
  it.each([
    ['norrgate', 'Norrgate Research'],
    ['Halden', 'Halden Capital Markets'],
    ['halden capital markets', 'Halden Capital Markets'],
  ])('is asked for as people call it: %s', (typed, firm) => {
    expect(read(typed, firm)).toMatchObject({ kind: 'question', question: { kind: 'views', who: [firm] } });
  });

  it.each([
    ['global', 'Global Research'],
    ['growth', 'Growth Capital'],
  ])('is not called by a word of every day: %s', (typed, firm) => {
    expect(JSON.stringify(read(typed, firm))).not.toContain(firm);
  });

  it('took its side in the note that it took it in, whatever it said later', () => {
    const [one, two] = [fileOf('Norrgate Research'), fileOf('Norrgate Research', 'T2', '2026-10-20', 'bullish')];
    const facts = { ...shippedFacts(NOW), notes: withNotes([one, two], NOTES) };
    const [{ sides } = { sides: [] }] = answerNotes({ kind: 'notes', note: 'T1' }, facts).notes;
    expect(sides.filter(({ voices }) => voices.length > 0).map(({ stance }) => stance)).toEqual(['bearish']);
  });
});
