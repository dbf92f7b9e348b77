import { type RuledStance, ruledStance } from './ruled.ts';
import { entitiesIn, sideNamed } from './sides.ts';
import { type Lexeme, termsOf } from './terms.ts';

/** Words that say nothing alone: their own list, so that weights do not change with another table. */
const EMPTY = new Set(
  `be have do of in on at by for from with as to and or it i we he she they you there what which who whom whose when where how all any some each both no not more most less than then so if will
  would can could should may might must into up out about over down one`.split(/\s+/),
);
const PAST =
  /\b(?:rose|fell|gained|lost|lagged|outperformed|underperformed|trailed|beat|returned|rallied|climbed|dropped|added|jumped|surged|advanced|slipped|closed|finished|ended|stood|traded|hit|was|were|had|took|saw|drew|led)\b/;
const FORWARD =
  /\b(?:will|would|could|should|may|might|expect\w*|likely|think|believe|we|i|our|forecasts?|next|ahead|prefer\w*|favou?r\w*|overweight|underweight|recommend\w*)\b/;

const shown = ({ sense, word }: Lexeme): string => sense ?? word;
const isWord = ({ word }: Lexeme): boolean => /^[a-z]/.test(word);

const isTelling = (term: Lexeme): boolean => isWord(term) && !EMPTY.has(term.word);

/** So many terms before and behind small or large caps are near them. */
const REACH = 5;
/** Which words stand before and behind small caps or large ones. */
const besideSizes = (terms: readonly Lexeme[]): readonly string[] =>
  terms.flatMap(({ word }, at) =>
    word.startsWith('§')
      ? terms.flatMap((term, place) =>
          place !== at && Math.abs(place - at) <= REACH && isTelling(term)
            ? [`n${word}${place < at ? '<' : '>'}${term.word}`]
            : [],
        )
      : [],
  );

/** Words, senses, and what stands beside what; small caps and large ones masked. */
const featuresOfTerms = (terms: readonly Lexeme[]): readonly string[] =>
  terms.flatMap((term, at) => {
    const [next, third] = [terms[at + 1], terms[at + 2]];
    const not = term.isNegated ? '!' : '';
    const half = at < terms.length / 2 ? 1 : 2;
    return [
      ...(isTelling(term) ? [`w:${term.word}`, `w${half}:${term.word}`, ...(not ? [`w!${term.word}`] : [])] : []),
      ...(term.sense === undefined ? [] : [`c:${term.sense}${not}`]),
      ...(next === undefined ? [] : [`2:${shown(term)} ${shown(next)}`]),
      ...(next === undefined || third === undefined
        ? []
        : [`3:${shown(term)} _ ${shown(third)}`, `T:${term.word} ${next.word} ${third.word}`]),
    ];
  });

/** What the rules make of a sentence, whose pronouns take up whom the sentence before is about. */
export const ruledBehind = (text: string, before: string): RuledStance =>
  ruledStance(text.toLowerCase(), sideNamed(before.toLowerCase()));

/**
 * Names of what a sentence shows of the side it takes on small caps against large ones; each once.
 *
 * @param text a sentence, or a voice's part of one
 * @param before the sentence before it; empty where it begins a paragraph
 */
export const sideFeatures = (
  text: string,
  before: string,
  { stance, score }: RuledStance = ruledBehind(text, before),
): readonly string[] => {
  const [plain, last] = [text, before].map((words) => words.toLowerCase()) as [string, string];
  const terms = termsOf(plain);
  const numbers = Math.min(4, plain.match(/\d[\d.,]*/g)?.length ?? 0);
  const tense = `${PAST.test(plain) ? 'p' : ''}${FORWARD.test(plain) ? 'f' : ''}`;
  const force = `${Math.sign(score)}${Math.min(3, Math.ceil(Math.abs(score)))}`;
  const named = new Set(entitiesIn(plain, undefined).map(({ side }) => side));
  return [
    ...new Set([
      '*',
      ...featuresOfTerms(terms),
      ...besideSizes(terms),
      `^${terms[0]?.word ?? ''}`,
      `#${numbers}`,
      `t${tense}`,
      `t${tense}#${Math.min(2, numbers)}`,
      `s${[...named].sort().join('')}`,
      `if${plain.match(/\b(?:if|unless|should)\b/g)?.length ?? 0}`,
      `r${stance}`,
      `r${force}`,
      `r${stance}${force}`,
      ...(last === ''
        ? ['b-']
        : [
            `b${sideNamed(last) ?? ''}`,
            ...termsOf(last).flatMap(({ sense }) => (sense === undefined ? [] : [`b:${sense}`])),
          ]),
    ]),
  ];
};
