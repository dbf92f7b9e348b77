import { CLOSE } from './byline.ts';
import type { Cast } from './cast.ts';
import type { NoteParagraph } from './paragraphs.ts';
import type { Voice } from './people.ts';

/** Whose text a paragraph is, where a note holds texts of several people: messages, columns under names, signed parts. */

const FROM = /^[>*\s]*(?:From|Sender)\**: ?(.+)$/i;
const WROTE =
  /^[>*\s]*(?:(?:On|At) .{4,60}?,? )?(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]*)+)(?: <[^>]*>)? (?:wrote|writes|replied|answered)(?: (?:on|at) .{3,40})?:$/u;
const LEAD = /^[^\p{L}]*/u;

/** The one person that a line names at its beginning or, behind a dash, a colon or `by`, at its end. */
const holderIn = ({ plain }: NoteParagraph, cast: Cast): Voice | undefined => {
  const mentions = cast.mentionsIn(plain);
  const people = mentions.filter(({ voice }) => voice.kind === 'person');
  const [first] = people;
  if (first === undefined || people.some(({ voice }) => voice !== first.voice)) return undefined;
  const before = plain.slice(0, first.from);
  const behind = plain.slice(first.to);
  const isFirst = LEAD.exec(plain)?.[0].length === first.from && /^(?:$|,| ?\(|:| [|\u2013\u2014-] | \d)/.test(behind);
  const isLast = /(?:[:\u2013\u2014|]| - |\bby) ?$/i.test(before) && /^(?:$|,| ?\()/.test(behind);
  if (!isFirst && !isLast) return undefined;
  const firm = mentions.find(({ voice }) => voice.kind === 'firm')?.voice.firm ?? null;
  return { ...first.voice, firm: first.voice.firm ?? firm };
};

const ITEM = /^(?:[-*•●▪–]|\(?\d{1,2}[.)])\s/;
/** A line above a list: `Key takeaways from our chat with Odhran:`. */
const LISTS = /:\**$|\b(?:takeaways|points|highlights|views)\b/i;
const onlyPerson = (plain: string, cast: Cast): Voice | undefined => {
  const people = new Set(cast.mentionsIn(plain).flatMap(({ voice }) => (voice.kind === 'person' ? [voice] : [])));
  return people.size === 1 ? [...people][0] : undefined;
};

/** `Sept 3 (Newsbeam) - Merrion Lake Asset Management:`. */
const onlyFirm = (plain: string, cast: Cast): Voice | undefined => {
  const last = cast.mentionsIn(plain).at(-1);
  return last?.voice.kind === 'firm' && /^\**:\**$/.test(plain.slice(last.to)) ? last.voice : undefined;
};

const bare = (line: string): string =>
  line
    .replace(/^[\s\u2013\u2014-]+/, '')
    .replace(/<[^>]*>/g, '')
    .trim();

/** Each paragraph that is somebody's own text; empty where all of the note is one text. */
export const floorsOf = (paragraphs: readonly NoteParagraph[], cast: Cast): ReadonlyMap<NoteParagraph, Voice> => {
  const floors = new Map<NoteParagraph, Voice>();
  let open: NoteParagraph[] = [];
  let holder: Voice | undefined;
  let isMail = false;
  /** Whose points the items of a list are. */
  let listed: Voice | undefined;
  const lists = new Set<string | null>();
  const own = paragraphs.filter(({ number, kind }) => number > 0 && kind !== 'title');
  own.forEach((paragraph, at) => {
    const { plain, kind } = paragraph;
    const [, sender = ''] = FROM.exec(plain) ?? WROTE.exec(plain) ?? [];
    const writer =
      cast.personCalled(bare(sender)) ?? cast.mentionsIn(sender).find(({ voice }) => voice.kind === 'person')?.voice;
    if (sender !== '' && writer !== undefined) {
      [holder, open, isMail] = [writer, [], true];
      return;
    }
    if (kind === 'prose') {
      if (listed !== undefined && !ITEM.test(plain)) listed = undefined;
      const voice = listed ?? holder;
      if (voice === undefined) open.push(paragraph);
      else floors.set(paragraph, voice);
      return;
    }
    listed =
      LISTS.test(plain) && ITEM.test(own[at + 1]?.plain ?? '')
        ? (onlyPerson(plain, cast) ?? onlyFirm(plain, cast))
        : undefined;
    if (listed !== undefined) lists.add(listed.name ?? listed.firm);
    const isSigned =
      /^[\u2013\u2014-]/.test(plain) || CLOSE.test(own[at - 1]?.plain ?? '') || own[at + 1]?.kind !== 'prose';
    const signer = isSigned && plain.split(' ').length < 5 ? cast.personCalled(bare(plain)) : undefined;
    if (signer !== undefined) {
      // the job and the firm stand under the name
      const below = own.slice(at + 1, at + 3).filter((one) => one.kind !== 'prose');
      const firm = below.flatMap((one) => cast.mentionsIn(one.plain)).find(({ voice }) => voice.kind === 'firm')
        ?.voice.firm;
      const signed = { ...(holder ?? signer), firm: (holder ?? signer).firm ?? firm ?? null };
      for (const [one, voice] of floors) if (voice.name === signed.name) floors.set(one, signed);
      if (holder === undefined) for (const one of open) floors.set(one, signed);
      [holder, open] = [isMail ? holder : undefined, []];
      return;
    }
    if (kind !== 'heading') return;
    const section = own[at + 1]?.kind === 'prose' ? holderIn(paragraph, cast) : undefined;
    if (section !== undefined || !isMail) [holder, open] = [section, section === undefined ? open : []];
  });
  const holders = new Set([...floors.values()].map(({ name }) => name));
  return holders.size > 1 || lists.size > 0 ? floors : new Map();
};
