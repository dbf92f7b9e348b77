import said from './asides.json' with { type: 'json' };
import type { Mark } from './lexicon.ts';
import type { Token } from './tokens.ts';

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Who speaks of himself or of those who want to know; what for and from where; how it is put. */
const [SELVES, PEOPLE, OCCASIONS, MANNERS] = [
  setOf(said.selves),
  setOf(said.people),
  setOf(said.occasions),
  setOf(said.manners),
];
const TELLERS = new Set([...SELVES, ...PEOPLE]);
/** Words that are no misspelling of others. */
export const ASIDE_WORDS: readonly string[] = [...TELLERS, ...OCCASIONS, ...MANNERS, ...setOf(said.others)];
/** Words that change what is asked, or hold it against something; orders of another kind. */
const [BARS, ORDERS] = [setOf(said.bars), setOf(said.orders)];
const [DAYS, TIMES, OCCURS] = [setOf(said.days), setOf(said.times), setOf(said.occurs)];
/** `shipping` is a sector, and nothing that somebody does. */
const SECTORS = setOf(said.sectors);

/** Tags that a part may have which says nothing of ours: `asked me last night`, `can't remember it`, `from my notes`. */
const WEAK = new Set('past clock people document negation private relation'.split(' '));
/** Those too that a part may have which is told of somebody, `everyone at my firm`, `a client on the other line`; sides that he is on. */
const [OF_SOMEBODY, OWN] = [new Set('reference each'.split(' ')), new Set('stance topic views'.split(' '))];
/** Words that are marks of ours in a question and nothing in what somebody says of himself. */
const WEAK_WORDS = new Set([...setOf(said.weak), 'the above', 'i said']);

/** Where one part ends and the next begins. */
const BREAKS = new Set([',', ':', ';', '.', '!', '?', '(', ')', '[', ']', '-', '\u2013', '\u2014', '\u2026', '"', '|']);
const JOINS = /^(?:but|because|cos|cuz|coz|bc|although)$/;
/** `so what does it do`, and not `so much`. */
const SO =
  /^(?:i|im|ive|we|my|what|whats|how|who|whos|when|where|which|why|is|are|do|does|did|can|could|cut|hike|give|show|remove|delete|cancel|pause|mute|skip|brief|send|compare)$/;
/** `before i hop on a call`, `since my boss asked`, `as i'm new`. */
const LEADS = /^(?:before|since|as|while|so)$/;
const SELF = /^(?:i|im|ive|id|ill|my|we|weve|our)$/;
/** `the editor asks | when they hiked`, `can you remind me | how many`. */
const ASKS =
  /^(?:asks|asked|asking|know|knows|wonder|wonders|wondering|wondered|remember|remembers|remind|forget|forgot|curious|recall)$/;
const QUESTIONS = /^(?:when|how|what|whats|where|wheres|who|whos|which|why)$/;
const AUXILIARIES =
  /^(?:is|are|was|were|has|have|had|isnt|arent|wasnt|hasnt|havent|hadnt|does|doesnt|did|didnt|do|dont|can|cant|could|couldnt|will|wont|would|got|gets|keeps|wants|needs|says|said|thinks|asks|asked|asking)$/;
const PREPOSITIONS = /^(?:for|in|on|of|with|at|by|under|to|from|per|into|over|as|than|about|around|among)$/;
const OPENINGS = /^(?:and|so|but|ok|okay|because|cos|cuz|coz|bc|although)$/;
/** What was said before, or is asked. */
const OURS = /^(?:it|its|that|thats|this|these|those|they|theyre|he|hes|she|shes|there|theres|you|your)$/;
/** An answer in another shape, currency or tongue is no aside. */
const SHAPED =
  /\b(?:as|in) (?:an? )?(?:charts?|graphs?|plots?|tables?|csv|bullets?|bullet points|lists?|euros?|eur|pounds?|gbp|sterling|yen|jpy|kronor|sek|nok|dkk|chf|francs?|dollars?|usd|cad|aud|percent|pct|bps|total|detail|full|german|french|spanish|swedish|english|italian|dutch)\b/;
const CONDITION = /\bif (?!i |you |u |possible|any|anyone|thats|that |its not|it not|at all|not )/;
/** `not sure who to ask` asks nothing. */
const ASKING =
  /(?<!\b(?:sure|know|knew|idea|idk|guess|forgot|forget|remember|matter|like|see|asked|me) )\b(?:which|how|when|where|why|what|whats|who|whos)\b/;
const SAID = /\b(?:asks|asked|asking|wants to know|wondered|wonders|needs it|wants it)\b/;
const REFERS = /\b(?:he|she|they|him|her|them|his|their|(?:about|on|of|for) (?:it|that|this))\b/;
/** `for the 9am`: when an answer is wanted. */
const DEADLINE =
  /^for (?:the|my|our|todays|tomorrows) \d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a|p|oclock)?(?: (?:call|meeting|standup|pitch|committee))?$/;
const FOR = /^(?:my|our|the|a|an|his|her|their|this|todays|tomorrows)$/;

/** The sign or the joining word in front, and what stands behind it. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** What it goes on from belongs to it: `… | for the newsletter`. */
  readonly isTied: boolean;
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join(' ');

const isPurpose = (tokens: readonly Token[], at: number): boolean =>
  FOR.test(tokens[at + 1]?.word ?? '') &&
  (tokens.slice(at + 2, at + 5).some(({ word }) => OCCASIONS.has(word) || TELLERS.has(word)) ||
    DEADLINE.test(textOf(tokens.slice(at, at + 4))));

/** `my boss says | they cut 50`. */
const SAYS =
  /^(?:says|say|said|thinks|think|reckons|reckon|believes|believe|swears|swore|expects|insists|convinced|sure|fears|guess|bet)$/;
const MOVES = new Set('fed direction move rate'.split(' '));
const FARTHEST = 4;
/** `small cap fund`, of what follows rather than ours. */
const MODIFIED = new Set(['fund', 'shop', 'boutique', 'desk', 'sleeve', 'sales']);

const isSign = (token: Token | undefined): boolean => token?.kind === 'sign' && BREAKS.has(token.word);

/** Somebody says what is asked about: `my boss thinks | they cut 50`, and not `I said 75`, `boss reckons July`. */
const isSaid = (tokens: readonly Token[], marks: readonly Mark[], at: number): boolean => {
  const verb = tokens[at - 1]?.word ?? '';
  if (!SAYS.test(verb) || (/^(?:say|said)$/.test(verb) && /^(?:i|we)$/.test(tokens[at - 2]?.word ?? ''))) return false;
  const end = tokens.findIndex((token, place) => place >= at && isSign(token));
  return marks.some(
    ({ tag, from }) => MOVES.has(tag) && from >= at && from < (end < 0 ? tokens.length : end) && from - at < FARTHEST,
  );
};

const isJoin = (tokens: readonly Token[], marks: readonly Mark[], at: number): boolean => {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (JOINS.test(word)) return true;
  if (word === 'so' && SO.test(next)) return true;
  if (LEADS.test(word) && SELF.test(next)) return true;
  if (word === 'for') return isPurpose(tokens, at);
  if (isSaid(tokens, marks, at)) return true;
  if (!QUESTIONS.test(word)) return false;
  const before = tokens[at - 1]?.word ?? '';
  return ASKS.test(/^(?:me|us|you|about|to)$/.test(before) ? (tokens[at - 2]?.word ?? '') : before);
};

const partsOf = (tokens: readonly Token[], marks: readonly Mark[]): readonly Part[] => {
  const parts: Part[] = [];
  let from = 0;
  const end = (to: number): void => {
    if (to > from) parts.push({ from, to, isTied: tokens[from]?.word === 'for' });
    from = to;
  };
  tokens.forEach((token, at) => {
    const { kind, word, isGlued } = token;
    const isInside = isGlued && (word === '-' || (word === '.' && tokens[at + 1]?.isGlued === true));
    if (kind === 'sign' ? isSign(token) && !isInside : kind === 'word' && isJoin(tokens, marks, at)) end(at);
  });
  end(tokens.length);
  return parts;
};

type Place = Pick<Part, 'from' | 'to'>;
const isIn = ({ from, to }: Place, at: number): boolean => from <= at && at < to;

/** Whether a part only tells who asks, why, how or in which state. */
const isAside = (
  tokens: readonly Token[],
  marks: readonly Mark[],
  part: Place,
  isReason: boolean,
  isBrief: boolean,
): boolean => {
  const all = tokens.slice(part.from, part.to).filter(({ kind }) => kind !== 'sign');
  const words = all.map(({ word }) => word);
  if (all.some(({ kind }) => kind === 'number')) return DEADLINE.test(words.join(' '));
  const told = words.slice(words.findIndex((word) => !OPENINGS.test(word)));
  const [first] = told;
  if (first === undefined || OPENINGS.test(first) || QUESTIONS.test(first) || ORDERS.has(first) || first === 'you')
    return false;
  const isTeller = (word: string, at: number): boolean =>
    TELLERS.has(word) &&
    !(word === 'i' && words[at + 1] === 'e') &&
    // "six pm"
    !(word === 'pm' && at > 0 && !FOR.test(words[at - 1] as string));
  // "everyone but goldman", "everyone's take"
  const isClause =
    told.length > 2 ||
    told.some((word, at) => AUXILIARIES.test(word) || SELF.test(word) || (at > 0 && /(?:ing|s)$/.test(word)));
  const isSelf = told.length > 1 && isClause && (first === 'were' || words.some(isTeller));
  // "ur own call for year end" is asked of us
  if (!isSelf && words.some((word) => /^(?:ur|your|yours)$/.test(word))) return false;
  const isHere = told.length > 1 && told.at(-1) === 'here' && !OURS.test(first);
  const isMeaning =
    told[1] === 'to' && /^(?:need|have|got|trying|hoping|want|about|looking|going|keen|aiming)$/.test(first);
  const isSet =
    isHere || isMeaning || words.some((word) => MANNERS.has(word) || (OCCASIONS.has(word) && told.length > 1));
  // "remove the brief, it drowns out the rest"
  const isWhy = isBrief && part.from > 0 && /^(?:it|its|nobody|noone)$/.test(first) && told.length > 2;
  const isTold = isWhy || (told.findIndex((word) => AUXILIARIES.test(word)) > 0 && !OURS.test(first));
  const isDone = /.ing$/.test(first) && told.length > 1 && !SECTORS.has(first);
  // "somebody says | they cut 50", and not whom it asks about
  if (!isSelf && SAYS.test(told.at(-1) ?? '')) return false;
  if (!isSelf && !isSet && (PREPOSITIONS.test(first) || !(isTold || isDone || isReason))) return false;
  const text = told.join(' ');
  const isBarred =
    words.some((word) => BARS.has(word) || TIMES.has(word)) ||
    (words.some((word) => DAYS.has(word)) && !words.some((word) => OCCURS.has(word))) ||
    SHAPED.test(text) ||
    ASKING.test(text) ||
    CONDITION.test(`${text} `) ||
    /^(?:after|until|till|during|since) (?!i |im |ive |we |my |our |some|the boss|being )/.test(text) ||
    /^not (?:on|in|at|by|for|during|before|after|over|the)\b/.test(text) ||
    (isBrief && /\b(?:am|pm|oclock|noon|midnight|holidays?)\b/.test(text) && !isSelf) ||
    (isBrief && /\b(?:days?|hours?|minutes?)\b/.test(text));
  if (isBarred) return false;
  // "everyone's take" is asked for
  const isSaying = told.some((word) => AUXILIARIES.test(word) || SELF.test(word) || word === 'me');
  const isAskedItself = AUXILIARIES.test(first);
  const isReferred = REFERS.test(textOf(tokens.filter((_, at) => !isIn(part, at))));
  return marks
    .filter((mark) => mark.from < part.to && part.from < mark.to && !isWeak(tokens, mark))
    .every(
      ({ tag, value, to }) =>
        // "our rates person quit"
        (isSelf && tag !== 'who' && (MODIFIED.has(tokens[to]?.word ?? '') || PEOPLE.has(tokens[to]?.word ?? ''))) ||
        (isHere && tag === 'who' && first === 'no') ||
        ((isSelf || isDone || isWhy) && OF_SOMEBODY.has(tag)) ||
        // "i'm with the bears", "the mortgage guy asked me"
        (isSelf &&
          isSaying &&
          !isAskedItself &&
          !isReferred &&
          (OWN.has(tag) || (tag === 'other' && SAID.test(text)))) ||
        // "lunch with goldman, what does goldman say"
        (tag === 'who' && marks.some((other) => other.value === value && !isIn(part, other.from))),
    );
};

const isWeak = (tokens: readonly Token[], { tag, from, to }: Mark): boolean =>
  WEAK.has(tag) || WEAK_WORDS.has(textOf(tokens.slice(from, to)));

const LEAST_ASKED = 4;

/** What is asked for, in whatever words. */
const isAsked = (tokens: readonly Token[], marks: readonly Mark[], isLeft: (at: number) => boolean): boolean => {
  const left = tokens.filter(({ kind }, at) => kind !== 'sign' && isLeft(at));
  const hasNumber = left.some(({ kind }) => kind === 'number');
  const isQuestion = left.some(({ word }) => QUESTIONS.test(word));
  return (
    marks.some((mark) => isLeft(mark.from) && !isWeak(tokens, mark)) ||
    (isQuestion && (!hasNumber || left.length >= LEAST_ASKED))
  );
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
  const parts = partsOf(tokens, marks);
  if (parts.length < 2) return found;
  const isBrief = marks.some(({ tag }) => tag === 'brief');
  parts.forEach((part, at) => {
    const next = parts[at + 1];
    const whole = next?.isTied ? { from: part.from, to: next.to } : part;
    const isReason = tokens[next?.from ?? -1]?.word === 'so';
    if (!(part.isTied && isBrief) && isAside(tokens, marks, whole, isReason, isBrief))
      for (let each = whole.from; each < whole.to; each += 1) found.add(each);
  });
  // `: when is it` behind who asks
  for (let at = 0; found.has(at) || (found.size > 0 && isSign(tokens[at])); at += 1) found.add(at);
  return found.size > 0 && isAsked(tokens, marks, (at) => !found.has(at)) ? found : new Set();
};
