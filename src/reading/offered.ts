import { isOnly, marked, says } from '../language/index.ts';
import type { Reading, ReadTopic } from '../topics/reading.ts';

const PLACES = ['first', 'second', 'third'] as const;
const YES = /^(?:yes|yeah|yea|yep|yup|y|aye|sure|correct|right|exactly|indeed|please)$/;
const NO_MORE = /^(?:thanks|thx|ty|cheers|but|no|not)$/;

/** `the first one`, `yes`: one of the readings that were asked back. */
export const readOffered: ReadTopic = (utterance, context) => {
  const offered = context?.offered ?? [];
  // "back to the first question": of the conversation
  if (says(utterance, /^(?:back|q|question|returning|return)$/)) return [];
  const marks = PLACES.flatMap((place) => marked(utterance, 'reference', place));
  const [mark] = marks;
  const isYes = offered.length === 1 && YES.test(utterance.words[0] ?? '') && !says(utterance, NO_MORE);
  const question = mark
    ? offered[PLACES.indexOf(mark.value as (typeof PLACES)[number])]
    : isYes
      ? offered[0]
      : undefined;
  if (question === undefined || !isOnly(utterance, [...marks, ...marked(utterance, 'only')])) return [];
  const reading: Reading = {
    asks: question,
    name: 'That one',
    how: 'exact',
    uses: [...marks, { from: 0, to: utterance.tokens.length }],
  };
  return [reading];
};
