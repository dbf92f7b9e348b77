import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { utteranceOf } from '../../../src/language/index.ts';
import { NOTES } from '../../../src/notes/index.ts';
import operations from '../../../src/reading/operations/operations.json' with { type: 'json' };
import { OperationsSchema } from '../../../src/reading/operations/read.ts';
import texts from '../../../src/reading/operations/texts.json' with { type: 'json' };
import { featuresOf, PLACES } from '../../../src/reading/ranker/features.ts';
import { LARGEST, packed } from '../../../src/reading/ranker/packed.ts';
import { namesOf } from '../../../src/topics/views/read-subjects.ts';

/** Trains the model that ranks what a text resembles, from the examples beside the topics. */

const SOURCES = join(import.meta.dirname, '..', '..', '..', 'src');
export const WEIGHTS = join(SOURCES, 'reading', 'ranker', 'weights.json');
export const OPERATION_WEIGHTS = join(SOURCES, 'reading', 'operations', 'weights.json');

const ExamplesSchema = z.array(
  z.strictObject({ asks: z.looseObject({ kind: z.string() }), texts: z.array(z.string()) }),
);

export interface Example {
  readonly name: string;
  readonly text: string;
  /** What it is said behind, where that matters. */
  readonly behind?: string;
}

/** Every example of every topic, in an order that does not depend on the file system. */
export const examples = (): readonly Example[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|[\\/])(?:examples|other-subjects)\.json$/.test(path))
    .sort()
    .flatMap((path) => ExamplesSchema.parse(JSON.parse(readFileSync(join(SOURCES, path), 'utf8'))))
    .flatMap(({ asks, texts }) => texts.map((text) => ({ name: JSON.stringify(asks), text })));

const TEXTS = z.record(z.string(), z.array(z.string())).parse(texts);

/** Kinds of which nothing is operated on. */
const NO_OPERATION = new Set(['none', 'refusal', 'not-known', 'brief', 'help']);

/**
 * The texts of each operation, each behind up to two of the kinds of question that it is said behind; and against them what
 * is none: the examples of other kinds.
 */
export const operationExamples = (): readonly Example[] => [
  ...OperationsSchema.parse(operations).flatMap(({ id, behind }) =>
    (TEXTS[id] ?? []).flatMap((text, at) =>
      [...new Set([behind[at % behind.length], behind[(at + 1) % behind.length]])].map((kind) => ({
        ...{ name: id, text },
        behind: kind as string,
      })),
    ),
  ),
  ...examples().map(({ name, text }, at) => {
    const { kind } = KindSchema.parse(JSON.parse(name));
    const isNone = NO_OPERATION.has(kind);
    return {
      ...{ name: kind === 'brief' ? 'none-brief' : isNone ? 'none' : 'other', text },
      behind: isNone ? (BEHIND_NONE[at % BEHIND_NONE.length] as string) : 'nothing',
    };
  }),
];

const KindSchema = z.looseObject({ kind: z.string() });
const BEHIND_NONE = ['nothing', 'rate-move', 'rotation', 'views', 'fed-history'];

const EPOCHS = 5;
const RATE = 0.3;
const DECAY = 1e-5;
/** Smaller errors teach nothing. */
const LEAST_ERROR = 2e-3;
/** Weights beyond this are cut to it: most are far smaller, and there are few steps. */
const CUT_AT = 2.8;

/** A linear congruential generator: the same sequence each time. */
const sequence = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
};

/** What people put before and behind what they ask: it says nothing of it. */
const BEFORE =
  'hey|quick one|morning|sorry dumb question|could you kindly tell me|ok so|boss wants to know|mate|pls|just wondering|lowkey|for the 9am|good day sir|um|thinking out loud|would you be so kind as to tell me|need to know|can u|gimme|tell me|any idea|i was wondering|hi team|right then|one more|client asks|please advise|yo|wait|hang on|also|and'.split(
    '|',
  );
const BEHIND =
  'pls|thx|mate|please and thank you|for the deck|quick|lol|cheers|if you dont mind|asap|for my notes|roughly|at all|by any chance|sir|tbh|in a line|do you know|ta|kindly|no rush|my boss is asking|or what|right'.split(
    '|',
  );

/** Each example as it is and once with such words around it. */
const dressed = (all: readonly Example[]): readonly Example[] => {
  const draw = sequence(7);
  const one = (words: readonly string[]): string => words[draw(words.length)] as string;
  return [...all, ...all.map((example) => ({ ...example, text: `${one(BEFORE)} ${example.text} ${one(BEHIND)}` }))];
};

export interface Trained {
  readonly classes: readonly string[];
  readonly step: number;
  readonly weights: Int8Array;
}

/** Softmax regression with rates of its own for each weight (Adagrad), over a fixed order, so that it comes to the same weights each time. */
export const train = (all: readonly Example[]): Trained => {
  const classes = [...new Set(all.map(({ name }) => name))].sort();
  const names = namesOf(NOTES);
  const known = dressed(all).map(({ name, text, behind }) => ({
    own: classes.indexOf(name),
    features: featuresOf(utteranceOf(text, names), behind),
  }));
  const weights = new Float32Array(classes.length * PLACES);
  const squares = new Float32Array(classes.length * PLACES);
  const chances = new Float64Array(classes.length);
  const draw = sequence(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = known.length - 1; at > 0; at -= 1) {
      const other = draw(at + 1);
      [known[at], known[other]] = [known[other] as (typeof known)[number], known[at] as (typeof known)[number]];
    }
    for (const { own, features } of known) {
      const scale = 1 / Math.sqrt(Math.max(1, features.length));
      let whole = 0;
      for (let row = 0; row < classes.length; row += 1) {
        let sum = 0;
        for (const place of features) sum += weights[row * PLACES + place] as number;
        const part = Math.exp(sum * scale);
        chances[row] = part;
        whole += part;
      }
      for (let row = 0; row < classes.length; row += 1) {
        const error = ((chances[row] as number) / whole - (row === own ? 1 : 0)) * scale;
        if (Math.abs(error) < LEAST_ERROR) continue;
        for (const place of features) {
          const at = row * PLACES + place;
          const slope = error + DECAY * (weights[at] as number);
          const square = (squares[at] as number) + slope * slope;
          squares[at] = square;
          weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(square + 1e-6);
        }
      }
    }
  }
  const step = CUT_AT / LARGEST;
  const inSteps = (weight: number): number => Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step)));
  return { classes, step, weights: Int8Array.from(weights, inSteps) };
};

export const asJson = ({ classes, step, weights }: Trained): string =>
  `${JSON.stringify({ classes, step, weights: packed(weights) }, undefined, 2)}\n`;
