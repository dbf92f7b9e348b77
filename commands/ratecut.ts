import { readCommand } from '../src/reading/index.ts';
import { readCompaniesCommand } from '../src/topics/companies/read.ts';
import { readFanCommand } from '../src/topics/fan/read.ts';
import { readRateMoveCommand } from '../src/topics/rate-move/read-command.ts';
import { withFittingInputs } from '../src/topics/rate-move/read-misfit.ts';
import { readRefinedCommand } from '../src/topics/rate-move/read-refined.ts';
import { readShorthand } from '../src/topics/rate-move/read-shorthand.ts';
import { isAskedPrivately, type ReadCommand } from '../src/topics/reading.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import { readYearsCommand } from '../src/topics/years/read.ts';
import type { Command } from './command.ts';

const readMove: ReadCommand = (...typed) => {
  const question =
    readRefinedCommand(...typed) ??
    readFanCommand(...typed) ??
    readCompaniesCommand(...typed) ??
    readYearsCommand(...typed);
  return question ? { kind: 'question', question, private: isAskedPrivately(typed[0]) } : readRateMoveCommand(...typed);
};

/** `/ratecut 50bps`: what a move of the Fed's rate does to a small and a large company, and who says what about it. */
export const ratecutCommand: Command<ReadingResult> = {
  name: '/ratecut',
  description: 'What a Fed move does to a small and a large company, with bullish and bearish views',
  usageHint: '50bps | hike 25 | hold | 0.5% floating=60%',
  // the shorthand sets neither of the inputs that might not fit each other
  read: (words, ...known) => readShorthand(words) ?? withFittingInputs(readCommand(readMove, words, ...known), words),
};
