import type { RichText, RichTextElement, RichTextSection } from '../block-kit.ts';
import { Unsupported } from './unsupported.tsx';

const Inline = ({ element }: { readonly element: RichTextSection['elements'][number] }) => {
  if (element.type !== 'text') return <Unsupported type={(element as { readonly type: string }).type} />;
  const { text, style } = element;
  const styled = style?.code ? <code>{text}</code> : text;
  return style?.bold ? <strong>{styled}</strong> : styled;
};

const Inlines = ({ elements }: RichTextSection) =>
  // a block's elements never change their order, so their positions identify them
  elements.map((element, index) => <Inline key={`${index}`} element={element} />);

const Element = ({ element }: { readonly element: RichTextElement }) => {
  if (element.type === 'rich_text_section') {
    return (
      <p>
        <Inlines {...element} />
      </p>
    );
  }
  if (element.type !== 'rich_text_list' || element.style !== 'bullet') {
    return <Unsupported type={(element as { readonly type: string }).type} />;
  }
  return (
    <ul>
      {element.elements.map((section, index) => (
        <li key={`${index}`}>
          <Inlines {...section} />
        </li>
      ))}
    </ul>
  );
};

/**
 * Paragraphs and bulleted lists with bold and code text. Unlike mrkdwn, the text is literal: nothing in it is markup.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export const RichTextBlock = ({ block }: { readonly block: RichText }) => (
  <div className="rich-text">
    {block.elements.map((element, index) => (
      <Element key={`${index}`} element={element} />
    ))}
  </div>
);
