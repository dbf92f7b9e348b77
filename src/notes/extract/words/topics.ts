import type { NoteTopic } from '../../index.ts';

/** What shows each topic, in lower case. */
export const TOPIC_WORDS: readonly (readonly [topic: NoteTopic, words: RegExp])[] = [
  [
    'rates',
    /\b(?:rate(?:s)?(?:-| )(?:cut|hike|sensitive|path|rise|relief)s?|(?:interest|policy|lower|higher|falling|rising|short|long|fed funds|real|prime|benchmark|borrowing) (?:\w+ )?rates?|rates (?:fall|rise|come|are|were|stay|have|had|will|drop|go)|fed\b|federal reserve|fomc|central banks?|easing|cutting cycle|basis points?|bps?\b|yields?|treasur(?:y|ies)|higher for longer|monetary|dovish|hawkish|jackson hole|powell|riksbank|ecb|cost of (?:money|capital)|cuts?\b)/,
  ],
  [
    'floating debt',
    /\b(?:floating(?:-| )rate|floating|variable(?:-| )rate|debts?|leverage(?:d)?|indebted(?:ness)?|borrow(?:s|ers?|ing|ed)?|interest (?:expense|cost|bill|burden|coverage|cover|payments)|refinanc\w*|loans?|balance sheets?|credit|maturit(?:y|ies)|bank lending|net debt|ebitda)\b/,
  ],
  [
    'economy',
    /\b(?:econom(?:y|ic|ies|ically)|recessions?|soft landing|hard landing|growth (?:scare|outlook|picture)|gdp|slowdown|labou?r market|jobs?|employment|unemployment|payrolls?|consumers?|domestic(?:ally)?|cyclical(?:s|ly)?|the cycle|business cycle|pmi|ism|housing|manufacturing|expansion|downturn|macro\w*)\b/,
  ],
  [
    'inflation',
    /\b(?:inflation\w*|disinflation|cpi|pce|price pressures?|wage (?:costs?|growth|bills?)|wages|input costs?|cost pressures?)\b/,
  ],
  [
    'earnings',
    /\b(?:earnings|profits?|profitab\w+|unprofitable|eps|margins?|revenues?|sales|guidance|net income|estimates?|cash flows?|quarterly results|results|loss-making|lose money|losing money|no earnings)\b/,
  ],
  [
    'valuation',
    /\b(?:valuations?|valued|p\/e|price(?:-| )to(?:-| )(?:earnings|book|sales)|multiples?|cheap(?:er|est|ness)?|expensive|discounts?|undervalued|overvalued|times (?:forward |next year's |trailing )?(?:earnings|sales|book)|ev\/|stretched|bargains?|re-?rat\w+|premium|\d(?:\.\d)?x|pric(?:ey|ed)|forward earnings)\b/,
  ],
  [
    'flows',
    /\b(?:flows?|inflows?|outflows?|money market|sidelines|allocat\w+|reallocat\w+|positioning|positioned|etfs?|fund managers?|passive|buyers?|sellers?|short(?: |-)(?:covering|interest|squeeze)|hedge funds?|under-?owned|crowded|rotat(?:e|es|ed|ing|ion)|redemptions?|liquidity)\b/,
  ],
  [
    'momentum',
    /\b(?:momentum|rall(?:y|ies|ied)|rebound\w*|breakout|sentiment|animal spirits|risk appetite|fomo|chas(?:e|ing)|technical(?:s|ly)?|trend|overbought|oversold|surge\w*|relative strength|moving average|catch-?up|run-?up|false (?:dawn|start)s?)\b/,
  ],
  [
    'policy',
    /\b(?:tax(?:es)?|tax cuts?|fiscal|deregulat\w+|regulat\w+|administration|white house|congress|election|trump|government|stimulus|infrastructure|industrial policy|reshoring|onshoring|subsid\w+|obbba|antitrust|policy(?:makers)?)\b/,
  ],
  [
    'tariffs',
    /\b(?:tariffs?|trade (?:war|deals?|policy|tensions?)|liberation day|import(?:s|ers|ed)? (?:dut|cost|tax)\w*|duties|supply chains?|reshoring|onshoring)\b/,
  ],
  [
    'mergers',
    /\b(?:mergers?|m&a|acqui(?:rers?|sitions?|red)|takeovers?|deal(?:s|making| activity)|buyouts?|private equity|ipos?|takeouts?|bids?(?= (?:for|from)))\b/,
  ],
  [
    'technology',
    /\b(?:ai\b|artificial intelligence|technology|tech\b|semiconductors?|nvidia|chips?|cloud|hyperscalers?|data (?:centers?|centres?)|big tech|magnificent|mag(?:-| )?7|mega-?cap|software|biotech)\b/,
  ],
  [
    'breadth',
    /\b(?:breadth|broaden\w*|narrow(?:er|ness|ing)?|concentrat\w+|equal[- ]weight(?:ed)?|leadership|the other 49\d|dominance|handful of|participation|magnificent|mag(?:-| )?7|index weight)\b/,
  ],
  [
    'quality',
    /\b(?:quality|balance sheets?|unprofitable|zombies?|junk|profitable (?:companies|small|names)|selective|selectiv\w+|stock[- ]pick\w+|active manage\w+|s&p 600|stronger companies|free cash flow|returns? on (?:equity|capital|invested))\b/,
  ],
  [
    'index levels',
    /\b(?:outperform\w*|underperform\w*|record (?:high|close)s?|all-time highs?|new highs?|ratio|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|returned|gained|rose|fell|percentage points|index (?:level|points)|beat(?:en)?|year[- ]to[- ]date|per cent|since (?:19|20)\d\d)\b/,
  ],
  ['dollar', /\b(?:dollar|currency|currencies|greenback|exchange rates?)\b/],
  ['Sweden', /\b(?:swed(?:en|ish)|nordics?|riksbank|omx\w*|stockholm)\b/],
];
