/** Slack's mrkdwn as a tree. Emoji are left as written: `9:30–16:00` is a time. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly label: string }
  | { readonly kind: 'person' | 'channel'; readonly id: string; readonly label?: string }
  | { readonly kind: 'everybody'; readonly label: string }
  | {
      readonly kind: 'date';
      readonly unixSeconds: number;
      readonly format: string;
      readonly fallback: string;
      readonly href?: string;
    };

export type Paragraph =
  | { readonly kind: 'lines' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'preformatted'; readonly text: string };

/** What Slack stored, as it was typed: `&amp;`, `&lt;` and `&gt;` are its only escapes. */
export const decodeEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** An address a person may follow; undefined for one that would run something. */
export const safeHref = (address: string): string | undefined =>
  /^(?:https?:\/\/|mailto:)/i.test(address) ? address : undefined;

const text = (raw: string): Inline => ({ kind: 'text', text: decodeEntities(raw) });

const DATE = /^date\^(?<seconds>\d+)\^(?<format>[^^|]*)(?:\^(?<href>[^|]*))?$/;

/** The part between `<` and `>`. */
const reference = (inside: string): Inline => {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? undefined : decodeEntities(inside.slice(bar + 1));
  const named = label === undefined || label === '' ? {} : { label };
  if (target.startsWith('@')) return { kind: 'person', id: target.slice(1), ...named };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), ...named };
  if (target.startsWith('!')) {
    const { seconds, format, href } = DATE.exec(target.slice(1))?.groups ?? {};
    if (seconds === undefined) {
      return { kind: 'everybody', label: label ?? `@${target.slice(1).split('^')[0]}` };
    }
    const link = href === undefined ? undefined : safeHref(decodeEntities(href));
    return {
      kind: 'date',
      unixSeconds: Number(seconds),
      format: format ?? '',
      fallback: label ?? '',
      ...(link !== undefined && { href: link }),
    };
  }
  const href = safeHref(decodeEntities(target));
  return href === undefined ? text(`<${inside}>`) : { kind: 'link', href, label: label ?? href };
};

const styleOf = (mark = '') => (mark === '*' ? 'bold' : mark === '_' ? 'italic' : 'strike');

// a mark opens after a space or a sign and before a letter, and closes the other way round
const INLINE =
  /`(?<code>[^`\n]+)`|<(?<reference>[^<>\n]+)>|(?<![\p{L}\p{N}*_~])(?<mark>[*_~])(?!\s|\k<mark>)(?<marked>[^\n]*?[^\s\n])\k<mark>(?![\p{L}\p{N}*_~])/gu;

const inlines = (raw: string): readonly Inline[] => {
  const found: Inline[] = [];
  let end = 0;
  for (const match of raw.matchAll(INLINE)) {
    const { code, reference: inside, mark, marked } = match.groups ?? {};
    if (match.index > end) found.push(text(raw.slice(end, match.index)));
    if (code !== undefined) found.push({ kind: 'code', text: decodeEntities(code) });
    else if (inside !== undefined) found.push(reference(inside));
    else found.push({ kind: styleOf(mark), children: inlines(marked ?? '') });
    end = match.index + match[0].length;
  }
  if (end < raw.length) found.push(text(raw.slice(end)));
  return found;
};

const QUOTED = /^&gt; ?/;

/** Lines that follow one another, quoted ones and others apart. */
const linesOf = (raw: string): readonly Paragraph[] => {
  const groups: { isQuote: boolean; lines: string[] }[] = [];
  for (const line of raw.split('\n')) {
    const isQuote = QUOTED.test(line);
    const last = groups.at(-1);
    if (last?.isQuote === isQuote) last.lines.push(line.replace(QUOTED, ''));
    else groups.push({ isQuote, lines: [isQuote ? line.replace(QUOTED, '') : line] });
  }
  return groups.map(({ isQuote, lines }) => ({
    kind: isQuote ? 'quote' : 'lines',
    children: inlines(lines.join('\n')),
  }));
};

const PREFORMATTED = /```\n?([\s\S]+?)\n?```/g;

/** Reads mrkdwn as Slack stores it: escaped, with references in angle brackets. */
export const parseMrkdwn = (raw: string): readonly Paragraph[] =>
  raw.split(PREFORMATTED).flatMap((part, index) => {
    if (index % 2 === 1) return [{ kind: 'preformatted' as const, text: decodeEntities(part) }];
    const trimmed = part.replace(/^\n|\n$/g, '');
    return trimmed === '' ? [] : linesOf(index === 0 && part === raw ? part : trimmed);
  });
