import { lexiconOf } from '../../language/index.ts';
import words from './words.json' with { type: 'json' };

/** Words by which views are asked for, and those that stand around them. */
export const VIEW_WORDS = lexiconOf(words.views);
