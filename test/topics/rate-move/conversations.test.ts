import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saidOfMoves } from '../../reading/asked-turns.ts';

/** Conversations, a turn a line, each after the ones above it: what is typed, and what it comes to; `other` changes no numbers. */
const CONVERSATIONS = readFileSync(join(import.meta.dirname, 'conversations.txt'), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((turns) => turns.split('\n').map((turn) => turn.split(' → ')));

describe('a conversation about moves', () => {
  it.each(CONVERSATIONS.map((turns) => [turns.map(([typed]) => typed).join(' > '), turns] as const))(
    '%s',
    (_, turns) => {
      expect(saidOfMoves(turns.map(([typed = '']) => typed))).toEqual(turns);
    },
  );
});
