import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol.ts';
import { Icon } from '../icons.tsx';
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

export interface Said {
  readonly words: string;
  readonly isProblem: boolean;
}

interface Props {
  readonly said: Said | undefined;
  readonly close: () => void;
}

/** A sentence for the person, until it is closed. The region stands there from the start, so that it is read out. */
export const Notice = ({ said, close }: Props) => (
  <div className="notice-place" role="alert">
    {said && (
      <div className={said.isProblem ? 'notice notice-problem' : 'notice'}>
        <p>{said.words}</p>
        <button type="button" className="quiet" onClick={close}>
          <Icon name="close" />
          <span className="unseen">Close</span>
        </button>
      </div>
    )}
  </div>
);
