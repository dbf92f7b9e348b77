import { spelledNumber } from '../../number-words.ts';

const UNITS = new Set(['percent', '%', 'million', 'billion', 'bps', 'bp', 'times', 'x']);
const LONGEST_NUMBER = 5;

/** `fifty percent` as `50 percent`, `half a million` as `0.5 million`: only before a unit. */
export const inDigits = (words: readonly string[]): readonly string[] => {
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const spelled = spelledNumber(words.slice(at, at + LONGEST_NUMBER));
    const end = at + (spelled?.length ?? 0);
    const skip = spelled?.isFraction && words[end] === 'a' ? 1 : 0;
    const isCounted = spelled !== undefined && UNITS.has(words[end + skip] ?? '');
    written.push(isCounted ? String(spelled.value) : (words[at] as string));
    at = isCounted ? end + skip : at + 1;
  }
  return written;
};
