import {
  isOnly,
  lexiconOf,
  marksOf,
  matcherOf,
  numbersIn,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { type Library, notesBy } from '../../notes/index.ts';
import { type Context, noteShown, shownIn } from '../context.ts';
import { exactly, type Reading, type ReadTopic, strangeAmong } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const NOTES = lexiconOf(words);
const ALL = 'The notes';

const AMONG = /\b(?:these|those|them|ones|which|any)\b/;
/** `which of these predate the sept 24 cut`: the list has their dates. */
const AGED =
  /\b(?:pre ?-?dates?|post ?-?dates?|(?:older|newer|earlier|later) than|(?:written|published|dated|c[ao]me out|out) (?:before|after|since))\b/;
const APART = new RegExp(`${AGED.source}|\\b(?:before|after|since)\\b`);

/** The note that is named by number, author or publisher; the one last talked about where words point back to it. */
const noteMeant = (
  utterance: Utterance,
  phrases: Phrases,
  library: Library,
  context: Context | undefined,
): { readonly note?: string | undefined; readonly uses: readonly Place[] } => {
  const named = slotsOf(utterance, 'note');
  if (named.length > 0) return { ...(named.length === 1 && { note: named[0]?.value }), uses: named };
  const who = slotsOf(utterance, 'who');
  const [own] = notesBy(
    who.map(({ value }) => value),
    library,
  );
  if (own !== undefined) return { note: own, uses: who };
  const last = shownIn(context);
  if (last === undefined || !phrases.has('theNote')) return { uses: [] };
  return { note: noteShown(last), uses: phrases.of('theNote') };
};

/** `one line on each of the five notes`, and why it should be short, as behind a comma. */
const readEach = (utterance: Utterance, phrases: Phrases): readonly Reading[] => {
  const { soft, typed } = utterance;
  const [noun] = phrases.of('noun');
  if (!noun || !matcherOf(utterance, phrases)('each:each each:line -#note -#who -#topic')) return [];
  const isExcused = ({ from }: Place): boolean => phrases.has('excuse') && soft[from] !== soft[noun.from];
  const isSaid = numbersIn(utterance).every(
    (slot) => isExcused(slot) || /^(?:five|5|one|1|a)\b/i.test(typed.slice(slot.start, slot.end)),
  );
  return isSaid ? [exactly({ kind: 'notes' }, ALL, [wholeOf(utterance)])] : [];
};

/** `which notes do you have?`, `note 003 in short`. */
export const readNotes: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, NOTES);
  const lines = readEach(utterance, phrases);
  if (lines.length > 0) return lines;
  const matches = matcherOf(utterance, phrases);
  const said = utterance.joined;
  const shown = shownIn(context);
  const isOfThose =
    shown?.kind === 'notes' && shown.note === undefined && AMONG.test(said) && !matches('@fed') && APART.test(said);
  // "which of these predate the sept 24 cut", as first words
  const isOpening = shown === undefined && AMONG.test(said) && /\bpre ?-?dates?\b/.test(said);
  if (isOfThose || isOpening || (matches('@document -#note -#who -#topic') && AGED.test(said)))
    return [exactly({ kind: 'notes' }, ALL, [wholeOf(utterance)])];
  const numbers = numbersIn(utterance).filter(
    (one) => ![...phrases.of('list'), ...phrases.of('summary')].some((mark) => overlaps(mark, one)),
  );
  if (matches('content|#stance') || numbers.length > 0) return [];
  const { note, uses } = noteMeant(utterance, phrases, library, context);
  const places = [...phrases.all, ...uses, ...marksOf(utterance, 'document', 'people', 'views', 'who')];
  if (strangeAmong(utterance, places, phrases.of('excuse')).length > 0) return [];
  const isSummary = phrases.has('summary', 'summary');
  const topics = slotsOf(utterance, 'topic').filter(
    (one) => ![...uses, ...phrases.of('list', 'list')].some(({ from, to }) => from <= one.from && one.to <= to),
  );
  if (topics.length > 0 && !isSummary) return [];
  const isOpened =
    matches('summary:open #note|byNote') ||
    (note !== undefined && matches('=wrote|=author|=written|=published|=human theNote'));
  const isAlone =
    // "only from note 001": of what was shown
    matches('#note|@document:document -=from -=in -=only') &&
    isOnly(utterance, [...uses, ...marksOf(utterance, 'document')]);
  const isShort = matches('summary:summary') || (isOpened && matches('#note|@document:document|theNote'));
  if (note !== undefined && (isShort || isAlone))
    return [exactly({ kind: 'notes', note }, `Note ${note} in short`, places)];
  const isElse = topics.some(({ value }) => value !== 'Sweden' && value !== 'flows');
  // "the oldest of those": one of the notes listed
  const isOfList = shown?.kind === 'notes' && matches('=oldest|=newest|=latest|=freshest|=earliest');
  // "which of them is the newest", behind views, which carry their dates
  const isOfViews = shown?.kind === 'views' && matches('=one|=ones|=them|=those|=these');
  if (uses.length > 0 || isElse || isOfList || isOfViews || matches('#who')) return [];
  const isListed =
    (phrases.has('fresh') && !matches('=move|=cut|=hike|=decision|=meeting|=change|=trade')) ||
    matches('list:list list:beside') ||
    phrases.of('list', 'list').some(({ from, to }) => to - from > 1 || utterance.words.length <= 2);
  return (isListed && isOnly(utterance, places)) || (isSummary && matches('@document'))
    ? [exactly({ kind: 'notes' }, ALL, places)]
    : [];
};
