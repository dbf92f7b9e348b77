import { getDocumentProxy } from 'unpdf';
import { LIMITS, UnreadableNote } from './limits.ts';

interface Line {
  readonly text: string;
  /** Height on the page, and of the letters, in points. */
  readonly y: number;
  readonly size: number;
}

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

const isText = (item: object): item is TextItem => 'str' in item && 'transform' in item;

/** Items in the order of the file, those at one height made a line. */
const linesOf = (items: readonly object[]): readonly Line[] => {
  const lines: { text: string; y: number; size: number }[] = [];
  for (const item of items.filter(isText)) {
    const y = item.transform[5] ?? 0;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < Math.max(2, last.size * 0.4)) {
      last.text += item.str;
      last.size = Math.max(last.size, item.height);
    } else if (item.str.trim() !== '')
      lines.push({ text: item.str, y, size: item.height || Math.abs(item.transform[3] ?? 0) });
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
};

/** The gap between lines of one paragraph: the low ones, since gaps between paragraphs are wider. */
const usualOf = (gaps: readonly number[]): number =>
  [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 4)] ?? 0;
const FEWEST_REPEATS = 2;
const NO_NUMBER = /\d+/g;
const HEAD_LINES = 3;

/** Lines that stand on many pages, page numbers apart: heads and feet. */
const repeatedIn = (pages: readonly (readonly Line[])[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const text of new Set(
      [...lines.slice(0, HEAD_LINES), ...lines.slice(-HEAD_LINES)].map((line) => line.text.replace(NO_NUMBER, '#')),
    ))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => count >= FEWEST_REPEATS && count > pages.length / 2).map(([text]) => text),
  );
};

const OVER = /[.!?:]["'\u2019\u201d)]*$/;

/** A line that stops so far from the margin is the last of its paragraph, or a heading. */
const SHORT_LINE = 0.65;

/** Lines of a title stand this many times the height of its letters apart, at most. */
const TITLE_GAP = 1.6;

/**
 * Lines as paragraphs: a new one begins behind a wider gap, a short line, or where the letters change their size.
 *
 * @param title what the file says its title is, which may take several lines
 */
const paragraphsIn = (lines: readonly Line[], title: string): readonly string[] => {
  const gaps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0);
  const usual = usualOf(gaps);
  // small print has more letters to a line, and headings fewer
  const widthAt = (size: number): number =>
    Math.max(...lines.filter((line) => Math.abs(line.size - size) <= 1).map(({ text }) => text.length));
  // half of the letters are of this size or smaller: the text's, and not the title's
  const sizes = lines.flatMap(({ text, size }) => [...text].map(() => size)).sort((one, other) => one - other);
  const textSize = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const paragraphs: string[] = [];
  lines.forEach((line, at) => {
    const former = lines[at - 1];
    const gap = former === undefined ? 0 : former.y - line.y;
    const isLarge = line.size > textSize + 1;
    const isTitle = former !== undefined && title.includes(`${former.text} ${line.text}`);
    const isNew =
      former === undefined ||
      gap > Math.max(usual * 1.35, isLarge ? line.size * TITLE_GAP : 0) ||
      (gap < 0 && OVER.test(former.text)) ||
      Math.abs(former.size - line.size) > 1 ||
      former.text.length < widthAt(former.size) * SHORT_LINE ||
      /^(?:[•●▪]|\d{1,2}[.)] )/.test(line.text);
    const before = isNew && !isTitle ? undefined : paragraphs.pop();
    if (before === undefined) paragraphs.push(line.text);
    else
      paragraphs.push(
        /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line.text)
          ? `${before.slice(0, -1)}${line.text}`
          : `${before} ${line.text}`,
      );
  });
  return paragraphs;
};

const FEWEST_SIGNS_A_PAGE = 40;
const REASONS: ReadonlyMap<string, string> = new Map([
  ['PasswordException', 'This pdf is protected by a password. Save it without one.'],
  ['InvalidPDFException', 'This pdf is broken: it cannot be opened.'],
]);

/** @throws {UnreadableNote} where there is no text to read, or too much */
export const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 }).catch((error: Error) => {
    throw new UnreadableNote(REASONS.get(error.name) ?? 'This pdf is broken: it cannot be opened.');
  });
  if (pdf.numPages > LIMITS.pages)
    throw new UnreadableNote(
      `This pdf has ${pdf.numPages} pages; a note may have ${LIMITS.pages}. Send the pages that matter.`,
    );
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info ? String(info.Title) : '';
  const pages: (readonly Line[])[] = [];
  let signs = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const lines = linesOf((await page.getTextContent()).items);
    page.cleanup();
    pages.push(lines);
    signs += lines.reduce((total, { text }) => total + text.length, 0);
    if (signs > LIMITS.characters) break;
  }
  if (signs < FEWEST_SIGNS_A_PAGE * pdf.numPages)
    throw new UnreadableNote('This pdf holds pictures of pages and no text, as a scan does. Send one with text in it.');
  const repeated = repeatedIn(pages);
  const paragraphs: string[] = [];
  for (const [number, lines] of pages.entries()) {
    // the first page's head may say whose note it is, and of what day
    const isFirstHead = (text: string, at: number) => number === 0 && at < HEAD_LINES && !/\bpage \d/i.test(text);
    const own = paragraphsIn(
      lines.filter(
        ({ text }, at) =>
          (isFirstHead(text, at) || !repeated.has(text.replace(NO_NUMBER, '#'))) &&
          !/^(?:page )?\d{1,3}(?: of \d{1,3})?$/i.test(text),
      ),
      title,
    );
    const [first, ...rest] = own;
    const last = paragraphs.at(-1);
    // a paragraph that a page cuts
    if (first !== undefined && last !== undefined && !OVER.test(last) && /^\p{Ll}/u.test(first))
      paragraphs.splice(-1, 1, `${last} ${first}`, ...rest);
    else paragraphs.push(...own);
  }
  return paragraphs.join('\n\n');
};
