import { isSession, previousSession } from '../../calendar/index.ts';
import { closesKnown, type Facts, haveSameAnswers } from '../../facts/index.ts';
import { percentChange, readAt } from '../../index-ratio/index.ts';
import type { AnalystView, Claim, Library } from '../../notes/index.ts';
import { type IsoDate, isoDate, type Multiple, multiple, type Percent, utcDateOf } from '../../units.ts';
import type { ViewsQuestion } from './question.ts';
import { isAskedFor } from './selection.ts';

/** A ledger of views: each that took a side over a horizon that has ended, held against the ratio since its note. */

/** What became of one view. */
export interface ScoredView {
  readonly view: AnalystView;
  /** The day of the closes that its note was written on, or the session before. */
  readonly from: IsoDate;
  /** The same of the last day of its horizon. */
  readonly to: IsoDate;
  readonly ratioThen: Multiple;
  readonly ratioAfter: Multiple;
  /** Of the ratio of small to large, percent. */
  readonly change: Percent;
  readonly cameOut: boolean;
}

/** How often somebody's views came out. */
export interface TrackRecord {
  readonly name: string;
  readonly scored: number;
  readonly cameOut: number;
}

export interface Ledger {
  /** The newest end first. */
  readonly scored: readonly ScoredView[];
  /** By person, or the firm where no person is named; those with five or more by how often they came out, then the rest. */
  readonly people: readonly TrackRecord[];
  readonly firms: readonly TrackRecord[];
  /** How many views run still, have no last day, or lack the closes of one. */
  readonly running: number;
  readonly undated: number;
  readonly withoutCloses: number;
}

/** Fewer are too few to rank anybody by. */
export const LEAST_RANKED = 5;

const allViews = ({ views, claims, superseded }: Library): readonly AnalystView[] =>
  superseded.size === 0
    ? views
    : [...views, ...claims.filter((claim): claim is AnalystView => superseded.has(claim.id))];

const takesSide = ({ stance }: Claim): boolean => stance === 'bullish' || stance === 'bearish';

interface Reading {
  readonly on: IsoDate;
  readonly ratio: Multiple;
}

/** The ratio by the closes of a day, or of the session before it; undefined where they are not at hand. */
const ratioOn = ({ market, record, now }: Facts, day: IsoDate): Reading | undefined => {
  const found = isSession(day) ? { kind: 'session' as const, date: day } : previousSession(day);
  if (found.kind !== 'session') return undefined;
  const session = found.date;
  if (market.kind === 'live') {
    const known = closesKnown(market, now);
    const read = readAt(market.ratio, session);
    return known && known.on >= session && read.kind === 'reading' ? read : undefined;
  }
  const [russell, sp] = [record.closes('Russell 2000', session), record.closes('S&P 500', session)];
  return russell && sp ? { on: session, ratio: multiple(russell.value / sp.value) } : undefined;
};

/** The same for many views, which share their days. */
const ratiosOf = (facts: Facts) => {
  const known = new Map<IsoDate, Reading | undefined>();
  return (day: IsoDate): Reading | undefined => {
    if (!known.has(day)) known.set(day, ratioOn(facts, day));
    return known.get(day);
  };
};

const scoreOf = (view: AnalystView, ends: IsoDate, ratio: ReturnType<typeof ratiosOf>): ScoredView | undefined => {
  const [then, after] = [ratio(view.note.date), ratio(ends)];
  if (!then || !after || after.on <= then.on) return undefined;
  const change = percentChange(then.ratio, after.ratio);
  return {
    view,
    from: then.on,
    to: after.on,
    ratioThen: then.ratio,
    ratioAfter: after.ratio,
    change,
    cameOut: view.stance === 'bullish' ? change > 0 : change < 0,
  };
};

const recordsBy = (scored: readonly ScoredView[], nameOf: (view: AnalystView) => string): readonly TrackRecord[] =>
  [...Map.groupBy(scored, ({ view }) => nameOf(view))]
    .map(([name, some]) => ({ name, scored: some.length, cameOut: some.filter(({ cameOut }) => cameOut).length }))
    .sort(
      (one, other) =>
        Number(other.scored >= LEAST_RANKED) - Number(one.scored >= LEAST_RANKED) ||
        (one.scored >= LEAST_RANKED ? other.cameOut / other.scored - one.cameOut / one.scored : 0) ||
        other.scored - one.scored ||
        one.name.localeCompare(other.name),
    );

const ledgerOfAsked = (question: ViewsQuestion, facts: Facts): Ledger => {
  const today = utcDateOf(facts.now);
  const asked = allViews(facts.notes).filter((view) => takesSide(view) && isAskedFor(question, view));
  const dated = asked.flatMap((view) =>
    view.horizon?.ends === undefined ? [] : [{ view, ends: isoDate(view.horizon.ends) }],
  );
  const over = dated.filter(({ ends }) => ends <= today);
  const ratio = ratiosOf(facts);
  const scored = over
    .flatMap(({ view, ends }) => scoreOf(view, ends, ratio) ?? [])
    .sort((one, other) => other.to.localeCompare(one.to) || other.view.note.date.localeCompare(one.view.note.date));
  return {
    scored,
    people: recordsBy(scored, ({ voice }) => voice),
    firms: recordsBy(scored, ({ firm }) => firm),
    running: dated.length - over.length,
    undated: asked.length - dated.length,
    withoutCloses: over.length - scored.length,
  };
};

const knownLedgers = new WeakMap<Library, { readonly facts: Facts; readonly ledger: Ledger }>();

/**
 * The ledger of the views that a question's other filters leave. What has no last day is never scored.
 *
 * @param isFiltered false where they leave every view: that ledger is drawn up once a day for a library and its closes
 */
export const ledgerOf = (question: ViewsQuestion, facts: Facts, isFiltered: boolean): Ledger => {
  if (isFiltered) return ledgerOfAsked(question, facts);
  const known = knownLedgers.get(facts.notes);
  if (known && haveSameAnswers(known.facts, facts)) return known.ledger;
  const ledger = ledgerOfAsked(question, facts);
  knownLedgers.set(facts.notes, { facts, ledger });
  return ledger;
};
