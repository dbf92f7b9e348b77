import said from './asides.json' with { type: 'json' };
import type { Mark } from './lexicon.ts';
import type { Token } from './tokens.ts';

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Who speaks of himself or of those who want to know; what for and from where; how it is put. */
const [TELLERS, OCCASIONS, MANNERS] = [setOf(said.tellers), setOf(said.occasions), setOf(said.manners)];
/** Words that change what is asked, or hold it against something. */
const BARS = setOf(said.bars);
const [DAYS, TIMES, OCCURS] = [setOf(said.days), setOf(said.times), setOf(said.occurs)];
const SECTORS = setOf(said.noSectors);

/** Tags that a part may have which says nothing of ours: `asked me last night`, `can't remember it`, `from my notes`. */
const WEAK = new Set('past clock people document negation private name relation'.split(' '));
/** Words that are marks of ours in a question and nothing in what somebody says of himself. */
const WEAK_WORDS =
  /^(?:just|need|needs|needed|require|required|this|that|it|these|those|the above|and|or|another|more|first|sorry|sry|apologies|actually|wait|no|other|one|ones|last|next|beside|against|bet|likely|unlikely|chance|report|paper|floor|walk|lead|case|terminal|call|calls)$/;

/** Where one part ends and the next begins. */
const BREAKS = new Set([',', ':', ';', '.', '!', '?', '(', ')', '[', ']', '-', '\u2013', '\u2014', '\u2026', '"', '|']);
const JOINS = /^(?:but|because|cos|cuz|coz|bc|although)$/;
/** `so what does it do`, and not `so much`. */
const SO =
  /^(?:i|im|ive|we|my|what|whats|how|who|whos|when|where|which|why|is|are|do|does|did|can|could|cut|hike|give|show|remove|delete|cancel|pause|skip|brief|compare)$/;
/** `before i hop on a call`, `since my boss asked`, `as i'm new`. */
const LEADS = /^(?:before|since|as|while|so)$/;
const SELF = /^(?:i|im|ive|id|ill|my|we|weve|our)$/;
/** `the editor asks | when they hiked`, `can you remind me | how many`. */
const ASKS =
  /^(?:asks|asked|asking|know|knows|wonder|wonders|wondering|wondered|remember|remind|forget|forgot|curious|recall)$/;
const QUESTIONS = /^(?:when|how|what|whats|where|wheres|who|whos|which|why)$/;
const AUXILIARIES =
  /^(?:is|are|was|were|has|have|had|isnt|arent|wasnt|hasnt|havent|hadnt|does|doesnt|did|didnt|do|dont|can|cant|could|couldnt|will|wont|would|thats|its|theres|heres|hes|shes|theyre|got|gets|keeps|wants|needs|says|said|thinks|asks|asked|asking)$/;
const PREPOSITIONS = /^(?:for|in|on|of|with|at|by|under|to|from|per|into|over|as|than|about|around|among)$/;
/** An answer in another shape, currency or tongue is no aside. */
const SHAPED =
  /\b(?:as|in) (?:an? )?(?:charts?|graphs?|plots?|tables?|csv|bullets?|bullet points|lists?|euros?|eur|pounds?|gbp|sterling|yen|jpy|kronor|sek|nok|dkk|chf|francs?|dollars?|usd|cad|aud|percent|pct|bps|total|detail|full|german|french|spanish|swedish|english|italian|dutch)\b/;

/** What it may be that nobody asks of us: `for my ic memo`, `for the newsletter`. */
const FOR = /^(?:my|our|the|a|an|his|her|their|this|todays|tomorrows)$/;
/** What was said before, or is asked. */
const OURS = /^(?:it|its|that|thats|this|these|those|they|theyre|he|hes|she|shes|there|theres|you|your)$/;
const ASKING =
  /(?<!\b(?:sure|know|knew|idea|idk|guess|forgot|forget|remember|matter|like|see|asked|me) )\b(?:which|how|when|where|why|what|whats|who|whos)\b/;
/** Sides and subjects that somebody is for, or works on. */
const OWN: ReadonlySet<string> = new Set(['stance', 'topic', 'views']);
const SAID = /\b(?:asks|asked|asking|wants to know|wondered|wonders|needs it|wants it)\b/;
const REFERS = /^(?:he|she|they|him|her|them|it|its|his|their|that)$/;

/** The sign or the joining word in front, and what stands behind it. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** What it goes on from belongs to it: `… | for the newsletter`. */
  readonly isTied: boolean;
}

const isPurpose = (tokens: readonly Token[], at: number): boolean =>
  FOR.test(tokens[at + 1]?.word ?? '') &&
  tokens.slice(at + 2, at + 5).some(({ word }) => OCCASIONS.has(word) || TELLERS.has(word));

const isJoin = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (JOINS.test(word)) return true;
  if (word === 'so' && SO.test(next)) return true;
  if (LEADS.test(word) && SELF.test(next)) return true;
  if (word === 'for') return isPurpose(tokens, at);
  if (!QUESTIONS.test(word)) return false;
  const before = tokens[at - 1]?.word ?? '';
  return ASKS.test(/^(?:me|us|you|about|to)$/.test(before) ? (tokens[at - 2]?.word ?? '') : before);
};

const partsOf = (tokens: readonly Token[]): readonly Part[] => {
  const parts: Part[] = [];
  let from = 0;
  const end = (to: number): void => {
    if (to > from) parts.push({ from, to, isTied: tokens[from]?.kind === 'word' && tokens[from]?.word === 'for' });
    from = to;
  };
  tokens.forEach(({ kind, word, isGlued }, at) => {
    const isInside = isGlued && (word === '-' || (word === '.' && tokens[at + 1]?.isGlued === true));
    if (kind === 'sign' ? BREAKS.has(word) && !isInside : kind === 'word' && isJoin(tokens, at)) end(at);
  });
  end(tokens.length);
  return parts;
};

const isSign = (token: Token | undefined): boolean => token?.kind === 'sign' && BREAKS.has(token.word);

const isWeak = (tokens: readonly Token[], { tag, from, to }: Mark): boolean =>
  WEAK.has(tag) ||
  WEAK_WORDS.test(
    tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' '),
  );

/** Whether a part only tells who asks, why, how or in which state. */
const isAside = (tokens: readonly Token[], marks: readonly Mark[], { from, to }: Part): boolean => {
  const all = tokens.slice(from, to).filter(({ kind }) => kind !== 'sign');
  if (all.some(({ kind }) => kind === 'number')) return false;
  const words = all.map(({ word }) => word);
  const told = words.slice(
    words.findIndex((word) => !/^(?:and|so|but|ok|okay|because|cos|cuz|coz|bc|although)$/.test(word)),
  );
  const [first] = told;
  if (first === undefined || QUESTIONS.test(first)) return false;
  const isSelf = words.some((word, at) => TELLERS.has(word) && !(word === 'i' && words[at + 1] === 'e'));
  // "ur own call for year end" is asked of us
  if (!isSelf && words.some((word) => /^(?:ur|your|yours)$/.test(word))) return false;
  const isSet = words.some((word) => MANNERS.has(word) || (OCCASIONS.has(word) && told.length > 1));
  const isTold = told.findIndex((word) => AUXILIARIES.test(word)) > 0 && !OURS.test(first);
  const isDone = /.ing$/.test(first) && told.length > 1 && !SECTORS.has(first);
  if (!isSelf && !isSet && (PREPOSITIONS.test(first) || !(isTold || isDone))) return false;
  const text = told.join(' ');
  const isBarred =
    words.some((word) => BARS.has(word) || TIMES.has(word)) ||
    (words.some((word) => DAYS.has(word)) && !words.some((word) => OCCURS.has(word))) ||
    SHAPED.test(text) ||
    ASKING.test(text) ||
    /\bif (?!i |you |u |possible|any|anyone|thats|its not|at all|not )/.test(`${text} `);
  if (isBarred) return false;
  const inside = marks.filter((mark) => mark.from < to && from < mark.to && !isWeak(tokens, mark));
  const isReferred = tokens.some(({ word }, at) => REFERS.test(word) && !(from <= at && at < to));
  // "i'm with the bears", "the mortgage guy asked me"
  const isOwn = ({ tag }: Mark): boolean => OWN.has(tag) || (tag === 'other' && SAID.test(text));
  return inside.every((mark) => isSelf && !isReferred && isOwn(mark));
};

/** What is asked for, in whatever words. */
const isAsked = (tokens: readonly Token[], marks: readonly Mark[], isLeft: (at: number) => boolean): boolean => {
  const ours = marks.filter((mark) => isLeft(mark.from) && !isWeak(tokens, mark));
  const hasNumber = tokens.some(({ kind }, at) => kind === 'number' && isLeft(at));
  const isMeant = tokens.some(({ word }, at) => isLeft(at) && QUESTIONS.test(word));
  return ours.length > 0 || (isMeant && !hasNumber);
};

/**
 * Which tokens stand in parts of the text that say nothing of what is asked: `stuck on the train, …`, `… before i hop on a
 * call`, `… (my pm is asking)`. None where nothing else is said, or where what else is said asks nothing.
 */
export const asidesIn = ({
  tokens,
  marks,
}: {
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
}): ReadonlySet<number> => {
  const found = new Set<number>();
  const parts = partsOf(tokens);
  if (parts.length < 2) return found;
  const isBrief = marks.some(({ tag }) => tag === 'brief');
  parts.forEach((part, at) => {
    const isOpen = (part.isTied && isBrief) || parts[at + 1]?.isTied;
    if (!isOpen && isAside(tokens, marks, part)) for (let each = part.from; each < part.to; each += 1) found.add(each);
  });
  // `: when is it` behind who asks
  for (let at = 0; found.has(at) || (found.size > 0 && isSign(tokens[at])); at += 1) found.add(at);
  return found.size > 0 && isAsked(tokens, marks, (at) => !found.has(at)) ? found : new Set();
};
