import { asTyped, lexiconOf, marked, type Place, phrasesFound, slotsOf, type Utterance } from '../language/index.ts';
import type { Back } from '../topics/rotation/question.ts';

const MONTHS_A_QUARTER = 3;

const AGO = lexiconOf({
  ago: {
    day: 'a day ago',
    week: 'a week ago|one week ago|a week back',
    month: 'a month ago|one month ago|a month back',
    year: 'a year ago|one year ago|a year back|this time last year|a yr ago|year ago|1y ago|1 y ago',
  },
});

const SHORT_UNITS: ReadonlyMap<string, Back['unit']> = new Map([
  ['d', 'day'],
  ['w', 'week'],
  ['m', 'month'],
  ['y', 'year'],
  ['yr', 'year'],
]);

const MOST: ReadonlyMap<string, number> = new Map([
  ['day', 36_500],
  ['week', 5_200],
  ['month', 1_200],
  ['year', 100],
]);

/** A length of time as a question has it; undefined where it is longer than anything on record. */
export const backOf = (count: number, unit: string): Back | undefined => {
  const [times, as] = unit === 'quarter' ? [count * MONTHS_A_QUARTER, 'month'] : [count, unit];
  const most = MOST.get(as);
  if (most === undefined || !Number.isInteger(times) || times < 1 || times > most) return undefined;
  return { count: times, unit: as } as Back;
};

const IN_FRONT_OF_TENOR = /^(?:the|us|on|vs|versus|against|to|of|in|at)$/;
const BEHIND_TENOR = /^(?:yields?|treasury|treasuries|notes?|bonds?|rates?|swaps?|at|is|was|auction)$/;

/** `5y` behind a subject of ours; in front of a yield, or behind an article, it is the maturity of a bond. */
const yearsIn = (utterance: Utterance): readonly (Place & { count: number })[] =>
  marked(utterance, 'other').flatMap(({ from, to, value }) => {
    const { words } = utterance;
    const typed = /^(\d{1,2})(?:y|yr)$/.exec(words.slice(from, to).join(''));
    const isTenor = IN_FRONT_OF_TENOR.test(words[from - 1] ?? '') || BEHIND_TENOR.test(words[to] ?? '');
    const isLed = /^(?:last|past|trailing)$/.test(words[from - 1] ?? '');
    return value === 'tenor' && typed && !isTenor
      ? [{ from: isLed ? from - 1 : from, to, count: Number(typed[1]) }]
      : [];
  });

/** Lengths of time with their places: `6 months`, `1y`, `3m`; with `isAgo` those that name a day, `a year ago`. */
export const lengthsIn = (utterance: Utterance): readonly (Place & { back: Back; isAgo: boolean })[] => {
  const { tokens, words } = utterance;
  const found: (Place & { back: Back; isAgo: boolean })[] = phrasesFound(utterance, AGO).map(({ value, from, to }) => ({
    from,
    to,
    back: { count: 1, unit: value as Back['unit'] },
    isAgo: true,
  }));
  const add = (from: number, to: number, count: number, unit: string): void => {
    const back = backOf(count, unit);
    const isAgo = /^(?:ago|back|earlier)$/.test(words[to] ?? '');
    // "twelve months out" is to come
    const isAhead =
      /^(?:out|ahead|hence|from)$/.test(words[to] ?? '') && !/^(?:last|past)$/.test(words[from - 1] ?? '');
    if (back && !isAhead && !found.some((one) => one.from < to && from < one.to))
      found.push({ from, to: isAgo ? to + 1 : to, back, isAgo });
  };
  // "the past year and a half"
  for (const [at, word] of words.entries())
    if (word === 'year' && words.slice(at + 1, at + 4).join(' ') === 'and a half') add(at - 1, at + 4, 18, 'month');
  for (const { from, to, count, unit } of slotsOf(utterance, 'duration')) add(from, to, count, unit);
  // "the past couple of years"
  for (const [at, word] of words.entries()) {
    if (word !== 'couple' || !/^(?:last|past|previous)$/.test(words[at - 1] ?? '')) continue;
    const to = at + (words[at + 1] === 'of' ? 3 : 2);
    add(at - 1, to, 2, (words[to - 1] ?? '').replace(/s$/, ''));
  }
  for (const amount of slotsOf(utterance, 'amount')) {
    const short = /^(\d{1,2})(m)$/i.exec(asTyped(utterance, amount));
    if (short) add(amount.from, amount.to, Number(short[1]), 'month');
    const unit = SHORT_UNITS.get(words[amount.to] ?? '');
    if (unit && tokens[amount.to]?.isGlued && amount.unit === undefined) {
      add(amount.from, amount.to + 1, amount.value, unit);
    }
  }
  for (const { from, to, count } of yearsIn(utterance)) add(from, to, count, 'year');
  return found;
};
