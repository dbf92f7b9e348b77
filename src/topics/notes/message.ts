import {
  age,
  capitalized,
  countInWords,
  fitHeading,
  type Line,
  listedUpTo,
  type Message,
  month,
  noteDay,
  noteSource,
  renderShortAnswer,
  unbroken,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import { ALL_VIEWS, byline, CHECK, NOTE_NUMBERS, STANCE_LABEL, shortName, shortTitle } from '../../wording/index.ts';
import type { NoteInShort, NotesAnswer } from './answer.ts';

/** `11 voices bullish, 3 bearish`. */
const lean = ({ sides }: NoteInShort): string =>
  sides
    .filter(({ voices }) => voices.length > 0)
    .map(({ stance, voices }, at) => {
      const noun = at > 0 ? '' : voices.length === 1 ? 'voice ' : 'voices ';
      return `${voices.length} ${noun}${stance}`;
    })
    .join(', ') || 'no side taken';

const flags = ({ flagged }: NoteInShort): string =>
  flagged.length === 0 ? 'no flags' : flagged.length === 1 ? '1 flag' : `${flagged.length} flags`;

const rowOf = (one: NoteInShort): Line => ({
  label: `Note ${one.note.number}`,
  words: `${shortTitle(one.note.title)}\n${byline(one.note)} · ${month(one.note.date)} · ${lean(one)} · ${flags(one)}`,
});

const ageRange = (notes: readonly NoteInShort[]): string => {
  const months = notes.map(({ monthsOld }) => monthsOld);
  const [youngest, oldest] = [Math.min(...months), Math.max(...months)];
  return youngest === oldest ? age(oldest) : `${youngest} to ${oldest} months old`;
};

/** More are no longer read: those of the house, and the newest of a team's own. */
const MOST_LISTED = 12;

const newestIn = (notes: readonly NoteInShort[]): readonly NoteInShort[] => {
  const own = notes.filter(({ note }) => note.added !== undefined);
  const house = notes.filter(({ note }) => note.added === undefined);
  if (notes.length <= MOST_LISTED) return notes;
  const newest = own.toSorted((one, other) => other.note.date.localeCompare(one.note.date));
  return [...newest.slice(0, MOST_LISTED - house.length), ...house];
};

const list = ({ notes, id }: NotesAnswer): Message => {
  const total = notes.reduce((sum, { flagged }) => sum + flagged.length, 0);
  const count = countInWords(notes.length);
  const shown = newestIn(notes);
  const left = notes.length - shown.length;
  return renderShortAnswer({
    heading: `${count} ${notes.length === 1 ? 'note' : 'notes'}, ${ageRange(notes)}, with ${total === 1 ? '1 flag' : `${total} flags`}`,
    lines: [
      ...shown.map(rowOf),
      ...(left > 0 ? [{ label: 'Left out', words: `${left} earlier ones, which /note list shows` } as const] : []),
    ],
    offers: [
      ...shown.map(
        ({ note: { number } }): Offer => ({ label: `Note ${number}`, question: { kind: 'notes', note: number } }),
      ),
      ALL_VIEWS,
      CHECK,
    ],
    source: ['A flag is a figure or date that the record, or another note’s own numbers, do not bear out'],
    id,
  });
};

const VERDICT_NAMES = {
  disagrees: 'wrong',
  conflicts: 'in conflict',
  loose: 'loose',
  rounding: 'off by rounding',
} as const;

/** `1 statement wrong, 2 loose`. */
const counted = ({ flagged }: NoteInShort): string =>
  (Object.keys(VERDICT_NAMES) as (keyof typeof VERDICT_NAMES)[])
    .map(
      (verdict) => [flagged.filter((finding) => finding.verdict === verdict).length, VERDICT_NAMES[verdict]] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, name], at) => `${count} ${at > 0 ? '' : count === 1 ? 'statement ' : 'statements '}${name}`)
    .join(', ');

const MOST_NAMED = 4;
const MOST_SUBJECTS = 3;
/** Up to this many further views are shown as well. */
const MOST_TOLD = 2;

const sideLines = ({ sides }: NoteInShort): readonly Line[] =>
  sides
    .filter(({ voices }) => voices.length > 0)
    .map(({ stance, voices }) => ({
      label: STANCE_LABEL[stance],
      words:
        voices.length > MOST_TOLD
          ? listedUpTo(MOST_NAMED, voices.map(shortName))
          : voices.map((voice) => `${shortName(voice)}: ${voice.claim.short}`).join('; '),
    }));

const flagLine = (one: NoteInShort): readonly Line[] => {
  const { flagged } = one;
  if (flagged.length === 0) return [];
  const subjects = flagged.slice(0, MOST_SUBJECTS).map(({ subject }) => subject);
  const rest = flagged.length > MOST_SUBJECTS ? `; ${flagged.length - MOST_SUBJECTS} more` : '';
  return [{ label: 'Flag', words: `${counted(one)}: ${subjects.join('; ')}${rest}` }];
};

const single = (one: NoteInShort, id: string): Message => {
  const { note, flagged, monthsOld } = one;
  const { number, dateBasis, inferredFrom } = note;
  const said = flagged.length === 0 ? 'no flags' : counted(one);
  return renderShortAnswer({
    heading: fitHeading(
      `${unbroken(`Note ${number}`)}, ${byline(one.note)}: ${lean(one)}; ${said}`,
      unbroken(`Note ${number}`),
    ),
    opening: note.summary,
    lines: [
      ...sideLines(one),
      ...flagLine(one),
      ...(dateBasis === 'inferred' && inferredFrom !== undefined
        ? [{ label: 'Dated', words: `${capitalized(noteDay(note))}, inferred. ${inferredFrom}` } as const]
        : []),
    ],
    offers: [
      { label: `Views in ${number}`, question: { kind: 'views', notes: [number] } },
      { label: `Check note ${number}`, question: { kind: 'check', note: number } },
      { label: 'All notes', question: { kind: 'notes' } },
    ],
    source: [noteSource(note), note.title.replace(/\."$/, '"'), ...(monthsOld > 0 ? [age(monthsOld)] : [])],
    id,
  });
};

const isOwn = (number: string): boolean => /^T/.test(number);
const OF_THE_HOUSE = /^00[0-4]$/;

/** What there is instead of a note that there is not, or that is switched off. */
const insteadOf = (number: string): string => {
  if (isOwn(number)) return 'Those of your own: /note list';
  return OF_THE_HOUSE.test(number)
    ? 'The notes of the house are switched off: /note house on'
    : `The notes are ${NOTE_NUMBERS}`;
};

const none = ({ question: { note = '' }, id }: NotesAnswer): Message =>
  renderShortAnswer({
    heading: `There is no note ${note}. ${insteadOf(note)}`,
    lines: [],
    offers: [{ label: 'All notes', question: { kind: 'notes' } }, ALL_VIEWS],
    source: [isOwn(note) ? 'Your notes' : 'The five notes'],
    id,
  });

/** All notes, two lines each; or a summary of one, with the stances in it and what is wrong with it. */
export const renderNotes = (answer: NotesAnswer): Message => {
  const [only] = answer.notes;
  if (only === undefined) return none(answer);
  return answer.question.note === undefined ? list(answer) : single(only, answer.id);
};
