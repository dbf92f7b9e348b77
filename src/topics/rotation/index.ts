import { isNoteId } from '../../notes/index.ts';
import { defineTopic } from '../topic.ts';
import { answerRotation } from './answer.ts';
import { renderRotation } from './message.ts';
import { readRotation } from './read.ts';
import { rotationTool } from './tool.ts';

/** Small caps against large caps, from daily closes. */
export const rotation = defineTopic('rotation', {
  read: readRotation,
  answer: answerRotation,
  render: renderRotation,
  cite: (answer) => ({
    claims: answer.rows.map(({ claim }) => claim.id),
    printedRatio: 'reading' in answer && answer.reading !== undefined,
    records: answer.sources.filter((source) => !isNoteId(source)),
  }),
  needsMarketData: true,
  needs: () => 'closes',
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: ['/rotation since 2024-07-09', '/rotation ytd', '/rotation to 0.6'],
  help: [
    {
      label: 'Rotation',
      examples: [
        '/rotation',
        '/rotation since 2024-07-09',
        '/rotation ytd',
        '/rotation to 0.6',
        '/rotation after cuts',
        '/rotation rates',
      ],
    },
  ],
  tool: rotationTool,
});
