import type { Fed } from '../facts/index.ts';
import {
  basisPointsOf,
  capitalized,
  change,
  day,
  dayNear,
  dollars,
  type Line,
  levelGiven,
  listed,
  month,
  moveName,
  percentOf,
  plural,
  ratioGiven,
  unbroken,
} from '../message/index.ts';
import { noteNumberOf } from '../notes/index.ts';
import type { ComparedMove } from '../topics/compare-moves/answer.ts';
import {
  ageOf,
  noDataWords,
  oddsOf,
  oddsWords,
  phraseText,
  rangeWords,
  rateRange,
  unknownMeetings,
  viewLine,
  whyNoOdds,
} from '../wording/index.ts';
import type { Brief, BriefChange, BriefCloses, BriefFed } from './brief.ts';
import type { MarketDay } from './market-day.ts';
import { OPENS_AT_ET, outcomeWords } from './message-header.ts';
import { sinceWords, weekdayNear } from './message-timing.ts';

/** The labelled lines of a brief. Why a provider failed is left to the thread. */

type Today = MarketDay['date'];

/** `No odds: …`, in a few words. */
const noOdds = ({ odds }: Fed): string =>
  odds.kind === 'none' && odds.why.kind === 'unavailable'
    ? 'No odds: no provider of futures prices answered'
    : whyNoOdds(odds);

/** `3.75–4.00%`, with what is not known about later meetings. */
const rangeKnown = (fed: Fed, today: Today): string => {
  const { range, outcomes } = fed;
  const words = rangeWords(fed);
  if (range.kind !== 'range' || words === undefined) return 'The range on this day is not in the data';
  const asOf = `${words} as of ${dayNear(range.through, today)}`;
  if (outcomes.kind === 'no-calendar') return `${asOf}; later meetings are not in my calendar`;
  const unknown = unknownMeetings(fed).map((one) => dayNear(one, today));
  if (unknown.length === 0) return words;
  return unknown.length > 2
    ? `${asOf}; ${unknown.length} later outcomes are not in my data`
    : `${asOf}; the outcome of ${listed(unknown)} is not in my data`;
};

const STATEMENT = unbroken('14:00 ET');

/** `Decision in 37 days, 28 Oct`. East of New York the statement may come a day after its date. */
const decisionWords = ({ fed, daysToNext }: BriefFed, today: Today): string => {
  if (fed.next.kind === 'no-calendar')
    return `No meeting known: my calendar ends in ${month(`${fed.next.last}-01` as Today)}`;
  const on = dayNear(fed.next.meeting.decision, today);
  if (daysToNext === 0) return `Decision today, ${STATEMENT}`;
  if (daysToNext !== undefined && daysToNext < 0) return `Decision ${on}, ${STATEMENT}`;
  return `Decision ${daysToNext === 1 ? 'tomorrow' : `in ${daysToNext} days`}, ${on}`;
};

/** The range, the next decision, and its odds or why there are none. */
export const fedLine = ({ fed: briefFed, day: { date: today } }: Brief): Line => {
  const { fed, odds } = briefFed;
  const decision = `${rangeKnown(fed, today)}. ${decisionWords(briefFed, today)}`;
  const synthetic = fed.odds.kind === 'path' && fed.odds.isSynthetic ? ' (synthetic)' : '';
  if (odds) return { label: 'Fed', words: `${decision}: futures imply ${oddsWords(odds)}${synthetic}` };
  return { label: 'Fed', words: fed.next.kind === 'no-calendar' ? decision : `${decision}. ${noOdds(fed)}` };
};

type Effects = ComparedMove['effects'];

/** `2.19%` of net income; in dollars for a borrower without a profit. */
const sizeOf = ({ netIncome, saving }: Effects['small']): string =>
  netIncome.kind === 'lift' ? percentOf(Math.abs(netIncome.lift)) : `${dollars(Math.abs(saving))} a year`;

const isAlike = (cut: Effects, hike: Effects): boolean =>
  (['small', 'large'] as const).every((company) => sizeOf(cut[company]) === sizeOf(hike[company]));

/** One size of move: what a cut adds, and what a hike takes where that differs. */
const moveWords = ({ cut, hike }: Brief['moves'][number], isFirst: boolean): string => {
  const { small, large } = cut.effects;
  const isShare = [small, large].every(({ netIncome }) => netIncome.kind === 'lift');
  const [ofSmall, ofLarge] = [sizeOf(small), sizeOf(large)];
  if (isFirst)
    return `${ofSmall}${isShare ? ' of net income' : ''} at ${small.borrower.name}, ${ofLarge} at ${large.borrower.name}`;
  return isAlike(cut.effects, hike.effects)
    ? `${ofSmall} and ${ofLarge}: a cut adds it, a hike takes it`
    : `${ofSmall} and ${ofLarge}, added by a cut; a hike takes ${sizeOf(hike.effects.small)} and ${sizeOf(hike.effects.large)}`;
};

/** The effect of each size of move, one line each. */
export const moveLines = (moves: Brief['moves']): readonly Line[] =>
  moves.map(
    (move, at): Line => ({ label: basisPointsOf(move.size) as `${number}\u00a0bp`, words: moveWords(move, at === 0) }),
  );

/** `25 bp cut: your 40 names +1.10% by weight`; without weights, how many gain and lose. */
export const companiesLine = ({ companies }: Brief): readonly Line[] => {
  if (companies === undefined) return [];
  const { count, move, effect } = companies;
  const { weighted, gain, lose, noProfit } = effect;
  const whose = `${moveName(move)}: your ${count === 1 ? 'company' : `${count} names`}`;
  const counts = [
    ...(gain > 0 ? [`${gain} gain`] : []),
    ...(lose > 0 ? [`${lose} lose`] : []),
    ...(noProfit.length > 0 ? [`${noProfit.length} without a profit`] : []),
  ];
  const moved =
    weighted === undefined
      ? ` ${counts.length > 0 ? counts.join(', ') : 'stay the same'}`
      : ` ${change(weighted)} by weight`;
  return [{ label: 'Ours', words: `${whose}${weighted === undefined ? ':' : ''}${moved}` }];
};

const closesAge = ({ measured }: BriefCloses): string => {
  const age = ageOf(measured.stamp);
  return `${measured.isProvisional ? ' (provisional)' : ''}${age ? `, ${age}` : ''}`;
};

/** The last close, where there is one: `Fri 4 Sep: ratio 0.386, +0.63% on the day (Russell +0.25%, S&P −0.38%)`. */
export const lastLine = (brief: Brief): readonly Line[] => {
  const {
    closes,
    day: { date: today },
  } = brief;
  if (closes.kind === 'no-closes') return [];
  const { measured, day: moved } = closes;
  const legs = moved && `${unbroken(`Russell ${change(moved.russell)}`)}, ${unbroken(`S&P ${change(moved.sp)}`)}`;
  const onDay = moved ? `, ${change(moved.ratio)} on the day (${legs})` : '';
  const words = `${weekdayNear(measured.end.on, today)}: ratio ${ratioGiven(measured.end.ratio)}${closesAge(closes)}${onDay}`;
  return [{ label: 'Last', words }];
};

/** The next session: `Tue 8 Sep, 9:30 ET`. */
export const nextLine = ({ day: { next, nextSession, date } }: Brief): Line => ({
  label: 'Next',
  words:
    next.kind === 'unknown-year'
      ? `Not known: the NYSE calendar ends in ${next.last}`
      : `${weekdayNear(next.date, date)}, ${OPENS_AT_ET}${nextSession?.kind === 'early-close' ? `, closes early ${unbroken(`${nextSession.closesAt} ET`)}` : ''}`,
});

/** Why there are no closes; nothing where there are. */
export const marketLine = ({ closes }: Brief): readonly Line[] => {
  if (closes.kind === 'closes') return [];
  const { why } = closes;
  if (why.kind === 'before-first') return [{ label: 'Market', words: `The closes begin on ${day(why.first)}` }];
  const words = why.kind === 'unavailable' ? 'No provider of live prices answered' : noDataWords('live prices', why);
  return [{ label: 'Market', words }];
};

/** One view a side, and the finding against a note, on what changed. */
export const noteLines = ({ opposingViews, flag }: Brief): readonly Line[] => [
  ...(opposingViews
    ? [
        { label: `Bullish ${opposingViews.stanceCounts.bullish}`, words: viewLine(opposingViews.bullish) } as const,
        { label: `Bearish ${opposingViews.stanceCounts.bearish}`, words: viewLine(opposingViews.bearish) } as const,
      ]
    : []),
  ...(flag
    ? [
        {
          label: 'Flag',
          words: `${unbroken(`Note ${noteNumberOf(flag.note)}`)}, ${flag.subject}: ${phraseText(flag.said)}${flag.flag ? `; ${phraseText(flag.flag)}` : ''}`,
        } as const,
      ]
    : []),
];

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

/** `the Fed raised by 25 bp`; both ranges where the upper bound did not change. */
const rangeChangeWords = ({ from, to }: Extract<BriefChange, { kind: 'range' }>): string => {
  const bps = Math.round((to.to - from.to) * BPS_A_POINT);
  return bps === 0
    ? `Fed range ${rateRange(to.from, to.to)}, was ${rateRange(from.from, from.to)}`
    : `the Fed ${bps > 0 ? 'raised' : 'cut'} by ${basisPointsOf(bps)}`;
};

const changeWords = (one: BriefChange, brief: Brief): string => {
  const { date: today } = brief.day;
  switch (one.kind) {
    case 'range':
      return rangeChangeWords(one);
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

/** True where closes are missing or old, so that later changes are not known. */
const lacksNewCloses = ({ closes }: Brief): boolean =>
  closes.kind === 'no-closes' || ageOf(closes.measured.stamp) !== undefined;

/** The team's notes that were added: `Note T2, Norrgate Research, 18 Sep: 2 views, 17 figures, 1 of them wrong`. */
export const addedLine = ({ teamNotes, day: { date: today } }: Brief): readonly Line[] => {
  if (teamNotes.added === undefined) return [];
  const { notes, claims, views, figures, wrong } = teamNotes.added;
  const [note, ...more] = notes;
  const counts = [
    ...(views > 0 ? [plural(views, 'view')] : []),
    ...(figures > 0 ? [plural(figures, 'figure')] : []),
    ...(views + figures === 0 ? [plural(claims, 'claim')] : []),
    ...(wrong > 0 ? [`${wrong} of them wrong`] : []),
  ].join(', ');
  const which =
    note === undefined || more.length > 0
      ? plural(notes.length, 'note')
      : `${unbroken(`Note ${note.number}`)}, ${note.publisher}, ${dayNear(note.date, today)}`;
  return [{ label: 'Added', words: `${which}${more.length > 0 ? ', ' : ': '}${counts}` }];
};

/** `Nothing since Friday`, or what changed since. */
const newWords = (brief: Brief): string => {
  const { news, day } = brief;
  if (news.kind === 'first') return 'First brief here: nothing to compare with yet';
  const since = `${lacksNewCloses(brief) ? 'known ' : ''}since ${sinceWords(news, day.date)}`;
  const [first, ...rest] = news.changes.map((one) => changeWords(one, brief));
  if (first === undefined) return `Nothing ${brief.teamNotes.added ? 'else ' : ''}${since}`;
  return rest.length === 0
    ? `${capitalized(first)}. Nothing else ${since}`
    : `Since ${sinceWords(news, day.date)}: ${[first, ...rest].join('; ')}`;
};

/** What is new since the last brief in the channel. */
export const newLine = (brief: Brief): Line => ({ label: 'New', words: newWords(brief) });

/** The same for a day without a session: no line where nothing is new. */
export const newLineIfAny = (brief: Brief): readonly Line[] =>
  brief.news.kind === 'since' && brief.news.changes.length > 0 ? [newLine(brief)] : [];
