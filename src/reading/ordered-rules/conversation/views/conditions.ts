import type { Need } from '../../../../topics/views/question.ts';
import { words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';

const NEEDS: readonly (readonly [need: Need, said: RegExp])[] = [
  ['soft landing', words`soft landing`],
  [
    'no recession',
    words`(no|without|avoid\w*|absent|barring) [a] recession | recession free | if [there is] (a|no) recession`,
  ],
  ['stronger economy', words`(strong|stronger|better|improving|robust|good|growing) (economy|growth|economic)`],
  ['falling rates', words`(falling|lower|declining|cuts? in) rates? | rate cuts? | fed [to] cut\w*`],
];
const CONDITION = words`
  condition | conditions | conditional | conditionally | caveat | caveats | unless | provided | only if
  depend | depends | dependent | hinge | hinges | contingent | predicated | rests? on | rely | relies | count on
  counting on | assumes? | assuming | require | requires | need | needs | needed | what (must|has to|needs to) happen
`;
const WHOSE = words`who | whose | which | views? | calls? | all | any | anyone | analysts? | what`;

/** What a view is asked to rest on, where a condition is asked for. */
export const needIn = ({ text }: Said): Need | undefined => {
  if (!CONDITION.test(text)) return undefined;
  return NEEDS.find(([, said]) => said.test(text))?.[0] ?? (WHOSE.test(text) ? 'anything' : undefined);
};

const OF_CALLS = words`
  (who|whose|which|what) ... (calls?|views?|analysts?|case|bulls?|bears?|thesis|theses) | (who|whose|which) ... needs?
`;

/** `whose call needs a soft landing?`, asked of everybody: before a word such as `hold` is read as a move. */
export const conditions: Rule = (said) => {
  const needs = OF_CALLS.test(said.text) && said.who.length === 0 ? needIn(said) : undefined;
  return needs && asked({ kind: 'views', needs });
};
