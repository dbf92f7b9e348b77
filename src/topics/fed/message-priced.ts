import type { MeetingOdds } from '../../fed/index.ts';
import { capitalized, dayNear, fitHeading, type Line, moveName, percentOf } from '../../message/index.ts';
import { chanceOf, monthWords, oddsOf, oddsWords, SYNTHETIC, whyNoOdds, whyNotImplied } from '../../wording/index.ts';
import type { FedAnswer, PricedPath } from './answer.ts';
import type { FedQuestion } from './question.ts';

const STEP_BPS = 25;
const FEWEST_COUNTED = 0.05;

/** `a 50 bp cut`, `a hike`, `a 25 bp move`: what was asked about. */
const askedWords = ({ way, sizeBps }: FedQuestion): string => {
  if (way === 'hold') return 'a hold';
  if (sizeBps === undefined) return `a ${way}`;
  if (way === undefined) return `a ${moveName(sizeBps).replace(/hike$/, 'move')}`;
  return `a ${moveName(way === 'cut' ? -sizeBps : sizeBps)}`;
};

/** `1.3 hikes of 25 bp`, `no hikes`. */
const countWords = (way: 'cut' | 'hike', moves: number): string => {
  if (moves < FEWEST_COUNTED) return `no ${way}s`;
  const count = moves.toFixed(1);
  return `${count} ${way}${count === '1.0' ? '' : 's'} of ${moveName(STEP_BPS).replace(' hike', '')}`;
};

const other = (way: 'cut' | 'hike'): 'cut' | 'hike' => (way === 'cut' ? 'hike' : 'cut');

/** The answer to what was asked, in one sentence. */
const headline = (answer: FedAnswer, priced: PricedPath): string => {
  const { fed, question, asOf: today } = answer;
  const on = ({ meeting }: MeetingOdds) => dayNear(meeting.decision, today);
  switch (priced.kind) {
    case 'odds': {
      const { odds, probability } = priced;
      if (probability === undefined) return `Futures imply ${oddsWords(odds)} on ${on(odds)}`;
      const asked = `Futures imply ${oddsOf(probability)} for ${askedWords(question)} on ${on(odds)}`;
      const isAllSaid = odds.outcomes.length === 1 && probability === 1;
      return isAllSaid ? asked : fitHeading(`${asked}: ${oddsWords(odds)}`, asked);
    }
    case 'count': {
      const { odds, way, moves } = priced;
      const counted = `Futures imply ${countWords(way, moves)} by ${on(odds)}`;
      return moves <= -FEWEST_COUNTED ? `${counted}: ${countWords(other(way), -moves)}` : counted;
    }
    case 'rate':
      return `Futures imply a rate of ${percentOf(priced.rate)} after ${on(priced.odds)}`;
    case 'not-implied':
      return fitHeading(
        `No odds for ${dayNear(priced.meeting.decision, today)}: ${whyNotImplied(priced.why, priced.meeting)}`,
      );
    case 'no-meeting':
      return `No meeting is scheduled in ${monthWords(priced.month)}${priced.next ? `; on ${on(priced.next)} futures imply ${oddsWords(priced.next)}` : ''}`;
    case 'passed':
      return `The time asked about has passed: futures say nothing of ${monthWords(priced.month)}`;
    case 'beyond':
      return `No odds for ${monthWords(priced.month)}${priced.last ? `: I follow futures up to the meeting of ${dayNear(priced.last, today)}` : ''}`;
    case 'no-prices':
      return fitHeading(whyNoOdds(fed.odds));
  }
};

/** The same with what is made up named so. */
export const pricedHeading = (answer: FedAnswer, priced: PricedPath): string => {
  const isMade = answer.fed.odds.kind === 'path' && answer.fed.odds.isSynthetic;
  return isMade ? fitHeading(`${SYNTHETIC}. ${headline(answer, priced)}`) : headline(answer, priced);
};

/** The meeting that an answer is about, if it is about one. */
export const meetingAsked = (priced: PricedPath): MeetingOdds | undefined => {
  if (priced.kind === 'no-meeting') return priced.next;
  return 'odds' in priced ? priced.odds : undefined;
};

/** What goes beyond one meeting, and what the size asked about is to a Fed that moves in steps of 25 bp. */
export const pricedLines = ({ question, asOf: today }: FedAnswer, priced: PricedPath): readonly Line[] => {
  const odds = meetingAsked(priced);
  const isOffStep = question.sizeBps !== undefined && question.sizeBps % STEP_BPS !== 0;
  const likely = [...(odds?.fromToday?.outcomes ?? [])].sort((one, two) => two.probability - one.probability)[0];
  return [
    ...(priced.kind === 'count' && likely && odds
      ? [
          {
            label: 'Path',
            words: capitalized(
              `likeliest in all by ${dayNear(odds.meeting.decision, today)}: ${chanceOf(likely)}; the number is the average`,
            ),
          } as const,
        ]
      : []),
    ...(isOffStep
      ? [{ label: 'Steps', words: 'Prices are read as moves of 25 bp: a smaller average is a chance of one' } as const]
      : []),
  ];
};
