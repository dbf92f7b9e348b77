import { lexiconOf } from '../../language/index.ts';

/** Words of what is in neither the notes nor the data. */
export const UNKNOWN_WORDS = lexiconOf({
  bank: {
    bank: `ecb|boj|boe|bank of england|bank of japan|european central bank|snb|swiss national bank|rba|rbnz|pboc|bank of canada|norges bank|norges|rbi|banxico|copom|cbrt|bok|bank of korea|lagarde|bailey|ueda|reserve bank of india|reserve bank of australia|people's bank of china`,
  },
  fed: { fed: 'fed|feds|fomc|federal reserve|powell' },
  price: {
    alone: `current price|live price|live prices|latest price|last price|spot price|share price|closing price|opening price|stock price|price quote|live quote|latest quote|live level|current level of the index|current index level|real time|realtime|market prices|close yesterday|yesterday close|closed yesterday|last close|premarket|pre market|after hours|futures now|price rn|price now|price right now|price today|price atm|price please|quote please|
      give me a quote|where does the index trade|where does it trade`,
    word: 'price|prices|quote|trading|trade|trades|level|value|close|closing|trading at',
    now: 'now|right now|rn|today|currently|at the moment|this morning|atm|current|latest|live|yesterday|this afternoon|at this minute|last',
  },
  asset: {
    ours: 'russell|russell 2000|rut|r2k|iwm|rty|s&p|s&p 500|spx|sp500|spy|small caps|smalls|the market|markets|the index|qqq|nasdaq|ndx|dow|dow jones|stocks|futures|equities|wall street',
    other:
      '10 year|10y|10yr|10 yr|2 year|2y|2yr|30 year|30y|30yr|ten year|treasury|treasuries|treasury yield|treasury yields|yield|yields|vix|dxy|eurusd|2s10s|2s 10s|bund|gilt|credit spreads|cds',
    foreign:
      'ftse|ftse 100|ftse 250|ftse 350|dax|cac|cac 40|nikkei|topix|stoxx|stoxx 600|eurostoxx|hang seng|hsi|kospi|asx|asx 200|tsx|nifty|sensex|ibex|msci world|msci|csi 300|russell 1000|russell 3000|russell midcap|midcap|midcaps|mid caps|mid cap|s&p 400|s&p 600|wilshire 5000|emerging markets',
  },
  where: {
    where:
      'where is|where are|wheres|where did|where does|how is|how are|what is|whats|what are|hows|how did|what did|where|price of|price for|quote for|level of|how do|at what',
  },
  doing: { doing: 'doing|trading|looking|do|open|opening|close|at|going|now|today|up|down|moving' },
  /** What a number beside it is of, besides the marks of other subjects. */
  theirs: {
    theirs: `cpi|core cpi|ppi|pce|core pce|gdp|nfp|payrolls|payroll|jobless claims|jobless|unemployment|retail sales|pmi|ism|wages|jobs number|jobs numbers|jobs data|claims|sofr|libor|euribor|sonia|prime rate|repo|swap rate|swap spread|term premium|ig|hy|ig spreads|hy spreads|high yield|investment grade|spreads|spread|oas|cds|clo|clos|credit spreads|leveraged loan|leveraged loans|10y|2y|5y|30y|2s|10s|10yr|2yr|30yr|10 year|2 year|30 year|2s10s|treasuries|treasury|bund|bunds|gilt|gilts|jgb|curve|yields|vix|move index|dxy|eur|gbp|jpy|chf|euro|yen|sterling|usdjpy|eurusd|gbpusd|crude|copper|nat gas|natgas|mgmt fee|management fee|fee|fees|expense ratio|bid ask|commission|carry|my book|hy book|ig book|nikkei|dax|ftse|kospi|hang seng|stoxx`,
  },
  notes: {
    notes:
      'note|notes|printed|print|ratio|p / e|pe|discount|multiple|multiples|earnings|sales|forward|trailing|cheap|expensive|valuation|dividing|per|vs|versus|relative|gain|rise|intraday|record|high|members|share of|average|rotation|performance|outperform|outperformed|move|effect|percent',
  },
  data: {
    data: 'earnings date|earnings dates|earnings report|dividend yield|dividends of|market cap of|market capitalization|market capitalisation|ticker for|latest cpi|next cpi|cpi print|when is cpi|cpi date|jobs report|nonfarm payrolls|payrolls|latest inflation|gdp print|gdp growth|unemployment rate|ism print|short interest|fund flows today|etf flows today|constituents of|members of the russell|expense ratio',
  },
  cover: { cover: 'interest cover|interest coverage|coverage|coverage ratio|cover ratio|icr' },
  bitcoin: { bitcoin: 'bitcoin|btc' },
  // what is to come
  next: {
    next: 'next year|next yr|next quarter|next month|in 2027|by 2027|in 2028|this time next year|in a year|from here|going forward|five years from now',
  },
  will: { will: 'will|wont|gonna|going to|is going to|are going to|would' },
  outcome: {
    outcome:
      'stay ahead|stay on top|keep winning|keep leading|keep beating|keep going|lag|outperform|underperform|rally|crash|rise|fall|go up|go down|double|win|beat|recover|catch up|hit|reach|cut|hike|raise|lower|keep cutting|continue|happen|end|be|drop|tank|moon|cut rates|hike rates|pause|hold|ease|do|soar|pull back|correct|lead|do next|trade',
  },
  subject: {
    subject:
      'small|smalls|small cap|small stocks|large|larges|big tech|small or large|fed|the fed|fomc|russell|market|markets|small caps|smallcaps|smalls|large caps|r2k|rut|s&p|spx|stocks|they|it|we|rates|recession|inflation|rotation|rally|powell|index|iwm|economy|tech',
  },
  forecast: {
    forecast: `do you make forecasts|do you make predictions|do you forecast|do you predict|can you forecast|can you predict|make forecasts of your own|your own forecast|own forecasts|are we in a recession|is this a recession|heading for a recession|heading into a recession|headed for a recession|recession coming|is a recession coming|recession next year|price target|price targets|target price|year end target|end of year target|eoy target|predict|prediction|predictions|your forecast|your best guess|do you think|do you expect|do you reckon|do you believe|your view|your opinion|your take|your outlook|your guess|your call|your house view|what happens next|what comes next|how will this end|will it work out|
      year end level|year end forecast|forecast for|forecasts for|where will|when will|who will win|what will happen|crystal ball|when does the next cut come|when is the next cut|when is the next rate cut|next cut when|what do you expect`,
    odds: 'recession odds|recession risk|recession probability|recession chance|recession chances|soft landing odds|hard landing odds|odds of|odds that|probability of|probability that|chance of|chances of|likelihood of|how likely',
  },
});
