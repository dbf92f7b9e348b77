import {
  capitalized,
  dollars,
  dollarsGiven,
  type Line,
  listed,
  type Message,
  renderShortAnswer,
} from '../../message/index.ts';
import {
  ALL_NOTES,
  ALL_VIEWS,
  CHECK,
  closesSource,
  coverShown,
  locatedCitation,
  marketWords,
  movesOffered,
  type Offer,
  ROTATION,
} from '../../wording/index.ts';
import type { NotKnownAnswer } from './answer.ts';
import type { NotKnownQuestion } from './question.ts';

interface NotKnown {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly offers: readonly Offer[];
  readonly source: string;
}

const RATIO: Offer = {
  label: 'Russell ÷ S&P',
  question: { kind: 'ratio' },
  accessibilityLabel: 'Russell 2000 over S&P 500',
};
const COVERAGE: Offer = { label: 'Interest cover', question: { kind: 'method', aspect: 'coverage' } };
const ODDS: Offer = {
  label: 'Odds in futures',
  question: { kind: 'fed' },
  accessibilityLabel: 'The odds that futures imply',
};
const A_YEAR: Offer = { label: 'Views for a year', question: { kind: 'views', horizon: 'about a year' } };

const nearestRatio = (answer: NotKnownAnswer): Line => ({ label: 'Nearest', words: marketWords(answer) });

const nearestVoices = ({ stanceCounts: counts }: NotKnownAnswer): Line => ({
  label: 'Nearest',
  words: `${counts.bullish} bullish, ${counts.bearish} bearish and ${counts.mixed} mixed voices, each with note and date`,
});

const coverLine = ({ effects }: NotKnownAnswer, company: 'small' | 'large'): Line => {
  const { borrower, before, coverageBefore } = effects[company];
  return {
    label: company === 'small' ? 'SmallCap' : 'LargeCap',
    words: `${coverShown(coverageBefore)} in note 000's example: EBITDA ${dollarsGiven(borrower.ebitda)} ÷ interest ${dollars(before.total)}`,
  };
};

const MOST_MENTIONS = 3;
/** As many as a question about single claims may name. */
const MOST_CLAIMS = 8;

type Claims = NotKnownAnswer['claims'];

const mentions = (claims: Claims): readonly Line[] =>
  claims
    .slice(0, MOST_MENTIONS)
    .map((dated) => ({
      label: `Note ${dated.claim.note.number}`,
      words: `${dated.claim.voice}: ${dated.claim.paraphrase} ${locatedCitation(dated)}`,
    }));

const claimsQuestion = (claims: Claims): Offer['question'] => {
  const [first = '', ...rest] = claims.slice(0, MOST_CLAIMS).map(({ claim }) => claim.id);
  return { kind: 'views', claims: [first, ...rest] };
};

/** @param word as the person typed it */
const topicHeading = (word: string | undefined, count: number): string => {
  if (word === undefined) return 'No note speaks of that';
  if (count === 0) return `No note speaks of ${word}`;
  return count === 1 ? `One claim in the notes mentions ${word}` : `${count} claims in the notes mention ${word}`;
};

const KNOWN: Record<NotKnownQuestion['what'], (answer: NotKnownAnswer) => NotKnown> = {
  price: (answer) => ({
    heading: 'Not in the data: a live price',
    lines: [
      nearestRatio(answer),
      {
        label: 'Instead',
        words: answer.live
          ? 'The close of each day, not the price of the moment'
          : 'Single closes that the notes are checked against, and the ratios they print',
      },
    ],
    offers: [answer.live ? ROTATION : RATIO, CHECK],
    source: answer.live ? closesSource(answer.live, answer.live.isProvisional).join('; ') : 'The five notes',
  }),
  data: (answer) => ({
    heading: 'Not in the notes or the data: that figure',
    lines: [
      nearestRatio(answer),
      { label: 'Instead', words: 'Figures the notes print, and what the record says of them' },
    ],
    offers: [CHECK, RATIO, ALL_NOTES],
    source: 'The five notes',
  }),
  votes: () => ({
    heading: 'Not in the data: how the Fed’s members voted',
    lines: [{ label: 'Instead', words: 'What each meeting decided, by how much, and the range after it' }],
    offers: [{ label: 'Last move', question: { kind: 'fed-history', ask: 'last', way: 'move' } }, ODDS],
    source: 'Federal Reserve',
  }),
  'around the meetings': () => ({
    heading: 'Not in the data: what goes with the Fed’s meetings, such as minutes, press conferences or who chaired',
    lines: [
      {
        label: 'Instead',
        words: 'The day of each meeting, whether projections come with it, what it decided and the range after it',
      },
    ],
    offers: [
      { label: 'Next meeting', question: { kind: 'fed', calendar: { ask: 'date' } } },
      { label: 'Last move', question: { kind: 'fed-history', ask: 'last', way: 'move' } },
    ],
    source: 'Federal Reserve',
  }),
  forecast: (answer) => ({
    heading: 'Not in the notes or the data: a view or a forecast of my own',
    lines: [
      nearestVoices(answer),
      { label: 'Instead', words: 'What a Fed move would do is computed; what will happen is only cited' },
    ],
    offers: [ALL_VIEWS, A_YEAR, ODDS, ...movesOffered(-50)],
    source: 'The five notes',
  }),
  person: (answer) => ({
    heading: 'Not in the notes: a view from that person',
    lines: [nearestVoices(answer)],
    offers: [ALL_VIEWS, ALL_NOTES],
    source: 'The five notes',
  }),
  Powell: ({ claims }) => ({
    heading: "Not in the notes: Powell's view on small caps",
    lines: claims.map((dated) => ({
      label: `Note ${dated.claim.note.number}`,
      words: `${dated.claim.paraphrase} ${locatedCitation(dated)}`,
    })),
    offers: [
      { label: 'Views on rates', question: { kind: 'views', topics: ['rates'] } },
      ALL_VIEWS,
      ...movesOffered(-25),
    ],
    source: 'Mentions of him in the notes',
  }),
  Bitcoin: () => ({
    heading: 'Not in the notes: a view on Bitcoin',
    lines: [
      {
        label: 'Nearest',
        words: 'It is named once, in a list of headlines beneath note 001, by nobody the notes cite',
      },
    ],
    offers: [ALL_VIEWS, ...movesOffered(-50)],
    source: 'The five notes',
  }),
  topic: ({ question: { word }, claims, nearest = [] }) => ({
    heading: topicHeading(word, claims.length),
    lines:
      claims.length > 0 ? mentions(claims) : [{ label: 'Nearest', words: `The notes do speak of ${listed(nearest)}` }],
    offers: [
      ...(claims.length > 0 ? [{ label: 'What they say', question: claimsQuestion(claims) } as const] : []),
      ...nearest.map((topic): Offer => ({ label: capitalized(topic), question: { kind: 'views', topics: [topic] } })),
      ALL_VIEWS,
    ],
    source: 'The claims of the five notes',
  }),
  'central bank': () => ({
    heading: 'I know the US Federal Reserve only, and no other central bank',
    lines: [{ label: 'Instead', words: 'A move of the Fed’s rate, its range and its next meeting' }],
    offers: [ODDS, ...movesOffered(-25)],
    source: 'The five notes',
  }),
  'coverage of the index': (answer) => ({
    heading: `Not in the notes: interest cover of an index. The example's is ${coverShown(answer.effects.small.coverageBefore)}`,
    lines: [
      coverLine(answer, 'small'),
      coverLine(answer, 'large'),
      { label: 'Catch', words: 'Two example companies: neither stands for the Russell 2000 or the S&P 500' },
    ],
    offers: [COVERAGE, ...movesOffered(-50)],
    source: 'Model of note 000, its two example companies',
  }),
};

/** What is in neither the notes nor the data, and the nearest that is. */
export const renderNotKnown = (answer: NotKnownAnswer): Message => {
  const { heading, lines, offers, source } = KNOWN[answer.question.what](answer);
  return renderShortAnswer({ heading, lines, offers, source: [source], id: answer.id });
};
