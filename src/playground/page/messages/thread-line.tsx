import type { Message } from '../../protocol.ts';
import { clockTime } from '../times.ts';
import { useWorkspace } from '../workspace.ts';

/** Under a message: how many answers its thread has. */
export const ThreadLine = ({ replies, open }: { readonly replies: readonly Message[]; readonly open: () => void }) => {
  const { me } = useWorkspace();
  const last = replies.at(-1);
  if (last === undefined) return null;
  return (
    <button type="button" className="thread-line" onClick={open}>
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      <span className="hint">last at {clockTime(last.at, me.zone)}</span>
    </button>
  );
};
