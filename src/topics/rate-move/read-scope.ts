import {
  type Company,
  has,
  isLinked,
  type Mark,
  marked,
  OMITTING,
  overlaps,
  type Place,
  type Scope,
  scopeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';

/** Whom a turn is about, where companies stand beside no assumption. */
export interface SaidScope {
  readonly scope: Scope;
  readonly isOnly: boolean;
  readonly isPlural: boolean;
  readonly marks: readonly Mark[];
}

const companyOf = (mark: Mark): Company => (scopeOf(mark) === 'large' ? 'large' : 'small');

export const OTHER_COMPANY: Readonly<Record<Company, Company>> = { small: 'large', large: 'small' };

const SIZE_WORD = /^(?:small|large|both|smaller|larger|big)$/;
const SIZED_NOUN =
  /^(?:cut|cuts|hike|hikes|move|moves|change|rate|drop|rise|fall|increase|reduction|effect|impact|size|sized|amount)$/;
const LEFT = /^(?:leave|leaving|keep|keeping)$/;

const OMITS = new RegExp(
  `(?:^|\\s)(?:${OMITTING}|without|w / o|sans|minus|less|no|not|neither|dont (?:need|want|show|care about|bother with)|no need for|not interested in)(?: about)?(?: the)?$`,
);
const [OMITS_BEFORE, OMITS_BEHIND] = [
  /(?:^|\s)(?:take|leave|leaving|keep|cut|pull|get|kick|put|strip)(?: the)?$/,
  /^(?:back )?(?:out|off|away|aside)\b/,
];

/** `drop the large one`, `without large`, `take large out`, `not small, large`: companies that are not to be shown, with the words that say so. */
export const omittedIn = ({ words }: Utterance, companies: readonly Mark[]): readonly Mark[] =>
  companies.flatMap((mark): readonly Mark[] => {
    const before = words.slice(0, mark.from).join(' ');
    const isAround = OMITS_BEHIND.test(words.slice(mark.to).join(' '));
    const [said] = OMITS.exec(before) ?? (isAround ? OMITS_BEFORE.exec(before) : null) ?? [];
    if (said === undefined || mark.value === 'both') return [];
    const from = mark.from - said.trim().split(' ').length;
    return [{ ...mark, from, to: isAround && !OMITS.test(before) ? mark.to + 1 : mark.to }];
  });

const isBackIn = ({ words }: Utterance, { from, to }: Place): boolean =>
  /\b(?:bring|put|add|have) back(?: the| in)*$/.test(words.slice(0, from).join(' ')) ||
  (words[to] === 'back' && /^(?:in|on|too|please|pls|again|\W*)$/.test(words[to + 1] ?? ''));

/** Whom a turn is about; not "a small cut", "how large", "leave small alone", "a smaller one". */
export const scopeIn = (
  utterance: Utterance,
  used: readonly Place[],
  shown: Company | undefined,
): SaidScope | undefined => {
  const { words } = utterance;
  const marks = marked(utterance, 'company').filter((mark) => {
    const { from, to } = mark;
    const [next, before] = [words[to] ?? '', words[from - 1] ?? ''];
    const isSizeWord = to - from === 1 && SIZE_WORD.test(words[from] ?? '');
    const isAdjective =
      SIZED_NOUN.test(next) ||
      (before === 'a' && /^\d/.test(next)) ||
      /^(?:how|too)$/.test(before) ||
      (before === 'as' && /^(?:half|twice|double|times|third)$/.test(words[from - 2] ?? ''));
    const isLeft =
      LEFT.test(before) || (/^(?:leave|keep)$/.test(words[from - 2] ?? '') && !/^(?:only|just)$/.test(before));
    const isMove = before === 'a' && words[to - 1] === 'one';
    // "25 larger"
    const isMore =
      isSizeWord &&
      /^(?:larger|bigger)$/.test(words[from] ?? '') &&
      slotsOf(utterance, 'amount').some((one) => one.to === from);
    return (
      !isMore && !used.some((place) => overlaps(place, mark)) && !(isSizeWord && isAdjective) && !isLeft && !isMove
    );
  });
  const omitted = omittedIn(
    utterance,
    marked(utterance, 'company').filter((mark) => !used.some((place) => overlaps(place, mark))),
  );
  const [out] = omitted;
  if (out) {
    const kept = marks.filter((mark) => !omitted.some((one) => overlaps(one, mark)));
    const others = new Set(kept.length > 0 ? kept.map(scopeOf) : omitted.map((one) => OTHER_COMPANY[companyOf(one)]));
    const [left, second] = others;
    if (left !== undefined && !second)
      return { scope: left, isOnly: true, isPlural: false, marks: [...kept, ...omitted] };
  }
  // "put the large one back", "not just small": both
  const isNotOnly = marked(utterance, 'negation').some(
    ({ from: at, to }) =>
      /^(?:not|isnt)$/.test(words[at] ?? '') &&
      marked(utterance, 'only').some(
        (only) => only.from === to && marks.some(({ from }) => isLinked(utterance, only.to, from, /^(?:the|for)$/, 2)),
      ),
  );
  if (isNotOnly || (shown && marks.some((mark) => scopeOf(mark) !== shown && isBackIn(utterance, mark))))
    return { scope: 'both', isOnly: false, isPlural: false, marks };
  // "only large. no, small!"
  const right = marks.findLast((mark) =>
    marked(utterance, 'correction').some(({ from, to }) => to <= mark.from && marks.some((one) => one.to <= from)),
  );
  const scopes = new Set(right ? [scopeOf(right)] : marks.map(scopeOf));
  const [first] = scopes;
  if (first === undefined) return undefined;
  const isPlural = marks.every(({ value }) => value.endsWith('s'));
  // "except for the large one", "but not for the large one": the other
  const denied = marked(utterance, 'negation').filter(
    ({ from, to }) => words[to] === 'for' || words[from - 1] === 'but',
  );
  const excepted = [...marked(utterance, 'relation', 'except'), ...denied].filter(({ to }) =>
    marks.some(({ from }) => isLinked(utterance, to, from, /^(?:the|for)$/, 2)),
  );
  if (excepted.length > 0 && scopes.size === 1 && first !== 'both')
    return { scope: OTHER_COMPANY[first], isOnly: true, isPlural: false, marks: [...marks, ...excepted] };
  return { scope: scopes.size > 1 ? 'both' : first, isOnly: has(utterance, 'only'), isPlural, marks };
};
