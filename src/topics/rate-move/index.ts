import { RECESSION_SOURCE } from '../../calendar/index.ts';
import { FLOATING_SHARE_ESTIMATES } from '../../sensitivity/index.ts';
import { FEDERAL_TAX } from '../method/question.ts';
import { defineTopic } from '../topic.ts';
import { answerRateMove, type RateMoveAnswer } from './answer.ts';
import { renderRateMove } from './message.ts';
import { readRateMove } from './read.ts';
import { readRefined } from './read-refined.ts';
import { rateMoveTool } from './tool.ts';

const FLOATING_SHARES = Object.values(FLOATING_SHARE_ESTIMATES).map(({ by, month, url, shares: { small, large } }) => ({
  name: by,
  month,
  url,
  gave: `${small}% floating for small caps, ${large}% for large`,
}));

const RECESSIONS_DATED = { ...RECESSION_SOURCE, gave: 'months of recessions' };

const hasRange = ({ move }: RateMoveAnswer): boolean => move !== 0;

/** What a move of the Fed's rate does to the two example companies. */
export const rateMove = defineTopic('rate-move', {
  read: (...said) => {
    const refined = readRefined(...said);
    const moves = readRateMove(...said);
    // "and 50", behind a hedge of 30%: either
    const isOpen = refined.some(({ isOffer }) => isOffer);
    return [...refined, ...(isOpen ? moves.map((one) => ({ ...one, isOffer: true as const })) : moves)];
  },
  answer: answerRateMove,
  render: renderRateMove,
  cite: (answer) => ({
    model: true,
    printedRatio: answer.reading !== undefined,
    records: [
      ...(answer.live ? [answer.live.provenance.source] : []),
      ...(answer.priced && answer.fed.odds.kind === 'path' ? [answer.fed.odds.source] : []),
    ],
    ...(hasRange(answer) && {
      publications: [...FLOATING_SHARES, ...(answer.move < 0 && answer.recessions ? [RECESSIONS_DATED] : [])],
      laws: [FEDERAL_TAX],
    }),
  }),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: ['/ratecut 50bps', '/ratecut hike 25', '/ratecut 0.5% floating=60%'],
  help: [
    { label: 'Move', examples: ['/ratecut 50bps', '/ratecut hike 25', '/ratecut hold', '/ratecut half a point'] },
    { label: 'Change', examples: ['/ratecut 50bps floating=60%', '/ratecut 100bp large debt=3x rate=5%'] },
  ],
  tool: rateMoveTool,
});
