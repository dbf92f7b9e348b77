import { type DraftClaim, type NoteDraft, noteOf } from '../../src/team-notes/index.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { NOW } from '../store/scenario.ts';

/** A note of somebody who does not exist, as it was read. */
export const DRAFT: NoteDraft = {
  id: 'D1',
  by: 'U1',
  at: isoInstant(NOW),
  text: 'Refinancing\n\nWe expect refinancing costs to outrun any cut through 2027.',
  fingerprint: 'f1',
  header: { title: 'Refinancing', publisher: 'Norrgate Research', date: isoDate('2026-09-18') },
  isHeaderSeen: true,
  claims: [
    {
      number: 1,
      sentence: 'We expect refinancing costs to outrun any cut through 2027.',
      paragraph: 2,
      firm: 'Norrgate Research',
      kind: 'view',
      proposed: 'bearish',
      horizon: { label: 'through 2027', ends: isoDate('2027-12-31') },
      topics: ['rates', 'floating debt'],
      figures: [],
      choice: 'bearish',
    },
    {
      number: 2,
      sentence: 'Roughly a third of Russell 2000 debt carries a floating rate.',
      paragraph: 7,
      firm: 'Norrgate Research',
      kind: 'fact',
      topics: ['floating debt'],
      figures: [{ label: 'Russell 2000 debt with a floating rate', value: 33, unit: '%', printed: 'roughly a third' }],
      choice: 'keep',
    },
  ],
};

type Changed = Partial<Omit<NoteDraft, 'header'>> & { readonly header?: Partial<NoteDraft['header']> };

/** The first claim of the draft, a view, changed. */
export const viewOf = (changed: Partial<DraftClaim>): DraftClaim => ({
  ...(DRAFT.claims[0] as DraftClaim),
  ...changed,
});

/** The draft, changed, as a note that a team has kept. */
export const keptNote = ({ header, ...draft }: Changed = {}, number = 'T1', on = '2026-11-18', by = 'U1') => {
  const changed = { ...DRAFT, ...draft, header: { ...DRAFT.header, ...header } };
  const file = noteOf(changed, number, { on: isoDate(on), by });
  if (file === undefined) throw new Error('no note');
  return file;
};

/** A note of a house that does not exist, by nobody. */
export const NOTE_TEXT = `Refinancing outruns the Fed

Norrgate Research, 18 September 2026

Norrgate Research is bearish on small caps against large caps: refinancing costs outrun any rate cut through 2027.

Mia Dahl, chief strategist at Halden Capital, is bullish on small caps over the next twelve months as domestic orders turn.

Roughly 33% of Russell 2000 debt carries a floating rate.

The half-point cut of December 2024 came too late for the smallest firms.

Small caps deserve a second look, though Norrgate Research would not hurry.
`;
