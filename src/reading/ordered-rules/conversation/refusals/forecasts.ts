import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

/** What will be saved is a sum of the model's, not a forecast. */
const NOT_OF_MODEL = String.raw`\b(?!.*\b(save|saves|net income|interest|earn)\b)`;

const FORECAST = words`
  # a chance
  price targets? | target price | odds | chances | probabilit(y|ies) | likelihood | how likely
  (odds|probability|chance) (of|that)
  # what will be
  what (will|happens next|comes next) | when will | where will
  will [the] (fed|fomc|russell|market|small caps|smallcaps|r2k)
  will [the|they|it|we|small|large] ~3 (outperform|underperform|rally|crash|rise|fall|go up|go down|double|win|beat
    |recover|catch up|hit|reach|cut|hike|raise|lower|be higher|be lower|keep|continue|happen|end)
  (where|how high|how low|how far|how much) ~3 (will|could|would|can|might|going to)${NOT_OF_MODEL}
  # what do you think
  predict | prediction | predictions | your forecast | forecast for | forecasts for | your best guess | do you think
  your (view|opinion|take|outlook|guess|call) | what do you (think|expect|reckon|believe)
  # a day to come
  (year end|yearend|eoy|2027|2028|2030|next year|in five years|in 5 years|by christmas|end of [the] year)
    (target|level|price|forecast)
  (target|level|forecast|outlook) ~4 (2027|2028|2030|next year|year end)
`;

/** `will the fed cut in March?`: a forecast nobody here makes; the Fed's own record is no exception. */
export const forecasts: Rule = ({ text, who }) =>
  FORECAST.test(text) && who.every((name) => name === 'Federal Reserve')
    ? asked({ kind: 'not-known', what: 'forecast' })
    : undefined;

const FUTURE = words`
  (odds|probability|chances?|likelihood) (of|that|for) | how likely | (what|how much|how many|where|when) will
  will [the] (russell|small caps?|smalls|market|fed|s&p)
`;

/** `where will the russell be?`: looked for before a figure of the past is taken for it. */
export const futures: Rule = (said) => (FUTURE.test(said.text) ? forecasts(said) : undefined);
