import type { Block, Message } from './block-kit.ts';
import { type Checks, checksOf, count, text, UNESCAPED } from './block-problems.ts';
import { LIMITS } from './limits.ts';

/** Every way in which Slack would refuse a message or show it otherwise than meant; empty for a sound one. */
export const problemsWith = ({ text: topLevel, blocks }: Message): readonly string[] => {
  const ofType = (type: Block['type']) => blocks.filter((block) => block.type === type);
  const checks: Checks = [
    ...text(topLevel, LIMITS.topLevelText, 'text'),
    [!UNESCAPED.test(topLevel), `text is not escaped: ${topLevel}`],
    [!topLevel.includes('\u00a0'), 'text holds a no-break space'],
    ...count(blocks, 1, LIMITS.blocks, 'blocks'),
    ...count(ofType('header'), 0, 1, 'headers'),
    ...count(ofType('data_table'), 0, LIMITS.tablesPerMessage, 'tables'),
    ...count(ofType('data_visualization'), 0, LIMITS.chartsPerMessage, 'charts'),
    ...blocks.flatMap((block, at) => checksOf(block, `block ${at} (${block.type})`)),
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
};
