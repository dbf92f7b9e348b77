import { overlaps, told } from '../../language/index.ts';
import { type Library, type NoteTopic, STANCES } from '../../notes/index.ts';
import type { ViewsQuestion } from './question.ts';
import { settledIn, viewsOf } from './read-filters.ts';
import { notesShown, OPPOSED, sideShown } from './read-shown.ts';
import type { Terms } from './read-terms.ts';
import { isAskedFor, risksOf } from './selection.ts';
export const MOST_WHO = 6;
const SHORT = 6;

const ofAnybody = ({ page: _, most: __, who: ___, claims: ____, risks: _____, ...rest }: ViewsQuestion) => rest;

const isOf = (library: Library, who: readonly [string, ...string[]], topic: NoteTopic): boolean =>
  library.claims.some((claim) => isAskedFor({ kind: 'views', who: [...who], topics: [topic] }, claim));

export const joined = <Name extends string>(some: readonly Name[], others: readonly Name[]): readonly Name[] =>
  [...new Set([...some, ...others])].slice(0, MOST_WHO);

const COMPARED = [
  '@compare:beside|=different|=compare|=compared|=versus|=vs|=against|=than',
  'view =agree|=agrees|=disagree|=disagrees|=differ|=differs',
];
/** `which of those`, `any of them`. */
const AMONG = /\b(?:of|among|amongst) (?:those|them|these|the two)\b/;

/** `everyone but goldman`: not only of those shown. */
const EVERYBODY =
  /\b(?:every(?:one|body)|any(?:one|body)|all) (?:but|except|besides|other than|apart from|aside from)\b/;

/** `in the same piece`, `in that note`: where those shown were. */
export const isInSameNote = ({ utterance: { joined } }: Terms): boolean =>
  /\b(?:same|that|this|the) (?:note|piece|article|report|paper|story|post)\b/.test(joined);

/** `on tariffs`, `limit it to tariffs`, `the ones that mention tariffs`, `tariff related`: of those shown. */
const NARROWS =
  /^(?:(?:and|n|ok|&|so|now|then|just|only|please) )*(?:(?:limit|restrict|narrow|filter|confine|reduce|keep)(?:ed)?(?: (?:it|them|this|that|those|these|down|the list))* (?:to|by|on|for)|focus on|in terms of|(?:(?:the|those|these) )?(?:ones )?(?:on|about|re|regarding|(?:(?:that|which) )?mention(?:ing|s)?|when it comes to)) |\brelated$/;

/** `him`, `her`: one person, who is nobody where several were shown. */
export const isOne = ({ matches }: Terms): boolean => matches('=he|=him|=his|=she|=her|=hers');

/** `any bulls`, `who else`: somebody is asked for. */
const isAnybody = ({ matches }: Terms): boolean => matches('somebody:anybody');

/** `n for`, `those against`: the side, behind another. */
const FOR =
  /^(?:(?:and|n|ok|so|now|then|the|those|ones|who|whos|is|are|best|main|argument|arguments|case|one|some|says?|said|thinks?|sees?|its|a) )*(for|in favou?r|pro|against|anti|good|bad|positive|negative)(?: (?:it|them|then|thing|one|ones))?$/;

export interface Onward {
  readonly terms: Terms;
  readonly last: ViewsQuestion;
  readonly library: Library;
  /** Who the last answer was about, and who the one before it was. */
  readonly people: readonly string[];
  readonly before: readonly string[];
}

/** What short words come to behind the views shown last: the first of these that says something. */
export const STEPS: readonly ((onward: Onward) => ViewsQuestion | undefined)[] = [
  // "take me back to the bears": of them, and nothing that came since
  ({ terms: { matches, who, stances, topics, horizon } }) =>
    matches('back') && who.length + stances.length + topics.length > 0
      ? viewsOf({ who, stances, topics, horizon })
      : undefined,
  ({ terms: { utterance }, last }) => {
    const [, side] = FOR.exec(told(utterance)) ?? [];
    return side && (last.stances ?? last.topics)
      ? viewsOf({ ...last, stances: [/^(?:a|bad|neg)/.test(side) ? 'bearish' : 'bullish'] })
      : undefined;
  },
  // "not just goldman", "not only them"
  ({ terms: { utterance, who, stances, topics }, last }) =>
    /\bnot (?:just|only|merely)\b/.test(utterance.joined) &&
    last.who &&
    who.length + stances.length + topics.length === 0
      ? viewsOf(ofAnybody(last))
      : undefined,
  // "all sides", of the same people and topics
  ({ terms: { matches, topics, who }, last }) =>
    matches('allSides') && topics.length + who.length === 0 && last.stances
      ? viewsOf({ ...ofAnybody(last), who: last.who, stances: [] })
      : undefined,
  // "the opposite", "anybody in that article disagree?"
  ({ terms, last, library }) => {
    const isSame = isInSameNote(terms);
    if (terms.who.length + terms.topics.length > 0 || !terms.matches('other')) return undefined;
    const { phrases } = terms;
    // "who sees it differently" is of nobody in particular
    const isOfSome = phrases
      .of('somebody', 'some')
      .some((mark) => !phrases.of('other').some((one) => overlaps(one, mark)));
    if (isOfSome && !isSame) return undefined;
    const stances = OPPOSED[sideShown(last, library) ?? 'mixed'];
    return viewsOf({ ...ofAnybody(last), stances, notes: isSame ? notesShown(last, library) : last.notes });
  },
  // "who agrees with her"
  ({ terms: { matches }, last, library }) => {
    const side = sideShown(last, library);
    return side && matches('agree -#who somebody:anybody|=other|=others|=alone|=only|=else')
      ? viewsOf({ ...ofAnybody(last), stances: [side] })
      : undefined;
  },
  // "how does he compare with wilson", "chuck ubs in too", "both of those next to each other"
  ({ terms: { matches, who, topics }, people, before }) => {
    const isCompared = COMPARED.some(matches) && matches('pronoun|@reference|^=vs|^=versus|^=against|^=compared');
    const isOther = people.length > 0 && who.some((name) => !people.includes(name));
    if (isOther && (isCompared || matches('added|=too'))) return viewsOf({ who: joined(people, who) });
    const both = joined(before, people);
    return matches('pair') && who.length === 0 && both.length > 1 ? viewsOf({ who: both, topics }) : undefined;
  },
  // "did that come true", of one that was shown
  ({ terms: { phrases, matches, who, stances, topics }, people }) =>
    people.length === 1 && who.length + stances.length + topics.length === 0 && matches('expired @reference|=it|=that')
      ? viewsOf({ who: people, ...settledIn(phrases) })
      : undefined,
  // "wrong?", behind those that turned out right
  ({ terms: { matches, length, who }, last }) => {
    const proved = matches('=wrong') ? 'wrong' : matches('=right') ? 'right' : undefined;
    return last.proved && proved && length <= SHORT && who.length === 0 ? viewsOf({ ...last, proved }) : undefined;
  },
  // "his firm?", "what does she say on tariffs", "under what condition would he change his mind"
  ({ terms, people, library }) => {
    const { phrases, matches, who, topics, needs, stances } = terms;
    const settled = settledIn(phrases);
    // "did that twelve month thing of his come good"
    const horizon = settled.proved ? undefined : terms.horizon;
    const sides = matches('@only|=anything|=something|=nothing') ? stances : [];
    // "what would have to happen for that"
    const isThat = (needs !== undefined || phrases.has('risk')) && matches('=that|=it|=this');
    const isHim = (phrases.has('pronoun') || isThat) && (!isAnybody(terms) || isOne(terms));
    if (people.length === 0 || who.length > 0 || !(isHim || matches('firm|quote'))) return undefined;
    if (phrases.has('firm')) return viewsOf({ who: people });
    const risks = phrases.has('risk') && topics.length === 0 ? risksOf({ who: people }, library) : undefined;
    if (risks) return risks;
    return viewsOf({ who: people, stances: sides, topics: needs ? [] : topics, needs, horizon, ...settled });
  },
  // "any bulls in the same piece?"
  ({ terms, last, library }) => {
    const { stances, topics, who, notes } = terms;
    return isInSameNote(terms) && stances.length > 0 && who.length + notes.length === 0
      ? viewsOf({ stances, topics, notes: notesShown(last, library) })
      : undefined;
  },
  // "tariffs as well", of the same people or the same side
  ({ terms: { matches, topics, who, stances, utterance }, last }) => {
    const isMore = matches('added|=too|=also') && utterance.words.length <= SHORT && who.length + stances.length === 0;
    return isMore && topics.length > 0 && last.topics
      ? viewsOf({ ...ofAnybody(last), who: last.who, topics: joined(last.topics, topics) })
      : undefined;
  },
  // "without the neutral ones", "drop the tariffs bit", "lose lee"
  ({ terms: { left, who, without, stances, topics, utterance }, last: { page: _, ...last } }) => {
    const isNamed = left.stances.length + left.topics.length + left.who.length + left.notes.length > 0;
    if (!isNamed || who.length > 0 || EVERYBODY.test(utterance.joined)) return undefined;
    const isSome = last.stances?.some((side) => !left.stances.includes(side));
    const sides = (isSome && last.stances) || STANCES;
    // whoever was asked for is asked for no more, and nobody else is left out for it
    const kept = <Name extends string>(some: readonly Name[] = [], out: readonly Name[]) => ({
      some: some.filter((name) => !out.includes(name)),
      out: some.some((name) => !out.includes(name)) ? out.filter((name) => !some.includes(name)) : out,
    });
    const people = kept(last.who, without.withoutWho);
    const subjects = kept(last.topics, without.withoutTopics);
    // "drop the tariffs bit": the list is of tariffs no more
    const isDropped = /\b(?:drop|lose|remove)\b/.test(utterance.joined);
    const notes = kept(last.notes, without.withoutNotes);
    return viewsOf({
      ...last,
      who: left.stances.length > 0 ? undefined : people.some,
      stances:
        left.stances.length > 0
          ? sides.filter((side) => !left.stances.includes(side))
          : stances.length > 0
            ? stances
            : last.stances,
      topics: topics.length > 0 ? topics : subjects.some,
      notes: notes.some,
      withoutWho: joined(last.withoutWho ?? [], people.out),
      withoutTopics: joined(
        last.withoutTopics ?? [],
        subjects.out.filter((topic) => !(isDropped && last.topics?.includes(topic))),
      ),
      withoutNotes: joined(last.withoutNotes ?? [], notes.out),
    });
  },
  // the last question with what these words name in its place: "and the bulls?", "same for wilson", "short run?"
  ({ terms, last, library, people }) => {
    const { utterance, phrases, matches, who, stances, topics, notes, horizon } = terms;
    const needs = terms.needs ?? (last.needs && terms.need);
    const isAmong = AMONG.test(utterance.joined);
    const isNarrowed = horizon !== undefined || needs !== undefined || stances.length > 0 || phrases.has('expired');
    const isOn = NARROWS.test(utterance.joined);
    const isOfPeople = (people.length > 0 || last.stances) && topics.length > 0 && isOn;
    const isShort = utterance.words.length <= SHORT && !isAnybody(terms) && !phrases.has('view', 'strong');
    const startsSame = phrases.of('same').some(({ from }) => from === 0);
    const isOfList = phrases.has('horizon', 'any') || matches('newest =one|=ones|=them|=those|=these');
    const isOnward = startsSame || isOfList || isAmong || matches('@only') || (isShort && (isNarrowed || isOfPeople));
    const isElse = isAnybody(terms) && who.length === 0 && !isAmong && !isOfList && !(last.needs && needs);
    if (!isOnward || isElse) return undefined;
    const [name, ...more] = who;
    if (name !== undefined) {
      const isTheirs = (topic: NoteTopic): boolean => isOf(library, [name, ...more], topic);
      const isOverall = /\b(?:at all|overall|in general|generally)\b/.test(utterance.joined);
      const about = topics.length > 0 || isOverall ? topics : (last.topics ?? []).filter(isTheirs);
      return viewsOf({ who, topics: about, notes, horizon });
    }
    // "which of them is the most recent": the same list, which has its dates
    if (!isNarrowed && topics.length + notes.length === 0)
      return isAmong || phrases.has('horizon', 'any') || matches('newest') ? last : undefined;
    const { who: ofWho, horizon: ofHorizon, ...kept } = last;
    return viewsOf({
      ...kept,
      // "who of them is bearish": among those shown
      ...((stances.length === 0 || isAmong) && { who: ofWho }),
      // a condition asked for is of any horizon
      ...((stances.length > 0 || !needs) && { horizon: ofHorizon }),
      risks: undefined,
      ...(stances.length > 0 && { stances }),
      ...(topics.length > 0 && !needs && { topics }),
      ...(notes.length > 0 && { notes }),
      ...(horizon && { horizon }),
      ...(needs && { needs }),
      ...(phrases.has('expired') && settledIn(phrases)),
    });
  },
];
