import { useEffect, useState } from 'react';
import type { Channel, Message, State } from '../protocol.ts';
import { seenBy } from './messages/visible.ts';

type Newest = Readonly<Record<string, number>>;

/** By channel id, when somebody else said something last. */
const newestIn = ({ channels, messages }: State, me: string): Newest =>
  Object.fromEntries(
    channels.map(({ id }) => [
      id,
      Math.max(
        0,
        ...seenBy(messages, id, me)
          .filter(({ author }: Message) => author !== me)
          .map(({ ts }) => Number(ts)),
      ),
    ]),
  );

/**
 * The channels in which somebody else has spoken since this person was there; what was there when the page opened is read.
 *
 * @param here the channel that is shown, if one is
 */
export const useUnread = (state: State, me: string, here: Channel | undefined): ReadonlySet<string> => {
  const newest = newestIn(state, me);
  const [read, setRead] = useState<Newest>(newest);
  const hereId = here?.id ?? '';
  const newestHere = newest[hereId] ?? 0;
  useEffect(() => setRead((before) => ({ ...before, [hereId]: newestHere })), [hereId, newestHere]);
  return new Set(
    Object.entries(newest)
      .filter(([id, ts]) => id !== hereId && ts > (read[id] ?? 0))
      .map(([id]) => id),
  );
};
