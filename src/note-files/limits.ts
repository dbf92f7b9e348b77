/** How much of a file is read. What goes beyond is refused in words, before or while it is read. */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 10 * 1024 * 1024,
  /** Bytes that a docx unpacks to. */
  unpackedBytes: 60 * 1024 * 1024,
  pages: 100,
  /** Signs of plain text: about 30,000 words. */
  characters: 200_000,
  milliseconds: 20_000,
  /** Of JavaScript objects in the worker. */
  heapMegabytes: 256,
  /** By which the process may grow while a file is read: buffers are not on the worker's heap. */
  growthMegabytes: 500,
} as const;

export const NOTE_FORMATS = ['txt', 'md', 'html', 'pdf', 'docx'] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** A file's name and what is in it. */
export interface NoteUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as plain text, a line a paragraph, or why it is none, as a sentence. */
export type NoteFileText =
  | { readonly kind: 'text'; readonly format: NoteFormat; readonly text: string }
  | { readonly kind: 'refused'; readonly words: string };

/** Thrown where a file cannot be read; the message is the sentence to show. */
export class UnreadableNote extends Error {
  override readonly name = 'UnreadableNote';
}
