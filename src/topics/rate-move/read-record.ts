import { yearOf } from '../../calendar/index.ts';
import { type Decision, decisionsBetween } from '../../fed/index.ts';
import {
  has,
  hasAny,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  numbersIn,
  phrasesFound,
  rateWays,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import { isoDate } from '../../units.ts';
import { type FedHistoryQuestion, isAskedBy, spanAsked } from '../fed-history/question.ts';
import { exactly, type Reading } from '../reading.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from './question.ts';
import { moveButtonName } from './read-assumed.ts';
import { scopeMeant } from './read-figures.ts';
import { isBare, type Turned, wordsOfChanges, wordsOfMove } from './read-turned.ts';
import words from './words.json' with { type: 'json' };

/** Words that carry what the Fed did to the companies. `own`: what it did; `effect`: what that does; `undone`: and taken back. */
const LEXICON = lexiconOf(words.record);
const MODEL =
  /\b(?:model|(?:run|try|use|apply) (?:that|this|the|it)|through|thru|do to|did to|effect|impact|net income|ni|profit|earnings|interest)\b|\bwould\b.*\bdo\b/;
const OF_COMPANY = /\b(?:model|through|thru|net income|ni|profit|earnings|interest)\b/;
const TAKEN_BACK = /\b(?:takes?|took|gives?|gave) (?:the )?(?:\S+ ){1,2}back\b/;
/** `what if they did all of 2018 again`. */
const AGAIN = /\b(?:did|do|does|done|went|goes?|repeat(?:s|ed)?)\b.*\bagain\b|\brepeat(?:s|ed)?\b/;
/** `replay the whole of 2025 on the two companies`, `run the sept 2024 one again`. */
const REPLAYED = /\b(?:run|rerun|replay|redo|repeat|simulate|put|push|feed|apply)\b/;
/** `give me one the size of sept 24`, `2022 all over again`. */
const OF_SIZE = /\b(?:one|move|cut|hike) (?:of )?the (?:same )?size of\b|\ball over again\b/;
const OF_FED = /^(?:fed|fed-history|rate-move|compare-moves|solve|method|rate-move-market)$/;
/** Who takes it back, or that it is supposed. */
const ACTED = /\b(?:they|fed|if|were|did|undid|took|reversed|unwound|all)\b/;
const EARLIEST = isoDate('1900-01-01');

/** What the decisions that a question of the record is about come to as a move, basis points. */
const sumOf = (question: FedHistoryQuestion, today: NonNullable<Turned['known']['today']>): number => {
  const { from = EARLIEST, to = today } = spanAsked(question, today);
  const { ask, meeting } = question;
  const isOfMeeting = ({ on }: Decision): boolean =>
    ask !== 'meeting' ||
    meeting === undefined ||
    (Number(on.slice(5, 7)) === meeting.month && (meeting.year === undefined || yearOf(on) === meeting.year));
  const all = decisionsBetween(from, to < today ? to : today)
    .filter(isAskedBy(ask === 'meeting' ? ({} as FedHistoryQuestion) : question))
    .filter(isOfMeeting);
  if (ask === 'moves') return all.reduce((sum, { change }) => sum + change, 0);
  const sizes = all.map(({ change }) => Math.abs(change));
  const size = ask === 'largest' ? Math.max(...sizes) : undefined;
  const alike = all.filter(({ change }) => size === undefined || Math.abs(change) === size);
  return (ask === 'first' ? alike[0] : alike.at(-1))?.change ?? 0;
};

/** `do the 2020 total on largecap`: of another year than the one counted. */
const ofYear = (question: FedHistoryQuestion, year: number | undefined): FedHistoryQuestion => {
  if (year === undefined) return question;
  const { back: _, yearsAgo: __, meeting: ___, way: ____, sizeBps: _____, ...rest } = question;
  return { ...rest, ask: 'moves', from: isoDate(`${year}-01-01`), to: isoDate(`${year}-12-31`) };
};

const PICKED = /\b(biggest|largest|first|last) (?:one|cut|hike|move|of (?:those|these|them|that lot))\b/;

const PASSES_ON = new Set<FedHistoryQuestion['ask']>(['moves', 'last', 'first', 'largest', 'meeting']);

/** `shove that total through the pair`, `what did those do for the small one`, `and if they undo that`, behind an answer of the Fed's record: its moves as one. */
export const passedOn = (turned: Turned): readonly Reading[] => {
  const { utterance, context, known, figures } = turned;
  const found = phrasesFound(utterance, LEXICON);
  const words = utterance.joined;
  const says = (value: string): boolean =>
    found.some((mark) => mark.value === value) || (value === 'undone' && TAKEN_BACK.test(words));
  const isLast = context?.last.kind === 'fed-history';
  const isCalled = /\b(?:that|the|last) (?:cut|hike|move|change)\b/.test(utterance.joined);
  // "undo the sept hike"
  const [day] = slotsOf(utterance, 'date').filter(({ month }) => month !== undefined);
  const [way] = rateWays(utterance);
  const years = slotsOf(utterance, 'date').filter(({ year, month }) => year !== undefined && month === undefined);
  const turnedWay = slotsOf(utterance, 'direction').find((one) => one.isStrong && one.way !== 'hold')?.way as
    | 'cut'
    | 'hike'
    | undefined;
  // "they put it up in sept, what did that cost the small one"
  const isCost = /\bwhat (?:did|does|has) (?:that|it) (?:do|cost|mean)\b/.test(words) && says('effect');
  // "double what they did in september"
  const [scale] = marked(utterance, 'scale').filter(({ value }) => Number(value) > 0);
  const isPart = turned.numbers.move?.parts?.some(({ month }) => month === day?.month) ?? false;
  const isReplayed =
    (REPLAYED.test(words) || OF_SIZE.test(words)) &&
    (OF_SIZE.test(words) ||
      hasAny(utterance, 'fed', 'rate', 'move', 'direction') ||
      figures.scope !== undefined ||
      /\b(?:ones?|whole|all)\b/.test(words)) &&
    slotsOf(utterance, 'date').some(({ year }) => year !== undefined && known.today && year <= yearOf(known.today)) &&
    (/\bagain\b/.test(words) || OF_SIZE.test(words) || OF_COMPANY.test(words) || figures.scope !== undefined);
  const dated: FedHistoryQuestion | undefined =
    day?.month && way?.way !== 'hold' && (says('undone') || scale || isReplayed || (way && isCost)) && !isPart
      ? { kind: 'fed-history', ask: 'meeting', meeting: { month: day.month, ...(day.year && { year: day.year }) } }
      : // "all the 2025 easing reversed"
        years[0]?.year && !years[1] && !day && ((turnedWay && says('undone')) || isReplayed)
        ? { ...ofYear({ kind: 'fed-history', ask: 'moves' }, years[0].year), ...(turnedWay && { way: turnedWay }) }
        : undefined;
  // "run the biggest of those"
  const [, which] = isLast && years.length === 0 ? (PICKED.exec(words) ?? []) : [];
  const isPicked =
    which !== undefined && (REPLAYED.test(words) || MODEL.test(words)) && numbersIn(utterance).length === 0;
  const counted = dated ?? (isLast || isCalled ? context?.history : undefined);
  const history: FedHistoryQuestion | undefined =
    isPicked && counted && !dated
      ? { ...counted, ask: which === 'first' || which === 'last' ? which : ('largest' as const) }
      : counted;
  const { scope } = figures;
  const isAgain = isLast && AGAIN.test(words);
  // "double that", behind what they did
  const isScaled =
    scale !== undefined && (dated !== undefined || (isLast && says('own') && isOnly(utterance, [...found, scale])));
  const isOfModel = says('undone') || isCost || MODEL.test(utterance.joined);
  // "undo": a step of the conversation
  const isAsked =
    (isAgain && (says('own') || utterance.slots.some(({ kind }) => kind === 'date'))) ||
    isScaled ||
    (isReplayed && dated !== undefined) ||
    isPicked ||
    (says('undone') && (says('own') || dated !== undefined || utterance.words.length > 2)) ||
    (says('effect') && (says('own') || has(utterance, 'sum')) && (isOfModel || (scope && scope.scope !== 'both')));
  if (!history || !known.today || !PASSES_ON.has(history.ask) || !isAsked || !isBare(turned)) return [];
  // "one of those again": a move of that size
  const isOne = /\b(?:one|another) of (?:those|these|them)\b/.test(utterance.joined);
  const one = (history.sizeBps ?? 0) * (history.way === 'hike' ? 1 : history.way === 'cut' ? -1 : 0);
  const done = isOne ? one : sumOf(dated ?? ofYear(history, years[0]?.year), known.today);
  const sum = done * (says('undone') ? -1 : 1) * Number((isScaled && scale?.value) || 1);
  // "undo the sept cut", where it was a hike
  const isOtherWay = dated && day && turnedWay && done > 0 !== (turnedWay === 'hike');
  if (sum === 0 || isOtherWay || Math.abs(sum) > LARGEST_MOVE_BPS || years.length > 1) return [];
  const whose = scopeMeant(turned, undefined)?.scope;
  const asks: RateMoveQuestion = { kind: 'rate-move', moveBps: sum, ...(whose && whose !== 'both' && { only: whose }) };
  const uses = [
    ...found,
    ...years,
    ...(day && dated ? [day] : []),
    ...wordsOfMove(utterance),
    ...wordsOfChanges(figures),
    ...marksOf(utterance, 'company', 'undo', 'scale', 'past', 'income', 'parameter', 'compare', 'wants'),
  ];
  // "if they take the sept one back what changes"
  const isTakenBack = dated !== undefined && TAKEN_BACK.test(words) && ACTED.test(words) && !says('own');
  // "what did it do for small caps": for their prices, it may be
  const isClear =
    !isTakenBack &&
    (isLast || dated !== undefined) &&
    // "is this 2022 all over again"
    !words.includes('all over again') &&
    (!dated || !context || OF_FED.test(context.last.kind)) &&
    (isOnly(utterance, uses) || isPicked) &&
    (says('undone') || isScaled || isPicked || OF_COMPANY.test(utterance.joined) || !scope?.isPlural) &&
    (!says('undone') || dated !== undefined || isAgain || ACTED.test(utterance.joined));
  return [
    exactly(asks, moveButtonName(asks), isClear && !isPicked ? uses : [wholeOf(utterance)], {
      ...(!isClear && !isTakenBack && { isOffer: true as const }),
    }),
  ];
};
