import { readCompareMoves } from '../topics/compare-moves/read.ts';
import { readFed } from '../topics/fed/read.ts';
import { readHelp } from '../topics/help/read.ts';
import { readMethod } from '../topics/method/read.ts';
import { readNotKnown } from '../topics/not-known/read.ts';
import { readNotes } from '../topics/notes/read.ts';
import { readRateMove } from '../topics/rate-move/read.ts';
import type { ReadTopic } from '../topics/reading.ts';
import { readRefusal } from '../topics/refusal/read.ts';
import { readSolve } from '../topics/solve/read.ts';
import { readSource } from '../topics/source/read.ts';
import { readViews } from '../topics/views/read.ts';
import { readOffered } from './offered.ts';
import { readOtherLanguage } from './other-language.ts';
import { readRanked } from './ranker/read.ts';

/** Every topic's reader. The order breaks ties between readings that account for the same words. */
export const READERS: readonly ReadTopic[] = [
  readOffered,
  // English words would misread another language
  readOtherLanguage,
  // what is declined accounts for all words, and stands before what else they may ask
  readRefusal,
  readNotKnown,
  readFed,
  readSolve,
  readCompareMoves,
  // a question about a move, before the move itself
  readMethod,
  readRateMove,
  readSource,
  readHelp,
  readNotes,
  readViews,
  readRanked,
];
