import { describe, expect, it } from 'vitest';
import { copiedRunFinder } from '../../src/notes/lint-texts.ts';

const NOTE = `A river that bends slowly reaches the sea long after a straight one, said Bo Sample of Sample Bank.
The Russell 2000 had fallen by 3.5% in a week, and the S&P 500 by 12 points.`;
const shared = copiedRunFinder(NOTE, ['Bo Sample', 'Sample Bank', 'Sample']);

describe('words shared with a note', () => {
  it('may be seven in a row and not eight', () => {
    expect(shared('Likes a river that bends slowly reaches the.')).toBeUndefined();
    expect(shared('Likes a river that bends slowly reaches the sea.')).toBe(
      'a river that bends slowly reaches the sea',
    );
  });

  it('are reported to the end of the run', () => {
    expect(shared('River that bends slowly reaches the sea long after dusk.')).toBe(
      'river that bends slowly reaches the sea long after',
    );
  });

  it('are found whatever the case, the punctuation and the hyphens', () => {
    expect(shared('“A RIVER, that bends: slowly reaches — the sea-long')).toBe(
      'a river that bends slowly reaches the sea long',
    );
  });

  it('do not count names and figures', () => {
    expect(shared('After a straight one, said Bo Sample of Sample Bank.')).toBeUndefined();
    expect(shared('One, said Bo Sample of Sample Bank: the Russell 2000 3.5% S&P 500 12 points 7')).toBeUndefined();
  });

  it('are not broken by a name or a figure, the same or another', () => {
    const run = 'the had fallen by in a week and the by';
    expect(shared('The Russell 2000 had fallen by 3.5% in a week, and the S&P 500 by 12 points.')).toBe(run);
    expect(shared('The Nasdaq 100 had fallen by $4 bn in a week, and the OMXS30’s by 1 160.9 million')).toBe(run);
  });

  it('need whole names, as written: a word that is part of one still counts', () => {
    const other = copiedRunFinder('sample after sample was taken from the north bank of it', ['Sample', 'Bank']);
    expect(other('Sample after sample was taken from the north bank of it')).toBe(
      'after sample was taken from the north bank of it',
    );
  });

  it('are broken by any other word', () => {
    expect(shared('A river that bends slowly and reaches the sea long after')).toBeUndefined();
  });

  it('are none where there are too few words', () => {
    expect(shared('')).toBeUndefined();
    expect(copiedRunFinder('', [])('A river that bends slowly reaches the sea')).toBeUndefined();
  });
});
