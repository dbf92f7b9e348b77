import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';
import { ask, close, notesIn, numbers } from '../rendered.ts';

const [RUSSELL, S_AND_P, NASDAQ] = ['000-rut-forward-pe', '000-spx-forward-pe', '000-ndx-forward-pe'];

describe('one multiple against another', () => {
  it.each([
    [['how much cheaper is the russell than the s&p on forward earnings'], RUSSELL, S_AND_P],
    [['how much cheaper is the russell'], RUSSELL, S_AND_P],
    [['how cheap are small caps'], RUSSELL, S_AND_P],
    [['discount of the Russell to the Nasdaq-100 on the figures in the 2024 note'], RUSSELL, NASDAQ],
    [['how cheap is the russell against the nasdaq 100 in note 000'], RUSSELL, NASDAQ],
    [
      ['valuation gap between the S&P and its equal-weighted version in the Fidelity note'],
      '002-spx-equal-reported-pe',
      '002-spx-reported-pe',
    ],
    [['small cap pe vs large'], RUSSELL, S_AND_P],
    [['discount of small caps to the nasdaq'], RUSSELL, NASDAQ],
    [['premium of the s&p over the russell on pe'], S_AND_P, RUSSELL],
    [['valuation gap between spx and qqq'], S_AND_P, NASDAQ],
    [['18 vs 28, what is the discount'], RUSSELL, NASDAQ],
    [["going by the notes' forward multiples how cheap is small against large"], RUSSELL, S_AND_P],
    [['p/e fwd for r2k in those notes?', 'spx?', 'so the discount is'], RUSSELL, S_AND_P],
    [['russell forward pe', 'and for the nasdaq 100', 'whats the gap between these two'], RUSSELL, NASDAQ],
    [['r2k fwd multiple as pct below spx'], RUSSELL, S_AND_P],
    [['is the nasdaq dearer than the russell and by how much'], NASDAQ, RUSSELL],
    [['discount of the equal weight s&p'], '002-spx-equal-reported-pe', '002-spx-reported-pe'],
    [['fwd pe of r2k', 'what discount is that'], RUSSELL, S_AND_P],
    [['fwd pe of r2k', 'what discount is that to the s&p'], RUSSELL, S_AND_P],
    [['forward pe of the russell', 'what discount is that to the s&p'], RUSSELL, S_AND_P],
    [['forward pe of the russell', 'and versus the nasdaq?'], RUSSELL, NASDAQ],
    [['discount of the russell to the s&p on pe', 'and against the nasdaq'], RUSSELL, NASDAQ],
  ])('%j', (texts, of, against) => {
    expect(lastOf(...texts)).toEqual({ kind: 'valuation', of, against });
  });

  it.each([
    ['what discount do mid caps trade at'],
    ['discount of 25 to the s&p'],
    ['should i buy small caps at this discount'],
    ['who says small caps are cheap'],
    ['why are small caps cheap'],
    ['what does west say about valuation'],
    ['is the 40% discount right'],
    ['discount of the russell to the nasdaq 100 in note 003'],
    ['how cheap are small caps in note 004'],
    ['biggest gap between small and large this year'],
    ['50 vs 100'],
    ['small vs large'],
    ['premium client call at 5'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('valuation');
  });
});

describe('one multiple against another', () => {
  it.each([
    ['000-rut-forward-pe', '000-spx-forward-pe', 18.181818, 22.222222],
    ['000-rut-forward-pe', '000-ndx-forward-pe', 35.714286, 55.555556],
    ['000-ndx-forward-pe', '000-spx-forward-pe', -27.272727, 27.272727],
  ])('%s against %s is a discount', (of, against, discount, premium) => {
    const answered = ask({ kind: 'valuation', of, against });
    expect(numbers(answered)).toMatchObject({ discount: close(discount), premium: close(premium) });
    expect(notesIn(answered)).toContain('000');
  });

  it('says that note 003 contradicts the discount to the S&P 500, and none other', () => {
    const at = (against: string) => ask({ kind: 'valuation', of: '000-rut-forward-pe', against });
    expect(at('000-spx-forward-pe')).toMatchObject({ conflict: { id: 'conflict-forward-discount' } });
    expect(notesIn(at('000-spx-forward-pe'))).toEqual(['000', '003']);
    expect(at('000-ndx-forward-pe')).not.toHaveProperty('conflict');
  });

  it('is refused for unlike bases, for what is no multiple of price, and for what no note prints', () => {
    const kindOf = (of: string, against: string) => {
      const answered = ask({ kind: 'valuation', of, against });
      expect(numbers(answered)).not.toHaveProperty('discount');
      return answered.kind === 'valuation' ? answered.comparison.kind : answered.kind;
    };
    expect(kindOf('002-spx-reported-pe', '000-spx-forward-pe')).toBe('unlike');
    expect(kindOf('000-smallcap-leverage', '000-largecap-leverage')).toBe('not-multiples');
    expect(kindOf('000-rut-forward-pe', '003-rut-forward-discount')).toBe('not-multiples');
    expect(kindOf('no such figure', '000-spx-forward-pe')).toBe('not-in-notes');
  });
});
