import { ASSUMPTIONS, isUnclearBrief, type RateMoveQuestion, type Unclear } from '../questions/index.ts';
import { alternatives } from './assumption-words.ts';
import { briefSentence } from './briefs/unclear.ts';
import { NOTICES } from './languages.ts';
import { NOTE_NUMBERS, RANGE_WORDS } from './usage.ts';
import { listed, moveName } from './wording.ts';

const NAMES = Object.values(ASSUMPTIONS).flatMap(({ names }) => names.slice(0, 1));

/** Moves of different sizes; the same size with other assumptions is told apart by nothing a button could say. */
export const distinctMoves = (moves: readonly RateMoveQuestion[]): readonly RateMoveQuestion[] =>
  moves.filter(({ moveBps }, at) => moves.findIndex((other) => other.moveBps === moveBps) === at);

/** What was not understood, in one sentence; it names the words, and the renderer keeps them literal. */
export const unclearSentence = (unclear: Unclear): string => {
  if (isUnclearBrief(unclear)) return briefSentence(unclear);
  switch (unclear.reason) {
    case 'nothing-typed':
      return 'How large a rate move?';
    case 'no-amount':
      return 'I found no size in that. How large a rate move?';
    case 'not-a-move':
      return `I could not read “${unclear.words}” as a rate move.`;
    case 'not-understood':
      return `I did not understand “${unclear.words}”.`;
    case 'unknown-command':
      return `There is no command “${unclear.words}”.`;
    case 'several-moves':
      return `Those are several moves: ${listed(distinctMoves(unclear.moves).map(({ moveBps }) => moveName(moveBps)))}. Which one?`;
    case 'which':
      return `Did you mean ${alternatives(unclear.readings.map(({ name }) => name))}?`;
    case 'mixed-signs':
      return `“${unclear.words}” points both ways. A cut or a hike?`;
    case 'out-of-range':
      return `“${unclear.words}” is out of range. A move may be ${RANGE_WORDS}.`;
    case 'unknown-assumption':
      return `I know no assumption “${unclear.words}”. There are ${listed(NAMES)}.`;
    case 'assumption-set-twice':
      return `“${unclear.words}” sets a second value for the same assumption.`;
    case 'assumption-without-number':
      return `“${unclear.words}” has no number behind it.`;
    case 'not-in-notes':
      return `Not in the notes: “${unclear.words}”.`;
    case 'not-a-rotation':
      return `I could not read “${unclear.words}” as a date, a span or a level.`;
    case 'no-such-date':
      return `There is no day “${unclear.words}”.`;
    case 'ambiguous-date':
      return `“${unclear.words}” could be two days. Write the year first, or the month as a word.`;
    case 'not-about-the-fed':
      return `I could not read “${unclear.words}” as a question about the Fed’s range, meetings or odds.`;
    case 'unknown-note':
      return `There is no note “${unclear.words}”. The notes are numbered ${NOTE_NUMBERS}.`;
    case 'nothing-to-check':
      return `Nothing in the notes that can be checked fits “${unclear.words}”.`;
    case 'language':
      return NOTICES[unclear.language].reads;
    case 'assumption-out-of-range': {
      const { label, least, most, unit } = ASSUMPTIONS[unclear.assumption];
      const from = least.toLocaleString('en-US');
      return `“${unclear.words}” does not fit: ${label} runs from ${from} to ${most.toLocaleString('en-US')}, in ${unit}.`;
    }
  }
};
