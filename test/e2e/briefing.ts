import type { IsoInstant } from '../../src/units.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER } from '../doubles/payloads.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { conversing } from './conversing.ts';
import type { Workspace } from './workspace.ts';

/** The type of a brief's metadata, by which briefs that were posted earlier are found again: it never changes. */
const EVENT_TYPE = 'rotation_desk_brief';

/** The slot in a brief's metadata; undefined for any other message. */
const slotOf = ({ metadata }: Shown): string | undefined => {
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as {
    readonly event_type?: string;
    readonly event_payload?: { readonly slot?: string };
  };
  return type === EVENT_TYPE ? payload?.slot : undefined;
};

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
