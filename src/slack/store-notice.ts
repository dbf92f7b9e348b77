import { basename } from 'node:path';
import { escaped, type Message, plural, section } from '../message/index.ts';
import type { Store, StoreFinding } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import { postToChannel } from './post-message.ts';
import type { BotWorkspace } from './workspaces.ts';

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
