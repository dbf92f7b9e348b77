import { decisionsBetween } from '../fed/index.ts';
import type { Library } from '../notes/index.ts';
import { isoDate } from '../units.ts';
import { type Shelf, shelve } from './check.ts';
import { smallCapsLed } from './checks/history.ts';
import { discountOf } from './checks/valuation.ts';
import type { ApparentConflict, Conflict } from './conflict.ts';
import { APPARENT, CONTESTED } from './contested.ts';
import type { RecordFacts } from './facts.ts';
import { bp, count, day, given, percentage, phrase } from './phrase.ts';

const easingBegan = ({ figures }: Shelf): Conflict | undefined => {
  const july = figures.get('003-fed-cut');
  const september = figures.get('000-fed-cut');
  const cutInJuly = decisionsBetween(isoDate('2024-07-01'), isoDate('2024-07-31')).some(({ change }) => change < 0);
  const first = decisionsBetween(isoDate('2024-07-01'), isoDate('2024-12-31')).find(({ change }) => change < 0);
  if (!july || !september || !first) return undefined;
  return {
    id: 'conflict-easing-began',
    subject: 'When the Fed began to ease',
    sides: [
      { claims: ['003-west-july-2024-cut'], says: phrase`with ${given(july)} in July 2024` },
      {
        claims: ['000-fed-cut-50', '002-soft-inflation'],
        says: phrase`with ${given(september)} as note 000 was finished; in late July note 002 still awaits September`,
      },
    ],
    supports: cutInJuly ? 0 : 1,
    why: phrase`The Fed held in July and cut by ${bp(-first.change)} on ${day(first.on)}.`,
    finding: '003-july-2024-cut',
  };
};

const forwardDiscount = ({ figures }: Shelf): Conflict | undefined => {
  const discount = figures.get('003-rut-forward-discount');
  const russell = figures.get('000-rut-forward-pe');
  const sp = figures.get('000-spx-forward-pe');
  if (!discount || !russell || !sp) return undefined;
  return {
    id: 'conflict-forward-discount',
    subject: 'How deep the small-cap forward P/E discount is',
    sides: [
      {
        claims: ['003-west-forward-discount', '003-west-valuation'],
        says: phrase`${given(discount)} below the S&P 500`,
        basis: phrase`August 2025, method not given`,
      },
      {
        claims: ['000-forward-pe'],
        says: phrase`${given(russell)} against ${given(sp)}, which is ${percentage(discountOf(russell.value, sp.value))} below`,
        basis: phrase`FactSet, dated 2023, called current in September 2024`,
      },
    ],
    why: phrase`No free record of forward multiples; the dates differ, and counting or leaving out loss makers alone can make the gap.`,
    finding: '003-forward-discount',
  };
};

const doesACutHelp = ({ published: { firstCuts } }: RecordFacts): Conflict => ({
  id: 'conflict-cut-helps',
  subject: 'Whether a cut by itself helps small caps',
  sides: [
    {
      claims: ['001-history-favours-small', '001-bofa-floating-loans', '001-small-cut-enough'],
      says: phrase`yes: past patterns and floating-rate debt favour small caps, even after a slight cut`,
    },
    {
      claims: ['004-calvasina-cuts-not-enough', '004-calvasina-mixed-blessing'],
      says: phrase`not for long: cuts come with weakness, and growth must be stronger`,
    },
  ],
  why: phrase`Small caps led over twelve months after ${count(firstCuts.filter(smallCapsLed).length)} of ${count(firstCuts.length)} first cuts since 1989: no rule either way.`,
  finding: '001-first-cuts',
});

/** Every claim a conflict names is in the library. */
const isHeld = ({ claims }: Shelf, ids: readonly string[]): boolean => ids.every((id) => claims.has(id));

/** Where the notes contradict one another; a conflict of which the library lacks a claim is left out. */
export const conflictsIn = (library: Library, facts: RecordFacts): readonly Conflict[] => {
  const shelf = shelve(library);
  return [easingBegan(shelf), forwardDiscount(shelf), doesACutHelp(facts), ...CONTESTED]
    .filter((conflict) => conflict !== undefined)
    .filter(({ sides }) => sides.every(({ claims }) => isHeld(shelf, claims)));
};

/** Pairs people take for contradictions, and why they are none. */
export const apparentConflictsIn = (library: Library): readonly ApparentConflict[] => {
  const shelf = shelve(library);
  return APPARENT.filter(({ claims }) => isHeld(shelf, claims));
};
