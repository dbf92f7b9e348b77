/**
 * Ways of saying a view as a whole, in which no single word shows the side. `S` stands for small caps and `L` for large
 * ones; the rest is in lower case. Tried before single words, which then have no part in them.
 */
export interface ConstructionRow {
  readonly sign: 1 | -1;
  readonly weight: number;
  readonly pattern: RegExp;
}

const row = (sign: 1 | -1, weight: number, ...patterns: readonly RegExp[]): readonly ConstructionRow[] =>
  patterns.map((pattern) => ({ sign, weight, pattern }));

export const CONSTRUCTIONS: readonly ConstructionRow[] = [
  ...row(
    1,
    1.8,
    /\b(?:upgrad|rais|lift|mov|tak|increas|boost|push|bump)\w* (?:\w+ ){0,3}S (?:\w+ ){0,4}(?:to|from \w+ to) (?:a )?(?:\w+ )?overweight/,
    /\b(?:go|gone|going|went|move|moved|moving|turn|turned|are|is|remain|remains|stay|stays|were|be) (?:\w+ )?overweight (?:\w+ ){0,3}S/,
    /\b(?:use|treat|see|view|buy|buying|buyers? of)\b(?: \w+){0,3} (?:weakness|dips?|pullbacks?|setbacks?|sell-?offs?|declines?)(?: in S)?(?: (?:as (?:an? )?(?:\w+ )?(?:opportunity|chance|entry\w*|reason)|to (?:add|buy|build|accumulate|increase)))?/,
    /\b(?:overweight|prefer(?:s|red|ring)?|favou?r(?:s|ed|ing)?|likes?|rather (?:own|hold|be in|buy|have)|owns?|chooses?|picks?|backs?) (?:\w+ ){0,3}S (?:\w+ ){0,3}(?:over|to|than|rather than|against|versus|instead of|at the expense of) (?:\w+ ){0,3}L/,
    /\bunderweight(?:s|ed)? (?:(?!S\b|relative|against|versus)\w+ ){0,3}L/,
    /\boverweight (?:\w+ ){0,3}S\b[^.;]{0,20}\b(?:paid for|funded|financed) (?:out of|from|by)/,
  ),
  ...row(
    1,
    1.3,
    /\bS (?:earnings|profits?|sales|revenues?|margins|estimates) (?:\w+ ){0,3}(?:grew|rose|climbed|growing|grow|rising|rise|improv\w*) (?:\w+ )?(?:faster|more|quicker)/,
    /\bS\b (?:\w+ ){0,2}(?:tend to|usually|typically|always|often|historically) (?:\w+ )?(?:lead|win|beat|outperform|do best|do well|shine)/,
    /\bS\b (?:\w+ ){0,3}(?:earns?|pays?|carr(?:y|ies)) an? (?:\w+ )?premium/,
    /\b(?:half|a third|two[- ]thirds|a fraction) (?:of )?the (?:price|multiple|valuation|cost)\b/,
    /\b(?:gift (?:to|for) buyers|(?:buying|entry) opportunity)\b/,
    /\b(?:next to nothing|nothing|far less|much less|little) (?:to|for) (?:the )?L\b/,
    /\bthe (?:\w+ )?(?:winners?|beneficiar(?:y|ies)|gainers?)\b|\bS (?:\w+ ){0,3}(?:the |among the |be the )?(?:main|biggest|chief|real|clear|natural) (?:winners?|beneficiar(?:y|ies))/,
    /\b(?:wind|breeze) (?:at|behind|in) (?:their|its|the) (?:backs?|sails|them)\b|\bthe wind behind (?:them|it)\b/,
    /\b(?:doubl|tripl|increas|rais|add|built|build|lift|boost)\w* (?:to )?(?:\w+ ){0,2}(?:position|holding|stake|allocation|exposure|weight)\w* (?:in|to) (?:\w+ ){0,2}S/,
    /\b(?:swap|trade|exchange|sell|sold|swapped|traded)\w* (?:\w+ ){0,2}L (?:for|to buy|and b\w+) (?:\w+ ){0,2}S/,
    /\bmoney is on (?:the )?S\b|\bhistory (?:is on the side of|is with|favou?rs|sides with) (?:the )?S\b/,
    /\b(?:mistake|wrong|too (?:early|soon)|dangerous|unwise|premature) to (?:write off|dismiss|ignore|overlook|give up on|abandon|underestimate|bet against) (?:the )?S\b/,
    /\b(?:clos|end|exit|drop|remov|neutrali[sz]|cover)\w* (?:our|its|their|his|her|the|my) (?:\w+ )?(?:S underweight|underweight (?:\w+ ){0,2}S)/,
    /\bcase for (?:the )?L (?:\w+ )?(?:is|looks?|seems?|has) (?:\w+ )?(?:tired|weak\w*|thin\w*|stale|fading|run its course)/,
    /\bL (?:\w+ ){0,3}(?:must|have to|has to|need to) worry\b/,
  ),
  ...row(
    -1,
    1.3,
    /\bS (?:earnings|profits?|sales|revenues?|margins|estimates) (?:\w+ ){0,2}(?:fell|fall|shrank|declined|dropped|sank|slid|contracted)\b/,
    /\b(?:coupons?|interest (?:costs?|bills?|expenses?)|(?:borrowing|debt|funding|refinancing) costs?|cost of (?:debt|capital)|defaults?|bankruptc(?:y|ies)|leverage)\b(?: \w+){0,2} (?:rises?|rising|climbs?|climbing|go(?:es)? up|going up|increas\w+|mounts?|mounting)\b/,
    /\bS\b (?:\w+ ){0,2}(?:is|are|was|has|looks?|had) (?:\w+ ){0,2}(?:gone|dead|vanish\w*|disappear\w*|a myth|extinct)\b/,
    /\b(?:gift (?:to|for) sellers|(?:selling|exit) opportunity|(?:chance|opportunity|moment|time) to (?:sell|get out|exit|lighten))\b/,
    /\bS (?:\w+ ){0,2}(?:costs?|trades?) more than (?:\w+ )?L\b|\bS (?:\w+ ){0,2}(?:is|are|looks?) (?:\w+ )?(?:more expensive|dearer|pricier) than (?:\w+ )?L\b/,
    /\b(?:kept|keeps?|keeping) (?:\w+ ){0,4}in (?:the )?L\b/,
    /\b(?:only thing|only ones?) (?:that|which) (?:went up|rose|gained|made money|worked)\b[^.;]{0,20}\bL\b/,
    /\bS (?:\w+ ){0,4}(?:loses?|falls?|drops?) (?:twice|three times) as\b/,
    /\b(?:left|leaves?|leaving) out (?:\w+ ){0,5}(?:loses?|losing|unprofitable)\b/,
    /\bS\b[^.;]{0,30}\b(?:beat|led|outperformed|won|lead|outpaced)\b[^.;]{0,80}\bonly (?:once|twice|(?:one|two|three|four|\d+)(?: out)? (?:of|in))\b/,
    /\b(?:cut|halv|reduc|trimm|lower|sold|sell)\w* (?:\w+ ){0,2}(?:S (?:position|holding|stake|allocation|exposure|weight)|(?:position|holding|stake|allocation|exposure)\w* (?:in|to) (?:\w+ ){0,2}S)/,
    /\b(?:recovery|rebound|pick-?up|upturn|revival|catch-?up)\b[^.;]{0,50}\b(?:postponed|delayed|put off|not (?:come|arrived|materiali[sz]ed)|yet to (?:come|arrive|show|materiali[sz]e)|never (?:came|comes|arrived|arrives))/,
    /\bS\b[^.;]{0,25}\b(?:relic|thing of the past|fairy tale|mirage|myth)\b/,
    /\b(?:rally|bounce|squeeze|trade|rebound),? (?:and )?(?:nothing more|no more than that|that is all)\b/,
    /\b(?:clos|end|exit|drop|remov|neutrali[sz])\w* (?:our|its|their|his|her|the|my) (?:\w+ )?(?:S overweight|overweight (?:\w+ ){0,2}S)/,
    /\bcase for (?:the )?S (?:\w+ )?(?:is|looks?|seems?|has) (?:\w+ )?(?:tired|weak\w*|thin\w*|stale|fading|run its course)/,
    /\b(?:from|on) the sidelines\b|\bshow[- ]me\b|\bsit(?:ting)? (?:this|it|that) (?:one )?out\b/,
    /\b(?:has|have) (?:paid|rewarded|helped) (?:nobody|no one|nothing)\b/,
    /\bdead ?weight\b|\bgoing in(?:to)? reverse\b/,
  ),
  ...row(
    -1,
    1.8,
    /\b(?:cut|lower|downgrad|mov|tak|reduc|trim|drop|pull)\w* (?:\w+ ){0,3}S (?:\w+ ){0,4}to (?:a )?(?:\w+ )?(?:underweight|neutral|market[- ]weight)/,
    /\b(?:go|gone|going|went|move|moved|moving|turn|turned|are|is|remain|remains|stay|stays|were|be) (?:\w+ )?underweight (?:\w+ ){0,3}S/,
    /\b(?:overweight|prefer(?:s|red|ring)?|favou?r(?:s|ed|ing)?|likes?|rather (?:own|hold|be in|buy|have)|owns|chooses?|picks?|backs?|stick(?:s|ing)? with|stay(?:s|ing)? with) (?:(?!S\b|than|over|to|relative|against|versus)[\w-]+ ){0,4}L(?! (?:\w+ )?(?:discount|premium))/,
    /\b(?:would|do|does|did|should|will) ?(?:not|n't) (?:be )?(?:chas|buy|own|touch|add|rush|go near|pay up|reach for|get (?:carried|excited))\w*/,
    /\b(?:resist|avoid|beware|wary of|against|tempt\w*) (?:\w+ ){0,3}(?:chas\w+|temptation|urge|buying)/,
    /\b(?:use|sell|selling|used) (?:into )?(?:the |this |any |that )?(?:strength|rally|bounce|rebound|gains)(?: to (?:reduce|sell|trim|exit|cut|lighten))?/,
    /\bshort (?:the )?S\b/,
    /\bno (?:case|reason|argument|urgency|hurry|rush) (?:for|to) (?:\w+ ){0,3}S/,
    /\b(?:sell|fade|lighten up|take profits?|lock in gains)\b(?: \w+){0,3} (?:on |in |into )?(?:the |this |any |that )?(?:strength|rall(?:y|ies)|bounces?|rebounds?|spike)/,
  ),
  ...row(
    1,
    1.3,
    /\b(?:recession|weakness|bear market|underperformance|lag|lost decade|wilderness|famine|drought|worst|pain|downgrade cycle|destocking)\b[^.]{0,30}\b(?:is|are|has|have|looks?|appears?|may be|could be|was)(?: \w+)? (?:over|behind|ended|ending|past|done|passed|bottomed|troughed)/,
    /\bnot (?:think |believe )?(?:\w+ ){0,4}(?:rally|run|rebound|rotation|move|trade|cycle|outperformance) (?:\w+ ){0,3}(?:is|are) (?:over|done|finished|exhausted)/,
    /\b(?:best|most attractive|most compelling|most favou?rable|most interesting|strongest) (?:\w+ ){0,2}(?:set-?up|moment|time|opportunit\w+|entry point|entry|environment|backdrop|risk[- ]reward|value|odds|case|conditions|start)\b/,
    /\b(?:leadership|baton|torch|mantle|money|capital|cash|initiative) (?:is|has|was|will|may|could|should|are|have|\w+ly)? ?(?:be |been |now |already |starting to |begun to |beginning to )?(?:pass|shift|mov|rotat|mov|hand|flow|migrat|com|spread|broaden|drift)\w*(?: \w+){0,2} (?:to|into|toward|towards|back to|back into|down to) (?:\w+ ){0,3}S/,
    /\bleav(?:e|es|ing) (?:the )?L (?:\w+ ){0,2}(?:behind|in (?:its|their|the) (?:dust|wake))/,
    /\b(?:gap|discount|spread) (?:\w+ ){0,4}(?:remains?|is|are|stays?|looks?) (?:\w+ )?(?:significant|wide|wider|large|huge|extreme|historic\w*|enormous|too wide|too big|unusual\w*|compelling|attractive|near (?:a )?record|at (?:a )?record)/,
    /\b(?:is|are|was|looks?) the (?:best|most attractive|cheapest) (?:\w+ ){0,5}(?:in|since|seen|ever|for)\b/,
    /\b(?:takeovers?|mergers?|deals?|bids?|acquisitions?|buyouts?)\b[^.;]{0,60}\b(?:running|rising|picking up|coming back|fastest|accelerat\w*|increas\w*|return\w*|jump\w*|reviv\w*|at a premium)/,
    /\b(?:only|never|once|rarely) (?:\w+ ){0,4}(?:seen|been|known)(?: \w+){0,4} (?:wider|cheaper|lower|bigger|larger|better)/,
    /\b(?:insiders?|executives|directors|managements?|chief executives)(?: \w+){0,7} (?:bought|buying|buy|purchas\w+)/,
    /\blending (?:again|is (?:picking up|growing|recovering)|standards (?:are |have )?eas\w+)/,
    /\b(?:turn|turned|turning|become|became|get|got|grow|grown|be) (?:\w+ ){0,2}(?:positive|constructive|bullish|optimistic)\b/,
    /\bgiv(?:e|es|ing) (?:them|it|these|those) away\b/,
    /\bworth (?:owning|buying|having|adding|a look|holding)/,
    /\btwice (?:the (?:pace|rate|speed)|that|those|as (?:fast|quickly|much)) (?:of|as)? ?(?:\w+ ){0,3}L/,
    /\b(?:lightest|lowest|most bearish|most underweight|thinnest|smallest|cheapest|widest|biggest|largest|deepest|steepest) (?:\w+ ){0,4}(?:since|in (?:\w+ )?(?:decades?|years?|\d+ years|a generation|history|a quarter|(?:two|three|four|five|\w+teen|twenty|thirty) (?:years|decades))|on record|of the (?:century|decade)|for (?:\w+ ){0,2}(?:years|decades))/,
    /\b(?:expectations|estimates|forecasts|hopes|bar|hurdle) (?:\w+ ){0,4}S (?:is|are) (?:\w+ )?(?:modest|low|depressed|conservative|too low|undemanding|beatable)/,
    /\bL (?:\w+ ){0,3}(?:leave|leaves|leaving|offer|offers|have|has|with) (?:little|no|scant|less) (?:room|margin|upside|scope|cushion)/,
    /\b(?:wouldn't|would not|won't|will not|doesn't|does not) (?:take|need|require) much/,
    /\b(?:bears?|sceptics|skeptics|pessimists|doubters|critics|consensus|market|crowd) (?:is|are|has|have|may be|will be) (?:\w+ )?(?:wrong|mistaken|missing|too (?:bearish|pessimistic|gloomy|negative)|underestimat\w+|overlook\w+|ignor\w+)/,
    /\b(?:termed out|fixed[- ]rate|refinanced) [^.]{0,40}\b(?:already|most|much|long)|\b(?:already|mostly|largely) (?:been )?(?:termed out|refinanced)/,
    /\bthat is (?:exactly |precisely |just )?why (?:we|i) (?:are|am|have|'re|'m|'ve) (?:been )?(?:buy|add|own|bought|accumulat|interest)\w*/,
    /\b(?:due|overdue|ripe|ready|set|primed|poised|time|turn) (?:for|to) (?:an? )?(?:\w+ ){0,2}(?:catch|comeback|rerat|re-rat|rebound|turn|lead|shine|recover|outperform)\w*/,
    /\b(?:rewarded|paid) (?:\w+ )?(?:for|to) (?:own|hold|wait|buy|patien|tak)\w*/,
    /\b(?:estimates|forecasts|guidance|revisions) (?:\w+ ){0,5}(?:being |been |are |is |have |has |turn\w+ )(?:\w+ )?(?:raised|revised up|positive|rising|upgraded|going up|moved up|turned up|higher)/,
    /\b(?:when|as|once|if) (?:\w+ ){0,4}(?:fed|rates|central bank) (?:\w+ ){0,3}(?:cut|cuts|fall|ease|eases|come down|starts?|begins?)[^.;]{0,40}\bS (?:\w+ )?(?:usually|tend to|typically|historically|have|always|often) (?:\w+ )?(?:lead|win|beat|outperform|do best|do well|rally)/,
  ),
  ...row(
    -1,
    1.3,
    /\b(?:rally|run|rebound|rotation|move|trade|bounce|outperformance|party|easy money|catch-up)\b(?: \w+){0,4} (?:is|are|was|has been|looks?|may be|could be) (?:\w+ )?(?:over|done|finished|exhausted|behind us|spent|late|long in the tooth|running out|priced|overdone|made)/,
    /\b(?:cut|trimm|lower|slash|reduc|downgrad)\w* (?:their |its |the |our )?(?:\w+ ){0,2}(?:forecasts|estimates|guidance|expectations)/,
    /\b(?:a |mere |only )?(?:trade|bounce|squeeze|flutter|rental)\b,? (?:rather than|and not|not|more than) (?:an? )?(?:trend|\w*change|regime|investment|new|start|marriage)/,
    /\bS (?:usually |always |typically |tend to |have |has )?(?:fell|fall|falls|fallen|drop|dropped|lose|lost|decline|declined|slump|suffer|suffered)(?: \w+){0,5} (?:more|further|harder|faster|deeper) than (?:\w+ ){0,2}L/,
    /\b(?:earn|earns|earned|make|makes|made) (?:nothing|no (?:money|profit\w*))/,
    /\b(?:has|have|had) (?:not|n't|never|barely|hardly) (?:\w+ )?(?:grown|risen|increased|recovered|improved|earned|moved)\b/,
    /\breal\b[^.;]{0,30}\bso are the (?:reasons|risks)\b/,
    /\b(?:turn|turned|turning|become|became|get|got|grow|grown|be) (?:\w+ ){0,2}(?:negative|cautious|bearish|pessimistic|defensive)\b/,
    /\b(?:take|have|choose|own|pick|buy) (?:the )?L over (?:both|either|the lot|all|S|them)/,
    /\b(?:premium|effect|anomaly|factor)\b[^.;]{0,80}\b(?:not shown up|vanish\w*|disappear\w*|gone|dead|not paid|stopped|a myth|no longer|hard to find|missing)/,
    /\btiming (?:is|looks|seems) (?:\w+ )?(?:awkward|poor|wrong|bad|off|unfortunate|terrible)/,
    /\b(?:not|n't|hardly|far from) (?:\w+ )?the (?:backdrop|environment|moment|time|set-?up|point|conditions)\b/,
    /\bend(?:s|ed|ing)? (?:in tears|badly|poorly)\b/,
    /\bgiv(?:e|es|en|ing) back(?: \w+){0,5} gains?\b/,
    /\bS\b[^.;]{0,40}\b(?:led|lead|leading)\b[^.;]{0,25}\b(?:lower|down|declines?|losses|retreat|sell-?off)\b/,
    /\b(?:would|will) be better off (?:in|with|owning|holding|elsewhere)|\bwould have been better off\b/,
    /\b(?:not|n't|hardly|far from) (?:be )?immune\b/,
    /\b(?:not|n't) (?:be )?(?:catching|catch) (?:this|that|a|the) (?:falling )?kni(?:fe|ves)/,
    /\bcontrarian (?:signal|indicator|warning)/,
    /\bbad (?:news )?(?:for|time|bet|deal)\b/,
    /\bmore (?:like|of) (?:an? )?(?:\w+ )?(?:short[- ]covering|squeeze|bounce|relief rally|positioning|junk rally|trade|hope)[^.;]{0,40}(?:than|,|$|\.)/,
    /\b(?:cheap|discount\w*|low (?:multiples?|valuations?))\b(?: \w+){0,6} (?:for (?:a |good |very good |sound )?(?:reasons?|cause)|deserv\w+|justif\w+|earned|warranted|well[- ]earned|illusory|mirage|trap)/,
    /\b(?:estimates|forecasts|guidance|expectations|revisions|numbers) (?:\w+ ){0,7}(?:being |been |are |is |have been |has been |keep |keeps |still )(?:\w+ )?(?:cut|lowered|slashed|revised down|falling|negative|coming down|too (?:high|optimistic|rosy)|trimmed|sliding|going down|unrealistic|heroic)/,
    /\b(?:too (?:high|optimistic|rosy)|unrealistic|heroic)\b/,
    /\b(?:debt|loans?|borrowings?|bonds?|credit)\b[^.;]{0,60}\b(?:comes? due|coming due|matur\w+|roll(?:s|ing)? over|must be refinanced|falls? due|needs? refinancing)\b(?!.*\b(?:benefit|relief|lower|cheaper|sav(?:e|ing)))/,
    /\b(?:case|argument|story|thesis|bull case|rally|hope)\b[^.;]{0,40}\b(?:rests?|hinges|relies|leans|depends|hangs|built|predicated)\b[^.;]{0,60}\b(?:may never|might never|never|unlikely|not coming|far from|doubtful|hope|wishful|faith|one (?:thing|leg|assumption)|everything)/,
    /\bno longer (?:list|go public|come to market|float|worth|pays?|works?|exists?)\b|\bindex is (?:left|stuck) with/,
    /\bdo(?:es)? ?(?:not|n't) (?:mistake|confuse)\b/,
    /\b(?:little|no|scant|thin|not much|hardly any|weak) (?:evidence|proof|sign|history|support|basis)\b[^.;]{0,80}/,
    /\b(?:rarely|seldom|never|not|hardly ever) (?:\w+ )?(?:lead|win|outperform|beat|do well|last|work|pay|persist|stick|follow through)\b/,
    /\bhalf (?:that|those|the (?:pace|rate|level|growth|return)|of that|as (?:much|fast)) (?:of|at|as) (?:\w+ ){0,4}L/,
    /\b(?:bounce|rally|rebound|outperformance|lead|rotation|run) (?:\w+ ){0,4}(?:will|would|can|could|should|does|did|do|is|are|has|have)(?: not|n't| never| hardly| fail(?:ed)? to| unlikely to)(?: \w+){0,3} (?:last|hold|persist|endure|continue|stick|survive|sustain\w*|extend)/,
    /\bdoubt\w*(?: that| whether| if)? (?:the )?(?:\w+ ){0,5}(?:can|could|will|would|has|have|is|lasts?|holds?)\b[^.;]{0,40}/,
    /\b(?:bulls?|optimists|enthusiasts|consensus|market|crowd|believers|many|investors) (?:is|are|has|have|may be|will be) (?:\w+ )?(?:wrong|mistaken|missing|too (?:bullish|optimistic|hopeful|sanguine|quick|eager)|getting ahead|ahead of (?:them|it)sel\w+|overestimat\w+|forgetting|ignor\w+)/,
    /\b(?:a third|half|\d+ ?%|\d+ per ?cent|four in ten|two in five|one in three|many|nearly half|around half|about half|some 40%|forty percent)[^.;]{0,50}\b(?:loses?|losing|lost|make no|no|unprofitable|negative|not profitable|without) (?:money|profits?|earnings)\b/,
    /\b(?:got|get|gets|gotten|run|ran|running) (?:\w+ )?(?:ahead of|too far|well ahead)\b/,
    /\bneeds?\b[^.;]{0,50}\b(?:more than|stronger|better|proof|growth)\b[^.;]{0,60}\b(?:than|before|to)\b/,
    /\b(?:been here before|seen this (?:film|movie|before)|false dawns?|fooled|burned|head ?fakes?|groundhog)\b/,
  ),
];

/** A lag in one clause that another says is ending. */
/** The lead of large caps, said to be going. */
export const LEAD_ENDING =
  /\b(?:large-?cap|mega-?cap|big tech|magnificent (?:7|seven)|giants?'?|tech) (?:leadership|dominance|outperformance|supremacy|reign|run)\b.{0,150}\b(?:fad(?:e|es|ed|ing)|wan(?:e|es|ing)|ending|is over|are over|erod\w+|crack\w*|weaken\w*|revers\w*|slipping)\b/;
export const TURNING =
  /\b(?:lagg?(?:ed)?|underperformed|trailed|neglected|punished|unloved|left behind|ignored|disappointed)\b[^.;]{0,60}\b(?:but|yet|and|though)\b[^.;]{0,60}\b(?:revers|chang|turn|shift|fad|ending|over\b|about to|no longer|improv)\w*/;

/** Openly on neither side, whatever else is said. */
export const OPENLY_NEITHER =
  /\b(?:(?:at|to|is|are|remain|remains|stay|stays|keep|hold|be|we're|i'm|rate|rated|rating|stance|view|position|positioning|weight|officially|tactically|broadly|still|now|currently|being|kept|held) (?:\w+ ){0,3}(?:neutral|market[- ]weight|equal[- ]weight|benchmark(?:[- ]weight)?)|neutral (?:on|weight|stance|view|position|between|rating)|no strong (?:view|opinion|conviction|preference)|(?:do not|don't|have not|haven't) have (?:an? )?(?:\w+ )?(?:view|opinion|edge|preference|position)|too (?:early|soon) to (?:call|say|tell|judge|know|declare|conclude)|remains to be seen|no clear (?:guide|answer|signal|winner|evidence|edge|pattern|verdict)|cuts? both ways|jury is (?:still )?out|on the fence|coin (?:toss|flip)|toss-up|could go either way|evenly (?:balanced|split|matched)|the same weight|(?:an? )?(?:even|equal) split|no edge|dead heat|(?:owns?|hold|holds) the (?:total|whole|entire) market|whichever (?:side|one) wins|(?:have|has|with) no (?:\w+ )?view|whether small(?:er)?(?: \w+)? or large|neither (?:a )?buyers? nor (?:a )?sellers?|lockstep|(?:gap|ratio|spread) (?:\w+ ){0,5}(?:hardly|barely|scarcely|not) (?:\w+ )?(?:moved|changed|budged)|take no (?:side|view|position)|neither (?:bull|bear)\w*|no (?:size|style) (?:tilt|bet|bias))\b/;
