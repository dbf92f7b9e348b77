import { has, hasAny, isBefore, isOnly, marked, numbersIn, says, slotsOf, strangeIn } from '../../language/index.ts';
import type { NoteTopic } from '../../notes/index.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { ViewsQuestion } from './question.ts';
import { readClaims } from './read-claims.ts';
import { peopleShown, readOnward } from './read-follow-ups.ts';
import { readStrangers } from './read-strangers.ts';
import { settledIn, type Terms, termsIn, viewsButtonName, viewsOf } from './read-terms.ts';

const SHORT = 4;
const MOST_TOPICS = 3;
const MOST_TOPICS_OF_PERSON = 2;
const POWELL = 'Jerome Powell';

/** Topics whose words are more often of the model, the ratio or a multiple: asked for by a word of opinion alone. */
const NEVER_BARE: ReadonlySet<NoteTopic> = new Set(['rates', 'floating debt', 'index levels', 'valuation']);
/** Stances that may be said of a figure: `positive net income`. */
const EVERYDAY = /^(?:positive|negative|mixed|neutral|fans|critics|torn)$/;
const BESIDE_TOPIC =
  /^(?:what|about|how|and|any|the|on|please|pls|for|of|in|at|a|so|ok|then|re|is|there|anything|your|their|next|also|now)$/;
const NOUNS = /^(?:views?|opinions?|stances?|outlook|sentiment|debate|voices|calls|forecasts|pros|arguments)$/;
/** Said of a person who is to be spoken with, and is no voice of the notes then. */
const TO_PEOPLE = /^(?:ask|tell|call|ping|email|mail|meet|meeting|lunch|cc|invite)$/;

const words = ({ utterance }: Terms): number => utterance.tokens.filter(({ kind }) => kind !== 'sign').length;

/** A word of opinion, or a weak one of somebody. */
const isOpinion = ({ phrases }: Terms): boolean =>
  phrases.has('view', 'strong', 'mention') || (phrases.has('view', 'weak') && phrases.has('somebody', 'anybody'));

const turns = ({ utterance }: Terms): boolean =>
  slotsOf(utterance, 'direction').some(({ of }) => of === 'rate' || of === 'parameter');
const hasMoves = (terms: Terms): boolean => hasAny(terms.utterance, 'move') || turns(terms);

/** `what does lee say about tariffs`, `goldman?`: the stance in `is lee bullish` asks, and narrows nothing. */
const ofPeople = (terms: Terms): ViewsQuestion | undefined => {
  const { utterance, phrases, who, topics, stances, notes, horizon } = terms;
  // "where did j get the ebitda from", "what discount does west give": of a figure
  const isOfFigure =
    phrases.has('figure') || has(utterance, 'parameter', 'ebitda') || has(utterance, 'parameter', 'netIncome');
  if (isOfFigure && !phrases.has('view', 'strong')) return undefined;
  if (who.every((name) => name === POWELL) && hasMoves(terms) && !isOpinion(terms)) return undefined;
  const isNarrowed =
    who.length === 1 && stances.length === 1 && isBefore(slotsOf(utterance, 'stance'), phrases.of('view'), 0);
  const slots = slotsOf(utterance, 'topic');
  const isAbout = isBefore(phrases.of('about'), slots, 2) || phrases.has('view', 'mention') || words(terms) <= SHORT;
  const asked = topics.length > MOST_TOPICS_OF_PERSON ? [] : topics;
  const about = isAbout ? asked : asked.filter((topic) => topic === 'Sweden');
  const isAhead = about.length === 0 && (stances.length === 0 || isNarrowed);
  return viewsOf({
    who,
    notes,
    topics: about,
    stances: isNarrowed ? stances : [],
    horizon: isAhead ? horizon : undefined,
  });
};

/** `tariffs?`, `margins at small companies`: a topic and nothing that asks more of it. */
const isOnlyTopic = ({ utterance, phrases }: Terms): boolean => {
  const said = [
    ...slotsOf(utterance, 'topic'),
    ...phrases.of('beside'),
    ...slotsOf(utterance, 'ignored'),
    ...marked(utterance, 'company', 'smalls'),
  ];
  const isSaid = (at: number): boolean =>
    BESIDE_TOPIC.test(utterance.words[at] as string) || said.some(({ from, to }) => from <= at && at < to);
  return utterance.tokens.every(({ kind }, at) => kind === 'sign' || isSaid(at)) && !says(utterance, /^tax(?:es)?$/);
};

const ofEverybody = (terms: Terms): boolean => {
  const { utterance, phrases, topics, uses } = terms;
  const isNamedSo = phrases.of('view', 'strong').some(({ from }) => NOUNS.test(utterance.words[from] as string));
  const isAsked =
    phrases.has('both') ||
    (phrases.has('view', 'strong') && phrases.has('somebody')) ||
    (isNamedSo && words(terms) <= SHORT) ||
    (phrases.has('somebody', 'anybody') && (phrases.has('view') || words(terms) === 1));
  const isOfModel = has(utterance, 'company', 'small') || has(utterance, 'company', 'large') || hasMoves(terms);
  const isOfFed = has(utterance, 'fed', 'fed') || has(utterance, 'rate');
  const said = [...uses, ...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')];
  return isAsked && topics.length === 0 && !isOfModel && !isOfFed && isOnly(utterance, said);
};

/** `anyone arguing tech keeps winning`: large caps ahead is the case against small ones. */
const isLargeAhead = ({ utterance, phrases, topics }: Terms): boolean => {
  const tech = topics.includes('technology') ? slotsOf(utterance, 'topic') : [];
  const large = [...marked(utterance, 'company', 'large'), ...marked(utterance, 'company', 'larges'), ...tech];
  return isBefore(large, phrases.of('ahead'), 2);
};

/** `bearish views on tariffs`, `who needs a soft landing`, `what could go wrong`: by side, condition, horizon or topic. */
const ofGroups = (terms: Terms): ViewsQuestion | undefined => {
  const { utterance, phrases, stances, topics, notes, needs, horizon } = terms;
  const saidBy = ({ from, to }: { from: number; to: number }): string => utterance.words.slice(from, to).join(' ');
  const isAnybody = phrases.has('somebody', 'anybody');
  const isAsked = isOpinion(terms) || isAnybody;
  const leaning = phrases.of('lean');
  const named = slotsOf(utterance, 'stance').filter(
    ({ from, to }) => !leaning.some((lean) => lean.from <= from && to <= lean.to),
  );
  const isBoth = stances.includes('bullish') && stances.includes('bearish');
  const isSettled = isAsked || named.length > 0 || words(terms) <= 2 || isOnly(utterance, terms.uses);
  const isExpired = phrases.has('expired') && isSettled;
  const kept = { notes, ...(horizon && { horizon }), ...(isExpired && settledIn(phrases)) };
  if (isLargeAhead(terms) && isAsked) return viewsOf({ ...kept, stances: ['bearish', 'mixed'], topics });
  if (needs && (isAsked || named.length > 0) && !hasAny(utterance, 'move'))
    return viewsOf({ notes, stances: isBoth ? [] : stances, needs });
  const isLeaning = isAnybody || leaning.some(({ from }) => utterance.words[from] === 'speaks');
  if (named.length > 0 || (stances.length > 0 && isLeaning)) {
    const isEveryday = named.length > 0 && named.every((one) => EVERYDAY.test(saidBy(one)));
    const isOfFigure = hasAny(utterance, 'income', 'rate', 'parameter');
    if (isEveryday && (isOfFigure || (!isAsked && words(terms) > 3))) return undefined;
    const [both] = phrases.of('both');
    const isShown = both && !/^sees?$/.test(utterance.words[both.from - 1] ?? '');
    return viewsOf({ ...kept, stances: isBoth || isShown ? [] : stances, topics });
  }
  if (isExpired) return viewsOf({ ...kept, topics });
  if (phrases.has('risk') && topics.every((topic) => topic === 'momentum')) return { kind: 'views', risks: true };
  if (ofEverybody(terms)) return viewsOf(kept);
  const isBare = topics.every((topic) => !NEVER_BARE.has(topic)) && words(terms) <= SHORT + 1 && isOnlyTopic(terms);
  const isOfTopic = phrases.has('view') || isBefore(phrases.of('about'), slotsOf(utterance, 'topic'), 1);
  const isSaid = phrases.has('view', 'strong', 'mention') || (isAnybody && isOfTopic);
  const isOfFigure = phrases.has('figure') && !phrases.has('view', 'strong', 'mention');
  if (topics.length > 0 && topics.length <= MOST_TOPICS && (isBare || isSaid) && !isOfFigure)
    return viewsOf({ ...kept, topics });
  if (notes.length > 0 && (isOpinion(terms) || (topics.length > 0 && !phrases.has('figure'))))
    return viewsOf({ ...kept, topics });
  const isTerm = isAsked || (words(terms) <= 2 && phrases.of('horizon').some(({ from, to }) => to - from === 2));
  return horizon !== undefined && isTerm && isOnly(utterance, terms.uses) ? viewsOf(kept) : undefined;
};

/** `do the authors disagree`, `is kostin right`: of the notes against one another, and against the record. */
const isOfOthers = ({ utterance, phrases, who }: Terms): boolean => {
  const isConflict = phrases
    .of('view')
    .some(({ from }) => /^(?:agree|disagree|differ|contradict)s?$/.test(utterance.words[from] ?? ''));
  const isOfNotes = says(utterance, /^(?:notes?|authors?|they|other|another|where|all|analysts|everyone|conflicts?)$/);
  const isChecked = phrases
    .of('check')
    .some((mark) => !phrases.of('risk').some(({ from, to }) => from <= mark.from && mark.to <= to));
  const isRight =
    who.length > 0 &&
    says(utterance, /^right$/) &&
    /^(?:is|was|were|are)$/.test(utterance.words[0] ?? '') &&
    slotsOf(utterance, 'stance').length === 0;
  return (isConflict && who.length === 0 && isOfNotes) || ((isChecked || isRight) && !phrases.has('expired'));
};

/** `tariffs page 2`. */
const pageIn = ({ utterance, phrases }: Terms): { readonly page?: number } => {
  const [mark] = phrases.of('page', 'page');
  const typed = mark && utterance.words[mark.to];
  return typed !== undefined && /^\d{1,2}$/.test(typed) && Number(typed) > 1 ? { page: Number(typed) } : {};
};

/** Strange words beside a person, and beside a topic, with which views may still be meant. */
const MOST_STRANGE = { who: 2, topics: 1 };

/** `whats dan ives quoted for`, `anything in the library on tariffs`: a name of the notes beside words of no table. */
const resembling = (terms: Terms, strange: number): readonly Reading[] => {
  const { utterance, who, topics } = terms;
  const isNamed = topics.some((topic) => topic === 'valuation' || !NEVER_BARE.has(topic));
  const most = who.length > 0 ? MOST_STRANGE.who : isNamed ? MOST_STRANGE.topics : 0;
  const isOfMoves = slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);
  const isElse = hasAny(utterance, 'other', 'advice', 'clock', 'past') || says(utterance, TO_PEOPLE);
  if (strange > most || isOfMoves || isElse || numbersIn(utterance).length > 0) return [];
  const asks = who.length > 0 ? ofPeople(terms) : viewsOf({ topics });
  return asks ? [{ asks, name: viewsButtonName(asks), how: 'ranked', uses: terms.uses }] : [];
};

/** Who says what: by person, firm, side, topic, note, condition and horizon. */
export const readViews: ReadTopic = (utterance, context, library, known) => {
  const strangers = readStrangers(utterance, library);
  if (strangers.length > 0) return strangers;
  const terms = termsIn(utterance, library);
  const onward = readOnward(terms, context, library, known);
  if (onward.length > 0) return onward;
  if (isOfOthers(terms)) return [];
  const shown = context?.last.kind === 'views' && !context.stale ? peopleShown(context.last, library) : [];
  const claims = readClaims(terms, shown, library);
  if (claims.some(({ isOffer }) => !isOffer)) return claims;
  const strange = strangeIn(utterance, terms.uses).length;
  if (strange > 0) return [...resembling(terms, strange), ...claims];
  const question = terms.who.length > 0 ? ofPeople(terms) : ofGroups(terms);
  if (question) {
    const asks = { ...question, ...pageIn(terms) };
    return [{ asks, name: viewsButtonName(asks), how: 'exact', uses: terms.uses }, ...claims];
  }
  const isTopicAlone = terms.topics.length === 1 && words(terms) <= 2 && isOnlyTopic(terms);
  const offered = viewsOf({ topics: terms.topics });
  return isTopicAlone
    ? [{ asks: offered, name: viewsButtonName(offered), how: 'exact', uses: terms.uses, isOffer: true }]
    : claims;
};
