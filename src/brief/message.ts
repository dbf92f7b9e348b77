import {
  askButton,
  type Block,
  type Button,
  capitalized,
  cell,
  change,
  context,
  type DataTableBlock,
  dataTable,
  escaped,
  header,
  type Line,
  levelGiven,
  lineSentences,
  lines,
  type Message,
  NBSP,
  numberCell,
  ratioGiven,
  rowSentences,
  screenReaderText,
  sentence,
  unbroken,
} from '../message/index.ts';
import { ODDS_METHOD, oddsTable } from '../topics/fed/message-odds.ts';
import { placeLines } from '../topics/rotation/message-title.ts';
import { findingLines, locatedCitation, noDataWords, ROTATION } from '../wording/index.ts';
import type { Brief, IndexChanges } from './brief.ts';
import { isClosed } from './market-day.ts';
import {
  type BriefPosting,
  eyebrow,
  joinedByDots,
  lastReading,
  lateWords,
  setUpWords,
  sourceParts,
} from './message-header.ts';
import {
  addedLine,
  companiesLine,
  fedLine,
  lastLine,
  marketLine,
  moveLines,
  newLine,
  newLineIfAny,
  nextLine,
  noteLines,
} from './message-lines.ts';
import { briefButton } from './message-reply.ts';
import { weekdayNear } from './message-timing.ts';
import { areOld, briefTitle } from './message-title.ts';

const SHOWN_SIZES = 2;
const MOVE_BPS = 50;

const closesTable = ({ closes, day: { date } }: Brief): DataTableBlock | undefined => {
  if (closes.kind === 'no-closes' || areOld(closes, date)) return undefined;
  const { measured, russell, sp, day, month } = closes;
  const row = (name: string, close: [value: number, shown: string], of: (moved: IndexChanges) => number) => [
    cell(unbroken(name)),
    numberCell(...close),
    ...[day, month].map((moved) => (moved ? numberCell(of(moved), change(of(moved))) : cell('not known'))),
  ];
  return dataTable(
    'Both indexes and their ratio at the last close',
    [weekdayNear(measured.end.on, date), ...['Close', '1 day', '1 month'].map((head) => unbroken(head))],
    [
      row('Russell 2000', [russell, levelGiven(russell)], (moved) => moved.russell),
      row('S&P 500', [sp, levelGiven(sp)], (moved) => moved.sp),
      row('Ratio', [measured.end.ratio, ratioGiven(measured.end.ratio)], (moved) => moved.ratio),
    ],
  );
};

/** True for a brief on a day without a session, which takes a few lines and has nothing in its thread. */
const isShortBrief = ({ day }: Brief, { trigger }: BriefPosting): boolean => isClosed(day) && trigger === undefined;

/** Offers a rate move in the direction that futures imply as the likeliest. */
const buttons = (brief: Brief, { timing, isPreview }: BriefPosting): readonly Button[] => {
  const moveBps = brief.fed.likeliest === 'hike' ? MOVE_BPS : -MOVE_BPS;
  return [
    ...[ROTATION, { label: 'Rate move', question: { kind: 'rate-move', moveBps } } as const].map(askButton),
    ...(timing && !isPreview ? [briefButton('manage', 'Manage brief', 'brief:manage')] : []),
  ];
};

/** What is between the title and the buttons, in reading order. */
interface Parts {
  readonly table?: DataTableBlock | undefined;
  readonly lines: readonly (readonly Line[])[];
}

const openDay = (brief: Brief, late: readonly Line[]): Parts => ({
  table: closesTable(brief),
  lines: [
    [
      ...[
        ...late,
        ...marketLine(brief),
        ...addedLine(brief),
        newLine(brief),
        fedLine(brief),
        ...moveLines(brief.moves.slice(0, SHOWN_SIZES)),
        ...companiesLine(brief),
      ],
      // closes without a table, since they are old
      ...(closesTable(brief) ? [] : lastLine(brief)),
    ],
    noteLines(brief),
  ],
});

/** A day without a session: the next session, the last close, the Fed and what is new. */
const closedDay = (brief: Brief, late: readonly Line[]): Parts => ({
  lines: [[...late, nextLine(brief), ...lastLine(brief), fedLine(brief), ...addedLine(brief), ...newLineIfAny(brief)]],
});

/** Where the rest is, or by which id the brief can be found again where there is no thread to say it. */
const moreWords = ({ id }: Brief, { isPreview, isAlone }: BriefPosting, isShort: boolean): readonly string[] => {
  if (isAlone) return [`Answer${NBSP}${id}`];
  if (isPreview) return ['only you see this'];
  return isShort ? [] : ['more in the thread'];
};

/**
 * Renders a brief on one screen: the day, the title, closes, what is new, the Fed, the effect of 25 and 50 bp and, on a day
 * with news, one view a side. On a day without a session it takes a few lines.
 */
export const renderBrief = (brief: Brief, posting: BriefPosting = {}): Message => {
  const { trigger } = posting;
  const isShort = isShortBrief(brief, posting);
  const title = briefTitle(brief, trigger);
  const late = lateWords(posting);
  const lateLine: readonly Line[] = late === undefined ? [] : [{ label: 'Late', words: late }];
  const { table, lines: groups } = isShort ? closedDay(brief, lateLine) : openDay(brief, lateLine);
  const source = sourceParts(brief);
  const setUp = setUpWords(posting);
  const more = moreWords(brief, posting, isShort);
  const blocks: Block[] = [
    context(escaped(joinedByDots(eyebrow(brief, posting)))),
    header(title),
    ...(table ? [table] : []),
    ...groups.filter((group) => group.length > 0).map(lines),
    ...(isShort ? [] : [{ type: 'actions' as const, elements: buttons(brief, posting) }]),
    context(
      setUp === undefined
        ? escaped(joinedByDots([...source, ...more]))
        : `${escaped(joinedByDots(source))}\n${joinedByDots([setUp, ...more])}`,
    ),
  ];
  const body = [
    sentence(title),
    sentence(eyebrow(brief, posting, true).join(', ')),
    ...(table ? [rowSentences(table)] : []),
    ...groups.flatMap(lineSentences),
    ...source.map(sentence),
  ].join(' ');
  const closing = [...(setUp === undefined ? [] : [setUp]), ...more].map((words) => sentence(capitalized(words)));
  return { text: screenReaderText([escaped(body), ...closing].join(' ')), blocks };
};

/** The thread shows the sizes above 50 bp. */
const LARGER_FROM = 2;

/** Why there are no closes or futures prices, and why a close is provisional, as the providers report it. */
const dataLines = ({ closes, fed: { fed } }: Brief): readonly Line[] => {
  const { odds } = fed;
  const check = closes.kind === 'closes' && closes.measured.isProvisional && closes.measured.stamp.provenance.check;
  return [
    ...(closes.kind === 'no-closes' && closes.why.kind === 'unavailable'
      ? [{ label: 'Market', words: noDataWords('live prices', closes.why) } as const]
      : []),
    ...(closes.kind === 'no-closes' && closes.reading
      ? [{ label: 'Last', words: lastReading(closes.reading) } as const]
      : []),
    ...(check && check.kind === 'provisional'
      ? [{ label: 'Market', words: `Provisional: ${check.words}` } as const]
      : []),
    ...(odds.kind === 'none' && odds.why.kind === 'unavailable'
      ? [{ label: 'Fed', words: noDataWords('futures prices', odds.why) } as const]
      : []),
  ];
};

/** The views in full, and the finding against a note. */
const notesInFull = ({ opposingViews, flag }: Brief): readonly Line[] => [
  ...(opposingViews
    ? ([
        ['Bullish', opposingViews.bullish],
        ['Bearish', opposingViews.bearish],
      ] as const)
    : []
  ).map(
    ([label, dated]): Line => ({
      label,
      words: `${dated.claim.voice}. ${dated.claim.paraphrase} ${locatedCitation(dated)}`,
    }),
  ),
  ...(flag ? [{ label: 'Flag', words: findingLines(flag, true).join(' ') } as const] : []),
];

const marketLines = ({ closes, moves, day }: Brief): readonly Line[] => [
  ...(closes.kind === 'closes' ? placeLines(closes.measured, day.date) : []),
  ...moveLines(moves.slice(LARGER_FROM)),
  { label: 'Catch', words: 'Net income is that of note 000’s two example companies, not of an index' },
];

/**
 * Renders the details in the thread of a brief: odds by meeting, where the ratio stands, larger moves, the views in full and
 * the finding against a note.
 *
 * @returns undefined for a short brief
 */
export const renderBriefDetails = (brief: Brief, posting: BriefPosting = {}): Message | undefined => {
  if (isShortBrief(brief, posting)) return undefined;
  const title = `Behind the brief of ${weekdayNear(brief.day.date, brief.day.date)}`;
  const table = oddsTable(brief.fed.fed, brief.day.date);
  const groups = [[...dataLines(brief), ...marketLines(brief)], notesInFull(brief)].filter(({ length }) => length > 0);
  const source = [...sourceParts(brief), ...(table ? [ODDS_METHOD] : []), `Answer${NBSP}${brief.id}`];
  const blocks: Block[] = [
    context(escaped(title)),
    ...(table ? [table] : []),
    ...groups.map(lines),
    context(escaped(joinedByDots(source))),
  ];
  const text = [
    sentence(title),
    ...(table ? [rowSentences(table)] : []),
    ...groups.flatMap(lineSentences),
    ...source.map(sentence),
  ].join(' ');
  return { text: screenReaderText(escaped(text)), blocks };
};
