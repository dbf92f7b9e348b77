import {
  lexiconOf,
  type Matches,
  madeOnce,
  marksOf,
  matcherOf,
  type Named,
  numbersIn,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  type Slot,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { type Library, NOTE_TOPICS, type NoteTopic, notesBy, STANCES, type Stance } from '../../notes/index.ts';
import { HORIZONS, type Horizon, NEEDS, type Need } from './question.ts';
import { leftOutIn } from './read-left.ts';
import words from './words.json' with { type: 'json' };

/** Words by which views are asked for, and those that stand around them. */
export const VIEW_WORDS = lexiconOf(words.views);

/** What an utterance names that views can be narrowed by. */
export interface Terms {
  readonly utterance: Utterance;
  readonly phrases: Phrases;
  readonly matches: Matches;
  /** How many words it has. */
  readonly length: number;
  readonly who: readonly string[];
  readonly notes: readonly string[];
  readonly stances: readonly Stance[];
  /** Sides, topics and people that are named to be left out. */
  readonly left: {
    readonly stances: readonly Stance[];
    readonly topics: readonly NoteTopic[];
    readonly who: readonly string[];
    readonly notes: readonly string[];
    /** True where words leave out what no name stands behind: `except the young ones`. */
    readonly isUnnamed: boolean;
  };
  /** The same, as a question has it. */
  readonly without: {
    readonly withoutWho: readonly string[];
    readonly withoutTopics: readonly NoteTopic[];
    readonly withoutNotes: readonly string[];
  };
  readonly topics: readonly NoteTopic[];
  /** What views are to need, where a condition is asked for; else what the words name as one. */
  readonly needs?: Need;
  readonly need?: Need;
  readonly horizon?: Horizon;
  /** True where numbers say more than how many notes there are. */
  readonly isNumbered: boolean;
  /** A word of opinion, or a weak one of somebody. */
  readonly isOpinion: boolean;
  /** Moves of a rate, or of an input of the model. */
  readonly hasMoves: boolean;
  readonly uses: readonly Place[];
}

const MOST_VALUES = 6;
/** The Fed as an actor is nobody asked about. */
const FED = 'Federal Reserve';
/** Marks that say nothing against a question of views. */
const BESIDE =
  'views people document company index reference compare only fed move rate more negation correction private'.split(
    ' ',
  );

const within = (inner: Place, outer: Place): boolean => outer.from <= inner.from && inner.to <= outer.to;
/** Each once, and no more than a question takes. */
export const distinct = <Value>(values: readonly Value[]): readonly Value[] =>
  [...new Set(values)].slice(0, MOST_VALUES);
const valuesIn = <Value extends string>(all: readonly Value[], said: readonly { readonly value: string }[]) =>
  distinct(said.flatMap(({ value }) => all.filter((one) => one === value)));

const MONTHS_IN = { minute: 0, hour: 0, day: 1 / 30, week: 1 / 4, month: 1, quarter: 3, year: 12 };
const SMALL_AGAINST = /\bsmall(?:s|er)?(?: ?caps?)? (?:vs?|versus|against|over|or)(?: the)?$/;
const NOT_JUST = /\bnot (?:just|only|merely)(?: the)?$|^(?:(?:no|but|and|just) )*not(?: the)?$/;
/** `calvasina instead of tunkel`, `replace tunkel with calvasina`, `not tunkel, calvasina`: who is not meant beside others. */
const REPLACED = /\b(?:replace|swap|swop|switch|exchange|instead of|rather than|in place of|not)(?: out)?(?: the)?$/;
/** `who doesn't like small caps`. */
const DENIED =
  /\b(?:not|doesnt|dont|isnt|arent|wasnt|didnt|wouldnt|wont|never|no longer|nobody|hardly)(?: (?:really|very|so|too|that|much|actually))?$/;
const TURNED: ReadonlyMap<string, readonly Stance[]> = new Map<string, readonly Stance[]>([
  ['bullish', ['bearish']],
  ['bearish', ['bullish']],
  ['mixed', ['bullish', 'bearish']],
  ['neutral', ['bullish', 'bearish']],
]);

/** Words of months and years as the horizon they come to. */
const horizonOf = (slot: Slot): Horizon | undefined => {
  const length = slot.kind === 'duration' ? slot : slot.kind === 'span' ? slot.back : undefined;
  if (length === undefined) return undefined;
  const months = length.count * MONTHS_IN[length.unit];
  return months < 9 ? 'near term' : months <= 24 ? 'about a year' : 'long term';
};

const NOTE = /^(?:note|piece|article|report|paper|story|post)$/;
const NOTE_OR_ONE = /^(?:note|piece|article|one|report|paper|story|post)$/;

/** The fidelity one, the one by J: a note and no person, where the name is of somebody who wrote or published one. */
const noteOf = ({ words: said }: Utterance, { from, to, value }: Named, library: Library): readonly string[] =>
  NOTE.test(said[to] ?? '') || (said[from - 1] === 'by' && NOTE_OR_ONE.test(said[from - 2] ?? ''))
    ? notesBy([value], library)
    : [];

const termsOf = (utterance: Utterance, library: Library): Terms => {
  const phrases = phrasesOf(utterance, VIEW_WORDS);
  const matches = matcherOf(utterance, phrases);
  const notes = slotsOf(utterance, 'note');
  const isIn = (places: readonly Place[], one: Place): boolean => places.some((other) => within(one, other));
  const said = (one: Place): string => utterance.words.slice(0, one.from).join(' ');
  const people = slotsOf(utterance, 'who').filter((one) => !isIn(notes, one) && one.value !== FED);
  // "ms calvasina" is no bank
  const titles = people.filter(
    ({ from, to }) => to - from === 1 && utterance.words[from] === 'ms' && people.some((one) => one.from === to),
  );
  const leftOut = leftOutIn(utterance, [
    ...people.filter((one) => !titles.includes(one)),
    ...notes,
    ...slotsOf(utterance, 'topic').filter((one) => !isIn([...people, ...notes], one)),
    ...slotsOf(utterance, 'stance'),
  ]);
  const isLeft = (one: Place): boolean => leftOut.names.some(({ from, to }) => from === one.from && to === one.to);
  const meant = people.filter((one) => !titles.includes(one) && !NOT_JUST.test(said(one)));
  const isReplaced = (one: Place): boolean =>
    REPLACED.test(said(one)) && meant.some((other) => !REPLACED.test(said(other)));
  const named = meant.filter((one) => !isLeft(one) && !isReplaced(one));
  const noted = named.map((one) => noteOf(utterance, one, library));
  const who = named.filter((_, at) => noted[at]?.length === 0);
  const leftPeople = meant.filter(isLeft);
  const leftNotes = leftPeople.map((one) => noteOf(utterance, one, library));
  const needs = phrases.of('need');
  // a soft landing that a view needs, and its topics, are the condition itself
  const isCondition =
    phrases.has('condition') &&
    (needs.length > 0 ||
      phrases.of('condition').some(({ from }) => !/^(?:assum|need$)/.test(utterance.words[from] ?? '')));
  const topics = slotsOf(utterance, 'topic').filter(
    (one) =>
      !isIn([...who, ...notes], one) &&
      // "who on record likes small caps"
      !isIn(
        phrases.of('beside').filter(({ from, to }) => to - from > 1),
        one,
      ) &&
      // "small vs mag7" is of small caps
      !SMALL_AGAINST.test(said(one)) &&
      !(isCondition && isIn(needs, one)),
  );
  // "who disagrees with the bulls" is not about the bulls
  // and "not just bears" is of every side
  const stances = slotsOf(utterance, 'stance').filter(
    (one) => !isIn(phrases.of('lean'), one) && !NOT_JUST.test(said(one)),
  );
  const leans = phrases
    .of('lean')
    .flatMap((one) => (DENIED.test(said(one)) ? (TURNED.get(one.value) ?? []) : one.value));
  const sides = valuesIn(
    STANCES,
    stances.filter((one) => !isLeft(one)),
  );
  const leftSides = valuesIn(STANCES, stances.filter(isLeft));
  // "over a year old", "12m window closed"
  const old = phrases.of('expired');
  const settling = [...phrases.of('ofNotes'), ...old];
  const lengths = utterance.slots.filter((slot) => horizonOf(slot) && !old.some((mark) => overlaps(mark, slot)));
  const spans = phrases.of('horizon').filter((one) => !old.some((mark) => overlaps(mark, one)));
  const [horizon] = [...lengths.flatMap((slot) => horizonOf(slot) ?? []), ...valuesIn(HORIZONS, spans)];
  const [need] = valuesIn(NEEDS, needs);
  const ofHorizon = slotsOf(utterance, 'date').filter((date) =>
    phrases.of('horizon').some((mark) => within(date, mark) || within(mark, date)),
  );
  const directions = slotsOf(utterance, 'direction');
  const numbers = numbersIn(utterance);
  const leftTopics = valuesIn(NOTE_TOPICS, topics.filter(isLeft));
  const withoutNotes = distinct([...notes.filter(isLeft).map(({ value }) => value), ...leftNotes.flat()]);
  const isDenied = leftOut.places.some(({ from }) => utterance.words[from] === 'not');
  return {
    utterance,
    phrases,
    matches,
    length: utterance.tokens.filter(({ kind }) => kind !== 'sign').length,
    who: distinct(who.map(({ value }) => value)),
    notes: distinct([...notes.filter((one) => !isLeft(one)).map(({ value }) => value), ...noted.flat()]),
    // "not the bulls": everybody else
    stances:
      sides.length === 0 && leftSides.length > 0
        ? STANCES.filter((one) => !leftSides.includes(one))
        : stances.length > 0
          ? sides
          : distinct(STANCES.filter((one) => leans.includes(one))),
    left: {
      stances: leftSides,
      who: distinct(meant.filter((one) => isLeft(one) || isReplaced(one)).map(({ value }) => value)),
      topics: leftTopics,
      notes: withoutNotes,
      isUnnamed: leftOut.isUnnamed,
    },
    without: {
      withoutWho: distinct(leftPeople.flatMap(({ value }, at) => (leftNotes[at]?.length === 0 ? [value] : []))),
      // "not on tariffs, on earnings"
      withoutTopics: isDenied && topics.some((one) => !isLeft(one)) ? [] : leftTopics,
      withoutNotes,
    },
    topics: valuesIn(
      NOTE_TOPICS,
      topics.filter((one) => !isLeft(one)),
    ),
    ...(isCondition && { needs: need ?? 'anything' }),
    ...(need && { need }),
    ...(horizon && { horizon }),
    isNumbered: numbers.some((one) => !settling.some((mark) => overlaps(mark, one))),
    isOpinion: matches('view:strong,mention') || matches('view:weak somebody:anybody'),
    hasMoves: matches('@move') || directions.some(({ of }) => of === 'rate' || of === 'parameter'),
    uses: [
      // "half a point" is a number, whatever a point is
      ...phrases.all.filter((mark) => settling.includes(mark) || !numbers.some((one) => overlaps(one, mark))),
      ...people,
      ...notes,
      ...utterance.slots.filter(({ kind }) => /^(?:stance|topic|ignored)$/.test(kind)),
      ...lengths,
      ...ofHorizon,
      ...leftOut.places,
      ...marksOf(utterance, ...BESIDE),
      ...directions,
    ],
  };
};

const termsFor = madeOnce((library: Library) => madeOnce((utterance: Utterance) => termsOf(utterance, library)));
/** The terms of views in an utterance. */
export const termsIn = (utterance: Utterance, library: Library): Terms => termsFor(library)(utterance);
