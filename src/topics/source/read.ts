import { isOnly, lexiconOf, marksOf, matcherOf, phrasesOf, slotsOf, wholeOf } from '../../language/index.ts';
import type { SourceQuestion } from '../questions.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const SOURCE = lexiconOf(words);

const OF_MODEL = /^(?:rate-move|compare-moves|solve|method|about)$/;
/** Whose answers are of days of their own. */
const OF_DAYS = /^(?:rotation|fed|fed-history)$/;
const FORMULA: SourceQuestion['of'] = { kind: 'method', aspect: 'formula' };

/** `thats stale tho no`: a remark on the age of what was shown. */
const AGED =
  /^(?:(?:thats|that|this|its|it|is|are|these|those|they|theyre|all|a|bit|rather|pretty|quite|very|so|really|too|isnt|arent|not|kinda|somewhat|looks?|seems?|feels?|getting|hm+|and|but|the) )*(?:stale|dated|outdated|ancient|old news|old|recent|fresh)(?: (?:tho|though|no|now|by now|isnt it|arent they|then|lol|already|eh|right|innit|huh|anymore|any more))*(?: \?)?$/;

/** `source?`, `which note says so`: where the last answer has its figures and views from. */
export const readSource: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, SOURCE);
  const matches = matcherOf(utterance, phrases);
  // of views shown; else of the data
  const isOfViews = context?.last.kind === 'views';
  // "who says otherwise" asks for other views
  if (matches('library|#number|#duration|#span|=otherwise|=good|=bad|=positive|=negative') || context?.stale) return [];
  const last = context?.last;
  // "when was that", behind the high of the ratio, is of that day, and not of who wrote it
  if (phrases.has('source', 'when') && last !== undefined && OF_DAYS.test(last.kind)) return [];
  // "who is quoted in it" is of the note
  const isQuoted = matches('^=who =quoted');
  const isPrinted = last !== undefined && !isQuoted && matches('printed ^=where|^=which|^=what|^=who');
  // "did he write it like this or is it your own invention": who thought of the model
  const isOfModel = last !== undefined && OF_MODEL.test(last.kind);
  const isOurs = phrases.has('ours', 'ours') && (isOfModel || phrases.has('ours', 'model'));
  // "where d'you get the closes"
  const isWhence = last !== undefined && matches('lead:lead>4>lead:tail');
  // "when", behind what somebody said
  const isWhen =
    isOfViews &&
    /^(?:and |so |ok )*(?:when|since when|when did (?:\S+ ){1,3}(?:say|write|claim|think) (?:it|that|this|so)|when was (?:his|her|their|the) (?:view|call|note|quote)|(?:whats the |what is the |what |the )?date|how old is (?:this|it))(?: please)?(?: \?)?$/.test(
      utterance.joined,
    );
  const isAged = AGED.test(utterance.joined);
  // "and in writing, where exactly?"
  const isExact = last !== undefined && last.kind !== 'help' && phrases.has('exactly');
  const isAsked = isWhen || isExact || phrases.has('source', ...(isOfViews ? ['newest'] : []), 'source', 'when');
  if (isAged && last?.kind === 'views')
    return [exactly({ kind: 'source', of: last }, 'Where that comes from', [wholeOf(utterance)])];
  if (!isAsked && !isOurs && !isPrinted && !isWhence) return [];
  const who = slotsOf(utterance, 'who');
  // "and lori's, where is that from": of one of those whose views were shown
  const [whose, other] = context?.views ? who.map(({ value }) => value) : [];
  const uses = [
    ...phrases.all,
    ...marksOf(utterance, 'reference', 'document', 'views'),
    ...(isOurs || whose ? who : []),
    ...(isOurs ? slotsOf(utterance, 'note') : []),
  ];
  if (!isWhen && !isOnly(utterance, uses)) return [];
  const asks = (question: Parameters<typeof exactly>[0]) => [exactly(question, 'Where that comes from', uses)];
  if (isOurs && !isOfModel) return asks(FORMULA);
  if (whose && other === undefined && !isOurs) return asks({ kind: 'source', of: { kind: 'views', who: [whose] } });
  if (last === undefined || last.kind === 'help') return asks({ kind: 'notes' });
  // the card of a note has its date
  if (last.kind === 'source' || (last.kind === 'notes' && phrases.has('source', 'when'))) return asks(last);
  return asks({ kind: 'source', of: last.kind === 'about' ? FORMULA : last });
};
