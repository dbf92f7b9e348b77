import type { RefusalQuestion } from '../questions/index.ts';
import { basisPoints, dateOf } from '../units.ts';
import type { AnsweredFigure, RefusalAnswer, Voices } from './answer.ts';
import { backgroundOf } from './background.ts';
import type { Facts } from './facts.ts';
import { receiptOf } from './receipt.ts';

/** Any move will do: how many hold a stance does not depend on it. */
const voicesIn = (facts: Facts): Voices => backgroundOf(facts, basisPoints(0)).voices;

/** `voices.bullish`: how many people and firms hold each stance. */
export const voiceFigures = (voices: Voices): readonly AnsweredFigure[] =>
  (Object.keys(voices) as (keyof Voices)[]).map((stance) => ({
    id: `voices.${stance}`,
    value: voices[stance],
    unit: 'count',
    label: `people and firms in the notes who are ${stance} on small caps`,
    source: 'the notes',
  }));

/** Answers what is not done here; with advice asked for, both sides are counted, and neither is recommended. */
export const answerRefusal = (question: RefusalQuestion, facts: Facts): RefusalAnswer => {
  const voices = voicesIn(facts);
  const isCounted = question.reason === 'advice';
  return {
    kind: 'refusal',
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
    question,
    voices,
    figures: isCounted ? voiceFigures(voices) : [],
    views: [],
    sources: isCounted ? facts.notes.notes.map(({ id }) => id) : [],
  };
};
