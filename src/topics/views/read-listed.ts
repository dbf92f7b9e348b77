import { isOnly, lexiconOf, numbersIn, phrasesOf, type Utterance } from '../../language/index.ts';
import { isNamedSource, type Library, onePerVoice, STANCES } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn, isFlagged } from '../../record/index.ts';
import type { IsoDate } from '../../units.ts';
import { findingsIn } from '../findings.ts';
import type { Question } from '../questions.ts';
import { exactly, type Reading } from '../reading.ts';
import type { ViewsQuestion } from './question.ts';
import { viewsButtonName } from './read-filters.ts';
import { isAskedFor, narrowed, partAsked } from './selection.ts';
import words from './words.json' with { type: 'json' };

/** Words for one item of a list, and for a shorter list. */
const LISTED = lexiconOf(words.listed);

/** Each item of the list shown last, in its order, as a question of its own. */
const itemsOf = (last: Question, library: Library, today: IsoDate | undefined): readonly Question[] => {
  switch (last.kind) {
    case 'check':
      return findingsIn(library)
        .all.filter(
          ({ id, note }) => (!last.note || note.startsWith(last.note)) && (last.findings?.includes(id) ?? true),
        )
        .filter(isFlagged)
        .map(({ id }) => ({ kind: 'check', findings: [id] }));
    case 'conflicts':
      return conflictsIn(library, CITED_RECORD).map(({ id }) => ({ kind: 'conflicts', conflicts: [id] }));
    case 'notes':
      return library.notes
        .toSorted((one, other) => other.date.localeCompare(one.date))
        .map(({ number }) => ({ kind: 'notes', note: number }));
    case 'views': {
      // what came of views is not in their words
      if (last.expired || last.proved || today === undefined) return [];
      const part = partAsked(last, { library, today });
      const isByVoice = part === undefined || (last.stances !== undefined && last.who === undefined);
      const everybody = narrowed(
        library,
        library.views.filter((view) => isAskedFor(last, view)),
      );
      const shown = part?.shown ?? STANCES.flatMap((stance) => onePerVoice(everybody, stance, today));
      return shown.map((claim) =>
        isByVoice && isNamedSource(claim)
          ? { kind: 'views', who: [claim.voice] }
          : { kind: 'views', claims: [claim.id] },
      );
    }
    default:
      return [];
  }
};

const itemNamed = (item: Question): string =>
  item.kind === 'notes' ? `Note ${item.note}` : item.kind === 'views' ? viewsButtonName(item) : `That ${item.kind}`;

const DEFAULT_MOST = 3;
const LARGEST_MOST = 9;

/** The kinds whose answers are lists, of which one item may have been opened since. */
const LISTS: ReadonlySet<Question['kind']> = new Set(['views', 'check', 'conflicts', 'notes']);

/** `the second one in detail`, `the next one`, `how many is that`, `just three`: of the list shown last. */
export const readListed = (
  utterance: Utterance,
  last: Question,
  before: ViewsQuestion | undefined,
  library: Library,
  today: IsoDate | undefined,
): readonly Reading[] => {
  const phrases = phrasesOf(utterance, LISTED);
  const beside = phrases.of('beside');
  const places = [...phrases.of('place'), ...(last.kind === 'notes' ? phrases.of('age') : [])];
  const [place, second] = places;
  // one that was opened stands in the list before it
  const isOpened = last.kind === 'views' && (last.who ?? last.claims) !== undefined && before?.who === undefined;
  const lists = [last, ...(before && isOpened ? [before] : [])];
  // "what does it want to happen first", behind one note
  const isOfIt = last.kind === 'notes' && last.note !== undefined && /\b(?:it|happen)\b/.test(utterance.joined);
  const items = lists.map((list) => itemsOf(list, library, today)).findLast((some) => some.length > 1) ?? [];
  const shown = items.findIndex((one) => JSON.stringify(one) === JSON.stringify(last));
  const [step] = shown < 0 ? [] : phrases.of('step');
  const at = step ? shown + Number(step.value) : place && !second ? Number(place.value) : undefined;
  const item = at === undefined || isOfIt || (step && at < 0) ? undefined : items.at(at);
  const said = step ? phrases.of('step') : places;
  if (item && isOnly(utterance, [...said, ...beside])) return [exactly(item, itemNamed(item), phrases.all)];
  const counted = phrases.of('again');
  if (counted.length > 0 && LISTS.has(last.kind) && isOnly(utterance, [...counted, ...beside]))
    return [exactly(phrases.has('again', 'list') ? (lists.at(-1) ?? last) : last, 'The same list', phrases.all)];
  if (last.kind !== 'views') return [];
  const [count] = numbersIn(utterance);
  const most = count && 'value' in count ? Number(count.value) : DEFAULT_MOST;
  const uses = [...phrases.of('few'), ...phrases.of('beside'), ...(count ? [count] : [])];
  const isWhole = Number.isInteger(most) && most >= 1 && most <= LARGEST_MOST;
  const isFew = count ? phrases.has('few', 'most') && isWhole : phrases.has('few', 'few');
  const { page: _, ...rest } = last;
  return isFew && isOnly(utterance, uses) ? [exactly({ ...rest, most }, viewsButtonName({ ...rest, most }), uses)] : [];
};
