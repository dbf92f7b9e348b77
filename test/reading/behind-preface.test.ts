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
    [['stuck on the train, when do they meet next'], { kind: 'fed', calendar: { ask: 'date' } }],
    [['terminal is frozen again, what does a 25 hike do'], { kind: 'rate-move', moveBps: 25 }],
    [['booking flights, when is the next fed meeting'], { kind: 'fed', calendar: { ask: 'date' } }],
    [["who's bearish, my pm wants names"], { kind: 'views', stances: ['bearish'] }],
    [["i'm a bull but who's bearish"], { kind: 'views', stances: ['bearish'] }],
    [['25 vs 50 cut before i hop on a call'], { kind: 'compare-moves', moves: [-25, -50] }],
    [['what if, and i know it is a stretch, they cut 50'], { kind: 'rate-move', moveBps: -50 }],
    [['where are small caps against large caps (client is asking)'], { kind: 'rotation' }],
    [['i think they go 50 lower, what happens'], { kind: 'rate-move', moveBps: -50 }],
    [['my gut says they hold, what would that mean'], { kind: 'rate-move', moveBps: 0 }],
    [['just back from vacation, who are the bears'], { kind: 'views', stances: ['bearish'] }],
    [['our rates person quit, when is the next meeting'], { kind: 'fed', calendar: { ask: 'date' } }],
    [['who, if anyone, is bullish'], { kind: 'views', stances: ['bullish'] }],
    [['is note 003 right? someone on the desk asked'], { kind: 'check', note: '003' }],
    [['my mortgage guy asked when the fed last hiked'], { kind: 'fed-history', ask: 'last', way: 'hike' }],
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
    [['our table is booked, 25 people']],
    [['my flight was late, 50 min']],
    [['i need it in euros, cut 50']],
    [['my boss wants a chart in a table, 50 lower jobs']],
    [['our pension fund is shut, up 50']],
    [['my train was cancelled, 25 of us']],
    [['i ran 50 miles, my legs hurt']],
  ])('%j asks nothing of moves', (texts) => {
    const turn = lastTurn(...texts);
    const kind = turn.kind === 'question' ? turn.question.kind : turn.kind;
    expect(kind).not.toMatch(/^(?:rate-move|compare-moves|solve|views|fed)$/);
  });
});
