import { viewsQuestion } from '../../views.ts';
import { words } from '../patterns.ts';
import { asked, ofKind, type Rule } from '../said.ts';
import { VIEW_WORDS } from './view-words.ts';

/** `what about Stockholm?`: Sweden is a subject of one note, whatever else is said. */
export const sweden: Rule = ({ topics, who }) =>
  topics.includes('Sweden') && who.length === 0 ? asked({ kind: 'views', topics: ['Sweden'] }) : undefined;

const WRITTEN_BY = words`author | authors | writer | who wrote`;
const SHORT = 4;

/** `what do they say about tariffs?`, `views in note 003`. */
export const topicViews: Rule = ({ subjects, text, who, words: { length } }) => {
  if (who.length > 0) return undefined;
  const topics = ofKind(subjects, 'topic');
  const notes = ofKind(subjects, 'note');
  const asksViews = VIEW_WORDS.test(text);
  if (notes.length > 0 && (asksViews || WRITTEN_BY.test(text) || topics.length > 0)) {
    return asked(viewsQuestion([...notes, ...topics]));
  }
  return topics.length > 0 && (asksViews || length <= SHORT) ? asked(viewsQuestion(topics)) : undefined;
};

const RISKS = words`
  what (could|can|might|may) go wrong | risks? | downsides? | dangers? | threats? | why not | case against
  counter ?arguments? | what (could|would|might) (kill|derail|stop|end|hurt|spoil) (it|this|the|small)
`;

/** `what could go wrong?`: those who doubt and those who weigh both sides. */
export const risks: Rule = ({ text, who, topics }) =>
  RISKS.test(text) && who.length === 0 && topics.length === 0 ? asked({ kind: 'views', risks: true }) : undefined;
