import { addDays } from '../../calendar/index.ts';
import { decisionsBetween } from '../../fed/index.ts';
import { isOnly } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { FedHistoryQuestion } from './question.ts';
import { meetingOf } from './read-openings.ts';
import { type Asked, EARLIEST, type HistoryWords } from './read-said.ts';

const withoutSpan = ({
  from: _,
  to: __,
  back: ___,
  yearsAgo: ____,
  orEarlier: _____,
  ...rest
}: FedHistoryQuestion): FedHistoryQuestion => rest;

/** `and in 2023?`, `and hikes?`, `when was that?`, `and before that?` */
export const historyFollowUp = (
  said: HistoryWords,
  context: Context,
  today: IsoDate | undefined,
): Asked | undefined => {
  const { last } = context;
  const { phrases, span, way, places } = said;
  if (last.kind !== 'fed-history') {
    const isWhen =
      last.kind === 'fed' &&
      way === undefined &&
      /^when (?:was|did)/.test(said.utterance.words.join(' ')) &&
      isOnly(said.utterance, places);
    return isWhen ? { ask: 'last', way: 'move' } : undefined;
  }
  if (!isOnly(said.utterance, places)) return undefined;
  const { kind: _, ...same } = last;
  if (phrases.has('beforeThat') && !span && today) {
    const isMeant = ({ change }: { change: number }): boolean =>
      last.way === 'cut' ? change < 0 : last.way === 'hike' ? change > 0 : change !== 0;
    const until = last.to === undefined || last.to > today ? today : isoDate(last.to);
    const on = decisionsBetween(EARLIEST, until).findLast(isMeant)?.on;
    return on && { ask: 'last', way: last.way ?? 'move', to: addDays(on, -1) };
  }
  if (span) {
    const meeting = last.ask === 'meeting' ? meetingOf(said) : undefined;
    if (meeting) {
      const year = meeting.year ?? last.meeting?.year;
      return {
        ask: 'meeting',
        ...((way ?? last.way) ? { way: way ?? last.way } : {}),
        meeting: { ...meeting, ...(year && { year }) },
      };
    }
    if (last.ask === 'range')
      return span.back ? { ask: 'range', back: span.back } : { ask: 'range', to: span.to ?? span.from };
    const { kind: __, meeting: ___, ...rest } = withoutSpan(last);
    const ask =
      last.ask === 'meeting' || last.ask === 'cycle' || (last.ask === 'last' && phrases.has('count'))
        ? 'moves'
        : last.ask;
    return { ...rest, ask, ...(way && way !== 'move' && { way }), ...span };
  }
  if (way && way !== 'move') {
    const { meeting: __, ...rest } = same;
    return last.ask === 'cycle' ? { ask: 'last', way } : { ...(last.ask === 'meeting' ? same : rest), way };
  }
  if (phrases.has('when') || phrases.has('count')) return same;
  return undefined;
};
