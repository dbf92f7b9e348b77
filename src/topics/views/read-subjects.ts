import { lexiconOf, madeOnce, type Names, nearestTo, phrasesIn, type Said } from '../../language/index.ts';
import { isTeamNote, type Library, NOTE_TOPICS, type NoteTopic, STANCES, type Stance } from '../../notes/index.ts';
import type { NamedQuestion } from '../turn.ts';
import { viewsOf } from './read-filters.ts';
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
    .replace(/\(.*\)/g, '')
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

type Values = Readonly<Record<string, readonly string[]>>;

/** Phrases by what they stand for, those of one thing together. */
const grouped = (all: readonly (readonly [value: string, ...phrases: readonly string[]])[]): Values =>
  Object.fromEntries(
    [...Map.groupBy(all, ([value]) => value)].map(([value, some]) => [value, some.flatMap(([, ...said]) => said)]),
  );

const KIND_OF_FIRM =
  /(?: (?:&|and|asset|bank|capital|co|company|economics|equities|group|holdings|investments?|management|markets|partners|research|securities|strategy|wealth))+$/;
/** Names of firms that are everyday words without the kind of firm behind them. */
const EVERYDAY_FIRMS = new Set(
  'alpha american analysts atlantic broad capital central citizens eastern economic equity federal first fixed future general global growth house income independent international large macro market markets national northern pacific premium price private public quality rate rates royal second small smallcap southern state stock strategic street third total trust union united value western world'.split(
    ' ',
  ),
);

/** What people call the firm of a team's note, `Norrgate` for Norrgate Research, where it is no word of every day. */
const calledFor = ({ firm, note }: Library['claims'][number]): readonly string[] => {
  if (!isTeamNote(note.id)) return [];
  const called = phraseOf(firm).replace(KIND_OF_FIRM, '');
  const isPlain = called === phraseOf(firm) || called.length < SHORTEST_GUESSED || /\d/.test(called);
  return isPlain || EVERYDAY_FIRMS.has(called) || EVERYDAY.has(called) ? [] : [called];
};

const whoIn = ({ claims }: Library): Values => {
  const speakers = [...new Set(claims.flatMap(({ speaker }) => speaker ?? []))].map((name) => {
    const parts = phraseOf(name).split(' ');
    const ends = [parts[0] as string, parts.at(-1) as string].filter((part) => !NEVER_ALONE.has(part));
    return [name, phraseOf(name), ...ends] as const;
  });
  const named = claims.filter(({ firm }) => firm !== 'Firm not named' && firm !== 'Analysts (unnamed)');
  const firms = [...new Map(named.map((claim) => [`${claim.firm}/${claim.firmShort}`, claim])).values()].map(
    (claim) => {
      const { firm, firmShort = 'Fed' } = claim;
      const short = firmShort === 'Fed' ? [] : [phraseOf(firmShort)];
      return [firm, phraseOf(firm), signedOf(firm), ...short, ...calledFor(claim)] as const;
    },
  );
  const others = Object.entries(words.people).map(
    ([name, said]) => [name, signedOf(name), ...phrasesIn(said)] as const,
  );
  return grouped([...speakers, ...firms, ...others]);
};

const SPELLED = ['zero', 'one', 'two', 'three', 'four'];

/** `t12`, `note t12`, `t 12`. */
const teamNumbered = (number: string): readonly string[] => {
  const said = [number.toLowerCase(), `t ${number.slice(1)}`];
  return [...said, ...said.map((one) => `note ${one}`)];
};

const notesIn = ({ notes }: Library): Values =>
  grouped(
    notes.map(({ number, id }) => {
      if (isTeamNote(number)) return [number, ...teamNumbered(number)];
      const short = [number, Number(number), SPELLED[Number(number)]].flatMap((said) => [
        ...['note', 'note no', 'note no .', 'note nr', 'note number', 'note #'].map((note) => `${note} ${said}`),
        `note${said}`,
      ]);
      const numbered = [number, ...short, `n${number}`, `${number} - ${id.slice(4)}`];
      return [number, ...numbered, ...phrasesIn(NOTE_NAMES.get(number) ?? '')];
    }),
  );

const stances = (): Values =>
  grouped(
    STANCES.map((stance) => {
      const denied = OPPOSED.filter((other) => other !== stance).flatMap((other) =>
        [other, ...phrasesIn(STANCE_WORDS[other])].flatMap((phrase) => NOT.map((not) => `${not} ${phrase}`)),
      );
      return [stance, stance, ...phrasesIn(STANCE_WORDS[stance]), ...denied];
    }),
  );

const topics = (): Values =>
  grouped(Object.entries(TOPIC_WORDS).map(([topic, said]) => [topic, phraseOf(topic), ...phrasesIn(said)]));

/** Every word of the claims; their texts are taken together, since one at a time takes twice as long. */
const vocabularyOf = ({ claims }: Library): ReadonlySet<string> => {
  const texts = claims.flatMap(({ paraphrase, condition = '', figures }) => [
    paraphrase,
    condition,
    ...figures.map(({ label }) => label),
  ]);
  return new Set(phraseOf([...new Set(texts)].join('\n')).split(' '));
};

/** Everybody and everything that the notes can be asked about, in the words people use. */
export const namesOf = madeOnce((library: Library): Names => {
  const tables = { who: whoIn(library), note: notesIn(library), stance: stances(), topic: topics() };
  const { note: _, ...guessed } = tables;
  return {
    lexicon: lexiconOf(tables),
    guessable: [...lexiconOf(guessed).phrases.keys()].filter(
      (phrase) => !phrase.includes(' ') && phrase.length >= SHORTEST_GUESSED && !EVERYDAY.has(phrase),
    ),
    vocabulary: vocabularyOf(library),
  };
});

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
