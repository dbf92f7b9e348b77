/** Files that a person chooses or drops: a CSV of closes, or something for the bot. */

export const NOTE_FILES = '.txt,.md,.html,.htm,.pdf,.docx,.json';

const MOST_BYTES = 3_500_000;
/** Said of a file that is larger than the playground takes. */
export const TOO_LARGE = 'The playground takes files of up to 3.5 MB.';

const endsWith = ({ name }: File, endings: string): boolean =>
  endings.split(',').some((ending) => name.toLowerCase().endsWith(ending));

/** What becomes of a file that is dropped, or why nothing does. @param isInMessages dropped where people write to the bot alone */
export const dropped = (
  file: File,
  isInMessages: boolean,
): { readonly kind: 'closes' | 'to the bot' } | { readonly kind: 'refused'; readonly words: string } => {
  if (endsWith(file, '.csv')) return { kind: 'closes' };
  if (isInMessages) return { kind: 'to the bot' };
  return {
    kind: 'refused',
    words: endsWith(file, NOTE_FILES)
      ? 'A note goes to Rotation Desk: open Messages under Apps and drop it there, or paste its text with /note add.'
      : 'Here a CSV of closes can be dropped; a note (txt, md, html, pdf or docx) under Messages of Rotation Desk.',
  };
};

/** A file as the server takes it; undefined where it is too large. */
export const base64Of = async (file: File): Promise<string | undefined> => {
  if (file.size > MOST_BYTES) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
};
