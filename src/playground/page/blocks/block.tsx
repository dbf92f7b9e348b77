import type { Block, Control } from '../block-kit.ts';
import { ControlElement } from '../controls/control.tsx';
import { unescaped } from '../text/markup.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { ChartBlock } from './chart.tsx';
import { ContainerBlock } from './container.tsx';
import { DataTableBlock } from './data-table.tsx';
import { InputBlock } from './input.tsx';
import { RichTextBlock } from './rich-text.tsx';
import { ContextBlock, SectionBlock } from './section.tsx';
import { Unknown } from './unknown.tsx';

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
        isHeard
        naming={
          'placeholder' in element && element.placeholder ? { 'aria-label': unescaped(element.placeholder.text) } : {}
        }
      />
    ))}
  </div>
);

/** One block of a message or a view. */
export const BlockElement = ({ block }: { readonly block: Block }) => {
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
        <Unknown type={`${block.chart.type} chart`} />
      );
    case 'rich_text':
      return <RichTextBlock block={block} />;
    default:
      return <Unknown type={(block as { readonly type: string }).type} />;
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
