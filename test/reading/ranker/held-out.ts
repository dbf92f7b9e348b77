import { utteranceOf } from '../../../src/language/index.ts';
import { NOTES } from '../../../src/notes/index.ts';
import { modelOf, rankedBy } from '../../../src/reading/ranker/model.ts';
import { chosenAmong } from '../../../src/reading/ranker/read.ts';
import { namesOf } from '../../../src/topics/views/read-subjects.ts';
import { type Example, train } from './training.ts';

const FOLDS = 5;

/** What a model trained without an example makes of it. */
interface HeldOut extends Example {
  readonly isSure: boolean;
  /** The senses answered or offered, as in the examples. */
  readonly chosen: readonly string[];
  readonly best: string;
}

export const kindOf = (name: string): string => (JSON.parse(name) as { readonly kind: string }).kind;

/** The examples of the first parts of five, each read by a model that was trained on the other four. */
export const heldOut = (all: readonly Example[], parts = FOLDS): readonly HeldOut[] => {
  const names = namesOf(NOTES);
  return Array.from({ length: parts }, (_, fold) => {
    const isIn = (at: number): boolean => at % FOLDS === fold;
    const { classes, weights, step } = train(all.filter((_one, at) => !isIn(at)));
    const model = modelOf(classes, weights, step);
    const nameOf = new Map(model.classes.map((sense, at) => [sense.asks ?? sense.kind, classes[at] ?? '']));
    return all
      .filter((_one, at) => isIn(at))
      .map((example): HeldOut => {
        const utterance = utteranceOf(example.text, names);
        const order = rankedBy(model, utterance);
        const { isSure, chosen } = chosenAmong(() => order, utterance);
        const named = (one: (typeof order)[number] | undefined): string =>
          (one && nameOf.get(one.asks ?? one.kind)) ?? '';
        return { ...example, isSure, chosen: chosen.map(named), best: named(order[0]) };
      });
  }).flat();
};

/** Held-out figures in a line each. */
export const heldOutReport = (rows: readonly HeldOut[]): readonly string[] => {
  const isChat = ({ name }: HeldOut): boolean => kindOf(name) === 'none';
  const isRight = ({ name, chosen }: HeldOut): boolean => chosen.some((one) => kindOf(one) === kindOf(name));
  const answered = rows.filter(({ isSure }) => isSure);
  const offered = rows.filter(({ isSure, chosen }) => !isSure && chosen.length > 0);
  const ours = rows.filter((row) => !isChat(row));
  const count = (some: readonly HeldOut[], is: (row: HeldOut) => boolean): number => some.filter(is).length;
  return [
    `${rows.length} examples, each read without itself and a fifth of the others`,
    `best is of the right kind: ${count(rows, ({ name, best }) => kindOf(best) === kindOf(name))}, the right sense: ${count(rows, ({ name, best }) => best === name)}`,
    `answered: ${answered.length}, of the wrong kind: ${count(answered, (row) => !isRight(row))}, chat: ${count(answered, isChat)}`,
    `offered: ${offered.length}, the right kind among them: ${count(offered, isRight)}, chat: ${count(offered, isChat)}`,
    `neither: ${count(ours, ({ chosen }) => chosen.length === 0)} of ${ours.length} that are no chat`,
  ];
};
