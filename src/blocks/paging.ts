import type { Page } from '../answers/index.ts';
import type { Question } from '../questions/index.ts';
import type { Offer } from './build.ts';

type Paged = Extract<Question, { page?: number | undefined }>;

/** A button for the next part of a list; none behind the last. */
export const nextPart = <T>({ page, pages }: Page<T>, question: Paged): readonly Offer[] =>
  page < pages ? [{ label: `Part ${page + 1} of ${pages}`, question: { ...question, page: page + 1 } }] : [];

/** `Part 2 of 3`, where there is more than one. */
export const partOf = <T>({ page, pages }: Page<T>): readonly string[] =>
  pages > 1 ? [`Part ${page} of ${pages}`] : [];
