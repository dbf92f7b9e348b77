export { answerQuestion, answerTurn, isForAskerOnly, remarksOf, renderTurn, type TurnAnswer } from './answer-turn.ts';
export {
  type AssumptionsFormValues,
  CHANGE_ACTION,
  CHANGE_FORM,
  parseAssumptionsForm,
  parseFormMove,
  RESET_ACTION,
  renderAssumptionsForm,
} from './assumptions-form.ts';
export { renderFiling } from './filing.ts';
export { type ChannelList, parseChannelList, renderHome } from './home.ts';
export type { Remarks } from './remarks.ts';
export {
  FEEDBACK_ACTION,
  parseReason,
  parseThumb,
  REASON_ACTION,
  reasonsMessage,
  thanksMessage,
  withAsker,
  withChange,
  withCompanyList,
  withFeedback,
  withHint,
  withShare,
} from './reply-buttons.ts';
export { renderWelcome } from './welcome.ts';
