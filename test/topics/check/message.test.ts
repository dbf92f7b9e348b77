import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { NOTES } from '../../../src/notes/library.ts';
import { answer } from '../../../src/topics/registry.ts';
import { readLine } from '../../doubles/asked.ts';
import { block, FACTS, labelsOf, parts, plain, rendered, reply, shown, title } from '../rendered.ts';

const NUMBERS = NOTES.notes.map(({ number }) => number);

describe('/check', () => {
  const container = (words: string) => block(reply(words), 'container');

  it('counts the verdicts, worst first', () => {
    expect(title(reply('/check 002'))).toBe('Note 002: 1 statement is wrong, 3 are loose, 6 agree');
    expect(title(reply('/check 004'))).toBe('Note 004: 1 statement is loose, 4 agree');
    expect(title(reply('/check 000'))).toMatch(/, 1 is off by rounding, /);
    expect(title(reply('/check'))).toMatch(/^7 statements in the notes are wrong, 1 conflicts, /);
  });

  it('says of each statement what the note says, what the record says, whose it is and what follows', () => {
    const words = shown(reply('/check 50bp july'));
    expect(words).toContain('Wrong  Fed cut that began the easing');
    expect(words).toContain('Note 003: 50 bp in July 2024.');
    expect(words).toContain('Record: held at 5.25–5.50% on 31 Jul 2024; the 50 bp came on 18 Sep 2024.');
    expect(words).toContain('7 weeks later');
    expect(words).toContain('Record: Federal Reserve');
  });

  it('folds what agrees or cannot be checked, every one of it, and leaves none out of the count', () => {
    for (const words of ['/check', ...NUMBERS.map((note) => `/check ${note}`)]) {
      const reading = readLine(words);
      if (reading.kind !== 'question') return expect.unreachable();
      const answered = answer(reading.question, FACTS);
      if (answered.kind !== 'check') return expect.unreachable();
      const folded = plain(asPlainText({ text: 'x', blocks: [container(words)] }));
      for (const { subject } of answered.folded) expect(folded).toContain(plain(subject));
      expect(folded).toContain(`${answered.counts.agrees} agree`);
    }
    expect(container('/check')).toMatchObject({ is_collapsible: true, default_collapsed: true });
    expect(reply('/check page 2').blocks.map(({ type }) => type)).not.toContain('container');
  });

  it('lists a verdict alone, part by part, under a heading of its own and beside the others', () => {
    expect(title(reply('/check loose'))).toBe('12 statements in the notes are loose');
    expect(title(reply('/check what agrees'))).toBe('27 statements in the notes agree with the record');
    expect(title(reply('/check 2 wrong'))).toBe('Note 002: 1 statement is wrong');
    expect(title(reply('/check 003 rounding'))).toBe('Note 003: nothing is off by rounding');
    const drawn = parts({ kind: 'check', verdicts: ['loose'] }).map((part) => shown(rendered(part)));
    expect(drawn.join('\n').match(/^Loose {2}/gm)).toHaveLength(12);
    expect(drawn.join('\n')).not.toMatch(/^(?:Wrong|Agrees|Rounding) {2}/m);
    expect(labelsOf(reply('/check 2 wrong'))).toEqual([
      'Only the loose',
      'What agrees',
      'What stays open',
      'Views in 002',
      'Check all notes',
      'Conflicts between notes',
    ]);
  });

  it('calls no figure wrong that is right', () => {
    for (const figure of ['8.78', '0.47', '0.93', '0.36', '0.4', '2453.36']) {
      expect(shown(reply(`/check ${figure}`))).not.toMatch(/Wrong|Loose|Conflict {2}/);
      expect(title(reply(`/check ${figure}`))).toMatch(/agrees$/);
    }
  });
});

describe('/check conflicts', () => {
  it('shows both sides of every point, each with its time or basis, and which the record supports', () => {
    for (const question of parts({ kind: 'conflicts' })) {
      const message = rendered(question);
      const points = message.blocks.flatMap((one) => (one.type === 'section' ? [plain(one.text.text)] : []));
      expect(points.length).toBeGreaterThan(0);
      for (const point of points) {
        const [, one = '', other = '', record = ''] = point.split('\n');
        for (const side of [one, other]) expect(side).toMatch(/^\*Notes? \d{3}.*\b(20\d\d|decade|long term)/i);
        expect(record).toMatch(/^\*Record\* {2}(Supports note|Cannot settle it\.)/);
      }
    }
    expect(shown(reply('/check conflicts'))).toContain('Supports notes 000 and 002.');
  });

  it('names who takes each side, each beside the month that person or firm wrote in', () => {
    const monthOf = (date: string) =>
      new Date(date).toLocaleString('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });
    for (const question of parts({ kind: 'conflicts' })) {
      const answered = answer(question, FACTS);
      if (answered.kind !== 'conflicts') return expect.unreachable();
      const lines = plain(asPlainText(rendered(question))).split('\n');
      const [one, other] = [0, 1].map((at) => answered.conflicts.shown.map(({ sides }) => sides[at as 0 | 1]));
      const drawn = lines.filter((line) => /^Notes? \d{3}[^:·]* {2}/.test(line));
      const sides = (one ?? []).flatMap((side, at) => [side, other?.[at]]);
      expect(drawn).toHaveLength(sides.length);
      for (const [at, side] of sides.entries()) {
        const takers = drawn[at]?.split(/ {2}/)[1]?.split(': ')[0]?.split('; ') ?? [];
        const claims = answered.claims.filter(({ id }) => side?.claims.includes(id));
        expect(claims.length).toBeGreaterThan(0);
        for (const { voice, note } of claims) {
          const own = takers.filter((taker) => taker.endsWith(`, ${monthOf(note.date)}`));
          expect(own.some((taker) => taker.includes(voice))).toBe(true);
        }
      }
    }
    expect(shown(reply('/check conflicts'))).toContain('J, Sep 2024; Tom Stevenson, Jul 2024: ');
  });
});

describe('a figure', () => {
  const figureReply = (...figures: readonly [string, ...string[]]) =>
    rendered({ kind: 'figure', figures: [...figures] });

  it('is headed by what it is and how the note prints it, over basis, day, note and verdict', () => {
    const message = figureReply('002-ratio-2020');
    expect(title(message)).toMatch(/: 0\.6$/);
    expect(shown(message)).toMatch(/31 Dec 2020 · note 002, para 11/);
    expect(shown(message)).toMatch(/Wrong: 0\.526/);
    expect(shown(figureReply('002-ratio-now'))).toMatch(/Agrees: /);
  });

  it('claims no day where the note gives none', () => {
    expect(shown(figureReply('000-smallcap-ebitda'))).toContain('no date: part of an example');
    expect(shown(figureReply('000-smallcap-leverage'))).toContain('no date given');
    expect(shown(figureReply('000-smallcap-leverage'))).not.toContain('when written');
  });
});
