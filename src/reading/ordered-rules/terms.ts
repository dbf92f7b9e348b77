import { MONTHS } from './months.ts';
import { wordsOf } from './subjects.ts';
import { wordSet } from './tokens.ts';

/** Free words as the terms that a search compares. */

/** What people type for a word of the notes. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    r2k: 'russell',
    rut: 'russell',
    iwm: 'russell',
    spx: 's&p',
    sp500: 's&p',
    snp: 's&p',
    sp: 's&p',
    qqq: 'nasdaq',
    ndx: 'nasdaq',
    naz: 'nasdaq',
    fwd: 'forward',
    trailing: 'reported',
    eoy: 'end',
    yearend: 'end',
    xmas: 'christmas',
    ath: 'record',
    dma: 'average',
    bps: 'bp',
    cpi: 'inflation',
    wage: 'wages',
    mmf: 'money',
    fomc: 'fed',
    plan: 'dot',
    planned: 'dot',
    contribute: 'gain',
    equity: 'share',
    equities: 'share',
    cost: 'total',
    priced: 'price',
    picking: 'picker',
    bill: 'total',
    yearly: 'year',
    annual: 'year',
    annually: 'year',
    yield: 'return',
    yielded: 'return',
    yielding: 'return',
    paid: 'return',
    peak: 'high',
    highest: 'high',
    rise: 'gain',
    rises: 'gain',
    rally: 'gain',
    rallied: 'gain',
    rebound: 'gain',
    rebounded: 'gain',
    jump: 'gain',
    jumped: 'gain',
    climb: 'gain',
    climbed: 'gain',
    rose: 'gain',
    gained: 'gain',
    last: 'previous',
    since: 'since',
    weighting: 'weight',
    variable: 'floating',
    multiple: 'pe',
    multiples: 'pe',
    contribution: 'gain',
    contributed: 'gain',
    remaining: 'further',
    left: 'further',
    more: 'further',
    pencilled: 'expected',
    penciled: 'expected',
    managers: 'fund',
    manager: 'fund',
    outperformed: 'beat',
    outperform: 'beat',
    mmfs: 'money',
    parked: 'asset',
    sits: 'asset',
    sitting: 'asset',
    profit: 'income',
    profits: 'income',
    gearing: 'leverage',
    levered: 'leverage',
    member: 'constituent',
    members: 'constituent',
    names: 'constituent',
    companies: 'constituent',
    firms: 'constituent',
    stocks: 'share',
    stock: 'share',
  }),
);

const MONTHS_SHORT: ReadonlyMap<string, string> = new Map([
  ...MONTHS.map((month) => [month, month.slice(0, 3)] as const),
  ['sept', 'sep'],
]);

const STOP_WORDS = wordSet(`
  a an the of in on at by to for from with into off out and or is are was were be been does do did has have had got not
  this that it its as they them there which who when where what whats how any some all each most few many much one
  about again now then still so than versus vs far long size
  note notes piece article part number figure value stat print prints printed say says said mention mentions mentioned
  give get me us show tell please pls come going pay pays input shift portion proportion fraction percent pct
  people anybody anyone small cap caps believe doubt sure sounds right wrong true correct really check verify
`);

/** What people say in several words for one of the notes. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bp\/e\b|\bp e\b|\bprice[- ]to[- ]earnings\b|\btimes earnings\b|\bearnings multiples?\b/g, 'pe'],
  [/\b(?:lose|loses|losing) money\b|\bloss[- ]mak(?:ing|ers?)\b|\bunprofitable\b|\bin the red\b/g, 'unprofit'],
  [/\bnot (?:still |yet )?profitable\b|\bno profits?\b|\bwithout a profit\b/g, 'unprofit'],
  [
    /\b(?:do not|does not|dont|don't|not|without) (?:mak|turn|earn)(?:e|ing)? (?:any |a )?(?:money|profit)\b/g,
    'unprofit',
  ],
  [/\b200 ?-?(?:d|day)?-? ?(?:ma|dma|moving average)\b/g, '200 day average'],
  [/\bsmall[- ]?caps?(?: index)?\b(?=.*\b(?:pe|multiples?|earnings|forward|fwd)\b)/g, 'russell'],
  [/\blarge[- ]?caps?(?: index)?\b(?=.*\b(?:pe|multiples?|earnings|forward|fwd)\b)/g, 's&p'],
  [/\bmoney[- ]market(?: funds?)?\b|\bmmfs?\b/g, 'money fund'],
  [/\bshare of (?:the )?(?:s&p|index|nasdaq|spx)/g, 'weight s&p'],
  [/\bthe seven\b/g, 'magnificent'],
  [/\bmag(?:nificent)? ?(?:7|seven)\b/g, 'magnificent'],
  [/\bs ?& ?p\b/g, 's&p'],
];

const stemOf = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && /[^sui]s$/.test(word)
      ? word.slice(0, -1)
      : word;

const FIGURE = /((?<![\d.,])(?:\d[\d,]*\.\d+|[1-9]\d{0,2}(?:,\d{3})+)(?![\d.,]*\d))/;

/** The words of a text with its figures whole: `2,453.36` is `2453.36`, not three numbers. */
export const wordsWithFigures = (text: string): readonly string[] =>
  text.split(FIGURE).flatMap((part, at) => (at % 2 === 1 ? [String(Number(part.replaceAll(',', '')))] : wordsOf(part)));

const OF_EXAMPLES = /\b(?:ebitda|debt|income|interest|float\w*|fixed|rate|savings?|leverage|profit)\b/;

/** In the company of a company's figures, `small cap` is the example company, not the index. */
const examplesNamed = (text: string): string =>
  OF_EXAMPLES.test(text)
    ? text
        .replace(/\bsmall[- ]?(?:cap|co(?:mpany)?|firm|one)\b(?: industries)?/g, 'smallcap industries')
        .replace(/\blarge[- ]?(?:cap|co(?:mpany)?|firm|one)\b(?: corporation)?/g, 'largecap corporation')
    : text;

/** The terms of a text: `50bp` is `50` and `bp`; plurals, months and other names become one. */
export const termsOf = (text: string): readonly string[] => {
  const plain = PHRASES.reduce((words, [said, meant]) => words.replace(said, meant), examplesNamed(text.toLowerCase()));
  return wordsWithFigures(plain.replace(/(?<=\d)(?=[a-z])/g, ' '))
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => MONTHS_SHORT.get(word) ?? MEANT.get(word) ?? stemOf(word));
};
