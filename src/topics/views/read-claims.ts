import {
  FUNCTION_WORDS,
  isIn,
  isOnly,
  lexiconOf,
  madeOnce,
  type Place,
  phrasesOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Claim, Library } from '../../notes/index.ts';
import { exactly, type Reading } from '../reading.ts';
import type { Terms } from './read-terms.ts';
import words from './words.json' with { type: 'json' };

/** Words that ask for a claim by what it says, and those that say nothing of it. */
const SAID = lexiconOf(words.claims);

const MOST_CLAIMS = 8;
const FEW_CLAIMS = 4;
/** Of a narrower word than its topic. */
const MOST_NARROW = 6;
const LONGEST_WORDS = 40;
const SHORTEST_STEM = 4;
const SHORTEST_SELDOM = 5;

const stemOf = (word: string): string => {
  const stem = word.replace(/(?:ies|ing|ed|es|s)$/, '');
  return stem.length >= SHORTEST_STEM ? stem : word.replace(/s$/, '');
};
const stemsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(stemOf);

const stemsIn = madeOnce(
  (library: Library): ReadonlyMap<Claim, ReadonlySet<string>> =>
    new Map(
      library.claims.map((claim) => {
        const { paraphrase, condition = '', short = '', horizon, id } = claim;
        return [claim, new Set(stemsOf([paraphrase, condition, short, horizon?.label ?? '', id].join(' ')))] as const;
      }),
    ),
);
/** Most words stand in no claim. */
const allStems = madeOnce((library: Library) => new Set([...stemsIn(library).values()].flatMap((stems) => [...stems])));

/** Where words in quotation marks stand. */
const quotedIn = ({ typed, tokens }: Utterance): readonly number[] => {
  const found = /["“„«]([^"“”„«»]{3,80})["”»]/u.exec(typed);
  const [start, end] = found ? [found.index, found.index + found[0].length] : [0, 0];
  return tokens.flatMap((token, at) => (token.kind === 'word' && token.start >= start && token.end <= end ? [at] : []));
};

const OPENS_MENTION =
  /^(?:and |so |ok |is there )*(?:any|anything|something|somebody|anyone|anybody|who says what) (?:on|about|re|said on|mentioned on|mention)\b/;
const ARTICLE = /^(?:the|a|an|any|of|about|on|their|his|her|its|these|those)$/;

/** The words after `mention`, `about`, up to the next word of another meaning. */
const mentionedIn = ({ utterance, phrases }: Terms): readonly number[] => {
  const { tokens, words, unknown } = utterance;
  const isSaid = (at: number): boolean =>
    unknown.has(at) ||
    (tokens[at]?.kind === 'word' && !FUNCTION_WORDS.has(words[at] as string) && !isIn(phrases.all, at));
  const runs = [...phrases.of('view', 'mention'), ...phrases.of('about')].map(({ to }) => {
    const start = words.findIndex((word, at) => at >= to && !ARTICLE.test(word));
    const run: number[] = [];
    for (let at = start < 0 ? tokens.length : start; at < tokens.length && isSaid(at); at += 1) run.push(at);
    return run;
  });
  return runs.find((run) => run.some((at) => unknown.has(at))) ?? [];
};

const viewsOn = (claims: readonly Claim[]): Extract<Reading['asks'], { readonly kind: 'views' }> | undefined => {
  const [first, ...rest] = claims.slice(0, MOST_CLAIMS).map(({ id }) => id);
  return first === undefined ? undefined : { kind: 'views', claims: [first, ...rest] };
};

/** By those who said so: the words of a question are no name. */
const nameOf = (question: Reading['asks'], claims: Stems): string => {
  const ids = question.kind === 'views' ? (question.claims ?? []) : [];
  const voices = new Set(claims.flatMap(([{ id, voice }]) => (ids.includes(id) ? [voice] : [])));
  return `What ${[...voices].join(' and ')} said of it`;
};

type Stems = readonly (readonly [Claim, ReadonlySet<string>])[];

/** The claims with most of the words that only few claims of the library have. */
const seldomIn = (stems: readonly string[], claims: Stems, library: Library): readonly Claim[] => {
  const all = [...stemsIn(library).values()];
  const seldom = stems.filter(
    (stem) => stem.length >= SHORTEST_SELDOM && all.filter((text) => text.has(stem)).length <= FEW_CLAIMS,
  );
  const fits = claims.map(([, text]) => seldom.filter((stem) => text.has(stem)).length);
  const most = Math.max(0, ...fits);
  return most === 0 ? [] : claims.flatMap(([claim], at) => (fits[at] === most ? [claim] : []));
};

/** `who in the notes thinks`, `did anyone say`, `which of them said`: somebody is asked for by what follows. */
const SPOKEN =
  /^(?:(?:and|so|ok|then|but|now|please) )*(?:(?:did|does|has|is|was|do) (?=any|some))?(?:who|whos|whod|any(?:one|body)|some(?:one|body)|which|what)\b(?: (?:was|is|it|in|of|on|from|the|these|those|them|your|notes?|note|one|ones|voices?|analysts?|strategists?|firms?|house|people|person|guy|papers?|pieces?|articles?|library|here|there|else|actually|even|also|ever|really)\b)* ?(?:says?|said|saying|thinks?|thought|thinking|believes?|believed|argues?|argued|arguing|warns?|warned|warning|claims?|claimed|reckons?|reckoned|expects?|expecting|predicts?|wrote|writes|points? out|finds?|insists?|notes|noted|sees|doubts|worries) (?:that |about |of |on |how )*(?!small caps? (?:are|is) \S+$)/;

/** Other words for what the claims say. */
const SAME_WORDS: readonly (readonly string[])[] = [
  'alone themselves itself',
  'enough suffice',
  'worst worse badly',
  'cheap undervalued cheaply',
  'dear overvalued stretched expensive pricey',
  'margin thin',
  'debt borrow leverage',
  'profit earning',
  'recession downturn',
  'job employment labour unemployment',
  'merger takeover ipo',
  'giant mega tech',
  'lag trail lagged',
  'win outperform outdo beat better overtake',
  'fake start false',
  'rally rebound surge',
  'cost costs pricier',
].map((row) => row.split(' ').map(stemOf));

/** Of every claim, and no word to find one by. */
const COMMON =
  /^(?:small|smaller|large|larger|cap|caps|smallcap|compan(?:y|ie)|stock|share|russell|2000|market|note|thing|good|bad|more|will|would|going|get|get|have|been|they|them|their|much|very|so|too|just|not|wont|never|cant|cannot|dont|doesnt|didnt|isnt|arent|really|it|do|it|be|to|of|the)$/;
const LEAST_COVERED = 0.5;
const NEARLY = 0.8;
const MOST_SPOKEN = 3;

/** `who said small caps fare worst in a recession`: the claims that have most of these words, seldom ones before others. */
export const readSpoken = (
  { utterance, who, stances, isNumbered, need, uses }: Terms,
  library: Library,
): readonly Reading[] => {
  const { words, tokens, joined } = utterance;
  const lead = isNumbered || need || who.length > 0 ? undefined : SPOKEN.exec(joined)?.[0];
  if (lead === undefined) return [];
  const from = lead.trim().split(' ').length;
  const isTelling = (stem: string): boolean =>
    !COMMON.test(stem) && (!FUNCTION_WORDS.has(stem) || SAME_WORDS.some((row) => row.includes(stem)));
  const telling = words.flatMap((word, at) =>
    at >= from && tokens[at]?.kind === 'word' && isTelling(stemOf(word)) ? [at] : [],
  );
  // "who thinks about the macro picture": a topic, and nothing that is said of it
  const topics = utterance.slots.filter(({ kind }) => kind === 'topic');
  const said = new Set(telling.flatMap((at) => (isIn(topics, at) ? [] : [stemOf(words[at] as string)])));
  if (said.size === 0) return [];
  const stems = [...new Set(telling.map((at) => stemOf(words[at] as string)))];
  const claims = [...stemsIn(library)];
  const has = (text: ReadonlySet<string>, stem: string): boolean =>
    (SAME_WORDS.find((row) => row.includes(stem)) ?? [stem]).some((one) => text.has(one));
  const weights = stems.map((stem) => {
    const count = claims.filter(([, text]) => has(text, stem)).length;
    return Math.log(claims.length / Math.max(count, MOST_SPOKEN));
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const scored = claims.map(([claim, text]) => {
    const fits = stems.map((stem) => has(text, stem));
    const score = weights.reduce((sum, weight, at) => sum + (fits[at] ? weight : 0), 0);
    return {
      claim,
      score,
      isSaid: stems.some((stem, at) => fits[at] && said.has(stem)),
      fits: fits.filter(Boolean).length,
    };
  });
  // "who said the rally was fragile": one word that hardly any claim has is enough, and none beside a side that is named
  const isRare = stems.length > 1 && scored.filter(({ score }) => score >= whole * LEAST_COVERED).length <= 2;
  const least = stances.length > 0 ? 3 : isRare ? 1 : 2;
  const best = Math.max(...scored.map(({ score }) => score));
  const found = scored
    .filter(
      ({ score, fits, isSaid }) => isSaid && fits >= least && score >= best * NEARLY && score >= whole * LEAST_COVERED,
    )
    .toSorted((one, other) => other.score - one.score)
    .map(({ claim }) => claim);
  const asks = found.length <= MOST_SPOKEN ? viewsOn(found) : undefined;
  return asks ? [exactly(asks, nameOf(asks, claims), [...uses, wholeOf(utterance)])] : [];
};

/** `quote me the animal spirits line`, `anyone mention buybacks?`: the claims that say so, or that none does. */
export const readClaims = (terms: Terms, shown: readonly string[], library: Library): readonly Reading[] => {
  const { utterance, phrases, matches, who, uses } = terms;
  const { words: said, joined, tokens, unknown, typed } = utterance;
  if (terms.isNumbered) return [];
  const asks = phrasesOf(utterance, SAID);
  const quoted = quotedIn(utterance);
  const mentioned = mentionedIn(terms);
  const isMention =
    matches('view:strong,mention|somebody:anybody') &&
    mentioned.length > 0 &&
    terms.topics.length + terms.stances.length === 0 &&
    !terms.needs &&
    ![...unknown].some((at) => !isIn([...uses, ...asks.all], at) && !mentioned.includes(at));
  // "anything on margins": of a topic, the claims that have the word
  const [topic, second] = utterance.slots.filter(({ kind }) => kind === 'topic');
  const narrower = topic?.kind === 'topic' && !second && topic.to === topic.from + 1 ? said[topic.from] : undefined;
  if (narrower && narrower.length >= SHORTEST_SELDOM && isOnly(utterance, uses) && OPENS_MENTION.test(joined)) {
    const stem = stemOf(narrower);
    const isName = terms.topics.some((name) => stemsOf(name).includes(stem));
    const having = isName ? [] : [...stemsIn(library)].flatMap(([claim, text]) => (text.has(stem) ? [claim] : []));
    const narrow = having.length <= MOST_NARROW && who.length === 0 ? viewsOn(having) : undefined;
    if (narrow)
      return [exactly(narrow, nameOf(narrow, [...stemsIn(library)]), [...uses, topic as Place, wholeOf(utterance)])];
  }
  const isOfShown = shown.length > 0 && asks.has('ask', 'point');
  const own = [
    ...asks.all,
    ...slotsOf(utterance, 'who'),
    ...slotsOf(utterance, 'note'),
    ...phrases.all.filter(({ tag }) => tag !== 'risk' && tag !== 'need'),
  ];
  const isFree = (at: number): boolean => !FUNCTION_WORDS.has(said[at] as string) && !isIn(own, at);
  const free = tokens.flatMap(({ kind }, at) => (kind === 'word' && isFree(at) ? [at] : []));
  const isAsked = quoted.length > 0 || (asks.has('ask', 'quote') && !terms.needs && !terms.horizon);
  const meant = quoted.length > 0 ? quoted : isMention && !isAsked ? mentioned : free;
  const stems = meant.flatMap((at) => (FUNCTION_WORDS.has(said[at] as string) ? [] : [stemOf(said[at] as string)]));
  if (stems.length === 0) return [];
  const [from, to] = [meant[0] ?? 0, (meant.at(-1) ?? -1) + 1];
  const people = who.length > 0 ? who : isOfShown ? shown : [];
  const claims = [...stemsIn(library)].filter(
    ([{ voice, firm }]) => people.length === 0 || people.includes(voice) || people.includes(firm),
  );
  const isInNotes = stems.every((stem) => allStems(library).has(stem));
  const all = claims.flatMap(([claim, text]) => (isInNotes && stems.every((stem) => text.has(stem)) ? [claim] : []));
  const phrase = typed.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const reading = (question: Reading['asks'], isOffer?: true) => [
    exactly(question, nameOf(question, claims), [...uses, ...own, { from, to }], { ...(isOffer && { isOffer }) }),
  ];
  const found = viewsOn(all);
  if (found && (isAsked || isOfShown ? stems.length > 1 || all.length <= 2 : isMention)) return reading(found);
  // "stevenson on stock pickers": of theirs, the one with all of these words
  if (found && who.length > 0 && terms.topics.length === 0 && stems.length > 1 && all.length === 1)
    return reading(found);
  // of few claims, or with the seldom ones of these words: offered
  if (found && stems.length > 1 && all.length <= FEW_CLAIMS) return reading(found, true);
  const isPut = isAsked || matches('somebody:anybody|view:mention');
  const near = isPut && !isMention && !found ? viewsOn(seldomIn(stems, claims, library)) : undefined;
  if (near) return reading(near, true);
  const isNowhere = isMention && !isAsked && who.length === 0 && /^[\p{L}\p{N}]/u.test(phrase);
  return isNowhere && phrase.length <= LONGEST_WORDS ? reading({ kind: 'not-known', what: 'topic', word: phrase }) : [];
};
