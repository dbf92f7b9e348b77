import { lexiconOf } from '../../language/index.ts';
import words from './words.json' with { type: 'json' };

/** Words that hold what a note says against the record, and those that stand around them. */
export const CHECKS = lexiconOf(words.check);
