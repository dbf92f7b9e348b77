import {
  isMadeOf,
  isOnly,
  lexiconOf,
  marksOf,
  overlaps,
  type Place,
  pageIn,
  phrasesFound,
  says,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { isTeamNote, type Library, type NoteTopic, newSince } from '../../notes/index.ts';
import { daysIn } from '../../periods/index.ts';
import { exactly, type Known, type Reading, type ReadTopic, strangeAmong } from '../reading.ts';
import type { ViewsQuestion } from './question.ts';
import { readBehind } from './read-behind.ts';
import { readClaims, readSpoken } from './read-claims.ts';
import { settledIn, viewsButtonName, viewsOf } from './read-filters.ts';
import { readOnward } from './read-follow-ups.ts';
import { OPPOSED, peopleShown, sidesShown } from './read-shown.ts';
import { readStrangers } from './read-strangers.ts';
import { type Terms, termsIn } from './read-terms.ts';
import { isAskedFor, risksOf } from './selection.ts';
import words from './words.json' with { type: 'json' };

const SHORT = 4;
const MOST_TOPICS = 3;
const MOST_TOPICS_OF_PERSON = 2;
const POWELL = 'Jerome Powell';

/** Topics whose words are more often of the model, the ratio or a multiple: asked for by a word of opinion alone. */
const NEVER_BARE: ReadonlySet<NoteTopic> = new Set(['rates', 'floating debt', 'index levels', 'valuation']);
/** Stances that may be said of a figure: `positive net income`. */
const EVERYDAY = /^(?:positive|negative|mixed|neutral|fans|critics|torn)$/;
const NOUNS = /^(?:views?|opinions?|stances?|outlook|sentiment|debate|voices|calls|forecasts|pros|arguments)$/;
/** Said of a person who is to be spoken with, and is no voice of the notes then. */
const TO_PEOPLE = /^(?:ask|tell|call|ping|email|mail|meet|meeting|lunch|cc|invite)$/;

/** `what does lee say about tariffs`, `goldman?`: the stance in `is lee bullish` asks, and narrows nothing. */
const ofPeople = (terms: Terms, library: Library): ViewsQuestion | undefined => {
  const { matches, who, topics, stances, notes, horizon, needs } = terms;
  // "where did j get the ebitda from", "what discount does west give": of a figure
  if (matches('figure|@parameter:ebitda,netIncome -view:strong')) return undefined;
  if (who.every((name) => name === POWELL) && terms.hasMoves && !terms.isOpinion) return undefined;
  const isNarrowed = who.length === 1 && stances.length === 1 && matches('#stance>0>view');
  const isAbout = matches('about>2>#topic|view:mention') || terms.length <= SHORT;
  const asked = topics.length > MOST_TOPICS_OF_PERSON ? [] : topics;
  const about = isAbout ? asked : asked.filter((topic) => topic === 'Sweden');
  const isAhead = about.length === 0 && (stances.length === 0 || isNarrowed);
  const sides = isNarrowed ? stances : [];
  if (needs) return viewsOf({ who, notes, needs, ...terms.without });
  const risks = terms.phrases.has('risk') ? risksOf({ who, notes }, library) : undefined;
  if (risks) return risks;
  return viewsOf({
    who,
    notes,
    topics: about,
    stances: sides,
    horizon: isAhead ? horizon : undefined,
    ...terms.without,
  });
};

/** `tariffs?`, `margins at small companies`: a topic and nothing that asks more of it. */
const isOnlyTopic = ({ utterance, phrases }: Terms): boolean => {
  const said = [
    ...utterance.slots.filter(({ kind }) => kind === 'topic' || kind === 'ignored'),
    ...phrases.of('beside'),
    ...marksOf(utterance, 'company').filter(({ value }) => value === 'smalls'),
  ];
  return isMadeOf(utterance, said) && !says(utterance, /^tax(?:es)?$/);
};

const isLeaving = ({ without }: Terms): boolean => Object.values(without).some((names) => names.length > 0);

/** `everyone but goldman`, `all but the tariff views`. */
const EVERYBODY = /\b(?:all|every(?:one|body|thing)|any(?:one|body|thing)|views?|voices|analysts|people|rest)\b/;

/** `who says what`, `views`, `anyone?`. */
const isOfEverybody = (terms: Terms): boolean => {
  const { utterance, phrases, matches, topics, uses, length, hasMoves } = terms;
  const isNamed = phrases.of('view', 'strong').some(({ from }) => NOUNS.test(utterance.words[from] as string));
  const isAsked =
    ['both', 'view:strong somebody', 'somebody:anybody view'].some(matches) ||
    (isNamed && length <= SHORT) ||
    (length === 1 && matches('somebody:anybody')) ||
    (isLeaving(terms) && EVERYBODY.test(utterance.joined));
  // "who wrote that": of a note
  const isWritten = length <= SHORT && matches('=wrote @reference|=it|=that');
  const isElse = topics.length > 0 || hasMoves || isWritten || matches('@company:small,large|@fed:fed|@rate');
  const said = [...uses, ...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')];
  return isAsked && !isElse && isOnly(utterance, said);
};

/** `anyone arguing tech keeps winning`: large caps ahead is the case against small ones. */
const isLargeAhead = ({ matches, topics }: Terms): boolean =>
  matches('@company:large,larges>2>ahead') || (topics.includes('technology') && matches('#topic>2>ahead'));

/** `bearish views on tariffs`, `who needs a soft landing`, `what could go wrong`: by side, condition, horizon or topic. */
const ofGroups = (terms: Terms, library: Library): ViewsQuestion | undefined => {
  const { utterance, phrases, matches, stances, topics, notes, needs, horizon, length, isOpinion } = terms;
  const isAnybody = matches('somebody:anybody');
  const isAsked = isOpinion || isAnybody;
  const isAll = isOnly(utterance, terms.uses);
  const named = slotsOf(utterance, 'stance').filter((one) => !phrases.of('lean').some((lean) => overlaps(lean, one)));
  // "did that come true": of something that was shown
  const isOfThat = !isAsked && length <= SHORT && matches('=that|=it|=this');
  const isExpired = phrases.has('expired') && !isOfThat && (isAsked || named.length > 0 || length <= 2 || isAll);
  const kept = { notes, horizon, ...terms.without, ...(isExpired && settledIn(phrases)) };
  if (isAsked && isLargeAhead(terms)) return viewsOf({ ...kept, stances: ['bearish', 'mixed'], topics });
  const isBoth = stances.includes('bullish') && stances.includes('bearish');
  if (needs && (isAsked || named.length > 0) && !matches('@move'))
    return viewsOf({ notes, stances: isBoth ? [] : stances, needs, ...terms.without });
  if (
    named.length > 0 ||
    (stances.length > 0 && matches('somebody:anybody|=speaks|=argument|=arguments|=case|=list|=sitters|=undecided'))
  ) {
    const isEveryday =
      named.length > 0 && named.every(({ from, to }) => EVERYDAY.test(utterance.words.slice(from, to).join(' ')));
    // "why negative" behind a hike is of its effect
    if (isEveryday && (says(utterance, /^why$/) || matches('@income|@rate|@parameter') || (!isAsked && length > 3)))
      return undefined;
    return viewsOf({ ...kept, stances: isBoth || matches('both -=see -=sees') ? [] : stances, topics });
  }
  if (isExpired) return viewsOf({ ...kept, topics });
  const isOfRisk = phrases.has('risk') && topics.length === 0 && !matches('somebody:anybody');
  const inNote = isOfRisk && notes.length > 0 ? risksOf({ notes }, library) : undefined;
  if (inNote) return inNote;
  if (phrases.has('risk') && topics.every((topic) => topic === 'momentum')) return { kind: 'views', risks: true };
  if (isOfEverybody(terms)) return viewsOf(kept);
  const isBare = topics.every((topic) => !NEVER_BARE.has(topic)) && length <= SHORT + 1 && isOnlyTopic(terms);
  const isSaid = ['view:strong,mention|both', 'somebody:anybody view|about>1>#topic'].some(matches);
  const isOfFigure = matches('figure -view:strong,mention');
  const isOfTopic = topics.length > 0 && topics.length <= MOST_TOPICS && (isBare || isSaid) && !isOfFigure;
  const isOfNote = notes.length > 0 && (isOpinion || (topics.length > 0 && !phrases.has('figure')));
  if (isOfTopic || isOfNote) return viewsOf({ ...kept, topics });
  const isTerm = isAsked || (length <= 2 && phrases.of('horizon').some(({ from, to }) => to - from === 2));
  return horizon !== undefined && isTerm && isAll ? viewsOf(kept) : undefined;
};

const AGAINST = /^(?:agree|disagree|differ|contradict)s?$/;
const OF_NOTES = /^(?:notes?|authors?|they|other|another|where|all|analysts|everyone|conflicts?)$/;

/** `do the authors disagree`, `is kostin right`: of the notes against one another, and against the record. */
const isOfOthers = ({ utterance, phrases, matches, who }: Terms): boolean => {
  const isConflict = who.length === 0 && says(utterance, AGAINST) && says(utterance, OF_NOTES);
  const isChecked = phrases.of('check').some((mark) => !phrases.of('risk').some((risk) => overlaps(risk, mark)));
  const isRight = who.length > 0 && matches('=right =is|=was|=were|=are -#stance');
  return isConflict || ((isChecked || isRight) && !phrases.has('expired'));
};

/** `who disagrees with goldman`, `who agrees with lee`: those on the other side, or on theirs; either, where they are on both. */
const readSide = ({ matches, who, topics, stances, uses, without }: Terms, library: Library): readonly Reading[] => {
  const [name, other] = who;
  const isAgainst = matches('other:side');
  const isMeant = isAgainst || matches('agree:agree');
  if (!name || other || stances.length > 0 || !isMeant || !matches('somebody:anybody|other:side|=others')) return [];
  const sides = sidesShown({ kind: 'views', who: [name] }, library);
  const isBoth = sides.includes('bullish') && sides.includes('bearish');
  return (isBoth ? (['bearish', 'bullish'] as const) : sides.slice(0, 1)).map((side) => {
    const asks = viewsOf({ stances: isAgainst || matches('@negation') ? OPPOSED[side] : [side], topics, ...without });
    return exactly(asks, viewsButtonName(asks), uses, { ...(isBoth && { isOffer: true }) });
  });
};

/** Strange words beside a person, and beside a topic, with which views may still be meant. */
const MOST_STRANGE = { who: 2, topics: 1 };

/** `whats dan ives quoted for`, `anything in the library on tariffs`: a name of the notes beside words of no table. */
const resembling = (terms: Terms, strange: number, library: Library): readonly Reading[] => {
  const { utterance, matches, who, topics, stances } = terms;
  const isOfModel = matches('@income|@parameter @company:small,large');
  const isNamed = !isOfModel && topics.some((topic) => topic === 'valuation' || !NEVER_BARE.has(topic));
  const most = who.length > 0 ? MOST_STRANGE.who : isNamed ? MOST_STRANGE.topics : 0;
  const isOfMoves = slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);
  const isElse = matches('@other|@advice|@clock|@past|#number') || says(utterance, TO_PEOPLE);
  // "does it count taxes": of the model
  const isTax = !terms.isOpinion && says(utterance, /^tax(?:es)?$/);
  const asks =
    strange > most || isOfMoves || isElse || isTax
      ? undefined
      : who.length > 0
        ? ofPeople(terms, library)
        : viewsOf({ topics, stances, ...terms.without });
  return asks ? [{ asks, name: viewsButtonName(asks), how: 'ranked', uses: terms.uses }] : [];
};

const LINES = /^(?:lines?|names|voices|points|bullets|reasons|arguments|quotes)$/;
const RANKED = /^(?:top|best|first|strongest|main|biggest|leading)$/;
const MOST_LINES = 9;

/** `in 3 lines`, `five names`, `top 3`: how long the list may be. */
const linesIn = ({ slots, words }: Utterance): { readonly most?: number; readonly place: Place } | undefined => {
  const counts = slots.filter((slot) => slot.kind === 'amount' || slot.kind === 'count');
  const said = counts.find(
    ({ from, to, value }) =>
      Number.isInteger(value) &&
      value >= 1 &&
      value <= MOST_LINES &&
      (words.slice(from, to + 1).some((one) => LINES.test(one)) ||
        RANKED.test(words[from - 1] ?? '') ||
        // "in a line or two"
        (words[from - 1] === 'or' && LINES.test(words[from - 2] ?? ''))),
  );
  // "one line each" is no list of one
  const isEach = said && words.slice(said.to, said.to + 2).some((word) => /^(?:each|apiece|per)$/.test(word));
  return said && { ...(!isEach && { most: said.value }), place: { from: said.from, to: said.to } };
};

const LIVING = lexiconOf(words.livingSaid);

/** `what is new in the notes`, `views since monday`, `which views came out`: of a library that a team adds to. */
const readLiving = (terms: Terms, library: Library, { today }: Known): readonly Reading[] => {
  if (!library.notes.some(({ id }) => isTeamNote(id))) return [];
  const { utterance, who, topics, stances, matches } = terms;
  const said = phrasesFound(utterance, LIVING);
  const { since, places } = daysIn(utterance, today);
  const isNew = said.some(({ tag }) => tag === 'new');
  const isScored = said.some(({ tag }) => tag === 'scored');
  if (!isNew && !isScored && !(since && matches('view:strong'))) return [];
  const first = since?.first ?? (isNew && today ? newSince(today) : undefined);
  const asks = viewsOf({ who, topics, stances, since: first, scored: isScored || undefined, ...terms.without });
  return [exactly(asks, viewsButtonName(asks), [...terms.uses, ...said, ...(since ? places : [])])];
};

/** `casper got a target?`: what that person says of index levels, or all of it. */
const OF_TARGET =
  /^(?:and |so )?(?:does|has|did|is there|whats|what is|any)? ?(?:\S+ ){1,2}(?:got |have |has |set |give |gave |a |an |any |index |price )*targets?\W*$/;
const ofTarget = ({ utterance, who, topics, isNumbered, uses }: Terms, library: Library): readonly Reading[] => {
  const [name, other] = who;
  if (!name || other || name === POWELL || name === 'Federal Reserve' || isNumbered) return [];
  if (!OF_TARGET.test(utterance.joined) || topics.some((topic) => topic !== 'index levels')) return [];
  const levels = viewsOf({ who, topics: ['index levels'] });
  const asks = library.claims.some((claim) => isAskedFor(levels, claim)) ? levels : viewsOf({ who });
  return [exactly(asks, viewsButtonName(asks), [...uses, wholeOf(utterance)])];
};

/** Who says what: by person, firm, side, topic, note, condition and horizon. */
export const readViews: ReadTopic = (utterance, context, library, known) => {
  const strangers = readStrangers(utterance, library);
  if (strangers.length > 0) return strangers;
  // "omx small caps today" is of the index
  if (says(utterance, /^omx/) && says(utterance, /^(?:today|now|ytd|yesterday|vs)$/)) return [];
  const terms = termsIn(utterance, library);
  const behind = readBehind(utterance, terms.topics, terms.stances, context, library);
  if (behind.length > 0) return behind;
  const targeted = ofTarget(terms, library);
  if (targeted.length > 0) return targeted;
  const onward = readOnward(terms, context, library, known);
  if (onward.length > 0) return onward;
  if (isOfOthers(terms)) return [];
  const sided = readSide(terms, library);
  if (sided.length > 0) return sided;
  const spoken = isLargeAhead(terms) ? [] : readSpoken(terms, library);
  if (spoken.length > 0) return spoken;
  const living = readLiving(terms, library, known);
  if (living.length > 0) return living;
  const shown = context?.last.kind === 'views' && !context.stale ? peopleShown(context.last, library) : [];
  const claims = isLeaving(terms) ? [] : readClaims(terms, shown, library);
  if (claims.some(({ isOffer }) => !isOffer)) return claims;
  const strange = strangeIn(utterance, terms.uses).length;
  const isPlain = strange === 0 || strangeAmong(utterance, terms.uses).length === 0;
  const question = !isPlain ? undefined : terms.who.length > 0 ? ofPeople(terms, library) : ofGroups(terms, library);
  if (strange > 0 && !question) {
    const like = resembling(terms, strange, library);
    return like.length > 0 ? like : claims;
  }
  if (question) {
    const { page = 1 } = pageIn(utterance) ?? {};
    const lines = linesIn(utterance);
    const asks = { ...question, ...(page > 1 && { page }), ...(lines?.most && { most: lines.most }) };
    return [
      exactly(asks, viewsButtonName(asks), [...terms.uses, ...(lines ? [lines.place] : [])], {
        // "except the young ones": who that is, is not known
        ...(terms.left.isUnnamed && { isOffer: true }),
      }),
      ...claims,
    ];
  }
  if (isLeaving(terms) && strange === 0 && isOnly(utterance, terms.uses)) {
    const others = viewsOf({ topics: terms.topics, stances: terms.stances, ...terms.without });
    return [exactly(others, viewsButtonName(others), terms.uses, { isOffer: true })];
  }
  if (terms.topics.length !== 1 || terms.length > 2 || !isOnlyTopic(terms)) return claims;
  const offered = viewsOf({ topics: terms.topics });
  return [exactly(offered, viewsButtonName(offered), terms.uses, { isOffer: true })];
};
