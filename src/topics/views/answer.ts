import {
  type Answered,
  answeredView,
  answerIdOf,
  type DatedClaim,
  type DatedView,
  datedClaim,
  type Facts,
  findingsFor,
  isView,
  type Page,
  type Side,
} from '../../facts/index.ts';
import {
  type AnalystView,
  type Claim,
  hasExpired,
  isTeamNote,
  type Note,
  newSince,
  onePerVoice,
  STANCES,
} from '../../notes/index.ts';
import type { Finding } from '../../record/index.ts';
import { type IsoDate, utcDateOf } from '../../units.ts';
import { type Ledger, ledgerOf } from './answer-scored.ts';
import type { Need, ViewsQuestion } from './question.ts';
import { isAskedFor, narrowed, needsIn, partAsked } from './selection.ts';

/** Views whose horizon has passed, and those that the record confirms or contradicts. */

const VERDICT_OF = { right: 'agrees', wrong: 'disagrees' } as const;

/**
 * Whether a claim's time is up, or the record has settled it, where that was asked for. Settled are views that take a side
 * or look ahead: a fact that a view mentions says nothing of whether the view was right.
 */
export const isSettled = ({ expired, proved }: ViewsQuestion, claim: Claim, facts: Facts): boolean => {
  if (expired && !hasExpired(claim, utcDateOf(facts.now))) return false;
  if (proved === undefined) return true;
  const looksAhead = claim.kind === 'view' && (claim.stance !== undefined || claim.horizon !== undefined);
  return looksAhead && findingOn(claim, proved, facts) !== undefined;
};

/** What the record says for or against a claim. */
const findingOn = (claim: Claim, proved: keyof typeof VERDICT_OF, facts: Facts): Finding | undefined =>
  findingsFor(facts)
    .byClaim.get(claim.id)
    ?.find(({ verdict }) => verdict === VERDICT_OF[proved]);

export interface ViewsAnswer extends Answered {
  readonly kind: 'views';
  readonly question: ViewsQuestion;
  /** Everybody, by stance, whatever stance was asked for: who stands on the other sides is part of every answer. */
  readonly sides: readonly Side[];
  /** Where the people asked for stand in all of the notes, whatever of theirs was asked for. */
  readonly standing?: readonly Side[];
  /** The claims asked for; absent where everybody was. */
  readonly claims?: Page<DatedClaim>;
  /** The people asked for say nothing on the subject asked for, and the claims are what they say on others. */
  readonly isElsewhere?: boolean;
  /** What the claims asked for need, where a condition was asked for. */
  readonly needs?: readonly Need[];
  /** What the record says of the claims shown, where it was asked who proved right or wrong; each once. */
  readonly findings?: readonly Finding[];
  /** The note asked for, where it was one. */
  readonly note?: Note;
  /** What became of views whose horizon has ended, where that was asked for; else the newest of them, in a team's library. */
  readonly ledger?: Ledger;
  /** Notes of the team's own, the newest first. */
  readonly own: readonly Note[];
  /** Since when views count as new. */
  readonly newSince: IsoDate;
  /** The newest views that have taken the place of earlier ones, with what they took it of. */
  readonly superseded: readonly { readonly dated: DatedView; readonly by: AnalystView }[];
  /** What the record says against the team's own notes, worst first. */
  readonly flaggedOwn: readonly Finding[];
}

const MOST_SUPERSEDED = 3;

/** In a team's library, what its own notes have changed. */
const livingParts = (question: ViewsQuestion, isFiltered: boolean, facts: Facts) => {
  const { notes: library } = facts;
  const own = library.notes.filter(({ id }) => isTeamNote(id)).toReversed();
  if (own.length === 0 && !question.scored) return { own, superseded: [], flaggedOwn: [] };
  const ledger = question.scored || !isFiltered ? ledgerOf(question, facts, isFiltered) : undefined;
  const newest = isFiltered
    ? []
    : [...library.superseded]
        .sort(([, one], [, other]) => other.note.date.localeCompare(one.note.date))
        .slice(0, MOST_SUPERSEDED);
  const superseded = newest.flatMap(([id, by]) => {
    const claim = library.claims.find((one) => one.id === id);
    const dated = claim && datedClaim(claim, facts);
    return dated && isView(dated) ? [{ dated, by }] : [];
  });
  const flaggedOwn = isFiltered
    ? []
    : findingsFor(facts).all.filter((finding) => isTeamNote(finding.note) && finding.verdict === 'disagrees');
  return { own, superseded, flaggedOwn, ...(ledger && { ledger }) };
};

const onAnySubject = ({ topics: _, ...question }: ViewsQuestion): ViewsQuestion => question;

/**
 * Who says what. Without a filter, everybody by stance. With one, the claims that fit it, and beside them who stands
 * on which side of that same subject, so that no side is ever shown alone.
 */
export const answerViews = (question: ViewsQuestion, facts: Facts): ViewsAnswer => {
  const today = utcDateOf(facts.now);
  const { notes: library } = facts;
  const { needs, notes, proved, who } = question;
  const isCounted = (claim: Claim): boolean => isSettled(question, claim, facts);
  const among = { library, today, isSettled: isCounted };
  const asked = partAsked(question, among);
  // whoever says nothing on that subject may say it under another one
  const isElsewhere = asked?.total === 0 && who !== undefined && question.topics !== undefined;
  const part = isElsewhere ? partAsked(onAnySubject(question), among) : asked;
  const sidesOf = (asked: ViewsQuestion, counts: (claim: Claim) => boolean): readonly Side[] => {
    const some = library.views.filter((view) => isAskedFor(asked, view) && counts(view));
    const about = some.length === library.views.length ? library : narrowed(library, some);
    return STANCES.map((stance) => ({
      stance,
      voices: onePerVoice(about, stance, today).map((view) => datedClaim(view, facts)),
    }));
  };
  const sides = sidesOf(isElsewhere ? onAnySubject(question) : question, isCounted);
  const isFiltered = part !== undefined;
  const shown: readonly DatedClaim[] = (part?.shown ?? []).map((claim) => datedClaim(claim, facts));
  const views = isFiltered
    ? shown.filter(isView).map(answeredView)
    : sides.flatMap((side) => side.voices.map(answeredView));
  const note = notes?.length === 1 ? library.notes.find(({ number }) => number === notes[0]) : undefined;
  const findings =
    proved === undefined
      ? undefined
      : [...new Set(shown.flatMap(({ claim }) => findingOn(claim, proved, facts) ?? []))];
  const cites = isFiltered ? shown.map(({ claim }) => claim.note.id) : views.map((view) => view.note);
  return {
    kind: 'views',
    id: answerIdOf(question, facts),
    asOf: today,
    question,
    sides,
    ...(who && { standing: sidesOf({ kind: 'views', who }, () => true) }),
    ...(isElsewhere && (part?.total ?? 0) > 0 && { isElsewhere }),
    ...(part && { claims: { shown, total: part.total, page: part.page, pages: part.pages } }),
    ...(needs !== undefined && { needs: needsIn(part?.all ?? [], needs) }),
    ...(note && { note }),
    ...livingParts(question, isFiltered, facts),
    newSince: newSince(today),
    ...(findings && { findings }),
    figures: [],
    views,
    sources: [
      ...new Set([...(note ? [note.id] : []), ...cites, ...(findings ?? []).flatMap(({ sources }) => sources)]),
    ],
  };
};
