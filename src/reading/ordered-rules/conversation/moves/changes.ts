import type { Overrides, RateMoveQuestion } from '../../../../topics/rate-move/question.ts';

/** Assumptions of either company that differ from note 000's. */
export type Changes = Pick<RateMoveQuestion, 'small' | 'large'>;

const COMPANIES = ['small', 'large'] as const;

/** Changes of each company, one list on top of the other; a company without any is left out. */
export const changesOf = (
  ...layers: readonly ({ readonly [key in keyof Changes]?: Overrides | undefined } | undefined)[]
): Changes =>
  Object.fromEntries(
    COMPANIES.flatMap((company) => {
      const all: Overrides = Object.assign({}, ...layers.map((layer) => layer?.[company]));
      return Object.keys(all).length === 0 ? [] : [[company, all]];
    }),
  );
