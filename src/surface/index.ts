export { answerTurn, isForAskerOnly, renderTurn, type TurnAnswer } from './answer-turn.ts';
export {
  CHANGE_ACTION,
  CHANGE_FORM,
  changeForm,
  type FilledIn,
  moveIn,
  RESET_ACTION,
  readForm,
} from './assumptions-form.ts';
export { type ChannelList, channelListOf, homeTab } from './home.ts';
export { FEEDBACK_ACTION, thumbIn, withAsker, withChange, withFeedback, withHint, withShare } from './reply-buttons.ts';
