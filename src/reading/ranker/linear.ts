import { z } from 'zod';
import { PLACES } from './features.ts';
import { unpacked } from './packed.ts';

export const WeightsSchema = z.strictObject({
  /** What each row of weights is for, in order. */
  classes: z.array(z.string()),
  /** What one step of a weight is worth. */
  step: z.number(),
  /** A row of all places for each class. */
  weights: z.string(),
});

/** Classes and how much each feature speaks for each of them. */
export interface Linear<Class = string> {
  readonly classes: readonly Class[];
  readonly step: number;
  /** For each place in turn the weights of all classes, in steps: a text has few places, and each is asked for all classes. */
  readonly weights: Int8Array;
}

/** @param trained a row of all places for each class, in steps */
export const byPlace = (trained: Int8Array): Int8Array => {
  const count = trained.length / PLACES;
  const weights = new Int8Array(trained.length);
  for (let row = 0; row < count; row += 1)
    for (let place = 0; place < PLACES; place += 1)
      weights[place * count + row] = trained[row * PLACES + place] as number;
  return weights;
};

export const linearOf = (trained: unknown): Linear => {
  const { classes, step, weights } = WeightsSchema.parse(trained);
  return { classes, step, weights: byPlace(unpacked(weights)) };
};

/** How likely each class is, from 0 to 1; all of them add up to 1. */
export const chancesOf = (
  features: readonly number[],
  { classes: { length }, step, weights }: Linear<unknown>,
): readonly number[] => {
  const scale = step / Math.sqrt(Math.max(1, features.length));
  const sums = new Array<number>(length).fill(0);
  for (const place of features)
    for (let row = 0; row < length; row += 1)
      sums[row] = (sums[row] as number) + (weights[place * length + row] as number);
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp((sum - most) * scale));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
};

/** Which part of the words that say something speaks for a class, from 0 to 1; none where there is no such word. */
export const supportOf = (
  content: readonly (readonly number[])[],
  row: number,
  { classes: { length }, weights }: Linear<unknown>,
): number => {
  const speaking = content.filter((forms) => forms.some((place) => (weights[place * length + row] as number) > 0));
  return content.length === 0 ? 0 : speaking.length / content.length;
};
