import { z } from 'zod';
import type { Utterance } from '../../language/index.ts';
import type { Question } from '../../topics/questions.ts';
import { QuestionSchema } from '../../topics/questions.ts';
import { featuresOf, PLACES } from './features.ts';
import trained from './weights.json' with { type: 'json' };

const WeightsSchema = z.strictObject({
  /** What each row of weights is for, in order: a question as JSON, or a kind that another reader fills. */
  classes: z.array(z.string()),
  /** Bytes in base64, one signed byte a weight, a row of all places for each class. */
  weights: z.string(),
});

/** What a text may resemble: a question, or the name of a kind that needs more than resemblance. */
export type Sense = Question | { readonly kind: 'brief' | 'none' };

const senseOf = (name: string): Sense => {
  const read = QuestionSchema.safeParse(JSON.parse(name));
  if (read.success) return read.data;
  return { kind: name === '{"kind":"brief"}' ? 'brief' : 'none' };
};

interface Model {
  readonly names: readonly string[];
  readonly senses: readonly Sense[];
  readonly weights: Int8Array;
}

const load = (): Model => {
  const { classes, weights } = WeightsSchema.parse(trained);
  return {
    names: classes,
    senses: classes.map(senseOf),
    weights: Int8Array.from(Buffer.from(weights, 'base64')),
  };
};
const MODEL = load();

export interface Ranked {
  readonly name: string;
  readonly sense: Sense;
  /** The sum of the weights over the root of how many there are: comparable between texts of different lengths. */
  readonly score: number;
}

/** What a text resembles most, best first; the same text comes to the same order. */
export const ranked = (utterance: Utterance): readonly Ranked[] => {
  const features = featuresOf(utterance);
  const size = Math.sqrt(Math.max(1, features.length));
  const scoreOf = (row: number): number =>
    features.reduce((sum, place) => sum + (MODEL.weights[row * PLACES + place] as number), 0) / size;
  return MODEL.names
    .map((name, row) => ({ name, sense: MODEL.senses[row] as Sense, score: scoreOf(row) }))
    .sort((one, other) => other.score - one.score);
};
