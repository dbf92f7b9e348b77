import type { DatedView } from '../answers/index.ts';
import type { RichTextBlock } from './block-kit.ts';
import { run } from './build.ts';
import { affiliation, citation } from './citation.ts';

/** `Lori Calvasina, RBC: cuts alone will not do it, the economy must firm (004, Aug 2025)`. */
export const viewLine = (dated: DatedView): string => `${dated.claim.voice}${lineBehindVoice(dated)}`;

const lineBehindVoice = (dated: DatedView): string => `${affiliation(dated)}: ${dated.claim.short} ${citation(dated)}`;

/** A line for each view. */
export const viewLines = (views: readonly DatedView[]): RichTextBlock['elements'] => [
  {
    type: 'rich_text_list',
    style: 'bullet',
    elements: views.map((dated) => ({
      type: 'rich_text_section',
      elements: [run(dated.claim.voice, { bold: true }), run(lineBehindVoice(dated))],
    })),
  },
];

/** A bold name with what is counted behind it, and a line for each view. */
export const viewList = (name: string, counted: string, views: readonly DatedView[]): RichTextBlock['elements'] => [
  { type: 'rich_text_section', elements: [run(name, { bold: true }), run(`  ${counted}`)] },
  ...viewLines(views),
];
