import { slotsOf, type Utterance } from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { ABOUT_NAMES } from '../../topics/about/read.ts';
import { type Context, numbersOf } from '../../topics/context.ts';
import { historyName } from '../../topics/fed-history/read-openings.ts';
import { METHOD_NAMES } from '../../topics/method/read-cited.ts';
import type { Question } from '../../topics/questions.ts';
import { LONGEST_NAME, type Reading } from '../../topics/reading.ts';
import { nameOf as rotationName } from '../../topics/rotation/read-names.ts';
import { viewsButtonName, viewsOf } from '../../topics/views/read-filters.ts';
import { termsIn } from '../../topics/views/read-terms.ts';
import type { Sense } from './model.ts';

/** Which way the words turn a rate, if they do. */
const wayIn = (utterance: Utterance): 'cut' | 'hike' | 'hold' | undefined =>
  slotsOf(utterance, 'direction').find(({ of }) => of === 'rate')?.way;

export interface Filled {
  readonly asks: Question;
  readonly name: string;
  readonly uses: Reading['uses'];
}

const FED_NAMES = {
  odds: 'Odds at the next meeting',
  count: 'How many moves are priced',
  rate: 'The rate that is priced',
  path: 'Odds by meeting',
};

/** The question with what the words name filled in, and as a button asks it. */
export const filled = (
  { kind, asks }: Sense,
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
): Filled | undefined => {
  const plain = (name: string, question: Question | undefined = asks): Filled | undefined =>
    question && { asks: question, name: name.slice(0, LONGEST_NAME), uses: slotsOf(utterance, 'direction') };
  if (kind === 'source') {
    // a source is of an answer
    const last = context?.last;
    return last && plain('Where that is from', last.kind === 'source' ? last : { kind, of: last });
  }
  if (asks === undefined) return undefined;
  switch (asks.kind) {
    case 'views': {
      const { who, notes, topics, uses, left, without } = termsIn(utterance, library);
      if (left.isUnnamed) return undefined;
      const isNamed = topics.length > 0;
      const question = asks.risks
        ? asks
        : viewsOf({ ...asks, who, notes, topics: isNamed ? topics : asks.topics, ...without });
      return { asks: question, name: viewsButtonName(question), uses: asks.risks ? [] : uses };
    }
    case 'method': {
      const { move } = numbersOf(context);
      return plain(METHOD_NAMES[asks.aspect], { ...asks, ...(move && { of: move }) });
    }
    case 'notes':
      return plain('The notes');
    case 'help':
      return plain('What can be asked');
    case 'conflicts':
      return plain('Where the notes disagree');
    case 'check':
      return plain('The notes against the record');
    case 'fed':
      return plain(asks.ask ? FED_NAMES[asks.ask] : 'Next Fed meeting');
    case 'rotation':
      return plain(rotationName(asks));
    case 'fed-history': {
      const way = wayIn(utterance);
      const question = { ...asks, ...(way && asks.ask !== 'cycle' && asks.ask !== 'range' && { way }) };
      return plain(historyName(question), question);
    }
    case 'about':
      return plain(ABOUT_NAMES[asks.aspect]);
    case 'ratio':
      return plain('Russell 2000 over S&P 500');
    case 'rate-move-market':
      return plain('What futures price in, run');
    default:
      return plain('That');
  }
};
