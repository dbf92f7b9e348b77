import { distance } from 'fastest-levenshtein';
import { phrasesIn } from '../language/index.ts';
import { type BriefText, shown } from './read-text.ts';
import zones from './zones.json' with { type: 'json' };

/** A time zone among words, up to the word `to`. */
export type ZoneRead =
  | { readonly kind: 'zone'; readonly zone: string; readonly to: number }
  /** One name, used in several places. */
  | { readonly kind: 'shared'; readonly zones: readonly string[]; readonly to: number }
  /** `utc+2`: hours from UTC, which stay as they are when the clocks change. */
  | { readonly kind: 'offset'; readonly to: number }
  /** Shaped like the name of a zone, and none. */
  | { readonly kind: 'unknown'; readonly to: number };

/** Names that the runtime still lists, and what they are called today. */
const RENAMED: ReadonlyMap<string, string> = new Map(Object.entries(zones.renamed));
/** Cities, countries and short forms with their zones: a standard or summer time stands for its place's clock. */
const ALSO_CALLED = Object.entries(zones.alsoCalled).flatMap(([zone, said]) =>
  phrasesIn(said).map((name) => [name, zone] as const),
);
/** Short forms that people in several places use for their own clock, and the places. */
const SHARED_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(zones.shared).flatMap(([places, names]) =>
    phrasesIn(names).map((name) => [name, places.split(' ')] as const),
  ),
);

/** `america/new_york`, `america/new york`, `port-au-prince`: apart only by the signs between words. */
const folded = (name: string): string => name.toLowerCase().replace(/[_/-]/g, ' ');
const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
/** As the time zone database spells it today. */
const modern = (name: string): string => RENAMED.get(name) ?? name;

const PLACES: ReadonlyMap<string, string> = new Map([
  ...[...Intl.supportedValuesOf('timeZone'), ...RENAMED.values()].map(
    (listed) => [folded(lastPart(listed)), modern(listed)] as const,
  ),
  ...ALSO_CALLED,
]);
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...[...Intl.supportedValuesOf('timeZone'), ...RENAMED.values()].map((name) => [folded(name), modern(name)] as const),
  ...PLACES,
]);
/** Most words begin none. */
const FIRST_WORDS = new Set([...BY_NAME.keys(), ...SHARED_NAMES.keys()].map((name) => name.split(' ')[0]));
const MOST_WORDS = 7;

/** `us/eastern`, `asia/katmandu`: an older name that the runtime knows, though it does not list it. */
const linkedTo = (name: string): string | undefined => {
  try {
    return modern(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const OFFSET = /^(?:(?:etc\/)?(?:utc|gmt) ?)?[+-] ?\d{1,2}(?::?\d\d)?$/i;
const REGION = /^[a-z]+(?:\/[a-z_+-]+\d{0,2}){1,2}$/i;
const UTC = new Set(['utc', 'gmt', 'etc', '+', '-']);

/** Reads the time zone that begins at a word: `europe/stockholm`, `new york`, `et`, `utc+2`. */
export const zoneAt = (text: BriefText, at: number): ZoneRead | undefined => {
  const { words, utterance } = text;
  const first = words[at] ?? '';
  // "24 dec - 1 jan"
  const isSigned =
    (utterance.tokens[at]?.sign ?? '') !== '' &&
    !utterance.slots.some(({ kind, from, to }) => kind === 'date' && from <= at && at < to);
  if ((UTC.has(first) || isSigned) && /\d/.test(words.slice(at, at + MOST_WORDS).join(''))) {
    for (let to = at + MOST_WORDS; to > at; to -= 1) {
      if (to <= words.length && OFFSET.test(shown(text, at, to))) return { kind: 'offset', to };
    }
  }
  const isRegion = words[at + 1] === '/';
  if (!/[a-z]/.test(first) || !(isRegion || FIRST_WORDS.has(folded(first).split(' ')[0]))) return undefined;
  for (let to = Math.min(at + MOST_WORDS, words.length); to > at; to -= 1) {
    const name = folded(words.slice(at, to).join(' ')).replace(/\s+/g, ' ');
    const zone = BY_NAME.get(name);
    // "no brief over easter"
    const isHoliday =
      name === 'easter' && /^(?:over|at|for|on|until|till?|til|before|after)$/.test(words[at - 1] ?? '');
    if (zone !== undefined && words[to - 1] !== '/' && !isHoliday) return { kind: 'zone', zone, to };
    const zones = SHARED_NAMES.get(name);
    if (zones) return { kind: 'shared', zones, to };
  }
  for (const to of isRegion ? [at + 5, at + 3] : []) {
    const typed = to <= words.length ? shown(text, at, to) : '';
    if (!REGION.test(typed)) continue;
    const zone = linkedTo(typed);
    return zone === undefined ? { kind: 'unknown', to } : { kind: 'zone', zone, to };
  }
  return undefined;
};

const MOST_OFFERED = 3;
const LONGEST_NAME = 40;
const FARTHEST_NEAR = 0.34;

/** The zones whose places are nearest in spelling, whatever the region, nearest first; none where nothing is near. */
export const nearestZones = (words: string, farthest = FARTHEST_NEAR): readonly string[] => {
  const typed = folded(lastPart(words).slice(0, LONGEST_NAME));
  const near = [...PLACES]
    .map(([name, zone]) => ({ zone, off: distance(typed, name) / Math.max(typed.length, name.length) }))
    .filter(({ off }) => off <= farthest)
    .sort((one, other) => one.off - other.off)
    .map(({ zone }) => zone);
  return [...new Set(near)].slice(0, MOST_OFFERED);
};

const SHORTEST_MISSPELT = 5;
const SURELY_NEAR = 0.26;

/** True where a word is shaped like the name of a zone, or hardly misspelt from one. */
export const isLikeZone = (words: string): boolean =>
  REGION.test(words) || (words.length >= SHORTEST_MISSPELT && nearestZones(words, SURELY_NEAR).length > 0);
