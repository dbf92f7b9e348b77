import { lexiconOf, phrasesFound, unreadIn, wholeOf } from '../language/index.ts';
import type { ReadTopic } from '../topics/reading.ts';

const STOP = lexiconOf({
  stop: {
    stop: `stop|stop talking|stop replying|stop answering|stop posting|stop it|stop now|enough|leave us alone|leave us|leave me alone|go away|
      be quiet|quiet|silence|shut up|mute|hush|shush|shh|pipe down|zip it`,
  },
  beside: {
    beside:
      'can you|could you|just|bot|now|for now|here|in here|in this channel|in this thread|please|pls|thanks|will you|would you|til we call you|until we call you',
  },
});

/** `stop`, `be quiet please`: the bot is to say no more in this thread; `stop it for now` pauses a brief spoken of. */
export const readSilence: ReadTopic = (utterance, context) => {
  if (context?.brief && /\bfor now\b/i.test(utterance.typed)) return [];
  const found = phrasesFound(utterance, STOP);
  const isSaid = found.some(({ tag }) => tag === 'stop');
  return isSaid && unreadIn(utterance, found).length === 0
    ? [{ asks: { kind: 'silence' }, name: 'Be silent in this thread', how: 'exact', uses: [wholeOf(utterance)] }]
    : [];
};
