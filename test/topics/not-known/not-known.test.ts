import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { NotKnownSchema } from '../../../src/topics/not-known/question.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { buttonsOf } from '../../doubles/payloads.ts';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';
import { ask, close, FACTS, labelsOf, notesIn, numbers, plain, questionIn, rendered, title } from '../rendered.ts';

describe('what is in neither the notes nor the data', () => {
  it.each([
    ['rut price rn', { what: 'price' }],
    ['is there a press conference at the next fed meeting', { what: 'around the meetings' }],
    ['when are the fed minutes out', { what: 'around the meetings' }],
    ['who chairs the fed', { what: 'around the meetings' }],
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

const asked = (word?: string) =>
  render(answer({ kind: 'not-known', what: 'topic', ...(word !== undefined && { word }) }, FACTS));

describe('a topic that no note speaks of', () => {
  it.each([
    ['buybacks', 'No note speaks of buybacks', ['Flows', 'Mergers', 'Rates', 'All views']],
    ['oil prices', 'No note speaks of oil prices', ['Inflation', 'Economy', 'Rates', 'All views']],
    ['China', 'No note speaks of China', ['Tariffs', 'Policy', 'Rates', 'All views']],
    [undefined, 'No note speaks of that', ['Rates', 'Flows', 'Momentum', 'All views']],
  ])('%s: %s, and the nearest topics as buttons', (word, words, labels) => {
    expect(title(asked(word))).toBe(words);
    expect(labelsOf(asked(word))).toEqual(labels);
  });

  it('that claims do mention is not denied: they are counted, shown and offered', () => {
    const message = asked('liquidity');
    expect(title(message)).toBe('One claim in the notes mentions liquidity');
    expect(plain(asPlainText(message))).toContain('A liquidity squeeze or a geopolitical shock');
    expect(buttonsOf(message).map(questionIn)[0]).toEqual({ kind: 'views', claims: ['003-west-liquidity-risk'] });
  });

  it('is looked for as a whole word', () => {
    expect(title(asked('liquid'))).toBe('No note speaks of liquid');
  });

  it('is written as typed, with Slack’s three signs escaped in the text', () => {
    expect(asked('R&D & tax').text.startsWith('No note speaks of R&amp;D &amp; tax.')).toBe(true);
  });

  it.each(['', 'a'.repeat(41), '<@U123>', '*bold*', 'a\nb', '`code`', ':pray:', '_x_', 'http://x'])(
    'takes no markup and no long text: %j',
    (word) => {
      expect(NotKnownSchema.safeParse({ kind: 'not-known', what: 'topic', word }).success).toBe(false);
    },
  );
});

describe('what is not known', () => {
  it('gives what the notes do say of Powell, and no view of his', () => {
    const answered = ask({ kind: 'not-known', what: 'Powell' });
    expect(notesIn(answered)).toEqual(['001', '004']);
    expect(answered).toMatchObject({ figures: [], views: [] });
  });

  it("gives the examples' coverage for the index's", () => {
    expect(numbers(ask({ kind: 'not-known', what: 'coverage of the index' }))).toEqual({
      'smallcap.coverage.before': close(2.564103),
      'largecap.coverage.before': close(10.869565),
    });
    expect(ask({ kind: 'not-known', what: 'Bitcoin' })).toMatchObject({ figures: [], views: [], sources: [] });
  });
});

describe('a forecast that nobody here makes', () => {
  it('is answered with whose views there are, and with the odds that futures imply', () => {
    expect(labelsOf(rendered({ kind: 'not-known', what: 'forecast' }))).toEqual([
      'All views',
      'Views for a year',
      'Odds in futures',
      'Cut 50 bp',
    ]);
  });
});
