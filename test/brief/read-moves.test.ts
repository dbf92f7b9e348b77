import { describe, expect, it } from 'vitest';
import { lastTurn } from '../reading/asked-turns.ts';

/** Every brief shows the same moves: a move tells no brief from others, and an order on a brief is never worked out. */

const SAID = 'set up a brief every weekday at 7 london';
const IT = { time: '07:00', zone: 'Europe/London' };
const asked = (reason: string) => ({ kind: 'unclear', reason: `brief-${reason}` });
const MOVES = asked('moves');
const NOT_READ = { kind: 'unclear', reason: 'not-a-brief' };
const done = (does: string, rest: object = {}) => ({ kind: 'brief', do: does, ...rest });
const paused = (until: unknown, rest: object = {}) => done('pause', { until, ...rest });

describe('moves among words about a brief', () => {
  it.each<readonly [readonly string[], object]>([
    [[SAID, 'and bin the old one, with the hundred cut'], done('remove')],
    [[SAID, 'lose the one with a half point cut'], done('remove')],
    [[SAID, 'park the one with the hundred hike till monday'], paused({ weekday: 'mon' })],
    [[SAID, 'hold off on the 50 cut one until 4 jan'], paused({ month: 1, day: 4 })],
    [['list briefs', 'bin that one with the 100bp cut'], done('remove')],
    [['list briefs', 'change the one with the 25 cut to 8am'], done('change', { time: '08:00' })],
    [['scrap the brief with the 50 cut in it'], done('remove')],
    [['bin the old one, with the hundred cut'], asked('which')],
    [['shelve the one with the hike'], asked('which')],
    [[SAID, 'actually 50'], MOVES],
    [[SAID, 'make it 25 instead'], MOVES],
    [[SAID, 'make it a 100 cut instead'], MOVES],
    [[SAID, 'swap it for the 50 hike'], MOVES],
    [[SAID, 'swap the 25 for a 75'], MOVES],
    [[SAID, 'put 75 in instead of 50'], MOVES],
    [[SAID, 'replace 25 with 75'], MOVES],
    [[SAID, 'go with 100 instead'], MOVES],
    [[SAID, 'does it cover a 75'], MOVES],
    [[SAID, 'show hikes only'], MOVES],
    [[SAID, 'what moves does it show'], MOVES],
    [['list briefs', 'the first one with 50 please'], MOVES],
    [['cut 50', 'bin the one with the 25 cut'], asked('which')],
    [['pause the brief til monday', 'unless they hike'], asked('until')],
    [[SAID, 'put the fifty in it as well'], MOVES],
    [[SAID, 'with a quarter point hike in it please'], MOVES],
    [[SAID, 'could it show 75 too'], MOVES],
    [[SAID, 'no, the 100 one'], MOVES],
    [[SAID, 'lose the 50 cut'], MOVES],
    [['list briefs', 'the hike one can go'], MOVES],
    [['make the brief show 75'], MOVES],
    [['what does the brief show, 25 or 50'], MOVES],
    [['brief weekdays 8am london with a 75 cut in it'], MOVES],
    [[SAID, 'drop the 50 from it'], NOT_READ],
    [[SAID, 'bin it if they hike'], NOT_READ],
    [[SAID, 'kill it after the dec meeting'], { kind: 'unclear', reason: 'brief-last' }],
  ])('%j is of the brief', (texts, expected) => {
    expect(lastTurn(...texts)).toMatchObject(expected);
  });

  it.each<readonly [readonly string[], object]>([
    [[SAID, 'put it on ice til after the december fomc'], paused('2026-12-10', { of: IT })],
    [[SAID, 'put it on ice until the fed meets'], paused('2026-12-09', { of: IT })],
    [[SAID, 'wait for the fomc first'], paused('2026-12-09', { of: IT })],
    [[SAID, 'nothing til the fed has met'], paused('2026-12-10', { of: IT })],
    [[SAID, 'pause that til the fomc is done'], paused('2026-12-10', { of: IT })],
    [[SAID, 'only start it after the january fomc'], paused('2027-01-28', { of: IT })],
    [['pause the brief till monday', 'actually make that after the fomc'], paused('2026-12-10')],
    [['park the brief til after the january fomc'], paused('2027-01-28')],
    [['pause the brief from 20 dec to 4 jan'], asked('apart')],
  ])('%j ends at a meeting', (texts, expected) => {
    expect(lastTurn(...texts)).toMatchObject(expected);
  });

  it.each<readonly [readonly string[], object]>([
    [['brief every tue and thu, 0630 zurich time, with hike 25'], done('schedule')],
    [['get the brief out at quarter past 6 on mondays, geneva'], done('schedule')],
    [['i want it in the channel mornings at 8, mon to thu, frankfurt time'], done('schedule')],
    [['every friday at 3 in the afternoon, new york, drop the brief in here'], done('schedule')],
    [['could the brief fire only when the ratio jumps a fair bit, say two percent'], asked('trigger')],
    [['should the brief wait until the ratio moves 2%'], asked('trigger')],
    [['can you brief us only on big days'], asked('trigger')],
    [['brief whenever small caps drop 3% in a day'], asked('trigger')],
    [['start sending the brief at 6.45 singapore time from next monday'], NOT_READ],
    [[SAID, 'stop it from 23 dec to 2 jan'], asked('apart')],
    [[SAID, 'leave out the 24th to the 31st'], asked('apart')],
    [[SAID, 'on hols from the 18th, back on the 4th'], asked('apart')],
    [[SAID, 'same but for sydney as well'], asked('second')],
    [[SAID, 'an hour earlier on fridays'], asked('second')],
    [[SAID, 'a second one at 4pm'], done('schedule')],
    [[SAID, 'shift it half an hour'], asked('change')],
    [[SAID, '6 not 7 from the morra'], done('change', { time: '06:00', of: { time: '07:00' } })],
    [['make it 7 not half six from the morra'], done('change', { time: '07:00', of: { time: '06:30' } })],
    [[SAID, 'let it sleep til jan'], paused({ month: 1, day: 1 })],
    [[SAID, "what'll it say"], done('preview')],
    [[SAID, 'and who sees that'], done('list')],
  ])('%j in everyday words', (texts, expected) => {
    expect(lastTurn(...texts)).toMatchObject(expected);
  });

  it.each<readonly [readonly string[], object]>([
    [[SAID, 'hike 75'], { kind: 'rate-move', moveBps: 75 }],
    [['compare 25 and 50', 'scrap the 50 one'], { kind: 'rate-move', moveBps: -25 }],
    [[SAID, 'book one table for 2 at 8 pm'], { kind: 'refusal' }],
    [['make it a quarter not a half'], { kind: 'rate-move', moveBps: -25 }],
    [['move lunch to half 12 not 12'], { kind: 'refusal' }],
    [[SAID, '50bp cut'], { kind: 'rate-move', moveBps: -50 }],
    [[SAID, 'what would 50 do'], { kind: 'rate-move', moveBps: -50 }],
    [[SAID, 'stop it, cut 50'], { kind: 'rate-move', moveBps: -50 }],
    [[SAID, 'drop the rate to 3'], { kind: 'rate-move', moveBps: -100 }],
    [[SAID, 'and a 50 bp cut for the small one?'], { kind: 'rate-move', moveBps: -50 }],
    [['cut 50', SAID, 'make it 75'], { kind: 'rate-move', moveBps: -75 }],
    [[SAID, 'when is the december fomc'], { kind: 'fed' }],
    [[SAID, 'hold for the december fomc'], { kind: 'fed' }],
    [['cut 25', 'cut 50', 'drop it to 3.5'], { kind: 'rate-move' }],
    [['cut 50', 'actually 25'], { kind: 'rate-move', moveBps: -25 }],
    [['cut 50', 'make it a hike instead'], { kind: 'rate-move', moveBps: 50 }],
  ])('%j is of the Fed', (texts, question) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question });
  });
});
