import { type Lexicon, lexiconOf, type Names, phrasesIn } from '../../language/index.ts';
import type { NoteTopic } from '../../notes/index.ts';
import { type Library, STANCES, type Stance } from '../../notes/index.ts';
import { NOTE_NAMES, OTHER_NAMES, STANCE_WORDS, TOPIC_WORDS } from './read-subject-words.ts';

/** Last names and first names that are everyday words too: never guessed from a misspelling. */
const EVERYDAY = new Set(
  'lee west mark j ms gs ft morgan wells yahoo wire franklin tom mike dan jay us lori steve hamza julian'.split(' '),
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
    join(who, firm, [phraseOf(firm), ...(firmShort && firmShort !== 'Fed' ? [phraseOf(firmShort)] : [])]);
  }
  for (const [name, phrases] of Object.entries(OTHER_NAMES)) join(who, name, phrasesIn(phrases));
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
        phraseOf(id),
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
      return [stance, [stance, STANCE_WORDS[stance], ...denied].join('|')];
    }),
  );

const topics = (): Values =>
  Object.fromEntries(
    Object.entries(TOPIC_WORDS).map(([topic, phrases]) => [topic as NoteTopic, `${phraseOf(topic)}|${phrases}`]),
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
