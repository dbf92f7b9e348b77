import { addDays, wholeMonthsBetween } from '../calendar/index.ts';
import { type BasisPoints, basisPoints, type IsoDate } from '../units.ts';
import { isTeamNote, type Stance } from './format.ts';
import { leadingOf } from './leading-view.ts';
import type { AnalystView, Claim, Library } from './library.ts';

/**
 * Claims that say what could go wrong for small caps, one a voice or kind of risk; the library's readers chose them.
 * Ids of the shipped library: another library simply has none of them.
 */
export const RISK_CLAIM_IDS: readonly string[] = [
  '004-calvasina-mixed-blessing',
  '001-beath-tariffs',
  '001-tunkel-headwinds',
  '001-kostin-12-months',
  '000-j-recession',
  '000-j-ai-pulls-away',
  '002-been-here-before',
  '002-tariffs-consumers',
  '003-west-reversal',
  '003-west-inflation-risk',
  '003-west-liquidity-risk',
  '004-against-big-tech',
];

const NEW_DAYS = 7;

/** Since when a note that a team has added is new. */
export const newSince = (today: IsoDate): IsoDate => addDays(today, -NEW_DAYS);

/** True of a claim of a note that a team has added in the last seven days. */
export const isNewOn = ({ note: { added } }: Claim, today: IsoDate): boolean =>
  added !== undefined && added.on >= newSince(today);

/** A source without a name to ask for, such as a news wire: its claims are shown, but it is not counted as a person or firm. */
export const isNamedSource = ({ voice }: Claim): boolean => !voice.includes('(unnamed)');

/** The numbers of the notes that some people or firms wrote or published. */
export const notesBy = (names: readonly string[], { notes }: Library): readonly string[] =>
  notes
    .filter(({ author, publisher }) => names.some((name) => name === publisher || name === author.name))
    .map(({ number }) => number);

/** The people and firms who hold each stance, each once; somebody with views on two sides is counted on both. */
export const voicesByStance = (views: readonly AnalystView[]): Record<Stance, readonly string[]> => {
  const of = (stance: Stance) => [
    ...new Set(views.filter((view) => view.stance === stance && isNamedSource(view)).map(({ voice }) => voice)),
  ];
  return { bullish: of('bullish'), bearish: of('bearish'), mixed: of('mixed'), neutral: of('neutral') };
};

const knownCounts = new WeakMap<readonly AnalystView[], Readonly<Record<Stance, number>>>();

/** How many people and firms hold each stance; somebody with views on two sides counts on both. */
export const stanceCounts = (views: readonly AnalystView[]): Readonly<Record<Stance, number>> => {
  const known = knownCounts.get(views);
  if (known !== undefined) return known;
  const { bullish, bearish, mixed, neutral } = voicesByStance(views);
  const counts = { bullish: bullish.length, bearish: bearish.length, mixed: mixed.length, neutral: neutral.length };
  knownCounts.set(views, counts);
  return counts;
};

/** A view for the near term that names no day has run out after a year. */
const NEAR_TERM_MONTHS = 12;

/** True once the last day of the claim's horizon has passed, or a year since one for the near or short term. */
export const hasExpired = ({ horizon, note }: Claim, today: IsoDate): boolean => {
  if (horizon?.ends !== undefined) return horizon.ends < today;
  return (
    horizon !== undefined &&
    /near|short/.test(horizon.label) &&
    wholeMonthsBetween(note.date, today) >= NEAR_TERM_MONTHS
  );
};

/** An AI agent that wrote a note comes after every person and firm. */
const isAgent = ({ note, speaker }: AnalystView): boolean =>
  note.author.kind === 'AI agent' && speaker === note.author.name;

const bearsOn = (view: AnalystView, move: BasisPoints): boolean => view.bearsOn === (move < 0 ? 'cut' : 'any');
const isOnFloatingDebt = (view: AnalystView): boolean => view.topics.includes('floating debt');

/** Negative where the first holds and the second does not. */
const first = (one: boolean, other: boolean): number => Number(other) - Number(one);

const CUT = basisPoints(-1);

const knownSides = new WeakMap<readonly AnalystView[], ReadonlyMap<string, number>>();

/** On how many sides each voice is. */
const sidesIn = (views: readonly AnalystView[]): ReadonlyMap<string, number> => {
  const known = knownSides.get(views);
  if (known !== undefined) return known;
  const stances = new Map<string, Set<Stance>>();
  for (const { voice, stance } of views) stances.set(voice, (stances.get(voice) ?? new Set()).add(stance));
  const sides = new Map([...stances].map(([voice, held]) => [voice, held.size] as const));
  knownSides.set(views, sides);
  return sides;
};

/** True of somebody whose views in the library are all on one side. */
const isOneSided = ({ views }: Library, { voice }: AnalystView): boolean => sidesIn(views).get(voice) === 1;

/** In a library that a team adds to, the newest note stands first. */
const isLiving = ({ notes }: Library): boolean => notes.some(({ id }) => isTeamNote(id));

/** Negative when `one` should be shown before `other`. */
const byRank = (library: Library, move: BasisPoints, today: IsoDate) => {
  const isNewestFirst = isLiving(library);
  return (one: AnalystView, other: AnalystView): number =>
    first(!isAgent(one), !isAgent(other)) ||
    (isNewestFirst ? other.note.date.localeCompare(one.note.date) : 0) ||
    first(bearsOn(one, move), bearsOn(other, move)) ||
    first(!hasExpired(one, today), !hasExpired(other, today)) ||
    first(isOneSided(library, one), isOneSided(library, other)) ||
    other.note.date.localeCompare(one.note.date) ||
    first(isOnFloatingDebt(one), isOnFloatingDebt(other)) ||
    first(one.condition !== undefined, other.condition !== undefined);
};

/** The views that stand for who holds a stance. */
const viewsOn = ({ views }: Library, stance: Stance): readonly AnalystView[] =>
  leadingOf(views.filter((view) => view.stance === stance && isNamedSource(view)));

/**
 * The views of one stance to show beside a rate move, one a firm, people before AI agents. First those that bear on the move (a cut: views that
 * rest on cuts; a hike or a hold: views that stand whatever the Fed does), then those whose horizon still runs, then those
 * of people who speak for one side only, then the newest (which stand first of all in a library that a team adds to), then those about floating debt, then those that name their condition; else in the library's order.
 *
 * @param move basis points, negative for a cut
 * @param most how many at most
 */
export const selectViews = (
  library: Library,
  stance: Stance,
  move: BasisPoints,
  today: IsoDate,
  most: number,
): readonly AnalystView[] => {
  const ranked = viewsOn(library, stance).toSorted(byRank(library, move, today));
  const firms = new Set<string>();
  const isNewFirm = ({ firm }: AnalystView): boolean => !firms.has(firm) && firms.add(firm) !== undefined;
  return ranked.filter(isNewFirm).slice(0, most);
};

const knownVoices = new WeakMap<readonly AnalystView[], Map<string, readonly AnalystView[]>>();
const MOST_REMEMBERED = 16;

/** One view for each person or firm of a stance, the one that bears most on a cut; ranked as beside a cut. */
export const onePerVoice = (library: Library, stance: Stance, today: IsoDate): readonly AnalystView[] => {
  const known = knownVoices.get(library.views)?.get(`${stance} ${today}`);
  if (known !== undefined) return known;
  const ranked = viewsOn(library, stance).toSorted(byRank(library, CUT, today));
  const voices = new Set<string>();
  const isNewVoice = ({ voice }: AnalystView): boolean => !voices.has(voice) && voices.add(voice) !== undefined;
  const found = ranked.filter(isNewVoice);
  const of = knownVoices.get(library.views) ?? new Map<string, readonly AnalystView[]>();
  if (of.size >= MOST_REMEMBERED) of.clear();
  knownVoices.set(library.views, of.set(`${stance} ${today}`, found));
  return found;
};
