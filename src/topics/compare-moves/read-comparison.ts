import {
  type Amount,
  has,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  overlaps,
  type Place,
  phrasesOf,
  scopeOf,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import { outOfRange, withChanges } from '../rate-move/read-assumed.ts';
import { isUnread, scopeMeant } from '../rate-move/read-figures.ts';
import { compareName } from '../rate-move/read-number-question.ts';

import { keptOf, onlyOf, type Turned, wordsOfChanges, wordsOfMove } from '../rate-move/read-turned.ts';
import { exactly, type Reading } from '../reading.ts';
import type { CompareMovesQuestion } from './question.ts';

export const MOST_COMPARED = 4;
export const OFFER = { isOffer: true } as const;

/** Sizes side by side, in the order they were named, each once. */
export const comparison = (
  turned: Turned,
  moves: readonly number[],
  sizes: readonly Amount[],
  uses: readonly Place[],
  base: CompareMovesQuestion | undefined,
  rest: Partial<Reading> = {},
): readonly Reading[] => {
  const { utterance, figures, isReset, numbers } = turned;
  const all = [...new Set(moves)];
  if (all.length < 2 || all.length > MOST_COMPARED) return [];
  const before = base ?? turned.base;
  const shown = base && scopeMeant(turned, base.only)?.scope;
  const only =
    shown && sizes.length === 0
      ? shown === 'both'
        ? undefined
        : shown
      : onlyOf({
          ...turned,
          ...(base && { base: { ...base, kind: 'rate-move', moveBps: 0 }, numbers: { ...numbers, scope: 'both' } }),
        });
  const changes = withChanges(isReset ? undefined : before, figures.changes, only);
  const question: CompareMovesQuestion = { kind: 'compare-moves', moves: all, ...changes, ...(only && { only }) };
  const isInReach = all.every((bps) => Math.abs(bps) <= LARGEST_MOVE_BPS);
  const kept = keptOf(turned, only, sizes.length > 0);
  return [
    {
      asks: isInReach ? question : outOfRange(utterance, sizes),
      name: compareName(all),
      how: 'exact',
      uses: [...uses, ...wordsOfMove(utterance), ...marked(utterance, 'compare'), ...wordsOfChanges(figures)],
      sizes,
      // "25 vs 50 vs the other way round"
      ...(sizes.length > 0 && (isUnread(turned) || has(utterance, 'scale', '-1')) && OFFER),
      ...rest,
      keeps: {
        changed: [{ what: 'size' }],
        ...kept,
        ...(shown && { scope: shown }),
        ...(isReset && { scope: 'both' }),
      },
    },
  ];
};

const GAP = lexiconOf({
  gap: {
    gap: `difference between the two|difference between them|difference between those two|difference between those|difference between both|diff between the two|diff between them|
      diff between those two|gap between the two|gap between them|gap between those two|gap between those|difference|gap|diff|delta|
      spread between the two|spread between them|delta between the two|delta between them|how far apart|how far apart are they|distance between the two`,
  },
  beside: {
    beside:
      'so|and|n|ok|whats|what is|what|is|the|for|of|on|at|just|only|one|please|pls|show|give|me|then|there|here|company|firm|co',
  },
});

/** `the gap between those two for the small one`: of the moves compared last, which the answer says. */
export const apart = ({ utterance, figures }: Turned, base: CompareMovesQuestion): readonly Reading[] => {
  const phrases = phrasesOf(utterance, GAP);
  const gaps = phrases.of('gap');
  const companies = marked(utterance, 'company').filter((mark) => !gaps.some((gap) => overlaps(gap, mark)));
  const [scope, other] = new Set(companies.map(scopeOf));
  const uses = [...phrases.all, ...companies, ...marksOf(utterance, 'only', 'reference', 'compare', 'relation')];
  if (gaps.length === 0 || other || figures.sizes.length > 0 || !isOnly(utterance, uses)) return [];
  const { only: _, ...both } = base;
  const asks: CompareMovesQuestion = scope === undefined ? base : scope === 'both' ? both : { ...both, only: scope };
  return [
    exactly(asks, compareName(asks.moves), [wholeOf(utterance), ...slotsOf(utterance, 'relation')], {
      keeps: { ...(scope && { scope }) },
    }),
  ];
};
