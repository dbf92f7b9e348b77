import { lexiconOf } from '../../language/index.ts';
import words from './words.json' with { type: 'json' };

/** What is asked of the model, by the words for it. `strong` phrases ask by themselves; `weak` ones beside words of the model. */
export const ASPECTS = lexiconOf(words);
