import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sideFeatures } from '../../../src/notes/extract/side-features.ts';
import { LARGEST_WEIGHT, placeOf, type SideModel } from '../../../src/notes/extract/side-model.ts';

/** Trains the model that finds the side of a sentence, from made-up sentences. */

export const SIDES = ['bullish', 'bearish', 'neutral'] as const;

/** A sentence with the side that its writer gave it. */
export interface SidedSentence {
  readonly writer: string;
  readonly side: (typeof SIDES)[number];
  readonly text: string;
  /** The sentence before it; empty where there is none. */
  readonly before: string;
}

const FOLDER = join(import.meta.dirname, 'training');
const SIDE_OF: Readonly<Record<string, SidedSentence['side']>> = { '+': 'bullish', '-': 'bearish', 0: 'neutral' };

/** A file a writer; a line holds the side, the sentence before and the sentence. */
export const sidedSentences = (): readonly SidedSentence[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => {
          const [sign = '', before = '', text = ''] = line.split('\t');
          const side = SIDE_OF[sign];
          if (side === undefined || text === '') throw new Error(`${file}: not a sided sentence: ${line}`);
          return { writer: file.replace(/\.tsv$/, ''), side, text, before };
        }),
    );

const EPOCHS = 15;
const RATE = 0.15;
const DECAY = 1e-3;
/** Weights beyond this are cut to it. */
const CUT_AT = 3;
/** The weights are the mean of what so many orders of the sentences come to. */
const ORDERS = 3;

/** A linear congruential generator: the same sequence each time. */
const sequence = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
};

interface Known {
  readonly own: number;
  readonly features: Int32Array;
}

/** Softmax regression with rates of its own for each weight (Adagrad), over an order that the seed gives; a row a side. */
const descended = (sentences: readonly Known[], count: number, seed: number): readonly Float64Array[] => {
  const known = [...sentences];
  const rows = SIDES.map(() => ({ weights: new Float64Array(count), squares: new Float64Array(count) }));
  const draw = sequence(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = known.length - 1; at > 0; at -= 1) {
      const other = draw(at + 1);
      [known[at], known[other]] = [known[other] as Known, known[at] as Known];
    }
    for (const { own, features } of known) {
      const scale = 1 / Math.sqrt(features.length);
      const parts = rows.map(({ weights }) => {
        let sum = 0;
        for (let place = 0; place < features.length; place += 1) sum += weights[features[place] as number] as number;
        return Math.exp(scale * sum);
      });
      const whole = parts.reduce((sum, part) => sum + part, 0);
      for (const [row, { weights, squares }] of rows.entries()) {
        const error = ((parts[row] as number) / whole - (row === own ? 1 : 0)) * scale;
        for (let place = 0; place < features.length; place += 1) {
          const at = features[place] as number;
          const slope = error + DECAY * (weights[at] as number);
          const square = (squares[at] as number) + slope * slope;
          squares[at] = square;
          weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(square + 1e-6);
        }
      }
    }
  }
  return rows.map(({ weights }) => weights);
};

/** The model that sentences teach; the same ones come to the same weights each time. */
export const trainedOn = (sentences: readonly SidedSentence[]): SideModel => {
  const places = new Map<number, number>();
  const known = sentences.map(({ side, text, before }) => ({
    own: SIDES.indexOf(side),
    features: Int32Array.from(sideFeatures(text, before), (name) => {
      const place = placeOf(name);
      const at = places.get(place) ?? places.size;
      places.set(place, at);
      return at;
    }),
  }));
  const runs = Array.from({ length: ORDERS }, (_, at) => descended(known, places.size, at + 1));
  const step = CUT_AT / LARGEST_WEIGHT;
  const inSteps = (side: number, at: number): number => {
    const sum = runs.reduce((all, rows) => all + (rows[side]?.[at] as number) - (rows[2]?.[at] as number), 0);
    return Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, Math.round(sum / ORDERS / step))) || 0;
  };
  const weighed = [...places]
    .map(([place, at]) => [place, inSteps(0, at), inSteps(1, at)] as const)
    .filter(([, plus, minus]) => plus !== 0 || minus !== 0)
    .sort(([one], [other]) => one - other);
  return {
    step,
    places: Int32Array.from(weighed, ([place]) => place),
    weights: Int8Array.from(weighed.flatMap(([, plus, minus]) => [plus, minus])),
  };
};
