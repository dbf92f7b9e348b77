import type { MethodAspect } from '../../../../topics/method/question.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from '../../../../topics/rate-move/question.ts';
import { opening, words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';
import { ASPECTS } from './aspects.ts';
import { authorOfModel, isOfModel } from './of-model.ts';

/** The move a question is about: the one it names, else the one asked about last. */
const moveMeant = ({ moveWords, context }: Said): RateMoveQuestion | undefined => {
  const { amounts, isBlocked, changes } = moveWords;
  const [amount] = amounts;
  if (amount === undefined || isBlocked || amount.bps > LARGEST_MOVE_BPS) return context?.move;
  return { kind: 'rate-move', moveBps: amount.signed, ...changes };
};

/** What a sentence that names a size may mention without asking for it. */
const OF_ANY_MOVE: ReadonlySet<MethodAspect> = new Set(['timing', 'coverage', 'assumptions', 'companies', 'floor']);
const ASKS_WHY = words`why | how come | round\w* | decimals? | differs? | different | explain | instead`;
/** `after 25% corporate tax`, `a tax rate of 25%`. */
const TAX_RATES = [/(\d+(?:\.\d+)?)\s?%(?: \w+)? tax/, /\btax(?:es)?(?: rate)? (?:of|at|is) (\d+(?:\.\d+)?)\s?%/];
const HIGHEST_TAX_RATE = 99;

const taxRateIn = (plain: string): { readonly taxRate?: number } => {
  const [percent] = TAX_RATES.flatMap((pattern) => pattern.exec(plain)?.[1] ?? []);
  return percent !== undefined && Number(percent) <= HIGHEST_TAX_RATE ? { taxRate: Number(percent) } : {};
};

/** `is that after tax?`, `show your working`: how the model works and what it leaves out, of the move in question. */
export const method: Rule = (said) => {
  const { text, who, moveWords, library } = said;
  if (who.some((name) => name !== authorOfModel(library))) return undefined;
  const aspect = ASPECTS.find(([, words]) => words.test(text))?.[0];
  if (aspect === undefined) return undefined;
  if (OF_ANY_MOVE.has(aspect) && moveWords.amounts.length > 0 && !moveWords.isBlocked) return undefined;
  if (aspect === 'rounding' && !ASKS_WHY.test(text)) return undefined;
  const of = moveMeant(said);
  return asked({ kind: 'method', aspect, ...(of && { of }), ...(aspect === 'tax' && taxRateIn(said.plain)) });
};

const WHY = opening`
  [but|and|so|ok] (why|how come|what makes|what explains|explain why|what drives|what is driving|reason|reasons
    |the reason|what is the reason)
`;
/** Such words ask why somebody thinks so, not why a company gains. */
const OF_VIEWS = words`
  bearish | bullish | think | thinks | says? | said | views? | rally | rallied | sceptical | skeptical | negative
  positive | optimistic | pessimistic | mixed | neutral | wrong | conflict | differ | disagree | cautious
  worr(y|ied) | prefer | favou?rs? | does he | does she | is he | is she
`;
const OF_COMPANIES = words`
  small | large | more | bigger | higher | larger | benefit | gain | gains | lift | effect | impact | sensitive
  sensitivity | that | so | difference | helped | help | better | net income | interest | saving | savings | bill
  number | numbers | result
`;
const BARE = words`
  ^[but|and|so|ok] (why|how come|why is that|why so|why that) [so much|so big|so large|so small|that much]$
  ^why (so|that) (little|much|big|small)
`;

/** `why?`, `why does the small one gain more`: the reason, or the source of a reply that the model did not make. */
export const why: Rule = (said) => {
  const { text, who, context, topics } = said;
  if (!WHY.test(text) || OF_VIEWS.test(text) || who.length > 0 || topics.includes('Sweden')) return undefined;
  const isBare = BARE.test(text);
  if (isBare && context !== undefined && !isOfModel(context.last)) {
    return context.last.kind === 'source' ? undefined : asked({ kind: 'source', of: context.last });
  }
  if (!isBare && !OF_COMPANIES.test(text)) return undefined;
  const of = moveMeant(said);
  return asked({ kind: 'method', aspect: 'why', ...(of && { of }) });
};
