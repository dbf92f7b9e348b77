import {
  firstWordOf,
  isOnly,
  lexiconOf,
  marked,
  overlaps,
  type Place,
  phrasesOf,
  slotsOf,
  strangeIn,
  wholeOf,
} from '../../language/index.ts';
import { withYears } from '../fed-history/read-said.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import { calendarAsked } from './read-calendar.ts';
import { oddsAskedIn, saysHold } from './read-priced.ts';

/** What only the Fed's range and the odds of its meetings are asked by. */
const FED_WORDS = lexiconOf({
  asks: {
    range: `target range|current range|fed funds rate|fed funds|fed fund rate|funds rate|policy rate|where are rates|where is the fed|wheres the fed|where the fed is|wheres fed funds|where are rates now|what are rates|what is the rate now|current rate|current rates|current fed rate|rates right now|rates now|rate rn|rates rn|rate now|where do rates stand|where rates are|where rates stand|current target|fed target|ffr|fed rate|upper bound|lower bound|the rate now|the target`,
    odds: 'market price|futures price|odds|chance|chances|probability|probabilities|likelihood|how likely|priced|priced in|pricing|pricing in|implied|market implied path|path|implied path|futures curve|ois|fedwatch|fed watch|rate path|futures pricing|pencilled in|penciled in|the curve have|curve have',
    count:
      'how many cuts by|how many hikes by|how many moves by|how many cuts before|how many hikes before|how many cuts until|how many hikes until|how many cuts till|how many hikes till|how many more cuts|how many more hikes|how many rate cuts by|how many rate hikes by',
  },
  goingOn: {
    words: `how likely|a cut|a hike|a hold|that size|one that size|at that one|there|same for|same|as a level|not a count|count|how many days|how bout|how about|then|all of them|the rest|when`,
    saying: 'what were they saying|what are they saying|what do they say|what were they saying exactly',
  },
  beside: {
    beside: `percent|pct|the street|street|street got|presently|discount|personally|currently|stand|stands|sit|sits|at|level|upper|lower|bound|implied|imply|implies|futures|market|markets|price|pricing|priced|see|say|again|week ish|ish|next week|itself|no cap|cap|meeting|left|next|this|coming|first|last|powell|warsh|come|out|announce|prob|from futures`,
  },
});

/** Words that ask for a fact and not for what a move would do. */
const FACT =
  /^(?:what|whats|where|wheres|when|whens|is|are|does|do|how|next|current|show|tell|give|list|get|which|any|fed|fomc|the|odds|chance|chances|probability|likelihood|remind|with|with what|futures|market)$/;

const MOST_STRANGE = 4;

/** The target range, the calendar of meetings, and odds by meeting. */
export const readFed: ReadTopic = (typed, context, _library, { today }) => {
  const utterance = withYears(typed, today);
  const { words } = utterance;
  const phrases = phrasesOf(utterance, FED_WORDS);
  const asks = phrases.of('asks');
  const before = context?.last.kind === 'fed' ? context.last : context?.fed;
  const isHere = before !== undefined && before === context?.last;
  const last = isHere ? before : undefined;
  // what small caps or companies do is no fact of the Fed's
  if (marked(utterance, 'company').length > 0 || slotsOf(utterance, 'note').length > 0) return [];
  const names = [...marked(utterance, 'fed'), ...marked(utterance, 'rate')];
  const moves = [...marked(utterance, 'move'), ...slotsOf(utterance, 'direction').filter(({ of }) => of === 'rate')];
  const acts = [...names, ...moves];
  const dates = [...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')];
  const first = firstWordOf(utterance);
  const isAsked = FACT.test(words[first] ?? '') || words.length <= 6 || typed.typed.trim().endsWith('?');
  const isFedNamed = marked(utterance, 'fed').length > 0;
  const readings: Reading[] = [];
  const add = (asked: Reading['asks'], name: string, uses: readonly Place[], isSure: boolean): void => {
    const strange = strangeIn(utterance, [...uses, ...phrases.all]).length;
    if (strange > MOST_STRANGE || (strange > 0 && !isFedNamed && asks.length === 0)) return;
    const isOffer = !isSure || strange > 0;
    const isAll =
      isOnly(utterance, uses) &&
      utterance.slots.every((slot) => slot.duty === 'free' || uses.some((one) => overlaps(one, slot)));
    readings.push({
      asks: asked,
      name,
      how: 'exact',
      uses: isAll ? [wholeOf(utterance)] : uses,
      ...(isOffer && { isOffer: true as const }),
    });
  };

  const isOdds = phrases.has('asks', 'odds') || phrases.has('asks', 'count');
  const isGoingOnOdds = last?.ask !== undefined;
  const isWhen = /^(?:(?:nvm|ok|and|so) )*when\b/.test(words.join(' '));
  const move = context?.last.kind === 'rate-move' ? context.last : context?.move;
  const priced = isOdds || isGoingOnOdds ? oddsAskedIn(utterance, today, last, move) : undefined;
  const looked = utterance.slots.filter(({ kind }) => ['date', 'span', 'amount', 'count'].includes(kind));
  // odds are of a move of the rate or a meeting: `odds of a soft landing` are somebody's view
  const isPriced =
    marked(utterance, 'market').length > 0 ||
    asks.some(({ from }) => /^(?:priced|pricing|implied|fedwatch|pencilled|the|curve)$/.test(words[from] ?? ''));
  const isOfSize = slotsOf(utterance, 'amount').length > 0 && dates.length > 0;
  const isOfRate =
    acts.length > 0 ||
    saysHold(utterance) ||
    isPriced ||
    isOfSize ||
    words.length <= 2 ||
    isHere ||
    priced?.asks.month !== undefined ||
    (priced?.asks.sizeBps !== undefined && move !== undefined);
  const isElse = (phrases.has('asks', 'odds') && !isOfRate) || /^(?:was|were|did)$/.test(words[first] ?? '');
  if (isOdds && !isElse) {
    const uses = [...asks, ...acts, ...looked, ...(priced?.places ?? [])];
    add(
      { kind: 'fed', ...priced?.asks },
      priced ? 'What futures imply of it' : 'Odds by meeting',
      uses,
      isAsked || isHere || isOfRate,
    );
  } else if (isGoingOnOdds && priced && !isWhen) {
    const uses = [...phrases.of('goingOn'), ...acts, ...looked, ...priced.places];
    if (isOnly(utterance, [...uses, ...phrases.all]))
      add({ kind: 'fed', ...priced.asks }, 'What futures imply of it', uses, !context?.stale);
  }
  if ((isHere || context?.last.kind === 'rate-move-market') && phrases.has('goingOn', 'saying'))
    add({ kind: 'fed' }, 'Odds by meeting', phrases.all, true);
  const isOfRange = phrases.has('asks', 'range') && !/meet|fomc|decision|dates/.test(words.join(' '));
  const calendar =
    isOdds || isOfRange ? undefined : calendarAsked(utterance, today, isGoingOnOdds && !isWhen ? undefined : before);
  if (calendar) {
    const isClear = isOnly(utterance, [...calendar.places, ...names, ...phrases.all, ...slotsOf(utterance, 'clock')]);
    add(
      { kind: 'fed', calendar: calendar.calendar },
      calendar.name,
      [...calendar.places, ...names],
      isClear && calendar.isNamed && !context?.stale,
    );
  } else if (phrases.has('asks', 'range') && !isOdds) {
    const isThen = (said: string | undefined): boolean =>
      said === undefined || /^(?:last|previous|past|yesterday)/.test(said);
    const now = slotsOf(utterance, 'date').filter(({ said }) => !isThen(said));
    add({ kind: 'fed' }, 'Fed: range, meetings, odds', [...asks, ...acts, ...now], isAsked);
  }
  return readings;
};
