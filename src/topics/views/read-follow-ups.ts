import { firstWordOf, isOnly, marked, numbersIn, slotsOf } from '../../language/index.ts';
import type { Library, NoteTopic } from '../../notes/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import type { Reading } from '../reading.ts';
import type { ViewsQuestion } from './question.ts';
import { notesShown, otherSide, peopleShown, sameSide } from './read-shown.ts';
import { settledIn, type Terms, viewsButtonName, viewsOf } from './read-terms.ts';

type Place = Reading['uses'][number];

const LAST_PAGE = 99;

const pageAsked = ({
  utterance,
  phrases,
}: Terms): { readonly page?: number; readonly by: number; readonly uses: readonly Place[] } | undefined => {
  const marks = [...phrases.of('page'), ...marked(utterance, 'more'), ...slotsOf(utterance, 'ignored')];
  const [page] = phrases.of('page', 'page');
  const typed = page && utterance.words[page.to];
  if (typed !== undefined && /^\d{1,2}$/.test(typed)) {
    return { page: Number(typed), by: 0, uses: [...marks, { from: page?.from ?? 0, to: (page?.to ?? 0) + 1 }] };
  }
  if (phrases.has('page', 'previous')) return { by: -1, uses: marks };
  return phrases.has('page', 'next') ? { by: 1, uses: marks } : undefined;
};

/** `more`, `page 3`: another part of a long list. */
const readPage = (terms: Terms, last: Question): readonly Reading[] => {
  const asked = pageAsked(terms);
  // "does he show up in the others" is of him
  if (
    !asked ||
    isOne(terms) ||
    terms.phrases.has('agree') ||
    !isOnly(terms.utterance, [...asked.uses, ...terms.phrases.of('view', 'strong')])
  )
    return [];
  if (last.kind !== 'views' && last.kind !== 'check' && last.kind !== 'conflicts' && last.kind !== 'figure') return [];
  const page = Math.min(Math.max(1, asked.page ?? (last.page ?? 1) + asked.by), LAST_PAGE);
  return [{ asks: { ...last, page }, name: `Page ${page}`, how: 'exact', uses: [...asked.uses, ...terms.uses] }];
};

const isOf = (library: Library, who: readonly string[], topic: NoteTopic): boolean =>
  library.claims.some(
    ({ speaker, firm, topics }) => (who.includes(speaker ?? '') || who.includes(firm)) && topics.includes(topic),
  );

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((value) => other.includes(value));

/** The last question with what these words name in its place: `and the bulls?`, `same for wilson`, `and on inflation?` */
const narrowed = (terms: Terms, last: ViewsQuestion, library: Library): ViewsQuestion | undefined => {
  const { who, stances, topics, notes, horizon, phrases } = terms;
  const { page: _, claims: __, risks: ___, ...kept } = last;
  const { who: ____, ...ofAnybody } = kept;
  if (who.length > 0) {
    const about = topics.length > 0 ? topics : (kept.topics ?? []).filter((topic) => isOf(library, who, topic));
    return viewsOf({ who, topics: about, notes });
  }
  const isExpired = phrases.has('expired');
  if (stances.length > 0)
    return viewsOf({
      ...ofAnybody,
      stances,
      ...(topics.length > 0 && { topics }),
      ...(horizon && { horizon }),
      ...settledIn(phrases),
    });
  if (isExpired) return viewsOf({ ...kept, ...settledIn(phrases) });
  if (topics.length > 0) return viewsOf({ ...kept, topics });
  if (notes.length > 0) return viewsOf({ ...kept, notes });
  return horizon && viewsOf({ ...kept, horizon });
};

const reading = (question: ViewsQuestion, uses: readonly Place[]): readonly Reading[] => [
  { asks: question, name: viewsButtonName(question), how: 'exact', uses },
];

/** `in the same piece`, `in that note`: where those shown were. */
const isInSameNote = ({ utterance: { words } }: Terms): boolean =>
  words.some(
    (word, at) =>
      /^(?:note|piece|article|report|paper|story|post)$/.test(word) &&
      /^(?:same|that|this|the)$/.test(words[at - 1] ?? ''),
  );

/** `him`, `her`: one person, who is nobody where several were shown. */
const isOne = ({ utterance: { words } }: Terms): boolean =>
  words.some((word) => /^(?:he|him|his|she|her|hers)$/.test(word));

/** `do others share that`, `is he alone in that`. */
const isOfSomebody = ({ utterance: { words }, phrases }: Terms): boolean =>
  phrases.has('somebody', 'anybody') || words.some((word) => /^(?:others?|alone|only)$/.test(word));

/** `which of those`, `any of them`. */
const isAmongShown = ({ utterance: { words } }: Terms): boolean =>
  words.some((word, at) => /^(?:of|among)$/.test(word) && /^(?:those|them|these)$/.test(words[at + 1] ?? ''));

const notesIn = ([first, ...rest]: readonly string[]): Pick<ViewsQuestion, 'notes'> =>
  first === undefined ? {} : { notes: [first, ...rest.slice(0, 5)] };

/** Short messages that go on from the views shown last. */
export const readOnward = (terms: Terms, context: Context | undefined, library: Library): readonly Reading[] => {
  const { utterance, phrases, who, topics, uses } = terms;
  if (context === undefined || context.stale || numbersIn(utterance).length > 0) return [];
  const page = readPage(terms, context.last);
  if (page.length > 0) return page;
  const shown = context.last.kind === 'source' ? context.last.of : context.last;
  const last = shown.kind === 'views' ? shown : undefined;
  const isSaid = isOnly(utterance, uses);
  if (!isSaid) return [];
  const isOfNobody =
    last !== undefined && phrases.has('pronoun', 'pronoun') && isOne(terms) && peopleShown(last, library).length === 0;
  if (isOfNobody) return [];
  const isSome = phrases.has('somebody', 'some') && !isInSameNote(terms);
  if (phrases.has('other') && who.length === 0 && topics.length === 0 && !isSome) {
    const isAsked = last !== undefined || phrases.has('somebody', 'anybody');
    if (utterance.words[0] === 'i' || !isAsked) return [];
    const question = last ? otherSide(last, library) : ({ kind: 'views' } as const);
    const isThere = last !== undefined && isInSameNote(terms);
    return reading(isThere ? { ...question, ...notesIn(notesShown(last, library)) } : question, uses);
  }
  if (last && who.length === 0 && phrases.has('agree') && isOfSomebody(terms)) {
    const question = sameSide(last, library);
    return question ? reading(question, uses) : [];
  }
  const before = last ? peopleShown(last, library) : [];
  const isCompared =
    marked(utterance, 'compare').length > 0 ||
    phrases.all.some(
      ({ from, to, tag }) =>
        tag === 'view' && /^(?:agrees?|disagrees?|differs?)$/.test(utterance.words.slice(from, to).join(' ')),
    ) ||
    utterance.words.some((word) => /^(?:different|compared?|versus|vs|against|than)$/.test(word));
  const isBack = phrases.has('pronoun') || marked(utterance, 'reference').length > 0;
  const startsCompared = /^(?:vs|versus|against|compared)$/.test(utterance.words[firstWordOf(utterance)] ?? '');
  if (before.length > 0 && who.length > 0 && !isSame(who, before) && isCompared && (isBack || startsCompared)) {
    return reading(viewsOf({ who: [...before, ...who].slice(0, 6) }), uses);
  }
  if (
    before.length > 0 &&
    who.length === 0 &&
    (phrases.has('firm') ||
      phrases.has('quote') ||
      (phrases.has('pronoun') && (!phrases.has('somebody', 'anybody') || isOne(terms))))
  ) {
    return reading(viewsOf({ who: before, topics: phrases.has('firm') ? [] : topics }), uses);
  }
  if (last && isInSameNote(terms) && terms.stances.length > 0 && who.length === 0 && terms.notes.length === 0) {
    return reading(viewsOf({ stances: terms.stances, topics, notes: notesShown(last, library) }), uses);
  }
  const isOnward =
    phrases.of('same').some(({ from }) => from === 0) ||
    marked(utterance, 'only').length > 0 ||
    (terms.stances.length > 0 && utterance.words.length <= 3);
  const isAmong = isAmongShown(terms);
  if (!last || !(isOnward || isAmong)) return [];
  if (phrases.has('somebody', 'anybody') && who.length === 0 && !isAmong) return [];
  const question = narrowed(terms, last, library);
  return question ? reading(question, uses) : [];
};
