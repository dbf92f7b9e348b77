import { distance } from 'fastest-levenshtein';
import { ALSO_CALLED, RENAMED, SHARED_NAMES } from './zone-names.ts';

/** A time zone among words, and how many of them name it. */
export type ZoneRead =
  | { readonly kind: 'zone'; readonly zone: string; readonly length: number }
  /** One name, used in several places. */
  | { readonly kind: 'shared'; readonly zones: readonly string[]; readonly length: number }
  /** `utc+2`: hours from UTC, which stay as they are when the clocks change. */
  | { readonly kind: 'offset'; readonly length: number };

/** `america/new_york`, `america/new york`, `port-au-prince`: apart only by the signs between words. */
const folded = (name: string): string => name.toLowerCase().replace(/[_-]/g, ' ');
const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** As the time zone database spells it today. */
const modern = (name: string): string => RENAMED.get(name) ?? name;

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...[...Intl.supportedValuesOf('timeZone'), ...RENAMED.values()].flatMap((listed) =>
    [listed, lastPart(listed)].map((name) => [folded(name), modern(listed)] as const),
  ),
  ...Object.entries(ALSO_CALLED).flatMap(([zone, names]) =>
    names.split('|').map((name) => [name.trim().replace(/\s+/g, ' '), zone] as const),
  ),
]);
const NAMES = [...BY_NAME.keys()];
const MOST_WORDS = 4;

const OFFSET = /^(?:etc\/)?(?:utc|gmt)?[+-]\d{1,2}(?::?\d\d)?$/;
const WITH_REGION = /^[a-z]+(?:\/[a-z_+-]+\d{0,2}){1,2}$/;

/** `us/eastern`, `asia/katmandu`: an older name that the runtime knows, though it does not list it. */
const linkedTo = (name: string): string | undefined => {
  if (!WITH_REGION.test(name)) return undefined;
  try {
    return modern(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/**
 * Reads the time zone that begins at a word: `europe/stockholm`, `new york`, `et`.
 * @param words in lower case, without accents
 * @returns undefined where none begins there
 */
export const zoneAt = (words: readonly string[], at: number): ZoneRead | undefined => {
  const first = words[at] ?? '';
  if (OFFSET.test(first)) return { kind: 'offset', length: 1 };
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
    const zone = BY_NAME.get(folded(words.slice(at, at + length).join(' ')));
    if (zone !== undefined) return { kind: 'zone', zone, length };
  }
  const zones = SHARED_NAMES.get(first);
  if (zones) return { kind: 'shared', zones, length: 1 };
  const linked = linkedTo(first);
  return linked === undefined ? undefined : { kind: 'zone', zone: linked, length: 1 };
};

const MOST_OFFERED = 3;
const LONGEST_NAME = 40;
const FARTHEST_NEAR = 0.34;

/** The zones whose places are nearest in spelling, whatever the region, nearest first; none where nothing is near. */
export const nearestZones = (words: string, farthest = FARTHEST_NEAR): readonly string[] => {
  const typed = lastPart(folded(words).slice(0, LONGEST_NAME));
  const near = NAMES.filter((name) => !name.includes('/'))
    .map((name) => ({ name, off: distance(typed, name) / Math.max(typed.length, name.length) }))
    .filter(({ off }) => off <= farthest)
    .sort((one, other) => one.off - other.off)
    .map(({ name }) => BY_NAME.get(name) as string);
  return [...new Set(near)].slice(0, MOST_OFFERED);
};

const SHORTEST_MISSPELT = 5;
const SURELY_NEAR = 0.26;

/** True where a word is shaped like the name of a zone, or hardly misspelt from one. */
export const isLikeZone = (words: string): boolean =>
  WITH_REGION.test(words) || (words.length >= SHORTEST_MISSPELT && nearestZones(words, SURELY_NEAR).length > 0);
