import {
  askButton,
  type Block,
  type Button,
  context,
  day,
  dayNear,
  escaped,
  header,
  inlineCode,
  type Line,
  lineSentences,
  lines,
  type Message,
  plainText,
  screenReaderText,
  section,
  sentence,
  unbroken,
  type ViewBlock,
} from '../message/index.ts';
import { isTeamNote, type NoteFile, noteNumberOf } from '../notes/index.ts';
import {
  DRAFT_DAYS,
  type KeptNote,
  type KeptNotes,
  NO_NOTES,
  type NoteDraft,
  type NoteEffect,
  numberOf,
  type TeamNotes,
} from '../team-notes/index.ts';
import { addMilliseconds, type IsoDate, isoDate, utcDateOf } from '../units.ts';
import type { Doubt, ReviewedClaim } from './review.ts';

const ACTIONS = [
  'add',
  'list',
  'review',
  'accept',
  'drop',
  'edit',
  'retire',
  'restore',
  'export',
  'house',
  'import',
] as const;
/** What a button about notes does. */
export type NoteAction = (typeof ACTIONS)[number] | 'page-before' | 'page-next';

const PREFIX = 'note:';

/** The action of a button by its action id; undefined for other buttons. */
export const noteActionOf = (actionId: string): NoteAction | undefined =>
  [...ACTIONS, 'page-before' as const, 'page-next' as const].find(
    (one) => actionId === `${PREFIX}${one}` || actionId.startsWith(`${PREFIX}${one}:`),
  );

/** @param at tells buttons of one kind apart in a message */
const button = (action: NoteAction, label: string, value: string = action, at?: number): Button => ({
  type: 'button',
  action_id: `${PREFIX}${action}${at === undefined ? '' : `:${at}`}`,
  text: plainText(label),
  value,
});

const ADD = button('add', 'Add a note');
const LIST = button('list', 'List notes', '0');

const message = (title: string, blocks: readonly Block[], ...more: readonly string[]): Message => ({
  text: screenReaderText([escaped(sentence(title)), ...more.filter((one) => one !== '')].join(' ')),
  blocks,
});

/** A bold sentence, buttons, and a grey line under it. */
const notice = (words: string, buttons: readonly Button[] = [], hint?: string): Message =>
  message(
    words,
    [
      section(`*${escaped(sentence(words))}*`),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
      ...(hint === undefined ? [] : [context(escaped(hint))]),
    ],
    ...(hint === undefined ? [] : [escaped(hint)]),
  );

const USAGE: readonly (readonly [command: string, words: string])[] = [
  ['/note add', 'paste a note; a file goes to me under Messages, a message by its shortcut “Add as a note”'],
  ['/note list', 'the notes of this workspace, and drafts that wait'],
  ['/note edit T2', 'its title, author, publisher, date and link'],
  ['/note retire T2', 'takes it out of the library; `/note restore T2` puts it back'],
  ['/note merge Jon Smith into John Smith', 'one person, or firm, spelled one way'],
  ['/note export', 'all of them as a file, and `/note import` takes one'],
  ['/note house off', 'without the five notes of the house; `on` brings them back'],
];
const KEPT =
  'Kept are claims, figures and where they stand; of the text the sentence that a claim rests on, at most 40 words, shown inside this workspace only. The whole text goes when its draft does.';

/** What `/note` does. @param unread words that were not understood */
export const renderNoteHelp = (unread?: string): Message => {
  const title = unread === undefined ? 'Notes of your own' : `“${unread}” is nothing that /note does`;
  const rows = USAGE.map(
    ([command, words]) =>
      `${inlineCode(command)}  ${words
        .split('`')
        .map((part, at) => (at % 2 === 1 ? inlineCode(part) : escaped(part)))
        .join('')}`,
  );
  return message(
    title,
    [header(title), section(rows.join('\n')), { type: 'actions', elements: [ADD, LIST] }, context(KEPT)],
    ...USAGE.map(([command, words]) => escaped(`${command}: ${words.replaceAll('`', '')}.`)),
    KEPT,
  );
};

const plural = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;

const PAGE = 20;
const MOST_DRAFTS = 5;

const viewsIn = ({ file: { claims } }: KeptNote): number => claims.filter(({ stance }) => stance !== undefined).length;
const figuresIn = (file: NoteFile): number => file.claims.reduce((sum, { figures }) => sum + figures.length, 0);

const noteRow = (kept: KeptNote): string => {
  const { note, claims } = kept.file;
  const by = note.author.name ? `${note.author.name}, ${note.publisher}` : note.publisher;
  const counts = `${plural(viewsIn(kept), 'view')} in ${plural(claims.length, 'claim')}, ${plural(figuresIn(kept.file), 'figure')}`;
  const added = note.added ? ` · added by <@${note.added.by}>, ${day(isoDate(note.added.on))}` : '';
  const retired = kept.retired ? ' · *retired*' : '';
  return `*${numberOf(kept)}*  ${escaped(note.title)}\n${escaped(by)} · ${day(isoDate(note.date))} · ${counts}${added}${retired}`;
};

/** The day on which a draft ends. */
const endOf = ({ at }: NoteDraft): IsoDate => utcDateOf(addMilliseconds(at, DRAFT_DAYS * 86_400_000));

const draftRow = (draft: NoteDraft): string =>
  `*Draft*  ${escaped(draft.header.title ?? 'A note without a title')} · ${plural(draft.claims.length, 'claim')} · by <@${draft.by}> · ends ${day(endOf(draft))}`;

/** The notes of a workspace, the newest first, and the drafts that wait. @param from where the list begins, from 0 */
export const renderNoteList = (kept: KeptNotes | undefined, drafts: readonly NoteDraft[], from = 0): Message => {
  const { notes, house }: TeamNotes = kept ?? NO_NOTES;
  const all = notes.toReversed();
  const begin = from >= 0 && from < all.length ? from : 0;
  const shown = all.slice(begin, begin + PAGE);
  const end = begin + shown.length;
  const title = all.length === 0 ? 'No notes of your own yet' : `${plural(all.length, 'note')} of your own`;
  const houseWords = house
    ? 'The five notes of the house, 000 to 004, stand beside them; /note house off leaves them out.'
    : 'The five notes of the house are switched off; /note house on brings them back.';
  const pages = [
    ...(begin > 0 ? [button('list', 'Before', String(Math.max(0, begin - PAGE)), 0)] : []),
    ...(end < all.length
      ? [button('list', `Next: ${end + 1} to ${Math.min(all.length, end + PAGE)}`, String(end), 1)]
      : []),
  ];
  const waiting = begin === 0 ? drafts.slice(-MOST_DRAFTS).toReversed() : [];
  return message(
    title,
    [
      header(title),
      ...waiting.flatMap((draft, at): Block[] => [
        section(draftRow(draft)),
        {
          type: 'actions',
          elements: [
            button('review', `Review ${plural(draft.claims.length, 'claim')}`, draft.id, at),
            button('drop', 'Drop the draft', draft.id, at),
          ],
        },
      ]),
      ...shown.map((one) => section(noteRow(one))),
      { type: 'actions', elements: [ADD, ...(all.length > 0 ? [button('export', 'Export')] : []), ...pages] },
      context(escaped(houseWords)),
    ],
    ...waiting.map((draft) => sentence(draftRow(draft).replaceAll('*', ''))),
    ...shown.map((one) => sentence(noteRow(one).replaceAll('*', '').replace('\n', ', '))),
    escaped(houseWords),
  );
};

const DOUBTS: Readonly<Record<Doubt['label'], readonly [one: string, several: string]>> = {
  Unclear: ['stance not clear', 'stances not clear'],
  Conflict: ['conflict', 'conflicts'],
  Wrong: ['figure or date wrong', 'figures or dates wrong'],
};

const nameOf = ({ header: { publisher, author, date } }: NoteDraft, today: IsoDate): string => {
  const whose = publisher ?? author;
  return `${whose ? `${whose}’s note` : 'The note'}${date ? ` of ${dayNear(date, today)}` : ''}`;
};

/** What was found in a note: nothing of it is in the library. */
export const renderDraft = (draft: NoteDraft, reviewed: readonly ReviewedClaim[], today: IsoDate): Message => {
  const need = reviewed.filter(({ doubt }) => doubt !== undefined);
  const clear = reviewed.length - need.length;
  const title = `${nameOf(draft, today)}: ${plural(reviewed.length, 'claim')} found, ${clear} ${clear === 1 ? 'is' : 'are'} clear, ${need.length} ${need.length === 1 ? 'needs' : 'need'} you`;
  const labels = (Object.keys(DOUBTS) as Doubt['label'][]).flatMap((label) => {
    const count = need.filter(({ doubt }) => doubt?.label === label).length;
    return count === 0 ? [] : [plural(count, ...DOUBTS[label])];
  });
  const all: readonly Line[] = [
    ...(labels.length > 0 ? [{ label: 'Need you', words: labels.join(', ') } as const] : []),
    { label: 'Draft', words: `Nothing is in the library yet; the draft ends on ${dayNear(endOf(draft), today)}` },
  ];
  return message(
    title,
    [
      header(title.slice(0, 150)),
      lines(all),
      {
        type: 'actions',
        elements: [
          button('review', `Review ${plural(reviewed.length, 'claim')}`, draft.id),
          ...(clear > 0 && need.length > 0
            ? [button('accept', `Accept the ${clear} clear ${clear === 1 ? 'one' : 'ones'}`, draft.id)]
            : []),
          ...(need.length === 0 ? [button('accept', `Accept all ${clear}`, draft.id)] : []),
          button('drop', 'Drop the draft', draft.id),
        ],
      },
    ],
    ...lineSentences(all).map(escaped),
  );
};

/** What came of what was done with a note. */
export type NoteNotice =
  | {
      readonly kind: 'confirmed';
      readonly note: NoteFile['note'];
      readonly claims: number;
      readonly views: number;
      readonly figures: number;
      readonly wrong: number;
      readonly left: number;
      readonly draft: string;
    }
  | { readonly kind: 'retired' | 'restored' | 'saved'; readonly note: NoteFile['note'] }
  | { readonly kind: 'merged'; readonly from: string; readonly to: string; readonly count: number }
  | { readonly kind: 'merge how' }
  | { readonly kind: 'house'; readonly on: boolean; readonly own: number }
  | { readonly kind: 'imported'; readonly added: number; readonly known: number }
  | { readonly kind: 'not imported'; readonly words: string }
  | { readonly kind: 'exported'; readonly count: number }
  | { readonly kind: 'known already'; readonly number: string }
  | { readonly kind: 'not read'; readonly words: string }
  | { readonly kind: 'none of that number'; readonly number: string }
  | {
      readonly kind:
        | 'draft gone'
        | 'draft dropped'
        | 'full'
        | 'not saved'
        | 'guest'
        | 'admins add'
        | 'admins confirm'
        | 'nothing chosen'
        | 'form'
        | 'nothing to export';
    };

/** Says what came of it. */
export const renderNoteNotice = (said: NoteNotice): Message => {
  switch (said.kind) {
    case 'confirmed': {
      const number = noteNumberOf(said.note.id);
      const figures = `${plural(said.figures, 'figure')}${said.wrong > 0 ? `, ${said.wrong} of them wrong` : ''}`;
      const waits =
        said.left === 0 ? '' : `; ${plural(said.left, 'claim')} ${said.left === 1 ? 'waits' : 'wait'} in the draft`;
      const words = `${unbroken(`Note ${number}`)}, ${said.note.publisher}, ${day(isoDate(said.note.date))}, is in the library: ${plural(said.claims, 'claim')}, ${plural(said.views, 'view')}, ${figures}${waits}`;
      const asks = [
        { label: 'All views', question: { kind: 'views' } },
        { label: `Views in ${number}`, question: { kind: 'views', notes: [number] } },
        { label: `Check ${number}`, question: { kind: 'check', note: number } },
      ].map(askButton);
      return notice(words, [...asks, ...(said.left > 0 ? [button('review', 'Review the rest', said.draft)] : [])]);
    }
    case 'retired':
      return notice(`Note ${noteNumberOf(said.note.id)} is out of the library`, [
        button('restore', 'Put it back', noteNumberOf(said.note.id)),
      ]);
    case 'restored':
      return notice(`Note ${noteNumberOf(said.note.id)} is in the library again`);
    case 'saved':
      return notice(`Note ${noteNumberOf(said.note.id)} is changed`);
    case 'merged':
      return notice(
        `“${said.from}” is “${said.to}” from now on${said.count > 0 ? `, in ${plural(said.count, 'claim')} so far` : ''}`,
      );
    case 'merge how':
      return notice(
        'Say who is meant: /note merge Jon Smith into John Smith',
        [LIST],
        'A person or a firm of your own notes',
      );
    case 'house':
      if (!said.on && said.own === 0)
        return notice('The five notes of the house are all there is: add one of your own first', [ADD]);
      return notice(
        said.on ? 'The five notes of the house stand beside yours' : 'Answers rest on your own notes alone',
      );
    case 'imported':
      return notice(
        `${plural(said.added, 'note')} imported${said.known > 0 ? `, ${said.known} ${said.known === 1 ? 'was' : 'were'} there already` : ''}`,
        [LIST],
      );
    case 'not imported':
      return notice(`Nothing is imported: ${said.words}`);
    case 'exported':
      return notice(`${plural(said.count, 'note')} exported: the file is under Messages`);
    case 'known already':
      return notice(
        `That is note ${said.number} already: nothing is added`,
        isTeamNote(said.number)
          ? [askButton({ label: `Views in ${said.number}`, question: { kind: 'views', notes: [said.number] } }, 0)]
          : [],
      );
    case 'not read':
      return notice(`${said.words.replace(/\.$/, '')}: nothing is added`);
    case 'none of that number':
      return notice(`There is no note ${said.number} of your own`, [LIST, ADD]);
    case 'draft gone':
      return notice('That draft is no longer there: it was dropped, confirmed, or ended after seven days', [ADD, LIST]);
    case 'draft dropped':
      return notice('The draft is dropped, its text with it');
    case 'full':
      return notice('The library is full: nothing is added');
    case 'not saved':
      return notice('That could not be saved: nothing is changed. Try again in a minute');
    case 'guest':
      return notice('Guests of this workspace may not change its notes');
    case 'admins add':
      return notice('In this workspace only admins add notes');
    case 'admins confirm':
      return notice('In this workspace only admins confirm notes: the draft waits for one of them', [LIST]);
    case 'nothing chosen':
      return notice('No claim is chosen yet: nothing is added');
    case 'form':
      return notice('A form opens by this button', [ADD]);
    case 'nothing to export':
      return notice('There are no notes of your own to export yet', [ADD]);
  }
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
    const options = (['members', 'admins'] as const).map((who) => ({ text: plainText(WHO[who]), value: who }));
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

/** Renders what a `/note` command would do in Slack, for a terminal, where no notes are kept. */
export const renderNoteForTerminal = (effect: NoteEffect): Message => {
  const words =
    effect.do === 'help'
      ? '/note add, list, edit T2, retire T2, merge, export, import and house off keep notes of your own in Slack'
      : `A terminal keeps no notes. In Slack this is /note ${effect.do}`;
  return message(words, [section(escaped(sentence(words)))]);
};

/** What the Home tab says of a workspace's notes. */
export const notesAtHome = (kept: KeptNotes | undefined): string => {
  const { notes, house } = kept ?? NO_NOTES;
  const own = notes.filter(({ retired }) => retired === undefined).length;
  const words = own === 0 ? 'none of your own yet' : `${own} of your own`;
  const beside = house || own === 0 ? ', beside the five of the house' : '; the five of the house are switched off';
  return `*Notes*  ${words}${beside}; ${inlineCode('/note add')} takes one, ${inlineCode('/note list')} shows them\n${KEPT}`;
};
