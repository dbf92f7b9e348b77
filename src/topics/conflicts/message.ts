import {
  askButton,
  capitalized,
  context,
  escaped,
  header,
  listed,
  type Message,
  month,
  screenReaderText,
  section,
  sentence,
  unbroken,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import { CHECK, nextPageOffer, noteNumberOf, pageLabel, phraseText } from '../../wording/index.ts';
import type { ConflictsAnswer } from './answer.ts';

type Conflict = ConflictsAnswer['conflicts']['shown'][number];

const notesOf = (claims: readonly string[]): readonly string[] => [...new Set(claims.map(noteNumberOf))];

/** `Notes 000 and 002`. */
const sideName = (claims: readonly string[]): string => {
  const notes = notesOf(claims);
  return `${notes.length === 1 ? 'Note' : 'Notes'} ${listed(notes)}`;
};

type Claims = ConflictsAnswer['claims'];

/** `J, Sep 2024; Tom Stevenson, Jul 2024`: who takes a side, and when each wrote. */
const takenBy = (ids: readonly string[], claims: Claims): string => {
  const own = claims.filter(({ id }) => ids.includes(id));
  const months = [...new Set(own.map(({ note }) => month(note.date)))];
  const voicesOf = (wanted: string) =>
    new Set(own.filter(({ note }) => month(note.date) === wanted).map(({ voice }) => voice));
  return months.map((one) => `${listed([...voicesOf(one)])}, ${one}`).join('; ');
};

type SideLine = readonly [name: string, words: string];

const sideLines = ({ sides }: Conflict, claims: Claims): readonly SideLine[] =>
  sides.map(({ claims: ids, says, basis }) => [
    sideName(ids),
    `${takenBy(ids, claims)}: ${sentence(phraseText(says))}${basis ? ` ${sentence(capitalized(phraseText(basis)))}` : ''}`,
  ]);

const recordLine = ({ supports, sides, why }: Conflict): string => {
  const side = supports === undefined ? undefined : sides[supports];
  const verdict = side ? `supports ${sideName(side.claims).toLowerCase()}` : 'cannot settle it';
  return `${verdict}. ${sentence(capitalized(phraseText(why)))}`;
};

const conflictMrkdwn = (conflict: Conflict, isOnly: boolean, claims: Claims): string =>
  [
    ...(isOnly ? [] : [`*${escaped(conflict.subject)}*`]),
    ...sideLines(conflict, claims).map(([name, words]) => `*${name}*  ${escaped(words)}`),
    `*Record*  ${escaped(capitalized(recordLine(conflict)))}`,
  ].join('\n');

const conflictWords = (conflict: Conflict, claims: Claims): string =>
  [
    `${conflict.subject}:`,
    ...sideLines(conflict, claims).map(([name, words]) => `${name}: ${words}`),
    `The record ${recordLine(conflict)}`,
  ].join(' ');

const offers = ({ question, conflicts }: ConflictsAnswer): readonly Offer[] => {
  const all: Offer[] = question.conflicts ? [{ label: 'All conflicts', question: { kind: 'conflicts' } }] : [];
  return [...nextPageOffer(conflicts, question), ...all, CHECK];
};

/** Both sides of each point on which notes differ, and what the record says. */
export const renderConflicts = (answer: ConflictsAnswer): Message => {
  const { conflicts, sources, claims } = answer;
  const [only] = conflicts.shown;
  const isOnly = conflicts.total === 1 && only !== undefined;
  const heading = isOnly ? `The notes differ: ${only.subject}` : `The notes differ on ${conflicts.total} points`;
  const source = [
    `Notes ${listed(sources.map(noteNumberOf).toSorted())}`,
    ...pageLabel(conflicts),
    'Not investment advice',
    `Answer ${answer.id}`,
  ].map(unbroken);
  return {
    text: screenReaderText(
      escaped(
        [`${heading}.`, ...conflicts.shown.map((one) => conflictWords(one, claims)), `${source.join('. ')}.`].join(' '),
      ),
    ),
    blocks: [
      header(heading),
      ...conflicts.shown.map((conflict) => section(conflictMrkdwn(conflict, isOnly, claims))),
      { type: 'actions', elements: offers(answer).map(askButton) },
      context(escaped(source.join(' · '))),
    ],
  };
};
