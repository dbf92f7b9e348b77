import { distance } from 'fastest-levenshtein';
import { wordSet } from '../../tokens.ts';

/** Words a wrong letter should not hide. */
const KEY_WORDS = [
  ...wordSet(`
    basis points lowers reduce raises percent floating leverage interest income company smallcap largecap
    bullish bearish recession valuation discount summary source average russell instead assumptions conflict correct
  `),
];

/** Words that are right as they stand, however much they look like one of those. */
const KNOWN = new Set([
  ...KEY_WORDS,
  ...wordSet(`
    point points pointed companies interests interested incomes floats floated floatings basic bases sources resource
    discounts conflicts averages coverage beverage valuations summarise summarize correctly corrected incorrect
    lower lowered raise raised reduces reduced percentage leveraged recessions assumption compare compared compares
    prints paints
  `),
]);

const SHORTEST_MENDED = 5;
const LONG = 9;

/** A key word with a letter wrong, or two where it is long, as it should be: `smalcap` is `smallcap`. */
export const mended = (word: string): string => {
  if (word.length < SHORTEST_MENDED || KNOWN.has(word) || /[^a-z]/.test(word)) return word;
  return (
    KEY_WORDS.find(
      (key) =>
        key[0] === word[0] &&
        Math.abs(key.length - word.length) <= 1 &&
        distance(word, key) <= (key.length >= LONG ? 2 : 1),
    ) ?? word
  );
};
