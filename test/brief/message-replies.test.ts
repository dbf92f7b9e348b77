import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHistory } from '../../src/brief/message-history.ts';
import { type BriefNotice, renderBriefIntro, renderBriefNotice } from '../../src/brief/message-notices.ts';
import { type BriefViewer, renderSchedules } from '../../src/brief/message-schedules.ts';
import { timingWords } from '../../src/brief/message-timing.ts';
import { CLOSED_REASONS, type DeliveryOutcome, type SkipReason } from '../../src/brief/schedule.ts';
import type { Message } from '../../src/message/block-kit.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { asSections } from '../../src/message/plain-text.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { CROSSING, delivery, STOCKHOLM, schedule } from '../doubles/schedules.ts';
import { labelsOf, plain } from '../topics/rendered.ts';
import { anyTiming } from './any-brief.ts';
import { at } from './clocks.ts';

const READER: BriefViewer = { zone: 'Europe/Stockholm', now: isoInstant('2026-11-27T14:00:00Z') };
const MONDAY = isoInstant('2026-11-30T12:30:00Z');

const sections = ({ blocks }: Message): readonly string[] =>
  blocks.flatMap((one) => (one.type === 'section' ? [plain(one.text.text)] : []));
const hint = ({ blocks }: Message): string => {
  const last = blocks.at(-1);
  return last?.type === 'context' ? plain(last.elements.map(({ text }) => text).join()) : '';
};

describe('when a brief is due, in words', () => {
  const NEW_YORK = 'America/New_York';

  it.each([
    [['mon', 'tue', 'wed', 'thu', 'fri'], NEW_YORK, 'weekdays 07:30 New York'],
    [['thu', 'mon'], 'Europe/Stockholm', 'Mon and Thu 07:30 Stockholm'],
    [['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], 'Asia/Kathmandu', 'every day 07:30 Kathmandu'],
    [['sun', 'sat'], 'America/Argentina/Buenos_Aires', 'weekends 07:30 Buenos Aires'],
    [['mon', 'wed', 'fri'], 'Etc/GMT+5', 'Mon, Wed and Fri 07:30 Etc/GMT+5'],
  ] as const)('%j in %s', (days, zone, words) => {
    expect(plain(timingWords({ kind: 'clock', days: [...days], time: '07:30', zone }))).toBe(words);
  });

  it.each([
    [{ kind: 'ratio', side: 'above', level: 0.4 }, 'when the ratio closes above 0.400'],
    [{ kind: 'ratio', side: 'below', level: 0.3755 }, 'when the ratio closes below 0.3755'],
    [{ kind: 'record-close' }, 'when the Russell 2000 sets a record close'],
    [{ kind: 'odds-flip' }, 'when the likeliest Fed outcome changes'],
  ] as const)('%j', (of, words) => {
    expect(timingWords({ kind: 'crossing', of })).toBe(words);
  });
});

describe('the list', () => {
  const rows = [
    { number: 1, schedule: schedule(), next: MONDAY },
    { number: 2, schedule: { ...STOCKHOLM, paused: { until: isoDate('2026-12-01') } } },
    { number: 3, schedule: CROSSING, hasLeft: true },
  ];
  const list = renderSchedules(rows, READER);

  it('has number, channel, rules, when it comes next in the reader’s zone, and whose it is', () => {
    expect(sections(list)).toEqual([
      '*3 briefs are set up.*',
      '*1*  *<#C0MACRO>*  weekdays 07:30 New York\nNext Mon 30 Nov, 13:30 Stockholm · by <@U0MIA>',
      '*2*  *<#C0DESK>*  Mon and Thu 08:00 Stockholm, not on closed days\nPaused until Tue 1 Dec · by <@U0JONAS>',
      '*3*  *<#C0MACRO>*  when the ratio closes above 0.400, held back while data are old\nWaiting for it · by <@U0MIA> (who has left)',
    ]);
    expect(labelsOf(list)).toEqual(['New brief']);
  });

  it('says how to name one, and needs no number where there is one only', () => {
    expect(hint(list)).toBe('Or type `/brief change 1 to 08:00`, `skip 1` or `history 1`');
    const kept = rows.slice(1).map((row) => ({ ...row, mayChange: row.number === 3 }));
    expect(hint(renderSchedules(kept, READER))).toContain('`/brief change 3 to 08:00`');
    const single = renderSchedules(rows.slice(0, 1), READER);
    expect(sections(single)[1]).toMatch(/^\*<#C0MACRO>\*/);
    expect(hint(single)).toBe('Or type `/brief change to 08:00`, `skip next` or `history`');
  });

  it('says how to set one up where there is none', () => {
    const none = renderSchedules([], READER);
    expect(sections(none)[0]).toBe(
      '*No brief is set up in this channel, and none by you.*\nTry `/brief weekdays 07:30 #macro` or `/brief when ratio &gt; 0.40`',
    );
    expect(labelsOf(none)).toEqual(['New brief']);
  });

  it('says of a pause without an end, of one that is over, and of one left out', () => {
    const row = (more: Partial<ReturnType<typeof schedule>>, next?: typeof MONDAY) =>
      sections(renderSchedules([{ number: 1, schedule: schedule(more), next }], READER))[1];
    expect(row({ paused: {} })).toContain('\nPaused · ');
    expect(row({ paused: { until: isoDate('2026-11-27') } }, MONDAY)).toContain(
      '\nNext Mon 30 Nov, 13:30 Stockholm · ',
    );
    expect(row({ skip: isoDate('2026-11-20') }, MONDAY)).toContain('13:30 Stockholm, one left out before it');
    expect(row({ timing: { ...at('07:30'), on: { kind: 'once', on: isoDate('2026-11-20') } } })).toContain('\nOver · ');
    expect(row({ timing: { ...at('07:30'), on: { kind: 'fed', day: 'same' } } })).toContain('\nNo next time known · ');
  });

  it('says which data a trigger lacks', () => {
    const list = renderSchedules([{ number: 1, schedule: CROSSING, missing: 'closes' }], READER);
    expect(sections(list)[1]).toContain('\nCannot fire now: I have no closes · ');
  });

  it('has buttons under what whoever looks may change', () => {
    const paused = schedule({ paused: {} });
    const all = [
      { number: 1, schedule: schedule(), next: MONDAY, mayChange: true },
      { number: 2, schedule: paused, mayChange: true },
      { number: 3, schedule: CROSSING, mayChange: false },
    ];
    expect(labelsOf(renderSchedules(all, READER))).toEqual([
      ...['Edit', 'Pause', 'Remove', 'Edit', 'Resume', 'Remove', 'New brief'],
    ]);
  });

  it('has room for as many as a workspace may have', () => {
    const all = Array.from({ length: 20 }, (_, place) => ({
      ...{ number: place + 1, schedule: schedule(), next: MONDAY, mayChange: true },
    }));
    expect(messageProblems(renderSchedules(all, READER))).toEqual([]);
  });
});

describe('the history', () => {
  const outcomes: readonly (readonly [DeliveryOutcome, string])[] = [
    [{ kind: 'posted', ts: '1.2', minutesLate: 0 }, 'posted 07:30'],
    [{ kind: 'claimed' }, 'being posted, or cut off while it was'],
    [{ kind: 'uncertain' }, 'not certain: Slack’s answer was lost, and it was not posted again'],
    [{ kind: 'skipped', reason: 'exchange closed' }, 'left out: NYSE closed'],
    [{ kind: 'skipped', reason: 'data stale' }, 'held back: no closes, or old ones'],
  ];

  it('has a line for each, newest first, by the schedule’s own clock', () => {
    const days = ['2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23'];
    const message = renderHistory(
      schedule(),
      days.map((day, at) => delivery(day, (outcomes[at] as (typeof outcomes)[number])[0])),
      READER,
    );
    const shown = ['Fri 27 Nov', 'Thu 26 Nov', 'Wed 25 Nov', 'Tue 24 Nov', 'Mon 23 Nov'];
    expect(sections(message)[0]).toBe('*The brief in <#C0MACRO>, weekdays 07:30 New York.*');
    expect(sections(message)[1]?.split('\n')).toEqual(shown.map((day, at) => `*${day}*  ${outcomes[at]?.[1]}`));
    expect(hint(message)).toBe('All 5. Times of New York');
  });

  it('says how late one was', () => {
    const late = (minutesLate: number, at: string) =>
      sections(
        renderHistory(schedule(), [delivery('2026-11-27', { kind: 'posted', ts: '1.2', minutesLate }, at)], READER),
      )[1];
    expect(late(22, '2026-11-27T12:52:10Z')).toBe('*Fri 27 Nov*  posted 07:52, 22 minutes late');
    expect(late(1, '2026-11-27T12:31:10Z')).toBe('*Fri 27 Nov*  posted 07:31, 1 minute late');
  });

  it('has another sentence for every reason', () => {
    const reasons: readonly SkipReason[] = [
      'too late',
      'paused',
      'skipped by request',
      'exchange closed',
      'data stale',
      'cannot post',
    ];
    const words = reasons.map(
      (reason) => sections(renderHistory(schedule(), [delivery('2026-11-27', { kind: 'skipped', reason })], READER))[1],
    );
    expect(new Set(words).size).toBe(reasons.length);
    expect(words.every((one) => one && !/posted \d/.test(one))).toBe(true);
  });

  it('is bounded, and gives crossings by the reader’s clock', () => {
    const day = (at: number) => new Date(Date.UTC(2026, 10, 27 - at)).toISOString().slice(0, 10);
    const many = Array.from({ length: 100 }, (_, at) => delivery(day(at), { kind: 'claimed' }));
    const message = renderHistory(CROSSING, many, READER);
    expect(messageProblems(message)).toEqual([]);
    expect(sections(message)[1]?.split('\n')).toHaveLength(14);
    expect(hint(message)).toBe('The newest 14 of 100. Times of Stockholm');
    expect(sections(renderHistory(CROSSING, [], READER))[0]).toContain('None has been due yet');
  });
});

const NOTICES: readonly BriefNotice[] = [
  { kind: 'scheduled', schedule: schedule(), next: MONDAY, isRead: false },
  { kind: 'scheduled', schedule: CROSSING, missing: 'closes', isRead: false },
  { kind: 'paused', schedule: schedule({ paused: {} }) },
  { kind: 'paused', schedule: schedule({ paused: { until: isoDate('2026-12-01') } }) },
  { kind: 'resumed', schedule: schedule(), next: MONDAY },
  { kind: 'skipping', schedule: schedule(), skipped: MONDAY, next: isoInstant('2026-12-01T12:30:00Z') },
  { kind: 'removed', schedule: STOCKHOLM },
  { kind: 'none here' },
  {
    kind: 'which one',
    rows: [
      { number: 1, schedule: schedule(), next: MONDAY },
      { number: 4, schedule: CROSSING },
    ],
    verb: 'pause',
  },
  { kind: 'no such number', number: 7 },
  { kind: 'could not be posted', schedule: schedule(), why: undefined },
  { kind: 'not allowed', schedule: schedule() },
  { kind: 'too many', most: 20 },
  { kind: 'readers unknown', channel: 'C0MACRO' },
  { kind: 'not in channel', channel: 'C0MACRO' },
  { kind: 'may not post', channel: 'C0MACRO' },
  { kind: 'shared channel', channel: 'C0MACRO' },
  { kind: 'silent channel', channel: 'C0MACRO' },
  { kind: 'direct message' },
  { kind: 'not kept' },
  { kind: 'no zone' },
  { kind: 'past date' },
  { kind: 'over already' },
  { kind: 'gone already' },
  { kind: 'nothing to skip' },
  { kind: 'paused already' },
  ...CLOSED_REASONS.map((why) => ({ kind: 'could not be posted', schedule: schedule(), why }) as const),
];

describe('the reply to whoever asked', () => {
  const said = (notice: BriefNotice): string => plain(renderBriefNotice(notice, READER).text);

  it('is sound for Slack, in blocks and in sections, and says something of its own', () => {
    const all = NOTICES.map((notice) => renderBriefNotice(notice, READER));
    for (const message of all) {
      expect(messageProblems(message)).toEqual([]);
      expect(messageProblems(asSections(message))).toEqual([]);
      expect(message.text).not.toMatch(/[*`!]|Oops| {2}/);
    }
    expect(new Set(all.map(({ text }) => text)).size).toBe(NOTICES.length);
  });

  it.each([
    [0, 'Brief set up in <#C0MACRO>, weekdays 07:30 New York. First one: Mon 30 Nov, 13:30 Stockholm.'],
    [3, 'It is posted again from Tue 1 Dec on.'],
    [4, 'Running again: the brief in <#C0MACRO>, weekdays 07:30 New York. Next: Mon 30 Nov, 13:30 Stockholm.'],
    [5, 'Left out: the brief of Mon 30 Nov, 13:30 Stockholm in <#C0MACRO>. Next: Tue 1 Dec, 13:30 Stockholm.'],
    [8, 'Try /brief pause 1 or /brief pause 4.'],
    [9, 'There is no brief 7. /brief list shows the numbers of those that you may change.'],
    [10, 'The brief in <#C0MACRO> could not be posted. '],
    [11, '<@U0MIA> set it up; they or a workspace admin may change it.'],
    [12, 'a workspace has room for 20 briefs'],
    [13, 'Slack does not tell me who can read <#C0MACRO>'],
    [14, 'Type /invite @Rotation Desk in <#C0MACRO>: I do it then, and you need not say it again.'],
  ])('of notice %i', (at, words) => {
    expect(said(NOTICES[at] as BriefNotice)).toContain(words);
  });

  it.each([
    ['not a member', 'I am no longer in the channel. Type /invite @Rotation Desk in it'],
    ['not found', 'The channel is gone, or it is private and I am not in it'],
    ['archived', 'The channel is archived. Have it opened again'],
    ['may not post', 'I am in the channel, and may not post in it.'],
    ['silent', 'The channel is set to silent. Have a workspace admin take it off'],
    ['shared', 'Another company reads along in the channel. Have a workspace admin allow it'],
  ] as const)('tells an owner what is true of a channel: %s', (why, words) => {
    const text = said({ kind: 'could not be posted', schedule: schedule(), why });
    expect(text).toContain(words);
    for (const other of CLOSED_REASONS.filter((one) => one !== why)) {
      expect(text).not.toBe(said({ kind: 'could not be posted', schedule: schedule(), why: other }));
    }
  });

  it('offers the form where nothing is set up', () => {
    expect(labelsOf(renderBriefNotice({ kind: 'none here' }, READER))).toEqual(['New brief']);
  });
});

describe('the first word in the channel', () => {
  it('says what comes when, by the schedule’s own clock, and who set it up', () => {
    const intro = renderBriefIntro(schedule(), { next: MONDAY }, READER.now);
    expect(plain(intro.text)).toBe(
      'Morning brief here, weekdays 07:30 New York. Set up by <@U0MIA>; the first one comes Mon 30 Nov, 07:30 New York. /brief preview shows it to you now, /brief list what is set up; whoever set it up or a workspace admin may change it.',
    );
  });

  it('is sound for Slack whatever is set up', () => {
    fc.assert(
      fc.property(anyTiming, fc.boolean(), (timing, isNextKnown) => {
        const one = schedule({ timing });
        expect(messageProblems(renderBriefIntro(one, { next: isNextKnown ? MONDAY : undefined }, READER.now))).toEqual(
          [],
        );
        expect(messageProblems(renderSchedules([{ number: 1, schedule: one, next: MONDAY }], READER))).toEqual([]);
        expect(messageProblems(renderHistory(one, [], READER))).toEqual([]);
      }),
    );
  });
});
