import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const RUSSELL = 'russell|rut|r2k|iwm';
const NOW = 'right now|now|today|currently|at the moment|this morning';

const PRICE = words`
  # a price by its name
  (current|live|latest|today s|spot) ~4 (level|price|quote|close|value)\b(?!.*\bratio\b)
  (price|quote|level) (rn|now|today|atm|please) | (trading|trade) at | current (price|level|value|quote)
  latest (price|quote|close|level) | last (price|close|trade) | live (price|prices|quote|level|data) | real ?time
  (spot|share|stock|closing|opening) price | quote (for|on)
  price (of|for) (${RUSSELL}|the russell|spy|s&p|spx|qqq|small caps)
  yesterday s close | close yesterday | close[d] today | premarket | pre market | after hours | futures now
  # a market now
  where (is|are) [the] (${RUSSELL}|spx|s&p|market|spy|small caps|qqq|nasdaq|vix) [\d+]
    (now|today|trading|at|right now|currently)
  (${RUSSELL}|s&p|spx|spy|qqq|vix|nasdaq|dow|dow jones|10 ?y[ea]r|treasury|yield) [\d+] ~2 (${NOW})
  how (is|are|did) [the] (market|markets|russell|iwm|small caps|s&p|rut|futures) [\d+]
    (doing|trading|looking|do|open|opening|close) [today|now|right now|this morning|yesterday]$
  ^(vix|treasury yields?|10 ?y[ea]r yield)$
`;

const OF_NOTES = words`
  note | notes | printed | print | ratio | p e | pe | discount | multiple | earnings | sales | july | 2020 | 2021 | 2023
  2024 | 2025
`;
const OTHER_DATA = words`earnings date | earnings report | dividend yield | market cap of | ticker for`;

/** `where is the russell now?`: no prices are known here; what a note printed is no price. */
export const prices: Rule = ({ text }) => {
  if (OTHER_DATA.test(text)) return asked({ kind: 'not-known', what: 'data' });
  return PRICE.test(text) && !OF_NOTES.test(text) ? asked({ kind: 'not-known', what: 'price' }) : undefined;
};

const INDEX_COVERAGE = words`
  [interest] cover[age] [ratio] ~3 (${RUSSELL}|index|s&p|spx|small caps|market)
  (${RUSSELL}|index|s&p) [\d+] [s] [interest] cover[age]
`;

/** `interest coverage of the russell`: known of the example companies alone. */
export const indexCoverage: Rule = ({ text }) =>
  INDEX_COVERAGE.test(text) ? asked({ kind: 'not-known', what: 'coverage of the index' }) : undefined;
