import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const INDEX = 'iwm|rut|r2k|the russell|small ?caps?|smalls';

/** `should i read that as a cut` asks for no advice. */
const ASKS_MEANING = `read|ask|use|type|trust|check|know|see|look|interpret|compare|call|worry|care|expect|believe|quote
  |cite|take (it|this|that) (as|to)|be reading`;

const ADVICE = words`
  # should i
  do (i|we) (buy|sell|get in|get out|hold|rotate|switch) | would you (rotate|move|switch|put|shift)
  (can|could|may) (i|we) (buy|sell|invest|trade|short)
  (should|shall|ought) (i|we|one|you|my|our|clients?|he|she|they|people|investors|someone
    |a (retiree|client|pm))(?!\s(${ASKS_MEANING}))
  (would|do|can|could) you (buy|purchase|sell|recommend|suggest|advise|invest|own|short|hold|go long|overweight
    |personally|pick|prefer|like|put)
  what (should|would|do) (i|you|we) (buy|sell|do|recommend|own|hold|suggest|trade|invest|advise)
  # is it a good time
  (is it|is now|would it be|are they|is this|is that) [a|the|too|still]*
    (good|right|bad|smart|wise|safe|late|early|time|wrong|best|great|foolish|sensible|ok|okay|prudent) ~3
    (to|time|idea|moment|buy|sell|invest|entry|bet|trade|investment|play|hedge)
  time to (buy|sell|rotate|get in|get out|load up) | safe to (buy|invest)
  worth (buying|owning|investing|a punt|it to buy)
  # a tip
  (your|any|a|some|give me|need|got)
    (recommendation|recommendations|advice|tip|tips|stock pick|stock picks|trade idea|trade ideas|trading idea
    |hot tip|pick|picks|tickers?|investment idea|investment ideas|call on)
  which (stock|stocks|etf|fund|ticker|etfs|funds|name|names|company|one) (should|to|would|is best|do you)
  recommend (me|us|a|an|some|any|something|buying|selling) | advise (me|us)
  # an order
  (buy|sell|short|long|dump|load up on|go long|go short)
    (or (sell|buy|hold|short|not|wait|avoid)|now|today|tomorrow|${INDEX}|the dip|it|them|some|this|calls|puts|spy
    |more|before|after|ahead)
  (go long|go short|buy|sell|hold) (small|russell|iwm|spy|large) | buy sell or hold | a (buy|sell) | screaming buy
  (overweight or underweight|underweight or overweight) | good (buy|investment) | best trade
  to (buy|own|short|invest in) | make me (rich|money) | get rich | yolo
  # somebody's own money
  how much (should|money|of my|to (buy|invest|allocate|put)) | allocate | allocation should | what allocation
  stop loss | position size | sizing | entry point for me | portfolio weight
  my (portfolio|pension|savings|401k|ira|account|clients?)
`;

/** Somebody else's advice is a view of theirs. */
const OTHERS_ADVICE = words`
  (author|authors|note|notes|analyst|analysts|strategists?|who|does|did|west|note \d+|says|said|article|he|she|they) ~3
    (recommend|recommends|suggest|suggests|advise|advises|advice)
`;
const ASKS_OTHERS = words`does | did | what | says? | said | recommends? | suggests?`;
const ASKS_FOR_ONESELF = words`i | my | me | we`;

/** `should i buy small caps?`: never answered. */
export const advice: Rule = ({ text, who }) => {
  const isOfOthers =
    OTHERS_ADVICE.test(text) || (who.length > 0 && ASKS_OTHERS.test(text) && !ASKS_FOR_ONESELF.test(text));
  return ADVICE.test(text) && !isOfOthers ? asked({ kind: 'refusal', reason: 'advice' }) : undefined;
};

const COMPANIES = 'tsla|aapl|gme|amc|nvda|msft|googl|amzn|tesla|apple|gamestop|palantir|microsoft|amazon';

const SINGLE_STOCK = words`
  (name|pick|choose|list|give me|find|tell me|top|best|hottest|cheapest|which|what|any|favou?rite) ~4
    (small ?caps?|stocks?|tickers?|companies|names|etfs?|funds?|shares) ~3
    (to (buy|own|watch|hold|short|pick)|now|today|you like|for me|right now|this (week|month|year)|picks?)
  (top|best) (\d+|three|five|ten|few) (small ?caps?|stocks?|names|picks|etfs?)
  (${COMPANIES}|meta|pltr|smci|google) ... (outlook|price|buy|sell|target|forecast|good|stock|earnings|view|think
    |opinion|cheap|overvalued)
  (outlook|price|buy|sell|target|forecast|think of|view on|opinion on|what about|how is) [for|of|on] (${COMPANIES})
`;

/** `name three small caps to own`, `what about Tesla?` */
export const singleStocks: Rule = ({ text }) =>
  SINGLE_STOCK.test(text) ? asked({ kind: 'refusal', reason: 'single stocks' }) : undefined;
