import { lexiconOf } from '../../language/index.ts';

/** Words that hold what a note says against the record, and those that stand around them. */
export const CHECKS = lexiconOf({
  check: {
    check: `check|checks|checked|verify|verified|fact check|factcheck|fact checked|audit|double check|test|confirm|confirmed|against the record|the record|in reality|in fact|match the record|matches the record|match the data|matches the data|debunk|debunked|vet|validate|prove|
      right|correct|true|accurate|accuracy|valid|legit|reliable|trustworthy|trust|hold up|holds up|stand up|stands up|really|actually|seriously|sure about|can that be|is it so|is that so|for real|
      wrong|incorrect|false|fake|bogus|mistake|mistakes|error|errors|misstated|misprint|misprints|typo|typos|exaggerated|hallucinated|dubious|suspicious|fishy|i doubt|doubtful|hard to believe|cannot believe|cant believe|looks off|looks wrong|looks odd|sounds off|sounds wrong|sounds high|sounds low|get wrong|got wrong|off base|overstated|understated|sloppy|loose|
      did not happen|didnt happen|dont hold up|doesnt hold up|do not hold up|does not hold up|dont match|doesnt match|do not match|does not match|disagree with the record|disagrees with the record|verdict|verdicts|spelled right|spelt right`,
  },
  /** `is that true`: of what was shown last, whatever it was. */
  that: {
    that: `is that true|is that right|is that correct|is that accurate|is that so|is that really so|is that really true|is it true|is it right|is it correct|is this true|is this right|is this correct|are those right|are those true|are these right|are they right|are they true|are they correct|was that right|was that true|was he right|was she right|is he right|is she right|does that hold up|does it hold up|does this hold up|did that happen|did that really happen|did that actually happen|was that really so|is that figure right|is that number right|is that date right|is that claim right|is that figure correct|is that figure true|is that number true|is that number correct|really|are you sure|you sure|sure about that|true|correct|can that be right|can that be|thats wrong|that is wrong|that cant be right|that looks wrong|that sounds wrong|verify that|verify it|check that|check it|check this|fact check that|fact check it|can i trust that|can i trust it|can i trust this|is that reliable|is it reliable|any mistakes in it|any errors in it|is that legit|does the record agree|what does the record say|and the record|against the record`,
  },
  all: {
    all: `which claims|claim|claims|notes|the notes|note|everything|every figure|all figures|figures|facts|numbers|statements|statement|articles|article|authors|sources|material|analysts|library|piece|piece by piece|it all|them all|all of it|what you have|what did they get wrong|who was wrong|flags|flag|flagged|problems|issues`,
  },
  beside: {
    beside: `which|what|other|others|any|worst|biggest|serious|list|show|make|made|contain|contains|do|does|did|are|is|was|were|not|how|the record|record|data|data you have|match|matches|fit|against|get|got|please|in there|can i|reliable|there|facts|with|agree|agrees|the fed|story|number|figure|date|about|says|said|say|claim that|claims that|statement that|says that|when|had|has|have|it says|they say|read|reading|authors|author|ones|one|year|percent|first|on|happen|happened|case|ever|a|by|up to`,
  },
  /** Words of other topics, which a `right` or `really` does not make a question of the record. */
  not: {
    not: `right now|right away|alright|all right|right side|right to assume|right to say|right to use|i am wrong|am i right|was i wrong|is your model|your model|your math|your maths|your number|your numbers|your calculation|your calc|your sum|your result|your figure|mental check|check in|check with|check out|let me check|checking in|gut check|cheque|go wrong|goes wrong|could go wrong|can go wrong|who is right|who got it right|who was right|who was proved right|which calls|who got it wrong|test message|just testing|testing|stress test|really think|really believe|really bullish|really bearish|actually think|actually say|really say|really mean|actually make|really expect|actually a hike|actually make it|no actually|brief|price target|wrong channel|wrong thread|wrong chat|wrong window|wrong number|my mistake|sanity check|thanks|true story|not wrong|prove it|proof|trust me|trusted`,
  },
});
