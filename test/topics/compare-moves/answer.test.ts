import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { ask, close, FACTS, numbers } from '../rendered.ts';

describe('several moves side by side', () => {
  it('state each move under its own ids', () => {
    expect(numbers(ask({ kind: 'compare-moves', moves: [-25, -50] }))).toEqual({
      'smallcap.lift@-25': close(2.194979),
      'smallcap.saving@-25': close(1.3060125),
      'largecap.lift@-25': close(0.11671),
      'largecap.saving@-25': close(4.434975),
      'lift.ratio@-25': close(18.807141),
      'smallcap.lift@-50': close(4.389958),
      'smallcap.saving@-50': close(2.612025),
      'largecap.lift@-50': close(0.23342),
      'largecap.saving@-50': close(8.86995),
      'lift.ratio@-50': close(18.807141),
    });
  });

  it('name the floor, and take a move asked twice once', () => {
    expect(numbers(ask({ kind: 'compare-moves', moves: [-300, -600, -600] }))).toMatchObject({
      'largecap.lift@-600': close(1.867358),
      'lift.ratio@-600': close(18.807141),
      'smallcap.lift@-600': close(35.119664),
      'smallcap.floor': -400,
      'largecap.floor': -400,
    });
  });
});

describe('several moves for one company', () => {
  it('have figures of that company alone, and no ratio of two', () => {
    expect(numbers(ask({ kind: 'compare-moves', moves: [-25, -50], only: 'large' }))).toEqual({
      'largecap.lift@-25': close(0.11671),
      'largecap.saving@-25': close(4.434975),
      'largecap.lift@-50': close(0.23342),
      'largecap.saving@-50': close(8.86995),
    });
  });

  it('are shown for that company alone', () => {
    const text = asPlainText(render(answer({ kind: 'compare-moves', moves: [-25, -50], only: 'small' }, FACTS)));
    expect(text).toContain('SmallCap');
    expect(text).not.toContain('LargeCap');
  });
});
