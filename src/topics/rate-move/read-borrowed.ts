import {
  type Assumed,
  type Company,
  has,
  hasAny,
  hullOf,
  isLinked,
  type Mark,
  marked,
  overlaps,
  type Place,
  says,
  scopeOf,
  type Utterance,
} from '../../language/index.ts';
import type { Numbers } from '../context.ts';
import { assumedIn, type Change, COMPANY_IDS, NOTED, type Overridden } from './read-assumed.ts';
import { isAssumption } from './read-inferred.ts';

const AS_IF = /^(?:if|with|had|give|gives|gave|same|like|as|use|using|put|suppose|assume|were|say)$/;
const AS_IT = /\b(?:of|as|like|equals?)\b/;
const AS_OF = /^(?:of|as|like|the|that|same|was|is|were|to|share|load|level|ratio|equal|equals|at|s)$/;

/** `if small had the big one's leverage`, `as much debt as the small one`: what the other company has. */
export const borrowed = (utterance: Utterance, numbers: Numbers, taken: readonly Place[]): readonly Change[] => {
  const companies = marked(utterance, 'company').filter(({ value }) => value !== 'both');
  if (companies.length === 0 || !says(utterance, AS_IF)) return [];
  return marked(utterance, 'parameter').flatMap((mark): readonly Change[] => {
    const { value: parameter, from, to } = mark;
    const owner =
      companies.find(
        (one) =>
          isLinked(utterance, to, one.from, AS_OF, 5) && AS_IT.test(utterance.words.slice(to, one.from).join(' ')),
      ) ?? companies.find((one) => isLinked(utterance, one.to, from, /^(?:'|s|own)$/, 2));
    const subject = companies.find((one) => owner && scopeOf(one) !== scopeOf(owner));
    // "same leverage as the big one": the other
    const isSame = companies.length === 1 && utterance.words[from - 1] === 'same';
    if (!isAssumption(parameter) || !owner || !(subject || isSame) || taken.some((place) => overlaps(place, mark)))
      return [];
    const of = scopeOf(owner) as Company;
    const company: Company = of === 'small' ? 'large' : 'small';
    const value = assumedIn(numbers)?.[of]?.[parameter] ?? NOTED[of][parameter];
    return [{ parameter, value, company, uses: [hullOf([mark, owner]), ...(subject ? [subject] : [])] }];
  });
};

/** Assumptions named to be as in the note again: `the default leverage`, `forget the floating change`, `put net income back`. */
export const namedBack = (
  {
    utterance,
    figures,
    numbers,
  }: {
    readonly utterance: Utterance;
    readonly figures: { readonly changes: readonly Change[] };
    readonly numbers: Numbers;
  },
  before: Overridden | undefined,
): readonly Change[] => {
  const { words, joined } = utterance;
  // "without that": what was changed last
  const last = numbers.changed?.find(({ what }) => isAssumption(what));
  const [that] = marked(utterance, 'reference', 'that').filter(({ from }) =>
    /^(?:without|drop|minus|lose|ditch)$/.test(words[from - 1] ?? ''),
  );
  if (that && last && isAssumption(last.what) && !hasAny(utterance, 'parameter') && figures.changes.length === 0)
    return [
      {
        parameter: last.what,
        value: 'default',
        company: last.company ?? 'small',
        uses: [{ from: that.from - 1, to: that.to }],
      },
    ];
  // "no leave debt as is"
  const isLeft = /\b(?:leave|keep|have)\b.*\b(?:as is|as it (?:is|was)|as they (?:are|were)|alone|where it was)\b/.test(
    joined,
  );
  // "use the note's rates again"
  const ofNote = marked(utterance, 'document').flatMap(({ from, to }) =>
    marked(utterance, 'rate').flatMap((mark) => (mark.from === to ? [{ ...mark, value: 'rate', from }] : [])),
  );
  const isBack =
    isLeft ||
    (ofNote.length > 0 && says(utterance, /^(?:again|use|with|at)$/)) ||
    hasAny(utterance, 'reset', 'negation') ||
    has(utterance, 'drop', 'drop') ||
    has(utterance, 'undo', 'undo') ||
    says(utterance, /^(?:back|scrap|forget|revert|away|out)$/);
  if (!isBack || !before) return [];
  return [...ofNote, ...marked(utterance, 'parameter')].flatMap((mark): readonly Change[] => {
    const named = mark.value === 'fixedShare' ? 'floatingShare' : mark.value === 'plainRate' ? 'rate' : mark.value;
    const parameter: Assumed | undefined = isAssumption(named) ? named : undefined;
    const isSet = figures.changes.some(({ uses }) => uses.some(({ from, to }) => from <= mark.from && mark.from < to));
    const isKept =
      !isLeft &&
      (/^(?:keep|keeping|leave|but)$/.test(words[mark.from - 1] ?? '') ||
        /^(?:keep|keeping)$/.test(words[mark.from - 2] ?? ''));
    if (!parameter || isSet || isKept) return [];
    const owner = ownerOf(utterance, mark);
    return COMPANY_IDS.flatMap((company) =>
      before[company]?.[parameter] === undefined || (owner && scopeOf(owner) !== 'both' && scopeOf(owner) !== company)
        ? []
        : [{ parameter, value: 'default', company, uses: [mark, ...(owner ? [owner] : [])] }],
    );
  });
};

/** `the small one's float`, `what large pays`, `the leverage at small`: the company that a word of an assumption is of. */
export const ownerOf = (utterance: Utterance, { from, to }: Place): Mark | undefined =>
  marked(utterance, 'company').find(
    (one) =>
      isLinked(utterance, one.to, from, /^(?:'|’|s|one|own|new|the)$/, 3) ||
      isLinked(utterance, to, one.from, /^(?:of|at|for|on|in|the)$/, 2),
  );
