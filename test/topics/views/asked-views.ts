import { shippedFacts } from '../../../src/facts/facts.ts';
import type { Claim } from '../../../src/notes/format.ts';
import { NOTE_TOPICS, type Stance } from '../../../src/notes/format.ts';
import { NOTES } from '../../../src/notes/library.ts';
import { answer } from '../../../src/topics/registry.ts';
import type { ViewsAnswer } from '../../../src/topics/views/answer.ts';
import type { ViewsQuestion } from '../../../src/topics/views/question.ts';
import { isoInstant } from '../../../src/units.ts';

/** Questions for views, and what their answers hold. */

export const FACTS = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));

export type Filters = Omit<ViewsQuestion, 'kind'>;

export const ask = (filters: Filters = {}, facts = FACTS): ViewsAnswer => {
  const answered = answer({ kind: 'views', ...filters }, facts);
  if (answered.kind !== 'views') throw new Error(answered.kind);
  return answered;
};

/** Every part of a list, from the first to the last. */
export const allParts = (filters: Filters): readonly ViewsAnswer[] =>
  Array.from({ length: ask(filters).claims?.pages ?? 0 }, (_, at) => ask({ ...filters, page: at + 1 }));
export const claimsOf = (filters: Filters): readonly Claim[] =>
  allParts(filters).flatMap(({ claims }) => claims?.shown.map(({ claim }) => claim) ?? []);
export const idsOf = (claims: readonly { readonly id: string }[]): readonly string[] => claims.map(({ id }) => id);
export const stancesOf = (claims: readonly Claim[]) => new Set(claims.flatMap(({ stance }) => stance ?? []));
export const countsOf = ({ sides }: ViewsAnswer) =>
  Object.fromEntries(sides.map(({ stance, voices }) => [stance, voices.length])) as Record<Stance, number>;

export const NAMES = [...new Set(NOTES.claims.flatMap(({ voice, firm }) => [voice, firm]))];
export const NUMBERS = NOTES.notes.map(({ number }) => number);
export const SUBJECTS: readonly Filters[] = [
  ...NAMES.map((name): Filters => ({ who: [name] })),
  ...NUMBERS.map((number): Filters => ({ notes: [number] })),
  ...NOTE_TOPICS.map((topic): Filters => ({ topics: [topic] })),
];
