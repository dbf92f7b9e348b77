import { conditionOf, horizonOf } from './outlook.ts';
import { plainSigns } from './paragraphs.ts';
import type { Sentence } from './sentences.ts';
import type { SizeSide } from './sides.ts';
import type { Attribution } from './speakers.ts';
import { type StanceReading, stanceOf } from './stance.ts';
import { FIRST_PERSON } from './words/speech.ts';

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

/** Every voice's part of every sentence with its stance; a sentence takes up what the one before was about. */
export const voiceParts = (
  sentences: readonly Sentence[],
  attributions: ReadonlyMap<Sentence, readonly Attribution[]>,
  subject: SizeSide | undefined,
): readonly VoicePart[] => {
  const parts: VoicePart[] = [];
  let before: SizeSide | undefined = subject;
  let paragraph = 0;
  for (const sentence of sentences) {
    if (sentence.paragraph.number > paragraph + 1) before = subject;
    paragraph = sentence.paragraph.number;
    for (const attribution of attributions.get(sentence) ?? []) {
      for (const part of apart(sentence, attribution)) {
        const words = sentence.plain.slice(part.from, part.to);
        const reading = stanceOf(
          part.from > 0 || part.to < sentence.plain.length ? words.replace(JOIN, '') : words,
          before,
        );
        parts.push({ sentence, attribution: part, reading });
        before = reading.side ?? before;
      }
    }
  }
  return parts;
};

export const voiceKey = ({ voice }: Attribution): string => voice.name ?? voice.firm ?? '';

const LEAST_LEAN = 2;
const CLEAR_OWN_LEAN = 0.6;
const TITLE_WEIGHT = 1.5;
const CLEAR_LEAN = 0.5;

const RATING = /\b(?:over|under)-?weight\b|\b(?:prefer|favou?r)(?:s|ed|ring)?\b[^.;]{0,60}\b(?:over|to|than)\b/i;
const sideOf = ({ reading }: VoicePart): number =>
  reading.stance === 'bullish' ? 1 : reading.stance === 'bearish' ? -1 : 0;

/** The side that each voice takes on the whole, where it does: above zero for small caps. A rating decides by itself. */
export const leansOf = (parts: readonly VoicePart[], title: number): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(parts, ({ attribution }) => voiceKey(attribution))].map(([key, own]) => {
      const rated = new Set(
        own
          .filter(({ sentence }) => RATING.test(sentence.plain))
          .map(sideOf)
          .filter((side) => side !== 0),
      );
      const [rating = 0] = rated;
      if (rated.size === 1) return [key, rating] as const;
      // a view with an if says less of the whole
      const sides = own.map(
        (part) => sideOf(part) * part.reading.confidence * (conditionOf(part.sentence.plain) === null ? 1 : 0.4),
      );
      const isAuthor = own[0]?.attribution.role === 'author';
      const sum = sides.reduce((one, other) => one + other, isAuthor ? title : 0);
      const total = sides.reduce((one, other) => one + Math.abs(other), isAuthor ? Math.abs(title) : 0);
      const isClear = isAuthor
        ? Math.abs(sum) >= LEAST_LEAN && Math.abs(sum) >= CLEAR_OWN_LEAN * total
        : Math.abs(sum) >= 0.6 && Math.abs(sum) >= CLEAR_LEAN * total;
      return [key, isClear ? Math.sign(sum) : 0] as const;
    }),
  );

/** The next sentence takes it back: `Except that the 18 leaves out every company that loses money.` */
export const isTakenBack = ({ sentence }: VoicePart, sentences: readonly Sentence[]): boolean => {
  const next = sentences[sentences.indexOf(sentence) + 1];
  return next?.paragraph === sentence.paragraph && TAKING_BACK.test(next.plain);
};
const TAKING_BACK =
  /^["'(]*(?:Except\b|It is not supported|It isn't supported|The (?:record|evidence|history|faith) (?:is|says|does|suggests)|So they (?:are|were)\. |Perhaps\.|Nonsense|Not really|Not so fast|Not quite|Don't be fooled|Do not be fooled|Look (?:closer|again)|That is (?:wrong|misleading|not)|That's (?:wrong|misleading|not)|We (?:disagree|doubt it|are not convinced|think not)|I (?:disagree|doubt it|am not convinced|don't buy it))/;

export const titleSide = (title = ''): number => {
  const { stance } = stanceOf(plainSigns(title), undefined);
  return stance === 'bullish' ? TITLE_WEIGHT : stance === 'bearish' ? -TITLE_WEIGHT : 0;
};

/** What would prove a view wrong, or did. */
const OWN_RISK =
  /\brisks? (?:to|for) (?:our|this|the|that|my) (?:\w+ )?(?:view|call|position|case|thesis|forecast|recommendation|stance|trade|overweight|underweight)\b|\bwhat (?:would|could) (?:prove us|go) wrong\b|\bwe (?:would|could|may) be wrong\b|\b(?:I|we) (?:under|over)estimated\b|\b(?:I|we) (?:got (?:this|that|it)|were|was) (?:badly |plainly |simply )?wrong\b/i;

const LEAN_CONFIDENCE = 0.35;
const LEAST_OWN_SCORE = 0.4;

/** What a sentence leaves open is read from the side its voice takes in the rest of the note, if surely not so surely. */
export const leaning = (
  part: VoicePart,
  lean: number,
  isReporter: boolean,
  isNear: boolean,
  sentences: readonly Sentence[],
): VoicePart => {
  const { reading, attribution, sentence } = part;
  if (isTakenBack(part, sentences) && reading.isOnSize)
    return {
      ...part,
      reading: { ...reading, stance: reading.score > 0 ? 'bearish' : 'bullish', confidence: LEAN_CONFIDENCE },
    };
  if (reading.stance !== 'unclear') return part;
  const isOwn = attribution.role === 'author';
  if (isOwn && isReporter) return reading.isOnSize ? { ...part, reading: { ...reading, stance: 'neutral' } } : part;
  // said of small caps without their name
  if (!reading.isOnSize && isNear && Math.abs(reading.score) >= LEAST_OWN_SCORE && !isReporter)
    return {
      ...part,
      reading: { ...reading, stance: reading.score > 0 ? 'bullish' : 'bearish', confidence: LEAN_CONFIDENCE },
    };
  if (lean !== 0 && OWN_RISK.test(sentence.plain))
    return { ...part, reading: { ...reading, stance: lean > 0 ? 'bearish' : 'bullish', confidence: LEAN_CONFIDENCE } };
  if (lean === 0 || (isOwn && !reading.isOnSize && !isNear) || Math.sign(reading.score) === -lean) return part;
  return { ...part, reading: { ...reading, stance: lean > 0 ? 'bullish' : 'bearish', confidence: LEAN_CONFIDENCE } };
};

/** An author who never says `I` or `we` and quotes others reports. */
export const isReporting = (parts: readonly VoicePart[]): boolean => {
  const own = parts.filter(({ attribution }) => attribution.role === 'author');
  const first = own.filter(({ sentence }) => sentence.quotes.length === 0 && FIRST_PERSON.test(sentence.plain)).length;
  return first < 0.08 * own.length && parts.length - own.length > 0.25 * parts.length;
};
