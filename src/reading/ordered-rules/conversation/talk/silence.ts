import { whole } from '../patterns.ts';
import type { Rule } from '../said.ts';

const SILENCE = whole`
  [please] (stop|stop (talking|replying|answering|posting|it)|enough|leave us [alone]|leave me alone|go away
    |be quiet|quiet|silence|shut up|mute|hush) [please|bot|now|here|in this thread]*
`;

/** `stop`, `be quiet please`: the bot is to say no more in this thread. */
export const silence: Rule = ({ text }) => (SILENCE.test(text) ? { kind: 'silence' } : undefined);
