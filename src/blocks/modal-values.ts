import {
  ASSUMPTIONS,
  LARGEST_MOVE_BPS,
  type Overrides,
  type RateMoveQuestion,
  readAssumptionValue,
} from '../questions/index.ts';
import type { Assumption } from '../sensitivity/index.ts';
import { COMPANIES } from './modal.ts';

/** What was filled into the form: by block id. */
export type FilledIn = Readonly<Record<string, string | null | undefined>>;

/** The form, read: a question, or what is wrong, by block id. */
export type FormRead =
  | { readonly kind: 'question'; readonly question: RateMoveQuestion }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

const FIELD = /^(?<company>small|large)\.(?<assumption>[a-zA-Z]+)\.\d+$/;
const MOVE = /^move\.\d+$/;

const bound = (value: number): string => value.toLocaleString('en-US').replace('-', '\u2212');

const rangeOf = (assumption: Assumption): string => {
  const { least, most } = ASSUMPTIONS[assumption];
  return `Between ${bound(least)} and ${bound(most)}`;
};

const isAssumption = (name: string): name is Assumption => Object.hasOwn(ASSUMPTIONS, name);

/** The move chosen in the form, in basis points; undefined where there is none. */
export const moveIn = (filledIn: FilledIn): number | undefined => {
  const [, chosen] = Object.entries(filledIn).find(([id]) => MOVE.test(id)) ?? [];
  const bps = chosen ? Number(chosen) : Number.NaN;
  return Math.abs(bps) <= LARGEST_MOVE_BPS ? bps : undefined;
};

/** Reads the form field by field. A value that is the note's own changes nothing. */
export const readForm = (filledIn: FilledIn): FormRead => {
  const errors: Record<string, string> = {};
  const changed: Record<'small' | 'large', Overrides> = { small: {}, large: {} };
  for (const [id, typed] of Object.entries(filledIn)) {
    const { company, assumption = '' } = FIELD.exec(id)?.groups ?? {};
    if (!isAssumption(assumption)) continue;
    const of = company === 'small' ? 'small' : 'large';
    const value = readAssumptionValue(assumption, typed ?? '');
    if (value === undefined) errors[id] = rangeOf(assumption);
    else if (value !== COMPANIES[of][assumption]) changed[of] = { ...changed[of], [assumption]: value };
  }
  const moveBps = moveIn(filledIn);
  if (moveBps === undefined) {
    errors[Object.keys(filledIn).find((id) => MOVE.test(id)) ?? 'move.0'] = `Up to ${LARGEST_MOVE_BPS} bp either way`;
  }
  if (moveBps === undefined || Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  const { small, large } = changed;
  return {
    kind: 'question',
    question: {
      kind: 'rate-move',
      moveBps,
      ...(Object.keys(small).length > 0 && { small }),
      ...(Object.keys(large).length > 0 && { large }),
    },
  };
};
