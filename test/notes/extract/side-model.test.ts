import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packedModel, sideChances, unpackedModel } from '../../../src/notes/extract/side-model.ts';
import { reachedBy } from './held-out.ts';
import { sidedSentences, trainedOn } from './training.ts';

describe('the model that finds the side of a sentence', () => {
  it('has the weights that training comes to', async () => {
    const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'train.ts'), '--same']);
    await expect(run).resolves.toMatchObject({ stdout: expect.stringContaining('those that training comes to') });
  }, 120_000);

  it('is packed and unpacked without a loss', () => {
    const model = trainedOn(sidedSentences().slice(0, 40));
    expect(unpackedModel(packedModel(model))).toEqual(model);
  });

  it('gives three chances that add up to one', () => {
    const { bullish, bearish, neutral } = sideChances('Small caps are cheap.', '');
    expect(bullish + bearish + neutral).toBeCloseTo(1);
  });

  it("reads a writer's sentences on the opposite side in few when it was trained on the others'", () => {
    const all = sidedSentences();
    const isOut = ({ writer }: (typeof all)[number]): boolean => writer === 'writer-d';
    const { right, opposite } = reachedBy(trainedOn(all.filter((one) => !isOut(one))), all.filter(isOut));
    expect(right).toBeGreaterThan(2.5 * opposite);
    expect(opposite).toBeLessThan(0.14);
  }, 120_000);
});
