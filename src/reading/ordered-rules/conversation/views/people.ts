import type { ViewsQuestion } from '../../../../topics/views/question.ts';
import { viewsQuestion } from '../../views.ts';
import { opening, words } from '../patterns.ts';
import { asked, ofKind, type Rule, type Said } from '../said.ts';
import { horizonIn } from './horizons.ts';

const PRONOUN = words`
  he | she | him | her | his | hers | they | them | their | that (guy|person|analyst|firm|bank)
  (this|the same) (guy|person|analyst)
`;
const WHICH_FIRM = words`
  ^[and|at|from|for]* (which|what|whose) (firm|bank|company|shop|house|employer|broker)
  (who|where) (does|do) (he|she|they) work | ^[and] where (is|are) (he|she|they) [at|from]$
  (his|her|their) (firm|employer|title|role|job|name) | ^who is (he|she|that)$ | ^(what|which) [is] (role|title|job)
`;

/** The people last talked about, for `he` and `which firm`. */
const lastPeople = ({ context }: Said): ViewsQuestion['who'] => {
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  return last?.kind === 'views' ? last.who : undefined;
};

/** `and what does she say about tariffs?`, `which firm?`: of the people last talked about. */
export const samePeople: Rule = (said) => {
  const who = lastPeople(said);
  if (who === undefined || said.who.length > 0) return undefined;
  const asksFirm = WHICH_FIRM.test(said.text);
  if (!asksFirm && !PRONOUN.test(said.text)) return undefined;
  const topics = asksFirm ? [] : ofKind(said.subjects, 'topic');
  return asked(viewsQuestion([...who.map((name) => ({ kind: 'who', name }) as const), ...topics]));
};

const COMPARES = words`
  different | differs? | compare | compared | versus | vs | against | than | and | agree | same as | next to
`;
const POINTS_BACK = words`
  that | he | she | him | her | they | it | them | different | differs? | how (does|do) ... differ\w*
`;
const GOES_ON = opening`
  [and|how about|what about|ok|so]* (versus|vs|against|compared (to|with)|next to)
`;

/** "is X bullish?" asks where X stands; the stance is no filter. */
const ASKS_STANCE = opening`[so|but|and]* (is|are|was|were|does|do|did|isn t|aren t|has|have)`;
const ON_SIDE = words`
  (bullish|bearish|bull|bear|mixed|neutral) (view|views|case|side|argument|arguments|points?)
`;
const ON_TOPIC = words`on | about | regarding | mention | comment | re | with | see`;
const SHORT = 4;
const MOST_TOPICS = 2;

/** The topics that a question about a person is narrowed to: Sweden in any case, others behind `about` or the like. */
const topicsMeant = ({ subjects, topics, text, words: { length } }: Said) => {
  if (topics.length > MOST_TOPICS) return [];
  const about = ofKind(subjects, 'topic');
  return ON_TOPIC.test(text) || length <= SHORT ? about : about.filter(({ topic }) => topic === 'Sweden');
};

/** `what does Lee say about tariffs?`, and `how does she differ from him` after somebody else. */
export const people: Rule = (said) => {
  const { who, subjects, topics, text } = said;
  if (who.length === 0) return undefined;
  const before = lastPeople(said);
  if (before && COMPARES.test(text) && (POINTS_BACK.test(text) || GOES_ON.test(text))) {
    return asked(viewsQuestion([...before, ...who].map((name) => ({ kind: 'who', name }))));
  }
  const asksStance = ASKS_STANCE.test(text) || who.length > 1;
  const stances = ofKind(subjects, 'stance');
  const isFiltered = !asksStance && stances.length === 1 && ON_SIDE.test(said.plain);
  const horizon = asksStance || (topics.length > 0 && topics.length <= MOST_TOPICS) ? undefined : horizonIn(text);
  return asked({
    ...viewsQuestion([
      ...ofKind(subjects, 'who'),
      ...ofKind(subjects, 'note'),
      ...(isFiltered ? stances : []),
      ...topicsMeant(said),
    ]),
    ...(horizon && { horizon }),
  });
};
