import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { STANCES, type Stance } from '../../../src/notes/format.ts';
import { NOTES } from '../../../src/notes/library.ts';
import { voicesByStance } from '../../../src/notes/selection.ts';
import { checkNotes } from '../../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../../src/record/closes.ts';
import { isFlagged } from '../../../src/record/finding.ts';
import { render } from '../../../src/topics/registry.ts';
import { isoInstant } from '../../../src/units.ts';
import { plain, title } from '../rendered.ts';
import {
  allParts,
  ask,
  claimsOf,
  countsOf,
  FACTS,
  type Filters,
  idsOf,
  NAMES,
  SUBJECTS,
  stancesOf,
} from './asked-views.ts';

describe('everybody', () => {
  it('stands once on each side they take, with the counts of the library', () => {
    const { sides, claims, views } = ask();
    const voices = voicesByStance(NOTES.views);
    for (const side of sides) {
      expect(side.voices.map(({ claim }) => claim.voice).toSorted()).toEqual(voices[side.stance].toSorted());
    }
    expect(sides.map(({ stance }) => stance)).toEqual([...STANCES]);
    expect(claims).toBeUndefined();
    expect(views).toHaveLength(sides.flatMap((side) => side.voices).length);
  });
});

describe('one side', () => {
  it.each(STANCES)('%s is shown a view a voice, and the other sides are still counted', (stance) => {
    const answered = ask({ stances: [stance] });
    const claims = claimsOf({ stances: [stance] });
    expect(stancesOf(claims)).toEqual(new Set([stance]));
    expect(new Set(claims.map(({ voice }) => voice)).size).toBe(claims.length);
    expect(claims).toHaveLength(voicesByStance(NOTES.views)[stance].length);
    expect(countsOf(answered)).toEqual(countsOf(ask()));
  });

  it('of a topic counts who stands on the other side of that topic', () => {
    const of = (stance: Stance) => ask({ stances: [stance], topics: ['tariffs'] });
    expect(countsOf(of('bearish'))).toEqual(countsOf(of('bullish')));
    expect(countsOf(of('bearish'))).toEqual(countsOf(ask({ topics: ['tariffs'] })));
    expect(of('bearish').claims?.shown.map(({ claim }) => claim.voice)).toEqual(['Doug Beath']);
    expect(countsOf(of('bearish')).bullish).toBeGreaterThan(1);
  });

  it('that nobody takes is empty, not an error', () => {
    expect(ask({ stances: ['bearish'], topics: ['Sweden'] }).claims).toEqual({
      shown: [],
      total: 0,
      page: 1,
      pages: 1,
    });
  });
});

describe('a person', () => {
  it.each([
    ['David Kostin', ['bullish', 'bearish']],
    ['Irene Tunkel', ['bullish', 'bearish', 'mixed']],
    ['Doug Beath', ['bullish', 'bearish', 'neutral']],
    ['J', ['bullish', 'mixed']],
    ['Lori Calvasina', ['bearish']],
    ['Michael Wilson', ['bullish']],
  ] as const)('%s stands where the notes put them: %j', (who, stances) => {
    expect(stancesOf(claimsOf({ who: [who] }))).toEqual(new Set(stances));
    const held = ask({ who: [who] }).sides.filter(({ voices }) => voices.length > 0);
    expect(held.map(({ stance }) => stance)).toEqual(STANCES.filter((stance) => stances.some((one) => one === stance)));
    for (const { voices } of held) expect(voices.map(({ claim }) => claim.voice)).toEqual([who]);
  });

  it('is shown with all views, those that take a side before the rest', () => {
    for (const name of NAMES) {
      const sided = claimsOf({ who: [name] }).map(({ stance }) => stance !== undefined);
      expect(sided).toEqual(sided.toSorted((one, other) => Number(other) - Number(one)));
    }
  });

  it('is found by the firm, and a firm that speaks for itself by its own name', () => {
    expect(idsOf(claimsOf({ who: ['Goldman Sachs'] }))).toEqual(idsOf(claimsOf({ who: ['David Kostin'] })));
    expect(claimsOf({ who: ['Bank of America'] }).every(({ speaker }) => speaker === undefined)).toBe(true);
  });

  it.each(['Jerome Powell', 'Nick Timiraos'])('%s is only mentioned, and takes no side', (who) => {
    const answered = ask({ who: [who] });
    expect(answered.claims?.shown.map(({ claim }) => claim.kind)).toContain('mention');
    expect(stancesOf(claimsOf({ who: [who] }))).toEqual(new Set());
    expect(answered.views).toEqual([]);
    expect(Object.values(countsOf(answered))).toEqual([0, 0, 0, 0]);
  });

  it('comes in the order in which several were named', () => {
    const order = (who: [string, ...string[]]) => [...new Set(claimsOf({ who }).map(({ voice }) => voice))];
    expect(order(['Lori Calvasina', 'David Kostin'])).toEqual(['Lori Calvasina', 'David Kostin']);
    expect(order(['David Kostin', 'Lori Calvasina'])).toEqual(['David Kostin', 'Lori Calvasina']);
  });
});

describe('flags', () => {
  const flaggedIds = new Set(
    checkNotes(NOTES, CITED_RECORD)
      .filter(isFlagged)
      .flatMap(({ claims }) => claims),
  );
  const flagged = () => new Set(flaggedIds);

  it('go with every claim that the record or another note speaks against, and with no other', () => {
    const seen = new Map<string, boolean>();
    for (const subject of SUBJECTS) {
      for (const { claims } of allParts(subject)) {
        for (const { claim, flag } of claims?.shown ?? []) seen.set(claim.id, flag !== undefined);
      }
    }
    const carrying = [...seen].filter(([, hasFlag]) => hasFlag).map(([id]) => id);
    expect(new Set(carrying)).toEqual(flagged());
    expect(carrying.length).toBeGreaterThan(10);
  });

  it('come from the record at hand', () => {
    const withoutCloses = { ...FACTS, record: { ...CITED_RECORD, closes: () => undefined } };
    const flagOfRatio = (facts: typeof FACTS) =>
      ask({ notes: ['002'], page: 3 }, facts).claims?.shown.find(({ claim }) => claim.id === '002-ratio')?.flag;
    expect(flagOfRatio(FACTS)).toContainEqual({ as: 'ratio', value: expect.closeTo(1974.86 / 3756.07, 9) });
    expect(flagOfRatio(withoutCloses)).toBeUndefined();
    expect(flagOfRatio(FACTS)).toBeDefined();
  });
});

describe('age', () => {
  it('is counted from the note to the day of the answer, and a horizon runs out in its time', () => {
    const on = (now: string) =>
      ask({ stances: ['bearish'] }, shippedFacts(isoInstant(now))).claims?.shown.find(
        ({ claim }) => claim.voice === 'David Kostin',
      );
    expect(on('2026-11-20T00:00:00Z')).toMatchObject({ monthsOld: 14, expired: true });
    expect(on('2026-03-20T00:00:00Z')).toMatchObject({ monthsOld: 6, expired: false });
  });
});

describe('views that need something', () => {
  const voices = (asked: Filters): string[] => ask(asked).claims?.shown.map(({ claim }) => claim.voice) ?? [];

  it('finds a soft landing, no recession and a stronger economy as one family, the one asked for first', () => {
    const family = ['Michael Casper', 'J', 'Bank of America', 'Lori Calvasina', 'News wire (unnamed)', 'Tom Stevenson'];
    for (const needs of ['soft landing', 'no recession', 'stronger economy'] as const) {
      expect(voices({ needs }).sort()).toEqual([...family].sort());
    }
    expect(voices({ needs: 'soft landing' })[0]).toBe('Michael Casper');
    expect(voices({ needs: 'no recession' })[0]).toBe('J');
    expect(voices({ needs: 'stronger economy' })[0]).toBe('Lori Calvasina');
  });

  it('narrows other filters, and finds other conditions', () => {
    expect(voices({ needs: 'falling rates' })).toEqual(['Bank of America', 'Tom Stevenson']);
    expect(voices({ needs: 'soft landing', stances: ['bearish'] })).toEqual(['Lori Calvasina']);
    expect(voices({ needs: 'anything', who: ['Mark Hackett'] })).toEqual([]);
    expect(new Set(voices({ needs: 'anything' })).size).toBe(6);
  });

  it('finds how far ahead a view looks', () => {
    expect(new Set(voices({ horizon: 'long term' }))).toEqual(new Set(['J', 'Bank of America', 'UBS']));
    expect(voices({ horizon: 'about a year' })).toContain('David Kostin');
    expect(voices({ horizon: 'near term', stances: ['bullish'] })).toEqual(
      expect.arrayContaining(['J', 'David Kostin']),
    );
  });
});

const shownIn = (asked: Filters, facts = FACTS) => ask(asked, facts).claims?.shown.map(({ claim }) => claim.id);
const heading = (asked: Filters, facts = FACTS): string => title(render(ask(asked, facts)));

describe('views whose time is up', () => {
  it('are those that every reply marks as expired, and no other', () => {
    const { claims } = ask({ expired: true });
    expect(claims?.shown.map(({ expired }) => expired)).toEqual(Array(6).fill(true));
    expect(heading({ expired: true })).toBe('Six views have run out: J, Kostin and West');
    expect(ask({ who: ['Lori Calvasina'], expired: true }).claims?.total).toBe(0);
  });

  it('are none while their time runs, and fewer the day before', () => {
    const before = shippedFacts(isoInstant('2025-09-20T12:00:00Z'));
    expect(shownIn({ expired: true, who: ['David Kostin'] }, before)).toEqual([]);
    expect(heading({ expired: true, notes: ['004'] })).toBe('No view in note 004 has run out by this day');
  });
});

describe('views that the record settles', () => {
  it('proved wrong: those, each with what the record says', () => {
    expect(shownIn({ proved: 'wrong' })).toEqual(['001-kostin-12-months']);
    const told = asPlainText(render(ask({ proved: 'wrong' })))
      .split('\n')
      .map(plain);
    expect(told[0]).toBe('One view proved wrong: Kostin');
    expect(told.filter((line) => line.startsWith('Record'))).toEqual([
      'Record  Kostin’s forecast for the 12 months to September 2026: Russell +15.91%, S&P +15.36% from 18 Sep 2025 to 18 Sep 2026.',
    ]);
  });

  it('hold only as far as the record goes, and the reply says that this is not the whole view', () => {
    expect(shownIn({ proved: 'right' })).toEqual(['003-west-lower-rates', '003-west-agile']);
    const told = asPlainText(render(ask({ proved: 'right' })));
    expect(told).toContain('Two views hold as far as the record goes: West');
    expect(told).toContain('What holds is what the record line says, no more');
  });

  it('are sourced: the notes and whose record it is', () => {
    expect(ask({ proved: 'wrong' }).sources).toEqual(['001-2025-09-18', 'Yahoo, daily price closes']);
  });

  it.each<[Filters, string]>([
    [{ proved: 'wrong', who: ['Lori Calvasina'] }, 'No view by Lori Calvasina proved wrong on record'],
    [{ proved: 'right', who: ['Lori Calvasina'] }, 'The record bears out no view by Lori Calvasina'],
    [{ proved: 'wrong', stances: ['bearish'] }, 'One view proved wrong: Kostin'],
    [{ proved: 'wrong', expired: true }, 'One view that ran out proved wrong: Kostin'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });
});
