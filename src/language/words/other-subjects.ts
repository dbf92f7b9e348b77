import { type Tables, words } from '../lexicon.ts';

/** What a number may belong to instead of a move of the Fed's rate. Short on purpose: an unknown word asks back by itself. */
export const OTHER_TABLES: Tables = {
  other: {
    idiom: `cut it out|cut the crap|cut me some slack|cut to the chase|clear cut|short cut|haircut|price cut|price cuts|job cuts|tax cut|tax cuts|pay cut|pay cuts|production cut|output cut|dividend cut`,
    'central bank': `ecb|boj|boe|bank of england|bank of japan|european central bank|snb|riksbank|rba|rbnz|pboc|boc|bank of canada|norges bank|norges|rbi|banxico|bcb|copom|lagarde|bailey|ueda|opec|cbrt|bok`,
    tenor: `10 year|10y|10yr|10 yr|2 year|2y|2yr|30 year|30y|30yr|5 year|5y|5yr|ten year|two year|thirty year|2s10s|2s 10s|treasury|treasuries|gilt|gilts|bund|bunds|jgb|jgbs|
      long bond|long end|yield curve|curve|yield|yields|tips|tbill|tbills|duration`,
    rate: `mortgage|mortgages|libor|sofr|euribor|sonia|estr|prime rate|prime|repo|deposit rate|deposit rates|savings rate|savings account|card|credit card|auto loan|student loan|swap rate|swap spread|term premium|funding spread|revolver|neutral rate|r star`,
    business: `margin|margins|budget|budgets|t&e|opex|capex|headcount|fee|fees|mgmt fee|management fee|expense ratio|tracking error|hurdle rate|hurdle|payroll|bonus|salary|salaries|commission|wacc|cap rate|discount rate`,
    economy: `cpi|ppi|pce|inflation|gdp|unemployment|payrolls|nfp|jobless|claims|wages|retail sales|pmi|ism|core|print|prints|consumer prices|jobs report|jobless rate`,
    credit: `credit spread|credit spreads|spread|spreads|hy|ig|high yield|investment grade|oas|cds|clo|clos|leveraged loan|leveraged loans|default rate|default rates|bps wider|bps tighter|wider|tighter|widen|widens|widened|widening`,
    market: `oil|brent|wti|gold|silver|copper|bitcoin|btc|crypto|eth|vix|euro|yen|pound|sterling|fx|dxy|usd|eurusd|usdjpy|em|china|japan|europe|eurozone|uk|germany|sweden|swedish|commodities|real estate|house prices|housing|reits|bonds`,
    stock: `aapl|tsla|nvda|msft|amzn|googl|goog|meta|apple|tesla|nvidia|microsoft|amazon|google|nflx|netflix|jpm stock|brk|berkshire|gme|amc|spy|qqq|iwm|voo|vti|iwn|iwo|ijr|etf|etfs|share price|stock price|eps estimate|tickers|ticker`,
    index: `ftse|ftse 250|ftse 100|ftse 350|dax|cac|nikkei|topix|stoxx|stoxx 600|eurostoxx|hang seng|hsi|kospi|asx|asx 200|tsx|nifty|sensex|omx|omxs30|omxsscpi|ibex|msci|msci world|dow|dow jones|dow 30|
      nasdaq|nasdaq 100|ndx|s&p 400|s&p 600|s&p 100|russell 1000|russell 3000|r1000|r1k|russell midcap|midcap|midcaps|mid cap|mid caps|wilshire 5000|wilshire|crsp|kbw|sox|topix 500|csi 300|csi300|s&p 1500|nyse`,
  },
  /** The two indexes that the product knows; the number belongs to the name. */
  index: {
    rut: 'russell 2000|russell2000|russell 2k|russell|r2k|rut|rty|russel|russel 2000|russell two thousand|small cap index',
    spx: 's&p 500|s&p500|s&p|sp500|sp 500|spx|s and p|s & p 500|s & p|snp|snp 500|s n p|s&p five hundred|spx 500|large cap index|the index',
  },
  /** Digits inside names, which count nothing. */
  name: {
    name: `mag 7|mag7|magnificent 7|magnificent seven|mag seven|163 ( j )|163j|163 j|section 163|section 163 ( j )|covid 19|covid19|covid - 19|g7|g20|g10|g - 7|10 - k|10 - q|10k|10q|10 k|8 - k|8k|8 k|401k|401 ( k )|form 4|
      q1|q2|q3|q4|h1|h2|1h|2h|1q|2q|3q|4q|fy|24 / 7|24x7|9 - 5|9 to 5|5g|gpt 4|gpt4|gpt5|gpt 5|chatgpt|o3|web3|b2b|p2p|7 eleven|catch 22|plan b|x2|basel 3|basel iii|ifrs 9|ifrs 16|asc 842|rule 144a|144a|tier 1|tier 2|cet1|form 10|top 10|top 5|top ten|top five|s1|m1|m2|m3|w2|k1|zoom 2|room 1|room 2|room 3|room 4|no 1|number 1|number one|phase 2|phase 1|v1|v2|v3|1 : 1|one on one|1 on 1|1:1|f1|y2k|9 / 11|50 / 50|fifty fifty|ten out of ten|10 out of 10|out of 10|out of ten|2 for 1|two for one|give me 5|high five|take 5|take five|hundred percent|100 percent|100 % agree`,
  },
  odds: {
    none: 'bet , | you bet | bet .',
    odds: 'odds|chance|chances|probability|probabilities|likelihood|likely|unlikely|how likely|bet|bets|betting|wager|polymarket|kalshi|p of',
    priced:
      'priced|pricing|priced in|prices in|price in|implied|implies|imply|market implied|discounted in|discounting|consensus',
  },
  advice: {
    advice: `should i|should we|should you|should one|should my|buy|buying|sell|selling|go long|go short|going long|shorting|overweight|underweight|portfolio|recommend|recommendation|my position|our position|allocate|allocation|pension|savings plan|worth buying|trade idea|entry point|stop loss|invest|investing`,
  },
  past: {
    past: `did|was|were|had|happened|last time|last year|last month|last week|last meeting|previous|previously|ago|back in|history|historically|historical|yesterday|used to|ever|so far|already|came in|came out|printed|reported|did they|has the fed|have they|hasnt|in the past|earlier this year|since|all time|after rate moves|after fed moves|around rate moves|around fed moves|what are rates|where are rates|what is the rate now|whats the rate now|what are rates now|where is the rate|where is fed funds|wheres fed funds|where rates are`,
  },
  clock: {
    clock: `oclock|o clock|am|pm|noon|midnight|tonight|this afternoon|this evening|lunch|dinner|breakfast|coffee|minutes|minute|mins|min|hours|hour|hrs|secs|seconds|call at|meeting at|dial in|standup|calendar invite|room|zoom|teams`,
  },
  views: {
    none: 'i said|i just said|says assume|said assume|says to assume|says use|said use|says make it|said make it|who wins|who gains|who benefits|who loses|who bleeds|who hurts|who does better|who does best|who gets hit|who feels it|whos the biggest winner|whos the biggest loser|whos the winner|whos hit|whos better off|whos worse off',
    views: `think|thinks|thought|says|said|saying|view|views|opinion|opinions|believe|believes|expects|expect|expecting|expected|expectation|forecast|forecasts|forecasting|predict|predicts|prediction|call|calls|calling|worried|worry|worries|bull|bulls|bullish|bear|bears|bearish|sceptic|sceptical|skeptic|skeptical|optimist|optimistic|pessimist|pessimistic|positive|negative|neutral|mixed|argue|argues|argument|case for|case against|thesis|outlook|who|whos|whose|analyst|analysts|strategist|strategists|quote|quotes|agree|agrees|disagree|disagrees|rally|rallies|outperform|outperforms|outperformance|underperform|recession|soft landing|hard landing|tariff|tariffs|mention|mentions|mentioned|target price|price target|penciled|pencilled|dots|dot plot|sep`,
  },
  ratio: {
    ratio: `ratio|relative|discount|premium|multiple|multiples|pe|p / e|forward pe|fwd pe|valuation|valuations|cheap|expensive|ath|all time high|record high|record|peak|trough|average|moving average|rotation|price|prices|priced at|trading at|trades at|market cap|weight|weighting|constituents|members|dividend|dividends|return|returns|returned|performance`,
  },
  brief: {
    none: `brief me on|brief us on|brief me about|brief us about|brief on|brief overview|brief summary|brief history|brief look|brief answer|brief explanation|
      in brief|be brief|keep it brief|being brief|brief question|a brief word`,
    brief: `brief|briefs|briefing|briefings|digest|morning note|morning message|morning post|daily note|daily update|schedule|scheduled|schedules|remind|reminder|reminders|ping|ping me|ping us|alert|alerts|notify|subscribe|unsubscribe|newsletter|post every|every morning|every day|weekdays|mute|unmute|snooze`,
  },
  people: {
    people: words(
      'people person persons guys folks team colleagues clients attendees seats participants kids users employees staff pages slides bullets lines emails tickets items points? shares contracts lots bottles beers tables',
    ),
  },
  document: {
    document: 'note|notes|piece|article|report|paper|source|sources|paragraph|section|page|pages|chapter|footnote',
  },
};
