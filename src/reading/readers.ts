import { readBriefs } from '../brief/index.ts';
import { readAbout } from '../topics/about/read.ts';
import { readCheck } from '../topics/check/read.ts';
import { readCompareMoves } from '../topics/compare-moves/read.ts';
import { readConflicts } from '../topics/conflicts/read.ts';
import { readFed } from '../topics/fed/read.ts';
import { readFedHistory } from '../topics/fed-history/read.ts';
import { readFigure } from '../topics/figure/read.ts';
import { readHelp } from '../topics/help/read.ts';
import { readMarketMove } from '../topics/market-move/read.ts';
import { readMethod } from '../topics/method/read.ts';
import { readNotKnown } from '../topics/not-known/read.ts';
import { readNotes } from '../topics/notes/read.ts';
import { readRateMove } from '../topics/rate-move/read.ts';
import { readRatio } from '../topics/ratio/read.ts';
import type { ReadTopic } from '../topics/reading.ts';
import { readRefusal } from '../topics/refusal/read.ts';
import { readRotation } from '../topics/rotation/read.ts';
import { readSolve } from '../topics/solve/read.ts';
import { readSource } from '../topics/source/read.ts';
import { readValuation } from '../topics/valuation/read.ts';
import { readViews } from '../topics/views/read.ts';
import { readOffered } from './offered.ts';
import { readOtherLanguage } from './other-language.ts';
import { readRanked } from './ranker/read.ts';

/** Every topic's reader. The order breaks ties between readings that account for the same words. */
export const READERS: readonly ReadTopic[] = [
  readOffered,
  // English words would misread another language
  readOtherLanguage,
  // every word of a brief's is read, or none
  readBriefs,
  // what is declined accounts for all words, and stands before what else they may ask
  readRefusal,
  readMarketMove,
  readAbout,
  readRotation,
  readFedHistory,
  readNotKnown,
  readFed,
  // a number as a note prints it, before a size of the same
  readConflicts,
  readCheck,
  readRatio,
  readValuation,
  readFigure,
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
