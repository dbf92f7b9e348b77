import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratecutCommand } from '../../commands/ratecut.ts';
import { NOTES } from '../../src/notes/index.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { LARGEST_MOVE_BPS } from '../../src/topics/rate-move/question.ts';
import type { Known } from '../../src/topics/reading.ts';
import { readerOf, readLine } from '../doubles/asked.ts';

const readRatecut = readerOf(ratecutCommand);

const move = (words: string) => {
  const reading = readRatecut(words);
  if (reading.kind !== 'question' || reading.question.kind !== 'rate-move') throw new Error(JSON.stringify(reading));
  return reading.question;
};

describe('sizes and directions', () => {
  it.each([
    ['50bps', -50],
    ['50 bp', -50],
    ['50', -50],
    ['25 basis point', -25],
    ['fifty basis points', -50],
    ['twenty-five bps', -25],
    ['seventy five', -75],
    ['one hundred and fifty bps', -150],
    ['a hundred bps', -100],
    ['0.5%', -50],
    ['0,5 %', -50],
    ['.5%', -50],
    ['1%', -100],
    ['1pp', -100],
    ['1.25 percentage points', -125],
    ['half point', -50],
    ['half a point', -50],
    ['half a percent', -50],
    ['quarter point', -25],
    ['a quarter of a percentage point', -25],
    ['three quarters of a point', -75],
    ['one and a half points', -150],
    ['½ pt', -50],
    ['1/2 point', -50],
    ['cut 50', -50],
    ['cut -50', -50],
    ['cut rates by 50 bps please', -50],
    ['what if the Fed cuts by 50 bps?', -50],
    ['hike 25', 25],
    ['raise rates 25bp', 25],
    ['up 25', 25],
    ['hike +25', 25],
    ['12.5bp', -12.5],
    ['0.07%', -7],
    ['50bps or 0.5%', -50],
    ['quarter-point cut', -25],
    ['a 25-basis-point hike', 25],
    ['25-bp', -25],
    ['a full point', -100],
    ['1½%', -150],
    ['1 1/2 points', -150],
    ['¾', -75],
    ['cut ½ point', -50],
    ['hike ¼ point', 25],
    ['½ of a point', -50],
    ['half of one percent', -50],
    ['three ¼ point cuts', -75],
    ['3 1/4 point cuts', -75],
    ['three-quarters of a point', -75],
    ['⅓ point', -33.33],
    ['1⁄2 point', -50],
    ['one cut of 25bp', -25],
    ['one 25bp hike', 25],
    ['cut50', -50],
    ['US fed cuts 50', -50],
    ['cut interest rates by 50', -50],
    ['50bp interest rate cut', -50],
    ['rates up 25', 25],
    ['what if rates fall 50bp', -50],
    ['a 25bp rise in rates', 25],
    ['50bps increase', 50],
    ['cut: 50', -50],
    ['50 bps = 0.5%', -50],
    ['2.675bp', -2.68],
    ['…100', -100],
    [',5', -50],
    ['a big cut of 100bps', -100],
    ['two 25bp cuts', -50],
    ['2x25bp', -50],
    ['25bp 3 times', -75],
    ['25bps plus 25bps', -50],
    ['25bps + 25bps', -50],
    ['25bps at each of the next 4 meetings', -100],
    ['three hikes of 25bp', 75],
    ['3 cuts of 25bp each', -75],
    ['from 4% to 3.5%', -50],
    ['rates from 3.75% to 4%', 25],
    ['no cut', 0],
    ['50bps for the Russell 2000', -50],
    ['what does 50bp do to the S&P 500?', -50],
    ['50bps in December', -50],
    ['600', -600],
    ['hike 600', 600],
    ['hold', 0],
    ['no change', 0],
    ['on hold', 0],
    ['0', 0],
    ['５０ｂｐｓ', -50],
    ['٥٠bps', -50],
    ['*50bps*', -50],
    ['_50bps_', -50],
    ['`50bps`', -50],
    ['“50bps”', -50],
    ["'50bps'", -50],
    ['50\u200bbps', -50],
    ['<@U012ABCDEF> 50bps', -50],
    ['\u221250', -50],
  ])('reads %j', (words, moveBps) => {
    expect(move(words).moveBps).toBe(moveBps);
  });

  it.each([
    ['0.5', -50, ['percentage points']],
    ['5.25', -5.25, ['basis points']],
    ['+0.25', 25, ['percentage points', 'plus as a hike']],
    ['-50', -50, ['minus as a cut']],
    ['+25', 25, ['plus as a hike']],
    ['50 points', -50, ['points as basis points']],
    ['5 points', -500, ['points as percentage points']],
  ])('says how it read %j', (words, moveBps, readAs) => {
    expect(move(words)).toMatchObject({ moveBps, readAs });
  });

  it('does not say so where nothing was open', () => {
    expect(move('50bps')).toEqual({ kind: 'rate-move', moveBps: -50 });
    expect(move('hike +25')).not.toHaveProperty('readAs');
  });
});

describe('assumptions', () => {
  it.each([
    ['50bps floating=60%', { small: { floatingShare: 60 } }],
    ['50bps FLOATING=60%', { small: { floatingShare: 60 } }],
    ['50bps floating=0.6', { small: { floatingShare: 60 } }],
    ['50bps floating=0.57', { small: { floatingShare: 57 } }],
    ['50bps floating = 60 %', { small: { floatingShare: 60 } }],
    ['50bps floating share at 60%', { small: { floatingShare: 60 } }],
    ['100bps but floating 100%', { small: { floatingShare: 100 } }],
    ['50bps cut large debt=3x', { large: { debtToEbitda: 3 } }],
    ['50bps plus large debt=3x', { large: { debtToEbitda: 3 } }],
    ['50bps plus floating=60%', { small: { floatingShare: 60 } }],
    ['50bps floating=half', { small: { floatingShare: 50 } }],
    ['50bps floating=1/2', { small: { floatingShare: 50 } }],
    ['50bps floating=three quarters', { small: { floatingShare: 75 } }],
    ['50bps floating=0,6', { small: { floatingShare: 60 } }],
    ['a large cut of 100bps, floating=60%', { small: { floatingShare: 60 } }],
    ['big 50bps cut floating=60%', { small: { floatingShare: 60 } }],
    ['small and large floating=60% 50bps', { small: { floatingShare: 60 }, large: { floatingShare: 60 } }],
    ['50bps large: floating=20%', { large: { floatingShare: 20 } }],
    ['50bps large companies debt=3x', { large: { debtToEbitda: 3 } }],
    ['50bps floating=60% for the Russell 2000', { small: { floatingShare: 60 } }],
    ['50bps @ 60% floating', { small: { floatingShare: 60 } }],
    ['60% of debt floating 50bp', { small: { floatingShare: 60 } }],
    ['60% floating 50bp', { small: { floatingShare: 60 } }],
    ['50bp large floating=20%', { large: { floatingShare: 20 } }],
    ['100bp large debt=3x rate=5%', { large: { debtToEbitda: 3, rate: 5 } }],
    ['100bp floating=60% large debt=3x', { small: { floatingShare: 60 }, large: { debtToEbitda: 3 } }],
    ['50bps raise floating to 60%', { small: { floatingShare: 60 } }],
    ['interest rate 7% 50bps', { small: { rate: 7 } }],
    ['50bps floating=20% for large', { large: { floatingShare: 20 } }],
    ['20% floating for largecap 50bps', { large: { floatingShare: 20 } }],
    ['rate=5% large 50bps', { large: { rate: 5 }, only: 'large' }],
    ['large.rate=5% 50bp floating=50%', { small: { floatingShare: 50 }, large: { rate: 5 } }],
    ['both rate=5% 50bp', { small: { rate: 5 }, large: { rate: 5 } }],
    ['50bp rate=0.05', { small: { rate: 5 } }],
    ['50bp rate=0.5%', { small: { rate: 0.5 } }],
    ['50bp rate=550bp', { small: { rate: 5.5 } }],
    ['50bp leverage: 4.5', { small: { debtToEbitda: 4.5 } }],
    ['50bp ebitda=$200m income=70', { small: { ebitda: 200, netIncome: 70 } }],
    ['50bp large ebitda=8.57bn', { large: { ebitda: 8570 } }],
    ['50bp net income=-10m', { small: { netIncome: -10 } }],
    ['50bp ni=-$10m', { small: { netIncome: -10 } }],
    ['50bp ni=(10)m', { small: { netIncome: -10 } }],
    ['50bp ni=($10m)', { small: { netIncome: -10 } }],
    ['50bp ebitda=178.6mm', { small: { ebitda: 178.6 } }],
    ['50bp debt=$893m', { small: { debtToEbitda: 5 } }],
    ['50bp debt=$900m ebitda=150m', { small: { debtToEbitda: 6, ebitda: 150 } }],
    ['50bp large debt=17.14bn', { large: { debtToEbitda: 2 } }],
    ['50bp loan floor=3%', { small: { loanFloor: 3 } }],
    ['50bp loan floor 3%', { small: { loanFloor: 3 } }],
    ['50bp large loan floor=0.75', { large: { loanFloor: 0.75 } }],
  ])('reads %j', (words, overrides) => {
    const { kind, moveBps, ...read } = move(words);
    expect(kind).toBe('rate-move');
    expect(moveBps).toBeLessThan(0);
    expect(read).toEqual(overrides);
  });

  it('reads the move apart from a rate that is set', () => {
    expect(move('cut the rate by 50')).toEqual({ kind: 'rate-move', moveBps: -50 });
    expect(move('rate=7% cut 50').small).toEqual({ rate: 7 });
  });
});

describe('inputs that do not fit each other', () => {
  const asked = (words: string) => {
    const turn = readRatecut(words);
    if (turn.kind !== 'unclear' || turn.reason !== 'which') throw new Error(`${words} is not asked back`);
    return turn.readings.map(({ name, question }) => [name, question]);
  };

  it.each([
    ['50bp ebitda=178,600', 'EBITDA $178.6m', {}],
    ['50bp income=59,500', 'Net income $59.5m', {}],
    ['50bp large ebitda=8.57', 'EBITDA $8,570m', {}],
    ['50bp ebitda=150,000', 'EBITDA $150m', { small: { ebitda: 150 } }],
  ])('are asked back before a number is shown: %j', (words, name, overrides) => {
    const [meant, typed] = asked(words);
    expect(meant).toEqual([name, { kind: 'rate-move', moveBps: -50, ...overrides }]);
    expect(typed?.[0]).toBe('As typed');
  });

  it('are asked back where nothing else is likely, and fit as a whole where both were given', () => {
    expect(asked('50bp net income=300m')).toEqual([
      ['As typed', { kind: 'rate-move', moveBps: -50, small: { netIncome: 300 } }],
    ]);
    expect(move('50bp ebitda=178,600 income=59,500')).toMatchObject({ small: { ebitda: 178_600 } });
    expect(move('50bp ni=5m')).toMatchObject({ small: { netIncome: 5 } });
    expect(move('50bp ni=-10m')).toMatchObject({ small: { netIncome: -10 } });
  });
});

describe('who sees the reply', () => {
  it('is the asker alone where they say so', () => {
    expect(readRatecut('50bps private')).toMatchObject({ kind: 'question', private: true, question: { moveBps: -50 } });
    expect(readRatecut('50bps')).toMatchObject({ private: false });
  });

  it.each(['help', '?', ' HELP '])('answers %j with help', (words) => {
    expect(readRatecut(words)).toEqual({ kind: 'question', private: true, question: { kind: 'help' } });
  });
});

describe('words that are not understood', () => {
  it.each([
    ['', { reason: 'nothing-typed' }],
    ['   ', { reason: 'nothing-typed' }],
    ['bps', { reason: 'no-amount' }],
    ['hike', { reason: 'no-amount' }],
    ['abc', { reason: 'not-a-move', words: 'abc' }],
    ['Infinity', { reason: 'not-a-move', words: 'Infinity' }],
    ['femtio punkter', { reason: 'not-a-move', words: 'femtio punkter' }],
    ['<!channel>', { reason: 'not-understood', words: '<!channel>' }],
    ['<@U012ABCDEF>', { reason: 'nothing-typed' }],
    ['&lt;!here&gt;', { reason: 'not-a-move', words: '&lt;!here&gt;' }],
    ["50bps'; DROP TABLE notes;--", { reason: 'not-a-move' }],
    ['5000', { reason: 'out-of-range', words: '5000' }],
    ['3 cuts', { reason: 'not-a-move', words: '3 cuts' }],
    ['10 25bp', { reason: 'several-moves' }],
    ['$50', { reason: 'not-a-move', words: '$50' }],
    ['50bps*2', { reason: 'not-a-move' }],
    ['0.0000001%', { reason: 'not-a-move' }],
    ['50bps vs 100bps', { reason: 'several-moves', moves: [{ moveBps: -50 }, { moveBps: -100 }] }],
    ['50bps rate=6 rate=7', { reason: 'assumption-set-twice', words: 'rate=7' }],
    ['601bps', { reason: 'out-of-range', words: '601bps' }],
    ['99999999999999999999bps', { reason: 'out-of-range' }],
    ['50%', { reason: 'out-of-range', words: '50%' }],
    ['50bps 100bps', { reason: 'several-moves', moves: [{ moveBps: -50 }, { moveBps: -100 }] }],
    ['hike -25', { reason: 'mixed-signs', words: 'hike -25' }],
    ['cut +25', { reason: 'mixed-signs' }],
    ['cut or hike 25', { reason: 'mixed-signs' }],
    ['hold 25', { reason: 'mixed-signs' }],
    ['50bps foo=1', { reason: 'unknown-assumption', words: 'foo=1' }],
    ['50bps constructor=1', { reason: 'unknown-assumption', words: 'constructor=1' }],
    ['50bps __proto__=1', { reason: 'unknown-assumption' }],
    ['50bps floating=', { reason: 'assumption-without-number', words: 'floating=' }],
    ['50bps floating=lots', { reason: 'assumption-without-number' }],
    ['floating=120%', { reason: 'assumption-out-of-range', assumption: 'floatingShare', words: 'floating=120%' }],
    ['50bps floating=-5%', { reason: 'assumption-out-of-range' }],
    ['50bps debt=60%', { reason: 'assumption-out-of-range', assumption: 'debtToEbitda' }],
    ['50bps ebitda=0', { reason: 'assumption-out-of-range', assumption: 'ebitda' }],
  ])('in %j are named', (words, expected) => {
    expect(readRatecut(words)).toMatchObject({ kind: 'unclear', ...expected });
  });

  it('are shown back in at most 60 characters', () => {
    const reading = readRatecut('x'.repeat(5_000));
    expect(reading.kind === 'unclear' && reading.reason === 'not-understood' && reading.words.length).toBe(60);
  });
});

describe('words that could mean another move', () => {
  // each was once read as a plausible move in the wrong direction, of the wrong size, or on the wrong assumptions
  it.each([
    'would small caps rise on 50bps',
    'how would small caps rise with 50bps',
    'increase in small caps at 50bps',
    'show the increase at 50bps',
    'whats up with 50bps',
    'up to 50bps',
    '25 and 25',
    '+25 or -25',
    '-25 vs +25',
    '50 +50',
    '50bps and raise debt to 8x',
    'increase rate=7% 50bps',
    'cut to 3.5',
    'cut to 3.5%',
    'cut to 375bp',
    'hike to 4.75',
    'down to 3.5',
    'raise rates to 5.5',
    'rates to 0',
    'cut rates to zero',
    'rates at 4%',
    'rates at 4',
    'rates 4.25',
    'cut from 425bp to 400bp',
    '25/50',
    '25/50bps',
    'cut 50/75',
    '5,10',
    '25,50',
    '1,2,3',
    '11/2',
    '4 moves 100bp',
    '2 cuts 50bp',
    '2 hikes 50',
    '3 cuts 25bp',
    '50bps over 12 months',
    '1 cut',
    'one hike',
    'one-fifty',
    'half of 50',
    '½ of 50',
    'december 10',
    '10 december',
    '0x32',
    '0,5,5',
    'point five',
    '50bps large rate=5 both rate=6',
    'reduce floating by 10% 50bps',
    '50bps floating +5%',
    '50bps floating=+5%',
    '50bps -60% floating',
    '50bps rate=0.5',
    '50bps, a 0.5% interest rate cut and a hike',
    '50bps impact on earnings 2026',
    'what does 50bps do to profit 2026',
    '50bps goodwill=21%',
  ])('%j asks back', (words) => {
    expect(readRatecut(words).kind).toBe('unclear');
  });

  it.each([
    ['hike 25 or 50', [25, 50]],
    ['+25 or +50', [25, 50]],
    ['25bps 50bps floating=60%', [-25, -50]],
  ])('%j offers each move as it was meant', (words, moves) => {
    const reading = readRatecut(words);
    if (reading.kind !== 'unclear' || reading.reason !== 'several-moves') return expect.unreachable();
    expect(reading.moves.map(({ moveBps }) => moveBps)).toEqual(moves);
    if (words.includes('floating')) {
      expect(reading.moves.map(({ small }) => small)).toEqual([{ floatingShare: 60 }, { floatingShare: 60 }]);
    }
  });
});

describe('a level', () => {
  const readAt = (words: string, known: Known) => ratecutCommand.read(words, NOTES, known);

  it.each([
    ['cut to 3.5%', -50],
    ['hike to 4.75', 75],
    ['rates to 0', -400],
  ])('%j counts from the top of the target range', (words, moveBps) => {
    expect(readAt(words, { targetUpper: 4 })).toMatchObject({ question: { kind: 'rate-move', moveBps } });
    expect(readAt(words, {})).toMatchObject({ kind: 'unclear' });
  });

  it.each(['cut to 4.5%', 'rates at 4%', 'rates 4.25', 'cut to 375bp'])('%j is asked back all the same', (words) => {
    expect(readAt(words, { targetUpper: 4 })).toMatchObject({ kind: 'unclear' });
  });
});

describe('a whole line', () => {
  it('may name the command or not', () => {
    // the command's name says which way
    expect({ ...readLine('/ratecut 50bps'), how: 'way assumed' }).toEqual(readLine('50bps'));
    expect(readLine('/RATECUT 50bps')).toEqual(readLine('/ratecut 50bps'));
    expect(readLine('/ratecut')).toEqual({ kind: 'unclear', reason: 'nothing-typed' });
  });

  it('may not name a command there is not', () => {
    expect(readLine('/nonsense 50bps')).toEqual({ kind: 'unclear', reason: 'unknown-command', words: '/nonsense' });
  });
});

describe('properties', () => {
  const sizes = fc.integer({ min: 1, max: LARGEST_MOVE_BPS });

  it('reads every size in range, cut and hike, to the same number', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom('bps', ' bp', ' basis points', ''), (size, unit) => {
        expect(move(`${size}${unit}`).moveBps).toBe(-size);
        expect(move(`hike ${size}${unit}`).moveBps).toBe(size);
        expect(move(`${size / 100}%`).moveBps).toBe(-size);
      }),
    );
  });

  it('never throws, and gives only questions that survive a button', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const reading = readRatecut(words);
        if (reading.kind === 'unclear') return;
        expect(QuestionSchema.parse(JSON.parse(JSON.stringify(reading.question)))).toEqual(reading.question);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads the words of a command in any order of its parts', () => {
    const parts = fc.shuffledSubarray(['50bps', 'floating=60%', 'large debt=3x', 'please', 'cut'], { minLength: 5 });
    fc.assert(
      fc.property(parts, (words) => {
        const read = move(words.join(' '));
        expect(read.moveBps).toBe(-50);
        expect(read.large).toMatchObject({ debtToEbitda: 3 });
      }),
    );
  });
});
