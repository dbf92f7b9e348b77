import type { BriefEffect } from './about-briefs.ts';
import type { RateMoveQuestion } from './about-rates.ts';
import type { ASSUMPTIONS } from './assumptions.ts';
import type { Question } from './question.ts';

/** What comes of reading words. */

export interface NamedQuestion {
  readonly name: string;
  readonly question: Question;
}

export const LANGUAGES = ['de', 'fr', 'es', 'pt', 'it', 'sv', 'nl', 'ja', 'zh', 'ru', 'ko', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

interface UnclearWords {
  readonly kind: 'unclear';
  /** The words that were not understood, as they may be shown back. */
  readonly words: string;
}

/** Why words about briefs were not understood. */
export type UnclearBrief =
  | { readonly kind: 'unclear'; readonly reason: 'brief-without-time' }
  | (UnclearWords & {
      readonly reason:
        | 'not-a-brief'
        /** Looks like a time of day, and no clock shows it. */
        | 'brief-time'
        /** Hours from UTC, which do not change with the clocks. */
        | 'brief-offset'
        /** Slack knows no such channel, or the asker may not see it. */
        | 'brief-channel'
        /** A second time, trigger, zone or channel: another brief. */
        | 'brief-second'
        | 'brief-trigger'
        | 'brief-which'
        | 'brief-until';
    })
  | (UnclearWords & {
      readonly reason: 'brief-zone' | 'brief-zone-shared';
      /** IANA names: those nearest in spelling, or all that the words stand for. */
      readonly zones: readonly string[];
    });

/** Why words were not understood, with the part of them that was not. The renderer phrases it. */
export type Unclear =
  | UnclearBrief
  | { readonly kind: 'unclear'; readonly reason: 'nothing-typed' | 'no-amount' }
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
        | 'not-about-the-fed'
        | 'not-understood';
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
      /** Two readings are about as good. */
      readonly reason: 'which';
      readonly readings: readonly NamedQuestion[];
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
export type Reading = { readonly kind: 'question'; readonly question: Question; readonly private: boolean } | Unclear;

/** What words come to, typed behind a command or said in a conversation. */
export type Turn = Reading | Effect;

/** What answers are given to; briefs have a room of their own. */
export type AskedTurn = Exclude<Turn, BriefEffect>;
