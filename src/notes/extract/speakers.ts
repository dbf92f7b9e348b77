import type { Cast, Mention } from './cast.ts';
import type { ClaimRole } from './claim.ts';
import { CENTRAL_BANK, isOfficial, isQuoted, namedIn, shared } from './named.ts';
import type { NoteParagraph } from './paragraphs.ts';
import type { Voice } from './people.ts';
import { lastName } from './person-signs.ts';
import { GROUP_VOICE, isSaidAtEnd, type Memory, noticed, referredTo, unnamedIn } from './reference.ts';
import type { Sentence } from './sentences.ts';
import {
  ASIDE,
  ASKED_THEM,
  ASKS_BACK,
  BY_JOB,
  FIRST_PERSON,
  GROUP,
  MADE_THEM,
  OTHER_GROUP,
  OURS_BEFORE,
  OURS_BEHIND,
} from './words/speech.ts';

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

const isAllQuoted = ({ quotes, plain }: Sentence): boolean =>
  quotes.some(([from, to]) => from <= 1 && to >= plain.length - 1);

/** What the reader of a note remembers from one sentence to the next. */
interface Discourse extends Memory {
  /** The last sentence hands on to the next: `Lee commented:`. */
  handsOn: boolean;
  paragraph: NoteParagraph | undefined;
  /** Whose views the paragraph is retelling. */
  retold: Voice | undefined;
  /** The last firm of the paragraph. */
  near: string | undefined;
}

/** What a meeting decides is nobody's. */
const MOTION =
  /^(?:\d[\d.]*[.)]? )?(?:it was (?:unanimously )?)?(?:resolved|agreed|carried|approved|moved and seconded)\b(?! with)/i;

const ITEM = /^(?:[-*•●▪–]|\(?\d{1,2}[.)])\s/;
const ENTRY = /^[-*•●▪–#_ ]*/;
/** Whose entry of a digest a paragraph is: `Castellan Bank (Hugo Brandt): Neutral.` */
const labelOf = ({ plain }: Sentence, cast: Cast): Voice | undefined => {
  const mentions = cast.mentionsIn(plain.slice(0, 120));
  const [first] = mentions;
  if (first?.voice.kind === 'firm' && CENTRAL_BANK.test(first.voice.firm ?? '')) return undefined;
  // `Annual savings:` is no person
  const isAnybody = first?.voice.kind === 'person' && first.voice.firm === null && first.voice.title === null;
  // `Banks (N. Adeleke): a steeper curve`
  const isInside = /^[-*•●▪– ]*\p{Lu}[^():.]{1,30} \($/u.test(plain.slice(0, first?.from ?? 0));
  if (isInside && first?.voice.kind === 'person' && /^(?:, [^():]{2,60})?\): /.test(plain.slice(first.to)))
    return first.voice;
  if (first === undefined || isAnybody || first.from > (ENTRY.exec(plain)?.[0].length ?? 0)) return undefined;
  const [label] = /^(?: \([^)]*\)|,[^:."]{2,60})?[*_]*:[*_]* (?!")/.exec(plain.slice(first.to)) ?? [];
  if (label === undefined) return undefined;
  const end = first.to + label.length;
  const person = mentions.find(({ voice, to }) => voice.kind === 'person' && to <= end)?.voice;
  return person === undefined ? first.voice : { ...person, firm: person.firm ?? first.voice.firm };
};

/** What is said of a sentence: who, how surely, and whether the next ones may go on with it. */
interface Finding {
  readonly voice: Voice;
  readonly confidence: number;
  readonly isReport?: boolean;
}

/**
 * Who says each sentence of a note: whoever it names, or means by a pronoun or a job; whose quotation it goes on with;
 * who has the floor there; whose views the paragraph is retelling; else the author.
 *
 * @param author who speaks where nobody is named
 * @param floors who has the floor, in an interview, a transcript or a round of messages
 */
export const attributionsOf = (
  sentences: readonly Sentence[],
  cast: Cast,
  author: Voice,
  floors: ReadonlyMap<Sentence, Voice>,
): ReadonlyMap<Sentence, readonly Attribution[]> => {
  const memory: Discourse = {
    voice: undefined,
    people: [],
    firm: undefined,
    pronouns: new Map(),
    house: author.firm === null ? undefined : { kind: 'firm', name: null, firm: author.firm, title: null },
    handsOn: false,
    paragraph: undefined,
    retold: undefined,
    near: undefined,
  };
  const isAuthor = (voice: Voice): boolean =>
    voice === author ||
    (voice.name !== null && voice.name === author.name) ||
    (voice.kind === 'firm' && voice.firm === author.firm);
  const remember = (voice: Voice): void => {
    memory.voice = voice;
    if (voice.kind === 'person') noticed(memory, voice);
    if (voice.firm !== null) memory.firm = { kind: 'firm', name: null, firm: voice.firm, title: null };
  };
  const named = sentences.map((sentence) => namedIn(sentence, cast));
  const firmsFound = new Map<string, string>();
  /** A person whose firm the sentence of the name does not give: ours, or the last one that the paragraph named. */
  const atFirm = (voice: Voice, sentence: Sentence): Voice => {
    const { plain } = sentence;
    if (voice.kind !== 'person' || voice.firm !== null || voice.name === null) return voice;
    const place = plain.indexOf(voice.name);
    const behind = plain.slice(place + voice.name.length);
    const isOurs = place >= 0 && (OURS_BEHIND.test(behind) || OURS_BEFORE.test(plain.slice(0, place)));
    const isNamed = voice.title !== null && plain.includes(lastName(voice.name));
    const isMaker = place >= 0 && MADE_THEM.test(behind);
    const near = isMaker ? memory.firm?.firm : isNamed || BY_JOB.test(plain) ? memory.near : undefined;
    const isOne = author.name?.split(/, | and /).includes(voice.name) ?? false;
    const floor = floors.get(sentence);
    const house = isOurs || isOne ? (floor ?? author) : isNamed && floor?.kind === 'firm' ? floor : undefined;
    const firm = firmsFound.get(voice.name) ?? (house === undefined ? near : house.firm);
    if (firm === undefined || firm === null) return voice;
    firmsFound.set(voice.name, firm);
    return { ...voice, firm };
  };
  const attributed = (sentence: Sentence, { voice, confidence }: Finding): Attribution => ({
    voice: isAuthor(voice) ? author : atFirm(voice, sentence),
    role: isAuthor(voice) ? 'author' : voice.kind === 'firm' ? 'firm' : 'speaker',
    from: 0,
    to: sentence.plain.length,
    confidence,
  });
  /** The name behind a quotation that began in this sentence or an earlier one of the paragraph. */
  const ahead = (at: number): Voice | undefined => {
    for (let next = at + 1; next < sentences.length; next += 1) {
      const sentence = sentences[next] as Sentence;
      if (sentence.paragraph !== sentences[at]?.paragraph || !sentence.isGoingOn) return undefined;
      const [mention] = named[next] ?? [];
      if (mention !== undefined) return mention.voice;
      if (!isAllQuoted(sentence)) return referredTo(sentence, memory, cast);
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
  /** Keeps in mind whom a sentence names, whether they speak or not. */
  const notice = (sentence: Sentence): readonly Voice[] => {
    const mentions = cast.mentionsIn(sentence.plain);
    const firm = mentions.findLast(({ voice }) => voice.kind === 'firm' && !CENTRAL_BANK.test(voice.firm ?? ''));
    if (sentence.paragraph !== memory.paragraph) [memory.near, memory.retold] = [undefined, undefined];
    memory.paragraph = sentence.paragraph;
    memory.near = firm?.voice.firm ?? memory.near;
    if (firm !== undefined) memory.firm = firm.voice;
    return mentions.flatMap(({ voice, from }) =>
      voice.kind === 'person' && !isOfficial(voice) && !isQuoted(sentence, from) ? [voice] : [],
    );
  };
  /** Who says a sentence that names nobody as its voice. */
  const findingOf = (sentence: Sentence, at: number, people: readonly Voice[], handed: boolean): Finding => {
    if (MOTION.test(sentence.plain) && memory.house !== undefined)
      return { voice: memory.house, confidence: 0.8, isReport: true };
    const unnamed = unnamedIn(sentence, cast);
    if (unnamed !== undefined) return { voice: unnamed, confidence: 0.7, isReport: true };
    const referred = referredTo(sentence, memory, cast);
    for (const person of people) noticed(memory, person);
    const floor = floors.get(sentence) ?? labelled.get(sentence.paragraph);
    // somebody of whom only the holder of the floor knows
    if (referred !== undefined && !(referred === GROUP_VOICE && floor !== undefined))
      return { voice: referred, confidence: 0.85, isReport: true };
    if (floor !== undefined) return { voice: floor, confidence: 0.9 };
    if (isAllQuoted(sentence) || sentence.isGoingOn) {
      // `"Isn't it a bubble?" No: …` takes up what readers ask
      const isTakenUp = sentence.paragraph !== sentences[at - 1]?.paragraph && /\?"$/.test(sentence.plain);
      const voice = ahead(at) ?? (isTakenUp ? undefined : memory.voice);
      if (voice !== undefined) return { voice, confidence: 0.8, isReport: true };
    }
    if (GROUP.test(sentence.plain) || OTHER_GROUP.test(sentence.plain))
      return { voice: GROUP_VOICE, confidence: 0.6, isReport: true };
    if (handed && memory.voice !== undefined && memory.voice.kind !== 'group') {
      memory.handsOn = ITEM.test(sentence.paragraph.plain);
      return { voice: memory.voice, confidence: 0.7 };
    }
    if (ASKED_THEM.test(sentence.plain)) [memory.voice, memory.handsOn] = [memory.people[0] ?? memory.voice, true];
    const isOwn = FIRST_PERSON.test(sentence.plain) || ASIDE.test(sentence.plain);
    if (isOwn) memory.retold = undefined;
    return memory.retold === undefined || memory.retold.kind === 'group'
      ? { voice: author, confidence: 0.75 }
      : { voice: memory.retold, confidence: 0.5 };
  };
  return new Map(
    sentences.map((sentence, at): [Sentence, readonly Attribution[]] => {
      const people = notice(sentence);
      const isBehindList = ITEM.test(sentences[at - 1]?.paragraph.plain ?? '') && !ITEM.test(sentence.paragraph.plain);
      const handed = memory.handsOn && !isBehindList;
      memory.handsOn = false;
      const isLead = /:["']?$/.test(sentence.plain);
      const [all, isPronoun] = [named[at] ?? [], isSaidAtEnd(sentence)];
      const mentions =
        MOTION.test(sentence.plain) || (isPronoun && all.every(({ voice }) => voice.kind === 'firm')) ? [] : all;
      if (mentions.length > 0) {
        const attributions = shared(sentence, mentions).map(({ voice, start, end }) => ({
          ...attributed(sentence, { voice, confidence: voice.kind === 'person' ? 0.95 : 0.85 }),
          ...{ from: start, to: end },
        }));
        for (const person of people) noticed(memory, person);
        remember((mentions.at(-1) as Mention).voice);
        if (ASKS_BACK.test(sentence.plain)) memory.voice = memory.people[1] ?? memory.voice;
        // `As Buffett once said` lends words, and is not retold
        memory.retold = /^As \p{Lu}/u.test(sentence.plain) ? undefined : memory.voice;
        memory.handsOn = isLead;
        return [sentence, attributions];
      }
      const finding = findingOf(sentence, at, people, handed);
      if (finding.isReport) {
        remember(finding.voice);
        memory.retold = finding.voice;
        memory.handsOn ||= isLead;
      }
      return [sentence, [attributed(sentence, finding)]];
    }),
  );
};
