import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { utteranceOf } from '../../../src/language/index.ts';
import { NOTES } from '../../../src/notes/index.ts';
import { featuresOf, PLACES } from '../../../src/reading/ranker/features.ts';
import { LARGEST, packed } from '../../../src/reading/ranker/packed.ts';
import { namesOf } from '../../../src/topics/views/read-subjects.ts';

/** Trains the model that ranks what a text resembles, from the examples beside the topics. */

const SOURCES = join(import.meta.dirname, '..', '..', '..', 'src');
export const WEIGHTS = join(SOURCES, 'reading', 'ranker', 'weights.json');

const ExamplesSchema = z.array(
  z.strictObject({ asks: z.looseObject({ kind: z.string() }), texts: z.array(z.string()) }),
);

export interface Example {
  readonly name: string;
  readonly text: string;
}

/** Every example of every topic, in an order that does not depend on the file system. */
export const examples = (): readonly Example[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|[\\/])(?:examples|other-subjects)\.json$/.test(path))
    .sort()
    .flatMap((path) => ExamplesSchema.parse(JSON.parse(readFileSync(join(SOURCES, path), 'utf8'))))
    .flatMap(({ asks, texts }) => texts.map((text) => ({ name: JSON.stringify(asks), text })));

const EPOCHS = 14;
/** By how much the right class has to lead, in weights of a feature. */
const LEAD = 3;
/** Weights beyond this part of the largest are cut to it, or few steps would be left for the others. */
const CUT_AT = 0.5;

/** The same sequence each time: a linear congruential generator. */
const shuffled = <Value>(values: readonly Value[], seed: number): readonly Value[] => {
  const all = [...values];
  let state = seed;
  for (let at = all.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [all[at], all[other]] = [all[other] as Value, all[at] as Value];
  }
  return all;
};

export interface Trained {
  readonly classes: readonly string[];
  readonly weights: Int8Array;
}

/** An averaged perceptron with a margin, in whole numbers until the end, so that every machine comes to the same weights. */
export const train = (all: readonly Example[]): Trained => {
  const classes = [...new Set(all.map(({ name }) => name))].sort();
  const names = namesOf(NOTES);
  const known = all.map(({ name, text }) => ({
    row: classes.indexOf(name),
    features: featuresOf(utteranceOf(text, names)),
  }));
  const now = new Int32Array(classes.length * PLACES);
  const sums = new Float64Array(classes.length * PLACES);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { row, features } of shuffled(known, epoch + 1)) {
      step += 1;
      let [best, rival] = [Number.NEGATIVE_INFINITY, -1];
      let own = 0;
      for (let other = 0; other < classes.length; other += 1) {
        let score = 0;
        for (const place of features) score += now[other * PLACES + place] as number;
        if (other === row) own = score;
        else if (score > best) [best, rival] = [score, other];
      }
      if (own - best >= LEAD * features.length) continue;
      for (const place of features) {
        for (const [at, by] of [
          [row * PLACES + place, 1],
          [rival * PLACES + place, -1],
        ] as const) {
          now[at] = (now[at] as number) + by;
          sums[at] = (sums[at] as number) + by * step;
        }
      }
    }
  }
  const means = now.map((weight, at) => Math.round((1_000 * (weight * step - (sums[at] as number))) / step));
  const most = CUT_AT * means.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1);
  return {
    classes,
    weights: Int8Array.from(means, (weight) =>
      Math.max(-LARGEST, Math.min(LARGEST, Math.round((LARGEST * weight) / most))),
    ),
  };
};

export const asJson = ({ classes, weights }: Trained): string =>
  `${JSON.stringify({ classes, weights: packed(weights) }, undefined, 2)}\n`;
