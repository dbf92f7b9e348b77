import { type ClaimRecord, isTeamNote } from './format.ts';

/** Which of several things that somebody says in one note stands for them. */

type Claim = Pick<ClaimRecord, 'kind' | 'stance' | 'condition' | 'horizon' | 'quoted' | 'paraphrase'> & {
  readonly note: { readonly id: string };
  readonly voice: string;
};

/** Says what is to come of small caps, or what to do with them. */
const FORECAST =
  /\b(?:bullish|bearish|neutral|over-?weight|under-?weight|out-?perform\w*|under-?perform\w*|expect\w*|forecast\w*|predict\w*|see|sees|will|prefers?|favou?rs?|recommends?|likes?|avoids?)\b/i;

/** Explains a view rather than stating it. */
const REASON =
  /\b(?:because|since|so (?:each|every|the|that)|thanks to|due to|after all|by (?:his|her|their) count)\b/i;

const forecastRank = ({ paraphrase }: Claim): number =>
  (FORECAST.test(paraphrase) ? 0 : 2) + (REASON.test(paraphrase) ? 1 : 0);

/** From the weightiest reason to put one claim before another, lower numbers first. */
const ranksOf = (claim: Claim): readonly number[] => [
  Number(claim.kind !== 'view'),
  Number(claim.condition !== undefined),
  Number(claim.horizon === undefined),
  Number(claim.quoted === true),
  forecastRank(claim),
];

const byLead = (one: Claim, other: Claim): number => {
  const [own, others] = [ranksOf(one), ranksOf(other)];
  const at = own.findIndex((rank, place) => rank !== others[place]);
  return at < 0 ? 0 : (own[at] ?? 0) - (others[at] ?? 0);
};

const keyOf = ({ voice, note, stance }: Claim): string => `${note.id} ${stance} ${voice}`;

/**
 * Of what a voice says on one side in a note that a team added, the claim that stands for it: a view before a fact, one
 * without a condition before one with, one that looks ahead a stated time, one in a person's own words before a sentence of
 * the note, a forecast before a reason, and else the first of the note. Claims of the house were chosen by its readers: all stay.
 */
export const leadingOf = <Some extends Claim>(claims: readonly Some[]): readonly Some[] => {
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
export const leadingFirst = <Some extends Claim>(claims: readonly Some[]): readonly Some[] => {
  const leading = new Set(leadingOf(claims));
  return claims.toSorted((one, other) => Number(leading.has(other)) - Number(leading.has(one)));
};
