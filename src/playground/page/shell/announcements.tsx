import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol.ts';
import { unescaped } from '../text/markup.ts';
import { useWorkspace } from '../workspace.ts';

const nameOf = ({ channel, ts }: Message): string => `${channel} ${ts}`;

/**
 * What the bot says here is read out as it comes: the text that goes with the blocks holds the whole answer.
 *
 * @param seen what the person sees of the channel that is shown
 */
export const Announcements = ({ seen }: { readonly seen: readonly Message[] }) => {
  const { state } = useWorkspace();
  const known = useRef(new Set(state.messages.map(nameOf)));
  const [words, setWords] = useState('');
  useEffect(() => {
    const news = seen.filter((one) => one.author === 'bot' && !known.current.has(nameOf(one)));
    for (const one of state.messages) known.current.add(nameOf(one));
    if (news.length > 0) setWords(news.map(({ text }) => `${state.botName}: ${unescaped(text)}`).join(' '));
  }, [seen, state.messages, state.botName]);
  return (
    <div className="unseen" aria-live="polite" data-announced>
      {words}
    </div>
  );
};
