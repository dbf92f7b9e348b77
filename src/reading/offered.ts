import { told, wholeOf } from '../language/index.ts';
import type { Question } from '../topics/questions.ts';
import type { Reading, ReadTopic } from '../topics/reading.ts';

/** What one of several is called by its place, the last by what it is too. */
const PLACES: readonly RegExp[] = [
  /^(?:first|1 ?st|former|top|(?:option|number|choice|button) (?:1|one|a))$/,
  /^(?:second|2 ?nd|(?:option|number|choice|button) (?:2|two|b))$/,
  /^(?:third|3 ?rd|(?:option|number|choice|button) (?:3|three|c))$/,
];
const MIDDLE = /^middle$/;
const LAST = /^(?:last|latter|bottom)$/;
const LARGEST = /^(?:biggest|largest|highest)$/;
const SMALLEST = /^(?:smallest|littlest|lowest)$/;
const YES =
  /^(?:yes|yeah|yea|yep|yup|ye|ya|yh|y|aye|sure|correct|right|exactly|precisely|indeed|absolutely|please|ok|okay|bingo|spot on|of course|that|this|(?:yes |yeah |yep |yup )?(?:that|this|thats|that is|it is)(?: is)?(?: it| right| correct| what i (?:mean|meant)| the)?|you got it|go(?: ahead| on| for it)?|do (?:it|that))$/;
/** What stands around it: `the first one please`, `go with option 2`. */
const AROUND =
  /\b(?:the|one|ones|go with|go for|take|pick|choose|please|pls|plz|then|thanks|thx|ta|cheers|mate|obviously|i mean|i meant|lets do|ok so|id say|just|only|q)\b/g;

const sizeOf = (question: Question): number =>
  question.kind === 'rate-move' ? Math.abs(question.moveBps) : Number.NaN;

const pickOf = (said: string, offered: readonly Question[]): Question | undefined => {
  const bare = said
    .replace(/\b(option|number|choice|button) one\b/, '$1 1')
    .replace(AROUND, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (offered.length === 1 && (YES.test(said) || YES.test(bare))) return offered[0];
  const place = PLACES.findIndex((one) => one.test(bare));
  if (place >= 0) return offered[place];
  if (offered.length === 3 && MIDDLE.test(bare)) return offered[1];
  if (offered.length > 1 && LAST.test(bare)) return offered.at(-1);
  const sized = [...offered].sort((one, other) => sizeOf(other) - sizeOf(one));
  const isSized = new Set(offered.map(sizeOf)).size === offered.length && offered.every((one) => sizeOf(one) > 0);
  if (!isSized || offered.length < 2) return undefined;
  return LARGEST.test(bare) ? sized[0] : SMALLEST.test(bare) ? sized.at(-1) : undefined;
};

/** `the first one`, `2`, `the biggest`, `yes`: one of the readings that were asked back. */
export const readOffered: ReadTopic = (utterance, context) => {
  const offered = context?.offered ?? [];
  if (offered.length === 0) return [];
  const said = told(utterance);
  const question = pickOf(said, offered);
  if (question === undefined) return [];
  const reading: Reading = { asks: question, name: 'That one', how: 'exact', uses: [wholeOf(utterance)] };
  return [reading];
};
