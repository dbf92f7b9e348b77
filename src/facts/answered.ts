import { hash } from 'node:crypto';
import { type AnalystView, type Claim, type Figure, isTeamNote, type Library, type Stance } from '../notes/index.ts';
import type { Phrase } from '../record/index.ts';
import { type IsoDate, utcDateOf } from '../units.ts';
import type { Facts } from './facts.ts';

/** What answers of every kind are made of. */

/** A number the answer states, in full precision, with where it comes from. */
export interface AnsweredFigure {
  /** Stable: `smallcap.lift`, `largecap.saving`, `ratio.level`. */
  readonly id: string;
  readonly value: number;
  readonly unit: Figure['unit'];
  readonly label: string;
  /** A note id, or the name of the publication. */
  readonly source: string;
}

/** Makes figures of one source. */
export const figuresFrom =
  (source: string) =>
  (id: string, value: number, unit: AnsweredFigure['unit'], label: string): AnsweredFigure => ({
    id,
    value,
    unit,
    label,
    source,
  });

/** A view the answer shows. */
export interface AnsweredView {
  /** Absent where a firm speaks and no person is named. */
  readonly person?: string;
  readonly firm: string;
  readonly stance: Stance;
  /** Note id. */
  readonly note: string;
  readonly claim: string;
  readonly paraphrase: string;
}

/** A claim with its age on the day of the answer. */
export interface DatedClaim<C extends Claim = Claim> {
  readonly claim: C;
  readonly monthsOld: number;
  /** True once its horizon has passed. */
  readonly expired: boolean;
  /** What the record says against it, in a few words, where it does. */
  readonly flag?: Phrase;
  /** A team added its note in the last seven days. */
  readonly isNew?: true;
  /** A later view of the same voice that has taken its place. */
  readonly superseded?: AnalystView;
}

export type DatedView = DatedClaim<AnalystView>;

export interface Answered {
  /** Short and stable: the same question on the same facts has the same id. */
  readonly id: string;
  readonly figures: readonly AnsweredFigure[];
  readonly views: readonly AnsweredView[];
  /** Note ids and data sources. */
  readonly sources: readonly string[];
  /** The day the answer was given on, UTC. */
  readonly asOf: IsoDate;
}

/** How many people or firms hold each stance. */
export type StanceCounts = Readonly<Record<Stance, number>>;

/** The people and firms on one side, among those that the question selects. */
export interface Side {
  readonly stance: Stance;
  /** Each person or firm once, by the rank of their views. */
  readonly voices: readonly DatedView[];
}

/** A part of a list too long for one message. */
export interface Page<T> {
  readonly shown: readonly T[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const stamps = new WeakMap<object, string>();

/** A short form of a part of the facts, worked out once: it changes when anything in it does. */
const hashOf = (part: object): string => {
  const known = stamps.get(part);
  if (known !== undefined) return known;
  const stamp = hash('sha256', JSON.stringify(part));
  stamps.set(part, stamp);
  return stamp;
};

/** A library that a team adds to may have thousands of claims: what they say is told from their ids and words. */
const stampOf = (library: Library): string => {
  const { notes, claims } = library;
  if (!notes.some(({ id }) => isTeamNote(id))) return hashOf(library);
  const known = stamps.get(library);
  if (known !== undefined) return known;
  const said = claims.map(({ id, stance, voice, paraphrase }) => `${id} ${stance} ${voice} ${paraphrase}`);
  const stamp = hash('sha256', [...notes.map((note) => JSON.stringify(note)), ...said].join('\n'));
  stamps.set(library, stamp);
  return stamp;
};

/**
 * Six characters that name an answer: the same for the same question, notes, borrowers, market and Fed facts and day, so that
 * an answer can be computed again and compared.
 */
export const answerIdOf = (asked: unknown, { notes, borrowers, market, fed, now }: Facts): string => {
  const parts = [stampOf(notes), hashOf(borrowers), hashOf(market), hashOf(fed), utcDateOf(now), JSON.stringify(asked)];
  const digest = hash('sha256', parts.join('\n'), 'buffer');
  return [...digest.subarray(0, 6)].map((byte) => ALPHABET[byte % 32]).join('');
};

/** The frame of an answer that states no figure and no view. @param asked what its id is made of */
export const nothingAnswered = (asked: unknown, facts: Facts) => ({
  id: answerIdOf(asked, facts),
  figures: [],
  views: [],
  sources: [],
  asOf: utcDateOf(facts.now),
});

/**
 * One part of a list; a part that does not exist is the last one.
 *
 * @param size how much fits one part
 * @param weigh how much an item takes up, 1 unless said
 */
export const pageOf = <T>(all: readonly T[], page = 1, size: number, weigh: (item: T) => number = () => 1): Page<T> => {
  const parts: T[][] = [[]];
  let used = 0;
  for (const item of all) {
    const weight = weigh(item);
    if (used + weight > size && used > 0) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(item);
    used += weight;
  }
  const at = Math.min(page, parts.length);
  return { shown: parts[at - 1] ?? [], total: all.length, page: at, pages: parts.length };
};
