import {
  type Cell,
  capitalized,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  day,
  escaped,
  foldedContainer,
  type Line,
  listed,
  type Message,
  type MessagePart,
  month,
  NBSP,
  numberCell,
  plural,
  renderShortAnswer,
  section,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  AFTER_RATES,
  closesSource,
  FED,
  movesOffered,
  ofPair,
  pairNames,
  ROTATION,
  rankOf,
  SYNTHETIC,
  withinPair,
} from '../../wording/index.ts';
import type { RotationAnswer, StudiedCycles } from './answer-type.ts';

type Cycle = StudiedCycles['study']['cycles'][number];
type AfterCut = Cycle['returns'][number];

const YEAR = 12;

const after = ({ returns }: Cycle, months: number): AfterCut | undefined =>
  returns.find((one) => one.months === months);

const tallyOf = ({ study }: StudiedCycles, months: number) => study.tally.find((one) => one.months === months);

const title = (studied: StudiedCycles): string => {
  const made = studied.stamp.provenance.isSynthetic ? `${SYNTHETIC}. ` : '';
  const year = tallyOf(studied, YEAR);
  if (year === undefined || year.of === 0)
    return `${made}${studied.stamp.pair ? `${pairNames(studied.stamp).ratio}: no` : 'No'} first cut lies twelve months back in these closes`;
  return `${made}After ${studied.stamp.pair ? 'the Fed’s ' : ''}first cuts, ${pairNames(studied.stamp).capsWithin} led over 12 months in ${year.led} of ${year.of} cycles`;
};

/** Twelve months after each first cut: one unit, four columns. */
const table = ({ study, stamp }: StudiedCycles): DataTableBlock | undefined => {
  const { small, large } = pairNames(stamp);
  if (study.cycles.length === 0) return undefined;
  const row = (cycle: Cycle): Cell[] => {
    const year = after(cycle, YEAR);
    const cells = year
      ? [year.small, year.large, year.lead].map((value) => numberCell(value, change(value)))
      : Array.from({ length: 3 }, () => cell('not yet'));
    return [cell(day(cycle.firstCut)), ...cells];
  };
  return dataTable(
    'Price return over the twelve months after each first cut',
    ['First cut', small, large, 'Lead'],
    study.cycles.map(row),
  );
};

/** `18 Sep 2024  1 month +1.00, −0.20; 3 months …`: both legs, percent. */
const shorter = (cycle: Cycle): string => {
  const parts = cycle.returns
    .filter(({ months }) => months !== YEAR)
    .map(({ months, small, large }) => `${plural(months, 'month')} ${change(small)}, ${change(large)}`);
  return parts.length === 0 ? '' : `*${day(cycle.firstCut)}*${NBSP} ${escaped(parts.join('; '))}`;
};

/** The shorter spans, folded away. */
const shorterSpans = ({ study, stamp }: StudiedCycles): readonly MessagePart[] => {
  const rows = study.cycles.map(shorter).filter((words) => words.length > 0);
  if (rows.length === 0) return [];
  return [
    {
      block: foldedContainer('After 1, 3 and 6 months', [
        section(`${escaped(`${pairNames(stamp).smallName}, then ${pairNames(stamp).largeName}`)}\n${rows.join('\n')}`),
      ]),
      text: `Returns after 1, 3 and 6 months in ${rows.length} cycles are folded in the message.`,
    },
  ];
};

const MOST_NAMED = 3;

const leftOutWords = (cuts: StudiedCycles['study']['leftOut']): string => {
  const [first, last] = [cuts[0], cuts.at(-1)];
  return cuts.length > MOST_NAMED && first && last
    ? `${cuts.length} first cuts, ${month(first)} to ${month(last)}, are not in these closes`
    : `Not in these closes: ${listed(cuts.map(day))}`;
};

const whole = (percent: number): string => `${Math.round(percent)}%`;

/** What any year shows beside years after a first cut, and what so few cycles leave open. */
const baseLines = (studied: StudiedCycles): readonly Line[] => {
  const year = tallyOf(studied, YEAR);
  if (year?.interval === undefined || year.base.of === 0) return [];
  const { led, of, interval, base } = year;
  const share = (base.led / base.of) * 100;
  const isInside = interval.low <= share && share <= interval.high;
  return [
    {
      label: 'Base',
      words: `In ${rankOf(share)} of all ${thousands(base.of)} windows of 252 sessions they led; these overlap too`,
    },
    {
      label: 'Interval',
      words: `${led} of ${of} may be a true share of ${whole(interval.low)} to ${whole(interval.high)} (95%): ${isInside ? 'too few to tell from any year' : 'other than any year'}`,
    },
  ];
};

const thousands = (count: number): string => count.toLocaleString('en-US');

/** `; Sep 2024 and Sep 2025 overlap`. */
const overlapWords = ({ study: { overlaps } }: StudiedCycles): string =>
  overlaps.length === 0
    ? '; no two overlap'
    : `; ${overlaps.map(([one, other]) => `${month(one)} and ${month(other)}`).join(', ')} overlap`;

const linesOf = (studied: StudiedCycles): readonly Line[] => {
  const { study, firstCuts } = studied;
  const compared = study.tally.filter(({ of }) => of > 0);
  const remarks = firstCuts.flatMap(({ on, remark }) => (remark === undefined ? [] : [`${month(on)}: ${remark}`]));
  return [
    ...(compared.length > 0
      ? [
          {
            label: 'Led',
            words: compared.map(({ months, led, of }) => `${plural(months, 'month')} ${led} of ${of}`).join(', '),
          } as const,
        ]
      : []),
    ...baseLines(studied),
    {
      label: 'Catch',
      words: `${study.cycles.length} cycles are an anecdote, and first cuts a choice${overlapWords(studied)}`,
    },
    ...(remarks.length > 0 ? [{ label: 'Cycles', words: capitalized(remarks.join('; ')) } as const] : []),
    ...(study.leftOut.length > 0 ? [{ label: 'Missing', words: leftOutWords(study.leftOut) } as const] : []),
    { label: 'Basis', words: '21, 63, 126, 252 sessions from that close, price only; lead is the ratio’s change' },
  ];
};

const OFFERS: readonly Offer[] = [AFTER_RATES, ROTATION, FED, ...movesOffered(-25)];

/** How both indexes did after the first cut of each cycle, and in how many small caps led. */
export const renderCycles = ({ id, question }: RotationAnswer, studied: StudiedCycles): Message =>
  renderShortAnswer({
    heading: title(studied),
    table: table(studied),
    lines: ofPair(studied.stamp, linesOf(studied)),
    offers: withinPair(question, OFFERS),
    beneath: shorterSpans(studied),
    source: ['First cuts: Federal Reserve', ...closesSource(studied.stamp)],
    id,
  });
