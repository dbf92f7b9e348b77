import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';

describe('what is in neither the notes nor the data', () => {
  it.each([
    ['rut price rn', { what: 'price' }],
    ['spx 8000 by xmas?', { what: 'forecast' }],
    ['ndx 30k next year?', { what: 'forecast' }],
    ['russell over 3k by march?', { what: 'forecast' }],
    ['what is IWM at', { what: 'price' }],
    ['where is the russell', { what: 'price' }],
    ['vix', { what: 'price' }],
    ['kre', { what: 'price' }],
    ['gdp', { what: 'data' }],
    ['hy oas', { what: 'data' }],
    ['fund is down 75 bps mtd', { what: 'data' }],
    ['target for yr end?', { what: 'forecast' }],
    ['is he trustful person', { what: 'person' }],
    ['nasdaq close fri?', { what: 'data' }],
    ['our margins are +300 bps on last year, cool no?', { what: 'data' }],
    ['We need to cut 50 from the T&E budget before friday', { what: 'data' }],
    ['tracking error is 425 bps vs budget 400', { what: 'data' }],
    ['will the fed cut in december', { what: 'forecast' }],
    ['where will the russell be at year end', { what: 'forecast' }],
    ['where do u see rut at year end', { what: 'forecast' }],
    ['where do you see ff in 6 months', { what: 'forecast' }],
    ['do they go in jan, in ur view', { what: 'forecast' }],
    ['nq futs 40 lower', { what: 'price' }],
    ['small against large in europe, same?', { what: 'data' }],
    ['japanese small caps?', { what: 'data' }],
    ['what do you think about small caps', { what: 'forecast' }],
    ['odds of a soft landing', { what: 'forecast' }],
    ['ftse 250 vs ftse 100', { what: 'data' }],
    ['dax to stoxx as a ratio, do you do that', { what: 'data' }],
    ['cpi came in 25bp hotter', { what: 'data' }],
    ['the 10-year is at 4.25', { what: 'data' }],
    ['oas out another 35, are smalls in trouble', { what: 'data' }],
    ['nfp +210k, strong', { what: 'data' }],
    ['euribor at 2.1 today', { what: 'data' }],
    ['is gdp any good', { what: 'data' }],
    ['are payrolls ok', { what: 'data' }],
    ['are we heading into a recession', { what: 'forecast' }],
    ['vix 28 all of a sudden', { what: 'data' }],
    ['they charge a management fee of 90bps', { what: 'data' }],
    ['hard landing odds?', { what: 'forecast' }],
    ['recession by spring y/n', { what: 'forecast' }],
    ['recession next year yes or no', { what: 'forecast' }],
    ['will there be a recession', { what: 'forecast' }],
    ['spx yr end, ur number', { what: 'forecast' }],
    ['nasdaq yr end number pls', { what: 'forecast' }],
    ['tracking err 50bp ok?', { what: 'data' }],
    ['bid/ask 25bps wide?', { what: 'data' }],
    ['margin down 50bps qoq', { what: 'data' }],
    ['rut at year end, your guess', { what: 'forecast' }],
    ['spx at year end your number', { what: 'forecast' }],
    ['do you buy that', { what: 'forecast' }],
    ['u agree?', { what: 'forecast' }],
    ['do you believe him', { what: 'forecast' }],
    ['does small outperform large from here', { what: 'forecast' }],
    ['will big tech stay on top?', { what: 'forecast' }],
    ['nvidia earnings date?', { what: 'data' }],
    ['interest cover of the russell', { what: 'coverage of the index' }],
    ['bitcoin?', { what: 'Bitcoin' }],
    ['anyone mention buybacks', { what: 'topic', word: 'buybacks' }],
    ['does anyone talk about share repurchases', { what: 'topic', word: 'share repurchases' }],
    ['ecb cuts 25', { what: 'central bank', word: 'ecb' }],
    ['what does the Bank of Japan do next', { what: 'central bank', word: 'Bank of Japan' }],
  ])('%s', (text, asks) => {
    expect(lastOf(text)).toEqual({ kind: 'not-known', ...asks });
  });
});

describe('what is known', () => {
  it.each([
    [['will a 50bp cut help small caps'], cut(50)],
    [['odds of a cut in december'], { kind: 'fed', ask: 'odds', month: '2026-12', way: 'cut' }],
    [['where was the ratio before the cpi print'], { kind: 'ratio' }],
    [['riksbank'], { kind: 'views', topics: ['Sweden'] }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['what will happen if the fed cuts'],
    ['if the ecb hikes and the fed cuts 50'],
    ['cpi came in hotter, what if the fed hikes 25'],
    ['if ppi prints 0.4, cut 50'],
    ['who worries about spreads of 300'],
    ['rut 2453 on 9 nov 2021'],
    ['do you have the russell to s&p ratio'],
    ['smallcap pays a spread of 3%'],
    ['what if yields fall 50bp'],
  ])('%s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('not-known');
  });
});
