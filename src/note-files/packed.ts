import { inflateRawSync } from 'node:zlib';
import { LIMITS, UnreadableNote } from './limits.ts';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const BROKEN = 'This docx is broken: it cannot be unpacked.';

const endOfDirectory = (view: DataView): number => {
  const last = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= last; at -= 1) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new UnreadableNote(BROKEN);
};

/**
 * Names in a zip, once every part of it is known to unpack to no more than the limit: what it says of its own sizes is
 * not believed, each part is unpacked and thrown away.
 *
 * @throws {UnreadableNote} where it is too large, protected or broken
 */
export const checkedNames = (bytes: Uint8Array): readonly string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOfDirectory(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    let left: number = LIMITS.unpackedBytes;
    const names: string[] = [];
    for (let entry = 0; entry < count; entry += 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new UnreadableNote(BROKEN);
      if ((view.getUint16(at + 8, true) & 1) === 1)
        throw new UnreadableNote('This docx is protected by a password. Save it without one.');
      const method = view.getUint16(at + 10, true);
      const packed = view.getUint32(at + 20, true);
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const local = view.getUint32(at + 42, true);
      names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0))));
      if (view.getUint32(local, true) !== LOCAL) throw new UnreadableNote(BROKEN);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const part = bytes.subarray(from, from + packed);
      left -= method === 0 ? part.length : inflateRawSync(part, { maxOutputLength: Math.max(1, left) }).length;
      if (left <= 0) throw new RangeError('too large');
      at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    }
    return names;
  } catch (error) {
    if (error instanceof UnreadableNote) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE' || (error instanceof RangeError && error.message === 'too large')) {
      const most = Math.round(LIMITS.unpackedBytes / 1024 / 1024);
      throw new UnreadableNote(`This docx unpacks to more than ${most} MB, which no note does. It is not read.`);
    }
    throw new UnreadableNote(BROKEN);
  }
};
