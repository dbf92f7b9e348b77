import { horizonOf } from './outlook.ts';
import type { Sentence } from './sentences.ts';
import type { SideModel } from './side-model.ts';
import type { SizeSide } from './sides.ts';
import type { Attribution } from './speakers.ts';
import { readingOf, type StanceReading } from './stance.ts';

/** What one voice says in one sentence, and the side it takes there. */
export interface VoicePart {
  readonly sentence: Sentence;
  readonly attribution: Attribution;
  readonly reading: StanceReading;
}

/** What joins a part to the rest of its sentence says nothing about the part. */
const JOIN = /^[,;\s]*(?:while|whereas|but|and|though|although|yet)\b\s*/i;

/** One voice's two views, where a sentence looks ahead differently far on the two sides of a `but`. */
const apart = (sentence: Sentence, attribution: Attribution): readonly Attribution[] => {
  const words = sentence.plain.slice(attribution.from, attribution.to);
  const at = words.search(/[,;]? (?:but|though|although|yet|while|whereas) /);
  if (at < 0) return [attribution];
  const [first, second] = [words.slice(0, at), words.slice(at)].map((half) => horizonOf(half, undefined)?.label);
  if (first === undefined || second === undefined || first === second) return [attribution];
  const middle = attribution.from + at;
  return [
    { ...attribution, to: middle },
    { ...attribution, from: middle },
  ];
};

/** Every voice's part of every sentence as it reads by itself; a sentence takes up what the one before was about. */
export const voiceParts = (
  sentences: readonly Sentence[],
  attributions: ReadonlyMap<Sentence, readonly Attribution[]>,
  subject: SizeSide | undefined,
  model: SideModel | undefined,
): readonly VoicePart[] => {
  const parts: VoicePart[] = [];
  let side: SizeSide | undefined = subject;
  let last: Sentence | undefined;
  for (const sentence of sentences) {
    if (sentence.paragraph.number > (last?.paragraph.number ?? 0) + 1) side = subject;
    const before = last?.paragraph === sentence.paragraph ? last.plain : '';
    for (const attribution of attributions.get(sentence) ?? []) {
      for (const part of apart(sentence, attribution)) {
        const words = sentence.plain.slice(part.from, part.to);
        const isWhole = part.from === 0 && part.to === sentence.plain.length;
        const reading = readingOf(isWhole ? words : words.replace(JOIN, ''), before, side, model);
        parts.push({ sentence, attribution: part, reading });
        side = reading.side ?? side;
      }
    }
    last = sentence;
  }
  return parts;
};

export const voiceKey = ({ voice }: Attribution): string => voice.name ?? voice.firm ?? '';
