import { z } from 'zod';
import { overridden } from '../rate-move/question.ts';

/** What the market prices in, in place of a move of one's own. */
export const MarketMoveSchema = z.strictObject({ kind: z.literal('rate-move-market'), ...overridden });
export type MarketMoveQuestion = z.infer<typeof MarketMoveSchema>;
