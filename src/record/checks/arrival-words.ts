import { daysInMonth, isSession, previousSession } from '../../calendar/index.ts';
import { type IsoDate, type IsoMonth, isIsoDate, isoDate } from '../../units.ts';
import type { IndexName } from '../closes.ts';

/** What a note's own sentence says of days, moves of the Fed and indexes: plain forms only, since what is not read is not judged. */

/** A day, a month or a year that a sentence names. */
interface NamedTime {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Where it begins in the sentence. */
  readonly at: number;
  readonly words: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const TIMES = new RegExp(
  [
    String.raw`(?<iso>\d{4}-\d{2}-\d{2})`,
    String.raw`(?<day>${DAY})(?: of)? (?<month>${MONTH})\.?,? (?<year>(?:19|20)\d{2})`,
    String.raw`(?<month2>${MONTH})\.? (?<day2>${DAY}),? (?<year2>(?:19|20)\d{2})`,
    String.raw`(?<month3>${MONTH})\.?,?(?: of)? (?<year3>(?:19|20)\d{2})`,
    String.raw`(?:in|of|during|through|end of|since) (?<year4>(?:19|20)\d{2})\b`,
    String.raw`(?:in|last|this|since|of) (?<month5>${MONTH})\b(?!\.?,?(?: of)? \d)`,
  ].join('|'),
  'gi',
);

const pad = (number: number): string => String(number).padStart(2, '0');

const monthOf = (year: number, month: number): { readonly first: IsoDate; readonly last: IsoDate } => {
  const named: IsoMonth = `${year}-${Number(pad(month))}`;
  return {
    first: isoDate(`${year}-${pad(month)}-01`),
    last: isoDate(`${year}-${pad(month)}-${pad(daysInMonth(named))}`),
  };
};

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** The days, months and years that a sentence names, in its order. A month without a year is the last one before the note. */
export const timesIn = (sentence: string, written: IsoDate): readonly NamedTime[] =>
  [...sentence.matchAll(TIMES)].flatMap((found): readonly NamedTime[] => {
    const { groups = {}, index: at } = found;
    const [words] = found;
    const month = groups['month'] ?? groups['month2'] ?? groups['month3'] ?? groups['month5'];
    const said = groups['year'] ?? groups['year2'] ?? groups['year3'] ?? groups['year4'];
    const day = groups['iso'] ?? groups['day'] ?? groups['day2'];
    if (groups['iso'] !== undefined)
      return isIsoDate(groups['iso']) ? [{ first: groups['iso'], last: groups['iso'], at, words }] : [];
    if (month === undefined) {
      const year = Number(said);
      return [{ first: isoDate(`${year}-01-01`), last: isoDate(`${year}-12-31`), at, words }];
    }
    const number = monthNumber(month);
    const own = Number(written.slice(0, 4));
    const year = said === undefined ? (number > Number(written.slice(5, 7)) ? own - 1 : own) : Number(said);
    if (day === undefined) return [{ ...monthOf(year, number), at, words }];
    const on = `${year}-${pad(number)}-${pad(Number.parseInt(day, 10))}`;
    return isIsoDate(on) ? [{ first: on, last: on, at, words }] : [];
  });

/** A move of the Fed that a sentence tells of: basis points, a cut negative; undefined where it gives no size. */
interface NamedMove {
  readonly way: -1 | 0 | 1;
  readonly bps?: number;
  /** Of several moves together. */
  readonly isSum: boolean;
}

const OTHERS = /\b(?:ECB|European Central Bank|Riksbank|Bank of (?:England|Japan|Canada)|BoE|BoJ|SNB|RBA|PBoC)\b/;
const FED = /\b(?:Fed(?:eral Reserve)?|FOMC|Powell|central bank)(?:’s|'s)?\b/;
const RATE = /\b(?:rates?|bps?|basis[- ]points?|point|policy|easing)\b/i;
const WAYS: readonly (readonly [way: -1 | 0 | 1, words: RegExp])[] = [
  [0, /\b(?:held|hold|holds|unchanged|on hold|paused?|stood pat)\b/i],
  [-1, /\b(?:cut|cuts|cutting|lowered|reduced|eased|reduction|rate cut)\b/i],
  [1, /\b(?:hike|hikes|hiked|raised|increased|lifted|tightened)\b/i],
];
const AHEAD =
  /\b(?:will|would|expects?|expected|forecasts?|likely|could|may|might|should|if|unless|next|ahead|pric(?:e|ed|ing)|hopes?)\b/i;
/** True of words about what is still to come, or only thought of. */
export const looksAhead = (sentence: string): boolean => AHEAD.test(sentence);

const SIZES: readonly (readonly [words: RegExp, bps: (found: string) => number])[] = [
  [/(\d+(?:\.\d+)?)[ -]?(?:bps?|basis[- ]points?)\b/i, Number],
  [/\b(?:three[- ]quarters?|75)[- ](?:of a[- ])?(?:percentage[- ])?point/i, () => 75],
  [/\bhalf[- ](?:a[- ])?(?:percentage[- ])?point/i, () => 50],
  [/\bquarter[- ](?:of a[- ])?(?:percentage[- ])?point/i, () => 25],
  [/\b(?:one|a full)[- ](?:percentage[- ])?point/i, () => 100],
  [/(\d+(?:\.\d+)?)[ -](?:percentage[- ])points?\b/i, (found) => Number(found) * 100],
];

/** Undefined where the sentence tells of no move of the Fed that has happened. */
export const fedMoveIn = (sentence: string): NamedMove | undefined => {
  if (OTHERS.test(sentence) || !RATE.test(sentence)) return undefined;
  const size = SIZES.flatMap(([words, bps]) => {
    const found = words.exec(sentence);
    return found ? [bps(found[1] ?? '')] : [];
  })[0];
  if (!FED.test(sentence) && size === undefined) return undefined;
  const [way] = WAYS.find(([, words]) => words.test(sentence)) ?? [];
  if (way === undefined) return undefined;
  const isSum = /\b(?:in all|in total|altogether|cumulative(?:ly)?|combined|a total of)\b/i.test(sentence);
  return { way, isSum, ...(size !== undefined && way !== 0 && { bps: size }) };
};

const INDEXES: readonly (readonly [name: IndexName, words: RegExp])[] = [
  ['Russell 2000', /\b(?:Russell(?: 2000)?|RUT|small[- ]caps?)\b/gi],
  ['S&P 500', /S&P(?: 500)?|\bSPX\b|\blarge[- ]caps?\b/gi],
];

/** The index that is named last before a place in a sentence, or first behind it; undefined where none is, or of another index. */
export const indexNear = (sentence: string, at: number): IndexName | undefined => {
  if (/\bRussell (?:1000|3000|Microcap|Midcap|2000 (?:Value|Growth))\b|\bS&P (?:400|600|Small)/i.test(sentence))
    return undefined;
  const named = INDEXES.flatMap(([name, words]) => [...sentence.matchAll(words)].map(({ index }) => ({ name, index })));
  const before = named.filter(({ index }) => index <= at).sort((one, other) => other.index - one.index);
  return (before[0] ?? named.sort((one, other) => one.index - other.index)[0])?.name;
};

/** The session of a day, or the one before it; undefined for a year whose sessions are not known. */
export const sessionOf = (day: IsoDate): IsoDate | undefined => {
  if (isSession(day)) return day;
  const before = previousSession(day);
  return before.kind === 'session' ? before.date : undefined;
};

const HEDGES =
  /\b(?:about|around|roughly|nearly|almost|some|approximately|close to|near|just (?:over|under)|more than|over|above|at least|below|under)\b/i;
/** True of a number that its sentence gives as an approximate one. */
export const isHedged = (sentence: string, at: number): boolean =>
  HEDGES.test(sentence.slice(Math.max(0, at - 20), at));
