import { z } from 'zod';
import { dayArgument, defineTool, wrongArgument } from '../tool.ts';
import type { CalendarAsked, FedQuestion } from './question.ts';

const ASKS = [
  ...(['overview', 'odds', 'count', 'rate', 'path', 'meeting date', 'meetings of a year', 'meetings left'] as const),
  ...(['next meetings', 'exchange session', 'exchange closures'] as const),
] as const;
type Ask = (typeof ASKS)[number];

const CALENDAR: Partial<Record<Ask, CalendarAsked['ask']>> = {
  'meeting date': 'date',
  'meetings of a year': 'all',
  'meetings left': 'left',
  'next meetings': 'next',
  'exchange session': 'session',
  'exchange closures': 'closures',
};

const LARGEST_BPS = 600;

const InputSchema = z.strictObject({
  ask: z
    .enum(ASKS)
    .optional()
    .describe(
      'overview (also without it): range, next meeting and odds; odds: of a move at one meeting; count: how many moves are priced by a meeting; rate: the rate priced after it; path: by meeting; meeting date, meetings of a year, meetings left, next meetings: the calendar; exchange session (on), exchange closures (year or month): New York’s',
    ),
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM')
    .optional()
    .describe('The month of the meeting, YYYY-MM: odds at it, count and rate up to it, or when it is'),
  direction: z.enum(['cut', 'hold', 'hike']).optional().describe('With odds or count: only this kind of move'),
  sizeBps: z
    .number()
    .int()
    .min(1)
    .max(LARGEST_BPS)
    .optional()
    .describe('With odds: only moves of this size, basis points without a sign'),
  on: dayArgument('With meeting date: the day that meeting decides'),
  year: z.number().int().min(1900).max(2200).optional().describe('With meetings of a year and meetings left'),
  count: z.number().int().min(2).max(16).optional().describe('With next meetings: how many'),
  projections: z.boolean().optional().describe('With the calendar: only meetings with projections (the dots)'),
});
type Arguments = z.infer<typeof InputSchema>;

const argumentsFor = ({ ask, month, way, sizeBps, calendar }: FedQuestion): Arguments => {
  const named = (Object.keys(CALENDAR) as Ask[]).find((one) => calendar && CALENDAR[one] === calendar.ask);
  const { on, month: of, year, projections, count } = calendar ?? {};
  return {
    ...((named ?? ask) && { ask: named ?? ask }),
    ...((of ?? month) && { month: of ?? month }),
    ...(way && { direction: way }),
    ...(sizeBps && { sizeBps }),
    ...(on && { on }),
    ...(year && { year }),
    ...(count && { count }),
    ...(projections && { projections }),
  };
};

/** The Fed's range, its meetings, and what futures imply. */
export const fedTool = defineTool({
  name: 'fed_outlook',
  title: 'Fed range, meetings and odds',
  description:
    'The Federal Reserve’s target range today, its next and later meetings, and what fed funds futures imply: the odds of a cut, hold or hike at a meeting, how many moves are priced by a month, the rate priced after it. Use it for “where is the Fed”, “odds of a cut in December”, “when is the next meeting”, “how many cuts are priced this year”. Odds are percent, rates percent a year, sizes basis points without a sign. Without futures prices it gives range and calendar and says that odds are missing. Not for what was decided in the past (fed_history), and not for what a move does to companies (rate_move, priced_move). Other central banks are not covered.',
  input: InputSchema,
  others: 'More on the Fed',
  question: ({ ask, month, direction, sizeBps, on, year, projections, count }) => {
    const calendar = ask && CALENDAR[ask];
    if (calendar) {
      if (year !== undefined && calendar === 'date')
        return wrongArgument('year', 'goes with meetings of a year; name a month here');
      return {
        kind: 'fed',
        calendar: {
          ask: calendar,
          ...(on && { on }),
          ...(month && { month }),
          ...(year && { year }),
          ...(count && { count }),
          ...(projections && { projections }),
        },
      };
    }
    const isOverview = ask === undefined || ask === 'overview';
    if (isOverview && (month ?? direction ?? sizeBps) === undefined) return { kind: 'fed' };
    return {
      kind: 'fed',
      ask: ask === undefined || ask === 'overview' ? 'odds' : (ask as 'odds' | 'count' | 'rate' | 'path'),
      ...(month && { month }),
      ...(direction && { way: direction }),
      ...(sizeBps && { sizeBps }),
    };
  },
  argumentsFor: (question) => (question.kind === 'fed' ? argumentsFor(question) : undefined),
});
