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
  overlaps,
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
import { noteNumberOf } from '../../notes/index.ts';
import { withYears } from '../../periods/index.ts';
import { noteShown, shownIn } from '../context.ts';
import { findingsIn, MONTHS } from '../findings.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import { readConcluded } from './read-concluded.ts';
import {
  behindCheck,
  found,
  MOST_OF_LAST,
  notesIn,
  ofDecision,
  ofLast,
  ofNote,
  ofPeople,
  ofVerdicts,
  SHORT,
} from './read-shown.ts';
import words from './words.json' with { type: 'json' };

/** Words that hold what a note says against the record, and those that stand around them. */
export const CHECKS = lexiconOf(words.check);

const MOST_FOUND = 5;
const LONG = 12;
/** So many at most have one number of one person, or one with decimals of its own. */
const MOST_KNOWN = 2;
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

const CLAIMED = /^(?:first|biggest|largest|smallest|highest|lowest|longest|deepest|widest|steepest|never)$/;

/** A claim by what it says; where that something was the first or the biggest is doubted, the finding that states it. */
const ofWords: typeof claimed = (utterance, phrases, library, isFollowUp, noteMeant) => {
  const readings = claimed(utterance, phrases, library, isFollowUp, noteMeant);
  const word = utterance.words.find((one) => CLAIMED.test(one))?.replace('first', 'first|began');
  const { all } = findingsIn(library);
  const ids = readings.flatMap(({ asks }) => (asks.kind === 'check' ? (asks.findings ?? []) : []));
  if (word === undefined || ids.length === 0) return readings;
  const claims = all.flatMap(({ id, claims: of }) => (ids.includes(id) ? of : []));
  const [stating] = all.filter(
    (one) =>
      one.claims.some((claim) => claims.includes(claim)) &&
      new RegExp(`\\b(?:${word})`).test(`${one.subject} ${one.said.join(' ')}`.toLowerCase()),
  );
  return stating
    ? found([stating.id], [wholeOf(utterance)], library, readings.some((one) => !one.isOffer) ? {} : { isOffer: true })
    : readings.map((one) => ({ ...one, isOffer: true as const }));
};

/** A claim by its number, its day, its words. */
const claimed = (
  utterance: Utterance,
  phrases: Phrases,
  library: Library,
  isFollowUp: boolean,
  noteMeant?: string,
): readonly Reading[] => {
  const { all, search, ofAmount, ofWho } = findingsIn(library);
  const { named: saidNotes, uses: byNote } = notesIn(utterance, library);
  const named = saidNotes.length === 0 && noteMeant ? [noteMeant] : saidNotes;
  const who = slotsOf(utterance, 'who');
  // "looks off, i get 0.53ish": the number of who asks
  const own = / i (?:get|got|make it|have it at|work out) (?:about |roughly |nearer )?$/;
  const numbers = slotsOf(utterance, 'amount').filter(
    ({ duty, from }) => duty === 'must' && !own.test(` ${utterance.words.slice(0, from).join(' ')} `),
  );
  // "a third, ~35%": the plainer one of two
  const plain = numbers.filter(({ isFraction, isSpelled }) => !(isFraction && isSpelled));
  const amounts = plain.length > 0 ? plain : numbers;
  const skipped = [...phrases.of('check'), ...phrases.of('that'), ...byNote, ...who, ...marked(utterance, 'document')];
  const uses = [...phrases.all, ...skipped];
  const dates = slotsOf(utterance, 'date');
  const spoken = [...skipped, ...phrases.of('rest'), ...dates, ...numbers];
  const said = [...utterance.words.filter((_, at) => !isIn(spoken, at)), ...dates.flatMap(wordsOfDay)].join(' ');
  const people = who
    .filter((one) => !byNote.some(({ from }) => from === one.from) && !FED.has(one.value))
    .map(({ value }) => value);
  const theirs = people.length > 0 ? ofWho(people) : undefined;
  const isTheirs = (id: string): boolean =>
    (named.length === 0 || named.includes(noteNumberOf(id))) && (theirs === undefined || theirs.includes(id));
  const keeps = (id: string): boolean => isTheirs(id) && amounts.every((amount) => ofAmount(amount).includes(id));
  const whole = [wholeOf(utterance)];
  if (theirs?.length === 0) return [];
  if (theirs !== undefined && isOnly(utterance, uses)) return found(theirs.slice(0, MOST_OF_LAST), uses, library);
  const { ids, ...looked } = search(said, keeps);
  // "check the 26% claim", "the fidelity guy says .6": by its number alone
  const isAsked = phrases.has('check') || phrases.has('that');
  const printing = amounts.length > 0 ? all.flatMap(({ id }) => (keeps(id) ? [id] : [])) : [];
  const isExact = isAsked && amounts.some(({ value }) => /\.\d\d/.test(String(value)));
  const isKnown = isExact || theirs || named.length > 0;
  if (looked.terms === 0 && (isAsked || isFollowUp) && printing.length > 0)
    return found(printing.slice(0, MOST_FOUND), whole, library);
  if (looked.fits === 0 && isKnown && printing.length <= MOST_KNOWN) return found(printing, whole, library);
  // a number that a finding has fits as a word does, and so does its note
  const more = amounts.length + Math.min(1, named.length);
  const [terms, fits] = [looked.terms + more, looked.fits + more];
  const best = ids.slice(0, amounts.length > 0 ? MOST_FOUND : MOST_UNNUMBERED);
  const isShort = utterance.tokens.filter(({ kind }) => kind !== 'sign').length <= SHORT;
  if (looked.isFull && (terms >= FEWEST_TERMS || isFollowUp || isShort)) return found(best, whole, library);
  // its number and most of its words
  const isMeant = amounts.length > 0 && isAsked && looked.fits > 0 && fits * 2 > terms;
  if (isMeant && best.length === 1) return found(best, whole, library);
  // most of the words: what they resemble, and said so
  const isMost = terms >= FEWEST_RANKED && fits * 3 >= terms * 2 && phrases.has('check');
  const [only, second] = ids;
  if (isMost && only && !second) return found([only], whole, library);
  if (isMost) return found(ids.slice(0, MOST_RANKED), [...uses, ...dates, ...numbers], library, { how: 'ranked' });
  const offers = best.length > 0 && terms >= FEWEST_TERMS && (looked.isFull || ids.length <= 2);
  if (offers) return found(best, uses, library, { isOffer: true });
  // another number than the note's own: "half the russell loses money"
  const near = amounts.length > 0 && phrases.has('check') ? search(said, isTheirs) : undefined;
  const isNear = near && near.fits >= FEWEST_TERMS && near.fits * 2 >= near.terms;
  return isNear ? found(near.ids.slice(0, 1), whole, library, { isOffer: true }) : [];
};

const OF_NOTE = /\b(?:its|his|her|their|the notes) (?:[a-z]+ )?(?:line|claim|point|date|story|number|figure)\b/;
/** `like west says`, behind what is asked. */
const AS_SAID = /\S .*\b(?:like|as) (?:\S+ ){1,3}(?:says?|said|claims?|claimed|has it|writes?|wrote)\W*$/;
const THAT = /\b(?:(?:about|on|with|get|got|have|has) (?:that|this|it)|(?:the|that|this) (?:figure|number|claim))\b/;
const TOO = /\b(?:too|also|as well)(?: ,)? (?:right|yes|no|correct)(?: \?)?$/;
/** `someone said cash paid 5 pct, ok?`: in some note, it may be. */
const HEARD =
  /^(?:(?:and|so|hi|ok) )*(?:i|we|someone|somebody|a client|my (?:boss|pm|client)) (?:said|says?|read|reads|heard|saw|claims?|claimed|told me|thinks?|reckons?)\b/;
const ENDS_IN_DOUBT = /,? (?:fair|ok|okay|right|true|correct)\s*\?+$/i;

/** `…, right?` at the end of what was said, `right, …` before it. */
const isTag = ({ words, tokens }: Utterance, { from, to }: Place): boolean =>
  /^(?:right|true|correct|really|honestly)$/.test(words[from] ?? '') &&
  ((words[from - 1] === ',' && tokens.slice(to).every(({ kind }) => kind === 'sign')) ||
    (from === 0 && /^[,.;!]$/.test(words[to] ?? '')));

/** `who turned out wrong`, `whose call was right`, `bad calls`: of views, and of what came of them. */
const OF_CALLS =
  /^(?:(?:and|so|ok|hi|hey) )*(?:(?:who|whos) (?:turned out|ended up|called it|made an?|has egg)|(?:whose|which) (?:calls?|predictions?|forecasts?) (?:was|were|failed|missed|came)|(?:the )?(?:wrong|right|good|bad) calls)\b/;

/** `did the fed really cut in july 2024`, `what did note 002 get wrong`, `check the 26% claim`, `is that true`. */
export const readCheck: ReadTopic = (typed, context, library, { today }) => {
  // "since 22"
  const utterance = withYears(typed, today);
  const phrases = phrasesOf(utterance, CHECKS);
  const matches = matcherOf(utterance, phrases);
  const shown = context?.stale ? undefined : shownIn(context);
  const isNumbered = numbersIn(utterance).length > 0;
  if (!isNumbered && OF_CALLS.test(utterance.joined)) return [];
  const concluded = readConcluded(utterance, context, library);
  if (concluded.length > 0) return concluded;
  const decision = ofDecision(utterance, library);
  if (decision.length > 0) return decision;
  const verdicts = isNumbered ? [] : ofVerdicts(utterance, phrases, shown, library);
  if (verdicts.length > 0) return verdicts;
  // "note 1s numbers i mean", behind a check that was asked back
  const wanted = context?.stale ? context.tentative?.find(({ last }) => last.kind === 'check')?.last : undefined;
  const onward = behindCheck(utterance, phrases, shown ?? wanted, library);
  if (onward.length > 0) return onward;
  const isPrint = (amount: Amount): boolean =>
    (amount.unit !== undefined || amount.isDecimal || amount.isFraction) &&
    amount.unit !== 'bp' &&
    findingsIn(library).ofAmount(amount).length > 0;
  const isPrinted = slotsOf(utterance, 'amount').some(isPrint);
  const isOfPrint = isPrinted && !matches('@move');
  const opener = utterance.words[0] ?? '';
  const who = slotsOf(utterance, 'who');
  const isSaying = says(utterance, /^(?:says?|said|reckons?|thinks?|has|have|writes?|wrote)$/);
  // "and what it says about july 2024": of the note that was shown
  const isOfIt = says(utterance, /^(?:it|its)$/) && says(utterance, /^(?:says?|said|about)$/);
  const isOfNote = shown?.kind === 'notes' && isOfIt && slotsOf(utterance, 'date').length > 0;
  const isFollowUp =
    (shown?.kind === 'check' || isOfNote) &&
    // "what does calvasina say in it"
    !(who.length > 0 && isSaying && !isPrinted) &&
    utterance.words.length <= (isOfPrint ? LONG : SHORT) &&
    (isOfPrint || /^(?:and|what|how|then|plus|also)$/.test(opener));
  // "wells fargo too right", behind views: no doubt of theirs
  if (context?.last.kind === 'views' && who.length > 0 && TOO.test(utterance.joined)) return [];
  const isRate = slotsOf(utterance, 'direction').some(
    (one) => one.of === 'rate' && one.isStrong && !phrases.of('check').some((mark) => overlaps(mark, one)),
  );
  // "did the s&p gain 26% in 2023": held against the record where a note prints the number
  const isPut =
    isPrinted &&
    !isRate &&
    // "stevenson's 0.6"
    ((who.length === 1 && isOnly(utterance, [...who, ...slotsOf(utterance, 'amount')])) ||
      /^(?:(?:did|was|wsnt|were|is|are|has|had)(?:nt)?|so)$/.test(opener) ||
      (who.length > 0 && isSaying));
  // "…, right?": no doubt, only manners; "why so much more?" asks for the reason
  const isUnsure = opener !== 'why' && (phrases.has('that') || matches('sure ?'));
  // "its line that r2k topped the 21 high, ok?": what a note has is held against the record
  const isOfNoteShown = shown !== undefined && OF_NOTE.test(utterance.joined);
  const isHeld =
    ENDS_IN_DOUBT.test(typed.typed.trim()) &&
    (isOfNoteShown || HEARD.test(utterance.joined) || notesIn(utterance, library).named.length === 1);
  const isQuoted = AS_SAID.test(utterance.joined) && slotsOf(utterance, 'who').length > 0;
  const isDoubted = isHeld || isQuoted || isUnsure || phrases.of('check').some((mark) => !isTag(utterance, mark));
  if (!isDoubted && !isFollowUp && !isPut) return [];
  if (isRate && isNumbered && matches('-#date -#note -#who') && !(isFollowUp && isOfPrint)) return [];
  if (matches('not|#clock|@brief|@advice|@odds|@correction')) return [];
  const { named, uses: byNote } = notesIn(utterance, library);
  const around = [...phrases.all, ...byNote, ...marksOf(utterance, 'document', 'reference')];
  // "sure? i had it down as a quarter": the number is the person's own
  const doubted = isUnsure && shown ? ofLast(context, [wholeOf(utterance)], library) : [];
  if (isNumbered && doubted.length > 0 && phrases.has('sure', 'had'))
    return doubted.map((one) => ({ ...one, isOffer: true as const }));
  const isBrief = utterance.words.length <= SHORT;
  if (!isNumbered) {
    const that = [...phrases.of('that'), ...phrases.of('sure'), ...marked(utterance, 'reference')];
    if (isUnsure && isBrief && isOnly(utterance, that)) return ofLast(context, [wholeOf(utterance)], library);
    const isWhole = isOnly(utterance, around);
    // "do his numbers hold water": of the person spoken of last
    if (isWhole && matches(`check|that ${HIS} -#who`)) {
      if (context?.last.kind === 'check' || context?.last.kind === 'notes') return ofLast(context, around, library);
      if (context?.views?.who && !context.stale) return ofPeople(context.views.who, around, library);
    }
    // all that can be checked, in a note or in all of them
    const [note, second] = named;
    const isDated = slotsOf(utterance, 'date').some((date) => !byNote.some(({ from }) => from === date.from));
    const isAll = (note !== undefined || phrases.has('all')) && second === undefined && !isDated;
    if (isWhole && phrases.has('check')) {
      // "did the note get that right", behind one figure of it
      const isThat = shown !== undefined && THAT.test(utterance.joined);
      if (isAll && !isThat) return [ofNote(note, around)];
      if (isThat || (note === undefined && isBrief && hasAny(utterance, 'reference')))
        return ofLast(context, around, library);
    }
  }
  return strangeIn(utterance, phrases.all).length > MOST_STRANGE
    ? []
    : ofWords(
        utterance,
        phrases,
        library,
        isFollowUp,
        shown && (isOfIt || isOfNoteShown) ? noteShown(shown) : undefined,
      );
};
