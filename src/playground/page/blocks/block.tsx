import { type ReactNode, useId } from 'react';
import type {
  Block,
  Container,
  Control,
  RichText,
  RichTextElement,
  RichTextSection,
  Section,
  Text,
} from '../block-kit.ts';
import { ControlElement } from '../controls/control.tsx';
import { Icon } from '../icons.tsx';
import { decodeEntities } from '../text/markup.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { ChartBlock } from './chart.tsx';
import { DataTableBlock } from './data-table.tsx';
import { InputBlock } from './input.tsx';
import { Unsupported } from './unsupported.tsx';

/** Small print. */
const ContextBlock = ({ elements }: { readonly elements: readonly Text[] }) => (
  <div className="context">
    {elements.map((element) =>
      'text' in element ? (
        <div key={element.text}>
          <TextObject text={element} />
        </div>
      ) : (
        <Unsupported key="other" type={(element as { readonly type: string }).type} />
      ),
    )}
  </div>
);

/** Words, with a control at their right where there is one. */
const SectionBlock = ({ block, blockId }: { readonly block: Section; readonly blockId: string }) => {
  const id = useId();
  const { text, fields, accessory } = block;
  return (
    <div className="section">
      <div className="section-words">
        {text && (
          <div id={id}>
            <TextObject text={text} />
          </div>
        )}
        {fields && (
          <div className="section-fields">
            {fields.map((field) => (
              <div key={field.text}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="section-control">
          <ControlElement
            element={accessory}
            blockId={blockId}
            dispatchesAction
            aria={accessory.type === 'button' ? {} : { 'aria-labelledby': id }}
          />
        </div>
      )}
    </div>
  );
};

/** Blocks under a title, folded where the bot folds them. */
const ContainerBlock = ({ block, children }: { readonly block: Container; readonly children: ReactNode }) => {
  const { title, subtitle, is_collapsible, default_collapsed } = block;
  const words = (
    <span className="container-title">
      {title && <TextObject text={title} />}
      {subtitle && (
        <span className="hint">
          <TextObject text={subtitle} />
        </span>
      )}
    </span>
  );
  if (!is_collapsible) {
    return (
      <section className="container">
        <div className="container-head">{words}</div>
        <div className="container-body">{children}</div>
      </section>
    );
  }
  return (
    <details className="container" open={!default_collapsed}>
      <summary className="container-head">
        {words}
        <Icon name="chevron" />
      </summary>
      <div className="container-body">{children}</div>
    </details>
  );
};

interface RowProps {
  readonly blockId: string;
  readonly elements: readonly Control[];
}

const ActionsBlock = ({ blockId, elements }: RowProps) => (
  <div className="actions">
    {elements.map((element) => (
      <ControlElement
        key={element.action_id}
        element={element}
        blockId={blockId}
        dispatchesAction
        aria={
          'placeholder' in element && element.placeholder
            ? { 'aria-label': decodeEntities(element.placeholder.text) }
            : {}
        }
      />
    ))}
  </div>
);

/** One block of a message or a view. */
const BlockElement = ({ block }: { readonly block: Block }) => {
  const blockId = block.block_id ?? '';
  switch (block.type) {
    case 'header':
      return (
        <h3 className="header">
          <TextObject text={block.text} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'section':
      return <SectionBlock block={block} blockId={blockId} />;
    case 'context':
      return <ContextBlock elements={block.elements} />;
    case 'actions':
    case 'context_actions':
      return <ActionsBlock blockId={blockId} elements={block.elements} />;
    case 'data_table':
      return <DataTableBlock block={block} />;
    case 'container':
      return (
        <ContainerBlock block={block}>
          <BlockList blocks={block.child_blocks} />
        </ContainerBlock>
      );
    case 'input':
      return <InputBlock block={block} />;
    case 'data_visualization':
      return ['bar', 'line'].includes(block.chart.type) ? (
        <ChartBlock block={block} />
      ) : (
        <Unsupported type={`${block.chart.type} chart`} />
      );
    case 'rich_text':
      return <RichTextBlock block={block} />;
    default:
      return <Unsupported type={(block as { readonly type: string }).type} />;
  }
};

/** Blocks under one another. */
export const BlockList = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div className="blocks">
    {blocks.map((block, place) => (
      <BlockElement key={block.block_id ?? `${place}`} block={block} />
    ))}
  </div>
);

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
