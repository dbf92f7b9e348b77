import { isUnclearBrief, spokenAfter, spokenAfterDoubt } from '../brief/index.ts';
import type { Kept } from '../topics/context.ts';
import { type Context, type Numbers, numbersOf } from '../topics/context.ts';
import type { Question } from '../topics/questions.ts';
import { topicOf } from '../topics/registry.ts';
import type { Turn } from '../topics/turn.ts';

type NumberQuestion = Extract<Question, { readonly kind: 'rate-move' | 'compare-moves' | 'solve' }>;

const isOfNumbers = (question: Question): question is NumberQuestion =>
  question.kind === 'rate-move' || question.kind === 'compare-moves' || question.kind === 'solve';

/** What the number kinds go on from after one of their questions. */
const numbersAfter = (question: NumberQuestion, { parts, changed, scope }: Kept, before: Numbers): Numbers => {
  const kept = {
    ...(changed && changed.length > 0 && { changed: [...changed] }),
    ...((scope ?? before.scope) !== undefined && { scope: scope ?? before.scope }),
    active: question.kind,
    first: before.first ?? question,
  };
  switch (question.kind) {
    case 'rate-move':
      return {
        ...kept,
        move: question,
        ...(parts && { parts: [...parts] }),
        ...(before.solve && { solve: before.solve }),
      };
    case 'compare-moves':
      return { ...kept, compare: question, ...(before.move && { move: before.move }) };
    case 'solve':
      return { ...kept, solve: question, ...(before.move && { move: before.move }) };
  }
};

type Span = NonNullable<Context['span']>;

type Days = Pick<Span, 'from' | 'to' | 'at'>;

/** The same days of an index, or as a file, are no other span. */
const isOfOtherDays = (one: Days, other: Days): boolean =>
  JSON.stringify([one.from, one.to, one.at]) !== JSON.stringify([other.from, other.to, other.at]);

/** The last question of each other kind, this one in its place. */
const others = (question: Question, before: Context | undefined): Partial<Context> => ({
  ...(before?.span && { span: before.span }),
  ...(before?.spanBefore && { spanBefore: before.spanBefore }),
  ...(before?.historyBefore && { historyBefore: before.historyBefore }),
  ...(before?.ratio && { ratio: before.ratio }),
  ...(before?.figure && { figure: before.figure }),
  ...(before?.figureBefore && { figureBefore: before.figureBefore }),
  ...(before?.valuation && { valuation: before.valuation }),
  ...(before?.views && { views: before.views }),
  ...(before?.viewsBefore && { viewsBefore: before.viewsBefore }),
  ...(before?.fed && { fed: before.fed }),
  ...(before?.history && { history: before.history }),
  ...(question.kind === 'rotation' && {
    span: question,
    ...(before?.span && isOfOtherDays(question, before.span) && { spanBefore: before.span }),
  }),
  ...(question.kind === 'ratio' && { ratio: question }),
  ...(question.kind === 'figure' && { figure: question, ...(before?.figure && { figureBefore: before.figure }) }),
  ...(question.kind === 'valuation' && { valuation: question }),
  ...(question.kind === 'views' && { views: question, ...(before?.views && { viewsBefore: before.views }) }),
  ...(question.kind === 'fed' && { fed: question }),
  ...(question.kind === 'fed-history' && {
    history: question,
    ...(before?.history &&
      (!before.history.from || isOfOtherDays(question, before.history)) && { historyBefore: before.history }),
  }),
});

const afterQuestion = (question: Question, kept: Kept, before: Context | undefined): Context => {
  const was = numbersOf(before);
  const back = kept.isUndo ? before?.before : undefined;
  const { last: _, ...then } = back ?? {};
  const is = back ? then : isOfNumbers(question) ? numbersAfter(question, kept, was) : was;
  // the same again, in other terms or beside the note, is no step
  const isStep = isOfNumbers(question) && JSON.stringify(question) !== JSON.stringify(before?.last);
  const briefBefore = before?.brief ?? before?.briefBefore;
  const step = isStep ? { ...was, ...(before && { last: before.last }) } : before?.before;
  return {
    last: question,
    ...is,
    ...(step && Object.keys(step).length > 0 && { before: step }),
    ...others(question, before),
    ...(briefBefore && { briefBefore }),
  };
};

/** Nothing was asked so far. */
const NOTHING: Context = { last: { kind: 'help' } };
const withoutAside = ({ aside: _, ...context }: Context): Context => context;

/** Words that were not understood and may have changed the numbers that stand. */
const OF_NUMBERS =
  /\d|\b(?:those|these|each other|side by side|double|half|twice|third|quarter|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|cuts?|hikes?|floating|leverage|debt|ebitda|smallcap|largecap)\b/i;

/** What is asked back: the conversation stands where it stood, and a short answer to it can be understood. */
const afterUnclear = (
  turn: Extract<Turn, { readonly kind: 'unclear' }>,
  before: Context | undefined,
): Context | undefined => {
  const wants = turn.reason === 'no-amount' ? turn.wants : undefined;
  const shown = turn.reason === 'which' ? turn.readings : turn.reason === 'not-understood' ? (turn.nearest ?? []) : [];
  const offered = shown.map(({ question }) => question).slice(0, 3);
  const brief = isUnclearBrief(turn) ? spokenAfterDoubt(turn, before?.brief) : undefined;
  if (before === undefined && wants === undefined && offered.length === 0 && brief === undefined) return undefined;
  const {
    wants: _,
    wantedWay: __,
    wantedOnly: ___,
    offered: ____,
    wantedCount: _____,
    ...kept
  } = withoutAside(before ?? NOTHING);
  return {
    ...kept,
    ...(brief !== undefined && { brief }),
    ...(wants && { wants }),
    ...(turn.reason === 'no-amount' && turn.wantedWay && { wantedWay: turn.wantedWay }),
    ...(turn.reason === 'no-amount' && turn.wantedOnly && { wantedOnly: turn.wantedOnly }),
    ...(offered.length > 0 && { offered }),
    ...(turn.reason === 'which' && turn.wantedCount && { wantedCount: turn.wantedCount }),
    ...(turn.reason === 'which' && turn.tentative && { tentative: [...turn.tentative] }),
    stale: true,
    ...(turn.reason === 'not-understood' && OF_NUMBERS.test(turn.words) && { missed: true as const }),
  };
};

/**
 * What a conversation is about after a turn. Help, refusals and what is not known leave it as it was; after words that were
 * not understood it is marked, so that nothing is changed that was not meant.
 */
export const contextAfter = (turn: Turn, before: Context | undefined): Context | undefined => {
  if (turn.kind === 'unclear') return afterUnclear(turn, before);
  if (turn.kind === 'brief') return { ...withoutAside(before ?? NOTHING), brief: spokenAfter(turn, before?.brief) };
  if (turn.kind !== 'question') return before;
  // what only resembles nothing of ours may have been said of what stands
  if (before && turn.how === 'ranked' && turn.question.kind === 'refusal') return { ...before, stale: true };
  if (!topicOf(turn.question.kind).changesContext)
    return turn.question.kind === 'help' ? before : { ...(before ?? NOTHING), aside: turn.question };
  return afterQuestion(turn.question, turn.keeps ?? {}, before);
};
