import { matchAt } from '../../lexicon.ts';
import { subjectsOf, wordsOf } from '../../subjects.ts';
import { clip } from '../../tokens.ts';
import { nearestSubjects } from '../../views.ts';
import { words } from '../patterns.ts';
import { ofKind, type Rule, type Said } from '../said.ts';

/** People and firms that are in none of the notes and are asked about all the same. */
const KNOWN_ELSEWHERE = words`
  # the Fed and the Treasury
  bernanke | greenspan | yellen | waller | goolsbee | jefferson | kashkari | mester | bostic | daly | hassett | warsh
  miran | bessent | lagarde
  # strategists and economists
  savita subramanian | subramanian | binky chadha | chadha | torsten slok | slok | jan hatzius | hatzius | ed yardeni
  yardeni | liz ann sonders | sonders | jill carey hall | carey hall | dubravko | lakos bujas | cameron dawson
  mohamed el erian | el erian | roubini | siegel | paul krugman | krugman | stiglitz | larry summers | summers | gartman
  # investors
  jim cramer | cramer | warren buffett | buffett | buffet | ray dalio | dalio | michael burry | burry | cathie wood
  ackman | gundlach | dimon | elon musk | musk | soros | howard marks | druckenmiller | tepper | icahn | jeremy grantham
  grantham
  # firms
  blackrock | vanguard | citigroup | citi | barclays | deutsche bank | deutsche | hsbc | nomura | evercore
  piper sandler | oppenheimer | blackstone | bridgewater | pimco | state street | schwab | t rowe price | invesco
  stifel | raymond james | truist | bnp | societe generale | socgen | credit suisse | lazard | pictet | robeco
  schroders | amundi | natixis
  apollo | carlyle | kkr | citadel | two sigma | renaissance | millennium | point72 | motley fool | seeking alpha
  zacks | morningstar
  # anybody
  tom brady | biden | obama | putin | taylor swift
`;

/** One or two words that may be a name. */
const NAME = '[a-z]{3,}(?: [a-z]{3,})?';
/** Words that stand before a view and are nobody's name. */
const NO_SUBJECT = [
  'not|has|have|had|who|whose|the|it|that|this|he|she|they|we|you|i|a|an|small|large|rates?|anyone|anybody|everyone',
  'russell|market|fed|notes?|street|analysts?|all|any|each|both|no|your|my|our',
].join('|');
const NO_OWNER = 'the|a|an|small|large|all|any|each|analysts?|both|this|that|my|your';
const NO_AUTHORITY = 'the|a|an|small|note|whom?|this|that|how|what';
const DOES = 'does|did|do|is|was|has|what does|what did|what do|how does|how did|would';
const THINKS = [
  'like|likes|think|thinks|say|says|said|believe|believes|feel|feels|see|sees|expect|expects|view|recommend|recommends',
  'predict|predicts|forecast|forecasts|bullish|bearish|bull|bear|stand|on small|about small',
].join('|');
const VIEW = 'view|views|opinion|take|stance|thoughts|position|call|forecast|outlook|target|quote|comment|comments';

/** `does Jones like small caps`, `the view of Jones`, `according to Jones`. */
const NAMED: readonly RegExp[] = [
  new RegExp(`\\b(?:${DOES})(?: mr| mrs| ms| dr)? ((?!(?:${NO_SUBJECT})\\b)${NAME}) (?:${THINKS})\\b`),
  new RegExp(`\\b(?:${VIEW})s? (?:of|from|by) ((?!(?:${NO_OWNER})\\b)${NAME})\\b`),
  new RegExp(`\\b(?:according to|quote) ((?!(?:${NO_AUTHORITY})\\b)${NAME})$`),
];

/** Ordinary words that stand where a name would. */
const ORDINARY = words`
  # how somebody feels
  cautious | worried | wary | keen | constructive | convinced | undecided | torn | against
  # whoever it is
  author | authors | bulls? | bears? | bullish | bearish | people | everyone | strategists? | analysts? | others | else
  # what may be said of many things
  really | ever | still | only | also | actually | note | notes | bot | tool | model | formula | record
  smallcap | largecap | company | companies | cap | caps | net | income | interest | index | ratio | discount | multiple
  valuation | cut | cuts | hike | hikes | rate | rates | dot | plot | plots | month | months | year | today
`;

const IS_THOUGHT = new RegExp(`^(?:${THINKS})$`);

/** `Lee Cooperman`: a name of two words that begins like one in the notes and goes on otherwise. */
const isNamesake = (named: string, { subjects, library }: Said): boolean => {
  const [first = '', second = ''] = named.split(' ');
  const lexicon = subjectsOf(library);
  return (
    second !== '' &&
    !second.endsWith('ly') &&
    !IS_THOUGHT.test(second) &&
    subjects.some((one) => one.kind === 'who' && wordsOf(one.name).includes(first)) &&
    matchAt(lexicon, [first, second], 0)?.length === 1 &&
    matchAt(lexicon, [second], 0) === undefined &&
    !lexicon.known.has(second)
  );
};

/** `what does Buffett think?`: somebody the notes do not know, asked back with the nearest names they do. */
export const strangers: Rule = (said) => {
  const { text, who, library, subjects } = said;
  const listed = KNOWN_ELSEWHERE.exec(text)?.[0];
  // a first name alone may be anybody's: the full name decides
  const named = NAMED.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])[0];
  if (who.length > 0 && !listed?.includes(' ') && !isNamesake(named ?? '', said)) return undefined;
  const isOrdinary = ofKind(subjects, 'stance').length > 0 || ORDINARY.test(named ?? '');
  const name = listed ?? (isOrdinary ? undefined : named);
  if (name === undefined) return undefined;
  return { kind: 'unclear', reason: 'not-in-notes', words: clip(name), nearest: nearestSubjects(name, library) };
};
