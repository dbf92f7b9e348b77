import { scaled } from '../../language/index.ts';
import type { IsoDate } from '../../units.ts';
import type { ProposedFigure } from './claim.ts';
import { dateIn } from './header.ts';

type Unit = ProposedFigure['unit'];

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const SPELLED = NUMBER_WORDS.slice(1).join('|');
const ABOUT = `(?:(?:about|around|roughly|nearly|almost|some|over|more than|less than|below|above|under|at least|up to|just shy of|just under|just over|close to|approximately) )?`;

interface Form {
  readonly pattern: RegExp;
  readonly unit: Unit;
  readonly factor?: number;
}

/** Figures by their units, the most definite first; what one form has taken no later one takes again. */
const FORMS: readonly Form[] = [
  { pattern: new RegExp(`${ABOUT}(?:US)?\\$ ?(${DIGITS}) ?(?:trillion|tn|trn)\\b`, 'gi'), unit: 'US$ tn' },
  { pattern: new RegExp(`${ABOUT}(?:US)?\\$ ?(${DIGITS}) ?(?:billion|bn|b)\\b`, 'gi'), unit: 'US$ bn' },
  { pattern: new RegExp(`${ABOUT}(?:US)?\\$ ?(${DIGITS}) ?(?:million|mn|m)\\b`, 'gi'), unit: 'US$ m' },
  { pattern: new RegExp(`${ABOUT}(${DIGITS})[ -]?(?:basis[ -]points?|bps?)\\b`, 'gi'), unit: 'bp' },
  {
    pattern: new RegExp(
      `${ABOUT}([+\u2212-]?(?:${DIGITS}))[ -]?(?:%|per ?cent(?:age points?)?\\b|percentage points?|pp\\b)`,
      'gi',
    ),
    unit: '%',
  },
  {
    pattern: new RegExp(
      `${ABOUT}(${DIGITS}) ?(?:x\\b|\u00d7|times (?=\\w+ ?(?:earnings|sales|book|profits|reported)|earnings|sales|book|ebitda|forward|trailing|next|forecast|reported|expected))`,
      'gi',
    ),
    unit: '\u00d7',
  },
  { pattern: new RegExp(`${ABOUT}(${DIGITS})[ -](?:index )?points\\b`, 'gi'), unit: 'index points' },
  { pattern: new RegExp(`${ABOUT}(${DIGITS}|${SPELLED})[ -]months?\\b`, 'gi'), unit: 'months' },
  {
    pattern: new RegExp(`${ABOUT}(${DIGITS}|${SPELLED})[ -]years?\\b(?! (?:old|ago))`, 'gi'),
    unit: 'months',
    factor: 12,
  },
  { pattern: /\bratio (?:of|at|to|is|was|stands at|stood at|fell to|rose to)[^.;]{0,60}?\b(0\.\d+)/gi, unit: 'ratio' },
  {
    pattern:
      /\b(?:russell 2000|s&p 500|index|nasdaq)[^.;]{0,30}? (?:at|to|of|near|above|below|target of) (\d{1,2},\d{3}(?:\.\d+)?|[1-9]\d{3}\.\d+)/gi,
    unit: 'index points',
  },
  {
    pattern: new RegExp(
      `\\b(${SPELLED}|\\d{1,2}) (?:more |further |additional )?(?:rate )?(?:cuts|hikes|increases|reductions|recessions|cycles|episodes|occasions|companies|stocks|members)\\b`,
      'gi',
    ),
    unit: 'count',
  },
];

const BASES: readonly (readonly [basis: string, words: RegExp])[] = [
  [
    'forward 12 months',
    /\bforward\b|\bnext (?:year's|twelve months'|12 months')|\bexpected earnings|\bforecast earnings/i,
  ],
  ['trailing 12 months', /\btrailing\b|\breported earnings|\blast year's earnings/i],
  ['price to book', /\bbook\b/i],
  ['price to sales', /\b(?:price[- ]to[- ]sales|times sales)\b/i],
  ['total return', /\btotal return|including dividends|dividends included/i],
  ['annualised', /\bannuali[sz]ed|a year\b|per year|per annum/i],
  ['federal funds rate', /\b(?:federal funds|fed funds|policy rate|benchmark rate)\b/i],
  ['year to date', /\byear[- ]to[- ]date|so far this year|ytd\b/i],
];

const amountOf = (digits: string): number => {
  const word = NUMBER_WORDS.indexOf(digits.toLowerCase());
  return word >= 0 ? word : Number(digits.replaceAll(',', '').replace('\u2212', '-'));
};

const LABEL_REACH = 70;
/** The words around a figure that say what it measures. */
const labelOf = (plain: string, from: number, to: number): string => {
  const start = plain.lastIndexOf(' ', Math.max(0, from - LABEL_REACH));
  const before =
    plain
      .slice(from - LABEL_REACH <= 0 ? 0 : start + 1, from)
      .split(/[;:]|, (?=and|but|while|whereas)/)
      .at(-1) ?? '';
  const behind = plain.slice(to, to + 40).split(/[,;:.]/)[0] ?? '';
  return `${before}${plain.slice(from, to)}${behind.slice(0, behind.length < 40 ? undefined : behind.lastIndexOf(' '))}`
    .replace(/\s+/g, ' ')
    .replace(/^["'(\s]+|["')\s]+$/g, '')
    .slice(0, 90);
};

/** The figures a sentence prints with a unit, in its order. Plain counts and years are none. */
export const proposedFigures = (plain: string): readonly ProposedFigure[] => {
  const taken: { from: number; to: number; figure: ProposedFigure }[] = [];
  const date: IsoDate | undefined = dateIn(plain);
  for (const { pattern, unit, factor = 1 } of FORMS) {
    for (const { index, 0: found, 1: digits = '' } of plain.matchAll(pattern)) {
      const [from, to] = [index, index + found.length];
      if (taken.some((one) => one.from < to && from < one.to)) continue;
      if (/[\p{L}\d.,]$/u.test(plain.slice(0, from)) && /^\d/.test(found)) continue;
      const value = amountOf(digits);
      if (!Number.isFinite(value)) continue;
      const basis = BASES.find(([, words]) => words.test(plain.slice(Math.max(0, from - 60), to + 60)))?.[0];
      taken.push({
        from,
        to,
        figure: {
          label: labelOf(plain, from, to),
          value: factor === 1 ? value : scaled(value, factor),
          unit,
          printed: found.trim(),
          ...(basis !== undefined && { basis }),
          ...(date !== undefined && { date }),
        },
      });
    }
  }
  return taken.sort((one, other) => one.from - other.from).map(({ figure }) => figure);
};
