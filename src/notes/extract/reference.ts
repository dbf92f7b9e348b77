import type { Cast } from './cast.ts';
import { isOfficial } from './named.ts';
import type { Voice } from './people.ts';
import type { Sentence } from './sentences.ts';
import { SAYING } from './words/names.ts';
import {
  BY_JOB,
  IN_THEIR_VIEW,
  JUDGED,
  POSSESSIVE,
  PRONOUN,
  PRONOUN_AFTER,
  PRONOUN_SUBJECT,
  UNNAMED,
  UNNAMED_BEHIND,
  UNNAMED_LABEL,
} from './words/speech.ts';

/** Who was last spoken of, for pronouns and jobs to stand for. */
export interface Memory {
  voice: Voice | undefined;
  /** The last first. */
  people: readonly Voice[];
  firm: Voice | undefined;
  /** Whose text it is, where that is a firm's. */
  readonly house: Voice | undefined;
  /** Which pronoun has stood for a person whose first name does not show it. */
  readonly pronouns: Map<string, 'he' | 'she'>;
}

export const noticed = (memory: Memory, person: Voice): void => {
  memory.people = [person, ...memory.people.filter(({ name }) => name !== person.name)].slice(0, 8);
};

/** Nobody to ask: analysts, bulls, a trader without a name. */
export const GROUP_VOICE: Voice = { kind: 'group', name: null, firm: null, title: null };

/** The sentence with blanks where somebody is quoted. */
export const withoutQuotes = ({ quotes, plain }: Sentence): string =>
  quotes.reduceRight(
    (text, [from, to]) => `${text.slice(0, from)}"${' '.repeat(Math.max(0, to - from - 2))}"${text.slice(to)}`,
    plain,
  );

const isPlural = (word: string): boolean => /^(?:they|their)$/i.test(word);

const byPronoun = (outside: string, memory: Memory, cast: Cast): Voice | undefined => {
  const pronoun =
    PRONOUN.exec(outside) ??
    PRONOUN_AFTER.exec(outside) ??
    POSSESSIVE.exec(outside) ??
    IN_THEIR_VIEW.exec(outside) ??
    PRONOUN_SUBJECT.exec(outside);
  if (pronoun === null) return undefined;
  const word = pronoun.slice(1).find((group) => group !== undefined) ?? '';
  if (!isPlural(word) && JUDGED.test(outside.slice(pronoun.index + pronoun[0].length - 1))) return undefined;
  // `over at Tide Bank, Farrar is unmoved: she`
  const here = cast
    .mentionsIn(outside.slice(0, pronoun.index + 1))
    .findLast(({ voice }) => voice.kind === 'person' && !isOfficial(voice))?.voice;
  if (isPlural(word)) return memory.voice?.kind === 'person' ? undefined : memory.voice;
  const means = /^(?:he|his|him)$/i.test(word) ? 'he' : 'she';
  const pronounOf = ({ name, pronoun: own }: Voice) => own ?? memory.pronouns.get(name ?? '');
  const voice = [...(here === undefined ? [] : [here]), ...memory.people].find(
    (one) => (pronounOf(one) ?? means) === means,
  );
  if (voice?.name) memory.pronouns.set(voice.name, means);
  // somebody of whom the note gives no name
  return voice ?? GROUP_VOICE;
};

/** `the bank` in a text of Prior Private Bank's. */
const isHouse = (job: string, { house }: Memory): boolean =>
  house?.firm?.toLowerCase().split(' ').at(-1) === job.toLowerCase().split(' ').at(-1);

const byJob = (outside: string, memory: Memory, cast: Cast): Voice | undefined => {
  const [, before, behind] = BY_JOB.exec(outside) ?? [];
  const job = before ?? behind;
  if (job === undefined) return undefined;
  if (/(?:bank|broker|brokerage|firm|house|team|group|strategists|analysts|desk)$/i.test(job))
    return isHouse(job, memory) ? memory.house : (memory.firm ?? memory.house ?? memory.voice);
  if (/(?:report|note|study|survey|paper|authors)$/i.test(job)) return memory.voice;
  const kind = job.toLowerCase().split(' ').at(-1) ?? '';
  const holders = cast.people.filter(({ title }) => title?.toLowerCase().split(/[ -]/).includes(kind));
  return holders.length === 1 ? holders[0] : memory.people[0];
};

/** The voice that a pronoun or a job stands for, outside of quotations. */
export const referredTo = (sentence: Sentence, memory: Memory, cast: Cast): Voice | undefined => {
  const outside = withoutQuotes(sentence);
  // `The chair asked that he be recorded`
  const isJobFirst = BY_JOB.exec(outside)?.index === 0;
  return (
    (isJobFirst ? byJob(outside, memory, cast) : undefined) ??
    byPronoun(outside, memory, cast) ??
    (/^(?:but |and |yet )?(?:for|to) (?:him|her|them),/i.test(outside) ? memory.people[0] : undefined) ??
    byJob(outside, memory, cast)
  );
};

const AT_END = new RegExp(String.raw`, (?:s?he) (?:${SAYING})[^,"']{0,30}\.$`, 'u');
/** `Brackwater sold a third of it, she added`: whatever else the sentence names. */
export const isSaidAtEnd = (sentence: Sentence): boolean => AT_END.test(withoutQuotes(sentence));

/** Somebody without a name who says the sentence: `one fund manager told me`, with the firm that is named. */
export const unnamedIn = (sentence: Sentence, cast: Cast): Voice | undefined => {
  const outside = withoutQuotes(sentence);
  const found = UNNAMED_LABEL.exec(outside) ?? UNNAMED.exec(outside) ?? UNNAMED_BEHIND.exec(outside);
  if (found === null) return undefined;
  const words = outside.slice(found.index, found.index + found[0].length);
  return { ...GROUP_VOICE, firm: cast.mentionsIn(words)[0]?.voice.firm ?? null };
};
