import { describe, expect, it } from 'vitest';
import { lastTurn } from '../../reading/asked-turns.ts';
import { said } from '../../reading/said.ts';

type Row = readonly [texts: readonly string[], comesTo: string];

const LEVEL = 'what gets the fed to 3.25';

describe('what goes on from the last answer of numbers', () => {
  it.each<Row>([
    [['hike 25', 'three then'], 'hike 75'],
    [['cut 25', 'make it four'], 'cut 100'],
    [['hike 25', 'and if they skip', 'two then'], 'hike 50'],
    [['cut 50', 'two of those'], 'cut 100'],
    [['cut 25', 'run 5 of em'], 'cut 125'],
    [['how many clips to get to 3', 'three of those'], 'cut 75'],
    [['cut 25', 'two then', 'versus four'], 'compare cut 50 / cut 100'],
    [['hike 25', 'next to 2 cuts'], 'compare hike 25 / cut 50'],
    [
      ['cut 25', 'two then', 'versus three', 'the difference between the two for the big one'],
      'compare cut 50 / cut 75, only large',
    ],
    [[LEVEL], 'cut 75'],
    [[LEVEL, 'no, the lower end'], 'cut 50'],
    [['back to the 2023 peak'], 'hike 150'],
    [['what if they went back to where it ended 2019'], 'cut 225'],
    [['if rates went back to the 2006 high'], 'hike 125'],
    [['where was fed funds at the end of 2022', 'and what gets us back there'], 'hike 50'],
    [['hike 50, ebitda 10% lower'], 'hike 50, ebitda 160.74'],
    [['cut 25', 'ebitda a fifth down'], 'cut 25, ebitda 142.88'],
    [['cut 25', 'ebitda a tenth lower', 'make that 20%'], 'cut 25, ebitda 142.88'],
    [['cut 25', 'a hike thru both'], 'hike 25'],
  ])('%j: %s', (typed, expected) => {
    expect(said(lastTurn(...typed))).toContain(expected);
  });

  it.each<readonly string[]>([
    ['cut 100', 'table for two then'],
    ['where was the russell at its 2021 high'],
    ['cut 25', 'was the top at lunch good'],
  ])('%j: no move', (...typed) => {
    expect(said(lastTurn(...typed))).not.toMatch(/^(?:cut|hike|compare)/);
  });
});
