import { describe, expect, it } from 'vitest';
import { PURE, roomOf } from './rooms.ts';
import { codeOf, SOURCES } from './sources.ts';

/** Names that bring a clock, the network, chance or the environment into a room. */
const AMBIENT: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['fetch', /(?<![.\w])fetch\s*\(/],
  ['Date.now', /\bDate\.now\b/],
  ['new Date()', /new Date\(\s*\)/],
  ['performance.now', /\bperformance\.now\b/],
  ['Math.random', /\bMath\.random\b/],
  ['process', /(?<![.\w])process\./],
  ['globalThis', /\bglobalThis\b/],
  ['timers', /\bset(?:Timeout|Interval|Immediate)\b/],
];

const ambientIn = (code: string): string[] => AMBIENT.filter(([, pattern]) => pattern.test(code)).map(([name]) => name);

const PURE_SOURCES = SOURCES.filter((file) => PURE.includes(roomOf(file) ?? ''));

describe('pure rooms', () => {
  it('know no clock, network, chance or environment', () => {
    expect(PURE_SOURCES.flatMap((file) => ambientIn(codeOf(file)).map((name) => `${file} uses ${name}`))).toEqual([]);
  });

  it('take nothing but the hash from node:crypto', () => {
    const imports = PURE_SOURCES.flatMap((file) => codeOf(file).match(/import[^;]*node:crypto';/g) ?? []);
    expect([...new Set(imports)]).toEqual(["import { hash } from 'node:crypto';"]);
  });

  it.each([
    'const today = new Date();',
    'const now = Date.now;',
    "const page = await fetch('https://example.com');",
    'const seed = Math.random();',
    'const token = process.env.TOKEN;',
  ])('may not hold %s', (code) => {
    expect(ambientIn(code)).toHaveLength(1);
  });
});
