import {
  isOnly,
  lexiconOf,
  numbersIn,
  type Phrases,
  phrasesOf,
  slotsOf,
  strangeIn,
  type Utterance,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { AboutAspect } from './question.ts';
import words from './words.json' with { type: 'json' };

const ABOUT = lexiconOf(words);

/** A question about the product as a button asks it. */
export const ABOUT_NAMES: Readonly<Record<AboutAspect, string>> = {
  what: 'What this is',
  'can do': 'What can be asked',
  data: 'How fresh the data are',
  model: 'What the model leaves out',
  privacy: 'What is stored',
};

const OF_MODEL: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve', 'method', 'about']);

const MOST_WORDS = 14;

/** What is kept of what somebody wrote, and what is held against the model, in words that are put together. */
const readTalk = (utterance: Utterance, phrases: Phrases, context: Context | undefined): readonly Reading[] => {
  const uses = [...phrases.all, ...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')];
  if (numbersIn(utterance).length > 0 || utterance.words.length > MOST_WORDS || !isOnly(utterance, uses)) return [];
  const isKept = phrases.has('kept', 'kept') && phrases.has('kept', 'mine') && slotsOf(utterance, 'who').length === 0;
  const isSeen = phrases.has('kept', 'others') && phrases.has('kept', 'seen') && utterance.words[0] === 'can';
  if (isKept || isSeen)
    return [{ asks: { kind: 'about', aspect: 'privacy' }, name: ABOUT_NAMES.privacy, how: 'exact', uses }];
  const isOfModel = context !== undefined && !context.stale && OF_MODEL.has(context.last.kind);
  return isOfModel && phrases.has('critique')
    ? [{ asks: { kind: 'about', aspect: 'model' }, name: ABOUT_NAMES.model, how: 'exact', uses }]
    : [];
};

/** What this is, what it can do, how fresh its data are, what its model leaves out, what is stored: said whole. */
export const readAbout: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, ABOUT);
  const talk = readTalk(utterance, phrases, context);
  if (talk.length > 0) return talk;
  const [mark] = [...phrases.of('about')].sort((one, other) => other.to - other.from - (one.to - one.from));
  if (mark === undefined || (mark.to - mark.from === 1 && utterance.words.length > 3)) return [];
  if (numbersIn(utterance).length > 0 || slotsOf(utterance, 'who').length > 0 || slotsOf(utterance, 'note').length > 0)
    return [];
  if (strangeIn(utterance, phrases.all).length > 0 || !isOnly(utterance, phrases.all)) return [];
  const aspect = mark.value as AboutAspect;
  return [
    {
      asks: { kind: 'about', aspect },
      name: ABOUT_NAMES[aspect],
      how: 'exact',
      uses: phrases.all,
    },
  ];
};
