import { day } from '../message/index.ts';
import { type Library, type Note, type Stance, withNotes } from '../notes/index.ts';
import { type Finding, findingsOnArrival, type RecordFacts } from '../record/index.ts';
import { type DraftClaim, type NoteDraft, noteOf, withHeader } from '../team-notes/index.ts';
import type { IsoDate } from '../units.ts';
import { phraseText, STANCE_LABEL } from '../wording/index.ts';

/** What a person has to know of a claim before it is added; of one that shows no side its mark says it all. */
export type Doubt = { readonly label: 'Unclear' } | { readonly label: 'Conflict' | 'Wrong'; readonly words: string };

/** A claim, and why it needs a person, if it does. */
export interface ReviewedClaim {
  readonly claim: DraftClaim;
  readonly doubt?: Doubt;
  /** Another note's figure of the same thing, which is no record: it is shown, and nobody has to choose. */
  readonly differs?: string;
  /** What the record says of it. */
  readonly findings: readonly Finding[];
}

/** So that it is checked beside the library before it has a number of its own. */
const CANDIDATE = 'T9999';

/** What the library holds of the same person or firm, on another side. */
interface OtherSide {
  readonly stance: Stance;
  readonly note: Note;
  /** Of a later day than the draft. */
  readonly isNewer: boolean;
}

const otherSides = (library: Library): ReadonlyMap<string, OtherSide> => {
  const byId = new Map(library.claims.map((claim) => [claim.id, claim]));
  return new Map(
    [...library.superseded].flatMap(([id, by]): readonly (readonly [string, OtherSide])[] => {
      const { stance, note } = byId.get(id) ?? by;
      if (stance === undefined || stance === by.stance) return [];
      return [
        [by.id, { stance, note, isNewer: false }],
        [id, { stance: by.stance, note: by.note, isNewer: true }],
      ];
    }),
  );
};

const sideWords = ({ stance, note, isNewer }: OtherSide): string =>
  `${STANCE_LABEL[stance]} in note ${note.number}, ${day(note.date)}${isNewer ? ', which is newer and stands' : '; this takes its place'}`;

const doubtOf = (claim: DraftClaim, findings: readonly Finding[], other: OtherSide | undefined): Doubt | undefined => {
  const wrong = findings.find(({ verdict }) => verdict === 'disagrees');
  if (wrong)
    return {
      label: 'Wrong',
      words: `Note ${phraseText(wrong.said)}, record ${phraseText(wrong.record).replace(/\.$/, '')}`,
    };
  if (other) return { label: 'Conflict', words: sideWords(other) };
  const isOpen = claim.kind === 'view' && claim.proposed === undefined && !claim.isNarration && !claim.isDecided;
  return isOpen ? { label: 'Unclear' } : undefined;
};

/** What a box that waits is set to: nothing where the record says otherwise, and a person has to choose. */
const waiting = (claim: DraftClaim, { label }: Doubt): DraftClaim => {
  const { guess, ...rest } = claim;
  const likely = guess ?? (claim.choice === 'open' || claim.choice === 'drop' ? undefined : claim.choice);
  return { ...rest, choice: 'open', ...(label !== 'Wrong' && likely && { guess: likely }) };
};

/**
 * The claims of a draft held against the record and the library, in the note's order. What needs a person waits until they
 * have chosen, or have confirmed what was guessed.
 */
export const reviewOf = (
  draft: NoteDraft,
  library: Library,
  record: RecordFacts,
  today: IsoDate,
): readonly ReviewedClaim[] => {
  const { header: told } = draft;
  const whole = withHeader(draft, {
    ...told,
    title: told.title ?? '?',
    publisher: told.publisher ?? '?',
    date: told.date ?? today,
  });
  const file = noteOf(whole, CANDIDATE, { on: today, by: draft.by }, () => true);
  const together = file ? withNotes([file], library) : library;
  const all = file ? findingsOnArrival(together, record, file.note.id) : [];
  const others = otherSides(together);
  return draft.claims.map((claim): ReviewedClaim => {
    const id = `${CANDIDATE}-${claim.number}`;
    const findings = all.filter(({ claims }) => claims.includes(id));
    const doubt = claim.wasDropped ? undefined : doubtOf(claim, findings, others.get(id));
    const other = findings.find(({ verdict }) => verdict === 'differs');
    return {
      ...{ claim: doubt && !claim.isDecided ? waiting(claim, doubt) : claim, findings },
      ...(doubt && { doubt }),
      ...(other && { differs: `from ${phraseText(other.record).replace(/\.$/, '')}` }),
    };
  });
};
