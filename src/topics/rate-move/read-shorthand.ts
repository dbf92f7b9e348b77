import { ASSUMPTIONS } from '../../sensitivity/index.ts';
import type { ReadingResult } from '../turn.ts';
import { LARGEST_MOVE_BPS, type Overrides, type RateMoveQuestion, type ReadAs } from './question.ts';

/** As the usage hint has it: a size, with a sign or a verb or neither, and behind it what is assumed instead. */
const SHORTHAND =
  /^(?:(?<sign>[+-])|(?<verb>cut|hike|raise) )?(?<size>\d{1,3}|\d{1,3}(?:\.\d{1,2})?(?= ?(?:bp|%))) ?(?<unit>bps?|%)?(?<settings>(?: (?:small\.|large\.)?(?:floating|debt|rate)=\d{1,3}(?:\.\d{1,3})?[%x])*)$/;
const SETTING = /^(?:(?<company>small|large)\.)?(?<name>floating|debt|rate)=(?<value>[\d.]+)(?<unit>[%x])$/;

const PARAMETERS = new Map([
  ['floating', { parameter: 'floatingShare', ownUnit: '%' }],
  ['debt', { parameter: 'debtToEbitda', ownUnit: 'x' }],
  ['rate', { parameter: 'rate', ownUnit: '%' }],
] as const);

const BPS_A_PERCENT = 100;
const SIGNS: ReadonlyMap<string, ReadAs> = new Map([
  ['-', 'minus as a cut'],
  ['+', 'plus as a hike'],
]);

/** What is assumed of either company; undefined where that cannot be, or is said twice. */
const assumedIn = (settings: string): Pick<RateMoveQuestion, 'small' | 'large'> | undefined => {
  const layers: Record<'small' | 'large', Overrides> = { small: {}, large: {} };
  for (const setting of settings.split(' ').slice(1)) {
    const { company, name, value: digits, unit } = SETTING.exec(setting)?.groups ?? {};
    const { parameter, ownUnit } = PARAMETERS.get(name as 'floating' | 'debt' | 'rate') ?? {};
    if (parameter === undefined || unit !== ownUnit) return undefined;
    const value = Number(digits);
    const { least, most } = ASSUMPTIONS[parameter];
    const whose = company === 'large' ? 'large' : 'small';
    if (value < least || value > most || layers[whose][parameter] !== undefined) return undefined;
    layers[whose] = { ...layers[whose], [parameter]: value };
  }
  return Object.fromEntries(Object.entries(layers).filter(([, layer]) => Object.keys(layer).length > 0));
};

/**
 * Reads what most people type behind `/ratecut`: `50bps`, `hike 25`, `0.5% floating=60% large.debt=3x`, to the letter.
 *
 * @returns undefined for anything else, which is then read word by word, and comes to the same where both can read it
 */
export const readShorthand = (typed: string): ReadingResult | undefined => {
  const { sign = '', verb, size, unit, settings = '' } = SHORTHAND.exec(typed)?.groups ?? {};
  if (size === undefined || (sign !== '' && unit === '%')) return undefined;
  const bps = unit === '%' ? Number((Number(size) * BPS_A_PERCENT).toFixed(2)) : Number(size);
  const assumed = assumedIn(settings);
  if (bps === 0 || bps > LARGEST_MOVE_BPS || assumed === undefined) return undefined;
  const isRise = sign === '+' || verb === 'hike' || verb === 'raise';
  const readAs = SIGNS.get(sign);
  const question: RateMoveQuestion = {
    kind: 'rate-move',
    moveBps: isRise ? bps : -bps,
    ...assumed,
    ...(readAs && { readAs: [readAs] }),
  };
  return { kind: 'question', question, private: false };
};
