import { type Page, pageOf } from '../../facts/index.ts';
import {
  type AnalystView,
  type Claim,
  isNamedSource,
  isTeamNote,
  type Library,
  leadingFirst,
  onePerVoice,
  RISK_CLAIM_IDS,
} from '../../notes/index.ts';
import type { IsoDate } from '../../units.ts';
import { type Horizon, type Need, type ViewsQuestion, ViewsSchema } from './question.ts';

/** Words in the library's conditions, by what they need. */
const NEED_WORDS: readonly (readonly [Exclude<Need, 'anything'>, RegExp])[] = [
  ['soft landing', /soft landing/],
  ['no recession', /recession/],
  ['stronger economy', /stronger economy|economy turns out stronger|robust growth/],
  ['falling rates', /falling rates/],
];

/** Conditions close to one another: a question about one shows all three, each in its own words. */
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
const fitsNeed = (need: Need | undefined, claim: Claim): boolean => {
  if (need === undefined) return true;
  if (need === 'anything') return claim.condition !== undefined;
  return needsOf(claim).some((one) => wantedWith(need).includes(one));
};

/** Whether a claim looks as far ahead as asked. */
const fitsHorizon = (horizon: Horizon | undefined, claim: Claim): boolean =>
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

/** Says itself what would have to happen for its voice to think otherwise. */
const turnsOn = ({ paraphrase }: Claim): boolean =>
  /\bchanges? (?:my|his|her|our|their|its) (?:mind|view|stance)\b/i.test(paraphrase);

/** One claim a voice and condition, those that speak of the economy before others; the condition asked for first. */
const onePerCondition = (claims: readonly Claim[], need: Need): readonly Claim[] => {
  const seen = new Set<string>();
  const isNew = ({ voice, condition }: Claim): boolean => {
    const key = `${voice}: ${condition}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const chosen = [...claims].sort((one, other) => Number(isOnEconomy(other)) - Number(isOnEconomy(one))).filter(isNew);
  const inOrder = claims.filter((claim) => chosen.includes(claim));
  const byName = inOrder.toSorted(
    (one, other) =>
      Number(turnsOn(other)) - Number(turnsOn(one)) || Number(isNamedSource(other)) - Number(isNamedSource(one)),
  );
  return need === 'anything' ? byName : byName.sort(byNearness(need));
};

/** A claim that takes a side has a section of its own, any other a line. */
const WEIGHT_A_PAGE = 12;
/** A list of conditions is short, and is shown on one page. */
const WEIGHT_OF_CONDITIONS = 18;
/** More than these are a list, a line each. */
const MOST_SECTIONS = 6;
const LINES_A_LIST = 24;
const weightOf = ({ stance }: Claim): number => (stance === undefined ? 1 : 2);

const includes = <T>(wanted: readonly T[] | undefined, ...values: readonly T[]): boolean =>
  wanted === undefined || values.some((value) => wanted.includes(value));

const isLeftOut = ({ withoutWho, withoutTopics, withoutNotes }: ViewsQuestion, claim: Claim): boolean =>
  includes(withoutWho ?? [], claim.voice, claim.firm) ||
  includes(withoutTopics ?? [], ...claim.topics) ||
  includes(withoutNotes ?? [], claim.note.number);

/** Whether a claim is asked for, its stance aside. */
export const isAskedFor = (question: ViewsQuestion, claim: Claim): boolean => {
  const { who, topics, notes, needs, horizon, claims, risks, since } = question;
  return (
    (since === undefined || (claim.note.added !== undefined && claim.note.added.on >= since)) &&
    includes(claims, claim.id) &&
    includes(risks ? RISK_CLAIM_IDS : undefined, claim.id) &&
    includes(who, claim.voice, claim.firm) &&
    includes(topics, ...claim.topics) &&
    includes(notes, claim.note.number) &&
    !isLeftOut(question, claim) &&
    fitsNeed(needs, claim) &&
    fitsHorizon(horizon, claim)
  );
};

/** What people or notes name as risks; undefined where they name none. */
export const risksOf = (
  { who = [], notes = [] }: { readonly who?: readonly string[]; readonly notes?: readonly string[] },
  { claims }: Library,
): ViewsQuestion | undefined => {
  const of = { ...(who.length > 0 && { who }), ...(notes.length > 0 && { notes }) };
  const asks = ViewsSchema.parse({ kind: 'views', ...of, risks: true });
  return claims.some((claim) => isAskedFor(asks, claim)) ? asks : undefined;
};

const KIND_ORDER: Record<Claim['kind'], number> = { view: 1, fact: 2, mention: 3 };

/** Voices that take a side, then unnamed sources that do, then other views, what is reported, and mentions. */
const substanceOf = (claim: Claim): number =>
  claim.stance === undefined ? KIND_ORDER[claim.kind] : isNamedSource(claim) ? -1 : 0;
const bySubstance = (one: Claim, other: Claim): number => substanceOf(one) - substanceOf(other);

export const narrowed = (library: Library, views: readonly AnalystView[]): Library => ({ ...library, views });

/** The first claim of each, then the second of each, so that nobody fills a page alone; else in the order given. */
const inTurns = (claims: readonly Claim[], by: (claim: Claim) => string): Claim[] => {
  const turns = new Map<string, number>();
  return claims
    .map((claim) => {
      const turn = turns.get(by(claim)) ?? 0;
      turns.set(by(claim), turn + 1);
      return { claim, turn };
    })
    .sort((one, other) => one.turn - other.turn)
    .map(({ claim }) => claim);
};

/** Claims of several people, each one's together and in the order they were named. */
const byPerson = (claims: readonly Claim[], who: ViewsQuestion['who'] = []): readonly Claim[] => {
  const rank = ({ voice, firm }: Claim) => who.findIndex((name) => name === voice || name === firm);
  return who.length < 2 ? claims : claims.toSorted((one, other) => bySubstance(one, other) || rank(one) - rank(other));
};

/** In a library that a team adds to, the newest note's first, and of those what stands for whoever says it. */
const inOrder = (claims: readonly Claim[], { notes }: Library): readonly Claim[] =>
  notes.some(({ id }) => isTeamNote(id))
    ? leadingFirst(claims).toSorted((one, other) => other.note.date.localeCompare(one.note.date))
    : claims;

/** Which claims of the library count for a question besides what its words narrow. */
interface Asked {
  readonly library: Library;
  readonly today: IsoDate;
  readonly isSettled?: (claim: Claim) => boolean;
}

/** The claims a filtered question asks for: with a stance, one view a voice; otherwise everything said. */
const claimsFor = (question: ViewsQuestion, { library, today, isSettled = () => true }: Asked): readonly Claim[] => {
  const { stances, who, needs } = question;
  const isAsked = (claim: Claim): boolean => isAskedFor(question, claim) && isSettled(claim);
  if (stances === undefined) {
    const claims = inOrder(library.claims.filter(isAsked), library).toSorted(bySubstance);
    if (needs !== undefined) return onePerCondition(claims, needs);
    return inTurns(claims, ({ voice, stance }) => `${stance === undefined} ${voice}`).sort(bySubstance);
  }
  const views = library.views.filter(isAsked);
  if (who !== undefined)
    return inOrder(
      views.filter(({ stance }) => stances.includes(stance)),
      library,
    );
  return stances.flatMap((stance) => onePerVoice(narrowed(library, views), stance, today));
};

const FILTERS = [
  'stances',
  'who',
  'topics',
  'notes',
  'needs',
  'horizon',
  'claims',
  'risks',
  'expired',
  'proved',
  'since',
] as const;

/** The part asked for of the claims that a question's filters leave; nothing where everybody is asked for. */
export const partAsked = (
  question: ViewsQuestion,
  asked: Asked,
): (Page<Claim> & { readonly all: readonly Claim[] }) | undefined => {
  const { stances, who, needs, risks, most } = question;
  if (FILTERS.every((filter) => question[filter] === undefined)) return undefined;
  const all = claimsFor(question, asked);
  // everybody on a side is read as one list, a line each
  const isList = stances !== undefined && who === undefined && all.length > MOST_SECTIONS;
  const size = isList || risks ? LINES_A_LIST : needs === undefined ? WEIGHT_A_PAGE : WEIGHT_OF_CONDITIONS;
  const { shown, ...page } = pageOf(all, question.page, most ?? size, isList || most ? () => 1 : weightOf);
  return { ...page, all, shown: byPerson(shown, who) };
};
