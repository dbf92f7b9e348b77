import { describe, expect, it } from 'vitest';
import { type Facts, shippedFacts } from '../../src/facts/index.ts';
import { answerTurn, renderTurn } from '../../src/surface/index.ts';
import { type Question, QuestionSchema } from '../../src/topics/questions.ts';
import { isoInstant } from '../../src/units.ts';
import { liveFacts, OCTOBER_PRICES } from '../doubles/live-facts.ts';
import { walk } from '../doubles/market-series.ts';

const NOW = '2026-09-21T15:00:00Z';
const WITHOUT = shippedFacts(isoInstant(NOW));
const WITH = liveFacts(NOW, { closes: walk(2_000, '2018-10-08'), futures: OCTOBER_PRICES });

const answered = (question: Question, facts: Facts) =>
  answerTurn({ kind: 'question', question, private: false }, facts);

const buttonsOf = (question: Question, facts: Facts): readonly Question[] =>
  renderTurn(answered(question, facts)).blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map(({ value }) => QuestionSchema.parse(JSON.parse(value ?? ''))) : [],
  );

const BEGINNINGS: readonly Question[] = [
  { kind: 'rate-move', moveBps: -50 },
  { kind: 'rate-move', moveBps: 25 },
  { kind: 'rate-move-market' },
  { kind: 'compare-moves', moves: [-25, -50] },
  { kind: 'solve', target: { of: 'lift', percent: 10 } },
  { kind: 'fed' },
  { kind: 'fed-history', ask: 'moves', way: 'cut', yearsAgo: 2 },
  { kind: 'rotation' },
  { kind: 'ratio', to: 0.6 },
  { kind: 'views' },
  { kind: 'check' },
  { kind: 'method', aspect: 'formula' },
  { kind: 'about', aspect: 'data' },
  { kind: 'help' },
];

/** All that can be come to by buttons. */
const reachable = (facts: Facts): ReadonlyMap<string, Question> => {
  const found = new Map<string, Question>();
  const open = BEGINNINGS.flatMap((question) => buttonsOf(question, facts));
  for (let question = open.pop(); question !== undefined && found.size < 300; question = open.pop()) {
    const key = JSON.stringify(question);
    if (found.has(key)) continue;
    found.set(key, question);
    open.push(...buttonsOf(question, facts));
  }
  return found;
};

const isDeadEnd = (question: Question, facts: Facts): boolean => {
  const answer = answered(question, facts);
  if (answer.kind === 'rotation') return answer.result.kind === 'no-closes';
  if (answer.kind === 'fed') return answer.priced?.kind === 'no-prices';
  return answer.kind === 'rate-move-market' && answer.figures.length === 0;
};

describe('buttons', () => {
  it('lead to no answer that only says what is missing', () => {
    const all = reachable(WITHOUT);
    expect(all.size).toBeGreaterThan(60);
    expect([...all].filter(([, question]) => isDeadEnd(question, WITHOUT)).map(([key]) => key)).toEqual([]);
  });

  it('ask for closes and odds where there are some', () => {
    const kinds = new Set([...reachable(WITH).values()].map(({ kind }) => kind));
    expect(kinds).toContain('rotation');
    expect(kinds).toContain('rate-move-market');
  });

  it('are kept while data are on their way', () => {
    const loading: Facts = {
      ...WITHOUT,
      market: { ...WITHOUT.market, kind: 'printed', why: { kind: 'loading' } } as Facts['market'],
    };
    expect(buttonsOf({ kind: 'fed' }, loading).map(({ kind }) => kind)).toContain('rotation');
    expect(buttonsOf({ kind: 'fed' }, WITHOUT).map(({ kind }) => kind)).not.toContain('rotation');
  });
});
