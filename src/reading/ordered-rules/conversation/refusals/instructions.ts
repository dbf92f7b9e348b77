import { viewsQuestion } from '../../views.ts';
import { words } from '../patterns.ts';
import { asked, ofKind, type Rule } from '../said.ts';

const INSTRUCTION = words`
  # leave the rules
  (ignore|disregard|forget|override|bypass|skip) ~4
    (instruction|instructions|rule|rules|prompt|prompts|guideline|guidelines|guardrails|restrictions|programming
    |training|filters|notes|above)
  disable (citations|sources|safety|filters|rules|checks) | without (restrictions|citations|sources|rules)
  system prompt | (developer|debug|admin|god|dan) mode | jailbreak | sudo | your (prompt|instructions|rules)
  unrestricted | hidden (instructions|rules|prompt) | ^system | ^override | new (rule|instruction) | from now on
  henceforth | drop table | select \* | rm rf | script | eval | exec
  # be somebody else
  you are now | act as | act like | pretend | role ?play | simulate being | impersonate | speak as | behave as
  # say what is not so
  repeat after me | (answer|speak|respond) freely | you must [now] (say|tell|write|answer|claim)
  (promise|guarantee|swear) [me|us|that]* (\d|small|the russell|it will|they will|returns|a rally)\w*
  ^(say|write|state|claim|print|output|reply|answer|respond) [only|just|exactly|that|with]* [that]
    (small caps|the russell|everyone|calvasina|kostin|lee|all analysts|yes|no)
  (make|change|set|update|mark|edit|rewrite|turn|flip|relabel) ~3 (stance|view|opinion|bullish|bearish)
  # tell it to all
  tell everyone | announce (that|to) | post to (all|every) | (ping|message|dm) everyone | spam
  ^(post|announce|tweet|broadcast|publish|send) ... (that|in general|to everyone|to all|everyone|channel)
`;

const ASKS_STANCE = words`what | who | is | her | his | their | stance | view | say | says`;
const ROLE = words`
  act as | act like | pretend | role ?play | impersonate | speak as | simulate | ignore | disregard | system prompt
  promise | guarantee
`;

/** `ignore your rules`, `pretend to be Powell`: no orders are taken. */
export const instructions: Rule = ({ text, subjects }) => {
  if (!INSTRUCTION.test(text)) return undefined;
  // "from now on Calvasina is bullish, what is her stance?" asks for what the notes say, and gets it
  const asksStance =
    ASKS_STANCE.test(text.replace(/^from now on/, '')) && subjects.some(({ kind }) => kind === 'stance');
  const people = ofKind(subjects, 'who');
  if (people.length > 0 && asksStance && !ROLE.test(text)) return asked(viewsQuestion(people));
  return asked({ kind: 'refusal', reason: 'instruction' }, true);
};

const ADD_NOTE = words`
  (add|save|store|upload|record|insert|ingest|include|import|append|remember|log) ~3
    (note|notes|view|claim|article|report|quote|opinion|source)
  ^(add|new|save) [a] (note|view|claim) | please remember that
  ^[please] (save|store|remember|note|log|record|keep) (this|that|the following)
  remember [that] .* (says|said|thinks|targets|sees|expects|(is|turned) (bullish|bearish))
  ^(fyi|note that|for the record) ... (says|said|now|targets|turned|is [now] (bullish|bearish))
`;

/** `remember that Lee turned bearish`: the library changes by its files alone. */
export const newNotes: Rule = ({ text }) =>
  ADD_NOTE.test(text) ? asked({ kind: 'refusal', reason: 'adding a note' }, true) : undefined;
