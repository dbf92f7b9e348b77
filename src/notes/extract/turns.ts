import type { Cast } from './cast.ts';
import type { NoteParagraph } from './paragraphs.ts';
import type { Voice } from './people.ts';
import { literally } from './person-signs.ts';
import type { Sentence } from './sentences.ts';

/** `Q:`, `Ingrid Vale:`, `MODERATOR:`, `**Q.**`, `J. Ortiz (Kestrel):` at the start of a paragraph. */
const LABEL =
  /^(?!\W*(?:Hosts|Guests|Participants|Panell?ists|Speakers|Present|Attendees|Moderators)\b)[*_#\s]*(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*[-\u2013\u2014]?\s*)?[*_]*((?:Speaker \d|\p{Lu}[\p{L}.'-]*(?: (?:\p{Lu}[\p{L}.'-]*|van|von|de|der)){0,4}|[QA])(?: \([^)]*\)|, [^:]{2,60})?)[*_]*:[*_]*\s+|^\**([QA])\.\**\s+/u;
const ASKS =
  /^(?:q|question|interviewer|host|moderator|operator|editor|presenter|audience|audience member|questioner|analyst|caller|reporter)\b/i;

/** What an interview or a transcript shows of who speaks. */
export interface Turns {
  readonly turns: ReadonlyMap<Sentence, Voice>;
  /** Sentences of those who ask. */
  readonly asked: ReadonlySet<Sentence>;
}

interface Turn {
  readonly label: string;
  readonly sentences: Sentence[];
}

const TALKS =
  /\b(?:interview(?:ed|s)?|questions (?:for|to|with)|Q ?& ?A|in conversation|a conversation with|talks? (?:to|with)|spoke (?:to|with)|sat down|caught up|we met|met (?:him|her|them)|asked (?:him|her)|joins? us|answers? (?:our|your|the) questions)\b/i;
const MOST_ASKED = 60;
/** Questions that stand by themselves, between answers of whoever the opening introduces. */
const unlabelled = (
  paragraphs: readonly NoteParagraph[],
  cast: Cast,
  author: Voice,
): ReadonlyMap<NoteParagraph, Voice | null> => {
  const asking = paragraphs.filter(
    ({ plain, kind, number }) =>
      number > 1 && kind !== 'furniture' && /\?["')*_]*$/.test(plain) && plain.split(' ').length <= MOST_ASKED,
  );
  const first = paragraphs.indexOf(asking[0] as NoteParagraph);
  const opening = paragraphs.slice(0, Math.max(0, first)).map(({ plain }) => plain);
  if (asking.length < FEWEST_TURNS || !opening.some((line) => TALKS.test(line))) return new Map();
  const counts = Map.groupBy(
    opening
      .flatMap((line) => cast.mentionsIn(line))
      .map(({ voice }) => voice)
      .filter(({ kind, name }) => kind === 'person' && name !== author.name),
    (voice) => voice,
  );
  const [guest] = [...counts].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [];
  if (guest === undefined) return new Map();
  return new Map(
    paragraphs
      .slice(first)
      .filter(({ plain }) => !/^[([]/.test(plain))
      .map((paragraph) => [paragraph, asking.includes(paragraph) ? null : guest] as const),
  );
};

/** `CLIP (Bram Holloway, Castlemaine Trust)`. */
const bracketed = (label: string): string => /\(([^),]+)/.exec(label)?.[1] ?? label;

const FEWEST_STATED = 10;
/** Whoever asks may say something of his own first. */
const isStatement = ({ plain }: Sentence): boolean =>
  !/\?["')]*$/.test(plain) && plain.split(' ').length >= FEWEST_STATED;

const inTitleCase = (label: string): string =>
  /\p{Ll}/u.test(label) ? label : label.replace(/(?<=\p{Lu})\p{Lu}+/gu, (rest) => rest.toLowerCase());
/** Whom `GL` stands for: the first name of the text with those initials. */
const inInitials = (label: string, paragraphs: readonly NoteParagraph[]): string | undefined => {
  if (!/^\p{Lu}{2,3}$/u.test(label)) return undefined;
  const words = [...label].map((letter) => `${letter}\\p{Ll}[\\p{L}'-]+`).join(' ');
  const pattern = new RegExp(`(?<![\\p{L}-])${words}(?! \\p{Lu}\\p{Ll})`, 'u');
  return paragraphs.map(({ plain }) => pattern.exec(plain)?.[0]).find((name) => name !== undefined);
};
const FEWEST_TURNS = 3;

/**
 * Takes the labels of turns off the sentences that begin with them. A note is an interview or a transcript where at least
 * three paragraphs begin with labels and one of them comes back, or questions without labels stand between the answers.
 */
export const turnsOf = (
  sentences: readonly Sentence[],
  paragraphs: readonly NoteParagraph[],
): {
  readonly sentences: readonly Sentence[];
  /** Who has a turn, as lines that name them. */
  readonly present: readonly string[];
  readonly turns: (cast: Cast, author: Voice) => Turns;
} => {
  const labelOf = (sentence: Sentence): string | undefined => {
    // `• Annual savings:` is nobody's turn
    if (/^[-*•●▪–]\s/.test(sentence.paragraph.plain)) return undefined;
    const found = LABEL.exec(sentence.plain);
    return found?.[1] ?? found?.[2];
  };
  const firsts = sentences.filter(({ paragraph }, at) => sentences[at - 1]?.paragraph !== paragraph);
  const labels = firsts.map(labelOf).filter((label) => label !== undefined);
  const isTalk =
    labels.length >= FEWEST_TURNS && new Set(labels.map((label) => label.replace(/ \(.*/, ''))).size < labels.length;
  if (!isTalk)
    return {
      sentences,
      present: [],
      turns: (cast, author) => {
        const held = unlabelled(paragraphs, cast, author);
        return {
          turns: new Map(
            sentences.flatMap((sentence) => {
              const voice = held.get(sentence.paragraph);
              return voice ? [[sentence, voice] as const] : [];
            }),
          ),
          asked: new Set(sentences.filter(({ paragraph }) => held.get(paragraph) === null)),
        };
      },
    };
  const intro = sentences
    .slice(
      0,
      sentences.findIndex((sentence) => firsts.includes(sentence) && labelOf(sentence) !== undefined),
    )
    .map(({ plain }) => plain)
    .join(' ');
  const list: Turn[] = [];
  const bare = sentences.map((sentence) => {
    const label = firsts.includes(sentence) ? labelOf(sentence) : undefined;
    if (label === undefined) {
      list.at(-1)?.sentences.push(sentence);
      return sentence;
    }
    const cut = LABEL.exec(sentence.plain)?.[0].length ?? 0;
    const own: Sentence = {
      ...sentence,
      text: sentence.text.slice(cut),
      plain: sentence.plain.slice(cut),
      quotes: sentence.quotes.map(([from, to]) => [Math.max(0, from - cut), to - cut] as const),
    };
    list.push({ label, sentences: [own] });
    return own;
  });
  return {
    sentences: bare,
    present: [...new Set(list.map(({ label }) => /\(([^)]+)\)/.exec(label)?.[1] ?? label))]
      .map((name) => inInitials(name, paragraphs) ?? name)
      .filter((name) => name.includes(' '))
      .map((name) => `Present: ${inTitleCase(name)}`),
    turns: (cast, author) => {
      const isAsking = (name: string): boolean => {
        const at = intro.search(
          new RegExp(
            `\\b(?:talks?|talked|speaks?|spoke|told|tells|interview(?:ed)?) (?:to|with|by)? ?${literally(name)}`,
          ),
        );
        // `Vale talks to Pratt`: Pratt asks; `we spoke to Vale`: Vale answers
        return at > 0 && cast.mentionsIn(intro.slice(0, at)).some(({ voice }) => voice.kind === 'person');
      };
      const called = new Map(
        list.map(
          ({ label }) =>
            [
              label,
              cast.personCalled(label.replace(/ \(.*| ?,.*/, '')) ??
                // `Speaker 1` was `Speaker 1 (Ann Roe)` once
                cast.personCalled(bracketed(list.find((turn) => turn.label.startsWith(`${label} (`))?.label ?? label)),
            ] as const,
        ),
      );
      const asksMost = (label: string): boolean => {
        const own = list.filter((turn) => turn.label === label);
        return own.filter((turn) => /\?["')]*$/.test(turn.sentences.at(-1)?.plain ?? '')).length > own.length / 2;
      };
      const names = [...new Set(list.map(({ label }) => label))];
      const askers = new Set(names.filter((label) => ASKS.test(label) || asksMost(label)));
      const asker = cast.people.find(({ name }) => isAsking(name ?? ''));
      const others = cast.people.filter(({ name }) => name !== author.name);
      const answering = others.filter(({ name }) => !isAsking(name ?? ''));
      const guest = answering.find(({ title }) => title !== null) ?? answering[0] ?? others[0] ?? cast.people[0];
      const turns = new Map<Sentence, Voice>();
      const asked = new Set<Sentence>();
      for (const { label, sentences: own } of list) {
        const voice = called.get(label) ??
          (/^a(?:nswer)?$/i.test(label) ? guest : undefined) ?? {
            kind: 'person',
            name: inTitleCase(label),
            firm: null,
            title: null,
          };
        for (const sentence of own) {
          if (!askers.has(label)) turns.set(sentence, voice);
          else if (isStatement(sentence)) turns.set(sentence, called.get(label) ?? asker ?? author);
          else asked.add(sentence);
        }
      }
      return { turns, asked };
    },
  };
};
