import type { ReactNode } from 'react';
import type { Text } from '../block-kit.ts';
import { slackDate } from '../times.ts';
import { useWorkspace } from '../workspace.ts';
import { decodeEntities, type Inline, type Paragraph, parseMrkdwn } from './markup.ts';

const Link = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <a href={href} target="_blank" rel="noreferrer">
    {children}
  </a>
);

const Mention = ({ inline }: { readonly inline: Extract<Inline, { kind: 'person' | 'channel' }> }) => {
  const { state } = useWorkspace();
  if (inline.kind === 'channel') {
    const name = state.channels.find(({ id }) => id === inline.id)?.name;
    return <span className="mention">#{name ?? inline.label ?? inline.id}</span>;
  }
  // an id that is none of the workspace's people is the bot
  const name = state.users.find(({ id }) => id === inline.id)?.name;
  return <span className="mention">@{name ?? inline.label ?? state.botName}</span>;
};

const SlackDate = ({ inline }: { readonly inline: Extract<Inline, { kind: 'date' }> }) => {
  const { me } = useWorkspace();
  const { unixSeconds, format, fallback, href } = inline;
  const words = (
    <time dateTime={new Date(unixSeconds * 1000).toISOString()}>
      {slackDate(unixSeconds, format, me.timeZone, fallback)}
    </time>
  );
  return href === undefined ? words : <Link href={href}>{words}</Link>;
};

const InlineElement = ({ inline }: { readonly inline: Inline }): ReactNode => {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'bold':
      return (
        <strong>
          <InlineElements inlines={inline.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <InlineElements inlines={inline.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <InlineElements inlines={inline.children} />
        </s>
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'link':
      return <Link href={inline.href}>{inline.label}</Link>;
    case 'person':
    case 'channel':
      return <Mention inline={inline} />;
    case 'everybody':
      return <span className="mention">{inline.label}</span>;
    case 'date':
      return <SlackDate inline={inline} />;
  }
};

const InlineElements = ({ inlines }: { readonly inlines: readonly Inline[] }) =>
  // the parts of a text never change their order, so that the index can be the key
  inlines.map((inline, place) => <InlineElement key={`${place}${inline.kind}`} inline={inline} />);

const ParagraphElement = ({ paragraph }: { readonly paragraph: Paragraph }) => {
  switch (paragraph.kind) {
    case 'lines':
      return (
        <p>
          <InlineElements inlines={paragraph.children} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <InlineElements inlines={paragraph.children} />
        </blockquote>
      );
    case 'preformatted':
      return <pre>{paragraph.text}</pre>;
  }
};

/** mrkdwn, as a message's text or a block's. */
export const Mrkdwn = ({ text }: { readonly text: string }) => (
  <div className="mrkdwn">
    {parseMrkdwn(text).map((paragraph, place) => (
      <ParagraphElement key={`${place}${paragraph.kind}`} paragraph={paragraph} />
    ))}
  </div>
);

/** A text object; plain text is literal but for Slack's escapes. */
export const TextObject = ({ text }: { readonly text: Text }) =>
  text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : decodeEntities(text.text);
