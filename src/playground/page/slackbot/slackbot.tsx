import { useEffect, useRef, useState } from 'react';
import type { ToolInfo, ToolReply } from '../../protocol.ts';
import type { Block } from '../block-kit.ts';
import { BlockList } from '../blocks/block.tsx';
import { ErrorBoundary } from '../blocks/unsupported.tsx';
import { type FormValues, SurfaceContext, type SurfaceState } from '../controls/surface.ts';
import { SlackbotAvatar } from '../icons.tsx';
import { useWorkspace } from '../workspace.ts';
import { fetchTools, postToolCall, ToolForm } from './tool-form.tsx';

/** A call and what came of it. */
export interface Called {
  readonly id: number;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly reply: ToolReply;
}

const TOOL_ACTION = 'tool:';

/** A control's click calls its tool again, with the arguments that it carries; any other control is inert. */
const useToolSurface = (call: (name: string, args: Record<string, unknown>) => Promise<void>): SurfaceState => {
  const [changed, setChanged] = useState<FormValues>({});
  return {
    changed,
    setValue: (blockId, actionId, value) =>
      setChanged((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
    dispatch: async (_, actionId, { value, set }) => {
      const carried = value ?? set?.[actionId]?.selected_option?.value;
      if (!actionId.startsWith(TOOL_ACTION) || carried === undefined) return;
      await call(actionId.slice(TOOL_ACTION.length), JSON.parse(carried) as Record<string, unknown>);
    },
  };
};

const Folded = ({ title, value }: { readonly title: string; readonly value: unknown }) => (
  <details className="tool-json">
    <summary>{title}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
    <pre tabIndex={0}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
  </details>
);

interface Props {
  readonly called: Called;
  readonly call: (name: string, args: Record<string, unknown>) => Promise<void>;
}

/** The result as Slackbot draws it: the blocks, or the text alone where there are none; the rest is folded. */
const ToolMessage = ({ called: { name, args, reply }, call }: Props) => {
  const surface = useToolSurface(call);
  return (
    <article className="message" data-tool={name}>
      <SlackbotAvatar />
      <div className="message-body">
        <div className="message-head">
          <span className="author">Slackbot</span>
          <span className="badge">stand-in</span>
          <code>
            {name} {JSON.stringify(args)}
          </code>
        </div>
        <SurfaceContext value={surface}>
          <ErrorBoundary>
            {reply.blocks.length > 0 ? (
              <BlockList blocks={reply.blocks as readonly Block[]} />
            ) : (
              <p className={reply.isError ? 'error' : undefined}>{reply.text}</p>
            )}
          </ErrorBoundary>
        </SurfaceContext>
        <div className="tool-details">
          <Folded title="Text for the model" value={reply.text} />
          {reply.structured !== undefined && <Folded title="Figures, views and sources" value={reply.structured} />}
          <Folded title={`Sent, signed, and answered with ${reply.status}`} value={reply.sent} />
        </div>
      </div>
    </article>
  );
};

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
