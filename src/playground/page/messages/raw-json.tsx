import { useState } from 'react';
import type { Message } from '../../protocol.ts';
import { Icon } from '../icons.tsx';
import { useWorkspace } from '../workspace.ts';

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const Copy = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const { say } = useWorkspace();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      say('The browser did not let the page copy. Mark the text and copy it by hand.', true);
    }
  };
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Icon name="copy" /> {isCopied ? 'Copied' : label}
    </button>
  );
};

/** The call that would have gone to Slack. */
export const RawJson = ({ sent }: { readonly sent: NonNullable<Message['sent']> }) => {
  const { blocks } = sent.arguments;
  return (
    <section className="raw" aria-label={`What goes to Slack: ${sent.method}`}>
      <div className="raw-head">
        <code>{sent.method}</code>
        <Copy label="Copy JSON" text={json(sent.arguments)} />
        {blocks !== undefined && <Copy label="Copy for Block Kit Builder" text={json({ blocks })} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
      <pre tabIndex={0}>{json(sent.arguments)}</pre>
    </section>
  );
};
