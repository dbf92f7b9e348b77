import type { Place } from './size.ts';
import { isLinked, marked, type Utterance } from './utterance.ts';

/** Words that deny the number behind them. */
export const isDenied = (utterance: Utterance, { from }: Place, isOfWay = false): boolean =>
  (isOfWay && /^(?:forget|drop|scrap|ditch)$/.test(utterance.words[from - 1] ?? '')) ||
  marked(utterance, 'negation').some(
    (mark) =>
      isLinked(utterance, mark.to, from, /^(?:a|the|by|of|just|only)$/, 2) &&
      (isOfWay || !/^(?:no|nor|dont|doesnt|without|never)$/.test(utterance.words[mark.from] ?? '')),
  );
