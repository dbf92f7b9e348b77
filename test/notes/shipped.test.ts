import { describe, expect, it } from 'vitest';
import { NOTES } from '../../src/notes/library.ts';

const FIGURES = NOTES.claims.flatMap(({ figures }) => figures);

describe('the figures of the shipped notes', () => {
  it.each<[id: string, value: number, unit: string]>([
    ['000-rut-forward-pe', 18, '×'],
    ['000-spx-forward-pe', 22, '×'],
    ['000-ndx-forward-pe', 28, '×'],
    ['000-money-fund-assets', 6.3, 'US$ tn'],
    ['000-money-fund-return', 5, '%'],
    ['000-active-funds-beating', 29, '%'],
    ['000-smallcap-leverage', 6.5, '×'],
    ['000-largecap-leverage', 2.3, '×'],
    ['000-smallcap-floating-share', 45, '%'],
    ['000-largecap-floating-share', 9, '%'],
    ['000-fed-cut', 50, 'bp'],
    ['001-rut-intraday-high', 2453.36, 'index points'],
    ['001-rut-intraday-rise', 2.1, '%'],
    ['001-rut-day-change', 0.2, '%'],
    ['001-rut-rebound', 36, '%'],
    ['001-magnificent-7-share', 35, '%'],
    ['001-rut-unprofitable', 50, '%'],
    ['001-spx-new-highs', 20, 'count'],
    ['001-fed-cut', 25, 'bp'],
    ['001-dots-total', 3, 'count'],
    ['001-dots-remaining', 2, 'count'],
    ['002-rut-since-9-july', 10, '%'],
    ['002-spx-late-2023', 16, '%'],
    ['002-rut-late-2023', 26, '%'],
    ['002-spx-reported-pe-2022', 16, '×'],
    ['002-spx-equal-reported-pe-2022', 15, '×'],
    ['002-spx-reported-pe', 25, '×'],
    ['002-spx-equal-reported-pe', 18, '×'],
    ['002-spx-above-200-day', 75, '%'],
    ['003-rut-forward-discount', 40, '%'],
    ['003-rut-value-forward-pe', 12, '×'],
    ['003-magnificent-7-gains-2024', 60, '%'],
    ['003-magnificent-7-gains-2025', 23, '%'],
    ['004-rut-month', 4, '%'],
  ])('hold %s: %d %s', (id, value, unit) => {
    expect(FIGURES.find((figure) => figure.id === id)).toMatchObject({ value, unit });
  });

  it('tell the worked example apart from what is measured, and say where a note gives no date', () => {
    const undated = (why: string) => FIGURES.filter((figure) => figure.undated === why).map(({ id }) => id);
    expect(undated('example').every((id) => /^000-(smallcap|largecap|model)-/.test(id))).toBe(true);
    expect(undated('not given')).toEqual([
      '000-smallcap-leverage',
      '000-largecap-leverage',
      '000-smallcap-floating-share',
      '000-smallcap-fixed-share',
      '000-largecap-floating-share',
      '000-largecap-fixed-share',
    ]);
  });
});

describe('the people and firms of the shipped notes', () => {
  const sidesOf = (voice: string) =>
    NOTES.claims
      .filter((claim) => claim.voice === voice)
      .flatMap(({ stance, horizon, condition }) => (stance ? [{ stance, horizon: horizon?.label, condition }] : []));

  it.each([
    'Dan Ives',
    'Marko Kolanovic',
    'Jerome Powell',
    'Nick Timiraos',
    'Wall Street Journal',
    'MarketWatch',
    'Financial Times',
    'Bloomberg',
    'Reuters',
  ])('put no side in the mouth of %s', (voice) => {
    expect(NOTES.claims.some((claim) => claim.voice === voice)).toBe(true);
    expect(sidesOf(voice)).toEqual([]);
  });

  it('give J no bullish view that a recession would not undo', () => {
    const bullish = sidesOf('J').filter(({ stance }) => stance === 'bullish');
    expect(new Set(bullish.map(({ condition }) => condition))).toEqual(new Set(['no recession in the near future']));
  });

  it.each(['000-j-bonds-to-shares', '000-j-fresh-capital', '000-j-near-months'])('take %s as bullish', (id) => {
    expect(NOTES.views.find((view) => view.id === id)?.stance).toBe('bullish');
  });

  it.each(['001-kostin-broadening', '001-bofa-double-rise'])('give %s no time that the note does not', (id) => {
    expect(NOTES.views.find((view) => view.id === id)).toMatchObject({ stance: 'bullish' });
    expect(NOTES.views.find((view) => view.id === id)?.horizon).toBeUndefined();
  });

  it('take from Calvasina that cuts are not enough unless the economy is stronger', () => {
    expect(sidesOf('Lori Calvasina')).toContainEqual({
      stance: 'bearish',
      condition: 'unless the economy turns out stronger than now and than forecast',
    });
  });

  it('date the views that name a span from the note on', () => {
    const ends = NOTES.views.flatMap(({ id, horizon }) => (horizon?.ends ? [[id, horizon.ends]] : []));
    expect(Object.fromEntries(ends)).toEqual({
      '001-bofa-next-decade': '2035-09-17',
      '001-desanctis-growth-outpaces': '2026-12-31',
      '001-kostin-12-months': '2026-09-17',
      '003-west-2025-lead': '2025-12-31',
    });
  });
});
