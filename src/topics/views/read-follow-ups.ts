import { firstWordOf, isOnly, marked, marksOf, says, slotsOf } from '../../language/index.ts';
import { type Claim, isNamedSource, type Library, type NoteTopic, STANCES, type Stance } from '../../notes/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import type { Known, Reading } from '../reading.ts';
import type { ViewsQuestion } from './question.ts';
import { readListed } from './read-listed.ts';
import { settledIn, type Terms, viewsButtonName, viewsOf } from './read-terms.ts';

const LAST_PAGE = 99;
const MOST_WHO = 6;
const SHORT = 6;

/** `more`, `page 3`: another part of a long list. */
const readPage = (terms: Terms, last: Question): readonly Reading[] => {
  const { utterance, phrases } = terms;
  const [page] = phrases.of('page', 'page');
  const typed = page && utterance.words[page.to];
  const isTyped = typed !== undefined && /^\d{1,2}$/.test(typed);
  const by = phrases.has('page', 'previous') ? -1 : phrases.has('page', 'next') ? 1 : 0;
  // "does he show up in the others" is of him
  if ((!isTyped && by === 0) || isOne(terms) || phrases.has('agree') || phrases.has('pair')) return [];
  const uses = [
    ...phrases.of('page'),
    ...marksOf(utterance, 'more'),
    ...slotsOf(utterance, 'ignored'),
    ...(page && isTyped ? [{ from: page.from, to: page.to + 1 }] : []),
  ];
  if (!isOnly(utterance, [...uses, ...phrases.of('view', 'strong')])) return [];
  if (last.kind !== 'views' && last.kind !== 'check' && last.kind !== 'conflicts' && last.kind !== 'figure') return [];
  const is = Math.min(Math.max(1, isTyped ? Number(typed) : (last.page ?? 1) + by), LAST_PAGE);
  // behind one of several points, the others
  const asks: Question = last.kind === 'conflicts' && last.conflicts ? { kind: 'conflicts' } : { ...last, page: is };
  return [{ asks, name: `Page ${is}`, how: 'exact', uses: [...uses, ...terms.uses] }];
};

const isOneOf = (wanted: readonly string[] | undefined, ...values: readonly (string | undefined)[]): boolean =>
  wanted === undefined || values.some((value) => value !== undefined && wanted.includes(value));

/** The claims of an answer shown, as far as people, notes, topics and sides tell. */
const claimsShown = ({ who, notes, topics, stances, claims }: ViewsQuestion, library: Library): readonly Claim[] =>
  library.claims.filter(
    (claim) =>
      isOneOf(claims, claim.id) &&
      isOneOf(who, claim.speaker, claim.firm, claim.voice) &&
      isOneOf(notes, claim.note.number) &&
      isOneOf(topics, ...claim.topics) &&
      (stances === undefined || isOneOf(stances, claim.stance)),
  );

/** Who an answer was about: the people asked for, or the one voice that it showed. */
export const peopleShown = (last: ViewsQuestion, library: Library): readonly string[] => {
  if (last.who) return last.who;
  const claims = claimsShown(last, library).filter((claim) => isNamedSource(claim) && (claim.stance || last.claims));
  const people = [...new Set(claims.map(({ voice }) => voice))];
  return people.length === 1 ? people : [];
};

const notesShown = (last: ViewsQuestion, library: Library): readonly string[] =>
  last.notes ?? [...new Set(claimsShown(last, library).map(({ note }) => note.number))].slice(0, MOST_WHO);

const OPPOSED: Readonly<Record<Stance, readonly Stance[]>> = {
  bullish: ['bearish'],
  bearish: ['bullish'],
  mixed: ['bearish', 'mixed'],
  neutral: ['bearish', 'mixed'],
};

/** The side of those shown; somebody who warns is bearish whatever else he grants. */
const sideShown = (last: ViewsQuestion, library: Library): Stance | undefined => {
  const isOfSome = last.who ?? last.claims ?? last.topics;
  const sides = last.stances ?? (isOfSome ? claimsShown(last, library).map(({ stance }) => stance) : []);
  return (['bearish', 'bullish', 'mixed', 'neutral'] as const).find((side) => sides.includes(side));
};

const ofAnybody = ({ page: _, most: __, who: ___, claims: ____, risks: _____, ...rest }: ViewsQuestion) => rest;

const isOf = (library: Library, who: readonly string[], topic: NoteTopic): boolean =>
  library.claims.some(
    ({ speaker, firm, topics }) => (who.includes(speaker ?? '') || who.includes(firm)) && topics.includes(topic),
  );

/** `in the same piece`, `in that note`: where those shown were. */
const isInSameNote = ({ utterance: { words } }: Terms): boolean =>
  words.some(
    (word, at) =>
      /^(?:note|piece|article|report|paper|story|post)$/.test(word) &&
      /^(?:same|that|this|the)$/.test(words[at - 1] ?? ''),
  );

/** `him`, `her`: one person, who is nobody where several were shown. */
const isOne = ({ utterance }: Terms): boolean => says(utterance, /^(?:he|him|his|she|her|hers)$/);

/** `which of those`, `any of them`. */
const isAmongShown = ({ utterance: { words } }: Terms): boolean =>
  words.some((word, at) => /^(?:of|among)$/.test(word) && /^(?:those|them|these)$/.test(words[at + 1] ?? ''));

interface Onward {
  readonly terms: Terms;
  readonly last: ViewsQuestion;
  readonly library: Library;
  /** Who the last answer was about, and who the one before it was. */
  readonly people: readonly string[];
  readonly before: readonly string[];
}

/** What short words come to behind the views shown last: the first of these that says something. */
const STEPS: readonly ((onward: Onward) => ViewsQuestion | undefined)[] = [
  // "the opposite", "anybody in that article disagree?"
  ({ terms, last, library }) => {
    const { phrases, who, topics } = terms;
    const isSome = phrases.has('somebody', 'some') && !isInSameNote(terms);
    if (!phrases.has('other') || who.length + topics.length > 0 || isSome) return undefined;
    const side = sideShown(last, library) ?? 'mixed';
    const stances = [...OPPOSED[side]];
    const notes = isInSameNote(terms) ? notesShown(last, library) : last.notes;
    return viewsOf({ ...ofAnybody(last), stances, notes });
  },
  // "who agrees with her"
  ({ terms: { phrases, utterance, who }, last, library }) => {
    const isOfSome = phrases.has('somebody', 'anybody') || says(utterance, /^(?:others?|alone|only|else)$/);
    const side = sideShown(last, library);
    return who.length === 0 && phrases.has('agree') && isOfSome && side
      ? viewsOf({ ...ofAnybody(last), stances: [side] })
      : undefined;
  },
  // "how does he compare with wilson", "chuck ubs in too", "both of those next to each other"
  ({ terms: { utterance, phrases, who }, people, before }) => {
    const isCompared =
      marked(utterance, 'compare').length > 0 ||
      phrases
        .of('view')
        .some(({ from, to }) => /^(?:dis)?agrees?$|^differs?$/.test(utterance.words.slice(from, to).join(' '))) ||
      says(utterance, /^(?:different|compared?|versus|vs|against|than)$/);
    const isBack = phrases.has('pronoun') || marked(utterance, 'reference').length > 0;
    const startsCompared = /^(?:vs|versus|against|compared)$/.test(utterance.words[firstWordOf(utterance)] ?? '');
    const isAdded = phrases.has('added') || says(utterance, /^(?:too)$/);
    if (
      people.length > 0 &&
      who.some((name) => !people.includes(name)) &&
      (isAdded || (isCompared && (isBack || startsCompared)))
    )
      return viewsOf({ who: [...new Set([...people, ...who])].slice(0, MOST_WHO) });
    const both = [...new Set([...before, ...people])];
    return phrases.has('pair') && who.length === 0 && both.length > 1
      ? viewsOf({ who: both.slice(0, MOST_WHO) })
      : undefined;
  },
  // "his firm?", "what does she say on tariffs", "under what condition would he change his mind"
  ({ terms, people }) => {
    const { phrases, who, topics, needs, horizon } = terms;
    const isHim = phrases.has('pronoun') && (!phrases.has('somebody', 'anybody') || isOne(terms));
    if (people.length === 0 || who.length > 0 || !(phrases.has('firm', 'firm') || phrases.has('quote') || isHim))
      return undefined;
    if (phrases.has('firm')) return viewsOf({ who: people });
    return viewsOf({ who: people, topics: needs ? [] : topics, needs, horizon, ...settledIn(phrases) });
  },
  // "any bulls in the same piece?"
  ({ terms, last, library }) => {
    const { stances, topics, who, notes } = terms;
    return isInSameNote(terms) && stances.length > 0 && who.length + notes.length === 0
      ? viewsOf({ stances, topics, notes: notesShown(last, library) })
      : undefined;
  },
  // "without the neutral ones"
  ({ terms: { phrases, utterance, stances, who }, last }) => {
    const isLeft = phrases.has('except') || says(utterance, /^(?:leave|drop|lose|minus)$/);
    if (!isLeft || stances.length === 0 || who.length > 0) return undefined;
    const isSome = last.stances?.some((side) => !stances.includes(side));
    const sides = (isSome && last.stances) || STANCES;
    return viewsOf({ ...ofAnybody(last), stances: sides.filter((side) => !stances.includes(side)) });
  },
  // the last question with what these words name in its place: "and the bulls?", "same for wilson", "short run?"
  ({ terms, last, library, people }) => {
    const { utterance, phrases, who, stances, topics, notes, horizon, needs: asked, need } = terms;
    const needs = asked ?? (last.needs && need);
    const first = utterance.words[firstWordOf(utterance)] ?? '';
    const isWhole = phrases.has('view', 'strong') || phrases.has('somebody', 'anybody');
    const isAmong = isAmongShown(terms);
    const isOnward =
      phrases.of('same').some(({ from }) => from === 0) ||
      marked(utterance, 'only').length > 0 ||
      isAmong ||
      (utterance.words.length <= SHORT &&
        !isWhole &&
        (horizon !== undefined ||
          needs !== undefined ||
          phrases.has('expired') ||
          stances.length > 0 ||
          (people.length > 0 && topics.length > 0 && /^(?:on|about|re|regarding)$/.test(first))));
    if (!isOnward || (phrases.has('somebody', 'anybody') && who.length === 0 && !isAmong && !(last.needs && needs)))
      return undefined;
    const { page: _, most: __, claims: ___, risks: ____, ...kept } = last;
    if (who.length > 0) {
      const about = topics.length > 0 ? topics : (kept.topics ?? []).filter((topic) => isOf(library, who, topic));
      return viewsOf({ who, topics: about, notes });
    }
    const settled = phrases.has('expired') ? settledIn(phrases) : {};
    const isNamed = stances.length + topics.length + notes.length > 0 || horizon || needs || phrases.has('expired');
    if (!isNamed) return undefined;
    // a condition asked for is of any horizon
    const { horizon: _____, ...ofAny } = kept;
    const base = stances.length > 0 ? ofAnybody(last) : needs ? ofAny : kept;
    return viewsOf({
      ...base,
      ...(stances.length > 0 && { stances }),
      ...(topics.length > 0 && !needs && { topics }),
      ...(notes.length > 0 && { notes }),
      ...(horizon && { horizon }),
      ...(needs && { needs }),
      ...settled,
    });
  },
];

/** Short messages that go on from the views shown last, or from another list of the library. */
export const readOnward = (
  terms: Terms,
  context: Context | undefined,
  library: Library,
  { today }: Known,
): readonly Reading[] => {
  const { utterance, phrases, who, topics, uses } = terms;
  if (context === undefined || context.stale) return [];
  const shown = context.last.kind === 'source' ? context.last.of : context.last;
  const item = readListed(utterance, shown, library, today);
  if (item.length > 0) return item;
  const page = readPage(terms, context.last);
  if (page.length > 0 || terms.isNumbered || !isOnly(utterance, uses)) return page;
  const reading = (question: ViewsQuestion): readonly Reading[] => [
    { asks: question, name: viewsButtonName(question), how: 'exact', uses },
  ];
  const last = shown.kind === 'views' ? shown : isOne(terms) ? context.views : undefined;
  if (last === undefined) {
    const isAsked = phrases.has('other') && phrases.has('somebody', 'anybody') && who.length + topics.length === 0;
    const isSome = phrases.has('somebody', 'some') && !isInSameNote(terms);
    return isAsked && !isSome && utterance.words[0] !== 'i' ? reading({ kind: 'views' }) : [];
  }
  const people = peopleShown(last, library);
  if (isOne(terms) && people.length === 0) return [];
  const before = context.viewsBefore ? peopleShown(context.viewsBefore, library) : [];
  for (const step of STEPS) {
    const question = step({ terms, last, library, people, before });
    if (question) return reading(question);
  }
  return [];
};
