import { isOnly, lexiconOf, numbersIn, phrasesOf, strangeIn, type Utterance, wholeOf } from '../../language/index.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const TALK = lexiconOf(words);

/** `help please`: one word asks for help among few. */
const MOST_BESIDE_ONE = 3;

const lengthOf = ({ tokens }: Utterance): number => tokens.filter(({ kind }) => kind === 'word').length;

/** Greetings and thanks, and what can be asked. */
export const readHelp: ReadTopic = (utterance) => {
  const phrases = phrasesOf(utterance, TALK);
  const whole = wholeOf(utterance);
  const reading = (said?: 'hello' | 'thanks'): Reading => ({
    asks: { kind: 'help', ...(said && { said }) },
    name: 'What can be asked',
    how: 'exact',
    uses: [whole],
    isPrivate: true,
  });
  if (utterance.words.every((word) => !/[\p{L}\p{N}]/u.test(word))) return [reading()];
  if (numbersIn(utterance).length > 0) return [];
  const isSaid = (...tags: readonly string[]): boolean =>
    phrases.has(tags[0] as string) &&
    utterance.tokens.every(
      ({ kind }, at) =>
        kind === 'sign' || tags.some((tag) => phrases.of(tag).some(({ from, to }) => from <= at && at < to)),
    );
  // "thanks john": a name of anybody
  const isToSomebody =
    phrases.of('thanks', 'thanks').some(({ from }) => from === 0) &&
    /^(?:thanks?|thx|ty|cheers|tks)$/.test(utterance.words[0] ?? '') &&
    lengthOf(utterance) <= 3 &&
    strangeIn(utterance, phrases.all).length === 1 &&
    isOnly(utterance, [...phrases.all, ...strangeIn(utterance, phrases.all).map((at) => ({ from: at, to: at + 1 }))]);
  if (isToSomebody || isSaid('thanks', 'filler', 'hello')) return [reading('thanks')];
  if (isSaid('hello', 'filler', 'thanks')) return [reading('hello')];
  const words = phrases.of('help', 'help');
  const isLong = words.some(({ from, to }) => to - from > 1);
  return words.length > 0 &&
    (isLong || utterance.words.length <= MOST_BESIDE_ONE) &&
    isOnly(utterance, [...words, ...phrases.all])
    ? [reading()]
    : [];
};
