import { describe, expect, it } from 'vitest';
import { lexiconOf, matcherOf, phrasesOf, utteranceOf } from '../../src/language/index.ts';
import { NOTES } from '../../src/notes/index.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';

const LEXICON = lexiconOf({ trade: { buy: 'buy|pick up', hold: 'hold' }, asks: { asks: 'should we' } });

const matches = (typed: string, pattern: string): boolean => {
  const utterance = utteranceOf(typed, namesOf(NOTES));
  return matcherOf(utterance, phrasesOf(utterance, LEXICON), new Map([['whole', [{ from: 0, to: 1 }]]]))(pattern);
};

describe('patterns', () => {
  it.each([
    ['should we buy it', 'asks trade'],
    ['should we buy it', 'trade:buy'],
    ['should we hold it', 'trade:buy,hold'],
    ['should we buy it', 'asks>0>trade'],
    ['should we ever buy it', 'asks>1>trade'],
    ['buy it', '^trade'],
    ['please buy it', '^trade'],
    ['buy it', '^=buy'],
    ['buy it', '-asks'],
    ['buy it', 'asks|trade'],
    ['buy it?', '?'],
    ['does kostin buy it', '#who'],
    ['cut 50', '#number'],
    ['will the fed buy it', '@fed:fed'],
    ['buy it', 'whole'],
  ])('%s says %s', (typed, pattern) => {
    expect(matches(typed, pattern)).toBe(true);
  });

  it.each([
    ['should we wait', 'asks trade'],
    ['should we hold it', 'trade:buy'],
    ['should we ever buy it', 'asks>0>trade'],
    ['buy what should we', 'asks>3>trade'],
    ['should we buy it', '^trade'],
    ['should we buy it', '-asks'],
    ['hold it', 'asks|trade:buy'],
    ['buy it', '?'],
    ['buy it', '#who'],
    ['buy it', '@fed:fed'],
    ['buying it', '=buy'],
  ])('%s does not say %s', (typed, pattern) => {
    expect(matches(typed, pattern)).toBe(false);
  });
});
