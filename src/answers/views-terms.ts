import { type Claim, isNamed } from '../notes/index.ts';
import type { Horizon, Need } from '../questions/index.ts';

/** The words by which the library's conditions say what they need. */
const NEED_WORDS: readonly (readonly [Exclude<Need, 'anything'>, RegExp])[] = [
  ['soft landing', /soft landing/],
  ['no recession', /recession/],
  ['stronger economy', /stronger economy|economy turns out stronger|robust growth/],
  ['falling rates', /falling rates/],
];

/** Near one another: who asks for one of them wants to see all three, each in its own words. */
const ON_THE_ECONOMY: readonly Need[] = ['soft landing', 'no recession', 'stronger economy'];

const wantedWith = (need: Need): readonly Need[] => (ON_THE_ECONOMY.includes(need) ? ON_THE_ECONOMY : [need]);

const HORIZON_WORDS: Record<Horizon, RegExp> = {
  'near term': /near|short|coming months|until the first cut/,
  'about a year': /12|this year|next year|^20\d\d$/,
  'long term': /long|decade/,
};

/** What a claim's condition needs, in the order people ask for it; nothing where it names none, or another one. */
const needsOf = ({ condition }: Claim): readonly Need[] =>
  condition === undefined ? [] : NEED_WORDS.filter(([, words]) => words.test(condition)).map(([need]) => need);

/** What was asked for first, then what is near it, as far as one of the claims names it. */
export const needsIn = (claims: readonly Claim[], asked: Need): readonly Need[] =>
  [asked, ...wantedWith(asked).filter((need) => need !== asked)].filter((need) =>
    claims.some((claim) => needsOf(claim).includes(need)),
  );

/** Whether a claim's condition is one asked for, or a near one. */
export const fitsNeed = (need: Need | undefined, claim: Claim): boolean => {
  if (need === undefined) return true;
  if (need === 'anything') return claim.condition !== undefined;
  return needsOf(claim).some((one) => wantedWith(need).includes(one));
};

/** Whether a claim looks as far ahead as asked. */
export const fitsHorizon = (horizon: Horizon | undefined, claim: Claim): boolean =>
  horizon === undefined || (claim.horizon !== undefined && HORIZON_WORDS[horizon].test(claim.horizon.label));

/** Negative where the first is nearer to what was asked for. */
const byNearness =
  (need: Need) =>
  (one: Claim, other: Claim): number => {
    const distance = (claim: Claim): number => {
      const own = needsOf(claim);
      if (own.includes(need)) return 0;
      return 1 + ON_THE_ECONOMY.findIndex((each) => own.includes(each));
    };
    return distance(one) - distance(other);
  };

const isOnEconomy = ({ topics }: Claim): boolean => topics.includes('economy');

/** One claim a voice and condition, those that speak of the economy before others; the condition asked for first. */
export const onePerCondition = (claims: readonly Claim[], need: Need): readonly Claim[] => {
  const seen = new Set<string>();
  const isNew = ({ voice, condition }: Claim): boolean => {
    const key = `${voice}: ${condition}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const chosen = [...claims].sort((one, other) => Number(isOnEconomy(other)) - Number(isOnEconomy(one))).filter(isNew);
  const inOrder = claims.filter((claim) => chosen.includes(claim));
  const byName = inOrder.toSorted((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
  return need === 'anything' ? byName : byName.sort(byNearness(need));
};
