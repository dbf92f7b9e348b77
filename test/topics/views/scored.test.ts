import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import type { Stance } from '../../../src/notes/format.ts';
import { NOTES, withNotes } from '../../../src/notes/index.ts';
import { noteOf } from '../../../src/team-notes/index.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { ViewsQuestion } from '../../../src/topics/views/question.ts';
import { isoDate } from '../../../src/units.ts';
import { liveFacts } from '../../doubles/live-facts.ts';
import { ratioSeries } from '../../doubles/market-series.ts';
import { DRAFT } from '../../team-notes/made-draft.ts';

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

const fileOf = ({ date, stance, ends }: Said, at: number) => {
  const [claim] = DRAFT.claims;
  const horizon = { label: 'short term', ...(ends !== undefined && { ends: isoDate(ends) }) };
  const draft = {
    ...DRAFT,
    header: { ...DRAFT.header, title: `Note ${at}`, date: isoDate(date) },
    claims: [{ ...(claim as (typeof DRAFT.claims)[number]), choice: stance, horizon }],
  };
  const file = noteOf(draft, `T${at + 1}`, { on: isoDate(date), by: 'U1' });
  if (file === undefined) throw new Error('no note');
  return file;
};

/** The ledger of the views of one firm on a day, after the close. */
const ledgerOn = (day: string, said: readonly Said[]) => {
  const notes = withNotes(said.map(fileOf), NOTES);
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
