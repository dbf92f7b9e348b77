import { marked, slotsOf, tongueOf, type Utterance, wholeOf } from '../language/index.ts';
import { LARGEST_MOVE_BPS } from '../topics/rate-move/question.ts';
import type { ReadTopic } from '../topics/reading.ts';
import type { NamedQuestion } from '../topics/turn.ts';
import { viewsOf } from '../topics/views/read-terms.ts';

const MOST_PEOPLE = 2;
const SIZED = new Set([
  'basispunkte',
  'punkte',
  'punkten',
  'points',
  'puntos',
  'pontos',
  'punti',
  'basispunten',
  'punkter',
  'bps',
  'bp',
  'pb',
  'pbs',
  'basis',
]);

/** What could be made out of it all the same: people, a size of move, a stance. */
const madeOut = (utterance: Utterance): readonly NamedQuestion[] => {
  const people = [...new Set(slotsOf(utterance, 'who').map(({ value }) => value))].slice(0, MOST_PEOPLE);
  if (people.length > 0) return people.map((name) => ({ name, question: viewsOf({ who: [name] }) }));
  const amount = slotsOf(utterance, 'amount').find(
    ({ unit, to }) => unit === 'bp' || unit === 'points' || SIZED.has(utterance.words[to] ?? ''),
  );
  if (amount && amount.value > 0 && amount.value <= LARGEST_MOVE_BPS) {
    return [{ name: `Cut ${amount.value} bp`, question: { kind: 'rate-move', moveBps: -amount.value } }];
  }
  const stances = marked(utterance, 'stance').map(({ value }) => value);
  const side = (['bullish', 'bearish', 'mixed'] as const).find((one) => stances.includes(one));
  return side ? [{ name: side, question: viewsOf({ stances: [side] }) }] : [];
};

/** `wer ist bullisch?`: words in another language get a notice in that language, and what could be made out. */
export const readOtherLanguage: ReadTopic = (utterance) => {
  const language = tongueOf(utterance);
  if (language === undefined) return [];
  const asks = { kind: 'unclear', reason: 'language', language, nearest: madeOut(utterance) } as const;
  return [{ asks, name: 'Another language', how: 'exact', uses: [wholeOf(utterance)] }];
};
