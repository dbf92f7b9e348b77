import type { Place } from './size.ts';
import { marked, type Utterance } from './utterance.ts';

/** Words that deny the number behind them. */
export const isDenied = (utterance: Utterance, { from }: Place, isOfWay = false): boolean =>
  (isOfWay && /^(?:forget|drop|scrap|ditch)$/.test(utterance.words[from - 1] ?? '')) ||
  marked(utterance, 'negation').some((mark) => {
    const gap = utterance.words.slice(mark.to, from);
    return (
      mark.to <= from &&
      gap.length <= 2 &&
      gap.every((word) => /^(?:a|the|by|of|just|only)$/.test(word)) &&
      (isOfWay || !/^(?:no|nor|dont|doesnt|without|never)$/.test(utterance.words[mark.from] ?? ''))
    );
  });
