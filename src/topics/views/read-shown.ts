import { type Claim, isNamedSource, type Library, notesBy, type Stance } from '../../notes/index.ts';
import type { Question } from '../questions.ts';
import type { ViewsQuestion } from './question.ts';
import { viewsOf } from './read-filters.ts';
import type { Terms } from './read-terms.ts';
import { isAskedFor, risksOf } from './selection.ts';

/** Whom and what the answer shown last was of. */

const MOST_WHO = 6;

/** The claims of an answer shown. */
export const claimsShown = (last: ViewsQuestion, library: Library): readonly Claim[] =>
  library.claims.filter(
    (claim) => isAskedFor(last, claim) && (last.stances?.some((stance) => stance === claim.stance) ?? true),
  );

/** Who an answer was about: the people asked for, or the one voice that it showed. */
export const peopleShown = (last: ViewsQuestion, library: Library): readonly string[] => {
  if (last.who) return last.who;
  const claims = claimsShown(last, library).filter((claim) => isNamedSource(claim) && (claim.stance || last.claims));
  const people = [...new Set(claims.map(({ voice }) => voice))];
  return people.length === 1 ? people : [];
};

export const notesShown = (last: ViewsQuestion, library: Library): readonly string[] =>
  last.notes ?? [...new Set(claimsShown(last, library).map(({ note }) => note.number))].slice(0, MOST_WHO);

export const OPPOSED: Readonly<Record<Stance, readonly Stance[]>> = {
  bullish: ['bearish'],
  bearish: ['bullish'],
  mixed: ['bearish', 'mixed'],
  neutral: ['bearish', 'mixed'],
};

/** The sides of those shown; somebody who warns is bearish first, whatever else he grants. */
export const sidesShown = (last: ViewsQuestion, library: Library): readonly Stance[] => {
  const isOfSome = last.who ?? last.claims ?? last.topics;
  const sides = last.stances ?? (isOfSome ? claimsShown(last, library).map(({ stance }) => stance) : []);
  return (['bearish', 'bullish', 'mixed', 'neutral'] as const).filter((side) => sides.includes(side));
};

export const sideShown = (last: ViewsQuestion, library: Library): Stance | undefined => sidesShown(last, library)[0];

const MOST_OF_NOTE = 8;
const QUOTED = /\b(?:who|whom|whos|anyone|anybody|others)\b.*\b(?:quotes?|quoted|cites?|cited|mentions?|mentioned)\b/;
/** `who is quoted in it`, `what risks does it name`, behind a note or its author: of that note. */
export const inNoteShown = (
  { utterance, phrases, length, who, topics, notes, stances }: Terms,
  shown: Question,
  library: Library,
): ViewsQuestion | undefined => {
  if (length > MOST_OF_NOTE || who.length + topics.length + notes.length + stances.length > 0) return undefined;
  const note = shown.kind === 'notes' ? shown.note : undefined;
  const isOfOne = shown.kind === 'views' && shown.who?.length === 1 && shown.notes === undefined;
  const written = isOfOne ? notesBy(shown.who ?? [], library) : [];
  const of = note === undefined ? written : [note];
  if (QUOTED.test(utterance.joined) && of.length > 0) return viewsOf({ notes: of });
  return note !== undefined && phrases.has('risk') ? risksOf({ notes: [note] }, library) : undefined;
};
