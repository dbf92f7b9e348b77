import type { Answer } from '../answers/index.ts';
import type { Message } from './block-kit.ts';
import { renderCheck } from './check.ts';
import { renderClaims } from './claims.ts';
import { renderCompareMoves } from './compare-moves.ts';
import { renderConflicts } from './conflicts.ts';
import { renderDone } from './done.ts';
import { renderFed } from './fed.ts';
import { renderFigures } from './figures.ts';
import { renderHelp } from './help.ts';
import { renderMarketMove } from './market-move.ts';
import { renderMethod } from './method.ts';
import { renderNotKnown } from './not-known.ts';
import { renderNotes } from './notes.ts';
import { renderRateMove } from './rate-move.ts';
import { renderRatio } from './ratio.ts';
import { renderRefusal } from './refusal.ts';
import { renderRotation } from './rotation.ts';
import { renderSolve } from './solve.ts';
import { renderSource } from './source.ts';
import { renderUnclear } from './unclear.ts';
import { renderValuation } from './valuation.ts';
import { renderEverybody } from './views.ts';

export { withAsker, withChange, withHint, withShare } from './additions.ts';
export type { Block, Message } from './block-kit.ts';
export { BRIEF_MANAGE_ACTION, BRIEF_NEW_ACTION, type BriefAction, briefActionOf } from './briefs/actions.ts';
export type { BriefAround } from './briefs/around.ts';
export { renderBrief } from './briefs/brief.ts';
export { renderBriefDetails } from './briefs/details.ts';
export { BRIEF_FIELDS, BRIEF_FORM, briefForm, type NewBriefForm } from './briefs/form.ts';
export { type BriefFilledIn, type BriefFormRead, readBriefForm } from './briefs/form-values.ts';
export type { BriefsAtHome, HomeBrief } from './briefs/home.ts';
export { renderHistory, renderSchedules } from './briefs/list.ts';
export { type BriefNotice, renderBriefIntro, renderBriefNotice } from './briefs/notices.ts';
export type { BriefRefusal } from './briefs/refusals.ts';
export type { Reader, ScheduleRow } from './briefs/rows.ts';
export { briefInTerminal } from './briefs/terminal.ts';
export { timingWords, zoneName } from './briefs/timing.ts';
export { ASK_ACTION, context, plainText, SHARE_ACTION, section, shareButton } from './build.ts';
export { FEEDBACK_ACTION, type Thumb, thumbIn, withFeedback } from './feedback.ts';
export { type Home, homeTab } from './home.ts';
export { type ChannelList, channelListOf, type WorkspaceSettings } from './home-settings.ts';
export { LIMITS } from './limits.ts';
export { CHANGE_ACTION, CHANGE_FORM, changeForm, RESET_ACTION } from './modal.ts';
export { type FilledIn, type FormRead, moveIn, readForm } from './modal-values.ts';
export { asPlainText, asSections } from './plain.ts';
export { problemsWith } from './problems.ts';
export type { HomeTab, ModalView, View } from './view-kit.ts';
export { problemsWithView } from './view-problems.ts';
export { escaped } from './wording.ts';

/** Draws an answer; the same answer gives the same message. */
export const render = (answer: Answer): Message => {
  switch (answer.kind) {
    case 'rate-move':
      return renderRateMove(answer);
    case 'rate-move-market':
      return renderMarketMove(answer);
    case 'compare-moves':
      return renderCompareMoves(answer);
    case 'solve':
      return renderSolve(answer);
    case 'method':
      return renderMethod(answer);
    case 'views':
      return answer.claims ? renderClaims(answer) : renderEverybody(answer);
    case 'check':
      return renderCheck(answer);
    case 'conflicts':
      return renderConflicts(answer);
    case 'figure':
      return renderFigures(answer);
    case 'valuation':
      return renderValuation(answer);
    case 'ratio':
      return renderRatio(answer);
    case 'rotation':
      return renderRotation(answer);
    case 'fed':
      return renderFed(answer);
    case 'notes':
      return renderNotes(answer);
    case 'source':
      return renderSource(answer);
    case 'refusal':
      return renderRefusal(answer);
    case 'not-known':
      return renderNotKnown(answer);
    case 'help':
      return renderHelp(answer);
    case 'done':
      return renderDone(answer);
    case 'unclear':
      return renderUnclear(answer);
  }
};
