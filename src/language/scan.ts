import { amountAt } from './amounts.ts';
import { eventOf, MOVE_NOUN, monthOf } from './date-parts.ts';
import { dateAt } from './dates.ts';
import { clockAt, durationAt, spanAt } from './lengths.ts';
import type { Mark } from './lexicon.ts';
import { numeralAt } from './numerals.ts';
import type { Amount, Count, DateSlot, Ignored, Named, Slot, SpanSlot } from './slots.ts';
import { spanOver, type Token } from './tokens.ts';
import { FUNCTION_WORDS, HARMLESS_WORDS } from './words.ts';

/** More numbers than these say nothing that could be answered. */
const MOST_SLOTS = 60;
const MOST_COUNTED = 12;

interface Scan {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly marksAt: ReadonlyMap<number, readonly Mark[]>;
}

const NAMED_WITH_DIGITS = new Set(['name', 'index', 'other', 'company', 'reference']);

const digitsIn = (tokens: readonly Token[], { from, to }: Mark): boolean =>
  tokens.slice(from, to).some(({ kind, word }) => kind === 'number' || /\d/.test(word) || word === 'two');

/** Digits of names: Russell 2000, 163(j), FTSE 250, 10-year; pages, list numbers, ids. */
const ignoredAt = ({ tokens, words, marksAt }: Scan, at: number): Ignored | undefined => {
  const name = (marksAt.get(at) ?? [])
    .filter((mark) => mark.tag === 'name' || (NAMED_WITH_DIGITS.has(mark.tag) && digitsIn(tokens, mark)))
    .sort((one, other) => other.to - one.to)[0];
  if (name) return { kind: 'ignored', duty: 'free', ...spanOver(tokens, at, name.to) };
  if (tokens[at]?.kind !== 'number' || !/^\d+$/.test(words[at] as string)) return undefined;
  const [before, next] = [words[at - 1] ?? '', tokens[at + 1]];
  const isNumbered =
    /^(?:page|pages|p|#|nr|line|row|cell|column|item|fig|paragraph|para|section|chapter|slide|slides|footnote|question|step|ticket|version)$/.test(
      before,
    );
  const isListed =
    (at === 0 || before === '\n') &&
    /^[).]$/.test(next?.word ?? '') &&
    next?.isGlued === true &&
    tokens.length > at + 2;
  const isOrdinal = next?.isGlued === true && /^(?:st|nd|rd|th)$/.test(next.word);
  if (!isNumbered && !isListed && !isOrdinal) return undefined;
  return { kind: 'ignored', duty: 'free', ...spanOver(tokens, at, isOrdinal ? at + 2 : at + 1) };
};

const ADJECTIVES =
  /^(?:more|further|straight|consecutive|successive|additional|extra|rate|separate|such|other|back|to|interest|fed|of|those|full|quarter|point|small|big|large|surprise|emergency)$/;
const MOVES = /^(?:cuts?|hikes?|moves?|steps?|clips|reductions|raises|increases|decreases|eases|ups|downs)$/;
const TIMES_WORD: ReadonlyMap<string, number> = new Map([
  ['twice', 2],
  ['thrice', 3],
]);

/** `4 times of the ebitda`: a multiple. */
const OF_EARNINGS = /^(?:(?:of )?(?:the |its |their )?(?:ebitda|earnings)|levered|leverage|debt|that|it|as)\b/;

const countOf = (word: string): Count['of'] =>
  /^(?:cut|reduc|decr|ease|downs)/.test(word)
    ? 'cut'
    : /^(?:hike|raises$|increases$|ups$)/.test(word)
      ? 'hike'
      : 'move';

/** `three cuts`, `two more hikes`, `a couple of cuts`, `4 meetings`, `3 times`, `twice`. */
const countAt = ({ tokens, words }: Scan, at: number): Count | undefined => {
  const count = (value: number, of: Count['of'], to: number): Count => ({
    kind: 'count',
    duty: 'must',
    value,
    of,
    ...spanOver(tokens, at, to),
  });
  const times = TIMES_WORD.get(words[at] as string);
  if (times !== undefined) return count(times, 'time', at + 1);
  const isCouple = words[at] === 'couple';
  const numeral = isCouple ? undefined : numeralAt(tokens, at);
  if (!isCouple && (numeral === undefined || !Number.isInteger(numeral.value) || numeral.value > 99)) return undefined;
  if (numeral && (numeral.isMoney || numeral.sign !== '' || numeral.isFraction)) return undefined;
  const value = numeral?.value ?? 2;
  let to = numeral?.to ?? (words[at + 1] === 'of' ? at + 2 : at + 1);
  const first = words[to] ?? '';
  if (first === 'meetings' || first === 'meeting') return count(value, 'meeting', to + 1);
  const isOfFed = /^(?:fed|fomc)$/.test(first) && /^(?:meeting|day|date|decision|session)s$/.test(words[to + 1] ?? '');
  if (isOfFed) return count(value, 'meeting', to + 2);
  if (first === 'times' && !OF_EARNINGS.test(words.slice(to + 1, to + 4).join(' '))) {
    const isMultiple = /^(?:leverage|levered|debt|of|at|to|is|geared|gearing)$/.test(words[at - 1] ?? '');
    return isMultiple ? undefined : count(value, 'time', to + 1);
  }
  let skipped = 0;
  while (skipped < 3 && ADJECTIVES.test(words[to] ?? '') && !MOVES.test(words[to] ?? '')) {
    to += 1;
    skipped += 1;
  }
  const noun = words[to] ?? '';
  const isPlural = noun.endsWith('s');
  // "a 50 cut" is a size; "one cut" and "3 cuts" are counts
  const isCount = MOVES.test(noun) && value <= MOST_COUNTED && (isPlural ? value !== 0 : value === 1);
  // "three quarter point cuts": the count stands before the size
  return isCount && !(skipped > 0 && /^(?:quarter|point|full)$/.test(words[to - 1] ?? ''))
    ? count(value, countOf(noun), to + 1)
    : undefined;
};

/** A bare number before a plural that is none of ours counts things: `25 people`, `200 members`. */
const thingsAt = ({ tokens, words, marksAt }: Scan, amount: Amount): Count | undefined => {
  const noun = words[amount.to] ?? '';
  const token = tokens[amount.to];
  if (amount.unit !== undefined || amount.isPlural || amount.isFraction || token?.kind !== 'word') return undefined;
  const marks = marksAt.get(amount.to) ?? [];
  const isCounted = marks.some(({ tag }) => tag === 'people');
  const isOurs = marks.length > 0 || FUNCTION_WORDS.has(noun) || HARMLESS_WORDS.has(noun);
  if (!isCounted && (isOurs || !/[^s]s$/.test(noun) || noun.length < 4)) return undefined;
  return {
    kind: 'count',
    duty: 'must',
    value: amount.value,
    of: 'thing',
    ...spanOver(tokens, amount.from, amount.to + 1),
  };
};

const NAMES = ['who', 'note', 'topic', 'stance'] as const;

const namedAt = ({ tokens, marksAt }: Scan, at: number): readonly Named[] =>
  (marksAt.get(at) ?? []).flatMap((mark) => {
    const kind = NAMES.find((tag) => tag === mark.tag);
    if (kind === undefined) return [];
    const duty = kind === 'who' || kind === 'note' ? 'may' : 'free';
    return [
      { kind, duty, value: mark.value, isGuessed: mark.isGuessed, ...spanOver(tokens, mark.from, mark.to) } as const,
    ];
  });

const isDate = (slot: Slot | undefined): slot is DateSlot => slot?.kind === 'date';

const EVENT_BEFORE =
  /(?:^| )((?:the |that |fed |fomc |rate |first |last )*(?:cut|trim|hike|rise|raise|liftoff|jumbo|meeting|fomc|decision) (?:in|of) |(?:they |the |fed |it )+(?:cut|hiked|raised|eased|lowered|tightened|(?:went|moved|came|put|took|brought) (?:it |rates )?(?:up|down)) (?:rates )?(?:in|of|on|back in) )$/;
const LED = /(?:^| )(?:since|from|after|until|till|between) \S+ (?:\S+ )*(?:in|of|on)$/;
/** What may stand between two days of one span, beside the word that joins them: what the first is called, and the second. */
const BESIDE_LINK =
  /^(?:cut|trim|hike|rise|raise|jumbo|move|meeting|decision) (?=\S)|(?: the| first| last)*(?: (?:cut|trim|hike|rise|raise|move) (?:in|of))?$/g;
const LINK = /^(?:to|till|til|until|through|thru|-|\u2013|and|n|up to)$/;

/** `since 9 jul`, `from X to Y`, `X to Y`, `until X`: days that belong together. */
const withSpans = (slots: readonly Slot[], { tokens, words }: Scan): readonly Slot[] => {
  const joined: Slot[] = [];
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place] as Slot;
    if (!isDate(slot)) {
      joined.push(slot);
      continue;
    }
    const next = slots[place + 1];
    const before = words[slot.from - 1];
    // "since the hike in sept": the event stands in front of its month
    const eventBefore = ({ from, month }: DateSlot): string | undefined =>
      month === undefined
        ? undefined
        : EVENT_BEFORE.exec(`${words.slice(Math.max(0, from - 7), from).join(' ')} `)?.[1];
    const event = LED.test(words.slice(0, slot.from).join(' ')) ? eventBefore(slot) : undefined;
    const skip = event
      ? event.split(' ').length - 1
      : before === 'the' || (before === 'last' && slot.weekday !== undefined)
        ? 1
        : 0;
    const lead = words[slot.from - 1 - skip] ?? '';
    const between = isDate(next) ? words.slice(slot.to, next.from).join(' ').replace(BESIDE_LINK, '') : '';
    const isSpan = LINK.test(between) && (!/^(?:and|n)\b/.test(between) || lead === 'between');
    // "since the sept 24 cut": the word that names the event belongs to the day
    const endOf = ({ to, event }: DateSlot): number =>
      event ? to + (words[to] === 'fed' && MOVE_NOUN.test(words[to + 1] ?? '') ? 2 : 1) : to;
    const end = event ? { ...slot, to: slot.to - 1, event: eventOf(event) ?? ('meeting' as const) } : slot;
    const span = (from: number, to: number, rest: Partial<SpanSlot>): SpanSlot => ({
      kind: 'span',
      duty: 'may',
      ...rest,
      ...spanOver(tokens, from, to),
    });
    if (isDate(next) && isSpan) {
      const start = /^(?:from|between|since)$/.test(lead) ? slot.from - 1 - skip : slot.from;
      const [since, until] = [slot, next].map((one): DateSlot => {
        const named = eventBefore(one);
        return named === undefined ? one : { ...one, event: eventOf(named) ?? 'meeting' };
      });
      joined.push(span(start, endOf(next), { ...(since && { since }), ...(until && { until }) }));
      place += 1;
    } else if (/^(?:since|from|after)$/.test(lead)) {
      joined.push(span(slot.from - 1 - skip, endOf(end), { since: end }));
    } else if (/^(?:until|till|til|thru|through)$/.test(lead)) {
      joined.push(span(slot.from - 1 - skip, endOf(end), { until: end }));
    } else joined.push(slot);
  }
  return joined;
};

const SIZED_BEFORE = /^(?:cut|cuts|hike|hikes|by|lower|raise|ease|tighten|of)$/;

const MOVE_SAID =
  /^(?:cut|cuts|hike|hikes|ease|eases|tighten|raise|lower|higher|reverse|net|back|down|up|50|75|100|half|quarter|qtr)$/;

const DIRECTED = /^(?:up|down|off|another|lower|higher|plus|minus|[+-])$/;

/** `25 dec and 25 jan`: the same size in two months, where a move is spoken of. */
const isOfMonth = ({ words }: Scan, { from, to, day, month, year }: DateSlot): boolean => {
  if (day !== 25 || month === undefined || year !== undefined || to !== from + 2) return false;
  const isLike = (at: number): boolean => words[at] === '25' && monthOf(words[at + 1] ?? '') !== undefined;
  const linkAt = (at: number): number => Number(/^(?:and|n|then|plus|\+|&|,)$/.test(words[at] ?? ''));
  const isSpan = [1, 4].some((back) => /^(?:between|from|since)$/.test(words[from - back] ?? ''));
  // "up 25 dec", "then another 25 jan"
  const isTurned = DIRECTED.test(words[from - 1] ?? '') && !isSpan;
  return (
    isTurned ||
    (!isSpan &&
      (words.some((word) => MOVE_SAID.test(word)) || words.filter((_, at) => isLike(at)).length > 2) &&
      (isLike(from - 2 - linkAt(from - 1)) || isLike(to + linkAt(to))))
  );
};

const SMALL_STEP = 5;

/** A day or year straight behind a direction is rather a size: `hike 2000`, `cut 25 dec`. */
const isSizeInstead = (scan: Scan, slot: DateSlot | SpanSlot): boolean => {
  const { words } = scan;
  if (slot.kind === 'date' && isOfMonth(scan, slot)) return true;
  // "the meeting of 25 jan", "wk of 14 dec"
  if (words[slot.from - 1] === 'of' && /^(?:meetings?|week|wk|weekend)$/.test(words[slot.from - 2] ?? '')) return false;
  if (slot.kind !== 'date' || !SIZED_BEFORE.test(words[slot.from - 1] ?? '')) return false;
  const isBareYear =
    slot.year !== undefined &&
    slot.to === slot.from + 1 &&
    // "fed cuts 2019": of a year
    !/^(?:by|cuts|hikes)$/.test(words[slot.from - 1] ?? '') &&
    // "first hike 2015"
    !/^(?:first|last|final|biggest|largest|smallest)$/.test(words[slot.from - 2] ?? '') &&
    words[slot.from - 1] !== 'of';
  const isDay = slot.day !== undefined && slot.year === undefined && /^\d/.test(words[slot.from] ?? '');
  // "two cuts by 12/9"
  const isBy =
    words[slot.from - 1] === 'by' &&
    words[slot.from + 1] === '/' &&
    [0, 2].some((at) => Number(words[slot.from + at]) % SMALL_STEP > 0);
  return isBareYear || (isDay && !isBy);
};

/** The numbers, dates and names among the words, in their order; what belongs to a name is masked before all else. */
export const scanned = (
  tokens: readonly Token[],
  words: readonly string[],
  marks: readonly Mark[],
): readonly Slot[] => {
  const marksAt = new Map<number, Mark[]>();
  for (const mark of marks) marksAt.set(mark.from, [...(marksAt.get(mark.from) ?? []), mark]);
  const scan: Scan = { tokens, words, marksAt };
  const slots: Slot[] = [];
  for (let at = 0; at < tokens.length && slots.length < MOST_SLOTS; ) {
    const named = namedAt(scan, at);
    const note = named.find(({ kind }) => kind === 'note');
    // Q3 2024 is a date, Q3 alone a name; the 9th of July a day
    const part = dateAt(tokens, at);
    const isPart =
      ((part?.year ?? part?.said) !== undefined && (part?.quarter ?? part?.half) !== undefined) ||
      (part?.day !== undefined && part.month !== undefined);
    const ignored = note || isPart ? undefined : ignoredAt(scan, at);
    const dated = ignored ? undefined : (clockAt(tokens, at) ?? spanAt(tokens, at) ?? part);
    const day = dated && dated.kind !== 'clock' && isSizeInstead(scan, dated) ? undefined : dated;
    const measured = note ?? ignored ?? day ?? countAt(scan, at) ?? durationAt(tokens, at);
    const amount = measured ? undefined : amountAt(tokens, at);
    const one = measured ?? (amount && (thingsAt(scan, amount) ?? amount));
    slots.push(...named.filter((name) => name !== note));
    if (one) slots.push(one);
    at = one ? one.to : at + 1;
  }
  return withSpans(slots, scan);
};
