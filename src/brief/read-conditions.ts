import { sizeOf } from '../language/index.ts';
import type { Context } from '../topics/context.ts';
import { type BriefTrigger, type OnClosed, type OnStale, SIZES_BPS } from './effect.ts';
import { dayAt } from './read-days.ts';
import { type BriefText, phraseAt, phraseTable, shown, skipping, typedText, wordSet } from './read-text.ts';
import words from './words.json' with { type: 'json' };

/** What the market has to do, among words; or words that begin so and end as something it is not watched for. */
export type TriggerRead =
  | { readonly kind: 'trigger'; readonly trigger: BriefTrigger; readonly to: number }
  | { readonly kind: 'no-trigger'; readonly words: string };

const PARTS = phraseTable(words.trigger);
/** Words between, by what they may stand between. */
const BETWEEN = wordSet(words.betweenTrigger);
const SUBJECTS = wordSet(words.subjects);
const WAITS = new Set(['when', 'ratio', 'record', 'odds']);
const ARTICLES = new Set(['the']);
const SIGN = /^[<>]$/;
const MOST_WORDS = 14;
const MOST_SHOWN = 8;
const HIGHEST = 2;

/** `cut becomes likelier than hold`: what the likeliest outcome goes from and to. */
const OUTCOMES = wordSet(words.outcomes);
const DIGITS = 'zero one two three four five six seven eight nine'.split(' ');

/** `point four two`: the level, and the word behind it. */
const spelledLevel = ({ words }: BriefText, at: number): { level: number; to: number } | undefined => {
  if (words[at] !== 'point') return undefined;
  let [to, digits] = [at + 1, ''];
  for (let digit = DIGITS.indexOf(words[to] ?? ''); digit >= 0; digit = DIGITS.indexOf(words[to] ?? '')) {
    digits += digit;
    to += 1;
  }
  if (digits === '' && /^\d{1,3}$/.test(words[to] ?? '')) return { level: Number(`0.${words[to]}`), to: to + 1 };
  return digits === '' ? undefined : { level: Number(`0.${digits}`), to };
};

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
  // "after 10 december"
  if (words[at] === 'after' && dayAt(text, at + 1)) return undefined;
  // "when is the next one", "when's it back"
  if (/^when (?:(?:is|are|will|does|do|did|was)\b|it back)/.test(words.slice(at, at + 3).join(' '))) return undefined;
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
      // "a record close for smalls"
      const whose = skipping(ARTICLES, words, /^(?:for|of|by|in)$/.test(words[part.to] ?? '') ? part.to + 1 : part.to);
      const to = skipping(SUBJECTS, words, whose);
      return { kind: 'trigger', trigger: { kind: 'record-close' }, to: to > whose ? to : part.to };
    } else if (part?.value === 'flip' && of === 'odds') {
      const to = words[part.to] === 'hold' ? part.to : skipping(OUTCOMES, words, part.to);
      return { kind: 'trigger', trigger: { kind: 'odds-flip' }, to };
    } else if (!part) {
      const word = words[place] as string;
      const typed = levelIn(text, place);
      const level = typed === undefined ? spelledLevel(text, place) : { level: typed, to: place + 1 };
      if (of === 'ratio' && level && side) {
        return { kind: 'trigger', trigger: { kind: 'ratio', side, level: level.level }, to: level.to };
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

const HEADS = phraseTable(words.optionHeads);
const KEYS = phraseTable(words.optionKeys);
const AROUND = wordSet(words.aroundOption);
const MOST_AROUND = 10;
const MOST_BEHIND = 4;
const BEHIND = phraseTable(words.optionBehind);

/** Reads the option that begins at a word: `skip holidays`, `hold if stale`. */
export const optionAt = ({ words }: BriefText, at: number): OptionRead | undefined => {
  const trailing = phraseAt(KEYS, words, at);
  if (trailing && /(?:too|included)$/.test(words[trailing.to - 1] ?? '')) return { onClosed: 'say', to: trailing.to };
  // "bank holidays can be left out"
  const passed = trailing?.value === 'closed' && phraseAt(BEHIND, words, trailing.to);
  if (passed) return { onClosed: 'skip', to: passed.to };
  const head =
    phraseAt(HEADS, words, at) ?? (/^(?:on|when|if)$/.test(words[at] ?? '') ? { value: 'if', to: at + 1 } : undefined);
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
  if (head.value === 'if') {
    // "when it is closed, leave it out"
    const behind = words
      .slice(to, to + MOST_BEHIND)
      .flatMap((_, place) => phraseAt(BEHIND, words, to + place) ?? [])[0];
    return behind && (found === 'closed' ? { onClosed: 'skip', to: behind.to } : { onStale: 'hold', to: behind.to });
  }
  if (found === 'closed') return { onClosed: head.value === 'say' ? 'say' : 'skip', to };
  return { onStale: head.value === 'say' ? 'say' : 'hold', to };
};

const MOVE_LEADS = wordSet(words.moveLeads);
const HOLDS = wordSet(words.holds);
const [SMALLEST = 0] = SIZES_BPS;
const MOVE_NOUNS = /^(?:bps?|cuts?|hikes?|moves?)$/;
const INSIDE = phraseTable({ inside: words.inside });

/** `25 cut in it`, `the hike one`: one of the moves that every brief shows, or another, up to the word `to`. */
export const moveAt = (
  { words, utterance }: BriefText,
  at: number,
): { readonly to: number; readonly isShown: boolean; readonly isOfIt: boolean } | undefined => {
  const start = skipping(MOVE_LEADS, words, at);
  const sized = utterance.slots.flatMap((slot) =>
    slot.kind === 'amount' && slot.from >= start && words[slot.from] !== 'one' ? [slot] : [],
  );
  let to = start;
  let size: (typeof sized)[number] | undefined;
  for (;;) {
    const amount = size ? undefined : sized.find(({ from }) => from === to || (from === to + 1 && words[to] === 'of'));
    if (!amount && !MOVE_NOUNS.test(words[to] ?? '')) break;
    size ??= amount;
    to = amount?.to ?? to + 1;
  }
  const isMove = words.slice(start, to).some((word) => /^(?:cut|hike|move)/.test(word));
  const inside = phraseAt(INSIDE, words, to);
  const isOne = words[to] === 'one';
  const bps = size && sizeOf(size)?.bps;
  const isHeld = words.slice(at, start).some((word) => HOLDS.has(word));
  const isSaid = isMove ? size || inside || isOne || isHeld : bps && bps % SMALLEST === 0 && (inside || isOne);
  // "skip that, cut 50 instead"
  const isLed = words.slice(at, start).some((word) => !/^(?:and|plus)$/.test(word)) || inside || isOne;
  if (to === start || !isSaid || !isLed) return undefined;
  return {
    to: inside?.to ?? to,
    isShown: size === undefined || SIZES_BPS.includes(bps ?? 0),
    isOfIt: isOne || inside !== undefined,
  };
};

/** `sure`: what stands behind `when` is to be waited for, or cannot be; behind the others it may be asked. */
const ALERTS = phraseTable(words.alerts);
/** Who is told: the trigger itself stands behind it. */
export const TOLD_TO = wordSet(words.toldTo);
const TELLS = wordSet(words.tells);

/** `tell the channel when`, `give us a shout if`, `let everyone know as soon as`. */
export const alertAt = ({ words }: BriefText, at: number): 'sure' | 'unsure' | undefined => {
  const verb = phraseAt(ALERTS, words, at);
  if (!verb) return undefined;
  const told = skipping(TOLD_TO, words, verb.to);
  const isBare = /^(?:send|set|give|gimme|drop|let)/.test(words[at] ?? '') && told === skipping(TELLS, words, told);
  return isBare ? undefined : verb.value;
};

const THAT =
  /\b(?:it|that|this)( (?:[a-z]+ )*?(?:over|above|below|under|beneath|past|through|thru|tops|beats)) (?:that level|this level|that|there|this|it)(?=\s*(?:$|[,.!?]|please|pls|again))/i;

/** `tell me when it closes over that`, behind a ratio: the level that was asked for, or one that is asked back. */
export const withLevel = (text: BriefText, context: Context | undefined): BriefText => {
  const last = context?.last;
  const [said, between = ''] = THAT.exec(text.utterance.typed) ?? [];
  if (said === undefined || (last?.kind !== 'ratio' && last?.kind !== 'rotation')) return text;
  const level = last.kind === 'ratio' ? (last.to ?? last.from) : last.level;
  return typedText(text.utterance.typed.replace(said, `the ratio${between} ${level ?? 'that'}`));
};
