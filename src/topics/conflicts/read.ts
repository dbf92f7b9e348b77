import {
  isOnly,
  lexiconOf,
  marksOf,
  matcherOf,
  numbersIn,
  overlaps,
  phrasesOf,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { type Library, notesBy } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn } from '../../record/index.ts';
import { shownIn } from '../context.ts';
import { findingsIn } from '../findings.ts';
import type { Question } from '../questions.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const CONFLICTS = lexiconOf(words);

const DISCOUNT = 'conflict-forward-discount';
const DISCOUNTS = [18, 22, 40];
const MOST = 8;
/** So many words may name one of the conflicts shown. */
const LONG = 12;
const MOST_STRANGE = 2;

/** The conflicts whose sides, by the claims they rest on, fit. */
const conflictsWhere = (library: Library, fits: (sides: readonly (readonly string[])[]) => boolean) =>
  conflictsIn(library, CITED_RECORD).flatMap(({ id, sides }) => (fits(sides.map(({ claims }) => claims)) ? [id] : []));

/** Figures of what is dear and what is cheap, which another note puts otherwise. */
const OF_DISCOUNT = /-(?:forward-pe|forward-discount)$/;

const isOfDiscount = (last: Question | undefined): boolean => {
  if (last?.kind === 'valuation' || (last?.kind === 'views' && last.topics?.includes('valuation'))) return true;
  return last?.kind === 'figure' && last.figures.some((id) => OF_DISCOUNT.test(id));
};

/**
 * The percentages by which notes put one discount, where two of them are held against each other, or the one of them
 * against what was shown: `is it 18 or 40`, `and the 40% then, same thing?`.
 */
const discountsIn = (utterance: Utterance, last: Question | undefined) => {
  const amounts = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const printed = amounts.filter(
    ({ value, unit }) => (unit === '%' || unit === undefined || unit === 'x') && DISCOUNTS.includes(value),
  );
  const isAgainst = printed.some(({ value }) => value !== 40) || (amounts.length === 1 && isOfDiscount(last));
  return printed.some(({ value }) => value === 40) && isAgainst ? printed : [];
};

/** `so which one`, `which of the two then`: of what was shown. */
const WHICH =
  /^(?:(?:and|so|ok|then|but|hm+|well) )*(?:which|whose)(?: (?:one|ones|of (?:the two|them|those|these)|is|are|it|then|right|correct|true|better|do|should|can|i|we|use|take|trust|believe|to|quote|go with|now))* *\??$/;

/** `where do the notes disagree`, `do they contradict each other on tariffs`, `is it 18 or 40`. */
export const readConflicts: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, CONFLICTS);
  const matches = matcherOf(utterance, phrases);
  const [notes, who] = [slotsOf(utterance, 'note'), slotsOf(utterance, 'who')];
  const last = context?.stale ? undefined : shownIn(context);
  const discounts = discountsIn(utterance, last);
  const isBehind =
    last?.kind === 'conflicts' &&
    (matches('conflict:conflict|verdict') || (phrases.has('on') && utterance.words.length <= LONG));
  // "which of the two does the record support": behind what was checked, and behind words that were not read
  const isWhich =
    (last?.kind === 'conflicts' || last?.kind === 'check' || isOfDiscount(last)) && WHICH.test(utterance.joined);
  const isSettled =
    isWhich ||
    (/^(?:check|conflicts|valuation)$/.test(context?.last.kind ?? '') && matches('verdict =two|=which|=who'));
  const isAsked = matches('conflict:conflict') || matches('conflict:disagree whose|#note');
  if (!isAsked && discounts.length === 0 && !isBehind && !isSettled) return [];
  if (!phrases.has('conflict', 'conflict') && discounts.length === 0 && matches('not|@people')) return [];
  const authored = who.map(({ value }) => notesBy([value], library));
  // two views of people are no conflict of notes: their horizons say why
  if (authored.some(({ length }) => length === 0)) return [];
  const numbers = [...new Set([...notes.map(({ value }) => value), ...authored.flat()])];
  const marks = marksOf(utterance, 'document', 'views', 'reference', 'compare');
  // "40% off per the aug 25 one"
  const isPercent = discounts.some(({ unit }) => unit === '%');
  const said = isPercent ? [...slotsOf(utterance, 'direction'), ...slotsOf(utterance, 'date')] : [];
  const uses = [
    ...(isWhich ? [wholeOf(utterance)] : []),
    ...phrases.all,
    ...notes,
    ...who,
    ...discounts,
    ...marks,
    ...said,
  ];
  if (strangeIn(utterance, uses).length > MOST_STRANGE) return [];
  const named = phrases.of('on').filter((mark) => !notes.some((note) => overlaps(note, mark)));
  const subjects = discounts.length > 0 ? [DISCOUNT] : [...new Set(named.map(({ value }) => value))];
  const found = ((): readonly string[] => {
    // those in which all of the notes take a side
    if (numbers.length > 0)
      return conflictsWhere(library, (sides) =>
        numbers.every((note) => sides.flat().some((claim) => claim.startsWith(`${note}-`))),
      ).filter((id) => subjects.length === 0 || subjects.includes(id));
    // numbers that are not read may be of another point
    const counted = numbersIn(utterance).filter((one) => !phrases.of('conflict').some((mark) => overlaps(mark, one)));
    if (subjects.length > 0) return counted.length > discounts.length ? [] : subjects;
    // "other clashes", "where do the notes disagree" are of all of them, "does another note contradict him" of what was checked
    if (phrases.has('where') || matches('=other|=else|=others')) return [];
    if (last?.kind === 'conflicts') return last.conflicts ?? [];
    if (isOfDiscount(last)) return [DISCOUNT];
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
