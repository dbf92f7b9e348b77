import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';

describe('the product itself', () => {
  it.each([
    ['what is this', 'what'],
    ['is this the latest', 'data'],
    ["hi, new on the desk. what d'you actually do", 'can do'],
    ['new joiner, first day (ops). what exactly do you do', 'can do'],
    ['sorry im new here, came from audit, what is it you do', 'can do'],
    ['new here (trustee). what are you for, in short', 'what'],
    ['whats your job', 'what'],
    ['hey, whats the deal with this bot', 'what'],
    ['are your numbers audited', 'data'],
    ['u keep what i type?', 'privacy'],
    ['r u chatgpt', 'what'],
    ['are you an AI?', 'what'],
    ['who built you', 'what'],
    ['do you make things up', 'what'],
    ['what can you do', 'can do'],
    ['what can i ask?', 'can do'],
    ['how stale is all this', 'data'],
    ['how old is your data', 'data'],
    ["where's your data from?", 'data'],
    ['what data do you have and how old is it', 'data'],
    ['is this live', 'data'],
    ['how fresh is ur fed data', 'data'],
    ['how up to date is the fed record', 'data'],
    ['how old are your closes', 'data'],
    ['what does the model leave out', 'model'],
    ["what doesn't this cover", 'model'],
    ['do you store messages', 'privacy'],
    ['do you remember what I write', 'privacy'],
    ['is this private?', 'privacy'],
  ])('%s', (text, aspect) => {
    expect(lastOf(text)).toEqual({ kind: 'about', aspect });
  });

  it.each([
    ['hi!! first day.. what does lift mean here', 'lift'],
    ['ok n bp?', 'basis point'],
    ['heyy sorry dumb question, what even is a bp', 'basis point'],
    ['what does bp mean', 'basis point'],
    ['what is meant by floating share', 'floating share'],
    ['define leverage please', 'leverage'],
  ])('%s', (text, term) => {
    expect(lastOf(text)).toEqual({ kind: 'about', aspect: 'terms', term });
  });

  it.each([
    ['floating i mean, for both'],
    ['ratio i mean'],
    ['what is the floating share'],
    ['what does a cut mean for small caps'],
    ['whats that in total bps'],
    ['what is this cut worth at 50bp'],
    ['is tax in the model'],
    ['how old is kostin’s view'],
    ['what do you think of small caps'],
    ['who built the factory in ohio'],
    ['help'],
    ['are you coming to lunch'],
    ['what can you do about 25 bp'],
    ['private'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('about');
  });
});
