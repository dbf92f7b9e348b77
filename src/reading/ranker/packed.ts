/** The largest weight: one takes four bits, from -7 to 7. */
export const LARGEST = 7;
const OFFSET = 8;
const BASE = 16;

/** Weights as text, two to a byte in base64. */
export const packed = (weights: Int8Array): string =>
  Buffer.from(
    Uint8Array.from(
      { length: Math.ceil(weights.length / 2) },
      (_, at) => ((weights[2 * at] ?? 0) + OFFSET) * BASE + (weights[2 * at + 1] ?? 0) + OFFSET,
    ),
  ).toString('base64');

/** The weights that `packed` made a text of, without a value in between for each of them. */
export const unpacked = (text: string): Int8Array => {
  const bytes = Buffer.from(text, 'base64');
  const weights = new Int8Array(2 * bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    weights[2 * at] = (byte >> 4) - OFFSET;
    weights[2 * at + 1] = (byte & 15) - OFFSET;
  }
  return weights;
};
