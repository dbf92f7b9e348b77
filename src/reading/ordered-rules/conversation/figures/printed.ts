import type { FigureQuestion } from '../../../../topics/figure/question.ts';
import { namedIn } from '../../findings-named.ts';
import { nonEmpty } from '../../non-empty.ts';
import { wordsOf } from '../../subjects.ts';
import { termsOf } from '../../terms.ts';
import { wordSet } from '../../tokens.ts';
import { words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';

const QUANTITY = words`
  # how many
  how (many|much|big|large|high|low|far|long|often|deep|cheap|old) | number of | share of | size of | count | figure
  figures | percent | percentage | months | points | trillion
  what (is|was|were|are|%|percent|percentage|share|level|number|multiple|weight|fraction|proportion)
  # how did it do
  how (did|has|have) ... (do|done|perform|fare|move) | rally | rebound | gain | gains | up | down | since | off the
  # what there are numbers of
  level | multiple | weight | p e | pe | ratio | forward | fwd | trailing | reported | assets | intraday | close
  high | low | average | dma | median | dot | dots | rate | index | share | latest
`;
const YIELDS = words`yield | yields | yielded | return | returned | pays | paid | earned`;
const FIGURE_NOUN = words`
  discount | premium | number | figure | multiple | percentage | percent | weight | p ?e | level | gain | rise
`;
const OPINION = words`
  who | think | thinks | thought | say | says | said | view | views | opinion | opinions | believe | believes
  bullish | bearish | bulls? | bears? | argue | argues | expect | expects | feel | feels | stance | stances | take
  agree | case for | case against | risk | risks | worr(y|ies|ied) | why
`;

/** Figures of one table: asked for one, people want the others beside it. */
const TABLES: readonly (readonly [string, ...string[]])[] = [
  ['001-dots-total', '001-dots-remaining', '001-dots-change', '001-dots-next-year'],
];

const withTable = (figures: readonly [string, ...string[]]): FigureQuestion => {
  const [first, ...rest] = TABLES.find((table) => table.includes(figures[0])) ?? figures;
  return { kind: 'figure', figures: [first, ...rest] };
};

const MOST_FIGURES = 4;

const numbersIn = (printed: string): readonly string[] => printed.replaceAll(',', '').match(/\d+(\.\d+)?/g) ?? [];

/** `the reported pe of the equal weight s&p`: a number asked for outright. */
export const printedFigure: Rule = ({ text, plain, subjects, library }) => {
  const isQuantity = [QUANTITY, YIELDS, FIGURE_NOUN].some((asks) => asks.test(text)) || plain.includes('%');
  if (!isQuantity || OPINION.test(text)) return undefined;
  const notes = subjects.flatMap((one) => (one.kind === 'note' ? [one.number] : []));
  const isIn = (id: string) => notes.length === 0 || notes.includes(id.slice(0, 3));
  const figures = nonEmpty(namedIn(library).figures.find(plain, MOST_FIGURES, isIn));
  return figures && asked(withTable(figures));
};

const BARE = /^\$?(\d[\d,]*\.\d{2,}) ?%?\??$/;

/** `8.78`: so exact a number that the notes print is that figure before it is a size of move. */
export const exactFigure: Rule = ({ plain, library }) => {
  const typed = BARE.exec(plain)?.[1]?.replaceAll(',', '');
  if (typed === undefined) return undefined;
  const printing = library.claims
    .flatMap(({ figures }) => figures)
    .filter(({ printed }) => numbersIn(printed).includes(typed));
  const figures = nonEmpty(printing.map(({ id }) => id).slice(0, MOST_FIGURES));
  return figures && asked({ kind: 'figure', figures });
};

const OTHERS: readonly (readonly [said: RegExp, from: string, to: string])[] = [
  [words`(large|big|giant)\w*`, 'smallcap', 'largecap'],
  [words`small\w*`, 'largecap', 'smallcap'],
  [words`(s&p|spx|large)\w*`, 'rut', 'spx'],
  [words`(russell|r2k|rut|small)\w*`, 'spx', 'rut'],
  [words`(nasdaq|ndx|qqq)\w*`, 'rut', 'ndx'],
  [words`(nasdaq|ndx|qqq)\w*`, 'spx', 'ndx'],
];
const MOST_WORDS_TURNED = 8;

/** `and for large?` after a figure of the small example company, `and the nasdaq?` after one of the Russell. */
export const sameOfOther: Rule = ({ text, words: { length }, context, library }) => {
  const last = context?.last;
  if (last?.kind !== 'figure' || length > MOST_WORDS_TURNED) return undefined;
  const other = OTHERS.find(([said, from]) => said.test(text) && last.figures.some((id) => id.includes(from)));
  if (!other) return undefined;
  const [, from, to] = other;
  const known = new Set(library.claims.flatMap(({ figures }) => figures.map(({ id }) => id)));
  const meant = last.figures.map((id) => id.replace(from, to)).filter((id) => known.has(id));
  const fresh = meant.filter((id) => !last.figures.includes(id));
  const figures = nonEmpty(fresh.length > 0 ? fresh : [...new Set(meant)].filter((id) => id.includes(to)));
  return figures && asked({ kind: 'figure', figures });
};

/** Terms that stand in many figures' names and tell none from another. */
const GENERIC = wordSet('basis point bp rate cut move hike fed same again further previous make couple');

/** `smallcap total debt`: words that all stand in one figure's own name. */
export const figureByName: Rule = ({ plain, text, library, words: { length }, context, moveWords }) => {
  if (OPINION.test(text) || length < 2) return undefined;
  if (context?.move && moveWords.amounts.length > 0 && !moveWords.isBlocked) return undefined;
  const terms = termsOf(plain);
  const isSpecific = terms.length >= 2 && terms.some((term) => !GENERIC.has(term) && !/^\d/.test(term));
  const figures = isSpecific ? nonEmpty(namedIn(library).figures.findFully(plain, MOST_FIGURES)) : undefined;
  return figures && asked(withTable(figures));
};

const withoutNames = ({ words, who }: Said): string => {
  const names = new Set(who.flatMap(wordsOf).flatMap((name) => [name, `${name}s`]));
  return words.filter((word) => !names.has(word)).join(' ');
};

/** `west's discount number`: a figure of the note somebody wrote. */
export const figureOfAuthor: Rule = (said) => {
  const { text, who, library } = said;
  if (!FIGURE_NOUN.test(text) || OPINION.test(text) || who.length === 0) return undefined;
  const own = library.notes.filter(
    ({ author, publisher }) => who.includes(author.name ?? '') || who.includes(publisher),
  );
  if (own.length === 0) return undefined;
  const isOwn = (id: string) => own.some(({ number }) => id.startsWith(number));
  const figures = nonEmpty(namedIn(library).figures.find(withoutNames(said), 3, isOwn));
  return figures && asked({ kind: 'figure', figures });
};

/** A figure that all the words fit, looked for once nothing better was found. */
export const anyFigure: Rule = ({ text, plain, library }) => {
  const figures = OPINION.test(text) ? undefined : nonEmpty(namedIn(library).figures.findFully(plain, 3));
  return figures && asked({ kind: 'figure', figures });
};

/** What the notes say in these words, whatever the topic. */
export const anyClaim: Rule = ({ plain, library }) => {
  const claims = nonEmpty(namedIn(library).claims.findMostly(plain, 5));
  return claims && asked({ kind: 'views', claims });
};
