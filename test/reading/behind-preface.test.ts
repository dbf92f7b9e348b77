import { describe, expect, it } from 'vitest';
import { lastTurn } from './asked-turns.ts';

/** Who somebody is and why they ask, in sentences of their own, hinders no question; what they say of ours does. */

const CUT = 'cut 50';

describe('a question behind sentences about something else', () => {
  it.each<readonly [readonly string[], object]>([
    [['Hi, writing a piece on the comeback. Who said the animal spirits line?'], { kind: 'views' }],
    [["I'm on a pension board. who said the pendulum thing"], { kind: 'views', claims: ['002-pendulum'] }],
    [['Good afternoon. I sit on a board. Who is bearish?'], { kind: 'views', stances: ['bearish'] }],
    [[CUT, 'fair play. double it'], { kind: 'rate-move', moveBps: -100 }],
    [[CUT, 'sorry wrong chat. same move as a hike'], { kind: 'rate-move', moveBps: 50 }],
    [[CUT, 'my boss rang. how is it worked out'], { kind: 'method', aspect: 'formula' }],
    [['train is late! when is the next fed meeting?'], { kind: 'fed' }],
  ])('%j', (texts, question) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question });
  });

  it.each<readonly [readonly string[]]>([
    [['I moved the meeting. see you at 5']],
    [['The dog ate it. Who wrote it?']],
    [['we had 25 for dinner. cheers']],
    [['my flat went up 50. make it 75']],
    [['the fed cut 50. lunch?']],
    [['brief at 7. double it']],
  ])('%j asks nothing of moves', (texts) => {
    const turn = lastTurn(...texts);
    const kind = turn.kind === 'question' ? turn.question.kind : turn.kind;
    expect(kind).not.toMatch(/^(?:rate-move|compare-moves|solve|views|fed)$/);
  });
});
