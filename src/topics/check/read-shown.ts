import {
  isOnly,
  marked,
  matcherOf,
  type Phrases,
  type Place,
  slotsOf,
  type Utterance,
  unreadIn,
  wholeOf,
} from '../../language/index.ts';
import { type Library, notesBy } from '../../notes/index.ts';
import { VERDICTS } from '../../record/index.ts';
import { isoDate } from '../../units.ts';
import { type Context, noteShown, shownIn } from '../context.ts';
import type { FedHistoryQuestion } from '../fed-history/question.ts';
import { findingsIn } from '../findings.ts';
import type { Question } from '../questions.ts';
import { exactly, type Reading } from '../reading.ts';
import type { CheckQuestion } from './question.ts';

export const MOST_OF_LAST = 8;
export const SHORT = 8;
const OF_RATIO: readonly string[] = ['002-ratio-2020', '002-ratio-now', '002-ratio-before-cpi'];
const SAME = 'The same again';

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
  return [exactly({ kind: 'check', findings: [first, ...rest] }, `Check: ${subject}`, uses, more)];
};

/** All that can be checked, in a note or in all of them. */
export const ofNote = (note: string | undefined, uses: readonly Place[], more: Partial<Reading> = {}): Reading =>
  note === undefined
    ? exactly({ kind: 'check' }, 'What the notes get wrong', uses, more)
    : exactly({ kind: 'check', note }, `Check note ${note}`, uses, more);

/** The verdicts that words name. */
export const verdictsOf = (said: readonly { readonly value: string }[]): Pick<CheckQuestion, 'verdicts'> => {
  const [verdict, ...others] = VERDICTS.filter((one) => said.some(({ value }) => value === one));
  return verdict ? { verdicts: [verdict, ...others] } : {};
};

/** `which claims are loose`, `what agrees`, `what does note 002 get right`: by what the record says of them. */
export const ofVerdicts = (
  utterance: Utterance,
  phrases: Phrases,
  last: Question | undefined,
  library: Library,
): readonly Reading[] => {
  const { named, uses } = notesIn(utterance, library);
  const said = phrases.of('verdict');
  const places = [...phrases.all, ...uses, ...marked(utterance, 'document')];
  const [note, second] = named;
  const isBehind = last?.kind === 'check' && utterance.words.length <= SHORT;
  const isWhole =
    said.some(({ from }) => /^(?:wh|those)/.test(utterance.words[from] ?? '')) || phrases.has('all') || note;
  if (said.length === 0 || second || !(isBehind || isWhole) || !isOnly(utterance, places)) return [];
  const of = note ?? (isBehind ? last.note : undefined);
  const asks = { kind: 'check', ...(of && { note: of }), ...verdictsOf(said) } as const;
  return [exactly(asks, `Only what is ${asks.verdicts?.join(', ')}`, places)];
};

/** What people say, held against the record: the whole note, where it is theirs. */
export const ofPeople = (names: readonly string[], uses: readonly Place[], library: Library): readonly Reading[] => {
  const [note] = notesBy(names, library);
  if (note !== undefined && names.length === 1) return [ofNote(note, uses)];
  const theirs = findingsIn(library).ofWho(names);
  return theirs.length > 0
    ? found(theirs.slice(0, MOST_OF_LAST), uses, library)
    : [ofNote(undefined, uses, { isOffer: true })];
};

/** What was shown last, held against the record. */
export const ofLast = (context: Context | undefined, uses: readonly Place[], library: Library): readonly Reading[] => {
  const last = shownIn(context);
  // what "that" stands for is not known
  if (last === undefined || last.kind === 'help' || context?.stale) return [ofNote(undefined, uses, { isOffer: true })];
  const { ofFigures } = findingsIn(library);
  const of = last.kind === 'source' ? last.of : last;
  const source = (): Reading => exactly({ kind: 'source', of }, 'Where that comes from', uses);
  const all = (ids: readonly string[]) => found([...new Set(ids)].slice(0, MOST_OF_LAST), uses, library);
  switch (last.kind) {
    case 'rate-move':
    case 'compare-moves':
    case 'solve':
    case 'method':
    case 'rate-move-market':
      // what the model computes has a source, and nothing that it could be held against
      return [source()];
    case 'figure':
      return all(ofFigures(last.figures));
    case 'valuation':
      return all([...ofFigures([last.of, last.against]), '003-forward-discount']);
    case 'ratio':
      return all(OF_RATIO);
    case 'check':
    case 'conflicts':
      return [exactly(last, SAME, uses)];
    case 'notes':
      return [ofNote(last.note, uses)];
    case 'views': {
      const [note, other] = last.notes ?? [];
      const claims = last.claims
        ? findingsIn(library).all.filter((one) => one.claims.some((id) => last.claims?.includes(id)))
        : [];
      if (claims.length > 0) return all(claims.map(({ id }) => id));
      return note !== undefined && other === undefined ? [ofNote(note, uses)] : ofPeople(last.who ?? [], uses, library);
    }
    default:
      return [source()];
  }
};

/** The notes that are named, by number or by whom they are of, and the words for them. */
export const notesIn = (
  utterance: Utterance,
  library: Library,
): { readonly named: readonly string[]; readonly uses: readonly Place[] } => {
  const slots = slotsOf(utterance, 'note');
  const authored = slotsOf(utterance, 'who').map((one) => ({ one, notes: notesBy([one.value], library) }));
  // "the note of sept 25", "the aug 25 note"
  const dated = slotsOf(utterance, 'date').flatMap((one) => {
    const isOfNote =
      /^(?:note|piece|article|paper)$/.test(utterance.words[one.to] ?? '') ||
      /\b(?:note|piece|article|paper) (?:of|from|dated)$/.test(utterance.words.slice(0, one.from).join(' '));
    const month = `${one.year ?? ''}-${String(one.month).padStart(2, '0')}-`;
    return isOfNote ? library.notes.flatMap(({ date, number }) => (date.includes(month) ? [{ one, number }] : [])) : [];
  });
  const named = [
    ...slots.map(({ value }) => value),
    ...authored.flatMap(({ notes }) => notes),
    ...dated.map(({ number }) => number),
  ];
  return {
    named: [...new Set(named)],
    uses: [
      ...slots,
      ...dated.map(({ one }) => one),
      ...authored.flatMap(({ one, notes }) => (notes.length > 0 ? [one] : [])),
    ],
  };
};

const CLAIMS = /^(?:says?|said|claims?|claimed|writes?|wrote|has|had|puts?|reckons?|states?|stated|thinks?)$/;
const BASIS_POINTS: ReadonlyMap<string | undefined, number> = new Map([
  ['bp', 1],
  ['points', 100],
  [undefined, 1],
]);

const LARGEST_CUT = 300;
/** `i read that the fed cut 50 in july 2024, is that true`: in some note, it may be. */
const READ_THAT =
  /^(?:(?:and|so|hi|ok) )*(?:i|we|somebody|someone|a client|my (?:boss|pm|client)) (?:read|heard|saw|was told|see|thought|understood|remember|seem to remember|have read|ve read) .*\b(?:true|right|correct|really|so|sure|yes|no)\W*$/;

/** `the piece says they cut in july 24, did they`: what a note has of a decision by its month, held against the record. */
export const ofDecision = (utterance: Utterance, library: Library): readonly Reading[] => {
  const { words } = utterance;
  const sources = slotsOf(utterance, 'who').filter(({ value }) => value !== 'Federal Reserve');
  const isNoted =
    sources.length + slotsOf(utterance, 'note').length + marked(utterance, 'document').length > 0 &&
    words.some((word) => CLAIMS.test(word)) &&
    !/^(?:and |so |ok )*(?:what|whats|who|whos|why|how|when|which|where|if|after|before|since)$/.test(words[0] ?? '');
  const isSaid = isNoted || READ_THAT.test(utterance.joined);
  const ways = slotsOf(utterance, 'direction').filter((one) => one.of === 'rate');
  const amounts = slotsOf(utterance, 'amount').filter(({ duty }) => duty !== 'free');
  const sizes = amounts.map(({ value, unit }) => value * (BASIS_POINTS.get(unit) ?? Number.NaN));
  const dates = [...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span').flatMap(({ since }) => since ?? [])];
  // of what is cut, or by its size alone
  const isOfMove =
    ways.length > 0
      ? ways.every(({ way }) => way === 'cut')
      : amounts.length === 0
        ? marked(utterance, 'move').length > 0
        : amounts.some(({ unit }) => unit === 'bp');
  const isHalf = ways.length === 0 && amounts.some(({ unit, isFraction }) => unit === 'points' && isFraction);
  if (!isSaid || !(isOfMove || isHalf) || sizes.some((size) => !(size <= LARGEST_CUT))) return [];
  const figures = library.claims.flatMap((claim) => claim.figures);
  const { named } = notesIn(utterance, library);
  const all = findingsIn(library).all.flatMap(({ id, figures: ids }) => {
    const figure = figures.find((one) => one.unit === 'bp' && one.asOf && ids.includes(one.id));
    const [year, month] = (figure?.asOf ?? '').split('-').map(Number);
    const isThen = dates.some((one) => one.month === month && (one.year === undefined || one.year === year));
    const isOfNote = named.length === 0 || named.some((number) => id.startsWith(number));
    return figure && isThen && isOfNote ? [{ id, isSame: sizes.every((size) => size === figure.value) }] : [];
  });
  const same = all.filter(({ isSame }) => isSame);
  const ids = (same.length > 0 ? same : all).map(({ id }) => id);
  return found(
    ids,
    [wholeOf(utterance), ...utterance.slots],
    library,
    same.length === 0 || ids.length > 1 ? { isOffer: true } : {},
  );
};

/** The cut that note 003 puts in July 2024. */
const FIRST_CUT: FedHistoryQuestion = { kind: 'fed-history', ask: 'first', way: 'cut', from: isoDate('2024-01-01') };
const WHEN =
  /^(?:and |so |ok )*(?:when (?:was|did) (?:it|that|they|the cut|the first cut)|whats the (?:right|real|actual) (?:date|day))(?: (?:really|actually|happen|cut|then|in fact))*\W*$/;

/** Behind a check: of another note or of another person, of all of them, or what else that note has. */
export const behindCheck = (
  utterance: Utterance,
  phrases: Phrases,
  last: Question | undefined,
  library: Library,
): readonly Reading[] => {
  const matches = matcherOf(utterance, phrases);
  if (last === undefined || utterance.words.length > SHORT || matches('#number|#date')) return [];
  const isOfCut = last.kind === 'check' && (last.note === '003' || last.findings?.includes('003-july-2024-cut'));
  if (isOfCut && WHEN.test(utterance.joined))
    return [exactly(FIRST_CUT, 'The first cut of 2024', [wholeOf(utterance)])];
  const { named, uses } = notesIn(utterance, library);
  const who = slotsOf(utterance, 'who');
  const places = [...phrases.all, ...uses, ...who];
  if (unreadIn(utterance, places).length > 0) return [];
  const [note, second] = named;
  const shown = noteShown(last);
  // "rest of his note ok?"
  const isAsked = phrases.has('check') || matches('=ok|=okay|=fine|=fair ?');
  if (matches('=else|=other|=left|=rest')) return isAsked && shown ? [ofNote(note ?? shown, places)] : [];
  if (last.kind !== 'check') return [];
  const verdicts = matches('=same') && last.verdicts ? { verdicts: last.verdicts } : {};
  if (note !== undefined && second === undefined)
    return [{ ...ofNote(note, places), asks: { kind: 'check', note, ...verdicts } }];
  // "what does calvasina say in it" is of her view
  if (who.length > 0)
    return matches('=say|=says|=said|=think|=thinks')
      ? []
      : ofPeople(
          who.map(({ value }) => value),
          places,
          library,
        );
  if (matches('=only|=just')) return phrases.has('check') ? [exactly(last, SAME, places)] : [];
  return matches('all =all|=everything|=lot') ? [ofNote(undefined, places)] : [];
};
