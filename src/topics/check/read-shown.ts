import { numbersIn, type Phrases, type Place, says, slotsOf, type Utterance } from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn } from '../../record/index.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../findings.ts';
import type { Question } from '../questions.ts';
import { LONGEST_NAME, type Reading } from '../reading.ts';

export const MOST_OF_LAST = 8;
export const SHORT = 8;
const OF_RATIO: readonly string[] = ['002-ratio-2020', '002-ratio-now', '002-ratio-before-cpi'];

/** The findings as a reading, none where there are none. */
export const found = (
  ids: readonly string[],
  uses: readonly Place[],
  library: Library,
  more: Partial<Reading> = {},
): readonly Reading[] => {
  const [first, ...rest] = ids;
  if (first === undefined) return [];
  const subject = findingsIn(library).all.find(({ id }) => id === first)?.subject ?? 'a claim';
  return [
    {
      asks: { kind: 'check', findings: [first, ...rest] },
      name: `Check: ${subject}`.slice(0, LONGEST_NAME),
      how: 'exact',
      uses,
      ...more,
    },
  ];
};

/** All that can be checked, in a note or in all of them. */
export const ofNote = (note: string | undefined, uses: readonly Place[]): Reading => ({
  asks: { kind: 'check', ...(note !== undefined && { note }) },
  name: note === undefined ? 'What the notes get wrong' : `Check note ${note}`,
  how: 'exact',
  uses,
});

const MODEL = /^(?:rate-move|compare-moves|solve|method|rate-move-market)$/;

/** The notes by some people or firms. */
const notesBy = (names: readonly string[], { notes }: Library): readonly string[] =>
  notes
    .filter(({ author, publisher }) => names.some((name) => name === publisher || name === author.name))
    .map(({ number }) => number);

/** What people say, held against the record: the whole note, where it is theirs. */
export const ofPeople = (names: readonly string[], uses: readonly Place[], library: Library): readonly Reading[] => {
  const [note] = notesBy(names, library);
  if (note !== undefined && names.length === 1) return [ofNote(note, uses)];
  const theirs = findingsIn(library).ofWho(names);
  if (theirs.length > 0) return found(theirs.slice(0, MOST_OF_LAST), uses, library);
  // nothing that can be checked: where other notes speak against it
  const own = library.claims.flatMap(({ id, voice, firm }) =>
    names.includes(voice) || names.includes(firm) ? [id] : [],
  );
  const [conflict, ...more] = conflictsIn(library, CITED_RECORD)
    .filter(({ sides }) => sides.some(({ claims }) => claims.some((id) => own.includes(id))))
    .map(({ id }) => id);
  const offer: Reading = { ...ofNote(undefined, uses), isOffer: true };
  return conflict === undefined
    ? [offer]
    : [
        { ...offer, asks: { kind: 'conflicts', conflicts: [conflict, ...more] }, name: 'Where notes disagree with it' },
        offer,
      ];
};

/** What was shown last, held against the record. */
export const ofLast = (context: Context | undefined, uses: readonly Place[], library: Library): readonly Reading[] => {
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  // what "that" stands for is not known
  if (last === undefined || context?.stale) return [{ ...ofNote(undefined, uses), isOffer: true }];
  const { ofFigures } = findingsIn(library);
  const all = (ids: readonly string[]): readonly Reading[] =>
    found([...new Set(ids)].slice(0, MOST_OF_LAST), uses, library);
  // what the model computes has a source, and nothing that it could be held against
  if (MODEL.test(last.kind))
    return [{ asks: { kind: 'source', of: last }, name: 'Where that comes from', how: 'exact', uses }];
  if (last.kind === 'figure') return all(ofFigures(last.figures));
  if (last.kind === 'valuation') return all([...ofFigures([last.of, last.against]), '003-forward-discount']);
  if (last.kind === 'ratio') return all(OF_RATIO);
  if (last.kind === 'check' || last.kind === 'conflicts')
    return [{ asks: last, name: 'The same again', how: 'exact', uses }];
  if (last.kind === 'notes') return [ofNote(last.note, uses)];
  if (last.kind !== 'views') return [];
  const [note, other] = last.notes ?? [];
  if (note !== undefined && other === undefined) return [ofNote(note, uses)];
  return ofPeople(last.who ?? [], uses, library);
};

/** The notes that are named, by number or by whom they are of, and the words for them. */
export const notesIn = (
  utterance: Utterance,
  library: Library,
): { readonly named: readonly string[]; readonly uses: readonly Place[] } => {
  const slots = slotsOf(utterance, 'note');
  const authors = slotsOf(utterance, 'who').filter(({ value }) => notesBy([value], library).length > 0);
  const named = [...slots.map(({ value }) => value), ...authors.flatMap(({ value }) => notesBy([value], library))];
  return { named: [...new Set(named)], uses: [...slots, ...authors] };
};

const BESIDE = /^(?:and|same|for|what|about|how|then|now|ok|but|check|with|by|just|only|too|also|all|them|one|the)$/;

/** Behind a check: of another note or of another person, of all of them, or what else that note has. */
export const again = (
  utterance: Utterance,
  phrases: Phrases,
  last: Question | undefined,
  library: Library,
): readonly Reading[] => {
  if (last?.kind !== 'check' || numbersIn(utterance).length > 0 || slotsOf(utterance, 'date').length > 0) return [];
  const { named, uses } = notesIn(utterance, library);
  const who = slotsOf(utterance, 'who');
  const places = [...phrases.all, ...uses, ...who];
  const isSaid = utterance.tokens.every(
    ({ kind }, at) =>
      kind === 'sign' ||
      BESIDE.test(utterance.words[at] as string) ||
      places.some(({ from, to }) => from <= at && at < to),
  );
  if (!isSaid || utterance.words.length > SHORT) return [];
  const [note, second] = named;
  if (note !== undefined && second === undefined) return [ofNote(note, places)];
  const people = who.map(({ value }) => value);
  if (people.length > 0) return ofPeople(people, places, library);
  if (says(utterance, /^(?:else|other)$/)) {
    const shown = last.note ?? last.findings?.[0]?.slice(0, 3);
    return phrases.has('check') && shown ? [ofNote(shown, places)] : [];
  }
  if (says(utterance, /^(?:only|just)$/))
    return phrases.has('check') ? [{ asks: last, name: 'The same again', how: 'exact', uses: places }] : [];
  return phrases.has('all') && says(utterance, /^(?:all|everything|lot)$/) ? [ofNote(undefined, places)] : [];
};
