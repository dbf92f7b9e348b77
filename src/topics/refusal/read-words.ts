import { lexiconOf } from '../../language/index.ts';
import words from './words.json' with { type: 'json' };

/** Words of what is declined whatever else is asked in the same breath. */
export const DECLINED = lexiconOf(words);
