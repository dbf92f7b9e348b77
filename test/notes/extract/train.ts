import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedModel } from '../../../src/notes/extract/side-model.ts';
import { heldOutReport } from './held-out.ts';
import { sidedSentences, trainedOn } from './training.ts';

/**
 * Writes the weights that the sided sentences come to; with --same, fails where they are others than the committed ones;
 * with --held-out, how well each writer's sentences are read by what was trained on the others'.
 */

const WEIGHTS = join(import.meta.dirname, '..', '..', '..', 'src', 'notes', 'extract', 'side-weights.json');
const say = (words: string): void => void process.stdout.write(`${words}\n`);

const all = sidedSentences();
if (process.argv.includes('--held-out')) {
  for (const line of heldOutReport(all)) say(line);
} else {
  const model = trainedOn(all);
  const json = `${JSON.stringify(packedModel(model), undefined, 2)}\n`;
  if (process.argv.includes('--same')) {
    const isSame = json === readFileSync(WEIGHTS, 'utf8');
    say(isSame ? 'the weights are those that training comes to' : 'other weights: npm run train:notes');
    process.exitCode = isSame ? 0 : 1;
  } else {
    writeFileSync(WEIGHTS, json);
    say(`${model.places.length} features from ${all.length} sentences`);
  }
}
