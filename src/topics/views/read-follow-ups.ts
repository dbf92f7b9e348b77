import { isOnly, marksOf, pageIn, slotsOf, wholeOf } from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { daysIn } from '../../periods/index.ts';
import type { IsoDate } from '../../units.ts';
import { type Context, shownIn } from '../context.ts';
import type { Question } from '../questions.ts';
import { exactly, type Known, type Reading } from '../reading.ts';
import type { ViewsQuestion } from './question.ts';
import { viewsButtonName, viewsOf } from './read-filters.ts';
import { readListed } from './read-listed.ts';
import { isInSameNote, isOne, joined, MOST_WHO, type Onward, STEPS } from './read-onward.ts';
import { inNoteShown, peopleShown } from './read-shown.ts';
import type { Terms } from './read-terms.ts';

const LAST_PAGE = 99;
/** `more`, `page 3`: another part of a long list. */
const readPage = (terms: Terms, last: Question): readonly Reading[] => {
  const { utterance, phrases, matches } = terms;
  const typed = pageIn(utterance);
  const by = phrases.has('page', 'previous') ? -1 : phrases.has('page', 'next') ? 1 : 0;
  // "does he show up in the others" is of him, "why so much more" of no list
  if ((typed === undefined && by === 0) || isOne(terms) || matches('agree|pair|expired|=why')) return [];
  const uses = [
    ...phrases.of('page'),
    ...marksOf(utterance, 'more'),
    ...slotsOf(utterance, 'ignored'),
    ...(typed ? [typed.place] : []),
  ];
  if (!isOnly(utterance, [...uses, ...phrases.of('view', 'strong')])) return [];
  if (last.kind !== 'views' && last.kind !== 'check' && last.kind !== 'conflicts' && last.kind !== 'figure') return [];
  const page = Math.min(Math.max(1, typed?.page ?? (last.page ?? 1) + by), LAST_PAGE);
  // behind one of several points, the others
  const asks: Question = last.kind === 'conflicts' && last.conflicts ? { kind: 'conflicts' } : { ...last, page };
  return [exactly(asks, `Page ${page}`, [...uses, ...terms.uses])];
};

const MOST_DATED = 9;

/** `what did they say in 2024`, `only the ones from august`, behind views: of the notes of that time. */
const ofTime = (
  { utterance, phrases, length, who, stances, topics, without, hasMoves, uses }: Terms,
  { last, library, people }: Pick<Onward, 'last' | 'library' | 'people'>,
  today: Known['today'],
): readonly Reading[] => {
  const { since, until, alone, places } = daysIn(utterance, today);
  const said = [...uses, ...places];
  if (places.length === 0 || length > MOST_DATED || hasMoves || !isOnly(utterance, said)) return [];
  const isOfViews =
    phrases.has('view', 'strong') || phrases.has('view', 'mention') || stances.length + topics.length > 0;
  const isOfThose = /^(?:and|only|just|from|in|since|before|after|any|anything)\b|\b(?:ones?|those|them|notes?)\b/.test(
    utterance.joined,
  );
  if (!isOfViews && !isOfThose) return [];
  const [date, second] = [
    ...slotsOf(utterance, 'date'),
    ...slotsOf(utterance, 'span').flatMap(({ since: start }) => start ?? []),
  ];
  const isMonth = date?.month !== undefined && date.year === undefined && date.day === undefined && !second;
  // "from 2024" is of that year
  const isIn = !/\b(?:since|after|onwards?|later|on)\b/.test(utterance.joined);
  const isWithin = (on: IsoDate): boolean =>
    isMonth && !until && isIn
      ? Number(on.slice(5, 7)) === date.month
      : (!since || (on >= since.first && (!isIn || until !== undefined || on <= since.last))) &&
        (!until || on <= until.last) &&
        (alone.length === 0 || alone.some(({ first, last: end }) => on >= first && on <= end));
  const notes = library.notes.filter((note) => isWithin(note.date)).map(({ number }) => number);
  // "any of that from this year": from none, as the dates of those shown say
  if (notes.length === 0 && /\bany(?:thing)?\b/.test(utterance.joined))
    return [exactly({ kind: 'source', of: last }, 'Where that comes from', [...said, wholeOf(utterance)])];
  const { page: _, most: __, claims: ___, ...kept } = last;
  const isHim = phrases.has('pronoun') && people.length > 0 && stances.length === 0;
  const named = who.length > 0 ? who : isHim ? people : undefined;
  const asks = viewsOf({
    ...(named ? { who: named } : stances.length > 0 ? { stances } : kept),
    ...(topics.length > 0 && { topics }),
    ...without,
    notes: notes.length <= MOST_WHO ? notes : [],
  });
  // what no note is of, or too many are, is no list
  const isOffer = (notes.length === 0 || notes.length > MOST_WHO) && { isOffer: true as const };
  return [exactly(asks, viewsButtonName(asks), [...said, wholeOf(utterance)], { ...isOffer })];
};

/** `no goldman`, behind a list: without them, or of them after all. */
const withNo = ({ utterance, who, uses }: Terms, last: ViewsQuestion): readonly Reading[] => {
  const [name, other] = who;
  if (!name || other || utterance.words[0] !== 'no' || utterance.words[1] === ',' || last.who) return [];
  return [viewsOf({ ...last, withoutWho: joined(last.withoutWho ?? [], who) }), viewsOf({ who })].map((asks) =>
    exactly(asks, viewsButtonName(asks), uses, { isOffer: true }),
  );
};

/** Short messages that go on from the views shown last, or from another list of the library. */
export const readOnward = (
  terms: Terms,
  context: Context | undefined,
  library: Library,
  { today }: Known,
): readonly Reading[] => {
  const { utterance, matches, uses } = terms;
  const shown = shownIn(context);
  if (context === undefined || shown === undefined) return [];
  const item = readListed(utterance, shown, context.viewsBefore, library, today);
  // behind words that were not read, only offered
  if (context.stale) return item.map((one) => ({ ...one, isOffer: true as const }));
  if (item.length > 0) return item;
  const ofNote = terms.isNumbered ? undefined : inNoteShown(terms, shown, library);
  if (ofNote) return [exactly(ofNote, viewsButtonName(ofNote), [wholeOf(utterance)])];
  const page = readPage(terms, context.last);
  if (page.length > 0 || terms.isNumbered) return page;
  if (shown.kind === 'views') {
    const timed = ofTime(terms, { last: shown, library, people: peopleShown(shown, library) }, today);
    if (timed.length > 0) return timed;
  }
  if (!isOnly(utterance, uses)) return page;
  const reading = (question: ViewsQuestion) => [exactly(question, viewsButtonName(question), uses)];
  const last = shown.kind === 'views' ? shown : isOne(terms) ? context.views : undefined;
  if (last === undefined) {
    const isAsked =
      terms.who.length + terms.topics.length + terms.stances.length === 0 && matches('other somebody:anybody -^=i');
    return isAsked && (isInSameNote(terms) || matches('-somebody:some')) ? reading({ kind: 'views' }) : [];
  }
  const people = peopleShown(last, library);
  const before = context.viewsBefore ? peopleShown(context.viewsBefore, library) : [];
  const either = withNo(terms, last);
  if (either.length > 0) return either;
  for (const step of STEPS) {
    const question = step({ terms, last, library, people, before });
    if (question) return reading(question);
  }
  return [];
};
