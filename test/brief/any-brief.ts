import fc from 'fast-check';
import type { Brief, LastTold } from '../../src/brief/brief.ts';
import { buildBrief } from '../../src/brief/build-brief.ts';
import { WEEKDAYS } from '../../src/brief/day-reference.ts';
import type { BriefTiming, BriefTrigger } from '../../src/brief/effect.ts';
import type { BriefPosting } from '../../src/brief/message-header.ts';
import type { Recurrence } from '../../src/brief/recurrence.ts';
import { isoDate } from '../../src/units.ts';
import { anyFacts } from '../topics/arbitraries.ts';

/** Briefs of every kind: of any facts, after any mark, in any zone, posted in any way. */

const ZONES = ['America/New_York', 'Europe/London', 'Europe/Stockholm', 'Australia/Sydney', 'Asia/Kathmandu'];

const anyTrigger: fc.Arbitrary<BriefTrigger> = fc.oneof(
  fc.record({
    kind: fc.constant('ratio' as const),
    side: fc.constantFrom('above' as const, 'below' as const),
    level: fc.double({ min: 0.001, max: 99, noNaN: true }),
  }),
  fc.constantFrom({ kind: 'record-close' } as const, { kind: 'odds-flip' } as const),
);

const RECURRENCES: readonly Recurrence[] = [
  { kind: 'month', which: 'first' },
  { kind: 'month', which: 'last' },
  { kind: 'second-week', from: isoDate('2026-12-07') },
  { kind: 'fed', day: 'before' },
  { kind: 'fed', day: 'same' },
  { kind: 'once', on: isoDate('2026-12-09') },
  { kind: 'open' },
];

export const anyTiming: fc.Arbitrary<BriefTiming> = fc.oneof(
  fc.record({
    kind: fc.constant('clock' as const),
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    on: fc.constantFrom<Recurrence | undefined>(undefined, ...RECURRENCES),
    time: fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    zone: fc.constantFrom(...ZONES, 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'),
  }),
  fc.record({ kind: fc.constant('crossing' as const), of: anyTrigger }),
);

const ratio = fc.double({ min: 0.2, max: 0.7, noNaN: true });
const anyMark = fc.record(
  {
    at: fc.constantFrom('2026-11-19T12:30:00.000Z', '2026-09-18T11:30:00.000Z', '2024-07-11T12:30:00.000Z'),
    closes: fc.record({
      on: fc.constantFrom('2026-11-18', '2026-09-17', '2024-07-10', '2019-12-31'),
      ratio,
      russell: fc.constant(2_000),
      sp: fc.constant(5_000),
    }),
    range: fc.constantFrom(
      { from: 3.75, to: 4 },
      { from: 3.75, to: 4, through: '2026-09-16' },
      { from: 3.5, to: 4 },
      { from: 5.25, to: 5.5 },
    ),
    odds: fc.record({
      meeting: fc.constantFrom('2026-12-09', '2026-10-28'),
      outcome: fc.constantFrom('cut', 'hold', 'hike'),
      percent: fc.double({ min: 34, max: 100, noNaN: true }),
    }),
  },
  { requiredKeys: ['at'] },
) as fc.Arbitrary<unknown> as fc.Arbitrary<LastTold>;

export const anyBrief: fc.Arbitrary<Brief> = fc
  .record({ facts: anyFacts, since: fc.option(anyMark, { nil: undefined }), zone: fc.constantFrom(...ZONES) })
  .map(({ facts, since, zone }) => buildBrief(facts, { since, zone }));

export const anyAround: fc.Arbitrary<BriefPosting> = fc.record(
  {
    minutesLate: fc.nat(30),
    setUpBy: fc.constant('<@U0MIA>'),
    timing: anyTiming,
    hasLeft: fc.boolean(),
    isPreview: fc.boolean(),
    trigger: anyTrigger,
  },
  { requiredKeys: [] },
);
