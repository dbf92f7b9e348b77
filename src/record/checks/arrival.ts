import { dateBack } from '../../calendar/index.ts';
import { decisionsBetween, FED_SOURCE, targetRangeOn } from '../../fed/index.ts';
import { type Claim, type Figure, isTeamNote, type Library } from '../../notes/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { marketOn, type RecordFacts } from '../closes.ts';
import { type Finding, isFlagged, isLastDigit, type RecordFigure, roundsTo, type Verdict } from '../finding.ts';
import {
  bpValue,
  changeValue,
  dayValue,
  givenValue,
  levelValue,
  type Phrase,
  percentValue,
  phrase,
  rangeValue,
  ratioValue,
} from '../phrase.ts';
import { fedMoveIn, indexNear, isHedged, looksAhead, sessionOf, timesIn } from './arrival-words.ts';
import { discountOf } from './valuation.ts';

/** What can be checked of a note that a team adds, from its sentences and figures alone. */

/** One statement of a claim, judged. */
interface Judged {
  /** Tells it from the others of its claim. */
  readonly name: string;
  readonly figures?: readonly Figure[];
  readonly subject: string;
  readonly said: Phrase;
  readonly verdict: Verdict;
  readonly record: Phrase;
  readonly flag?: Phrase;
  readonly recomputed?: readonly RecordFigure[];
  readonly sources?: readonly string[];
}

const LONGEST_SUBJECT = 60;
const cut = (words: string): string =>
  words.length <= LONGEST_SUBJECT ? words : `${words.slice(0, LONGEST_SUBJECT - 1).replace(/\s+\S*$/, '')}…`;

const findingOf = ({ id, note }: Claim, judged: Judged): Finding => {
  const { name, figures = [], subject, said, verdict, record, flag, recomputed = [], sources = [] } = judged;
  return {
    ...{ id: `${id}-${name}`, note: note.id, claims: [id], figures: figures.map((figure) => figure.id) },
    ...{ subject: cut(subject), verdict, said, record, recomputed, sources },
    ...(isFlagged({ verdict }) && flag && { flag }),
  };
};

const WAYS = { '-1': 'a cut', '0': 'a hold', '1': 'a hike' } as const;

const fedMove = ({ paraphrase, note }: Claim): readonly Judged[] => {
  const move = fedMoveIn(paraphrase);
  const [when] = timesIn(paraphrase, note.date);
  if (move === undefined || when === undefined || when.first > note.date || looksAhead(paraphrase)) return [];
  const { way, bps, isSum } = move;
  const told = { name: 'fed', subject: `Fed, ${when.words.replace(/^(?:in|of|during|last|this|since) /i, '')}` };
  const size: Phrase = bps === undefined ? [WAYS[`${way}`]] : [`${WAYS[`${way}`]} of `, bpValue(bps)];
  const said: Phrase = [...size, ` in ${told.subject.slice(5)}`];
  const made = decisionsBetween(when.first, when.last).filter(({ change }) => change !== 0);
  const sources = [FED_SOURCE.name];
  const moves: Phrase = made.flatMap(({ change, on }, at) => [
    at === 0 ? (change < 0 ? 'a cut of ' : 'a hike of ') : change < 0 ? ', a cut of ' : ', a hike of ',
    bpValue(Math.abs(change)),
    ' on ',
    dayValue(on),
  ]);
  const held: Phrase = ((): Phrase => {
    const range = targetRangeOn(when.last);
    return range.kind === 'range' ? phrase`held at ${rangeValue(range)}` : ['no move'];
  })();
  const sum = made
    .filter(({ change }) => Math.sign(change) === way)
    .reduce((all, { change }) => all + Math.abs(change), 0);
  const isRight =
    way === 0
      ? made.length === 0
      : isSum
        ? sum === bps
        : made.some(({ change }) => Math.sign(change) === way && (bps === undefined || Math.abs(change) === bps));
  const [first] = made;
  const flag: Phrase = first
    ? phrase`record: ${bpValue(Math.abs(first.change))} on ${dayValue(first.on)}`
    : ['record: held'];
  const record: Phrase = [...(made.length > 0 ? moves : held), '.'];
  return [{ ...told, said, verdict: isRight ? 'agrees' : 'disagrees', record, flag, sources }];
};

const RANGE = /(\d{1,2}(?:\.\d+)?)\s*%?\s*(?:to|–|-|and)\s*(\d{1,2}(?:\.\d+)?)\s*(?:%|per ?cent)/i;

const targetRange = ({ paraphrase, note }: Claim): readonly Judged[] => {
  const found = /\b(?:target|range|funds rate|policy rate)\b/i.test(paraphrase) ? RANGE.exec(paraphrase) : null;
  if (found === null || looksAhead(paraphrase)) return [];
  const [when] = timesIn(paraphrase, note.date);
  const on = when?.last ?? note.date;
  const held = targetRangeOn(on > note.date ? note.date : on);
  if (held.kind !== 'range') return [];
  const [lower, upper] = [Number(found[1]), Number(found[2])];
  const isRight = held.lower === lower && held.upper === upper;
  return [
    {
      ...{ name: 'range', subject: 'Fed’s target range', said: phrase`${rangeValue({ lower, upper })}` },
      verdict: isRight ? 'agrees' : 'disagrees',
      record: phrase`${rangeValue(held)} on ${dayValue(on)}.`,
      flag: phrase`record: ${rangeValue(held)}`,
      sources: [FED_SOURCE.name],
    },
  ];
};

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

const noClose = (on: IsoDate): Pick<Judged, 'verdict' | 'record'> => ({
  verdict: 'cannot be checked',
  record: phrase`no close of ${dayValue(on)} is at hand to hold it against.`,
});

const levelOrRatio = (claim: Claim, figure: Figure, at: number, facts: RecordFacts): Judged | undefined => {
  const { unit, asOf, printed } = figure;
  if ((unit !== 'index points' && unit !== 'ratio') || asOf === undefined) return undefined;
  const index = indexNear(claim.paraphrase, placeOf(claim.paraphrase, figure));
  const on = sessionOf(isoDate(asOf));
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

const returnOf = (claim: Claim, figure: Figure, at: number, facts: RecordFacts): Judged | undefined => {
  const { paraphrase, note } = claim;
  if (figure.unit !== '%' || !MOVED.test(paraphrase) || looksAhead(paraphrase)) return undefined;
  const index = indexNear(paraphrase, placeOf(paraphrase, figure));
  const span = index && spanOf(paraphrase, note.date);
  const [from, to] = (span ?? []).map(sessionOf);
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

const discount = ({ paraphrase, figures }: Claim): readonly Judged[] => {
  const multiples = figures.filter(({ unit }) => unit === '×').map(({ value }) => value);
  const share = figures.find(({ unit }) => unit === '%');
  const [one, other] = multiples;
  if (
    !share ||
    !one ||
    !other ||
    multiples.length !== 2 ||
    !/\b(?:discount|premium|cheaper|below|dearer)\b/i.test(paraphrase)
  )
    return [];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const implied = /premium|dearer/i.test(paraphrase) ? (high / low - 1) * 100 : discountOf(low, high);
  const isNear = Math.abs(implied - share.value) <= 1;
  return [
    {
      ...{ name: 'discount', figures, subject: 'Discount of its own multiples', said: phrase`${givenValue(share)}` },
      verdict: roundsTo(implied, share.value)
        ? 'agrees'
        : isLastDigit(implied, share.value) || isNear
          ? 'rounding'
          : 'disagrees',
      record: phrase`its ${givenValue({ value: low, unit: '×' })} and ${givenValue({ value: high, unit: '×' })} make it ${percentValue(implied)}.`,
      flag: phrase`its own multiples: ${percentValue(implied)}`,
    },
  ];
};

const NUMBER = String.raw`\$?(\d[\d,]*(?:\.\d+)?)\s*(?:[x×%]|bn|tn|m|times|points|billion|trillion|million)?`;
const FROM_TO = new RegExp(String.raw`\bfrom ${NUMBER} to ${NUMBER}`, 'i');
const BY = /(\d+(?:\.\d+)?)\s?(?:%|per ?cent)/gi;

/** `from 2,000 to 2,200, a gain of 12%`: the sum that the sentence itself gives. */
const ownSum = ({ paraphrase, figures }: Claim): readonly Judged[] => {
  const found = FROM_TO.exec(paraphrase);
  if (found === null || /from \d{4} to \d{4}\b(?!,)/.test(found[0])) return [];
  const [from, to] = [found[1], found[2]].map((text = '') => Number(text.replaceAll(',', '')));
  const rest = paraphrase.slice(found.index + found[0].length);
  const [by] = [...rest.matchAll(BY)].map(([, text]) => Number(text));
  if (!from || !to || by === undefined) return [];
  const change = Math.abs((to / from - 1) * 100);
  const share = figures.filter(({ unit, value }) => unit === '%' && Math.abs(value) === by);
  const isNear = Math.abs(change - by) <= Math.max(0.5, by / 50);
  return [
    {
      ...{
        name: 'sum',
        figures: share,
        subject: 'A change that the note works out',
        said: phrase`${givenValue({ value: by, unit: '%' })}`,
      },
      verdict: roundsTo(change, by) ? 'agrees' : isNear ? 'rounding' : 'disagrees',
      record: phrase`its own two numbers make it ${percentValue(change)}.`,
      flag: phrase`its own numbers: ${percentValue(change)}`,
    },
  ];
};

const SMALL = new Set(
  'the a an of in on to and or for with at by from is are was were that this its their as per than about roughly around nearly almost more less'.split(
    ' ',
  ),
);
/** A company of the worked example stands for its index. */
const SAME_THING: readonly (readonly [name: RegExp, word: string])[] = [
  [/\bsmallcap industries\b|\brussell(?: 2000)?\b|\bsmall(?:er)?[- ](?:caps?|firms?|companies)\b/g, 'smallcap'],
  [/\blargecap corporation\b|s&p(?: 500)?|\blarge[- ]caps?\b/g, 'largecap'],
];
const named = (text: string): string =>
  SAME_THING.reduce((words, [name, word]) => words.replace(name, word), text.toLowerCase());

const wordsOf = (text: string): readonly string[] =>
  (named(text).match(/[\p{L}\p{N}&]+/gu) ?? [])
    .filter((word) => word.length > 1 && !SMALL.has(word))
    .map((word) => word.replace(/(?:s|ing)$/, ''));

interface Printed {
  readonly claim: Claim;
  readonly figure: Figure;
  readonly words: readonly string[];
}

/** Every figure of a library by the words of its label. */
const labelled = ({ claims }: Library): ReadonlyMap<string, readonly Printed[]> => {
  const index = new Map<string, Printed[]>();
  for (const claim of claims) {
    for (const figure of claim.figures) {
      const one: Printed = { claim, figure, words: [...new Set(wordsOf(figure.label))] };
      for (const word of one.words) {
        const some = index.get(word);
        if (some === undefined) index.set(word, [one]);
        else some.push(one);
      }
    }
  }
  return index;
};

const LEAST_SHARED = 3;
const SAME_LABEL = 0.75;
/** Apart by more than this, two figures of one thing are at odds; percent of the larger. */
const AT_ODDS = 5;
/** A word that so many labels have tells nothing apart. */
const MOST_LABELLED = 200;

const otherFigure = (
  claim: Claim,
  figure: Figure,
  labels: ReadonlyMap<string, readonly Printed[]>,
): Printed | undefined => {
  const own = new Set(wordsOf(`${figure.label} ${claim.paraphrase}`));
  const near = new Set(
    [...own].flatMap((word) => {
      const some = labels.get(word) ?? [];
      return some.length <= MOST_LABELLED ? some : [];
    }),
  );
  const same = [...near].filter(({ claim: other, figure: theirs, words }) => {
    const shared = words.filter((word) => own.has(word)).length;
    return (
      other.note.id !== claim.note.id &&
      theirs.unit === figure.unit &&
      shared >= LEAST_SHARED &&
      shared / words.length >= SAME_LABEL
    );
  });
  const isAtOdds = ({ figure: theirs }: Printed): boolean =>
    (Math.abs(theirs.value - figure.value) / Math.max(Math.abs(theirs.value), Math.abs(figure.value), 1e-9)) * 100 >
    AT_ODDS;
  return same.filter(isAtOdds).sort((one, other) => other.claim.note.date.localeCompare(one.claim.note.date))[0];
};

const conflict = (
  claim: Claim,
  figure: Figure,
  at: number,
  labels: ReadonlyMap<string, readonly Printed[]>,
): Judged | undefined => {
  const other = otherFigure(claim, figure, labels);
  if (other === undefined) return undefined;
  const { number, date } = other.claim.note;
  return {
    ...{ name: `beside-${at}`, figures: [figure], subject: figure.label, said: phrase`${givenValue(figure)}` },
    verdict: 'conflicts',
    record: [`note ${number} has `, givenValue(other.figure), ' (', dayValue(date), ').'],
    flag: [`note ${number}: `, givenValue(other.figure)],
  };
};

const unchecked = (claim: Claim, figure: Figure, at: number): Judged => {
  const why = looksAhead(claim.paraphrase)
    ? 'a forecast: its time is not up.'
    : figure.unit === 'index points' && figure.asOf === undefined
      ? 'it names no day to hold it against.'
      : 'no free record of it is at hand.';
  return {
    ...{ name: `open-${at}`, figures: [figure], subject: figure.label, said: phrase`${givenValue(figure)}` },
    ...{ verdict: 'cannot be checked', record: [why] },
  };
};

const known = new WeakMap<Library, ReadonlyMap<string, readonly Printed[]>>();

/** Everything that can be said of one claim. */
const judgedIn = (
  claim: Claim,
  labels: ReadonlyMap<string, readonly Printed[]>,
  facts: RecordFacts,
): readonly Judged[] => {
  const whole = [...fedMove(claim), ...targetRange(claim), ...discount(claim), ...ownSum(claim)];
  const covered = new Set(whole.flatMap(({ figures = [] }) => figures.map(({ id }) => id)));
  const hasFed = whole.some(({ name }) => name === 'fed' || name === 'range');
  return [
    ...whole,
    ...claim.figures.flatMap((figure, at): readonly Judged[] => {
      if (covered.has(figure.id) || figure.unit === 'months' || (hasFed && /^(?:bp|%)$/.test(figure.unit))) return [];
      const measured = levelOrRatio(claim, figure, at + 1, facts) ?? returnOf(claim, figure, at + 1, facts);
      return [measured ?? conflict(claim, figure, at + 1, labels) ?? unchecked(claim, figure, at + 1)];
    }),
  ];
};

/** What the record, a note's own numbers and other notes say of the notes that a team added. */
export const arrivalFindings = (library: Library, facts: RecordFacts): readonly Finding[] => {
  if (!library.notes.some(({ id }) => isTeamNote(id))) return [];
  const labels = known.get(library) ?? labelled(library);
  known.set(library, labels);
  return library.claims.flatMap((claim) =>
    isTeamNote(claim.note.id) ? judgedIn(claim, labels, facts).map((one) => findingOf(claim, one)) : [],
  );
};
