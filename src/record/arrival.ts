import { type Claim, type Figure, isTeamNote, type Library } from '../notes/index.ts';
import type { ArrivedStatement } from './check.ts';
import { conflict, labelled, type Printed } from './checks/arrival-beside.ts';
import { levelOrRatio, returnOf } from './checks/arrival-closes.ts';
import { fedMove, targetRange } from './checks/arrival-fed.ts';
import { looksAhead } from './checks/arrival-words.ts';
import { discountOf } from './checks/published-figures.ts';
import type { RecordFacts } from './closes.ts';
import { type Conflict, type Finding, isFlagged, isLastDigit, roundsTo, VERDICTS } from './finding.ts';
import { givenValue, percentValue, phrase } from './phrase.ts';

/** What can be checked of a note that a team adds, from its sentences and figures alone. */

const LONGEST_SUBJECT = 60;
const cut = (words: string): string =>
  words.length <= LONGEST_SUBJECT ? words : `${words.slice(0, LONGEST_SUBJECT - 1).replace(/\s+\S*$/, '')}…`;

const findingOf = ({ id, note }: Claim, judged: ArrivedStatement): Finding => {
  const { name, figures = [], subject, said, verdict, record, flag, recomputed = [], sources = [] } = judged;
  return {
    ...{ id: `${id}-${name}`, note: note.id, claims: [id], figures: figures.map((figure) => figure.id) },
    ...{ subject: cut(subject), verdict, said, record, recomputed, sources },
    ...(isFlagged({ verdict }) && flag && { flag }),
  };
};

const MULTIPLE = /\b(\d{1,3}(?:\.\d+)?)\s?(?:x|×|times)(?![\p{L}\d])(?! (?:as|more|less|larger|higher|the))/giu;

/** Those that its figures have, or all that the sentence prints. */
const multiplesIn = ({ paraphrase, figures }: Claim): readonly number[] => {
  const given = figures.filter(({ unit }) => unit === '×').map(({ value }) => value);
  return given.length === 2 ? given : [...paraphrase.matchAll(MULTIPLE)].map(([, number]) => Number(number));
};

const discount = (claim: Claim): readonly ArrivedStatement[] => {
  const { paraphrase, figures } = claim;
  const multiples = multiplesIn(claim);
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
const ownSum = ({ paraphrase, figures }: Claim): readonly ArrivedStatement[] => {
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

const unchecked = (claim: Claim, figure: Figure, at: number): ArrivedStatement => {
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
): readonly ArrivedStatement[] => {
  const whole = [...fedMove(claim), ...targetRange(claim), ...discount(claim), ...ownSum(claim)];
  const covered = new Set(whole.flatMap(({ figures = [] }) => figures.map(({ id }) => id)));
  const hasFed = whole.some(({ name }) => name === 'fed' || name === 'range');
  return [
    ...whole,
    ...claim.figures.flatMap((figure, at): readonly ArrivedStatement[] => {
      if (covered.has(figure.id) || figure.unit === 'months' || (hasFed && /^(?:bp|%)$/.test(figure.unit))) return [];
      const measured = levelOrRatio(claim, figure, at + 1, facts) ?? returnOf(claim, figure, at + 1, facts);
      return [measured ?? conflict(claim, figure, at + 1, labels) ?? unchecked(claim, figure, at + 1)];
    }),
  ];
};

type Judgement = readonly [claim: Claim, judged: ArrivedStatement];
const judged = new WeakMap<Library, WeakMap<RecordFacts, readonly Judgement[]>>();

const judgementsOf = (library: Library, facts: RecordFacts): readonly Judgement[] => {
  const byFacts = judged.get(library) ?? new WeakMap<RecordFacts, readonly Judgement[]>();
  const before = byFacts.get(facts);
  if (before) return before;
  if (!library.notes.some(({ id }) => isTeamNote(id))) return [];
  const labels = known.get(library) ?? labelled(library);
  known.set(library, labels);
  const all = library.claims.flatMap((claim) =>
    isTeamNote(claim.note.id) ? judgedIn(claim, labels, facts).map((one): Judgement => [claim, one]) : [],
  );
  judged.set(library, byFacts.set(facts, all));
  return all;
};

/** What the record, a note's own numbers and other notes say of the notes that a team added. */
export const arrivalFindings = (library: Library, facts: RecordFacts): readonly Finding[] =>
  judgementsOf(library, facts).map(([claim, one]) => findingOf(claim, one));

/** The same of one of them alone. @param note its id */
export const findingsOnArrival = (library: Library, facts: RecordFacts, note: string): readonly Finding[] => {
  const own = library.claims.filter((claim) => claim.note.id === note);
  const labels = labelled(library);
  return own
    .flatMap((claim) => judgedIn(claim, labels, facts).map((one) => findingOf(claim, one)))
    .sort((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
};

const MOST_CONFLICTS = 40;

/** Where a note that a team added has one figure and another note has another; of the newest note first. */
export const arrivalConflicts = (library: Library, facts: RecordFacts): readonly Conflict[] => {
  const pairs = new Set<string>();
  const newest = [...judgementsOf(library, facts)].sort(([one], [two]) => two.note.date.localeCompare(one.note.date));
  return newest
    .flatMap(([claim, { name, subject, figures, other }]): readonly Conflict[] => {
      const figure = figures?.[0];
      if (figure === undefined || other === undefined) return [];
      // what a firm has printed again and again is told once
      const pair = [`${claim.voice} ${figure.value}`, `${other.claim.voice} ${other.figure.value}`].sort().join();
      if (pairs.has(pair)) return [];
      pairs.add(pair);
      return [
        {
          ...{ id: `conflict-${claim.id}-${name}`, subject: cut(subject) },
          sides: [
            { claims: [claim.id], says: phrase`${givenValue(figure)}` },
            { claims: [other.claim.id], says: phrase`${givenValue(other.figure)}` },
          ],
          why: phrase`No free record of it is at hand; dates, and what is counted, may differ.`,
        },
      ];
    })
    .slice(0, MOST_CONFLICTS);
};
