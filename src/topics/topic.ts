import type { Answered, Facts } from '../facts/index.ts';
import type { Message } from '../message/index.ts';
import type { Question } from './questions.ts';

export type Kind = Question['kind'];
export type QuestionOf<K extends Kind> = Extract<Question, { readonly kind: K }>;

/** A publication that an answer takes a figure from. */
export interface Publication {
  readonly name: string;
  readonly url: string;
  /** The figure, in words. */
  readonly gave: string;
  /** `2023-09`, where it has one. */
  readonly month?: string;
}

/** What an answer rests on besides its views: what `source?` tells. All parts are empty unless given. */
export interface Citations {
  /** Ids of the library's claims. */
  readonly claims?: readonly string[];
  /** True where note 000's model computed it. */
  readonly model?: boolean;
  /** True where it shows a ratio that the notes print. */
  readonly printedRatio?: boolean;
  /** Names of records and providers. */
  readonly records?: readonly string[];
  readonly publications?: readonly Publication[];
  readonly laws?: readonly Publication[];
}

/** Another question's answer with what it rests on. */
export interface CitedAnswer {
  readonly answer: Answered;
  readonly citations: Citations;
}

/** Answers any question, for the topics that speak of another answer. */
export type Cite = (question: Question, facts: Facts) => CitedAnswer;

/** A line of Help: what can be done, with examples as they are typed. */
export interface HelpRow {
  readonly label: string;
  readonly examples: readonly string[];
}

/** All that the house knows of one kind of question. What is missing does not compile. */
export interface Topic<K extends Kind, A extends Answered & { readonly kind: K }> {
  readonly kind: K;
  readonly answer: (question: QuestionOf<K>, facts: Facts, cite: Cite) => A;
  /** @param help every topic's lines of Help, in order */
  readonly render: (answer: A, help: readonly HelpRow[]) => Message;
  readonly cite: (answer: A) => Citations;
  /** True where the answer changes with closes, rates or odds: a reply that went without them is updated once. */
  readonly needsMarketData: boolean;
  /** False for what leaves a conversation where it was. */
  readonly changesContext: boolean;
  /** True where an answer is worth speaking up for in a thread without being mentioned. */
  readonly isWorthSpeakingUpFor: boolean;
  readonly help: readonly HelpRow[];
}

/** Checks one topic against its question; the answer's type comes from `answer`. */
export const defineTopic = <K extends Kind, A extends Answered & { readonly kind: K }>(
  kind: K,
  topic: Omit<Topic<K, A>, 'kind'>,
): Topic<K, A> => ({ kind, ...topic });
