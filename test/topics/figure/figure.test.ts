import { describe, expect, it } from 'vitest';
import type { FigureQuestion } from '../../../src/topics/figure/question.ts';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';
import { ask, plain, rendered, shown } from '../rendered.ts';

const figure = (...figures: readonly string[]) => ({ kind: 'figure', figures });
const notInNotes = (word: string) => ({ kind: 'not-known', what: 'topic', word });
const [RUSSELL, S_AND_P, NASDAQ] = ['000-rut-forward-pe', '000-spx-forward-pe', '000-ndx-forward-pe'] as const;
const DOTS = ['001-dots-total', '001-dots-remaining', '001-dots-change', '001-dots-next-year'];
const CUT_DAY = ['001-rut-intraday-high', '001-rut-intraday-rise', '001-rut-day-change'];

const READ: readonly (readonly [texts: readonly string[], question: object])[] = [
  // multiples by index
  [['fwd pe of r2k'], figure(RUSSELL)],
  [['forward pe of the russell'], figure(RUSSELL)],
  [['what multiple does the nasdaq trade on, forward'], figure(NASDAQ)],
  [['forward multiple of the russell'], figure(RUSSELL)],
  [['what multiple does the nasdaq trade on'], figure(NASDAQ)],
  [['what does the nasdaq trade on, forward'], figure(NASDAQ)],
  [['P/E S&P 500'], figure(S_AND_P, '002-spx-reported-pe')],
  [['and julian west, he has which discount'], figure('003-rut-forward-discount')],
  [['wot was the 2453 thing'], figure('001-rut-intraday-high')],
  [['p/e at the oct 22 trough, cap wtd n equal'], figure('002-spx-reported-pe-2022', '002-spx-equal-reported-pe-2022')],
  [['how levered r the 2 firms in Js example'], figure('000-smallcap-leverage', '000-largecap-leverage')],
  [['what share of russell names dont earn money'], figure('001-rut-unprofitable')],
  [['pct of spx names over their 200d in the fidelity piece'], figure('002-spx-above-200-day')],
  [['trailing pe of the s&p'], figure('002-spx-reported-pe')],
  [['equal wt pe oct 22 vs then'], figure('002-spx-equal-reported-pe', '002-spx-equal-reported-pe-2022')],
  [['money mkt pile, size in the note'], figure('000-money-fund-assets')],
  [["where's the 40% from"], figure('003-rut-forward-discount')],
  [['pe of equal weight'], figure('002-spx-equal-reported-pe')],
  [['pe of the s&p in october 2022'], figure('002-spx-reported-pe-2022')],
  [['forward pe of the russell 2000 value'], figure('003-rut-value-forward-pe')],
  [['discount in note 003'], figure('003-rut-forward-discount')],
  [["west's discount number"], figure('003-rut-forward-discount')],
  [['fwd p/e russell v s&p, whatever the notes print'], figure(RUSSELL, S_AND_P)],
  // shares and levels
  [["what's the share of unprofitable members"], figure('001-rut-unprofitable')],
  [['how many small caps lose money'], figure('001-rut-unprofitable')],
  [['% of r2k losing money'], figure('001-rut-unprofitable')],
  [['mag 7 weight'], figure('001-magnificent-7-share')],
  [
    ['mag 7 slice of spx gains, early 24 vs mid 25'],
    figure('003-magnificent-7-gains-2024', '003-magnificent-7-gains-2025'),
  ],
  [
    ['According to note 003, by how much had the share of the seven giants in the gains fallen?'],
    figure('003-magnificent-7-gains-2024', '003-magnificent-7-gains-2025'),
  ],
  [['how much of the gains came from mag 7 in 2024'], figure('003-magnificent-7-gains-2024')],
  [['share of stocks above their 200 day average'], figure('002-spx-above-200-day')],
  [['how many record highs this year'], figure('001-spx-new-highs')],
  [['how much did small caps bounce from the april low'], figure('001-rut-rebound')],
  [['how high did the russell get on the day of the cut'], figure(...CUT_DAY)],
  [['how much cash is on the sidelines'], figure('000-money-fund-assets')],
  [['what does cash yield'], figure('000-money-fund-return')],
  [['active managers beating the benchmark'], figure('000-active-funds-beating')],
  [['whats the 6.5x thing'], figure('000-smallcap-leverage')],
  [['29% of what exactly'], figure('000-active-funds-beating')],
  [['how old is the bull market'], figure('002-bull-market-age')],
  [['how many cuts do the dots show'], figure(...DOTS)],
  [['how many cuts in total do the dots show'], figure(...DOTS)],
  // the two example companies
  [['smallcap ebitda'], figure('000-smallcap-ebitda')],
  [['total debt of largecap'], figure('000-largecap-debt')],
  [['what is the ebitda of the small company'], figure('000-smallcap-ebitda')],
  [['how much of smallcap debt is floating'], figure('000-smallcap-floating-share')],
  [['leverage of smallcap'], figure('000-smallcap-leverage')],
  [['what does largecap earn'], figure('000-largecap-net-income')],
  [['at what rate does smallcap borrow'], figure('000-smallcap-rate')],
  [['what is small leverage'], figure('000-smallcap-leverage')],
  [['debt/ebitda of small caps'], figure('000-smallcap-leverage')],
  [['what share of small cap debt floats'], figure('000-smallcap-floating-share')],
  [['net income of both'], figure('000-smallcap-net-income', '000-largecap-net-income')],
  [['interest bill of smallcap'], figure('000-smallcap-interest-before')],
  // as printed
  [['8.78'], figure('000-smallcap-lift-100')],
  [['where does 8.78 come from'], figure('000-smallcap-lift-100')],
  [['17.55?'], figure('000-smallcap-lift-200')],
  [['whats that 6.3 trillion everybody talks of'], figure('000-money-fund-assets')],
  [['where is the $6.3tn from'], figure('000-money-fund-assets')],
  [['6.3 trn in one of the papers, whose'], figure('000-money-fund-assets')],
  [['2453.36'], figure('001-rut-intraday-high')],
  // going on
  [['fwd pe of r2k', 'and for large caps?'], figure(S_AND_P)],
  [['forward pe of the russell', 'and the s&p?'], figure(S_AND_P)],
  [['fwd pe of r2k', 'and the nasdaq?'], figure(NASDAQ)],
  [['total debt of smallcap', 'and for large?'], figure('000-largecap-debt')],
  [['ebitda of largecap', 'and the small one?'], figure('000-smallcap-ebitda')],
  [['trailing pe of the s&p', 'and forward?'], figure(S_AND_P)],
  [['fwd pe of r2k', 'source?'], { kind: 'source', of: figure(RUSSELL) }],
  [['fwd pe of r2k', 'who says that'], { kind: 'source', of: figure(RUSSELL) }],
  [
    ['how much of smallcap debt floats', 'in dollars'],
    figure('000-smallcap-floating-debt', '000-smallcap-floating-share'),
  ],
  [['total debt of largecap', 'and the little un'], figure('000-smallcap-debt')],
  [['p/e fwd for r2k in those notes?', 'spx?'], figure('000-spx-forward-pe')],
  [['cut 25, small', 'what floating share does the note give it'], figure('000-smallcap-floating-share')],
  [['how much of the gains came from mag 7 in 24'], figure('003-magnificent-7-gains-2024')],
  [['how much of the gains came from mag 7 in 24', 'by q2 25?'], figure('003-magnificent-7-gains-2025')],
  [['trailing pe of the s&p', 'and at the low in oct 22'], figure('002-spx-reported-pe-2022')],
  [['pe of the s&p in october 2022', 'equal weighted'], figure('002-spx-equal-reported-pe-2022')],
  [['cash in money funds', 'earning what'], figure('000-money-fund-return')],
  [['total debt of largecap', 'interest bill then'], figure('000-largecap-interest-before')],
  [
    ['discount of the equal weight s&p', 'and back at the low in oct 22, cap weighted'],
    figure('002-spx-reported-pe-2022'),
  ],
  [['debt over ebitda of largecap', 'and what rate do they pay'], figure('000-largecap-rate')],
  // what the person takes it to be
  [
    ['who says small caps are cheap', 'the exact 000 multiples again?'],
    figure('000-rut-forward-pe', '000-spx-forward-pe', '000-ndx-forward-pe'),
  ],
  [['equal weight pe vs regular in that fidelity piece'], figure('002-spx-reported-pe', '002-spx-equal-reported-pe')],
  [['half the russell loses money true?'], { kind: 'check', findings: ['001-unprofitable'] }],
  [['40% of the r2k is unprofitable, correct?'], { ...figure('001-rut-unprofitable'), claimed: 40 }],
  [['6.3trn on the sidelines right?'], { ...figure('000-money-fund-assets'), claimed: 6.3 }],
  [['forward pe of the russell is 18x?'], { ...figure(RUSSELL), claimed: 18 }],
  [['is the russell forward pe 25'], { ...figure(RUSSELL), claimed: 25 }],
  [['17.55 for the 200?'], figure('000-smallcap-lift-200')],
  // what is printed for others only
  [['fwd pe of r2k', 'same for mag 7'], notInNotes('forward P/E of the Mag 7')],
  [
    ["what's the share of unprofitable members", 'that in the s&p?'],
    notInNotes('members without a profit of large caps'),
  ],
  [['trailing p/e of the russell'], notInNotes('reported P/E of small caps')],
];

describe('a figure that a note prints', () => {
  it.each(READ)('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });
});

describe('what asks for no figure', () => {
  it.each([
    [['8.78bp cut'], cut(8.78)],
    [['cut 50 on 6x leverage'], cut(50, { small: { debtToEbitda: 6 } })],
    [['mag 7'], { kind: 'views', topics: ['technology'] }],
    [['bullish on valuation?'], { kind: 'views', stances: ['bullish'], topics: ['valuation'] }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toMatchObject(question);
  });

  it.each([
    ['small at 60% floating'],
    ['floating 60'],
    ['net income of small is 13'],
    ['debt to ebitda 5x'],
    ['what happens to net income'],
    ["what is japan's debt"],
    ['debt to gdp'],
    ['pe of tesla'],
    ["what's the forward pe of the dax"],
    ['what is IWM at'],
    ['how many cuts in 2024'],
    ['how many meetings are left'],
    ['how many people came'],
    ['is there a dot plot in december'],
    ['who thinks small caps are cheap'],
    ['ratio ytd'],
    ['s&p'],
  ])('%s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('figure');
  });

  it.each(['is the russell forward pe 25 or 18', 'is smallcap leverage 25', 'is the russell forward pe -3'])(
    'answers no number that it cannot hold against a figure: %s',
    (typed) => {
      const turn = lastTurn(typed);
      expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('figure');
    },
  );
});

const claim = (figure: string, claimed: number): FigureQuestion => ({ kind: 'figure', figures: [figure], claimed });
const SHARE = 100 / 3;

describe('what a person takes a figure to be', () => {
  it.each([
    ['001-rut-unprofitable', 50, true],
    ['001-rut-unprofitable', 40, false],
    ['000-money-fund-assets', 6.3, true],
    ['000-money-fund-assets', 6.4, false],
    ['000-money-fund-assets', 6, true],
    ['001-magnificent-7-share', SHARE, false],
    ['000-rut-forward-pe', 18, true],
    ['001-dots-total', 2, false],
  ])('%s as %d agrees: %s', (figure, claimed, agrees) => {
    expect(ask(claim(figure, claimed))).toMatchObject({ claimed: { value: claimed, agrees } });
  });

  it('is held against one figure only', () => {
    const figures: [string, ...string[]] = ['000-rut-forward-pe', '000-spx-forward-pe'];
    expect(ask({ kind: 'figure', figures, claimed: 18 })).not.toHaveProperty('claimed');
    expect(ask({ kind: 'figure', figures: ['no such figure'], claimed: 18 })).not.toHaveProperty('claimed');
  });

  it.each([
    [claim('001-rut-unprofitable', 50), '50% agrees with the note, which prints about half'],
    [claim('001-rut-unprofitable', 40), '40% is not what the note prints: about half'],
    [claim('000-rut-forward-pe', 25), '25x is not what the note prints: 18x'],
    [claim('000-money-fund-assets', 6.3), '$6.3 trillion agrees with the note, which prints more than $6.3 trillion'],
  ])('%j is told', (question, words) => {
    const message = rendered(question);
    expect(plain(shown(message))).toContain(words);
    expect(plain(message.text)).toContain(words);
  });
});

describe('figures that are left out', () => {
  it.each(['not the s&p', 'without the s&p', 'drop the s&p'])('%s, behind both', (text) => {
    expect(lastOf('forward p/e of the russell and the s&p', text)).toEqual({
      kind: 'figure',
      figures: ['000-rut-forward-pe'],
    });
  });

  it.each(['how much do money funds hold', 'how much do money market funds hold'])('%s', (text) => {
    expect(lastOf(text)).toEqual(lastOf('how much cash sits in money funds'));
  });
});
