import { horizonOf } from './outlook.ts';
import { sideSaid } from './ruled.ts';
import type { Sentence } from './sentences.ts';
import { ruledBehind } from './side-features.ts';
import { type SideChances, type SideModel, sideChances } from './side-model.ts';
import { entitiesIn, type SizeSide, sideNamed } from './sides.ts';
import type { Attribution } from './speakers.ts';

/** What a sentence shows of a side by itself. */
export interface StanceReading {
  readonly chances: SideChances;
  /** Small or large caps are named or taken up. */
  readonly isOnSize: boolean;
  /** Whom a pronoun of the next sentence may take up. */
  readonly side: SizeSide | undefined;
  /** The rules see a fact or a balance in it. */
  readonly isRuledNeutral: boolean;
  /** It grants the other side a point. */
  readonly isConceding: boolean;
}

/** What is said in so many words needs no weighing. */
const SAID = {
  bullish: { bullish: 0.94, bearish: 0.02, neutral: 0.04 },
  bearish: { bullish: 0.02, bearish: 0.94, neutral: 0.04 },
} as const;

const CONCEDING =
  /\b(?:grant(?:ed)?|conced\w+|admit\w*|to be (?:fair|just)|in fairness|allow(?:s|ed)? that|of course|(?:is|quite|perfectly) true|is real|i(?:'ll| will) give|accept(?:ed|s)? that|i accept|no quarrel|deny|acknowledg\w+|agree\w*|to their credit|fair enough)\b|^["']*(?:yes|true|sure|cheap|right|granted|ok|fine)\b/;

/**
 * @param plain a sentence, or a voice's part of one
 * @param before the sentence before it; empty where it begins a paragraph
 * @param topic whom the text before was about
 */
export const readingOf = (
  plain: string,
  before: string,
  topic: SizeSide | undefined,
  model: SideModel | undefined,
): StanceReading => {
  const text = plain.toLowerCase();
  const isOnSize = entitiesIn(text, topic).length > 0;
  const said = sideSaid(text);
  const ruled = ruledBehind(plain, before);
  return {
    chances: said === undefined ? sideChances(plain, before, model, ruled) : SAID[said],
    isOnSize,
    side: sideNamed(text) ?? (isOnSize ? topic : undefined),
    isRuledNeutral: ruled.stance === 'neutral',
    isConceding: CONCEDING.test(text),
  };
};

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
