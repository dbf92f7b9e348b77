import type { BriefTrigger, OnClosed, OnStale } from './effect.ts';
import { type BriefText, phraseAt, phraseTable, shown, wordSet } from './read-text.ts';

/** What the market has to do, among words; or words that begin so and end as something it is not watched for. */
export type TriggerRead =
  | { readonly kind: 'trigger'; readonly trigger: BriefTrigger; readonly to: number }
  | { readonly kind: 'no-trigger'; readonly words: string };

const PARTS = phraseTable({
  when: 'when|whenever|if|once|after|as soon as|every time|each time|in case',
  ratio: `ratio|r2k / spx|r2k / s&p|r2k / sp500|rut / spx|rut / s&p|rty / spx|russell / s&p|russell / spx|iwm / spy|
    r2k vs spx|rut vs spx|r2k v spx|rut v spx|r2k over spx|rut over spx|russell over s&p|small / large|smalls / larges|small over large|r2k spx|rut spx`,
  above: `>|>=|> =|≥|above|over|higher than|more than|at least|past|north of|rises to|climbs to|rises through|breaks above|
    tops|crosses above|gets above|gets over|goes above|goes over`,
  below: `<|<=|< =|≤|below|under|lower than|less than|beneath|south of|falls to|drops to|dips to|slips to|
    gets under|gets below|goes under|goes below|crosses below|breaks below`,
  record: `record|record close|record closes|record high|record closing high|record high close|all time high|
    new all time high|all time highs|ath|new ath|new high|new high close|new record`,
  odds: 'odds|likeliest outcome|likely outcome|priced outcome|most likely outcome',
  flip: 'flip|flips|flipped|change|changes|turn|turns|switch|switches|shift|shifts',
});
/** Words between, by what they may stand between. */
const BETWEEN = wordSet(`
  the a an our new closing index is has there it goes gets rises climbs moves falls drops slips breaks trades dips crosses
  closes closed back russell 2000 rut r2k small smallcap smallcaps cap caps makes make hits hit sets set reaches reach posts on at in of for fed
  market implied futures next fomc meeting that than to s again iwm up down through above
`);
const SUBJECTS = wordSet('russell rut r2k small smallcap smallcaps iwm 2000 cap caps');
const WAITS = new Set(['when', 'ratio', 'record', 'odds']);
const SIGN = /^[<>]$/;
const MOST_WORDS = 14;
const MOST_SHOWN = 8;
const HIGHEST = 2;

/** A level as typed, `0.40` or `.4`; undefined for one that the ratio is nowhere near. */
const levelIn = ({ words, utterance: { tokens } }: BriefText, at: number): number | undefined => {
  const typed = words[at] ?? '';
  const isLevel = /^(?:0?[.,]\d{1,6}|[01](?:[.,]\d{1,6})?)$/.test(typed) && tokens[at + 1]?.word !== '%';
  const level = Number(typed.replace(',', '.'));
  return isLevel && level > 0 && level < HIGHEST ? level : undefined;
};

/** Reads the trigger that begins at a word: `when ratio > 0.40`, `when record close`, `when odds flip`. */
export const triggerAt = (text: BriefText, at: number): TriggerRead | undefined => {
  const { words } = text;
  const first = phraseAt(PARTS, words, at);
  let side: 'above' | 'below' | undefined;
  let of: 'ratio' | 'odds' | 'russell' | undefined;
  for (let place = at; place < Math.min(words.length, at + MOST_WORDS); ) {
    const part = phraseAt(PARTS, words, place);
    if (place > at && part?.value === 'when') break;
    if (part?.value === 'ratio' || part?.value === 'odds') of = part.value;
    else if (part?.value === 'above' || part?.value === 'below') {
      if (side && side !== part.value) break;
      side = part.value;
    } else if (part?.value === 'record' && of !== 'ratio' && of !== 'odds') {
      return { kind: 'trigger', trigger: { kind: 'record-close' }, to: part.to };
    } else if (part?.value === 'flip' && of === 'odds') {
      return { kind: 'trigger', trigger: { kind: 'odds-flip' }, to: part.to };
    } else if (!part) {
      const word = words[place] as string;
      const level = of === 'ratio' && side ? levelIn(text, place) : undefined;
      if (level !== undefined && side) {
        return { kind: 'trigger', trigger: { kind: 'ratio', side, level }, to: place + 1 };
      }
      if (!BETWEEN.has(word) && !(word === '=' && SIGN.test(words[place - 1] ?? ''))) break;
      if (SUBJECTS.has(word)) of ??= 'russell';
    }
    place = part?.to ?? place + 1;
  }
  if (first === undefined || !WAITS.has(first.value)) return undefined;
  return { kind: 'no-trigger', words: shown(text, at, at + MOST_SHOWN) };
};

/** What a brief does on holidays and with old data, up to the word `to`. */
export interface OptionRead {
  readonly onClosed?: OnClosed;
  readonly onStale?: OnStale;
  readonly to: number;
}

const HEADS = phraseTable({
  out: 'skip|skipping|no|not|except|excluding|without|but not|leave out|omit|hold|holding|hold back|hold it back|excl',
  say: 'say|note|tell us|tell me|even|also|including|include|incl|with|post|say so',
});
const KEYS = phraseTable({
  closed: `holiday|holidays|closures|closed|closed days|market holidays|bank holidays|public holidays|nyse holidays|
    holidays too|holidays included`,
  stale: 'stale|stale data|old|old data|late|out of date',
});
const AROUND = wordSet(`
  on for the exchange market nyse us it is so me when if while data prices closes figures numbers they are back briefs brief
  them that s public bank
`);
const MOST_AROUND = 10;

/** Reads the option that begins at a word: `skip holidays`, `hold if stale`. */
export const optionAt = ({ words }: BriefText, at: number): OptionRead | undefined => {
  const trailing = phraseAt(KEYS, words, at);
  if (trailing && /(?:too|included)$/.test(words[trailing.to - 1] ?? '')) return { onClosed: 'say', to: trailing.to };
  const head = phraseAt(HEADS, words, at);
  if (!head) return undefined;
  let found: 'closed' | 'stale' | undefined;
  let to = head.to;
  for (let place = head.to; place < words.length && place < at + MOST_AROUND; ) {
    const key = phraseAt(KEYS, words, place);
    if (key && (found === undefined || found === key.value)) {
      found = key.value;
      to = key.to;
    } else if (!AROUND.has(words[place] as string)) break;
    place = key?.to ?? place + 1;
  }
  if (found === undefined) return undefined;
  if (found === 'closed') return { onClosed: head.value === 'say' ? 'say' : 'skip', to };
  return { onStale: head.value === 'say' ? 'say' : 'hold', to };
};
