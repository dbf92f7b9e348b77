import type { ReadingResult } from '../../topics/turn.ts';
import { clip, plainWords, wordSet } from './tokens.ts';

/** Words that ask for what is answered anyway. */
const FILLERS = wordSet(`
  fed the fomc funds federal reserve rate rates range target policy next meeting meetings when is are what whats
  decision decisions odds probability probabilities path priced pricing implied market expects calendar schedule
  dates date last move now today current currently where at of for in and show me please pls
`);

/**
 * Reads the words behind `/fed`: it has one answer, so that words only say who may see it.
 *
 * @param typed as Slack or a terminal hands it over
 */
export const readFed = (typed: string): ReadingResult => {
  const plain = plainWords(typed);
  if (plain === '?' || plain === 'help') return { kind: 'question', question: { kind: 'help' }, private: true };
  const words = plain
    .replace(/[?!.,;:]/g, ' ')
    .split(' ')
    .filter(Boolean);
  const isPrivate = words.some((word) => word === 'private' || word === 'privately');
  const unknown = words.filter((word) => !FILLERS.has(word) && word !== 'private' && word !== 'privately');
  if (unknown.length > 0) return { kind: 'unclear', reason: 'not-about-the-fed', words: clip(plain) };
  return { kind: 'question', question: { kind: 'fed' }, private: isPrivate };
};
