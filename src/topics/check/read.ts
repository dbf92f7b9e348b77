import {
  type Amount,
  hasAny,
  isOnly,
  marked,
  marksOf,
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
import { findingsIn, MONTHS } from '../findings.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import { again, found, MOST_OF_LAST, notesIn, ofLast, ofNote, ofPeople, SHORT } from './read-shown.ts';
import { CHECKS } from './read-words.ts';

const MOST_FOUND = 5;
const LONG = 12;
const FEWEST_TERMS = 2;
const FEWEST_RANKED = 4;
const MOST_RANKED = 4;
const MOST_STRANGE = 3;
/** Whom claims are about, and who makes none. */
const FED: ReadonlySet<string> = new Set(['Federal Reserve', 'Jerome Powell']);

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
        !/^(?:claims?|date|story|statement|numbers?|figures?|they)$/.test(word),
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
  to - from <= 2 && words[from - 1] === ',' && tokens.slice(to).every(({ kind }) => kind === 'sign');

/** `did the fed really cut in july 2024`, `what did note 002 get wrong`, `check the 26% claim`, `is that true`. */
export const readCheck: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, CHECKS);
  const last = context?.last.kind;
  const numbers = numbersIn(utterance);
  const opener = utterance.words[0] ?? '';
  const onward = context?.stale ? [] : again(utterance, phrases, context?.last, library);
  if (onward.length > 0) return onward;
  const isPrint = (amount: Amount): boolean =>
    (amount.unit !== undefined || amount.isDecimal || amount.isFraction) &&
    amount.unit !== 'bp' &&
    findingsIn(library).ofAmount(amount).length > 0;
  const isAmount = slotsOf(utterance, 'amount').some(isPrint);
  const isOfAmount = isAmount && !hasAny(utterance, 'move');
  const isFollowUp =
    last === 'check' &&
    !context?.stale &&
    utterance.words.length <= (isOfAmount ? LONG : SHORT) &&
    (isOfAmount || /^(?:and|what|how|then|plus|also)$/.test(opener));
  // "did the s&p gain 26% in 2023": held against the record where a note prints the number
  const isPrinted = isAmount && /^(?:did|was|were|is|are|has|had|so)$/.test(opener);
  const isRate = slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);
  // "…, right?": no doubt, only manners
  const checks = phrases.of('check').filter((mark) => !isTag(utterance, mark));
  if (checks.length === 0 && !phrases.has('that') && !isFollowUp && !(isPrinted && !isRate)) return [];
  const isDated =
    slotsOf(utterance, 'date').length + slotsOf(utterance, 'note').length + slotsOf(utterance, 'who').length > 0;
  if (isRate && numbers.length > 0 && !isDated && !(isFollowUp && isOfAmount)) return [];
  if (phrases.has('not') || slotsOf(utterance, 'clock').length > 0) return [];
  if (hasAny(utterance, 'brief', 'advice', 'odds', 'correction')) return [];
  const { named, uses: byNote } = notesIn(utterance, library);
  const around = [...phrases.all, ...byNote, ...marksOf(utterance, 'document', 'reference')];
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
  if (phrases.has('check') && numbers.length === 0 && isOnly(utterance, around)) {
    if (isAll && second === undefined && slotsOf(utterance, 'date').length === 0) return [ofNote(note, around)];
    if (note === undefined && hasAny(utterance, 'reference')) return ofLast(context, around, library);
  }
  const isStrange = strangeIn(utterance, phrases.all).length > MOST_STRANGE;
  return isStrange ? [] : ofWords(utterance, phrases, library, isFollowUp);
};
