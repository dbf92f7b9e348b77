import {
  askButton,
  type Block,
  type Button,
  buttonRow,
  buttonsOf,
  context,
  day,
  escaped,
  header,
  inlineCode,
  type Message,
  option,
  pageFrom,
  plainMessage,
  plainText,
  plural,
  section,
  sentence,
  titledMessage,
  usageMessage,
  type ViewBlock,
} from '../message/index.ts';
import type { NoteFile } from '../notes/index.ts';
import {
  DRAFT_DAYS,
  type DraftClaim,
  type KeptNote,
  type KeptNotes,
  NO_NOTES,
  type NoteDraft,
  type NoteEffect,
  numberOf,
  type TeamNotes,
} from '../team-notes/index.ts';
import { addMilliseconds, type IsoDate, isoDate, utcDateOf } from '../units.ts';

/** What is shown of a team's notes: what `/note` does, the list, and the Home tab, with who may add and confirm them. */

const ACTIONS = [
  'add',
  'list',
  'review',
  'details',
  'accept',
  'drop',
  'edit',
  'retire',
  'restore',
  'export',
  'house',
  'import',
  'page-before',
  'page-next',
  'page-out',
] as const;
/** What a button about notes does. */
export type NoteAction = (typeof ACTIONS)[number];

export const { button: noteButton, actionOf: noteActionOf } = buttonsOf('note', ACTIONS);

/** Asks for the views of one note. */
export const viewsIn = (number: string): Button =>
  askButton({ label: `Views in ${number}`, question: { kind: 'views', notes: [number] } }, 0);

/** `15 claims: 12 with a side, 3 without; 8 figures in them`. */
export const noteCounts = (claims: number, sided: number, figures: number, wrong = 0): string => {
  const sides =
    sided === claims
      ? claims === 1
        ? 'with a side'
        : 'all with a side'
      : sided === 0
        ? claims === 1
          ? 'without a side'
          : 'none with a side'
        : `${sided} with a side, ${claims - sided} without`;
  const flagged = wrong > 0 ? `, ${wrong} of them wrong` : '';
  return `${plural(claims, 'claim')}${claims === 1 ? ' ' : ': '}${sides}${figures > 0 ? `; ${plural(figures, 'figure')} in ${claims === 1 ? 'it' : 'them'}${flagged}` : ''}`;
};

/** How many of the claims that are added take a side, and what figures are in them. */
export const claimCounts = (added: readonly DraftClaim[]) => ({
  views: added.filter(({ choice }) => choice !== 'keep').length,
  figures: added.reduce((sum, { figures }) => sum + figures.length, 0),
});

/** What to look at of a note that has come into the library. */
export const asksOfNote = (number: string): readonly Button[] =>
  [
    { label: 'All views', question: { kind: 'views' } },
    { label: `Views in ${number}`, question: { kind: 'views', notes: [number] } },
    { label: `Check ${number}`, question: { kind: 'check', note: number } },
  ].map(askButton);

export const ADD_NOTE = noteButton('add', 'Add a note', 'add');
export const LIST_NOTES = noteButton('list', 'List notes', '0');

const USAGE: readonly (readonly [command: string, words: string])[] = [
  ['/note add', 'paste a note; a file goes to me under Messages, a message by its shortcut “Add as a note”'],
  ['/note list', 'the notes of this workspace, and drafts that wait'],
  ['/note edit T2', 'its title, author, publisher, date and link'],
  ['/note retire T2', 'takes it out of the library; `/note restore T2` puts it back'],
  ['/note merge Jon Smith into John Smith', 'one person, or firm, spelled one way'],
  ['/note export', 'all of them as a file, and `/note import` takes one'],
  ['/note house off', 'without the five notes of the house; `on` brings them back'],
];

/** What `/note` does. @param unread words that were not understood */
export const renderNoteHelp = (unread?: string): Message => {
  const title = unread === undefined ? 'Notes of your own' : `“${unread}” is nothing that /note does`;
  return usageMessage(title, USAGE, [ADD_NOTE, LIST_NOTES], KEPT);
};

/** Renders what a `/note` command would do in Slack, for a terminal, where no notes are kept. */
export const renderNoteForTerminal = (effect: NoteEffect): Message =>
  plainMessage(
    effect.do === 'help'
      ? '/note add, list, edit T2, retire T2, merge, export, import and house off keep notes of your own in Slack'
      : `A terminal keeps no notes. In Slack this is /note ${effect.do}`,
  );

const PAGE = 20;
const MOST_DRAFTS = 5;

const sidedIn = ({ file: { claims } }: KeptNote): number => claims.filter(({ stance }) => stance !== undefined).length;
const figuresIn = (file: NoteFile): number => file.claims.reduce((sum, { figures }) => sum + figures.length, 0);

const noteRow = (kept: KeptNote): string => {
  const { note, claims } = kept.file;
  const by = note.author.name ? `${note.author.name}, ${note.publisher}` : note.publisher;
  const counts = noteCounts(claims.length, sidedIn(kept), figuresIn(kept.file));
  const added = note.added ? ` · added by <@${note.added.by}>, ${day(isoDate(note.added.on))}` : '';
  const retired = kept.retired ? ' · *retired*' : '';
  return `*${numberOf(kept)}*  ${escaped(note.title)}\n${escaped(by)} · ${day(isoDate(note.date))} · ${counts}${added}${retired}`;
};

/** The day on which a draft ends. */
export const endOf = ({ at }: NoteDraft): IsoDate => utcDateOf(addMilliseconds(at, DRAFT_DAYS * 86_400_000));

const draftRow = (draft: NoteDraft): string =>
  `*Draft*  ${escaped(draft.header.title ?? 'A note without a title')} · ${plural(draft.claims.length, 'claim')} · by <@${draft.by}> · ends ${day(endOf(draft))}`;

/** Drops a draft, once asked whether to. @param held how many claims of the note are in the library @param at tells it from others in a message */
export const dropButton = ({ id, note, claims }: NoteDraft, held: number, at?: number): Button => {
  const words =
    note === undefined
      ? `Its ${plural(claims.length, 'claim')} and its text go.`
      : `What is not in the library goes, and the text. Note ${note} stays, with its ${plural(held, 'claim')}.`;
  const label = note === undefined ? 'Drop the draft' : 'Drop the rest';
  return {
    ...noteButton('drop', label, id, at === undefined ? {} : { at }),
    confirm: {
      title: plainText(`${label}?`),
      text: plainText(words),
      confirm: plainText('Drop'),
      deny: plainText('Keep it'),
    },
  };
};

/** How many claims of a note are in the library. */
export const heldOf = (kept: TeamNotes | undefined, number: string | undefined): number =>
  kept?.notes.find((one) => numberOf(one) === number)?.file.claims.length ?? 0;

/** The notes of a workspace, the newest first, and the drafts that wait. @param from where the list begins, from 0 */
export const renderNoteList = (kept: KeptNotes | undefined, drafts: readonly NoteDraft[], from = 0): Message => {
  const { notes, house }: TeamNotes = kept ?? NO_NOTES;
  const all = notes.toReversed();
  const { shown, begin, end } = pageFrom(all, from, PAGE);
  const title = all.length === 0 ? 'No notes of your own yet' : `${plural(all.length, 'note')} of your own`;
  const houseWords = house
    ? 'The five notes of the house, 000 to 004, stand beside them; /note house off leaves them out.'
    : 'The five notes of the house are switched off; /note house on brings them back.';
  const pages = [
    ...(begin > 0 ? [noteButton('list', 'Before', String(Math.max(0, begin - PAGE)), { at: 0 })] : []),
    ...(end < all.length
      ? [noteButton('list', `Next: ${end + 1} to ${Math.min(all.length, end + PAGE)}`, String(end), { at: 1 })]
      : []),
  ];
  const waiting = begin === 0 ? drafts.slice(-MOST_DRAFTS).toReversed() : [];
  return titledMessage(
    title,
    [
      header(title),
      ...waiting.flatMap((draft, at): Block[] => [
        section(draftRow(draft)),
        ...buttonRow([
          noteButton('review', `Review ${plural(draft.claims.length, 'claim')}`, draft.id, { at }),
          dropButton(draft, heldOf(kept, draft.note), at),
        ]),
      ]),
      ...shown.map((one) => section(noteRow(one))),
      ...buttonRow([ADD_NOTE, ...(all.length > 0 ? [noteButton('export', 'Export', 'export')] : []), ...pages]),
      context(escaped(houseWords)),
    ],
    ...waiting.map((draft) => sentence(draftRow(draft).replaceAll('*', ''))),
    ...shown.map((one) => sentence(noteRow(one).replaceAll('*', '').replace('\n', ', '))),
    escaped(houseWords),
  );
};

/** Said wherever notes are asked for. */
const KEPT =
  'Kept are claims, figures and where they stand; of the text the sentence that a claim rests on, at most 40 words, shown inside this workspace only. The whole text goes when its draft does.';

/** What the Home tab says of a workspace's notes. */
export const notesAtHome = (kept: KeptNotes | undefined): string => {
  const { notes, house } = kept ?? NO_NOTES;
  const own = notes.filter(({ retired }) => retired === undefined).length;
  const words = own === 0 ? 'none of your own yet' : `${own} of your own`;
  const beside = house || own === 0 ? ', beside the five of the house' : '; the five of the house are switched off';
  return `*Notes*  ${words}${beside}; ${inlineCode('/note add')} takes one, ${inlineCode('/note list')} shows them\n${KEPT}`;
};

const RIGHTS_ACTION = 'note-rights:';
const RIGHTS = { add: 'Adding notes', confirm: 'Confirming and changing notes' } as const;
const WHO = { members: 'Every member', admins: 'Admins only' } as const;
type Right = keyof typeof RIGHTS;

/** Which right a control changes, and to whom it gives it; undefined for another control. */
export const noteRightIn = (
  actionId: string,
  value: string,
): { readonly right: Right; readonly to: keyof typeof WHO } | undefined => {
  const right = (['add', 'confirm'] as const).find((one) => actionId === `${RIGHTS_ACTION}${one}`);
  const to = (['members', 'admins'] as const).find((one) => one === value);
  return right && to ? { right, to } : undefined;
};

/** Who may add notes and who may confirm them: as words, or as controls for whoever may change it. */
export const noteRightsBlocks = (
  rights: Readonly<Record<Right, keyof typeof WHO>>,
  mayChange: boolean,
): readonly ViewBlock[] => {
  const row = (right: Right): ViewBlock => {
    const words = `*${RIGHTS[right]}*  ${right === 'add' ? 'drafts, which nobody is answered from' : 'what answers rest on from then on'}`;
    if (!mayChange) return section(`${words}: ${WHO[rights[right]].toLowerCase()}`);
    const options = (['members', 'admins'] as const).map((who) => option(who, WHO[who]));
    const chosen = options.find(({ value }) => value === rights[right]);
    return {
      ...section(words),
      accessory: {
        type: 'static_select',
        action_id: `${RIGHTS_ACTION}${right}`,
        placeholder: plainText('Choose'),
        options,
        ...(chosen && { initial_option: chosen }),
      },
    };
  };
  return [row('add'), row('confirm')];
};
