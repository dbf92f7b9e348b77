import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LastTold } from '../../src/brief/brief.ts';
import { buildBrief } from '../../src/brief/build-brief.ts';
import type { BriefTiming } from '../../src/brief/effect.ts';
import { renderBrief, renderBriefDetails } from '../../src/brief/message.ts';
import type { BriefPosting } from '../../src/brief/message-header.ts';
import { lastToldBy } from '../../src/brief/news.ts';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import type { Message } from '../../src/message/block-kit.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { asPlainText, asSections } from '../../src/message/plain-text.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { autumnFacts, closesTo, ratiosTo } from '../doubles/brief-facts.ts';
import { liveFacts, OCTOBER_PRICES } from '../doubles/live-facts.ts';
import { buttonsOf } from '../doubles/payloads.ts';
import { block, labelsOf, plain, questionIn, title } from '../topics/rendered.ts';
import { anyAround, anyBrief } from './any-brief.ts';

const AROUND: BriefPosting = {
  setUpBy: '<@U0MIA>',
  timing: { kind: 'clock', days: ['mon', 'tue', 'wed', 'thu', 'fri'], time: '07:30', zone: 'America/New_York' },
};

const closes = ratiosTo('2026-11-27', [0.4, 0.402, 0.398], 0.39);
const friday = autumnFacts('2026-11-27T12:30:00Z', '2026-11-25', { closes });
const monday = autumnFacts('2026-11-30T12:30:00Z', '2026-11-27', { closes });
const since = lastToldBy(buildBrief(friday), friday.now);

const draw = (facts: Facts, mark: LastTold | undefined = since, around = AROUND): Message =>
  renderBrief(buildBrief(facts, { since: mark }), around);

const eyebrow = ({ blocks: [first] }: Message): string =>
  first?.type === 'context' ? plain(first.elements.map(({ text }) => text).join(' ')) : '';

const linesIn = (message: Message): Record<string, string> =>
  Object.fromEntries(
    message.blocks.flatMap((one) =>
      one.type === 'section'
        ? plain(one.text.text)
            .split('\n')
            .map((line) => /^\*([^*]+)\* {2}(.*)$/.exec(line)?.slice(1) ?? ['', line])
        : [],
    ),
  );

const types = ({ blocks }: Message) => blocks.map(({ type }) => type);

/** All that can be seen of it, buttons too. */
const seen = (message: Message): string =>
  [asPlainText(message), ...buttonsOf(message).map(({ text }) => text.text)].join('\n');

/** The title of Monday's brief: both legs before, on Wednesday and on Friday. */
const titleOf = (russell: readonly [number, number], sp: readonly [number, number], before = 2_000): string => {
  const series = closesTo(
    '2026-11-27',
    [...Array.from({ length: 298 }, () => before), ...russell],
    [...Array.from({ length: 298 }, () => 5_000), ...sp],
  );
  return title(draw(autumnFacts('2026-11-30T12:30:00Z', '2026-11-27', { closes: series })));
};

describe('the headline says what moved', () => {
  it.each<readonly [string, readonly [number, number], readonly [number, number], string]>([
    ['both fell', [2_000, 1_980], [5_000, 5_000], 'Small caps slipped: ratio 0.396, lowest since at least 2025'],
    [
      'the ratio alone fell',
      [2_000, 2_004],
      [4_990, 5_050],
      'Ratio slipped to 0.397, lowest since at least 2025: Russell +0.20%, S&P +1.20%',
    ],
    [
      'small caps stood still',
      [2_000, 1_999],
      [4_990, 5_050],
      'Ratio slipped to 0.396, lowest since at least 2025: Russell −0.05%, S&P +1.20%',
    ],
    [
      'both rose, small caps more',
      [2_000, 2_040],
      [5_000, 5_025],
      'Small caps gained: ratio 0.406, highest since at least 2025',
    ],
    [
      'the ratio alone rose',
      [2_000, 1_990],
      [5_000, 4_940],
      'Ratio rose to 0.403, highest since at least 2025: Russell −0.50%, S&P −1.20%',
    ],
    [
      'it held, at a low',
      [2_000, 1_996],
      [5_000, 5_000],
      'Ratio at its lowest since at least 2025: 0.399, −0.20% on the day',
    ],
    ['it held while both fell', [2_010, 1_970], [4_990, 4_891], 'Ratio held at 0.403: Russell −1.99%, S&P −1.98%'],
  ])('%s', (_, russell, sp, said) => {
    expect(titleOf(russell, sp)).toBe(said);
  });

  it('never calls held what is at a low or a high', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1_900, max: 2_100 }), fc.integer({ min: 1_900, max: 2_100 })),
        fc.tuple(fc.integer({ min: 4_800, max: 5_200 }), fc.integer({ min: 4_800, max: 5_200 })),
        (russell, sp) => {
          const said = titleOf(russell, sp);
          expect(said.includes('held') && /lowest|highest/.test(said)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['2026-12-07T12:30:00Z', 'Ratio 0.398 at the close of Fri 27 Nov, 5 sessions old'],
    ['2026-12-08T12:30:00Z', 'Fed at 3.75–4.00%, decision tomorrow; closes are 6 sessions old'],
    ['2026-12-09T12:30:00Z', 'Fed at 3.75–4.00%, decision today; closes are 7 sessions old'],
  ])('leads with the Fed once closes are more than a week old: %s', (now, said) => {
    const message = draw(autumnFacts(now, '2026-11-27', { closes }));
    expect(title(message)).toBe(said);
    // what is no news stands last, in one line
    expect(types(message).includes('data_table')).toBe(!said.startsWith('Fed'));
    expect('Last' in linesIn(message)).toBe(said.startsWith('Fed'));
  });
});

describe('a brief on an open day', () => {
  const message = draw(monday);

  it('has its headline, its closes, what is new, the Fed, two sizes of move, and one view a side', () => {
    expect(types(message)).toEqual(['context', 'header', 'data_table', 'section', 'section', 'actions', 'context']);
    expect(eyebrow(message)).toBe('Morning brief · Mon 30 Nov · NYSE opens 9:30 ET');
    expect(title(message)).toBe('Small caps slipped: ratio 0.398, −1.00% on the day');
    expect(block(message, 'data_table').rows.map((row) => row.map(({ text }) => plain(text)))).toEqual([
      ['Fri 27 Nov', 'Close', '1 day', '1 month'],
      ['Russell 2000', '1,990.00', '−1.00%', '+2.05%'],
      ['S&P 500', '5,000.00', '0.00%', '0.00%'],
      ['Ratio', '0.398', '−1.00%', '+2.05%'],
    ]);
    expect(linesIn(message)).toMatchObject({
      New: 'Ratio 0.402 → 0.398. Nothing else since Friday',
      Fed: '3.75–4.00%. Decision in 9 days, 9 Dec: futures imply 60% for a hold, 40% for a 25 bp hike',
      '25 bp': '2.19% of net income at SmallCap, 0.12% at LargeCap',
      '50 bp': '4.39% and 0.23%: a cut adds it, a hike takes it',
    });
    expect(Object.keys(linesIn(message))).toEqual([
      'New',
      'Fed',
      '25 bp',
      '50 bp',
      expect.stringMatching(/^Bullish \d+$/),
      expect.stringMatching(/^Bearish \d+$/),
    ]);
  });

  it('closes with whose numbers they are, whose brief it is, and where there is more', () => {
    const { blocks } = message;
    expect(plain(JSON.stringify(blocks.at(-1)))).toContain(
      'Closes and futures 27 Nov 2026, Yahoo · Range: New York Fed, 16 Sep 2026 · Not investment advice\\nSet up by <@U0MIA>, weekdays 07:30 New York · more in the thread',
    );
  });

  it('leads on to the ratio, to the move that is priced, and to its own settings', () => {
    expect(labelsOf(message)).toEqual(['Rotation', 'Rate move', 'Manage brief']);
    const [rotation, move, manage] = buttonsOf(message);
    expect(questionIn(rotation ?? { value: '' })).toEqual({ kind: 'rotation' });
    expect(questionIn(move ?? { value: '' })).toEqual({ kind: 'rate-move', moveBps: -50 });
    expect(manage?.action_id).toBe('brief:manage');
    const hiked = buttonsOf(draw(autumnFacts('2026-11-30T12:30:00Z', '2026-11-27', { closes, hike: 0.9 })));
    expect(questionIn(hiked[1] ?? { value: '' })).toEqual({ kind: 'rate-move', moveBps: 50 });
  });

  it('is read out whole, in order, beginning with its headline', () => {
    expect(message.text).toMatch(
      /^Small caps slipped: ratio 0\.398, −1\.00% on the day\. Morning brief, Mon 30 Nov 2026, NYSE opens 9:30 ET\. Russell 2000: Close 1,990\.00/,
    );
    expect(message.text).toContain('New: Ratio 0.402 to 0.398. Nothing else since Friday.');
    expect(message.text).toMatch(/Set up by <@U0MIA>, weekdays 07:30 New York\. More in the thread\.$/);
  });

  it('gives several changes in one line, the Fed’s before the market’s', () => {
    const flipped = draw(autumnFacts('2026-11-30T12:30:00Z', '2026-11-27', { closes, hike: 0.6 }));
    expect(linesIn(flipped)['New']).toBe(
      'Since Friday: futures now favour a hike on 9 Dec, not a hold; ratio 0.402 → 0.398',
    );
    expect(linesIn(flipped)['Flag']).toMatch(/^Note 003, Fed cut that began the easing: 50 bp in July 2024; record: /);
  });

  it('puts what the Fed did first', () => {
    const eve = autumnFacts('2026-12-09T12:30:00Z', '2026-12-08');
    const day = autumnFacts('2026-12-11T12:30:00Z', '2026-12-10', { range: [4, 4.25] });
    const raised = draw(day, lastToldBy(buildBrief(eve), eve.now));
    expect(title(raised)).toMatch(/^Fed at 4\.00–4\.25%, was 3\.75–4\.00%; ratio /);
    expect(linesIn(raised)['New']).toMatch(/^Since Wednesday: the Fed raised by 25 bp; ratio /);
    const held = draw(autumnFacts('2026-12-11T12:30:00Z', '2026-12-10'), lastToldBy(buildBrief(eve), eve.now));
    expect(title(held)).toMatch(/^The Fed held at 3\.75–4\.00%; ratio /);
  });

  it('says that nothing changed, and is shorter for it', () => {
    const again = draw(
      { ...monday, now: isoInstant('2026-11-30T16:00:00Z') },
      lastToldBy(buildBrief(monday), monday.now),
    );
    expect(title(again)).toBe('Nothing new: ratio 0.398 at the close of Fri 27 Nov');
    expect(linesIn(again)['New']).toBe('Nothing since 07:30 today');
    expect(types(again).filter((type) => type === 'section')).toHaveLength(1);
    expect(seen(again).length).toBeLessThan(seen(message).length);
  });

  it('has nothing to compare with the first time', () => {
    expect(linesIn(renderBrief(buildBrief(monday), AROUND))['New']).toBe(
      'First brief here: nothing to compare with yet',
    );
  });
});

describe('the day in the grey line and the header', () => {
  const at = (now: string, last: string, zone?: string) =>
    renderBrief(buildBrief(autumnFacts(now, last), zone === undefined ? {} : { zone }), AROUND);

  it.each([
    ['2026-11-25T15:00:00Z', '2026-11-24', 'Morning brief · Wed 25 Nov · NYSE open until 16:00 ET'],
    ['2026-11-25T21:20:00Z', '2026-11-25', 'Brief · Wed 25 Nov · NYSE closed at 16:00 ET'],
    ['2026-11-27T12:30:00Z', '2026-11-25', 'Morning brief · Fri 27 Nov · NYSE opens 9:30 ET, closes early 13:00 ET'],
    ['2026-11-27T15:00:00Z', '2026-11-25', 'Morning brief · Fri 27 Nov · NYSE open until 13:00 ET, early close'],
    ['2026-11-27T19:00:00Z', '2026-11-27', 'Brief · Fri 27 Nov · NYSE closed early at 13:00 ET'],
    ['2027-12-31T12:30:00Z', '2027-12-30', 'Morning brief · Fri 31 Dec · NYSE opens 9:30 ET'],
    ['2029-01-02T12:30:00Z', '2028-12-29', 'Morning brief · Tue 2 Jan · NYSE calendar ends in 2028'],
  ])('at %s', (now, last, words) => {
    expect(eyebrow(at(now, last))).toBe(words);
  });

  it('are four blocks on a holiday: when the next session is, and where the last one ended', () => {
    const message = at('2026-11-26T12:30:00Z', '2026-11-25');
    expect(types(message)).toEqual(['context', 'header', 'section', 'context']);
    expect(eyebrow(message)).toBe('Morning brief · Thu 26 Nov');
    expect(title(message)).toBe('NYSE is closed today: Thanksgiving');
    expect(linesIn(message)).toEqual({
      Next: 'Fri 27 Nov, 9:30 ET, closes early 13:00 ET',
      Last: 'Wed 25 Nov: ratio 0.400, 0.00% on the day (Russell 0.00%, S&amp;P 0.00%)',
      Fed: '3.75–4.00%. Decision in 13 days, 9 Dec: futures imply 60% for a hold, 40% for a 25 bp hike',
    });
    expect(renderBriefDetails(buildBrief(autumnFacts('2026-11-26T12:30:00Z', '2026-11-25')))).toBeUndefined();
  });

  it('are shown with the news on a holiday, and not again on the day after', () => {
    const wednesday = autumnFacts('2026-11-25T12:30:00Z', '2026-11-24', { closes });
    const holiday = autumnFacts('2026-11-26T12:30:00Z', '2026-11-25', { closes, hike: 0.6 });
    const before = lastToldBy(buildBrief(wednesday), wednesday.now);
    const message = draw(holiday, before);
    expect(types(message)).toEqual(['context', 'header', 'section', 'context']);
    expect(Object.keys(linesIn(message))).toEqual(['Next', 'Last', 'Fed', 'New']);
    expect(linesIn(message)['New']).toBe(
      'Since Wednesday: futures now favour a hike on 9 Dec, not a hold; Russell 2,010.00, its highest close since at least 2025; ratio 0.400 → 0.402',
    );
    const mark = lastToldBy(buildBrief(holiday, { since: before }), holiday.now, before);
    const again = { ...holiday, now: isoInstant('2026-11-26T15:00:00Z') };
    expect(Object.keys(linesIn(draw(again, mark)))).toEqual(['Next', 'Last', 'Fed']);
    const after = autumnFacts('2026-11-27T12:30:00Z', '2026-11-25', { closes, hike: 0.6 });
    expect(linesIn(draw(after, mark))['New']).toBe('Nothing since Thursday');
  });

  it('are the same on a weekend, and say that closes are old or missing', () => {
    expect(title(at('2026-11-28T12:30:00Z', '2026-11-27'))).toBe('NYSE is closed today: Saturday');
    expect(title(at('2026-11-28T12:30:00Z', '2026-11-25'))).toBe(
      'NYSE is closed today: Saturday. Closes are 1 session old',
    );
    expect(title(renderBrief(buildBrief(shippedFacts(isoInstant('2026-11-26T12:30:00Z')))))).toBe(
      'NYSE is closed today: Thanksgiving. No live prices',
    );
    expect(linesIn(at('2028-12-31T12:30:00Z', '2028-12-29'))['Next']).toBe('Not known: the NYSE calendar ends in 2028');
  });

  it('say how old closes are not known to be, where the calendar ends', () => {
    expect(title(at('2029-01-02T12:30:00Z', '2028-12-29'))).toBe(
      'Ratio 0.400 at the close of Fri 29 Dec, age not known',
    );
  });

  it('are of the schedule’s own zone', () => {
    expect(eyebrow(at('2026-11-29T21:00:00Z', '2026-11-27', 'Australia/Sydney'))).toBe(
      'Morning brief · Mon 30 Nov · NYSE opens 9:30 ET',
    );
  });

  it('are the day from which a decision is reported', () => {
    const fed = (now: string, zone: string) => linesIn(at(now, '2026-12-07', zone))['Fed'];
    const sydney = at('2026-12-08T21:00:00Z', '2026-12-07', 'Australia/Sydney');
    expect(eyebrow(sydney)).toContain('Wed 9 Dec');
    expect(linesIn(sydney)['Fed']).toContain('. Decision today, 14:00 ET: futures');
    expect(fed('2026-12-08T21:00:00Z', 'America/New_York')).toContain('. Decision tomorrow, 9 Dec: futures');
    expect(fed('2026-12-09T18:00:00Z', 'Australia/Sydney')).toContain('. Decision 9 Dec, 14:00 ET: futures');
  });

  it('name the hour of a decision on its own day', () => {
    expect(linesIn(at('2026-12-09T12:30:00Z', '2026-12-08'))['Fed']).toBe(
      '3.75–4.00%. Decision today, 14:00 ET: futures imply 60% for a hold, 40% for a 25 bp hike',
    );
    expect(linesIn(at('2026-12-09T19:30:00Z', '2026-12-08'))['Fed']).toMatch(
      /^3\.75–4\.00% as of 7 Dec; the outcome of 9 Dec is not in my data\. Decision in 49 days, 27 Jan/,
    );
  });
});

describe('data that are not as they should be', () => {
  const failed = { kind: 'unavailable', words: ['Yahoo did not answer', 'Cboe is <down> & out'] } as const;

  it('are said to be old in the header, with their day', () => {
    const old = draw(autumnFacts('2026-12-02T12:30:00Z', '2026-11-27', { closes }));
    expect(title(old)).toBe('Ratio 0.398 at the close of Fri 27 Nov, 2 sessions old');
    expect(linesIn(old)['New']).toBe('Ratio 0.402 → 0.398. Nothing else known since Friday');
    const still = draw(autumnFacts('2026-12-02T12:30:00Z', '2026-11-25', { closes: ratiosTo('2026-11-25', [0.402]) }));
    expect(linesIn(still)['New']).toBe('Nothing known since Friday');
  });

  it('are compared, once they are back, with the last that were posted', () => {
    const wednesday = autumnFacts('2026-11-25T12:30:00Z', '2026-11-24', { closes });
    const before = lastToldBy(buildBrief(wednesday), wednesday.now);
    const down = shippedFacts(isoInstant('2026-11-27T12:30:00Z'));
    const blank = lastToldBy(buildBrief(down, { since: before }), down.now, before);
    const back = autumnFacts('2026-11-30T12:30:00Z', '2026-11-27', { closes, hike: 0.8 });
    expect(linesIn(draw(back, blank))['New']).toBe(
      'Since Friday: futures now favour a hike on 9 Dec, not a hold; Russell 2,010.00, its highest close since at least 2025; ratio 0.400 → 0.398 over 2 sessions',
    );
  });

  it('are said to be missing in the header behind the Fed; why, in a few words, and the notes’ last reading in the thread', () => {
    const shipped = shippedFacts(isoInstant('2026-11-23T12:30:00Z'));
    const dead: Facts = {
      ...liveFacts('2026-11-23T12:30:00Z', { closes, futures: failed }),
      market: { ...shipped.market, kind: 'printed', why: failed },
    };
    const message = draw(dead);
    expect(title(message)).toBe('Fed at 3.75–4.00% as of 16 Sep, next decision 9 Dec; no live prices');
    expect(seen(message)).not.toMatch(/2024|0\.4,/);
    expect(linesIn(message)).toMatchObject({
      Market: 'No provider of live prices answered',
      Fed: '3.75–4.00% as of 16 Sep; the outcome of 28 Oct is not in my data. Decision in 16 days, 9 Dec. No odds: no provider of futures prices answered',
    });
    expect(types(message)).not.toContain('data_table');
    const details = renderBriefDetails(buildBrief(dead));
    expect(details?.text).toContain('Yahoo did not answer; Cboe is &lt;down&gt; &amp; out');
    expect(plain(details?.text ?? '')).toContain("Note 002's last reading: 0.4, Jul 2024");
  });

  it('carry the word provisional where one source alone has them', () => {
    const facts = liveFacts('2026-11-30T12:30:00Z', {
      closes,
      provenance: { check: { kind: 'provisional', words: 'Yahoo alone: Cboe is late' } },
    });
    const message = draw(facts);
    expect(title(message)).toBe('Small caps slipped: ratio 0.398 (provisional), −1.00% on the day');
    expect(plain(JSON.stringify(message.blocks.at(-1)))).toContain('Closes 27 Nov 2026, Yahoo, provisional');
    expect(renderBriefDetails(buildBrief(facts))?.text).toContain('Provisional: Yahoo alone: Cboe is late.');
  });

  it('are labelled before anything else where they are made up', () => {
    const facts = liveFacts('2026-11-30T12:30:00Z', { closes, provenance: { isSynthetic: true } });
    expect(title(draw(facts))).toMatch(/^Synthetic data\. Small caps slipped/);
    expect(draw(facts).text).toMatch(/^Synthetic data\./);
  });

  it('are not cited where they are too old to be used', () => {
    const facts = liveFacts('2026-10-05T11:30:00Z', { closes, futures: OCTOBER_PRICES });
    expect(draw(facts).text).not.toMatch(/Closes and futures|Futures 18 Sep/);
    expect(linesIn(draw(facts))['Fed']).toContain('No odds: ');
  });
});

describe('how it came to be posted', () => {
  it('is said where it is late', () => {
    const late = draw(monday, since, { ...AROUND, minutesLate: 22 });
    expect(linesIn(late)['Late']).toBe('Due 07:30, posted 07:52');
    expect(late.text).toContain('Late: Due 07:30, posted 07:52.');
    const timing: BriefTiming = { kind: 'clock', days: ['mon'], time: '23:50', zone: 'UTC' };
    expect(linesIn(draw(monday, since, { timing, minutesLate: 20 }))['Late']).toMatch(/^Due 23:50, posted 00:10/);
    expect(linesIn(draw(monday, since, { minutesLate: 0 }))).not.toHaveProperty('Late');
  });

  it.each([
    [{ kind: 'ratio', side: 'below', level: 0.4 }, 'Ratio closed below 0.400: 0.398 on Fri 27 Nov'],
    [{ kind: 'ratio', side: 'above', level: 0.3975 }, 'Ratio closed above 0.3975: 0.398 on Fri 27 Nov'],
    [{ kind: 'record-close' }, 'Russell 2000, highest close since 19 Sep 2025: 2,010.00 on Wed 25 Nov'],
    [{ kind: 'odds-flip' }, 'Likeliest Fed outcome changed: now a hold, 60% on 9 Dec'],
  ] as const)('is what was crossed: %j', (trigger, words) => {
    const message = draw(monday, since, { setUpBy: '<@U0MIA>', timing: { kind: 'crossing', of: trigger }, trigger });
    expect(title(message)).toBe(words);
    expect(eyebrow(message)).toMatch(/^Brief · /);
  });

  it('is a record close where the closes reach back ten years', () => {
    const brief = buildBrief(monday, { since });
    if (brief.closes.kind !== 'closes') return expect.unreachable();
    const measured = { ...brief.closes.measured, firstDay: isoDate('1988-01-04') };
    const trigger = { kind: 'record-close' } as const;
    const around: BriefPosting = { setUpBy: '<@U0MIA>', timing: { kind: 'crossing', of: trigger }, trigger };
    const message = renderBrief({ ...brief, closes: { ...brief.closes, measured } }, around);
    expect(title(message)).toBe('Russell 2000 record close: 2,010.00 on Wed 25 Nov');
  });

  it('is said of a preview and of an owner who has left', () => {
    const preview = draw(monday, since, { ...AROUND, isPreview: true });
    expect(eyebrow(preview)).toMatch(/^Preview of the morning brief · /);
    expect(preview.text).toMatch(/Only you see this\.$/);
    expect(labelsOf(preview)).toEqual(['Rotation', 'Rate move']);
    expect(draw(monday, since, { ...AROUND, hasLeft: true }).text).toContain(
      'Set up by <@U0MIA> (who has left), weekdays',
    );
  });
});

describe('the details in the thread', () => {
  it('have the odds by meeting, where the ratio stands, a larger move, both views and what a flag means', () => {
    const flipped = buildBrief(autumnFacts('2026-11-30T12:30:00Z', '2026-11-27', { closes, hike: 0.6 }), { since });
    const details = renderBriefDetails(flipped, AROUND) ?? expect.unreachable();
    expect(types(details)).toEqual(['context', 'data_table', 'section', 'section', 'context']);
    expect(block(details, 'data_table').rows.map((row) => row.map(({ text }) => plain(text)))).toEqual([
      ['From 3.75–4.00%', '9 Dec'],
      ['Hold, 3.75–4.00%', '40%'],
      ['Hike 25, 4.00–4.25%', '60%'],
    ]);
    expect(Object.keys(linesIn(details))).toEqual([
      'Rank',
      'Trend',
      'Peak',
      'Russell',
      '100 bp',
      'Catch',
      'Bullish',
      'Bearish',
      'Flag',
    ]);
    expect(linesIn(details)['100 bp']).toBe('8.78% of net income at SmallCap, 0.47% at LargeCap');
    expect(linesIn(details)['Flag']).toContain('The easing cycle began 7 weeks later than the note has it.');
  });
});

describe('every brief', () => {
  it('is rendered as a message that Slack takes, on one screen, read out from its headline on', () => {
    fc.assert(
      fc.property(anyBrief, anyAround, (one, around) => {
        const message = renderBrief(one, around);
        expect(messageProblems(message)).toEqual([]);
        expect(messageProblems(asSections(message))).toEqual([]);
        expect(seen(message).length).toBeLessThan(1_500);
        expect(message.text.length).toBeLessThan(1_500);
        const spoken = title(message)
          .replace(/(?<=[\d%])–(?=\d)/g, ' to ')
          .replaceAll('&', '&amp;');
        expect(message.text.startsWith(spoken)).toBe(true);
        expect(message.text).toContain('Not investment advice.');
        expect(renderBrief(one, around)).toEqual(message);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('has details that Slack takes, or none', () => {
    fc.assert(
      fc.property(anyBrief, anyAround, (one, around) => {
        const details = renderBriefDetails(one, around);
        if (details === undefined) return;
        expect(messageProblems(details)).toEqual([]);
        expect(messageProblems(asSections(details))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
