import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const SMALL_CAPS = 'russell|r2k|rut|small ?caps?';
const LARGE_CAPS = 's&p|spx|s p|large ?caps?|spy';
const OF_VIEWS = 'think|say|bullish|bearish|pe|p e|earnings|discount|debt|leverage';

const RATIO = words`
  ratio | relative (strength|performance|level)
  (${SMALL_CAPS}|iwm) [2000] [index] [to|over|vs|versus|against|divided by|relative to] [the]
    (${LARGE_CAPS}) [500] [index] (ratio|level|relative)
  russell [2000] [relative] (vs|versus|against|relative to) [the] s&p[\s500](?!.*\b(${OF_VIEWS})\b)
  where (do|does|are|is) (small ?caps?|the russell|russell|smalls|r2k) [2000] [index] stand[s]
`;
const OTHER_RATIO = words`
  (p ?e|earnings|cover[age]|debt|lift|leverage|price to|price ?sales|sharpe|expense|payout|put call|net income) ~1 ratio
  ratio of [the] (lift|saving|net income|small ?cap|debt) | ebitda | sensitivit\w*
`;

/** A level of the ratio, 0.4: no rate and no price. */
const LEVEL = /(?<![\d.,$])(0?\.\d+|[01]\.\d+)(?![\d%.])/g;
const TO_LEVEL = /\b(?:to|reach|regain|hit|recover|at|see|touch)\s+(?:the |a |about )?(0?\.\d+|[01]\.\d+)(?![\d%.])/;
/** Less is no ratio of two indexes. */
const LEAST_POSSIBLE = 0.001;
const LEAST = 0.2;
const MOST = 1;

const levelsIn = (plain: string): readonly number[] =>
  [...plain.matchAll(LEVEL)].map(([, level]) => Number(level)).filter((level) => level >= LEAST_POSSIBLE);
const areLevels = (levels: readonly number[]): boolean => levels.every((level) => level >= LEAST && level <= MOST);

/** The readings the notes print, by what people call their days. */
const DAYS: readonly (readonly [said: RegExp, level: number])[] = [
  [words`2020`, 0.6],
  [words`eve | before [the] (cpi|inflation) | early july`, 0.36],
  [words`now | late july | when [it was] written`, 0.4],
];
const CHANGE = words`drop | fall | fell | rise | rose | change | changed | move | moved | from | between | decline`;

/** `the change from the end of 2020 to now`: the readings of two days, in the order of the words. */
const readingsNamed = (text: string): readonly number[] => {
  const found = DAYS.map(([said, level]) => ({ level, at: text.search(said) })).filter(({ at }) => at >= 0);
  const isSpan = found.length === 2 && CHANGE.test(text);
  return isSpan ? found.sort((one, other) => one.at - other.at).map(({ level }) => level) : [];
};

const REGAIN = words`
  back to | regain | get to | reach | return to | get back | recover | to hit | again | needed | need | needs
  outperform\w* | take | takes | required | how far | catch up | climb
`;
const OF_INDEX = words`${SMALL_CAPS} | smalls | outperform\w*`;
const OF_MOVES = words`bps? | cuts? | hikes? | floating`;
const OF_PAST = words`
  now | before | today | current | latest | eve | then | history | over time | was | 2020 | 2021 | 2024
`;
const GOES_ON = words`
  what | how much | % | percent | up | change | since | that | where | stand | was | end of | then | before
`;

/** `what does it take to regain 0.6?`, and words that go on from the ratio shown last. */
export const ratio: Rule = ({ text, plain, context }) => {
  const levels = levelsIn(plain);
  const [first, second] = levels;
  const typed = TO_LEVEL.exec(plain)?.[1];
  const wanted = Number(typed ?? 0) >= LEAST_POSSIBLE ? Number(typed) : first;
  const isRegain =
    first !== undefined &&
    areLevels(levels) &&
    (levels.length === 2 || (REGAIN.test(text) && OF_INDEX.test(text))) &&
    !OF_MOVES.test(text);
  const isAsked = (RATIO.test(text) || isRegain) && !OTHER_RATIO.test(text);
  const isFollowUp =
    context?.last.kind === 'ratio' && (REGAIN.test(text) || GOES_ON.test(text) || wanted !== undefined);
  if (!isAsked && !isFollowUp) return undefined;
  const [from, to] = readingsNamed(text);
  if (from !== undefined && to !== undefined) return asked({ kind: 'ratio', from, to });
  if (first !== undefined && second !== undefined) {
    return asked({ kind: 'ratio', from: wanted === first ? second : first, to: wanted });
  }
  const isWanted = wanted !== undefined && (REGAIN.test(text) || (isFollowUp && !OF_PAST.test(text)));
  return asked({ kind: 'ratio', ...(isWanted && { to: wanted }) });
};

const OF_RATES = words`bps? | basis | cuts? | hikes? | rates? | fed | floating | percentage points?`;

/** The ratio by its name, or by two of its levels: before any person. */
export const ratioNamed: Rule = (said) => {
  const levels = levelsIn(said.plain);
  const isByLevels = levels.length === 2 && areLevels(levels) && !OF_RATES.test(said.text);
  return /\bratio\b/.test(said.text) || isByLevels ? ratio(said) : undefined;
};
