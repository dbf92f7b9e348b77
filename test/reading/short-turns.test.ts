import { describe, expect, it } from 'vitest';
import { lastTurn } from './asked-turns.ts';

type Row = readonly [texts: readonly string[], asks: Readonly<Record<string, unknown>>];

describe('short turns of the other topics', () => {
  it.each<Row>([
    [['when do they meet next', 'what did july do'], { kind: 'fed-history', ask: 'meeting', meeting: { month: 7 } }],
    [['when do they meet next', 'so wheres the rate'], { kind: 'fed' }],
    [['where was the funds rate when note 002 came out'], { kind: 'fed-history', ask: 'range', to: '2024-07-25' }],
    [['any cuts between meetings in the data you hold'], { kind: 'fed-history', way: 'cut', unscheduled: true }],
    [
      [
        'where do small caps stand against large caps',
        'and how does that compare with the day before the september hike',
      ],
      { kind: 'rotation', from: '2026-09-15' },
    ],
    [['what does calvasina say', 'And Hackett? Bull or bear?'], { kind: 'views', who: ['Mark Hackett'] }],
    [['thanks all, hope you had a good break'], { kind: 'help', said: 'thanks' }],
    [['msft off 30 bps premarket, any idea'], { kind: 'refusal', reason: 'single stocks' }],
    [['custodian charges us 6bps'], { kind: 'refusal', reason: 'off topic' }],
    [['table for 3 at 8.15'], { kind: 'refusal', reason: 'off topic' }],
    [['your gut, do they hike in december'], { kind: 'not-known', what: 'forecast' }],
  ])('%j', (texts, asks) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question: asks });
  });

  it.each<Row>([
    [['a brief every weekday at 8', 'only days the market is open'], { kind: 'brief', do: 'change', onClosed: 'skip' }],
    [['a brief every weekday at 8', 'nothing between 23 dec and 3 jan'], { kind: 'unclear', reason: 'brief-apart' }],
    [['a brief every weekday at 8', 'how would i delete it'], { kind: 'brief', do: 'list' }],
  ])('%j', (texts, turn) => {
    expect(lastTurn(...texts)).toMatchObject(turn);
  });
});
