import { z } from 'zod';
import type { Utterance } from '../../language/index.ts';
import { type Question, QuestionSchema } from '../../topics/questions.ts';
import { contentOf, featuresOf } from './features.ts';
import { chancesOf, linearOf, supportOf } from './linear.ts';
import trained from './weights.json' with { type: 'json' };

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
  readonly step: number;
  /** A row of all places for each sense, in steps. */
  readonly weights: Int8Array;
}

/** @param classes senses as JSON, a row of weights each */
export const modelOf = (classes: readonly string[], weights: Int8Array, step: number): Model => ({
  senses: classes.map(senseOf),
  step,
  weights,
});

const load = (): Model => {
  const { classes, weights, step } = linearOf(trained);
  return modelOf(classes, weights, step);
};
let loaded: Model | undefined;
/** Unpacked with the first free words, so that no start waits for it. */
const shipped = (): Model => {
  loaded ??= load();
  return loaded;
};

export interface Ranked extends Sense {
  /** How likely it is meant, from 0 to 1; all senses add up to 1. */
  readonly chance: number;
  /** The same of all senses of its kind together. */
  readonly kindChance: number;
  /** Which part of the words that say something speaks for it, from 0 to 1. */
  readonly support: number;
}

/** What a text resembles, the likest first; the same text comes to the same order. */
export const ranked = (utterance: Utterance, { senses, weights, step }: Model = shipped()): readonly Ranked[] => {
  const features = featuresOf(utterance);
  const content = contentOf(utterance);
  const chances = chancesOf(features, { classes: senses, step, weights });
  const ofKind = new Map<Sense['kind'], number>();
  for (const [row, { kind }] of senses.entries()) ofKind.set(kind, (ofKind.get(kind) ?? 0) + (chances[row] as number));
  return senses
    .map((sense, row) => {
      return {
        ...sense,
        chance: chances[row] as number,
        kindChance: ofKind.get(sense.kind) ?? 0,
        support: supportOf(content, row, { weights }),
      };
    })
    .sort((one, other) => other.chance - one.chance);
};
