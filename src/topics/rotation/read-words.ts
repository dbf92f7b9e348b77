import { lexiconOf } from '../../language/index.ts';

/** `small do vs big`, `smalls fare against larges`. */
const ASKED_PAIRS = ['small', 'smalls', 'small caps', 'little', 'the small ones'].flatMap((small) =>
  [
    'do',
    'did',
    'done',
    'does',
    'fare',
    'fared',
    'perform',
    'performed',
    'return',
    'returned',
    'relative',
    'compared',
  ].flatMap((verb) =>
    ['vs', 'v', 'versus', 'against', 'to', 'with'].flatMap((against) =>
      ['big', 'bigs', 'large', 'larges', 'large caps', 'the big ones'].map(
        (large) => `${small} ${verb} ${against} ${large}`,
      ),
    ),
  ),
);

/** Words of the Russell 2000 against the S&P 500, of spans, levels and distances. */
export const ROTATION_WORDS = lexiconOf({
  subject: {
    ratio: `${ASKED_PAIRS.join('|')}|small / large|smalls / larges|small cap / large cap|ratio|the ratio|index ratio|r2k spx|rut spx|rotation|the rotation|relative performance|relative strength|relative return|relative returns|small vs large|small versus large|small v large|small over large|small against large|small vs big|small versus big|small v big|small against big|smalls vs larges|smalls v larges|smalls v bigs|smalls vs bigs|minnows or whales|minnows vs whales|little vs big|
      small and large caps|large vs small|the spread between small and large|two indexes|both indexes|the indexes|two indices|both indices|the indices|small cap relative`,
    rut: 'russell|the russ|russ|r2|minnows|tiddlers|small index|the small index|the small one|little guys|the little guys|russell 2000|russel|russel 2000|r2k|rut|rty|russell2000|small caps|smallcaps|smalls|small cap stocks|small cap index|small cap',
    spx: 's&p|s&p 500|spoos|spooz|whales|giants|the giants|big index|the big index|big caps|the big one|large index|big guys|the big guys|megacaps|mega caps|sp500|sp 500|spx|s&p500|s and p|snp|large caps|largecaps|large cap stocks|large cap index|large cap|the broad market|bigs|larges',
  },
  /** Small caps, which are no index until one is named. */
  loose: {
    loose:
      'small caps|smallcaps|smalls|small cap stocks|small cap|large caps|largecaps|large cap stocks|large cap|larges|bigs',
  },
  verb: {
    did: `gap|the gap|widen|widens|widening|widened|narrow|narrows|narrowing|narrowed|do|does|did|done|doing|fare|fared|faring|perform|performs|performed|performing|performance|beat|beats|beaten|beating|lag|lags|lagged|lagging|outperform|outperformed|outperforming|outperformance|underperform|underperformed|underperforming|underperformance|lead|leads|led|leading|
      move|moves|moved|moving|change|changes|changed|gain|gains|gained|gaining|return|returns|returned|up|down|rise|rose|risen|fall|fell|fallen|drop|dropped|rally|rallied|rallying|ahead|behind|won|win|winning|return of|happened|catch up|caught up|better|worse|climbed|slid|lost|lose|made|chart|relative|begun|started|ahead|did the work|better|best|worse|worst|so far`,
  },
  level: {
    level:
      'level|where|wheres|stand|stands|stood|standing|trading|trade|trades|traded|close|closed|closes|closing|at|value|print|was|were|read|reading',
    now: 'now|rn|right now|currently|current|latest|last close|today|atm|at the moment|newest|these days|level|where|wheres|live|new',
  },
  distance: {
    high: 'ath|aths|its ath|all time high|all time highs|record high|record highs|record|high|highs|peak|peaks|top|record close|high water mark|highest',
    low: 'low|lows|nadir|bottom|trough|all time low|record low|lows of|lowest',
    none: 'i mean|you mean|mean to|top is in|bottom is in|top of mind',
    average:
      'average|long run average|long term average|longrun average|lifetime average|historic average|historical average|usual level|moving average|dma|ma|sma|mean|200dma|200d|200 dma|200 d ma|50dma|50 dma|100 dma|trend|avg',
  },
  away: {
    away: 'how far|how stretched|stretched|where|sits|off|below|above|from|away|distance|under|over|drawdown|down from|up from|beneath|near|close to|far|relative to|vs|versus|against|since|to|back to|how close|miles off',
  },
  toDate: {
    year: 'the year low|the year high|the year peak|the years low|the years high|the years peak|the yr low|the yr high|years low|years high|so far this year|this year so far|this year to date|year to date|the year so far|this year|this yr|this yr so far|so far this yr|on the yr|on the year|ytd|since the start of the year|since the start of this year|since start of year|from the start of the year|since the beginning of the year|since the beginning of this year|since january 1|since new year|since new years|vs start of the year|vs the start of the year|from the start of this year|since the turn of the year|for the year|year start|start of the year|beginning of the year|start of year',
    quarter:
      'this quarter|this qtr|so far this qtr|quarter to date|qtd|so far this quarter|on the quarter|since the start of the quarter',
    month: 'this month|this mth|month to date|mtd|so far this month|on the month|since the start of the month',
  },
  back: {
    '1 week': 'this week|past week|last 5 sessions|on the week|over a week',
    '1 month': 'past month|over a month|one month|trailing month',
    '3 month': 'past quarter|three months',
    '1 year': 'past year|trailing year|one year|over a year|over one year|ttm|52 week|52 weeks|52 wk|52w|52 w',
  },
  sinceLast: {
    cut: 'they last cut|the fed last cut|fed last cut|last cut|the last cut|last rate cut|the last rate cut|latest cut|most recent cut|last fed cut|previous cut|their last cut|the most recent cut|the latest cut',
    hike: 'they last hiked|the fed last hiked|fed last hiked|last hike|the last hike|last rate hike|the last rate hike|latest hike|most recent hike|last fed hike|previous hike|their last hike|the most recent hike|the latest hike|the hike|fed hike|the fed hike',
    move: 'they last moved|last move|the last move|last fed move|last decision|the last decision|last fed decision|the fed last moved|fed last moved|last rate move',
  },
  sinceEvent: {
    covid:
      'since covid|since covid 19|since covid19|since covid hit|since covid began|since covid started|since before covid|since the pandemic|since pandemic|since the pandemic began|since the pandemic started|since the start of covid|since the start of the pandemic|since the covid crash|since the covid crisis|since the beginning of covid|since the beginning of the pandemic|from covid|from the pandemic|post covid|post pandemic',
  },
  first: {
    cut: 'first cut|the first cut|first rate cut|the first rate cut|cuts began|cuts started|cutting began|cutting started|they started cutting|the fed started cutting|the cuts|easing began',
  },
  /** Up to the newest close. */
  open: {
    open: 'to today|until today|till today|to now|until now|till now|up to now|up to today|to the latest|to date|through today|to the present|to the last close|till last close|to last close|until the last close|until last close|till the last close|up to the last close|to the latest close|to the newest close|through now|to present|onwards',
  },
  yearBefore: {
    yearBefore:
      'the one before|one before|the year before|year before|the year before that|the prior year|a year earlier|one year earlier|the previous one|previous year|the previous year',
  },
  /** The same day or span as before. */
  that: {
    day: 'that day|same day|the same day|on the day|that date|same date|the same date',
    span: 'that month|that year|that quarter|that week|that stretch|that period|that span|that time|those months|those years|the same period|the same span|the same stretch|same stretch|same window|same period|same span|same dates|that window|this period|this stretch',
  },
  /** A day beside the one before. */
  shift: {
    next: 'day after|the day after|next day|the next day|following day|the following day|next session|the session after|day later|a day later|one day later',
    previous:
      'day before|the day before|previous day|the previous day|prior day|eve|the session before|day earlier|a day earlier',
  },
  /** A length by its unit alone. */
  /** So long from where the span before starts. */
  within: {
    '1 week': 'first week|the first week|first week after|week one',
    '1 month': 'first month|the first month|first month after|month one',
    '3 month': 'first quarter|first three months|first 3 months|the first three months|the first 3 months',
    '6 month': 'first six months|first 6 months|first half year|the first six months|the first 6 months',
    '12 month': 'first year|the first year|first twelve months|first 12 months|first year after',
  },
  /** What usually is, and not what was once. */
  habit: {
    habit:
      'normally|usually|typically|historically|tend to|tends to|generally|on average|as a rule|in the past|past|previous|each time|every time|whenever|traditionally|over the years|through history|in history|as a whole|once|of a cycle|of the cycle|a cycle|each cycle|every cycle|cycle|cycles|is in|kick in|kicks in|start|starts|begin|begins|comes|come',
  },
  unit: {
    day: 'day|a day|one day',
    week: 'week|a week|one week',
    month: 'month|a month|one month|1 month',
    quarter: 'quarter|a quarter',
    year: 'year|a year|one year|yr',
  },
  normal: { normal: 'normal|normal one|the normal one|usual one|the usual one|our two|the two of ours|the s&p then' },
  allTime: {
    allTime:
      'all time|ath|aths|all time high|all time highs|all time low|ever|record high|record highs|record low|record close|on record|in history|of all',
  },
  /** From a decision that was spoken of. */
  sinceThen: {
    sinceThen:
      'since then|since that|from then|from then on|after that|since it|since that cut|since that hike|since that move|since that meeting|ever since|afterwards|thereafter|off the back of that|on the back of that|off the back of it|on the back of it|in the wake of that|in the wake of it|following that|after it|after that one|since that one|in response to that|on that|off that',
    open: 'since',
  },
  cycles: {
    cycles: `after cuts|after past cuts|after rate cuts|after first cuts|after first cut|after previous cuts|after earlier cuts|after the first cut|after past rate cuts|after the first rate cut|past cutting cycles|past easing cycles|previous cycles|previous cutting cycles|previous easing cycles|past cycles|earlier cycles|earlier cutting cycles|
      historical cutting cycles|once the fed starts cutting|when the fed starts cutting|after fed cuts|following cuts|following rate cuts|following first cuts|following the first cut|history after cuts|in past easing cycles|in easing cycles|in cutting cycles|cutting cycles|easing cycles|after the fed cuts|after the fed cut`,
  },
  rates: {
    whole: 'rotation rates|rotation rates study|rotation and rates|rotation around rates',
    rates:
      'rate moves|fed moves|after moves|after rate moves|after fed moves|after the feds moves|around rate moves|around fed moves|after hikes|after rate hikes|after fed hikes|after past hikes|after earlier hikes|after previous hikes|following hikes|following rate hikes|after cuts and hikes|after hikes and cuts|after cuts or hikes|after the fed hikes|in recessions|during recessions|in past recessions|in a recession|during a recession|in and out of recessions',
  },
  csv: {
    csv: 'csv|as csv|as a csv|export|export it|export that|download|download it|as a table|spreadsheet|raw closes|the closes|raw data|the data|as a file|a file|in a csv|xlsx|in excel|as excel|a spreadsheet',
  },
  benchmark: {
    'S&P 600': 's&p 600|s and p 600|sp600|sp 600|s&p600|s&p small cap 600|s&p smallcap 600|sml|ijr',
    'S&P 400': 's&p 400|s and p 400|sp400|sp 400|s&p400|mdy|midcaps|midcap|mid caps|mid cap',
    'Russell 1000': 'russell 1000|r1k|iwb|r1000',
    Nasdaq: 'nasdaq|nasdaq 100|ndx|qqq|the qs',
    'equal weight': 'equal weight|equally weighted|equal weighted|rsp|equal weight s&p',
    'total return':
      'total return|total returns|with dividends|dividends included|dividends reinvested|including dividends|incl dividends|rut tr|spx tr|incl divs|with divs',
    'IWM and SPY': 'iwm|spy|etf|etfs',
    OMXSSCPI:
      'omxsscpi|omxsspi|omxs30|omxs 30|omx|omxs|sweden|swedish|stockholm|swedish small caps|swedish large caps|swedish smallcaps|omxsscpi / omxs30|swedish stocks',
  },
  compare: {
    compare:
      'vs|versus|v|against|over|relative to|compared to|compared with|instead of|rather than|divided by|beat|beaten|outperform|/',
  },
  /** What small caps are asked about beside, and is another topic's. */
  other: {
    none: 'what if you start|what if we start|what if i start|what if it starts|check it|check that|right now|dont need the change|no change|not the change|dont want the change|tariff low|tariff lows|tariff bottom|tariff crash|tariff selloff|tariff sell off|tariff high|tariff peak|who won|who was ahead|who did better|who led',
    other: `p / e|pe|p e|forward p / e|fwd pe|valuation|valuations|cheap|cheaper|dear|dearer|expensive|discount|premium|multiple|multiples|earnings|profit|profits|sales|debt|leverage|ebitda|net income|members|floating|unprofitable|iwm price|market cap|inflows|flows|tariff|tariffs|recession|effect|impact|model|lift|saving|
      really|true|correct|right|wrong|accurate|claim|claims|claimed|says|said|say|check|will|would|should|if|could|buy|sell|why|who|whos|when|views|view|bullish|bearish|think|expects|expect|forecast|predict|brief|briefs|ping|alert|alerts|remind|cut of|hike of|coverage|mention|mentions|mentioned|agree|note|notes|coupon|rates|fed funds|inflation|cpi`,
  },
  goingOn: {
    goingOn: `no|nope|what if you|what if we|what if i|what if it|if you start|i meant|meant|i mean|sorry|wait|actually|make it|make that|change it to|change that to|same|same for|the same|the same for|and|n|what about|how about|wbu|ok|now|instead|rather|only|just|try|show|do|it|that|this|them|again|also|then|with|start|end|starting|ending|one|the other|alone|on its own|by itself|innit|stick|stick that|taken together|together|normal|usual|thing|stretch|stretch that|extend that|take it|run it|push it|carry it on|same year|the same year|look|back to|number one|scrap that|scrap|forget that|hang on|stop|stop it|finish|base|begin|calendar|earlier|later|both|two|close|price|level|sit|sits|sitting|date|dates|number|period|span|window|range|date|horizon|timeframe|
      from|to|until|till|since|for|in|on|over|between|go back|go to|extend|extend it|shorten|stretch it|shorter|longer|is it|was it|its|their|they|the|of`,
  },
  /** What a day is called: `since the tariff low on 8 april 25`. */
  label: {
    label: `covid bottom|the covid bottom|covid trough|the covid trough|the tariff low|tariff low|tariff lows|the tariff lows|tariff bottom|tariff crash|tariff selloff|tariff sell off|covid low|the covid low|covid lows|covid crash|pandemic low|liberation day|carry unwind|the low on|the lows on|low on|lows on|the high on|high on|the peak on|peak on|bottom on|the bottom on|top on|the top on`,
  },
  leg: {
    leg: 'from the data|in the data|from your data|who is ahead|which one won|what did each do|what each did|which did worse|which one did better|which was better|which index did better|each of them|both of them|both indexes|both indices|who won|who was ahead|who led|in plain english|in plain words|the winner|which won|which one won|who is ahead|whos ahead|who is winning|whos winning|who came out ahead|who did better|which did better|which leg|which one did the work|which leg did the work|which side|each index|each leg|both legs|split it|the two legs|breakdown|break it down|separately',
  },
});
