import type { BriefTrigger } from '../../../brief/index.ts';
import { opening } from '../conversation/patterns.ts';
import { LEVEL } from '../rotation.ts';
import { wordSet } from '../tokens.ts';

/** What the market has to do, among words; or words that begin so and end as something it is not watched for. */
export type TriggerRead =
  | { readonly kind: 'trigger'; readonly trigger: BriefTrigger; readonly length: number }
  | { readonly kind: 'no-trigger'; readonly words: string };

const WHEN = '[when|whenever|if|once|after|as soon as|every time|each time]';

const LEVEL_CROSSED = opening`
  ${WHEN} [the|our|closing|index]* ratio [is|has|closes|closed|goes|gets|rises|climbs|moves|falls|drops|slips|breaks
    |crosses|back]* (?<side>>=?|≥|above|over|higher than|more than|at least|<=?|≤|below|under|lower than|less than)
    [than|to|of]* (?<level>\S+)
`;
const OVER = /^(?:>|≥|above|over|higher|more|at least)/;

const RECORD = opening`
  ${WHEN} [there is|there s|it is|the|a|an|new|russell 2000|russell|rut|r2k|index|small caps?|small-caps?|makes|hits|sets
    |reaches|closes|on|at|in]* (record [high] [closing] [close|closes|high]|all.time high|new high [close])
`;

const FLIP = 'flip|flips|flipped|change|changes|turn|turns|switch|switches|shift|shifts';
const ODDS = opening`
  ${WHEN} [the|fed|fed s|market|implied|futures]* (odds|likeliest outcome|likely outcome|priced outcome)
    [of|for|at|the|next|fed|fomc|meeting]* (${FLIP})
`;

/** Words that begin something to wait for. */
const WAITS = wordSet('when whenever if once ratio record odds');
const MOST_WORDS = 14;
const MOST_SHOWN = 8;

/** A level as typed, `0.40` or `.4`; undefined for one that the ratio is nowhere near. */
const levelIn = (typed: string): number | undefined => {
  const plain = typed.replace(',', '.');
  return LEVEL.test(plain) && Number(plain) > 0 ? Number(plain) : undefined;
};

const wordsIn = (matched: string): number => matched.split(' ').length;

/** Reads the trigger that begins at a word: `when ratio > 0.40`, `when record close`, `when odds flip`. */
export const triggerAt = (words: readonly string[], at: number): TriggerRead | undefined => {
  const rest = words.slice(at, at + MOST_WORDS).join(' ');
  const crossed = LEVEL_CROSSED.exec(rest);
  const level = levelIn(crossed?.groups?.['level'] ?? '');
  if (crossed && level !== undefined) {
    const side = OVER.test(crossed.groups?.['side'] ?? '') ? 'above' : 'below';
    return { kind: 'trigger', trigger: { kind: 'ratio', side, level }, length: wordsIn(crossed[0]) };
  }
  const record = RECORD.exec(rest);
  if (record) return { kind: 'trigger', trigger: { kind: 'record-close' }, length: wordsIn(record[0]) };
  const odds = ODDS.exec(rest);
  if (odds) return { kind: 'trigger', trigger: { kind: 'odds-flip' }, length: wordsIn(odds[0]) };
  if (!WAITS.has(words[at] ?? '')) return undefined;
  return { kind: 'no-trigger', words: words.slice(at, at + MOST_SHOWN).join(' ') };
};
