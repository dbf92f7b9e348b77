import { firstWordOf, isOnly, lexiconOf, marked, numbersIn, phrasesOf, slotsOf } from '../../language/index.ts';
import type { Question, SourceQuestion } from '../questions.ts';
import type { ReadTopic } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const SOURCE = lexiconOf(words);

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
