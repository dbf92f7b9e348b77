import { z } from 'zod';
import type { Question } from '../questions.ts';
import { defineTool, type FollowUp, fieldsOf, type WrongArgument, wrongArgument } from '../tool.ts';
import { CompanySchema, LARGEST_MOVE_BPS, overridden } from './question.ts';

const DirectionSchema = z.enum(['cut', 'hike', 'hold']);
const size = z.number().positive().max(LARGEST_MOVE_BPS);
const MOST_COMPARED = 3;
const ASSUMED =
  'that differ from the source note: floatingShare, rate and loanFloor in percent, debtToEbitda as a multiple, ebitda and netIncome in US$ millions a year (netIncome may be negative: a loss); and what the note leaves out, each off unless given: taxRate, interestCap (30 for section 163(j)), hedgedShare, passThrough and cashYield in percent, cash in US$ millions';

const MoveSchema = z.strictObject({ direction: DirectionSchema, sizeBps: size.optional() });
type MoveArguments = z.infer<typeof MoveSchema>;

const InputSchema = z.strictObject({
  direction: DirectionSchema.describe('cut: rates fall; hike: rates rise; hold: no change'),
  sizeBps: size
    .optional()
    .describe('How far, in basis points without a sign: 25 is a quarter of a percentage point. Leave out for a hold'),
  compareWith: z
    .array(MoveSchema)
    .max(MOST_COMPARED)
    .optional()
    .describe('Up to three other moves to set beside it in one table'),
  company: CompanySchema.optional().describe('Only this example company; both without it'),
  small: overridden.small.describe(`Inputs of the small company ${ASSUMED}`),
  large: overridden.large.describe('The same of the large company'),
});

/** Basis points, negative for a cut. */
const moveOf = ({ direction, sizeBps }: MoveArguments, argument: string): number | WrongArgument => {
  if (direction === 'hold') {
    return sizeBps === undefined ? 0 : wrongArgument(argument, 'a hold has no size: leave it out, or say cut or hike');
  }
  if (sizeBps === undefined) {
    return wrongArgument(argument, `is missing: basis points without a sign, up to ${LARGEST_MOVE_BPS}`);
  }
  return direction === 'cut' ? -sizeBps : sizeBps;
};

const argumentsOf = (bps: number): MoveArguments =>
  bps === 0 ? { direction: 'hold' } : { direction: bps < 0 ? 'cut' : 'hike', sizeBps: Math.abs(bps) };

const COMPARED_BPS = [25, 50, 100, 200];

/** What the message in Slack shows beneath its buttons, by button; and where the Fed and the market stand. */
const followUps = (question: Question): readonly FollowUp[] => {
  if (question.kind !== 'rate-move' || question.moveBps === 0) return [];
  const { moveBps, only, small, large } = question;
  const kept = { ...(only && { only }), ...(small && { small }), ...(large && { large }) };
  const moves = COMPARED_BPS.map((bps) => Math.sign(moveBps) * bps);
  return [
    { label: '25 to 200 bp side by side', question: { kind: 'compare-moves', moves, ...kept } },
    { label: 'Fed odds', question: { kind: 'fed' } },
    { label: 'Rotation', question: { kind: 'rotation' } },
  ];
};

/** What a move of the Fed's rate does, or several side by side. */
export const rateMoveTool = defineTool({
  name: 'rate_move',
  title: 'Effect of a Fed rate move',
  description: `What a cut, hike or hold of the Federal Reserve’s rate does to the yearly interest bill, net income and interest coverage of a small and a large example company (stand-ins for small caps and large caps), computed from their floating-rate debt. Use it for “what does a 50 bp cut do to small caps”, for other sizes, for several moves side by side (compareWith), and for changed inputs such as a floating share of 60%. Sizes are basis points without a sign; the direction says which way. Above ${LARGEST_MOVE_BPS} bp it refuses: give the size as it was said, never clipped. For a level to go to, take the range from fed_outlook first. Results: net income in percent of itself, interest in US$ millions a year. Not for how far rates must move to reach a target (rate_needed), for the move that futures price in (priced_move), for the indexes’ own performance (index_ratio) or for the Fed’s past moves (fed_history).`,
  input: InputSchema,
  others: 'Another move',
  question: ({ compareWith = [], company, small, large, ...first }) => {
    const kept = { ...(small && { small }), ...(large && { large }) };
    const moves: number[] = [];
    for (const [at, move] of [first, ...compareWith].entries()) {
      const moveBps = moveOf(move, at === 0 ? 'sizeBps' : `compareWith.${at - 1}.sizeBps`);
      if (typeof moveBps !== 'number') return moveBps;
      if (!moves.includes(moveBps)) moves.push(moveBps);
    }
    const [moveBps = 0, other] = moves;
    const only = company && { only: company };
    return other === undefined
      ? { kind: 'rate-move', moveBps, ...kept, ...only }
      : { kind: 'compare-moves', moves, ...only, ...kept };
  },
  argumentsFor: (question) => {
    if (question.kind !== 'rate-move' && question.kind !== 'compare-moves') return undefined;
    const { only, small, large } = question;
    const kept = { ...(only && { company: only }), ...(small && { small }), ...(large && { large }) };
    if (question.kind === 'rate-move') {
      // how words were read is part of the question, and is no argument
      const asked = fieldsOf(question, 'moveBps', 'only', 'small', 'large');
      return asked && { ...argumentsOf(asked.moveBps), ...kept };
    }
    if (new Set(question.moves).size < question.moves.length) return undefined;
    const [first = 0, ...rest] = question.moves;
    return { ...argumentsOf(first), compareWith: rest.map(argumentsOf), ...kept };
  },
  followUps,
});
