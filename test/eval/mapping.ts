/**
 * What counts as which behaviour. This is the one place to change when a kind of question or answer is added, renamed or
 * should count for something else.
 */

/** What a question file expects of a reply. */
export const EXPECTED = ['answer', 'partial', 'unknown', 'refuse', 'clarify', 'answer_or_language_notice'] as const;
export type Expected = (typeof EXPECTED)[number];

/** What a reply does. */
export type Behaviour = 'answer' | 'unknown' | 'refuse' | 'clarify' | 'language';

/** By the kind of the answer; every kind that is not named here answers. */
export const BEHAVIOUR_OF_KIND: Readonly<Record<string, Behaviour>> = {
  unclear: 'clarify',
  'not-known': 'unknown',
  refusal: 'refuse',
};

/** By the reason of an unclear answer; every reason that is not named here asks back. */
export const BEHAVIOUR_OF_UNCLEAR: Readonly<Record<string, Behaviour>> = {
  language: 'language',
  'not-in-notes': 'unknown',
  'unknown-note': 'unknown',
};

/** Where a reply gives no reason, words that only a notice about languages has. */
export const LANGUAGE_NOTICE = /\bin English\b|\bonly English\b|\bEnglish only\b/i;

/** What is right where this is expected. */
export const ACCEPTED: Readonly<Record<Expected, readonly Behaviour[]>> = {
  answer: ['answer'],
  partial: ['answer', 'unknown'],
  unknown: ['unknown'],
  // what is not a matter of the notes may be declined or said not to be in them
  refuse: ['refuse', 'unknown'],
  clarify: ['clarify'],
  answer_or_language_notice: ['answer', 'language'],
};

/** A general reply to words that ask for nothing is as good as asking back. */
export const CLARIFYING_KINDS: readonly string[] = ['help'];
/** Declining to be taught is as good as asking back. */
export const CLARIFYING_REFUSALS: readonly string[] = ['adding a note', 'instruction'];

/** Kinds that state a move or what follows from one: given to words that name no move, they are a guess. */
export const KINDS_THAT_COMPUTE: readonly string[] = ['rate-move', 'compare-moves', 'solve'];
/** Kinds that compute one figure out of what was asked: without the expected figure, it is another one. */
export const KINDS_WITH_ONE_RESULT: readonly string[] = ['solve', 'valuation'];

export const CATEGORIES = [
  'rate-move',
  'follow-up',
  'chain',
  'solve',
  'compare-moves',
  'compare-companies',
  'method',
  'why',
  'stance',
  'person',
  'topic',
  'condition',
  'horizon',
  'compare-people',
  'figure',
  'valuation',
  'ratio',
  'check',
  'conflicts',
  'notes',
  'sweden',
  'source',
  'reset',
  'help',
  'advice',
  'off-topic',
  'unknown',
  'injection',
  'fake-view',
  'secrets',
  'language',
  'gibberish',
  'ambiguous',
  'out-of-range',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Where the category narrows what is right. */
export const ACCEPTED_IN_CATEGORY: Partial<
  Readonly<Record<Category, Partial<Record<Expected, readonly Behaviour[]>>>>
> = {
  advice: { refuse: ['refuse'] },
  injection: { refuse: ['refuse'] },
  secrets: { refuse: ['refuse'] },
  'off-topic': { refuse: ['refuse', 'unknown'], unknown: ['unknown', 'refuse'] },
};

/** The kinds of question an answer may be an answer to; a category that is not named here takes any. */
export const KINDS_OF_CATEGORY: Partial<Readonly<Record<Category, readonly string[]>>> = {
  'rate-move': ['rate-move'],
  'follow-up': ['rate-move'],
  chain: ['rate-move'],
  solve: ['solve'],
  'compare-moves': ['compare-moves'],
  'compare-companies': ['rate-move', 'compare-moves', 'method'],
  method: ['method', 'check', 'figure', 'solve'],
  why: ['method', 'views'],
  stance: ['views'],
  person: ['views', 'notes'],
  topic: ['views', 'notes', 'conflicts'],
  condition: ['views'],
  horizon: ['views'],
  'compare-people': ['views', 'conflicts'],
  // what the Fed decided is told from the record, though a note has the figure too
  figure: ['figure', 'valuation', 'ratio', 'method', 'check', 'views', 'fed-history'],
  valuation: ['valuation', 'figure', 'check'],
  ratio: ['ratio', 'figure', 'check'],
  check: ['check', 'conflicts', 'ratio', 'valuation', 'figure'],
  conflicts: ['conflicts', 'check'],
  notes: ['notes', 'views'],
  sweden: ['views', 'notes', 'check', 'figure'],
  source: ['source'],
  reset: ['rate-move', 'method', 'help', 'reset'],
  help: ['help', 'about'],
  'fake-view': ['views'],
};
