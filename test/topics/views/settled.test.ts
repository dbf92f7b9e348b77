import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { ViewsQuestion } from '../../../src/topics/views/question.ts';
import { isoInstant } from '../../../src/units.ts';
import { FACTS, plain, title } from '../rendered.ts';

type Asked = Omit<ViewsQuestion, 'kind'>;

const ask = (asked: Asked, facts = FACTS) => answer({ kind: 'views', ...asked }, facts);
const idsOf = (asked: Asked, facts = FACTS) => ask(asked, facts).claims?.shown.map(({ claim }) => claim.id);
const heading = (asked: Asked, facts = FACTS): string => title(render(ask(asked, facts)));

describe('views whose time is up', () => {
  it('are those that every reply marks as expired, and no other', () => {
    const { claims } = ask({ expired: true });
    expect(claims?.shown.map(({ expired }) => expired)).toEqual(Array(6).fill(true));
    expect(heading({ expired: true })).toBe('Six views have run out: J, Kostin and West');
    expect(ask({ who: ['Lori Calvasina'], expired: true }).claims?.total).toBe(0);
  });

  it('are none while their time runs, and fewer the day before', () => {
    const before = shippedFacts(isoInstant('2025-09-20T12:00:00Z'));
    expect(idsOf({ expired: true, who: ['David Kostin'] }, before)).toEqual([]);
    expect(heading({ expired: true, notes: ['004'] })).toBe('No view in note 004 has run out by this day');
  });
});

describe('views that the record settles', () => {
  it('proved wrong: those, each with what the record says', () => {
    expect(idsOf({ proved: 'wrong' })).toEqual(['001-kostin-12-months']);
    const told = asPlainText(render(ask({ proved: 'wrong' })))
      .split('\n')
      .map(plain);
    expect(told[0]).toBe('One view proved wrong: Kostin');
    expect(told.filter((line) => line.startsWith('Record'))).toEqual([
      'Record  Kostin’s forecast for the 12 months to September 2026: Russell +15.91%, S&P +15.36% from 18 Sep 2025 to 18 Sep 2026.',
    ]);
  });

  it('hold only as far as the record goes, and the reply says that this is not the whole view', () => {
    expect(idsOf({ proved: 'right' })).toEqual(['003-west-lower-rates', '003-west-agile']);
    const told = asPlainText(render(ask({ proved: 'right' })));
    expect(told).toContain('Two views hold as far as the record goes: West');
    expect(told).toContain('What holds is what the record line says, no more');
  });

  it('are sourced: the notes and whose record it is', () => {
    expect(ask({ proved: 'wrong' }).sources).toEqual(['001-2025-09-18', 'Yahoo, daily price closes']);
  });

  it.each<[Asked, string]>([
    [{ proved: 'wrong', who: ['Lori Calvasina'] }, 'No view by Lori Calvasina proved wrong on record'],
    [{ proved: 'right', who: ['Lori Calvasina'] }, 'The record bears out no view by Lori Calvasina'],
    [{ proved: 'wrong', stances: ['bearish'] }, 'One view proved wrong: Kostin'],
    [{ proved: 'wrong', expired: true }, 'One view that ran out proved wrong: Kostin'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });
});
