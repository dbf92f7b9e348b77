import type { ClosesStamp, DatedReading, Fed, LiveReading, NoData, RatioRow } from '../facts/index.ts';
import {
  age,
  type Cell,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  day,
  dayNear,
  listed,
  numberCell,
  plural,
  RATIO_NAME,
  ratioGiven,
  unbroken,
} from '../message/index.ts';
import { noteNumberOf } from '../notes/index.ts';
import type { IsoDate } from '../units.ts';

/** What is said of closes and prices wherever they are shown: whose, of which day, how old, and whether anybody confirms them. */

const sessions = (count: number): string => `${plural(count, 'session')} old`;

/** `3 sessions old`; nothing where the newest close is the newest there is. */
export const ageOf = ({ freshness }: Pick<ClosesStamp, 'freshness'>): string | undefined =>
  freshness.kind === 'behind' ? sessions(freshness.sessions) : undefined;

/** Closes a session behind may still arrive; from here on they are old, and the header says so. */
const STALE_FROM = 2;

/** True of closes that are two sessions old or more. */
export const isStale = ({ freshness }: Pick<ClosesStamp, 'freshness'>): boolean =>
  freshness.kind === 'behind' && freshness.sessions >= STALE_FROM;

/** Begins every message with made-up numbers. */
export const SYNTHETIC = 'Synthetic data';

/** As many as can be taken in. */
const MOST_TOLD = 3;

const told = (label: string, words: readonly string[]): readonly string[] => {
  if (words.length === 0) return [];
  const more = words.length > MOST_TOLD ? `; and ${words.length - MOST_TOLD} more` : '';
  return [`${label}: ${words.slice(0, MOST_TOLD).join('; ')}${more}`];
};

/** True of closes that may not be what they are taken for. */
export const isInDoubt = ({ provenance }: Pick<ClosesStamp, 'provenance'>): boolean => provenance.doubts !== undefined;

/** `Closes 18 Sep 2026, Yahoo`, and what is to be known of them. */
export const closesSource = (stamp: ClosesStamp, isProvisional = false): readonly string[] => {
  const { on, provenance } = stamp;
  const { provider, isCached, isFallback, firstEnds, isSynthetic, check, notice, remarks, doubts = [] } = provenance;
  if (isSynthetic) return [`${SYNTHETIC}: made-up closes to ${day(on)}, no market's`];
  const said = [
    `Closes ${day(on)}, ${provider}`,
    ...(isFallback
      ? [firstEnds === undefined ? 'the first source did not answer' : `the first source ends on ${day(firstEnds)}`]
      : []),
    ...(isCached ? ['kept from an earlier load'] : []),
    ...(ageOf(stamp) ? [ageOf(stamp)] : []),
  ].join(', ');
  return [
    said,
    ...(isProvisional && check.kind === 'provisional' ? [`Provisional: ${check.words}`] : []),
    ...told('In doubt', doubts),
    ...told('Rows', remarks),
    ...(notice === undefined ? [] : [notice]),
  ];
};

/** `Russell 2000 ÷ S&P 500 at 0.374 on 18 Sep, −4.71% in a month`. */
export const liveWords = (live: LiveReading, today: LiveReading['on']): string => {
  const { ratio, on, isProvisional, month, provenance } = live;
  const made = provenance.isSynthetic ? ' (synthetic)' : '';
  const provisional = isInDoubt(live) ? ' (in doubt)' : isProvisional ? ' (provisional)' : '';
  const old = isStale(live) ? `, ${ageOf(live)}` : '';
  const moved = month === undefined ? '' : `, ${change(month)} in a month`;
  return `${RATIO_NAME} at ${ratioGiven(ratio)}${provisional}${made} on ${dayNear(on, today)}${moved}${old}`;
};

/** Why there are no closes or prices, in a sentence without its full stop. */
export const noDataWords = (what: 'live prices' | 'futures prices', why: NoData): string => {
  switch (why.kind) {
    case 'off':
      return `No ${what} are connected`;
    case 'loading':
      return `The ${what} are still being loaded: ask again in a moment`;
    case 'unavailable':
      return `No provider of ${what} answered: ${why.words.join('; ')}`;
  }
};

/** `Futures 18 Sep 2026, Yahoo`. */
export const futuresSource = ({ odds }: Fed): readonly string[] => {
  if (odds.kind !== 'path') return [];
  return [
    odds.isSynthetic
      ? `${SYNTHETIC}: made-up futures prices of ${day(odds.asOf)}`
      : `Futures ${day(odds.asOf)}, ${odds.source}`,
  ];
};

/** `Fed range: Federal Reserve, 16 Sep 2026`. */
export const fedSource = ({ range, source }: Fed): readonly string[] => {
  if (range.kind === 'before-first') return [];
  if (source.isSynthetic) return [`${SYNTHETIC}: made-up target range`];
  return [`Range: ${source.name}${range.last ? `, ${day(range.last.on)}` : ''}`];
};

/** The ratio at its newest close; without closes, the newest that a note prints, with its day and its age. */
export const marketWords = ({
  reading,
  live,
  asOf,
}: {
  readonly reading?: DatedReading | undefined;
  readonly live?: LiveReading | undefined;
  readonly asOf: IsoDate;
}): string => {
  if (live) return liveWords(live, asOf);
  if (!reading) return 'No reading of Russell 2000 ÷ S&P 500 in the notes by this day';
  const { printed, on, isInferred, note, monthsOld } = reading;
  const old = monthsOld === 0 ? '' : `, ${age(monthsOld)}`;
  return `${RATIO_NAME} at ${printed} ${isInferred ? 'about' : 'on'} ${day(on)} (${unbroken(`note ${noteNumberOf(note)}`)})${old}`;
};

/** A level of the ratio as the question gives it, with its own decimals. */
export const ratioLevelGiven = (level: number): string => String(Number(level.toFixed(6)));

const INVERSE_NAME = `${unbroken('S&P 500')} ÷ ${unbroken('Russell 2000')}`;
/** A number of two or three digits is the ratio's where it is as near as that. */
const NEAR = 0.02;

/** `S&P 500 ÷ Russell 2000 is 1 ÷ 0.374 = 2.674`: the ratio the other way up, and which of the two a number is that somebody has. */
export const inverseWords = (ratio: number, had?: number): string => {
  const inverse = 1 / ratio;
  const sum = `1 ÷ ${ratioGiven(ratio)} = ${ratioGiven(inverse)}`;
  const isNear = (level: number): boolean => had !== undefined && Math.abs(had / level - 1) < NEAR;
  if (had === undefined) return `${INVERSE_NAME} is ${sum}`;
  const given = ratioLevelGiven(had);
  if (isNear(inverse)) return `${given} is the other way up: ${INVERSE_NAME} is ${sum}`;
  return isNear(ratio)
    ? `${given} is ${RATIO_NAME}, ${ratioGiven(ratio)}; the other way up ${sum}`
    : `${given} is neither: ${RATIO_NAME} is ${ratioGiven(ratio)}, the other way up ${sum}`;
};

/** Each day with what the note prints and what the record has; no record, no number. */
export const printedTable = ({ rows }: { readonly rows: readonly RatioRow[] }): DataTableBlock | undefined => {
  if (rows.length === 0) return undefined;
  const notes = listed([...new Set(rows.map(({ claim }) => claim.note.number))]);
  const recorded = (value: number | undefined): Cell =>
    value === undefined ? cell('not at hand') : numberCell(value, ratioGiven(value));
  return dataTable(
    'Russell 2000 over S&P 500, as printed and as recorded',
    ['Day', `Note ${notes}`, 'Record'],
    rows.map(({ figure, on, recorded: value }) => [
      cell(day(on)),
      numberCell(figure.value, figure.printed),
      recorded(value),
    ]),
  );
};
