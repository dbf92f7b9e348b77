import { monthsBetween, type Note, onePerVoice, STANCES } from '../notes/index.ts';
import type { NotesQuestion } from '../questions/index.ts';
import { isFlagged } from '../record/index.ts';
import { dateOf } from '../units.ts';
import type { NoteInShort, NotesAnswer } from './answer.ts';
import { cited, dated } from './dated-claim.ts';
import type { Facts } from './facts.ts';
import { findingsFor } from './findings.ts';
import { receiptOf } from './receipt.ts';

const inShort = (note: Note, facts: Facts): NoteInShort => {
  const { notes: library } = facts;
  const today = dateOf(facts.now);
  const own = { ...library, views: library.views.filter((view) => view.note === note) };
  return {
    note,
    monthsOld: monthsBetween(note.date, today),
    sides: STANCES.map((stance) => ({
      stance,
      voices: onePerVoice(own, stance, today).map((view) => dated(view, facts)),
    })),
    flagged: findingsFor(facts).all.filter((finding) => finding.note === note.id && isFlagged(finding)),
  };
};

/** The notes themselves, newest first, or one in short. */
export const answerNotes = (question: NotesQuestion, facts: Facts): NotesAnswer => {
  const notes = facts.notes.notes
    .filter(({ number }) => question.note === undefined || number === question.note)
    .map((note) => inShort(note, facts))
    .sort((one, other) => other.note.date.localeCompare(one.note.date));
  return {
    kind: 'notes',
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
    question,
    notes,
    figures: [],
    views:
      question.note === undefined ? [] : notes.flatMap(({ sides }) => sides.flatMap(({ voices }) => voices.map(cited))),
    sources: notes.map(({ note }) => note.id),
  };
};
