import { describe, expect, it } from 'vitest';
import { viewsCommand } from '../../../commands/views.ts';
import { shippedFacts } from '../../../src/facts/index.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import type { Stance } from '../../../src/notes/format.ts';
import { NOTES, withNotes } from '../../../src/notes/index.ts';
import { renderTurn } from '../../../src/surface/answer-turn.ts';
import { answerNotes } from '../../../src/topics/notes/answer.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { ViewsQuestion } from '../../../src/topics/views/question.ts';
import { isoDate } from '../../../src/units.ts';
import { liveFacts } from '../../doubles/live-facts.ts';
import { ratioSeries } from '../../doubles/market-series.ts';
import { NOW } from '../../store/scenario.ts';
import { DRAFT, keptNote, viewOf } from '../../team-notes/made-draft.ts';
import { shown as drawn, FACTS, plain } from '../rendered.ts';

const noteOn = (number: number, date: string, choice: 'bullish' | 'bearish', speaker?: string) => {
  const { horizon: _, ...rest } = viewOf({ choice, ...(speaker && { speaker, firm: 'Halden Capital' }) });
  return keptNote({ header: { title: `Note ${number}`, date: isoDate(date) }, claims: [rest] }, `T${number}`);
};

const ask = (question: object, ...files: Parameters<typeof withNotes>[0]) =>
  answer({ kind: 'views', ...question }, { ...FACTS, notes: withNotes(files, NOTES) });
const shown = (question: object, ...files: Parameters<typeof withNotes>[0]) =>
  ask(question, ...files).claims?.shown.map(({ claim, superseded }) => `${claim.id}${superseded ? ' superseded' : ''}`);

describe('views in a team’s library', () => {
  const files = [noteOn(1, '2026-09-18', 'bearish', 'Mia Dahl'), noteOn(2, '2026-10-01', 'bullish', 'Mia Dahl')];

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
    const { horizon, ...rest } = viewOf({ speaker: 'Ingrid Solberg', firm: 'Harrow Point', choice: 'bearish' });
    const sentences = [
      { sentence: 'Each cut reaches them late because banks tighten first.', horizon },
      { sentence: 'In a recession small caps will fall 25%.', condition: 'in a recession', horizon },
      { sentence: 'She is bearish on small caps against large caps.' },
      { sentence: 'Small caps will underperform.', horizon },
      { sentence: 'She is bearish.', summary: 'Bearish through 2027: refinancing outruns any cut.', horizon },
    ];
    const claims = sentences.map((one, at) => ({ ...rest, ...one, number: at + 1, paragraph: 2 }));
    const order = (count: number) => shown(question, keptNote({ claims: claims.slice(0, count) }))?.[0];
    expect([2, 4, 5].map(order)).toEqual(['T1-1', 'T1-4', 'T1-5']);
  });

  it.each([
    ['no recession', '· given no recession'],
    ['provided that the economy grows by 2%', '· provided that the economy grows by 2%'],
    ['until the labour market turns', '· until the labour market turns'],
  ])('say on which condition in its own words: %s', (condition, words) => {
    const claims = DRAFT.claims.map((claim) => ({ ...claim, condition }));
    expect(plain(drawn(renderTurn(ask({ notes: ['T1'] }, keptNote({ claims })))))).toContain(words);
  });

  it('answer what would change somebody’s mind with what they say would, before what their view rests on', () => {
    const said = viewOf({ speaker: 'Ingrid Solberg', firm: 'Harrow Point' });
    const claims = [
      { ...said, sentence: 'In a recession small caps will fall 25%.', condition: 'in a recession', number: 1 },
      {
        ...{ ...said, number: 2, choice: 'keep' as const, condition: 'if credit spreads stayed tight' },
        sentence: 'Solberg would change her mind if credit spreads stayed tight.',
      },
    ];
    const asked = { who: ['Ingrid Solberg'], needs: 'anything' };
    expect(shown(asked, keptNote({ claims }))).toEqual(['T1-2', 'T1-1']);
  });
});

const TODAY = isoDate('2026-11-20');

/** A note of one firm, on one side, with its first claim alone. */
const fileOf = (firm: string, number = 'T1', date = '2026-09-18', choice: 'bullish' | 'bearish' = 'bearish') =>
  keptNote({ header: { publisher: firm, date: isoDate(date) }, claims: [viewOf({ firm, choice })] }, number, TODAY);
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

/** Sessions from 2 January 2026 on, through 26 June: small caps gain on large caps on each of them. */
const CLOSES = ratioSeries(
  Array.from({ length: 121 }, (_, at) => 0.4 + at / 1_000),
  '2026-01-02',
);

interface Said {
  readonly date: string;
  readonly stance: Stance;
  readonly ends?: string;
}

const scoredFile = ({ date, stance, ends }: Said, at: number) => {
  const horizon = { label: 'short term', ...(ends !== undefined && { ends: isoDate(ends) }) };
  const header = { title: `Note ${at}`, date: isoDate(date) };
  return keptNote({ header, claims: [viewOf({ choice: stance, horizon })] }, `T${at + 1}`, date);
};

/** The ledger of the views of one firm on a day, after the close. */
const ledgerOn = (day: string, said: readonly Said[]) => {
  const notes = withNotes(said.map(scoredFile), NOTES);
  const facts = { ...liveFacts(`${day}T22:00:00Z`, { closes: CLOSES }), notes };
  const asked: ViewsQuestion = { kind: 'views', scored: true, who: ['Norrgate Research'] };
  const given = answer(asked, facts);
  if (given.ledger === undefined) throw new Error('no ledger');
  return { ...given.ledger, text: asPlainText(render(given)).replaceAll('\u00a0', ' ') };
};

describe('the ledger of views', () => {
  it('holds a view against the ratio from its note’s day to its last day', () => {
    const { scored } = ledgerOn('2026-06-26', [{ date: '2026-01-05', stance: 'bullish', ends: '2026-03-31' }]);
    expect(scored.map(({ from, to, cameOut }) => ({ from, to, cameOut }))).toEqual([
      { from: '2026-01-05', to: '2026-03-31', cameOut: true },
    ]);
    // 61 sessions after 2 January against 1
    expect(scored[0]?.change).toBeCloseTo(100 * (0.46 / 0.401 - 1), 1);
  });

  it('takes the session before where a day has none', () => {
    const { scored } = ledgerOn('2026-06-26', [{ date: '2026-01-10', stance: 'bearish', ends: '2026-05-31' }]);
    expect(scored.map(({ from, to, cameOut }) => ({ from, to, cameOut }))).toEqual([
      { from: '2026-01-09', to: '2026-05-29', cameOut: false },
    ]);
  });

  it('scores nothing that has no last day, or has not come to it', () => {
    const said: Said[] = [
      { date: '2026-01-05', stance: 'bullish' },
      { date: '2026-01-06', stance: 'bearish', ends: '2026-06-30' },
      { date: '2026-01-07', stance: 'neutral', ends: '2026-03-31' },
    ];
    const { scored, undated, running } = ledgerOn('2026-06-26', said);
    expect({ scored: scored.length, undated, running }).toEqual({ scored: 0, undated: 1, running: 1 });
  });

  it('knows on no day what came after it', () => {
    const said: Said[] = [{ date: '2026-01-05', stance: 'bullish', ends: '2026-03-31' }];
    expect(ledgerOn('2026-03-30', said)).toMatchObject({ scored: [], running: 1 });
    expect(ledgerOn('2026-04-01', said).scored).toEqual(ledgerOn('2026-06-26', said).scored);
  });

  it('ranks nobody with fewer than five', () => {
    const many = (count: number): Said[] =>
      Array.from({ length: count }, (_, at) => ({ date: `2026-01-${12 + at}`, stance: 'bullish', ends: '2026-02-27' }));
    expect(ledgerOn('2026-06-26', many(4)).firms).toEqual([{ name: 'Norrgate Research', scored: 4, cameOut: 4 }]);
    expect(ledgerOn('2026-06-26', many(4)).text).not.toContain('100%');
    expect(ledgerOn('2026-06-26', many(5)).firms).toEqual([{ name: 'Norrgate Research', scored: 5, cameOut: 5 }]);
  });
});
