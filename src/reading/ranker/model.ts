import { z } from 'zod';
import { madeOnce, type Utterance } from '../../language/index.ts';
import { type Question, QuestionSchema } from '../../topics/questions.ts';
import { contentOf, featuresOf } from './features.ts';
import { byPlace, chancesOf, type Linear, linearOf, supportOf } from './linear.ts';
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

/** @param classes senses as JSON, a row of weights each */
export const modelOf = (classes: readonly string[], weights: Int8Array, step: number): Linear<Sense> => ({
  classes: classes.map(senseOf),
  step,
  weights: byPlace(weights),
});

let loaded: Linear<Sense> | undefined;
/** Unpacked with the first free words, so that no start waits for it. */
const shipped = (): Linear<Sense> => {
  if (loaded) return loaded;
  const { classes, ...rest } = linearOf(trained);
  loaded = { classes: classes.map(senseOf), ...rest };
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

export const rankedBy = (model: Linear<Sense>, utterance: Utterance): readonly Ranked[] => {
  const content = contentOf(utterance);
  const chances = chancesOf(featuresOf(utterance), model);
  const ofKind = new Map<Sense['kind'], number>();
  for (const [row, { kind }] of model.classes.entries())
    ofKind.set(kind, (ofKind.get(kind) ?? 0) + (chances[row] as number));
  return model.classes
    .map((sense, row) => ({
      ...sense,
      chance: chances[row] as number,
      kindChance: ofKind.get(sense.kind) ?? 0,
      support: supportOf(content, row, model),
    }))
    .sort((one, other) => other.chance - one.chance);
};

/** What a text resembles, the likest first; the same text comes to the same order. */
export const ranked = madeOnce((utterance: Utterance) => rankedBy(shipped(), utterance));
