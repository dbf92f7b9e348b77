import type { Expectation } from './files.ts';

/** One number a question file expects, out of its nested form. */
export interface ExpectedNumber {
  /** As a person finds it in the file: `50.SmallCap.niLiftPct`. */
  readonly path: string;
  readonly key: string;
  readonly value: number;
  /** As figures' ids name the company. */
  readonly company?: 'smallcap' | 'largecap';
  /** The cut it belongs to, where the file gives one. */
  readonly cutBps?: number;
}

const COMPANIES: Readonly<Record<string, 'smallcap' | 'largecap'>> = { SmallCap: 'smallcap', LargeCap: 'largecap' };

interface Place {
  readonly path: readonly string[];
  readonly company?: 'smallcap' | 'largecap';
  readonly cutBps?: number;
}

const flatten = (expectation: Expectation, outer: Place): readonly ExpectedNumber[] => {
  const { cutBps } = expectation;
  const place = typeof cutBps === 'number' ? { ...outer, cutBps } : outer;
  return Object.entries(expectation).flatMap(([key, value]): readonly ExpectedNumber[] => {
    const path = [...place.path, key];
    if (typeof value === 'number') return [{ ...place, path: path.join('.'), key, value }];
    const company = COMPANIES[key];
    return flatten(value, { ...place, path, ...(company && { company }) });
  });
};

export const expectedNumbers = (expectation: Expectation = {}): readonly ExpectedNumber[] =>
  flatten(expectation, { path: [] });

/** What figures' ids call the measures of a company. */
export const MEASURES: Readonly<Record<string, string>> = {
  savingsM: 'saving',
  niLiftPct: 'lift',
  niChangeM: 'change',
  floorReachedAtBps: 'floor',
};

/** Figures' ids of measures that belong to no company. */
export const WHOLE_IDS: Readonly<Record<string, string>> = { liftRatioSmallToLarge: 'lift.ratio' };

/** In these the direction is a word of the key, not a sign. */
const MAGNITUDES: readonly string[] = ['floorReachedAtBps', 'discountPct', 'premiumPct', 'fallPct'];

/** Room for the decimals a file has room for; a wrong assumption is further off by far. */
const TOLERANCE = 1e-4;
/** A question file writes six decimals. */
const SMALLEST = 1e-6;

export const isNear = (value: number, expected: number): boolean =>
  Math.abs(value - expected) <= Math.max(TOLERANCE * Math.abs(expected), SMALLEST);

export const isExpected = (value: number, { key, value: expected }: ExpectedNumber): boolean =>
  MAGNITUDES.includes(key) ? isNear(Math.abs(value), Math.abs(expected)) : isNear(value, expected);
