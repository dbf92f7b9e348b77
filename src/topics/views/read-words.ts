import { lexiconOf } from '../../language/index.ts';
import type { Horizon, Need } from './question.ts';

const NEED_WORDS: Readonly<Record<Exclude<Need, 'anything'>, string>> = {
  'soft landing': 'soft landing|a soft landing|softlanding',
  'no recession':
    'no recession|without recession|without a recession|avoid recession|avoid a recession|avoids recession|avoids a recession|avoiding a recession|avoiding recession|absent a recession|barring a recession|recession free|if there is no recession|recession to stay away|recession stays away',
  'stronger economy':
    'strong economy|stronger economy|better economy|improving economy|robust economy|good economy|hotter economy|hot economy|healthy economy|solid economy|firmer economy|booming economy|growing economy|economy to hold up|economy holds up|economy to improve|stronger growth|better growth|strong growth|economic growth|robust growth',
  'falling rates':
    'falling rates|lower rates|declining rates|falling interest rates|lower interest rates|cuts in rates|rate cuts|rate cut|fed to cut|the fed to cut|fed cuts|more cuts|fed cutting',
};
const HORIZON_WORDS: Readonly<Record<Horizon, string>> = {
  'near term':
    'near term|next few wks|few wks|next few mths|few mths|next couple of months|couple of months|couple of weeks|coming wks|by xmas|by christmas|near future|here and now|short term|short while|short run|next few weeks|next few months|next weeks|next months|coming months|coming weeks|coming quarter|near future|this quarter|tactical|tactically|in the short|next quarter|coming months',
  'about a year':
    'this year|next year|over a year|over the year|over the next year|one year|a year out|a year ahead|year ahead|by year end|year end|12 m|one year view|next twelve months|twelve months|2026',
  'long term':
    '10 yr|10 year|10 years|10 yr one|10 year one|ten year one|10y one|long dated|long game|in the end|eventually|far out|further out|long term|longterm|long haul|long run|decade|decades|next decade|ten years|ten year|years ahead|years out|structural|structurally|secular|multi year|longer term|long view',
};

/** Words by which views are asked for. */
export const VIEW_WORDS = lexiconOf({
  somebody: {
    anybody: `whod|names|name names|no one in the research|who on record|who|whos|whose|whom|anyone|anybody|someone|somebody|everyone|everybody|who else|any of them|which analysts|which analyst|which strategists|which strategist|which firms|which firm|which bank|which banks|which houses|which note|which notes|analysts|analyst|strategists|strategist|houses|
      the street|street|wall street|consensus|the crowd|experts|pundits|authors|any one|any pushback|any doubters`,
    some: 'those|people|they|the notes|notes|it|note',
  },
  ofNotes: {
    ofNotes:
      'the five pieces|the five notes|the five articles|the five papers|the five documents|the five authors|five pieces|five notes|five articles|five documents|five papers|five authors|5 notes|5 pieces',
  },
  /** Verbs and nouns of opinion; the weak ones ask for one only beside somebody. */
  view: {
    strong: `say|says|said|saying|think|thinks|thought|thinking|believe|believes|argue|argues|argued|arguing|claiming|quoting|citing|predicting|believing|reckoning|expect|expects|expecting|like|likes|prefer|prefers|favour|favours|favor|favors|warn|warns|warned|warning|reckon|reckons|claim|claims|predict|predicts|worry|worries|worried|comment|comments|recommend|recommends|advise|advises|agree|agrees|disagree|disagrees|make of|makes of|
      gripe|gripes|beef|beefs|grouse|complaint|problem with|problem|issue with|hang up|moan|reckoned|reckoning|view|views|opinion|opinions|stance|stances|outlook|argument|arguments|thesis|theses|story|narrative|quote|quotes|concern|concerns|concerned|thoughts|perspective|perspectives|commentary|statement|statements|voice|voices|headwind|headwinds|tailwind|tailwinds|calls|forecasts|takes on|take on|sentiment|pros and cons|debate|rundown|bull case|bear case|case for|case against|supporters|target price`,
    weak: `feel|feels|see|sees|look|looks|lean|leans|stand|stands|write|writes|wrote|written|call|calling|suggest|suggests|differ|differs|push|pushes|point out|points out|give|gives|take|takes|touts|tout|back|backs|hold|holds|talking|forecast|position|positions|case|cases|side|sides|reason|reasons|driver|drivers|catalyst|catalysts|camp|camps|balance|pros|cons|words|summary|overview|everything|hates|likes`,
    mention: `mention|mentions|mentioned|mentioning|talk about|talks about|talked about|talking about|talk|talks|discuss|discusses|discussed|discussing|bring up|brings up|write about|writes about|wrote about|speak of|speaks of|speak about|speaks about|touch on|touches on|address|addresses|flag|flags|flagged|refer to|refers to|anything about|anything on|something about|something on|covers`,
  },
  about: { about: 'about|on|regarding|re|concerning|of|when it comes to|around|towards|toward|to|with|in' },
  /** Words that say nothing of what is asked beside a name. */
  beside: {
    beside: `ignore that|never mind|forget that|crowd|lot|bunch|brigade|gang|chap|chaps|bloke|fella|em|understand|i would like to understand|like to understand|help me understand|like to know|strategists|small caps|small cap|smallcaps|smalls|trade|buying|buy|buys|own|owning|small companies|smaller companies|small stocks|stocks|russell|russell 2000|the rotation|rotation|the trade|this trade|the rally|rally|small cap rally|market|equities|lately|currently|overall|general|generally|guy|lady|analyst|person|reporter|author|writer|strategist|firm|bank|house|chief|team|desk|he|she|him|her|his|hers|their|them|fans|show|list|give|tell|all|everybody|everything|else|full|summary|compare|compared|vs|versus|and|against|next to|camp|people|ones|is|stand|more|detail|details|bit|exactly|really|actually|still|turned|update|stance|told|right|as you told me|so|far|work|works|said|piece|article|note|notes|one|own|main|each other|other|same|page|different|prefer|over|than|investors|quick|rundown|look|there|any|out there|usually|normally|typically|mostly|recently|these days|ultimately|lay|lay out|lay them out|spell out|group|inc|plc|securities|capital|research|corp|management|wealth|global|asset management|beef|pushback|pushing|on file|on record|on the record|in the file|in your files|you have as|do you have as|point|one line|in a line|one sentence|one liner|anywhere|anywhere else|elsewhere|in there|show up|shows up|showing up|pop up|pops up|crop up|crops up|turn up|turns up|appear|appears|appeared|get a mention|gets a mention|featured|features|cited|change his mind|change her mind|change their mind|change their minds|changed his mind|changed her mind|changed their mind|changed their minds|change of heart|flipped|flip flopped|stand by|stands by|stick to|sticks to|of that view|of the same view|attach|attaches|attached|regardless|no matter what`,
  },
  lean: {
    bullish: `say yes|says yes|yes camp|likes the trade|like the trade|keen on|hot on|warm to|warming to|excited|excited about|confident|confident on|a believer|believers|likes small caps|like small caps|likes them|like them|loves small caps|love small caps|likes the story|in favour of|in favor of|constructive|keen|positive on|upbeat on|for it|for small caps|backs the trade|back the trade|on board|would own|buys the story|buys the rally|believes in the rally|good for small caps|good news for small caps|rally lasts|rally will last|rally continues|rally to continue|rally has legs|has legs|more upside|upside|outperform|outperforms|outperformance|to outperform|will outperform|catch up|catches up|catching up|will win|wins|to win|expects small caps to win|have further to run|further to run|room to run|keeps going|rally goes on|optimistic about|speaks for small caps|supportive|sustainable|rally is sustainable|case for small caps|case for`,
    bearish: `cautious|cautious on|wary|wary of|says no|say no|say nay|naysayers|its over|it is over|already over|over already|run its course|has run its course|late to the party|careful|careful on|nervous|nervous about|cool on|cool about|as cool|lukewarm|lukewarm on|tepid|uneasy|uneasy about|on guard|less keen|not keen|not keen on|not so keen|steer clear|steers clear|steering clear|stays away|stay away|staying away|reluctant|gloomy|downbeat on|apprehensive|hesitant|guarded|lost faith|pushback|any pushback|rally fades|rally will fade|rally to fade|rally fading|fades|fade|fizzles|fizzle|fizzles out|peters out|runs out of steam|run out of steam|rally ends|rally end|rally is over|doomed|wont last|will not last|does not last|doesnt last|not last|cant last|cannot last|not sustainable|unsustainable|isnt sustainable|wont work|will not work|not work|dislikes|dislike|hates|hate|doubts|doubt|doubtful|against it|against the trade|against small caps|against the rally|cautious|wary|not convinced|isnt convinced|unconvinced|not buying|not buying it|isnt buying it|not sold|avoids|avoid small caps|avoid them|warns about|warns against|opposes|pushes back|push back|bad for small caps|bad news for small caps|underperform|underperforms|underperformance|to underperform|will underperform|lag|lags|will lag|to lag|left behind|get left behind|to lose|expects small caps to lose|speaks against|dead cat|head fake|headfake|false dawn|false start|short lived|worried about small caps|down on small caps|sour on|skeptical of|sceptical of|a trap|value trap|disagrees with the bulls|disagree with the bulls|case against|prefers large|prefer large|prefers large caps|prefer large caps|prefers larger`,
    mixed:
      'sits on the fence|sit on the fence|on the fence|fence sitters|sees both sides|not made up his mind|not made up their mind|made up their mind|made up his mind|hedges his bets|hedges their bets|in between|unsure|not sure|undecided|no clear view|neither here nor there|sits in the middle|in the middle',
  },
  need: NEED_WORDS,
  condition: {
    condition: `under what condition|under what conditions|on what condition|strings attached|any strings|change his mind|change her mind|change their mind|change its mind|what would change|with what proviso|proviso|provisos|what ifs|what would make|what would it take|what would turn|what does it take|condition|conditions|conditional|conditionally|caveat|caveats|unless|provided|only if|depend|depends|dependent|depend on|depends on|hinge|hinges|hinge on|hinges on|contingent|contingent on|predicated|predicated on|rest on|rests on|rely|relies|rely on|relies on|count on|counts on|counting on|require|requires|need|needs|needed|what must happen|what has to happen|what needs to happen|what would have to happen|banks on|bank on|bets on|assumes|assume|assuming`,
  },
  horizon: HORIZON_WORDS,
  risk: {
    risk: `achilles heel|what keeps them up|whats the worst|what could sink|what would sink|what sinks|what might sink|what could scupper|what would scupper|what could ruin|what would ruin|what could undo|what would undo|what would end|what would spoil|what would hurt|what hurts small|what would break|what could go wrong|what can go wrong|what might go wrong|what may go wrong|whats the catch|what is the catch|a catch|any catch|the catch|risk|risks|downside|downsides|danger|dangers|threat|threats|pitfall|pitfalls|counter arguments|counterarguments|counterargument|what could kill|what could derail|what could stop|what could end|what could hurt|what could spoil|what would kill|what would derail|what would stop|what might derail|what could break|what keeps you up|biggest worry|biggest worries`,
  },
  expired: {
    expired: `expired|past their sell by date|past its sell by date|sell by date|run its time|has it run out|gone stale|had their day|past it|time is up|times up|timed out|lapsed|expired calls|expired views|out of date|outdated|no longer hold|no longer holds|no longer valid|past their horizon|past its horizon|ran out|run out|has run out|have run out|horizon is over|horizon has passed|track record`,
    right: `anyone nail it|nail it|nailed|spot on|on the money|bang on|bang on the money|came good|got it spot on|hit the mark|proved right|proven right|turned out right|turned out to be right|came true|come true|played out|was right|were right|has been right|got it right|got right|called it right|called it|nailed it|aged well|calls worked|worked out|was proved right`,
    wrong: `turned out duff|duff|flopped|bombed|missed the mark|wide of the mark|blew it|fell flat|way off|got it badly wrong|backfired|fluffed it|proved wrong|proven wrong|turned out wrong|turned out to be wrong|was wrong|were wrong|has been wrong|got it wrong|got wrong|called it wrong|aged badly|aged poorly|did not come true|didnt come true|calls failed|did not work out|didnt work out|was proved wrong`,
  },
  page: {
    next: 'rest of the list|rest of it|rest of them|the remainder|remainder|anyone else|anybody else|who else|next|next page|next part|next ones|next five|next one|more|more of them|more of these|more of those|more of that|more please|more views|show more|show me more|the rest|rest|others|the others|continue|go on|keep going|what else|see more|further|load more|and more|any more|anymore|any others|remaining',
    previous: 'previous page|page before|last page|previous|back a page|go back',
    page: 'page',
  },
  other: {
    side: `the other way|other way|the other way round|other way round|the opposite way|hold the opposite|holds the opposite|push back on that|pushes back on that|push back|pushes back|pushing back|other side|the other side|the opposite|opposite|the opposite of that|opposite take|the reverse|a different view|argue with|argues with|argue against|argues against|quarrel with|quarrels with|take issue|takes issue|against him|against her|against them|against this view|against that view|thinks the opposite|says the opposite|saying the opposite|argues the opposite|arguing the opposite|contradicts him|contradicts her|contradicts them|opposite side|opposing side|flip side|other view|opposite view|opposing view|other views|opposing views|other camp|opposite camp|other people|opposing camp|counterpoint|counter argument|counterargument|counter arguments|other lot|
      takes the opposite side|takes the other side|takes the opposite view|takes the other view|disagrees|who disagrees|who disagree|disagree|is against|against that|opposes|says otherwise|differs|begs to differ|sees it differently|thinks otherwise|the opposition`,
  },
  agree: {
    agree:
      'likes that|like that|buys that|buy that|thinks that|believes that|says that too|thinks so too|is with him|is with her|agrees|agree|agree with|share that|shares that|share it|others share|alone in that|alone in this|alone on that|alone in thinking|the only one|on his own|on her own|others agree|anyone like him|anyone like her|in the same boat|agrees with|agree with him|agrees with him|agree with her|agrees with her|agrees with them|sides with|side with|sides with him|same camp|in the same camp|backs him|backs her|backs them|on his side|on her side|on their side|on the same side|shares that view|shares his view|shares her view|share that view|thinks the same|says the same|sees it the same way|same view',
  },
  ahead: {
    ahead:
      'win|wins|winning|keep winning|keeps winning|lead|leads|leading|keep leading|keeps leading|ahead|stay ahead|stays ahead|on top|stay on top|stays on top|dominate|dominates|dominating|beat|beats|beating|outrun|outruns|outperforming|ahead of small|in front|keep beating|keeps beating|keep outperforming|keeps outperforming',
  },
  same: {
    same: 'specifically|in particular|only on|just on|same q|same question|same thing|same|the same|same for|same with|same question for|and|what about|how about|also|now|then|ok|so|but|for|only|just|on|about|instead',
  },
  pronoun: {
    pronoun:
      'he|she|him|her|his|hers|they|them|their|that guy|that person|that analyst|that firm|that bank|this guy|this person|this analyst|the same guy|the same person|the same analyst|theyre|hes|shes',
  },
  quote: {
    quote:
      'quote him|quote her|quote them|quote that|quote this|quote it|quote him directly|a quote|quotes from him|quotes from her|in quotes|the quote|exact quote|full quote|exact words|his words|her words|their words|verbatim|word for word|exact wording|in his own words|in her own words',
  },
  firm: {
    firm: 'is he human|is he a human|is he a robot|is he a bot|is he real|is she real|his shop|her shop|their shop|his house|her house|his bank|her bank|his company|her company|his outfit|who is he with|who is she with|whos he with|whos she with|who are they with|where does he sit|where does she sit|what shop|which firm|what firm|whose firm|which bank|what bank|which company|what company|which shop|which house|where does he work|where does she work|where do they work|who does he work for|who does she work for|where is he|where is she|where is he from|where is she from|his firm|her firm|their firm|his employer|her employer|his title|her title|his role|her role|his job|her job|who is he|who is she|who is that|who is this|what title|what role|which role|who are they|where is he at|where is she at|which firm is he|which firm is she|which firm is that',
  },
  added: { added: 'chuck|chuck in|throw in|add|add in|include|put in|bring in|stick in|as well|also add|plus' },
  pair: {
    pair: 'both of those|both of them|both|the two|the two of them|those two|these two|side by side|next to each other|compare them|compare the two|compare both|compare those|together|head to head|one against the other',
  },
  both: {
    both: 'both sides|both camps|bull and bear|bulls and bears|bull vs bear|bulls vs bears|bull and bear case|pros and cons|all views|for and against|arguments for and against|who says what|who stands where|who thinks what|all voices|two sides',
  },
  except: { except: 'except|excluding|besides|apart from|other than|but not|without' },
  /** What a view's name stands beside where a figure, a check or an order is asked for. */
  figure: {
    figure:
      'discount|multiple|pe|p / e|ratio|how much|how many|percent|return|gain|gained|level|number|figure|figures|numbers|share of|what share|price target|target|eps|rise|rose',
  },
  check: {
    check:
      'the record|record say|record says|correct|true|accurate|wrong|false|check|verify|fact check|really right|reliable|mistake|mistakes|error|errors|trust|is that so|17.55',
  },
});
