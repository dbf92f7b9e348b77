import type { RuledStance } from './ruled.ts';
import { sideFeatures } from './side-features.ts';
import trained from './side-weights.json' with { type: 'json' };

/** How likely each side is, from 0 to 1; the three add up to 1. */
export interface SideChances {
  readonly bullish: number;
  readonly bearish: number;
  readonly neutral: number;
}

/** How much each feature speaks for the two sides rather than for neither, in steps. */
export interface SideModel {
  readonly step: number;
  /** Where the features stand that have weights, in order. */
  readonly places: Int32Array;
  /** Of each place in turn what it speaks for bullish and for bearish. */
  readonly weights: Int8Array;
}

/** The largest weight either way. */
export const LARGEST_WEIGHT = 31;
/** Features are hashed into so many places, of which few are taken. */
const PLACES = 1 << 22;

/** Where a feature stands; FNV-1a. */
export const placeOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
  return hash % PLACES;
};

/** As JSON: for each place in order how far it is from the one before, seven bits a byte, then its two weights in a byte each. */
export const packedModel = ({
  step,
  places,
  weights,
}: SideModel): { readonly step: number; readonly weights: string } => {
  const bytes: number[] = [];
  let last = 0;
  for (const [at, place] of places.entries()) {
    let far = place - last;
    for (; far > 127; far >>= 7) bytes.push(128 | (far & 127));
    bytes.push(far, (weights[2 * at] as number) & 255, (weights[2 * at + 1] as number) & 255);
    last = place;
  }
  return { step, weights: Buffer.from(bytes).toString('base64') };
};

export const unpackedModel = (packed: { readonly step: number; readonly weights: string }): SideModel => {
  const bytes = Buffer.from(packed.weights, 'base64');
  const [places, weights] = [new Int32Array(bytes.length), new Int8Array(2 * bytes.length)];
  let [place, count] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    let far = 0;
    for (let shift = 0; ; shift += 7, at += 1) {
      const byte = bytes[at] as number;
      far |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    place += far;
    places[count] = place;
    weights[2 * count] = bytes[at + 1] as number;
    weights[2 * count + 1] = bytes[at + 2] as number;
    at += 2;
    count += 1;
  }
  return { step: packed.step, places: places.slice(0, count), weights: weights.slice(0, 2 * count) };
};

/** Both weights of a place; undefined where it has none. */
const weightsAt = ({ places, weights }: SideModel, place: number): readonly [number, number] | undefined => {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle] as number) < place) from = middle + 1;
    else to = middle;
  }
  if (places[from] !== place) return undefined;
  return [weights[2 * from] as number, weights[2 * from + 1] as number];
};

let loaded: SideModel | undefined;
/** Unpacked with the first note, so that no start waits for it. */
const shipped = (): SideModel => {
  loaded ??= unpackedModel(trained);
  return loaded;
};

/**
 * The side that a sentence takes on small caps against large ones; the same text comes to the same chances.
 *
 * @param before the sentence before it; empty where it begins a paragraph
 */
export const sideChances = (
  text: string,
  before: string,
  model: SideModel = shipped(),
  ruled?: RuledStance,
): SideChances => {
  const places = sideFeatures(text, before, ruled).map(placeOf);
  const scale = model.step / Math.sqrt(places.length);
  let [bullish, bearish] = [0, 0];
  for (const place of places) {
    const own = weightsAt(model, place);
    if (own === undefined) continue;
    bullish += own[0];
    bearish += own[1];
  }
  const [plus, minus] = [Math.exp(bullish * scale), Math.exp(bearish * scale)];
  const whole = plus + minus + 1;
  return { bullish: plus / whole, bearish: minus / whole, neutral: 1 / whole };
};
