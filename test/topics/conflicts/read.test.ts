import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';

const conflicts = (...ids: readonly string[]) => ({ kind: 'conflicts', ...(ids.length > 0 && { conflicts: ids }) });

describe('where notes contradict one another', () => {
  it.each([
    [['where do the notes disagree'], conflicts()],
    [['do they contradict each other'], conflicts()],
    [['do the notes contradict each other'], conflicts()],
    [['any inconsistencies between the authors'], conflicts()],
    [['which notes disagree'], conflicts()],
    [['do they contradict each other on tariffs'], conflicts('conflict-tariffs')],
    [['where do the notes disagree on valuation'], conflicts('conflict-forward-discount')],
    [['do the notes agree on cuts'], conflicts('conflict-cut-helps')],
    [['is it 18 or 40'], conflicts('conflict-forward-discount')],
    [['one note says 40% cheap and another 18 v 22. which'], conflicts('conflict-forward-discount')],
    [['fwd pe of r2k', 'they do not agree then. who has reason?'], conflicts('conflict-forward-discount')],
    [['is it 18 or 40', 'which one goes in the deck'], conflicts('conflict-forward-discount')],
    [['where do the notes disagree', 'and on tariffs?'], conflicts('conflict-tariffs')],
    [['where do the notes disagree', 'which note is right'], conflicts()],
    [['do they contradict each other on tariffs', 'which side does the record take'], conflicts('conflict-tariffs')],
    [['do they contradict each other on tariffs', 'rest of the list'], conflicts()],
    [['did the fed really cut in july 2024', 'does another note contradict him'], conflicts('conflict-easing-began')],
    [['fwd pe of r2k', "someone said it's 40% tho"], conflicts('conflict-forward-discount')],
    [
      ['who says small caps are cheap', 'and 40% off per the aug 25 one, same thing?'],
      conflicts('conflict-forward-discount'),
    ],
    [
      ['do any two of these notes contradict each other', 'take me to the one on tariffs'],
      conflicts('conflict-tariffs'),
    ],
    [['where do the notes disagree', 'open the 2nd', 'next one'], conflicts('conflict-cut-helps')],
    [['where do west and j part ways on valuation'], conflicts('conflict-forward-discount')],
    [['do they contradict each other on tariffs', 'other clashes besides that'], conflicts()],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it('has no say in a move that happens to be of 40', () => {
    expect(lastOf('fwd pe of r2k', 'cut 40bp')).toMatchObject({ kind: 'rate-move' });
    expect(lastTurn('fwd pe of r2k', 'and a cut of 40?')).not.toMatchObject({ question: { kind: 'conflicts' } });
  });

  it('takes those in which both notes take a side', () => {
    const question = lastOf('where does note 003 disagree with 000');
    expect(question).toEqual(lastOf('does west contradict j'));
    expect(question).toMatchObject({
      conflicts: expect.arrayContaining(['conflict-easing-began', 'conflict-catch-up']),
    });
    expect(question).not.toMatchObject({ conflicts: expect.arrayContaining(['conflict-tariffs']) });
  });

  it.each([
    ['do calvasina and wilson disagree'],
    ['who disagrees with kostin'],
    ['i disagree'],
    ['agreed, all good'],
    ['we all agree on 3pm'],
    ['agree?'],
    ['calendar conflict at 3pm'],
    ['how does small differ from large on a 50bp cut'],
    ['what differs between small and large'],
    ['how many people agree'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('conflicts');
  });
});
