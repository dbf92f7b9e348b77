import { BEING, caseless, HOLDING, HONORIFICS, JOB, SAYING } from './names.ts';

/** What stands around the name of who says something. */

const ADVERB = `(?:(?:also|still|however|meanwhile|recently|now|then|later|too|already|even|again|further|himself|herself|similarly|likewise|instead|nonetheless|nevertheless|both|all|in turn|for (?:his|her|its|their) part|in (?:a|an|the|his|her|its) [^,.]{3,60}|on \\p{Lu}\\w+|this (?:week|month|year)|last (?:week|month|year)|has|have|had|do|does|did|not|doesn't|didn't|don't|never|continues? to|continued to|would|will|could|might|recently|firmly|long|publicly|openly|privately|largely|broadly|strongly|cautiously|bluntly|simply|flatly|clearly|generally|specifically|explicitly),? ){0,4}`;
const APPOSITION = `(?:'s)?(?: \\([^)]*\\)|, [^,;:()]{2,40}\\))?(?:, [^,;:]{2,110}(?:, [^,;:]{2,70}){0,2}?,|,? (?:who|whose) [^,]{3,110},|,? (?:of|at|from) [\\p{Lu}][^,]{2,45},?| (?:on|from|in) (?:the|our) [^,.;]{2,30}(?:desk|team)| and (?:his|her|their) (?:team|colleagues),?| - [^-]{3,90} -| \\u2014 ?[^\\u2014]{3,90}\\u2014)?,?`;
const DOING =
  'saying|warning|arguing|expecting|forecasting|recommending|predicting|calling|telling|advising|betting|looking|urging|suggesting|pointing|sticking|steering|leaning|adding|buying|selling|avoiding|overweight|underweight|bullish|bearish|neutral|cautious|constructive|sceptical|skeptical|wary|positive|negative|optimistic|pessimistic|convinced|unconvinced|sure|unsure|doubtful|quoted as saying|of the view|more (?:cautious|bullish|bearish|optimistic|positive|sceptical|skeptical)|less (?:sure|convinced|bullish|bearish|optimistic|enthusiastic|sanguine)|among';
const IS_SAYING = `(?:is|was|are|were|been) (?:also |now |still |not |already |more |less |so |quite |rather |even |far |among (?:those|the \\w+) )*(?:${DOING})`;
export const SAYS = caseless(`^${APPOSITION} ${ADVERB}(?:${SAYING}|${IS_SAYING})\\b`);
/** `Cordelia Strand, Halyard Investments: "We doubled…`. */
export const LABELS = /^(?: \([^)]*\)|, [^:."]{2,60})?: ["']/;
export const WHO_SAYS = caseless(
  `^(?: (?:of|at|from) [^,;]{2,45})?, who ${ADVERB}(?:${SAYING}|${HOLDING}|${IS_SAYING})\\b`,
);
/** `Goldman Sachs, which last week said`. */
export const WHICH_SAYS = caseless(`^, which (?:[\\p{L}-]+ ){0,3}?(?:${SAYING}|${HOLDING})\\b`);
export const HOLDS = caseless(`^${APPOSITION} ${ADVERB}(?:${HOLDING})\\b`);
export const IS = caseless(`^${APPOSITION} ${ADVERB}(?:${BEING})\\b`);
const TEAM = String.raw`(?:'s|')? ?(?:[\p{L}.-]+ ){0,4}(?:team|strategists?|economists?|analysts?|researchers?|research|desk|house view|base case|investment committee|model|survey|study|report|note|quants?|data|work|forecasts?|numbers|group|colleagues|people)(?: (?:of|among) [^,;.]{3,40}?)?`;
export const TEAM_SAYS = caseless(
  `^${TEAM}(?:,[^,]{2,60},)? ${ADVERB}(?:${SAYING}|${HOLDING}|${IS_SAYING}|showing|saying|arguing|finding|suggesting)\\b`,
);
export const OWNS =
  /^'s? (?:[\w-]+ ){0,3}?(?:view|base case|forecast|call|target|price target|point|argument|answer|reading|advice|recommendation|preference|favou?rite|worry|concern|fear|case|thesis|position|stance|conclusion|estimate|work|analysis|message|reply|rule|figures?|numbers?|screen|models?|report|note|letter|survey|verdict|caution|caveat|scenario|optimism|scepticism|skepticism|enthusiasm|take|hunch|bet|pitch|response|retort|rejoinder|objection|pushback|theory|logic|reasoning|instinct|complaint|gripe|prediction|hope|guess|claim|contention|warning|reservations?|doubts?|maths?|line|explanation|words|counter|rebuttal|belief|assumption|suggestion|summary|framework|rationale|bottom line|contribution|summing-up|retort)\b|^'s? (?:[\w-]+ ){1,4}(?:is|was|are|were) that\b/i;
export const BEFORE = caseless(
  String.raw`\b(?:according to|per|in the (?:view|words|opinion|eyes) of|sa(?:id|ys)|wrote|writes|argue[sd]?|add(?:s|ed)|note[sd]|comment(?:s|ed)|explain(?:s|ed)|warn(?:s|ed)|caution(?:s|ed)|ask(?:s|ed)|repl(?:ies|ied)|conclude[sd]|observe[sd]|quip(?:s|ped)|(?:echoed|shared|argued|made|advanced|outlined|put forward|voiced|led|held|published|compiled|written|cited) by|a (?:report|note|study|survey|paper|analysis) (?:from|by)|for|from|at|strategists at|view (?:of|from))[,:]? (?:(?:the|a|an) )?(?:[\p{L}.'&-]+ ){0,3}?(?:(?:${JOB}),? )?$`,
);
export const BEFORE_WEAK = /\b(?:for|from|at) (?:(?:the|a|an) )?(?:[\p{L}.'&-]+ )*$/iu;
/** `a survey by the`: what a source says. */
export const REPORT_BY =
  /\b(?:report|note|study|survey|paper|analysis|poll|research|data|figures|work)s? (?:\w+ |of [^,.;]{3,50} )?by (?:the )?$/i;
export const TOLD =
  /(?<!according )\b(?:told|to|tells|interview with|interviewed by|in|spoke to|spoke with|speaking to|wrote in|by|with|on) (?:the )?$/i;

/** Somebody is spoken of or to: `Ortiz, I note for the record, lit the fuse`; `Ortiz, you said`. */
export const WITH_I =
  /^, (?:as )?(?:I|we) [^,]{2,60},|^, you(?:r|'re|'ve)?\b|^ (?:has|have|had) been saying (?:that|this|so|it|the same)\b/;
/** Somebody is the subject of a clause, whatever the verb: `Greg wasn't having it`. */
const CLAUSE = `(?:^|[;:.] |, (?:but|and|while|whereas|though|although|yet|as|so) |^(?:But|And|Yet|So|Still|Then|Even|Meanwhile|Instead|Only|Later|Elsewhere|While|Whereas|Though|Although|As|When|Here|Enter),? |^[^,;:"]{2,60}, )`;
export const BEFORE_SUBJECT = caseless(
  String.raw`${CLAUSE}["'(*\s-]*(?:the |(?:my|our|his|her) (?:[\p{Ll}-]+ ){1,2}|(?:${HONORIFICS})\.? |(?:${JOB}) )?$`,
);
export const SUBJECT = new RegExp(
  String.raw`^${APPOSITION} ${ADVERB}(?!(?:and|or|of|in|at|to|with|for|from|by|on|as|who|whose|the|a|an|than|nor)\b)\p{Ll}`,
  'u',
);
/** `"Small is cheap." - Jane Doe`. */
export const BEHIND_QUOTE = /["'] ?[-\u2013\u2014]+ ?$/;
/** A person with a clause of speech, whatever its verb: `granted that`. */
export const THAT = new RegExp(String.raw`^${APPOSITION} ${ADVERB}\p{Ll}+(?:s|ed|t) (?:[\p{Ll}-]+ ){0,3}that\b`, 'u');
/** Next to a quotation any verb is one of speech: `"…," Ortiz shrugged`; `"…," shrugged Ortiz`. */
export const BY_QUOTE_BEFORE = /["'],? (?:[\p{Ll}-]+(?:s|ed|d) (?:[\p{Ll}-]+ ){0,2})?$/u;

export const PRONOUN_SUBJECT = caseless(String.raw`(?:${CLAUSE}|["'],? )(he|she)(?: [\p{Ll}']|'(?:s|d|ll)\b)`);
export const PRONOUN = caseless(
  `(?:^|[,;:"'.]|\\b(?:and|but|though|although|while|as|because|that|so|yet|where|which|since|if|when|than)) ?(he|she|they) ${ADVERB}(?:${SAYING}|${HOLDING}|${IS_SAYING}|is|has|was|had|does|did)\\b(?! (?:right|wrong))`,
);
export const PRONOUN_AFTER = caseless(
  `["'”,] ?(?:(?:${SAYING}) (he|she|they)|(he|she|they) ${ADVERB}(?:${SAYING}))\\b`,
);
export const POSSESSIVE = caseless(
  `^(?:but |and |yet |still,? )?(?:in )?(his|her|their) (?:[\\p{L}-]+ ){0,2}(?:view|base case|forecast|call|target|point|argument|answer|reading|advice|recommendation|preference|favou?rite|worry|concern|case|thesis|position|stance|conclusion|estimate|work|analysis|message|opinion|rule|line|phrase|quip|point|take|team|note|report|model|verdict|caveat|scenario)\\b|^(?:but |and |yet )?(his|her) (?:[\\p{L}-]+ ){1,4}?(?:${SAYING})\\b`,
);
/** `in his view`, `by her reckoning`, wherever it stands. */
export const IN_THEIR_VIEW =
  /(?:^|, )to (his|her)(?: mind)?,? (?:this|that|it|the|these|those|small)\b|\baccording to (him|her)\b|\bof (his|her) (?:email|message|note|reply|answer|text|response)s?\b|\b(?:in|by|on|to) (his|her) (?:own )?(?:view|telling|reckoning|words|account|book|opinion|mind|eyes|reading|estimate|estimates|judgement|judgment|experience|arithmetic|count)\b|\b(?:is|was|remains|are|were) (?:still )?(his|her) (?:\w+ ){0,2}(?:concern|worry|fear|point|argument|advice|view|preference|favou?rite|call|case|answer|message|verdict)\b/i;
/** Directly behind a subject: the author weighs somebody, and does not retell him. */
export const JUDGED =
  /^ ?(?:'s|'d)? ?(?:may|might|could|is|was|will|would|has been|be|been|very|well|probably|perhaps|of course|quite|not|\s)*\b(?:right|wrong|correct|mistaken|fair|forgiven|a serious)\b/i;
/** Whoever was asked is who answers: `I rang him for more.` */
export const ASKED_THEM =
  /\b(?:I|[Ww]e) (?:then |later |also )?(?:rang|called|phoned|asked|pressed|pushed|emailed|texted|messaged|put (?:that|this|it) to) (?:him|her|them)\b/;
/** Whoever asks: what is quoted behind it is the other's answer. */
export const ASKS_BACK = /\b(?:asks?|asked|wondered|wanted to know)\b[^"]*\?$/;
/** Beside a name: somebody of the author's house. */
export const OURS_BEFORE =
  /\b(?:my|our) (?:[\w-]+ ){0,5}?(?:partner|colleague|analyst|economist|strategist|officer|head|manager|director|trader|researcher|cio|ceo|cfo)s?(?: of [\w -]{2,30})?,? $/i;
export const OURS_BEHIND =
  /^, (?:strategy|credit|rates|macro|quant|research|economics|sales|trading|equities|risk)\)|^, (?:who [^,]{2,40} )?(?:across the aisle|down the (?:hall|corridor)|upstairs|one desk over)|^, (?:who joined us|our) |^,? (?:on|from|in) (?:the|our) [^,.;]{2,30}(?:desk|team)\b/i;
/** Behind a name: whose figures those of the last firm are. */
export const MADE_THEM =
  /^, who (?:put|compiled|gathered|collected|ran|runs|wrote|led|authored|did|built|keeps) (?:those|these|the|that|it)\b/;
/** The author's word on what was retold. */
export const ASIDE =
  /^["'(]*(?:Quite so|Nonsense|Rubbish|Not so|Wrong|Indeed|Granted|But|Still|Yet|And yet|However|Except|Perhaps|Maybe|That(?:'s| (?:may|might|is|sounds|seems|strikes))|It(?:'s| is) a|Mind you|To be fair|Of course|Well,|Fine|Nice|What an?\b|What \w+ news|True|Fair|Or not|Never mind|Forgive)\b|,? (?:in fairness|to be fair|admittedly),/;
/** Words of somebody who speaks of himself. */
export const FIRST_PERSON = /(?:^|[^\p{L}'])(?:I|we|We|my|My|me|our|Our|us)(?![\p{L}])/u;
const SOMEBODY = `(?:${JOB}|(?:man|woman|chap|bloke|fellow|lady|gentleman|rival|peer|banker|broker|contact|old hand|insider|colleague|friend|reader|client|source|guest|caller|listener|guy|bull|bear|sceptic|skeptic|pundit|member|participant|panelist|panellist|person|official|executive|boss|veteran|neighbour|neighbor)s?\\b)`;
const ANY = "(?:an?|one|another|some|two|three|several|its|their|the \\p{Ll}+'s)";
export const UNNAMED = caseless(
  `(?:^(?:yesterday|today|this morning|last (?:week|month|night)|recently|once),? |^|[,;:."'] {0,2}|\\b(?:and|but|while|as) )(?:${ANY} (?:[\\p{L}-]+ ){0,4}?${SOMEBODY}|one of (?:them|these|those|(?:the|his|her|their|our|my) [\\p{L}-]+))(?: (?:at|of|for|in|with|from|who|who'd|on|I) [^,;"]{2,70}?)?(?:,[^,;"]{2,130},|,)? ${ADVERB}(?:${SAYING}|${IS_SAYING}|is on television \\w+)\\b`,
);
export const UNNAMED_BEHIND = caseless(
  `(?:\\baccording to|["'],? ?(?:${SAYING})) ${ANY} (?:[\\p{L}-]+ ){0,4}?${SOMEBODY}(?: (?:at|of|for|in|with|from) [^,;"]{2,70})?`,
);
const THE_JOB = `the ((?:[\\p{L}-]+ ){0,2}(?:strategist|economist|analyst|manager|chair(?:man|woman|person)?|secretary|treasurer|guest|host|co-host|speaker|historian|consultant|(?:scheme )?actuary|adviser to [\\p{L} -]{3,40}?|head of [\\p{L} -]{3,40}?|chief [\\p{L}]+ officer|chief executive|founder|director|partner|investor|trader|professor|adviser|advisor|veteran|author|researcher|(?:bank|broker|brokerage|firm|house|team|report|note|study|survey|paper|group|strategists|analysts|desk|authors)))`;
/** `One insurer: no sense under his rules.` */
export const UNNAMED_LABEL = caseless(
  `^(?:one|an?|another) (?:[\\p{L}-]+ ){0,3}?(?:${SOMEBODY}|insurer|endowment|allocator|office|fund|bank|desk|house)(?: (?:at|from|in|with) [^:"]{2,40})?: `,
);
export const BY_JOB = caseless(
  `(?:^|^\\d[\\d.]*[.)]? |[,;:"'.] ?|\\b(?:and|but|though|while|(?<=(?:^|, ))as|yet) )${THE_JOB}(?:'s)?(?: (?:at|of|for) (?:the )?\\p{Lu}[^,]{2,45}?)?(?:, [^,]{2,110},)? ${ADVERB}(?:[\\p{L}-]+ ){0,2}?(?:${SAYING}|${HOLDING}|${BEING}|\\p{Ll}+ed)\\b|["'],? (?:${SAYING}) ${THE_JOB}`,
);
export const GROUP = caseless(
  `(?:^|[,;:] |\\b(?:and|but|while|though|as) )((?:(?:some|many|most|several|other|a few|the|few|plenty of|a growing number of|a handful of|wall street|sell-side|buy-side|small-cap|more|a number of|received|orthodox|market|television|tv|clever|serious) )*(?:analysts?|strategists|economists|bulls|bears|sceptics|skeptics|critics|observers|commentators|forecasters|optimists|pessimists|proponents|advocates|enthusiasts|pundits|(?:true )?believers|doubters|naysayers|cynics|purists|contrarians|experts|fans|people|commentariat|salesmen|newspapers|headlines|textbooks|consensus(?= (?:view |opinion )?(?:is|holds|says|believes|thinks|sees))|wall street|others|some|many|(?:conventional |received )?wisdom|lore|folklore)) (?:on wall street |in the market |i speak to |on the desk )?${ADVERB}(?:${SAYING}|is that|hold|remain|prefer|favou?r|have|has it|goes|runs|would|point)\\b`,
);
export const OTHER_GROUP =
  /\b(?:according to|in the view of) (?:some|many|most|several|a few) (?:[\p{L}-]+ ){0,3}(?:analysts|strategists|economists|investors|observers)\b/iu;

/** `the head of equities at`: the person speaks, not the firm. */
export const JOB_AT = caseless(`(?:${JOB}) (?:at|of|for) (?:the )?$`);
/** `strategists such as`. */
export const LIKE =
  /\b(?:experts|strategists|analysts|economists|managers|investors|bulls|bears|sceptics|skeptics|optimists|pessimists|others|veterans|team)(?:,| at [^,]{2,40},?)? (?:like|such as|including|led by) $/i;
