import { addDays } from '../../calendar/index.ts';
import { decisionsBetween } from '../../fed/index.ts';
import { isOnly } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { FedHistoryQuestion } from './question.ts';
import { meetingOf } from './read-openings.ts';
import { type Asked, EARLIEST, type HistoryWords, type PastSpan } from './read-said.ts';

const withoutSpan = ({
  from: _,
  to: __,
  back: ___,
  yearsAgo: ____,
  orEarlier: _____,
  ...rest
}: FedHistoryQuestion): FedHistoryQuestion => rest;

const isOfMoves = ({ ask }: FedHistoryQuestion): boolean => ['moves', 'last', 'first', 'largest'].includes(ask);

const onlyOf = ({ sizeBps, orMore, unscheduled }: FedHistoryQuestion): HistoryWords['only'] => ({
  ...(sizeBps !== undefined && { sizeBps }),
  ...(orMore && { orMore }),
  ...(unscheduled && { unscheduled }),
});

const spanOf = ({ from, to, back, yearsAgo, orEarlier }: FedHistoryQuestion): PastSpan => ({
  ...(from && { from }),
  ...(to && { to }),
  ...(back && { back }),
  ...(yearsAgo !== undefined && { yearsAgo }),
  ...(orEarlier && { orEarlier }),
});

/** `any 75s?`, `how many of 50`: among the moves shown, and no move of its own. */
const isAsked = ({ utterance: { words }, sizes, phrases }: HistoryWords): boolean =>
  (sizes[0]?.isPlural ?? false) || phrases.has('count') || /^(?:any|which|only)$/.test(words[0] ?? '');

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
  if (!isOnly(said.utterance, [...places, ...(phrases.has('one') || isOfMoves(last) ? said.sizes : [])]))
    return undefined;
  const { kind: _, ...same } = last;
  if (isOfMoves(last)) {
    const { only } = said;
    const kept = onlyOf(last);
    const of = { ...kept, ...only };
    const picked = (['largest', 'last', 'first'] as const).find((tag) => phrases.has(tag));
    // "when was the last one that was" leaves the span for the record
    if (picked && (phrases.has('one') || way) && !span)
      return { ...(picked === 'last' ? {} : spanOf(last)), ask: picked, way: way ?? last.way ?? 'move', ...of };
    if ((only.unscheduled || (only.sizeBps && (only.orMore || isAsked(said)))) && !span)
      return { ...same, ...of, ...(way && way !== 'move' && { way }) };
  }
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
