import {
  asTyped,
  lexiconOf,
  type Names,
  phrasesIn,
  type Said,
  type Utterance,
  utteranceOf,
} from '../language/index.ts';
import type { UnclearBrief } from './effect.ts';
import words from './words.json' with { type: 'json' };

/** A text about briefs: its words as typed, and the channels that Slack recognised in it. */
export interface BriefText {
  readonly utterance: Utterance;
  /** Lower case, without accents, an owner's s gone; misspelt words are left as they are. */
  readonly words: readonly string[];
  readonly channels: readonly NamedChannel[];
  /** `@tom`, where words say that something goes to a person. */
  readonly person?: string;
}

/** A channel that Slack recognised. */
export interface NamedChannel {
  readonly id: string;
  /** `#macro`, or a stand-in where Slack did not name it. */
  readonly shown: string;
}

/** `<#C0123ABC|macro>` */
const CHANNEL = /<#([^|>\s]+)(?:\|([^>]*))?>/g;
/** `to <@U0123ABC|tom>`: no channel; the bot's own mention stands behind no such word. */
const TO_PERSON = /\b(?:to|for|with)\s+<@[^|>\s]+(?:\|([^>]*))?>/i;

const channelsIn = (typed: string): readonly NamedChannel[] => {
  const all = [...typed.matchAll(CHANNEL)].map(([, id = '', name]) => ({
    id,
    shown: name ? `#${name}` : 'that channel',
  }));
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
};

export const briefTextOf = (utterance: Utterance): BriefText => {
  const person = TO_PERSON.exec(utterance.typed);
  return {
    utterance,
    words: utterance.tokens.map(({ word }) => SHORT_FOR.get(word) ?? word),
    channels: channelsIn(utterance.typed),
    ...(person && { person: `@${person[1] || 'somebody'}` }),
  };
};

/** Nobody and nothing of the notes is named behind `/brief`. */
const NO_NAMES: Names = { lexicon: lexiconOf({}), guessable: [], vocabulary: new Set() };

/** The words behind `/brief`. */
export const typedText = (typed: string): BriefText => briefTextOf(utteranceOf(typed, NO_NAMES));

/** The words from one token to another, the last not included, as typed. */
export const shown = ({ utterance }: BriefText, from: number, to: number): string => {
  const [first, last] = [utterance.tokens[from], utterance.tokens[Math.min(to, utterance.tokens.length) - 1]];
  if (!first || !last) return '';
  const typed = asTyped(utterance, { start: first.start, end: last.end });
  return typed.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
};

const MOST_SHOWN = 60;
const clipped = (words: string): string => (words.length <= MOST_SHOWN ? words : `${words.slice(0, MOST_SHOWN - 1)}…`);

type WithWords = Extract<UnclearBrief, { words: string }>;
export const unclearBrief = (
  reason: Exclude<WithWords['reason'], 'brief-half' | 'brief-zone' | 'brief-zone-shared'>,
  words: string,
): UnclearBrief => ({ kind: 'unclear', reason, words: clipped(words) });

/** Phrases by what they stand for, each list apart by bars. */
export const phraseTable = <Value extends string>(rows: Readonly<Record<Value, Said>>): ReadonlyMap<string, Value> =>
  new Map(
    (Object.entries(rows) as [Value, Said][]).flatMap(([value, said]) =>
      phrasesIn(said).map((phrase) => [phrase, value] as const),
    ),
  );

/** The same where phrases stand for numbers. */
export const numberTable = (rows: Readonly<Record<string, Said>>): ReadonlyMap<string, number> =>
  new Map([...phraseTable(rows)].map(([phrase, value]) => [phrase, Number(value)]));

/** Short for other words, whatever stands around them. */
const SHORT_FOR = phraseTable<string>(words.shortFor);

const MOST_WORDS = 5;

/** The first words of a table's phrases: most words begin none. */
const firstWords = new WeakMap<ReadonlyMap<string, unknown>, ReadonlySet<string>>();
const firstWordsOf = (table: ReadonlyMap<string, unknown>): ReadonlySet<string> => {
  const known = firstWords.get(table) ?? new Set([...table.keys()].map((phrase) => phrase.split(' ')[0] as string));
  firstWords.set(table, known);
  return known;
};

/** The longest phrase of a table that begins at a word; `to` is the word behind it. */
export const phraseAt = <Value>(
  table: ReadonlyMap<string, Value>,
  words: readonly string[],
  at: number,
): { readonly value: Value; readonly to: number } | undefined => {
  if (!firstWordsOf(table).has(words[at] ?? '')) return undefined;
  for (let to = Math.min(at + MOST_WORDS, words.length); to > at; to -= 1) {
    const value = table.get(words.slice(at, to).join(' '));
    if (value !== undefined) return { value, to };
  }
  return undefined;
};

export const wordSet = (said: Said): ReadonlySet<string> => new Set([said].flat().flatMap((list) => list.split(' ')));

/** The first word at or behind a place that is none of these. */
export const skipping = (skipped: ReadonlySet<string>, words: readonly string[], at: number): number => {
  let to = at;
  while (skipped.has(words[to] ?? '')) to += 1;
  return to;
};

/** A sign, not a word or a number. */
export const isSignOf = ({ utterance }: BriefText, at: number): boolean => utterance.tokens[at]?.kind === 'sign';

const PARTS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(words.plainParts),
  [
    'IT',
    `(?<it>(?:it|them|this|that|(?:(?:the|our|my|this|that|all|all the|all our) )?(?:${phrasesIn(words.nouns.brief).join('|')}))(?: in <#[^>]*>)?)`,
  ],
]);
const filled = (said: string): string => said.replace(/[A-Z]{2,}/g, (name) => filled(PARTS.get(name) ?? name));
const patterns = (rows: Readonly<Record<string, readonly string[]>>): readonly (readonly [RegExp, string])[] =>
  Object.entries(rows).flatMap(([plain, said]) =>
    said.map((one) => [new RegExp(filled(`^LEAD(?:${one})TAIL$`), 'i'), plain] as const),
  );
const [PLAIN, PAUSES] = [patterns(words.plain), patterns(words.plainPause)];
const NAMED = PLAIN.filter(([, plain]) => /IT|brief/.test(plain));

/**
 * `tomorrow off`, `put it on pause`: the whole of it said in the words that are read elsewhere.
 *
 * @param isNamed a brief is named
 * @param mayBePause nothing else was spoken of that `end the pause` may be said of
 */
export const inPlainWords = (text: BriefText, isSpoken: boolean, isNamed: boolean, mayBePause: boolean): BriefText => {
  const { typed } = text.utterance;
  for (const [pattern, plain] of [...(isSpoken ? PLAIN : isNamed ? NAMED : []), ...(mayBePause ? PAUSES : [])]) {
    const read = pattern.exec(typed);
    const it = isSpoken ? 'it' : 'the brief';
    if (read)
      return typedText(
        plain.replace(/[A-Z]{2,}/g, (name) => read.groups?.[name.toLowerCase()] ?? (name === 'IT' ? it : '')),
      );
  }
  return text;
};
