import type { ExtractedClaim } from '../notes/extract/index.ts';
import { MOST_WORDS_QUOTED } from '../notes/index.ts';

/** Sentences that say nothing without the one before them are one claim with it. */

const THINKS =
  '(?:(?:but|and|yet|so) )?(?:(?:we|i|he|she|they|we both) (?:think|believe|doubt|reckon|expect|suspect|find|consider)s? (?:that )?)?';
const NOUN =
  '(?:number|figure|estimate|forecast|gap|share|rate|level|pace|ratio|multiple|discount|premium|sum|count|assumption|projection|target)s?';
const LEANS: readonly RegExp[] = [
  new RegExp(String.raw`^${THINKS}(?:that|this|these|those|both|such an?|either) ${NOUN}\b`, 'i'),
  new RegExp(
    String.raw`^${THINKS}(?:that|this|it) (?:is|was|looks|seems|sounds) (?:far |much |a little |rather |about |at least )?too \w+`,
    'i',
  ),
  /^(?:we|i|he|she|they) (?:think|believe|find|call|consider)s? (?:it|them|both) (?:far |much |a little |rather )?too \w+/i,
  /\b(?:doubles?|halves?|triples?|twice|half|double|triple|more than|less than|well above|well below) (?:that|this)(?=[,.;]|$| (?:and|by|in|over|but|for)\b)/i,
  /^(?:but |and )?(?:that|this) (?:compares|contrasts) with\b/i,
  /^(?:the )?(?:same|reverse|opposite) (?:is true|holds|goes|applies)\b/i,
];

/** True of a sentence that takes up what the one before says, and cannot stand alone. */
export const isLeaning = (sentence: string): boolean => LEANS.some((leans) => leans.test(sentence));

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const countWords = (text: string): number => text.split(' ').length;
const isSided = ({ stance }: ExtractedClaim): boolean => stance === 'bullish' || stance === 'bearish';

/** Two sentences of one voice as one claim: the one that leans says the side, where it has one. */
const joined = (before: ExtractedClaim, leaning: ExtractedClaim): ExtractedClaim => {
  const { stance } = isSided(leaning) ? leaning : before;
  return {
    ...before,
    text: `${plain(before.text)} ${plain(leaning.text)}`,
    stance,
    horizon: before.horizon ?? leaning.horizon,
    horizonEnds: before.horizon === null ? leaning.horizonEnds : before.horizonEnds,
    condition: before.condition ?? leaning.condition,
    topics: [...new Set([...before.topics, ...leaning.topics])],
    figures: [...before.figures, ...leaning.figures],
    confidence: Math.max(before.confidence, leaning.confidence),
  };
};

/**
 * The claims of a text with those that lean on the one before joined to it, as long as both together may be quoted.
 *
 * @param text the note, which tells whether nothing stands between two sentences
 */
export const withLeaningJoined = (claims: readonly ExtractedClaim[], text: string): readonly ExtractedClaim[] => {
  const whole = plain(text);
  const all: ExtractedClaim[] = [];
  for (const claim of claims) {
    const before = all.at(-1);
    const isOne =
      before !== undefined &&
      before.paragraph === claim.paragraph &&
      before.speaker === claim.speaker &&
      before.firm === claim.firm &&
      isLeaning(claim.text) &&
      countWords(plain(before.text)) + countWords(plain(claim.text)) <= MOST_WORDS_QUOTED &&
      whole.includes(`${plain(before.text)} ${plain(claim.text)}`);
    if (isOne) all[all.length - 1] = joined(before, claim);
    else all.push(claim);
  }
  return all;
};
