import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn, passes, slotsOf, utteranceOf } from '../../src/language/index.ts';
import { NOTES } from '../../src/notes/index.ts';
import type { Question } from '../../src/topics/questions.ts';
import type { RateMoveQuestion } from '../../src/topics/rate-move/question.ts';
import { readRateMove } from '../../src/topics/rate-move/read.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';
import { contextOf, KNOWN, turnOf } from './asked-turns.ts';

/** Sentences built from the grammar of moves, in which every part has one right meaning or is asked back. */

const size = fc.integer({ min: 10, max: 599 });
const unit = fc.constantFrom('bp', 'bps', ' bps', ' basis points', ' beeps');
const lead = fc.constantFrom(
  '',
  'what if they ',
  'suppose the fed ',
  'so what happens if powell ',
  'if the fomc ',
  'and if they ',
);
const verb = fc.constantFrom(
  ...(['cuts', 'lowers rates by', 'eases', 'trims rates by', 'slashes'] as const).map((word) => [word, -1] as const),
  ...(['hikes', 'raises rates by', 'tightens by'] as const).map((word) => [word, 1] as const),
);
const assumption = fc.oneof(
  fc
    .integer({ min: 1, max: 99 })
    .map((value) => ({ words: `${value}% floating`, key: 'floatingShare', value }) as const),
  fc
    .integer({ min: 1, max: 20 })
    .map((value) => ({ words: `leverage at ${value}x`, key: 'debtToEbitda', value }) as const),
  fc.integer({ min: 2, max: 20 }).map((value) => ({ words: `a coupon of ${value}%`, key: 'rate', value }) as const),
  fc.integer({ min: 50, max: 999 }).map((value) => ({ words: `ebitda of ${value}m`, key: 'ebitda', value }) as const),
);
const company = fc.constantFrom(
  ['', 'small'] as const,
  ['smallcap ', 'small'] as const,
  ['largecap ', 'large'] as const,
);
const month = fc.constantFrom('', ' in december', ' next march', ' in june 2027');
const tail = fc.constantFrom('', '?', ' please', ' - impact?', ', what does net income do');

const moveIn = (typed: string, context?: Parameters<typeof turnOf>[1]): RateMoveQuestion | undefined => {
  const turn = turnOf(typed, context);
  return turn.kind === 'question' && turn.question.kind === 'rate-move' ? turn.question : undefined;
};

const isOfNumbers = ({ kind }: Question): boolean => ['rate-move', 'compare-moves', 'solve', 'method'].includes(kind);

describe('every sentence of the grammar', () => {
  it('is read with its size, its direction, its assumption and whose it is', () => {
    fc.assert(
      fc.property(
        lead,
        verb,
        size,
        unit,
        company,
        assumption,
        tail,
        (begin, [word, way], bps, typed, [whose, key], set, end) => {
          const move = moveIn(`${begin}${word} ${bps}${typed}, ${whose}${set.words}${end}`);
          expect(move?.moveBps).toBe(way * bps);
          expect(move?.[key]).toEqual({ [set.key]: set.value });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('names a day that it takes no account of', () => {
    fc.assert(
      fc.property(verb, size, unit, month, ([word, way], bps, typed, when) => {
        const turn = turnOf(`fed ${word} ${bps}${typed}${when}`);
        if (turn.kind !== 'question' || turn.question.kind !== 'rate-move') return expect.unreachable();
        expect(turn.question.moveBps).toBe(way * bps);
        expect(turn.notUsed !== undefined).toBe(when !== '');
      }),
      { numRuns: 200 },
    );
  });

  it('has another answer with another number', () => {
    fc.assert(
      fc.property(verb, size, size, unit, ([word], one, other, typed) => {
        fc.pre(one !== other);
        const read = (bps: number) => moveIn(`fed ${word} ${bps}${typed}`)?.moveBps;
        expect(read(one)).not.toBe(read(other));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a number that is somebody else’s', () => {
  const subject = fc.constantFrom(
    ...[
      'ecb',
      'boj',
      'sofr',
      'the 10-year',
      'cpi',
      'credit spreads',
      'mortgage rates',
      'bunds',
      'nvda',
      'bitcoin',
      'oil',
    ],
    ...['our revolver margin', 'the qwertz', 'my zorgblat', 'the wafer plant', 'his foobar'],
  );

  it('is never a move of the Fed', () => {
    fc.assert(
      fc.property(subject, verb, size, unit, (whose, [word], bps, typed) => {
        expect(moveIn(`${whose} ${word} ${bps}${typed}`)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('is never one beside a person or firm with a view', () => {
    const who = fc.constantFrom('goldman', 'calvasina', 'kostin', 'morgan stanley', 'hackett');
    fc.assert(
      fc.property(who, fc.constantFrom('says', 'thinks', 'expects', 'sees'), size, unit, (name, says, bps, typed) => {
        expect(moveIn(`${name} ${says} ${bps}${typed}`)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});

describe('any words at all', () => {
  const pieces = fc.constantFrom(
    ...[
      'cut',
      'hike',
      'hold',
      'fed',
      'rates',
      '25',
      '50bp',
      '0.5%',
      '60% floating',
      '6x',
      '$5m',
      'small',
      'large',
      'both',
      'only',
      'not',
      'no',
    ],
    ...[
      'instead of',
      'vs',
      'then',
      'and',
      'each',
      'two',
      '3 cuts',
      'to 3.5%',
      'from 4',
      'in december',
      '2024',
      'goldman',
      'ratio',
      'tax',
      '21%',
      'at',
    ],
    ...[
      'undo',
      'reset',
      'double that',
      'same',
      'the usual',
      'drop',
      'add',
      'leverage',
      'net income',
      'what',
      '?',
      ',',
      '.',
      'cpi',
      'zorgblat',
      '-',
      '/',
    ],
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  const before = fc.constantFrom(
    undefined,
    contextOf('50bp'),
    contextOf('25 v 50'),
    contextOf('how big a cut to lift small 5%'),
    contextOf('50bp with 60% floating'),
  );

  it('are answered as a question of numbers only where each number is used', () => {
    fc.assert(
      fc.property(text, before, (typed, context) => {
        const utterance = utteranceOf(typed, namesOf(NOTES));
        for (const reading of readRateMove(utterance, context, NOTES, KNOWN)) {
          if (passes(utterance, reading).kind !== 'passed') continue;
          const left = numbersIn(utterance).filter(
            (slot) => !reading.uses.some(({ from, to }) => from < slot.to && slot.from < to),
          );
          expect(left).toEqual([]);
        }
        const turn = turnOf(typed, context);
        // a direction of the rate is heard, or the turn is asked back
        if (turn.kind !== 'question' || turn.question.kind !== 'rate-move' || turn.question.moveBps === 0) return;
        const ways = new Set(
          slotsOf(utterance, 'direction')
            .filter(({ of }) => of === 'rate')
            .map(({ way }) => way),
        );
        const isDenied = /not|no |instead|undo|reset|double|from|to 3/.test(typed);
        if (ways.size === 1 && !isDenied) expect([...ways]).toEqual([turn.question.moveBps < 0 ? 'cut' : 'hike']);
      }),
      // the same word salads on every run: one found in a thousand runs is a row of its own, not a red build
      { numRuns: 1_500, seed: 20_261_130 },
    );
  });

  it('come to the same turn each time, and never throw', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), before, (typed, context) => {
        const turn = turnOf(typed, context);
        expect(turnOf(typed, context)).toEqual(turn);
        if (turn.kind === 'question' && isOfNumbers(turn.question))
          expect(JSON.parse(JSON.stringify(turn.question))).toEqual(turn.question);
      }),
      { numRuns: 500 },
    );
  });
});
