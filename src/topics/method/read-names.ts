import type { MethodAspect } from './question.ts';

/** What each part of the method is called on a button: 30 characters at most. */
export const METHOD_NAMES: Readonly<Record<MethodAspect, string>> = {
  formula: 'How it is computed',
  tax: 'What tax takes of it',
  hedges: 'Whether they hedge',
  cash: 'What their cash earns',
  refinancing: 'When fixed debt is refinanced',
  timing: 'When a move takes effect',
  companies: 'Which two companies these are',
  assumptions: 'What is assumed',
  'lift ratio': 'How many times as much',
  coverage: 'Interest cover',
  floor: 'How far a rate can fall',
  rounding: 'How figures are rounded',
  why: 'Why the small company more',
  growth: 'Growth of profits',
};
