import {
  type ActionsBlock,
  type Button,
  context,
  escaped,
  plainText,
  section,
  type ViewBlock,
} from '../message/index.ts';
import { isPaused } from './dispatch-decision.ts';
import { BRIEF_EXAMPLES, newBriefButton, rowMrkdwn, type ScheduleRow, type Viewer } from './message-list.ts';
import { briefButton, tryCommands } from './message-reply.ts';

/** A brief as one person sees it on the Home tab. */
export interface HomeBriefRow extends ScheduleRow {
  /** May this person pause and remove it? */
  readonly mayChange: boolean;
}

export interface HomeBriefs {
  readonly rows: readonly HomeBriefRow[];
  readonly reader: Viewer;
  /** What became of a change just tried. */
  readonly notice?: string | undefined;
}

/** A workspace may have no more; a Home tab has room for a hundred blocks. */
const MOST_SHOWN = 20;

const removeButton = (id: string): Button => ({
  ...briefButton('remove', 'Remove', id, 'Remove this brief'),
  confirm: {
    title: plainText('Remove this brief?'),
    text: plainText('It is not posted again, and what became of the earlier ones is forgotten.'),
    confirm: plainText('Remove'),
    deny: plainText('Keep it'),
    style: 'danger',
  },
});

const controls = ({ schedule }: HomeBriefRow, reader: Viewer): ActionsBlock => ({
  type: 'actions',
  elements: [
    isPaused(schedule, reader.now)
      ? briefButton('resume', 'Resume', schedule.id, 'Resume this brief')
      : briefButton('pause', 'Pause', schedule.id, 'Pause this brief'),
    removeButton(schedule.id),
  ],
});

const rowBlocks = (row: HomeBriefRow, reader: Viewer): readonly ViewBlock[] => [
  section(rowMrkdwn(row, reader, false, 'your time')),
  ...(row.mayChange ? [controls(row, reader)] : []),
];

/** The workspace's briefs, each with when it comes next in the reader's time and, for who may, what changes it. */
export const renderHomeBriefs = ({ rows, reader, notice }: HomeBriefs): readonly ViewBlock[] => [
  {
    ...section(
      `*Morning briefs*${rows.length === 0 ? '  none of yours yet' : ''}${notice ? `\n${escaped(notice)}` : ''}`,
    ),
    accessory: newBriefButton,
  },
  ...(rows.length === 0 ? [context(tryCommands(...BRIEF_EXAMPLES))] : []),
  ...rows.slice(0, MOST_SHOWN).flatMap((row) => rowBlocks(row, reader)),
];
