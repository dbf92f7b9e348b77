import { z } from 'zod';
import type { Question } from '../questions.ts';
import { dayArgument, defineTool, fieldsOf, wrongArgument } from '../tool.ts';
import { BackSchema, INDEXES, type RotationQuestion } from './question.ts';

const PERIODS = {
  'year to date': { ytd: true },
  'month to date': { toDate: 'month' },
  'quarter to date': { toDate: 'quarter' },
  'since the last cut': { sinceLast: 'cut' },
  'since the last hike': { sinceLast: 'hike' },
  'since the last move': { sinceLast: 'move' },
  'since covid': { sinceEvent: 'covid' },
} as const satisfies Record<string, Partial<RotationQuestion>>;
type Period = keyof typeof PERIODS;

const STUDIES = { 'past first cuts': { cycles: true }, 'past rate moves': { rates: true } } as const;

const level = z.number().min(0.001).max(100).optional();

const InputSchema = z.strictObject({
  from: dayArgument('Compare from the close of this day'),
  to: dayArgument('Compare up to the close of this day; the newest close without it'),
  ago: BackSchema.optional().describe('Compare from so long ago, such as {"count": 6, "unit": "month"}'),
  sessions: z.number().int().min(1).max(10_000).optional().describe('Compare over the last so many trading days'),
  period: z
    .enum(Object.keys(PERIODS) as [Period, ...Period[]])
    .optional()
    .describe('Compare over a named period'),
  on: dayArgument('Only the closes and the ratio of this day'),
  distanceFrom: z
    .enum(['high', 'low', 'average'])
    .optional()
    .describe('How far the newest close stands from its high, its low or its average'),
  averageSessions: z
    .number()
    .int()
    .min(2)
    .max(10_000)
    .optional()
    .describe('With distanceFrom average: over how many trading days, 200 for the 200-day average'),
  index: z.enum(INDEXES).optional().describe('With on or distanceFrom: ratio, rut (Russell 2000) or spx (S&P 500)'),
  targetLevel: level.describe(
    'A level of the ratio, such as 0.5: what it would take to reach it, not when it last stood there',
  ),
  study: z
    .enum(Object.keys(STUDIES) as [keyof typeof STUDIES, ...(keyof typeof STUDIES)[]])
    .optional()
    .describe('What small caps did against large caps after the first cut of each cycle, or around cuts and hikes'),
  asPrinted: z.boolean().optional().describe('Only the ratios that the notes print, without market data'),
});
type Arguments = z.infer<typeof InputSchema>;

const distanceOf = ({ distanceFrom, averageSessions }: Arguments): Pick<RotationQuestion, 'distance'> => {
  if (distanceFrom === undefined) return {};
  if (distanceFrom !== 'average') return { distance: { of: distanceFrom } };
  return { distance: { of: 'average', ...(averageSessions && { sessions: averageSessions }) } };
};

const nameIn = <Name extends string>(table: Readonly<Record<Name, object>>, asked: object): Name | undefined =>
  (Object.keys(table) as Name[]).find((name) => JSON.stringify(table[name]) === JSON.stringify(asked));

/** What is left of the object where none of the values is undefined. */
const present = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

const argumentsFor = (question: Question): Arguments | undefined => {
  if (question.kind === 'ratio') {
    return question.from === undefined ? present({ asPrinted: true, targetLevel: question.to }) : undefined;
  }
  if (question.kind !== 'rotation') return undefined;
  const asked = fieldsOf(
    question,
    ...(['from', 'to', 'ytd', 'toDate', 'back', 'sessions', 'sinceLast', 'sinceEvent'] as const),
    ...(['at', 'distance', 'index', 'level', 'cycles', 'rates'] as const),
  );
  if (asked === undefined || typeof asked.at === 'object') return undefined;
  const { from, to, back, sessions, at, distance, index, level: targetLevel, ...rest } = asked;
  const { cycles, rates, ...span } = rest;
  const studied = present({ cycles, rates });
  const study = nameIn(STUDIES, studied);
  const period = nameIn(PERIODS, present(span));
  const isNamed =
    (Object.keys(span).length === 0 || period !== undefined) && (Object.keys(studied).length === 0 || study);
  return isNamed
    ? present({
        ...{ from, to, ago: back, sessions, period, on: at, index, targetLevel, study },
        distanceFrom: distance?.of,
        averageSessions: distance?.of === 'average' ? distance.sessions : undefined,
      })
    : undefined;
};

/** Russell 2000 ÷ S&P 500. */
export const rotationTool = defineTool({
  name: 'index_ratio',
  title: 'Russell 2000 against S&P 500',
  description:
    'Where the Russell 2000 (small caps) stands against the S&P 500 (large caps): both closes and their ratio today, on a day, or over a span (dates, so long ago, year to date, since the last cut), the distance from a high, low or moving average, what a level of the ratio would take, and what followed past cuts and hikes. Use it for “are small caps beating large caps”, “rotation”, “Russell since July”. Give one way to say the span at most; without any it is today’s overview. Price indexes without dividends; changes are signed percent, days YYYY-MM-DD. Without market data it answers with what the notes print, and says so. Not for what a rate move does to earnings (rate_move), other indexes, single stocks or forecasts.',
  input: InputSchema,
  others: 'Another view',
  question: (args) => {
    const { from, to, ago, sessions, period, on, index, targetLevel, study, asPrinted } = args;
    if (asPrinted) return { kind: 'ratio', ...(targetLevel && { to: targetLevel }) };
    const spans = { from, ago, sessions, period }; // one of them says where a span begins
    const [one, other] = Object.entries(spans).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (one && other) return wrongArgument(other, `says the span a second time: leave out it or ${one}`);
    return present({
      kind: 'rotation',
      ...{ from, to },
      ...(period && PERIODS[period]),
      ...{ back: ago, sessions, at: on },
      ...distanceOf(args),
      ...{ index, level: targetLevel },
      ...(study && STUDIES[study]),
    }) as RotationQuestion;
  },
  argumentsFor,
});
