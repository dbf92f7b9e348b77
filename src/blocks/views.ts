import type { DatedView, Side, ViewsAnswer } from '../answers/index.ts';
import type { Block, Message } from './block-kit.ts';
import { askButton, context, header, type Offer, run } from './build.ts';
import { agesOf, shortName } from './citation.ts';
import { STANCE_LABEL } from './stance-names.ts';
import { CHECK } from './usage.ts';
import { viewLine, viewList } from './view-list.ts';
import { escaped, listed, spoken } from './wording.ts';

const LINES_A_SIDE = 4;
const FOOTER = 'Five analyst notes, toward small caps against large caps · Not investment advice';

const title = (sides: readonly Side[]): string =>
  `Voices in the notes: ${sides.map(({ stance, voices }) => `${voices.length} ${stance}`).join(', ')}`;

const counted = (voices: readonly DatedView[]): string =>
  `${voices.length} ${voices.length === 1 ? 'voice' : 'voices'}${agesOf(voices)}`;

/** Those for whom there is no line: `Also Lee, UBS and Franklin Templeton`. */
const also = ({ voices }: Side): string | undefined => {
  const rest = voices.slice(LINES_A_SIDE);
  return rest.length === 0 ? undefined : `Also ${listed(rest.map(shortName))}`;
};

const sideBlock = (side: Side): Block => {
  const { stance, voices } = side;
  const rest = also(side);
  return {
    type: 'rich_text',
    elements: [
      ...viewList(STANCE_LABEL[stance], counted(voices), voices.slice(0, LINES_A_SIDE)),
      ...(rest ? [{ type: 'rich_text_section' as const, elements: [run(rest)] }] : []),
    ],
  };
};

const offers = (sides: readonly Side[]): readonly Offer[] => [
  ...sides.map(
    ({ stance, voices }): Offer => ({
      label: voices.length > LINES_A_SIDE ? `All ${voices.length} ${stance}` : STANCE_LABEL[stance],
      question: { kind: 'views', stances: [stance] },
    }),
  ),
  CHECK,
];

/** Everybody in the notes by stance: the same number of lines a side, and the names of the others. */
export const renderEverybody = (answer: ViewsAnswer): Message => {
  const sides = answer.sides.filter(({ voices }) => voices.length > 0);
  const blocks: Block[] = [
    header(title(sides)),
    ...sides.map(sideBlock),
    { type: 'actions', elements: offers(sides).map(askButton) },
    context(escaped(`${FOOTER} · Answer ${answer.id}`)),
  ];
  const said = (side: Side): string => {
    const { stance, voices } = side;
    const rest = also(side);
    const lines = voices.slice(0, LINES_A_SIDE).map(viewLine).join('; ');
    return `${STANCE_LABEL[stance]}${agesOf(voices)}: ${lines}.${rest ? ` ${rest}.` : ''}`;
  };
  const text = [`${title(sides)}.`, ...sides.map(said), `${FOOTER}. Answer ${answer.id}.`].join(' ');
  return { text: spoken(escaped(text)), blocks };
};
