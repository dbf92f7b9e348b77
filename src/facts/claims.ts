import { wholeMonthsBetween } from '../calendar/index.ts';
import {
  type AnalystView,
  type Claim,
  type Figure,
  hasExpired,
  isNewOn,
  type Library,
  type Note,
  type Stance,
  selectViews,
} from '../notes/index.ts';
import {
  checkNotes,
  type Finding,
  isFlagged,
  type Phrase,
  type RecessionTally,
  type RecordFacts,
  recessionTally,
} from '../record/index.ts';
import { type BasisPoints, type IsoDate, isoDate, type Months, type Multiple, multiple, utcDateOf } from '../units.ts';
import type { AnsweredView, DatedClaim, DatedView } from './answered.ts';
import type { Facts } from './facts.ts';

interface Findings {
  readonly all: readonly Finding[];
  readonly byClaim: ReadonlyMap<string, readonly Finding[]>;
  readonly byFigure: ReadonlyMap<string, readonly Finding[]>;
}

const knownFindings = new WeakMap<Library, { readonly record: RecordFacts; readonly findings: Findings }>();

const indexed = (all: readonly Finding[], keys: (finding: Finding) => readonly string[]) =>
  all.reduce((index, finding) => {
    for (const key of keys(finding)) index.set(key, [...(index.get(key) ?? []), finding]);
    return index;
  }, new Map<string, Finding[]>());

/** Every finding about the notes, worst first, worked out once for a library and a record. */
export const findingsFor = ({ notes, record }: Facts): Findings => {
  const known = knownFindings.get(notes);
  if (known?.record === record) return known.findings;
  const all = checkNotes(notes, record);
  const findings = {
    all,
    byClaim: indexed(all, ({ claims }) => claims),
    byFigure: indexed(all, ({ figures }) => figures),
  };
  knownFindings.set(notes, { record, findings });
  return findings;
};

const knownTallies = new WeakMap<Facts['record']['closes'], { readonly tally: RecessionTally | undefined }>();

/** In how many recessions small caps led; undefined where a close is not at hand. */
export const recessionsIn = ({ record: { closes } }: Pick<Facts, 'record'>): RecessionTally | undefined => {
  const known = knownTallies.get(closes) ?? { tally: recessionTally(closes) };
  knownTallies.set(closes, known);
  return known.tally;
};

/** What the record says against a claim, in a few words; the worst, where there are several. */
const flagOf = (claim: Claim, facts: Facts): Phrase | undefined =>
  findingsFor(facts)
    .byClaim.get(claim.id)
    ?.find((finding) => isFlagged(finding) && finding.flag !== undefined)?.flag;

const knownAges = new WeakMap<Note, { readonly today: IsoDate; readonly months: Months }>();

/** Worked out once a note and day: a side of many voices has many claims of one note. */
const monthsOld = (note: Note, today: IsoDate): Months => {
  const known = knownAges.get(note);
  if (known?.today === today) return known.months;
  const months = wholeMonthsBetween(note.date, today);
  knownAges.set(note, { today, months });
  return months;
};

/** The claim with its age on the day of the answer, and the record's flag, which is shown wherever the claim is cited. */
export const datedClaim = <C extends Claim>(claim: C, facts: Facts): DatedClaim<C> => {
  const today = utcDateOf(facts.now);
  const flag = flagOf(claim, facts);
  const by = facts.notes.superseded.get(claim.id);
  return {
    claim,
    monthsOld: monthsOld(claim.note, today),
    expired: hasExpired(claim, today),
    ...(flag && { flag }),
    ...(isNewOn(claim, today) && { isNew: true as const }),
    ...(by && { superseded: by }),
  };
};

/** True of a claim that takes a side on small caps against large caps. */
export const isView = (dated: DatedClaim): dated is DatedView => dated.claim.stance !== undefined;

/** The view as an answer lists it. */
export const answeredView = ({ claim }: DatedClaim<AnalystView>): AnsweredView => ({
  ...(claim.speaker !== undefined && { person: claim.speaker }),
  firm: claim.firm,
  stance: claim.stance,
  note: claim.note.id,
  claim: claim.id,
  paraphrase: claim.paraphrase,
});

/** The first views of either side on a rate move. */
interface ViewsOnMove {
  readonly bullish: readonly DatedView[];
  readonly bearish: readonly DatedView[];
  /** Both sides. */
  readonly views: readonly AnsweredView[];
}

interface KnownViews {
  readonly found: ViewsOnMove;
  readonly today: IsoDate;
  readonly record: RecordFacts;
}

const VIEWS_A_SIDE = 2;

/** The last views found in each library, for cuts and for the rest: they change with the day, not with the size. */
const knownViews = { cut: new WeakMap<Library, KnownViews>(), other: new WeakMap<Library, KnownViews>() };

/** Two views of either side on a move, by rank: those about cuts come first on a cut. */
export const viewsOnMove = (facts: Facts, move: BasisPoints): ViewsOnMove => {
  const { notes, record, now } = facts;
  const known = knownViews[move < 0 ? 'cut' : 'other'];
  const today = utcDateOf(now);
  const last = known.get(notes);
  if (last?.today === today && last.record === record) return last.found;
  const side = (stance: Stance) =>
    selectViews(notes, stance, move, today, VIEWS_A_SIDE).map((view) => datedClaim(view, facts));
  const [bullish, bearish] = [side('bullish'), side('bearish')];
  const found = { bullish, bearish, views: [...bullish, ...bearish].map(answeredView) };
  known.set(notes, { found, today, record });
  return found;
};

/** A figure as a note prints it, with what the record says of it. */
export interface NotedFigure {
  readonly figure: Figure;
  readonly claim: Claim;
  readonly finding?: Finding;
}

/** A printed ratio beside what the record says of its day. */
export interface RatioRow extends NotedFigure {
  readonly on: IsoDate;
  readonly recorded?: Multiple;
}

/** Every figure of the notes with its claim and the worst that the record says of it, by the figure's id. */
export const notedFigures = (facts: Facts): ReadonlyMap<string, NotedFigure> => {
  const { byFigure } = findingsFor(facts);
  return new Map(
    facts.notes.claims.flatMap((claim) =>
      claim.figures.map((figure): [string, NotedFigure] => {
        const finding = byFigure.get(figure.id)?.[0];
        return [figure.id, { figure, claim, ...(finding && { finding }) }];
      }),
    ),
  );
};

/** The ratios the notes print for a day known by now, oldest first, each beside the record of that day. */
export const printedRatios = (facts: Facts, today: IsoDate): readonly RatioRow[] =>
  [...notedFigures(facts).values()]
    .flatMap((noted): readonly RatioRow[] => {
      const { unit, asOf } = noted.figure;
      if (unit !== 'ratio' || asOf === undefined || asOf > today) return [];
      const on = isoDate(asOf);
      const recorded = noted.finding?.recomputed.find((one) => one.unit === 'ratio' && one.asOf === on);
      return [{ ...noted, on, ...(recorded && { recorded: multiple(recorded.value) }) }];
    })
    .sort((one, other) => one.on.localeCompare(other.on));
