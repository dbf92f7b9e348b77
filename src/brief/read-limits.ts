import { overlaps, slotsOf } from '../language/index.ts';
import type { UnclearBrief } from './effect.ts';
import { PLAIN_CHANGE } from './read-change.ts';
import { moveAt } from './read-conditions.ts';
import { dayAt } from './read-days.ts';
import { doingIn, hasNoun } from './read-done.ts';
import { type BriefText, isSignOf, shown, unclearBrief, wordSet } from './read-text.ts';
import { isSpokenBrief, type Spoken } from './spoken.ts';
import words from './words.json' with { type: 'json' };

/** What is asked of briefs that none of them can do: other moves, or a pause that begins later. */

/** Of the Fed and the notes: never a word of a brief's where it is not named; `the trip got cut short` is of no rate. */
export const STRANGE = wordSet(words.strange);

/** `nothing between 24 dec and 4 jan`, `skip 20 dec to 2 jan`: from when to when is not what a pause has. */
const APART =
  /\b(?:nothing|none|no (?:posts?|briefs?|messages?)|skip|pause|stop|leave out|off|quiet|not|shut|closed|away)\b.*(?:\bbetween\b.*\band\b|\bover\b.*\b(?:start|back|again)\b|\b(?:to|until|till?|thru|through)\b|[-\u2013])|\b(?:hols?|holiday|leave|away|off)\b.*\bfrom\b.*\bback\b/i;
/** Each day once: the 4th within `jan 4th` is no other. */
const daysIn = (text: BriefText): ReadonlySet<string> => {
  const days = new Set<string>();
  for (let at = 0; at < text.words.length; ) {
    const day = dayAt(text, at);
    if (day) days.add(JSON.stringify(day.until));
    at = day?.to ?? at + 1;
  }
  return days;
};

export const isApart = (text: BriefText): boolean =>
  APART.test(text.utterance.typed) && daysIn(text).size > 1 && !text.words.some((word) => STRANGE.has(word));

const ORDERED = wordSet(words.ordered);
const CORRECTS = wordSet(words.corrects);
const BESIDE_SIZE = wordSet(words.besideSize);
const LENGTH = /\b(?:hours?|hrs?|minutes?|mins?)\b/i;
const ONE_OF = /\b(?:old|other) one\b|\bones? (?:with|w|that has|that had)\b/;
const BUT_UNTIL = /^(?:or |but |and )*(?:until|till?|unless)\b/;
const PLACES = /^(?:replace|put|add|use|include)$/;
const SHOWS = /^(?:show|cover|include)s?$/;
const ASKS_OF = /^(?:what|how|if|when|would|which|why|who)/;
/** Inputs of the model, which no brief has. */
const INPUTS: ReadonlySet<string> = new Set(['parameter', 'company', 'share', 'income']);

/**
 * What is ordered of a brief in the words of a move, and was not read: `bin it if they hike`, `make it 50 instead`. It is
 * asked back, and never worked out.
 *
 * @param hasNumbers a move was shown before
 */
export const unreadOrder = (
  text: BriefText,
  spoken: Spoken | undefined,
  hasNumbers: boolean,
): UnclearBrief | undefined => {
  const { words: all, utterance } = text;
  const doing = doingIn(text, true, spoken === undefined || isSpokenBrief(spoken) ? spoken : true);
  // "swap it" is of no swap
  if (utterance.marks.some(({ tag, from }) => INPUTS.has(tag) && from !== doing?.from)) return undefined;
  const moves = all.flatMap((_, at) => moveAt(text, at) ?? []);
  const isChange = doing?.does === 'change';
  const rest = shown(text, doing?.to ?? 0, all.length);
  if (spoken === undefined && !hasNoun(text))
    return doing && !isChange && moves.length > 0 && all.includes('one') && (!hasNumbers || ONE_OF.test(all.join(' ')))
      ? unclearBrief('brief-which', rest)
      : undefined;
  const isTimed = LENGTH.test(utterance.typed);
  const sizes = slotsOf(utterance, 'amount').filter(
    (amount) =>
      !isTimed &&
      all[amount.from] !== 'one' &&
      (amount.unit === undefined || (amount.unit === 'bp' && !hasNumbers)) &&
      !slotsOf(utterance, 'clock').some((clock) => overlaps(clock, amount)),
  );
  const isSized = sizes.length > 0 || slotsOf(utterance, 'direction').some(({ of }) => of === 'rate');
  // "stop it, cut 50"
  const ends = doing ? all.findIndex((_, at) => at >= doing.to && isSignOf(text, at)) : -1;
  const isOfIt = doing && all.slice(doing.from, ends < 0 ? all.length : ends).some((word) => ORDERED.has(word));
  const isOther = ends > 0 && !/^(?:with|w|and|the|til|till|until)$/.test(all[ends + 1] ?? '');
  const isDated = slotsOf(utterance, 'date').length + slotsOf(utterance, 'span').length > 0;
  if (doing && (isSized || isDated) && isOfIt && !isChange && !isOther) return unclearBrief('not-a-brief', rest);
  const isCorrected =
    all.some((word) => CORRECTS.has(word)) &&
    all.every((word, at) => CORRECTS.has(word) || BESIDE_SIZE.has(word) || sizes[0]?.from === at);
  if (isChange && isOfIt && isTimed) return unclearBrief('brief-change', rest);
  // "pause it til monday", "unless they hike"
  const isEnd =
    isSpokenBrief(spoken) && /^(?:pause|skip)$/.test(spoken.did) && isSized && BUT_UNTIL.test(all.join(' '));
  if (isEnd && sizes.length === 0) return unclearBrief('brief-until', utterance.typed);
  const isBare =
    !hasNumbers &&
    spoken !== undefined &&
    sizes.length > 0 &&
    sizes.every(({ unit, sign, value }) => unit === undefined && sign === '' && value >= 25 && value % 25 === 0);
  const isSaidOfIt =
    all.some((word) => ORDERED.has(word) || PLACES.test(word)) && !all.some((word) => ASKS_OF.test(word));
  const isShown =
    all.some((word) => SHOWS.test(word)) && (isSized || all.some((word) => /^(?:moves?|sizes?)$/.test(word)));
  const isMove =
    (isBare && isSaidOfIt && !isOther) ||
    (!hasNumbers && isShown && (all.includes('it') || SHOWS.test(all[0] ?? ''))) ||
    (moves.length > 0 && all.includes('one') && isSaidOfIt && !hasNumbers) ||
    (isChange && isSized && !isOther && !hasNumbers && (isOfIt || PLAIN_CHANGE.test(all[doing.from] ?? ''))) ||
    moves.some((move) => move.isOfIt) ||
    (hasNoun(text) && isShown) ||
    (isCorrected && sizes.length === 1 && !hasNumbers);
  return isMove ? unclearBrief('brief-moves', utterance.typed) : undefined;
};
