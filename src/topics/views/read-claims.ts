import { FUNCTION_WORDS, lexiconOf, phrasesOf, slotsOf, type Utterance } from '../../language/index.ts';
import type { Claim, Library } from '../../notes/index.ts';
import { LONGEST_NAME, type Reading } from '../reading.ts';
import type { Terms } from './read-terms.ts';
import words from './words.json' with { type: 'json' };

/** Words that ask for a claim by what it says, and those that say nothing of it. */
const SAID = lexiconOf(words.claims);

const MOST_CLAIMS = 8;
const FEW_CLAIMS = 4;
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

const remembered = new WeakMap<Library, ReadonlyMap<Claim, ReadonlySet<string>>>();
const stemsIn = (library: Library): ReadonlyMap<Claim, ReadonlySet<string>> => {
  const known = remembered.get(library);
  if (known) return known;
  const stems = new Map(
    library.claims.map((claim) => {
      const { paraphrase, condition = '', short = '', horizon, id } = claim;
      return [claim, new Set(stemsOf([paraphrase, condition, short, horizon?.label ?? '', id].join(' ')))] as const;
    }),
  );
  remembered.set(library, stems);
  return stems;
};

/** Where words in quotation marks stand. */
const quotedIn = ({ typed, tokens }: Utterance): readonly number[] => {
  const found = /["“„«]([^"“”„«»]{3,80})["”»]/u.exec(typed);
  if (!found) return [];
  const [start, end] = [found.index, found.index + found[0].length];
  return tokens.flatMap((token, at) => (token.kind === 'word' && token.start >= start && token.end <= end ? [at] : []));
};

/** The words after `mention`, `about`, up to the next word of another meaning. */
const mentionedIn = ({ utterance, phrases }: Terms): readonly number[] => {
  const { tokens, words, unknown } = utterance;
  const starts = [...phrases.of('view', 'mention'), ...phrases.of('about')].map(({ to }) => to);
  const runs = starts.map((start) => {
    let at = start;
    while (/^(?:the|a|an|any|of|about|on|their|his|her|its|these|those)$/.test(words[at] ?? '')) at += 1;
    const run: number[] = [];
    const isOwn = (place: number): boolean => phrases.all.some((mark) => mark.from <= place && place < mark.to);
    const isSaid = (place: number): boolean =>
      unknown.has(place) ||
      (tokens[place]?.kind === 'word' && !FUNCTION_WORDS.has(words[place] as string) && !isOwn(place));
    for (; at < tokens.length && isSaid(at); at += 1) run.push(at);
    return run;
  });
  return runs.find((run) => run.some((at) => unknown.has(at))) ?? [];
};

const viewsOn = (claims: readonly Claim[]): Extract<Reading['asks'], { readonly kind: 'views' }> | undefined => {
  const [first, ...rest] = claims.slice(0, MOST_CLAIMS).map(({ id }) => id);
  return first === undefined ? undefined : { kind: 'views', claims: [first, ...rest] };
};

/** The claims with most of the words that only few claims have. */
const seldomIn = (stems: readonly string[], people: readonly string[], library: Library): readonly Claim[] => {
  const all = [...stemsIn(library)];
  const counted = stems
    .filter(({ length }) => length >= SHORTEST_SELDOM)
    .map((stem) => all.flatMap(([claim, text]) => (text.has(stem) ? [claim] : [])));
  const few = counted.filter((claims) => claims.length > 0 && claims.length <= FEW_CLAIMS);
  const fits = (claim: Claim): number => few.filter((claims) => claims.includes(claim)).length;
  const claims = [...new Set(few.flat())].filter(
    ({ voice, firm }) => people.length === 0 || people.includes(voice) || people.includes(firm),
  );
  const most = Math.max(0, ...claims.map(fits));
  return claims.filter((claim) => fits(claim) === most);
};

/** `quote me the animal spirits line`, `anyone mention buybacks?`: the claims that say so, or that none does. */
export const readClaims = (terms: Terms, shown: readonly string[], library: Library): readonly Reading[] => {
  const { utterance, phrases, who, topics, stances, uses } = terms;
  const { words, tokens, unknown, typed } = utterance;
  if (terms.isNumbered) return [];
  const asks = phrasesOf(utterance, SAID);
  const quoted = quotedIn(utterance);
  const isStrange = (at: number): boolean =>
    unknown.has(at) && ![...uses, ...asks.all].some(({ from, to }) => from <= at && at < to);
  const mentioned = mentionedIn(terms);
  const isMention =
    (phrases.has('view', 'strong', 'mention') || phrases.has('somebody', 'anybody')) &&
    mentioned.length > 0 &&
    !terms.needs &&
    topics.length + stances.length === 0 &&
    !tokens.some((_, at) => isStrange(at) && !mentioned.includes(at));
  const isOfShown = shown.length > 0 && asks.has('ask', 'point');
  const own = [
    ...asks.all,
    ...slotsOf(utterance, 'who'),
    ...slotsOf(utterance, 'note'),
    ...phrases.all.filter(({ tag }) => tag !== 'risk' && tag !== 'need'),
  ];
  const free = tokens.flatMap(({ kind }, at) =>
    kind === 'word' && !FUNCTION_WORDS.has(words[at] as string) && !own.some(({ from, to }) => from <= at && at < to)
      ? [at]
      : [],
  );
  const isAsked = quoted.length > 0 || (asks.has('ask', 'quote') && !terms.needs && !terms.horizon);
  const said = quoted.length > 0 ? quoted : isMention && !isAsked ? mentioned : free;
  const [from, to] = [said[0] ?? 0, (said.at(-1) ?? -1) + 1];
  const stems = said
    .map((at) => words[at] as string)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .map(stemOf);
  if (stems.length === 0) return [];
  const people = who.length > 0 ? who : isOfShown ? shown : [];
  const all = [...stemsIn(library)].flatMap(([claim, text]) =>
    stems.every((stem) => text.has(stem)) &&
    (people.length === 0 || people.includes(claim.voice) || people.includes(claim.firm))
      ? [claim]
      : [],
  );
  const phrase = typed.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const reading = {
    name: `On ${phrase}`.slice(0, LONGEST_NAME).trim(),
    how: 'exact',
    uses: [...uses, ...own, { from, to }],
  } as const;
  const found = viewsOn(all);
  const isWhole = isAsked || isOfShown ? stems.length > 1 || all.length <= 2 : isMention;
  if (found && isWhole) return [{ ...reading, asks: found }];
  // of few claims, or with the seldom ones of these words: offered
  if (found && stems.length > 1 && all.length <= FEW_CLAIMS) return [{ ...reading, asks: found, isOffer: true }];
  const isPut = isAsked || isMention || phrases.has('somebody', 'anybody') || phrases.has('view', 'mention');
  const seldom = isPut && !found ? seldomIn(stems, people, library) : [];
  const near = viewsOn(seldom);
  if (near && !isMention) return [{ ...reading, asks: near, isOffer: true }];
  const isNowhere = isMention && !isAsked && who.length === 0 && /^[\p{L}\p{N}]/u.test(phrase);
  return isNowhere && phrase.length <= LONGEST_WORDS
    ? [{ ...reading, asks: { kind: 'not-known', what: 'topic', word: phrase } }]
    : [];
};
