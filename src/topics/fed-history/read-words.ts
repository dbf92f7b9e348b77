import { lexiconOf } from '../../language/index.ts';

/** Words of what the Fed decided. */
export const HISTORY_WORDS = lexiconOf({
  way: {
    cut: 'cut|cuts|cutting|rate cut|rate cuts|ease|eased|easing|eases|lower|lowered|lowering|reduce|reduced|reduction|reductions|slash|slashed|trim|trimmed|cut rates|loosen|loosened|downs',
    hike: 'hike|hikes|hiking|hiked|rate hike|rate hikes|raise|raised|raises|raising|tighten|tightened|tightening|tightens|increase|increased|increases|hike rates|raise rates|raised rates|went up|lift|lifts|lifted|lifting|lift rates|jack|jacked|bumped|first time up|last time up|ups',
    hold: 'hold|holds|held|holding|pause|pauses|paused|pausing|skip|skipped|stand pat|stood pat|unchanged|on hold|no change|no changes|left rates|sat tight|do nothing|did nothing|doing nothing',
    move: 'move|moves|moved|moving|change|changes|changed|decision|decisions|act|acted|actions|action|adjust|adjusted|rate move|rate moves|rate change|rate changes|rate decision|rate decisions|outcome|outcomes|result|either way|either direction',
  },
  turned: { turned: 'either way|either direction|up or down' },
  count: {
    count: `how many|how many times|how often|number of|count|count of|count em|count them|tally|how much|by how much|how far|sum|total|in total|altogether|all in|all told|overall|cumulative|cumulatively|added up|add up|combined|net|list|list all|all|every|each|history|record|table|timeline|full list|
      how big|how large|size|single|what size|amount|times|in all|bps|bp|basis points|points|pts|any others|any other|others|come to|all of them|add the two years up|add them up|the two years|both years|total up|tot`,
  },
  largest: { largest: 'biggest|largest|biggest single|largest single|deepest|steepest|sharpest|most aggressive' },
  orMore: {
    orMore:
      'or more|or larger|or bigger|or greater|or above|or over|at least|and up|and over|and above|plus|minimum|no less than',
  },
  unscheduled: {
    unscheduled: `between meetings|between two meetings|between scheduled meetings|in between meetings|inter meeting|intermeeting|off cycle|off schedule|off calendar|unscheduled|emergency|emergencies|out of cycle|outside a meeting|outside meetings|outside of meetings|outside of a meeting|outside scheduled meetings|at an unscheduled meeting`,
  },
  inARow: {
    inARow:
      'in a row|straight|consecutive|consecutively|streak|longest streak|longest run|run of|on the trot|running|back to back',
  },
  howLong: {
    howLong:
      'how long|for how long|how many days|how many weeks|how many months|how much time|length|era|start and end',
  },
  gap: {
    gap: 'how long between|gap between|gap|days between|time between|months between|weeks between|distance between',
  },
  stayed: {
    stayed: `sit|sits|sat|sitting|stay|stays|stayed|staying|remain|remained|park|parked|at|be at|keep|kept|spend|spent|hold|held|holding|holds|on hold|pause|paused|leave|left at|stuck|stand|stood|unchanged`,
  },
  zero: { zero: 'zero|the zero bound|zero bound|zlb|zirp|near zero|zero lower bound|zero rates' },
  still: { still: 'still|still right|still the range|is the range|is the target|is it' },
  than: {
    than: 'lower than|higher than|above or below|below or above|higher or lower|lower or higher|up or down|above where|below where|compared to|compared with|lower now than|higher now than|above its|below its|above|below|vs|versus|against',
  },
  one: { one: 'one|ones|time|of them|of those|of these|of em|em|in there|of that run|that run|that year|of the lot' },
  /** HistoryWords beside a question, and asks nothing. */
  aside: {
    aside: `or am i misremembering|am i misremembering|misremembering|having an argument here|having an argument|having a debate|having a debate here|settle an argument|settle a bet|settling a bet|settling an argument|got a bet on|asking for a friend|for a friend|cant remember|cannot remember|i cant remember|i cannot remember|cant recall|dont remember|i dont remember|i forget|i forgot|forgot|if i remember right|if i recall|iirc|remind me|or not|or did they|or didnt they|i think|am i right|for a client|need it for a slide|quick one|quick q|quick question|off the top of your head|do you know|
      meet|met|meets|argument|state|the date of|date of|going by the record|by the record|my birthday|covid|dotcom bust|dotcom|direction|long|i do mean|peak to trough|as at|in one go|lot|same day|walk through|part|over|the ratio top|is that right|am i right`,
  },
  past: {
    past: `how long|how long ago|how long since|did|has|have|had|was|were|been|since|ago|so far|ever|already|happened|happen|done|decided|decide|did they|have they|has the fed|last time|last meeting|past|historically|yet|went|go|gone|came|started|stopped|to date|started|start|hiked|raised|lowered|eased|held|paused|slashed|trimmed|lifted|tightened|outcome`,
  },
  last: {
    last: 'last|latest|most recent|newest|previous|recent|prior|last time|final|one before|the actual|last of that run',
  },
  first: { first: 'first|earliest|start|started|begin|began|initial|opening' },
  before: { before: 'before|prior to|ahead of|until|preceding|going into' },
  lastTime: {
    lastTime:
      'last time|last meeting|the last meeting|last fomc|last fomc meeting|latest meeting|most recent meeting|previous meeting|last time out|last time around|last time they met|at the last one|last decision|the last decision|latest decision|last fed meeting|last fed decision|most recent decision|they just do|last rate decision|the fed move|the fed do|they do|fed did|walk through',
  },
  was: {
    was: 'where was|where were|what was|what were|wheres|how high was|how high were|how low was|how low were|where did|where stood|where had|rate on|rates on|rate in|rates in|rate at|rates at|rate was|rates were|funds in|funds on|funds at|funds rate in|funds rate on|funds was|range in|range on|range at|range was|range when|rate when|rates when|fed was at|fed at|rate a|rates a|funds a|level|stand|stood|back in|size and range|range going into|range after',
  },
  rate: {
    rate: 'fed funds|fed funds rate|funds rate|policy rate|target range|target|target rate|the rate|rates|rate|fed rate|interest rates|interest rate|range|funds|ffr|key rate|upper bound|lower bound|fed funds target|fed was at|fed at',
  },
  cycle: {
    noun: 'run|campaign',
    cycle: `cutting or hiking|hiking or cutting|cutting or raising|easing or tightening|tightening or easing|hike or cut cycle|cut or hike cycle|cutting cycle or hiking cycle|what cycle|which cycle|rate cycle|current cycle|what kind of cycle|cycle are we in|cycle is it|in a cutting cycle|in a hiking cycle|in an easing cycle|in a tightening cycle|
      in a cycle|still cutting|still hiking|still easing|still tightening|are they cutting|are they hiking|is the fed cutting|is the fed hiking|is the fed easing|is the fed tightening|cutting cycle now|hiking cycle now|where are we in the cycle|done cutting|done hiking|finished cutting|finished hiking|direction of the fed|which way is the fed|which way are they|which way are rates|which way is policy|cycle|the cycle|switch from|turned from|when did they turn|when did they pivot|pivot|pivoted|cutting cycle|hiking cycle|easing cycle|tightening cycle|easing cycle over|cycle over`,
  },
  /** Times by name, from a day to a day. */
  named: {
    '2020-03-16/':
      'post covid|after covid|since covid|post pandemic|after the pandemic|since the pandemic|since covid hit',
    '2000-01-01/': 'this century|this millennium',
    '2020-01-01/': 'this decade',
    '2007-09-01/2008-12-31': 'in the gfc|the gfc|gfc|financial crisis|the financial crisis',
    '2020-03-01/2020-03-31': 'emergency covid thing|covid emergency|emergency covid',
    '/2006-01-31': 'under greenspan|greenspan years|greenspan era|in greenspans time',
    '2006-02-01/': 'since greenspan|since greenspan left|after greenspan',
    '2006-02-01/2014-01-31': 'under bernanke|bernanke years|bernanke era',
    '2014-02-03/2018-02-03': 'under yellen|yellen years|yellen era',
    '2008-09-15/2008-09-15': 'when lehman went|day lehman went|the day lehman went|lehman|when lehman failed',
  },
  ever: {
    ever: 'ever|of all time|all time|on record|in history|as far as|altogether|in your data|in the record|in the data|far as',
  },
  goingOn: {
    goingOn: `and|n|what about|how about|or|no|nope|i meant|meant|i mean|same|same for|the same|the same for|in|for|over|since|of|any|wbu|ok|now|only|just|try|show|instead|then|it|that|this|those|them|they|the|actually|sorry|wait|rather|to|until|from|were there|also|make it|do the same|meetings|year|years`,
  },
  when: {
    when: 'when was that|when was it|when exactly|what date was that|what day was that|when did that happen|which date|what date|when|which meeting was that|when were they|when were those|when did they|dates|list them|which ones|what were they|how much was it|how much was that|how big was it|how big was that|by how much|how much|in total|what did that add up to|whats that in total|how much in total|total|sum|which month|which month was|magnitude|its magnitude|what size|what did all of them come to|so how much so far',
  },
  thatMove: {
    thatMove:
      'do that|do precisely that|do exactly that|do one of those|that much|done that much|do that much|done that',
  },
  step: {
    back: 'before that|the one before|one before|and before|before it|before that one|the one before that|prior one|the previous one|previous one|earlier one|prior|prior change to that|previous change|prior to that',
    on: 'after that|the one after|one after|the next one|next one|the following one|and then what|next',
    yearBack:
      'the year before|year before|the year before that|previous year|the previous year|prior year|the prior year|a year earlier|year earlier',
    yearOn: 'the year after|year after|the following year|following year|a year later|the year after that',
  },
  /** Which way a length of time goes from the day asked about. */
  shift: { later: 'later|after that|after|on|further on', earlier: 'earlier|before that|before' },
  now: { now: 'today|now|right now|as of today|current|currently|current level' },
  fed: {
    fed: 'all moves|every move|rate moves|all decisions|rate decisions|fed|the fed|feds|fomc|they|powell|jay|committee|federal reserve|us rates|warsh|rates|rate|fed funds|interest rates|central bank|meeting|meetings',
  },
  /** Of others, or of what is to come. */
  other: {
    none: 'or more|more than once|no less than|will ya|will you|would you|could you|right so|ratio top|ratio peak|ratio high|ratio low|the ratio top|is that right|not right|greenspan left|bernanke left|yellen left',
    other: `will|would|should|could|wont|gonna|going to|if|suppose|expect|expects|expected|expecting|forecast|predict|left|more|another|further|remaining|upcoming|coming|priced|pricing|implied|odds|chance|chances|likely|probability|who|whos|think|thinks|says|said|lets say|say they|say the fed|view|views|bullish|bearish|really|true|correct|wrong|claim|claims|claimed|agree|
      needed|need|required|to get|take to|get to|reach|dots|penciled|pencilled|dot plot|projected|small|large|smallcap|largecap|company|companies|russell|s&p|spx|r2k|ratio|stocks|small caps|large caps|smalls|market|markets|do to|does to|mean for|means for|effect|impact|brief|briefs|note|notes|ecb|boe|boj|inflation|cpi|why|reason|earnings|net income|ebitda|floating|debt|buy|sell|run it|model|matter|matters|undo|reverse`,
  },
});

/** Short forms that stand for a word of these. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  'yr:year yrs:years nxt:next til:until till:until b4:before mtg:meeting mtgs:meetings wen:when mkt:market mkts:markets prob:probability probs:probabilities tot:total sched:schedule threequarters:75 wots:what decembers:december octobers:october januarys:january'
    .split(' ')
    .map((one) => one.split(':') as [string, string]),
);
