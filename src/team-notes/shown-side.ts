import { type ExtractedClaim, type ExtractedNote, entitiesIn } from '../notes/extract/index.ts';
import type { Stance } from '../notes/index.ts';
import { isLeaning } from './leaning.ts';

/** What is proposed of a claim: a side only where its voice and its words show one on small caps against large caps. */
export interface Proposal {
  /** `narration`: tells of others or of what was, or is said in passing; left out unless a person keeps it. */
  readonly kind: 'view' | 'fact' | 'mention' | 'narration';
  readonly side?: Stance;
  /** What a view that shows no side most likely comes to; a person sees that it is a guess. `keep`: no side. */
  readonly guess?: Stance | 'keep';
}

/** `She is bearish`, `we stay neutral on small caps`: a side in so many words, of small caps or of nothing else. */
const SAYS_SIDE =
  /\b(?:am|is|are|remains?|stays?|turn(?:s|ed)?|keeps?) (?:(?:now|still|firmly|openly|\w+ly|at|a|an) )*(bullish|bearish|neutral|over-?weight|under-?weight)\b(?! (?:on |in |towards? )?(?!us\b|u\.s\.|american|domestic|small|the (?:russell|group|size)|russell 2000|size|and\b|through|until|for|over|into|by|because|as|with|at|to|in\b|on\b|towards?\b))/i;

const SIDE_OF: ReadonlyMap<string, Stance> = new Map([
  ['bullish', 'bullish'],
  ['overweight', 'bullish'],
  ['bearish', 'bearish'],
  ['underweight', 'bearish'],
  ['neutral', 'neutral'],
]);

/** `We recommend an underweight in small caps`, `She has a neutral rating on small caps`. */
const ADVISES_SIDE =
  /\b(?:recommend|advise|suggest|keep|hold|maintain|have|has)(?:s|ed|ing)? (?:an? |our |their |his |her )?(bullish|bearish|neutral|overweight|underweight)(?: position| rating| stance| view)? (?:in|on|to|toward) (?:us |u\.s\. |american |domestic )?(?:small|the russell 2000|russell 2000)/i;

/** `We expect it to lag the S&P 500`. */
const EXPECTS_SIDE =
  /(?<!\bnot |n[’']t |\bnever |\bnobody |\bno one )\b(?:expect|forecast|predict|see)(?:s|ed|ing)? (?:it|them|(?:us |u\.s\. |american )?small(?:er)?[- ]?(?:caps?|companies|stocks)|the russell(?: 2000)?) (?:to )?(?:(lag|trail|underperform)|(?:beat|outperform|outpace|outrun))(?:ing)? (?:the )?(?:s&p|larger?|big|broad)/i;

const saidSide = (sentence: string): Stance | undefined => {
  const said = SAYS_SIDE.exec(sentence) ?? ADVISES_SIDE.exec(sentence);
  if (said) return SIDE_OF.get((said[1] ?? '').toLowerCase().replace('-', ''));
  const expected = EXPECTS_SIDE.exec(sentence);
  return expected ? (expected[1] ? 'bearish' : 'bullish') : undefined;
};

/** Words of somebody who holds a view, or says what is to come. */
const OPINION =
  /\b(?:bullish|bearish|neutral|(?:over|under|equal|bench-?mark)[- ]?weight(?:s|ed|ing)?|(?:out|under)-?perform(?:s|ance)?|(?:out|under)-?performing|expect(?:s|ing)?|forecasts?|predicts?|think(?:s|ing)?|believes?|see|sees|seeing|reckons?|argues?|favou?rs?|prefers?|likes?|recommends?|buy|buying|avoids?|cautious|constructive|optimistic|pessimistic|attractive(?:ly)?|cheap(?:er|ly)?|compelling|undervalued|expensive|upside|downside|headwinds?|tailwinds?|lag|lags|lagging|lead|leads|beats|outpaces?|outruns?|catch up|deserves?|will|should|could|would|benefits?|suffers?|struggles?|vulnerable|room to|likely|poised|in (?:her|his|their|our|my) view)\b/i;

/** A sentence that takes no side by chance is not neutral. */
const NEUTRAL =
  /\b(?:neutral|bench-?mark|(?:equal|market)[- ]?weight|in line|no (?:strong )?(?:view|preference|edge)|neither|expect(?:s|ing)?)\b/i;

const WITHIN =
  /\b(?:within|among|amongst|inside) (?:us |u\.s\. |american |the )?(?:small(?:er)?[- ]?caps?|small(?:er)? (?:companies|firms|stocks)|the (?:index|asset class|russell 2000))\b/i;
const COMPARES = /\b(?:prefers?|favou?rs?|likes?|than|over|rather|instead of|against|versus|vs)\b/i;

/** Small caps held against other small caps, which says nothing of large ones. */
export const isWithinSmallCaps = (sentence: string): boolean => {
  if (saidSide(sentence) !== undefined) return false;
  const sides = entitiesIn(sentence.toLowerCase(), undefined).map(({ side }) => side);
  if (sides.includes('large')) return false;
  return WITHIN.test(sentence) || (sides.length > 1 && /\b(?:600|2000)\b/.test(sentence) && COMPARES.test(sentence));
};

/** A side that is less sure than this is nobody's preset: a person chooses it. */
const LEAST_SURE = 0.5;
/** What is less of a claim than this, and shows no side, is said in passing: `The first reason is debt.` */
const LEAST_CLAIM = 0.22;

const sideShown = ({ text, stance, confidence, role }: ExtractedClaim): Stance | undefined => {
  if (role === 'mentioned') return undefined;
  const said = saidSide(text);
  if (said !== undefined) return said;
  if (stance === 'unclear' || isWithinSmallCaps(text)) return undefined;
  const words = stance === 'neutral' ? NEUTRAL : OPINION;
  return confidence >= LEAST_SURE && words.test(text) ? stance : undefined;
};

const voiceOf = ({ speaker, firm }: ExtractedClaim): string => speaker ?? firm ?? '';

const isFigure = ({ figures, text }: ExtractedClaim): boolean =>
  figures.some(({ unit }) => unit !== 'months') &&
  !/\bin (?:her|his|their|our|my) view\b|\b(?:we|i) (?:think|believe|doubt)\b/i.test(text);

const FED = /\b(?:Fed(?:eral Reserve)?|FOMC)\b/;
/** On what the desk answers about: of nothing else is a bare fact, or a remark of the author's, used. */
const isOfUse = ({ text }: ExtractedClaim): boolean =>
  FED.test(text) || entitiesIn(text.toLowerCase(), undefined).length > 0;

/** `That number is too high`, of what small caps are to earn. */
const TOO_MUCH = /\btoo (?:high|rosy|optimistic|generous|bullish)\b/i;
const TOO_LITTLE = /\btoo (?:low|gloomy|pessimistic|cautious|bearish)\b/i;
const EXPECTED = /\b(?:earnings|profits?|growth|margins?|estimates?|forecasts?|consensus|analysts|number)\b/i;

/** @param own the sides that its voice takes in so many words */
const guessed = (claim: ExtractedClaim, own: ReadonlySet<Stance> | undefined): Stance | 'keep' => {
  const { text, stance, role } = claim;
  if (role === 'mentioned' || isWithinSmallCaps(text)) return 'keep';
  if (EXPECTED.test(text) && TOO_MUCH.test(text)) return 'bearish';
  if (EXPECTED.test(text) && TOO_LITTLE.test(text)) return 'bullish';
  return (stance === 'bullish' || stance === 'bearish') && own?.has(stance) !== false ? stance : 'keep';
};

/** What each voice says in so many words, by its name or its firm's. */
const saidByVoice = (claims: readonly ExtractedClaim[]): ReadonlyMap<string, ReadonlySet<Stance>> => {
  const said = new Map<string, Set<Stance>>();
  for (const claim of claims) {
    const side = saidSide(claim.text);
    if (side !== undefined) said.set(voiceOf(claim), (said.get(voiceOf(claim)) ?? new Set()).add(side));
  }
  return said;
};

/**
 * What is proposed of each claim of a note. Whoever says a side in so many words is on no other by what only sounds like it;
 * an author who takes no side anywhere in it only tells what others say.
 */
export const proposalsOf = ({ claims }: Pick<ExtractedNote, 'claims'>): readonly Proposal[] => {
  const said = saidByVoice(claims);
  const sides = claims.map((claim) => {
    const side = sideShown(claim);
    const own = said.get(voiceOf(claim));
    return side === undefined || own === undefined || own.has(side) ? side : undefined;
  });
  const takesSide = claims.some(({ role }, at) => role === 'author' && sides[at] !== undefined);
  const proposals: Proposal[] = [];
  for (const [at, claim] of claims.entries()) {
    const side = sides[at];
    const { role, confidence, text } = claim;
    const guess = guessed(claim, said.get(voiceOf(claim)));
    const isRemark = role === 'author' && !isOfUse(claim) && guess === 'keep';
    const isInPassing = role === 'mentioned' || confidence < LEAST_CLAIM || isRemark;
    // what leans on a claim is read with it, however little it says alone
    const isHeld = isLeaning(text) && at > 0 && proposals[at - 1]?.kind !== 'narration';
    const isLeftOut = (isInPassing && !isHeld) || (role === 'author' && !takesSide);
    const figures = !isOfUse(claim) ? 'narration' : role === 'mentioned' ? 'mention' : 'fact';
    if (side !== undefined) proposals.push({ kind: 'view', side });
    else if (isFigure(claim) && !isHeld) proposals.push({ kind: figures });
    else proposals.push(isLeftOut ? { kind: 'narration' } : { kind: 'view', guess });
  }
  return proposals;
};
