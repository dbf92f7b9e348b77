import { dateBack } from '../../calendar/index.ts';
import type { Claim, Figure } from '../../notes/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { ArrivedStatement } from '../check.ts';
import { marketOn, type RecordFacts } from '../closes.ts';
import { isLastDigit, roundsTo, type Verdict } from '../finding.ts';
import { changeValue, dayValue, givenValue, levelValue, phrase, ratioValue } from '../phrase.ts';
import { indexNear, isHedged, looksAhead, sessionOf, timesIn } from './arrival-words.ts';

/** Levels, ratios and returns that a team's note prints, held against the closes at hand. */

const placeOf = (sentence: string, { printed }: Figure): number => Math.max(0, sentence.indexOf(printed));

/** "around 2,400": within so much of it, percent. */
const HEDGED = 1.5;
const NEAR = 0.5;

const comparedLevel = (value: number, figure: Figure, hedged: boolean): Verdict => {
  const off = Math.abs(value / figure.value - 1) * 100;
  if (roundsTo(value, figure.value) || (hedged && off <= HEDGED)) return 'agrees';
  if (isLastDigit(value, figure.value)) return 'rounding';
  return off <= NEAR ? 'loose' : 'disagrees';
};

const noClose = (on: IsoDate): Pick<ArrivedStatement, 'verdict' | 'record'> => ({
  verdict: 'cannot be checked',
  record: phrase`no close of ${dayValue(on)} is at hand to hold it against.`,
});

/** The day itself where its close is at hand, else its session or the one before. */
const closeDay = (day: IsoDate, { closes }: RecordFacts): IsoDate | undefined =>
  closes('S&P 500', day) ? day : sessionOf(day);

/** A level of an index, or the ratio, on a day. */
export const levelOrRatio = (
  claim: Claim,
  figure: Figure,
  at: number,
  facts: RecordFacts,
): ArrivedStatement | undefined => {
  const { unit, asOf, printed } = figure;
  if ((unit !== 'index points' && unit !== 'ratio') || asOf === undefined) return undefined;
  const index = indexNear(claim.paraphrase, placeOf(claim.paraphrase, figure));
  const on = closeDay(isoDate(asOf), facts);
  if (on === undefined || (unit === 'index points' && index === undefined)) return undefined;
  const told = {
    name: `level-${at}`,
    figures: [figure],
    said: phrase`${givenValue(figure)} on ${dayValue(isoDate(asOf))}`,
  };
  const subject = unit === 'ratio' ? 'Russell ÷ S&P' : `${index}, level`;
  const read = marketOn(facts.closes, [on]);
  if (read.kind !== 'market') return { ...told, subject, ...noClose(on) };
  const value = unit === 'ratio' ? read.market.ratio(on) : read.market.close(index ?? 'Russell 2000', on);
  const verdict = comparedLevel(
    value,
    figure,
    /about|around|near|roughly|almost/i.test(printed) || isHedged(claim.paraphrase, placeOf(claim.paraphrase, figure)),
  );
  const shown = unit === 'ratio' ? ratioValue(value) : levelValue(value);
  return {
    ...{ ...told, subject, verdict },
    record: phrase`${shown} at the close of ${dayValue(on)}.`,
    flag: phrase`record: ${shown} on ${dayValue(on)}`,
    sources: read.market.sources.map(({ name }) => name),
  };
};

/** Dividends, and what a year's end is taken to be, make up so much of a return; percentage points. */
const DIVIDENDS = 2;
const MOVED =
  /\b(?:rose|risen|rise|gain(?:ed|s)?|up|climbed|rallied|returned|return|fell|fallen|fall|lost|loss|down|dropped|declined|slid|shed|beat|outperformed|lagged|trailed|underperformed|ahead|behind)\b/i;
const DOWN = /\b(?:fell|fallen|fall|lost|loss|down|dropped|declined|slid|shed|lagged|trailed|underperformed|behind)\b/i;
const LEAD = /\b(?:beat|outperformed|lagged|trailed|underperformed|ahead of|behind)\b/i;

const spanOf = (sentence: string, written: IsoDate): readonly [from: IsoDate, to: IsoDate] | undefined => {
  const times = timesIn(sentence, written);
  const [one, other] = times;
  if (one && other && /\b(?:from|between)\b/i.test(sentence.slice(0, one.at + 6))) return [one.last, other.last];
  if (one && /\bsince(?: the)?(?: end of)? ?$/i.test(sentence.slice(0, one.at + 6).replace(one.words, '')))
    return [one.last, written];
  if (one && /^since/i.test(one.words)) return [one.first === one.last ? one.first : one.last, written];
  if (/\b(?:year to date|ytd|so far this year|this year)\b/i.test(sentence))
    return [isoDate(`${Number(written.slice(0, 4)) - 1}-12-31`), written];
  if (/\b(?:past|last) (?:12|twelve) months\b|\b(?:past|last) year\b|\bover the year\b/i.test(sentence))
    return [dateBack(written, { count: 1, unit: 'year' }), written];
  if (one && other === undefined && one.first.endsWith('-01-01') && one.last.endsWith('-12-31') && one.last < written)
    return [isoDate(`${Number(one.first.slice(0, 4)) - 1}-12-31`), one.last];
  return undefined;
};

/** A return between two days that the sentence names. */
export const returnOf = (
  claim: Claim,
  figure: Figure,
  at: number,
  facts: RecordFacts,
): ArrivedStatement | undefined => {
  const { paraphrase, note } = claim;
  if (figure.unit !== '%' || !MOVED.test(paraphrase) || looksAhead(paraphrase)) return undefined;
  const index = indexNear(paraphrase, placeOf(paraphrase, figure));
  const span = index && spanOf(paraphrase, note.date);
  const [from, to] = (span ?? []).map((day) => closeDay(day, facts));
  if (index === undefined || from === undefined || to === undefined || from >= to) return undefined;
  const isLead = LEAD.test(paraphrase);
  const told = {
    name: `return-${at}`,
    figures: [figure],
    subject: isLead ? 'Russell against the S&P' : `${index}, return`,
  };
  const said = phrase`${givenValue(figure)} from ${dayValue(from)} to ${dayValue(to)}`;
  const read = marketOn(facts.closes, [from, to]);
  if (read.kind !== 'market') return { ...told, said, ...noClose(read.on) };
  const moved = read.market.change(from, to);
  const change = isLead ? moved.russell - moved.sp : index === 'Russell 2000' ? moved.russell : moved.sp;
  const claimed = DOWN.test(paraphrase) ? -Math.abs(figure.value) : figure.value;
  const off = Math.abs(change - claimed);
  const hedged = isHedged(paraphrase, placeOf(paraphrase, figure));
  const verdict: Verdict =
    roundsTo(change, claimed) || (hedged && off <= Math.max(1, Math.abs(claimed) / 10))
      ? 'agrees'
      : isLastDigit(change, claimed)
        ? 'rounding'
        : off <= DIVIDENDS && Math.sign(change) === Math.sign(claimed)
          ? 'loose'
          : 'disagrees';
  return {
    ...{ ...told, said, verdict },
    record: [changeValue(change), `${isLead ? ' points' : ''} by the closes, price only.`],
    flag: phrase`record: ${changeValue(change)}`,
    sources: read.market.sources.map(({ name }) => name),
  };
};
