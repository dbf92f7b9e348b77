import type { ProposedStance } from './claim.ts';
import { type StanceReading, type VoicePart, voiceKey } from './parts.ts';
import type { SideChances } from './side-model.ts';

/** How often sentences take each side. */
const USUAL: SideChances = { bullish: 0.4, bearish: 0.35, neutral: 0.25 };
/** So many usual sentences are taken together with those of a note. */
const USUAL_COUNT = 2;

/** How often some sentences take each side, shares that add up to 1. */
const sharesOf = (readings: readonly StanceReading[]): SideChances => {
  const share = (side: keyof SideChances): number =>
    (readings.reduce((sum, { chances }) => sum + chances[side], 0) + USUAL_COUNT * USUAL[side]) /
    (readings.length + USUAL_COUNT);
  return { bullish: share('bullish'), bearish: share('bearish'), neutral: share('neutral') };
};

/** The other sentences of a note that a sentence is weighed with. */
export interface Surroundings {
  /** Of the same voice. */
  readonly voice: readonly StanceReading[];
  readonly paragraph: readonly StanceReading[];
  readonly note: readonly StanceReading[];
}

const surroundingsOf = (part: VoicePart, parts: readonly VoicePart[]): Surroundings => {
  const others = parts.filter(({ sentence }) => sentence !== part.sentence);
  const of = (isIn: (other: VoicePart) => boolean): readonly StanceReading[] =>
    others.filter(isIn).map(({ reading }) => reading);
  return {
    voice: of(({ attribution }) => voiceKey(attribution) === voiceKey(part.attribution)),
    paragraph: of(({ sentence }) => sentence.paragraph === part.sentence.paragraph),
    note: of(() => true),
  };
};

const LEAST_CHANCE = 1e-3;
const logOf = (chance: number): number => Math.log(Math.max(LEAST_CHANCE, chance));
const leanOf = ({ bullish, bearish }: SideChances): number => logOf(bullish) - logOf(bearish);

/** What each counts for the side and for none, as fitted on notes whose writers the model had not read. */
const SIDE = { odds: 0.45, chances: 1.6, voice: 2.7, conceding: 3.2 };
const NONE = { odds: 0.67, chance: 1.9, ruled: 1.1, paragraph: 4.2 };

/**
 * The chances of a sentence within its note: a voice argues for one side against the rest of the note, grants the
 * other side a point, and facts stand together.
 *
 * @param force how much of its full weight the voice has, 0 to 1
 */
export const weighedChances = (
  reading: StanceReading,
  { voice, paragraph, note }: Surroundings,
  force = 1,
): SideChances => {
  const { chances, isRuledNeutral, isConceding } = reading;
  const [own, whole] = [sharesOf(voice), sharesOf(note)];
  const side =
    SIDE.odds * leanOf(chances) +
    SIDE.chances * (chances.bullish - chances.bearish) +
    force * SIDE.voice * (leanOf(own) - leanOf(whole)) -
    (isConceding ? force * SIDE.conceding * leanOf(own) : 0);
  const none =
    NONE.odds * logOf(chances.neutral) +
    NONE.chance * chances.neutral +
    (isRuledNeutral ? NONE.ruled : 0) +
    NONE.paragraph * (sharesOf(paragraph).neutral - whole.neutral);
  const [plus, minus, zero] = [Math.exp(side / 2), Math.exp(-side / 2), Math.exp(none)];
  const sum = plus + minus + zero;
  return { bullish: plus / sum, bearish: minus / sum, neutral: zero / sum };
};

/** Sentences that are weighed already are surer, and so say more of their voice. */
const FORCE_AGAIN = 0.5;

/** The chances of each sentence of a note, weighed with the others and then with what those came to. */
export const chancesInNote = (parts: readonly VoicePart[]): ReadonlyMap<VoicePart, SideChances> => {
  const first = parts.map((part) => ({
    ...part,
    reading: { ...part.reading, chances: weighedChances(part.reading, surroundingsOf(part, parts)) },
  }));
  return new Map(
    parts.map((part) => [part, weighedChances(part.reading, surroundingsOf(part, first), FORCE_AGAIN)] as const),
  );
};

/** None at all is a safer answer than a side that may be the opposite one. */
const NEUTRAL_WEIGHT = 2.2;
/** So many times as likely as the opposite one a side has to be. */
const CLEAR = 1.9;

/** The side of a sentence, which is left open where the opposite one is nearly as likely. */
export const stanceOf = ({
  bullish,
  bearish,
  neutral,
}: SideChances): { readonly stance: ProposedStance; readonly confidence: number } => {
  const zero = NEUTRAL_WEIGHT * neutral;
  const confidence = Math.max(bullish, bearish, zero) / (bullish + bearish + zero);
  if (zero > bullish && zero > bearish) return { stance: 'neutral', confidence };
  if (Math.max(bullish, bearish) < CLEAR * Math.min(bullish, bearish)) return { stance: 'unclear', confidence: 0.3 };
  return { stance: bullish > bearish ? 'bullish' : 'bearish', confidence };
};
