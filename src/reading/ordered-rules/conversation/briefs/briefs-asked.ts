import type { BriefEffect, UnclearBrief } from '../../../../brief/index.ts';
import { isUnclearBrief, readBrief } from '../../brief.ts';
import { opening, whole, words } from '../patterns.ts';
import type { Rule, Said } from '../said.ts';

const NAMED = words`(?<!\b(in|be|keep it|so) )(briefs?|briefing)`;

const ASKING = 'please|can you|could you|would you|will you|ok|now|let s|hi|hello|hey|so';
const A_BRIEF = '[the|a|an|this|today|todays|our|my|next|latest|morning|daily|market|rotation]* (briefs?|briefing)';
const BEHIND = 'please|now|today|here|again|right|at once|this morning|privately|private|only|to me';

/** An order or a wish for a brief; what people tell each other of theirs is none. */
const WANTED = `
  brief (me|us)
  (?<!\\b(i|we|they|he|she|who) )(post|send|schedule|deliver|give|show|get|set up|create|add|make|start|run|publish|bring)
    [me|us|up|here]* ${A_BRIEF}
  (can|could|may) (i|we) [please]* (get|have|see|read) ${A_BRIEF}
  (i|we) (want|need|d like|would like) [to (get|have|see|read)] ${A_BRIEF}
`;
/** True where the words ask for a brief, and do not only speak of one. */
export const WANTS_BRIEF = words`${WANTED}`;

/** With no other words, a brief is wanted at once. */
const AT_ONCE = whole`
  [${ASKING}]* (brief (me|us)|(give|send|show|get|post|read|run|publish|bring) [me|us|here]* ${A_BRIEF}) [${BEHIND}]*
  [${ASKING}]* (can|could|may) (i|we) [please]* (get|have|see|read) ${A_BRIEF} [${BEHIND}]*
  [${ASKING}]* (i|we) (want|need|d like|would like) [to (get|have|see|read)] ${A_BRIEF} [${BEHIND}]*
  [${ASKING}]* ${A_BRIEF} [${BEHIND}]*
`;
const PREVIEW = whole`[${ASKING}]* preview [of]* ${A_BRIEF} [${BEHIND}]*`;
const PRIVATELY = words`private(ly)? | only`;

const LIST = whole`
  (what|which|how many) [morning|daily|of the|of our]* (briefs|brief schedules) (are|do) [we|i|you|there]*
    [have|scheduled|set|up|running|active|planned|due|here|in|this|channel]*
  [please|can you]* (list|show|see|give) [me|us]* [the|all|our|my|scheduled|morning|daily]* (briefs|brief schedules?)
    [please|here|in|this|channel|we have|there are]*
  (is|are) [there|any|a|the|our|morning|daily]* briefs? [already]* (scheduled|set up|due|planned) [here|today|now]*
  when (is|does|will) [the|our|my]* next [morning|daily]* brief [due|come|be|posted|sent|scheduled]*
  [the|our|my]* (scheduled briefs|brief schedules?)
`;
const HISTORY = whole`
  (what|which) [morning|daily]* briefs (were|was|have been|got|did you) (posted|sent|delivered|skipped|post|send|skip)
  [show|give|list]* [me|us|the|our]* (brief history|history of [the|our|my|past|morning|daily]* briefs?)
`;

const ORDER = opening`
  [${ASKING}]* (pause|suspend|resume|unpause|skip|remove|delete|cancel|stop|unschedule)
    [the|our|my|this|that|next|all|tomorrow|today|morning|daily|market|rotation|posting|sending]* briefs?(?! (summary|overview))
`;

/** `morning brief at 8`: its name first, and nothing told of it. */
const NAMED_FIRST = opening`[please]* ${A_BRIEF}(?!.*\b(is|was|were|has|have|had|will)\b)`;
const NO_MORE = whole`[please|ok]* no more [morning|daily]* briefs [please|here|in|this|channel|thanks]*`;
const FORM = words`schedule | set up | create | add | make`;
const DATED = words`
  daily | (every|each) (day|morning|single day|weekday|trading day) | weekdays? | weekends? | (working|business|trading) days?
  (mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(day)?s? | (at|by|around) \d+ | \d+ ?(am|pm) | \d+ \d\d | noon | midnight
`;
const WAITING = words`(brief me|brief us|brief|briefs) (when|whenever|once|if|as soon as|every time|each time)`;

/** What asks back about a brief: sure enough only where a time or something to wait for is named with it. */
const isAboutBriefs = ({ reason }: UnclearBrief, text: string): boolean => {
  if (reason === 'not-a-brief') return false;
  return reason === 'brief-trigger' ? WAITING.test(text) : reason === 'brief-without-time' || DATED.test(text);
};

const atOnce = (text: string): BriefEffect | undefined => {
  if (PREVIEW.test(text)) return { kind: 'brief', do: 'preview' };
  return AT_ONCE.test(text) ? { kind: 'brief', do: PRIVATELY.test(text) ? 'preview' : 'now' } : undefined;
};

/** What `/brief` makes of the words: a schedule where it takes them all, and an order where the words begin as one. */
const readAsTyped = ({ text, typed }: Said): BriefEffect | UnclearBrief | undefined => {
  const isOrder = ORDER.test(text);
  const isWanted = WANTS_BRIEF.test(text) || NAMED_FIRST.test(text);
  if (!isOrder && !isWanted) return undefined;
  const read = readBrief(typed);
  if (read.kind === 'brief') {
    return isOrder || read.do === 'schedule' || (read.do === 'form' && FORM.test(text)) ? read : undefined;
  }
  const isSure = read.kind === 'unclear' && isUnclearBrief(read) && (isOrder || isAboutBriefs(read, text));
  return isSure ? read : undefined;
};

/**
 * `brief me every weekday at 7:30`, `pause the brief until monday`, `morning brief`: where every word is one that
 * `/brief` takes. Being brief, and a brief answer, are something else.
 */
export const briefsAsked: Rule = (said) => {
  const { text } = said;
  if (!NAMED.test(text)) return undefined;
  if (LIST.test(text)) return { kind: 'brief', do: 'list' };
  if (HISTORY.test(text)) return { kind: 'brief', do: 'history' };
  if (NO_MORE.test(text)) return { kind: 'brief', do: 'remove' };
  return atOnce(text) ?? readAsTyped(said);
};
