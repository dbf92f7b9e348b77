import { lexiconOf, marked, phrasesFound, typedAt, unreadIn, words } from '../../language/index.ts';
import type { ReadCommand } from '../reading.ts';

/** Words that ask for what is answered anyway. */
const FILLERS = lexiconOf({
  filler: {
    filler: words(`
      fed feds the fomc funds federal reserve rate rates range target policy next meeting meetings when is are what whats decision
      decisions odds probability probabilities path priced pricing implied market expects calendar schedule dates date last move
      now today current currently where at of for in and show me please pls private privately`),
  },
});

/** Reads the words behind `/fed`: it has one answer, so that words only say who may see it. */
export const readFedCommand: ReadCommand = (utterance) =>
  unreadIn(utterance, phrasesFound(utterance, FILLERS)).length > 0
    ? { kind: 'unclear', reason: 'not-about-the-fed', words: typedAt(utterance) }
    : { kind: 'question', question: { kind: 'fed' }, private: marked(utterance, 'private').length > 0 };
