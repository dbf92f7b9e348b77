import { describe, expect, it } from 'vitest';
import { asked, fifty, ratecutCase, reply } from './asking.ts';
import { judge } from './judge.ts';
import { judgeRatecut } from './judge-turn.ts';
import type { Reply } from './reply.ts';

const CALVASINA = { person: 'Lori Calvasina', firm: 'RBC Capital Markets', stance: 'bearish', note: '004-2025-08-26' };

describe('behaviour', () => {
  const refusal = (reason: string) => reply({ kind: 'refusal', reason });
  const views = (shown: Reply['answer']['views']) =>
    reply({ kind: 'views' }, { views: shown, sources: ['004-2025-08-26'] });

  it.each([
    ['asking back for an answer', asked({}), reply(null), 'refused'],
    ['asking back where it should', asked({ behaviour: 'clarify' }), reply(null), 'right'],
    ['help for gibberish', asked({ behaviour: 'clarify' }), reply({ kind: 'help' }), 'right'],
    ['answering advice', asked({ behaviour: 'refuse' }), views([CALVASINA]), 'wrong'],
    ['refusing advice', asked({ behaviour: 'refuse', category: 'advice' }), refusal('advice'), 'right'],
    [
      'not knowing about advice',
      asked({ behaviour: 'refuse', category: 'advice' }),
      reply({ kind: 'not-known' }),
      'refused',
    ],
    ['not knowing what is off topic', asked({ behaviour: 'refuse' }), reply({ kind: 'not-known' }), 'right'],
    ['a mention without a view', asked({ behaviour: 'unknown', cites: ['004'] }), views([]), 'right'],
    ['a view where there is none', asked({ behaviour: 'unknown' }), views([CALVASINA]), 'wrong'],
    ['declining to be taught', asked({ behaviour: 'clarify' }), refusal('adding a note'), 'right'],
    ['another kind of answer', asked({ category: 'method' }), fifty(), 'wrong'],
  ])('judges %s', (_, question, given, outcome) => {
    expect(judge(question, given).outcome).toBe(outcome);
  });

  it('knows a notice about languages by its reason, or by its words', () => {
    const german = asked({ behaviour: 'answer_or_language_notice', lang: 'de' });
    expect(judge(german, reply(null, { reason: 'language' })).outcome).toBe('right');
    expect(judge(german, reply(null, {}, 'Please ask in English.')).outcome).toBe('right');
    expect(judge(german, reply(null, { reason: 'no-amount' })).outcome).toBe('refused');
  });

  it('counts a line that is no reply as wrong', () => {
    expect(judge(asked({}), { error: 'no reply' }).outcome).toBe('wrong');
  });
});

describe('substance', () => {
  const said = (text: string, shown = [CALVASINA]) => reply({ kind: 'views' }, { views: shown, sources: [] }, text);

  it('reads sources off the views as well', () => {
    expect(judge(asked({ cites: ['004'] }), said('words')).outcome).toBe('right');
    expect(judge(asked({ cites: ['001'] }), said('words')).reasons).toEqual(['does not cite 001']);
  });

  it('asks for the names that facts begin with, however they are written', () => {
    expect(judge(asked({ facts: ['Calvasina: cuts alone', 'cheap, momentum'] }), said('words')).outcome).toBe('right');
    expect(judge(asked({ facts: ['Bank of America'] }), said('so says BofA')).outcome).toBe('right');
    expect(judge(asked({ facts: ['Tunkel'] }), said('words')).reasons).toEqual(['does not name Irene Tunkel']);
    expect(judge(asked({ facts: ['J cautiously'] }), said('in july', [])).reasons).toEqual(['does not name J']);
  });

  it('looks for what must be said in blocks too, and for what must not in the text, as words', () => {
    const tax = reply({ kind: 'method' }, {}, 'words', [{ text: { text: 'Before tax.' } }]);
    expect(judge(asked({ mustSay: ['tax|levy'] }), tax).outcome).toBe('right');
    expect(judge(asked({ mustSay: ['hedge'] }), tax).reasons).toEqual(['does not say hedge']);
    expect(judge(asked({ mustNot: ['bullish'] }), said('Bullish, she says')).outcome).toBe('wrong');
    expect(judge(asked({ mustNot: ['bull'] }), said('bullish')).outcome).toBe('right');
  });

  it('is not fooled about a stance', () => {
    expect(judge(asked({ stances: { Calvasina: 'bearish' } }), said('words')).outcome).toBe('right');
    expect(judge(asked({ stances: { Calvasina: 'bullish' } }), said('words')).outcome).toBe('wrong');
  });
});

describe('/ratecut', () => {
  const read = (moveBps: number, small?: Record<string, number>) =>
    reply({ kind: 'rate-move', moveBps, ...(small && { small }) });

  it('takes any of the right readings, an unclear one where there is an error', () => {
    const sign = ratecutCase({ input: '+25', expected: { cutBps: -25 }, alsoFine: [{ error: 'sign' }] });
    expect(judgeRatecut(sign, read(25)).outcome).toBe('right');
    expect(judgeRatecut(sign, reply(null)).outcome).toBe('right');
    expect(judgeRatecut(sign, read(-25)).wrongNumbers).toHaveLength(1);
  });

  it('holds assumptions against the expected ones, and takes none that were not typed', () => {
    const sixty = ratecutCase({ input: 'x', expected: { cutBps: 50, params: { floatingShareSmall: 60 } } });
    expect(judgeRatecut(sixty, read(-50, { floatingShare: 60 })).outcome).toBe('right');
    expect(judgeRatecut(sixty, read(-50)).wrongNumbers).toHaveLength(1);
    const plain = ratecutCase({ input: 'x', expected: { cutBps: 50 } });
    expect(judgeRatecut(plain, read(-50, { floatingShare: 60 })).outcome).toBe('wrong');
    expect(judgeRatecut(plain, reply(null)).outcome).toBe('refused');
  });
});
