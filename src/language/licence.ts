import type { Mark } from './lexicon.ts';
import type { Place } from './size.ts';
import type { Amount, Span } from './slots.ts';
import { awayFrom, has, marked, overlaps, slotsOf, spanOf, type Utterance } from './utterance.ts';
import { FUNCTION_WORDS, HARMLESS_WORDS } from './words.ts';

/** What in the same thought says that a number is no move of the Fed's rate. */
const DENY_IN_THOUGHT = new Set(['other', 'odds', 'brief', 'advice', 'past', 'clock']);
/** What does so in the same part of a thought. */
const DENY_IN_PART = new Set(['views', 'ratio', 'people']);
/** A positive reason for a bare number stands within so many words. */
const NEAR = 6;

export interface Licence {
  readonly isGiven: boolean;
  /** What denies it, to be named when asking back. */
  readonly doubt?: Span;
}

const sameAs =
  (clauses: readonly number[], at: number) =>
  (other: number): boolean =>
    clauses[other] === clauses[at];

/** `for the S&P 500`, `on small caps`: whom a move is asked for does not make it somebody else's. */
const isRecipient = ({ words }: Utterance, { from }: Mark, isFirst: boolean): boolean =>
  /^(?:for|to|on|of|at|the|vs|and|>)$/.test(words[from - 1] ?? '') || (isFirst && from === 0);

const isIf = ({ words, hard }: Utterance, at: number): boolean =>
  words.some(
    (word, place) =>
      (word === 'if' || word === 'suppose' || word === 'say' || word === 'assume') && hard[place] === hard[at],
  );

/** How a price or a fund has gone, up to a day or over a time. */
const PERFORMANCE =
  /\b(?:[ymqwd]td|yoy|qoq|mom|(?:on|over|for|in) the (?:day|week|month|quarter|year|session)|(?:this|last|past) (?:day|week|month|quarter|year)|so far|since|today|yesterday|(?:year|month|quarter|week) to date)\b/;

/** `down 40bps on the month, up 210 ytd`: said of prices, unless the Fed or its rate is named or something acts. */
const isPerformance = (utterance: Utterance, { from, sign }: Pick<Amount, 'from' | 'sign'>): boolean => {
  const inThought = sameAs(utterance.hard, from);
  const ways = slotsOf(utterance, 'direction').filter((one) => inThought(one.from));
  const words = utterance.words.filter((_, at) => inThought(at));
  return (
    PERFORMANCE.test(words.join(' ')) &&
    (sign !== '' || ways.length > 0) &&
    !ways.some(({ isStrong }) => isStrong) &&
    !isIf(utterance, from) &&
    ![...marked(utterance, 'fed', 'fed'), ...marked(utterance, 'rate')].some((mark) => inThought(mark.from))
  );
};

/** `for the 9am`, `deck due 9am`, `tomorrow am`: when an answer is wanted, or a part of a day. */
const isDeadline = (utterance: Utterance, mark: Mark): boolean =>
  slotsOf(utterance, 'clock').some(
    (clock) =>
      overlaps(clock, mark) &&
      /\b(?:for (?:the|my|our)|due(?: (?:at|by))?) $/.test(`${utterance.words.slice(0, clock.from).join(' ')} `),
  ) ||
  /^(?:tomorrow|today)$/.test(utterance.words[mark.from - 1] ?? '') ||
  slotsOf(utterance, 'date').some(({ to }) => to === mark.from);

/** `2020-23`, `like 24-25`, `put 5% in small caps`: years, and what is put somewhere. */
const NO_SIZES = [
  /\b(?:19|20)\d\d ?[-–] ?'?\d{2}\b(?![.,]?\d)/g,
  /\b(?:like|in|during|from|over|since|of) '?\d\d ?[-–] ?'?\d\d\b(?! ?(?:bps?|beeps|basis|%|pct|pts?|points))/gi,
  /\bput \d+(?:\.\d+)? ?(?:%|pct|percent|k|m|mm|bn) ?(?:of \w+ )?(?:in|into)\b[^.;]*/gi,
];

/** Years, and what is put somewhere. */
export const isNoSize = ({ typed }: Utterance, { start, end }: Pick<Amount, 'start' | 'end'>): boolean =>
  NO_SIZES.some((pattern) =>
    [...typed.matchAll(pattern)].some(({ index, 0: said }) => index <= start && end <= index + said.length),
  );

const denying = (
  utterance: Utterance,
  at: number,
  used: readonly Place[],
  isPointed: boolean,
  isWanted: boolean,
): Mark | undefined => {
  const inThought = sameAs(utterance.hard, at);
  const inPart = sameAs(utterance.soft, at);
  const isOfPolicy = has(utterance, 'fed', 'fed') || has(utterance, 'rate') || utterance.words.includes('policy');
  return utterance.marks.find((mark) => {
    // "policy 50 tighter"; spreads tighten too
    if (mark.tag === 'other' && utterance.words[mark.to - 1] === 'tighter') return inThought(mark.from) && !isOfPolicy;
    if (used.some((span) => span.from <= mark.from && mark.to <= span.to)) return false;
    if (mark.tag === 'index') return inPart(mark.from) && !isRecipient(utterance, mark, isPointed);
    if (mark.tag === 'other' && mark.value === 'index' && isRecipient(utterance, mark, false))
      return inThought(mark.from);

    if (mark.tag === 'clock' && isDeadline(utterance, mark)) return false;
    if (mark.tag === 'past' && (isWanted || isIf(utterance, at))) return false;
    if (DENY_IN_THOUGHT.has(mark.tag)) return inThought(mark.from);
    return DENY_IN_PART.has(mark.tag) && inPart(mark.from);
  });
};

/** Words of a conversation, which say nothing of what a number counts. */
const CONVERSATION = new Set(
  `company reference correction compare sum more scale only each reset undo private drop negation move direction fed rate`.split(
    ' ',
  ),
);

const isPassedOver = ({ words, marks }: Utterance, at: number): boolean =>
  FUNCTION_WORDS.has(words[at] as string) ||
  marks.some(({ tag, from, to }) => CONVERSATION.has(tag) && from <= at && at < to);

/** Beyond this a percentage without a direction is rather a share. */
const MOST_BARE_PERCENT = 6;
const OF_THINGS =
  /^(?:first|last|top|next|is|was|are|were|be|been|hes|shes|im|am|age|aged|number|over|under|only|still)$/;
/** When, and of how much in all. */
const LATER = new Set(
  'dollars dollar usd plain clean jumbo mega later afterwards subsequently followed combined together cumulative meeting meetings fomc case scenario basis'.split(
    ' ',
  ),
);
/** `shift -100`: beside a sign such a word says that it moves. */
const SIGNED =
  /^(?:shift|shifts|shock|shocks|shocked|stress|stressed|scenario|case|test|sim|simulate|swing|change|nudge|impulse|delta)$/;
/** A figure is held against the record. */
const TRUTH = /^(?:right|correct|true|accurate|legit|wrong|real|really|valid|ok)$/;
/** What is asked of a move. */
const EFFECT = new Set(
  'effect effects impact impacts happens happen do does result results number numbers nums case scenario scenarios lift net income ni earnings profit saving savings sensitivity response reaction hit assumptions inputs basis smallcap largecap both companies bps model'.split(
    ' ',
  ),
);

/** The sizes that moves have: among words of the office such a number may stand alone. */
const isRound = ({ value, unit }: Pick<Amount, 'value' | 'unit'>): boolean =>
  unit === undefined && value >= 25 && value <= 300 && value % 25 === 0;

const SIZED = new Set(['bp', '%', 'points']);

/** `cut 50 jobs`, `revenue up 25`: words that only the notes give a meaning, which is not that of a move. */
const wordsOfNotes = ({ tokens, words, marks }: Utterance): readonly number[] => {
  const isAt = (mark: Mark, at: number): boolean => mark.from <= at && at < mark.to;
  const ofNotes = marks.filter(({ tag }) => tag === 'topic' || tag === 'stance');
  return tokens.flatMap((_, at) =>
    ofNotes.some((mark) => isAt(mark, at)) &&
    marks.every((mark) => !isAt(mark, at) || ofNotes.includes(mark)) &&
    !FUNCTION_WORDS.has(words[at] as string) &&
    !HARMLESS_WORDS.has(words[at] as string)
      ? [at]
      : [],
  );
};

/**
 * Whether a number may be the size of a move of the Fed's rate: nothing in its clause makes it somebody else's, and
 * there is a reason: a unit, a rate word, the Fed or a direction near, a question of ours that asks for it, or a turn of
 * numbers and function words only.
 *
 * @param used what the reading accounts for beside it
 * @param isWanted the conversation asks for a size
 */
export const licenceOf = (
  utterance: Utterance,
  amount: Pick<Amount, 'from' | 'to' | 'start' | 'end' | 'unit' | 'value' | 'sign'>,
  used: readonly Place[],
  isWanted: boolean,
): Licence => {
  const { from, unit } = amount;
  const no = (place: Place): Licence => ({ isGiven: false, doubt: spanOf(utterance, place) });
  const denied = denying(utterance, from, used, unit === 'bp', isWanted);
  if (denied) return no(denied);
  if (isPerformance(utterance, amount) || isNoSize(utterance, amount)) return no(amount);
  const isUsed = (at: number): boolean => used.some((span) => span.from <= at && at < span.to);
  const strange = [...utterance.unknown, ...wordsOfNotes(utterance)].filter((at) => !isUsed(at));
  const inPart = sameAs(utterance.soft, from);
  const inThought = sameAs(utterance.hard, from);
  const isSized = unit !== undefined && SIZED.has(unit);
  const ways = slotsOf(utterance, 'direction').filter(({ of }) => of === 'rate');
  const isNear = (span: Place): boolean => inThought(span.from) && awayFrom(span, amount) < NEAR;
  const isActed =
    ways.some(isNear) ||
    marked(utterance, 'fed', 'fed').some(isNear) ||
    slotsOf(utterance, 'count').some((count) => count.of !== 'thing' && count.of !== 'time' && isNear(count)) ||
    marked(utterance, 'rate').some((mark) => isNear(mark) && !overlaps(mark, amount));
  // a size with its unit and a direction or a rate beside it bears strange words elsewhere in the thought, none in its part;
  // where the Fed itself moves its rate by basis points, whatever else is said makes it no other move
  const isFeds =
    unit === 'bp' && ways.some(isNear) && marked(utterance, 'fed', 'fed').some((fed) => inThought(fed.from));
  const odd = strange.find((at) => (isSized && isActed ? inPart(at) : isSized ? inThought(at) : true));
  if (odd !== undefined && !isFeds) return no({ from: odd, to: odd + 1 });
  const who = slotsOf(utterance, 'who').find((one) => inPart(one.from) && !isUsed(one.from));
  if (who && !marked(utterance, 'fed').some((mark) => overlaps(mark, who))) return no(who);
  // "revenue up 5%, cut 25": the nearer direction is theirs
  const directions = slotsOf(utterance, 'direction').filter(isNear);
  const [nearest] = [...directions].sort((one, other) => awayFrom(one, amount) - awayFrom(other, amount));
  const isOfThem =
    nearest?.of === 'parameter' || (unit !== 'bp' && (nearest?.of === 'company' || nearest?.of === 'income'));
  if (nearest && isOfThem && awayFrom(nearest, amount) <= 1) return no(amount);
  // "small caps drop 5%": the direction is theirs
  const isTheirs = directions.some(({ of }) => of === 'company' || of === 'income' || of === 'parameter');
  if (unit === 'bp' || isActed || isWanted) return { isGiven: true };
  if (isTheirs) return no(amount);
  // "he is 50", "first 50", "50% small cap": of somebody or something
  const isSomebodys =
    unit === undefined &&
    OF_THINGS.test(utterance.words[from - 1] ?? '') &&
    // "what if its only 25"
    !(isRound(amount) && isIf(utterance, from));
  // "is the 0.36 right"
  const isChecked =
    unit === undefined &&
    TRUTH.test(utterance.words.filter((_, at) => utterance.tokens[at]?.kind !== 'sign').at(-1) ?? '');
  if (isSomebodys || isChecked || (unit === '%' && amount.value > MOST_BARE_PERCENT)) return no(amount);
  if ((isRound(amount) || isSized) && utterance.words.some((word) => EFFECT.has(word))) return { isGiven: true };
  const days = utterance.slots.filter(({ kind }) => kind === 'date' || kind === 'span');
  const isPassed = (at: number): boolean =>
    days.some((day) => day.from <= at && at < day.to) ||
    LATER.has(utterance.words[at] as string) ||
    (amount.sign !== '' && at === from - 1 && SIGNED.test(utterance.words[at] as string));
  const isBare = utterance.tokens.every(
    ({ kind }, at) => kind !== 'word' || isUsed(at) || isPassed(at) || isPassedOver(utterance, at),
  );
  return isBare ? { isGiven: true } : no(amount);
};
