import type { Question } from '../../../../topics/questions.ts';
import type { Overrides } from '../../../../topics/rate-move/question.ts';
import { changesOf } from '../moves/changes.ts';
import { words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';

const FIGURES = 'numbers|figures|assumptions|inputs';
const CHANGES = 'changes|overrides|assumptions|tweaks|settings|inputs|edits';

const START_OVER = words`
  # all of it
  ^[please] (reset|start over|start again|start from scratch|start fresh|begin again|wipe everything|clear|undo
    |forget (it|that|this|the above|everything)|scrap (it|that|this)|never mind|nevermind) [.{0,30}]$
  ^[a] (fresh start|clean slate|start fresh|from scratch|as before) [please]$
  # what was changed
  (wipe|clear|drop|cancel|remove|discard|forget|scrap) [all] (my|the|those|these|all|our) (${CHANGES})
  remove [the|my|that|all] (override|overrides|change|changes|assumption)
  undo (that|(the|my) (last|change|override|${CHANGES}))
  # the note's own figures
  (back to|use|restore) [the] notes? [s] [own] (input|${FIGURES}|values)
  (note|note s|notes|its|the note s) own (${FIGURES})
  ^(standard|original|default|note|normal|usual|initial) (${FIGURES}|settings|case|values) [again|please]*$
  ^[the] (default|defaults|base case|baseline|original|original numbers|original assumptions) [please|again]$
  (back|go back|return|revert|switch back|reset|restore|use|with|on) [it|that|all|everything] [to] [the]
    (default|defaults|original|originals|originally|standard|normal|note 000|note s own|base case|baseline|usual)
`;

/** The move asked about last, on note 000's own assumptions. */
const withoutChanges = ({ context }: Said): Question | undefined => {
  const move = context?.move;
  return move ? { kind: 'rate-move', moveBps: move.moveBps, ...(move.only && { only: move.only }) } : undefined;
};

/** `start over`, `back to the note's own figures`: the move asked about last without its changes. */
export const startOver: Rule = (said) =>
  START_OVER.test(said.text) ? asked(withoutChanges(said) ?? { kind: 'method', aspect: 'assumptions' }) : undefined;

const ONE = 'floating|float|debt|leverage|rate|ebitda|income|earnings';
const ONE_AGAIN = words`
  (default|original|normal|standard|usual|note s|base) ... (?<usual>${ONE})
  (forget|drop|undo|remove|scrap|reset|clear|ignore|without|take off|take out|get rid of)
    [the|my|that] (?<dropped>${ONE})
`;

const NAMED: ReadonlyMap<string, keyof Overrides> = new Map([
  ['floating', 'floatingShare'],
  ['float', 'floatingShare'],
  ['debt', 'debtToEbitda'],
  ['leverage', 'debtToEbitda'],
  ['rate', 'rate'],
  ['ebitda', 'ebitda'],
  ['income', 'netIncome'],
  ['earnings', 'netIncome'],
]);

/** `back to the default floating share`: one assumption as note 000 has it, the others kept. */
export const oneAssumptionOver: Rule = ({ text, context }) => {
  const { usual, dropped } = ONE_AGAIN.exec(text)?.groups ?? {};
  const move = context?.move;
  const key = NAMED.get(usual ?? dropped ?? '');
  if (!move || key === undefined) return undefined;
  const without = ({ [key]: _, ...rest }: Overrides = {}): Overrides => rest;
  const changes = changesOf({ small: without(move.small), large: without(move.large) });
  return asked({ kind: 'rate-move', moveBps: move.moveBps, ...changes, ...(move.only && { only: move.only }) });
};
