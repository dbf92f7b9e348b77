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
import words from './words.json' with { type: 'json' };

const NOTES = lexiconOf(words);

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
