import { isOnly, lexiconOf, marked, overlaps, phrasesOf, slotsOf, strangeIn } from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn } from '../../record/index.ts';
import { findingsIn } from '../findings.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const CONFLICTS = lexiconOf(words);
const FROM_DISCOUNT = [18, 22, 40];

/** The conflicts in which all of the notes take a side, or any where only one is named. */
const conflictsOf = (notes: readonly string[], library: Library): readonly string[] =>
  conflictsIn(library, CITED_RECORD)
    .filter(({ sides }) => {
      const takes = (note: string): boolean => sides.some(({ claims }) => claims.some((id) => id.startsWith(note)));
      return notes.every(takes);
    })
    .map(({ id }) => id);

/** The conflicts over what was checked. */
const conflictsOfFindings = (ids: readonly string[], library: Library): readonly string[] => {
  const claims = findingsIn(library).all.flatMap((one) => (ids.includes(one.id) ? one.claims : []));
  return conflictsIn(library, CITED_RECORD)
    .filter(({ sides }) => sides.some((side) => side.claims.some((id) => claims.includes(id))))
    .map(({ id }) => id);
};

const MOST = 8;

/** `where do the notes disagree`, `do they contradict each other on tariffs`, `is it 18 or 40`. */
export const readConflicts: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, CONFLICTS);
  const { all, of, has } = phrases;
  const notes = slotsOf(utterance, 'note');
  const who = slotsOf(utterance, 'who');
  const amounts = slotsOf(utterance, 'amount');
  const percents = amounts.filter(
    ({ value, unit }) => (unit === '%' || unit === undefined || unit === 'x') && FROM_DISCOUNT.includes(value),
  );
  // 18 or 22 against the 40 % of another note
  const isDiscount = percents.some(({ value }) => value === 40) && percents.some(({ value }) => value !== 40);
  const isAsked = has('conflict', 'conflict') || (has('conflict', 'disagree') && (has('whose') || notes.length > 0));
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  const isGoingOn = last?.kind === 'conflicts' && !context?.stale && has('on') && utterance.words.length <= 6;
  const isVerdict = last?.kind === 'conflicts' && !context?.stale && (has('conflict', 'conflict') || has('verdict'));
  // "does another note contradict him": of what was checked last
  const checked = last?.kind === 'check' && !context?.stale && has('conflict') ? (last.findings ?? []) : [];
  const ofChecked = checked.length > 0 && notes.length + who.length === 0 ? conflictsOfFindings(checked, library) : [];
  if (!isAsked && !isDiscount && !isGoingOn && !isVerdict) return [];
  if (has('not') && !has('conflict', 'conflict')) return [];
  const isOnlyDisagree = !has('conflict', 'conflict');
  const authored = who.flatMap(({ value }) =>
    library.notes
      .filter(({ author, publisher }) => publisher === value || author.name === value)
      .map(({ number }) => number),
  );
  // two views of people are no conflict of notes: their horizons say why
  if (who.length > 0 && authored.length < who.length) return [];
  if (isOnlyDisagree && marked(utterance, 'people').length > 0) return [];
  const named = [...new Set([...notes.map(({ value }) => value), ...authored])];
  const uses = [
    ...all,
    ...notes,
    ...who,
    ...percents,
    ...(['document', 'views', 'reference', 'compare'] as const).flatMap((tag) => marked(utterance, tag)),
  ];
  if (strangeIn(utterance, uses).length > 2) return [];
  const subjects = [
    ...new Set(
      isDiscount
        ? ['conflict-forward-discount']
        : of('on')
            .filter((mark) => !notes.some((note) => overlaps(note, mark)))
            .map(({ value }) => value),
    ),
  ];
  const found =
    named.length > 0
      ? conflictsOf(named, library).filter((id) => subjects.length === 0 || subjects.includes(id))
      : isVerdict && last.conflicts && subjects.length === 0
        ? last.conflicts
        : subjects.length > 0
          ? subjects
          : ofChecked;
  const [first, ...rest] = found.slice(0, MOST);
  const isWhole = isOnly(utterance, [
    ...uses,
    ...amounts,
    ...slotsOf(utterance, 'date'),
    ...slotsOf(utterance, 'topic').filter(() => first !== undefined),
  ]);
  const reading: Reading = {
    asks: { kind: 'conflicts', ...(first !== undefined && { conflicts: [first, ...rest] }) },
    name: 'Where the notes disagree',
    how: 'exact',
    uses,
  };
  return [isWhole ? reading : { ...reading, isOffer: true }];
};
