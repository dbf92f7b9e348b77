import { lexiconOf } from '../../language/index.ts';
import words from './words.json' with { type: 'json' };

/** Words of what is in neither the notes nor the data. */
export const UNKNOWN_WORDS = lexiconOf(words);
