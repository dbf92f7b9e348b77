import type { Library } from '../notes/index.ts';
import { indexLibrary } from './check.ts';
import { CHECKS } from './checks/index.ts';
import type { RecordFacts } from './closes.ts';
import { type Finding, VERDICTS } from './finding.ts';

/**
 * Holds every checkable statement of a library against the record: worst verdict first, then what misleads most. A check whose
 * claims or figures the library lacks is left out.
 *
 * @example checkNotes(NOTES, CITED_RECORD).filter(isFlagged)
 */
export const checkNotes = (library: Library, facts: RecordFacts): readonly Finding[] => {
  const shelf = indexLibrary(library);
  return CHECKS.flatMap((hold) => hold(shelf, facts) ?? []).sort(
    (one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict),
  );
};

/** The findings about each claim, by the claim's id; worst first, as they came. */
export const findingsByClaim = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const byClaim = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const claim of finding.claims) byClaim.set(claim, [...(byClaim.get(claim) ?? []), finding]);
  }
  return byClaim;
};
