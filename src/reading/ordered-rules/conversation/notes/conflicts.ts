import { namedIn } from '../../findings-named.ts';
import { nonEmpty } from '../../non-empty.ts';
import { everywhere, words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';
import { people } from '../views/people.ts';
import { noteMeant } from './note-meant.ts';

const CONFLICT = words`
  conflict | conflicts | conflicting | contradict | contradicts | contradiction | contradictions | contradicting
  contradictory | disagree | disagrees | disagreement | disagreements | inconsistent | inconsistenc(y|ies) | at odds
  odds with each other | clash | clashes | differ | differs | opposing claims
  fit together | reconcile | reconciled | square with | consistent | compatible
  do[es] (they|the notes|all|the analysts|analysts|the authors|authors|notes|everyone|everybody) ~1 agree
  which (note|one|of (them|the two|these)) is (right|correct|wrong|true)
`;
/** The two discounts that the notes print. */
const TWO_DISCOUNTS = words`18 ?(%|percent)? or 40 | 40 ?(%|percent)? or 18`;
/** "your figure differs from the note" is about a sum of the bot's own. */
const OWN_SUM = words`your ~2 (figure|number|result|sum|calc\w*)`;

/** Words that say nothing of what the conflict is about. */
const EMPTY = everywhere`
  notes? | analysts? | authors? | sources? | they | each other | one another | other | where | which | what | any
  are there | with | between | on | about | the | do | does | is | it | or | points? | views? | facts?
`;
const MOST_FOUND = 2;

/** `where do the notes contradict each other?` */
export const conflicts: Rule = (said) => {
  const { text, who, library } = said;
  if (!(CONFLICT.test(text) || TWO_DISCOUNTS.test(text)) || OWN_SUM.test(text)) return undefined;
  // two views of one person are no conflict: the person's horizons say why
  if (who.length > 0 && noteMeant(said) === undefined) return people(said);
  const about = text.replace(CONFLICT, ' ').replace(EMPTY, ' ').trim();
  const found = about === '' ? undefined : nonEmpty(namedIn(library).conflicts.findFully(about, MOST_FOUND));
  return asked({ kind: 'conflicts', ...(found && { conflicts: found }) });
};
