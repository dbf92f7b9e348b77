import { lexiconOf, marked, phrasesFound, typedAt, unreadIn } from '../../language/index.ts';
import type { ReadCommand } from '../reading.ts';
import words from './words.json' with { type: 'json' };

/** Words that ask for what is answered anyway. */
const FILLERS = lexiconOf(words.command);

/** Reads the words behind `/fed`: it has one answer, so that words only say who may see it. */
export const readFedCommand: ReadCommand = (utterance) =>
  unreadIn(utterance, phrasesFound(utterance, FILLERS)).length > 0
    ? { kind: 'unclear', reason: 'not-about-the-fed', words: typedAt(utterance) }
    : { kind: 'question', question: { kind: 'fed' }, private: marked(utterance, 'private').length > 0 };
