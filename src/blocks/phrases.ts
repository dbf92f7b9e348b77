import type { Measured, Phrase } from '../record/index.ts';
import {
  basisPointsOf,
  change,
  day,
  dollars,
  dollarsGiven,
  levelGiven,
  NBSP,
  percentOf,
  pointsOf,
  ratioGiven,
  share,
  timesGiven,
} from './wording.ts';

type Given = Extract<Measured, { readonly as: 'given' }>;

/** A note's own number, with the decimals it has. */
const writtenGiven = ({ value, unit }: Given): string => {
  switch (unit) {
    case '%':
      return share(value);
    case 'bp':
      return basisPointsOf(value);
    case '×':
      return timesGiven(value);
    case 'US$ m':
      return dollarsGiven(value);
    case 'US$ bn':
      return `$${value}bn`;
    case 'US$ tn':
      return `$${value}tn`;
    case 'index points':
      return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
    case 'months':
      return `${value}${NBSP}${value === 1 ? 'month' : 'months'}`;
    case 'ratio':
    case 'count':
      return String(value);
  }
};

const writtenMeasure = (measured: Measured): string => {
  switch (measured.as) {
    case 'given':
      return writtenGiven(measured);
    case 'ratio':
      return ratioGiven(measured.value);
    case 'change':
      return change(measured.value);
    case 'percent':
      return percentOf(measured.value);
    case 'points':
      return `${pointsOf(measured.value)} points`;
    case 'range':
      return `${measured.lower.toFixed(2)}–${measured.upper.toFixed(2)}%`;
    case 'level':
      return levelGiven(measured.value);
    case 'US$ m':
      return dollars(measured.value);
    case 'US$ tn':
      return `$${measured.value.toFixed(3)}tn`;
    case 'bp':
      return basisPointsOf(measured.value);
    case 'count':
      return measured.value.toLocaleString('en-US');
    case 'year':
      return String(measured.value);
    case 'day':
      return day(measured.on);
  }
};

/** The sentence with its numbers rounded, once, and written as they are everywhere. Not escaped. */
export const written = (phrase: Phrase): string =>
  phrase.map((part) => (typeof part === 'string' ? part : writtenMeasure(part))).join('');
