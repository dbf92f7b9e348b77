import type { UnclearAnswer } from '../answers/index.ts';
import { ASSUMPTIONS, type RateMoveQuestion, type Unclear } from '../questions/index.ts';
import type { Message, RichTextSection } from './block-kit.ts';
import { askButton, type Offer, run } from './build.ts';
import { EXAMPLES, helpOffer, moveLabel, movesOffered, RANGE_WORDS } from './usage.ts';
import { escaped, listed, moveName, spoken } from './wording.ts';

const NAMES = Object.values(ASSUMPTIONS).flatMap(({ names }) => names.slice(0, 1));
const MOST_OFFERED = 3;

const distinct = (moves: readonly RateMoveQuestion[]): readonly RateMoveQuestion[] =>
  moves.filter(({ moveBps }, at) => moves.findIndex((other) => other.moveBps === moveBps) === at);

/** What was not understood, in one sentence; it names the words, and the renderer keeps them literal. */
const sentence = (unclear: Unclear): string => {
  switch (unclear.reason) {
    case 'nothing-typed':
      return 'How large a rate move?';
    case 'no-amount':
      return 'I found no size in that. How large a rate move?';
    case 'not-a-move':
      return `I could not read “${unclear.words}” as a rate move.`;
    case 'unknown-command':
      return `There is no command “${unclear.words}”.`;
    case 'several-moves':
      return `Those are several moves: ${listed(distinct(unclear.moves).map(({ moveBps }) => moveName(moveBps)))}. Which one?`;
    case 'mixed-signs':
      return `“${unclear.words}” points both ways. A cut or a hike?`;
    case 'out-of-range':
      return `“${unclear.words}” is out of range. A move may be ${RANGE_WORDS}.`;
    case 'unknown-assumption':
      return `I know no assumption “${unclear.words}”. There are ${listed(NAMES)}.`;
    case 'assumption-set-twice':
      return `“${unclear.words}” sets a second value for the same assumption.`;
    case 'assumption-without-number':
      return `“${unclear.words}” has no number behind it.`;
    case 'assumption-out-of-range': {
      const { label, least, most, unit } = ASSUMPTIONS[unclear.assumption];
      const from = least.toLocaleString('en-US');
      return `“${unclear.words}” does not fit: ${label} runs from ${from} to ${most.toLocaleString('en-US')}, in ${unit}.`;
    }
  }
};

const offers = (unclear: Unclear): readonly Offer[] => {
  if (unclear.reason === 'nothing-typed') return movesOffered(-25, -50, -100);
  if (unclear.reason === 'several-moves') {
    return distinct(unclear.moves)
      .slice(0, MOST_OFFERED)
      .map((question) => ({ label: moveLabel(question.moveBps), question }));
  }
  return movesOffered(-25, -50, 25);
};

/** A private reply: the sentence, three examples that work, and buttons that do. */
export const renderUnclear = ({ unclear }: UnclearAnswer): Message => {
  const said = sentence(unclear);
  const examples: RichTextSection['elements'] = EXAMPLES.flatMap((example, at) => [
    run(at === 0 ? '\nTry ' : at === EXAMPLES.length - 1 ? ' or ' : ', '),
    run(example, { code: true }),
  ]);
  return {
    text: spoken(escaped(`${said} Try ${EXAMPLES.slice(0, -1).join(', ')} or ${EXAMPLES.at(-1)}.`)),
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [run(said, { bold: true }), ...examples] }],
      },
      { type: 'actions', elements: [...offers(unclear), helpOffer].map(askButton) },
    ],
  };
};
