import { phrasesIn, words } from '../lexicon.ts';

/** Words without a subject of their own: they neither give nor deny a number its meaning. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  phrasesIn(
    words(`
    a an the this that these those it its they them their theyre theyd theyll we us our ours i me my mine im ive id you u your ur yours he him his
    she her hers one ones someone somebody anyone anybody everyone everybody thing things something anything everything
    nothing stuff of to in on at by for from with into onto off out up down over under about around across through between
    among per via as than like until till while during before after above below within without beyond against toward towards
    and or but nor so yet if then else because since though although unless whether when whenever where wherever why how
    howd hows what whats whatd which who whos whom whose is isnt are arent am be been being was wasnt were werent do does doing done did
    doesnt dont didnt has have having had hasnt havent hadnt can cant could couldnt will wont would wouldnt shall should
    shouldnt may might must mustnt ought need let lets get gets getting got gotten give gives giving given gave gimme make makes
    making made take takes taking took put puts putting set sets setting go goes going went gone come comes coming came
    keep keeps keeping kept see sees seeing seen saw look looks looking show shows showing shown tell tells telling told ask
    asks asking asked say want wants wanted wanna try tries trying tried use uses using used know knows knew find finds
    suppose supposing assume assumes assuming assumed imagine imagining hypothetically hypothetical theoretical theoretically consider considering pretend
    now today tomorrow tonight rn currently current just only even also too again still already ever never always often
    sometimes maybe perhaps probably possibly really actually basically literally exactly roughly approximately approx circa
    ish about some any all both each every either neither few many much more most less least lot lots bit little several
    other others another same such very quite rather pretty fairly too enough no not yes yeah yep yup nope nah ok okay k kk okey sure
    right alright fine good great cool nice perfect super awesome hi hey hello hiya yo morning gm dear please pls plz thanks
    thank thx ty tks cheers sorry sry oops hmm hm mm uh um er ah oh wow lol haha btw fyi imo imho tbh afaik iirc asap eg ie etc
    here there there's herein first second third next last final finally back ahead forward away apart together instead
    well anyway anyways so-called then once twice thrice times time way ways kind sort type types part parts side
    vs versus v w n b c r re s t ll ve d m o x wld cld shld shd wd abt eachother mind teh via whatever however meanwhile otherwise plus minus
    bot desk rotation ratecut you're it's upon onto amid amongst new old whole full entire half total overall net gross
    quick quickly fast please straight simply simple easy help helps add adds adding meant mean means meaning said says
    wait hold hang okay-dokey go-ahead move moves moving moved happen happens happening happened wonder wondering curious
    guess reckon think work works working run runs running ran do's whats-it yours truly hence thus therefore despite given
    different similar own ahead per-se max min minimum maximum least upto
    doing whatll thatll thats theres heres whens wheres wont aint gonna gotta lemme dunno cos cuz coz tho thru ya yall
    got yo hmmm hmmmm umm err aha ooh ooo ugh argh damn hell heck jeez gosh pff meh
    lowkey highkey fr frfr tbh bro bruv dude mate pal fam lads love hun innit lah leh luv cheers ta cmon oi blimey crikey jeez strewth dinkum obviously apparently
    presumably ideally specifically particularly dumb silly stupid noob q qs quickie bother grateful appreciate kindly needful sir madam colleague excuse typed type wrongly
    proper fair grand glance middle wats wat wot wots wut hw hws hoe obv obvs arvo mornin hallo howdy greetings righto roger aye naw wis dae tae wee returning return returns revisit ended end ends
    unrealistic hmmmm ended px uhm erm mhm ye yah ja ay och thinking loud aloud talk talking discussing bit tad repeat please
  `),
  ),
);

/** Words of rates, companies and offices that may stand around a move: harmless where a unit and a direction stand together. */
export const HARMLESS_WORDS: ReadonlySet<string> = new Set(
  phrasesIn(
    words(`
    survive survives surviving zirp effect effects impact impacts impacted result results outcome outcomes number numbers amount amounts figure figures estimate sheet model spreadsheet
    benefit benefits benefited gain gains gained lose loses hurt hurts affect affects affected change changes changed changing
    respond responds response react reacts reaction sensitivity sensitive elasticity exposure exposed read-through readthrough
    earnings profit profits net income ni eps interest bill bills saving savings save saves saved bottom line expense expenses cost costs costing cover coverage
    cash flow cashflow debt debts balance sheets borrower borrowers
    company companies co cos corp firm firms business businesses example examples scenario scenarios case cases situation base basis bull-case
    surprise emergency jumbo outsized big large small huge massive modest tiny smallish largish bigger smaller aggressive gradual further
    meeting meetings decision decisions announcement statement cycle year years yearly annual annually month months monthly week weeks
    weekly quarter quarters quarterly day days session fomc horizon path pace round rounds stage
    calculate calc calculation compute computed work maths math numbers sum sums table chart graph answer question questions request
    compare compared comparison difference beside alongside brief briefly
    manager boss client clients pm colleague team memo deck slide email committee call afternoon morning evening
    percent percentage point points pct dollar dollars million millions bucks bn mm
    market markets stock stocks equity equities cap caps russell s&p index indexes indices sector sectors
    economy growth wall street us usa american america dollarwise
    assumption assumptions input inputs parameter parameters default defaults setting settings
    size sized level levels rate rates fed funds policy monetary
    full whole half complete immediate immediately overnight straightaway eventually soon later early late mid end start beginning
    worth equivalent equal equals ballpark rough order magnitude max worst best extreme stress test tested testing
    glimpse knock knocks cooked wrecked toast screwed hammered smoked rekt clobbered hosed spicy punchy confused muddled mixed implausible split splits spread bring brings bringing flat bps bp pass passes through feed feeds flow flows hit hits land lands drive drives translate translates yield shake shakes
    mean meaning implication implications consequence consequences upshot punchline takeaway
    deliver delivers delivered does do happens go surprise surprises announce announces announced vote votes decide decides decided opt opts act acts
    sudden unexpected expected normal standard usual typical regular plain vanilla
    assuming say hypothetically imagine picture bear with small-cap large-cap
    december january february march april may june july august september october november dec jan feb mar apr jun jul aug sep sept oct nov
    summer winter spring autumn fall
    two three four five six seven eight nine ten both pair couple
    positive negative up down higher lower
    chairman chair jay jerome governor
    everything people folks guys
    relief tailwind headwind pain boost drag
    show display print share breakdown detail details view
    pre post after before taxes tax
    leverage leveraged floating fixed coupon ebitda
    cutting hiking raising lowering easing tightening
    range bound target
    today tomorrow monday tuesday wednesday thursday friday week
    thought exercise curious quickly
    account accounts accounted include includes included including exclude excludes excluded ignore ignores ignored modelled modeled modelling modeling factor factors factored
    built baked capture captures captured reflect reflects reflected rerun rerunning recalc recalculate recompute refresh redo sanity check checking double-check crunch crunching
    taken stays stay stayed remain remains remaining leave leaves left nudge nudges tweak tweaks tweaked adjust adjusts adjusted switch swap-in plug plugs plugging replace
    bad good badly matter matters harder hard deal painful worse better nasty ugly dramatic meaningful material immaterial significant negligible noticeable important relevant helpful useful enough
    nvm idk tbf np fwiw ngl rip meh nah worse worst tomorrow yesterday scenario meantime
    swing swings shift shifts bite bites squeeze relieve relieves
    world hypothetical theory theoretically instance assumed supposed wanted
    combined together total overall altogether net-net cumulative
    juice win wins winner winners winning loser losers biggest smallest bleed bleeds suffers suffer chart plot draw mega monstrous custom tweaked proportion reprice
    reckons extreme chunk custom pack hypothetically sized rise drop
    bet nearest rounding rounded lost missed jumbo linear tightish
    ceo cfo treasurer board investor investors lp lps trader traders quant quants intern boss's
    tonight's today's tomorrow's overnight weekend
    slight slightly sharp sharply deep deeper deepest mild mildly strong stronger huge little tad
    loans loan debtors lenders lender bank banks
    sorry thanks cheers regards forget scrap ditch damage damages
    million billion thousand hundred
    half-point quarter-point
    jumbo-sized supersize supersized double-size course parallel stop stops cttee monster bazooka kitchen sink shock shocks
    policymaker policymakers hawk dove
    arrive arrives arrived saving's kick kicks
    turn turned turning contrary same-size identical equally apiece likewise similarly
    sheet's output outputs summary variant variants pass passes iteration
      `),
  ),
);
