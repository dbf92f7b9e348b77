import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../commands/check.ts';
import { NOTES } from '../../src/notes/library.ts';
import { checkNotes } from '../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../src/record/closes.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { readerOf, readLine } from '../doubles/asked.ts';

const readCheckWords = readerOf(checkCommand);

const asked = (words: string) => {
  const reading = readCheckWords(words);
  if (reading.kind !== 'question') throw new Error(JSON.stringify(reading));
  return reading.question;
};
const findings = (...ids: readonly string[]) => ({ kind: 'check', findings: ids });
const NOTE_002 = { kind: 'check', note: '002' };

describe('the notes against the record', () => {
  it.each([
    ['', { kind: 'check' }],
    ['all', { kind: 'check' }],
    ['the notes', { kind: 'check' }],
    ['what is wrong?', { kind: 'check' }],
    ['002', NOTE_002],
    ['note 002', NOTE_002],
    ['2', NOTE_002],
    ['NOTE 2', NOTE_002],
    ['n002', NOTE_002],
    ['002-2024-07-25', NOTE_002],
    ['all figures in note 002', NOTE_002],
    ["what's wrong with note 002", NOTE_002],
    ['fidelity', NOTE_002],
    ['Tom Stevenson', NOTE_002],
    ['note 002 fidelity', NOTE_002],
    ['*002*', NOTE_002],
    ['<@U012ABCDEF> 002', NOTE_002],
    ['page 2', { kind: 'check', page: 2 }],
    ['002 page 2', { kind: 'check', note: '002', page: 2 }],
    ['page 1', { kind: 'check' }],
    ['wrong', { kind: 'check', verdicts: ['disagrees'] }],
    ['loose', { kind: 'check', verdicts: ['loose'] }],
    ['what agrees', { kind: 'check', verdicts: ['agrees'] }],
    ['cannot be checked', { kind: 'check', verdicts: ['cannot be checked'] }],
    ['2 loose', { ...NOTE_002, verdicts: ['loose'] }],
    ['wrong in fidelity', { ...NOTE_002, verdicts: ['disagrees'] }],
    ['loose page 2', { kind: 'check', verdicts: ['loose'], page: 2 }],
    ['conflicts', { kind: 'conflicts' }],
    ['contradictions', { kind: 'conflicts' }],
    ['where do the notes disagree?', { kind: 'conflicts' }],
    ['conflicts page 2', { kind: 'conflicts', page: 2 }],
    ['conflict about tariffs', { kind: 'conflicts', conflicts: ['conflict-tariffs'] }],
    ['50bp july', findings('003-july-2024-cut')],
    ['50 bp in July 2024', findings('003-july-2024-cut')],
    ['50bp jul', findings('003-july-2024-cut')],
    ['riksbank', findings('000-riksbank')],
    ['riksbnk', findings('000-riksbank')],
    ['money market funds', findings('000-money-funds')],
    ['200 day moving average', findings('002-above-200-day')],
  ])('reads %j', (words, question) => {
    expect(asked(words)).toEqual(question);
  });

  it.each([
    ['0.36', '002-ratio-before-cpi'],
    ['0.4', '002-ratio-now'],
    ['0.6', '002-ratio-2020'],
    ['8.78%', '000-model-100'],
    ['0.47', '000-model-100'],
    ['0.93%', '000-model-200'],
    ['17.55', '000-model-200-smallcap'],
    ['2453.36', '001-intraday-high'],
    ['2,453.36', '001-intraday-high'],
    ['36%', '001-rebound-from-april'],
    ['35%', '001-magnificent-7-weight'],
    ['$6.3tn', '000-money-funds'],
    ['90%', '002-nine-in-ten'],
  ])('finds the statement that prints %s, and no other', (figure, id) => {
    expect(asked(figure)).toEqual(findings(id));
  });

  it('looks for free words in the note that is named', () => {
    const read = asked('note 002 ratio');
    expect(read).toMatchObject({
      kind: 'check',
      findings: expect.arrayContaining(['002-ratio-2020', '002-ratio-now']),
    });
    for (const words of ['p/e in note 003', 'note 000 p/e']) {
      const { findings: found = [] } = asked(words) as { findings?: string[] };
      expect(found.length).toBeGreaterThan(0);
      for (const id of found) expect(words).toContain(id.slice(0, 3));
    }
  });

  it('shows the conflicts in which a note named takes a side', () => {
    const { conflicts = [] } = asked('conflicts 004') as { conflicts?: string[] };
    expect(conflicts).toEqual(['conflict-cut-helps']);
  });

  it('asks which one where two notes are named', () => {
    const reading = readCheckWords('001 002');
    if (reading.kind !== 'unclear' || reading.reason !== 'which') return expect.unreachable();
    expect(reading.readings.map(({ question }) => question)).toEqual([{ kind: 'check', note: '001' }, NOTE_002]);
  });

  it.each(['002 private', 'private 002', 'privately: 002'])('answers %j to the asker alone', (words) => {
    expect(readCheckWords(words)).toEqual({ kind: 'question', question: NOTE_002, private: true });
  });

  it.each(['help', 'HELP', '?'])('explains itself privately on %j', (words) => {
    expect(readCheckWords(words)).toEqual({ kind: 'question', question: { kind: 'help' }, private: true });
  });

  it('is what a line with the command in front is read as', () => {
    expect(readLine('/check 002')).toEqual(readCheckWords('002'));
    expect(readLine('/check')).toEqual(readCheckWords(''));
  });
});

describe('what cannot be checked', () => {
  it.each(['005', 'note 005', 'note 7', '999', 'note 42'])('%j is no note', (words) => {
    const number = words.replace('note ', '');
    expect(readCheckWords(words)).toEqual({ kind: 'unclear', reason: 'unknown-note', words: number });
  });

  it.each(['xyzzy', 'bitcoin', '0005', '&lt;!here&gt;', '漢字'])('%j is asked back', (words) => {
    expect(readCheckWords(words)).toMatchObject({ kind: 'unclear', reason: 'nothing-to-check' });
  });

  it.each(['<!channel>', ':rocket:'])('%j asks nothing', (words) => {
    expect(readCheckWords(words)).toMatchObject({ kind: 'unclear', reason: 'not-understood' });
  });

  it('echoes no more than a line of what was typed', () => {
    const reading = readCheckWords('q'.repeat(500));
    expect(reading).toMatchObject({ reason: 'nothing-to-check' });
    if ('words' in reading) expect(reading.words.length).toBeLessThanOrEqual(60);
  });
});

describe('properties', () => {
  it('never throws, and gives only questions that survive a button', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const reading = readCheckWords(words);
        if (reading.kind === 'unclear') return;
        expect(QuestionSchema.parse(JSON.parse(JSON.stringify(reading.question)))).toEqual(reading.question);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds every statement by what it is about', () => {
    for (const { id, subject } of checkNotes(NOTES, CITED_RECORD)) {
      const reading = readCheckWords(`${id.slice(0, 3)} ${subject}`);
      expect([id, reading]).toEqual([
        id,
        { kind: 'question', question: { kind: 'check', findings: expect.arrayContaining([id]) }, private: false },
      ]);
    }
  });
});

it('/check sweden finds what note 000 says of Swedish shares, whose words say Swedish', () => {
  const question = asked('sweden');
  const found = question.kind === 'check' ? (question.findings ?? []) : [];
  expect(found.length).toBeGreaterThan(1);
  expect(found.every((id) => checkNotes(NOTES, CITED_RECORD).some((one) => one.id === id))).toBe(true);
});
