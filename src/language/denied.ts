import type { Place } from './size.ts';
import { isLinked, marked, slotsOf, type Utterance } from './utterance.ts';

/** `12 is too much, 6`. */
const TOO =
  /^(?:is|was|seems|feels|looks)? ?(?:way |a bit |far )?(?:too (?:much|many|high|big|large|steep|low|small|little)|wrong)\b/;

/** `undo that 50, 25 instead`. */
const TAKEN_BACK = /\b(?:undo|scrap|forget|ditch|cancel) (?:the|that|my|this) $/;

/** `i said 75, i meant 25`. */
const isMisspoken = ({ words }: Utterance, { from, to }: Place): boolean =>
  /^(?:said|typed|wrote|put|asked)$/.test(words[from - 1] ?? '') &&
  /^(?:,|but|and|when|sorry)? ?i (?:really |actually )?(?:meant|mean|wanted)\b/.test(words.slice(to, to + 5).join(' '));

/** Words that deny a number. */
export const isDenied = (utterance: Utterance, { from, to }: Place, isOfWay = false): boolean =>
  (!isOfWay &&
    TAKEN_BACK.test(`${utterance.words.slice(0, from).join(' ')} `) &&
    slotsOf(utterance, 'amount').some((one) => one.from >= to && one.duty === 'must')) ||
  (!isOfWay && isMisspoken(utterance, { from, to })) ||
  (!isOfWay && TOO.test(utterance.words.slice(to, to + 5).join(' '))) ||
  (isOfWay && /^(?:forget|drop|scrap|ditch)$/.test(utterance.words[from - 1] ?? '')) ||
  marked(utterance, 'negation').some(
    (mark) =>
      isLinked(utterance, mark.to, from, /^(?:a|the|by|of|just|only)$/, 2) &&
      (isOfWay || !/^(?:no|nor|dont|doesnt|without|never)$/.test(utterance.words[mark.from] ?? '')),
  );
