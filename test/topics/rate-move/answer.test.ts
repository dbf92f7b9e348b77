import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { ASSUMPTIONS } from '../../../src/sensitivity/borrower.ts';
import { answerUnclear } from '../../../src/surface/not-understood.ts';
import type { Question } from '../../../src/topics/questions.ts';
import type { RateMoveAnswer } from '../../../src/topics/rate-move/answer.ts';
import type { RateMoveQuestion } from '../../../src/topics/rate-move/question.ts';
import { type Answer, answer } from '../../../src/topics/registry.ts';
import { isoInstant, usdMillions } from '../../../src/units.ts';
import { block, close, FACTS, labelsOf, numbers, plain, rendered, title } from '../rendered.ts';

const ask = (question: Omit<RateMoveQuestion, 'kind'>): RateMoveAnswer => {
  const answered = answer({ kind: 'rate-move', ...question }, FACTS);
  if (answered.kind !== 'rate-move') throw new Error(answered.kind);
  return answered;
};
const figure = ({ figures }: Answer, id: string): number | undefined => figures.find((one) => one.id === id)?.value;

describe('a rate move', () => {
  it('at one company states that one and leaves the other out', () => {
    const large = ask({ moveBps: -100, only: 'large' });
    expect(numbers(large)).toMatchObject({ 'largecap.saving': close(17.7399), 'largecap.lift': close(0.466839) });
    expect(Object.keys(numbers(large)).filter((id) => id.startsWith('smallcap') || id === 'lift.ratio')).toEqual([]);
    const small = ask({ moveBps: -200, only: 'small', large: { rate: 9 } });
    expect(numbers(small)).toMatchObject({ 'smallcap.lift': close(17.559832), 'smallcap.low.lift': close(11.706555) });
    expect(small).toMatchObject({ changed: [], slip: { printed: '17.55%' } });
  });

  it('states its figures in full precision, each with unit, label and source', () => {
    const answered = ask({ moveBps: -50 });
    const values = Object.fromEntries(answered.figures.map(({ id, value, unit }) => [id, [value, unit]]));
    expect(values).toMatchObject({
      move: [-50, 'bp'],
      'smallcap.lift': [expect.closeTo(4.389958, 6), '%'],
      'smallcap.saving': [expect.closeTo(2.612025, 9), 'US$ m'],
      'smallcap.interest.before': [expect.closeTo(69.654, 9), 'US$ m'],
      'smallcap.interest.after': [expect.closeTo(67.041975, 9), 'US$ m'],
      'smallcap.coverage.before': [expect.closeTo(2.564103, 6), '×'],
      'smallcap.coverage.after': [expect.closeTo(2.664003, 6), '×'],
      'smallcap.low.lift': [expect.closeTo(2.926639, 6), '%'],
      'smallcap.high.lift': [expect.closeTo(4.975286, 6), '%'],
      'smallcap.aftertax.lift': [expect.closeTo(3.468067, 6), '%'],
      'largecap.lift': [expect.closeTo(0.23342, 6), '%'],
      'largecap.saving': [expect.closeTo(8.86995, 9), 'US$ m'],
      'lift.ratio': [expect.closeTo(18.807141, 6), '×'],
      'ratio.level': [0.4, 'ratio'],
      'ratio.age': [27, 'months'],
      'ratio.change': [expect.closeTo(11.111111, 6), '%'],
    } satisfies Record<string, unknown>);
    for (const { label, source } of answered.figures) {
      expect(label.length).toBeGreaterThan(0);
      expect(source.length).toBeGreaterThan(0);
    }
  });

  it('cites two views a side and lists what it rests on', () => {
    const answered = ask({ moveBps: -50 });
    expect(answered.views.map(({ stance }) => stance)).toEqual(['bullish', 'bullish', 'bearish', 'bearish']);
    expect(answered.views[0]).toEqual({
      firm: 'Bank of America',
      stance: 'bullish',
      note: '001-2025-09-18',
      claim: '001-bofa-floating-loans',
      paraphrase: expect.any(String),
    });
    expect(answered.views[2]).toMatchObject({
      person: 'Lori Calvasina',
      firm: 'RBC Capital Markets',
      note: '004-2025-08-26',
    });
    expect(answered.sources).toEqual(
      expect.arrayContaining(['000-2024-09-18', '001-2025-09-18', '002-2024-07-25', '004-2025-08-26']),
    );
  });

  it('changes only the assumptions that differ, and keeps the original beside them', () => {
    const answered = ask({ moveBps: 25, small: { floatingShare: 60, rate: 6 }, large: { debtToEbitda: 3 } });
    expect(answered.changed.map(({ company, assumption, from, to }) => [company, assumption, from, to])).toEqual([
      ['small', 'floatingShare', 45, 60],
      ['large', 'debtToEbitda', 2.3, 3],
    ]);
    expect(figure(answered, 'smallcap.lift')).toBeCloseTo(-2.926639, 6);
    expect(answered.original?.small.netIncome).toMatchObject({ lift: expect.closeTo(-2.194979, 6) });
    expect(ask({ moveBps: 25 })).not.toHaveProperty('original');
    expect(ask({ moveBps: 25, small: { rate: 6 } })).not.toHaveProperty('original');
  });

  it.each([
    [{ moveBps: -100, small: { floatingShare: 60 } }, 6.9654, 11.706555, 25.076188],
    [{ moveBps: -100, small: { floatingShare: 100 } }, 11.609, 19.510924, 41.793647],
  ])('answers %j', (question, saving, lift, ratio) => {
    const answered = ask(question);
    expect(figure(answered, 'smallcap.saving')).toBeCloseTo(saving, 9);
    expect(figure(answered, 'smallcap.lift')).toBeCloseTo(lift, 6);
    expect(figure(answered, 'lift.ratio')).toBeCloseTo(ratio, 6);
  });

  it('explains the one figure note 000 misprints, where it is asked for, and flags none it prints right', () => {
    expect(ask({ moveBps: -200 }).slip).toEqual({ printed: '17.55%', computed: expect.closeTo(17.559832, 6) });
    for (const moveBps of [-50, -100, 200]) expect(ask({ moveBps })).not.toHaveProperty('slip');
    expect(ask({ moveBps: -200, small: { floatingShare: 50 } })).not.toHaveProperty('slip');
  });

  it('of nothing has no ladder; else the ladder follows its direction', () => {
    expect(ask({ moveBps: 0 }).ladder).toEqual([]);
    expect(ask({ moveBps: -30 }).ladder.map(({ move }) => move)).toEqual([-25, -50, -75, -100]);
    expect(ask({ moveBps: 30 }).ladder.map(({ move }) => move)).toEqual([25, 50, 75, 100]);
  });

  it('gives a borrower without profit an amount and no percentage', () => {
    const answered = ask({ moveBps: -50, small: { netIncome: -10 } });
    expect(figure(answered, 'smallcap.change')).toBeCloseTo(2.612025, 9);
    expect(figure(answered, 'smallcap.lift')).toBeUndefined();
    expect(figure(answered, 'lift.ratio')).toBeUndefined();
  });

  it('says what it knows on the day it is asked: no reading before the first, none from later', () => {
    const on = (now: string) => answer({ kind: 'rate-move', moveBps: -50 }, shippedFacts(isoInstant(now)));
    expect(figure(on('2024-07-12T00:00:00Z'), 'ratio.level')).toBe(0.36);
    expect(figure(on('2019-07-12T00:00:00Z'), 'ratio.level')).toBeUndefined();
  });
});

describe('the id of an answer', () => {
  it('is the same for the same question and facts, and another for another', () => {
    const id = ask({ moveBps: -50 }).id;
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(ask({ moveBps: -50 }).id).toBe(id);
    expect(ask({ moveBps: -51 }).id).not.toBe(id);
    const richer = {
      ...FACTS,
      borrowers: { ...FACTS.borrowers, small: { ...FACTS.borrowers.small, netIncome: usdMillions(60) } },
    };
    expect(answer({ kind: 'rate-move', moveBps: -50 }, richer).id).not.toBe(id);
    expect(answer({ kind: 'rate-move', moveBps: -50 }, shippedFacts(isoInstant('2026-11-21T14:30:00Z'))).id).not.toBe(
      id,
    );
  });
});

describe('other questions', () => {
  it('count every voice of the notes on its side, whatever stance is asked for', () => {
    for (const stances of [undefined, ['bearish']] as const) {
      const answered = answer({ kind: 'views', ...(stances && { stances: [...stances] }) }, FACTS);
      if (answered.kind !== 'views') return expect.unreachable();
      expect(answered.sides.map(({ stance, voices }) => [stance, voices.length])).toEqual([
        ['bullish', 13],
        ['bearish', 4],
        ['mixed', 4],
        ['neutral', 1],
      ]);
    }
  });

  it('carry no figures where nothing was understood', () => {
    const answered = answerUnclear({ kind: 'unclear', reason: 'nothing-typed' }, FACTS);
    expect(answered).toMatchObject({ kind: 'unclear', question: null, figures: [], views: [], sources: [] });
  });
});

describe('properties', () => {
  const overrides = fc.record(
    Object.fromEntries(
      Object.entries(ASSUMPTIONS).map(([key, { least, most }]) => [
        key,
        fc.double({ min: least, max: most, noNaN: true }).map((value) => Number(value.toFixed(6))),
      ]),
    ),
    { requiredKeys: [] },
  );
  const questions = fc.record(
    {
      kind: fc.constant('rate-move' as const),
      moveBps: fc.integer({ min: -600, max: 600 }),
      small: overrides,
      large: overrides,
    },
    { requiredKeys: ['kind', 'moveBps'] },
  ) as fc.Arbitrary<Question>;

  it('gives the same answer to the same question and facts, and changes neither', () => {
    const before = JSON.stringify(FACTS);
    fc.assert(
      fc.property(questions, (question) => {
        const typed = JSON.stringify(question);
        expect(answer(question, FACTS)).toEqual(answer(question, FACTS));
        expect(JSON.stringify(question)).toBe(typed);
      }),
    );
    expect(JSON.stringify(FACTS)).toBe(before);
  });

  it('states only finite numbers', () => {
    fc.assert(
      fc.property(questions, (question) => {
        for (const { value } of answer(question, FACTS).figures) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

const ALL = { hedgedShare: 30, taxRate: 21, interestCap: 30 };
const bridged = (counted: RateMoveQuestion['small'], more: Partial<RateMoveQuestion> = {}): RateMoveQuestion => ({
  kind: 'rate-move',
  moveBps: -100,
  small: counted,
  large: counted,
  ...more,
});
const rows = (question: RateMoveQuestion): string[][] =>
  block(rendered(question), 'data_table').rows.map((row) => row.map(({ text }) => plain(text)));

describe('a move with more counted than the note does', () => {
  it('says in its heading what is on, and goes line by line from the note’s sum to net income', () => {
    expect(title(rendered(bridged(ALL)))).toBe(
      '100 bp cut: SmallCap net income +6.15%, LargeCap +0.26%, with tax, hedges and 163(j)',
    );
    expect(rows(bridged(ALL))).toEqual([
      ['Step', 'SmallCap', 'LargeCap'],
      ['Note 000', '+8.78%', '+0.47%'],
      ['30% hedged', '−2.63%', '−0.14%'],
      ['Tax 21%', '−1.29%', '−0.07%'],
      ['163(j) cap', '+1.29%', '0.00%'],
      ['Net income', '+6.15%', '+0.26%'],
    ]);
  });

  it('says what surprises, whose range it is, and what the books show', () => {
    const text = asPlainText(rendered(bridged(ALL)));
    expect(text).toContain('SmallCap pays no tax on the saving: interest of $69.65m is over its $53.58m cap');
    expect(text).toContain('SmallCap +4.10 to +6.97% (30–51% floating), LargeCap +0.17 to +0.72% (6–25%)');
    expect(text).toContain('In cash. A deferred tax asset can take SmallCap’s book figure to +4.86%');
    expect(text).toContain('Working, 3 assumptions on');
    expect(text).not.toContain('before tax');
    expect(labelsOf(rendered(bridged(ALL)))[0]).toBe('Back to note 000');
  });

  it('counts what is on beyond three, and shows dollars where there is no profit', () => {
    expect(title(rendered(bridged({ ...ALL, cash: 100, passThrough: 90 })))).toContain(', with 5 assumptions on');
    const loss = bridged({ taxRate: 21, netIncome: -10 }, { only: 'small' });
    expect(title(rendered(loss))).toBe("100 bp cut: SmallCap's loss narrows by $5.22m, with tax");
    expect(rows(loss)).toEqual([
      ['Step', 'SmallCap'],
      ['Note 000’s sum', '+$5.22m'],
      ['Tax 21%', '$0.00m'],
      ['Net income', '+$5.22m'],
    ]);
  });

  it('has every line among its figures, in full precision', () => {
    const { figures } = answer(bridged(ALL), FACTS);
    expect(Object.fromEntries(figures.map(({ id, value }) => [id, value]))).toMatchObject({
      'smallcap.lift': expect.closeTo(6.145941, 6),
      'smallcap.bridge.hedged': expect.closeTo(-1.567215, 9),
      'smallcap.bridge.tax': expect.closeTo(-0.76793535, 9),
      'smallcap.bridge.interest-cap': expect.closeTo(0.76793535, 9),
      'largecap.lift': expect.closeTo(0.258162, 6),
    });
  });

  it('keeps what is on when the size is changed by a button', () => {
    const kept = rendered(bridged(ALL)).blocks.flatMap((one) =>
      one.type === 'actions' ? one.elements.map(({ value }) => JSON.parse(value ?? '')) : [],
    );
    expect(kept).toContainEqual(bridged(ALL, { moveBps: 100 }));
  });
});
