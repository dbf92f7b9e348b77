import { type Tables, words } from '../lexicon.ts';

/** Words of the Fed, of moves of its rate, and of what changes a move asked about before. */
export const RATE_TABLES: Tables = {
  fed: {
    fed: 'fed|feds|the fed|fomc|federal reserve|powell|jay powell|jerome powell|jay|jerome|committee|central bank|policymakers|hawks|doves|warsh',
    they: 'they|theyll|theyd',
  },
  rate: {
    rate: `rate|rates|ff|ff rate|interest rate|interest rates|fed funds|fed funds rate|federal funds rate|funds rate|ffr|policy rate|
      target range|target rate|funds go|funds goes|funds went|funds going|funds at|funds to|funds hit|funds fall|funds drop|key rate|key rates|base rate|benchmark rate|overnight rate|us rates|short rates|terminal|terminal rate|fed interest|feds interest|interest of the fed`,
    bound:
      'top of the range|bottom of the range|the range|upper bound|lower bound|upper end|lower end|top end|bottom end|top of the target|bottom of the target|top of the band|bottom of the band|the band|fed band|the top goes|top goes|the bottom goes|top ends|the top ends|top to|bottom to',
  },
  direction: {
    cut: words(`cut cuts cutting ease eases eased easing slash slashes slashed slashing trim trims trimmed trimming lower
      lowers lowered lowering reduce reduces reduced reducing reduction reductions loosen loosens loosening looser easier dovish chop chops
      chopped shave shaves shaved lop lops lopped lopping pare pares pared prune prunes ctu cutt`),
    hike: words(`hike hikes hiked hiking tighten tightens tightened tightening tighter raise raises raised raising lift lifts lifted
      lifting jack jacks bump bumps crank cranks cranked ratchet ratchets upped ups hawkish hikee raising`),
    fall: `${words('fall falls falling fell drop drops dropped dropping decrease decreases decreased decline declines down downward downwards off dip dips south sink sinks slide slides')}|come down|comes down|go down|goes down|came down|come off|comes off`,
    /** No direction of anything. */
    none: 'upwards of|upward of|on a slide|slide by|a slide for|end up|ended up|ends up|ending up|wind up|winds up|wound up|turn up|turned up|turns up|show up|shows up|bring up|brings up|brought up|bringing up|pick up|catch up|come up with|what is up|set up|make up|made up|add up|adds up|hurry up|shut up|look up|time is up|up to date|up to now',
    rise: `${words('rise rises rising rose increase increases increased increasing up upward upwards higher north climb climbs climbing')}|go up|goes up|went up`,
    hold: `${words('hold holds holding held pause pauses paused pausing unchanged unch steady skip skips skipped')}|stand pat|stands pat|standing pat|
      on hold|no change|no chg|no chng|no changes|no move|no cut|no cuts|no hike|no hikes|no rate change|no rate cut|no rate hike|no moves|no rate move|stay put|stays put|staying put|sit tight|sits tight|
      do nothing|does nothing|did nothing|doing nothing|dont move|doesnt move|dont do anything|not move|not change|dont change|doesnt change|dont cut or hike|nothing happens|stay still|stays still|sits on hands|sit on hands|
      sit on their hands|sits on its hands|leave rates|leaves rates|leave it unchanged|leave them unchanged|where they are|where it is|unchanged rates|
      rates stay|rates remain|stays the same|stay the same|keeps rates|keep rates|dont touch|doesnt touch|stand still|stands still|no action|dont cut|doesnt cut|wont cut|didnt cut|do not cut|does not cut|not cut|dont hike|doesnt hike|wont hike|not hike|do not hike|dont ease|doesnt ease|not ease|dont raise|not raise|dont lower|not lower|
      dont budge|doesnt budge|not budge|wont budge|didnt budge|dont budge at all|doesnt budge at all|dont shift|doesnt shift|leave it alone|leave it be|leaves it alone|leave things alone|leave them alone|
      leave it where it is|stay where they are|stays where it is|sit this one out|sits this one out|sit it out|sits it out|hold fire|holds fire|holding fire|nothing at all happens|nothing changes|dont do a thing|do nowt|nowt happens|nowt at all|nothing burger|a nothing burger|nothingburger|nothing do|nothing does`,
  },
  /** A noun of a move: what is counted in `three cuts`. */
  move: {
    cut: 'cut|cuts|rate cut|rate cuts|reduction|reductions|decrease|decreases',
    hike: 'hike|hikes|rate hike|rate hikes|raise|raises|increase|increases',
    either: 'move|moves|step|steps|rate move|rate moves|clip|clips|increment|increments',
  },
  sum: {
    sum: `total|in total|altogether|all in|in all|all told|combined|cumulative|cumulatively|added up|add up|adds up|sum|summed|together then|
      followed by|after that|and then|then|plus|on top of that|back to back|in a row|aggregate|net net|+`,
    another: 'another|a further|an additional|an extra|one more',
  },
  each: { each: 'each|apiece|a pop|every time|each time|per meeting|a meeting|a go|a time' },
  compare: {
    sides: `vs|versus|v|vs.|or|against|compare|compared|comparison|compare it|side by side|difference|diff|differ|alongside|beside|next to|contrast|rather than|relative to|and|both`,
    strong: `compare w|compare it w|compare that w|compare it against|put it beside|put that beside|compare this with|compare it to|compare that to|compare this to|compare it with|compare that with|compare to|compare with|compared to|compared with|put it next to|put that next to|stack up against|stacked against|next to that|vs|versus|v|against|compare|compared|comparing|comparison|side by side|difference|diff|next to|beside|alongside|contrast|as well as|or`,
    ways: 'both ways|both directions|either way|up and down|each way',
    beside: `compare w|compare it w|compare that w|compare it to|compare that with|compare this with|compare it against|put it beside|put that beside|compare that to|compare this to|compare it with|compare to|compare with|put it next to|put that next to|stack up against|next to|beside|alongside|side by side with|compare that|compare it|compare this|compared to|compared with|vs|versus|against|difference`,
  },
  reference: {
    same: 'same|the same|that same|same again|ditto|as before|those|that one|this one',
    that: 'that|it|this|the above|those|these|that move|that cut|that hike|the last one|the last',
    other:
      'other co|the other co|other firm|the other firm|other name|the other name|the other one|other one|the other|other company|the other company|other guy|the other guy|the other side',
    both: `those two|these two|both|both companies|both of them|the two|the two companies|each company|the pair|both cos|both names|two of them|all of them|each one|everyone|both together|baith|baith the gither|baith of them|baith o them`,
    first: 'the first one|first one|the former|the first|option 1|number one',
    second: 'the second one|second one|the latter|the second|option 2',
    third: 'the third one|third one|the third|option 3',
  },
  correction: {
    no: `no|nope|nah|sorry|sry|apologies|my mistake|oops|actually|wait|typo|correction|i meant|meant|i mean|make that|make it|scratch that|rather|my bad|no wait|instead|it should be|should be|wrong way|wrong firm|wrong company|wrong one|wrong direction|wrong number|typed wrongly|typed that wrong|typed it wrong|mistyped|shouldve been|should have been|hang on|i said`,
  },
  negation: {
    not: 'not|dont|doesnt|didnt|isnt|arent|wont|never|without|no|instead of|rather than|minus the|neither|nor|hardly',
  },
  relation: {
    before:
      'before that|before this|before it|before those|before these|before then|before them|prior to that|prior to this|previous to that|earlier than that',
    since: 'since then|from then on|ever since|after then',
    between: 'between the two|between them|between those|between these|between those two|in between|between em',
    except:
      'except|except for|excepting|excluding|excl|excl.|apart from|aside from|other than|bar the|barring|not counting|not including|leaving out|leaving aside|omitting|save for|all but',
  },
  undo: {
    undo: `undo|undo that|undo it|undo this|undo last|undo last thing|go back one|go back one step|go back a step|back one step|one step back|a step back|step back|back one|take that back|take it back|take back|taking back|revert|revert that|revert it|roll back|roll that back|back to what it was|
      back to before|back to how it was|back how it was|how it was before|back to where it was|as it was|as they were|as it was before|put it back how it was|ctrl z|go back|previous one|the previous one|back to the previous one`,
    redo: `redo|redo that|redo it|put it back|put that back|put it back in|bring it back|bring that back|back on|reinstate|reinstate it|restore it|undo the undo|add it back|switch it back on`,
  },
  reset: {
    reset: `reset|start over|start again|start from scratch|start afresh|start fresh|begin again|from scratch|fresh start|clean slate|wipe everything|wipe it|clear|clear it|clear everything|clear all|
      put everything back|put it all back|set it all back|all of it back|everything back|everything back to normal|set everything back|all back to normal|back to how it was at first|as in the note|as the note has it|as the note has them|as it comes|as they come|everything as the note has it|to normal|to the normal|to standard|to default|to the defaults|to the notes own figures|back to normal|back to default|back to defaults|back to the default|back to the defaults|back to base|back to base case|back to the base case|back to baseline|back to the original|
      back to the originals|back to original|back to the note|revert to the note|revert to the notes|back to the notes|back to the notes own figures|back to the notes mix|back to the note mix|back to note mix|the notes mix|notes mix|the notes own mix|the note mix|note mix|the note own mix|the note numbers|note numbers|the note inputs|the notes own numbers|the notes numbers|the notes inputs|back to standard|back to the usual|back to usual|
      stock numbers|stock assumptions|stock inputs|stock figures|original numbers|original assumptions|original figures|default assumptions|default numbers|default figures|default settings|standard assumptions|standard numbers|note assumptions|note figures|notes own figures|
      base case|baseline|defaults|forget everything|forget all that|ignore all that|ignore that|ignore everything|disregard that|forget the above|forget it|forget that|scrap that|scrap it|scrap all that|scrap everything|drop everything|never mind that|
      drop the assumptions|clear the assumptions|clear my assumptions|clear my changes|remove my changes|remove the changes|drop my changes|undo my changes|undo all|undo everything|undo all changes|wipe my changes|wipe the assumptions|drop all assumptions|remove all assumptions|reset the assumptions|reset assumptions|reset everything|reset all|reset it|reset that`,
    usual: `usual|the usual|normal|the normal|default|the default|standard|the standard|original|the original|as in the note|base|the notes own|note 000s`,
  },
  'beside-note': {
    note: 'than before|before i changed it|before i changed that|vs base|versus base|vs the base case|vs base case|compared to base|compared to the base case|than base|than the base case|vs the note|than in the note|against the base case|relative to base|what was it before|vs default|vs the default',
  },
  drop: {
    drop: 'w / o|w / o the|away|drop|drop the|remove|remove the|without|without the|lose the|lose|take out|take out the|take off the|leave out|leave out the|ditch|ditch the|get rid of|get rid of the|minus the|delete|delete the|forget the|scrap the|skip the|not the|kill the|strip out the|strip out|less the|bin the|bin|axe the|axe|nix the|nix|dump the|chuck the|chuck out the|omit the|omit|exclude the|cull the|toss the|cross out the|strike the|scratch the|take away the',
    add: 'add|add a|add in|also add|include|throw in|put in|also show|plus|also|stick|pop in|chuck in|chuck a|chuck|bung in|bung a|throw a|in as well|into the mix|pop a',
  },
  more: {
    more: 'more|extra|further|on top|additional|bigger by|higher by',
    less: 'less|fewer|smaller by|lower by',
    another: 'another|a further|an additional|an extra|add another|plus another',
  },
  scale: {
    '2': 'doubling|doubling it|doubling that|dbl|dbl it|double of that|double of it|comes two times|comes twice|two of these|two times of that|twice over|two of those|two like that|two such|a couple of those|double|double that|double it|twice|twice that|twice as much|twice as big|two times that|2x that|times two|times 2|twice the size|doubled|double the size',
    '0.5':
      'halving|halving it|halving that|half of that|half that|half of it|halve|halve it|halve that|half the size|half as much|half as big|and half|half it|halved|cut that in half|cut it in half',
    '3': 'tripling|tripling it|three of those|three of these|three of them|three like that|three such|triple|triple that|triple it|three times that|times three|thrice|three times as much|tripled|3x that',
    '4': 'four of those|four of these|four of them|quadruple|quadruple that|four times that|four times as much',
    '0.25': 'a quarter of that|a quarter of it|one quarter of that',
    '0.3333333333': 'a third of that|a third of it|one third of that',
    '-1': 'opposite|the opposite|reverse|reverse it|reverse that|other way|other way round|other way around|the other way|the other way round|other direction|the other direction|flip|flip it|flip that|flip the sign|invert it|invert that|the reverse|in reverse|opposite sign|opposite direction|they undo it|they undo that|they undo the lot|they undo it all|they took it all back|they take it all back|they took it back|they take it back|flip that upside down|flip it upside down|upside down|they reverse it|they reverse that|they reverse the lot|they reverse it all',
  },
  only: { only: 'only|just|alone|solely|on its own|by itself|and nothing else|only for|just for|in isolation' },
  per: {
    bp: 'per beep|per bip|per pip|a beep|per bp|single basis point|a single basis point|single bp|per basis point|per each bp|a bp|each bp|for every bp|per 1bp|every bp|each basis point|every basis point|per point of a bp|dv01',
  },
  private: { private: 'private|privately|just for me|only for me|only me|just me|only to me' },
  market: {
    market:
      'market|the market|priced|priced in|implied|market implied|futures|futures path|whats priced|pricing in|pencilled in|penciled in|mkt|the mkt|mkts|the mkts',
  },
};
