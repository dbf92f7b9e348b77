import { useEffect, useRef, useState } from 'react';
import type { PostedMessage } from '../../protocol.ts';
import { Icon } from '../icons.tsx';
import { decodeEntities } from '../text/markup.ts';
import { useWorkspace } from '../workspace.ts';

const messageKey = ({ channel, ts }: PostedMessage): string => `${channel} ${ts}`;

/**
 * A live region: screen readers read out the text of each new message from the bot, which holds the whole answer.
 *
 * @param messages the visible messages of the channel on show
 */
export const Announcements = ({ messages }: { readonly messages: readonly PostedMessage[] }) => {
  const { state } = useWorkspace();
  const known = useRef(new Set(state.messages.map(messageKey)));
  const [words, setWords] = useState('');
  useEffect(() => {
    const news = messages.filter((one) => one.author === 'bot' && !known.current.has(messageKey(one)));
    for (const one of state.messages) known.current.add(messageKey(one));
    if (news.length > 0) setWords(news.map(({ text }) => `${state.botName}: ${decodeEntities(text)}`).join(' '));
  }, [messages, state.messages, state.botName]);
  return (
    <div className="unseen" aria-live="polite" data-announced>
      {words}
    </div>
  );
};

/** A sentence for the user. */
export interface NoticeContent {
  readonly words: string;
  readonly isProblem: boolean;
}

interface Props {
  readonly notice: NoticeContent | undefined;
  readonly close: () => void;
}

/** A sentence for the user, until it is closed. The region is always there, as screen readers need. */
export const Notice = ({ notice, close }: Props) => (
  <div className="notice-place" role="alert">
    {notice && (
      <div className={notice.isProblem ? 'notice notice-problem' : 'notice'}>
        <p>{notice.words}</p>
        <button type="button" className="quiet" onClick={close}>
          <Icon name="close" />
          <span className="unseen">Close</span>
        </button>
      </div>
    )}
  </div>
);
