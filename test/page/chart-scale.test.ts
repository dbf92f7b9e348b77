import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScale, formatValue, layoutChart, visibleLabels } from '../../src/playground/page/blocks/chart-scale.ts';

const value = fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100);

describe('the scale of a chart', () => {
  it.each([
    [[2.19, 4.39, 6.58, 8.78], false, [0, 2, 4, 6, 8, 10]],
    [[5.37, -3.56], true, [-4, -2, 0, 2, 4, 6]],
    [[0.343, 0.351, 0.362], true, [0.34, 0.345, 0.35, 0.355, 0.36, 0.365]],
    [[0, 0], false, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('over %j as a line (%s) has the ticks %j', (values, isLine, ticks) => {
    expect(createScale(values, isLine).ticks).toEqual(ticks);
  });

  it('holds every value, and zero under bars', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), fc.boolean(), (values, isLine) => {
        const { low, high, ticks } = createScale(values, isLine);
        const slack = (high - low) * 1e-9;
        expect(Math.min(...values)).toBeGreaterThanOrEqual(low - slack);
        expect(Math.max(...values)).toBeLessThanOrEqual(high + slack);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(10);
        if (!isLine) expect(ticks).toContain(0);
      }),
    );
  });

  it('writes a true minus', () => {
    expect(formatValue(-3.56)).toBe('−3.56');
    expect(formatValue(2, 1)).toBe('2.0');
  });
});

describe('the labels of an axis', () => {
  it('keep the last one, and never touch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 5, max: 80, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 10, max: 200, noNaN: true }),
        (widths, step) => {
          const shown = visibleLabels(widths, step)
            .flatMap((isShown, index) => (isShown ? [index] : []))
            .map((index) => ({
              from: index * step - (widths[index] ?? 0) / 2,
              to: index * step + (widths[index] ?? 0) / 2,
            }));
          expect(visibleLabels(widths, step).at(-1)).toBe(true);
          for (const [place, label] of shown.entries()) {
            expect(label.from).toBeGreaterThanOrEqual(shown[place - 1]?.to ?? Number.NEGATIVE_INFINITY);
          }
        },
      ),
    );
  });
});

describe('a chart on its sheet', () => {
  it('stands within it, the higher value higher', () => {
    const points = fc.array(value, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, fc.constantFrom('bar', 'line'), fc.integer({ min: 260, max: 700 }), (values, type, width) => {
        const categories = values.map((_, index) => `day ${index}`);
        const data = values.map((one, index) => ({ label: `day ${index}`, value: one }));
        const frame = layoutChart({ type, series: [{ name: 'a', data }], axis_config: { categories } }, width);
        for (const { x } of frame.categories) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(width);
        }
        for (const one of values) {
          expect(frame.y(one)).toBeGreaterThan(0);
          expect(frame.y(one)).toBeLessThanOrEqual(frame.bottom + 1e-6);
        }
        expect(frame.y(Math.max(...values))).toBeLessThanOrEqual(frame.y(Math.min(...values)));
      }),
    );
  });
});
