import { marked, slotsOf, tongueOf, type Utterance, wholeOf } from '../language/index.ts';
import { LARGEST_MOVE_BPS } from '../topics/rate-move/question.ts';
import type { ReadTopic } from '../topics/reading.ts';
import type { NamedQuestion } from '../topics/turn.ts';
import { viewsOf } from '../topics/views/read-filters.ts';

const MOST_PEOPLE = 2;
const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const SIZED = setOf(
  'basispunkte basispunkten punkte punkten points puntos pontos punti basispunten punkter bps bp pb pbs basis',
);
/** Words of the two directions, by how they begin. */
const CUT = /^(?:senk|zinssenk|baj|recort|baiss|redu|cort|tagli|ribass|sank|rantesank|verla|renteverla)/;
const HIKE = /^(?:erhoh|zinserhoh|anheb|hebt|sub|sube|hauss|relev|mont|alz|aument|rialz|hoj|verho|rentesti)/;

const moveOf = (bps: number): NamedQuestion => ({
  name: `${bps < 0 ? 'Cut' : 'Hike'} ${Math.abs(bps)} bp`,
  question: { kind: 'rate-move', moveBps: bps },
});

/** Both directions of a size, unless the words have one of them. */
const movesIn = ({ words }: Utterance, size: number): readonly NamedQuestion[] => {
  const [isCut, isHike] = [CUT, HIKE].map((way) =>
    words.some((word) => way.test(word.normalize('NFD').replace(/\p{M}/gu, ''))),
  );
  return isCut === isHike ? [moveOf(-size), moveOf(size)] : [moveOf(isCut ? -size : size)];
};

/** What could be made out of it all the same: people, a size of move, a stance. */
const madeOut = (utterance: Utterance): readonly NamedQuestion[] => {
  const people = [...new Set(slotsOf(utterance, 'who').map(({ value }) => value))].slice(0, MOST_PEOPLE);
  if (people.length > 0) return people.map((name) => ({ name, question: viewsOf({ who: [name] }) }));
  const isSized = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    [...utterance.words.slice(from, to), utterance.words[to] ?? ''].some((word) => SIZED.has(word));
  const sizes = [
    ...slotsOf(utterance, 'amount').filter((slot) => slot.unit === 'bp' || isSized(slot)),
    ...slotsOf(utterance, 'count').filter(isSized),
  ];
  const size = sizes[0]?.value;
  if (size !== undefined && size > 0 && size <= LARGEST_MOVE_BPS) return movesIn(utterance, size);
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
