import { cut, type DraftClaim } from './draft.ts';
import { isLeaning } from './leaning.ts';

/** What a claim says behind the name of its voice, on a line of a list. */

const LONGEST = 72;
const LONGEST_CONDITION = 26;

/** Words that promise another, at the end of what is cut. */
const OPEN_END =
  /(?: (?:by|of|the|an?|and|or|but|to|in|on|at|for|with|from|over|through|against|than|as|that|which|who|is|are|was|were|be|been|will|would|should|has|have|we|they|it|its|their|our|because|since|while|if|when|about|around|roughly|nearly|some|more|most|not|no|so|very|next|last|further))+$/i;
/** A clause that ends sooner leaves too little of its sentence. */
const LEAST_OF_SENTENCE = 0.5;

/** What is too long is cut where a clause ends, or else behind a word that leaves nothing open. */
const cutAtClause = (words: string, most = LONGEST): string => {
  const short = cut(words, most);
  if (!short.endsWith('…') || words.endsWith('…')) return short;
  const head = short.slice(0, -1);
  const clause = Math.max(...[', ', '; ', ': ', ' – ', ' — '].map((sign) => `${head} `.lastIndexOf(sign)));
  return `${(clause >= most * LEAST_OF_SENTENCE ? head.slice(0, clause) : head).replace(OPEN_END, '').replace(/[,;:]$/, '')}…`;
};

/** Behind a name and a colon: the beginning of what is said, without a capital. */
const ofSummary = (words: string): string => {
  const plain = cutAtClause(words.replace(/[“”"]/g, '').replace(/[.!]$/, ''));
  return /^[A-Z][a-z]+\s/.test(plain) && !/^(?:I|Fed|Russell|Small-cap|America)\b/.test(plain)
    ? plain.charAt(0).toLowerCase() + plain.slice(1)
    : plain;
};

const VERB =
  /\b(?:is|are|was|remains?|stays?|keeps?|expects?|forecasts?|predicts?|thinks?|believes?|sees?|argues?|favou?rs?|prefers?|likes?|holds?|recommends?|warns?|says?|said|reckons?|doubts?|turned|told|points?|counts?|maintains?|insists?)\b|\bhas (?=no\b|an?\b|turned\b)/;
/** Says no more than that something is said: what follows stands by itself. */
const REPORTS =
  /^(?:thinks?|believes?|argues?|says?|said|reckons?|maintains?|insists?|warns?|told (?:us|me|clients|investors)|points? out)(?: us| clients| investors)?(?: that)? (?!so\b|of\b|about\b)/;
/** Where the name of whoever says it begins at the latest. */
const LONGEST_LEAD = 70;

/** `Vale, head of equities, believes that X`: X; where the verb says more than that, from it on. */
const behindVoice = (sentence: string, speaker: string | undefined): string => {
  const last = speaker?.split(' ').at(-1);
  const pronoun = /^(?:She|He|They)\b/.exec(sentence)?.[0];
  const named = last === undefined ? -1 : sentence.indexOf(last);
  const isNamed = last !== undefined && named >= 0 && named <= LONGEST_LEAD;
  const from = pronoun !== undefined ? pronoun.length : isNamed ? named + (last?.length ?? 0) : -1;
  if (from < 0) return sentence;
  const at = sentence.slice(from).search(VERB);
  if (at < 0) return sentence;
  const said = sentence.slice(from + at);
  const proposition = said.replace(REPORTS, '');
  return proposition === said ? `…${said}` : proposition;
};

/** `…, he wrote on 12 November`. */
const SAID_BEHIND =
  /, (?:he|she|they|(?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*) (?:said|says|wrote|writes|adds|added|argued|argues|told)\b[^,;]*$/u;
/** `Our own conclusion is that X`. */
const OPENERS: readonly RegExp[] = [
  /^(?:but|and|still|however|yet|so|on the other (?:side|hand)|in (?:our|my) (?:own )?(?:view|opinion)|to (?:our|my) mind|for (?:us|me)),? /i,
  /^(?:our|my|the)(?: own| main| basic| central| overall)? (?:conclusion|view|point|message|case|argument|belief|opinion|expectation|base case|assumption) (?:here )?is that /i,
  /^(?:we|i) (?:would )?(?:think|believe|argue|estimate|reckon|maintain|conclude|note|find|hold) that /i,
  /^it is (?:our|my) (?:view|belief) that /i,
];

const CONDITIONS: readonly (readonly [words: RegExp, short: string])[] = [
  [
    /\bavoid\w* (?:an? )?recession|\bno recession|\bwithout (?:an? )?recession|\bunless .*recession/i,
    'if no recession',
  ],
  [/^in an? (?:recession|downturn|slump)/i, 'in a recession'],
  [/\bsoft landing/i, 'given a soft landing'],
  [/\bfed\b.*\bcut|\brate cuts?\b|\brates (?:fall|come down)/i, 'if rates are cut'],
  [/\bfed\b.*\b(?:hike|raise)|\brates rise\b/i, 'if rates rise'],
];
const inShort = (condition: string): string =>
  condition.length <= LONGEST_CONDITION
    ? condition
    : (CONDITIONS.find(([words]) => words.test(condition))?.[1] ?? 'on a condition');

const LONGEST_JOINED = 98;

const propositionOf = (sentence: string, speaker: string | undefined): string => {
  const said = behindVoice(sentence.replace(SAID_BEHIND, '').replace(/[.!,]$/, ''), speaker);
  return said.length > LONGEST ? OPENERS.reduce((words, opener) => words.replace(opener, ''), said) : said;
};

/** The proposition of a sentence of the note in quotation marks, and what it depends on behind it where that is cut off. */
const ofSentence = ({ sentence, speaker, condition }: DraftClaim): string => {
  const plain = sentence.replace(/[“”"]/g, '');
  const [first = '', second] = plain.split(/(?<=[\p{Ll}\d%][.!?]) (?=\p{Lu})/u);
  // what leans on the sentence before it says the side
  if (second !== undefined && isLeaning(second)) {
    const leaning = cutAtClause(propositionOf(second, speaker));
    return `“${cutAtClause(propositionOf(first, speaker), LONGEST_JOINED - leaning.length)} ${leaning}”`;
  }
  const words = cutAtClause(propositionOf(second === undefined ? plain : first, speaker));
  const text = words.toLowerCase();
  if (condition === undefined || text.includes(condition.toLowerCase())) return `“${words}”`;
  const at = text.indexOf(condition.toLowerCase().slice(0, LONGEST_CONDITION / 2));
  return `“${at > 0 ? words.slice(0, at).replace(/[,;: ]+$/, '') : words}”, ${inShort(condition)}`;
};

/** A claim in so few words: the confirmer's own, or the proposition of its sentence. */
export const claimInShort = (claim: DraftClaim): string =>
  claim.summary === undefined ? ofSentence(claim) : ofSummary(claim.summary);
