import type { ByCompany, ChangedAssumption, CompanyId } from '../facts/index.ts';
import { basisPointsOf, dollarsGiven, share, times, timesGiven } from '../message/index.ts';
import type { RateMoveEffect } from '../sensitivity/index.ts';

/** A changed assumption's value in its own unit. */
const shown = ({ rule }: ChangedAssumption, value: number): string =>
  rule.unit === '%' ? share(value) : rule.unit === '×' ? timesGiven(value) : dollarsGiven(value);

/** `SmallCap floating share 45% → 60%; LargeCap debt 2.3× → 3×`. */
export const changedWords = (changed: readonly ChangedAssumption[], effects: ByCompany<RateMoveEffect>): string =>
  changed
    .map((one, at) => {
      const company = changed[at - 1]?.company === one.company ? '' : `${effects[one.company].borrower.name} `;
      return `${company}${one.rule.label} ${shown(one, one.from)} → ${shown(one, one.to)}`;
    })
    .join('; ');

/** `LargeCap's floating rate is zero from 400 bp`; nothing where no rate reaches zero. */
export const floorWords = (effects: readonly RateMoveEffect[]): string => {
  const floors = effects.flatMap(({ borrower, floorAt }) =>
    floorAt === undefined ? [] : [{ name: borrower.name, from: basisPointsOf(-floorAt) }],
  );
  if (floors.length < 2) return floors.map(({ name, from }) => `${name}'s floating rate is zero from ${from}`).join('');
  return `Floating rates are zero: ${floors.map(({ name, from }) => `${name}'s from ${from}`).join(', ')}`;
};

/** What would undo a move, by the notes themselves. */
export const catchWords = (move: number): string => {
  if (move < 0) return `A recession would undo it (note 000); a weak economy may too (note 004)`;
  return move > 0
    ? 'The notes weigh cuts only: no view below is about a hike'
    : 'The notes weigh cuts only: no view below is about a hold';
};

const COUNTED = ['no', 'one input', 'two inputs', 'three inputs', 'four inputs'];

/** `Model of note 000, its two example companies, before tax`, or with how many inputs changed. */
export const modelWords = (
  changed: readonly ChangedAssumption[],
  companies: readonly CompanyId[] = ['small', 'large'],
): string =>
  changed.length === 0
    ? `Model of note 000, ${companies.length === 1 ? 'one of its example companies' : 'its two example companies'}, before tax`
    : `Model of note 000 with ${COUNTED[changed.length] ?? `${changed.length} inputs`} changed, before tax`;

/** `+2.19% or +4.39%`; `+2.19%, +4.39% or +8.78%`. */
export const alternatives = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** The lift in percent, where there is a profit to lift. */
export const liftOf = ({ netIncome }: RateMoveEffect): number | undefined =>
  netIncome.kind === 'lift' ? netIncome.lift : undefined;

/** `2.56×`, or that no interest is due. */
export const coverShown = (cover: number | undefined): string =>
  cover === undefined ? 'no interest due' : times(cover);
