import { wordSet } from '../../tokens.ts';
import { viewsQuestion } from '../../views.ts';
import { everywhere, holdsOnly, opening, whole, words } from '../patterns.ts';
import { asked, ofKind, type Rule } from '../said.ts';
import { needIn } from './conditions.ts';
import { horizonIn } from './horizons.ts';
import { VIEW_WORDS } from './view-words.ts';

const OTHER_SIDE = whole`
  [and|what about|how about|show|now|ok|so|give|me|us]* [the]
    (other|opposite|opposing|flip) (side|sides|view|views|camp|people|ones)
  [and|what about|how about]* [the] (others|rest|counter ?arguments?|counterpoint)
  [ok|and|so|but]* who
    (takes the (opposite|other) (view|side)|disagrees|is against|opposes|says otherwise|differs)
    [with (them|him|her|that|this|it)]
`;

/** `and the other side?` after one side. */
export const otherSide: Rule = ({ text, context }) => {
  const last = context?.last;
  if (!OTHER_SIDE.test(text)) return undefined;
  if (last?.kind !== 'views') return asked({ kind: 'views' });
  const { page: _, stances, who: __, ...rest } = last;
  if (stances?.includes('bearish')) return asked({ ...rest, stances: ['bullish'] });
  return asked({ ...rest, stances: stances?.includes('bullish') ? ['bearish'] : ['bearish', 'mixed'] });
};

/** Who says nothing else asks for everybody's view of small caps: `lay out both camps`. */
const EVERYBODY = wordSet(`
  what which who how many show list give me put set lay line out up please are is do does you have there any of in on
  for by with and or so a an it this that these their them all the every both else say says saying think thinks look
  like lean stand where count split tally s
  note notes everyone everybody everything analyst analysts strategist strategists they people names house research
  street wall view views opinion opinions voice voices take takes stance stances side sides camp camps case cases
  argument arguments summary consensus balance sentiment rundown overall currently general market pros cons against vs
  versus mixed bull bulls bear bears bullish bearish small cap caps smallcap smallcaps smalls stocks russell 2000
  rotation about
`);
const OF_EVERYBODY = words`
  who | views? | opinions? | stances? | bulls? | bears? | bullish | bearish | analysts? | strategists? | everyone
  everybody | consensus | people | sides? | sentiment | voices? | they | street | case | arguments? | takes? | rundown
  camps? | pros
`;

/** `both sides` alone is the stance of those who see them. */
const SHOW_BOTH_SIDES = opening`(lay out|set out|show|give|list) [me|us] [the] both sides`;

/** `what does the street think?`: all views, unless one side is named. */
export const everybody: Rule = ({ text, subjects }) => {
  const stances = new Set(ofKind(subjects, 'stance').map(({ stance }) => stance));
  const isOneSide = stances.size === 1 && !SHOW_BOTH_SIDES.test(text);
  const isMeant = !isOneSide && holdsOnly(EVERYBODY, text) && OF_EVERYBODY.test(text);
  return isMeant ? asked({ kind: 'views' }) : undefined;
};

const SMALL_CAPS = 'small|the russell|smalls|r2k';
const SOMEBODY = 'who [else|all|here]|anyone|anybody|everyone|everybody|those|people';

const FOR = words`
  good (for|news for) (${SMALL_CAPS})\w* | constructive
  (is anyone|${SOMEBODY}) [is|are|who]* 
    (likes?|loves?|favou?rs?|constructive|keen|positive|upbeat|for it|backs?|supports?
    |on board|buys? (the|this) (story|trade|idea))
`;
const AGAINST = words`
  bad (for|news for) (${SMALL_CAPS})\w* | against (${SMALL_CAPS}|the trade|it)
  (${SOMEBODY}) [is|are|who]* (thinks? ~3 will not|dislikes?|hates?|doubts?|doubtful|against|cautious|wary|worried
    |not (convinced|buying|sold)|unconvinced|avoids?|warns?|opposes?|pushes back)
`;

/** `who likes the trade`, `who is wary`: one side in other words than `bullish` and `bearish`. */
export const leanings: Rule = ({ text, who, subjects }) => {
  if (who.length > 0 || ofKind(subjects, 'stance').length > 0) return undefined;
  const stance = AGAINST.test(text) ? 'bearish' : FOR.test(text) ? 'bullish' : undefined;
  return stance && asked(viewsQuestion([{ kind: 'stance', stance }, ...ofKind(subjects, 'topic')]));
};

const EVERYDAY = everywhere`positive | negative | mixed | neutral`;
const BULLISH_ON_RATES = words`bullish on rates`;
const SHORT = 3;

/** "negative rates", "positive net income" are no stances. */
const isNoStance = (text: string, length: number): boolean => {
  const rest = text.replace(EVERYDAY, '');
  return rest !== text && !VIEW_WORDS.test(rest) && length > SHORT;
};

/** `bearish views on tariffs`, `who needs a soft landing`, `long term views`: views by side, condition or horizon. */
export const groupedViews: Rule = (said) => {
  const {
    text,
    subjects,
    words: { length },
  } = said;
  if (said.who.length > 0) return undefined;
  const stances = ofKind(subjects, 'stance');
  const notes = ofKind(subjects, 'note');
  const topics = ofKind(subjects, 'topic');
  const needs = needIn(said);
  const horizon = horizonIn(text);
  if (needs) return asked({ ...viewsQuestion([...stances, ...notes]), needs });
  if (stances.length === 0) {
    const isOfHorizon = horizon !== undefined && VIEW_WORDS.test(text) && topics.length === 0;
    return isOfHorizon ? asked({ ...viewsQuestion(notes), horizon }) : undefined;
  }
  if (isNoStance(text, length)) return undefined;
  const sides = new Set(stances.map(({ stance }) => stance));
  const isBothSides = sides.has('bullish') && sides.has('bearish');
  const about = BULLISH_ON_RATES.test(text) ? topics.filter(({ topic }) => topic !== 'rates') : topics;
  return asked({
    ...viewsQuestion([...(isBothSides ? [] : stances), ...notes, ...about]),
    ...(horizon && { horizon }),
  });
};
