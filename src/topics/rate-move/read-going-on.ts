import { marked, type Utterance } from '../../language/index.ts';

const OPENS = new Set(
  `and but so ok okay k now then also no nope nah sorry sry actually instead same what if or with without at for make try do again rather i hmm hm well plus
  let lets say suppose assume assuming change set use keep only just anyway anyways right also back wait put`.split(
    /\s+/,
  ),
);
/** These open a question of its own as often: only with the word behind them do they go on. */
const OPENS_TWO =
  /^(?:what about|how about|what if|and if|i meant|i mean|let us|or a|for the|make it|do the|now do|now with)$/;
const ASKS_ANEW = /^(?:what if|suppose the|say the|assume the|if the|what happens|what does|i want|so what|ok so)$/;
const SHORTEST_QUESTION = 4;

/** Whether the words change what was asked last and do not ask something of their own: `and 75?`, `25 instead`, `same but 30% floating`. */
export const goesOn = (utterance: Utterance): boolean => {
  const { words, tokens } = utterance;
  const said = words.filter((_, at) => tokens[at]?.kind !== 'sign');
  if (said.length < SHORTEST_QUESTION) return true;
  const first = said[0] ?? '';
  const two = said.slice(0, 2).join(' ');
  const isBack = ['reference', 'reset', 'undo', 'more', 'scale'].some((tag) =>
    marked(utterance, tag).some(({ value }) => value !== 'both' && value !== 'that'),
  );
  const isLast = /^(?:instead|too|again|still|rather|then)$/.test(said.at(-1) ?? '');
  return isBack || isLast || OPENS_TWO.test(two) || (OPENS.has(first) && !ASKS_ANEW.test(two)) || two === 'what if';
};
