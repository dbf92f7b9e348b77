/** Shares of small companies, as notes call them. `rotation` and its kin stand for the move into them. */
export const SMALL =
  /\b(?:(?:us |u\.s\.? |american |domestic |european |swedish |nordic |quality |high-quality |listed )?(?:small(?:er)?(?:-| )(?:and|&|to|or|\/) ?(?:mid|medium)(?:-| )?(?:sized? |caps?(?:italisation|italization)? ?)?(?:stocks|shares|companies|names|firms|caps?)?|mid(?:-| )(?:and|&|to) small(?:-| )caps?|small(?:er|est)?(?:-| )?caps?(?:italisation|italization)?s?|smids?(?:-| )?caps?|smids?\b|micro(?:-| )?caps?|small(?:er|est)?,? (?:[\w.]+ )?(?:stocks|shares|companies|firms|businesses|names|issuers|borrowers|listed|employers)|small value|smallest (?:stocks|companies|names)|minnows|little guys|small fry|(?:down|lower|bottom|further down|smaller end|small end|low end)(?: of)?(?: in)? (?:the )?(?:market(?:-| ))?(?:cap(?:italisation|italization)? )?(?:scale|spectrum|ladder|end of the market)|smaller end|russell 2000(?: (?:index|value|growth))?|russell(?! (?:1000|3000|top|midcap|investments|mid))|rut\b|iwm\b|ijr\b|s&p 600|s&p small(?:-| )?cap(?: 600)?|smallcaps?|omxsscpi|omxsspi|msci (?:us|usa|world|europe) small cap|smalls\b|(?<=\b(?:for|in|on|to|into|over|than|versus|vs|against|of|own|favou?r|prefer|like|buy|and) )small(?=[.,;:!?]|$| (?:over|versus|vs|than|against|and large|relative|will|has))|small(?= (?:has|had|will|would|wins?|won|loses?|lost|beats?|lags?|led|leads?|trails?|trailed|outperform\w*|underperform\w*)\b)|(?<=\bbetween )small(?= and)|small(?= or large)|small guys|little (?:companies|ones|fellows?|stocks|firms|fish|boats|caps?)|small(?:er)? (?:ones|fry|boats|fish|ships|end(?: of (?:town|the scale|the market))?|stuff|index|pond|brethren|cousins?|siblings?|borrowers)|runts|tiddlers|shrimps?|the small(?=[.,;:!?]| (?:and|to|will|have|do|are|win|lose|lead|lag)\b)|underdogs?|main street|(?:bottom|lower|small|smaller|low|shallow|cheap) (?:end|half|rungs?|reaches|quintiles?|deciles?)(?: of the (?:market|size scale|scale|index|cap (?:scale|table)|ladder|pool))?|the two thousand|(?:this|that|our) (?:corner|part|end|neck) of the market|(?:companies|firms|businesses|stocks|names) (?:under|below|worth less than) (?:a|two|three|five|\$?\d+) ?(?:billion|bn|million)?|small-company|smaller-company|small-stock))\b/g;
export const LARGE =
  /\b(?:large(?:r|st)?(?:-| )?caps?(?:italisation|italization)?s?|mega(?:-| )?caps?|big(?:-| )caps?|largecaps?|megacaps?|large(?:r)? ones|(?:large|big)(?=-? and mid)|(?:big |giant |large )?multinationals|larger (?:companies|peers|rivals|stocks|firms|names|brethren|cousins|counterparts|siblings)|(?:large|largest|biggest|giant) (?:companies|stocks|firms|names|tech(?:nology)? (?:stocks|companies|names|firms))|big tech|big(?:gest)? technology|magnificent (?:7|seven)|mag(?:-| )?(?:7|seven)|s&p 500(?: index)?|s&p 100|the s&p(?! (?:600|400|small|mid))(?: 500)?(?: index)?|spx|spy\b|nasdaq(?:-| )?(?:100|composite)?|qqq|ndx|russell (?:1000|top 50|top 200)|blue chips?|(?:the |tech |technology |ai |mega )?(?:giants|behemoths|titans|hyperscalers|leviathans)|tech mega-?caps?|the seven|faangs?|mega-cap tech|large growth|bigger (?:companies|peers|rivals|brethren|cousins|siblings|counterparts|stocks|firms|names)|broader market|broad market|wider market|the generals|whales?|elephants?|goliaths?|heavyweights?|(?:the )?(?:big|largest|biggest|top|giant|mega|household|leading|trillion-dollar) (?:names?|ones|seven|ten|index|stocks|companies|platforms?|brothers?|boys|guns|ships|beasts|five hundred)|the (?:top ten|top seven|five hundred|mighty|large(?=[.,;:!?]| (?:and|to|will|have|do|are|win|lose|lead|lag)\b)|big(?=[.,;:!?]| (?:and|to|will|have|do|are|win|lose|lead|lag)\b)|leaders|megas|platforms|largest|biggest|kings)|magnificents?|apple|microsoft|alphabet|amazon|meta(?= |[.,])|google|tesla|silicon valley|cloud giants?|index giants?|(?<=\b(?:for|in|on|to|into|over|than|versus|vs|against|of|own|favou?r|prefer|like|buy|and|with|between|or|beat|beats|trails|trailed|lags|lagged) )large(?=[.,;:!?]|$| (?:and|in|by|over|for)\b)|omxs30|nvidia)\b/g;
export const ROTATION_WORDS =
  /\b(?:rotation(?: trade)?|great rotation|broadening(?: out)?(?: of (?:the )?(?:market|rally))?|catch-?up trade|size (?:premium|effect|factor)|reflation trade|small-cap (?:trade|rally|story|case|thesis|bid|surge|rebound|recovery|run|move|premium))\b/g;
/** A pronoun or a noun that takes up whom the sentence before spoke of. */
export const TAKEN_UP =
  /\b(?:they|them|their|these (?:stocks|companies|names|firms|shares|businesses)|those (?:stocks|companies|names)|(?:the|this|that|such a) (?:(?:valuation|small-cap|recent|relative|recent) )?(?:group|asset class|segment|index|sector|cohort|space|area|rally|trade|rebound|move|outperformance|gap|discount|case|benchmark|trend|run|shift|rotation|breakout))\b/g;

/** What a cue needs: `rel` compares its subject with its object; `act` is done to its object; `eval` judges what stands nearest. */
export type CueKind = 'rel' | 'act' | 'eval' | 'small';

export interface CueRow {
  readonly kind: CueKind;
  /** +1: good for its subject (`rel`), its object (`act`) or what is judged (`eval`); for `small`, good for small caps outright. */
  readonly sign: 1 | -1;
  readonly weight: number;
  readonly words: string;
}

/** Cues in the order they are tried; a longer phrase takes its words from a shorter one. */
export const CUES: readonly CueRow[] = [
  // comparisons
  {
    kind: 'rel',
    sign: 1,
    weight: 1.2,
    words:
      'outperform(?:s|ed|ing|ance)?|out-perform(?:s|ed|ing)?|outpac(?:e|es|ed|ing)|outrun(?:s|ning)?|outran|outstrip(?:s|ped)?|outshin(?:e|es|ed)|out-?earn(?:s|ed)?|h(?:eld|olds?) (?:its|their) own|(?:kept|keeps?|keeping) pace|outgr(?:ow|ows|ew|own)|surpass(?:es|ed|ing)?|beat(?:s|en|ing)?(?= |,|\\.|$)|lead the (?:market|way)|leads? (?:the )?next|lead(?:s|ing)?(?= (?:the )?(?:\\w+ )?(?:large|mega|s&p|big|giants|market|way)|[.;]|$)|take the lead|tak(?:e|es|ing) over|pull(?:s|ed|ing)? ahead|ahead of|appreciat(?:e|es|ing) more|do(?:es|ing)? better|fare(?:s|d)? better|better (?:returns?|performance|than)|win(?:s|ning)?\\b|won\\b|overtak(?:e|es|en|ing)|far exceed|exceed(?:s|ed)?|best performers?|catch(?:es|ing)?[ -]up|caught up|clos(?:e|es|ed|ing) (?:the|that|this|some of the|part of the|most of the|much of the|half the|half of the) gap|narrow(?:s|ed|ing)? the gap|make up (?:lost )?ground|making up (?:lost )?ground|gain(?:s|ed|ing)? ground|regain(?:s|ed)? (?:the )?lead(?:ership)?|leadership|assume leadership|come out on top',
  },
  {
    kind: 'rel',
    sign: -1,
    weight: 1.2,
    words:
      'underperform(?:s|ed|ing|ance)?|under-perform(?:s|ed)?|lag(?:s|ged|ging)?(?: behind)?|laggards?|trail(?:s|ed|ing)?(?! (?:twelve|12|p\\/e|earnings|price|four|multiple))|fall(?:s|en|ing)? (?:further |well |far )?behind|fell behind|left behind|left in the dust|do(?:es)? worse|fare(?:s|d)? worse|worst performers?|lose(?:s)? (?:out|ground)|losing ground|lost ground|second fiddle|worse than|play(?:s|ed|ing)? second|give(?:s)? back|gave back|giv(?:en|ing) back',
  },
  // what investors do
  {
    kind: 'act',
    sign: 1,
    weight: 1.3,
    words:
      'prefer(?:s|red|ring)?|favou?r(?:s|ed|ing)?(?! (?:of|with))|in favou?r of|overweight(?:s|ed)?|over-weight|buy(?:s|ing)?|bought|buyers? of|accumulat(?:e|es|ing)|add(?:s|ed|ing)? (?:\\w+ )?(?:to|exposure)|add(?:s|ed|ing)?(?= small)|tilt(?:s|ed|ing)?(?: \\w+)? (?:toward|to|into)s?|rotat(?:e|es|ed|ing|ion)(?: \\w+){0,2} (?:into|to|toward|towards)|rotation into|shift(?:s|ed|ing)?(?: \\w+){0,3} (?:into|to|toward|towards)|mov(?:e|es|ed|ing)(?: \\w+){0,2} (?:into|toward|towards)|mov(?:e|es|ed|ing) down (?=the cap)|(?<!\\b(?:our|its|their|my|his|her|your) )own(?:s|ing)?(?= )|allocat(?:e|es|ed|ing|ion)s?(?: \\w+){0,3} (?:to|toward|towards)|reallocat(?:e|es|ed|ing)(?: \\w+){0,3} to|upgrad(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|bullish|constructive|optimistic|positive on|warm(?:ed|ing)? to|likes?\\b|we like|like (?=small)|bet(?:s|ting)? on|long (?=small|the russell|iwm|russell)|go(?:ing)? long|top pick|increas(?:e|es|ed|ing) (?:our |its |their |my |the )?(?:exposure|allocation|weight|position|weighting)s?(?: \\w+)?(?: to| in)?|rais(?:e|es|ed|ing) (?:our |its |their |my |the )?(?:exposure|allocation|weight|position|stance|weighting)s?|lean(?:s|ed|ing)? into|enthusias(?:m|tic)|tactical long|buy(?:ing)? the dip|best place|sweet spot|convert|inflows?(?: into)?|pour(?:s|ed|ing)? into|flow(?:s|ed|ing)? (?:back )?(?:into|to)|embrac(?:e|es|ed|ing)|pairs? trade',
  },
  {
    kind: 'act',
    sign: -1,
    weight: 1.3,
    words:
      'underweight(?:s|ed)?|under-weight|avoid(?:s|ed|ing)?|sell(?:s|ing)?(?! (?:side|-side|for|at|on|products|goods))|sold|sellers? of|trim(?:s|med|ming)?|reduc(?:e|es|ed|ing) (?:our |its |their |my |the )?(?:exposure|allocation|weight|position|holdings?|weighting)s?|cut(?:s|ting)? (?:our |its |their |my |the )(?:exposure|allocation|weight|position|holdings?|weighting)s?|stay(?:s|ed|ing)? away|steer(?:s|ed|ing)? clear|chas(?:e|es|ed|ing)|downgrad(?:e|es|ed|ing)|cautious|caution|sceptic(?:al|ism|s)?|skeptic(?:al|ism|s)?|bearish|wary|lean(?:s|ing)? against|fad(?:e|es|ing) (?:the|this|that)|short(?:s|ing)? (?=small|the russell|iwm|russell)|tak(?:e|es|ing) profits?|took profits?|lock(?:ed|ing)? in (?:gains|profits)|unconvinced|not convinced|doubt(?:s|ed|ful)?|pessimistic|pessimism|gloom(?:y)?|unenthusiastic|unimpressed|outflows?(?: from)?|not (?:a )?buyers?|rotat(?:e|es|ed|ing)(?: \\w+)? (?:out of|from|away from)|mov(?:e|es|ed|ing) (?:out of|away from)|shift(?:s|ed|ing)? (?:out of|away from)|out of\\b(?! (?:their|its|our|his|her|my) own)|away from\\b|stick(?:s|ing)? with|stay(?:s|ed|ing)? with|hedg(?:e(?! funds?)|es|ed|ing)|resist(?:s|ing)? the (?:temptation|urge)|pass on',
  },
  // judgements
  {
    kind: 'eval',
    sign: 1,
    weight: 0.9,
    words:
      'cheap(?:er|est|ly|ness)?|oxygen|rocket fuel|discount(?:s|ed)?(?! rate)|undervalu(?:ed|ation)|inexpensive|attractive(?:ly)?|appealing|compelling|bargains?|opportunit(?:y|ies)|upside|benefit(?:s|ed|ing)?|beneficiar(?:y|ies)|gain(?:s|ed|ing)?(?! ground)|tailwinds?|poised|well(?:-| )positioned|better positioned|room to (?:run|rise|catch up|grow|climb|rerate|re-rate)|room for (?:catch-?up|improvement|upside|gains|more)|upward|boost(?:s|ed|ing)?|support(?:s|ed|ive|ing)?|strong(?:er|est|ly)?|strength|beneficial|alleviat(?:e|es|ed|ing)(?: \\w+){0,2} (?:burden|pressure|strain)|eas(?:e|es|ed|ing) (?:the |this |that |their |some )?(?:burden|pressure|strain)|(?:acquisition|takeover|buyout) (?:targets?|candidates?)|lower (?:forward )?(?:p/e|multiples?|valuations?|price)|bulls? on|appreciat(?:e|es|ing|ion)|pick(?:s|ing)? up|momentum|prime|improv(?:e|es|ed|ing|ement)|accelerat(?:e|es|ed|ing|ion)|recover(?:y|s|ed|ing)?|rebound(?:s|ed|ing)?|rall(?:y|ies|ied|ying)|doubled|tripled|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|resurgence|comeback|revival|renaissance|turn(?:ing|ed)? (?:the )?corner|turning point|inflect(?:s|ed|ion|ing)?|help(?:s|ed|ful|ing)?|good (?:news|for|case|entry)|great (?:for|case)|favou?rabl[ey]|lift(?:s|ed|ing)?|rise(?:s)?|rising (?=share|profit|earnings|margins)|higher (?=returns|earnings|profits|multiples|prices)|re-?rat(?:e|es|ed|ing)|double rise|has legs|have legs|under-?owned|overlooked|neglected|unloved|forgotten|relief|shine|thriv(?:e|es|ing)|flourish|breakout|break(?:s|ing)? out|broke(?:n)? out|new highs?|record high|leverag(?:e|ed) to|levered to|geared to|disproportionate(?:ly)?|sustain(?:able|ed)?|durable|real thing|for real|early innings|early stages?|only just begun|just (?:begun|beginning|getting started)|further to go|further to run|more to come|mean[- ]rever(?:t|sion)|asymmetr(?:y|ic)|margin of safety|catalysts?|resilien(?:t|ce)|healthy|solid|robust|easing (?=their|the burden)|right place|due\\b|overdue|bottomed|trough(?:ed)?|attractive entry|paid to wait|profitable|outsized|excess returns?|win(?:ners?)|bright(?:er)?|sweet|turn(?:s|ed)? in (?:their|its) favou?r|upgrad(?:es|ed)|value (?=on offer)|deserves?|ripe|ready|stand to gain|the case for',
  },
  {
    kind: 'eval',
    sign: -1,
    weight: 0.9,
    words:
      'expensive|poison(?:ous)?|toxic|lethal|dearer|went nowhere|gone nowhere|going nowhere|pric(?:ey|y)|stretched|overvalu(?:ed|ation)|frothy|rich(?:ly)?(?: valued)?|crowded|vulnerab(?:le|ility)|headwinds?|hurt(?:s|ing)?|harm(?:s|ed|ful)?|pressure(?:s|d)?|squeez(?:e|es|ed|ing)|suffer(?:s|ed|ing)?|risk(?:s|y|ier|iest)?(?!-adjusted| appetite|-on| on| premium| free)|weak(?:er|est|ness|en|ens|ened|ening)?|fragile|struggl(?:e|es|ed|ing)|unprofitable|not profitable|loses? money|losing money|loss(?:-making|es)?|no earnings|profitless|zombies?|downside|not enough|insufficient|(?:value )?traps?|disappoint(?:s|ed|ing|ment)?|drag(?:s|ged)?|thin(?:ner)? margins?|refinanc(?:e|es|ed|ing)(?: (?:wall|risk|needs))?|maturity wall|default(?:s|ed)?|junk(?:y|ier)?|low(?:er)?(?:-| )quality|poor(?:er|ly)?|worse(?:n|ning|ned)?|deteriorat(?:e|es|ed|ing|ion)|declin(?:e|es|ed|ing)|fall(?:s|en|ing)?(?! (?:behind|in (?:interest )?rates|rates))|fell\\b|drop(?:s|ped)?|slump(?:s|ed)?|plung(?:e|es|ed)|tumbl(?:e|es|ed)|short-?lived|fizzl(?:e|es|ed)|fad(?:e|es|ed|ing)|false (?:dawn|start)s?|head ?fakes?|dead[- ]cat|mirage|illusion|junk rally|short[- ]covering|short squeeze|unsustainable|run out of (?:steam|road)|runs out of|stall(?:s|ed)?|burden(?:s|ed)?|exposed|first victim|mixed blessing|trouble|painful|pain\\b|erod(?:e|es|ed|ing)|shrink(?:s|ing)?|contract(?:s|ed|ing|ion)s?|cut (?=estimates|guidance|forecasts)|downgrad(?:es|ed)|negative|structural(?:ly)? (?=worse|decline|weak|disadvantage|problem)|disadvantage(?:s|d)?|peril|bruis(?:e|ed|ing)|deserve(?:s|d)? (?:to|their|the|its) (?=discount|be cheap|lower|trade)|cheap for (?:a |good )?reasons?|premature|wishful|hope(?:s)? (?=rather)|hype|too (?:far|fast|early|soon)|unproven|over-?indebted|over-?leveraged|illiquid(?:ity)?|brittle|strain(?:s|ed)?|threat(?:s|en|ens)?|worr(?:y|ies|ied|ying)|concern(?:s|ed|ing)?|fear(?:s|ed)?|warn(?:s|ed|ing)?|problem(?:s)?|uphill|bleak|dim(?:s)?|grim|dire|burned|burnt|jagged|dangerous|peaked|rolled over|roll over|exhausted|overdone|overbought|overstretched|punish(?:es|ed)?|hit harder|hardest hit|bankruptc(?:y|ies)',
  },
  // good or bad for small caps whoever stands nearest
  {
    kind: 'small',
    sign: 1,
    weight: 1.1,
    words:
      '(?:end|fading|waning|loss|erosion|unwind(?:ing)?|decline) (?:of|to) (?:\\w+ ){0,3}(?:concentration|dominance|narrow leadership|mega-?cap leadership)|post-giant era|market is broadening|broaden(?:s|ed|ing)?(?: out)?|changing of the guard|great rotation|concentration (?:risk|is|has)|rotation (?:has|is|will|could|may) (?:begun|begin|start|continue|underway|legs|run)|spring effect',
  },
  {
    kind: 'small',
    sign: -1,
    weight: 1.1,
    words:
      'narrow(?:ing)? (?:market|leadership|breadth)|flight to (?:quality|safety|size)|concentration (?:will|can) (?:persist|continue|last)|size premium (?:is|has|was) (?:dead|gone|vanished|disappeared|a myth)|scale (?:wins|matters|advantage)|winner[- ]takes?[- ](?:all|most)|private (?:equity|markets?) (?:has|have|keep|keeps|take|takes|now) ',
  },
];

/** Turns what stands behind it round. */
export const NEGATION =
  /\b(?:not|n't|cannot|never|no longer|no|without|hardly|scarcely|barely|fails? to|failed to|failing to|unlikely|far from|rather than|instead of|neither|nor|little (?:reason|evidence|sign|to)|nothing|lack(?:s|ed|ing)?(?: of)?|absence of|refus(?:e|es|ed) to|wrong to|rarely|seldom|resist|stop(?:s|ped)?|too (?:early|soon) to|doubt(?:s|ed|ful)?(?: that| whether| if)?|sceptical (?:that|of|about)|skeptical (?:that|of|about)|do not expect|does not mean|is no\b|are no\b|isn't|aren't|don't|doesn't|didn't|won't|can't|wouldn't|hasn't|haven't|wasn't|weren't|couldn't|shouldn't|end of|few)\b|n't\b/g;

/** A part of a sentence that yields to the rest. */
export const CONCEDING =
  /^(?:["']?(?:and |but |so )?)(?:although|though|even though|even if|while|whilst|despite|in spite of|notwithstanding (?=the|its|their|that)|granted|admittedly|to be sure|yes,?|sure,?|of course|true,?|for all (?:the|their|its)|it is true|it's true|much as|albeit|(?:cheap|attractive|unloved|tempting|expensive|dear) (?:though |as )?(?:they|it|these|small caps)\b|bar|other than|apart from|if anything|whatever)\b/;
/** Others' views that the sentence is about to turn down. */
export const OTHERS =
  /\b(?:(?:bulls|bears|optimists|pessimists|enthusiasts|proponents|sceptics|skeptics|critics|cheerleaders|promoters|commentators|pundits|many|some|others|most people|everyone|people|consensus|conventional wisdom|crowd|wall street|strategists|every (?:\w+ )?(?:strategist|analyst|pundit|broker|expert|salesman)(?: on \w+)?|headlines?) (?:like to |will |would |love to |have |has |often |now |still )?(?:say|says|argue|argues|think|thinks|believe|believes|claim|claims|tell|point|expect|expects|assume|assumes|insist|insists|is that|holds|want|love|call|calls|see|sees|told|said|argued|have it)|the (?:usual|standard|common|popular|familiar|bull|bear|bullish|bearish|optimistic|pessimistic|consensus|textbook) (?:case|argument|view|story|narrative|line|thesis|pitch|claim|answer|objection|complaint)|an article of faith|it is (?:tempting|fashionable|easy|often said)|it's (?:tempting|fashionable|easy)|we (?:are|keep being) told|so the (?:argument|story|theory) goes|the (?:argument|idea|notion|claim|theory|belief) (?:that|goes|is|we hear|you hear|one hears|most often)|(?:a|one|two|three) years? ago,? (?:i|we) (?:told|said|wrote|expected|thought|argued|predicted))\b/;
export const REJECTING =
  /\b(?:disagree(?:s|d)?|not (?:persuaded|convinced|buying|so sure|sold)|don't buy|do not buy|doesn't buy|didn't buy|unpersuaded|unconvinced|wrong|mistaken|misses the point|misread|misguided|flawed|overstated|exaggerated|nonsense|reject(?:s|ed)?|dismiss(?:es|ed)?|fallacy|myth|lazy|we (?:beg to )?differ|other side|opposite side|doesn't hold|does not hold|hold(?:s)? no water|ignores?|overlooks?|forgets?|too simple|simplistic|take(?:s)? issue|pushed? back|(?:closer to |quite |just |exactly |precisely )the (?:opposite|reverse)|(?:does|do|did)(?: not|n't) (?:support|bear|back|show|happen|work)|(?:not|n't) survived?|nothing of the (?:kind|sort)|no such thing)\b/;

/** Openly on neither side. */
/** What holds in general is no mere report of the past. */
export const GENERAL =
  /\b(?:every (?=time|cycle|easing|recession|case|decade|cut|one of|major)|\w+ (?:out )?of (?:the|its|those|their) (?:last |past )?\w+ (?:years|cycles|cases|times|occasions|recessions|episodes)|each (?=time|cycle|easing|of those)|typically|usually|historically|on average|tend(?:s|ed)? to|always|generally|rarely|seldom|often|in the past|history|nine times|average of|in the year after|again and again|whenever|(?:in )?(?:every|each) (?:single )?one\b|without (?:a single )?exception)\b/;

export const NEITHER =
  /\b(?:neutral|(?:return|do|earn|perform) (?:about|roughly|much|broadly) (?:what|the same|as|in line)|(?:roughly|broadly|about) (?:match|in line with|equal)|market[- ]weight|equal[- ]weight|benchmark weight|in line with (?:the )?benchmark|balanced (?:view|stance|position)|agnostic|no strong view|no view|too (?:early|soon) to (?:call|say|tell|judge|know)|remains to be seen|cuts? both ways|mixed (?:picture|evidence|bag|message|signals?|feelings|record|outlook)|on the fence|sit(?:ting)? on (?:the|our) hands|wait and see|jury is (?:still )?out|hard to (?:say|call|know)|toss-up|coin toss|not (?:a )?call on|depends? (?:on|largely|mostly|heavily)|both sides|either way|even-handed|evenly (?:balanced|split|matched)|open question|don't know|do not know|neither (?:bullish|bearish|cheap)|one way or the other|hedg(?:e|ed|ing) (?:our|my) bets|evidence is (?:mixed|thin)|two-sided|in (?:n?either) direction|dead heat|explains? (?:very )?little|(?:little|nothing) to do with|hold(?:ing)? at|unchanged|no change)\b/;
