import { slotsOf, type Utterance } from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Context } from '../topics/context.ts';
import type { NamedQuestion } from '../topics/turn.ts';
import { termsIn, viewsButtonName, viewsOf } from '../topics/views/read-terms.ts';
import { likestTo } from './ranker/read.ts';

const MOST = 3;

/** Words of these meanings are about what is answered here; without any, resemblance is chance. */
const OURS: ReadonlySet<string> = new Set(
  `fed rate company parameter income index ratio views market odds people document who note topic stance rotation`.split(
    ' ',
  ),
);

/** What the words name: somebody's views, a topic's, a note's. */
const named = (utterance: Utterance, library: Library): readonly NamedQuestion[] => {
  const { who, notes, topics } = termsIn(utterance, library);
  if (who.length + notes.length + topics.length === 0) return [];
  const question = viewsOf({ who, notes, topics });
  return [{ name: viewsButtonName(question), question }];
};

/** What words that no topic reads come nearest to, each as it would be asked: what they name, then what they resemble. */
export const nearestIn = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
): readonly NamedQuestion[] => {
  if (!utterance.marks.some(({ tag }) => OURS.has(tag)) && slotsOf(utterance, 'note').length === 0) return [];
  const all = [...named(utterance, library), ...likestTo(utterance, context, library, MOST)];
  return [...new Map(all.map((one) => [JSON.stringify(one.question), one])).values()].slice(0, MOST);
};
