import {
  age,
  change,
  day,
  fitHeading,
  type Line,
  listed,
  type Message,
  RATIO_NAME,
  ratioGiven,
  renderShortAnswer,
  sentence,
  unbroken,
  unsignedChange,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  CHECK,
  closesSource,
  inverseWords,
  liveWords,
  phraseText,
  printedTable,
  ROTATION,
  ratioLevelGiven,
  SYNTHETIC,
} from '../../wording/index.ts';
import type { RatioAnswer } from './answer.ts';

const dayOf = ({ isInferred, on }: { readonly isInferred: boolean; readonly on: Parameters<typeof day>[0] }): string =>
  `${isInferred ? unbroken('about ') : 'on '}${day(on)}`;

/** `the Russell 2000 would have to outperform the S&P 500 by 50.00%`; to a level below it could lag. */
const lead = (percent: number): string => {
  if (percent === 0) return 'no lead is needed: the ratio is there';
  return percent > 0
    ? `the Russell 2000 would have to outperform the S&P 500 by ${unsignedChange(percent)}`
    : `the Russell 2000 could lag the S&P 500 by ${unsignedChange(percent)}`;
};

/** `0.374`: the level that the required outperformance starts from. */
export const startOf = ({ from, isFromLive }: NonNullable<RatioAnswer['needed']>, printed: string): string => {
  if (from === undefined) return printed;
  return isFromLive ? ratioGiven(from) : ratioLevelGiven(from);
};

/** The ratio and its changes, or what a level would take. */
const ratioTitle = ({ reading, needed, live, asOf, question }: RatioAnswer): string => {
  if (reading === undefined) return `Not in the notes by this day: a reading of ${RATIO_NAME}`;
  if (needed !== undefined) {
    return fitHeading(
      `From ${startOf(needed, reading.printed)} to ${ratioLevelGiven(needed.level)} ${lead(needed.lead)}`,
      `To that level ${lead(needed.lead)}`,
    );
  }
  const level = live?.ratio ?? reading.level;
  if (question.inverse || question.had !== undefined) {
    const on = live ? `on ${day(live.on)}` : dayOf(reading);
    return fitHeading(`${inverseWords(level, question.had)} ${on}`, inverseWords(level, question.had));
  }
  if (live) {
    const made = live.provenance.isSynthetic ? `${SYNTHETIC}. ` : '';
    return fitHeading(`${made}${liveWords(live, asOf)}`, `${made}${RATIO_NAME} at ${ratioGiven(live.ratio)}`);
  }
  const { before, changeSince } = reading;
  const since =
    before && changeSince !== undefined ? `, ${change(changeSince)} from ${before.printed} on ${day(before.on)}` : '';
  return fitHeading(
    `${RATIO_NAME} at ${reading.printed} ${dayOf(reading)}${since}`,
    `${RATIO_NAME} at ${reading.printed}`,
  );
};

const neededLine = ({ reading, needed }: RatioAnswer): readonly Line[] => {
  if (reading === undefined || needed === undefined) return [];
  const { level, lead: percent, leadAsRecorded } = needed;
  const sum = `${ratioLevelGiven(level)} ÷ ${startOf(needed, reading.printed)} − 1 = ${change(percent)}`;
  const recorded = leadAsRecorded === undefined ? '' : `; from the record of that day ${change(leadAsRecorded)}`;
  return [{ label: 'Target', words: `${sum}${recorded}` }];
};

const changeLine = ({ reading, recordedChange }: RatioAnswer): readonly Line[] => {
  if (reading?.before === undefined || reading.changeSince === undefined) return [];
  const { before, printed, changeSince } = reading;
  const recorded = recordedChange === undefined ? '' : `; by the record ${change(recordedChange)}`;
  return [
    {
      label: 'Change',
      words: `${printed} ÷ ${before.printed} − 1 = ${change(changeSince)} since ${day(before.on)}${recorded}`,
    },
  ];
};

/** A printed ratio that the record contradicts. */
const flags = ({ rows }: RatioAnswer): readonly Line[] =>
  rows.flatMap(({ figure, finding, on }) =>
    finding?.verdict === 'disagrees'
      ? [
          {
            label: 'Flag',
            words: `${figure.printed} for ${day(on)} is wrong. Record: ${sentence(phraseText(finding.record))}`,
          } as const,
        ]
      : [],
  );

const marketLine = ({ reading, live, needed, asOf, question }: RatioAnswer): readonly Line[] => {
  // the header has it already, unless it says what a level would take, or the other way up
  const isElse = needed !== undefined || question.inverse || question.had !== undefined;
  if (live) return isElse ? [{ label: 'Market', words: liveWords(live, asOf) }] : [];
  if (reading === undefined) return [];
  const old = reading.monthsOld === 0 ? 'of this month' : age(reading.monthsOld);
  return [{ label: 'Market', words: `The newest reading is ${old}; later closes are not in the data` }];
};

const basisLine = ({ reading, live }: RatioAnswer): readonly Line[] => {
  const level = live?.ratio ?? reading?.level;
  return level === undefined
    ? []
    : [
        {
          label: 'Basis',
          words: `Price indexes, dividends left out; the other way up ${ratioLevelGiven(Number((1 / level).toFixed(3)))}`,
        },
      ];
};

const offers = ({ reading, needed, rows, live }: RatioAnswer): readonly Offer[] => {
  const level = rows.map(({ recorded }) => recorded).find((value) => value !== undefined);
  const numbers = [...new Set(rows.map(({ claim }) => claim.note.number))];
  const goals =
    reading === undefined ? [] : [...new Set([0.6, ...(level === undefined ? [] : [Number(level.toFixed(3))])])];
  return [
    ...(live ? [ROTATION] : []),
    ...goals
      .filter((to) => to !== needed?.level)
      .map((to): Offer => ({ label: `To reach ${ratioLevelGiven(to)}`, question: { kind: 'ratio', to } })),
    ...numbers.slice(0, 1).map((note): Offer => ({ label: `Check note ${note}`, question: { kind: 'check', note } })),
    ...(numbers.length === 0 ? [CHECK] : []),
  ];
};

/** Russell 2000 ÷ S&P 500 as printed and as recorded, how it changed, and what a level would take. */
export const renderRatio = (answer: RatioAnswer): Message => {
  const numbers = [...new Set(answer.rows.map(({ claim }) => claim.note.number))];
  const records = [...new Set(answer.rows.flatMap(({ finding }) => finding?.sources ?? []))];
  return renderShortAnswer({
    heading: ratioTitle(answer),
    table: printedTable(answer),
    lines: [
      ...neededLine(answer),
      ...changeLine(answer),
      ...flags(answer),
      ...marketLine(answer),
      ...basisLine(answer),
    ],
    offers: offers(answer),
    source: [
      ...(answer.live ? closesSource(answer.live, answer.live.isProvisional) : []),
      ...(numbers.length > 0
        ? [`As printed in ${numbers.length === 1 ? 'note' : 'notes'} ${listed(numbers)}`]
        : ['The five notes']),
      ...(records.length > 0 ? [`Record: ${listed(records)}`] : []),
    ],
    id: answer.id,
  });
};
