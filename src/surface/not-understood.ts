import { choiceButtons, isUnclearBrief, unclearBriefExamples } from '../brief/index.ts';
import { type Answered, type Facts, nothingAnswered } from '../facts/index.ts';
import {
  askButton,
  capitalized,
  escaped,
  type Line,
  lineSentences,
  type Message,
  type RichTextSection,
  screenReaderText,
  textRun,
} from '../message/index.ts';
import { topicOf } from '../topics/registry.ts';
import type { Kind } from '../topics/topic.ts';
import type { Unclear } from '../topics/turn.ts';
import type { Offer } from '../wording/index.ts';
import {
  AFTER_CUTS,
  ALL_VIEWS,
  CHECK,
  CONFLICTS,
  FED,
  helpOffer,
  moveLabel,
  movesOffered,
  PRICED,
  ROTATION,
  YEAR_TO_DATE,
} from '../wording/index.ts';
import { type AskBack, inSentence, lineRuns, namedOffers, renderAskBack } from './ask-back.ts';
import { distinctMoves, fittingTo, NOTICES, unclearSentence } from './not-understood-words.ts';

/** Words that were not understood; an answer like any other, which says so. */
export interface UnclearAnswer extends Answered {
  readonly kind: 'unclear';
  readonly question: null;
  readonly unclear: Unclear;
}

/** Answers words that were not understood: says what was not, and what would be. */
export const answerUnclear = (unclear: Unclear, facts: Facts): UnclearAnswer => ({
  kind: 'unclear',
  question: null,
  unclear,
  ...nothingAnswered(unclear, facts),
});

/** What was not understood at all; what has readings is asked back. */
type NotUnderstood = Exclude<Unclear, AskBack>;

const isAskBack = (unclear: Unclear): unclear is AskBack => 'reason' in unclear && unclear.reason === 'which';

const MOST_OFFERED = 3;

const offers = (unclear: NotUnderstood): readonly Offer[] => {
  // a button asks a question, and a brief is none
  if (isUnclearBrief(unclear)) return [];
  switch (unclear.reason) {
    case 'nothing-typed':
      return movesOffered(-25, -50, -100);
    case 'several-moves':
      return distinctMoves(unclear.moves)
        .slice(0, MOST_OFFERED)
        .map((question) => ({ label: moveLabel(question.moveBps), question }));
    case 'not-in-notes':
      return [...namedOffers(unclear.nearest), ALL_VIEWS];
    case 'language':
      return unclear.nearest.length > 0 ? namedOffers(unclear.nearest) : [...movesOffered(-50), ALL_VIEWS, CHECK];
    case 'not-understood':
      return unclear.nearest?.length ? namedOffers(unclear.nearest) : fittingTo(unclear.words).offers;
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

const examplesOf = (kind: Kind): readonly string[] => topicOf(kind).examples;

const examplesFor = (unclear: NotUnderstood): readonly string[] => {
  if (isUnclearBrief(unclear)) return unclearBriefExamples(unclear);
  switch (unclear.reason) {
    case 'not-in-notes':
      return examplesOf('views');
    case 'unknown-note':
    case 'nothing-to-check':
      return examplesOf('check');
    case 'not-a-rotation':
    case 'no-such-date':
    case 'ambiguous-date':
      return examplesOf('rotation');
    case 'not-about-the-fed':
      return examplesOf('fed');
    case 'not-understood':
      return unclear.nearest?.length ? [] : fittingTo(unclear.words).examples;
    case 'language':
      return examplesOf('rate-move').slice(0, 1);
    default:
      return examplesOf('rate-move');
  }
};

const leadIn = (unclear: NotUnderstood): string =>
  unclear.reason === 'language' ? NOTICES[unclear.language].example : 'Try';

/** `, ` between examples, ` or ` before the last. */
const between = (at: number, count: number): string => (at === 0 ? '' : at === count - 1 ? ' or ' : ', ');

/** A sign as wide as a letter brings its own space. */
const spaced = (words: string): string => (words.endsWith('：') ? words : `${words} `);

/** What could be made out of words in another language, by name. */
const perhaps = (unclear: NotUnderstood): string | undefined => {
  if (unclear.reason !== 'language' || unclear.nearest.length === 0) return undefined;
  return `${spaced(NOTICES[unclear.language].perhaps)}${unclear.nearest.map(({ name }) => capitalized(name)).join(', ')}`;
};

/** What the words come nearest to. */
const nearestLines = (unclear: NotUnderstood): readonly Line[] =>
  unclear.reason === 'not-understood' && unclear.nearest?.length
    ? [{ label: 'Nearest', words: unclear.nearest.map(({ name }) => inSentence(name)).join(', ') }]
    : [];

const renderNotUnderstood = (unclear: NotUnderstood): Message => {
  const said = unclearSentence(unclear);
  const shown = examplesFor(unclear);
  const lead = spaced(leadIn(unclear));
  const guess = perhaps(unclear);
  const nearest = nearestLines(unclear);
  const runs: RichTextSection['elements'] = [
    ...shown.flatMap((example, at) => [
      textRun(at === 0 ? `\n${lead}` : between(at, shown.length)),
      textRun(example, { code: true }),
    ]),
    ...(guess === undefined ? [] : [textRun(`\n${guess}`)]),
    ...nearest.flatMap(lineRuns),
  ];
  const examples = shown.map((example, at) => `${between(at, shown.length)}${example}`).join('');
  const text = [
    said,
    ...(shown.length === 0 ? [] : [`${lead}${examples}.`]),
    ...(guess === undefined ? [] : [`${guess}.`]),
    ...lineSentences(nearest),
  ];
  return {
    text: screenReaderText(escaped(text.join(' '))),
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [textRun(said, { bold: true }), ...runs] }],
      },
      {
        type: 'actions',
        elements: [
          ...(isUnclearBrief(unclear) ? choiceButtons(unclear) : []),
          ...[...offers(unclear), helpOffer].map(askButton),
        ],
      },
    ],
  };
};

/** A private reply: what was understood and what was not, with buttons that ask what may have been meant. */
export const renderUnclear = ({ unclear }: UnclearAnswer): Message =>
  isAskBack(unclear) ? renderAskBack(unclear) : renderNotUnderstood(unclear);
