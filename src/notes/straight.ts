/**
 * One spelling for what type-setting spells in several ways: straight quotes, plain hyphens and single spaces, so that
 * a note's print and the library's can be compared.
 */
export const straight = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[‘’‛]/g, "'")
    .replace(/[“”‟]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
