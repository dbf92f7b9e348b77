import {
  isOnly,
  lexiconOf,
  type Mark,
  marked,
  numbersIn,
  type Phrases,
  type Place,
  phrasesOf,
  type Slot,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import type { Context } from '../context.ts';
import type { Reading, ReadTopic } from '../reading.ts';

const NOTES = lexiconOf({
  list: {
    list: `newest research|research you hold|newest research you hold|oldest research|notes list|reading list|library list|notes|sources|articles|documents|reports|research|library|corpus|five notes|all notes|the notes|which notes|what notes|list notes|list your sources|list the sources|your sources|your notes|have you read|what have you read|what do you read|what did you read|what is in your library|what is in the library|what is in the corpus|based on|built on|made of|behind this|knowledge|material|who wrote the notes|who wrote them|who wrote these|
      oldest note|newest note|latest note|most recent note|oldest|newest|which note is the oldest|which note is the newest|how old|how recent|how fresh|how dated|how current|how stale|how up to date|up to date|freshest|when were the notes written|when were they written|which articles|what articles|enumerate|what data do you have|what do you cover`,
    beside:
      'show|list|give|which|what|how many|do you have|do you use|do you know|do you cover|have|use|read|are there|these|in here|included|exist|available|list|your|data|views|information|dates|written|published|all this|answers|oldest|newest|latest|first|last|recent|old|fresh|note|notes|article|five|authors|titles',
  },
  fresh: {
    fresh:
      'how stale|how old|how fresh|how recent|how dated|how current|how up to date|up to date|oldest|newest|freshest|most recent',
  },
  summary: {
    summary: `tldr|tl ; dr|tl / dr|short version|quick version|brief version|condensed version|in brief|in short|in a nutshell|summary|summarise|summarize|summarises|summarizes|summarised|summarized|summaries|gist|overview|recap|synopsis|abstract|cliff notes|one liner|elevator pitch|sum up|sum it up|boil down|bottom line|key point|key points|key message|key messages|takeaway|takeaways|key takeaways|main point|main points|main message|main argument|main idea|
      conclusion|conclusions|thesis|what is it about|what is that about|whats it about|about what|what does it say|what does it argue|what does it conclude|what does it claim|conclude|concludes`,
    open: 'show|open|read|tell me about|what about|who wrote|when was|author|author of|date of|about|what is|whats|title of|written|published|say|says|argue|argues|claim|claims|describe|explain|pull up',
  },
  /** `one line on each of the five notes`. */
  each: {
    each: 'each|every|all|all five|all the|the five|five|per|one by one',
    line: 'line|one line|a line|lines|sentence|sentences|one sentence|a sentence|one liner|one liners|summary|summaries|sum up|summarise|summarize|short|gist|tldr|in brief|blurb|headline',
  },
  theNote: {
    theNote:
      'that note|this note|the note|that one|this one|that article|this article|the article|that piece|this piece|the piece|it|that',
  },
  byNote: { byNote: 'note|piece|article|one|report|paper|story|post|by' },
  content: {
    content:
      'mention|mentions|bullish|bearish|wrong|error|errors|agree|disagree|conflict|think|contradict|mistake|mistakes|reliable|trust|stance|view of|opinion|right|true|accurate|check|fact check|verify|tariffs|say that|discount|figure|figures|number|percent|return|gain|multiple|ratio|level',
  },
});

/** The note that is named by number, author or publisher; the one last talked about where words point back to it. */
const noteMeant = (
  utterance: Utterance,
  phrases: Phrases,
  { notes }: Library,
  context: Context | undefined,
): { readonly note?: string; readonly uses: readonly Pick<Mark, 'from' | 'to'>[] } => {
  const named = slotsOf(utterance, 'note');
  if (named.length > 0) return { ...(named.length === 1 && named[0] && { note: named[0].value }), uses: named };
  const who = slotsOf(utterance, 'who');
  const own = notes.find(({ author, publisher }) =>
    who.some(({ value }) => value === publisher || value === author.name),
  );
  if (own) return { note: own.number, uses: who };
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  if (last === undefined || !phrases.has('theNote')) return { uses: [] };
  const note =
    last.kind === 'check' || last.kind === 'notes'
      ? last.note
      : last.kind === 'views' && last.notes?.length === 1
        ? last.notes[0]
        : undefined;
  return { ...(note && { note }), uses: phrases.of('theNote') };
};

const NOTE_WORDS = /^(?:notes?|pieces?|articles?|reports?|papers?|documents?|sources?)$/;

/** `one line on each of the five notes`, and why it should be short, as behind a comma. */
const readEach = (utterance: Utterance, phrases: Phrases): readonly Reading[] => {
  const { words, soft, tokens } = utterance;
  const at = words.findIndex((word) => NOTE_WORDS.test(word));
  if (at < 0 || !phrases.has('each', 'each') || !phrases.has('each', 'line')) return [];
  const isOne = slotsOf(utterance, 'note').length > 0 || slotsOf(utterance, 'who').length > 0;
  const clause = tokens.flatMap((_, token) => (soft[token] === soft[at] ? [token] : []));
  const [from, to] = [Math.min(...clause), Math.max(...clause) + 1];
  const inClause = (place: Place): boolean => place.from >= from && place.to <= to;
  const isOfAll = (slot: Slot): boolean => /^(?:five|5|one|1|a)\b/i.test(utterance.typed.slice(slot.start, slot.end));
  const isExcuse = words.some((word) => /^(?:call|meeting|hurry|rush|time|minutes?|mins?|late|busy)$/.test(word));
  const isSaid = numbersIn(utterance).every((slot) => isOfAll(slot) || (isExcuse && !inClause(slot)));
  if (isOne || !isSaid || slotsOf(utterance, 'topic').length > 0) return [];
  return [{ asks: { kind: 'notes' }, name: 'The notes', how: 'exact', uses: [wholeOf(utterance)] }];
};

/** `which notes do you have?`, `note 003 in short`. */
export const readNotes: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, NOTES);
  const lines = readEach(utterance, phrases);
  if (lines.length > 0) return lines;
  if (phrases.has('content') || numbersIn(utterance).length > 0) return [];
  const { note, uses } = noteMeant(utterance, phrases, library, context);
  const isSummary = phrases.has('summary', 'summary');
  const said = [
    ...phrases.all,
    ...uses,
    ...marked(utterance, 'document'),
    ...marked(utterance, 'people'),
    ...marked(utterance, 'views'),
    ...marked(utterance, 'who'),
  ];
  if (strangeIn(utterance, said).length > 0) return [];
  const isNarrowed = slotsOf(utterance, 'topic').some(
    (one) => !uses.some(({ from, to }) => from <= one.from && one.to <= to),
  );
  if (isNarrowed && !isSummary) return [];
  const isOpened = phrases.has('summary', 'open') && (slotsOf(utterance, 'note').length > 0 || phrases.has('byNote'));
  if (note !== undefined && (isSummary || isOpened || isOnly(utterance, [...uses, ...marked(utterance, 'document')]))) {
    const isBareWho =
      !isSummary &&
      slotsOf(utterance, 'note').length === 0 &&
      !marked(utterance, 'document').some(({ value }) => value === 'document');
    if (!isBareWho) return [{ asks: { kind: 'notes', note }, name: `Note ${note} in short`, how: 'exact', uses: said }];
  }
  if (
    uses.length > 0 ||
    slotsOf(utterance, 'who').length > 0 ||
    slotsOf(utterance, 'topic').some(({ value }) => value !== 'Sweden' && value !== 'flows')
  )
    return [];
  const isAll = phrases.has('list', 'list') && isOnly(utterance, said);
  const isListed =
    phrases.of('list', 'list').some(({ from, to }) => to - from > 1) ||
    phrases.has('list', 'beside') ||
    utterance.words.length <= 2;
  const isOfAll = isSummary && marked(utterance, 'document').length > 0;
  return (isAll && isListed) || isOfAll || (phrases.has('fresh') && isOnly(utterance, said))
    ? [{ asks: { kind: 'notes' }, name: 'The notes', how: 'exact', uses: said }]
    : [];
};
