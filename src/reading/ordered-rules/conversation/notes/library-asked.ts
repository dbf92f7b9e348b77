import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';
import { noteMeant } from './note-meant.ts';

const CONTENT = 'say|says|said|think|mention|mentions|bullish|bearish|wrong|error|errors|agree|disagree|conflict';

const LIST = words`
  # the notes by their name
  ^[the|all|show|list|give me|me|your|which|what|and|please]*
    (have you read|notes|sources|articles|documents|reports|research|library|corpus|five notes)
    [list|do you (have|use|know|cover|read)|are (there|these|they|in here)|you (have|use|know|read)|you are using
    |exist|available|please|in here|included|behind this]*$
  (which|what|how many|list|show) ~4 (notes|articles|documents|reports|papers)\b(?!.*\b(${CONTENT})\b)
  # what answers are made of
  (what|which) ~3 (knowledge|answers?|material|database|library|corpus|views?) [is|are|comes?|come]
    (based on|from|built on|made of)
  (what|which) (material|sources?|documents?|notes?|data) ~5 (based on|use|rely on|built on|trained on|draw on)
  what is in (the|your) (library|corpus|notes|database)
  # how old they are
  how (old|recent|fresh|dated|current|stale) (are|is) (the|these|your|this|those) ~1
    (notes|views|data|opinions|sources|information|research)
  which (note|one|article) is [the] (oldest|newest|latest|most recent|first|last|freshest)
  (oldest|newest|latest|most recent) (note|article) | when (were|was) [the|these] (notes?|articles?) (written|published)
  # whose they are
  who wrote (the notes|them|these|those)
`;

const A_NOTE = String.raw`note \d+|the \w+ (note|article|piece|one)`;

const SUMMARY = words`
  tldr | tl dr | (short|quick|brief|condensed) version | in brief | the short of it | in short | in a nutshell
  summar\w* | gist | overview | recap | synopsis | abstract | digest | cliff notes | one liner | elevator pitch
  sum up | brief me | boil down | bottom line | key (points|messages?) | takeaways?
  main (points?|message|argument|idea|thesis) | (conclusion|thesis) of
  what is (it|that|this|${A_NOTE}) about | what does (${A_NOTE}) (say|argue|conclude|claim)
  (who wrote|when was|date of|author of) [note] \d+
`;
const ONE_NOTE = words`
  ^[show|open|read|tell me about|what about|and|the]* note \d+$
  (who wrote|when was|author of|date of) ... (note|it|that)
`;
const A_FIGURE = words`return | gain | rise | discount | p ?e | multiple | percent | ratio | level`;
const ALL_NOTES = words`notes | all | everything | them | articles | reports | five`;

/** `which notes do you have?`, `note 003 in short`. */
export const libraryAsked: Rule = (said) => {
  const { text } = said;
  const isSummary = SUMMARY.test(text);
  const note = isSummary || ONE_NOTE.test(text) ? noteMeant(said) : undefined;
  if (note !== undefined && !A_FIGURE.test(text)) return asked({ kind: 'notes', note });
  return LIST.test(text) || (isSummary && ALL_NOTES.test(text)) ? asked({ kind: 'notes' }) : undefined;
};
