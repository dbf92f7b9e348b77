import { z } from 'zod';
import { BackSchema } from '../rotation/question.ts';
import { dayArgument, defineTool, fieldsOf } from '../tool.ts';
import { FED_ASKS, FED_WAYS, FedHistorySchema } from './question.ts';

const { meeting, sizeBps, month, level, yearsAgo } = FedHistorySchema.shape;

/** What the Fed has decided. */
export const fedHistoryTool = defineTool({
  name: 'fed_history',
  title: 'Past Fed decisions',
  description:
    'What the Federal Reserve has decided: how many cuts, hikes and holds in a span and what they add up to, the last, first or largest of them, one meeting’s outcome, the target range on a day, how long it stood at a level, the longest pause. Use it for “how many cuts in 2024”, “when did they last hike”, “what did the Fed do in September 2025”, “Fed funds range on 2023-07-27”. Sizes are basis points without a sign, rates percent, days YYYY-MM-DD. Not for the present range and what comes next (fed_outlook), and not for what moves did to indexes (index_ratio, study).',
  input: z.strictObject({
    ask: z
      .enum(FED_ASKS)
      .describe(
        'moves: count and sum; last, first, largest: one of them; meeting: an outcome; range: the target on a day (to); stay: how long at a level; cycle: the moves of the present cycle; gap: how long between two days',
      ),
    direction: z.enum(FED_WAYS).optional().describe('Only decisions of this kind; move is a cut or a hike'),
    from: dayArgument('From this day on'),
    to: dayArgument('Up to this day; with range, the day itself'),
    ago: BackSchema.optional().describe('Back from today, such as {"count": 2, "unit": "year"}'),
    yearsAgo: yearsAgo.describe('The calendar year so many years ago: 0 is this year'),
    meeting: meeting.describe('With meeting: the month (1 to 12), and the year where it is known'),
    sizeBps: sizeBps.describe('Only moves of this size, basis points without a sign'),
    orMore: z.boolean().optional().describe('With sizeBps: of that size or larger'),
    month: month.describe('Only decisions of this month of any year, 1 to 12'),
    unscheduled: z.boolean().optional().describe('Only moves between scheduled meetings'),
    level: level.describe('With stay: the top of the range, percent'),
    inARow: z.boolean().optional().describe('With moves: the longest run without another decision between'),
    howLongAgo: z.boolean().optional().describe('With last: how long ago it was'),
  }),
  others: 'More decisions',
  question: ({ direction, ago, howLongAgo, orMore, unscheduled, inARow, ...rest }) => ({
    kind: 'fed-history',
    ...rest,
    ...(direction && { way: direction }),
    ...(ago && { back: ago }),
    ...(orMore && { orMore }),
    ...(unscheduled && { unscheduled }),
    ...(inARow && { inARow }),
    ...(howLongAgo && { ago: howLongAgo }),
  }),
  argumentsFor: (question) => {
    if (question.kind !== 'fed-history') return undefined;
    const asked = fieldsOf(
      question,
      ...(['ask', 'way', 'from', 'to', 'back', 'yearsAgo', 'meeting', 'sizeBps', 'orMore', 'month'] as const),
      ...(['unscheduled', 'level', 'inARow', 'ago'] as const),
    );
    if (asked === undefined) return undefined;
    const { way, back, ago, ...rest } = asked;
    return { ...rest, ...(way && { direction: way }), ...(back && { ago: back }), ...(ago && { howLongAgo: ago }) };
  },
});
