import type { Answered, Facts } from '../facts/index.ts';
import type { Message } from '../message/index.ts';
import type { Question } from './questions.ts';
import type { ReadTopic } from './reading.ts';
import type { Tool } from './tool.ts';

export type Kind = Question['kind'];

type QuestionByKind = { readonly [K in Kind]: Extract<Question, { readonly kind: K }> };
export type QuestionOf<K extends Kind> = QuestionByKind[K];

/** A publication that an answer takes a figure from. */
export interface Publication {
  readonly name: string;
  readonly url: string;
  /** The figure, in words. */
  readonly gave: string;
  /** `2023-09`, where it has one. */
  readonly month?: string;
}

/** What an answer rests on besides its views, for the reply to `source?`. All parts are empty unless given. */
interface Citations {
  /** Ids of the library's claims. */
  readonly claims?: readonly string[];
  /** True where the sensitivity model of note 000 computed it. */
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

/** Market data that somebody may not have connected. */
export type Data = 'closes' | 'futures';

/** Everything the program knows of one kind of question. A topic without one of these does not compile. */
export interface Topic<K extends Kind, A extends Answered> {
  readonly kind: K;
  /** The ways in which words ask for it, after what was asked before. */
  readonly read: ReadTopic;
  readonly answer: (question: QuestionOf<K>, facts: Facts, cite: Cite) => A;
  /** @param help every topic's lines of Help, in order */
  readonly render: (answer: A, help: readonly HelpRow[]) => Message;
  readonly cite: (answer: A) => Citations;
  /** True where the answer changes with closes, rates or odds: a reply that went without them is updated once. */
  readonly needsMarketData: boolean;
  /** What the question cannot be answered without, where there is such a thing: no button asks it while that is missing. */
  readonly needs?: (question: QuestionOf<K>) => Data | undefined;
  /** True where a follow-up goes on from this question; false where it goes on from the one before. */
  readonly changesContext: boolean;
  /** True where an answer is worth giving in a thread where nobody mentioned the bot. */
  readonly isWorthSpeakingUpFor: boolean;
  /** True where the answer concerns nobody but the person who asked: it is never posted to a channel. */
  readonly isForAskerOnly: boolean;
  /** True where the sensitivity model of note 000 is asked about. */
  readonly isAboutModel: boolean;
  /** As they are typed: shown where words behind its command were not understood. */
  readonly examples: readonly string[];
  /** Its lines of Help. */
  readonly help: readonly HelpRow[];
  /** Its tool for Slackbot, assistants and editors, where it has one; a tool may ask questions of other kinds too. */
  readonly tool?: Tool;
}

/** A topic under the name of each kind. A kind without its topic does not compile. */
export type Topics = { readonly [K in Kind]: { readonly kind: K } };

/** Checks a topic against its kind of question; the type of its answer is that of `answer`. */
export const defineTopic = <K extends Kind, A extends Answered & { readonly kind: K }>(
  kind: K,
  topic: Omit<Topic<K, A>, 'kind'>,
): Topic<K, A> => ({ kind, ...topic });
