import { describe, expect, it } from 'vitest';
import { NOTES, withNotes } from '../../../src/notes/index.ts';
import { renderTurn } from '../../../src/surface/answer-turn.ts';
import { noteOf } from '../../../src/team-notes/index.ts';
import { answer } from '../../../src/topics/registry.ts';
import { isoDate } from '../../../src/units.ts';
import { DRAFT } from '../../team-notes/made-draft.ts';
import { shown as drawn, FACTS, plain } from '../rendered.ts';

const fileOf = (number: number, date: string, choice: 'bullish' | 'bearish', speaker?: string) => {
  const [claim] = DRAFT.claims;
  const { horizon: _, ...rest } = claim as (typeof DRAFT.claims)[number];
  const file = noteOf(
    {
      ...DRAFT,
      header: { ...DRAFT.header, title: `Note ${number}`, date: isoDate(date) },
      claims: [{ ...rest, choice, ...(speaker && { speaker, firm: 'Halden Capital' }) }],
    },
    `T${number}`,
    { on: isoDate('2026-11-18'), by: 'U1' },
  );
  if (file === undefined) throw new Error('no note');
  return file;
};

const ask = (question: object, ...files: Parameters<typeof withNotes>[0]) =>
  answer({ kind: 'views', ...question }, { ...FACTS, notes: withNotes(files, NOTES) });
const shown = (question: object, ...files: Parameters<typeof withNotes>[0]) =>
  ask(question, ...files).claims?.shown.map(({ claim, superseded }) => `${claim.id}${superseded ? ' superseded' : ''}`);

describe('views in a team’s library', () => {
  const files = [fileOf(1, '2026-09-18', 'bearish', 'Mia Dahl'), fileOf(2, '2026-10-01', 'bullish', 'Mia Dahl')];

  it('are the newest first, and one that the same person has replaced stands behind it', () => {
    expect(shown({ who: ['Mia Dahl'] }, ...files)).toEqual(['T2-1', 'T1-1 superseded']);
    expect(shown({ who: ['Mia Dahl'] }, ...files.toReversed())).toEqual(['T2-1', 'T1-1 superseded']);
  });

  it('leave out what was replaced where a side is asked for', () => {
    expect(shown({ who: ['Mia Dahl'], stances: ['bearish'] }, ...files)).toEqual([]);
    expect(shown({ stances: ['bullish'] }, ...files)?.[0]).toBe('T2-1');
  });

  it('count as new for seven days after they were added', () => {
    expect(shown({ since: isoDate('2026-11-18') }, ...files)).toEqual(['T2-1', 'T1-1 superseded']);
    expect(shown({ since: isoDate('2026-11-19') }, ...files)).toEqual([]);
  });

  it.each([
    [{ stances: ['bearish'] as const }],
    [{ who: ['Ingrid Solberg'] }],
    [{ since: isoDate('2026-11-18') }],
    [{ notes: ['T1'] }],
  ])('put first what stands for who says it: %j', (question) => {
    const [claim] = DRAFT.claims;
    const { horizon, ...rest } = claim as (typeof DRAFT.claims)[number];
    const said = { ...rest, speaker: 'Ingrid Solberg', firm: 'Harrow Point', choice: 'bearish' as const };
    const sentences = [
      { sentence: 'Each cut reaches them late because banks tighten first.', horizon },
      { sentence: 'In a recession small caps will fall 25%.', condition: 'in a recession', horizon },
      { sentence: 'She is bearish on small caps against large caps.' },
      { sentence: 'Small caps will underperform.', horizon },
      { sentence: 'She is bearish.', summary: 'Bearish through 2027: refinancing outruns any cut.', horizon },
    ];
    const draft = { ...DRAFT, claims: sentences.map((one, at) => ({ ...said, ...one, number: at + 1, paragraph: 2 })) };
    const order = (count: number) => {
      const file = noteOf({ ...draft, claims: draft.claims.slice(0, count) }, 'T1', {
        on: isoDate('2026-11-18'),
        by: 'U1',
      });
      return file && shown(question, file)?.[0];
    };
    expect([2, 4, 5].map(order)).toEqual(['T1-1', 'T1-4', 'T1-5']);
  });

  it.each([
    ['no recession', '· given no recession'],
    ['provided that the economy grows by 2%', '· provided that the economy grows by 2%'],
    ['until the labour market turns', '· until the labour market turns'],
  ])('say on which condition in its own words: %s', (condition, words) => {
    const claims = DRAFT.claims.map((claim) => ({ ...claim, condition }));
    const file = noteOf({ ...DRAFT, claims }, 'T1', { on: isoDate('2026-11-18'), by: 'U1' });
    if (file === undefined) throw new Error('no note');
    expect(plain(drawn(renderTurn(ask({ notes: ['T1'] }, file))))).toContain(words);
  });

  it('answer what would change somebody’s mind with what they say would, before what their view rests on', () => {
    const [claim] = DRAFT.claims;
    const said = { ...(claim as (typeof DRAFT.claims)[number]), speaker: 'Ingrid Solberg', firm: 'Harrow Point' };
    const claims = [
      { ...said, sentence: 'In a recession small caps will fall 25%.', condition: 'in a recession', number: 1 },
      {
        ...{ ...said, number: 2, choice: 'keep' as const, condition: 'if credit spreads stayed tight' },
        sentence: 'Solberg would change her mind if credit spreads stayed tight.',
      },
    ];
    const file = noteOf({ ...DRAFT, claims }, 'T1', { on: isoDate('2026-11-18'), by: 'U1' });
    expect(file && shown({ who: ['Ingrid Solberg'], needs: 'anything' }, file)).toEqual(['T1-2', 'T1-1']);
  });
});
