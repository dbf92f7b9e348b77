import type { OnClosed, OnStale } from '../../../brief/index.ts';
import { opening } from '../conversation/patterns.ts';

/** What a brief does on holidays and with old data, and how many words say it. */
export interface OptionRead {
  readonly onClosed?: OnClosed;
  readonly onStale?: OnStale;
  readonly length: number;
}

const HOLIDAYS = '[the|exchange|market|nyse|public|bank|us]* (holidays?|closures)';
const CLOSED = '(when|if|while|on) [the|exchange|market|nyse|it]* [is] closed [days?]';
const STALE = `[it|them|that|so|back|briefs?]* (if|when|while) [the]* [data|prices|closes|figures|numbers|they|it]* [is|are]*
  (stale|old|late|out of date)`;

const OPTIONS: readonly (readonly [RegExp, Omit<OptionRead, 'length'>])[] = [
  [
    opening`
      (skip|skipping|no|not|except|excluding|without|but not|leave out|omit) [on|for]* ${HOLIDAYS}
      (skip|skipping|not|except|no posts?) [it]* ${CLOSED}
      (skip|skipping) closed days
    `,
    { onClosed: 'skip' },
  ],
  [
    opening`
      (say|note|tell us|tell me) [so|it is|it s|when|if|that it is|that it s]* closed [on|for|when|if]* [${HOLIDAYS}]
      say so ${CLOSED} | say so on ${HOLIDAYS}
      (even|also|including|include|incl|with) [on]* ${HOLIDAYS} | ${HOLIDAYS} (too|included)
    `,
    { onClosed: 'say' },
  ],
  [opening`(hold|holding|skip) ${STALE} | hold [back] stale [data]`, { onStale: 'hold' }],
  [opening`(say|tell us|tell me|post|even) ${STALE} | say stale`, { onStale: 'say' }],
];

const MOST_WORDS = 12;

/** Reads the option that begins at a word: `skip holidays`, `hold if stale`. */
export const optionAt = (words: readonly string[], at: number): OptionRead | undefined => {
  const rest = words.slice(at, at + MOST_WORDS).join(' ');
  for (const [said, means] of OPTIONS) {
    const length = said.exec(rest)?.[0].split(' ').length;
    if (length !== undefined) return { ...means, length };
  }
  return undefined;
};
