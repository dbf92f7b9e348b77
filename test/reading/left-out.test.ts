import { describe, expect, it } from 'vitest';
import { lastTurn } from './asked-turns.ts';

describe('a question that leaves out what the words pick by', () => {
  it.each([
    'hikes less than 50 in 2022',
    'ratio before and after the sept 24 cut',
    'small caps between cuts in 2025',
    'ratio day after the dec cut',
    'smalls in 2024 and 2025 separately',
    'how many meetings before march 27',
    'how long were rates above 5%',
    'forward pe of the russell vs its average',
    'is the 40% discount the deepest ever',
    'do the notes contradict each other on anything but pe',
    'was the 6.3 trillion higher than the year before',
    'how many hikes from 2015 until covid',
    'when did they cut twice in a month',
    'small v large after each of the 2024 cuts',
    'since the fed paused in jan how have smalls done',
    'smalls vs bigs from the last hike until they cut',
  ])('%s is offered and not answered', (text) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'unclear' });
  });

  it.each([
    ['50 off then a quarter back on', 'rate-move'],
    ['fifty off from now on', 'rate-move'],
    ['moves over 50 since 1994', 'fed-history'],
    ['were rates above 4% in 2023', 'fed-history'],
    ['share of funds that beat the index h1 2024', 'figure'],
    ['first cut after 2023', 'fed-history'],
    ['were there more hikes in 2005 or 2018', 'fed-history'],
    ['ratio since the last cut', 'rotation'],
    ['incl dividends how would the ratio look since jan 2020', 'rotation'],
    ['how many cuts by 27', 'fed'],
  ])('%s leaves nothing out', (text, kind) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'question', question: { kind } });
  });
});
