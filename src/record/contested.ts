import type { ApparentConflict, Conflict } from './conflict.ts';
import { phrase } from './phrase.ts';

/** Conflicts of opinion, or of matters of which there is no free record. */
export const CONTESTED: readonly Conflict[] = [
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

/** What people take for contradictions. */
export const APPARENT: readonly ApparentConflict[] = [
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
