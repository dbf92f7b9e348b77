import { context, type InputBlock, type ModalView, plainText, section } from '../message/index.ts';
import { isLink, type NoteDraft } from '../team-notes/index.ts';
import { type IsoDate, isIsoDate } from '../units.ts';

/** The form that a note is pasted into, and the one that asks what it is. */

export const NOTE_FORM = 'note-add';
export const NOTE_DETAILS = 'note-details';
const FIELD_ACTION = 'note-field';
const TEXT_BLOCK = 'note-text-';
/** Slack takes 3,000 characters in a field: together about 4,500 words. */
const PARTS = 10;

const textPart = (number: number): InputBlock => ({
  type: 'input',
  block_id: `${TEXT_BLOCK}${number}`,
  label: plainText(number === 1 ? 'The note' : `The note, part ${number}`),
  element: { type: 'plain_text_input', action_id: FIELD_ACTION, multiline: true },
  ...(number === 1
    ? { hint: plainText('Its text, with a line between paragraphs; 3,000 characters a field') }
    : { optional: true as const }),
});

/** Renders the form that a note's text is pasted into. @param privateMetadata comes back with what is filled in */
export const renderNoteForm = (privateMetadata: string): ModalView => ({
  type: 'modal',
  callback_id: NOTE_FORM,
  title: plainText('Add a note'),
  submit: plainText('Read it'),
  close: plainText('Cancel'),
  private_metadata: privateMetadata,
  blocks: [
    section(
      'Paste a note. I look for who says what, check what can be checked, and add nothing that nobody has confirmed.',
    ),
    ...Array.from({ length: PARTS }, (_, at) => textPart(at + 1)),
    context('A file is added by sending it to me under Messages: txt, md, html, pdf or docx.'),
  ],
});

/** What was pasted, its parts put together. */
export const pastedNote = (filledIn: Readonly<Record<string, unknown>>): string => {
  const parts = Array.from({ length: PARTS }, (_, at) => filledIn[`${TEXT_BLOCK}${at + 1}`]);
  return parts.flatMap((one) => (typeof one === 'string' ? [one] : [])).join('\n');
};

/** What is said at the field of the text. */
export const textError = (words: string): Readonly<Record<string, string>> => ({ [`${TEXT_BLOCK}1`]: words });

type Field = 'title' | 'author' | 'publisher' | 'date' | 'link';

const FIELDS: Readonly<Record<Field, { readonly label: string; readonly hint?: string; readonly isOptional?: true }>> =
  {
    title: { label: 'Title' },
    author: { label: 'Author', isOptional: true },
    publisher: { label: 'Publisher', hint: 'The house, the paper or the blog that it is from' },
    date: { label: 'Date of the note' },
    link: { label: 'Link', isOptional: true },
  };
const NAMES = Object.keys(FIELDS) as readonly Field[];
const MOST: Readonly<Record<Exclude<Field, 'date'>, number>> = { title: 160, author: 60, publisher: 80, link: 500 };

const blockId = (field: Field): string => `note-${field}`;

const input = (field: Field, initial: string | undefined): InputBlock => {
  const { label, hint, isOptional } = FIELDS[field];
  return {
    type: 'input',
    block_id: blockId(field),
    label: plainText(label),
    element:
      field === 'date'
        ? { type: 'datepicker', action_id: FIELD_ACTION, ...(initial !== undefined && { initial_date: initial }) }
        : {
            type: 'plain_text_input',
            action_id: FIELD_ACTION,
            ...(initial !== undefined && { initial_value: initial }),
          },
    ...(hint !== undefined && { hint: plainText(hint) }),
    ...(isOptional && { optional: true }),
  };
};

/** What the form of a note's details shows. */
export interface NoteDetails {
  /** Comes back with what is filled in. */
  readonly privateMetadata: string;
  /** What the text gives away, or the note has. */
  readonly header: NoteDraft['header'];
  /** How many claims were found; absent for a note that is in the library already. */
  readonly found?: number;
}

/** Renders the form: what the text gives away is filled in. */
export const renderNoteDetails = ({ privateMetadata, header, found }: NoteDetails): ModalView => ({
  type: 'modal',
  callback_id: NOTE_DETAILS,
  title: plainText(found === undefined ? 'Edit note' : 'What note is it?'),
  submit: plainText(found === undefined ? 'Save' : 'Review claims'),
  close: plainText(found === undefined ? 'Cancel' : 'Later'),
  private_metadata: privateMetadata,
  blocks: [
    ...(found === undefined
      ? []
      : [section(`*${found} ${found === 1 ? 'claim' : 'claims'} found.* What the text says of itself is filled in.`)]),
    ...NAMES.map((field) => input(field, header[field])),
  ],
});

/** The form, read: what the note is, or what is wrong, by block id. */
export type ParsedDetails =
  | {
      readonly kind: 'details';
      readonly header: NoteDraft['header'] & {
        readonly date: IsoDate;
        readonly title: string;
        readonly publisher: string;
      };
    }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

/** What is said at one field. */
export const detailsError = (field: Field, words: string): Readonly<Record<string, string>> => ({
  [blockId(field)]: words,
});

/** Reads the form field by field. @param today no note is of a later day */
export const parseNoteDetails = (filledIn: Readonly<Record<string, unknown>>, today: IsoDate): ParsedDetails => {
  const said = (field: Field): string => {
    const typed = filledIn[blockId(field)];
    return typeof typed === 'string' ? typed.replace(/\s+/g, ' ').trim() : '';
  };
  const [title, author, publisher, date, link] = NAMES.map(said) as [string, string, string, string, string];
  const errors: Record<string, string> = {};
  const refuse = (field: Field, words: string): void => void Object.assign(errors, detailsError(field, words));
  if (title === '') refuse('title', 'Needed: replies cite the note by it');
  if (publisher === '') refuse('publisher', 'Needed: replies say whose note it is');
  if (!isIsoDate(date)) refuse('date', 'Needed: a view without a date says little');
  else if (date > today) refuse('date', 'That day is still to come');
  for (const field of ['title', 'author', 'publisher', 'link'] as const)
    if (said(field).length > MOST[field]) refuse(field, `At most ${MOST[field]} characters`);
  if (link !== '' && !isLink(link)) refuse('link', 'An address, such as https://example.com/note');
  if (Object.keys(errors).length > 0 || !isIsoDate(date)) return { kind: 'wrong', errors };
  return { kind: 'details', header: { title, publisher, date, ...(author && { author }), ...(link && { link }) } };
};
