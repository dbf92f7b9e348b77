import type { MethodAspect } from '../../../../topics/method/question.ts';
import { words } from '../patterns.ts';

const SMALL_OR_LARGE = 'small ?cap|large ?cap';
const COMPANY_FIGURES = 'ebitda|net income|incomes?|inputs?';

/** `how many times more does small feel it`. */
const LIFT_RATIO = words`
  how many times | how much (bigger|larger|more sensitive|stronger|greater|higher) | by what factor
  how much more (does|do|is|are|would|will|sensitive|leverag|small) | and by how much [more|bigger]$
  (times|x) (bigger|larger|more|the (lift|effect|impact|gain)|as (much|big|large|sensitive))
  (multiple|ratio) (of|between) [the] [two|both] (lifts?|effects?|gains?|impacts?|sensitivit(y|ies))
  ratio between [the] (two|both|small|them)(?!.*\bindex)
  ratio of [the] (small|large)(\s?cap)? [s] (lift|gain|effect|saving|impact)\w* | lift ratio | relative sensitivity
  (lift|gain|effect) divided by | small(\s?cap)? (vs|versus|to|over|relative to) large(\s?cap)? (lift|sensitivity)
  who (benefits?|gains?|wins?) [the] (most|more) | which of (them|the two|these|both) ... (more|most)
  which (of the two|one|company) ~3 (more|most|bigger|larger)
`;

/** `is that after tax?` */
const TAX = words`
  (after|pre|post|before|net of|gross of|excluding|including|without|with|ex|at) [\d+] [a] [corporat\w+] tax[es|ed]
  (pre|post)tax[es|ed] | tax[es|ed] (shield|rate|effect|included|adjusted|considered|in there|deducted|taken)
  (include|includes|included|account[s|ed] for|consider|considers|minus|deduct|deducted|less|what about|factor[s|ed] in
    |ignore|ignores) ~3 tax[es]
  ^[and|is it|is that|are those|are these] ((pre|after|post) ?)?tax[es|ed]$ | tax[es] off | tax free
  (take|took|taken|deduct\w*|strip\w*) ~2 tax\w* | (uncle sam|irs|taxman|hmrc|treasury) (take|takes|get|gets)
  # the section of the code that bounds the deduction of interest
  163 ?j
`;

/** `do they hedge?` */
const HEDGES = words`
  hedge | hedges | hedged | hedging | unhedged | swap | swaps | swapped | derivative | derivatives | collar | collars
  caps and floors | interest rate protection
`;

/** `and the interest on their cash?` */
const CASH = words`
  interest income | interest on [their|the|its] (cash|deposits) | on (their|its) cash | net cash | deposits
  cash (interest|balance|balances|pile|piles|holdings|they hold|on hand|income|earn) | treasury income
  (earn|earns|earned|lose|loses|losing) [less|more] [interest] on [their|its|the] (cash|deposits)
  what about [their|the] cash
`;

/** `what happens when the fixed debt matures?` */
const REFINANCING = words`
  refinanc\w* | refi | refis | maturit\w* | wall of (debt|maturities) | roll[s|ed|ing] over | rolled (at|over)
  new issue | reissue | term out | fixed part | fixed (bonds|notes) \w+ | what about [the] fixed | bonds? matures?
  fixed [rate] debt (change|reprice|roll|mature|included|too|matter)
  debt (has|have|needs?) to be rolled | debt (matures?|falls? due|comes? due)
`;

const OF_VIEWS = 'outperform|bullish|bearish|rally|view|views|who';

/** `per year or once?`, but not how long somebody's view holds. */
const TIMING = words`
  (how (fast|quickly|soon)|how long (does|do|until|before|will|would|till)(?!\s.*\bsince\b)
    |when (does|do|would|will) (it|that|the saving|the savings|this|they) (kick|show|arrive|feed|hit|come)
    |per (year|annum|quarter)|a year or|each year|full year|annual[ly|ised|ized]|quarterly|monthly|p a|run ?rate
    |one (off|time)|time lag|lag|lags|delay[ed]|overnight|instant|instantly|instantaneous[ly]|immediate[ly]
    |takes? time|straight away|right away|at once
    |over what (period|horizon|time)|what (period|time ?frame|horizon))\b(?!.*\b(${OF_VIEWS})\b)
`;

/** `why 17.56 and not 17.55?` */
const ROUNDING = words`
  17 ?5(5|6) | rounding | rounded | misprint | decimals?
  (figure|number|result|200)(\s?bps?)? ~3 (differs?|different) ~2 note
`;

/** `are these real companies?`, `where does the EBITDA come from?` */
const COMPANIES = words`
  # do they exist
  real (company|companies|firm|firms|business|businesses) | are (these|those|they) real
  made up | fictional | hypothetical | imaginary | invented | ticker of
  is (it|${SMALL_OR_LARGE}) [industries|corporation] (real|a real|listed|an actual)
  (companies|they|it|firms|these two) [really|actually] exist
  # who are they
  what (is|are) (${SMALL_OR_LARGE}) [industries|corporation|and large ?cap]$ | who (is|are) (${SMALL_OR_LARGE})
  what (companies|company) (is|are|do) | which [two] companies | the [two] [example] companies
  # do they stand for the index
  (small ?cap) [industries] [is|equals] the (russell|index)\w* | (is that [what]|that is what) the (russell|index)
  (are|is) (those|these|they|the|both) [two] [the] (indexes|indices|index) | is that the (russell|index|s&p)
  (${SMALL_OR_LARGE}|company|companies|they|it) [industries|corporation] (stands? [in] for|represents?|is a proxy)
  (average|typical|median) (russell|index|small|s&p) | representative
  does (that|this|it) (apply|hold) (to|for) [the] (russell|index|whole|real)
  # where their figures come from
  how (were|was|are|is) ... (ebitda|net income) ... (derived|calculated|obtained|estimated|found|chosen|set)
  how (did|does) (the author|j|he|they|you) (come up with|arrive at|derive|estimate|get)
  where (did|do|does) (j|he|the author|the note|you|they) ~2 get ... (${COMPANY_FIGURES}|figures?|numbers?)
  why (those|these|that|the) ~1 (${COMPANY_FIGURES}) | based on what (companies|data)
  what are the (ebitda|net income|input)s? ~1 (\s?(numbers?|figures?))? ?based on
`;

/** `can they cover their interest?` */
const COVERAGE = words`
  [interest] cover[age] | icr | ebitda (over|to|vs|divided by) interest | ebit ?da interest
`;

/** `what if the rate hits zero?` */
const FLOOR = words`
  floor | floors | floored | floor[ed] at | zero bound | zlb | lower bound | negative rates? | below (zero|0)
  (rates?|it|they) ~1 (turn|go|become) negative | hits? zero | reach[es] zero | stop[s] at (zero|0)
`;

/** `what fall in EBITDA would undo it?` */
const GROWTH = words`
  # what takes the gain back
  what (would|could|might|will) (cancel|undo|offset|wipe|erase|negate|kill)
  (undo|undone|cancel|cancels|offset|offsets|wipe out|wipes out|erase|erases|eat up|eats|negate) ~4
    (saving|savings|gain|gains|benefit|lift|it|that|effect)
  how much (must|would|can|could|does) ebitda (fall|drop|decline|have to) | break ?even ebitda
  ebitda (fall|drop|decline) ~4 (undo|cancel|offset|break ?even)
  if (earnings|ebitda|profits|sales) (fall|drop|decline|shrink)
  # a weak economy at the same time
  slower (economy|growth) ~4 (model|numbers|included|effect|account)
  (weak|weaker|slow|slowing|bad) (economy|growth) ~4 (in the model|included|modelled|modeled|accounted)
  assumes? [a|an] (steady|stable|constant|unchanged|flat|same) (economy|earnings|profits?|ebitda|business)
  (growth|economy|demand) (slows|slowing|weakens|drops|falls|tanks|rolls over)
  (recession|slowdown|downturn) (hits|comes|at the same time)
`;

/** `how do you get that?`, `show your working`. */
const FORMULA = words`
  formula | formulas | equation | methodology | method | calculation | calculations | calculate | calculated
  calculates | calc | compute | computed | derive | derived | derivation | worked out | work (it|that|this) out
  how (is|was|are|were|did|do) (that|this|it|the|those|these|you) ~3
    (get|got|calculated|computed|derived|arrive|come|work|worked|done|modelled|modeled|built|number|figure|numbers)
  show [me] [the|your] (math|maths|working|workings|work|steps|sums) | the (math|maths|working|workings)
  walk me through | explain [the] (model|math|maths|calculation|numbers|method) | assumptions behind
  how does the model | the model work | what does the model | does (the|your) model | is the model
  model (include|assume|ignore|leave)
  # one of the reply's own figures
  why is [the] \d(\s|\d)* | where (does|do|did) [the] (\s|\d)+ come from
`;

/** `which inputs did you use?` */
const ASSUMPTIONS = words`
  (what|which|list|show|give|tell|see|the|your|current|all|note s|any) ~4 (assumptions?|inputs?|parameters?)
  ^(assumptions?|inputs?|parameters?)$ | what (do|did|are) you assum\w* | what you assume
  (assumed|assuming) (what|which) | what did (i|we) change
`;

/** What is asked of the model, first match first. */
export const ASPECTS: readonly (readonly [aspect: MethodAspect, said: RegExp])[] = [
  ['lift ratio', LIFT_RATIO],
  ['tax', TAX],
  ['hedges', HEDGES],
  ['cash', CASH],
  ['refinancing', REFINANCING],
  ['timing', TIMING],
  ['rounding', ROUNDING],
  ['companies', COMPANIES],
  ['coverage', COVERAGE],
  ['floor', FLOOR],
  ['growth', GROWTH],
  ['formula', FORMULA],
  ['assumptions', ASSUMPTIONS],
];
