import { describe, expect, it } from 'vitest';
import { contextAfter } from '../../../src/reading/context-after.ts';
import type { Context } from '../../../src/topics/context.ts';
import { turnOf } from '../../reading/asked-turns.ts';
import { said } from '../../reading/said.ts';

type Line = readonly [typed: string, meant: string];

/** As traders type: sizes, companies and assumptions changed in turn; `other` changes no numbers. */
const CONVERSATIONS: readonly (readonly Line[])[] = [];

const OF_NUMBERS =
  /^(?:cut|hike|hold|compare|solve|method|unclear (?:no-|out|ass)|ask .*(?:bp|Hold|Compare|Floating|EBITDA|Move|income|rate))/;

describe('a desk conversation', () => {
  it.each(CONVERSATIONS.map((lines) => [lines.map(([typed]) => typed).join(' > '), lines] as const))(
    '%s',
    (_, lines) => {
      let context: Context | undefined;
      const heard = lines.map(([typed]) => {
        const turn = turnOf(typed, context);
        context = contextAfter(turn, context);
        const short = said(turn);
        return [typed, OF_NUMBERS.test(short) ? short : 'other'];
      });
      expect(heard).toEqual(lines);
    },
  );
});
