import type { Token } from './tokens.ts';

/** What questions are asked with most, and what nobody means who types it with two letters swapped, doubled or left out. */
const MEANT =
  `large larger small smaller company companies corporation hikes hiked hiking cutting raises raised lowered easing tightening compare compared comparing versus between another instead opposite reverse
  double doubled triple halved total together again repeat undo reset
  bullish bearish neutral bulls bears goldman sachs fidelity stevenson tunkel hackett calvasina views opinion opinions notes article source check correct disagree
  brief briefs weekday weekdays weekend every daily until pause resume remove cancel schedule morning tomorrow yesterday today london york
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  month months years quarter quarterly annual since before after during average history highest lowest largest smallest biggest meeting meetings decision decisions projections unscheduled emergency
  russell ratio index relative forward earnings multiple discount premium valuation performance market markets
  interest income profit floating fixed leverage levered hedge hedged hedges refinancing coverage assumption assumptions sensitivity computed calculated formula company's dollars percent basis points point
  should would could please thanks because without within against which where there their about other others first second third
  with hike next last only what that from when then than half note rate rates says bull bear year week this same more less does will have`
    .trim()
    .split(/\s+/);

/** Words of their own. */
const ENGLISH = new Set(
  `rest cold fist tanks pleas projection brie lager barge bars beers bers mont moth moths mouth mouths sine vies util utils laser later lase pases causal casual lest lost lats lat sates rats tare tear tears trees wit wits wire wither whit hat hats hate wats whet ware
  were whore ether teir trial trail sacred united untied angle angel quiet quite diary dairy form forms sorce pont pint pints pints paint paints boints tip tats lass laser lase lats lase half hale haft holf alf
  nest text not nots nose notre nites votes firs thirds sever gold godman goldmann son sons markt marks marke marches mach matches avril aril jun jul juny sun suns say sayd sys sas sly rat rather ate retes bulk
  ball balls bell bells bill bills bowl bears bare beard beat beats ear ears yes yer yearn weak weeks wee eek tis his thus sham some sane mire mores ore lees loss dose des dies doe wil well wall wills hale halve hove hives
  causes cause caused sore sores soure rations ration radio radios indexed view vew prime pries priest promised profits profited fitting ficed filed filled find
  bass bassi fromm marc moore revere reveres abut annul anther haled hied hies leered neural noes pease sacs thee toady tripe yeas
  smelt smalt shall stall mall malls snail largo forge barges lagers coma comma campaign company's rest unschedule`
    .trim()
    .split(/\s+/),
);

const SHORTEST_LEFT_OUT = 5;

/** Each misspelling with what it is one of: two letters swapped, one doubled, and in longer words one left out. */
const MISSPELT: ReadonlyMap<string, string> = new Map(
  MEANT.flatMap((word) => {
    const at = Array.from({ length: word.length }, (_, one) => one);
    const swapped = at
      .slice(1, -1)
      .map((one) => `${word.slice(0, one)}${word[one + 1]}${word[one]}${word.slice(one + 2)}`);
    const doubled = at.map((one) => `${word.slice(0, one)}${word[one]}${word.slice(one)}`);
    const without =
      word.length < SHORTEST_LEFT_OUT ? [] : at.slice(1).map((one) => `${word.slice(0, one)}${word.slice(one + 1)}`);
    return [...swapped, ...doubled, ...without]
      .filter((one) => !MEANT.includes(one) && !ENGLISH.has(one))
      .map((one) => [one, word] as const);
  }).reverse(),
);

/** The tokens with words that are none read as the one that was meant. */
export const withMeant = (tokens: readonly Token[], known: ReadonlySet<string>): readonly Token[] =>
  tokens.map((token) => {
    const meant = token.kind === 'word' && !known.has(token.word) ? MISSPELT.get(token.word) : undefined;
    return meant === undefined ? token : { ...token, word: meant };
  });
