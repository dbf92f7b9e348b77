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

/** The weights that `packed` made a text of. */
export const unpacked = (text: string): Int8Array =>
  Int8Array.from(
    [...Buffer.from(text, 'base64')].flatMap((byte) => [Math.floor(byte / BASE) - OFFSET, (byte % BASE) - OFFSET]),
  );
