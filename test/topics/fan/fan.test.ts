import { describe, expect, it } from 'vitest';
import { ratecutCommand } from '../../../commands/ratecut.ts';
import { messageProblems } from '../../../src/message/message-problems.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import type { FanQuestion } from '../../../src/topics/fan/question.ts';
import { answer } from '../../../src/topics/registry.ts';
import { readerOf } from '../../doubles/asked.ts';
import { lastOf } from '../../reading/asked-turns.ts';
import { block, FACTS, labelsOf, plain, rendered, title } from '../rendered.ts';

const FAN: FanQuestion = { kind: 'fan', moveBps: -100, by: 'published share' };
const read = readerOf(ratecutCommand);

describe('the words that ask for other assumptions', () => {
  it.each<[string, Partial<FanQuestion>]>([
    ['100bps fan', {}],
    ['fan 100', {}],
    ['50bps what matters most', { moveBps: -50, by: 'input' }],
    ['hike 25 tornado', { moveBps: 25, by: 'input' }],
    ['100bps fan large', { only: 'large' }],
    ['100bps fan debt=4x', { small: { debtToEbitda: 4 } }],
  ])('behind the command: %s', (words, asked) => {
    expect(read(words)).toMatchObject({ kind: 'question', question: { ...FAN, ...asked } });
  });

  it.each<[readonly string[], Partial<FanQuestion>]>([
    [['cut 75 across all published shares'], { moveBps: -75 }],
    [['cut 50', 'what matters most'], { moveBps: -50, by: 'input' }],
    [['cut 50', 'show the fan', 'for large'], { moveBps: -50, only: 'large' }],
    [['cut 50', 'show the fan', 'and for 100?'], { moveBps: -100 }],
    [['cut 50', 'show the fan', 'which assumption matters most'], { moveBps: -50, by: 'input' }],
  ])('in a thread: %j', (texts, asked) => {
    expect(lastOf(...texts)).toEqual({ ...FAN, ...asked });
  });

  it.each([['i am a fan of small caps'], ['what matters most to you']])('are not heard in %s', (words) => {
    expect(JSON.stringify(lastOf(words))).not.toContain('"kind":"fan","moveBps":-100,"by":"published share"}}');
  });
});

describe('the fan', () => {
  const message = rendered(FAN);

  it('has a row a published share, the note’s own among them', () => {
    expect(title(message)).toBe('100 bp cut: SmallCap net income +5.85 to +9.95% across five sources');
    expect(block(message, 'data_table').rows.map((row) => row.map(({ text }) => plain(text)).join(' | '))).toEqual([
      'Source | Floating | Net income | Interest p.a.',
      'Goldman Sachs, Sep 2023 | 30% | +5.85% | −$3.48m',
      'Goldman Sachs, Sep 2024 | 33% | +6.44% | −$3.83m',
      'Plante Moran, Jul 2024 | 36% | +7.02% | −$4.18m',
      'Note 000, Sep 2024 | 45% | +8.78% | −$5.22m',
      'Apollo, Jul 2024 | 51% | +9.95% | −$5.92m',
    ]);
    expect(messageProblems(message)).toEqual([]);
  });

  it('says where the note stands, what the other company does, and what is left out', () => {
    const text = asPlainText(message);
    expect(text).toContain('Note 000’s 45% is higher than three of the four others');
    expect(text).toContain('+0.31% at Goldman Sachs’s 6%, +0.47% at the note’s 9%, +1.30% at Apollo’s 25%');
    expect(text).toContain('41%: quoted second-hand');
    expect(labelsOf(message)).toEqual(['50 bp', 'Hike 100 bp', 'What matters most', 'For LargeCap', 'The move itself']);
  });

  it('has its numbers in full precision', () => {
    const figures = Object.fromEntries(answer(FAN, FACTS).figures.map(({ id, value }) => [id, value]));
    expect(figures['smallcap@30.lift']).toBeCloseTo(5.853277, 6);
    expect(figures['smallcap@51.lift']).toBeCloseTo(9.950571, 6);
    expect(figures['largecap@25.lift']).toBeCloseTo(1.296776, 6);
  });
});

describe('what matters most', () => {
  it('ranks the inputs in words and bars', () => {
    const message = rendered({ ...FAN, by: 'input' });
    expect(title(message)).toBe('SmallCap, 100 bp cut: floating share matters most, 4.10 points of net income');
    expect(block(message, 'data_visualization').chart.series[0]?.data.map(({ label }) => label)).toEqual([
      'Floating',
      'Debt',
      'Hedged',
      'Tax',
    ]);
    expect(messageProblems(message)).toEqual([]);
  });

  it('is in dollars of a company without profit', () => {
    const loss: FanQuestion = { ...FAN, by: 'input', small: { netIncome: -5 } };
    expect(title(rendered(loss))).toContain('matters most, $2.44m of net income');
  });
});

describe('the floating share for a wanted lift', () => {
  const WANTED: FanQuestion = { kind: 'fan', moveBps: -100, by: 'lift', lift: 10 };

  it('is asked for in words, behind the command and in a thread', () => {
    expect(read('100bps what floating share for 10%')).toMatchObject({ kind: 'question', question: WANTED });
    expect(lastOf('cut 100', 'what floating share gives +10%')).toEqual(WANTED);
    expect(lastOf('what floating share would give 5% on a 50bp cut')).toEqual({ ...WANTED, moveBps: -50, lift: 5 });
  });

  it('is said, or that not even all debt would do', () => {
    const message = rendered(WANTED);
    expect(title(message)).toBe(
      '+10.00% net income from a 100 bp cut: SmallCap 51.25% floating, LargeCap not even with all debt floating',
    );
    expect(asPlainText(message)).toContain('All of LargeCap’s debt floating brings +5.19%; the sum asks for 192.79%');
    const figures = Object.fromEntries(answer(WANTED, FACTS).figures.map(({ id, value }) => [id, value]));
    expect(figures['smallcap.floating-share']).toBeCloseTo(51.253338, 6);
    expect(messageProblems(message)).toEqual([]);
  });
});
