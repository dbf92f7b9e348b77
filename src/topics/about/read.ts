import { isOnly, lexiconOf, matcherOf, type Place, phrasesOf, slotsOf } from '../../language/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import { ABOUT_ASPECTS, type AboutAspect } from './question.ts';
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

/** The answers that are reckoned with the model. */
const OF_MODEL: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve', 'method', 'about']);

/** Whether the answer shown last is of the model: what is said against a model is said of that one. */
const isOfModel = (context: Context | undefined): boolean =>
  context !== undefined && !context.stale && OF_MODEL.has(context.last.kind);

const MOST_WORDS = 14;
/** A single word asks for an aspect among so many. */
const FEW = 3;

/** What this is, what it can do, how fresh its data are, what its model leaves out, what is stored of a person. */
export const readAbout: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, ABOUT);
  const matches = matcherOf(utterance, phrases);
  const about = (aspect: AboutAspect, uses: readonly Place[] = phrases.all) => [
    exactly({ kind: 'about', aspect }, ABOUT_NAMES[aspect], uses),
  ];
  if (matches('#number')) return [];
  // put together: "do you remember what i asked last week", "that is a big omission"
  const uses = [...phrases.all, ...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')];
  if (utterance.words.length <= MOST_WORDS && isOnly(utterance, uses)) {
    const isKept = ['kept:kept kept:mine -#who', 'kept:others kept:seen =can'].some(matches);
    if (isKept) return about('privacy', uses);
    if (phrases.has('critique') && isOfModel(context)) return about('model', uses);
  }
  const [mark] = phrases.of('about').toSorted((one, other) => other.to - other.from - (one.to - one.from));
  const aspect = ABOUT_ASPECTS.find((one) => one === mark?.value);
  const isSaid = mark && (mark.to - mark.from > 1 || utterance.words.length <= FEW);
  return aspect && isSaid && matches('-#who -#note') && isOnly(utterance, phrases.all) ? about(aspect) : [];
};
