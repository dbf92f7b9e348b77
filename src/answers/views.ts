import { type Claim, isNamed, type Library, onePerVoice, RISK_CLAIMS, STANCES, type View } from '../notes/index.ts';
import type { ViewsQuestion } from '../questions/index.ts';
import { dateOf, type IsoDate } from '../units.ts';
import type { DatedClaim, Side, ViewsAnswer } from './answer.ts';
import { cited, dated, isView } from './dated-claim.ts';
import type { Facts } from './facts.ts';
import { pageOf } from './page.ts';
import { receiptOf } from './receipt.ts';
import { fitsHorizon, fitsNeed, needsIn, onePerCondition } from './views-terms.ts';

/** A claim that takes a side has a section of its own, any other a line. */
const WEIGHT_A_PAGE = 12;
/** A list of conditions is short, and is read as one. */
const WEIGHT_OF_CONDITIONS = 18;
/** More than these are a list, a line each. */
const MOST_SECTIONS = 6;
const LINES_A_LIST = 24;
const weightOf = ({ stance }: Claim): number => (stance === undefined ? 1 : 2);

const includes = <T>(wanted: readonly T[] | undefined, ...values: readonly T[]): boolean =>
  wanted === undefined || values.some((value) => wanted.includes(value));

/** Whether a claim is asked for, its stance aside. */
const isAbout = ({ who, topics, notes, needs, horizon, claims, risks }: ViewsQuestion, claim: Claim): boolean =>
  includes(claims, claim.id) &&
  includes(risks ? RISK_CLAIMS : undefined, claim.id) &&
  includes(who, claim.voice, claim.firm) &&
  includes(topics, ...claim.topics) &&
  includes(notes, claim.note.number) &&
  fitsNeed(needs, claim) &&
  fitsHorizon(horizon, claim);

const KIND_ORDER: Record<Claim['kind'], number> = { view: 1, fact: 2, mention: 3 };

/** Voices that take a side, then unnamed sources that do, then other views, what is reported, and mentions. */
const substanceOf = (claim: Claim): number =>
  claim.stance === undefined ? KIND_ORDER[claim.kind] : isNamed(claim) ? -1 : 0;
const bySubstance = (one: Claim, other: Claim): number => substanceOf(one) - substanceOf(other);

const narrowed = (library: Library, views: readonly View[]): Library => ({ ...library, views });

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

/** The claims a filtered question asks for: with a stance, one view a voice; otherwise everything said. */
const claimsFor = (question: ViewsQuestion, library: Library, today: IsoDate): readonly Claim[] => {
  const { stances, who, needs } = question;
  if (stances === undefined) {
    const claims = library.claims.filter((claim) => isAbout(question, claim)).sort(bySubstance);
    if (needs !== undefined) return onePerCondition(claims, needs);
    return inTurns(claims, ({ voice, stance }) => `${stance === undefined} ${voice}`).sort(bySubstance);
  }
  if (who !== undefined) {
    return library.views.filter((view) => isAbout(question, view) && stances.includes(view.stance));
  }
  const asked = narrowed(
    library,
    library.views.filter((view) => isAbout(question, view)),
  );
  return stances.flatMap((stance) => onePerVoice(asked, stance, today));
};

/**
 * Who says what. Without a filter, everybody by stance. With one, the claims that fit it, and beside them who stands
 * on which side of that same subject, so that no side is ever shown alone.
 */
export const answerViews = (question: ViewsQuestion, facts: Facts): ViewsAnswer => {
  const today = dateOf(facts.now);
  const { notes: library } = facts;
  const { stances, who, topics, notes, needs, horizon, claims: single, risks } = question;
  const isFiltered = [stances, who, topics, notes, needs, horizon, single, risks].some(
    (filter) => filter !== undefined,
  );
  const about = narrowed(
    library,
    library.views.filter((view) => isAbout(question, view)),
  );
  const sides: Side[] = STANCES.map((stance) => ({
    stance,
    voices: onePerVoice(about, stance, today).map((view) => dated(view, facts)),
  }));
  const asked = isFiltered ? claimsFor(question, library, today) : [];
  // everybody on a side is read as one list, a line each
  const isList = stances !== undefined && who === undefined && asked.length > MOST_SECTIONS;
  const size = isList || risks ? LINES_A_LIST : needs === undefined ? WEIGHT_A_PAGE : WEIGHT_OF_CONDITIONS;
  const claims = isFiltered ? pageOf(asked, question.page, size, isList ? () => 1 : weightOf) : undefined;
  const shown: readonly DatedClaim[] = byPerson(claims?.shown ?? [], who).map((claim) => dated(claim, facts));
  const views = isFiltered ? shown.filter(isView).map(cited) : sides.flatMap((side) => side.voices.map(cited));
  const note = notes?.length === 1 ? library.notes.find(({ number }) => number === notes[0]) : undefined;
  const cites = isFiltered ? shown.map(({ claim }) => claim.note.id) : views.map((view) => view.note);
  return {
    kind: 'views',
    id: receiptOf(question, facts),
    asOf: today,
    question,
    sides,
    ...(claims && { claims: { ...claims, shown } }),
    ...(needs !== undefined && { needs: needsIn(asked, needs) }),
    ...(note && { note }),
    figures: [],
    views,
    sources: [...new Set(note ? [note.id, ...cites] : cites)],
  };
};
