/** A phrase found among the words: what it stands for. Tokens `from` to `to`, the last not included. */
export interface Mark {
  readonly tag: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
  /** True where the word was misspelt. */
  readonly isGuessed: boolean;
}

/**
 * Phrases, bars between them and their words one space apart; a long list has several lines. Braces hold what may stand
 * in a place of a phrase: `{bin|ditch} {that|my} change` is four of them, and `{|the }small one` is two.
 */
export type Said = string | readonly string[];

/** Phrases by what they stand for, one table a tag. */
export type Tables = Readonly<Record<string, Readonly<Record<string, Said>>>>;

interface Entry {
  readonly tag: string;
  readonly value: string;
}

/** A value of phrases that are not what their words stand for elsewhere: `brief me on` is about no brief. */
const HIDDEN = 'none';

/** Words that phrases begin with: what they stand for as they are, and what may go on from them. */
interface Start {
  readonly entries: Entry[];
  next?: Map<string, Start>;
}

export interface Lexicon {
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  readonly start: Start;
}

/** A bar that stands in no braces. */
const BAR = /\|(?![^{}]*\})/;
const spelledOut = (phrase: string): readonly string[] => {
  const [braces, inside] = /\{([^{}]*)\}/.exec(phrase) ?? [];
  return braces === undefined || inside === undefined
    ? [phrase]
    : inside.split('|').flatMap((one) => spelledOut(phrase.replace(braces, one)));
};

export const phrasesIn = (said: Said): readonly string[] =>
  [said]
    .flat()
    .flatMap((line) => line.split(BAR).flatMap(spelledOut))
    .map((phrase) =>
      phrase
        .trim()
        .replace(/\s+/g, ' ')
        // as tokens are cut: 10y is a number and a letter
        .replace(/\b(\d+)(?=[a-z])/g, '$1 '),
    )
    .filter((phrase) => phrase !== '');

/** The words of a list, apart by spaces or lines, as phrases. */
export const words = (list: string): string => list.trim().split(/\s+/).join('|');

/** `whats new` and, as tokens are cut, `what's new`. */
const formsOf = (phrase: string): readonly string[] => {
  const cut = phrase.replace(/^(what|where|who|when|how)s (?=.)/, '$1 ');
  return cut === phrase ? [phrase] : [phrase, cut];
};

/** Made when words are first looked up in it: what nobody asks for takes no time of a start. */
export const lexiconOf = (tables: Tables): Lexicon => {
  let made: Lexicon | undefined;
  const whole = (): Lexicon => {
    made ??= madeOf(tables);
    return made;
  };
  return {
    get phrases() {
      return whole().phrases;
    },
    get start() {
      return whole().start;
    },
  };
};

const madeOf = (tables: Tables): Lexicon => {
  const phrases = new Map<string, Entry[]>();
  const start: Start = { entries: [] };
  for (const [tag, values] of Object.entries(tables)) {
    for (const [value, said] of Object.entries(values)) {
      for (const phrase of phrasesIn(said).flatMap(formsOf)) {
        let one = start;
        for (const word of phrase.split(' ')) {
          one.next ??= new Map();
          const next = one.next.get(word) ?? { entries: [] };
          one.next.set(word, next);
          one = next;
        }
        one.entries.push({ tag, value });
        phrases.set(phrase, one.entries);
      }
    }
  }
  return { phrases, start };
};

/**
 * Everything a lexicon knows among the words. Within a tag the longest phrase wins and none overlaps; a word may stand
 * for several tags.
 */
export const marksIn = (
  { start }: Lexicon,
  words: readonly string[],
  isMended: (at: number) => boolean = () => false,
): readonly Mark[] => {
  const marks: Mark[] = [];
  const coveredTo = new Map<string, number>();
  for (let from = 0; from < words.length; from += 1) {
    const said: Start[] = [];
    for (let one = start.next?.get(words[from] as string); one; one = one.next?.get(words[from + said.length] ?? ''))
      said.push(one);
    for (let length = said.length; length > 0; length -= 1) {
      const { entries } = said[length - 1] as Start;
      if (entries.length === 0) continue;
      for (const { tag, value } of entries.filter((entry) => (coveredTo.get(entry.tag) ?? 0) <= from)) {
        coveredTo.set(tag, from + length);
        if (value !== HIDDEN) marks.push({ tag, value, from, to: from + length, isGuessed: isMended(from) });
      }
    }
  }
  return marks;
};
