import type { Benchmark, RotationQuestion } from '../../topics/rotation/question.ts';
import type { ReadingResult } from '../../topics/turn.ts';
import type { IsoDate } from '../../units.ts';
import { type DateRead, dateAt, EITHER_WAY, periodStartAt } from './dates.ts';
import { clip, plainWords, wordSet } from './tokens.ts';

/** Words that change nothing; one that might is left out, since an unknown word asks back. */
const FILLERS = wordSet(`
  rotation ratio the a an of by on in at is it its and or with for me us show give get what whats how where please
  pls today now current currently latest level stand stands standing far much did has have do does doing done small
  smalls cap caps smallcap smallcaps large largecap largecaps russell 2000 r2k rut s&p 500 spx sp500 vs versus
  against over relative performance change changed moved index indexes indices price close closes back regain reach
  take takes need needs must beat outperform outperformance fed first rate rates past previous earlier history
  historical study cycle cycles period between until till through
`);
const FROM = wordSet('since from after between start starting');
const TO = wordSet('to until till through and - end ending');
const YTD = wordSet('ytd year-to-date');
const CUTS = wordSet('cut cuts');
const CYCLES = wordSet('cycles cycle');
const PRIVATELY = wordSet('private privately');
const CSV = wordSet('csv export download');
/** A level of the ratio as typed: `0.6`, `.45`, `1`. */
export const LEVEL = /^(?:0?\.\d{1,6}|[01](?:\.\d{1,6})?)$/;
const LEAST_LEVEL = 0.001;

const UNAVAILABLE: readonly (readonly [RegExp, Benchmark])[] = [
  [/\bs&p ?(?:small ?cap ?)?600\b|\bsp600\b|\bsml\b|\bijr\b/, 'S&P 600'],
  [/\bs&p ?(?:mid ?cap ?)?400\b|\bsp400\b|\bmdy\b|\bmid ?-?caps?\b/, 'S&P 400'],
  [/\brussell 1000\b|\br1k\b|\biwb\b/, 'Russell 1000'],
  [/\bnasdaq\b|\bndx\b|\bqqq\b/, 'Nasdaq'],
  [/\bequal(?:ly)?[ -]?weight(?:ed)?\b|\brsp\b/, 'equal weight'],
  [
    /\btotal[ -]?returns?\b|\bwith dividends\b|\bdividends? (?:included|reinvested)\b|\brut ?tr\b|\bspx ?tr\b/,
    'total return',
  ],
  [/\biwm\b|\bspy\b|\betfs?\b/, 'IWM and SPY'],
  [/\bomxs?\w*\b|\bsweden\b|\bswedish\b/, 'OMXSSCPI'],
];

interface Found {
  from?: IsoDate;
  to?: IsoDate;
  level?: number;
  ytd: boolean;
  cycles: boolean;
  csv: boolean;
  /** Words that mean something the reader does not know; one is enough to ask back. */
  readonly unknown: string[];
}

const wordsOf = (plain: string): readonly string[] =>
  plain
    .replace(/\byear to date\b|\bsince the (?:start|beginning) of (?:the|this) year\b/g, 'ytd')
    .replace(/,/g, ' ')
    .replace(/[?!;:()]/g, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .split(' ')
    .filter(Boolean);

const placeDate = (found: Found, date: IsoDate, before: string): void => {
  if (found.from !== undefined || (TO.has(before) && before !== 'and')) found.to = date;
  else found.from = date;
};

type Stop = Extract<ReadingResult, { kind: 'unclear' }>;

const notADate = ({ words }: Extract<DateRead, { kind: 'no-such-date' }>): Stop => ({
  kind: 'unclear',
  reason: 'no-such-date',
  words: clip(words),
});

/** One word, or the date that begins with it; how many words it took, or what stops the reading. */
const readAt = (words: readonly string[], at: number, found: Found): number | Stop => {
  const word = words[at] as string;
  const date = dateAt(words, at);
  if (date?.kind === 'no-such-date') return notADate(date);
  if (date !== undefined) {
    if (found.from !== undefined && found.to !== undefined) found.unknown.push(word);
    else placeDate(found, date.date, words[at - 1] ?? '');
    return date.length;
  }
  // behind "from" and "to" a year could be either of its ends
  const period = words[at - 1] === 'since' && found.from === undefined ? periodStartAt(words, at) : undefined;
  if (period) {
    found.from = period.date;
    return period.length;
  }
  if (EITHER_WAY.test(word)) return { kind: 'unclear', reason: 'ambiguous-date', words: clip(word) };
  const isLevel = LEVEL.test(word) && Number(word) >= LEAST_LEVEL && found.level === undefined;
  if (isLevel) found.level = Number(word);
  else if (YTD.has(word)) found.ytd = true;
  else if (CUTS.has(word) || (CYCLES.has(word) && !words.some((one) => CUTS.has(one)))) found.cycles = true;
  else if (CSV.has(word)) found.csv = true;
  else if (!FILLERS.has(word) && !PRIVATELY.has(word) && !FROM.has(word) && !TO.has(word)) found.unknown.push(word);
  return 1;
};

/** What excludes what: a study has no dates, and a span has one start. */
const areAtOdds = ({ from, ytd, cycles, level, to }: Found): boolean =>
  (cycles && (from ?? to ?? level ?? (ytd || undefined)) !== undefined) || (ytd && from !== undefined);

const questionOf = (found: Found): RotationQuestion => ({
  kind: 'rotation',
  ...(found.from !== undefined && { from: found.from }),
  ...(found.to !== undefined && { to: found.to }),
  ...(found.ytd && { ytd: true }),
  ...(found.level !== undefined && { level: found.level }),
  ...(found.cycles && { cycles: true }),
  ...(found.csv && { csv: true }),
});

/**
 * Reads the words behind `/rotation`: nothing, `since 2024-07-09`, `since july 2024`, `from 27 oct 2023 to 26 dec 2023`, `ytd`, `to 0.6`,
 * `after cuts`, `csv`. A benchmark that is not in the data is read as itself, so that the answer can say so.
 *
 * @param typed as Slack or a terminal hands it over
 */
export const readRotation = (typed: string): ReadingResult => {
  const plain = plainWords(typed);
  if (plain === '?' || plain === 'help') return { kind: 'question', question: { kind: 'help' }, private: true };
  const words = wordsOf(plain);
  const isPrivate = words.some((word) => PRIVATELY.has(word));
  const benchmark = UNAVAILABLE.find(([named]) => named.test(plain))?.[1];
  if (benchmark !== undefined) {
    return { kind: 'question', question: { kind: 'rotation', benchmark }, private: isPrivate };
  }
  const found: Found = { ytd: false, cycles: false, csv: false, unknown: [] };
  for (let at = 0; at < words.length; ) {
    const read = readAt(words, at, found);
    if (typeof read !== 'number') return read;
    at += read;
  }
  // "since" and "from" want a day behind them; "after" may want cuts
  const isLeftOpen =
    words.some((word) => word === 'since' || word === 'from') &&
    found.from === undefined &&
    !found.ytd &&
    !found.cycles;
  if (found.unknown.length > 0 || isLeftOpen || areAtOdds(found)) {
    return { kind: 'unclear', reason: 'not-a-rotation', words: clip(plain) };
  }
  return { kind: 'question', question: questionOf(found), private: isPrivate };
};
