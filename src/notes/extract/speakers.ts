import type { Cast, Mention } from './cast.ts';
import type { ClaimRole } from './claim.ts';
import { CENTRAL_BANK, isOfficial, isQuoted, namedIn, shared } from './named.ts';
import type { NoteParagraph } from './paragraphs.ts';
import type { Voice } from './people.ts';
import type { Sentence } from './sentences.ts';
import { BY_JOB, GROUP, OTHER_GROUP, POSSESSIVE, PRONOUN, PRONOUN_AFTER } from './words/speech.ts';

/** Whose words a sentence, or a part of it, is. */
export interface Attribution {
  readonly voice: Voice;
  readonly role: ClaimRole;
  /** The part of the sentence that is this voice's, where the sentence has several. */
  readonly from: number;
  readonly to: number;
  /** 0 to 1. */
  readonly confidence: number;
}

const GROUP_VOICE: Voice = { kind: 'group', name: null, firm: null, title: null };

const isAllQuoted = ({ quotes, plain }: Sentence): boolean =>
  quotes.some(([from, to]) => from <= 1 && to >= plain.length - 1);

/** What the reader of a note remembers from one sentence to the next. */
interface Memory {
  voice: Voice | undefined;
  person: Voice | undefined;
  firm: Voice | undefined;
  /** The last sentence hands on to the next: `Lee commented:`. */
  handsOn: boolean;
  paragraph: NoteParagraph | undefined;
  /** The last firm of the paragraph. */
  near: string | undefined;
}

const isPlural = (word: string): boolean => /^(?:they|their)$/i.test(word);
const fits = (voice: Voice | undefined, word: string): voice is Voice => {
  if (voice === undefined) return false;
  if (isPlural(word)) return true;
  return (
    voice.kind === 'person' &&
    (voice.pronoun === undefined || voice.pronoun === (/^(?:he|his)$/i.test(word) ? 'he' : 'she'))
  );
};

/** The voice that a pronoun or a job stands for, outside of quotations. */
const referredTo = (sentence: Sentence, memory: Memory): Voice | undefined => {
  const outside = sentence.quotes.reduceRight(
    (text, [from, to]) => `${text.slice(0, from)}"${' '.repeat(Math.max(0, to - from - 2))}"${text.slice(to)}`,
    sentence.plain,
  );
  const pronoun = PRONOUN.exec(outside) ?? PRONOUN_AFTER.exec(outside) ?? POSSESSIVE.exec(outside);
  const word = pronoun?.slice(1).find((group) => group !== undefined) ?? '';
  if (pronoun !== null) {
    const candidates = isPlural(word) ? [memory.voice] : [memory.person, memory.voice];
    const voice = candidates.find((one) => fits(one, word));
    if (voice !== undefined && (!isPlural(word) || voice.kind !== 'person')) return voice;
  }
  const [apart = ''] = /^(?:but |and |yet )?(?:for|to) (?:him|her|them),/i.exec(outside) ?? [];
  if (apart !== '') return memory.person;
  const [, job = ''] = BY_JOB.exec(outside) ?? [];
  if (job === '') return undefined;
  return /(?:bank|broker|brokerage|firm|house|team|group|strategists|analysts|desk)$/i.test(job)
    ? (memory.firm ?? memory.voice)
    : /(?:report|note|study|survey|paper|authors)$/i.test(job)
      ? memory.voice
      : memory.person;
};

const ENTRY = /^[-*•●▪–#_ ]*/;
/** Whose entry of a digest a paragraph is: `Castellan Bank (Hugo Brandt): Neutral.` */
const labelOf = ({ plain }: Sentence, cast: Cast): Voice | undefined => {
  const mentions = cast.mentionsIn(plain.slice(0, 120));
  const [first] = mentions;
  // `Annual savings:` is no person
  const isAnybody = first?.voice.kind === 'person' && first.voice.firm === null && first.voice.title === null;
  if (first === undefined || isAnybody || first.from > (ENTRY.exec(plain)?.[0].length ?? 0)) return undefined;
  const [label] = /^(?: \([^)]*\)|,[^:."]{2,60})?[*_]*:[*_]* (?!")/.exec(plain.slice(first.to)) ?? [];
  if (label === undefined) return undefined;
  const end = first.to + label.length;
  const person = mentions.find(({ voice, to }) => voice.kind === 'person' && to <= end)?.voice;
  return person === undefined ? first.voice : { ...person, firm: person.firm ?? first.voice.firm };
};

/**
 * Who says each sentence of a note.
 *
 * @param author who speaks where nobody is named
 * @param turns the speaker of a sentence's turn, in an interview or a transcript
 */
export const attributionsOf = (
  sentences: readonly Sentence[],
  cast: Cast,
  author: Voice,
  turns: ReadonlyMap<Sentence, Voice>,
): ReadonlyMap<Sentence, readonly Attribution[]> => {
  const found = new Map<Sentence, readonly Attribution[]>();
  const memory: Memory = {
    voice: undefined,
    person: undefined,
    firm: undefined,
    handsOn: false,
    paragraph: undefined,
    near: undefined,
  };
  const isAuthor = (voice: Voice): boolean =>
    voice === author ||
    (voice.name !== null && voice.name === author.name) ||
    (voice.kind === 'firm' && voice.firm === author.firm);
  const remember = (voice: Voice): void => {
    memory.voice = voice;
    if (voice.kind === 'person') memory.person = voice;
    if (voice.firm !== null) memory.firm = { kind: 'firm', name: null, firm: voice.firm, title: null };
  };
  const named = sentences.map((sentence) => namedIn(sentence, cast));
  const whole = (sentence: Sentence, voice: Voice, confidence: number): readonly Attribution[] => {
    const own = isAuthor(voice) ? author : atFirm(voice, sentence);
    return [
      {
        voice: own,
        role: isAuthor(voice) ? 'author' : voice.kind === 'firm' ? 'firm' : 'speaker',
        from: 0,
        to: sentence.plain.length,
        confidence,
      },
    ];
  };
  const firmsFound = new Map<string, string>();
  /** A person whose firm the sentence of the name does not give: ours, or the last one that the paragraph named. */
  const atFirm = (voice: Voice, { plain }: Sentence): Voice => {
    if (voice.kind !== 'person' || voice.firm !== null || voice.name === null) return voice;
    const isOurs = new RegExp(
      `${voice.name}, our |\\b(?:my|our) (?:\\w+ )?(?:partner|colleague|analyst|economist|strategist)s? ${voice.name}`,
      'i',
    ).test(plain);
    const near = voice.title !== null || BY_JOB.test(plain) ? memory.near : undefined;
    const firm = firmsFound.get(voice.name) ?? (isOurs ? author.firm : near);
    if (firm === undefined || firm === null) return voice;
    firmsFound.set(voice.name, firm);
    return { ...voice, firm };
  };
  /** The name behind a quotation that began in this sentence or an earlier one of the paragraph. */
  const ahead = (at: number): Voice | undefined => {
    for (let next = at + 1; next < sentences.length; next += 1) {
      const sentence = sentences[next] as Sentence;
      if (sentence.paragraph !== sentences[at]?.paragraph || !sentence.isGoingOn) return undefined;
      const [mention] = named[next] ?? [];
      if (mention !== undefined) return mention.voice;
      if (!isAllQuoted(sentence)) return referredTo(sentence, memory);
    }
    return undefined;
  };
  const labelled = new Map(
    sentences.flatMap(({ paragraph }, at) => {
      if (sentences[at - 1]?.paragraph === paragraph) return [];
      const voice = labelOf(sentences[at] as Sentence, cast);
      return voice === undefined ? [] : [[paragraph, voice] as const];
    }),
  );
  sentences.forEach((sentence, at) => {
    const firm = cast
      .mentionsIn(sentence.plain)
      .findLast(({ voice }) => voice.kind === 'firm' && !CENTRAL_BANK.test(voice.firm ?? ''));
    if (sentence.paragraph !== memory.paragraph) memory.near = undefined;
    memory.paragraph = sentence.paragraph;
    memory.near = firm?.voice.firm ?? memory.near;
    if (firm !== undefined) memory.firm = firm.voice;
    const person = cast
      .mentionsIn(sentence.plain)
      .findLast(({ voice, from }) => voice.kind === 'person' && !isOfficial(voice) && !isQuoted(sentence, from));
    const turn = turns.get(sentence) ?? labelled.get(sentence.paragraph);
    const mentions = named[at] ?? [];
    const handed = memory.handsOn;
    memory.handsOn = false;
    const isLead = /:["']?$/.test(sentence.plain);
    if (mentions.length > 0) {
      const parts = shared(sentence, mentions);
      const attributions = parts.flatMap(({ voice, start, end }) =>
        whole(sentence, voice, voice.kind === 'person' ? 0.95 : 0.85).map((one) => ({ ...one, from: start, to: end })),
      );
      remember((mentions.at(-1) as Mention).voice);
      memory.handsOn = isLead;
      found.set(sentence, attributions);
      return;
    }
    const referred = referredTo(sentence, memory);
    if (person !== undefined) memory.person = person.voice;
    if (referred !== undefined) {
      remember(referred);
      memory.handsOn = isLead;
      found.set(sentence, whole(sentence, referred, 0.85));
      return;
    }
    if (turn !== undefined) {
      found.set(sentence, whole(sentence, turn, 0.9));
      return;
    }
    if (isAllQuoted(sentence) || sentence.isGoingOn) {
      const voice = (sentence.isGoingOn ? undefined : ahead(at)) ?? ahead(at) ?? memory.voice;
      if (voice !== undefined) {
        remember(voice);
        found.set(sentence, whole(sentence, voice, 0.8));
        return;
      }
    }
    const isOfGroup = GROUP.test(sentence.plain) || OTHER_GROUP.test(sentence.plain);
    if (isOfGroup) {
      memory.voice = GROUP_VOICE;
      found.set(sentence, whole(sentence, GROUP_VOICE, 0.6));
      return;
    }
    const isItem = /^(?:[-*•●▪–]|\(?\d{1,2}[.)])\s/.test(sentence.paragraph.plain);
    if (memory.voice !== undefined && memory.voice.kind !== 'group' && handed) {
      memory.handsOn = isItem;
      found.set(sentence, whole(sentence, memory.voice, 0.7));
      return;
    }
    found.set(sentence, whole(sentence, author, 0.75));
  });
  return found;
};
