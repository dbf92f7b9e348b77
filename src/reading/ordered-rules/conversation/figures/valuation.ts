import type { Question } from '../../../../topics/questions.ts';
import { opening, words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const RUSSELL = '000-rut-forward-pe';
const S_AND_P = '000-spx-forward-pe';
const EQUAL_WEIGHT = '002-spx-equal-reported-pe';

/** Multiples that can be set against one another, and what their indexes are called. */
const MULTIPLES: readonly { readonly figure: string; readonly said: RegExp; readonly printed?: string }[] = [
  { figure: RUSSELL, printed: '18', said: words`russell | r2k | rut | small ?caps? | smalls?` },
  { figure: '000-ndx-forward-pe', printed: '28', said: words`nasdaq | ndx | qqq | naz` },
  { figure: EQUAL_WEIGHT, said: words`equal[ly] ?weight[ed]` },
  { figure: S_AND_P, printed: '22', said: words`s&p | spx | s p | large ?caps? | sp500 | spy | larges?` },
];

/** What a multiple is set against where nothing else is named; the S&P 500 for all others. */
const USUALLY_AGAINST: ReadonlyMap<string, string> = new Map([[S_AND_P, RUSSELL]]);
/** Of reported earnings, and so set against nothing but the index of the same companies. */
const ONLY_AGAINST: ReadonlyMap<string, string> = new Map([[EQUAL_WEIGHT, '002-spx-reported-pe']]);

const isMultiple = (id: string): boolean => MULTIPLES.some(({ figure }) => figure === id);

const otherThan = (of: string, text: string): string | undefined =>
  MULTIPLES.find(({ figure, said }) => figure !== of && said.test(text))?.figure;

/** The multiples named, in the order of the words; `18 vs 22` names two by what they are. */
const multiplesIn = (text: string): readonly string[] => {
  const named = MULTIPLES.map(({ figure, said }) => ({ figure, at: text.search(said) })).filter(({ at }) => at >= 0);
  if (named.length > 0) return named.sort((one, other) => one.at - other.at).map(({ figure }) => figure);
  return text.split(' ').flatMap((word) => MULTIPLES.find(({ printed }) => printed === word)?.figure ?? []);
};

/** The multiple that the last answer was about. */
const shownBy = (last: Question | undefined): string | undefined => {
  if (last?.kind === 'valuation') return last.of;
  return last?.kind === 'figure' ? last.figures.find(isMultiple) : undefined;
};

const DISCOUNT = words`
  discount | discounts | premium | gap | cheaper | dearer | (more|less) expensive | how cheap
  relative (valuation|p ?e)
  how far (below|above)
  how much (lower|higher|less|below|above)\b(?=.*\b(pe|multiple|valuation|earnings)\b)
`;
const OF_EARNINGS = words`pe | p e | forward | multiple | multiples | valuation | earnings`;
/** Words of somebody's claim about a discount, not of a sum. */
const OF_CLAIMS = words`who | 40 | note | notes | says? | said | west | 2008 | conflict | why`;
/** An index of its own, of whose multiple a note prints nothing to set it against. */
const VALUE_INDEX = words`(russell 2000|r2k|rut) value | value index`;
const AGAINST = opening`
  [and|what about|how about] (vs|versus|against|relative to|compared (to|with))
`;
/** `how much cheaper is the russell`: the one named last is the one that is cheaper. */
const ENDS_WITH_SUBJECT = words`(is|are) [the] ~2 \w+$`;

const MOST_WORDS_TURNED = 6;

/** `and against the nasdaq?` after a multiple or a discount. */
const againstOther: Rule = ({ text, words: { length }, context }) => {
  const last = context?.last;
  const of = last?.kind === 'valuation' ? last.of : last?.kind === 'figure' ? last.figures[0] : undefined;
  if (of === undefined || !isMultiple(of)) return undefined;
  const isMeant = last?.kind === 'valuation' ? length <= MOST_WORDS_TURNED : AGAINST.test(text);
  const against = isMeant ? otherThan(of, text) : undefined;
  return against === undefined ? undefined : asked({ kind: 'valuation', of, against });
};

/** `how much cheaper is the Russell than the S&P on forward earnings?`: one multiple against another. */
export const valuation: Rule = (said) => {
  const turned = againstOther(said);
  if (turned) return turned;
  const { text, context } = said;
  const last = context?.last;
  const isFollowUp = last?.kind === 'figure' || last?.kind === 'valuation';
  if (VALUE_INDEX.test(text) || !DISCOUNT.test(text)) return undefined;
  const named = multiplesIn(text);
  const isClear = named.length > 1 || (named.length > 0 && OF_EARNINGS.test(text));
  if (!isFollowUp && (!isClear || OF_CLAIMS.test(text))) return undefined;
  const [first, second] = named;
  const shown = shownBy(last);
  const isSubject = first !== undefined && second === undefined && first !== shown && ENDS_WITH_SUBJECT.test(text);
  const of = second !== undefined || isSubject ? (first ?? RUSSELL) : (shown ?? RUSSELL);
  const other = second ?? (isSubject ? shown : first);
  const against = ONLY_AGAINST.get(of) ?? (other === of ? undefined : other) ?? USUALLY_AGAINST.get(of) ?? S_AND_P;
  return asked({ kind: 'valuation', of, against });
};
