import { describe, expect, it } from 'vitest';
import { ask, close, notesIn, numbers } from '../answered.ts';

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
