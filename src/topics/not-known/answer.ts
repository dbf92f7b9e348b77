import {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  type ByCompany,
  type DatedClaim,
  type DatedReading,
  datedClaim,
  effectsOf,
  type Facts,
  FIGURE_PREFIX,
  type LiveReading,
  liveFigures,
  liveReading,
  modelFigure,
  printedReading,
  readingFigures,
  type StanceCounts,
  stanceFigures,
} from '../../facts/index.ts';
import { type Claim, type Library, type NoteTopic, stanceCounts } from '../../notes/index.ts';
import type { RateMoveEffect } from '../../sensitivity/index.ts';
import { basisPoints, utcDateOf } from '../../units.ts';
import type { NotKnownQuestion } from './question.ts';

/** Something in neither the notes nor the data, and the nearest that is. */
export interface NotKnownAnswer extends Answered {
  readonly kind: 'not-known';
  readonly question: NotKnownQuestion;
  /** The claims that mention it. */
  readonly claims: readonly DatedClaim[];
  /** Topics of the notes nearest to the one asked for, where a topic was. */
  readonly nearest?: readonly NoteTopic[];
  readonly reading?: DatedReading;
  /** The ratio at its newest close, where there are closes. */
  readonly live?: LiveReading;
  /** The two example companies before any move. */
  readonly effects: ByCompany<RateMoveEffect>;
  /** In the whole library. */
  readonly stanceCounts: StanceCounts;
}

const POWELL = 'Jerome Powell';

/** A claim on the subject of the question: one that cites Powell, or one with the person's word in it. */
const isAskedFor = ({ what, word }: NotKnownQuestion, claim: Claim): boolean => {
  if (what === 'Powell') return claim.speaker === POWELL;
  return what === 'topic' && word !== undefined && contains(`${claim.paraphrase} ${claim.short ?? ''}`, word);
};

/** The notes' topics nearest to what people ask for, by the first letters of a word. */
const NEAR_TOPICS: readonly (readonly [start: RegExp, topics: readonly NoteTopic[]])[] = [
  [/^(?:buyback|repurchas|issuance|ipo|etf|fund|liquidity|margin debt|short|hedge)/, ['flows', 'mergers']],
  [/^(?:dividend|margin|profit|revenue|sales|guidance|capex|productiv)/, ['earnings', 'valuation']],
  [/^(?:credit|default|bankrupt|loan|bond|refinanc|leverage|private)/, ['floating debt', 'rates']],
  [/^(?:job|labou?r|unemploy|wage|gdp|growth|consum|housing|recession|pmi|immigra)/, ['economy', 'inflation']],
  [/^(?:oil|gold|energy|gas|commodit|cpi|pce|price)/, ['inflation', 'economy']],
  [/^(?:china|trade|import|export|supply|europe|japan|geopol|war|ukraine)/, ['tariffs', 'policy']],
  [/^(?:election|trump|regulat|tax|deficit|debt ceiling|shutdown|congress|fiscal)/, ['policy', 'tariffs']],
  [/^(?:yield|curve|treasur|mortgage|qt|qe|balance|term)/, ['rates', 'floating debt']],
  [/^(?:chip|semi|software|cloud|nvidia|robot|crypto|blockchain)/, ['technology', 'breadth']],
  [/^(?:bank|health|biotech|industr|utilit|real estate|reit|sector)/, ['quality', 'breadth']],
  [/^(?:volatil|vix|sentiment|position|seasonal|technical|chart)/, ['momentum', 'index levels']],
  [/^(?:euro|yen|currency|fx|foreign)/, ['dollar', 'policy']],
];
const MOST_TOPICS = 3;

/** The library's topics, those with most claims first. */
const topicsByClaims = ({ claims }: Library): readonly NoteTopic[] => {
  const counts = new Map<NoteTopic, number>();
  for (const { topics } of claims) for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([topic]) => topic);
};

/** Topics near a word first, then those with most claims; only those that the library has. */
const nearestTopics = (word: string, library: Library): readonly NoteTopic[] => {
  const known = topicsByClaims(library);
  const words = word.toLowerCase();
  const near = NEAR_TOPICS.flatMap(([start, topics]) =>
    [words, ...words.split(' ')].some((one) => start.test(one)) ? topics : [],
  );
  return [...new Set([...near, ...known])].filter((topic) => known.includes(topic)).slice(0, MOST_TOPICS);
};

const LETTERS = /[\p{L}\p{N}]/u;

/** Whether words contain a word as a whole, capitals aside. */
const contains = (words: string, word: string): boolean => {
  const [text, sought] = [words.toLowerCase(), word.toLowerCase()];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + sought.length] ?? ' '];
    if (!LETTERS.test(before) && !LETTERS.test(after)) return true;
  }
  return false;
};

const coverFigures = ({ effects }: Pick<NotKnownAnswer, 'effects'>): readonly AnsweredFigure[] =>
  (['small', 'large'] as const).flatMap((company): readonly AnsweredFigure[] => {
    const { borrower, coverageBefore } = effects[company];
    return coverageBefore === undefined
      ? []
      : [
          modelFigure(
            `${FIGURE_PREFIX[company]}.coverage.before`,
            coverageBefore,
            '×',
            `${borrower.name}, interest coverage before any move`,
          ),
        ];
  });

/** Only what the answer states. */
const figuresOf = (answer: Omit<NotKnownAnswer, 'figures' | 'sources'>): readonly AnsweredFigure[] => {
  switch (answer.question.what) {
    case 'price':
    case 'data':
      return answer.live ? liveFigures(answer.live) : readingFigures(answer.reading);
    case 'forecast':
    case 'person':
      return stanceFigures(answer.stanceCounts);
    case 'coverage of the index':
      return coverFigures(answer);
    case 'Powell':
    case 'Bitcoin':
    case 'central bank':
    case 'topic':
    case 'votes':
    case 'around the meetings':
      return [];
  }
};

/** Answers that something is in neither the notes nor the data, with the nearest that is. */
export const answerNotKnown = (question: NotKnownQuestion, facts: Facts): NotKnownAnswer => {
  const reading = printedReading(facts);
  const live = liveReading(facts);
  const claims = facts.notes.claims
    .filter((claim) => isAskedFor(question, claim))
    .map((claim) => datedClaim(claim, facts));
  const computed = {
    kind: 'not-known' as const,
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    claims,
    ...(question.what === 'topic' && { nearest: nearestTopics(question.word ?? '', facts.notes) }),
    ...(reading && { reading }),
    ...(live && { live }),
    effects: effectsOf(facts.borrowers, basisPoints(0)),
    stanceCounts: stanceCounts(facts.notes.views),
    views: [],
  };
  const figures = figuresOf(computed);
  const rests = figures.some(({ source }) => source === 'the notes') ? facts.notes.notes.map(({ id }) => id) : [];
  return {
    ...computed,
    figures,
    sources: [
      ...new Set([
        ...claims.map(({ claim }) => claim.note.id),
        ...figures.map(({ source }) => source).filter((source) => source !== 'the notes'),
        ...rests,
      ]),
    ],
  };
};
