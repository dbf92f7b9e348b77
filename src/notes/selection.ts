import { addDays, wholeMonthsBetween } from '../calendar/index.ts';
import { type BasisPoints, basisPoints, type IsoDate } from '../units.ts';
import type { AnalystView, Claim, ClaimRecord, Library, Stance } from './format.ts';

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

/** True of a note that a team added, by its number or id. */
export const isTeamNote = (number: string): boolean => number.startsWith('T');

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

/** What of a claim says whether it stands for its voice. */
type LeadingClaim = Pick<
  ClaimRecord,
  'kind' | 'stance' | 'condition' | 'horizon' | 'quoted' | 'paraphrase' | 'short'
> & { readonly note: { readonly id: string }; readonly voice: string };

/** Says what is to come of small caps, or what to do with them. */
const FORECAST =
  /\b(?:bullish|bearish|neutral|over-?weight|under-?weight|out-?perform\w*|under-?perform\w*|expect\w*|forecast\w*|predict\w*|see|sees|will|prefers?|favou?rs?|recommends?|likes?|avoids?)\b/i;

/** Explains a view rather than stating it. */
const REASON =
  /\b(?:because|since|so (?:each|every|the|that)|thanks to|due to|after all|by (?:his|her|their) count)\b/i;

const forecastRank = ({ paraphrase }: LeadingClaim): number =>
  (FORECAST.test(paraphrase) ? 0 : 2) + (REASON.test(paraphrase) ? 1 : 0);

const isCut = ({ short = '' }: LeadingClaim): boolean => /…(?:$|”)/.test(short);
const SIZE = /\b(?:small|large|mega)(?:er)?[- ](?:caps?|companies|stocks|firms)\b|\brussell\b/i;
/** A list shows all of it, and it takes its side there in so many words. */
const isSaidWhole = (claim: LeadingClaim): boolean =>
  claim.short !== undefined && !isCut(claim) && SIZE.test(claim.short) && FORECAST.test(claim.short);

/** From the weightiest reason to put one claim before another, lower numbers first. */
const ranksOf = (claim: LeadingClaim): readonly number[] => [
  Number(claim.kind !== 'view'),
  Number(claim.condition !== undefined),
  Number(claim.quoted === true && !isSaidWhole(claim)),
  Number(claim.horizon === undefined),
  Number(claim.quoted === true),
  forecastRank(claim),
  Number(isCut(claim)),
];

const byLead = (one: LeadingClaim, other: LeadingClaim): number => {
  const [own, others] = [ranksOf(one), ranksOf(other)];
  const at = own.findIndex((rank, place) => rank !== others[place]);
  return at < 0 ? 0 : (own[at] ?? 0) - (others[at] ?? 0);
};

const keyOf = ({ voice, note, stance }: LeadingClaim): string => `${note.id} ${stance} ${voice}`;

/**
 * Of what a voice says on one side in a note that a team added, the claim that stands for it: a view before a fact, one
 * without a condition before one with, one in a person's own words or short enough to be shown whole before another sentence of
 * the note, one that looks ahead a stated time, a forecast before a reason, and else the first of the note. Claims of the house
 * were chosen by its readers: all stay.
 */
const leadingOf = <Some extends LeadingClaim>(claims: readonly Some[]): readonly Some[] => {
  const leading = new Map<string, Some>();
  for (const claim of claims) {
    if (!isTeamNote(claim.note.id)) continue;
    const before = leading.get(keyOf(claim));
    if (before === undefined || byLead(claim, before) < 0) leading.set(keyOf(claim), claim);
  }
  return leading.size === 0
    ? claims
    : claims.filter((claim) => !isTeamNote(claim.note.id) || leading.get(keyOf(claim)) === claim);
};

/** The same claims, those before others that stand for who says them. */
export const leadingFirst = <Some extends LeadingClaim>(claims: readonly Some[]): readonly Some[] => {
  const leading = new Set(leadingOf(claims));
  return claims.toSorted((one, other) => Number(leading.has(other)) - Number(leading.has(one)));
};
