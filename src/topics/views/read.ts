import { isBefore, isOnly, marked, numbersIn, slotsOf, strangeIn } from '../../language/index.ts';
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

/** Topics whose words are more often of the model, the ratio or a multiple: asked for by a word of opinion alone. */
const NEVER_BARE: ReadonlySet<NoteTopic> = new Set(['rates', 'floating debt', 'index levels', 'valuation']);
/** Stances that may be said of a figure: `positive net income`. */
const EVERYDAY = new Set(['positive', 'negative', 'mixed', 'neutral', 'fans', 'critics', 'torn']);

const POWELL = 'Jerome Powell';

const words = ({ utterance }: Terms): number => utterance.tokens.filter(({ kind }) => kind !== 'sign').length;

/** A word of opinion, or a weak one of somebody. */
const isOpinion = ({ phrases }: Terms): boolean =>
  phrases.has('view', 'strong', 'mention') || (phrases.has('view', 'weak') && phrases.has('somebody', 'anybody'));

const hasMoves = ({ utterance }: Terms): boolean =>
  marked(utterance, 'move').length > 0 ||
  slotsOf(utterance, 'direction').some(({ of }) => of === 'rate' || of === 'parameter');

/** `what does lee say about tariffs`, `goldman?`: the stance in `is lee bullish` asks, and narrows nothing. */
const ofPeople = (terms: Terms): ViewsQuestion | undefined => {
  const { utterance, phrases, who, topics, stances, notes, horizon } = terms;
  // "where did j get the ebitda from", "what discount does west give": of a figure
  const isOfFigure =
    phrases.has('figure') ||
    marked(utterance, 'parameter').some(({ value }) => value === 'ebitda' || value === 'netIncome');
  if (isOfFigure && !phrases.has('view', 'strong')) return undefined;
  if (who.every((name) => name === POWELL) && hasMoves(terms) && !isOpinion(terms)) return undefined;
  const isNarrowed =
    who.length === 1 && stances.length === 1 && isBefore(slotsOf(utterance, 'stance'), phrases.of('view'), 0);
  const slots = slotsOf(utterance, 'topic');
  const isAbout = isBefore(phrases.of('about'), slots, 2) || phrases.has('view', 'mention') || words(terms) <= SHORT;
  const about =
    topics.length > MOST_TOPICS_OF_PERSON ? [] : isAbout ? topics : topics.filter((topic) => topic === 'Sweden');
  const asksStance = stances.length > 0 && !isNarrowed;
  return viewsOf({
    who,
    notes,
    topics: about,
    ...(isNarrowed && { stances }),
    ...(horizon && about.length === 0 && !asksStance && { horizon }),
  });
};

const BESIDE_TOPIC = new Set(
  'what about how and any the on please pls for of in at a so ok then re is there anything your their next also now'.split(
    ' ',
  ),
);

/** `tariffs?`, `margins at small companies`: a topic and nothing that asks more of it. */
const isOnlyTopic = ({ utterance, phrases }: Terms): boolean => {
  const said = [
    ...slotsOf(utterance, 'topic'),
    ...phrases.of('beside'),
    ...slotsOf(utterance, 'ignored'),
    ...marked(utterance, 'company', 'smalls'),
  ];
  return (
    utterance.tokens.every(
      ({ kind }, at) =>
        kind === 'sign' ||
        BESIDE_TOPIC.has(utterance.words[at] as string) ||
        said.some(({ from, to }) => from <= at && at < to),
    ) && !utterance.words.some((word) => word === 'tax' || word === 'taxes')
  );
};

const NOUNS = new Set(
  'view views opinion opinions stance stances outlook sentiment debate voices calls forecasts pros arguments'.split(
    ' ',
  ),
);

const ofEverybody = (terms: Terms): boolean => {
  const { utterance, phrases, topics, uses } = terms;
  const isNamedSo = phrases.of('view', 'strong').some(({ from }) => NOUNS.has(utterance.words[from] as string));
  const isAsked =
    phrases.has('both') ||
    (phrases.has('view', 'strong') && phrases.has('somebody')) ||
    (isNamedSo && words(terms) <= SHORT) ||
    (phrases.has('somebody', 'anybody') && (phrases.has('view') || words(terms) === 1));
  const isOfModel =
    marked(utterance, 'company').some(({ value }) => value === 'small' || value === 'large') || hasMoves(terms);
  const isOfFed = marked(utterance, 'fed', 'fed').length > 0 || marked(utterance, 'rate').length > 0;
  return (
    isAsked &&
    topics.length === 0 &&
    !isOfModel &&
    !isOfFed &&
    isOnly(utterance, [...uses, ...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')])
  );
};

/** `anyone arguing tech keeps winning`: large caps ahead is the case against small ones. */
const isLargeAhead = ({ utterance, phrases, topics }: Terms): boolean =>
  isBefore(
    [
      ...marked(utterance, 'company', 'large'),
      ...marked(utterance, 'company', 'larges'),
      ...(topics.includes('technology') ? slotsOf(utterance, 'topic') : []),
    ],
    phrases.of('ahead'),
    2,
  );

/** `bearish views on tariffs`, `who needs a soft landing`, `what could go wrong`: by side, condition, horizon or topic. */
const ofGroups = (terms: Terms): ViewsQuestion | undefined => {
  const { utterance, phrases, stances, topics, notes, needs, horizon } = terms;
  const isAsked = isOpinion(terms) || phrases.has('somebody', 'anybody');
  const leaning = phrases.of('lean');
  const named = slotsOf(utterance, 'stance').filter(
    ({ from, to }) => !leaning.some((lean) => lean.from <= from && to <= lean.to),
  );
  const isBoth = stances.includes('bullish') && stances.includes('bearish');
  const isExpired =
    phrases.has('expired') && (isAsked || named.length > 0 || words(terms) <= 2 || isOnly(utterance, terms.uses));
  const kept = { notes, ...(horizon && { horizon }), ...(isExpired && settledIn(phrases)) };
  if (isLargeAhead(terms) && isAsked) return viewsOf({ ...kept, stances: ['bearish', 'mixed'], topics });
  if (needs && (isAsked || named.length > 0) && !hasMoves({ ...terms, utterance: { ...utterance, slots: [] } })) {
    return viewsOf({ notes, stances: isBoth ? [] : stances, needs });
  }
  if (
    named.length > 0 ||
    (stances.length > 0 &&
      (phrases.has('somebody', 'anybody') || leaning.some(({ from }) => utterance.words[from] === 'speaks')))
  ) {
    const isEveryday =
      named.length > 0 && named.every(({ from, to }) => EVERYDAY.has(utterance.words.slice(from, to).join(' ')));
    const isOfFigure =
      marked(utterance, 'income').length > 0 ||
      marked(utterance, 'rate').length > 0 ||
      marked(utterance, 'parameter').length > 0;
    if (isEveryday && (isOfFigure || (!isAsked && words(terms) > 3))) return undefined;
    const isShown =
      phrases.has('both') && !/^(?:see|sees)$/.test(utterance.words[(phrases.of('both')[0]?.from ?? 0) - 1] ?? '');
    return viewsOf({ ...kept, stances: isBoth || isShown ? [] : stances, topics });
  }
  if (isExpired) return viewsOf({ ...kept, topics });
  if (phrases.has('risk') && topics.filter((topic) => topic !== 'momentum').length === 0)
    return { kind: 'views', risks: true };
  if (ofEverybody(terms)) return viewsOf(kept);
  const isBare = topics.every((topic) => !NEVER_BARE.has(topic)) && words(terms) <= SHORT + 1 && isOnlyTopic(terms);
  const isSaid =
    phrases.has('view', 'strong', 'mention') ||
    (phrases.has('somebody', 'anybody') &&
      (phrases.has('view') || isBefore(phrases.of('about'), slotsOf(utterance, 'topic'), 1)));
  const isOfFigure = phrases.has('figure') && !phrases.has('view', 'strong', 'mention');
  if (topics.length > 0 && topics.length <= MOST_TOPICS && (isBare || isSaid) && !isOfFigure)
    return viewsOf({ ...kept, topics });
  if (notes.length > 0 && (isOpinion(terms) || (topics.length > 0 && !phrases.has('figure'))))
    return viewsOf({ ...kept, topics });
  const isTerm =
    horizon !== undefined &&
    (isAsked || words(terms) <= 2) &&
    isOnly(utterance, terms.uses) &&
    (isAsked || phrases.of('horizon').some(({ from, to }) => to - from === 2));
  return isTerm ? viewsOf(kept) : undefined;
};

/** `do the authors disagree`, `is kostin right`: of the notes against one another, and against the record. */
const isOfOthers = ({ utterance, phrases, who }: Terms): boolean => {
  const isConflict = phrases
    .of('view')
    .some(({ from }) => /^(?:agree|disagree|differ|contradict)s?$/.test(utterance.words[from] ?? ''));
  const isAmongNotes =
    isConflict &&
    who.length === 0 &&
    utterance.words.some((word) =>
      /^(?:notes?|authors?|they|other|another|where|all|analysts|everyone|conflicts?)$/.test(word),
    );
  const risks = phrases.of('risk');
  const isChecked = phrases
    .of('check')
    .some((mark) => !risks.some(({ from, to }) => from <= mark.from && mark.to <= to));
  const isCheck =
    isChecked ||
    (utterance.words.includes('right') &&
      who.length > 0 &&
      /^(?:is|was|were|are)$/.test(utterance.words[0] ?? '') &&
      slotsOf(utterance, 'stance').length === 0);
  return isAmongNotes || (isCheck && !phrases.has('expired'));
};

/** `tariffs page 2`. */
const pageIn = ({ utterance, phrases }: Terms): { readonly page?: number } => {
  const typed = phrases.of('page', 'page').map(({ to }) => utterance.words[to] ?? '')[0];
  return typed !== undefined && /^\d{1,2}$/.test(typed) && Number(typed) > 1 ? { page: Number(typed) } : {};
};

/** Said of a person who is to be spoken with, and is no voice of the notes then. */
const TO_PEOPLE = /^(?:ask|tell|call|ping|email|mail|meet|meeting|lunch|cc|invite)$/;
/** Strange words beside a person, and beside a topic, with which views may still be meant. */
const MOST_STRANGE = { who: 2, topics: 1 };

/** `whats dan ives quoted for`, `anything in the library on tariffs`: a name of the notes beside words of no table. */
const resembling = (terms: Terms, strange: number): readonly Reading[] => {
  const { utterance, who, topics } = terms;
  const isNamed = topics.some((topic) => topic === 'valuation' || !NEVER_BARE.has(topic));
  const most = who.length > 0 ? MOST_STRANGE.who : isNamed ? MOST_STRANGE.topics : 0;
  const isOfMoves = slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);
  if (strange > most || isOfMoves || numbersIn(utterance).length > 0 || marked(utterance, 'other').length > 0)
    return [];
  if (utterance.words.some((word) => TO_PEOPLE.test(word)) || marked(utterance, 'advice').length > 0) return [];
  if (marked(utterance, 'clock').length > 0 || marked(utterance, 'past').length > 0) return [];
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
