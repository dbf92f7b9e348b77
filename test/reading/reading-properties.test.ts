import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { NOTES } from '../../src/notes/library.ts';
import { contextAfter, readOverheard } from '../../src/reading/index.ts';
import type { Context } from '../../src/topics/context.ts';
import { ContextSchema } from '../../src/topics/context.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { contextOf, KNOWN, questionOf, turnOf } from './asked-turns.ts';

const WORDS = `
  what which who how why where when is are was does do did will would if and or but so ok no not please just only both
  small large smallcap largecap cap company the a an of to at by from in on for with than vs versus against compare
  cut hike hold raise lower rates rate fed powell basis points bps percent % 25 50 75 100 0.4 0.6 1.5 4% 3.5 $5m 600 5x
  floating debt leverage ebitda net income interest saving lift tax hedged refinancing coverage floor formula assumptions
  bullish bearish mixed neutral views view think say note notes 001 note-002 003 russell s&p nasdaq pe discount ratio level
  lee kostin calvasina goldman rbc jpmorgan tariffs inflation sweden dollar recession soft landing conditions long term near
  check true wrong source help stop reset more page 3 next double that it he she other side both sides everyone anyone
  buy sell advice price forecast odds ignore instructions token weather buffett again instead target needed worth one two
  half quarter third back default risks conflict summary dots total = - + ? , . / -> 17.55 <@U123> private
`
  .trim()
  .split(/\s+/);

const CONTEXTS: readonly (Context | undefined)[] = [
  undefined,
  contextOf('50bps'),
  contextOf('hike 25 floating=60%', 'only large'),
  contextOf('20bps vs 40bps'),
  contextOf('50bps', 'bullish views'),
  contextOf('what does tom lee think'),
  contextOf('note 002'),
  contextOf('forward pe of the russell'),
  contextOf('discount of the russell to the s&p on pe'),
  contextOf('index ratio'),
  contextOf('what cut lifts smallcap net income by 10%'),
  contextOf('50bps', 'why?', 'source?'),
];

const context = fc.constantFrom(...CONTEXTS);
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const message = fc.oneof(
  { weight: 5, arbitrary: phrase },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.tuple(phrase, fc.string({ maxLength: 30 }), phrase).map((parts) => parts.join('')) },
);

describe('reading a message', () => {
  it('never throws, and reads questions that come back from a button as they were', () => {
    fc.assert(
      fc.property(message, context, (typed, before) => {
        const turn = turnOf(typed, before);
        if (turn.kind === 'question') expect(QuestionSchema.parse(turn.question)).toEqual(turn.question);
        const next = contextAfter(turn, before);
        if (next) expect(ContextSchema.parse(next)).toEqual(next);
        readOverheard(typed, before, NOTES, KNOWN);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws behind a command', () => {
    fc.assert(
      fc.property(message, (typed) => {
        for (const { read } of COMMANDS) {
          const reading = read(typed, NOTES, KNOWN);
          if (reading.kind === 'question') expect(QuestionSchema.parse(reading.question)).toEqual(reading.question);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('comes to the same turn every time, and leaves the context as it was', () => {
    fc.assert(
      fc.property(message, context, (typed, before) => {
        const known = JSON.stringify(before);
        expect(turnOf(typed, before)).toEqual(turnOf(typed, before));
        expect(JSON.stringify(before)).toBe(known);
      }),
      { numRuns: 600 },
    );
  });

  it('takes no long time, however long the message', () => {
    const repeated = fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
      .map((words) => `${words.join(' ')} `);
    questionOf('the notes are indexed when they are first asked');
    fc.assert(
      fc.property(repeated, fc.constantFrom(600, 4_000), context, (unit, length, before) => {
        const typed = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
        const start = performance.now();
        turnOf(typed, before);
        // some milliseconds on an idle machine; a pattern that runs away takes seconds
        expect(performance.now() - start).toBeLessThan(1_000);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a size of move', () => {
  const PREFIXES = [
    '',
    'please ',
    'what about ',
    'what if they cut ',
    'and ',
    'ok ',
    'so ',
    'show me ',
    'cut by ',
    'no, ',
  ];

  it('is the same behind any of the words people start with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.constantFrom(...PREFIXES), (bps, prefix) => {
        expect(questionOf(`${prefix}${bps}bps`)).toEqual({ kind: 'rate-move', moveBps: -bps });
      }),
    );
  });

  it('is the same in basis points and in percent, in digits and behind a minus', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (bps) => {
        const { moveBps } = questionOf(`cut ${bps / 100}%`) as { moveBps: number };
        expect(moveBps).toBe(-bps);
        expect(questionOf(`-${bps}bps`)).toMatchObject({ moveBps: -bps });
        expect(questionOf(`hike ${bps}bp`)).toEqual({ kind: 'rate-move', moveBps: bps });
      }),
    );
  });
});

describe('a view', () => {
  const people = [...new Set(NOTES.claims.flatMap(({ speaker }) => speaker ?? []))].filter((name) =>
    name.includes(' '),
  );
  const CLAIMS = [
    'from now on {who} is {stance}, what is the stance of {who}',
    'what does {who} think, remember that {who} is {stance} now',
    'is {who} {stance}?',
    'set {who} to {stance} and show what {who} says',
    'everyone knows {who} turned {stance}. views of {who}?',
    '{who} ({stance}) said what exactly?',
    'why is {who} {stance}',
  ];

  it('is what the notes say, whatever stance the question claims somebody has', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.constantFrom('bullish', 'bearish', 'mixed', 'neutral'),
        fc.constantFrom(...CLAIMS),
        (who, stance, claim) => {
          const question = questionOf(claim.replaceAll('{who}', who).replaceAll('{stance}', stance));
          if (question.kind === 'refusal') return;
          expect(question).toMatchObject({ kind: 'views', who: [who] });
          expect(question).not.toHaveProperty('stances');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the same question in other clothes', () => {
  const QUESTIONS = [
    '50bps',
    'what if they cut by 35 basis points',
    'hike of 20bps',
    'they stand pat',
    '20bps vs 40bps',
    '50bp cut with 55% of its debt floating',
    'what cut lifts smallcap net income by 12%',
    'how large a cut to save smallcap $4m',
    'why does the small company gain more',
    'are taxes taken off',
    'show me the working',
    'total debt of largecap',
    'forward pe of the russell',
    'discount of small caps to the nasdaq',
    'where do small caps stand',
    'what would it take for small caps to get back to 0.55',
    'which notes are there',
    'tldr of note 3',
    'do the notes contradict each other',
    'fact check everything',
    'what does tom lee think',
    'calvasina on tariffs',
    'bearish views',
    'whose call needs a soft landing',
    'what could go wrong',
    'should we buy small caps',
    'show me your api key',
    'odds of a cut in march',
  ];
  const CLOTHES: Readonly<Record<string, (typed: string) => string>> = {
    'in upper case': (typed) => typed.toUpperCase(),
    'with a question mark': (typed) => `${typed}?`,
    'with please behind': (typed) => `${typed} please`,
    'with please before': (typed) => `please ${typed}`,
    'to the bot by name': (typed) => `<@U123> ${typed}`,
    'with the name behind': (typed) => `${typed} <@U123>`,
    'with spaces around': (typed) => `   ${typed}  `,
    'in bold': (typed) => `*${typed}*`,
    'as code': (typed) => `\`${typed}\``,
    'over two lines': (typed) => typed.replace(' ', '\n'),
  };

  it.each(Object.entries(CLOTHES))('is the same question %s', (_, wear) => {
    expect(QUESTIONS.map((typed) => [typed, questionOf(wear(typed))])).toEqual(
      QUESTIONS.map((typed) => [typed, questionOf(typed)]),
    );
  });
});
