import {
  age,
  countInWords,
  day,
  fitHeading,
  type Line,
  type Message,
  month,
  noteDay,
  renderShortAnswer,
} from '../../message/index.ts';
import {
  ALL_NOTES,
  ALL_VIEWS,
  CHECK,
  closesSource,
  FED,
  fedSource,
  futuresSource,
  HOW_COMPUTED,
  helpOffer,
  marketWords,
  missingOutcomeLines,
  movesOffered,
  noDataWords,
  noteNumberOf,
  type Offer,
  ROTATION,
  rangeWords,
  SYNTHETIC,
  whyNoOdds,
} from '../../wording/index.ts';
import type { AboutAnswer, DataAges } from './answer.ts';
import { termLines } from './message-terms.ts';
import type { AboutAspect, AboutQuestion } from './question.ts';

interface About {
  readonly heading: string;
  readonly opening?: string;
  readonly lines: readonly Line[];
  readonly offers: readonly Offer[];
  readonly source: readonly string[];
}

const about = (label: string, aspect: AboutAspect): Offer => ({ label, question: { kind: 'about', aspect } });
const PRODUCT = 'Rotation Desk';

const countOf = ({ notes }: DataAges): string =>
  `${countInWords(notes.length)} ${notes.length === 1 ? 'note' : 'notes'}`;

/** `Five notes, about 25 Jul 2024 to about 18 Sep 2025; the newest is 14 months old`. */
const notesWords = (data: DataAges): string => {
  const { notes, newestNoteMonths } = data;
  const [first, last] = [notes[0], notes.at(-1)];
  const days = first && last && first !== last ? `, ${noteDay(first)} to ${noteDay(last)}` : '';
  const old = newestNoteMonths < 1 ? '' : `; the newest is ${age(newestNoteMonths)}`;
  return `${countOf(data)}${days}${old}`;
};

const spanOfNotes = ({ notes }: DataAges): string => {
  const [first, last] = [notes[0], notes.at(-1)];
  return first && last && first !== last ? ` of ${month(first.date)} to ${month(last.date)}` : '';
};

const whyNoCloses = (closes: Extract<DataAges['closes'], { kind: 'none' }>): string =>
  closes.why.kind === 'later' ? 'The closes begin after this day' : noDataWords('live prices', closes.why);

const fedWords = ({ fed }: DataAges): string => {
  const range = rangeWords(fed);
  return fed.range.kind === 'range' && range !== undefined
    ? `Target range ${range} as of ${day(fed.range.through)}, ${fed.source.name}`
    : 'The range on this day is not in my data';
};

const freshness = (answer: AboutAnswer): About => {
  const { data, asOf } = answer;
  const { closes, reading, fed } = data;
  const isLive = !('kind' in closes);
  const market = isLive
    ? `${closes.provenance.isSynthetic ? `${SYNTHETIC}. Closes` : 'Closes'} to ${day(closes.on)}`
    : 'No live prices';
  const through = fed.range.kind === 'range' ? `the Fed as of ${day(fed.range.through)}` : 'no Fed range';
  return {
    heading: fitHeading(
      `${market}; ${through}; ${countOf(data).toLowerCase()}${spanOfNotes(data)}`,
      `${market}; ${through}; ${countOf(data).toLowerCase()}`,
    ),
    lines: [
      { label: 'Notes', words: notesWords(data) },
      {
        label: 'Market',
        words: isLive
          ? marketWords({ live: closes, asOf })
          : `${whyNoCloses(closes)}. ${marketWords({ reading, asOf })}`,
      },
      { label: 'Fed', words: fedWords(data) },
      ...missingOutcomeLines(fed),
      {
        label: 'Priced',
        words: fed.odds.kind === 'path' ? `Odds from futures of ${day(fed.odds.asOf)}` : whyNoOdds(fed.odds),
      },
    ],
    offers: [ROTATION, FED, ALL_NOTES, CHECK],
    source: [
      ...(isLive ? closesSource(closes, closes.isProvisional) : []),
      ...fedSource(fed),
      ...futuresSource(fed),
      ...(!isLive && reading ? [`Ratio ${reading.printed}: note ${noteNumberOf(reading.note)}`] : []),
    ],
  };
};

const WORDED: Record<Exclude<AboutAspect, 'data' | 'terms'>, (data: DataAges) => About> = {
  what: (data) => ({
    heading: 'Not a chatbot: every answer is computed or cited, and no language model writes it',
    lines: [
      { label: 'Read', words: 'Fixed rules read your words; what they cannot read is asked back, not guessed' },
      {
        label: 'Sum',
        words: 'Figures come from note 000’s debt model, daily closes, fed funds futures and the Fed’s record',
      },
      {
        label: 'Said',
        words: `Views come from ${countOf(data).toLowerCase()}${spanOfNotes(data)}, each with its person, date and paragraph`,
      },
      { label: 'Catch', words: 'It has no opinion and makes no forecast of its own' },
    ],
    offers: [about('What it can do', 'can do'), about('How fresh it is', 'data'), HOW_COMPUTED],
    source: [PRODUCT],
  }),
  'can do': (data) => ({
    heading: 'Fed moves and what they do to earnings, who expects what, the index ratio, and the Fed’s record',
    lines: [
      { label: 'Lift', words: 'What a cut, hold or hike does to net income at a small and a large example company' },
      {
        label: 'Said',
        words: `Who is bullish or bearish on small caps, on what condition, in ${countOf(data).toLowerCase()}`,
      },
      { label: 'Record', words: 'Which figures of the notes are wrong, loose or right, and where they conflict' },
      { label: 'Ratio', words: 'Russell 2000 against S&P 500: over any span, on a day, from a high or an average' },
      { label: 'Fed', words: 'Range, next meeting, past cuts and hikes, and the odds that futures imply' },
      { label: 'New', words: 'A brief before the open in a channel, on the days you choose: /brief' },
    ],
    offers: [...movesOffered(-50), ALL_VIEWS, ROTATION, FED, CHECK, helpOffer],
    source: [PRODUCT],
  }),
  model: () => ({
    heading: 'Note 000’s model leaves out tax, hedges, interest income, refinancing, timing and growth',
    lines: [
      { label: 'Model', words: 'Saving is floating debt × the fall in rate; the lift is saving ÷ net income' },
      {
        label: 'SmallCap',
        words: 'An example company, as LargeCap is: neither stands for the Russell 2000 or the S&P 500',
      },
      { label: 'Missing', words: 'A full year at the new rate is assumed, at once and on all floating debt' },
      { label: 'Catch', words: 'It knows nothing of why the Fed cuts; on that the notes have views, and they differ' },
    ],
    offers: [
      HOW_COMPUTED,
      { label: 'Tax', question: { kind: 'method', aspect: 'tax' }, accessibilityLabel: 'What tax does to it' },
      { label: 'Hedges', question: { kind: 'method', aspect: 'hedges' }, accessibilityLabel: 'What hedges do to it' },
      { label: 'Refinancing', question: { kind: 'method', aspect: 'refinancing' } },
    ],
    source: ['Model of note 000'],
  }),
  privacy: () => ({
    heading: 'What you write is not stored: no message text in the file, and none in the log',
    opening: [
      'A thread keeps its last question as a value, such as cut 50 bp, and the ids of who spoke in it, for 30 days.',
      'Ids of answered messages are kept for a day, what is not answered yet as a value until it is; thumbs are counts that name nobody.',
      'Briefs, and who set them up, stay until they are removed, and what became of each for 400 days.',
      'So do companies that the workspace lists, and who changed them last.',
      'All of it is erased when the app is uninstalled.',
    ].join(' '),
    lines: [{ label: 'Catch', words: 'Slack itself keeps the messages, by the rules of your workspace' }],
    offers: [about('What this is', 'what'), about('How fresh it is', 'data'), helpOffer],
    source: [PRODUCT],
  }),
};

/** What a word means, and where it is used. */
const meaning = ({ term }: AboutQuestion): About => ({
  ...termLines(term),
  offers: [
    ...movesOffered(-25),
    HOW_COMPUTED,
    ...(term === undefined ? [] : [about('Other words', 'terms')]),
    about('What it can do', 'can do'),
  ],
  source: [PRODUCT],
});

const toldBy = (answer: AboutAnswer): About => {
  const { question, data } = answer;
  if (question.aspect === 'terms') return meaning(question);
  return question.aspect === 'data' ? freshness(answer) : WORDED[question.aspect](data);
};

/** What this is and what it rests on, in one screen. */
export const renderAbout = (answer: AboutAnswer): Message => renderShortAnswer({ ...toldBy(answer), id: answer.id });
