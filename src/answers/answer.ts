import type { PrintedReading } from '../index-ratio/index.ts';
import type { Stance, View } from '../notes/index.ts';
import type { AssumptionRule, Question, RateMoveQuestion, Unclear, ViewsQuestion } from '../questions/index.ts';
import type { Assumption, PublishedRange, RateMoveEffect } from '../sensitivity/index.ts';
import type { BasisPoints, IsoDate, Multiple, Percent } from '../units.ts';

/** A number the answer states, in full precision, with where it comes from. */
export interface AnsweredFigure {
  /** Stable: `smallcap.lift`, `largecap.saving`, `ratio.level`. */
  readonly id: string;
  readonly value: number;
  readonly unit: '%' | 'bp' | '×' | 'US$ m' | 'ratio' | 'months';
  readonly label: string;
  /** A note id, or the name of the publication. */
  readonly source: string;
}

/** A view the answer shows. */
export interface AnsweredView {
  /** Absent where a firm speaks and no person is named. */
  readonly person?: string;
  readonly firm: string;
  readonly stance: Stance;
  /** Note id. */
  readonly note: string;
  readonly claim: string;
  readonly paraphrase: string;
}

/** A view with its age on the day of the answer. */
export interface DatedView {
  readonly view: View;
  readonly monthsOld: number;
  readonly expired: boolean;
}

/** The newest printed ratio known on the day of the answer, and what came of the one printed before it. */
export interface DatedReading extends PrintedReading {
  readonly monthsOld: number;
  readonly before?: PrintedReading;
  /** From the reading before to this one, in percent. */
  readonly changeSince?: Percent;
}

interface Answered {
  /** Short and stable: the same question on the same facts has the same id. */
  readonly id: string;
  readonly figures: readonly AnsweredFigure[];
  readonly views: readonly AnsweredView[];
  /** Note ids and data sources. */
  readonly sources: readonly string[];
  /** The day the answer was given on, UTC. */
  readonly asOf: IsoDate;
}

export type CompanyId = 'small' | 'large';

/** One changed assumption, in its own unit. */
export interface Changed {
  readonly company: CompanyId;
  readonly assumption: Assumption;
  readonly rule: AssumptionRule;
  readonly from: number;
  readonly to: number;
}

export type Pair<T> = Readonly<Record<CompanyId, T>>;

export interface RateMoveAnswer extends Answered {
  readonly kind: 'rate-move';
  readonly question: RateMoveQuestion;
  readonly move: BasisPoints;
  readonly effects: Pair<RateMoveEffect>;
  /** The same move on note 000's own assumptions, where some were changed. */
  readonly original?: Pair<RateMoveEffect>;
  readonly changed: readonly Changed[];
  /** SmallCap's lift ÷ LargeCap's. */
  readonly liftRatio?: Multiple;
  readonly range: PublishedRange;
  /** 25, 50, 75 and 100 bp in the move's direction; empty for a hold. */
  readonly ladder: readonly { readonly move: BasisPoints; readonly effects: Pair<RateMoveEffect> }[];
  /** What note 000 prints for this very move where that differs from the computed figure once rounded. */
  readonly slip?: { readonly printed: string; readonly computed: Percent };
  readonly reading?: DatedReading;
  readonly bullish: readonly DatedView[];
  readonly bearish: readonly DatedView[];
  /** How many people or firms hold each stance in the whole library. */
  readonly voices: Readonly<Record<Stance, number>>;
}

export interface ViewsAnswer extends Answered {
  readonly kind: 'views';
  readonly question: ViewsQuestion;
  readonly byStance: readonly {
    readonly stance: Stance;
    readonly voices: number;
    readonly views: readonly DatedView[];
  }[];
}

export interface HelpAnswer extends Answered {
  readonly kind: 'help';
  readonly question: Extract<Question, { kind: 'help' }>;
}

/** Words that were not understood; an answer like any other, which says so. */
export interface UnclearAnswer extends Answered {
  readonly kind: 'unclear';
  readonly question: null;
  readonly unclear: Unclear;
}

export type Answer = RateMoveAnswer | ViewsAnswer | HelpAnswer | UnclearAnswer;
