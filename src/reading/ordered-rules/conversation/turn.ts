import { type Library, NOTES } from '../../../notes/index.ts';
import type { Context } from '../../../topics/context.ts';
import { topicOf } from '../../../topics/registry.ts';
import type { Turn } from '../../../topics/turn.ts';
import { clip, LONGEST_READ } from '../tokens.ts';
import {
  anyClaim,
  anyFigure,
  exactFigure,
  figureByName,
  figureOfAuthor,
  printedFigure,
  sameOfOther,
} from './figures/printed.ts';
import { ratio, ratioNamed } from './figures/ratio.ts';
import { valuation } from './figures/valuation.ts';
import { otherLanguage } from './languages.ts';
import { fedAsked, oddsAsked, rotationAsked } from './market/market-asked.ts';
import { exampleInputs } from './model/example-inputs.ts';
import { method, why } from './model/method.ts';
import { solve } from './model/solve.ts';
import { inOtherTerms, otherCompany, scaledMove } from './moves/follow-ups.ts';
import { moves, plainMoves } from './moves/moves.ts';
import { bareDirection, levels, unreadMoves } from './moves/unread.ts';
import { nearestExample } from './nearest-example.ts';
import { conflicts } from './notes/conflicts.ts';
import { libraryAsked } from './notes/library-asked.ts';
import { check, slip, spelling, thatTrue } from './notes/truth.ts';
import { advice, singleStocks } from './refusals/advice.ts';
import { forecasts, futures } from './refusals/forecasts.ts';
import { instructions, newNotes } from './refusals/instructions.ts';
import { offTopic } from './refusals/off-topic.ts';
import { indexCoverage, prices } from './refusals/prices.ts';
import { secrets } from './refusals/secrets.ts';
import { firstOf, type Rule, takeApart } from './said.ts';
import { help } from './talk/help.ts';
import { silence } from './talk/silence.ts';
import { sourceAsked } from './talk/source-asked.ts';
import { oneAssumptionOver, startOver } from './talk/start-over.ts';
import { conditions } from './views/conditions.ts';
import { nextPage } from './views/next-page.ts';
import { people, samePeople } from './views/people.ts';
import { everybody, groupedViews, leanings, otherSide } from './views/sides.ts';
import { strangers } from './views/strangers.ts';
import { risks, sweden, topicViews } from './views/topics.ts';

/** What is never answered, whatever else is asked in the same breath. */
const REFUSALS: readonly Rule[] = [
  ...[instructions, secrets, newNotes, singleStocks, advice],
  ...[offTopic, indexCoverage, prices],
];

/** The ways to read a message, in this order: the first that applies rules out what comes after. */
const READING: readonly Rule[] = [
  // what is done with briefs, where every word is about them
  // English rules would misread another language
  otherLanguage,
  // about the conversation itself: short messages that mean this and nothing else
  ...[oneAssumptionOver, silence, help, startOver, sourceAsked],
  // the Fed's calendar, range and odds, and a span between two closes, where no other word stands beside
  ...[fedAsked, oddsAsked, rotationAsked],
  ...REFUSALS,
  // words of their own, which name people, figures or moves only beside
  ...[otherSide, spelling, conflicts, libraryAsked, risks, strangers, sweden],
  // on the answer shown last, and single figures that a size of move must not be taken for
  ...[valuation, slip, exactFigure, scaledMove, inOtherTerms, why, otherCompany, exampleInputs],
  // numbers that are no size of a move: a wanted change, a level, a condition
  ...[solve, levels, conditions],
  // the model and the ratio by their names
  ...[method, ratioNamed],
  // a size in basis points with nothing that dates it is a move
  plainMoves,
  // a claim held against the record, before somebody named in it is asked for a view
  ...[thatTrue, check, figureOfAuthor],
  // who says what
  ...[nextPage, samePeople, people],
  // what goes on from the figure shown last
  ...[sameOfOther, valuation, ratio],
  // views by side, condition or horizon
  ...[everybody, leanings, groupedViews],
  // moves in looser words, and what is to come
  ...[bareDirection, futures, figureByName, moves, unreadMoves],
  // free words: a figure, a topic, the nearest example, whatever fits
  ...[printedFigure, topicViews, forecasts, nearestExample, anyFigure, anyClaim],
];

const readWhole = firstOf(...READING);
/** Of a longer message the beginning is looked at, for what is refused: an answer to a part of it could mislead. */
const readBeginning = firstOf(otherLanguage, ...REFUSALS);

/**
 * Reads one message of a conversation: a question, an effect, or what was not understood. The same words after the same
 * question come to the same turn; nothing is guessed where two readings are about as good. A message of more than 600
 * characters is refused where it must be, and else not understood.
 *
 * @param typed as Slack or a terminal hands it over
 * @param context what the conversation has been about, if anything
 */
export const readTurn = (typed: string, context?: Context, library: Library = NOTES): Turn => {
  const said = takeApart(typed.slice(0, LONGEST_READ), context, library);
  const read = typed.length > LONGEST_READ ? readBeginning : readWhole;
  return read(said) ?? { kind: 'unclear', reason: 'not-understood', words: clip(said.plain) };
};

/**
 * What the conversation is about after a turn: the question answered, and the rate move asked about last. Help,
 * refusals and what is not known leave it as it was.
 */
export const contextAfter = (turn: Turn, before: Context | undefined): Context | undefined => {
  if (turn.kind !== 'question' || !topicOf(turn.question.kind).changesContext) return before;
  const { question } = turn;
  const move = question.kind === 'rate-move' ? question : before?.move;
  return { last: question, ...(move && { move }) };
};
