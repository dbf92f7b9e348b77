import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import type { CalendarAsked } from '../../../src/topics/fed/question.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { isoDate, isoInstant } from '../../../src/units.ts';
import { plain, title } from '../rendered.ts';

/** Nine days before the decision of 9 December 2026. */
const FACTS = shippedFacts(isoInstant('2026-11-30T12:00:00Z'));
const ask = (calendar: CalendarAsked, facts = FACTS) => answer({ kind: 'fed', calendar }, facts);
const heading = (calendar: CalendarAsked, facts = FACTS): string => title(render(ask(calendar, facts)));

describe('the calendar of meetings', () => {
  it.each<readonly [CalendarAsked, string]>([
    [{ ask: 'date' }, '9 days: the next Fed decision is on 9 Dec 2026, 14:00 New York time'],
    // 31 + 27 days
    [{ ask: 'date', on: isoDate('2027-01-27') }, '27 Jan 2027: the Fed decides in 58 days, 14:00 New York time'],
    [
      { ask: 'date', on: isoDate('2026-10-28') },
      '28 Oct 2026: the Fed decided 33 days ago; its outcome is not in my data',
    ],
    [{ ask: 'date', month: '2026-09' }, '16 Sep 2026: the Fed decided 75 days ago'],
    [{ ask: 'date', month: '2027-02' }, 'No meeting is scheduled in Feb 2027; the next decision is on 17 Mar 2027'],
    [
      { ask: 'date', month: '2027-03', projections: true },
      'Projections come with the decision of 17 Mar 2027, in 107 days',
    ],
    [
      { ask: 'date', month: '2027-01', projections: true },
      'No projections on 27 Jan 2027; the next come on 17 Mar 2027',
    ],
    [{ ask: 'left' }, 'One Fed meeting left in 2026: 9 Dec 2026, in 9 days'],
    [{ ask: 'left', projections: true }, 'One Fed meeting with projections left in 2026: 9 Dec 2026, in 9 days'],
    [
      { ask: 'all', year: 2027 },
      'Eight Fed meetings in 2027, decisions on 27 Jan, 17 Mar, 28 Apr, 9 Jun, 28 Jul, 15 Sep, 27 Oct and 8 Dec',
    ],
    [
      { ask: 'all', year: 2027, projections: true },
      'Four Fed meetings with projections in 2027, decisions on 17 Mar, 9 Jun, 15 Sep and 8 Dec',
    ],
    [{ ask: 'all', year: 2029 }, 'My calendar of meetings runs from Jan 2022 to Jan 2028 only'],
    [{ ask: 'date', month: '2030-01' }, 'My calendar of meetings runs from Jan 2022 to Jan 2028 only'],
  ])('%j: %s', (calendar, words) => {
    expect(heading(calendar)).toBe(words);
  });

  it('counts the last decision of a year out once its statement is out', () => {
    const after = shippedFacts(isoInstant('2026-12-09T19:01:00Z'));
    expect(heading({ ask: 'left' }, after)).toBe('No Fed meeting left in 2026; the next decides on 27 Jan 2027');
    const before = shippedFacts(isoInstant('2026-12-09T18:59:00Z'));
    expect(heading({ ask: 'date' }, before)).toBe('Today: the Fed decides at 14:00 New York time');
  });

  it('lists a year with both days, and names its source', () => {
    const told = asPlainText(render(ask({ ask: 'all', year: 2027 })))
      .split('\n')
      .map(plain);
    expect(told.join('\n')).toContain('26 Jan 2027');
    expect(told.join('\n')).toContain('Calendar: Federal Reserve');
    expect(told.join('\n')).toContain('The Board calls its dates from 2027 on tentative');
    expect(ask({ ask: 'all', year: 2027 }).figures).toMatchObject([{ id: 'fed.meetings.count', value: 8 }]);
  });
});
