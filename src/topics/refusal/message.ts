import type { StanceCounts } from '../../facts/index.ts';
import { type Line, type Message, plural, renderShortAnswer } from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import { ALL_VIEWS, CHECK, helpOffer, movesOffered } from '../../wording/index.ts';
import type { RefusalAnswer } from './answer.ts';
import type { RefusalQuestion } from './question.ts';

const SIDES: readonly Offer[] = [
  { label: 'Show the bulls', question: { kind: 'views', stances: ['bullish'] } },
  { label: 'Show the bears', question: { kind: 'views', stances: ['bearish'] } },
];

interface Refused {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly offers: readonly Offer[];
}

const REFUSED: Record<RefusalQuestion['reason'], (counts: StanceCounts) => Refused> = {
  advice: (counts) => ({
    heading: 'I do not say what to buy or sell; the notes have views on both sides',
    lines: [
      { label: 'Bullish', words: `${plural(counts.bullish, 'voice')} in the notes lean to small caps` },
      {
        label: 'Bearish',
        words: `${plural(counts.bearish, 'voice')} lean against them; ${counts.mixed} weigh both sides`,
      },
      { label: 'Why', words: 'What fits you depends on what no note knows: your aims, your time and your risk' },
    ],
    offers: [...SIDES, ...movesOffered(-50)],
  }),
  'single stocks': () => ({
    heading: 'I pick no single stocks, and the notes recommend none',
    lines: [
      { label: 'Why', words: 'The notes weigh small caps against large caps as groups' },
      { label: 'Instead', words: 'Who leans which way, and what a Fed move does to two example companies' },
    ],
    offers: [...SIDES, ...movesOffered(-50)],
  }),
  'off topic': () => ({
    heading: 'That is not what this desk is for',
    lines: [
      {
        label: 'Instead',
        words: 'Fed moves and what they do to small and large companies; five notes, who says what, and what holds',
      },
    ],
    offers: [...movesOffered(-50), ALL_VIEWS, CHECK, helpOffer],
  }),
  instruction: () => ({
    heading: 'I cannot change what the notes say or how I answer',
    lines: [
      { label: 'Why', words: 'Every figure is computed and every view is cited; a message is read as a question only' },
      { label: 'Instead', words: 'Ask who holds which view, what a Fed move does, or what in the notes is wrong' },
    ],
    offers: [...movesOffered(-50), ALL_VIEWS, CHECK, helpOffer],
  }),
  secrets: () => ({
    heading: 'I give out no keys, settings or messages of others',
    lines: [{ label: 'Instead', words: 'How figures are computed and where they are from is open: ask for it' }],
    offers: [
      { label: 'How it is computed', question: { kind: 'method', aspect: 'formula' } },
      { label: 'All notes', question: { kind: 'notes' } },
      helpOffer,
    ],
  }),
  files: () => ({
    heading: 'I read no pictures or links; of files I read notes',
    lines: [
      {
        label: 'Notes',
        words: 'Sent to me under Messages as txt, md, html, pdf or docx, an analyst note becomes a draft to confirm',
      },
      {
        label: 'Instead',
        words: 'Assumptions of the two companies change in words, as in /ratecut 50bps floating=60%',
      },
    ],
    offers: [
      { label: 'What is assumed', question: { kind: 'method', aspect: 'assumptions' } },
      ...movesOffered(-50),
      helpOffer,
    ],
  }),
  'adding a note': () => ({
    heading: 'A note is added with /note add: words alone change nothing',
    lines: [
      {
        label: 'Instead',
        words: 'Or send it to me as a file under Messages, or by “Add as a note” in a message’s menu',
      },
      { label: 'Why', words: 'I look for who says what; a person confirms each claim, and from then on it is cited' },
    ],
    offers: [{ label: 'All notes', question: { kind: 'notes' } }, ALL_VIEWS],
  }),
};

/** What is not done here, in one calm sentence, with what can be shown instead. */
export const renderRefusal = ({ question, stanceCounts: counts, id, sources }: RefusalAnswer): Message =>
  renderShortAnswer({
    ...REFUSED[question.reason](counts),
    source: sources.length > 0 ? ['Voices of the five notes'] : ['Rotation Desk'],
    id,
  });
