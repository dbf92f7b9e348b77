import { type Claim, isNamedSource, type Library, type Stance } from '../../notes/index.ts';
import type { ViewsQuestion } from './question.ts';

const isOneOf = (wanted: readonly string[] | undefined, ...values: readonly (string | undefined)[]): boolean =>
  wanted === undefined || values.some((value) => value !== undefined && wanted.includes(value));

/** The claims that take a side in an answer shown, as far as people, notes, topics and sides tell. */
const claimsShown = ({ who, notes, topics, stances, claims }: ViewsQuestion, library: Library): readonly Claim[] =>
  library.claims.filter(
    (claim) =>
      isOneOf(claims, claim.id) &&
      isOneOf(who, claim.speaker, claim.firm, claim.voice) &&
      isOneOf(notes, claim.note.number) &&
      isOneOf(topics, ...claim.topics) &&
      (stances === undefined || isOneOf(stances, claim.stance)),
  );

/** Who an answer was about: the people asked for, or the one voice that it showed. */
export const peopleShown = (last: ViewsQuestion, library: Library): readonly string[] => {
  if (last.who) return last.who;
  const people = new Set(
    claimsShown(last, library).flatMap((claim) => (claim.stance && isNamedSource(claim) ? [claim.voice] : [])),
  );
  return people.size === 1 ? [...people] : [];
};

/** The notes that an answer shown rests on. */
export const notesShown = (last: ViewsQuestion, library: Library): readonly string[] =>
  last.notes ?? [...new Set(claimsShown(last, library).map(({ note }) => note.number))];

const OPPOSED: Readonly<Record<Stance, readonly Stance[]>> = {
  bullish: ['bearish'],
  bearish: ['bullish'],
  mixed: ['bearish', 'mixed'],
  neutral: ['bearish', 'mixed'],
};

/** The sides of those shown; somebody who warns is bearish whatever else he grants. */
const sideShown = (last: ViewsQuestion, library: Library): Stance | undefined => {
  const sides = last.stances ?? (last.who ? claimsShown(last, library).map(({ stance }) => stance) : []);
  return (['bearish', 'bullish', 'mixed', 'neutral'] as const).find((side) => sides.includes(side));
};

const ofAnybody = ({ page: _, who: __, claims: ___, risks: ____, ...rest }: ViewsQuestion): ViewsQuestion => rest;

/** `and the other side?`, `who disagrees with him`: those on the other side of the people shown. */
export const otherSide = (last: ViewsQuestion, library: Library): ViewsQuestion => {
  const side = sideShown(last, library);
  const stances = [...(side ? OPPOSED[side] : OPPOSED.mixed)] as [Stance, ...Stance[]];
  return { ...ofAnybody(last), stances };
};

/** `who agrees with her`: those on the same side. */
export const sameSide = (last: ViewsQuestion, library: Library): ViewsQuestion | undefined => {
  const side = sideShown(last, library);
  return side && { ...ofAnybody(last), stances: [side] };
};
