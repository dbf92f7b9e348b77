import { type Button, day, type Message, noticeMessage, plural, unbroken } from '../message/index.ts';
import { isTeamNote, type NoteFile, noteNumberOf } from '../notes/index.ts';
import { isoDate } from '../units.ts';
import { ADD_NOTE, asksOfNote, LIST_NOTES, noteButton, noteCounts, viewsIn } from './message.ts';

type AlwaysKind =
  | 'merge how'
  | 'draft gone'
  | 'full'
  | 'not saved'
  | 'guest'
  | 'admins add'
  | 'admins confirm'
  | 'nothing chosen'
  | 'form'
  | 'nothing to export';

/** What is always said in the same words. */
const ALWAYS: Readonly<Record<AlwaysKind, readonly [words: string, buttons?: readonly Button[], hint?: string]>> = {
  'merge how': [
    'Say who is meant: /note merge Jon Smith into John Smith',
    [LIST_NOTES],
    'A person or a firm of your own notes',
  ],
  'draft gone': [
    'That draft is no longer there: it was dropped, confirmed, or ended after seven days',
    [ADD_NOTE, LIST_NOTES],
  ],
  full: ['The library is full: nothing is added'],
  'not saved': ['That could not be saved: nothing is changed. Try again in a minute'],
  guest: ['Guests of this workspace may not change its notes'],
  'admins add': ['In this workspace only admins add notes'],
  'admins confirm': ['In this workspace only admins confirm notes: the draft waits for one of them', [LIST_NOTES]],
  'nothing chosen': ['No claim is chosen yet: nothing is added'],
  form: ['A form opens by this button', [ADD_NOTE]],
  'nothing to export': ['There are no notes of your own to export yet', [ADD_NOTE]],
};

/** What came of what was done with a note. */
export type NoteNotice =
  | { readonly kind: AlwaysKind }
  | {
      readonly kind: 'confirmed';
      readonly note: NoteFile['note'];
      /** Of what was added. */
      readonly claims: number;
      readonly views: number;
      readonly figures: number;
      readonly wrong: number;
      /** How many claims the note has now. */
      readonly held: number;
      /** How many of the draft wait. */
      readonly left: number;
      readonly draft: string;
    }
  | { readonly kind: 'draft dropped' /** The note that some of it is in. */; readonly note?: string | undefined }
  | { readonly kind: 'retired' | 'restored' | 'saved'; readonly note: NoteFile['note'] }
  | { readonly kind: 'merged'; readonly from: string; readonly to: string; readonly count: number }
  | { readonly kind: 'house'; readonly on: boolean; readonly own: number }
  | { readonly kind: 'imported'; readonly added: number; readonly known: number }
  | { readonly kind: 'not imported' | 'not read'; readonly words: string }
  | { readonly kind: 'exported'; readonly count: number }
  | { readonly kind: 'known already'; readonly number: string; readonly isRetired?: boolean }
  | { readonly kind: 'none of that number'; readonly number: string };

const confirmed = (said: Extract<NoteNotice, { kind: 'confirmed' }>): Message => {
  const number = noteNumberOf(said.note.id);
  const name = `${unbroken(`ote ${number}`)}, ${said.note.publisher}, ${day(isoDate(said.note.date))}`;
  const counts = noteCounts(said.claims, said.views, said.figures, said.wrong);
  const waits = said.left === 0 ? '' : `. ${plural(said.left, 'claim waits', 'claims wait')} in the draft`;
  const words =
    said.held === said.claims
      ? `N${name}, is in the library. ${counts}${waits}`
      : `${plural(said.claims, 'claim is', 'claims are')} added to n${name}, which has ${said.held} now${waits}`;
  const rest = said.left > 0 ? [noteButton('review', 'Review the rest', said.draft)] : [];
  return noticeMessage(words, [...asksOfNote(number), ...rest]);
};

/** Says what came of it. */
export const renderNoteNotice = (said: NoteNotice): Message => {
  switch (said.kind) {
    case 'confirmed':
      return confirmed(said);
    case 'draft dropped':
      return noticeMessage(
        said.note === undefined
          ? 'The draft is dropped, its text with it'
          : `The rest is dropped, the text with it; note ${said.note} stays`,
        said.note === undefined ? [] : [viewsIn(said.note)],
      );
    case 'retired': {
      const number = noteNumberOf(said.note.id);
      return noticeMessage(`Note ${number} is out of the library`, [noteButton('restore', 'Put it back', number)]);
    }
    case 'restored':
      return noticeMessage(`Note ${noteNumberOf(said.note.id)} is in the library again`);
    case 'saved':
      return noticeMessage(`Note ${noteNumberOf(said.note.id)} is changed`);
    case 'merged': {
      const where = said.count > 0 ? `, in ${plural(said.count, 'claim')} so far` : '';
      return noticeMessage(`“${said.from}” is “${said.to}” from now on${where}`);
    }
    case 'house':
      if (!said.on && said.own === 0)
        return noticeMessage('The five notes of the house are all there is: add one of your own first', [ADD_NOTE]);
      return noticeMessage(
        said.on ? 'The five notes of the house stand beside yours' : 'Answers rest on your own notes alone',
      );
    case 'imported': {
      const known = said.known > 0 ? `, ${plural(said.known, 'was', 'were')} there already` : '';
      return noticeMessage(`${plural(said.added, 'note')} imported${known}`, [LIST_NOTES]);
    }
    case 'not imported':
      return noticeMessage(`Nothing is imported: ${said.words}`);
    case 'exported':
      return noticeMessage(`${plural(said.count, 'note')} exported: the file is under Messages`);
    case 'known already':
      if (said.isRetired)
        return noticeMessage(`That is note ${said.number}, which is out of the library: nothing is added`, [
          noteButton('restore', 'Put it back', said.number),
        ]);
      return noticeMessage(
        `That is note ${said.number} already: nothing is added`,
        isTeamNote(said.number) ? [viewsIn(said.number)] : [],
      );
    case 'not read':
      return noticeMessage(`${said.words.replace(/\.$/, '')}: nothing is added`);
    case 'none of that number':
      return noticeMessage(`There is no note ${said.number} of your own`, [LIST_NOTES, ADD_NOTE]);
    default:
      return noticeMessage(...ALWAYS[said.kind]);
  }
};
