import { type Library, type NoteTopic, STANCES, type Stance } from '../../notes/index.ts';
import { type Entry, type Lexicon, lexiconOf } from './lexicon.ts';
import { NOTE_NAMES, OTHER_NAMES, STANCE_WORDS, TOPIC_WORDS } from './subject-words.ts';

/** What a question about the notes can be narrowed to. */
export type Subject =
  /** A person or a firm, as the library spells it. */
  | { readonly kind: 'who'; readonly name: string }
  | { readonly kind: 'stance'; readonly stance: Stance }
  | { readonly kind: 'topic'; readonly topic: NoteTopic }
  /** A note by its three digits. */
  | { readonly kind: 'note'; readonly number: string };

const OPPOSED: readonly Stance[] = ['bullish', 'bearish'];
const NOT = ['not', 'isn t', 'aren t', 'non', 'never', 'not so', 'not very', 'not that', 'less than', 'anything but'];

/** `not bullish`: every other stance. */
const deniedStances = (): Entry<Subject>[] =>
  OPPOSED.flatMap((denied) =>
    [denied, ...phrasesIn(STANCE_WORDS[denied])].flatMap((phrase) =>
      NOT.flatMap((not) =>
        STANCES.filter((stance) => stance !== denied).map((stance) => ({
          phrase: `${not} ${phrase}`,
          means: { kind: 'stance', stance } as const,
        })),
      ),
    ),
  );

/** Last names and first names that are everyday words too. */
const EVERYDAY = new Set([
  'lee',
  'west',
  'mark',
  'j',
  'ms',
  'gs',
  'ft',
  'morgan',
  'wells',
  'yahoo',
  'wire',
  'franklin',
]);
const NEVER_ALONE = new Set(['mark', 'dan']);

/** Lower case, apart from letters, digits and `&` only spaces: `J.P. Morgan` is `j p morgan`. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2019]s\b/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word.length > 0);

/** Phrases between bars, on one line or several. */
const phrasesIn = (text: string): readonly string[] =>
  text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

const phraseOf = (name: string): string => wordsOf(name.replace(/\(.*\)/, '')).join(' ');

const whoEntries = ({ claims }: Library): Entry<Subject>[] => {
  const who = (name: string, phrase: string): Entry<Subject> => ({
    phrase,
    means: { kind: 'who', name },
    ...(EVERYDAY.has(phrase) && { exact: true }),
  });
  const people = [...new Set(claims.flatMap(({ speaker }) => speaker ?? []))].flatMap((name) => {
    const parts = wordsOf(name);
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    const alone = [first, last].filter((part) => !NEVER_ALONE.has(part));
    return [phraseOf(name), ...alone].map((phrase) => ({
      ...who(name, phrase),
      ...(phrase === first && { exact: true, uninflected: true }),
    }));
  });
  const firms = claims
    .filter(({ firm }) => firm !== 'Firm not named' && firm !== 'Analysts (unnamed)')
    .flatMap(({ firm, firmShort }) =>
      [firm, ...(firmShort && firmShort !== 'Fed' ? [firmShort] : [])].map((name) => who(firm, phraseOf(name))),
    );
  const others = Object.entries(OTHER_NAMES).flatMap(([name, phrases]) =>
    phrasesIn(phrases).map((phrase) => who(name, phrase)),
  );
  return [...people, ...firms, ...others];
};

const noteEntries = ({ notes }: Library): Entry<Subject>[] =>
  notes.flatMap(({ number, id }) =>
    [
      number,
      `note ${number}`,
      `note ${Number(number)}`,
      `n${number}`,
      phraseOf(id),
      ...phrasesIn(NOTE_NAMES.get(number) ?? ''),
    ].map(
      (phrase): Entry<Subject> => ({
        phrase,
        means: { kind: 'note', number },
        exact: true,
      }),
    ),
  );

const listed = <Key extends string>(words: Record<Key, string>, means: (key: Key) => Subject): Entry<Subject>[] =>
  (Object.entries(words) as [Key, string][]).flatMap(([key, phrases]) =>
    [phraseOf(key), ...phrasesIn(phrases)].map((phrase) => ({ phrase, means: means(key) })),
  );

/** Words of the notes themselves, so that `costs` is never taken for Kostin. */
const vocabularyOf = ({ claims }: Library): Set<string> =>
  new Set(
    claims.flatMap(({ paraphrase, condition = '', figures }) =>
      wordsOf([paraphrase, condition, ...figures.map(({ label }) => label)].join(' ')),
    ),
  );

const remembered = new WeakMap<Library, Lexicon<Subject>>();

/** Everybody and everything the notes can be asked about, in the words people use. */
export const subjectsOf = (library: Library): Lexicon<Subject> => {
  const known = remembered.get(library);
  if (known) return known;
  const names = new Set(whoEntries(library).flatMap(({ phrase }) => phrase.split(' ')));
  const vocabulary = [...vocabularyOf(library)].filter((word) => !names.has(word));
  const lexicon = lexiconOf<Subject>(
    [
      ...whoEntries(library),
      ...noteEntries(library),
      ...listed(STANCE_WORDS, (stance) => ({ kind: 'stance', stance })),
      ...deniedStances(),
      ...listed(TOPIC_WORDS, (topic) => ({ kind: 'topic', topic })),
    ],
    vocabulary,
  );
  remembered.set(library, lexicon);
  return lexicon;
};
