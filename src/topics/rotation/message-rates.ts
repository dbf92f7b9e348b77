import { firstDayOf, RECESSION_SOURCE } from '../../calendar/index.ts';
import type { HorizonLink, Linked } from '../../index-ratio/index.ts';
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
  type Message,
  type MessagePart,
  month,
  numberCell,
  percentOf,
  plural,
  pointsOf,
  renderShortAnswer,
  section,
  unbroken,
} from '../../message/index.ts';
import type { IsoMonth } from '../../units.ts';
import type { Offer } from '../../wording/index.ts';
import {
  AFTER_CUTS,
  closesSource,
  FED,
  ofPair,
  pairNames,
  ROTATION,
  SYNTHETIC,
  withinPair,
} from '../../wording/index.ts';
import type { RotationAnswer, StudiedRates } from './answer-type.ts';

/** How small caps did against large ones around the Fed's moves. */

/** Beyond so many standard errors chance alone comes about once in twenty. */
const CLEAR_T = 2;
const isClear = ({ t }: Linked): boolean => Math.abs(t) >= CLEAR_T;

const tGiven = (t: number): string => `${t < 0 ? '−' : ''}${pointsOf(Math.abs(t))}`;
const monthOf = (which: IsoMonth): string => month(firstDayOf(which));

const againstWords = (stamp: StudiedRates['stamp']): string =>
  stamp.pair ? pairNames(stamp).ratio : 'small against large caps';

const title = ({ stamp, study: { after } }: StudiedRates): string => {
  const made = stamp.provenance.isSynthetic ? `${SYNTHETIC}. ` : '';
  if (after.all === undefined) return `${made}No link between rate moves and ${againstWords(stamp)} can be computed`;
  const { coefficient, t } = after.all;
  const by = percentOf(Math.abs(coefficient));
  const told = unbroken(`(t ${tGiven(t)})`);
  return isClear(after.all)
    ? `${made}Per point of higher rates, ${pairNames(stamp).capsWithin} ${coefficient < 0 ? 'lost' : 'gained'} ${by} against ${stamp.pair ? pairNames(stamp).large : 'large ones'} in the next 12 months ${told}`
    : `${made}No clear link between rate moves and ${againstWords(stamp)} over 12 months ${told}`;
};

type Named = readonly [name: string, linked: Linked | undefined];

const coefficientTable = (caption: string, links: readonly Named[]): DataTableBlock =>
  dataTable(
    caption,
    ['Per +1 point', 'Relative', 'Std. error', 't'],
    links.flatMap(([name, linked]): Cell[][] => {
      if (linked === undefined) return [];
      const { coefficient, standardError, t, n } = linked;
      return [
        [
          cell(`${name}, n ${n}`),
          numberCell(coefficient, change(coefficient)),
          numberCell(standardError, percentOf(standardError)),
          numberCell(t, tGiven(t)),
        ],
      ];
    }),
  );

const table = ({ study: { same, after } }: StudiedRates): DataTableBlock =>
  coefficientTable('Relative return of small caps per percentage point of the Fed’s rate', [
    ['Same month', same.all],
    ['12 months after', after.all],
    ['After cuts', after.cuts],
    ['After hikes', after.hikes],
    ['In recessions', after.inRecession],
    ['Outside', after.outside],
  ]);

/** The mean over kinds of months, by their number. */
const meanOf = ({ means }: HorizonLink, way: HorizonLink['means'][number]['way']) => {
  const those = means.filter((one) => one.way === way);
  const n = those.reduce((sum, one) => sum + one.n, 0);
  return n === 0 ? undefined : { n, mean: those.reduce((sum, one) => sum + one.mean * one.n, 0) / n };
};

const WAYS = [
  ['cut', 'after cuts'],
  ['hike', 'after hikes'],
  ['none', 'after neither'],
] as const;

const averageWords = (link: HorizonLink): string =>
  WAYS.flatMap(([way, name]) => {
    const found = meanOf(link, way);
    return found ? [`${name} ${change(found.mean)} (${found.n})`] : [];
  }).join(', ');

/** What the standard errors leave of it: which way of moving, and how much is recessions. */
const catchWords = ({ after: { cuts, hikes, inRecession, outside } }: StudiedRates['study']): readonly string[] => [
  ...(cuts && hikes && isClear(cuts) !== isClear(hikes) ? [`${isClear(cuts) ? 'cuts' : 'hikes'} alone tell`] : []),
  ...(inRecession && outside && !isClear(inRecession) && !isClear(outside)
    ? ['with recessions set apart neither part is clear']
    : []),
  'a link is no cause',
];

const recessionLine = ({ recessions, stamp }: StudiedRates): readonly Line[] => {
  if (recessions.length === 0) return [];
  const led = recessions.filter(({ lead }) => lead > 0).length;
  return [
    {
      label: 'Recession',
      words: `${stamp.pair ? pairNames(stamp).small : 'The Russell'} led in ${led} of ${recessions.length}, from peak to trough`,
    },
  ];
};

const linesOf = (studied: StudiedRates): readonly Line[] => {
  const { study, unknownMeeting } = studied;
  const { months, same } = study;
  const [first, last] = [months[0], months.at(-1)];
  return [
    { label: 't', words: 'Estimate ÷ standard error: beyond ±2, chance alone shows it once in 20' },
    ...(same.all
      ? [
          {
            label: 'Read',
            words: `Rows are per +1 point; for a cut turn the signs. In the month itself ${isClear(same.all) ? 'the link is clear as well' : 'no link shows'}`,
          } as const,
        ]
      : []),
    { label: 'Average', words: `12 months ${averageWords(study.after)}` },
    ...recessionLine(studied),
    { label: 'Catch', words: capitalized(catchWords(study).join('; ')) },
    ...(unknownMeeting
      ? [
          {
            label: 'Missing',
            words: `What the meeting of ${day(unknownMeeting)} decided is not in my data: months before it`,
          } as const,
        ]
      : []),
    ...(first && last
      ? [
          {
            label: 'Basis',
            words: `Whole months, ${monthOf(first.month)} to ${monthOf(last.month)}; log of the ratio, price only; Newey-West`,
          } as const,
        ]
      : []),
  ];
};

const PHASES = [
  [true, 'in recessions'],
  [false, 'outside'],
] as const;

const NAMES = { cut: 'Cuts', hike: 'Hikes', none: 'No move' } as const;

/** `Cuts in recessions  month +0.32%, 12 months +10.60%`, a kind of month a row. */
const kindRows = ({ same, after }: StudiedRates['study']): readonly string[] =>
  (['cut', 'hike', 'none'] as const).flatMap((way) =>
    PHASES.flatMap(([isRecession, phase]) => {
      const found = (link: HorizonLink) => link.means.find((one) => one.way === way && one.isRecession === isRecession);
      const [now, later] = [found(same), found(after)];
      if (now === undefined) return [];
      const behind = later ? `, 12 months ${change(later.mean)} (${later.n})` : '';
      return [`*${NAMES[way]} ${phase}*  ${plural(now.n, 'month')}: month ${change(now.mean)}${behind}`];
    }),
  );

const sameRows = ({ same }: StudiedRates['study']): readonly string[] =>
  (
    [
      ['Cuts', same.cuts],
      ['Hikes', same.hikes],
      ['Moves in recessions', same.inRecession],
      ['Moves outside', same.outside],
    ] as const
  ).flatMap(([name, linked]) =>
    linked
      ? [
          `*${name}*  ${change(linked.coefficient)} per point, standard error ${percentOf(linked.standardError)}, t ${tGiven(linked.t)}, n ${linked.n}`,
        ]
      : [],
  );

const recessionRows = ({ recessions, stamp }: StudiedRates): readonly string[] => {
  const { small: one, largeShort: other } = pairNames(stamp);
  return recessions.map(
    ({ peak, trough, small, large, lead }) =>
      `*${monthOf(peak)} to ${monthOf(trough)}*  ${one} ${change(small)}, ${escaped(other)} ${change(large)}, lead ${change(lead)}`,
  );
};

/** What the rows above rest on, folded away. */
const folded = (studied: StudiedRates): readonly MessagePart[] => {
  const { study } = studied;
  const method = `Least squares of the change of the log ratio, in percent, on the Fed’s move in points, by the day it was announced; months without one count as 0. Standard errors after Newey and West, ${study.same.lags} lags for the month, ${study.after.lags} for the twelve months, which overlap. Cuts and hikes, and moves in and outside recessions (with a mean each), are one regression each.`;
  const recessions = recessionRows(studied);
  return [
    {
      block: foldedContainer('Averages, recessions, method', [
        section(`*Mean relative return*\n${kindRows(study).join('\n')}`),
        section(`*In the month itself*\n${sameRows(study).join('\n')}`),
        ...(recessions.length > 0
          ? [
              section(
                `*Recessions*, last close of the peak’s month to that of the trough’s, by <${RECESSION_SOURCE.url}|${RECESSION_SOURCE.name}>\n${recessions.join('\n')}`,
              ),
            ]
          : []),
        section(`*Method*\n${method}`),
      ]),
      text: 'Averages by kind of month, each recession and the method are folded in the message.',
    },
  ];
};

const OFFERS: readonly Offer[] = [AFTER_CUTS, ROTATION, FED];

/** The relative return of small caps in the month of the Fed's moves and in the twelve months after, with what chance leaves of it. */
export const renderRates = ({ id, question }: RotationAnswer, studied: StudiedRates): Message =>
  renderShortAnswer({
    heading: title(studied),
    table: table(studied),
    lines: ofPair(studied.stamp, linesOf(studied)),
    offers: withinPair(question, OFFERS),
    beneath: folded(studied),
    source: ['Moves: Federal Reserve', `Recessions: ${RECESSION_SOURCE.name}`, ...closesSource(studied.stamp)],
    id,
  });
