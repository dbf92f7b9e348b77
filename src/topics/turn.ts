import type { BriefEffect, UnclearBrief, UnclearWords } from '../brief/effect.ts';
import type { CompanyListEffect } from '../companies/index.ts';
import type { ASSUMPTIONS } from '../sensitivity/index.ts';
import type { NoteEffect } from '../team-notes/index.ts';
import type { Kept, Standing } from './context.ts';
import type { Question } from './questions.ts';
import type { RateMoveQuestion } from './rate-move/question.ts';

/** What comes of reading words. */

export interface NamedQuestion {
  readonly name: string;
  readonly question: Question;
}

/** A company's inputs that cannot both be right: US$ m a year. */
export interface InputMisfit {
  readonly company: 'small' | 'large';
  readonly ebitda: number;
  readonly netIncome: number;
}

export const LANGUAGES = ['de', 'fr', 'es', 'pt', 'it', 'sv', 'nl', 'ja', 'zh', 'ru', 'ko', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Why words were not understood, with the part of them that was not. The renderer phrases it. */
export type Unclear =
  | UnclearBrief
  | {
      readonly kind: 'unclear';
      readonly reason: 'nothing-typed' | 'no-amount';
      /** What a follow-up may answer with alone. */
      readonly wants?: 'size';
      readonly wantedWay?: 'cut' | 'hike';
      readonly wantedOnly?: 'small' | 'large';
    }
  | (UnclearWords & {
      readonly reason:
        | 'unknown-command'
        | 'not-a-move'
        | 'mixed-signs'
        | 'out-of-range'
        | 'unknown-assumption'
        | 'assumption-set-twice'
        | 'assumption-without-number'
        | 'unknown-note'
        | 'nothing-to-check'
        | 'not-a-rotation'
        | 'no-such-date'
        | 'ambiguous-date'
        | 'not-about-the-fed';
    })
  | (UnclearWords & {
      readonly reason: 'not-understood';
      /** What the words come nearest to, if anything, each as it would be asked. */
      readonly nearest?: readonly NamedQuestion[];
    })
  | (UnclearWords & { readonly reason: 'assumption-out-of-range'; readonly assumption: keyof typeof ASSUMPTIONS })
  | (UnclearWords & {
      readonly reason: 'not-in-notes';
      /** What the words most resemble, each as it would be asked. */
      readonly nearest: readonly NamedQuestion[];
    })
  | {
      readonly kind: 'unclear';
      readonly reason: 'several-moves';
      /** Each as it would be asked alone, assumptions and all. */
      readonly moves: readonly RateMoveQuestion[];
    }
  | {
      readonly kind: 'unclear';
      /** Two readings are about as good, or one that leaves something unread. */
      readonly reason: 'which';
      readonly readings: readonly NamedQuestion[];
      /** The person's own words, unchanged. */
      readonly words?: string;
      /** The inputs that do not fit each other. */
      readonly misfit?: InputMisfit;
      /** The words in doubt, unchanged. */
      readonly unsure?: string;
      /** So many moves were named without a size: the next may name it. */
      readonly wantedCount?: number;
      /** Where each of the readings would lead. */
      readonly tentative?: readonly Standing[];
    }
  | {
      readonly kind: 'unclear';
      readonly reason: 'language';
      readonly language: Language;
      /** What could be made out, as it would be asked in English. */
      readonly nearest: readonly NamedQuestion[];
    };

/** Words that do something instead of asking. An edge carries them out. */
export type Effect = Silence | BriefEffect;

/** Be silent in this thread until mentioned again. */
export interface Silence {
  readonly kind: 'silence';
}

/** Words, read: a question to answer, to all or to the asker only, or what was not understood. */
export type ReadingResult =
  | {
      readonly kind: 'question';
      readonly question: Question;
      readonly private: boolean;
      /** Not put together from the words, but what they resemble most; or a move whose direction nobody said: the reply says so. */
      readonly how?: 'ranked' | 'way assumed';
      /** A day, a year, a person or a time that the answer takes no account of: the reply says so first. */
      readonly notUsed?: { readonly words: string; readonly kind: string };
      /** Other senses, offered beside the answer. */
      readonly others?: readonly NamedQuestion[];
      /** What the conversation remembers of it beside the question. */
      readonly keeps?: Kept;
    }
  | Unclear;

/** What words come to, typed behind a command or said in a conversation; lists of companies and notes are changed by their commands only. */
export type Turn = ReadingResult | Effect | CompanyListEffect | NoteEffect;

/** What answers are given to; briefs, the list of companies and notes have rooms of their own. */
export type AskedTurn = Exclude<Turn, BriefEffect | CompanyListEffect | NoteEffect>;
