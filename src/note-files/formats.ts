import { extname } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { convert } from 'html-to-text';
import mammoth from 'mammoth';
import { LIMITS, NOTE_FORMATS, type NoteFileText, type NoteFormat, type NoteUpload, UnreadableNote } from './limits.ts';
import { pdfText } from './pdf.ts';

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
const checkedNames = (bytes: Uint8Array): readonly string[] => {
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

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

const UNKNOWN = `A note can be ${NOTE_FORMATS.slice(0, -1).join(', ')} or ${NOTE_FORMATS.at(-1)}.`;
const ENDINGS: ReadonlyMap<string, NoteFormat> = new Map([
  ['.txt', 'txt'],
  ['.text', 'txt'],
  ['', 'txt'],
  ['.md', 'md'],
  ['.markdown', 'md'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
]);

/** UTF-8, UTF-16 with its mark, else the code page of old Windows files. */
const decoded = (bytes: Uint8Array): string => {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) throw new UnreadableNote(`This file is not text. ${UNKNOWN}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const SKIPPED = [
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'svg',
  'img',
  'iframe',
  'object',
  'figure',
  'table.infobox',
];

/** What a page shows, a paragraph a line; nothing in it is run or fetched. */
const htmlText = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxInputLength: LIMITS.fileBytes, maxDepth: 200, maxChildNodes: 100_000 },
    baseElements: { selectors: ['article', 'main', 'body'], orderBy: 'selectors', returnDomByDefault: true },
    selectors: [
      ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
      ...BLOCKS.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'blockquote', options: { trimEmptyLines: true, leadingLineBreaks: 2 } },
    ],
  }).replace(/^> /gm, '');

/** Markdown without its marks; `#` stays, since it says what the title is. */
const markdownText = (text: string): string =>
  text
    .replace(
      /^---\n([\s\S]*?)\n---\n/,
      (_, matter: string) => `${matter.replace(/^(\w+):\s*["']?(.*?)["']?$/gm, '$1: $2')}\n\n`,
    )
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z][^>]{0,200}>/gi, '')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,300}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])[*_](?=\S)([^*_\n]{1,300}?)(?<=\S)[*_](?![\p{L}\p{N}*_])/gu, '$1')
    .replace(/^>\s?/gm, '')
    .replace(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, '');

const docxText = async (bytes: Uint8Array): Promise<string> => {
  if (!checkedNames(bytes).includes('word/document.xml'))
    throw new UnreadableNote(`This file is a zip and no docx. ${UNKNOWN}`);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch(() => {
    throw new UnreadableNote('This docx is broken: it cannot be read.');
  });
  return value;
};

const readAs = async ({ name, bytes }: NoteUpload): Promise<{ readonly format: NoteFormat; readonly text: string }> => {
  if (isPdf(bytes)) return { format: 'pdf', text: await pdfText(bytes) };
  if (startsWith(bytes, [0x50, 0x4b])) return { format: 'docx', text: await docxText(bytes) };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new UnreadableNote(
      'This is an old Word file or one protected by a password. Save it as docx, without a password.',
    );
  const ending = extname(name).toLowerCase();
  if (ending === '.pdf' || ending === '.docx')
    throw new UnreadableNote(`This ${ending.slice(1)} is broken: it cannot be opened.`);
  const text = decoded(bytes);
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text)) return { format: 'html', text: htmlText(text) };
  const format = ENDINGS.get(ending);
  if (format === undefined) throw new UnreadableNote(`A file that ends in ${ending} is not read. ${UNKNOWN}`);
  return { format, text: format === 'html' ? htmlText(text) : format === 'md' ? markdownText(text) : text };
};

/** What a file holds, by its bytes first and its name second. Run it in the worker only: it may take all the time there is. */
export const textOf = async (upload: NoteUpload): Promise<NoteFileText> => {
  try {
    const { format, text: whole } = await readAs(upload);
    const text = whole.trim();
    if (text === '') throw new UnreadableNote('There is no text in this file.');
    if (text.length > LIMITS.characters)
      throw new UnreadableNote(
        `This file holds more than ${LIMITS.characters.toLocaleString('en-US')} characters; a note is shorter. Send the part that matters.`,
      );
    return { kind: 'text', format, text };
  } catch (error) {
    if (error instanceof UnreadableNote) return { kind: 'refused', words: error.message };
    throw error;
  }
};
