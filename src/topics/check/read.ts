import {
  type Amount,
  hasAny,
  isIn,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  matcherOf,
  numbersIn,
  type Phrases,
  type Place,
  phrasesOf,
  type SlotOf,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { findingsIn, MONTHS } from '../findings.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import { again, found, MOST_OF_LAST, notesIn, ofLast, ofNote, ofPeople, ofVerdicts, SHORT } from './read-shown.ts';
import words from './words.json' with { type: 'json' };

/** Words that hold what a note says against the record, and those that stand around them. */
export const CHECKS = lexiconOf(words.check);

const MOST_FOUND = 5;
const LONG = 12;
const FEWEST_TERMS = 2;
const FEWEST_RANKED = 4;
const MOST_RANKED = 4;
const MOST_UNNUMBERED = 3;
const MOST_STRANGE = 3;
/** Whom claims are about, and who makes none. */
const FED: ReadonlySet<string> = new Set(['Federal Reserve', 'Jerome Powell']);

/** Of the person spoken of last. */
const HIS = '=he|=his|=him|=she|=her|=hers|=their';

/** A day in the words of the notes: `july 24` may be a year. */
const wordsOfDay = ({ year, month, edge }: SlotOf<'date'>): readonly string[] => [
  ...(edge === 'end' ? ['end'] : []),
  ...(month === undefined ? [] : [MONTHS[month - 1] ?? '']),
  ...(year === undefined ? [] : [String(year)]),
];

/** A claim by what it says: its number, its day, its words. */
const ofWords = (utterance: Utterance, phrases: Phrases, library: Library, isFollowUp: boolean): readonly Reading[] => {
  const { all, search, ofAmount, ofWho } = findingsIn(library);
  const { named, uses: byNote } = notesIn(utterance, library);
  const who = slotsOf(utterance, 'who');
  const amounts = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const skipped = [...phrases.of('check'), ...phrases.of('that'), ...byNote, ...who, ...marked(utterance, 'document')];
  const uses = [...phrases.all, ...skipped];
  const dates = slotsOf(utterance, 'date');
  const spoken = [...skipped, ...phrases.of('rest'), ...dates, ...amounts];
  const said = [...utterance.words.filter((_, at) => !isIn(spoken, at)), ...dates.flatMap(wordsOfDay)].join(' ');
  const people = who
    .filter((one) => !byNote.some(({ from }) => from === one.from) && !FED.has(one.value))
    .map(({ value }) => value);
  const theirs = people.length > 0 ? ofWho(people) : undefined;
  const isTheirs = (id: string): boolean =>
    (named.length === 0 || named.includes(id.slice(0, 3))) && (theirs === undefined || theirs.includes(id));
  const keeps = (id: string): boolean => isTheirs(id) && amounts.every((amount) => ofAmount(amount).includes(id));
  const whole = [wholeOf(utterance)];
  if (theirs?.length === 0) {
    const own = library.claims.find(({ speaker, firm }) => people.includes(speaker ?? firm) || people.includes(firm));
    return own ? [ofNote(own.note.number, uses, { isOffer: true })] : [];
  }
  if (theirs !== undefined && isOnly(utterance, uses)) return found(theirs.slice(0, MOST_OF_LAST), uses, library);
  const { ids, ...looked } = search(said, keeps);
  // "check the 26% claim": by its number alone
  const isAsked = phrases.has('check') || phrases.has('that');
  if (amounts.length > 0 && looked.terms === 0 && (isAsked || isFollowUp))
    return found(
      all
        .map(({ id }) => id)
        .filter(keeps)
        .slice(0, MOST_FOUND),
      whole,
      library,
    );
  // a number that a finding has fits as a word does
  const [terms, fits] = [looked.terms + amounts.length, looked.fits + amounts.length];
  const best = ids.slice(0, amounts.length > 0 ? MOST_FOUND : MOST_UNNUMBERED);
  const isShort = utterance.tokens.filter(({ kind }) => kind !== 'sign').length <= SHORT;
  if (looked.isFull && (terms >= FEWEST_TERMS || isFollowUp || isShort)) return found(best, whole, library);
  // its number and most of its words
  const isMeant = amounts.length > 0 && isAsked && looked.fits > 0 && fits * 2 > terms;
  if (isMeant && best.length === 1) return found(best, whole, library);
  // most of the words: what they resemble, and said so
  const isMost = terms >= FEWEST_RANKED && fits * 3 >= terms * 2 && phrases.has('check');
  if (isMost) return found(ids.slice(0, MOST_RANKED), [...uses, ...dates, ...amounts], library, { how: 'ranked' });
  const offers = best.length > 0 && terms >= FEWEST_TERMS && (looked.isFull || ids.length <= 2);
  if (offers) return found(best, uses, library, { isOffer: true });
  // another number than the note's own: "half the russell loses money"
  const near = amounts.length > 0 && phrases.has('check') ? search(said, isTheirs) : undefined;
  const isNear = near && near.fits >= FEWEST_TERMS && near.fits * 2 >= near.terms;
  return isNear ? found(near.ids.slice(0, 1), whole, library, { isOffer: true }) : [];
};

/** `…, right?` at the end of what was said. */
const isTag = ({ words, tokens }: Utterance, { from, to }: Place): boolean =>
  to - from <= 2 && words[from - 1] === ',' && tokens.slice(to).every(({ kind }) => kind === 'sign');

/** `did the fed really cut in july 2024`, `what did note 002 get wrong`, `check the 26% claim`, `is that true`. */
export const readCheck: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, CHECKS);
  const matches = matcherOf(utterance, phrases);
  const shown = context?.stale ? undefined : context?.last;
  const isNumbered = numbersIn(utterance).length > 0;
  const verdicts = isNumbered ? [] : ofVerdicts(utterance, phrases, shown, library);
  if (verdicts.length > 0) return verdicts;
  const onward = again(utterance, phrases, shown, library);
  if (onward.length > 0) return onward;
  const isPrint = (amount: Amount): boolean =>
    (amount.unit !== undefined || amount.isDecimal || amount.isFraction) &&
    amount.unit !== 'bp' &&
    findingsIn(library).ofAmount(amount).length > 0;
  const isPrinted = slotsOf(utterance, 'amount').some(isPrint);
  const isOfPrint = isPrinted && !matches('@move');
  const opener = utterance.words[0] ?? '';
  const isFollowUp =
    shown?.kind === 'check' &&
    utterance.words.length <= (isOfPrint ? LONG : SHORT) &&
    (isOfPrint || /^(?:and|what|how|then|plus|also)$/.test(opener));
  const isRate = slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);
  // "did the s&p gain 26% in 2023": held against the record where a note prints the number
  const isPut = isPrinted && !isRate && /^(?:did|was|were|is|are|has|had|so)$/.test(opener);
  // "…, right?": no doubt, only manners; "why so much more?" asks for the reason
  const isUnsure = opener !== 'why' && (phrases.has('that') || matches('sure ?'));
  const isDoubted = isUnsure || phrases.of('check').some((mark) => !isTag(utterance, mark));
  if (!isDoubted && !isFollowUp && !isPut) return [];
  if (isRate && isNumbered && matches('-#date -#note -#who') && !(isFollowUp && isOfPrint)) return [];
  if (matches('not|#clock|@brief|@advice|@odds|@correction')) return [];
  const { named, uses: byNote } = notesIn(utterance, library);
  const around = [...phrases.all, ...byNote, ...marksOf(utterance, 'document', 'reference')];
  // "sure? i had it down as a quarter": the number is the person's own
  const doubted = isUnsure && shown ? ofLast(context, [wholeOf(utterance)], library) : [];
  if (isNumbered && doubted.length > 0 && phrases.has('sure', 'had'))
    return doubted.map((one) => ({ ...one, isOffer: true as const }));
  if (!isNumbered) {
    const that = [...phrases.of('that'), ...phrases.of('sure'), ...marked(utterance, 'reference')];
    const isBrief = utterance.words.length <= SHORT;
    if (isUnsure && isBrief && isOnly(utterance, that)) return ofLast(context, [wholeOf(utterance)], library);
    const isWhole = isOnly(utterance, around);
    // "do his numbers hold water": of the person spoken of last
    if (isWhole && matches(`check|that ${HIS} -#who`)) {
      if (context?.last.kind === 'check' || context?.last.kind === 'notes') return ofLast(context, around, library);
      if (context?.views?.who && !context.stale) return ofPeople(context.views.who, around, library);
    }
    // all that can be checked, in a note or in all of them
    const [note, second] = named;
    const isAll = (note !== undefined || phrases.has('all')) && second === undefined && matches('-#date');
    if (isWhole && phrases.has('check')) {
      if (isAll) return [ofNote(note, around)];
      if (note === undefined && hasAny(utterance, 'reference')) return ofLast(context, around, library);
    }
  }
  return strangeIn(utterance, phrases.all).length > MOST_STRANGE
    ? []
    : ofWords(utterance, phrases, library, isFollowUp);
};
