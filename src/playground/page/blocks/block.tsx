import { lazy, Suspense } from 'react';
import type { Block, Control } from '../block-kit.ts';
import { ControlElement } from '../controls/control.tsx';
import { unescaped } from '../text/markup.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { ChartBlock } from './chart.tsx';
import { ContainerBlock } from './container.tsx';
import { DataTableBlock } from './data-table.tsx';
import { InputBlock } from './input.tsx';
import { ContextBlock, SectionBlock } from './section.tsx';
import { Unknown } from './unknown.tsx';

// three quarters of the page's script, needed for no first paint
const ByLibrary = lazy(async () => ({ default: (await import('./by-library.tsx')).ByLibrary }));

/**
 * What the library draws as Slack does; the page draws the rest of what the bot sends.
 * Pictures and films are left to Slack: they would be fetched from elsewhere, and nothing here leaves the machine.
 */
const OF_LIBRARY: readonly string[] = [
  'rich_text',
  'table',
  'markdown',
  'card',
  'carousel',
  'alert',
  'plan',
  'task_card',
];

const FromLibrary = ({ block }: { readonly block: Block }) => (
  <Suspense fallback={null}>
    <ByLibrary block={block} />
  </Suspense>
);

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
      return ['bar', 'line'].includes(block.chart.type) ? <ChartBlock block={block} /> : <FromLibrary block={block} />;
    default: {
      const { type } = block as { readonly type: string };
      return OF_LIBRARY.includes(type) ? <FromLibrary block={block} /> : <Unknown type={type} />;
    }
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
