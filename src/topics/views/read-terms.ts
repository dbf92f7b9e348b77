import {
  type Mark,
  marksOf,
  numbersIn,
  overlaps,
  type Phrases,
  phrasesOf,
  type Slot,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import type { NoteTopic } from '../../notes/index.ts';
import { type Library, NOTE_TOPICS, STANCES, type Stance } from '../../notes/index.ts';
import type { Horizon, Need, ViewsQuestion } from './question.ts';
import { HORIZONS, NEEDS, ViewsSchema } from './question.ts';
import { VIEW_WORDS } from './read-words.ts';

type Place = Pick<Mark, 'from' | 'to'>;

/** What an utterance names that views can be narrowed by. */
export interface Terms {
  readonly utterance: Utterance;
  readonly phrases: Phrases;
  readonly who: readonly string[];
  readonly notes: readonly string[];
  readonly stances: readonly Stance[];
  readonly topics: readonly NoteTopic[];
  /** What views are to need, where a condition is asked for; else what the words name as one. */
  readonly needs?: Need;
  readonly need?: Need;
  readonly horizon?: Horizon;
  /** Numbers that say more than how many notes there are. */
  readonly numbers: readonly Slot[];
  readonly uses: readonly Place[];
}

const MOST_VALUES = 6;

const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (value: string): value is Value =>
    values.some((one) => one === value);
const isStance = oneOf(STANCES);
const isTopic = oneOf(NOTE_TOPICS);
const isNeed = oneOf(NEEDS);
const isHorizon = oneOf(HORIZONS);

const within = (inner: Place, outer: Place): boolean => outer.from <= inner.from && inner.to <= outer.to;
const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)].slice(0, MOST_VALUES);

const MONTHS_IN = { minute: 0, hour: 0, day: 1 / 30, week: 1 / 4, month: 1, quarter: 3, year: 12 };

/** Words of months and years as the horizon they come to. */
const lengthOf = (slot: Slot): number | undefined => {
  const length = slot.kind === 'duration' ? slot : slot.kind === 'span' ? slot.back : undefined;
  return length && length.count * MONTHS_IN[length.unit];
};
const horizonOf = (months: number): Horizon => (months < 9 ? 'near term' : months <= 24 ? 'about a year' : 'long term');

/** The fidelity one, the one by J: a note and no person, where the name is of somebody who wrote or published one. */
const isOfNote = ({ words }: Utterance, { from, to }: Place): boolean =>
  /^(?:note|piece|article|report|paper|story|post)$/.test(words[to] ?? '') ||
  (words[from - 1] === 'by' && /^(?:note|piece|article|one|report|paper|story|post)$/.test(words[from - 2] ?? ''));

const noteOf = (name: string, { notes }: Library): string | undefined =>
  notes.find(({ author, publisher }) => publisher === name || author.name === name)?.number;

/** Marks that say nothing against a question of views. */
const BESIDE =
  'views people document company index reference compare only fed move rate more negation correction private'.split(
    ' ',
  );

/** The Fed as an actor is nobody asked about. */
const FED = 'Federal Reserve';

export const termsIn = (utterance: Utterance, library: Library): Terms => {
  const phrases = phrasesOf(utterance, VIEW_WORDS);
  const notes = slotsOf(utterance, 'note');
  const left = phrases.of('except');
  const named = slotsOf(utterance, 'who').filter(
    (one) =>
      !notes.some((note) => within(one, note)) &&
      !left.some(({ to }) => one.from >= to && one.from - to <= 1) &&
      one.value !== FED,
  );
  const noted = named.flatMap((one) => (isOfNote(utterance, one) ? [{ one, note: noteOf(one.value, library) }] : []));
  const who = named.filter((one) => !noted.some(({ one: other, note }) => other === one && note !== undefined));
  const needs = phrases.of('need');
  // a soft landing that a view needs, and its topics, are the condition itself
  const isCondition =
    phrases.has('condition') &&
    !(
      needs.length === 0 &&
      phrases.of('condition').every(({ from }) => /^(?:assum|need$)/.test(utterance.words[from] ?? ''))
    );
  const topics = slotsOf(utterance, 'topic').filter(
    (one) =>
      !who.some((other) => within(one, other)) &&
      // "who on record likes small caps"
      !phrases.of('beside').some((mark) => mark.to - mark.from > 1 && within(one, mark)) &&
      !(isCondition && needs.some((need) => within(one, need))),
  );
  const leaning = phrases.of('lean');
  // "who disagrees with the bulls" is not about the bulls
  const stances = slotsOf(utterance, 'stance').filter((one) => !leaning.some((lean) => within(one, lean)));
  const lengths = utterance.slots.flatMap((slot) => {
    const months = lengthOf(slot);
    return months === undefined ? [] : [{ slot, horizon: horizonOf(months) }];
  });
  const said = phrases.of('horizon').map(({ value }) => value);
  const horizon = lengths[0]?.horizon ?? said.find(isHorizon);
  const need = needs.map(({ value }) => value).find(isNeed);
  const leans = leaning.map(({ value }) => value);
  return {
    utterance,
    phrases,
    who: distinct(who.map(({ value }) => value)),
    notes: distinct([...notes.map(({ value }) => value), ...noted.flatMap(({ note }) => note ?? [])]),
    stances: distinct([...stances.map(({ value }) => value), ...(stances.length === 0 ? leans : [])].filter(isStance)),
    topics: distinct(topics.map(({ value }) => value).filter(isTopic)),
    ...(isCondition && { needs: need ?? 'anything' }),
    ...(need && { need }),
    ...(horizon && { horizon }),
    numbers: numbersIn(utterance).filter((one) => !phrases.of('ofNotes').some((mark) => overlaps(mark, one))),
    uses: [
      ...phrases.all,
      ...named,
      ...notes,
      ...slotsOf(utterance, 'stance'),
      ...slotsOf(utterance, 'topic'),
      ...lengths.map(({ slot }) => slot),
      ...(horizon
        ? slotsOf(utterance, 'date').filter((date) =>
            phrases.of('horizon').some((mark) => within(date, mark) || within(mark, date)),
          )
        : []),
      ...marksOf(utterance, ...BESIDE),
      ...slotsOf(utterance, 'direction'),
      ...slotsOf(utterance, 'ignored'),
    ],
  };
};

/** `which views have expired`, `who was right`: what became of views. */
export const settledIn = (phrases: Phrases): Pick<Filters, 'expired' | 'proved'> => {
  const proved = (['right', 'wrong'] as const).find((value) => phrases.has('expired', value));
  return { ...(phrases.has('expired', 'expired') && { expired: true }), ...(proved && { proved }) };
};

const FILTERS = ['stances', 'who', 'topics', 'notes', 'needs', 'horizon', 'risks', 'expired', 'proved'] as const;
type Filter = (typeof FILTERS)[number];

/** As a question has them, possibly empty. */
type Filters = {
  readonly [Key in Filter]?:
    | (NonNullable<ViewsQuestion[Key]> extends readonly (infer Value)[] ? readonly Value[] : ViewsQuestion[Key])
    | undefined;
};

/** One question out of filters, without those that narrow nothing. */
export const viewsOf = (filters: Filters): ViewsQuestion => {
  const narrows = (key: Filter): boolean => {
    const value = filters[key];
    return Array.isArray(value)
      ? value.length > 0 && !(key === 'stances' && value.length === STANCES.length)
      : value !== undefined;
  };
  const kept = FILTERS.filter(narrows).map((key) => [key, filters[key]]);
  return ViewsSchema.parse({ kind: 'views', ...Object.fromEntries(kept) });
};

/** As a button asks it: `Views on tariffs`. */
export const viewsButtonName = ({ who, stances, topics, notes, risks, needs, horizon }: ViewsQuestion): string => {
  const whose = who ? who.join(', ') : (stances?.join(', ') ?? (needs ? `needs ${needs}` : ''));
  const on = topics ? `${whose ? ' on ' : 'Views on '}${topics.join(', ')}` : '';
  const name = risks
    ? 'Risks for small caps'
    : whose + on || (notes ? `Views in note ${notes.join(', ')}` : (horizon && `Views, ${horizon}`) || 'All views');
  return (name[0] as string).toUpperCase().concat(name.slice(1)).slice(0, 30).trim();
};
