import { entitiesIn, type SizeSide } from './sides.ts';
import { SENSES } from './words/senses.ts';

/** A word, a mark or an idiom of a text as it is compared with others. */
export interface Lexeme {
  /** A stem, the stems of an idiom, `#` for a number; `§S` small caps, `§L` large ones. */
  readonly word: string;
  /** What it means by the table of senses. */
  readonly sense?: string;
  readonly isNegated: boolean;
}

const BASES: ReadonlyMap<string, string> = new Map(
  `fall:fell,fallen rise:rose,risen lose:lost win:won beat:beaten buy:bought sell:sold lead:led grow:grew,grown hold:held pay:paid keep:kept get:got give:gave,given go:went,gone come:came
  take:took,taken run:ran shrink:shrank,shrunk sink:sank,sunk slide:slid break:broke,broken spend:spent build:built make:made think:thought say:said see:saw,seen know:knew,known draw:drew
  stand:stood bear:bore eat:ate,eaten tell:told feel:felt find:found mean:meant wake:woke throw:threw,thrown hide:hid bleed:bled flee:fled dry:dried have:has,had do:does,did,done
  be:is,are,was,were,been,being,am not:cannot,n't`
    .split(/\s+/)
    .flatMap((row) => {
      const [base = '', forms = ''] = row.split(':');
      return forms.split(',').map((form) => [form, base] as const);
    }),
);
const SHORTEST_STEM = 3;
const stemOf = (word: string): string => {
  const plain = word.replace(/'s?$/, '');
  const base = BASES.get(plain);
  if (base !== undefined) return base;
  if (plain.length < 5) return plain.replace(/(?<=[a-z]{2}[^s])s$/, '');
  return plain
    .replace(/(?:iness|ness|ments?)$/, '')
    .replace(/(?:ies|ied|iest|ier|ily)$/, 'y')
    .replace(/(?:ings?|ed|est|ers?|ly|es|s)$/, (end) => (plain.length - end.length >= SHORTEST_STEM ? '' : end))
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/(?<=[a-z]{2})y$/, 'i');
};

const numberOf = (word: string): string =>
  /^[$€£]/.test(word)
    ? '#$'
    : /%$/.test(word)
      ? '#%'
      : /x$/.test(word)
        ? '#x'
        : /^(?:19|20)\d\d$/.test(word)
          ? '#y'
          : '#';
const LEFT_OUT = new Set(
  'a an the its their his her our my your this that these those such very quite rather just still only even also'.split(
    ' ',
  ),
);
const WORDS =
  /§[SL]|[$€£]?\d[\d.,]*(?:%|x\b|bn\b|m\b|bp\b|st\b|nd\b|th\b)?|\p{L}[\p{L}&]*(?:['-][\p{L}\d]+)*|n't|[,;:?!()"]/gu;
/** Words of lower case without articles and possessives. */
const stemsOf = (text: string): readonly string[] =>
  (text.replace(/n't\b/g, " n't").match(WORDS) ?? [])
    .filter((word) => !LEFT_OUT.has(word))
    .map((word) => (/^[$€£]?\d/.test(word) ? numberOf(word) : /^\p{L}/u.test(word) ? stemOf(word) : word));

/** The sense of each idiom, by its stems. */
const SENSE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(SENSES)
    .flatMap(([sense, idioms]) => idioms.split('|').map((idiom) => [stemsOf(idiom.trim()).join(' '), sense] as const))
    .reverse(),
);
const LONGEST_IDIOM = 6;

const NEGATING = new Set(
  `not never no nor neither without hardly scarcely barely unlikely nothing nobody none fail refuse lack few little doubt rarely seldom stop instead cease`
    .split(' ')
    .map(stemOf),
);
const NEGATION_REACH = 6;
const SIGN: Readonly<Record<SizeSide, string>> = { small: '§S', large: '§L' };

/** The terms of a text of lower case, the longest idiom first. */
export const termsOf = (text: string): readonly Lexeme[] => {
  let [marked, from] = ['', 0];
  for (const { from: start, to, side } of entitiesIn(text, undefined)) {
    marked += `${text.slice(from, start)} ${SIGN[side]} `;
    from = to;
  }
  const stems = stemsOf(marked + text.slice(from));
  const terms: Lexeme[] = [];
  for (let at = 0; at < stems.length; ) {
    let length = Math.min(LONGEST_IDIOM, stems.length - at);
    while (length > 1 && !SENSE_OF.has(stems.slice(at, at + length).join(' '))) length -= 1;
    const own = stems.slice(at, at + length);
    const sense = SENSE_OF.get(own.join(' '));
    const near = stems.slice(Math.max(0, at - NEGATION_REACH), at);
    const clause = near.slice(near.findLastIndex((stem) => /^[,;:?!()]$/.test(stem)) + 1);
    terms.push({
      word: own.join('_'),
      ...(sense !== undefined && { sense }),
      isNegated: clause.filter((stem) => NEGATING.has(stem)).length % 2 === 1,
    });
    at += length;
  }
  return terms;
};
