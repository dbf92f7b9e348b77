import type { DatedView, ViewsAnswer } from '../answers/index.ts';
import type { Block, Message } from './block-kit.ts';
import { context, header } from './build.ts';
import { agesOf } from './citation.ts';
import { viewLine, viewList } from './view-list.ts';
import { escaped, spoken } from './wording.ts';

const NAMES = { bullish: 'Bullish', bearish: 'Bearish', mixed: 'Mixed', neutral: 'Neutral' } as const;
const FOOTER = 'Five analyst notes, toward small caps against large caps · Not investment advice';

const title = ({ byStance }: ViewsAnswer): string => {
  const counted = byStance.filter(({ voices }) => voices > 0).map(({ stance, voices }) => `${voices} ${stance}`);
  return `Voices in the notes: ${counted.join(', ')}`;
};

const counted = (voices: number, views: readonly DatedView[]): string =>
  `${voices} ${voices === 1 ? 'voice' : 'voices'}${agesOf(views)}`;

/** Everybody in the notes, one line each, by stance. */
export const renderViews = (answer: ViewsAnswer): Message => {
  const sides = answer.byStance.filter(({ views }) => views.length > 0);
  const blocks: Block[] = [
    header(title(answer)),
    ...sides.map(
      ({ stance, voices, views }): Block => ({
        type: 'rich_text',
        elements: viewList(NAMES[stance], counted(voices, views), views),
      }),
    ),
    context(escaped(`${FOOTER} · Answer ${answer.id}`)),
  ];
  const text = [
    `${title(answer)}.`,
    ...sides.map(({ stance, views }) => `${NAMES[stance]}${agesOf(views)}: ${views.map(viewLine).join('; ')}.`),
    `${FOOTER}. Answer ${answer.id}.`,
  ].join(' ');
  return { text: spoken(escaped(text)), blocks };
};
