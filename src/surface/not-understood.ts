import { unclearBriefExamples } from '../brief/index.ts';
import {
  askButton,
  capitalized,
  escaped,
  LIMITS,
  type Message,
  type RichTextSection,
  screenReaderText,
  textRun,
} from '../message/index.ts';
import { isUnclearBrief, type NamedQuestion, type Unclear } from '../reading/index.ts';
import type { Offer } from '../wording/index.ts';
import {
  AFTER_CUTS,
  ALL_VIEWS,
  CHECK,
  CHECK_EXAMPLES,
  CONFLICTS,
  EXAMPLES,
  FED,
  FED_EXAMPLES,
  helpOffer,
  MIXED_EXAMPLES,
  moveLabel,
  movesOffered,
  PRICED,
  ROTATION,
  ROTATION_EXAMPLES,
  VIEWS_EXAMPLES,
  YEAR_TO_DATE,
} from '../wording/index.ts';
import type { UnclearAnswer } from './answer-turn.ts';
import { distinctMoves, NOTICES, unclearSentence } from './not-understood-words.ts';

const MOST_OFFERED = 3;
const SEVERAL: readonly Offer[] = [...movesOffered(-50), ALL_VIEWS, CHECK];

const named = (questions: readonly NamedQuestion[]): readonly Offer[] =>
  questions.map(({ name, question }) => ({
    label: capitalized(name).slice(0, LIMITS.buttonText),
    question,
  }));

const offers = (unclear: Unclear): readonly Offer[] => {
  // a button asks a question, and a brief is none
  if (isUnclearBrief(unclear)) return [];
  switch (unclear.reason) {
    case 'nothing-typed':
      return movesOffered(-25, -50, -100);
    case 'several-moves':
      return distinctMoves(unclear.moves)
        .slice(0, MOST_OFFERED)
        .map((question) => ({ label: moveLabel(question.moveBps), question }));
    case 'which':
      return named(unclear.readings);
    case 'not-in-notes':
      return [...named(unclear.nearest), ALL_VIEWS];
    case 'language':
      return unclear.nearest.length > 0 ? named(unclear.nearest) : SEVERAL;
    case 'not-understood':
      return SEVERAL;
    case 'unknown-note':
      return [ALL_VIEWS, CHECK];
    case 'nothing-to-check':
      return [CHECK, CONFLICTS];
    case 'not-a-rotation':
    case 'no-such-date':
    case 'ambiguous-date':
      return [ROTATION, YEAR_TO_DATE, AFTER_CUTS];
    case 'not-about-the-fed':
      return [FED, PRICED];
    default:
      return movesOffered(-25, -50, 25);
  }
};

const examplesFor = (unclear: Unclear): readonly string[] => {
  if (isUnclearBrief(unclear)) return unclearBriefExamples(unclear);
  switch (unclear.reason) {
    case 'not-in-notes':
      return VIEWS_EXAMPLES;
    case 'unknown-note':
    case 'nothing-to-check':
      return CHECK_EXAMPLES;
    case 'not-a-rotation':
    case 'no-such-date':
    case 'ambiguous-date':
      return ROTATION_EXAMPLES;
    case 'not-about-the-fed':
      return FED_EXAMPLES;
    case 'not-understood':
      return MIXED_EXAMPLES;
    case 'language':
      return EXAMPLES.slice(0, 1);
    // the readings are the examples
    case 'which':
      return [];
    default:
      return EXAMPLES;
  }
};

const leadIn = (unclear: Unclear): string =>
  unclear.reason === 'language' ? NOTICES[unclear.language].example : 'Try';

/** `, ` between examples, ` or ` before the last. */
const between = (at: number, count: number): string => (at === 0 ? '' : at === count - 1 ? ' or ' : ', ');

/** A sign as wide as a letter brings its own space. */
const spaced = (words: string): string => (words.endsWith('：') ? words : `${words} `);

/** What could be made out of words in another language, by name. */
const perhaps = (unclear: Unclear): string | undefined => {
  if (unclear.reason !== 'language' || unclear.nearest.length === 0) return undefined;
  return `${spaced(NOTICES[unclear.language].perhaps)}${unclear.nearest.map(({ name }) => capitalized(name)).join(', ')}`;
};

/** A private reply: the sentence, examples that work, and buttons that do. */
export const renderUnclear = ({ unclear }: UnclearAnswer): Message => {
  const said = unclearSentence(unclear);
  const shown = examplesFor(unclear);
  const lead = spaced(leadIn(unclear));
  const guess = perhaps(unclear);
  const runs: RichTextSection['elements'] = [
    ...shown.flatMap((example, at) => [
      textRun(at === 0 ? `\n${lead}` : between(at, shown.length)),
      textRun(example, { code: true }),
    ]),
    ...(guess === undefined ? [] : [textRun(`\n${guess}`)]),
  ];
  const examples = shown.map((example, at) => `${between(at, shown.length)}${example}`).join('');
  const text = [
    said,
    ...(shown.length === 0 ? [] : [`${lead}${examples}.`]),
    ...(guess === undefined ? [] : [`${guess}.`]),
  ];
  return {
    text: screenReaderText(escaped(text.join(' '))),
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [textRun(said, { bold: true }), ...runs] }],
      },
      { type: 'actions', elements: [...offers(unclear), helpOffer].map(askButton) },
    ],
  };
};
