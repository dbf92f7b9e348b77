import {
  isOnly,
  lexiconOf,
  matcherOf,
  overlaps,
  phrasesOf,
  strangeIn,
  unreadIn,
  wholeOf,
} from '../../language/index.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import type { HelpQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

const TALK = lexiconOf(words);

/** One word asks for help among so many, and thanks somebody by any name: `help please`, `thanks john`. */
const FEW = 3;

/** Greetings and thanks, and what can be asked. */
export const readHelp: ReadTopic = (utterance) => {
  const phrases = phrasesOf(utterance, TALK);
  const matches = matcherOf(utterance, phrases);
  const { words: said, tokens } = utterance;
  const reading = (to?: HelpQuestion['said']) => [
    exactly({ kind: 'help', ...(to && { said: to }) }, 'What can be asked', [wholeOf(utterance)], { isPrivate: true }),
  ];
  if (said.every((word) => !/[\p{L}\p{N}]/u.test(word))) return reading();
  if (matches('#number')) return [];
  const length = tokens.filter(({ kind }) => kind !== 'sign').length;
  const polite = ['hello', 'thanks', 'talk', 'filler'].flatMap((tag) => phrases.of(tag));
  const isPolite = unreadIn(utterance, polite).length === 0;
  const strange = strangeIn(utterance, phrases.all).map((at) => ({ from: at, to: at + 1 }));
  const isToSomebody =
    matches('^to thanks:thanks') &&
    length <= FEW &&
    strange.length === 1 &&
    isOnly(utterance, [...phrases.all, ...strange]);
  // "good morning" thanks for nothing
  const greets = phrases.of('hello').filter(({ from, to }) => to - from > 1);
  const isThanked = phrases.of('thanks').some((mark) => !greets.some((greeting) => overlaps(greeting, mark)));
  if (isToSomebody || (isPolite && isThanked)) return reading('thanks');
  if (isPolite && phrases.has('hello')) return reading('hello');
  if (isPolite && phrases.has('talk')) return reading('remark');
  const isAsked = phrases.of('help', 'help').some(({ from, to }) => to - from > 1 || length <= FEW);
  return isAsked && isOnly(utterance, phrases.all) ? reading() : [];
};
