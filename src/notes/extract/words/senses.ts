/**
 * Words and idioms by what they mean: so few texts teach how many of them are meant. Articles and possessives are left out
 * of them, and endings make no difference.
 */
export const SENSES: Readonly<Record<string, string>> = {
  cheap: `cheap|inexpensive|undervalued|discount|discounted|bargain|on sale|half price|half of price|half multiple|
    markdown|marked down|giveaway|giving away|low multiple|lower multiple|single-digit multiple|below book|
    fraction of price|fraction of multiple|undemanding|good value|fire sale|mispriced|priced for disaster|
    priced for recession|priced for failure|priced for worst|bad news in price|in price already|modest valuation|
    reasonable price|attractive price|attractive valuation|depressed|beaten-down|beaten down|battered|washed out|
    washed-out|knocked down|bottom of range|low end of range|margin of safety|cheapest|clearance|bargain bin|
    bargain basement|basement|pennies|lower price|low price|knockdown|gap is wide|wide gap|widest|valuation gap|
    below average|below long-run average|less than half|third less|steal|trough multiple|priced as if|priced like|
    priced as though|low bar|bar is low`,
  dear: `expensive|dear|pricey|pricy|rich|richly|stretched|frothy|froth|overvalued|overpriced|priced for perfection|
    priced to perfection|nosebleed|lofty|full price|fully priced|fully valued|pay up|overpay|bubble|euphoria|exuberance|
    no room for error|little room for error|no margin for error|eye-watering|sky-high|heroic|premium to|at premium|
    demanding|steep price|steep multiple|extended|overbought|overextended|top of range|leave nothing for|elevated|
    punchy|expensive once|not cheap|no bargain|hardly cheap|not actually cheap|inflated|overheated|mania|vertigo|
    altitude|thin air|priced for everything|already in price|already priced|priced in|discounted already|in price|
    baked in`,
  unloved: `unloved|left for dead|orphan|orphaned|ignored|ignore|neglected|neglect|overlooked|forgotten|hated|despised|
    out of favor|out of favour|under-owned|underowned|abandoned|shunned|nobody own|no one own|nobody want|no one want|
    given up|give up on|wallflower|capitulate|capitulation|written off|write off|cold shoulder|unfashionable|
    out of fashion|lonely|loathed|friendless|on shelf|graveyard|empty room|nobody talk|no one talk|throw in towel|
    threw in towel|thrown in towel|spurned|unwanted|underfollowed|under-followed|no coverage|under-covered|lightest|
    underinvested|under-invested|left behind|nobody ask|no one ask|nobody is asking|punchline|laughing stock|
    embarrassed to own|empty seat|pariah|stepchild|dog of|doghouse|light position|positioning is light|
    record underweight|most underweight|few own|hardly anyone|nobody left to sell|no sellers left|contrarian|disdain|
    apathy|indifference|despair|nobody care|no one care|unnoticed|in wilderness|wilderness|exile|snubbed|skipped over|
    obscurity|unpopular|bored|tumbleweed`,
  crowded: `crowded|overcrowded|over-owned|everyone own|everybody own|pile in|piled in|piling in|herd|stampede|
    hot money|fashionable|darling|bandwagon|lopsided|fomo|packed|all on one side|one side of boat|same side of boat|
    same boat|consensus trade|consensus long|everybody is long|everyone is long|fast money|tourist|retail frenzy|meme|
    mania|late to party|popular|momentum chaser|chaser|buying panic|short squeeze|short cover|short-covering|squeeze|
    positioning flush|forced buying|hedge fund covering|cover|positioning rather|euphoric`,
  narrow: `concentrated|concentration|narrow|narrowness|top-heavy|top heavy|handful|eggs in one basket|all eggs|
    dominance|dominate|monopoly|few names|seven names|seven stocks|carry index|carrying index|carry market|
    carrying market|few stocks|on shoulders of|lean on few|single bet|one bet|one-way bet|one trick|gravity|
    law of large numbers|too big to grow|priced like monopolies|antitrust|regulator|capex binge|ai capex|ai spending|
    spending spree|overbuild|depreciation|returns on capital spending|arms race|circular`,
  broaden: `broaden|broadening|broader|breadth|widen out|rotate|rotation|baton|torch|new leadership|leadership change|
    change of leadership|changing of guard|catch-up|catch up|catching up|trickle down|trickling down|spread out|
    participation|participate|equal-weight index|money move down|down cap|down cap scale|mean revert|mean reversion|
    reversion|pendulum|tide turn|tide is turning|cycle turn|regime change|regime shift|handoff|hand-off|passing|
    spill over|soldiers|troops|next leg|leg up|pecking order|new guard|turn of smaller|baton pass|convergence|converge|
    close gap|closing gap|narrow gap|gap close|gap narrow|gap closing|gap shrink|make up ground|ground to make up|
    make up lost ground`,
  beat: `outperform|outperformance|outpace|outrun|outstrip|outshine|outearn|out-earn|outgrow|surpass|beat|beating|best|
    lead|leading|leader|leadership|take lead|pull ahead|ahead|win|winner|winning|overtake|exceed|do better|fare better|
    fared better|better than|better return|better off in|top|trounce|thrash|hold own|kept pace|keep pace|faster|
    faster than|more than|twice pace|twice rate|twice as fast|double rate|in dust|in rear-view|leapfrog|steal march|
    come out on top|march ahead|have last laugh|edge|advantage|upper hand|take over|front of queue|front of line|
    higher than|superior|shine|star`,
  lag: `underperform|underperformance|lag|lagged|lagging|laggard|trail|trailed|trailing|fall behind|fell behind|
    falling behind|fallen behind|left in dust|do worse|fare worse|worse than|worst|lose out|lose ground|losing ground|
    lost ground|second fiddle|slower|slower than|less than|half pace|half rate|inferior|bottom|loser|lose to|lost to|
    behind|also-ran|also ran|last place|wooden spoon|poor relation|poor cousin|bring up rear|disadvantage|back of queue|
    give back|gave back|giving back|handed back|hand back|fail|failed|failing|failure`,
  strong: `strong|stronger|strength|healthy|health|robust|solid|sturdy|sound|good|better|great|excellent|impressive|
    durable|resilient|resilience|firm|vigor|vigorous|in good shape|fit|best shape|lean|leaner|nimble|agile|quality|
    profitable|cash-generative|cash flow|net cash|clean balance sheet|strong balance sheet|good news|positive|
    encouraging|promising|bright|brighter|sunny|favorable|favourable|attractive|compelling|appealing|interesting|
    exciting|deserve better|real earnings|show up|shown up|come through|deliver|delivered|delivering|payoff|pay off|
    pay handsomely|reward|rewarded|worthwhile|well-placed|well placed|well-positioned|work|working|conservative|
    disciplined|pristine|unlevered`,
  weak: `weak|weaker|weakness|weaken|fragile|frail|brittle|flimsy|shaky|wobbly|feeble|anaemic|anemic|poor|poorer|bad|
    worse|terrible|awful|dismal|dire|grim|bleak|ugly|nasty|painful|pain|sick|ailing|limp|limping|struggle|struggling|
    suffer|hurt|hurting|vulnerable|exposed|thin|thinner|soft|softer|patchy|lumpy|disappoint|disappointing|
    disappointment|miss|missed|mediocre|second-rate|second rate|low-quality|low quality|lower quality|junk|junkier|
    rubbish|dross|garbage|dud|bad business|not fix|broken|flawed|problem|trouble|troubled|deteriorate|deteriorating|
    erode|eroding|erosion|rot|decay|negative|ominous|worrying|worry|unattractive|uninspiring|poor news|bad news|
    underwhelming|leaky|rickety|rust|sink|sinking|stuck|mired|bleed|bleeding|haemorrhage|ill-equipped|fickle`,
  grow: `grow|growing|growth|grew|rise|rising|rose|increase|increasing|improve|improving|improvement|accelerate|
    acceleration|pick up|picking up|turn up|turned up|turning up|revise up|revised up|upward revision|positive revision|
    upgrade estimates|rebound|recover|recovery|rally|surge|soar|jump|jumped|climb|gain|expand|expanding|expansion|
    double|triple|double-digit|upturn|boom|take off|taking off|bounce back|advance|lift|lifted|higher|up|revive|revival|
    resurgence|comeback|renaissance|return to growth|back to growth|reaccelerate|step up|stepped up|raise guidance|
    raised guidance|raising guidance|beat estimates|beat expectations|earnings recovery|profit recovery|margin expand|
    margins widen|swell`,
  shrink: `fall|falling|fell|drop|dropped|decline|declining|shrink|shrinking|shrank|contract|contraction|slump|plunge|
    tumble|sink|sank|slide|slid|slip|slow|slowing|slowdown|decelerate|stall|stalled|stagnate|stagnant|flatline|
    flat-line|cut estimates|estimates cut|cut forecasts|cut guidance|lower guidance|revise down|revised down|
    downward revision|negative revision|downgrade estimates|earnings recession|profit recession|margin squeeze|
    margins shrink|compress|compression|downturn|retreat|sell-off|selloff|crash|collapse|halve|halved|lower|down|lose|
    losing|loss|dip|dwindle|vanish|disappear|evaporate|dry up|dried up|worsen|worsening|sag|crumble|come down|
    coming down|go backwards|backwards|too high|too optimistic|too rosy|overoptimistic|hockey stick|hockey-stick|
    estimates too high|wishful`,
  relief: `relief|ease|easing|breathing room|breathing space|breathe|breather|tailwind|help|helping|helpful|benefit|
    benefiting|beneficiary|oxygen|lifeline|gift|boon|windfall|boost|support|supportive|fuel|rocket fuel|shot in arm|
    adrenaline|tonic|medicine|rain|wind at back|wind behind|wind in sails|drop through|falls straight to|flow straight|
    straight to bottom line|feed through|feeding through|land first|lands first|reach first|reach them first|
    feel it first|first in line|first to feel|first to benefit|soonest|save|saving|savings|spare|lighten|lighter|loosen|
    loosening|thaw|unlock|cushion|buffer|insulated|shield|shielded|sheltered|immune|deregulation|tax cut|tax break|
    expensing|stimulus|reopen|open again|lending again|banks lending|credit easing|spreads tight|tight spreads|
    lower bill|cheaper money|cheaper credit|cheaper loan|gain most|most to gain|geared to|leveraged to|sensitive to`,
  squeeze: `headwind|burden|strain|choke|choking|crush|crushing|weigh|weigh on|drag|dragging|anchor|millstone|albatross|
    noose|pinch|bite|biting|sting|punish|punishing|hit|hit hardest|hit harder|hardest hit|hammer|hammered|batter|
    pressure|pressured|harm|damage|tax on|cost more|higher cost|rising cost|costs rise|eat|eaten|swallow|drain|drown|
    drowning|suffocate|starve|starved|tighter credit|tight credit|credit tightening|lenders pull back|banks pull back|
    burn|bear brunt|brunt|first to feel pain|first casualties|first victim|canary|shoulder|cannot pass on|
    no pricing power|pass on costs|squeezed|price taker|wage bill|labor costs|labour costs|input costs|tariff bill|
    catch cold|catch pneumonia|pneumonia|most to lose|casualty|toll|penalty|penalised|penalized|wounded|scar`,
  debt: `debt|borrow|borrower|borrowing|loan|leverage|leveraged|indebted|float|floating|floating-rate|floating rate|
    variable rate|variable-rate|reset|resets|repriced|reprice|refinance|refinancing|maturity|mature|maturing|coupon|
    interest bill|interest cost|interest expense|interest cover|interest coverage|lender|bank|credit|covenant|revolver|
    term loan|overdraft|bond|paper|creditor|credit spread|spread|cost of capital|cost of money|funding`,
  distress: `default|bankruptcy|bankrupt|insolvency|insolvent|zombie|unprofitable|profitless|loss-making|lossmaking|
    lose money|losing money|loses money|make no money|makes no money|no profit|no earnings|no profits|not make money|
    not earn|earn nothing|maturity wall|wall of maturities|refinancing wall|wall of debt|debt wall|wall|cliff|
    going concern|dilute|dilution|cash burn|burn cash|burning cash|burn through|dead weight|deadwood|living dead|
    walking dead|hump|comes due|coming due|fall due|fell due|falls due|overleveraged|over-leveraged|overindebted|
    debt-laden|debt-soaked|debt-ridden|cannot cover|not cover|negative earnings|negative cash flow|red ink|in red|
    hope rather|share sale|raise equity|rescue|life support|intensive care|lottery ticket|biotech|unprofitable members|
    shells|speculative|hope and prayer|serial issuer|write-off|writedown`,
  'safe-debt': `termed out|term out|locked in|lock in|fixed-rate|fixed rate|long-dated|already refinanced|
    refinanced already|refinanced at|refinanced early|extended maturities|push out maturities|pushed out|paid down|
    pay down|paying down|deleverage|deleveraged|deleveraging|net cash|no debt|debt-free|cash pile|cash hoard|cash-rich|
    earning interest|earn interest|fortress|moat|wide moat|pricing power|scale|economies of scale|platform|
    network effect|ecosystem|self-reinforcing|compounder|compounding|compound|buyback|buybacks|deep pockets|war chest|
    balance sheet strength|earned premium|earn premium|earned their|deserve premium|deserved premium|worth premium|
    worth price|worth every|secular growth|global reach|dominant|entrenched|unassailable|recurring revenue|productivity|
    own growth`,
  'rate-cut': `rate cut|cut|fed cut|lower rates|lower interest rates|falling rates|rates fall|rates falling|
    rates come down|rates down|easing cycle|easing|dovish|pivot|first cut|cutting|cuts|fall in rates|lower yields|
    yields fall|policy rate|quarter point|basis points|soft landing|disinflation|inflation falls|inflation cools|
    cooling inflation|accommodation|steeper curve|steepening`,
  'rate-hike': `hike|rate hike|higher for longer|higher-for-longer|sticky inflation|inflation sticky|inflation|hawkish|
    rates rise|rates stay|rates high|rising rates|rising yields|yields rise|yields climb|long yields|ten-year|long end|
    tighten|tightening|restrictive|no cuts|fewer cuts|stagflation|term premium|hold rates|on hold|
    reacceleration of inflation`,
  recession: `recession|hard landing|unemployment|layoffs|jobless|slowdown|downturn|contraction|credit crunch|crisis|
    late cycle|late-cycle|late in cycle|end of cycle|spreads widen|spreads blow|widening spreads|tariff|tariffs|
    trade war|levies|duties|immigration|consumer weak|growth scare|shutdown`,
  expansion: `early cycle|early-cycle|early in cycle|out of recession|recovery|reflation|reshoring|onshoring|domestic|
    domestically|at home|home market|infrastructure|capex|manufacturing|pmi|ism|housing|economy grows|nominal growth|
    economy hold|decent economy|strong economy|economic growth|consumer|weaker dollar|weak dollar|strong dollar|dollar|
    january effect|animal spirits|small business`,
  deals: `takeover|acquirer|acquisition|acquire|merger|m&a|bid|bidder|buyout|private equity|dealmaking|deal-making|deal|
    takeout|take-out|strategic buyer|dry powder|ipo|ipo window|spin-off|activist|insider buying|insiders buying|
    insiders bought|insiders are buying|executives bought|own stock|directors buying|target`,
  drained: `stay private|staying private|private longer|never list|no longer list|not list|best companies|graduate|
    graduates|graduated|promoted out|leave index|leaves index|left with rest|adverse selection|leftovers|what is left|
    dregs|private markets|private capital|venture|churn|reconstitution|turnover|survivorship|size premium|size effect|
    premium gone|premium is gone|anomaly|fama|french|disappeared|arbitraged|data-mined|winner-take-all|winner takes all|
    structural|secular`,
  buy: `buy|buying|bought|buyer|accumulate|add|added|adding|add to|build position|built position|nibble|nibbling|scoop|
    snap up|pick up shares|own|owning|allocate|allocation to|overweight|over-weight|tilt|tilt toward|lean toward|
    leaning toward|lean into|shift into|move into|moved into|moving into|rotate into|rotating into|switch into|
    switched into|go long|long|pair trade|increase exposure|raise exposure|raised|doubled position|put money|
    putting money|put to work|step in|stepping in|dip toe|dip toes|get in|in before|load up|loading up|back up truck|
    stock up|top up|topping up|upgrade|upgraded|recommend|inflow|took in|pour into|flow into|flowed into|money into|
    gather assets|gathered|use weakness|buy dip|buying dip|on weakness|into weakness|overweights|stake|bet on|
    betting on|wager|favor|favour|favoring|prefer|preferred|preference|back|backing|side with|fish|stay invested|
    hold on|keep faith`,
  sell: `sell|selling|sold|seller|trim|trimmed|trimming|reduce|reduced|reducing|underweight|under-weight|avoid|avoiding|
    shun|steer clear|stay away|stay out|keep out|keep away|get out|got out|getting out|exit|exited|dump|dumped|unload|
    offload|lighten|lighten up|take profit|taking profits|took profits|profit taking|bank gains|cash in|cashed in|
    cut exposure|cut position|cut holdings|fund|funded|funded from|funded out of|funded by|funding from|paid for|
    paid for by|financed|outflow|redemption|pulled money|money out of|out of|away from|rotate out|shift out|move out|
    moved out|switch out|short|shorting|fade|fading|fade rally|into strength|use strength|sell strength|downgrade|
    downgraded|hedge|hedging|pass on|sit out|sitting out|sidelines|sideline|bargepole|barge pole|ten-foot pole|
    no interest|not buy|leave alone|step aside|rather own|source of funds|swap|close position|closed|walk away|bail|
    bailed|underweights|give up|abandon`,
  like: `like|love|bullish|optimistic|optimism|constructive|upbeat|enthusiastic|enthusiasm|keen|confident|confidence|
    conviction|convinced|excited|hopeful|sanguine|warm to|warming to|fan|fond|believer|believe in|positive on|
    high hopes|top pick|favorite|favourite|best idea|sweet spot|no-brainer|tempted|tempting|sold on|happy to|
    comfortable|glad|pound table|pounding table|sympathy`,
  doubt: `doubt|doubtful|sceptic|sceptical|skeptic|skeptical|scepticism|skepticism|cautious|caution|wary|warn|warning|
    bearish|pessimistic|pessimism|gloomy|gloom|concern|concerned|fear|nervous|uneasy|unconvinced|unpersuaded|unmoved|
    unimpressed|not convinced|not persuaded|not sold|jaded|weary|reluctant|hesitant|allergic|suspicious|suspicion|
    cold water|yawn|shrug|no thanks|no rush|no hurry|in no hurry|in no rush|careful|queasy|sour|lost patience|tired of|
    had enough|cynical|unexcited|lose sleep|risk|riskier|risky|danger|dangerous|hazard|threat|peril|downside|volatile|
    volatility|beta|illiquid|illiquidity|liquidity|bid-ask`,
  trap: `trap|value trap|falling knife|knife|mirage|illusion|false dawn|head fake|headfake|fool gold|siren|melting ice|
    ice cube|roach motel|lipstick|fairy tale|fairytale|fantasy|pipe dream|snake oil|myth|hope|hopium|prayer|groundhog|
    lucy|football|charlie brown|deja vu|seen this movie|seen this film|this movie|this film|been here before|
    heard this before|same story|every year|broken clock|stopped clock|cried wolf|cry wolf|godot|costume|dressed up|
    lure|bait|tease|teased|burned|burnt|fooled|suckered|promise|promised|perennial|perennially|always next year|
    next year country|gift to sellers|cheap for reason|cheap for good reason|for reason|with reason|deserve|deserved|
    deserves discount|earned discount|justified|warranted|stay cheap|stays cheap|stayed cheap|cheaper still|get cheaper|
    got cheaper|been cheap|paid nobody|rewarded nobody|dead money|wasted|lost decade|no catalyst|without catalyst|
    excuse|astrology|gamble|casino|bounce`,
  chance: `opportunity|set-up|setup|runway|upside|room to run|room to grow|room to rise|room for|coiled|coiled spring|
    spring-loaded|asymmetric|asymmetry|option|free option|optionality|poised|primed|ripe|ready|positioned|due|overdue|
    long overdue|entry point|entry|catalyst|potential|re-rate|rerate|rerating|re-rating|rerates|plenty of road|legs|
    has legs|have legs|more to come|further to go|further to run|early innings|early days|just beginning|just begun|
    only beginning|getting started|first inning|sustain|persist|last|continue|real thing|not head fake|not fluke|
    not over|far from over|outsized|multi-year|paid to wait|get paid|odds favor|odds favour|skewed|stars align|on side|
    sweet|door is open|window|tinder|kindling|dry tinder|match|spark|light fuse|lit fuse|not take much|
    wouldn't take much|won't take much|dam|floodgates|small door|tiny sliver|trickle`,
  turn: `turn|turned|turning|turning point|inflect|inflection|inflection point|bottom|bottomed|bottoming|trough|
    troughed|worst is over|worst is behind|worst behind|worst over|behind us|turn corner|turned corner|turning corner|
    thaw|thawing|spring|green shoots|green shoot|dawn|reverse|reversing|reversal|stabilise|stabilize|stabilised|
    stabilized|stop falling|stopped falling|heal|healing|mend|on mend|break out|breakout|broke out|breaking out|
    new high|record high|first time in|first time since|wake|wake up|waking|awaken|stir|stirring|come alive|
    coming alive|springtime|second wind|momentum`,
  over: `run course|run its course|out of steam|out of road|out of gas|out of puff|steam|peaked|peak|peaking|too late|
    late|long in tooth|done|spent|exhausted|exhaustion|fade|faded|fizzle|fizzled|wilt|wither|sputter|peter out|
    petering out|short-lived|short lived|nine-day wonder|dead cat|dead-cat|sugar high|sugar rush|sugar|flash in pan|
    one-off|one-day wonder|party|hangover|over|ended|end|ending|roll over|rolled over|rolling over|crack|cracking|creak|
    creaking|wane|waning|tired|stale|burn out|easy money|made already|behind it|been and gone|blip|not last|won't last|
    will not last|cannot last|can't last|unsustainable|borrowed time|flicker|froth|relief rally|knee-jerk|knee jerk|
    trade rather than|tactical bounce|ran ahead|run ahead|got ahead|too far|overdone|too fast|running on fumes|fumes`,
  'too-soon': `premature|too early|too soon|wait|waiting|not yet|yet to|patience|until|prove|proven|unproven|show me|
    show-me|evidence|proof|hold off|hold fire|keep powder|see it first|believe it when|need to see|want to see|
    need more|not enough|insufficient|alone|by itself|on its own|necessary|necessary but not sufficient|prerequisite|
    hurdle|no sign|no signs|no reason|no case|no hurry|little evidence|no evidence|scant evidence|jury`,
  neither: `neutral|neutrality|benchmark|benchmark weight|market weight|market-weight|equal weight|equal-weight|evenly|
    even split|balanced|balance|both ways|cut both ways|cuts both ways|two-sided|coin toss|coin flip|toss-up|toss up|
    no view|no strong view|no edge|dead heat|in line|in line with|little changed|unchanged|flat|same weight|mixed|
    mixed bag|unclear|depend|depends|depends on|wash|draw|tie|level pegging|wait and see|hard to say|not know|
    do not know|don't know|no idea|agnostic|either way|either direction|both directions|could go either|shrug|not call|
    no opinion|on fence|fence|sit on hands|split|divided|open question|jury is out|cancel|cancel out|offset|offsets|
    whichever|whether|matter less|makes little difference|not enough to|neither|no preference|no conclusion|
    inconclusive|noise|too close to call|fifty-fifty|50-50|fair value|fairly valued|fairly priced|roughly same|same as|
    much same|average|in middle|middle|hold|match|matched|matches`,
  'others-say': `bulls|bears|bull case|bear case|consensus|pundit|pundits|they say|people say|story goes|theory goes|
    argument goes|pitch|sales pitch|brochure|brochures|cheerleader|cheerleaders|conventional wisdom|received wisdom|
    the argument|salesman|salesmen|sell side|sell-side|enthusiasts|optimists|pessimists|sceptics|skeptics|doubters|
    critics|narrative|folklore|gospel|chorus|promoters|street|wall street|crowd|commentators|supposed|supposedly|
    alleged|so-called|we are told|told|i keep hearing|you hear|we hear|everyone says|everybody says|every strategist|
    popular idea|popular view|textbook|mantra|lore|usual story|usual case|headline|headlines`,
  rejects: `wrong|nonsense|disagree|not buy it|don't buy|do not buy|not agree|not accept|mistaken|miss point|
    misses point|misread|misses|overlooks|overlook|forget|forgets|flaw|fallacy|overstated|exaggerated|overblown|debunk|
    not hold|hold no water|not support|bears out|not bear|contradict|contrary|opposite|reverse|nothing of kind|
    no such thing|not survive|not so|not true|hardly|please|baloney|hogwash|bunk|lazy|not quite|not really|
    beg to differ|push back|object|dismiss|reject|except|only trouble|trouble is|problem is|catch is|snag|footnote|
    fine print|small print|alas|unfortunately|sadly|in theory|on paper`,
  concede: `granted|admittedly|concede|concedes|conceded|acknowledge|admit|allow|to be fair|fair enough|fair point|
    to be sure|of course|true|sure|yes|even if|although|though|despite|notwithstanding|while|for all|grant|grants|
    may well be right|respect`,
  but: 'but|yet|however|still|nevertheless|nonetheless|that said|on other hand|instead',
  history: `history|historically|history says|on average|typically|usually|tend|tends|always|every time|each time|
    in past|past cycles|cycle|decade|decades|since|out of last|record|median|long-run|years after|year after|
    months after|following`,
  expect: `expect|forecast|predict|project|should|will|would|could|target|base case|see|anticipate|look for|reckon|
    think|believe|likely|probably|poised to|going to|bound to|over next|next year|by year-end|next twelve months`,
  select: `selective|selectively|choosy|picky|stock picker|stock-picker|stock pickers|stock picking|active|screen|
    screened|subset|profitable ones|quality small|best of|careful|individual names|corners|pockets|handpicked`,
  us: 'we|i|our|my|us|me',
  earnings: `earnings|profit|profits|margin|margins|eps|revenue|sales|income|estimates|revisions|guidance|
    return on equity|returns on equity|roe|return on capital`,
  valuation: `multiple|multiples|valuation|valuations|p/e|times|price-to-book|price to book|yield|book value|
    earnings yield`,
};
