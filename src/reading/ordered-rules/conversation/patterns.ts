/**
 * Patterns over words, written the way people say them. Alternatives stand one a line or between bars; a line indented
 * deeper or beginning with a bar goes on with the one before; one that begins with `#` is a comment.
 *
 *     (what|which) [the|your] source      one of the two; the words in brackets may be missing
 *     [and|so]* why                       any number of those words, also none
 *     which ~3 notes                      up to three other words between
 *     who ... bullish                     any words between
 *     cut[s|ting]                         an ending that may be missing
 *
 * The rest is as in a regular expression: `rates?`, `small ?cap`, `\d+`, `(?<size>\d+)`, `^`, `(?!...)`; only classes
 * of characters are not, since a bracket says what may be missing.
 */
type Notation = TemplateStringsArray;

/** The words anywhere: words`cuts? | hikes?` is /\b(?:cuts?|hikes?)\b/. */
export const words = (notation: Notation, ...parts: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${read(notation, parts)})\\b`);

/** The words and nothing else: /^(?:…)$/. */
export const whole = (notation: Notation, ...parts: readonly string[]): RegExp =>
  new RegExp(`^(?:${read(notation, parts)})$`);

/** The words at the start: /^(?:…)\b/. */
export const opening = (notation: Notation, ...parts: readonly string[]): RegExp =>
  new RegExp(`^(?:${read(notation, parts)})\\b`);

/** The words wherever they stand, for replacing them: /\b(?:…)\b/g. */
export const everywhere = (notation: Notation, ...parts: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${read(notation, parts)})\\b`, 'g');

/** The same where signs may stand at the ends, so that no word need begin or end there: /…/g. */
export const fragments = (notation: Notation, ...parts: readonly string[]): RegExp =>
  new RegExp(read(notation, parts), 'g');

/** True where a text holds words of a vocabulary and no others, however many. */
export const holdsOnly = (known: ReadonlySet<string>, text: string): boolean =>
  text !== '' && text.split(' ').every((word) => known.has(word));

/** A notation with its parts, which are notations too, as the source of a regular expression. */
const read = ({ raw }: Notation, parts: readonly string[]): string =>
  alternatives(lines(String.raw({ raw }, ...parts)).join('|'));

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The lines of a notation, those that go on with another joined to it. */
const lines = (text: string): readonly string[] => {
  const typed = text.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const least = Math.min(...typed.map(indentOf));
  const joined: string[] = [];
  for (const line of typed) {
    const goesOn = indentOf(line) > least || line.trimStart().startsWith('|');
    const before = goesOn ? joined.pop() : undefined;
    joined.push(before === undefined ? line.trim() : `${before} ${line.trim()}`);
  }
  return joined;
};

const OPENS = new Set(['(', '[']);

/** Where the bracket that opens at a place is closed. */
const closing = (text: string, opened: number): number => {
  let depth = 0;
  for (let at = opened; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (sign === '\\') at += 1;
    else if (OPENS.has(sign)) depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    if (depth === 0 && at >= opened) return at;
  }
  throw new Error(`a bracket is left open in the pattern ${text}`);
};

/** The parts of a text between separators that stand outside of brackets. */
const splitAt = (text: string, separates: (at: number) => boolean): readonly string[] => {
  const parts = [''];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    const end = sign === '\\' ? at + 1 : OPENS.has(sign) ? closing(text, at) : at;
    if (end === at && separates(at)) parts.push('');
    else parts[parts.length - 1] += text.slice(at, end + 1);
    at = end;
  }
  return parts;
};

const alternatives = (text: string): string =>
  splitAt(text, (at) => text[at] === '|')
    .map((one) => sequence(one.trim()))
    .join('|');

/** Words without any sign of the notation, which stand for themselves. */
const PLAIN = /^[\w&?' -]+$/;
const ANCHORED = /^(\^?)(.*?)((?<!\\)\$)?$/;

/** Items one space apart. A space before `?` is itself what may be missing, as in `small ?cap`. */
const sequence = (anchored: string): string => {
  if (PLAIN.test(anchored)) return anchored;
  const [, start = '', text = '', end = ''] = ANCHORED.exec(anchored) ?? [];
  const items = splitAt(text, (at) => text[at] === ' ' && text[at + 1] !== '?')
    .filter((item) => item !== '')
    .map((item) => ({ item, missing: optional(item) }));
  const first = items.findIndex(({ missing }) => missing === undefined);
  if (first < 0 && start + end === '') throw new Error(`a pattern would find nothing at all: ${text}`);
  const source = items
    .map(({ item, missing }, at) => {
      if (missing)
        return at < first ? `(?:${missing.words} )${missing.times}` : `(?: ${missing.words})${missing.times}`;
      const isJoined = at === 0 || at === first || items[at - 1]?.item === '...' || item === '...';
      return `${isJoined ? '' : ' '}${item === '...' ? '\\b.*\\b' : inside(item)}`;
    })
    .join('');
  return `${start}${source}${end}`;
};

/** What may be missing, `[the|a]`, `[and]*` or `~3`, and how often it may stand. */
const optional = (item: string): { readonly words: string; readonly times: string } | undefined => {
  const gap = /^~(\d)$/.exec(item)?.[1];
  if (gap !== undefined) return { words: '\\w+', times: `{0,${gap}}` };
  if (!item.startsWith('[')) return undefined;
  const end = closing(item, 0);
  const times = item.slice(end + 1);
  if (times !== '' && times !== '*') throw new Error(`set a space behind what may be missing in the pattern ${item}`);
  return { words: `(?:${alternatives(item.slice(1, end))})`, times: times || '?' };
};

const GROUP = /^\((\?(?:[:=!]|<[=!]|<\w+>))?/;

/** A space at the edge of a bracket counts: `(?! to)` looks for a word of its own. */
const spaced = (typed: string, source: string): string => {
  const [before, behind] = [/^ /.test(typed) ? ' ' : '', / $/.test(typed) ? ' ' : ''];
  return before + behind === '' ? source : `${before}(?:${source})${behind}`;
};

/** One item, its brackets read. */
const inside = (item: string): string => {
  if (PLAIN.test(item)) return item;
  let source = '';
  for (let at = 0; at < item.length; at += 1) {
    const sign = item[at] as string;
    if (sign === '\\') {
      source += item.slice(at, at + 2);
      at += 1;
    } else if (OPENS.has(sign)) {
      const end = closing(item, at);
      const [group = '(', kind] = sign === '(' ? (GROUP.exec(item.slice(at)) ?? []) : ['['];
      const body = item.slice(at + group.length, end);
      source += `(${kind ?? '?:'}${spaced(body, alternatives(body))})${sign === '[' ? '?' : ''}`;
      at = end;
    } else {
      source += sign;
    }
  }
  return source;
};
