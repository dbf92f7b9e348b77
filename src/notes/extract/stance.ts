import type { ProposedStance } from './claim.ts';
import { sideSaid } from './ruled.ts';
import { type SideChances, type SideModel, sideChances } from './side-model.ts';
import { entitiesIn, type SizeSide, sideNamed } from './sides.ts';

/** What a sentence shows of a side by itself. */
export interface StanceReading {
  readonly chances: SideChances;
  /** Small or large caps are named or taken up. */
  readonly isOnSize: boolean;
  /** Whom a pronoun of the next sentence may take up. */
  readonly side: SizeSide | undefined;
}

/** What is said in so many words needs no weighing. */
const SAID = {
  bullish: { bullish: 0.94, bearish: 0.02, neutral: 0.04 },
  bearish: { bullish: 0.02, bearish: 0.94, neutral: 0.04 },
} as const;

/**
 * @param plain a sentence, or a voice's part of one
 * @param before the sentence before it; empty where it begins a paragraph
 * @param topic whom the text before was about
 */
export const readingOf = (
  plain: string,
  before: string,
  topic: SizeSide | undefined,
  model: SideModel | undefined,
): StanceReading => {
  const text = plain.toLowerCase();
  const isOnSize = entitiesIn(text, topic).length > 0;
  const said = sideSaid(text);
  return {
    chances: said === undefined ? sideChances(plain, before, model) : SAID[said],
    isOnSize,
    side: sideNamed(text) ?? (isOnSize ? topic : undefined),
  };
};

const SIDES = ['bullish', 'bearish', 'neutral'] as const;
/** How often sentences take each side. */
const USUAL: SideChances = { bullish: 0.4, bearish: 0.35, neutral: 0.25 };
/** So many usual sentences are taken together with those of a voice. */
const USUAL_COUNT = 2;
/** How much the side of a voice says of a sentence of its. */
const VOICE_WEIGHT = 1.5;
/** The same of how often it takes none. */
const NEUTRAL_VOICE_WEIGHT = 0.7;

/** The sides that a voice takes in other sentences, over the usual ones. */
export const leanOf = (others: readonly SideChances[]): SideChances => {
  const share = (side: (typeof SIDES)[number]): number =>
    (others.reduce((sum, chances) => sum + chances[side], 0) + USUAL_COUNT * USUAL[side]) /
    ((others.length + USUAL_COUNT) * USUAL[side]);
  return { bullish: share('bullish'), bearish: share('bearish'), neutral: share('neutral') };
};

/** Whole notes hold more without a side than the sentences that the model is trained on. */
const NEUTRAL_WEIGHT = 1.9;
/** So many times as likely as the opposite one a side has to be. */
const CLEAR = 1.5;

/** The side of a sentence with that of its voice, which is left open where the opposite one is nearly as likely. */
export const stanceOf = (
  { bullish, bearish, neutral }: SideChances,
  lean: SideChances,
): { readonly stance: ProposedStance; readonly confidence: number } => {
  const plus = bullish * lean.bullish ** VOICE_WEIGHT;
  const minus = bearish * lean.bearish ** VOICE_WEIGHT;
  const zero = NEUTRAL_WEIGHT * neutral * lean.neutral ** NEUTRAL_VOICE_WEIGHT;
  const confidence = Math.max(plus, minus, zero) / (plus + minus + zero);
  if (zero > plus && zero > minus) return { stance: 'neutral', confidence };
  if (Math.max(plus, minus) < CLEAR * Math.min(plus, minus)) return { stance: 'unclear', confidence: 0.3 };
  return { stance: plus > minus ? 'bullish' : 'bearish', confidence };
};
