import { type HomeBriefs, renderHomeBriefs } from '../brief/index.ts';
import type { KeptCompanies } from '../companies/index.ts';
import { companiesAtHome } from '../company-list/index.ts';
import {
  askButton,
  type ControlBlock,
  cell,
  context,
  type DataTableBlock,
  dataTable,
  divider,
  escaped,
  type HomeTab,
  header,
  month,
  numberCell,
  plainText,
  section,
  type ViewBlock,
} from '../message/index.ts';
import { ADD_NOTE, noteRightsBlocks, notesAtHome } from '../note-review/index.ts';
import { isTeamNote } from '../notes/index.ts';
import { type KeptNotes, NO_NOTES } from '../team-notes/index.ts';
import type { NotesAnswer } from '../topics/notes/answer.ts';
import type { RotationAnswer } from '../topics/rotation/answer-type.ts';
import { rotationTitle } from '../topics/rotation/message-title.ts';
import type { Offer } from '../wording/index.ts';
import { ALL_VIEWS, CHECK, closesSource } from '../wording/index.ts';
import { CHANGE_ACTION } from './assumptions-form.ts';
import { beginningBlocks } from './welcome.ts';

/** The three lists of channels that a workspace sets. */
const CHANNEL_LISTS = ['private', 'silent', 'shared'] as const;
export type ChannelList = (typeof CHANNEL_LISTS)[number];

const SETTINGS_ACTION = 'settings';
const ACTION = /^settings:(?<list>private|silent|shared)$/;

/** Which list a control changes; undefined for one that is none of these. */
export const parseChannelList = (actionId: string): ChannelList | undefined =>
  ACTION.exec(actionId)?.groups?.['list'] as ChannelList | undefined;

/** A workspace's settings as one person sees them. */
interface WorkspaceSettings {
  readonly channels: Readonly<Record<ChannelList, readonly string[]>>;
  /** May this person change them? */
  readonly mayChange: boolean;
  /** What became of a change just tried. */
  readonly notice?: string;
}

const NAMES: Readonly<Record<ChannelList, readonly [title: string, words: string]>> = {
  private: ['Private replies', 'only the asker sees the answer, and may share it'],
  silent: ['Silent', 'I post nothing; who mentions me is answered privately'],
  shared: ['Public in shared channels', 'another company reads along; otherwise I answer there privately'],
};

const WHO_MAY = 'Workspace owners and admins may change them.';

const control = (list: ChannelList, chosen: readonly string[]): ControlBlock => {
  const [title, words] = NAMES[list];
  return {
    ...section(`*${title}*  ${escaped(words)}`),
    accessory: {
      type: 'multi_conversations_select',
      action_id: `${SETTINGS_ACTION}:${list}`,
      placeholder: plainText('Choose channels'),
      ...(chosen.length > 0 && { initial_conversations: chosen }),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  };
};

/** Channels are counted, not named, to those who may not change them: some of them may be private. */
const counted = (list: ChannelList, { length }: readonly string[]): string =>
  `*${NAMES[list][0]}*  ${length === 0 ? 'no channel' : length === 1 ? '1 channel' : `${length} channels`}`;

/** The workspace's settings: controls for those who may change them, counts for the others. */
const settingsBlocks = ({ channels, mayChange, notice }: WorkspaceSettings): readonly ViewBlock[] => [
  section(`*Settings*  answers go to the channel unless it is listed here${notice ? `\n${escaped(notice)}` : ''}`),
  ...(mayChange
    ? CHANNEL_LISTS.map((list) => control(list, channels[list]))
    : [section(CHANNEL_LISTS.map((list) => counted(list, channels[list])).join('\n'))]),
  context(WHO_MAY),
];

type NoteRights = Parameters<typeof noteRightsBlocks>[0];

/** What the Home tab shows one person. */
export interface Home {
  /** Where small caps stand today; it is the headline where there are closes. */
  readonly rotation: RotationAnswer;
  readonly notes: NotesAnswer['notes'];
  readonly settings: WorkspaceSettings;
  /** The morning briefs that this person may see. */
  readonly briefs: HomeBriefs;
  /** The workspace's own companies, where it has listed some. */
  readonly companies: KeptCompanies | undefined;
  /** The workspace has set up nothing yet, whoever looks. */
  readonly isNew: boolean;
  /** The workspace's own notes, and who may add and confirm them. */
  readonly ownNotes: KeptNotes | undefined;
  readonly noteRights: NoteRights | undefined;
  /** History scopes that this workspace has not granted; undefined where Slack does not say. */
  readonly missingScopes: readonly string[] | undefined;
}

const RATIO: Offer = { label: 'Index ratio', question: { kind: 'ratio' } };
const CUT_50: Offer = { label: 'Rate move', question: { kind: 'rate-move', moveBps: -50 } };

const authorOf = ({ author, publisher }: Home['notes'][number]['note']): string =>
  author.name === undefined ? publisher : `${author.name}, ${publisher}`;

/** A longer table is no longer read; /note list has all of them. */
const MOST_OWN = 15;
const EVERY_MEMBER: NoteRights = { add: 'members', confirm: 'members' };

/** Those of the workspace first, the newest of them at the top, then those of the house. */
const inOrder = (notes: Home['notes']): Home['notes'] => {
  const isOwn = ({ note }: Home['notes'][number]): boolean => isTeamNote(note.id);
  const byNumber = notes.toSorted((one, other) =>
    one.note.number.localeCompare(other.note.number, 'en', { numeric: true }),
  );
  return [...byNumber.filter(isOwn).slice(-MOST_OWN).toReversed(), ...byNumber.filter((one) => !isOwn(one))];
};

const notesTable = (notes: Home['notes']): DataTableBlock =>
  dataTable(
    'Analyst notes, how old they are, and how many flags each has',
    ['Note', 'Author', 'Published, age', 'Flags'],
    inOrder(notes).map(({ note, monthsOld, flagged }) => [
      cell(note.number),
      cell(authorOf(note)),
      cell(`${month(note.date)}, ${monthsOld} months`),
      numberCell(flagged.length, String(flagged.length)),
    ]),
  );

/** Whether the bot can hear what is said in a thread without naming it. */
const followUps = (missing: Home['missingScopes']): readonly string[] => {
  if (missing === undefined) return [];
  return missing.length === 0
    ? [
        'In a thread with me alone I answer without a mention what I am sure of; mention me for anything else. `stop` keeps me silent there.',
      ]
    : [
        `Mention me each time: follow-ups without a mention do not work here, since this workspace has not granted ${missing.map((scope) => `\`${scope}\``).join(' and ')}.`,
      ];
};

const HELP: readonly string[] = [
  '*Help*  `/ratecut help`, or write `help` under Messages',
  '*Support*  whoever installed me; a failure names a reference, which they find in the log',
  '*Privacy*  I keep ids, and the last question of each thread as a value, for 30 days; which messages I answered, for a day; thumbs as counts; the settings above; the companies that you list, and who changed them last; of notes that you add the claims, figures, places and sentences of at most 40 words, and the whole text only while a draft is open, seven days at most; briefs, who set them up, and what became of each for 400 days. Never what anybody wrote. All of it goes when I am uninstalled',
];

/** What answers rest on. */
const restsOn = ({ notes, house }: Pick<KeptNotes, 'notes' | 'house'>): string => {
  const hasOwn = notes.some(({ retired }) => retired === undefined);
  const from = !hasOwn
    ? 'five analyst notes'
    : house
      ? 'five analyst notes and this workspace’s own'
      : 'this workspace’s own notes';
  return `Answers are computed, not generated, from ${from}. Not investment advice.`;
};

/** Where the market stands, with whose closes and of when; without any, what the bot is for. */
const headline = (rotation: RotationAnswer): readonly ViewBlock[] => {
  const { result } = rotation;
  if (result.kind !== 'measured') return [header('What a Fed move does to small and large caps')];
  return [context(escaped(closesSource(result.stamp).join(' · '))), header(rotationTitle(result, rotation))];
};

/** The Home tab: what can be asked, the notes, the settings, and whom to turn to. */
export const renderHome = ({
  rotation,
  notes,
  settings,
  briefs,
  companies,
  isNew,
  missingScopes,
  ownNotes,
  noteRights,
}: Home): HomeTab => {
  const [rateMove, ...others] = [CUT_50, RATIO, ALL_VIEWS, CHECK].map(askButton);
  const blocks: readonly ViewBlock[] = [
    ...headline(rotation),
    ...(isNew ? beginningBlocks() : []),
    section(
      [
        'Type `/ratecut 50bps` anywhere, mention me in a channel, or write to me under Messages.',
        ...followUps(missingScopes),
      ].join('\n'),
    ),
    {
      type: 'actions',
      elements: [
        ...(rateMove ? [{ ...rateMove, action_id: CHANGE_ACTION, style: 'primary' } as const] : []),
        ...others,
      ],
    },
    context('What these buttons answer comes under Messages.'),
    divider,
    ...renderHomeBriefs(briefs),
    divider,
    section(companiesAtHome(companies)),
    divider,
    { ...section(notesAtHome(ownNotes)), accessory: ADD_NOTE },
    notesTable(notes),
    context('A flag is a figure or date that the record, or another note’s own numbers, do not bear out.'),
    ...noteRightsBlocks(noteRights ?? EVERY_MEMBER, settings.mayChange),
    divider,
    ...settingsBlocks(settings),
    divider,
    context(...HELP, restsOn(ownNotes ?? NO_NOTES)),
  ];
  return { type: 'home', blocks };
};
