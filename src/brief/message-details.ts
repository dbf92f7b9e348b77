import {
  type Block,
  context,
  escaped,
  type Line,
  lineSentences,
  lines,
  type Message,
  NBSP,
  sentence,
  spoken,
  tableWords,
} from '../message/index.ts';
import { ODDS_METHOD, oddsTable } from '../topics/fed/message.ts';
import { placeLines } from '../topics/rotation/message-title.ts';
import { findingLines, locatedCitation, noDataWords } from '../wording/index.ts';
import type { Brief } from './brief.ts';
import { isShortBrief } from './message.ts';
import { type BriefPosting, joinedByDots, sourceParts } from './message-frame.ts';
import { moveLines } from './message-lines.ts';
import { weekdayNear } from './message-timing.ts';

/** What the first screen has no room for: the sizes above 50 bp. */
const LARGER_FROM = 2;

/** Why there are no closes or prices, as the providers' side told it; and what keeps a close from being confirmed. */
const dataLines = ({ closes, fed: { fed } }: Brief): readonly Line[] => {
  const { odds } = fed;
  const check = closes.kind === 'closes' && closes.measured.isProvisional && closes.measured.stamp.provenance.check;
  return [
    ...(closes.kind === 'no-closes' && closes.why.kind === 'unavailable'
      ? [{ label: 'Market', words: noDataWords('live prices', closes.why) } as const]
      : []),
    ...(check && check.kind === 'provisional'
      ? [{ label: 'Market', words: `Provisional: ${check.words}` } as const]
      : []),
    ...(odds.kind === 'none' && odds.why.kind === 'unavailable'
      ? [{ label: 'Fed', words: noDataWords('futures prices', odds.why) } as const]
      : []),
  ];
};

/** What was said in full, and what the record says against a note with what follows from it. */
const notesLines = ({ opposingViews, flag }: Brief): readonly Line[] => [
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
 * For the thread of a brief: odds by meeting, where the ratio stands, larger moves, the views in full and what a flag means.
 *
 * @returns undefined for a brief in its short form, of which there is no more to say
 */
export const renderBriefDetails = (brief: Brief, around: BriefPosting = {}): Message | undefined => {
  if (isShortBrief(brief, around)) return undefined;
  const title = `Behind the brief of ${weekdayNear(brief.day.date, brief.day.date)}`;
  const table = oddsTable(brief.fed);
  const groups = [[...dataLines(brief), ...marketLines(brief)], notesLines(brief)].filter(({ length }) => length > 0);
  const source = [...sourceParts(brief), ...(table ? [ODDS_METHOD] : []), `Answer${NBSP}${brief.id}`];
  const blocks: Block[] = [
    context(escaped(title)),
    ...(table ? [table] : []),
    ...groups.map(lines),
    context(escaped(joinedByDots(source))),
  ];
  const text = [
    sentence(title),
    ...(table ? [tableWords(table)] : []),
    ...groups.flatMap(lineSentences),
    ...source.map(sentence),
  ].join(' ');
  return { text: spoken(escaped(text)), blocks };
};
