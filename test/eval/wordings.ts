import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { contextOf, turnOf } from '../reading/asked-turns.ts';

/**
 * Wordings that mean the same: each is put where a plain phrase stands, and has to come to the reading of the phrase. They
 * were written by people who had not seen how words are read, and worked on since: what they show is what stays read.
 */

const WordingsSchema = z.strictObject({
  name: z.string(),
  /** What was said in the thread before. */
  before: z.array(z.string()).optional(),
  /** The plain phrase. */
  base: z.string(),
  /** What stands around it, `___` where it stands. */
  frames: z.array(z.string()).min(1),
  words: z.array(z.string()).min(1),
});
type Wordings = Readonly<z.infer<typeof WordingsSchema>>;

export const OUTCOMES = ['same', 'offered', 'not read', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Tried {
  readonly set: string;
  readonly name: string;
  readonly text: string;
  /** `same` as the plain phrase, `offered` as a button, `not read`, or read as something `other`. */
  readonly outcome: Outcome;
  /** As which question, where it is another. */
  readonly read?: string;
}

const DIRECTORY = join(import.meta.dirname, 'wordings');

export const wordingSets = (): readonly string[] =>
  readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => basename(name, '.json'));

const classesOf = (set: string): readonly Wordings[] =>
  z.array(WordingsSchema).parse(JSON.parse(readFileSync(join(DIRECTORY, `${set}.json`), 'utf8')));

/** How a size was read and added up is no part of what is asked. */
const BESIDE = new Set(['readAs', 'parts', 'how']);
const asText = (value: unknown): string => JSON.stringify(value, (key, held) => (BESIDE.has(key) ? undefined : held));

/** What a text comes to, and what is offered where it comes to nothing. */
const readAs = (
  text: string,
  before: readonly string[],
): { readonly asks?: string; readonly offers: readonly string[] } => {
  const turn = turnOf(text, contextOf(...before));
  if (turn.kind === 'question') return { asks: asText(turn.question), offers: [] };
  if (turn.kind !== 'unclear') return { asks: asText(turn), offers: [] };
  const offers = 'readings' in turn ? turn.readings : 'nearest' in turn ? (turn.nearest ?? []) : [];
  return { offers: offers.map(({ question }) => asText(question)) };
};

/**
 * Every wording of a set in its frames.
 *
 * @param most frames of each class that are tried
 * @throws where a plain phrase is not read itself
 */
export const triedOf = (set: string, most = Number.POSITIVE_INFINITY): readonly Tried[] =>
  classesOf(set).flatMap(({ name, before = [], base, frames, words }) =>
    frames.slice(0, most).flatMap((frame) => {
      const plain = readAs(frame.replaceAll('___', base), before).asks;
      if (plain === undefined) throw new Error(`${set}, ${name}: "${frame.replaceAll('___', base)}" is not read`);
      return words.map((word): Tried => {
        const text = frame.replaceAll('___', word);
        const { asks, offers } = readAs(text, before);
        if (asks === plain) return { set, name, text, outcome: 'same' };
        if (asks !== undefined) return { set, name, text, outcome: 'other', read: asks };
        return { set, name, text, outcome: offers.includes(plain) ? 'offered' : 'not read' };
      });
    }),
  );

/** Percent of each outcome. */
export const shares = (tried: readonly Tried[]): Readonly<Record<Outcome, number>> => {
  const share = (outcome: Outcome): number =>
    Math.round((1000 * tried.filter((one) => one.outcome === outcome).length) / tried.length) / 10;
  return { same: share('same'), offered: share('offered'), 'not read': share('not read'), other: share('other') };
};
