import { basename } from 'node:path';
import { askButton, escaped, type Message, plural, section } from '../message/index.ts';
import type { Asked, Store, StoreFinding } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import { postToChannel } from './post-message.ts';
import type { BotWorkspace } from './workspaces.ts';

/** What is said after a stop or a damage that nobody asked about. */

const WHAT_THERE_IS = 'briefs, settings, votes and what threads were about';

const inUtc = (instant: IsoInstant): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

/** What is lost, and what can be done about it; undefined where a person need not know. */
const wordsOf = (finding: StoreFinding): string | undefined => {
  switch (finding.kind) {
    case 'restored': {
      const { reason, setAsideAs, copyOf } = finding;
      const kept = setAsideAs === undefined ? '' : ` The damaged file is kept beside it as ${basename(setAsideAs)}.`;
      return `When I started, my store's file could not be used: ${reason}. I went on from its copy of ${inUtc(copyOf)}. Lost is what was changed after that: ${WHAT_THERE_IS}. Please look through the briefs in my Home tab.${kept}`;
    }
    case 'set aside':
      return `When I started, my store's file could not be used: ${finding.reason}. There was no good copy of it, so I began with nothing: all ${WHAT_THERE_IS} are lost, unless somebody mends the damaged file, which is kept beside it as ${basename(finding.setAsideAs)}.`;
    case 'left out': {
      const { schedules = 0, settings = 0 } = finding.lost;
      if (schedules + settings === 0) return undefined;
      const unread = [
        ...(schedules > 0 ? [plural(schedules, 'brief')] : []),
        ...(settings > 0 ? [plural(settings, "workspace's settings", "workspaces' settings")] : []),
      ].join(' and ');
      return `I cannot read ${unread} in my store: a later version wrote them, or they are damaged. They stay in the file as they are, but until they can be read no such brief is posted and no such setting holds.`;
    }
  }
};

/** The installer; where none is known or none can be told, those who have set up a brief, or whom the damaged file names. */
const peopleToTell = async (
  store: Store,
  team: string,
  finding: StoreFinding,
): Promise<readonly (readonly string[])[]> => {
  const { installer } = await store.settings(team);
  const owners = (await store.schedules(team)).map(({ owner }) => owner);
  return [
    installer === undefined ? [] : [installer],
    [...new Set(owners)],
    finding.kind === 'set aside' ? finding.people : [],
  ];
};

const MOST_TOLD = 10;

/** Tells the people concerned, in their direct messages, what was lost of the store when it was opened. */
export const tellWhatWasLost = async (
  { client, installation }: BotWorkspace,
  store: Store,
  findings: readonly StoreFinding[],
): Promise<void> => {
  for (const finding of findings) {
    const words = wordsOf(finding);
    if (words === undefined) continue;
    const message: Message = { text: escaped(words), blocks: [section(escaped(words))] };
    for (const people of await peopleToTell(store, installation.team, finding)) {
      let isTold = false;
      for (const user of people.slice(0, MOST_TOLD)) {
        const { outcome } = await postToChannel(client, user, message);
        // what Slack did not confirm may have been posted
        isTold ||= outcome === 'posted' || outcome === 'not confirmed';
      }
      if (isTold) break;
    }
  }
};

const MINUTE_MS = 60_000;

const minutes = (ms: number): string => {
  const count = Math.round(ms / MINUTE_MS);
  return count === 1 ? 'a minute' : `${count} minutes`;
};

/** Said under an answer that a restart held up. @param ageMs since it was asked, in milliseconds */
export const lateHint = (ageMs: number): string =>
  `This comes ${ageMs < MINUTE_MS / 2 ? '' : `${minutes(ageMs)} `}late: I was stopped before I could answer.`;

const WORDS = {
  /** Slack's half hour is over. */
  'too late': 'I was stopped before I could answer you, and that is more than half an hour ago.',
  /** An answer was sent, and whether it arrived cannot be found out. */
  unsure: 'I was stopped while I was answering you.',
  /** What was asked is not known, or of no use later. */
  again: 'I was stopped before I could answer you. Please ask again.',
} as const;

/** It may have been done. */
const changeWords = (asked: Asked): string => {
  const list = (asked.kind === 'change' ? asked.of : undefined) ?? 'brief';
  return `I was stopped while I was doing that. See /${list} list, and do it again if it was not done.`;
};

/** Why there is no answer. */
export type LateNotice = keyof typeof WORDS | 'change';

/** What stands instead of an answer, with the question as a button where it is known. */
export const renderLateNotice = (notice: LateNotice, asked: Asked): Message => {
  const question = asked.kind === 'question' || asked.kind === 'share' ? asked.question : undefined;
  const isOpen = notice === 'too late' || notice === 'unsure';
  const ending = question === undefined ? ' Please ask again.' : notice === 'unsure' ? ' If no answer is here:' : '';
  const words = notice === 'change' ? changeWords(asked) : WORDS[notice];
  const text = escaped(`${words}${isOpen ? ending : ''}`);
  return {
    text,
    blocks: [
      section(text),
      ...(isOpen && question !== undefined
        ? [{ type: 'actions' as const, elements: [askButton({ label: 'Answer now', question }, 0)] }]
        : []),
    ],
  };
};
