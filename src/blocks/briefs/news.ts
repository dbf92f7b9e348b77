import type { Brief, BriefChange } from '../../brief/index.ts';
import type { Line } from '../build.ts';
import { ageOf } from '../closes-words.ts';
import { sinceWords, weekdayNear } from '../day-words.ts';
import { oddsOf, rateRange } from '../market-wording.ts';
import { basisPointsOf, capitalized, dayNear, levelGiven, ratioGiven } from '../wording.ts';
import { outcomeWords } from './title.ts';

/** What is not as the last brief told it, in one line. */

type CloseChange = Extract<BriefChange, { kind: 'close' }>;

/** `ratio 0.376 → 0.374, down 6 of 8 sessions`. */
const closeWords = ({ from, to }: CloseChange, { closes }: Brief): string => {
  if (from === undefined) return `closes again: ratio ${ratioGiven(to)}`;
  const [before, now] = [ratioGiven(from.ratio), ratioGiven(to)];
  const run = closes.kind === 'closes' ? closes.run : undefined;
  const over = from.sessions !== undefined && from.sessions > 1 ? ` over ${from.sessions} sessions` : '';
  const behind = run ? `, ${run.way} ${run.count} of ${run.of} sessions` : over;
  return before === now ? `ratio still ${now}${behind}` : `ratio ${before} → ${now}${behind}`;
};

const BPS_A_POINT = 100;

/** `the Fed raised by 25 bp`; both ranges where the upper bound stayed. */
const rangeChange = ({ from, to }: Extract<BriefChange, { kind: 'range' }>): string => {
  const bps = Math.round((to.to - from.to) * BPS_A_POINT);
  return bps === 0
    ? `Fed range ${rateRange(to.from, to.to)}, was ${rateRange(from.from, from.to)}`
    : `the Fed ${bps > 0 ? 'raised' : 'cut'} by ${basisPointsOf(bps)}`;
};

const changeWords = (one: BriefChange, brief: Brief): string => {
  const { date: today } = brief.day;
  switch (one.kind) {
    case 'range':
      return rangeChange(one);
    case 'held':
      return `the Fed held on ${dayNear(one.on, today)}`;
    case 'odds-flip':
      return `futures now favour ${outcomeWords(one.to)} on ${dayNear(one.meeting, today)}, not ${outcomeWords(one.from)}`;
    case 'odds':
      return `odds of ${outcomeWords(one.outcome)} on ${dayNear(one.meeting, today)} ${oddsOf(one.from / 100)} → ${oddsOf(one.to / 100)}`;
    case 'record': {
      const since = brief.closes.kind === 'closes' ? brief.closes.measured.firstDay.slice(0, 4) : '';
      return `Russell ${levelGiven(one.close)}, its highest close since at least ${since}`;
    }
    case 'close':
      return closeWords(one, brief);
    case 'revised':
      return `ratio of ${weekdayNear(one.on, today)} corrected, ${ratioGiven(one.from)} → ${ratioGiven(one.to)}`;
  }
};

/** True where closes are missing or old: what has happened since is not known then. */
const isBlind = ({ closes }: Brief): boolean =>
  closes.kind === 'no-closes' || ageOf(closes.measured.stamp) !== undefined;

/** `Nothing since Friday`, one change and nothing else, or all of them. */
const newWords = (brief: Brief): string => {
  const { news, day } = brief;
  if (news.kind === 'first') return 'First brief here: nothing to compare with yet';
  const since = `${isBlind(brief) ? 'known ' : ''}since ${sinceWords(news, day.date)}`;
  const [first, ...rest] = news.changes.map((one) => changeWords(one, brief));
  if (first === undefined) return `Nothing ${since}`;
  return rest.length === 0
    ? `${capitalized(first)}. Nothing else ${since}`
    : `Since ${sinceWords(news, day.date)}: ${[first, ...rest].join('; ')}`;
};

/** What is new since the last brief here, on a line of its own. */
export const newLine = (brief: Brief): Line => ({ label: 'New', words: newWords(brief) });

/** For a day without a session: what is new, and where nothing is no line at all. */
export const newLineIfAny = (brief: Brief): readonly Line[] =>
  brief.news.kind === 'since' && brief.news.changes.length > 0 ? [newLine(brief)] : [];
