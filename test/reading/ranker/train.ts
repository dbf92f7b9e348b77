import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { utteranceOf } from '../../../src/language/index.ts';
import { NOTES } from '../../../src/notes/index.ts';
import { featuresOf, PLACES } from '../../../src/reading/ranker/features.ts';
import { unpacked } from '../../../src/reading/ranker/packed.ts';
import { namesOf } from '../../../src/topics/views/read-subjects.ts';
import { heldOut, heldOutReport } from './held-out.ts';
import { asJson, examples, OPERATION_WEIGHTS, operationExamples, type Trained, train, WEIGHTS } from './training.ts';

/**
 * Writes the weights that the examples come to; with --check, prints the examples that are read otherwise than before instead;
 * with --same, fails where the weights are others than the committed ones; with --held-out, how well it reads examples that it
 * was not trained on.
 */

const say = (words: string): void => void process.stdout.write(`${words}\n`);

const bestOf = ({ classes, weights }: Trained, text: string): string => {
  const features = featuresOf(utteranceOf(text, namesOf(NOTES)));
  const scores = classes.map((_, row) =>
    features.reduce((sum, place) => sum + (weights[row * PLACES + place] as number), 0),
  );
  return classes[scores.indexOf(Math.max(...scores))] ?? '';
};

const committed = (): Trained => {
  const { classes, step, weights } = z
    .strictObject({ classes: z.array(z.string()), step: z.number(), weights: z.string() })
    .parse(JSON.parse(readFileSync(WEIGHTS, 'utf8')));
  return { classes, step, weights: unpacked(weights) };
};

const all = examples();
if (process.argv.includes('--held-out')) {
  for (const line of heldOutReport(heldOut(all))) say(line);
  process.exit();
}
const trained = train(all);
if (process.argv.includes('--same')) {
  const isSame = (weights: Trained, path: string): boolean => asJson(weights) === readFileSync(path, 'utf8');
  const areSame = isSame(trained, WEIGHTS) && isSame(train(operationExamples()), OPERATION_WEIGHTS);
  say(areSame ? 'the weights are those that training comes to' : 'other weights: npm run train:reader');
  process.exit(areSame ? 0 : 1);
}
if (process.argv.includes('--check')) {
  const before = committed();
  const flips = all.filter(({ text }) => bestOf(before, text) !== bestOf(trained, text));
  for (const { text } of flips) say(`${text}: ${bestOf(before, text)} is now ${bestOf(trained, text)}`);
  say(`${flips.length} of ${all.length} examples are read otherwise`);
  if (flips.length > 0) process.exitCode = 1;
} else {
  writeFileSync(WEIGHTS, asJson(trained));
  say(`${trained.classes.length} senses from ${all.length} examples`);
  const others = operationExamples();
  const operations = train(others);
  writeFileSync(OPERATION_WEIGHTS, asJson(operations));
  say(`${operations.classes.length} operations from ${others.length} examples`);
}
