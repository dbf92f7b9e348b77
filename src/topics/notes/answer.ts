import { wholeMonthsBetween } from '../../calendar/index.ts';
import {
  type Answered,
  answeredView,
  answerIdOf,
  datedClaim,
  type Facts,
  findingsFor,
  type Side,
} from '../../facts/index.ts';
import { type Note, onePerVoice, STANCES, takesStance } from '../../notes/index.ts';
import { type Finding, isFlagged } from '../../record/index.ts';
import { utcDateOf } from '../../units.ts';
import type { NotesQuestion } from './question.ts';

export interface NoteInShort {
  readonly note: Note;
  readonly monthsOld: number;
  readonly sides: readonly Side[];
  readonly flagged: readonly Finding[];
}

export interface NotesAnswer extends Answered {
  readonly kind: 'notes';
  readonly question: NotesQuestion;
  /** All notes, newest first, or the one asked for; empty where there is no such note. */
  readonly notes: readonly NoteInShort[];
}

const inShort = (note: Note, facts: Facts): NoteInShort => {
  const { notes: library } = facts;
  const today = utcDateOf(facts.now);
  // what has been replaced since was its view all the same
  const own = { ...library, views: library.claims.filter((claim) => claim.note === note).filter(takesStance) };
  return {
    note,
    monthsOld: wholeMonthsBetween(note.date, today),
    sides: STANCES.map((stance) => ({
      stance,
      voices: onePerVoice(own, stance, today).map((view) => datedClaim(view, facts)),
    })),
    flagged: findingsFor(facts).all.filter((finding) => finding.note === note.id && isFlagged(finding)),
  };
};

/** The notes themselves, newest first, or a summary of one. */
export const answerNotes = (question: NotesQuestion, facts: Facts): NotesAnswer => {
  const notes = facts.notes.notes
    .filter(({ number }) => question.note === undefined || number === question.note)
    .map((note) => inShort(note, facts))
    .sort((one, other) => other.note.date.localeCompare(one.note.date));
  return {
    kind: 'notes',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    notes,
    figures: [],
    views:
      question.note === undefined
        ? []
        : notes.flatMap(({ sides }) => sides.flatMap(({ voices }) => voices.map(answeredView))),
    sources: notes.map(({ note }) => note.id),
  };
};
