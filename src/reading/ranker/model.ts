import { z } from 'zod';
import type { Utterance } from '../../language/index.ts';
import type { Question } from '../../topics/questions.ts';
import { QuestionSchema } from '../../topics/questions.ts';
import { contentOf, featuresOf, PLACES } from './features.ts';
import { unpacked } from './packed.ts';
import trained from './weights.json' with { type: 'json' };

const WeightsSchema = z.strictObject({
  /** What each row of weights is for, in order: a question as JSON, or a kind that needs more than resemblance. */
  classes: z.array(z.string()),
  /** A row of all places for each class. */
  weights: z.string(),
});

const KindSchema = z.looseObject({
  kind: z.enum([...QuestionSchema.options.map(({ shape }) => shape.kind.value), 'brief', 'none']),
});

/** What a text may resemble. */
export interface Sense {
  /** `none`: talk that asks nothing of what is answered here. */
  readonly kind: Question['kind'] | 'brief' | 'none';
  /** The question, where its kind alone makes one. */
  readonly asks?: Question;
}

const senseOf = (name: string): Sense => {
  const { kind } = KindSchema.parse(JSON.parse(name));
  const { data } = QuestionSchema.safeParse(JSON.parse(name));
  return { kind, ...(data && { asks: data }) };
};

export interface Model {
  readonly senses: readonly Sense[];
  /** A row of all places for each sense, from -7 to 7. */
  readonly weights: Int8Array;
}

/** @param classes senses as JSON, a row of weights each */
export const modelOf = (classes: readonly string[], weights: Int8Array): Model => ({
  senses: classes.map(senseOf),
  weights,
});

const load = (): Model => {
  const { classes, weights } = WeightsSchema.parse(trained);
  return modelOf(classes, unpacked(weights));
};
const MODEL = load();

export interface Ranked extends Sense {
  /** Ten times the sum of the weights over the root of how many there are: comparable between texts of different lengths. */
  readonly score: number;
  /** Which part of the words that say something speaks for it, from 0 to 1. */
  readonly support: number;
}

const SCALE = 10;

/** What a text resembles most, best first; the same text comes to the same order. */
export const ranked = (utterance: Utterance, { senses, weights }: Model = MODEL): readonly Ranked[] => {
  const features = featuresOf(utterance);
  const content = contentOf(utterance);
  const size = Math.sqrt(Math.max(1, features.length)) / SCALE;
  return senses
    .map((sense, row) => {
      const weightOf = (place: number): number => weights[row * PLACES + place] as number;
      const speaking = content.filter((forms) => forms.some((place) => weightOf(place) > 0)).length;
      return {
        ...sense,
        score: features.reduce((sum, place) => sum + weightOf(place), 0) / size,
        support: content.length === 0 ? 0 : speaking / content.length,
      };
    })
    .sort((one, other) => other.score - one.score);
};
