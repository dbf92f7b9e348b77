import type { Claim, Library } from '../notes/index.ts';
import type { MethodAspect } from '../questions/index.ts';
import type { BasisPoints } from '../units.ts';

/** What the notes themselves say of the model, by the claims' ids. */
const CLAIMS: Readonly<Partial<Record<MethodAspect, readonly string[]>>> = {
  formula: ['000-model-floating-only'],
  refinancing: ['000-model-floating-only'],
  companies: ['000-model-reverse-calculated', '000-model-open-sources', '000-model-leverage'],
  assumptions: ['000-model-open-sources'],
  why: ['000-leverage-and-floating'],
  growth: ['000-j-recession', '004-calvasina-mixed-blessing'],
};

/** What speaks of the weakness that brings a cut says nothing of a hike. A claim that a library lacks is left out. */
export const claimsOn = (aspect: MethodAspect, move: BasisPoints, { claims }: Library): readonly Claim[] =>
  (aspect === 'growth' && move > 0 ? [] : (CLAIMS[aspect] ?? [])).flatMap(
    (id) => claims.find((claim) => claim.id === id) ?? [],
  );
