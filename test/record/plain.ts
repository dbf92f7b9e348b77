import type { Phrase, PhraseValue } from '../../src/record/phrase.ts';

const grouped = (value: number, decimals: number): string =>
  Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const signed = (value: number, text: string): string => (value < 0 ? `−${text}` : `+${text}`);
const own = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 10 });
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const given = (value: number, unit: string): string => {
  if (unit === '%') return `${own(value)}%`;
  if (unit === '×') return `${own(value)}×`;
  if (unit.startsWith('US$')) return `$${own(value)}${unit.slice(4)}`;
  return unit === 'bp' || unit === 'months' ? `${own(value)} ${unit}` : own(value);
};

const written = (measured: PhraseValue): string => {
  switch (measured.as) {
    case 'given':
      return given(measured.value, measured.unit);
    case 'ratio':
      return measured.value.toFixed(3);
    case 'change':
      return signed(measured.value, `${grouped(measured.value, 2)}%`);
    case 'percent':
      return `${grouped(measured.value, 2)}%`;
    case 'points':
      return `${grouped(measured.value, 2)} points`;
    case 'range':
      return `${measured.lower.toFixed(2)}–${measured.upper.toFixed(2)}%`;
    case 'level':
      return grouped(measured.value, 2);
    case 'US$ m':
      return `$${grouped(measured.value, 2)}m`;
    case 'US$ tn':
      return `$${grouped(measured.value, 3)}tn`;
    case 'bp':
      return `${own(measured.value)} bp`;
    case 'count':
      return grouped(measured.value, 0);
    case 'year':
      return String(measured.value);
    case 'day': {
      const [year = '', month = '', day = ''] = measured.on.split('-');
      return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
    }
  }
};

/** A phrase as a reader would see it, near enough to measure and to read in a failing test. */
export const plain = (phrase: Phrase): string =>
  phrase.map((part) => (typeof part === 'string' ? part : written(part))).join('');
