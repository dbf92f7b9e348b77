import { decisionsBetween } from '../fed/index.ts';
import type { Library } from '../notes/index.ts';
import { isoDate } from '../units.ts';
import { arrivalConflicts } from './arrival.ts';
import { indexLibrary, type LibraryIndex } from './check.ts';
import { shareLeftOpen, smallCapsLed } from './checks/history.ts';
import { discountOf } from './checks/published-figures.ts';
import type { RecordFacts } from './closes.ts';
import type { ApparentConflict, Conflict } from './finding.ts';
import { bpValue, countValue, dayValue, givenValue, type Phrase, percentValue, phrase } from './phrase.ts';

/** Conflicts of opinion, or of matters of which there is no free record. */
const OPINION_CONFLICTS: readonly Conflict[] = [
  {
    id: 'conflict-tariffs',
    subject: 'What tariffs do to small caps',
    sides: [
      {
        claims: ['003-west-supply-chains', '003-west-policy'],
        says: phrase`they help small makers, as supply chains come home`,
      },
      {
        claims: ['001-beath-tariffs', '002-tariffs-consumers'],
        says: phrase`they hurt: thin margins, frail supply chains and sour consumers`,
      },
    ],
    why: phrase`Opinion: no record settles it. Note 003 itself also counts tariffs among the risks.`,
  },
  {
    id: 'conflict-mega-caps-sold',
    subject: 'Whether money is leaving the mega caps',
    sides: [
      {
        claims: ['003-west-structural', '003-west-reallocation'],
        says: phrase`yes, on purpose and for good`,
        basis: phrase`August 2025`,
      },
      {
        claims: ['002-mega-caps-not-sold', '002-inflows-to-large'],
        says: phrase`hardly: recent inflows went to large caps`,
        basis: phrase`July 2024`,
      },
    ],
    why: phrase`Fund flows are not free, and the notes speak a year apart: both may have held in their time.`,
  },
  {
    id: 'conflict-bonds-or-shares',
    subject: 'Whether investors prefer bonds or shares',
    sides: [
      {
        claims: ['000-bloomberg-institutions', '000-wsj-bond-holders', '000-j-bonds-to-shares'],
        says: phrase`institutions move from bonds to shares as rates fall`,
        basis: phrase`September 2024`,
      },
      {
        claims: ['003-west-etf-flows'],
        says: phrase`plenty of investors still prefer fixed income`,
        basis: phrase`August 2025`,
      },
    ],
    why: phrase`Different people at different times, and no free record of either.`,
  },
  {
    id: 'conflict-catch-up',
    subject: 'How far small caps can catch up',
    sides: [
      {
        claims: ['000-j-no-full-catch-up', '000-j-ai-pulls-away'],
        says: phrase`never fully: the largest tech firms set the pace`,
        basis: phrase`long term`,
      },
      {
        claims: ['001-bofa-next-decade', '001-bofa-double-rise', '003-west-headline'],
        says: phrase`far: higher yearly returns than the giants, in a rally still young`,
        basis: phrase`next decade`,
      },
    ],
    why: phrase`Forecasts whose time is not up.`,
  },
];

/** Pairs that are often taken for contradictions. */
const APPARENT_CONFLICTS: readonly ApparentConflict[] = [
  {
    id: 'apparent-kostin',
    subject: 'Kostin for and against small caps',
    claims: ['001-kostin-short-term', '001-kostin-12-months'],
    why: phrase`The horizons differ: room to gain in the short term, no lead that lasts twelve months.`,
  },
  {
    id: 'apparent-sp-pe',
    subject: 'S&P 500 at 25 and at 22 times earnings',
    claims: ['002-reported-pe', '000-forward-pe'],
    why: phrase`The bases differ: reported earnings in note 002, forward earnings in note 000.`,
  },
  {
    id: 'apparent-magnificent-7',
    subject: 'Magnificent Seven at 35% and at 23%',
    claims: ['001-magnificent-7-weight', '003-magnificent-7-contribution'],
    why: phrase`The measures differ: weight in the index in note 001, part of its gains in note 003.`,
  },
];

const easingBegan = ({ figures }: LibraryIndex): Conflict | undefined => {
  const july = figures.get('003-fed-cut');
  const september = figures.get('000-fed-cut');
  const cutInJuly = decisionsBetween(isoDate('2024-07-01'), isoDate('2024-07-31')).some(({ change }) => change < 0);
  const first = decisionsBetween(isoDate('2024-07-01'), isoDate('2024-12-31')).find(({ change }) => change < 0);
  if (!july || !september || !first) return undefined;
  return {
    id: 'conflict-easing-began',
    subject: 'When the Fed began to ease',
    sides: [
      { claims: ['003-west-july-2024-cut'], says: phrase`with ${givenValue(july)} in July 2024` },
      {
        claims: ['000-fed-cut-50', '002-soft-inflation'],
        says: phrase`with ${givenValue(september)} as note 000 was finished; in late July note 002 still awaits September`,
      },
    ],
    supports: cutInJuly ? 0 : 1,
    why: phrase`The Fed held in July and cut by ${bpValue(-first.change)} on ${dayValue(first.on)}.`,
    finding: '003-july-2024-cut',
  };
};

const forwardDiscount = ({ figures }: LibraryIndex): Conflict | undefined => {
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
        says: phrase`${givenValue(discount)} below the S&P 500`,
        basis: phrase`August 2025, method not given`,
      },
      {
        claims: ['000-forward-pe'],
        says: phrase`${givenValue(russell)} against ${givenValue(sp)}, which is ${percentValue(discountOf(russell.value, sp.value))} below`,
        basis: phrase`FactSet, dated 2023, called current in September 2024`,
      },
    ],
    why: phrase`No free record of forward multiples; the dates differ, and counting or leaving out loss makers alone can make the gap.`,
    finding: '003-forward-discount',
  };
};

const openWords = ({ published: { firstCuts, anyYear } }: RecordFacts): Phrase => {
  const [low, high] = shareLeftOpen(firstCuts);
  return phrase`${low} to ${high} would fit, and so would any year’s ${givenValue({ value: anyYear.value, unit: '%' })}`;
};

const doesACutHelp = (facts: RecordFacts): Conflict => ({
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
  why: [
    ...phrase`They led over a year after ${countValue(facts.published.firstCuts.filter(smallCapsLed).length)} of ${countValue(facts.published.firstCuts.length)} first cuts: `,
    ...openWords(facts),
    '.',
  ],
  finding: '001-first-cuts',
});

/** Every claim a conflict names is in the library. */
const isHeld = ({ claims }: LibraryIndex, ids: readonly string[]): boolean => ids.every((id) => claims.has(id));

/**
 * Where the notes contradict one another; those of a team's notes first. One of which the
 * library lacks a claim is left out.
 */
export const conflictsIn = (library: Library, facts: RecordFacts): readonly Conflict[] => {
  const index = indexLibrary(library);
  const house = [easingBegan(index), forwardDiscount(index), doesACutHelp(facts), ...OPINION_CONFLICTS]
    .filter((conflict) => conflict !== undefined)
    .filter(({ sides }) => sides.every(({ claims }) => isHeld(index, claims)));
  return [...arrivalConflicts(library, facts), ...house];
};

/** Pairs people take for contradictions, and why they are none. */
export const apparentConflictsIn = (library: Library): readonly ApparentConflict[] => {
  const index = indexLibrary(library);
  return APPARENT_CONFLICTS.filter(({ claims }) => isHeld(index, claims));
};
