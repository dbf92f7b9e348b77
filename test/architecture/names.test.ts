import { describe, expect, it } from 'vitest';
import { codeOf, SOURCES } from './sources.ts';

/** A name that two files may export, and why. */
const ALLOWED: ReadonlyMap<string, string> = new Map(
  [
    'Block',
    'Button',
    'Cell',
    'ChartBlock',
    'Confirm',
    'DataTableBlock',
    'FeedbackButtons',
    'InputBlock',
    'Mrkdwn',
    'Option',
    'RadioButtons',
    'RichTextBlock',
    'RichTextSection',
    'TextInput',
    'TimePicker',
  ].map((name) => [name, "Slack's own name: what the bot builds, and what the playground's page gets and shows"]),
);

const DEFINED =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

const exportedBy = (code: string): readonly string[] => [
  // overloads, and a type beside a value of its name, are one name
  ...new Set([...code.matchAll(DEFINED)].map(([, name = '']) => name)),
];

/** Names that two files define, each with those files. */
const definedTwice = (sources: readonly (readonly [file: string, code: string])[]): readonly string[] => {
  const files = Map.groupBy(
    sources.flatMap(([file, code]) => exportedBy(code).map((name) => ({ name, file }))),
    ({ name }) => name,
  );
  return [...files].flatMap(([name, places]) =>
    places.length > 1 ? [`${name}: ${places.map(({ file }) => file).join(', ')}`] : [],
  );
};

const isAllowed = (twice: string): boolean => ALLOWED.has(twice.split(':')[0] ?? '');

describe('exported names', () => {
  const twice = definedTwice(SOURCES.map((file) => [file, codeOf(file)]));

  it('are defined once', () => {
    expect(twice.filter((one) => !isAllowed(one))).toEqual([]);
  });

  it('are allowed twice only where they are, once for messages and once for the page', () => {
    const allowed = twice.filter(isAllowed);
    expect(allowed).toHaveLength(ALLOWED.size);
    for (const one of allowed)
      expect(one).toMatch(/^\w+: src\/message\/[\w-]+\.ts, src\/playground\/page\/[\w/-]+\.tsx?$/);
  });

  it.each([
    ['export const day = 1;', 'export const day = (on: string) => on;'],
    ['export interface View {}', 'export type View = string;'],
    ['export async function* load() {}', 'export class load {}'],
  ])('are noticed twice: %s and %s', (one, other) => {
    expect(
      definedTwice([
        ['src/a.ts', one],
        ['src/b.ts', other],
      ]),
    ).toHaveLength(1);
  });

  it('may stand again where a door passes them on, or beside their own type', () => {
    const code = 'export const Kind = {};\nexport type Kind = keyof typeof Kind;';
    expect(
      definedTwice([
        ['src/a.ts', code],
        ['src/index.ts', "export { Kind } from './a.ts';"],
      ]),
    ).toEqual([]);
  });
});
