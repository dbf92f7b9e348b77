import {
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  overlaps,
  phrasesOf,
  scopeOf,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import { compareName } from '../rate-move/read-number-question.ts';
import type { Turned } from '../rate-move/read-turned.ts';
import { exactly, type Reading } from '../reading.ts';
import type { CompareMovesQuestion } from './question.ts';

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
