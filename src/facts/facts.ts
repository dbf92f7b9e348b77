import type { CompanyList } from '../companies/index.ts';
import type { PrintedReading } from '../index-ratio/index.ts';
import { type Library, NOTES } from '../notes/index.ts';
import { CITED_RECORD, type RecordFacts } from '../record/index.ts';
import {
  ASSUMPTIONS,
  type Assumption,
  type AssumptionRule,
  type Borrower,
  effectOf,
  LARGE_CAP,
  type RateMoveEffect,
  REFINEMENT_RULES,
  type Refinement,
  SMALL_CAP,
} from '../sensitivity/index.ts';
import type { Overrides } from '../topics/rate-move/question.ts';
import { type BasisPoints, type IsoInstant, isoDate, multiple, type Percent, utcDateOf } from '../units.ts';
import { type Fed, fedAt } from './fed.ts';
import type { KnownPair, Market } from './market.ts';

export type CompanyId = 'small' | 'large';

export type ByCompany<T> = Readonly<Record<CompanyId, T>>;

/** All that an answer may rest on: a snapshot, taken by an edge. The same question and facts give the same answer. */
export interface Facts {
  readonly notes: Library;
  /** Companies of a team's own, where it has listed some. */
  readonly companies?: CompanyList;
  readonly borrowers: ByCompany<Borrower>;
  readonly market: Market;
  /** Closes of other pairs, never put together with those of `market`. */
  readonly pairs: readonly KnownPair[];
  readonly fed: Fed;
  /** What the notes' statements are held against. */
  readonly record: RecordFacts;
  readonly now: IsoInstant;
}

/** The Russell 2000 ÷ S&P 500 readings that the notes print, with the day each is of. */
const printedReadings = ({ claims }: Library): readonly PrintedReading[] =>
  claims.flatMap(({ figures, note }) =>
    figures.flatMap(({ unit, value, printed, asOf }) =>
      unit === 'ratio' && asOf !== undefined
        ? [
            {
              level: multiple(value),
              printed,
              on: isoDate(asOf),
              // "now" is the note's own day, which may itself be inferred
              isInferred: asOf === note.date && note.dateBasis === 'inferred',
              note: note.id,
            },
          ]
        : [],
    ),
  );

const BORROWERS: Facts['borrowers'] = { small: SMALL_CAP, large: LARGE_CAP };
const MARKET: Facts['market'] = { kind: 'printed', readings: printedReadings(NOTES), why: { kind: 'off' } };
const NO_PAIRS: Facts['pairs'] = [];
/** Without futures. */
const NOTHING_PRICED = { futures: { kind: 'off' } } as const;

const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

/** The Fed moves by the minute of its statement: many answers of a minute share it. */
let remembered: { readonly minute: string; readonly fed: Fed } | undefined;

const fedOf = (now: IsoInstant): Fed => {
  const minute = now.slice(0, MINUTE);
  if (remembered?.minute !== minute) remembered = { minute, fed: fedAt(now, NOTHING_PRICED) };
  return remembered.fed;
};

/**
 * The facts the product ships with: the five notes, note 000's two companies, the readings the notes print, and the
 * Fed's decisions and meetings as far as they are typed in.
 */
export const shippedFacts = (now: IsoInstant): Facts => ({
  notes: NOTES,
  borrowers: BORROWERS,
  market: MARKET,
  pairs: NO_PAIRS,
  fed: fedOf(now),
  record: CITED_RECORD,
  now,
});

/** True where the same question has the same answer from both: taken on one day, from the same data. */
export const haveSameAnswers = (one: Facts, other: Facts): boolean =>
  utcDateOf(one.now) === utcDateOf(other.now) &&
  one.market === other.market &&
  one.pairs === other.pairs &&
  one.fed === other.fed &&
  one.record === other.record &&
  one.companies === other.companies;

/** What a workspace has of its own, as answers know it. */
export interface OwnFacts {
  readonly companies?: CompanyList | undefined;
  /** Its notes, and those of the house unless it has switched them off. */
  readonly notes?: Library | undefined;
  /** Tells it from everything else: of another workspace, or before a change. */
  readonly version: string;
}

/** The part of it that another answer shares; undefined where nothing is left. */
export const ownPart = (
  own: OwnFacts | undefined,
  wanted: { readonly companies: boolean; readonly notes: boolean },
): OwnFacts | undefined => {
  const companies = wanted.companies ? own?.companies : undefined;
  const notes = wanted.notes ? own?.notes : undefined;
  if (own === undefined || (companies === undefined && notes === undefined)) return undefined;
  const [team, ofCompanies, ofNotes] = own.version.split(' ');
  return { companies, notes, version: [team, companies && ofCompanies, notes && ofNotes].join(' ') };
};

/** The facts, with what a workspace has of its own. */
export const withOwn = (facts: Facts, own: OwnFacts | undefined): Facts =>
  own
    ? { ...facts, ...(own.companies && { companies: own.companies }), ...(own.notes && { notes: own.notes }) }
    : facts;

/** One changed assumption, in its own unit. */
export interface ChangedAssumption {
  readonly company: CompanyId;
  readonly assumption: Assumption | Refinement;
  readonly rule: AssumptionRule;
  /** Absent where the note assumes nothing of the kind. */
  readonly from?: number;
  readonly to: number;
}

const RULES = { ...ASSUMPTIONS, ...REFINEMENT_RULES };

const BOTH: readonly CompanyId[] = ['small', 'large'];

/** The companies a question is about: both, unless it names one. */
export const companiesIn = ({ only }: { readonly only?: CompanyId | undefined }): readonly CompanyId[] =>
  only === undefined ? BOTH : [only];

/** The two companies as a question assumes them, and what it changes of note 000's. */
interface AssumedBorrowers {
  readonly borrowers: ByCompany<Borrower>;
  readonly changed: readonly ChangedAssumption[];
}

const withOverrides = (borrower: Borrower, overrides: Overrides = {}): Borrower =>
  ({ ...borrower, ...overrides }) as Borrower;

const changesIn = (company: CompanyId, borrower: Borrower, overrides: Overrides = {}): readonly ChangedAssumption[] =>
  (Object.keys(RULES) as (keyof typeof RULES)[]).flatMap((assumption): readonly ChangedAssumption[] => {
    const to = overrides[assumption];
    const from = borrower[assumption];
    return to === undefined || to === (from ?? 0)
      ? []
      : [{ company, assumption, rule: RULES[assumption], ...(from !== undefined && { from }), to }];
  });

/** Both companies as the question assumes them. @param companies whose changes are listed */
export const assumedBorrowers = (
  question: { readonly small?: Overrides | undefined; readonly large?: Overrides | undefined },
  { borrowers }: Facts,
  companies: readonly CompanyId[] = BOTH,
): AssumedBorrowers => ({
  borrowers: {
    small: withOverrides(borrowers.small, question.small),
    large: withOverrides(borrowers.large, question.large),
  },
  changed: companies.flatMap((company) => changesIn(company, borrowers[company], question[company])),
});

/**
 * What one move does to both companies.
 *
 * @param move basis points, negative for a cut
 * @param baseRate the Fed's rate before the move, percent, where it is known
 */
export const effectsOf = (
  borrowers: ByCompany<Borrower>,
  move: BasisPoints,
  baseRate?: Percent,
): ByCompany<RateMoveEffect> => ({
  small: effectOf(borrowers.small, move, baseRate),
  large: effectOf(borrowers.large, move, baseRate),
});

/** Id of the note whose model and example companies the rate-move answer uses. */
export const MODEL_NOTE = '000-2024-09-18';

/** Note 000 prints 17.55 % for SmallCap at 200 bp, a rounding slip of its own: 10.4481 ÷ 59.5 is 17.559832 %. */
export const PRINTED_SLIP = { moveBps: -200, printed: '17.55%' };
