import { useEffect, useRef, useState } from 'react';
import type { ToolInfo } from '../../protocol.ts';
import { SlackbotAvatar } from '../icons.tsx';
import { useWorkspace } from '../workspace.ts';
import { fetchTools, postToolCall, ToolForm } from './tool-form.tsx';
import { type Called, ToolMessage } from './tool-message.tsx';

/** The tools, called in Slackbot's place: whoever reads along sees what it would get and how it would draw it. */
export const SlackbotView = () => {
  const { state, me, notify } = useWorkspace();
  const [tools, setTools] = useState<readonly ToolInfo[]>([]);
  const [calls, setCalls] = useState<readonly Called[]>([]);
  const made = useRef(0);
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: listed once
  useEffect(() => {
    fetchTools().then(setTools, () => notify('The tools could not be listed. Load the page again.', true));
  }, []);
  const count = calls.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);

  const called = async (name: string, args: Record<string, unknown>): Promise<Called> => {
    const reply = await postToolCall({ user: me.id, name, arguments: args });
    made.current += 1;
    return { id: made.current, name, args, reply };
  };
  const call = async (name: string, args: Record<string, unknown>): Promise<void> => {
    const made = await called(name, args);
    setCalls((before) => [...before, made]);
  };
  /** A click's result takes the place of the message it was made in. */
  const callInPlace =
    (id: number) =>
    async (name: string, args: Record<string, unknown>): Promise<void> => {
      const made = await called(name, args);
      setCalls((before) => before.map((one) => (one.id === id ? made : one)));
    };

  return (
    <>
      <header className="pane-head">
        <h2>
          <SlackbotAvatar />
          Slackbot
        </h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
      <section className="message-list slackbot" aria-label="Tools and calls" tabIndex={0}>
        <div className="slackbot-tools">
          <p>
            A stand-in. In Slack, Slackbot reads free words with its own model, chooses one of these tools of{' '}
            {state.botName} and fills in its arguments; here you do. Each call is signed and goes through the real{' '}
            <code>/mcp</code>. Slack may draw a block a little differently.
          </p>
          {tools.map((tool) => (
            <ToolForm key={tool.name} tool={tool} call={(args) => call(tool.name, args)} />
          ))}
        </div>
        <div aria-live="polite">
          {calls.map((one) => (
            <ToolMessage key={one.id} called={one} call={callInPlace(one.id)} />
          ))}
        </div>
        <div ref={end} />
      </section>
    </>
  );
};
