import type { IsoDate } from '../units.ts';

/**
 * What a reading owes a slot. `must`: it is used, or the turn is asked back. `may`: it is used, or named as not used, at
 * most one in a turn. `free`: it may be passed over.
 */
export type Duty = 'must' | 'may' | 'free';

/** Where something stands: tokens `from` to `to`, the last not included, and the same in the typed text. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export type AmountUnit = 'bp' | '%' | 'points' | 'x' | 'money' | undefined;
export type Company = 'small' | 'large';
export type Scope = Company | 'both';
export type Assumed = 'floatingShare' | 'debtToEbitda' | 'rate' | 'loanFloor' | 'ebitda' | 'netIncome';
/** What the company named by a number is: one of its assumptions, or what the model leaves out. */
export type Parameter = Assumed | 'fixedShare' | 'tax' | 'hedged' | 'cash';

/** A number with the unit it was typed with. */
export interface Amount extends Span {
  readonly kind: 'amount';
  readonly duty: Duty;
  /** Never negative; of money US$ m; NaN where the digits are no number anybody writes. */
  readonly value: number;
  readonly unit: AmountUnit;
  readonly sign: '' | '-' | '+';
  readonly isFraction: boolean;
  readonly isSpelled: boolean;
  readonly isDecimal: boolean;
  /** `two 25s`: several of this size. */
  readonly isPlural: boolean;
}

/** How many of something: `three cuts`, `25 people`, `twice`. */
export interface Count extends Span {
  readonly kind: 'count';
  readonly duty: Duty;
  readonly value: number;
  readonly of: 'cut' | 'hike' | 'move' | 'meeting' | 'time' | 'thing';
}

/** A day, month, quarter or year as far as it is said. Without a year the one meant is for the topic to find. */
export interface DateSlot extends Span {
  readonly kind: 'date';
  readonly duty: Duty;
  /** Where day, month and year are said: `9 jul 2024`. */
  readonly date?: IsoDate;
  readonly year?: number;
  /** From 1. */
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
  readonly half?: number;
  /** `the 2010s`: the ten years from `year` on. */
  readonly isDecade?: true;
  readonly weekday?: number;
  /** `end of 2024`, `mid 2024`. */
  readonly edge?: 'start' | 'mid' | 'end';
  /** `sept 24` may be a day or a year: both are set, and this. `1/2/2024` has the date only where both ways agree. */
  readonly isAmbiguous?: true;
  /** Looks like a date and is none: `30 feb 2024`. */
  readonly isImpossible?: true;
  /** `the sept 24 cut`: the day of that move of the Fed. */
  readonly event?: 'cut' | 'hike' | 'meeting';
  /** In words: `today`, `yesterday`, `now`, `next year`, `last year`, `this month`. */
  readonly said?: string;
}

/** From one day to another, either may be open. */
export interface SpanSlot extends Span {
  readonly kind: 'span';
  readonly duty: Duty;
  readonly since?: DateSlot;
  readonly until?: DateSlot;
  /** `ytd`, `mtd`, `qtd`. */
  readonly toDate?: 'year' | 'month' | 'quarter';
  /** `last 6 months`. */
  readonly back?: { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' };
}

export interface ClockSlot extends Span {
  readonly kind: 'clock';
  readonly duty: Duty;
  /** `07:30`; absent where no clock shows it. */
  readonly time?: string;
}

/** A length of time that is no span: `6 months out`, `in two weeks`. */
export interface DurationSlot extends Span {
  readonly kind: 'duration';
  readonly duty: Duty;
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
}

/** A person, firm, note, topic or stance, as the library of notes spells it. */
export interface Named extends Span {
  readonly kind: 'who' | 'note' | 'topic' | 'stance';
  readonly duty: Duty;
  readonly value: string;
  readonly isGuessed: boolean;
}

/** A direction, typed by what it is said of. */
export interface Direction extends Span {
  readonly kind: 'direction';
  readonly duty: Duty;
  readonly way: 'cut' | 'hike' | 'hold';
  /** `rate`: of the Fed's rate or a size. `parameter`, `company`, `income`: said of those. `other`: `raise a question`. */
  readonly of: 'rate' | 'parameter' | 'company' | 'income' | 'other';
  /** `cut`, `hike`; `fall`, `rise` may be said of anything. */
  readonly isStrong: boolean;
}

/** Digits in a name, a page, a list, an id: they count nothing. */
export interface Ignored extends Span {
  readonly kind: 'ignored';
  readonly duty: 'free';
}

/** What ties a question to the one before, or takes something out of it: `before that`, `between the two`, `except`. */
export interface Relation extends Span {
  readonly kind: 'relation';
  readonly duty: 'must';
  readonly value: string;
}

export type Slot =
  | (Amount | Count | DateSlot | SpanSlot | ClockSlot | DurationSlot)
  | (Named | Direction | Relation | Ignored);

export type SlotOf<Kind extends Slot['kind']> = Slot & { readonly kind: Kind };
