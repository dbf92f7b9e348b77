import { type BriefText, phraseAt, wordSet } from './read-text.ts';
import { type BriefParts, type Doing, NOUNS, REMARKS, type Unread } from './read-words.ts';
import words from './words.json' with { type: 'json' };

/** What stands beside the matter: reasons, remarks, and words that nobody knows. */

const BREAK = /^[,.;:!?()\u2013\u2014\u2026-]$/;
/** Clauses begin behind a sign and with a reason. */
const clauseStarts = ({ words }: BriefText): readonly number[] =>
  words.flatMap((_, at) =>
    at === 0 || BREAK.test(words[at - 1] as string) || phraseAt(REMARKS, words, at) ? [at] : [],
  );

/** `we're all at the offsite`: what somebody does meanwhile. */
export const isRemarked = (text: BriefText, at: number): boolean => {
  const start = clauseStarts(text).findLast((one) => one <= at) ?? 0;
  return start > 0 && phraseAt(REMARKS, text.words, start) !== undefined;
};

/** Where an aside that begins at a word ends: `so that the team sees it`. */
export const asideEnd = ({ words: all }: BriefText, at: number): number | undefined => {
  if (phraseAt(REMARKS, all, at)?.value !== 'aside') return undefined;
  const end = all.findIndex((word, place) => place > at && BREAK.test(word));
  return end < 0 ? all.length : end;
};

const IT = wordSet('it them one ones');
const ARTICLES = wordSet('the a an that this my our your');
/** What stands behind them says what something is about, or with whom. */
const OF_WHAT = wordSet(words.ofWhat);
/** Words of an appointment or of another habit: never beside the matter. */
const TELLING = wordSet(words.telling);

/**
 * Leaves out words that no language of ours knows, and that neither tell which brief nor what about: `for the pms`, `skiing`.
 *
 * @param order what is done, whose object is never odd
 */
export const withoutOdd = (text: BriefText, said: BriefParts, order?: Doing): BriefParts => {
  const { words: all, utterance } = text;
  const lead = (at: number): number => (ARTICLES.has(all[at - 1] ?? '') ? at - 1 : at);
  // "annual leave till 21 dec, brief not needed before"
  const isStrange = (at: number): boolean =>
    utterance.unknown.has(at) ||
    (said.until !== undefined && !utterance.slots.some(({ from, to }) => from <= at && at < to));
  const isOdd = ({ at, words: typed }: Unread): boolean =>
    isStrange(at) &&
    /^\p{L}+$/u.test(typed) &&
    !TELLING.has(all[at] ?? '') &&
    (order ? lead(at) !== order.to : !OF_WHAT.has(all[lead(at) - 1] ?? '')) &&
    !phraseAt(NOUNS, all, at + 1) &&
    !all.some((_, from) => phraseAt(NOUNS, all, from)?.to === at);
  return { ...said, unread: said.unread.filter((unread) => !isOdd(unread)) };
};

/** Leaves out what stands beside the matter: clauses of unread words that hold no part of a brief. */
export const withoutRemarks = (text: BriefText, said: BriefParts, parts: readonly number[]): BriefParts => {
  const { words } = text;
  const starts = clauseStarts(text);
  const clauseOf = (at: number): number => starts.findLastIndex((start) => start <= at);
  const its = parts.length > 0 ? parts : words.flatMap((word, at) => (IT.has(word) ? [at] : [])).slice(0, 1);
  const told = new Set(its.map(clauseOf));
  if (told.size === 0) return said;
  return { ...said, unread: said.unread.filter(({ at }) => told.has(clauseOf(at))) };
};
