import {
  choiceInput,
  dateInput,
  escaped,
  type FieldText,
  type FilledIn,
  field,
  listed,
  type ModalView,
  modal,
  option,
  pastedParts,
  pasteFields,
  plural,
  section,
  textInput,
  typedIn,
  unbroken,
} from '../message/index.ts';
import { quotedSentence, STANCES } from '../notes/index.ts';
import { asShown, type DraftClaim, isLink, missingIn, type NoteDraft } from '../team-notes/index.ts';
import { type IsoDate, isIsoDate } from '../units.ts';
import { CHOICE_NAMES, LONGEST_SENTENCE, NO_SIDE, type ReviewOrigin } from './review.ts';

/** The forms of notes: one that a note is pasted into, one that asks what it is, and one of a claim. */

export const NOTE_FORM = 'note-add';
export const NOTE_DETAILS = 'note-details';
export const NOTE_CLAIM = 'note-claim';
const FIELD_ACTION = 'note-field';
const CLAIM_ACTION = 'note-claim-field';
const TEXT_BLOCK = 'note-text-';

/** Renders the form that a note's text is pasted into. @param privateMetadata comes back with what is filled in */
export const renderNoteForm = (privateMetadata: string): ModalView =>
  modal(NOTE_FORM, { title: 'Add a note', submit: 'Read it' }, privateMetadata, [
    section(
      'Paste a note, or send me its file under Messages: pdf, docx, html, md or txt. I look for who says what, check what can be checked, and add nothing that nobody has confirmed.',
    ),
    ...pasteFields(
      TEXT_BLOCK,
      FIELD_ACTION,
      { label: 'The note', hint: 'Its text, with a line between paragraphs; 3,000 characters a field' },
      'The note',
    ),
  ]);

/** What was pasted, its parts put together. */
export const pastedNote = (filledIn: FilledIn): string => pastedParts(filledIn, TEXT_BLOCK).join('\n');

/** What is wrong with a form that was filled in, by block id. */
type FormErrors = Readonly<Record<string, string>>;

/** What is said at the field of the text. */
export const textError = (words: string): FormErrors => ({ [`${TEXT_BLOCK}1`]: words });

/** A field of text, or of a day where it has no longest length. */
interface LimitedField extends FieldText {
  readonly most?: number;
}

type Detail = 'title' | 'author' | 'publisher' | 'date' | 'link';
const DETAILS: Readonly<Record<Detail, LimitedField>> = {
  title: { label: 'Title', most: 160 },
  author: { label: 'Author', isOptional: true, most: 60 },
  publisher: { label: 'Publisher', hint: 'The house, the paper or the blog that it is from', most: 80 },
  date: { label: 'Date of the note' },
  link: { label: 'Link', isOptional: true, most: 500 },
};

type ClaimField = 'speaker' | 'firm' | 'summary' | 'horizon' | 'ends' | 'condition';
const CLAIM_FIELDS: Readonly<Record<ClaimField, LimitedField>> = {
  speaker: { label: 'Who says it', hint: 'Left empty where the firm itself speaks', isOptional: true, most: 60 },
  firm: { label: 'Firm', hint: 'Whom they speak for', most: 60 },
  summary: {
    label: 'In your own words',
    hint: 'Shown in the place of the sentence; left empty, the sentence is quoted',
    isOptional: true,
    most: 160,
  },
  horizon: { label: 'Horizon', hint: 'Such as: next 12 months', isOptional: true, most: 50 },
  ends: { label: 'Last day of the horizon', hint: 'The view is scored on that day', isOptional: true },
  condition: { label: 'On condition of', hint: 'Such as: no recession', isOptional: true, most: 70 },
};
const SIDE_BLOCK = 'note-claim-side';

const fieldsOf = <Name extends string>(
  fields: Readonly<Record<Name, LimitedField>>,
  prefix: string,
  actionId: string,
  initial: Readonly<Partial<Record<Name, string | undefined>>>,
) =>
  (Object.keys(fields) as Name[]).map((name) => {
    const { most, ...text } = fields[name];
    const value = initial[name] || undefined;
    return field(`${prefix}${name}`, text, (most === undefined ? dateInput : textInput)(actionId, value));
  });

/** What was filled in, and how what is wrong with it is collected; fields that are too long are wrong from the start. */
const readFields = <Name extends string>(
  fields: Readonly<Record<Name, LimitedField>>,
  prefix: string,
  filledIn: FilledIn,
) => {
  const errors: Record<string, string> = {};
  const said = (name: Name): string => typedIn(filledIn, `${prefix}${name}`);
  const refuse = (name: Name, words: string): void => {
    errors[`${prefix}${name}`] = words;
  };
  for (const name of Object.keys(fields) as Name[]) {
    const { most = Number.POSITIVE_INFINITY } = fields[name];
    if (said(name).length > most) refuse(name, `At most ${most} characters`);
  }
  return { said, refuse, errors };
};

/** What the form of a note's details shows. */
interface NoteDetails {
  /** Comes back with what is filled in. */
  readonly privateMetadata: string;
  /** What the text gives away, or the note has. */
  readonly header: NoteDraft['header'];
  /** How many claims were found; absent for a note that is in the library already. */
  readonly found?: number;
  /** How many are added at once, where its clear claims were accepted before it was known what it is. */
  readonly accepted?: number | undefined;
}

const untold = (header: NoteDraft['header']): string => {
  const missing = missingIn(header);
  return missing.length === 0
    ? ''
    : ` It does not give its ${listed(missing)}: type ${missing.length === 1 ? 'it' : 'them'} in.`;
};

/** Renders the form: what the text gives away is filled in. */
export const renderNoteDetails = ({ privateMetadata, header, found, accepted }: NoteDetails): ModalView =>
  modal(
    NOTE_DETAILS,
    found === undefined
      ? { title: 'Edit note', submit: 'Save' }
      : {
          title: 'What note is it?',
          submit: accepted === undefined ? 'Review claims' : `Add ${plural(accepted, 'claim')}`,
          close: 'Later',
        },
    privateMetadata,
    [
      ...(found === undefined
        ? []
        : [section(`*${plural(found, 'claim')} found.* What the text says of itself is filled in.${untold(header)}`)]),
      ...fieldsOf(DETAILS, 'note-', FIELD_ACTION, header),
    ],
  );

/** The form, read: what the note is, or what is wrong, by block id. */
type ParsedDetails =
  | {
      readonly kind: 'details';
      readonly header: NoteDraft['header'] & {
        readonly date: IsoDate;
        readonly title: string;
        readonly publisher: string;
      };
    }
  | { readonly kind: 'wrong'; readonly errors: FormErrors };

/** What is said at one field. */
export const detailsError = (name: Detail, words: string): FormErrors => ({ [`note-${name}`]: words });

/** Reads the form field by field. @param today no note is of a later day */
export const parseNoteDetails = (filledIn: FilledIn, today: IsoDate): ParsedDetails => {
  const { said, refuse, errors } = readFields(DETAILS, 'note-', filledIn);
  const [title, author, publisher, date, link] = [
    said('title'),
    said('author'),
    said('publisher'),
    said('date'),
    said('link'),
  ];
  if (title === '') refuse('title', 'Needed: replies cite the note by it');
  if (publisher === '') refuse('publisher', 'Needed: replies say whose note it is');
  if (!isIsoDate(date)) refuse('date', 'Needed: a view without a date says little');
  else if (date > today) refuse('date', 'That day is still to come');
  if (link !== '' && !isLink(link)) refuse('link', 'An address, such as https://example.com/note');
  if (Object.keys(errors).length > 0 || !isIsoDate(date)) return { kind: 'wrong', errors };
  return { kind: 'details', header: { title, publisher, date, ...(author && { author }), ...(link && { link }) } };
};

/** What the form of one claim carries. */
interface ClaimOrigin extends ReviewOrigin {
  readonly claim: number;
  /** The review that it was opened from. */
  readonly view: string;
}

/** Renders the form of one claim. */
export const renderClaimForm = (claim: DraftClaim, origin: ClaimOrigin): ModalView => {
  const { horizon, sentence, paragraph, ...said } = claim;
  const sides = [...STANCES.map((stance) => option(stance, CHOICE_NAMES[stance])), NO_SIDE];
  const shown = asShown(claim).choice;
  const isSide = sides.some(({ value }) => value === shown);
  return modal(NOTE_CLAIM, { title: 'Edit claim', submit: 'Save', close: 'Back' }, JSON.stringify(origin), [
    section(`${escaped(quotedSentence(sentence.slice(0, LONGEST_SENTENCE)))} (${unbroken(`para ${paragraph}`)})`),
    field(
      SIDE_BLOCK,
      { label: 'On small caps against large caps' },
      choiceInput('static_select', CLAIM_ACTION, sides, isSide ? shown : NO_SIDE.value),
    ),
    ...fieldsOf(CLAIM_FIELDS, 'note-claim-', CLAIM_ACTION, { ...said, horizon: horizon?.label, ends: horizon?.ends }),
  ]);
};

/** The form of a claim, read: what is changed, or what is wrong, by block id. */
type ParsedClaim =
  | { readonly kind: 'claim'; readonly change: Partial<DraftClaim> }
  | { readonly kind: 'wrong'; readonly errors: FormErrors };

/** Reads the form of a claim. @param written the day of the note, after which its horizon ends */
export const parseClaimForm = (filledIn: FilledIn, claim: DraftClaim, written: IsoDate | undefined): ParsedClaim => {
  const { said, refuse, errors } = readFields(CLAIM_FIELDS, 'note-claim-', filledIn);
  const ends = said('ends');
  if (said('firm') === '') refuse('firm', 'Needed: replies say whose view it is');
  if (ends !== '' && written !== undefined && ends <= written)
    refuse('ends', 'A horizon ends after the day of the note');
  if (ends !== '' && said('horizon') === '') refuse('horizon', 'Needed with its last day');
  if (Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  const choice = [...STANCES, 'keep' as const].find((one) => one === filledIn[SIDE_BLOCK]) ?? 'keep';
  return {
    kind: 'claim',
    change: {
      ...{ choice, firm: said('firm'), kind: choice === 'keep' ? claim.kind : 'view' },
      speaker: said('speaker') || undefined,
      summary: said('summary') || undefined,
      condition: said('condition') || undefined,
      horizon: said('horizon') ? { label: said('horizon'), ...(isIsoDate(ends) && { ends }) } : undefined,
    },
  };
};
