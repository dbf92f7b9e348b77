import type { Token } from './tokens.ts';

/** Which clause each token stands in, counted from 0. */
export interface Clauses {
  /** Broken at `. ? ! ;`, dashes and lines: a new thought. */
  readonly hard: readonly number[];
  /** Also broken at commas, colons, brackets, and at and, but, so, plus, while, then. */
  readonly soft: readonly number[];
}

const HARD = new Set(['.', '?', '!', ';', '\u2013', '|']);
const SOFT = new Set([',', ':', '(', ')', '[', ']', '>']);
const JOINS = new Set(['and', 'but', 'so', 'plus', 'while', 'then', 'whereas', 'with', 'if', 'assuming', 'because']);

/** A dash with spaces around it, or several, is a break; between two numbers it is a range. */
const isDash = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).word === '-' && tokens[at - 1] !== undefined && !(tokens[at] as Token).isGlued;

const isRangeDash = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).word === '\u2013' && tokens[at - 1]?.kind === 'number' && tokens[at + 1]?.kind === 'number';

export const clausesOf = (tokens: readonly Token[], typed: string): Clauses => {
  const hard: number[] = [];
  const soft: number[] = [];
  let [inHard, inSoft] = [0, 0];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const isNewLine = before !== undefined && typed.slice(before.end, token.start).includes('\n');
    // large.floating, ratios such as .42: a point within a word ends nothing
    const isInside = token.word === '.' && token.isGlued && tokens[at + 1]?.isGlued === true;
    const isBreak =
      !isInside && token.kind === 'sign' && ((HARD.has(token.word) && !isRangeDash(tokens, at)) || isDash(tokens, at));
    if (isBreak || isNewLine) inHard += 1;
    if (isBreak || isNewLine || SOFT.has(token.word) || JOINS.has(token.word)) inSoft += 1;
    hard.push(inHard);
    soft.push(inSoft);
  });
  return { hard, soft };
};
