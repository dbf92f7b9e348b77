import {
  isOnly,
  lexiconOf,
  marksOf,
  matcherOf,
  overlaps,
  phrasesOf,
  slotsOf,
  strangeIn,
  type Utterance,
} from '../../language/index.ts';
import { type Library, notesBy } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn } from '../../record/index.ts';
import { shownIn } from '../context.ts';
import { findingsIn } from '../findings.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const CONFLICTS = lexiconOf(words);

const DISCOUNT = 'conflict-forward-discount';
const DISCOUNTS = [18, 22, 40];
const MOST = 8;
const SHORT = 6;
const MOST_STRANGE = 2;

/** The conflicts whose sides, by the claims they rest on, fit. */
const conflictsWhere = (library: Library, fits: (sides: readonly (readonly string[])[]) => boolean) =>
  conflictsIn(library, CITED_RECORD).flatMap(({ id, sides }) => (fits(sides.map(({ claims }) => claims)) ? [id] : []));

/** The percentages by which notes put one discount, where two of them are held against each other: `is it 18 or 40`. */
const discountsIn = (utterance: Utterance) => {
  const printed = slotsOf(utterance, 'amount').filter(
    ({ value, unit }) => (unit === '%' || unit === undefined || unit === 'x') && DISCOUNTS.includes(value),
  );
  return printed.some(({ value }) => value === 40) && printed.some(({ value }) => value !== 40) ? printed : [];
};

/** `where do the notes disagree`, `do they contradict each other on tariffs`, `is it 18 or 40`. */
export const readConflicts: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, CONFLICTS);
  const matches = matcherOf(utterance, phrases);
  const [notes, who] = [slotsOf(utterance, 'note'), slotsOf(utterance, 'who')];
  const last = context?.stale ? undefined : shownIn(context);
  const discounts = discountsIn(utterance);
  const isBehind =
    last?.kind === 'conflicts' &&
    (matches('conflict:conflict|verdict') || (phrases.has('on') && utterance.words.length <= SHORT));
  // "which of the two does the record support": behind what was checked, and behind words that were not read
  const isSettled =
    /^(?:check|conflicts|valuation)$/.test(context?.last.kind ?? '') && matches('verdict =two|=which|=who');
  const isAsked = matches('conflict:conflict') || matches('conflict:disagree whose|#note');
  if (!isAsked && discounts.length === 0 && !isBehind && !isSettled) return [];
  if (!phrases.has('conflict', 'conflict') && matches('not|@people')) return [];
  const authored = who.map(({ value }) => notesBy([value], library));
  // two views of people are no conflict of notes: their horizons say why
  if (authored.some(({ length }) => length === 0)) return [];
  const named = [...new Set([...notes.map(({ value }) => value), ...authored.flat()])];
  const marks = marksOf(utterance, 'document', 'views', 'reference', 'compare');
  const uses = [...phrases.all, ...notes, ...who, ...discounts, ...marks];
  if (strangeIn(utterance, uses).length > MOST_STRANGE) return [];
  const said = phrases.of('on').filter((mark) => !notes.some((note) => overlaps(note, mark)));
  const subjects = discounts.length > 0 ? [DISCOUNT] : [...new Set(said.map(({ value }) => value))];
  const found = ((): readonly string[] => {
    // those in which all of the notes take a side
    if (named.length > 0)
      return conflictsWhere(library, (sides) =>
        named.every((note) => sides.flat().some((claim) => claim.startsWith(note))),
      ).filter((id) => subjects.length === 0 || subjects.includes(id));
    if (subjects.length > 0) return subjects;
    // "where do the notes disagree" is of all of them, "does another note contradict him" of what was checked
    if (phrases.has('where')) return [];
    if (last?.kind === 'conflicts') return last.conflicts ?? [];
    if (last?.kind !== 'check') return [];
    const claims = findingsIn(library).all.flatMap((one) => (last.findings?.includes(one.id) ? one.claims : []));
    return conflictsWhere(library, (sides) => sides.flat().some((claim) => claims.includes(claim)));
  })();
  const [first, ...rest] = found.slice(0, MOST);
  const isWhole = isOnly(utterance, [
    ...uses,
    ...slotsOf(utterance, 'amount'),
    ...slotsOf(utterance, 'date'),
    ...(first === undefined ? [] : slotsOf(utterance, 'topic')),
  ]);
  return [
    exactly(
      { kind: 'conflicts', ...(first !== undefined && { conflicts: [first, ...rest] }) },
      'Where the notes disagree',
      uses,
      isWhole && (!isSettled || last) ? {} : { isOffer: true },
    ),
  ];
};
