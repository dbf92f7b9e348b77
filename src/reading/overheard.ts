import { type BriefEffect, isBriefOrdered } from '../brief/index.ts';
import {
  isOnly,
  LONGEST_READ,
  lexiconOf,
  phrasesFound,
  slotsOf,
  type Utterance,
  utteranceOf,
} from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Context } from '../topics/context.ts';
import type { Known, Reading } from '../topics/reading.ts';
import { topicOf } from '../topics/registry.ts';
import type { Turn } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';
import { isAnswer, judgedIn, turnOf } from './judged.ts';

/** What people say to one another about anything; a number among such words is a time or a count. */
const SMALL_TALK = lexiconOf({
  talk: {
    parting:
      'see you|call me|ping me|join|meeting at|meeting in|meeting on|meeting with|meeting room|meeting is|back in|in today|out today|ask lee|will know|later|bye|be there',
    moment:
      'hold on|bear with me|bear with us|give me a sec|give me a minute|one sec|one moment|a moment|a sec|a minute',
    agreement:
      'up to you|with pleasure|on it|wrong channel|wrong thread|wrong chat|wrong window|my mistake|never mind|same here|me too|agreed|fair enough|sounds good|makes sense|steady as she goes|so be it',
    work: 'let me check|i will check|ill check|check it out|check this out|check your mail|check your email|check the deck|is it done|are they back|is it ready|does it work|did it work|site is up|site is down|server is down|build is down',
  },
});

const STARTS_QUESTION = new Set(
  `and what whats who whos how hows why which where wheres when is are was were does do did can could would will if or ok so but show give compare check only just
  same hike cut hold raise reset source sources no instead now try make undo redo back`.split(/\s+/),
);

/** Small talk and refusals are no reason to speak up where nobody asked. */
const isWorthIt = (asks: Reading['asks']): boolean =>
  asks.kind === 'brief' ||
  asks.kind === 'silence' ||
  (asks.kind !== 'unclear' && topicOf(asks.kind).isWorthSpeakingUpFor);

/** `brief at 8?` may be an appointment: what posts has to be wished for. */
const MADE: ReadonlySet<BriefEffect['do']> = new Set(['now', 'preview', 'form', 'schedule']);

const SUBJECTS = new Set('i id ill we you they he she it its fed'.split(' '));

const SHORT = 4;
const LONGEST_ORDER = 8;
const LONGEST_QUESTION = 25;
const LEAST_BARE = 10;

const wordsSaid = ({ words, tokens }: Utterance): readonly string[] =>
  words.filter((_, at) => tokens[at]?.kind !== 'sign');

const isQuestion = (utterance: Utterance): boolean => {
  const said = wordsSaid(utterance);
  return (
    utterance.typed.trim().endsWith('?') || (STARTS_QUESTION.has(said[0] ?? '') && said.length <= LONGEST_QUESTION)
  );
};

/**
 * A size without a unit is taken up only where hardly anything else is said, a direction stands beside it, or every word
 * of a question is read. Sizes to compare count as one word.
 */
const isBareAmongWords = (utterance: Utterance, { sizes = [], uses }: Reading): boolean => {
  const isBare = sizes.some(({ unit, isDecimal, isFraction }) => unit === undefined && !isDecimal && !isFraction);
  const isDirected =
    slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong) ||
    slotsOf(utterance, 'count').some(({ of }) => of === 'cut' || of === 'hike');
  const isSmall = sizes.some(({ value }) => value < LEAST_BARE);
  const isLong = wordsSaid(utterance).length - Math.max(0, sizes.length - 1) > SHORT;
  return isBare && !isDirected && (isSmall || (isLong && !(isQuestion(utterance) && isOnly(utterance, uses))));
};

/** `the large one as well`, and not `they asked for the small one`. */
const isOrder = (utterance: Utterance, { asks, uses }: Reading): boolean => {
  const said = wordsSaid(utterance);
  return (
    /^(?:rate-move|compare-moves|solve)$/.test(asks.kind) &&
    said.length <= LONGEST_ORDER &&
    !SUBJECTS.has(said[0] ?? '') &&
    !said.includes('thanks') &&
    isOnly(utterance, uses)
  );
};

/**
 * Reads a message that was not said to the bot: only what is exactly understood, put like a question, and needs no word
 * beside it. Nobody is interrupted, nothing is asked back.
 *
 * @returns undefined where the bot stays out
 */
export const readOverheard = (
  typed: string,
  context: Context | undefined,
  library: Library,
  known: Known,
): Turn | undefined => {
  if (typed.length > LONGEST_READ) return undefined;
  const utterance = utteranceOf(typed, namesOf(library), true);
  const best = judgedIn(utterance, context, library, known).find(isAnswer);
  if (!best) return undefined;
  const { reading, passage } = best;
  const isExact = reading.how === 'exact' && passage.kind === 'passed' && passage.notUsed.length === 0;
  const isTalk = phrasesFound(utterance, SMALL_TALK).length > 0 || slotsOf(utterance, 'clock').length > 0;
  const isClear = isExact && isWorthIt(reading.asks) && !isTalk && !isBareAmongWords(utterance, reading);
  const { asks } = reading;
  if (asks.kind === 'brief' && isBriefOrdered(utterance)) return isExact ? turnOf(utterance, best) : undefined;
  const isShort = wordsSaid(utterance).length <= SHORT;
  const isMade = asks.kind === 'brief' && MADE.has(asks.do);
  return isClear && !isMade && (isQuestion(utterance) || isOrder(utterance, reading) || isShort)
    ? turnOf(utterance, best)
    : undefined;
};
