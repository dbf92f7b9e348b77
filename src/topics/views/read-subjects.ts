import { type Lexicon, lexiconOf, type Names, nearestTo, phrasesIn, type Said } from '../../language/index.ts';
import type { NoteTopic } from '../../notes/index.ts';
import { type Library, NOTE_TOPICS, STANCES, type Stance } from '../../notes/index.ts';
import type { NamedQuestion } from '../turn.ts';
import { viewsOf } from './read-terms.ts';
import words from './words.json' with { type: 'json' };

const STANCE_WORDS: Readonly<Record<Stance, Said>> = words.stances;
const TOPIC_WORDS: Readonly<Record<NoteTopic, Said>> = words.topics;
const NOTE_NAMES: ReadonlyMap<string, Said> = new Map(Object.entries(words.notes));

/** Last names and first names that are everyday words too: never guessed from a misspelling. */
const EVERYDAY = new Set(
  'lee west mark j ms gs ft morgan wells yahoo wire franklin tom mike dan jay us lori steve steven hamza julian'.split(
    ' ',
  ),
);
const NEVER_ALONE = new Set(['mark', 'dan', 'jay', 'j']);
const SHORTEST_GUESSED = 5;

const OPPOSED: readonly Stance[] = ['bullish', 'bearish'];
const NOT = ['not', 'isnt', 'arent', 'non', 'never', 'not so', 'not very', 'not that', 'less than', 'anything but'];

/** As the language room writes words: lower case, no accents, an owner's s and apostrophes gone. */
export const phraseOf = (name: string): string =>
  name
    .replace(/\(.*\)/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2019]s\b/g, '')
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();

/** The same with its signs apart, as words with signs between are found: `j . p . morgan`. */
const signedOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(?<=\w)['\u2019]s?\b/g, '')
    .replace(/([^\p{L}\p{N}\s])/gu, ' $1 ')
    .replace(/\s+/g, ' ')
    .trim();

type Values = Record<string, string>;

const join = (values: Values, value: string, phrases: readonly string[]): void => {
  values[value] = [values[value], ...phrases].filter(Boolean).join('|');
};

const whoIn = ({ claims }: Library): Values => {
  const who: Values = {};
  for (const name of new Set(claims.flatMap(({ speaker }) => speaker ?? []))) {
    const parts = phraseOf(name).split(' ');
    join(who, name, [
      phraseOf(name),
      ...[parts[0] as string, parts.at(-1) as string].filter((part) => !NEVER_ALONE.has(part)),
    ]);
  }
  for (const { firm, firmShort } of claims) {
    if (firm === 'Firm not named' || firm === 'Analysts (unnamed)') continue;
    join(who, firm, [
      phraseOf(firm),
      signedOf(firm),
      ...(firmShort && firmShort !== 'Fed' ? [phraseOf(firmShort)] : []),
    ]);
  }
  for (const [name, phrases] of Object.entries(words.people)) join(who, name, [signedOf(name), ...phrasesIn(phrases)]);
  return who;
};

const notesIn = ({ notes }: Library): Values =>
  Object.fromEntries(
    notes.map(({ number, id }) => [
      number,
      [
        number,
        `note ${number}`,
        `note ${Number(number)}`,
        `n${number}`,
        `${number} - ${id.slice(4)}`,
        ...phrasesIn(NOTE_NAMES.get(number) ?? ''),
      ].join('|'),
    ]),
  );

const stances = (): Values =>
  Object.fromEntries(
    STANCES.map((stance) => {
      const denied = OPPOSED.filter((other) => other !== stance).flatMap((other) =>
        [other, ...phrasesIn(STANCE_WORDS[other])].flatMap((phrase) => NOT.map((not) => `${not} ${phrase}`)),
      );
      return [stance, [stance, ...phrasesIn(STANCE_WORDS[stance]), ...denied].join('|')];
    }),
  );

const topics = (): Values =>
  Object.fromEntries(
    Object.entries(TOPIC_WORDS).map(([topic, phrases]) => [topic, [phraseOf(topic), ...phrasesIn(phrases)].join('|')]),
  );

const vocabularyOf = ({ claims }: Library): ReadonlySet<string> =>
  new Set(
    claims.flatMap(({ paraphrase, condition = '', figures }) =>
      phraseOf([paraphrase, condition, ...figures.map(({ label }) => label)].join(' ')).split(' '),
    ),
  );

const guessableIn = ({ phrases }: Lexicon): readonly string[] =>
  [...phrases.keys()].filter(
    (phrase) => !phrase.includes(' ') && phrase.length >= SHORTEST_GUESSED && !EVERYDAY.has(phrase),
  );

const remembered = new WeakMap<Library, Names>();

/** Everybody and everything that the notes can be asked about, in the words people use. */
export const namesOf = (library: Library): Names => {
  const known = remembered.get(library);
  if (known) return known;
  const tables = { who: whoIn(library), note: notesIn(library), stance: stances(), topic: topics() };
  const lexicon = lexiconOf(tables);
  const names: Names = {
    lexicon,
    guessable: guessableIn(lexiconOf({ who: tables.who, stance: tables.stance, topic: tables.topic })),
    vocabulary: vocabularyOf(library),
  };
  remembered.set(library, names);
  return names;
};

const MOST_OFFERED = 3;

/** The people, firms, stances and topics whose names look most like the words, each as its views would be asked for. */
export const nearestSubjects = (words: string, library: Library): readonly NamedQuestion[] => {
  const { lexicon, guessable } = namesOf(library);
  const near = nearestTo(words, guessable).flatMap((phrase) => lexicon.phrases.get(phrase) ?? []);
  const named = near.flatMap(({ tag, value }): readonly NamedQuestion[] => {
    const stances = STANCES.filter((one) => tag === 'stance' && one === value);
    const topics = NOTE_TOPICS.filter((one) => tag === 'topic' && one === value);
    const isFilter = tag === 'who' || stances.length > 0 || topics.length > 0;
    return isFilter ? [{ name: value, question: viewsOf({ stances, topics, who: tag === 'who' ? [value] : [] }) }] : [];
  });
  return [...new Map(named.map((one) => [one.name, one])).values()].slice(0, MOST_OFFERED);
};
