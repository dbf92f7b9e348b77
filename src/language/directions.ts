import type { Mark } from './lexicon.ts';
import type { Direction, Slot } from './slots.ts';
import type { Token } from './tokens.ts';
import { FUNCTION_WORDS, HARMLESS_WORDS } from './words.ts';

/** What a direction is said of is looked for so many words away. */
const FARTHEST = 5;
/** Such words are a rise of income as often as of a rate: of the rate only where it or a size follows. */
const SOFT = /^(?:lift|lifts|lifted|lifting|bump|bumps|raise|raises)$/;
/** What is raised, cut or dropped in an office. */
const THINGS = new Set(
  'cost costs expense expenses headcount jobs staff slide budget volume hand voice font list question questions answer chart table deck slide slides email memo request call chat crap ticket issue point file files invite'.split(
    ' ',
  ),
);
const NOUN = /^(?:increase|decrease|reduction|rise|fall|drop|decline)$/;
const RECIPIENT = /^(?:for|at|on|of|to|in|thru|through|across|past)$/;
/** Behind such a verb stands what is affected, not what is turned: `a cut do to profits`. */
const EFFECT =
  /^(?:do|does|doing|dae|give|gives|gave|get|gets|bring|brings|leave|leaves|save|saves|mean|means|meaning|worth|affect|affects|impact|impacts|hit|hits|help|helps|hurt|hurts|change|changes|work|works|look|looks|feed|feeds|play|plays)$/;

interface Read {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly marks: readonly Mark[];
  readonly slots: readonly Slot[];
  readonly soft: readonly number[];
}

type Object = Direction['of'] | 'unknown';

/** What stands at a token, as far as a direction may be said of it. */
const objectAt = ({ words, marks, slots, tokens }: Read, at: number, isBehind: boolean): Object | undefined => {
  const slot = slots.find(({ from, to }) => from <= at && at < to);
  // "large debt=3x, cut": what is set is no object
  if (slot?.kind === 'amount' && words[slot.from - 1] === '=') return undefined;
  if (slot?.kind === 'amount')
    return slot.unit === 'x' || slot.unit === 'money' ? 'parameter' : slot.duty === 'free' ? undefined : 'rate';
  if (slot?.kind === 'count') return slot.of === 'thing' ? 'other' : 'rate';
  if (slot?.kind === 'date' || slot?.kind === 'clock' || slot?.kind === 'duration' || slot?.kind === 'span')
    return undefined;
  if (slot?.kind === 'who')
    return marks.some(({ tag, from, to }) => tag === 'fed' && from <= at && at < to) ? 'rate' : 'other';
  const here = marks.filter(({ from, to }) => from <= at && at < to);
  const isSet = ({ tag, to }: Mark) => tag === 'parameter' && words[to] === '=';
  if (here.some(isSet) || marks.some((mark) => isSet(mark) && here.some(({ to }) => to === mark.from)))
    return undefined;
  const has = (tag: string): boolean => here.some((mark) => mark.tag === tag);
  if (has('rate') && !here.some(({ tag, value }) => tag === 'parameter' && value !== 'plainRate')) return 'rate';
  if (has('fed')) return 'rate';
  const leads = (from: number): boolean => {
    const isNamed = /^(?:the|my|our|your|that|this)$/.test(words[from - 1] ?? '');
    return isBehind && RECIPIENT.test(words[isNamed ? from - 2 : from - 1] ?? '');
  };
  const isRecipient = leads(at);
  if (has('company')) {
    const company = here.find(({ tag }) => tag === 'company') as Mark;
    // "a hike thru both cos"
    if (isRecipient || leads(company.from)) return undefined;
    const size =
      company.to - company.from === 1 &&
      /^(?:small|large|both|smaller|larger)$/.test(company.value === 'both' ? 'both' : (words[at] ?? ''));
    // "a big cut", "small hike": of its size
    if (size && marks.some(({ tag, from }) => tag === 'move' && from === company.to)) return undefined;
    return 'company';
  }
  if (
    here.some(
      ({ tag, value }) => tag === 'parameter' && value !== 'netIncome' && value !== 'plainRate' && value !== 'tax',
    )
  ) {
    return 'parameter';
  }
  if (has('income')) return 'income';
  if (has('index') || has('other')) return isRecipient ? undefined : 'other';
  const word = words[at] ?? '';
  if (THINGS.has(word)) return 'unknown';
  if (tokens[at]?.kind === 'sign' || FUNCTION_WORDS.has(word) || HARMLESS_WORDS.has(word) || here.length > 0)
    return undefined;
  return 'unknown';
};

const firstObject = (read: Read, mark: Mark, step: 1 | -1): Object | undefined => {
  const clause = read.soft[mark.from];
  const start = step === 1 ? mark.to : mark.from - 1;
  for (let away = 0; away < FARTHEST; away += 1) {
    const at = start + away * step;
    if (at < 0 || at >= read.tokens.length || read.soft[at] !== clause) return undefined;
    if (step === 1 && EFFECT.test(read.words[at] ?? '')) return undefined;
    const object = objectAt(read, at, step === 1);
    if (object !== undefined) return object;
  }
  return undefined;
};

const ALWAYS_HOLD =
  /^(?:stand|stay|stays|stands|staying|standing|sit|sits|unchanged|unch|no|do|does|dont|doesnt|nothing|not|on|leave|leaves|where|rates|keep|keeps)$/;

const LEAST_BARE = 5;
const MOST_PERCENT = 6;

/** A size such as moves have stands right before it, and nothing right behind that has it. */
const isSized = ({ slots, words, tokens }: Read, { from, to }: Mark, isAnyNext = false): boolean => {
  const next = words[to] ?? '';
  const isFree =
    isAnyNext ||
    tokens[to]?.kind !== 'word' ||
    EFFECT.test(next) ||
    /^(?:for|from|by|at|each|and|then|or|vs|would|will|could|is|please|pls|thx)$/.test(next);
  return (
    isFree &&
    slots.some(
      (slot) =>
        slot.kind === 'amount' &&
        slot.to === from &&
        (slot.unit === 'bp' ||
          slot.unit === 'points' ||
          (slot.unit === '%' && slot.value <= MOST_PERCENT) ||
          (slot.unit === undefined &&
            slot.duty === 'must' &&
            (slot.isFraction || slot.isDecimal || slot.value >= LEAST_BARE))),
    )
  );
};

const ENDS = /^(?:pls|plz|please|thx|thanks|ta|cheers|obv|obvs|obviously|ofc|tho|then|now|only)$/;

/** `50 cut small`, `half point off small please`: whose it is, at the end, behind a size that is no percentage. */
const isForLast = ({ words, marks, slots }: Read, { from, to }: Mark): boolean =>
  marks.some(
    (mark) => mark.tag === 'company' && mark.from === to && words.slice(mark.to).every((word) => ENDS.test(word)),
  ) && slots.some((slot) => slot.kind === 'amount' && slot.duty === 'must' && slot.to === from && slot.unit !== '%');

const HOLDS_TRUE =
  /\b(?:figures?|numbers?|claims?|statements?|arguments?|facts?|(?:money|market|mutual|hedge) funds)(?: (?:in|of|from) (?:the |that )?(?:note|piece|article)(?: \d+)?)?(?: still| really| actually)?$/;
const ADVERB = /^(?:off|down|up|lower|higher|south|north|upwards?|downwards?)$/;

/** `25 at each of the next 3 meetings, up`: a direction by itself at the end is of the sizes before it. */
const isLastSaid = ({ words, tokens, slots, marks }: Read, { from, to }: Mark): boolean =>
  words[from - 1] === ',' &&
  ADVERB.test(words[from] ?? '') &&
  words.slice(to).every((word, at) => tokens[to + at]?.kind === 'sign' || ENDS.test(word)) &&
  slots.some((slot) => slot.kind === 'amount' && slot.duty === 'must' && slot.to < from) &&
  !marks.some(({ tag }) => /^(?:income|index|other|parameter|ratio)$/.test(tag));

const isAskedFor = ({ words }: Read, { from, to }: Mark): boolean =>
  /^(?:cutting|easing|hiking|tightening|loosening)$/.test(words[from] ?? '') &&
  words[from - 1] === 'much' &&
  /^(?:does|do|would|will|is|it)$/.test(words[to] ?? '');

/** `ebitda 10% lower`, `ebitda of smallcap a fifth down`: of what a part of is said. */
const isOfPart = ({ words, marks, slots }: Read, { from, to: end }: Mark): boolean =>
  ADVERB.test(words[from] ?? '') &&
  slots.some(
    (slot) =>
      slot.kind === 'amount' &&
      slot.to === from &&
      (slot.unit === '%' || slot.unit === 'points' || (slot.unit === undefined && slot.isFraction)) &&
      marks.some(
        ({ tag, value, from: start, to }) =>
          tag === 'parameter' &&
          value === (slot.unit === 'points' ? 'floatingShare' : 'ebitda') &&
          // "10% lower ebitda"
          (start === end ||
            (to <= slot.from &&
              slot.from - to <= 3 &&
              // "30 floating and a point off"
              !words.slice(to, slot.from).includes('and'))),
      ),
  );

const isBackOn = ({ words }: Read, { from, to }: Mark): boolean =>
  to - from > 1 && /\b(?:back|again)\b/.test(words.slice(from, to).join(' '));
/** `a quarter back on`, `half a point cheaper`; not `the brief back on`, `cheaper than large`. */
const isSaidOfSize = (read: Read, mark: Mark): boolean =>
  !(isBackOn(read, mark) || /^(?:cheaper|dearer)$/.test(read.words.slice(mark.from, mark.to).join(' '))) ||
  read.slots.some(({ kind, to }) => kind === 'amount' && to === mark.from);

/** Types a direction by what it is said of: what follows it first, then what stands before. */
const typeOf = (read: Read, mark: Mark, isStrong: boolean): Direction['of'] => {
  const word = read.words[mark.from] as string;
  if (isBackOn(read, mark)) return 'rate';
  // "n money they hold"
  const isKept =
    read.words[mark.from - 1] === 'they' &&
    /^(?:money|cash|bonds|bills|funds|stuff|debt|shares|stock|assets|reserves|much|what)$/.test(
      read.words[mark.from - 2] ?? '',
    );
  if (mark.value === 'hold' && isKept) return 'other';
  // "the record you hold"
  if (mark.value === 'hold' && /^(?:you|u|we|i|that)$/.test(read.words[mark.from - 1] ?? '')) return 'other';
  // "do the figures in note 003 hold", "how much do money funds hold"
  const isTrue = mark.value === 'hold' && word === 'hold' && HOLDS_TRUE.test(read.words.slice(0, mark.from).join(' '));
  if (isTrue && !read.marks.some(({ tag }) => tag === 'fed')) return 'other';
  if (mark.value === 'hold' && (mark.to - mark.from > 1 || ALWAYS_HOLD.test(word))) return 'rate';
  if (isOfPart(read, mark)) return 'parameter';
  // "spreads 40bps tighter"
  const isOfCredit = read.marks.some(
    ({ tag, value, from, to }) => tag === 'other' && value === 'credit' && (from > mark.from || to < mark.to),
  );
  if (/^(?:tighter|looser|easier)$/.test(word) && isOfCredit) return 'other';
  const isForCompany = read.marks.some(({ tag, from }) => tag === 'company' && from > mark.to && from - mark.to <= 2);
  if (/^(?:into|through)$/.test(read.words[mark.to] ?? '') && !isForCompany) return 'other';
  // "drop the 25": of several
  const isPart = /^(?:drop|drops|lose)$/.test(word) && /^(?:the|that)$/.test(read.words[mark.to] ?? '');
  if (isPart && read.slots.some(({ kind, from }) => kind === 'amount' && from === mark.to + 1)) return 'other';
  // "200 of hikes on NI"
  const isOfSize = read.words[mark.from - 1] === 'of' && isSized(read, { ...mark, from: mark.from - 1 }, true);
  if (isStrong && isOfSize) return 'rate';
  // "a 25bp increase": of what has the size
  const isSizeNoun =
    NOUN.test(word) &&
    !/^(?:in|of|to)$/.test(read.words[mark.to] ?? '') &&
    read.slots.some(
      ({ kind, to, ...slot }) => kind === 'amount' && to === mark.from && 'unit' in slot && slot.unit === 'bp',
    );
  if (isSizeNoun) return 'rate';
  // "a quarter point cut for the large one", "how much cutting does it take": what has the size, and what is asked for
  if (isStrong && !SOFT.test(word) && (isSized(read, mark) || isAskedFor(read, mark))) return 'rate';
  if ((isStrong || ADVERB.test(word)) && isSized(read, mark, true) && isForLast(read, mark)) return 'rate';
  const behind = firstObject(read, mark, 1);
  if (SOFT.test(word)) {
    // "the lift is 8.78%"
    const isNoun =
      /^(?:the|that|this|its|their|net|ni|income)$/.test(read.words[mark.from - 1] ?? '') ||
      /^(?:is|was|at)$/.test(read.words[mark.to] ?? '');
    if (isNoun) return 'income';
    // "the 50bp lift": of income
    if (
      read.slots.some(({ kind, to }) => kind === 'amount' && to === mark.from) &&
      !/^(?:in|of|to)$/.test(read.words[mark.to] ?? '')
    ) {
      return 'income';
    }
    if (behind === 'rate' && read.words[mark.to] !== 'net') return 'rate';
    if (behind === 'unknown') return 'other';
    if (behind !== undefined) return behind;
    const isBySubject =
      firstObject(read, mark, -1) === 'rate' && read.marks.some(({ tag, to }) => tag === 'fed' && to === mark.from);
    return isBySubject || word.startsWith('raise') ? 'rate' : 'income';
  }
  // "rates go up by that our small company": of what stands right before
  if (
    !isStrong &&
    objectAt(read, mark.from - 1, false) === 'rate' &&
    read.slots.every(({ kind, to }) => kind !== 'amount' || to !== mark.from)
  )
    return 'rate';
  // "take 5% off net income", "up on the day": an adverb belongs to what stands before it
  const isAdverb = ADVERB.test(word);
  const before = firstObject(read, mark, -1);
  if (isAdverb && (before === 'parameter' || before === 'income') && behind !== 'unknown') return before;
  if (isAdverb && (before === 'rate' || before === 'company')) {
    // "50 off do to our companies": what is taken off stands right behind
    const isBeside = objectAt(read, mark.to, true) !== undefined;
    if (before === 'rate' && isBeside && (behind === 'income' || behind === 'company')) return behind;
    return before;
  }
  if (behind === 'unknown') return before === 'rate' && isStrong ? 'rate' : 'other';
  if (behind !== undefined) {
    // "small caps rise on 50bps": said of what stands right before it
    const isTheirs = before === 'company' || before === 'income' || before === 'parameter';
    return !isStrong && isTheirs && behind === 'rate' ? before : behind;
  }
  if (before === 'unknown') return isStrong ? 'rate' : 'other';
  if (before !== undefined) return before;
  return isStrong || mark.value === 'hold' || isLastSaid(read, mark)
    ? word === 'hold' && /^(?:on|up)$/.test(read.words[mark.to] ?? '')
      ? 'other'
      : 'rate'
    : 'other';
};

/** Every word that points up, down or nowhere, outside of the numbers that count moves. */
export const directionsIn = (read: Read): readonly Direction[] => {
  const counted = read.slots.filter(({ kind }) => kind === 'count' || kind === 'span');
  return read.marks
    .filter(({ tag, from }) => tag === 'direction' && !counted.some((slot) => slot.from <= from && from < slot.to))
    .filter((mark) => isSaidOfSize(read, mark))
    .map((mark) => {
      const isStrong = mark.value === 'cut' || mark.value === 'hike' || mark.value === 'hold';
      const way = mark.value === 'cut' || mark.value === 'fall' ? 'cut' : mark.value === 'hold' ? 'hold' : 'hike';
      const of = typeOf(read, mark, isStrong);
      return {
        kind: 'direction',
        duty: of === 'rate' ? 'must' : 'free',
        way,
        of,
        isStrong,
        from: mark.from,
        to: mark.to,
        start: (read.tokens[mark.from] as Token).start,
        end: (read.tokens[mark.to - 1] as Token).end,
      };
    });
};
