import { defineTopic } from '../topic.ts';
import { answerAbout } from './answer.ts';
import { renderAbout } from './message.ts';

export const about = defineTopic('about', {
  answer: answerAbout,
  render: renderAbout,
  cite: () => ({}),
  needsMarketData: false,
  changesContext: false,
  isWorthSpeakingUpFor: false,
  help: [],
});
