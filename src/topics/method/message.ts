import type { DatedClaim } from '../../facts/index.ts';
import { type Line, type Message, renderShortAnswer } from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import { affiliation, locatedCitation, modelWords, moveLabel } from '../../wording/index.ts';
import type { MethodAnswer } from './answer-figures.ts';
import { explainCash, explainHedges, explainRefinancing, explainTax, explainTiming } from './message-limits.ts';
import {
  type Explanation,
  explainAssumptions,
  explainCompanies,
  explainCoverage,
  explainFloor,
  explainFormula,
  explainRounding,
} from './message-model.ts';
import { explainGrowth, explainRatio, explainWhy } from './message-why.ts';
import type { MethodAspect } from './question.ts';

const EXPLAIN: Record<MethodAspect, (answer: MethodAnswer) => Explanation> = {
  formula: explainFormula,
  tax: explainTax,
  hedges: explainHedges,
  cash: explainCash,
  refinancing: explainRefinancing,
  timing: explainTiming,
  companies: explainCompanies,
  assumptions: explainAssumptions,
  'lift ratio': explainRatio,
  coverage: explainCoverage,
  floor: explainFloor,
  rounding: explainRounding,
  why: explainWhy,
  growth: explainGrowth,
};

/** What to ask next about the model, as buttons name it. */
const NEXT: Partial<Record<MethodAspect, string>> = {
  formula: 'How it is computed',
  why: 'Why small caps gain more',
  tax: 'Tax',
  growth: 'What would undo it',
};
const MOST_NEXT = 2;

const offers = ({ question, move, changed }: MethodAnswer): readonly Offer[] => {
  const { of, aspect } = question;
  const back: Offer = { label: moveLabel(move), question: of?.moveBps ? of : { kind: 'rate-move', moveBps: move } };
  const next = (Object.keys(NEXT) as MethodAspect[])
    .filter((one) => one !== aspect)
    .slice(0, MOST_NEXT)
    .map((one): Offer => ({ label: NEXT[one] ?? one, question: { kind: 'method', aspect: one, ...(of && { of }) } }));
  const original: Offer[] =
    changed.length > 0 ? [{ label: 'Back to note 000', question: { kind: 'rate-move', moveBps: move } }] : [];
  return [back, ...original, ...next];
};

const SECTION = 'Section “Debt Sensitivity Dynamics”';

/** `Lori Calvasina, RBC: cuts are a mixed blessing (004, Aug 2025, para 15)`; other claims are given in full. */
const saidWords = (dated: DatedClaim): string => {
  const { voice, short, paraphrase } = dated.claim;
  return `${voice}${affiliation(dated)}: ${short ?? paraphrase.replace(/\.$/, '')} ${locatedCitation(dated)}`;
};

/** How the model works or what it leaves out, with numbers, and what the notes say of it. */
export const renderMethod = (answer: MethodAnswer): Message => {
  const { heading, table, lines, source = [] } = EXPLAIN[answer.question.aspect](answer);
  const said = answer.claims.map((dated): Line => ({ label: 'Said', words: saidWords(dated) }));
  return renderShortAnswer({
    heading,
    table,
    lines: [...lines, ...said],
    offers: offers(answer),
    source: [modelWords(answer.changed), SECTION, ...source],
    id: answer.id,
  });
};
