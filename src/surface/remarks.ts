import {
  askButton,
  type Block,
  capitalized,
  escaped,
  type Line,
  lineSentences,
  lines,
  type Message,
  screenReaderText,
} from '../message/index.ts';
import type { Question } from '../topics/questions.ts';
import type { Kind } from '../topics/topic.ts';
import type { ReadingResult } from '../topics/turn.ts';
import { type Offer, PRICED } from '../wording/index.ts';
import { namedOffers, quoted, SUBJECTS } from './ask-back.ts';

type Asked = Extract<ReadingResult, { readonly kind: 'question' }>;

/** What a reply says of the words that it answers: not of the question, which another may ask in other words. */
export type Remarks = Pick<Asked, 'notUsed' | 'how' | 'others'>;

const OF_MODEL: ReadonlySet<Kind> = new Set(['rate-move', 'compare-moves', 'solve', 'method']);
const DATES: ReadonlySet<string> = new Set(['date', 'span']);

/** Why the model took no account of a kind of word. */
const BESIDE_MODEL: ReadonlyMap<string, string> = new Map([
  ['date', 'the model has no date, a year’s effect is the same from any month'],
  ['span', 'the model has no dates, it gives a year’s effect'],
  ['duration', 'the model gives a year’s effect, whatever the time'],
  ['clock', 'the model has no time of day'],
  ['who', 'the model’s figures depend on nobody’s view'],
  ['note', 'the figures are those of the model of note 000'],
]);

/** The same of everything else. */
const BESIDE_OTHERS: ReadonlyMap<string, string> = new Map([
  ['date', 'this answer is not chosen by date'],
  ['span', 'this answer is not chosen by date'],
  ['duration', 'no length of time changes this answer'],
  ['clock', 'no time of day changes this answer'],
  ['who', 'this answer does not depend on who says it'],
  ['note', 'this answer is not taken from one note'],
]);

const whyNotUsed = (kind: string, question: Question): string =>
  (OF_MODEL.has(question.kind) ? BESIDE_MODEL : BESIDE_OTHERS).get(kind) ?? 'it changes nothing in this answer';

const remarkLines = ({ notUsed, how }: Remarks, question: Question): readonly Line[] => [
  ...(notUsed
    ? [
        {
          label: 'Not used' as const,
          words: `${quoted(notUsed.words, 'part of the words')}: ${whyNotUsed(notUsed.kind, question)}`,
        },
      ]
    : []),
  ...(how === 'ranked'
    ? [{ label: 'Read' as const, words: `by resemblance, as a question about ${SUBJECTS[question.kind]}` }]
    : []),
  ...(how === 'way assumed' ? [{ label: 'Read' as const, words: 'as a cut: no direction was said' }] : []),
];

/** What the words that were not used may have asked for comes first. */
const remarkOffers = ({ notUsed, others = [] }: Remarks, question: Question): readonly Offer[] => [
  ...(notUsed && DATES.has(notUsed.kind) && OF_MODEL.has(question.kind) ? [PRICED] : []),
  ...namedOffers(others),
];

/** Behind the header and the table that follows it; at the start of a message without one. */
const placeOf = (blocks: readonly Block[]): number => {
  const header = blocks.findIndex(({ type }) => type === 'header');
  return blocks[header + 1]?.type === 'data_table' ? header + 2 : header + 1;
};

/** Behind the first sentence, which is the header word for word. */
const placeInText = (text: string, blocks: readonly Block[]): number => {
  const header = blocks.find(({ type }) => type === 'header');
  const heading = header?.type === 'header' ? screenReaderText(escaped(header.text.text)) : '';
  if (heading === '' || !text.startsWith(heading)) return 0;
  const end = /^[.?!]?(?=\s|$)/.exec(text.slice(heading.length));
  return end ? heading.length + end[0].length : 0;
};

const MOST_BUTTONS = 25;

const withOffers = (blocks: readonly Block[], offers: readonly Offer[]): readonly Block[] => {
  if (offers.length === 0) return blocks;
  const at = blocks.findIndex(({ type }) => type === 'actions');
  const row = blocks[at];
  if (row?.type !== 'actions') {
    const end = blocks.findIndex(({ type }) => type === 'context' || type === 'context_actions');
    const actions: Block = { type: 'actions', elements: offers.map(askButton) };
    return end <= 0 ? [...blocks, actions] : blocks.toSpliced(end, 0, actions);
  }
  const others = offers
    .map((offer, place) => askButton(offer, row.elements.length + place))
    .filter(({ value }) => row.elements.every((one) => one.value !== value));
  return blocks.with(at, { ...row, elements: [...others, ...row.elements].slice(0, MOST_BUTTONS) });
};

/**
 * Says in a reply what of the words it does not use, or that it goes by resemblance, first under its table, and offers
 * other senses before its own buttons. The answer itself stays what it is.
 */
export const withRemarks = ({ text, blocks }: Message, remarks: Remarks, question: Question): Message => {
  const all = remarkLines(remarks, question);
  const said = screenReaderText(escaped(lineSentences(all).map(capitalized).join(' ')));
  const place = placeInText(text, blocks);
  const [before, after] = [text.slice(0, place).trimEnd(), text.slice(place).trimStart()];
  return {
    text: all.length === 0 ? text : [before, said, after].filter((part) => part !== '').join(' '),
    blocks: withOffers(
      all.length === 0 ? blocks : blocks.toSpliced(placeOf(blocks), 0, lines(all)),
      remarkOffers(remarks, question),
    ),
  };
};
