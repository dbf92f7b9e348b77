import { onePerVoice, STANCES, voicesByStance } from '../notes/index.ts';
import type { ViewsQuestion } from '../questions/index.ts';
import { dateOf } from '../units.ts';
import type { ViewsAnswer } from './answer.ts';
import { cited, dated } from './dated-view.ts';
import type { Facts } from './facts.ts';
import { receiptOf } from './receipt.ts';

/** One view of everybody in the notes, by stance, newest note first; a stance asked for comes first, the others follow. */
export const answerViews = (question: ViewsQuestion, facts: Facts): ViewsAnswer => {
  const today = dateOf(facts.now);
  const voices = voicesByStance(facts.notes.views);
  const order = question.stance
    ? [question.stance, ...STANCES.filter((stance) => stance !== question.stance)]
    : STANCES;
  const byStance = order.map((stance) => ({
    stance,
    voices: voices[stance].length,
    views: onePerVoice(facts.notes, stance, today).map((view) => dated(view, today)),
  }));
  const views = byStance.flatMap((side) => side.views.map(cited));
  return {
    kind: 'views',
    id: receiptOf(question, facts),
    asOf: today,
    question,
    byStance,
    figures: [],
    views,
    sources: [...new Set(views.map(({ note }) => note))],
  };
};
