import {
  type Amount,
  isOnly,
  marked,
  numbersIn,
  type Phrases,
  type Place,
  phrasesOf,
  type SlotOf,
  says,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn } from '../../record/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import { LONGEST_NAME, type Reading, type ReadTopic } from '../reading.ts';
import { findingsIn, MONTHS } from './read-findings.ts';
import { CHECKS } from './read-words.ts';

const MOST_FOUND = 5;
const MOST_OF_LAST = 8;
const SHORT = 8;
const LONG = 12;
const FEWEST_TERMS = 2;
const FEWEST_RANKED = 4;
const MOST_RANKED = 4;
/** Whom claims are about, and who makes none. */
const FED: ReadonlySet<string> = new Set(['Federal Reserve', 'Jerome Powell']);
const OF_RATIO: readonly string[] = ['002-ratio-2020', '002-ratio-now', '002-ratio-before-cpi'];

const found = (
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

const ofNote = (note: string | undefined, uses: readonly Place[]): Reading => ({
  asks: { kind: 'check', ...(note !== undefined && { note }) },
  name: note === undefined ? 'What the notes get wrong' : `Check note ${note}`,
  how: 'exact',
  uses,
});

const MODEL: ReadonlySet<Question['kind']> = new Set([
  'rate-move',
  'compare-moves',
  'solve',
  'method',
  'rate-move-market',
]);

/** The notes by some people or firms. */
const notesBy = (names: readonly string[], { notes }: Library): readonly string[] =>
  notes
    .filter(({ author, publisher }) => names.some((name) => name === publisher || name === author.name))
    .map(({ number }) => number);

/** What people say, held against the record: the whole note, where it is theirs. */
const ofPeople = (names: readonly string[], uses: readonly Place[], library: Library): readonly Reading[] => {
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
const ofLast = (context: Context | undefined, uses: readonly Place[], library: Library): readonly Reading[] => {
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  // what "that" stands for is not known
  if (last === undefined || context?.stale) return [{ ...ofNote(undefined, uses), isOffer: true }];
  const { ofFigures } = findingsIn(library);
  const all = (ids: readonly string[]): readonly Reading[] =>
    found([...new Set(ids)].slice(0, MOST_OF_LAST), uses, library);
  // what the model computes has a source, and nothing that it could be held against
  if (MODEL.has(last.kind))
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
const notesIn = (
  utterance: Utterance,
  library: Library,
): { readonly named: readonly string[]; readonly uses: readonly Place[] } => {
  const slots = slotsOf(utterance, 'note');
  const authors = slotsOf(utterance, 'who').filter(({ value }) => notesBy([value], library).length > 0);
  const named = [...slots.map(({ value }) => value), ...authors.flatMap(({ value }) => notesBy([value], library))];
  return { named: [...new Set(named)], uses: [...slots, ...authors] };
};

const SINGLE = 'and same for what about how then now ok but check with by just only too also all them one the'.split(
  ' ',
);

/** Behind a check: of another note or of another person, of all of them, or what else that note has. */
const again = (
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
      SINGLE.includes(utterance.words[at] as string) ||
      places.some(({ from, to }) => from <= at && at < to),
  );
  if (!isSaid || utterance.words.length > SHORT) return [];
  const [note, second] = named;
  if (note !== undefined && second === undefined) return [ofNote(note, places)];
  if (who.length > 0)
    return ofPeople(
      who.map(({ value }) => value),
      places,
      library,
    );
  if (says(utterance, /^(?:else|other)$/)) {
    const shown = last.note ?? last.findings?.[0]?.slice(0, 3);
    return phrases.has('check') && shown ? [ofNote(shown, places)] : [];
  }
  if (marked(utterance, 'only').length > 0 || says(utterance, /^(?:only|just)$/))
    return phrases.has('check') ? [{ asks: last, name: 'The same again', how: 'exact', uses: places }] : [];
  return phrases.has('all') && says(utterance, /^(?:all|everything|lot)$/) ? [ofNote(undefined, places)] : [];
};

/** A day in the words of the notes: `july 24` may be a year. */
const wordsOfDay = ({ year, month, edge }: SlotOf<'date'>): readonly string[] => [
  ...(edge === 'end' ? ['end'] : []),
  ...(month === undefined ? [] : [MONTHS[month - 1] ?? '']),
  ...(year === undefined ? [] : [String(year)]),
];

/** A claim by what it says: its number, its day, its words. */
const ofWords = (utterance: Utterance, phrases: Phrases, library: Library, isFollowUp: boolean): readonly Reading[] => {
  const { search, ofAmount, ofWho } = findingsIn(library);
  const { named, uses: byNote } = notesIn(utterance, library);
  const who = slotsOf(utterance, 'who');
  const amounts = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const triggers = [...phrases.of('check'), ...phrases.of('that')];
  const skipped = [...triggers, ...byNote, ...who, ...marked(utterance, 'document')];
  const dates = slotsOf(utterance, 'date');
  const spelled = amounts.filter(({ isSpelled }) => isSpelled);
  const words = [
    ...utterance.words.filter(
      (word, at) =>
        ![...skipped, ...dates, ...spelled].some(({ from, to }) => from <= at && at < to) &&
        !/^(?:claim|claims|date|story|statement)$/.test(word),
    ),
    ...dates.flatMap(wordsOfDay),
  ];
  const people = who
    .filter((one) => !byNote.some(({ from }) => from === one.from) && !FED.has(one.value))
    .map(({ value }) => value);
  const theirs = people.length > 0 ? ofWho(people) : undefined;
  const isTheirs = (id: string): boolean =>
    (named.length === 0 || named.includes(id.slice(0, 3))) && (theirs === undefined || theirs.includes(id));
  const keeps = (id: string): boolean =>
    isTheirs(id) && amounts.every((amount: Amount) => ofAmount(amount).includes(id));
  const { ids, isFull, terms, fits } = search(words.join(' '), keeps);
  const isNumbered = amounts.length > 0;
  const bare = utterance.words.filter((_, at) => utterance.tokens[at]?.kind !== 'sign').length <= SHORT;
  const best = ids.slice(0, isNumbered ? MOST_FOUND : 3);
  const [amount] = amounts;
  // "check the 26% claim": by its number alone
  if (
    amount &&
    (phrases.has('check') || phrases.has('that') || isFollowUp) &&
    isOnly(utterance, [...phrases.all, ...amounts, ...skipped])
  ) {
    const printing = amounts
      .map(ofAmount)
      .reduce((all, some) => all.filter((id) => some.includes(id)))
      .filter(keeps);
    return found(printing.slice(0, MOST_FOUND), [wholeOf(utterance)], library);
  }
  if (theirs?.length === 0) {
    const own = library.claims.find(({ speaker, firm }) => people.includes(speaker ?? firm) || people.includes(firm));
    return own ? [{ ...ofNote(own.note.number, [...phrases.all, ...skipped]), isOffer: true }] : [];
  }
  if (theirs !== undefined && isOnly(utterance, [...phrases.all, ...skipped])) {
    return found(theirs.slice(0, MOST_OF_LAST), [...phrases.all, ...skipped], library);
  }
  if (!isFull || best.length === 0 || (terms < FEWEST_TERMS && !(isFollowUp || bare))) {
    // most of the words: what they resemble, and said so
    const isMost = terms >= FEWEST_RANKED && fits * 3 >= terms * 2 && phrases.has('check');
    if (isMost && !isFull) {
      const uses = [...phrases.all, ...skipped, ...dates, ...amounts];
      return found(ids.slice(0, MOST_RANKED), uses, library, { how: 'ranked' });
    }
    const offers = best.length > 0 && terms >= FEWEST_TERMS && (isFull || ids.length <= 2);
    if (offers) return found(best, [...phrases.all, ...skipped], library, { isOffer: true });
    // another number than the note's own: "half the russell loses money"
    const near = isNumbered ? search(words.join(' '), isTheirs) : undefined;
    const isNear = near && near.fits >= FEWEST_TERMS && near.fits * 2 >= near.terms && phrases.has('check');
    return isNear ? found(near.ids.slice(0, 1), [wholeOf(utterance)], library, { isOffer: true }) : [];
  }
  return found(best, [wholeOf(utterance)], library);
};

/** `…, right?` at the end of what was said. */
const isTag = ({ words, tokens }: Utterance, { from, to }: Place): boolean =>
  words[from - 1] === ',' && tokens.slice(to).every(({ kind }) => kind === 'sign');

/** `did the fed really cut in july 2024`, `what did note 002 get wrong`, `check the 26% claim`, `is that true`. */
export const readCheck: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, CHECKS);
  const last = context?.last.kind;
  const numbers = numbersIn(utterance);
  const opener = utterance.words[0] ?? '';
  const onward = context?.stale ? [] : again(utterance, phrases, context?.last, library);
  if (onward.length > 0) return onward;
  const isAmount = slotsOf(utterance, 'amount').some((amount) => findingsIn(library).ofAmount(amount).length > 0);
  const isFollowUp =
    last === 'check' &&
    !context?.stale &&
    utterance.words.length <= (isAmount ? LONG : SHORT) &&
    (isAmount || /^(?:and|what|how|then|plus|also)$/.test(opener));
  // "did the s&p gain 26% in 2023": held against the record where a note prints the number
  const isPrinted =
    /^(?:did|was|were|is|are|has|had|so)$/.test(opener) &&
    slotsOf(utterance, 'amount').some(
      (amount) =>
        (amount.unit !== undefined || amount.isDecimal || amount.isFraction) &&
        amount.unit !== 'bp' &&
        findingsIn(library).ofAmount(amount).length > 0,
    );
  const isRate = slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);
  // "…, right?": no doubt, only manners
  const checks = phrases.of('check').filter((mark) => !isTag(utterance, mark));
  if (checks.length === 0 && !phrases.has('that') && !isFollowUp && !(isPrinted && !isRate)) return [];
  const isDated =
    slotsOf(utterance, 'date').length + slotsOf(utterance, 'note').length + slotsOf(utterance, 'who').length > 0;
  if (isRate && numbers.length > 0 && !isDated && !(isFollowUp && isAmount)) return [];
  if (phrases.has('not') || slotsOf(utterance, 'clock').length > 0) return [];
  if ((['brief', 'advice', 'odds', 'correction'] as const).some((tag) => marked(utterance, tag).length > 0)) return [];
  const { named, uses: byNote } = notesIn(utterance, library);
  const dates = slotsOf(utterance, 'date');
  const around = [...phrases.all, ...byNote, ...marked(utterance, 'document'), ...marked(utterance, 'reference')];
  const isThat = phrases.has('that') && isOnly(utterance, [...phrases.of('that'), ...marked(utterance, 'reference')]);
  if (isThat && numbers.length === 0) return ofLast(context, [wholeOf(utterance)], library);
  // "do his numbers hold water": of the person spoken of last
  const isHis = says(utterance, /^(?:he|his|him|she|her|hers|their)$/) && slotsOf(utterance, 'who').length === 0;
  if (isHis && (phrases.has('check') || phrases.has('that')) && numbers.length === 0 && isOnly(utterance, around)) {
    if (last === 'check' || last === 'notes') return ofLast(context, around, library);
    if (context?.views?.who && !context.stale) return ofPeople(context.views.who, around, library);
  }
  // all that can be checked, in a note or in all of them
  const [note, second] = named;
  const isAll = named.length > 0 || phrases.has('all');
  if (phrases.has('check') && isAll && second === undefined && dates.length === 0 && isOnly(utterance, around)) {
    if (numbers.length === 0) return [ofNote(note, around)];
  }
  if (
    phrases.has('check') &&
    note === undefined &&
    isOnly(utterance, around) &&
    numbers.length === 0 &&
    marked(utterance, 'reference').length > 0
  ) {
    return ofLast(context, around, library);
  }
  if (strangeIn(utterance, phrases.all).length > 3) return [];
  return ofWords(utterance, phrases, library, isFollowUp);
};
