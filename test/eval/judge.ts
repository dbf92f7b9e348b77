import { NOTES } from '../../src/notes/library.ts';
import type { Asked } from './files.ts';
import { judgeNumbers } from './judge-numbers.ts';
import {
  ACCEPTED,
  ACCEPTED_IN_CATEGORY,
  CLARIFYING_KINDS,
  CLARIFYING_REFUSALS,
  KINDS_OF_CATEGORY,
  KINDS_THAT_COMPUTE,
} from './mapping.ts';
import { behaviourOf, kindOf, type Reply, wordsOf } from './reply.ts';

/**
 * `refused`: the reply gave nothing, it asked back or declined in another way than it should, which is a pity. `wrong`:
 * it answered, and not as it should. A wrong number is counted by itself, as nothing here is worse.
 */
export type Outcome = 'right' | 'wrong' | 'refused';

export interface Judgement {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly wrongNumbers: readonly string[];
}

/** Whether a reply does what was expected, its substance aside. */
const behaves = ({ behaviour: expected, category, numbers }: Asked, reply: Reply): boolean => {
  const behaviour = behaviourOf(reply);
  const kind = kindOf(reply);
  const accepted = (category && ACCEPTED_IN_CATEGORY[category]?.[expected]) ?? ACCEPTED[expected];
  if (accepted.includes(behaviour)) return true;
  if (expected === 'clarify') {
    return CLARIFYING_KINDS.includes(kind) || CLARIFYING_REFUSALS.includes(reply.question?.reason ?? '');
  }
  if (expected !== 'unknown' || behaviour !== 'answer') return false;
  // what the notes say of somebody without giving a view of theirs, or the figures that come nearest
  const isMentionOnly = kind === 'views' && reply.answer.views.length === 0;
  return isMentionOnly || (numbers !== undefined && judgeNumbers(numbers, reply).missing.length === 0);
};

const citedBy = ({ answer }: Reply): readonly string[] => [...answer.sources, ...answer.views.map(({ note }) => note)];

const missingCites = ({ cites }: Asked, reply: Reply): readonly string[] =>
  cites.filter((cite) => !citedBy(reply).some((id) => id.startsWith(cite))).map((cite) => `does not cite ${cite}`);

const missingNames = ({ facts }: Asked, reply: Reply): readonly string[] =>
  facts.flatMap((fact) => {
    const spellings = nameIn(fact);
    return spellings.length === 0 || isNamed(reply, spellings) ? [] : [`does not name ${spellings[0]}`];
  });

const missingWords = ({ mustSay = [] }: Asked, reply: Reply): readonly string[] => {
  const words = wordsOf(reply).toLowerCase();
  return mustSay
    .filter((choice) => !choice.split('|').some((one) => words.includes(one.toLowerCase())))
    .map((choice) => `does not say ${choice.replaceAll('|', ' or ')}`);
};

const otherStances = ({ stances = {} }: Asked, { answer }: Reply): readonly string[] =>
  Object.entries(stances).flatMap(([name, stance]) => {
    const theirs = answer.views.filter((view) => isBy(view, nameIn(name)));
    return theirs.some((view) => view.stance === stance) ? [] : [`does not show ${name} as ${stance}`];
  });

const forbiddenWords = ({ mustNot = [] }: Asked, { text }: Reply): readonly string[] =>
  mustNot.filter((words) => holdsWord(text, words)).map((words) => `says ${words}`);

const otherKind = ({ category }: Asked, reply: Reply): readonly string[] => {
  const kinds = category && KINDS_OF_CATEGORY[category];
  const kind = kindOf(reply);
  return kinds === undefined || kinds.includes(kind) ? [] : [`answered as ${kind}`];
};

const substance = (asked: Asked, reply: Reply): readonly string[] =>
  behaviourOf(reply) === 'answer' && asked.behaviour !== 'clarify'
    ? [
        ...otherKind(asked, reply),
        ...missingCites(asked, reply),
        ...missingNames(asked, reply),
        ...missingWords(asked, reply),
        ...otherStances(asked, reply),
      ]
    : asked.behaviour === 'unknown'
      ? missingCites(asked, reply)
      : [];

const wrongNumbersOf = (asked: Asked, reply: Reply): readonly string[] => {
  const kind = kindOf(reply);
  if (asked.behaviour === 'clarify' && KINDS_THAT_COMPUTE.includes(kind))
    return [`answers words without a move, ${kind}`];
  return behaviourOf(reply) === 'answer' ? judgeNumbers(asked.numbers, reply).wrong : [];
};

/** Judges one reply. What it says is judged by its structure wherever there is one, never by its style. */
export const judge = (asked: Asked, reply: Reply | { readonly error: string }): Judgement => {
  if ('error' in reply) return { outcome: 'wrong', reasons: [reply.error], wrongNumbers: [] };
  const behaviour = behaviourOf(reply);
  const wrongNumbers = wrongNumbersOf(asked, reply);
  const forbidden = forbiddenWords(asked, reply);
  if (!behaves(asked, reply)) {
    const isDeclined = behaviour !== 'answer';
    const isHarmless = wrongNumbers.length === 0 && forbidden.length === 0;
    const reasons = [`expected ${asked.behaviour}, got ${behaviour} (${kindOf(reply)})`, ...forbidden];
    return { outcome: isDeclined && isHarmless ? 'refused' : 'wrong', reasons, wrongNumbers };
  }
  const missing =
    behaviour === 'answer' && asked.behaviour !== 'clarify' ? judgeNumbers(asked.numbers, reply).missing : [];
  const reasons = [...substance(asked, reply), ...missing, ...forbidden];
  return { outcome: reasons.length + wrongNumbers.length === 0 ? 'right' : 'wrong', reasons, wrongNumbers };
};

/** The people and firms of the notes: a fact that begins with one of them is a fact that the reply must name them. */

interface Entity {
  /** Every way the name is written, longest first. */
  readonly spellings: readonly string[];
}

const lastName = (name: string): string => name.split(' ').at(-1) ?? name;

const entities = (): readonly Entity[] => {
  const people = NOTES.claims.flatMap(({ speaker }) => (speaker ? [[speaker, lastName(speaker)]] : []));
  const firms = NOTES.claims.map(({ firm, firmShort }) => [firm, ...(firmShort ? [firmShort] : [])]);
  const bySpelling = new Map<string, readonly string[]>();
  for (const spellings of [...people, ...firms]) {
    const name = spellings[0] as string;
    bySpelling.set(name, [...new Set([...(bySpelling.get(name) ?? []), ...spellings])]);
  }
  return [...bySpelling.values()].map((spellings) => ({
    spellings: [...spellings].sort((one, other) => other.length - one.length),
  }));
};

const ENTITIES = entities();

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Whole words, whatever their case; the single letter of an author only as a capital. */
export const holdsWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, word.length === 1 ? 'u' : 'iu').test(text);

const startsWith = (fact: string, spelling: string): boolean =>
  fact.startsWith(spelling) && !/^[\p{L}\p{N}]/u.test(fact.slice(spelling.length));

/** Every spelling of whoever the fact begins with, longest name first; none where it begins with nobody. */
export const nameIn = (fact: string): readonly string[] =>
  ENTITIES.map(({ spellings }) => ({ spellings, length: spellings.find((one) => startsWith(fact, one))?.length ?? 0 }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length)[0]?.spellings ?? [];

type View = Reply['answer']['views'][number];

export const isBy = (view: View, spellings: readonly string[]): boolean =>
  spellings.some((one) => view.person === one || view.firm === one);

export const isNamed = (reply: Reply, spellings: readonly string[]): boolean =>
  reply.answer.views.some((view) => isBy(view, spellings)) ||
  spellings.some((spelling) => holdsWord(wordsOf(reply), spelling));
