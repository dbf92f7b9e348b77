import type { PrintedReading } from '../index-ratio/index.ts';
import type { Claim, Figure, Stance, View } from '../notes/index.ts';
import type { Phrase } from '../record/index.ts';
import type { IsoDate, Percent } from '../units.ts';

/** What answers of every kind are made of. */

/** A number the answer states, in full precision, with where it comes from. */
export interface AnsweredFigure {
  /** Stable: `smallcap.lift`, `largecap.saving`, `ratio.level`. */
  readonly id: string;
  readonly value: number;
  readonly unit: Figure['unit'];
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

/** A claim with its age on the day of the answer. */
export interface DatedClaim<C extends Claim = Claim> {
  readonly claim: C;
  readonly monthsOld: number;
  /** True once the time it speaks of has run out. */
  readonly expired: boolean;
  /** What the record says against it, in a few words, where it does. */
  readonly flag?: Phrase;
}

export type DatedView = DatedClaim<View>;

/** The newest printed ratio known on the day of the answer, and what came of the one printed before it. */
export interface DatedReading extends PrintedReading {
  readonly monthsOld: number;
  readonly before?: PrintedReading;
  /** From the reading before to this one, in percent. */
  readonly changeSince?: Percent;
}

export interface Answered {
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

export type Pair<T> = Readonly<Record<CompanyId, T>>;

/** How many people or firms hold each stance. */
export type Voices = Readonly<Record<Stance, number>>;

/** Who stands on one side, among those asked for. */
export interface Side {
  readonly stance: Stance;
  /** Each person or firm once, by the rank of their views. */
  readonly voices: readonly DatedView[];
}

/** A part of a list too long for one message. */
export interface Page<T> {
  readonly shown: readonly T[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}
