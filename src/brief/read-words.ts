import { phraseTable, wordSet } from './read-text.ts';

/** The words of briefs: what they are called, what is done to them, what is asked of them, and what changes nothing. */

export const NOUNS = phraseTable({
  brief: `brief|briefs|briefing|briefings|breif|breifs|brif|digest|daily digest|newsletter|market note|am brief|am update|am note|am post|
    today post|today update|wkday note|weekday note|morning note|morning message|morning post|morning update|morning summary|
    daily note|daily message|daily post|daily update|daily summary|pm note|daily brief thing`,
});

/** What is done to a brief that there is. Each begins its clause. */
export const ORDERS = phraseTable({
  pause: `pause|suspend|mute|snooze|put on hold|hold off|hold|silence|hush|pausing|quiet|no posts`,
  resume: `resume|unpause|unmute|restart|reactivate|re enable|reenable|unsnooze|turn back on|switch back on|bring back|
    get it going again|get it going|get them going again|carry on|back to normal|keep going|as you were|start it again|start them again|start again`,
  skip: `skip|leave out|skip over|dont send|dont post|do not send|do not post|
    no brief|no brief on|no post|no post on|no note|no|not|not on|miss out`,
  remove: `remove|delete|stop|cancel|unschedule|kill|drop|scrap|axe|ditch|bin|rm|get rid of|get rid|lose|turn off|switch off|
    shut off|shut down|no more|end|take down|disable|unsubscribe from|unsubscribe us from|unsubscribe me from|
    stop sending|stop posting|nuke|chuck|bin off|zap`,
  history: 'history|log|brief history|delivery history',
  change: `change|move|reschedule|shift|push|bump|update|switch|edit|make it|make that|make them|make the|set it|set that|
    have it|do it|go with|lets say|lets do|lets make it|can it come|can it be|could it come|could it be|it should be|
    should be|bring it forward|bring forward|put it|stick it|send it|post it|drop it|stick|make`,
});
export type Order = typeof ORDERS extends ReadonlyMap<string, infer Value> ? Value : never;

/** An order in two parts: `turn the brief off`. */
export const SPLIT = wordSet('put turn switch take shut leave get start bring');
export const RESTS = phraseTable({
  pause: 'on hold|up',
  remove: 'off|down',
  resume: 'back on|on again|going again|back up|back',
  skip: 'out',
});

/** What is asked, by phrases of which one is said; the first row that fits. */
export const ASKS = [
  ['list', 'when is|when are|when will|when does|when do|what time|paused|muted'],
  [
    'history',
    `go out|gone out|went out|going out at all|been posted|been sent|get posted|get sent|delivered|skipped|come through|
    came through|come out|came out|fire|missed|failed|last brief|last post|was there|history|log|get out|arrive|never showed|
    never came|never showed up|not showed|show up|turn up|turned up|land|landed`,
  ],
  [
    'preview',
    `preview|private|privately|only me|only to me|just me|just to me|dry run|look like|looks like|contain|contains|
    in it|in the brief|whats in|what in|what is in|what is it about|what does it say|will it say|itd say|it d say|would say|it would say|would it say|it say|it says|it look|
    itd look|would look|it would look|going to say|a sample|an example|sample one|test one|test run|mock up|does it include|will it include|contents`,
  ],
  [
    'list',
    `list|schedules|scheduled|next|when is|when are|when will|when does|what time|who set|who put|what briefs|which briefs|
    how many briefs|how many|any briefs|any brief|show briefs|show the briefs|show all briefs|our briefs|my briefs|all briefs|
    all the briefs|the briefs|is there a brief|is there a morning brief|still on|briefs|set up for|what alerts|which alerts|
    when s|running|still active|live|still set|in place|have i got|ive got|i ve got|whatve i got|have we got|do i have|
    did i set up|is set up|set up right now|still going|exist|does that leave|is left|whens it back|when it back`,
  ],
  ['history', 'did|has|hasnt|didnt|never|was|wasnt|posted|sent|run|fail|miss'],
  [
    'now',
    `now|today|at once|immediately|straight away|right away|show|send|post|give|asap|brief me|brief us|see|read|want|need|
    drop|get|bring|publish|run|have|fire`,
  ],
] as const;

/** Words that change nothing; one that might is left out, since an unknown word asks back. */
export const QUIET = wordSet(`
  a about abt actually add after again alert alerted alerts alerting all alarm alarms also an and any around arrange arrive at atm away
  back be been being bring brief briefing briefs breif breifs briefly brif but buzz by came can channel clock come coming could create currently
  daily d deliver delivered desk did didnt digest do does dont due each early even ever every everybody everyone exactly exist fail failed feels fine
  fire flag folks for from fyi get getting gimme give go goes going gone got group guys had has hasnt have haven havent hear heads here hey hi hiya
  holler how i if in instead into is is are isnt it its ive drop just keep kind kindly know late later left let lets like list live local log look lot lets
  make mate me mean message messages miss missed morning mornings much my n name needful nah need new newsletter next no nope not note notification
  notifications notified notify now nr now-on number o obviously oclock of off office oh ok okay on once one ones only or our out over owner
  please pls plz place planned post posted posting posts preview private privately publish put quick read ready really remind reminded reminder
  reminders report right rotation round run running s said same schedule scheduled schedules see send sending sends sent set setup sharp shout
  show showed should shows so some sorry sort spot start started stick still still sure summary t ta team tell text thank thanks that the them
  then there these they thing this those tho though through thx time times timezone to today todays too told totally true u um update updates up us
  usual usually very wake want wanted was wasnt we well went were what whatever whats whatve when whens where which who why will wish with would yall yeah
  yeh yep yes yesterday yet yo you your yr zone tz weekday everyday ping pings warn market go atm rn bruv mate sir maam cheers ur hold-on ish
  number no first-thing wait hang nice good great alright thats s re ve ll m ye clear incl including as im ill wed gm away paused muted well rather am leave round another christmas never showed holiday vacation hols think decent decided
  altogether entirely completely totally permanently forever good plain simple regular normal proper something anything better prefer
  fine bit bruv lol aye hmm maybe lets kindly gonna nope looks ah could hmm erm hm pal then mean know summary recap roundup rundown numbers lot seen itd
`);
/** Words that begin a remark beside the matter: a reason, or what somebody does meanwhile. */
export const REMARKS = phraseTable({
  remark: `cos|coz|cause|because|since|as i|as we|while|im|ive|weve|we re|were|theyre|client|boss|before i|before we|i m|we ve|
    we are on|i am|for the|too early|thats too|that too`,
});
