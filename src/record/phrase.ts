import type { IsoDate } from '../units.ts';

/** The units a note's own figure may come in, and the only ones. */
type GivenUnit = '%' | 'bp' | '×' | 'US$ m' | 'US$ bn' | 'US$ tn' | 'index points' | 'ratio' | 'count' | 'months';

/** A number or a date inside a sentence, in full precision: the renderer rounds and writes it, once. */
export type PhraseValue =
  /** A note's own number, written with the decimals it has and its unit, never rounded: `0.6`, `17.55%`, `6.5×`, `24 months`. */
  | { readonly as: 'given'; readonly value: number; readonly unit: GivenUnit }
  /** An index ratio, three decimals when written. */
  | { readonly as: 'ratio'; readonly value: number }
  /** A change in percent, signed when written. */
  | { readonly as: 'change'; readonly value: number }
  /** A share, rate or return in percent, two decimals when written, no sign. */
  | { readonly as: 'percent'; readonly value: number }
  /** A difference of two percentages, two decimals and the word `points` when written, no sign. */
  | { readonly as: 'points'; readonly value: number }
  /** The Fed's target range, percent a year: `5.25–5.50%`. */
  | { readonly as: 'range'; readonly lower: number; readonly upper: number }
  /** An index level in points, two decimals when written. */
  | { readonly as: 'level'; readonly value: number }
  /** Millions of US dollars. */
  | { readonly as: 'US$ m'; readonly value: number }
  /** Trillions of US dollars, three decimals when written: `$6.304tn`. */
  | { readonly as: 'US$ tn'; readonly value: number }
  /** Basis points; the size only, the direction is a word. */
  | { readonly as: 'bp'; readonly value: number }
  /** A plain count. */
  | { readonly as: 'count'; readonly value: number }
  /** A calendar year, no thousands comma. */
  | { readonly as: 'year'; readonly value: number }
  | { readonly as: 'day'; readonly on: IsoDate };

/** A sentence whose numbers are still numbers. Plain words carry no escapes and no figures of ours. */
export type Phrase = readonly (string | PhraseValue)[];

/** @example phrase`record ${ratioValue(0.5258)} on ${dayValue(isoDate('2020-12-31'))}` */
export const phrase = (words: TemplateStringsArray, ...measured: readonly PhraseValue[]): Phrase =>
  words.flatMap((word, at) => [...(word === '' ? [] : [word]), ...(measured[at] ? [measured[at]] : [])]);

/** `measured` in a row: `2001, 2007 and 2025`. */
export const listedValues = (measured: readonly PhraseValue[]): Phrase =>
  measured.flatMap((one, at) => (at === 0 ? [one] : [at === measured.length - 1 ? ' and ' : ', ', one]));

/** A note's own number in its unit, as the note gives it. */
export const givenValue = ({ value, unit }: { readonly value: number; readonly unit: GivenUnit }): PhraseValue => ({
  as: 'given',
  value,
  unit,
});
/** An index ratio. */
export const ratioValue = (value: number): PhraseValue => ({ as: 'ratio', value });
/** A change in percent; negative for a fall. */
export const changeValue = (value: number): PhraseValue => ({ as: 'change', value });
/** A share, rate or return in percent. */
export const percentValue = (value: number): PhraseValue => ({ as: 'percent', value });
/** A difference of two percentages, in percentage points. */
export const pointsValue = (value: number): PhraseValue => ({ as: 'points', value });
/** The Fed's target range, percent a year. */
export const rangeValue = ({ lower, upper }: { readonly lower: number; readonly upper: number }): PhraseValue => ({
  as: 'range',
  lower,
  upper,
});
/** An index level, in index points. */
export const levelValue = (value: number): PhraseValue => ({ as: 'level', value });
/** Millions of US dollars. */
export const millionsValue = (value: number): PhraseValue => ({ as: 'US$ m', value });
/** Trillions of US dollars. */
export const trillionsValue = (value: number): PhraseValue => ({ as: 'US$ tn', value });
/** Basis points, without a sign. */
export const bpValue = (value: number): PhraseValue => ({ as: 'bp', value });
/** A plain count. */
export const countValue = (value: number): PhraseValue => ({ as: 'count', value });
/** A calendar year. */
export const yearValue = (value: number): PhraseValue => ({ as: 'year', value });
/** A calendar date. */
export const dayValue = (on: IsoDate): PhraseValue => ({ as: 'day', on });
