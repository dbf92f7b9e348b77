import { describe, expect, it } from 'vitest';
import type { LastTold } from '../../src/brief/brief.ts';
import { buildBrief } from '../../src/brief/build-brief.ts';
import { renderBrief } from '../../src/brief/message.ts';
import { lastToldBy } from '../../src/brief/news.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { NOTES, withNotes } from '../../src/notes/index.ts';
import { autumnFacts, ratiosTo } from '../doubles/brief-facts.ts';
import { DRAFT, keptNote } from '../team-notes/made-draft.ts';

const closes = ratiosTo('2026-11-27', [0.4, 0.402, 0.398], 0.39);
const monday = autumnFacts('2026-11-30T12:30:00Z', '2026-11-27', { closes });
const friday = autumnFacts('2026-11-27T12:30:00Z', '2026-11-25', { closes });
const saturday = autumnFacts('2026-11-28T12:30:00Z', '2026-11-27', { closes });

const fileOf = (number: number, on: string, claims = DRAFT.claims) =>
  keptNote({ header: { title: `Refinancing ${number}` }, claims }, `T${number}`, on);

const WRONG = DRAFT.claims.map((claim) =>
  claim.number === 2
    ? { ...claim, sentence: 'The half-point cut of December 2024 came too late.', figures: [], number: 3 }
    : claim,
);

const withTeam = (facts: Facts, ...files: Parameters<typeof withNotes>[0]): Facts => ({
  ...facts,
  notes: withNotes(files, NOTES),
});
const marked = (facts: Facts, since?: LastTold): LastTold => lastToldBy(buildBrief(facts, { since }), facts.now, since);

/** The line on what was added, and the one on what is new. */
const told = (facts: Facts, since: LastTold | undefined): readonly (string | undefined)[] => {
  const message = renderBrief(buildBrief(facts, { since }));
  expect(messageProblems(message)).toEqual([]);
  const lines = message.blocks.flatMap((block) => (block.type === 'section' ? block.text.text.split('\n') : []));
  return ['Added', 'New'].map((label) =>
    lines
      .find((line) => line.startsWith(`*${label}*`))
      ?.slice(label.length + 2)
      .replaceAll('\u00a0', ' ')
      .trim(),
  );
};

describe('what a team has added since the last brief', () => {
  it('is named where it is one note, with what is in it', () => {
    const [added] = told(withTeam(monday, fileOf(1, '2026-11-28')), marked(friday));
    expect(added).toBe('Note T1, Norrgate Research, 18 Sep: 1 view, 1 figure');
  });

  it('says what the record contradicts', () => {
    const [added] = told(withTeam(monday, fileOf(1, '2026-11-28', WRONG)), marked(friday));
    expect(added).toBe('Note T1, Norrgate Research, 18 Sep: 1 view, 1 of them wrong');
  });

  it('is counted where it is several', () => {
    const facts = withTeam(monday, fileOf(1, '2026-11-28'), fileOf(2, '2026-11-29', WRONG));
    expect(told(facts, marked(friday))[0]).toBe('2 notes, 2 views, 1 figure, 1 of them wrong');
  });

  it('is told once, and on the day of the last brief where it came after it', () => {
    const before = withTeam(friday, fileOf(1, '2026-11-20'));
    const since = marked(before);
    const now = withTeam(monday, fileOf(1, '2026-11-20'), fileOf(2, '2026-11-27'));
    expect(told(now, since)[0]).toBe('Note T2, Norrgate Research, 18 Sep: 1 view, 1 figure');
    expect(told(now, marked(now, since))).toEqual([undefined, expect.stringContaining('Nothing since')]);
  });

  it('is nothing in a first brief, nor where there are no notes of a team', () => {
    expect(told(withTeam(monday, fileOf(1, '2026-11-28')), undefined)[0]).toBeUndefined();
    expect(told(monday, marked(friday))[0]).toBeUndefined();
  });

  it('is told on a day without a session, beside which nothing else is new', () => {
    const since = marked(withTeam(saturday, fileOf(1, '2026-11-20')));
    const sunday = { ...autumnFacts('2026-11-29T12:30:00Z', '2026-11-27', { closes }) };
    const facts = withTeam(sunday, fileOf(1, '2026-11-20'), fileOf(2, '2026-11-28'));
    expect(told(facts, since)).toEqual(['Note T2, Norrgate Research, 18 Sep: 1 view, 1 figure', undefined]);
    const open = withTeam(monday, fileOf(1, '2026-11-20'), fileOf(2, '2026-11-28'));
    expect(told(open, marked(withTeam(monday, fileOf(1, '2026-11-20'))))[1]).toMatch(/^Nothing else since /);
  });

  it('is remembered past a brief for people of other companies, which knows of none', () => {
    const since = marked(withTeam(friday, fileOf(1, '2026-11-20')));
    const other = marked(saturday, since);
    expect(other.notes).toBe(1);
    expect(told(withTeam(monday, fileOf(1, '2026-11-20')), other)[0]).toBeUndefined();
  });
});
