import type { CompanyId, CompareMovesAnswer } from '../answers/index.ts';
import type { RateMoveEffect } from '../sensitivity/index.ts';
import { alternatives } from './assumption-words.ts';
import { liftOf } from './rate-move-exhibits.ts';
import { fitted } from './short-answer.ts';
import { basisPointsOf, capitalized, change, dollarChange, moveName, NBSP } from './wording.ts';

type Compared = CompareMovesAnswer['compared'];

const COMPANIES: readonly CompanyId[] = ['small', 'large'];

const effectsIn = (compared: Compared): readonly RateMoveEffect[] =>
  compared.flatMap(({ effects }) => COMPANIES.map((company) => effects[company]));

export const isInDollars = (compared: Compared): boolean =>
  effectsIn(compared).some((effect) => liftOf(effect) === undefined);

/** `+4.39%`, or dollars for all where somebody has no profit. */
export const shownOf = (effect: RateMoveEffect, inDollars: boolean): string => {
  const lift = liftOf(effect);
  return inDollars || lift === undefined ? dollarChange(effect.saving) : change(lift);
};

const MOST_IN_FULL = 2;

/** `+2.19% or +4.39%`; from three on the unit stands once, `+2.19, +4.39 or +6.58%`. */
const shared = (words: readonly string[], unit: string): string =>
  alternatives(
    words.length <= MOST_IN_FULL || !words.every((word) => word.endsWith(unit))
      ? words
      : words.map((word, at) => (at === words.length - 1 ? word : word.slice(0, -unit.length))),
  );

/** `25 bp or 50 bp cut`; each with its own direction where they differ. */
const movesNamed = (compared: Compared): string => {
  const signs = new Set(compared.map(({ move }) => Math.sign(move)));
  const [first] = compared;
  if (signs.size > 1 || first === undefined || first.move === 0) {
    return capitalized(alternatives(compared.map(({ move }) => moveName(move))));
  }
  const direction = first.move < 0 ? 'cut' : 'hike';
  return `${shared(
    compared.map(({ move }) => basisPointsOf(move)),
    `${NBSP}bp`,
  )} ${direction}`;
};

/** Each move's effect on net income in one line; LargeCap's, then SmallCap's are left to the table where there is no room. */
export const compareTitle = (compared: Compared): string => {
  const inDollars = isInDollars(compared);
  const named = movesNamed(compared);
  const side = (company: CompanyId) =>
    shared(
      compared.map(({ effects }) => shownOf(effects[company], inDollars)),
      inDollars ? 'm' : '%',
    );
  const [small, large] = COMPANIES.map((company) => compared[0]?.effects[company].borrower.name ?? '');
  return fitted(
    `${named}: ${small} net income ${side('small')}, ${large} ${side('large')}`,
    `${named}: ${small} net income ${side('small')}`,
    named,
  );
};
