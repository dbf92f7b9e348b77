import { describe, expect, it } from 'vitest';
import { NOTE_TOPICS } from '../../../src/notes/format.ts';
import { NOTES } from '../../../src/notes/library.ts';
import { labelsOf, parts, plain, rendered, reply, shown, title } from '../rendered.ts';

describe('/views', () => {
  it.each([
    ['/views', /^16 voices in the notes: 13 bullish, 4 bearish, 4 mixed, 1 neutral$/],
    ['/views bearish', /^4 lean bearish, led by /],
    ['/views neutral', /^One is neutral: Beath$/],
    ['/views bullish neutral', /^13 voices in the notes: 13 bullish, 1 neutral$/],
    ['/views kostin', /^David Kostin, Goldman: bullish and bearish \(next 12 months\)$/],
    ['/views tunkel', /^Irene Tunkel, BCA: bullish, bearish and mixed$/],
    ['/views beath bearish', /^Doug Beath, Wells Fargo: bullish, bearish and neutral$/],
    ['/views tunkel desantis page 2', /Steven DeSanctis bullish$/],
    ['/views calvasina bullish', /^Not in the notes: anything bullish by Lori Calvasina$/],
    ['/views powell', /^Not in the notes: a view from Jerome Powell$/],
    ['/views dan ives', /^Dan Ives: no stance on small caps in the notes$/],
    ['/views tariffs', /^Views on tariffs: 3 bullish, 1 bearish on small caps$/],
    ['/views sweden bearish', /^Nobody on Sweden leans bearish$/],
    ['/views note 003', /^Note 003: Julian West, AInvest, 13 Aug 2025$/],
  ])('%s is headed by its answer', (words, heading) => {
    expect(title(reply(words))).toMatch(heading);
  });

  it('says once that nobody takes a side on small caps', () => {
    expect(title(reply('/views inflation'))).toBe('Views on inflation: nobody takes a side on small caps');
  });

  it('names apart what stands for a side and what is said without one', () => {
    expect(shown(reply('/views dan ives'))).toContain('Also said');
    const drawn = parts({ kind: 'views', notes: ['003'] })
      .map((part) => shown(rendered(part)))
      .join('\n');
    expect(drawn).toContain('Stated without a stance');
  });

  it('counts who is on several sides once, and says who that is', () => {
    const told = plain(shown(reply('/views')));
    expect(told).toContain('Counted once, and named on each of their sides: Beath (bullish, bearish and neutral), ');
    expect(plain(shown(reply('/views sweden')))).not.toContain('Counted once');
  });

  it('says of nobody that they take no side who take one elsewhere', () => {
    const named = new Set(NOTES.claims.flatMap(({ voice, speaker }) => (speaker ? [voice] : [])));
    for (const who of named) {
      const isSided = NOTES.views.some(({ voice }) => voice === who);
      for (const topic of NOTE_TOPICS) {
        const heading = title(rendered({ kind: 'views', who: [who], topics: [topic] }));
        expect([heading, heading.includes('no stance') && isSided]).toEqual([heading, false]);
      }
    }
    const heading = title(rendered({ kind: 'views', who: ['Tom Stevenson'], topics: ['rates'] }));
    expect(heading).toBe('Tom Stevenson, Fidelity on rates: no side taken, mixed elsewhere in the notes');
  });

  it('gives a person one standing on every part', () => {
    const standings = parts({ kind: 'views', who: ['J'] }).map((part) => title(rendered(part)));
    expect(standings.length).toBeGreaterThan(3);
    expect(new Set(standings)).toEqual(new Set(['J, investmentnotes.info: bullish and mixed']));
  });

  it.each([
    ['/views bearish', ['Bullish  13 voices', 'Mixed  4 voices', 'Neutral  1 voice']],
    ['/views bullish', ['Bearish  4 voices', 'Mixed  4 voices', 'Neutral  1 voice']],
    ['/views tariffs bearish', ['Bullish  3 voices']],
    ['/views calvasina bullish', ['Bearish  1 voice']],
  ])('%s says how many stand elsewhere', (words, others) => {
    for (const other of others) expect(shown(reply(words))).toContain(other);
  });

  it('says where the note prints another name', () => {
    for (const words of ['/views us bank', '/views bofa']) {
      expect(shown(reply(words))).toContain('the note also prints “US Bank”');
    }
  });

  it('sets the flag behind every flagged claim it cites, and behind no other', () => {
    const page = shown(reply('/views note 002 page 3'));
    expect(page).toMatch(/Divided by the S&P 500.*\(002, Jul 2024, para 11; record: 0\.526\)/);
    expect(page).toMatch(/75% of S&P 500 shares.*\(002, Jul 2024, para 14\)/);
    expect(shown(reply('/views note 003'))).toMatch(/discount this deep.*; note 000: 18\.18%\)/);
  });

  it('offers the other sides, the next part and the way back', () => {
    const labels = (words: string) => labelsOf(reply(words));
    expect(labels('/views bearish')).toEqual(['Show the bulls', 'Show the mixed', 'Show the neutral', 'All views']);
    expect(labels('/views note 002')).toEqual(['Part 2 of 3', 'Show the mixed', 'Check note 002', 'All views']);
    expect(labels('/views note 002 page 3')).not.toContain('Part 4 of 3');
  });
});
