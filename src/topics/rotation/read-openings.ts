import { leftIn, says } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { RotationQuestion } from './question.ts';
import { BARE, type RotationWords } from './read-said.ts';
import { limitsOf, spanned } from './read-spanned.ts';

/** What an utterance asks of the ratio by itself. */

/** As short as a span without an index may be. */
export const MOST_WORDS_OF_SPAN = 4;

/** `which did better in 2021`, `last 20 sessions`: of no index by name, and so offered. */
export const spanAlone = (said: RotationWords, today: IsoDate | undefined): RotationQuestion | undefined => {
  const { phrases, days, start, utterance } = said;
  const span = spanned({ ...said, isPerformance: true }, today);
  const isWhere = said.ago !== undefined && says(utterance, /^(?:where|what)$/) && says(utterance, /^it$/);
  if (isWhere && leftIn(utterance, said.places).length === 0) return { ...BARE, at: said.ago };
  const isDay = days.alone.some(({ first, last }) => first === last);
  // "performance since the sept hike"
  const isNamed =
    says(utterance, /^perf(?:ormance)?$/) && !says(utterance, /^(?:my|our|your|his|her|their|fund|funds|book|team)$/);
  const isShort =
    (isNamed || phrases.has('sinceDay') || utterance.words.length <= MOST_WORDS_OF_SPAN) &&
    (start !== undefined || days.alone.length > 0 || (isNamed && days.since !== undefined));
  const isAsked = phrases.has('leg') || (isShort && leftIn(utterance, said.places).length === 0);
  return isAsked && !isDay && !said.distance && span?.at === undefined ? span : undefined;
};

/** `from the 2022 low to the end of 2023`: its day is still to be found, and it is no distance. */
const FROM_LOW =
  /\b(?:from|since|off) (?:the |its )*20\d\d (?:low|lows|high|highs|peak|top|bottom|trough) (?:to|until|till|through)\b/;

/** `how has the russell done`. */
const DONE = /\b(?:done|doing|fared|faring|performed|performing|performance)\b/;

/** A distance, a study, a day, a level, a span, or how it stands now. */
export const rotationOpening = (said: RotationWords, today: IsoDate | undefined): RotationQuestion | undefined => {
  const { phrases, index, distance, level } = said;
  const isBoth = phrases.has('subject', 'ratio') || (phrases.has('subject', 'rut') && phrases.has('subject', 'spx'));
  const isSubject = phrases.has('subject');
  const span = spanned(said, today);
  if (distance) {
    const isIts = said.utterance.words.some((word) => /^(?:its|it|their|they|we)$/.test(word));
    const isFrom = FROM_LOW.test(said.utterance.joined);
    if (isFrom || (!isSubject && !isIts && span?.back === undefined)) return undefined;
    return { ...BARE, ...limitsOf(said, span), distance, ...(index && { index }) };
  }
  if (phrases.has('rates', 'whole') || (phrases.has('rates') && (isSubject || said.isPerformance)))
    return { ...BARE, rates: true };
  if (phrases.has('cycles') && (isSubject || said.isPerformance)) return { ...BARE, cycles: true };
  if (/^since (?:the )?last (?:cut|hike|move)$/.test(said.utterance.joined)) return span;
  if (!isSubject) return undefined;
  const [named] = phrases.of('dayNamed');
  if (named) return { ...BARE, at: isoDate(named.value), ...(index && { index }) };
  const withIndex = (question: RotationQuestion): RotationQuestion =>
    question.at !== undefined && index ? { ...question, index } : question;
  if (
    level !== undefined &&
    phrases.all.some(({ value }) => value === 'ratio') &&
    said.utterance.words.includes('rotation')
  )
    return { ...BARE, level };
  if (level !== undefined) return undefined;
  if (span) return withIndex(span);
  if (phrases.has('csv') && isBoth) return BARE;
  // how it stands now; the ratio by its bare name is told with what the notes print
  const isNamed = said.utterance.words.includes('rotation');
  const isTrading =
    phrases.has('level', 'now') && phrases.has('subject', 'rut') && !said.utterance.words.includes('ratio');
  const isPair = phrases.has('subject', 'pair') && leftIn(said.utterance, said.places).length === 0;
  const isDone = DONE.test(said.utterance.joined) && !said.ago && leftIn(said.utterance, said.places).length === 0;
  const isNow = (isBoth && (isNamed || isTrading || isPair)) || isDone;
  return isNow ? BARE : undefined;
};
