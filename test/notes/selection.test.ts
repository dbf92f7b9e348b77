import { describe, expect, it } from 'vitest';
import type { AnalystView } from '../../src/notes/format.ts';
import { NOTES } from '../../src/notes/library.ts';
import { hasExpired, onePerVoice, selectViews, voicesByStance } from '../../src/notes/selection.ts';
import { basisPoints, isoDate } from '../../src/units.ts';

const TODAY = isoDate('2026-11-20');
const CUT = basisPoints(-50);
const HIKE = basisPoints(25);
const ids = (views: readonly { id: string }[]) => views.map(({ id }) => id);

describe('the views beside a rate move', () => {
  it('are for a cut those that rest on cuts, from different firms', () => {
    expect(ids(selectViews(NOTES, 'bullish', CUT, TODAY, 2))).toEqual([
      '001-bofa-floating-loans',
      '001-casper-soft-landing',
    ]);
    expect(ids(selectViews(NOTES, 'bearish', CUT, TODAY, 2))).toEqual([
      '004-calvasina-cuts-not-enough',
      '001-beath-tariffs',
    ]);
  });

  it('are for a hike and a hold those that stand whatever the Fed does', () => {
    for (const move of [HIKE, basisPoints(0)]) {
      for (const stance of ['bullish', 'bearish'] as const) {
        expect(selectViews(NOTES, stance, move, TODAY, 2).map(({ bearsOn }) => bearsOn)).toEqual(['any', 'any']);
      }
    }
  });

  it('put one whose time has run out behind one that still runs', () => {
    const bears = (today: string) => ids(selectViews(NOTES, 'bearish', HIKE, isoDate(today), 2));
    expect(bears('2026-11-20')).not.toContain('001-kostin-12-months');
    expect(selectViews(NOTES, 'bearish', HIKE, TODAY, 9).map(({ id }) => id)).toContain('001-kostin-12-months');
  });

  it('never name one firm twice, and put no AI agent before a person', () => {
    for (const move of [CUT, HIKE]) {
      const views = selectViews(NOTES, 'bullish', move, TODAY, 20);
      expect(new Set(views.map(({ firm }) => firm)).size).toBe(views.length);
      expect(views.at(-1)?.speaker).toBe('Julian West');
    }
  });
});

describe('one view a voice', () => {
  it('shows everybody of a stance once, an AI agent last', () => {
    const voices = onePerVoice(NOTES, 'bullish', TODAY).map(({ voice }) => voice);
    expect(voices).toHaveLength(13);
    expect(voices.toSorted()).toEqual(voicesByStance(NOTES.views).bullish.toSorted());
    expect(voices.at(-1)).toBe('Julian West');
  });

  it('puts what rests on a cut first, what has run out behind, then those of one side only, then newer notes', () => {
    const isOnBothSides = ({ voice, stance }: AnalystView) =>
      NOTES.views.some((other) => other.voice === voice && other.stance !== stance);
    const places = onePerVoice(NOTES, 'bullish', TODAY)
      .slice(0, -1)
      .map((view) => {
        const flags = [view.bearsOn !== 'cut', hasExpired(view, TODAY), isOnBothSides(view)].map(Number).join('');
        return `${flags} ${9999 - Number(view.note.date.slice(0, 4))} ${1299 - Number(view.note.date.slice(5).replace('-', ''))}`;
      });
    expect(new Set(places).size).toBeGreaterThan(2);
    expect(places).toEqual(places.toSorted());
  });
});

describe('a view for the near term', () => {
  it('has run out after a year, where the note names no day', () => {
    const near = NOTES.views.filter(({ horizon }) => /near|short/.test(horizon?.label ?? '') && !horizon?.ends);
    expect(near.length).toBeGreaterThan(0);
    for (const view of near) {
      expect(hasExpired(view, view.note.date)).toBe(false);
      expect(hasExpired(view, TODAY)).toBe(true);
    }
  });
});
