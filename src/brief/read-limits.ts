import { overlaps, slotsOf } from '../language/index.ts';
import type { BriefEffect, UnclearBrief } from './effect.ts';
import { PLAIN_CHANGE } from './read-change.ts';
import { moveAt } from './read-conditions.ts';
import { dayAt, isPluralDay } from './read-days.ts';
import { doingIn, doneIn, hasNoun } from './read-done.ts';
import { type BriefText, isSignOf, shown, typedText, unclearBrief, wordSet } from './read-text.ts';
import { isSpokenBrief, type Spoken, type SpokenBrief } from './spoken.ts';
import words from './words.json' with { type: 'json' };

/** What is asked of briefs that none of them can do: other moves, or a pause that begins later. */

/** Of the Fed and the notes: never a word of a brief's where it is not named; `the trip got cut short` is of no rate. */
export const STRANGE = wordSet(words.strange);

/** `nothing between 24 dec and 4 jan`, `skip 20 dec to 2 jan`: from when to when is not what a pause has. */
const APART =
  /\b(?:nothing|none|no (?:posts?|briefs?|messages?)|skip|pause|stop|leave out|off|quiet|not|shut|closed|away|gone|abroad|on (?:annual )?(?:leave|hols?|holidays?|vacation|pto))\b.*(?:\bbetween\b.*\band\b|\bover\b.*\b(?:start|back|again)\b|\b(?:to|until|till?|thru|through)\b|[-\u2013])|\b(?:hols?|holiday|leave|away|off)\b.*\bfrom\b.*\bback\b/i;
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

/** `21-31 dec`: two days of one month. */
const OF_MONTH =
  /\b\d{1,2}(?:st|nd|rd|th)? ?(?:[-\u2013]|to|til|till|until|through|thru) ?\d{1,2}(?:st|nd|rd|th)? [a-z]{3}/i;

export const isApart = (text: BriefText): boolean =>
  APART.test(text.utterance.typed) &&
  (daysIn(text).size > 1 || OF_MONTH.test(text.utterance.typed)) &&
  !text.words.some((word) => STRANGE.has(word));

const [ENDED, RESTED] = [
  /\b(?:kill|ends?|ending|finish|stops?|remove|delete|cancel|scrap|bin|ditch|axe|discontinue|wrap|no more|turn|shut|switch)\b/,
  /\b(?:pause|suspend|mute|hold|snooze|rest|freeze|silence|hush)\b/,
];
const LATER =
  /\b(?:from|after|as of|starting|beginning|effective|past|come)\b(?! now\b)|\b(?:ends?|ending|finish|stop) (?:(?:it|them|the brief|that) )?(?:by|at the end|on the \d|on \d)/;
const TILL = /\b(?:until|till?|til|untill|back|to|thru|through)\b/;
const ONLY_TILL =
  /^(?:(?:and|but|so|just|only|please|keep it|run it|have it|do it|it should (?:come|run)|until|for) )*(?:until|till?|til|thru|through|up to|up until)\b/;
const OF_YEAR =
  /\b(?:christmas|xmas|new ye?a?rs?|thanksgiving|easter|the holidays|end of (?:the |this )?(?:week|month|quarter|year)|year ?end|eoy|eom)\b/;

/** `kill it after xmas`, `until xmas only`: no brief has a last day; `pause it from monday`: and a pause begins at once. */
export const endsLater = (text: BriefText, spoken: Spoken | undefined): UnclearBrief | undefined => {
  const { utterance, words: all } = text;
  const said = all.join(' ');
  const isDay =
    OF_YEAR.test(said) ||
    all.some((_, at) => {
      const day = dayAt(text, at);
      return day !== undefined && !isPluralDay(text, day.to - 1);
    });
  if (!isDay || all.some((word) => STRANGE.has(word)) || (spoken === undefined && !hasNoun(text))) return undefined;
  const made = isSpokenBrief(spoken) && /^(?:schedule|change)$/.test(spoken.did);
  if (made && ONLY_TILL.test(said)) return unclearBrief('brief-last', utterance.typed);
  if (!LATER.test(said) || TILL.test(said)) return undefined;
  return ENDED.test(said)
    ? unclearBrief('brief-last', utterance.typed)
    : RESTED.test(said)
      ? unclearBrief('brief-apart', utterance.typed)
      : undefined;
};

const ASIDE =
  '(?:(?:and|so|but|ok|oh|hm+|hmm|ah|actually|sorry|wait|no|nah|on second thoughts?|lol|well|please|pls) )*';
/** `forget it`, `we don't need it`: it may go, or only rest. */
const DONE_WITH = new RegExp(
  `^${ASIDE}(?:forget (?:it|that|about it)|never ?mind(?: that| it)?|nvm|undo(?: it| that| this)?|abort(?: it| that)?|scratch (?:it|that)|(?:i |i ve |ive |we |we ve |weve )?changed (?:my|our) minds?|(?:we |i )?(?:do not|dont|don t) (?:really |actually )?(?:need|want) (?:it|this|that|one)|(?:it is|its|it s) not (?:needed|wanted|necessary)|not needed|(?:no|not) interested)(?: (?:anymore|any more|after all|now|then|actually|please|pls|thanks|any longer|really|tbh|sorry))*$`,
);
const HOLIDAYS =
  /\b(?:holidays?|hols|thanksgiving|christmas|xmas|new years?(?: eve| day)?|boxing day|good friday|easter|july 4(?:th)?|4 ?th of july|labou?r day|memorial day|presidents day|mlk day|juneteenth|closed|shut|closures?)\b/;
const ASKED = new RegExp(`^${ASIDE}(?:does|do|will|would|is|are|can i expect|what happens|what does it do)\\b`);
const COMES =
  /\b(?:come|comes|coming|pause|send|sends|sent|post|posts|posted|arrive|arrives|deliver|delivered|go out)\b/;
const OF_OTHERS = /^(?:fed|company|index|ratio|views|parameter|income|odds|share|other|market)$/;

/**
 * What was said of the brief spoken of last and is read nowhere else: what it does on closed days, that it may go, that it
 * is to come or to stop in words nobody reads. It is asked back, and of no other topic.
 */
export const leftOfBrief = (
  { words: all, utterance: { typed, marks, slots } }: BriefText,
  spoken: SpokenBrief,
): BriefEffect | UnclearBrief | undefined => {
  const { did } = spoken;
  const said = all.filter((word) => /[a-z0-9]/.test(word)).join(' ');
  const isOfOthers =
    marks.some(({ tag }) => OF_OTHERS.test(tag)) || slots.some(({ kind }) => /^(?:amount|who|note|topic)$/.test(kind));
  const isMade = /^(?:schedule|change|edit|form)$/.test(did);
  const isDoneWith = DONE_WITH.test(said);
  // "we don't need it" takes no pause back
  if (isDoneWith && did === 'pause' && !/\b(?:need|want|wanted|needed|interested)\b/.test(said))
    return doneIn(typedText('resume it'), true, spoken);
  if (isDoneWith) return unclearBrief(isMade ? 'brief-end' : 'not-a-brief', typed);
  if (isOfOthers) return undefined;
  if (isMade && ASKED.test(said) && HOLIDAYS.test(said) && COMES.test(said)) return unclearBrief('brief-closed', typed);
  return /\bit\b|\b(?:and|so|please|pls) pause$/.test(said) && COMES.test(said)
    ? unclearBrief('not-a-brief', typed)
    : undefined;
};

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
  const isChange = doing?.does === 'change';
  const isFirst = spoken === undefined && !hasNoun(text);
  if (isFirst && (!doing || isChange || !all.includes('one') || (hasNumbers && !ONE_OF.test(all.join(' ')))))
    return undefined;
  const moves = all.flatMap((_, at) => moveAt(text, at) ?? []);
  const rest = shown(text, doing?.to ?? 0, all.length);
  if (isFirst) return moves.length > 0 ? unclearBrief('brief-which', rest) : undefined;
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
