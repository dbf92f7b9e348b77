import { firstWordOf, isOnly, lexiconOf, marked, numbersIn, phrasesOf, slotsOf } from '../../language/index.ts';
import type { Question, SourceQuestion } from '../questions.ts';
import type { ReadTopic } from '../reading.ts';

const SOURCE = lexiconOf({
  source: {
    source: `in which of the documents|which of the documents|in which of the notes|which of the notes|in which note|in which piece|in which document|in which article|where in the note|where in the notes|where in the piece|which of them says that|who claims it|who says it|whose claim is it|whose claim|who came up with that|whose words|who dreamt those up|who dreamed those up|who made those up|who picked those|who chose those|source|sources|citation|citations|cite|cites|cite that|reference|references|ref|refs|proof|evidence|link|links|the page|link or page|page or link|the exact source|what is the source|whats the source|what are the sources|where is the source|show the source|show source|show sources|your source|your sources|its source|source for that|source for this|source please|got a source|have a source|is there a source|any source|
      cite your sources|cite sources|prove it|prove that|how do you know|how do you know that|which text|which document|which piece|what text|which note is that from|which note is this from|which note is it from|which note was that|which note says that|which note says so|which note says this|which note said that|which note said so|which note does that come from|which paragraph|which section|which article|which source|what paragraph|
      who claims that|who claims so|who claimed that|who said that|who said so|who said this|who says|who says that|who says so|who says this|who wrote that|who wrote this|says who|according to who|according to whom|
      where is that from|where is this from|where is it from|wheres that from|wheres this from|where are those from|where are these from|where are they from|where from|from where|where does that come from|where does this come from|where does it come from|where do those come from|where do these come from|where do they come from|where does the number come from|where does the figure come from|where do the numbers come from|where do these numbers come from|
      where do the figures come from|where is the number from|where is that number from|where did you get that|where did you get this|where did you get it|where did you get those|where did you find that|where did that come from|where did this come from|where did it come from|where do you get that|where you get that|where you get that from|where you got that|where you got that from|where ya get that|where do you get this|where do you get that from|where does it say that|where do they say that|where is that stated|where was that printed|where was this printed|where was it printed|where is that printed|where was that published|where was it published|where was that written|where did that run|where did that appear|where was that in|who printed that|who published that|where can i read that|where can i find that|where was that said|what is that based on|what is this based on|what was that based on|based on what|whats it based on|whats that based on`,
    when: 'date on that|date on it|the date on that|whats the date on that|date for that|dated when|when dated|when is that dated|when is that from|when is it from|from when|from when is that|as of when was that|how long ago was that|when did that come out|when did he say it|when did she say it|is that recent|is this recent|how recent is that|how recent is this|is that still current|is that fresh|when was that said|when was this said|when was that written|when was this written|when was that published|when was it published|when was that|when was it said|what date is that|how old is that|how old is this|how old is that view|how old is that figure|how old is that number|when did they say that|when did he say that|when did she say that|date of that',
  },
  /** `where was that printed`, `which paper was it in`: beside a word that asks where. */
  printed: {
    printed:
      'read it|read that|read this|read more|find it|find that|look it up|look that up|printed|print it|print that|published|publish|written|written up|wrote that up|wrote this up|wrote it up|came out in|come out in|quoted|documented|taken from|drawn from|lifted from|sourced|sourced from|originate|originates|appeared in|appear in|reported|which paper|what paper|which article|what article|which publication|what publication|which outlet|what outlet|which report|what report|which piece|what piece|which note|what note|what page|which page',
  },
  /** `did he write it like this or is it your own invention`: who thought of the model. */
  ours: {
    ours: `method yours|model yours|calculation yours|formula yours|is it yours|is this yours|is that yours|your own|own invention|own idea|your invention|your idea|your method|your model|your calculation|invention|invented|invent|invent this|invent it|came up with|come up with|made this up|made it up|made up by you|thought this up|designed this|designed it|devised this|devised it|write it like this|write it like that|write it this way|do it like this|do it like that|do it this way|whose method|whose model|whose calculation|whose formula|whose maths`,
    model: 'method|model|calculation|formula|approach|maths|math|logic|framework|idea',
  },
  beside: {
    beside:
      'please|exact|original|exactly|number|figure|claim|one|note|here|actually|again|line|page|mean|answer|reply',
  },
  library: {
    library:
      'who says what|list your sources|list the sources|list sources|what are your sources|show me your sources|your sources are|all sources|all your sources|which sources do you use|what sources do you use',
  },
});

const OF_MODEL: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve', 'method', 'about']);
const FORMULA: SourceQuestion['of'] = { kind: 'method', aspect: 'formula' };

/** `source?`, `which note says so`: where the last answer has its figures and views from. */
export const readSource: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, SOURCE);
  if (phrases.has('library') || numbersIn(utterance).length > 0 || context?.stale) return [];
  const isPrinted =
    phrases.has('printed') && /^(?:where|which|what|who)$/.test(utterance.words[firstWordOf(utterance)] ?? '');
  const isOfModel = context !== undefined && OF_MODEL.has(context.last.kind);
  const isOurs = phrases.has('ours', 'ours') && (isOfModel || phrases.has('ours', 'model'));
  const last = context?.last;
  if (!phrases.has('source') && !isOurs && !(isPrinted && last)) return [];
  const uses = [
    ...phrases.all,
    ...marked(utterance, 'reference'),
    ...marked(utterance, 'document'),
    ...marked(utterance, 'views'),
    ...(isOurs ? [...slotsOf(utterance, 'who'), ...slotsOf(utterance, 'note')] : []),
  ];
  if (!isOnly(utterance, uses)) return [];
  const reading = { name: 'Where that comes from', how: 'exact', uses } as const;
  if (isOurs && !isOfModel) return [{ ...reading, asks: FORMULA }];
  if (last === undefined || last.kind === 'help') return [{ ...reading, asks: { kind: 'notes' } }];
  // views carry their dates
  if (!phrases.has('source', 'source') && !isPrinted && last.kind === 'views') return [{ ...reading, asks: last }];
  if (last.kind === 'source') return [{ ...reading, asks: last }];
  return [{ ...reading, asks: { kind: 'source', of: last.kind === 'about' ? FORMULA : last } }];
};
