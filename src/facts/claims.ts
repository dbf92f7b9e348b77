import { wholeMonthsBetween } from '../calendar/index.ts';
import { type Claim, hasExpired, type Library, type View } from '../notes/index.ts';
import { checkNotes, type Finding, isFlagged, type Phrase, type RecordFacts } from '../record/index.ts';
import { utcDateOf } from '../units.ts';
import type { AnsweredView, DatedClaim, DatedView } from './answered.ts';
import type { Facts } from './facts.ts';

interface Findings {
  readonly all: readonly Finding[];
  readonly byClaim: ReadonlyMap<string, readonly Finding[]>;
  readonly byFigure: ReadonlyMap<string, readonly Finding[]>;
}

const remembered = new WeakMap<Library, { readonly record: RecordFacts; readonly findings: Findings }>();

const indexed = (all: readonly Finding[], keys: (finding: Finding) => readonly string[]) =>
  all.reduce((index, finding) => {
    for (const key of keys(finding)) index.set(key, [...(index.get(key) ?? []), finding]);
    return index;
  }, new Map<string, Finding[]>());

/** Every finding about the notes, worst first, worked out once for a library and a record. */
export const findingsFor = ({ notes, record }: Facts): Findings => {
  const known = remembered.get(notes);
  if (known?.record === record) return known.findings;
  const all = checkNotes(notes, record);
  const findings = {
    all,
    byClaim: indexed(all, ({ claims }) => claims),
    byFigure: indexed(all, ({ figures }) => figures),
  };
  remembered.set(notes, { record, findings });
  return findings;
};

/** What the record says against a claim, in a few words; the worst, where there are several. */
export const flagOf = (claim: Claim, facts: Facts): Phrase | undefined =>
  findingsFor(facts)
    .byClaim.get(claim.id)
    ?.find((finding) => isFlagged(finding) && finding.flag !== undefined)?.flag;

/** The claim as it stands on the day of the answer, with the flag that goes wherever it is cited. */
export const dated = <C extends Claim>(claim: C, facts: Facts): DatedClaim<C> => {
  const today = utcDateOf(facts.now);
  const flag = flagOf(claim, facts);
  return {
    claim,
    monthsOld: wholeMonthsBetween(claim.note.date, today),
    expired: hasExpired(claim, today),
    ...(flag && { flag }),
  };
};

export const isView = (dated: DatedClaim): dated is DatedView => dated.claim.stance !== undefined;

export const cited = ({ claim }: DatedClaim<View>): AnsweredView => ({
  ...(claim.speaker !== undefined && { person: claim.speaker }),
  firm: claim.firm,
  stance: claim.stance,
  note: claim.note.id,
  claim: claim.id,
  paraphrase: claim.paraphrase,
});
