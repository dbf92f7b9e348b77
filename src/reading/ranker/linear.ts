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
export interface Linear {
  readonly classes: readonly string[];
  readonly step: number;
  /** A row of all places for each class, in steps. */
  readonly weights: Int8Array;
}

export const linearOf = (trained: unknown): Linear => {
  const { classes, step, weights } = WeightsSchema.parse(trained);
  return { classes, step, weights: unpacked(weights) };
};

/** How likely each class is, from 0 to 1; all of them add up to 1. */
export const chancesOf = (
  features: readonly number[],
  { classes, step, weights }: Pick<Linear, 'step' | 'weights'> & { readonly classes: { readonly length: number } },
): readonly number[] => {
  const scale = step / Math.sqrt(Math.max(1, features.length));
  const sums = Array.from({ length: classes.length }, (_, row) =>
    features.reduce((sum, place) => sum + (weights[row * PLACES + place] as number), 0),
  );
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp((sum - most) * scale));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
};

/** Which part of the words that say something speaks for a class, from 0 to 1; none where there is no such word. */
export const supportOf = (
  content: readonly (readonly number[])[],
  row: number,
  { weights }: Pick<Linear, 'weights'>,
): number => {
  const speaking = content.filter((forms) => forms.some((place) => (weights[row * PLACES + place] as number) > 0));
  return content.length === 0 ? 0 : speaking.length / content.length;
};
