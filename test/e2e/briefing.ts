import type { IsoInstant } from '../../src/units.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER } from '../doubles/payloads.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { conversing } from './conversing.ts';
import type { Workspace } from './workspace.ts';

/** What a brief is named by, where nobody sees it; undefined for any other message. */
const slotOf = ({ metadata }: Shown): string | undefined =>
  (metadata as { event_payload?: { slot?: string } } | undefined)?.event_payload?.slot;

export const slotsIn = (posted: readonly Shown[]): readonly string[] => posted.flatMap((one) => slotOf(one) ?? []);

export const briefsIn = (posted: readonly Shown[]): readonly Shown[] =>
  posted.filter((one) => slotOf(one) !== undefined);

const MINUTE_MS = 60_000;

/** Lets the clock run in steps, and deals with what is due at each. */
export const runTo = async (
  { runDue }: Workspace,
  clock: { now: IsoInstant },
  end: IsoInstant,
  minutes: number,
): Promise<void> => {
  while (clock.now < end) {
    clock.now = new Date(Date.parse(clock.now) + minutes * MINUTE_MS).toISOString() as IsoInstant;
    await runDue();
  }
};

/** People who type `/brief`. */
export const briefing = (workspace: Workspace) => {
  const type = (words: string, { user = ASKER, channel = MEMBER } = {}): Promise<void> =>
    conversing(workspace).sent([() => workspace.type(words, { command: '/brief', user, channel })]);
  return {
    type,
    /** What the person alone reads of it. */
    privateReplyTo: async (words: string, options?: Parameters<typeof type>[1]): Promise<string> => {
      const before = workspace.slack.privateReplies.length;
      await type(words, options);
      return workspace.slack.privateReplies
        .slice(before)
        .map(({ text }) => text)
        .join('\n');
    },
  };
};
