import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';

describe('the notes, sources and help', () => {
  it.each([
    [['which notes do you have'], { kind: 'notes' }],
    [['004 in 2 lines'], { kind: 'notes', note: '004' }],
    [['001 in one para'], { kind: 'notes', note: '001' }],
    [['note 003 in a few words'], { kind: 'notes', note: '003' }],
    [['who wrote note 002'], { kind: 'notes', note: '002' }],
    [['tldr of the ai one'], { kind: 'notes', note: '003' }],
    [['what does the fidelity note say'], { kind: 'notes', note: '002' }],
    [['note 003', 'sum it up'], { kind: 'notes', note: '003' }],
    [['one sentence for each note'], { kind: 'notes' }],
    [['a line per article, i am late for a meeting at 9'], { kind: 'notes' }],
    [['the five papers, one line each'], { kind: 'notes' }],
    [['which notes do you have', 'the oldest of those?'], { kind: 'notes', note: '002' }],
    [['which notes do you have', 'the oldest of those?', 'and the newest'], { kind: 'notes', note: '001' }],
    [['which notes do you have', 'who wrote the fourth one you listed?'], { kind: 'notes', note: '000' }],
    [['note 000', 'is there anything off in it?'], { kind: 'check', note: '000' }],
    [['the bulls', 'the second one please, what is he saying exactly'], { kind: 'views', who: ['Michael Casper'] }],
    [['the bulls', 'the second one', 'and the third'], { kind: 'views', who: ['Michael Wilson'] }],
    [['the bulls', 'how many is that'], { kind: 'views', stances: ['bullish'] }],
    [['the bulls', 'one line each'], { kind: 'views', stances: ['bullish'] }],
    [['views on tariffs', 'and only from note 001'], { kind: 'views', topics: ['tariffs'], notes: ['001'] }],
    [
      ['calvasina', 'kostin too', "and lori's, source?"],
      { kind: 'source', of: { kind: 'views', who: ['Lori Calvasina'] } },
    ],
    [['which notes do you have', 'which of those is oldest', 'who wrote it'], { kind: 'notes', note: '002' }],
    [['which notes do you have', 'the third one', 'and the one after that'], { kind: 'notes', note: '000' }],
    [['cut 100', 'where are the 4.39 from'], { kind: 'method', aspect: 'formula', of: cut(100) }],
    [['whered u get 45% floating'], { kind: 'method', aspect: 'assumptions' }],
    [['which notes do you hold', 'open number two of them'], { kind: 'notes', note: '004' }],
    [['is any author a robot'], { kind: 'notes' }],
    [['got a link for note 2'], { kind: 'notes', note: '002' }],
    [['note 003', 'when was it written'], { kind: 'notes', note: '003' }],
    [['check 003', 'open the first', "what's that note's story overall"], { kind: 'notes', note: '003' }],
    [['bears list from the notes'], { kind: 'views', stances: ['bearish'] }],
    [['17.55 or 17.56??'], { kind: 'method', aspect: 'rounding', of: cut(200) }],
    [
      ['bullish on mergers', 'tariffs as well pls'],
      { kind: 'views', stances: ['bullish'], topics: ['mergers', 'tariffs'] },
    ],
    [['what did note 003 get wrong', 'which of the two does the record support'], { kind: 'conflicts' }],
    [['oldest note'], { kind: 'notes' }],
    [['note 001'], { kind: 'notes', note: '001' }],
    [['source?'], { kind: 'notes' }],
    [['kostin', 'where did that appear'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['kostin', 'which paper was it in'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['cut 50', 'is that calculation your own idea'], { kind: 'source', of: cut(50) }],
    [['cut 50', 'or did j come up with it'], { kind: 'source', of: cut(50) }],
    [['who invented this method'], { kind: 'method', aspect: 'formula' }],
    [['cut 50', 'where is that from'], { kind: 'source', of: cut(50) }],
    [['anyone bearish?', 'who says that'], { kind: 'source', of: { kind: 'views', stances: ['bearish'] } }],
    [['kostin', 'when was that said'], { kind: 'views', who: ['David Kostin'] }],
    [['help'], { kind: 'help' }],
    [['hi there'], { kind: 'help', said: 'hello' }],
    [['ok thanks!'], { kind: 'help', said: 'thanks' }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['list the bulls'],
    ['each note in 10bp'],
    ['one line on each analyst'],
    ['where was the ratio published last week'],
    ['thanks mike, 50 it is'],
    ['nice one mike'],
    ['the source of inflation is wages'],
    ['help is on the way'],
    ['note to self buy milk'],
    ['what about that'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(['notes', 'source', 'help']).not.toContain(turn.kind === 'question' ? turn.question.kind : turn.kind);
  });
});
