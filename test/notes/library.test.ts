import { describe, expect, it } from 'vitest';
import type { AnalystView } from '../../src/notes/format.ts';
import note002 from '../../src/notes/library/002.json' with { type: 'json' };
import { LibraryError, NOTES, readLibrary } from '../../src/notes/library.ts';
import { hasExpired, onePerVoice, selectViews, stanceCounts, voicesByStance } from '../../src/notes/selection.ts';
import { basisPoints, isoDate } from '../../src/units.ts';

const TODAY = isoDate('2026-11-20');
const CUT = basisPoints(-50);

describe('the shipped library', () => {
  it('holds the five notes, oldest first, and says which dates are inferred and from what', () => {
    expect(NOTES.notes.map(({ id, dateBasis }) => [id, dateBasis])).toEqual([
      ['002-2024-07-25', 'inferred'],
      ['000-2024-09-18', 'inferred'],
      ['003-2025-08-13', 'printed'],
      ['004-2025-08-26', 'inferred'],
      ['001-2025-09-18', 'inferred'],
    ]);
    for (const note of NOTES.notes) expect(note.inferredFrom === undefined).toBe(note.dateBasis === 'printed');
  });

  it('says that an AI agent wrote note 003, and nobody else is one', () => {
    expect(NOTES.notes.filter(({ author }) => author.kind === 'AI agent').map(({ number }) => number)).toEqual(['003']);
  });

  it('counts everybody who takes a side once a side', () => {
    const voices = voicesByStance(NOTES.views);
    expect(stanceCounts(NOTES.views)).toEqual({
      bullish: voices.bullish.length,
      bearish: voices.bearish.length,
      mixed: voices.mixed.length,
      neutral: voices.neutral.length,
    });
    expect([...voices.bullish].sort()).toEqual([
      'Bank of America',
      'David Kostin',
      'Doug Beath',
      'Franklin Templeton',
      'Irene Tunkel',
      'J',
      'Julian West',
      'Mark Hackett',
      'Michael Casper',
      'Michael Wilson',
      'Steven DeSanctis',
      'Tom Lee',
      'UBS',
    ]);
    expect([...voices.bearish].sort()).toEqual(['David Kostin', 'Doug Beath', 'Irene Tunkel', 'Lori Calvasina']);
    expect([...voices.mixed].sort()).toEqual(['Hamza Shaban', 'Irene Tunkel', 'J', 'Tom Stevenson']);
    expect(voices.neutral).toEqual(['Doug Beath']);
  });

  it('shows what unnamed sources hold, and counts none of them as a voice', () => {
    const unnamed = NOTES.views.filter(({ voice }) => voice.includes('(unnamed)'));
    expect(new Set(unnamed.map(({ voice }) => voice))).toEqual(new Set(['Analysts (unnamed)', 'News wire (unnamed)']));
    expect(new Set(unnamed.map(({ stance }) => stance))).toEqual(new Set(['bullish']));
    const counted = Object.values(voicesByStance(NOTES.views)).flat();
    expect(counted.filter((voice) => voice.includes('(unnamed)'))).toEqual([]);
    const beside = selectViews(NOTES, 'bullish', CUT, TODAY, NOTES.views.length);
    expect(beside.filter(({ voice }) => voice.includes('(unnamed)'))).toEqual([]);
  });

  it('never flattens somebody who speaks for both sides', () => {
    const sides = (speaker: string) =>
      new Set(NOTES.views.filter((view) => view.speaker === speaker).map(({ stance }) => stance));
    for (const speaker of ['David Kostin', 'Irene Tunkel', 'Doug Beath']) {
      expect([...sides(speaker)]).toEqual(expect.arrayContaining(['bullish', 'bearish']));
    }
  });

  it('keeps people who are only mentioned without a stance', () => {
    const mentioned = NOTES.claims.filter(({ kind }) => kind === 'mention');
    expect(new Set(mentioned.map(({ speaker }) => speaker))).toEqual(
      new Set(['Marko Kolanovic', 'Jerome Powell', 'Nick Timiraos']),
    );
    expect(mentioned.filter(({ stance }) => stance !== undefined)).toEqual([]);
  });

  it('holds Kostin on both sides, each with its horizon, and knows when the year was over', () => {
    const kostin = NOTES.views.filter(({ speaker }) => speaker === 'David Kostin');
    expect(new Set(kostin.map(({ stance }) => stance))).toEqual(new Set(['bullish', 'bearish']));
    const year = kostin.filter(({ stance }) => stance === 'bearish');
    expect(year.map(({ horizon }) => horizon?.ends)).toEqual(['2026-09-17']);
    expect(year.map((view) => hasExpired(view, isoDate('2026-09-17')))).toEqual([false]);
    expect(year.map((view) => hasExpired(view, isoDate('2026-09-18')))).toEqual([true]);
  });

  it('prints the ratio three times, all in note 002', () => {
    const ratios = NOTES.claims.flatMap(({ figures, note }) =>
      figures.filter(({ unit }) => unit === 'ratio').map(({ printed, asOf }) => [note.number, printed, asOf]),
    );
    expect(ratios).toEqual([
      ['002', '0.6', '2020-12-31'],
      ['002', '0.36', '2024-07-10'],
      ['002', '0.4', '2024-07-25'],
    ]);
  });

  it('sets the condition of no recession in note 000 and of a stronger economy in note 004, as replies say', () => {
    const conditions = (number: string) =>
      NOTES.views.filter(({ note }) => note.number === number).flatMap(({ condition }) => condition ?? []);
    expect(conditions('000').join()).toMatch(/no recession/);
    expect(conditions('004').join()).toMatch(/unless the economy turns out stronger/);
  });

  it('spells every firm and its short name one way', () => {
    const firmOf = new Map<string, string>();
    for (const { speaker, firm } of NOTES.claims) {
      if (speaker === undefined) continue;
      expect([speaker, firmOf.get(speaker) ?? firm]).toEqual([speaker, firm]);
      firmOf.set(speaker, firm);
    }
  });
});

describe('a library file that is wrong', () => {
  const broken = (change: (file: typeof note002) => unknown) => () =>
    readLibrary([['002.json', change(structuredClone(note002))]]);

  it.each([
    ['not an object', () => 7, /^002\.json: the whole file: /],
    ['null', () => null, /^002\.json: the whole file: .*object/],
    ['a list', () => [], /^002\.json: the whole file: .*object/],
    ['nothing at all', () => undefined, /^002\.json: the whole file: .*object/],
    ['no text', () => '', /^002\.json: the whole file: .*object/],
    ['an empty object', () => ({}), /^002\.json: note: [\s\S]*^002\.json: claims: /m],
    ['without claims', (file: typeof note002) => ({ ...file, claims: [] }), /^002\.json: claims: /],
    [
      'with a note id of another shape',
      (file: typeof note002) => ({ ...file, note: { ...file.note, id: '2' } }),
      /note\.id/,
    ],
    [
      'with a date that does not exist',
      (file: typeof note002) => ({ ...file, note: { ...file.note, date: '2024-02-30' } }),
      /note\.date: must be a calendar date/,
    ],
    ['with a field nobody knows', (file: typeof note002) => ({ ...file, note: { ...file.note, mood: 'gay' } }), /mood/],
  ])('%s is named with its field', (_what, change, words) => {
    const read = broken(change as (file: typeof note002) => unknown);
    expect(read).toThrow(LibraryError);
    expect(read).toThrow(words);
  });

  it.each([
    ['a stance on a fact', { kind: 'fact', stance: 'bullish', short: 'x', bearsOn: 'any' }, /a fact takes no stance/],
    [
      'a stance without a short form',
      { kind: 'view', stance: 'bullish', short: undefined },
      /a stance needs short and bearsOn/,
    ],
    [
      'a short form without a stance',
      { kind: 'view', stance: undefined, short: 'x', bearsOn: 'any' },
      /go with a stance only/,
    ],
    ['an unknown stance', { kind: 'view', stance: 'cheerful' }, /^002\.json: 002-doing-nothing: claims\.0\.stance: /],
    ['an unknown topic', { topics: ['weather'] }, /^002\.json: 002-doing-nothing: claims\.0\.topics\.0: .*"rates"/],
    ['no topic', { topics: [] }, /^002\.json: 002-doing-nothing: claims\.0\.topics: /],
    ['a claim without an id', { id: undefined }, /^002\.json: claims\.0\.id: /],
  ])('%s is refused', (_what, change, words) => {
    const read = broken((file) => ({ ...file, claims: [{ ...file.claims[0], ...change }] }));
    expect(read).toThrow(words);
  });

  it('one id used twice is refused', () => {
    expect(broken((file) => ({ ...file, claims: [file.claims[0], file.claims[0]] }))).toThrow(/this id is taken/);
  });

  it('no file at all is refused', () => {
    expect(() => readLibrary([])).toThrow('the library is empty');
  });
});

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
