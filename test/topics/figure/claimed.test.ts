import { describe, expect, it } from 'vitest';
import type { FigureQuestion } from '../../../src/topics/figure/question.ts';
import { ask } from '../answered.ts';
import { plain, rendered, shown } from '../rendered.ts';

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
