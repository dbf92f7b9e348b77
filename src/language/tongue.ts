import type { Utterance } from './utterance.ts';
import { ENGLISH_PROSE, FUNCTION_WORDS, HARMLESS_WORDS, TONGUE_WORDS } from './words.ts';

export type Tongue = keyof typeof TONGUE_WORDS | 'ja' | 'zh' | 'ru' | 'ko' | 'other';

const TONGUES = Object.entries(TONGUE_WORDS).map(
  ([tongue, list]) => [tongue as keyof typeof TONGUE_WORDS, new Set(list.join(' ').split(' '))] as const,
);

const OTHER_SCRIPTS = ['Arabic', 'Hebrew', 'Greek', 'Devanagari', 'Thai', 'Bengali', 'Tamil'];
const SCRIPTS: readonly (readonly [Tongue, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['other', new RegExp(`[${OTHER_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')],
];

/** Letters and signs that one of the languages has and its neighbours have not. */
const LETTERS: readonly (readonly [keyof typeof TONGUE_WORDS, RegExp])[] = [
  ['de', /[\u00df\u00fc]|\u00e4(?!r\b|n)/],
  ['fr', /[\u00e7\u0153\u00f9\u00ea\u00ee]|\b[dlqcsjn]u?['\u2019]\p{L}/u],
  ['es', /[\u00f1\u00bf\u00a1]|ci\u00f3n\b/],
  ['pt', /[\u00e3\u00f5]|\u00e7\u00e3o\b/],
  ['it', /\u00f2|zione\b|[\u00e0\u00e8]\b/],
  ['sv', /\u00e5|\u00f6r\b|\u00e4r\b/],
  ['nl', /\bij|ij\b/],
];
const ACCENT = /[\u00c0-\u024f\u00bf\u00a1]/;

const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

/** A word of one language alone says more than one of three. */
const weightOf = (word: string): number => 1 / TONGUES.filter(([, known]) => known.has(word)).length;

/** Words of English, also those that it shares: `die`, `was`, `me`, `is`, `over`. */
const isEnglish = (word: string): boolean => FUNCTION_WORDS.has(word) || HARMLESS_WORDS.has(word);

const LEAST_SCORE = 1.4;
const SHORT = 4;

/**
 * The language of the words where it is surely not English: words of that language alone outweigh the English ones.
 * Terse English, names and abbreviations are no language of their own.
 */
export const tongueOf = ({ typed, tokens, marks, unknown }: Utterance): Tongue | undefined => {
  const script = SCRIPTS.find(([, letters]) => letters.test(typed.replaceAll('\u0394', ' ')))?.[0];
  if (script) return script;
  // as it is written: shorthand such as "wat" has become English already
  const written = tokens.map(({ start, end }) => withoutAccents(typed.slice(start, end).toLowerCase()));
  const said = written.filter((_, at) => tokens[at]?.kind === 'word');
  const text = typed.toLowerCase();
  const scored = TONGUES.map(([tongue, known]) => {
    const own = said.filter((word) => known.has(word));
    const foreign = new Set(own.filter((word) => !isEnglish(word)));
    const letters = LETTERS.some(([other, pattern]) => other === tongue && pattern.test(text)) ? 1.5 : 0;
    const score = own.reduce((total, word) => total + (isEnglish(word) ? 0.35 : 0.5 + weightOf(word)), letters);
    return {
      tongue,
      score,
      foreign: foreign.size + (letters > 0 ? 1 : 0),
      own: own.length,
      isSure: new Set(own).size >= 2 && [...foreign].some((word) => word.length > 3),
    };
  }).sort((one, other) => other.score - one.score);
  const best = scored[0];
  if (!best || best.foreign === 0) return undefined;
  const known = new Set(best.own > 0 ? (TONGUES.find(([tongue]) => tongue === best.tongue)?.[1] ?? []) : []);
  const named = (at: number): boolean => marks.some(({ from, to }) => from <= at && at < to);
  // English words that the language does not have, and terms of ours, speak against it
  const english = tokens.filter(
    ({ kind, word }, at) =>
      kind === 'word' && !known.has(written[at] as string) && (isEnglish(word) || (named(at) && !unknown.has(at))),
  ).length;
  const names = marks.filter(
    ({ tag }) => tag === 'who' || tag === 'fed' || tag === 'index' || tag === 'company',
  ).length;
  const isLong = best.score >= LEAST_SCORE && best.foreign >= 2 && best.score > Math.max(0, english - names) * 1.1;
  const isShort =
    said.length <= SHORT &&
    best.foreign >= 1 &&
    english - names <= 0 &&
    (ACCENT.test(typed) || best.foreign >= 2 || best.isSure);
  const [alone = ''] = said.length === 1 ? said : [];
  const isAlone = alone.length > 3 && marks.length === 0 && known.has(alone) && weightOf(alone) === 1;
  if (isLong || isShort || isAlone) return best.tongue;
  return undefined;
};

const PROSE_WORDS = 2000;
/** A page of another language holds a few such words by chance. */
const LEAST_ENGLISH = 0.15;

/** The language that a page of prose is in, by its commonest words; `other` where none is known. */
export const tongueOfProse = (text: string): Tongue | 'en' => {
  const words = (text.toLowerCase().match(/[\p{L}']+/gu) ?? []).slice(0, PROSE_WORDS).map(withoutAccents);
  const script = SCRIPTS.find(
    ([, letters]) => [...text.slice(0, 10_000).matchAll(new RegExp(letters, 'gu'))].length > words.length / 3,
  );
  if (script) return script[0];
  const shareOf = (known: (word: string) => boolean): number => words.filter(known).length / Math.max(1, words.length);
  const english = shareOf((word) => ENGLISH_PROSE.has(word));
  const best = TONGUES.map(([tongue, known]) => ({
    tongue,
    share: shareOf((word) => known.has(word) && !ENGLISH_PROSE.has(word)),
  })).sort((one, other) => other.share - one.share)[0];
  if (english >= LEAST_ENGLISH && english >= (best?.share ?? 0)) return 'en';
  return best !== undefined && best.share >= LEAST_ENGLISH ? best.tongue : words.length === 0 ? 'en' : 'other';
};
