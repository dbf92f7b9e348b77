import { licenceOf } from './licence.ts';
import type { Amount, Slot, Span } from './slots.ts';
import { overlaps, slotsOf, type Utterance } from './utterance.ts';

type Place = Pick<Span, 'from' | 'to'>;

/** What a reading says of the slots of an utterance. */
export interface Account {
  /** Everything that it accounts for: slots, and the words that it goes by. */
  readonly uses: readonly Place[];
  /** Those of them that it takes as sizes of a move of the Fed's rate: each needs a licence. */
  readonly sizes?: readonly Amount[];
  /** True where the conversation asked for a size: that is a reason too. */
  readonly isSizeWanted?: boolean;
  /** Slots of the class `may` that it names as not used. Others of that class are named by the gate, one at most. */
  readonly names?: readonly Place[];
}

export type Passage =
  | {
      readonly kind: 'passed';
      /** What the reply names as not used. */
      readonly notUsed: readonly Slot[];
    }
  | {
      readonly kind: 'stopped';
      /** `unlicensed`: a number is no move of the rate as far as can be told. `unread`: a slot is left over. */
      readonly why: 'unlicensed' | 'unread';
      /** What is in doubt. */
      readonly at: Span;
    };

const MOST_NOT_USED = 1;

/**
 * Whether a reading may be answered: every size is licensed, and every slot accounted for by its class. A number in words
 * is never dropped in silence.
 */
export const passes = (
  utterance: Utterance,
  { uses, sizes = [], isSizeWanted = false, names = [] }: Account,
): Passage => {
  for (const size of sizes) {
    const licence = licenceOf(utterance, size, uses, isSizeWanted);
    if (!licence.isGiven) return { kind: 'stopped', why: 'unlicensed', at: licence.doubt ?? size };
  }
  // who takes the whole text may have passed over what a word relates it to
  const isMeant = ({ from, to }: Place): boolean =>
    uses.some(
      (used) =>
        (used.from === from && used.to === to) ||
        (used.from <= from && to <= used.to && used.to - used.from < utterance.tokens.length),
    );
  const isUsed = (place: Slot): boolean =>
    place.kind === 'relation' ? isMeant(place) : uses.some((used) => overlaps(used, place));
  const left = utterance.slots.filter((slot) => !isUsed(slot));
  const unread = left.find(({ duty }) => duty === 'must');
  if (unread) return { kind: 'stopped', why: 'unread', at: unread };
  const isNamed = (place: Place): boolean => names.some((named) => overlaps(named, place));
  const may = left.filter(({ duty }) => duty === 'may');
  const notUsed = [...may.filter(isNamed), ...may.filter((slot) => !isNamed(slot))];
  const second = notUsed[MOST_NOT_USED];
  return second ? { kind: 'stopped', why: 'unread', at: second } : { kind: 'passed', notUsed };
};

/** Numbers that no reading may pass over. */
export const numbersIn = (utterance: Utterance): readonly Slot[] =>
  [...slotsOf(utterance, 'amount'), ...slotsOf(utterance, 'count')].filter(({ duty }) => duty === 'must');
