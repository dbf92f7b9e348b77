import { describe, expect, it } from 'vitest';
import { briefActionOf } from '../../src/brief/message-reply.ts';
import type { ScheduleRow } from '../../src/brief/message-schedules.ts';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import { type Home, renderHome } from '../../src/surface/home.ts';
import { answer } from '../../src/topics/registry.ts';
import type { RotationAnswer } from '../../src/topics/rotation/answer-type.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { liveFacts } from '../doubles/live-facts.ts';
import { ratioSeries } from '../doubles/market-series.ts';
import { CROSSING, STOCKHOLM, schedule } from '../doubles/schedules.ts';

const answered = answer({ kind: 'notes' }, shippedFacts(isoInstant('2026-11-20T14:30:00Z')));
const NOTES = answered.kind === 'notes' ? answered.notes : [];
const rotationOn = (facts: Facts): RotationAnswer => {
  const rotation = answer({ kind: 'rotation' }, facts);
  if (rotation.kind !== 'rotation') throw new Error('not a rotation');
  return rotation;
};
const SHIPPED = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));
const READER = { zone: 'Europe/Stockholm', now: isoInstant('2026-11-27T14:00:00Z') };
const NO_CHANNELS = { private: [], silent: [], shared: [] };
const home = (more: Partial<Home> = {}): Home => ({
  rotation: rotationOn(SHIPPED),
  notes: NOTES,
  settings: { channels: NO_CHANNELS, mayChange: true },
  briefs: { rows: [], viewer: READER },
  companies: undefined,
  ownNotes: undefined,
  noteRights: undefined,
  isNew: false,
  missingScopes: [],
  ...more,
});

const row = (number: number, more: Partial<ScheduleRow> = {}): ScheduleRow => ({
  number,
  schedule: schedule(),
  next: isoInstant('2026-11-30T12:30:00Z'),
  mayChange: true,
  ...more,
});
const BRIEFS: readonly ScheduleRow[] = [
  row(1),
  row(2, { schedule: { ...STOCKHOLM, paused: { until: isoDate('2026-12-01') } }, next: undefined }),
  row(3, { schedule: CROSSING, next: undefined, hasLeft: true, mayChange: false }),
];

const words = (view: ReturnType<typeof renderHome>): string => JSON.stringify(view).replaceAll('\u00a0', ' ');

describe('the Home tab', () => {
  it.each([
    ['an admin', home()],
    ['somebody else', home({ settings: { channels: NO_CHANNELS, mayChange: false } })],
    [
      'a workspace that has set everything',
      home({
        settings: {
          channels: { private: ['C1'], silent: ['C2', 'C3'], shared: ['C4'] },
          mayChange: true,
          notice: 'a <b> & c',
        },
      }),
    ],
    ['a workspace without history scopes', home({ missingScopes: ['channels:history', 'groups:history'] })],
    ['a workspace whose scopes are not known', home({ missingScopes: undefined })],
    ['a workspace without briefs', home({ briefs: { rows: [], viewer: READER } })],
    ['a workspace with briefs', home({ briefs: { rows: BRIEFS, viewer: READER, notice: 'Paused: a <b> & c' } })],
    [
      'a workspace with as many as it may have',
      home({ briefs: { rows: Array.from({ length: 20 }, (_, at) => row(at + 1)), viewer: READER } }),
    ],
    [
      'a workspace that somehow has more',
      home({ briefs: { rows: Array.from({ length: 60 }, (_, at) => row(at + 1)), viewer: READER } }),
    ],
  ])('is sound for Slack, for %s', (_, shown) => {
    expect(viewProblems(renderHome(shown))).toEqual([]);
  });

  it('lists the notes by number, with their age and how many flags each has', () => {
    const table = renderHome(home()).blocks.find((block) => block.type === 'data_table');
    const rows = table?.rows.map((row) => row.map(({ text }) => text.replaceAll('\u00a0', ' ')));
    expect(rows?.map(([number]) => number)).toEqual(['Note', '000', '001', '002', '003', '004']);
    expect(rows?.[4]).toEqual(['003', 'Julian West, AInvest', 'Aug 2025, 15 months', expect.stringMatching(/^\d+$/)]);
    const flags = NOTES.map(({ note, flagged }) => [note.number, String(flagged.length)]);
    for (const [number, count] of flags) expect(rows?.find(([one]) => one === number)?.[3]).toBe(count);
  });

  it('has notes of the workspace’s own first, the newest at the top, a button to add one, and says what answers rest on', () => {
    const [first] = NOTES;
    if (first === undefined) throw new Error('no notes');
    const own = ['T1', 'T2', 'T10'].map((number) => ({
      ...first,
      note: { ...first.note, id: `${number}-2026-11-20`, number },
    }));
    const kept = { file: { note: own[0]?.note, claims: [] } } as never;
    const ownNotes = {
      ...{ notes: [kept], highest: 10, house: true, spellings: {} },
      ...{ version: 'v', changedBy: 'U1' },
    };
    const view = renderHome(home({ notes: [...NOTES, ...own], ownNotes: { ...ownNotes, changedAt: READER.now } }));
    const table = view.blocks.find((block) => block.type === 'data_table');
    expect(table?.rows.slice(1, 5).map(([cell]) => cell?.text)).toEqual(['T10', 'T2', 'T1', '000']);
    expect(words(view)).toContain('"action_id":"note:add"');
    expect(words(view)).toContain('from five analyst notes and this workspace’s own.');
    expect(words(renderHome(home()))).toContain('from five analyst notes. Not');
  });

  it('has one green button, and dividers between its rooms', () => {
    const { blocks } = renderHome(home());
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons.map(({ text, style }) => [text.text, style])).toEqual([
      ['Rate move', 'primary'],
      ['Index ratio', undefined],
      ['All views', undefined],
      ['Check the notes', undefined],
    ]);
    expect(blocks.filter(({ type }) => type === 'divider')).toHaveLength(5);
  });

  it('says what of the scopes is missing, and nothing where that is not known', () => {
    expect(words(renderHome(home()))).toContain('without a mention what I am sure of');
    expect(words(renderHome(home({ missingScopes: ['channels:history', 'groups:history'] })))).toContain(
      'has not granted `channels:history` and `groups:history`',
    );
    expect(words(renderHome(home({ missingScopes: undefined })))).not.toMatch(/mention me (again|each)/i);
  });

  it('shows controls to who may use them, and counts to everybody else', () => {
    const channels = { private: ['C1'], silent: [], shared: ['C2', 'C3'] };
    const admin = words(renderHome(home({ settings: { channels, mayChange: true } })));
    expect(admin.match(/multi_conversations_select/g)).toHaveLength(3);
    expect(admin).toContain('"initial_conversations":["C2","C3"]');
    const other = words(renderHome(home({ settings: { channels, mayChange: false } })));
    expect(other).toContain(
      '*Private replies*  1 channel\\n*Silent*  no channel\\n*Public in shared channels*  2 channels',
    );
    expect(other).not.toMatch(/"C\d"/);
  });
});

describe('the headline of the Home tab', () => {
  const SERIES = ratioSeries(Array.from({ length: 300 }, (_, at) => 0.4 - at / 10_000));
  const evening = `${SERIES.dates.at(-1)}T23:00:00Z`;
  const startOf = (facts: Facts) =>
    renderHome(home({ rotation: rotationOn(facts) }))
      .blocks.slice(0, 2)
      .map((block) => words({ type: 'home', blocks: [block] }));

  it('says where small caps stand, under whose closes and of when', () => {
    const [source, title] = startOf(liveFacts(evening, { closes: SERIES }));
    expect(source).toMatch(/Closes \d+ \w+ \d{4}, /);
    expect(title).toMatch(/"type":"header".*Small caps are losing ground: ratio 0\.370, −\d\.\d\d% in a month/);
  });

  it('labels made-up closes', () => {
    const made = liveFacts(evening, { closes: SERIES, provenance: { isSynthetic: true } });
    for (const line of startOf(made)) expect(line).toContain('Synthetic data');
  });

  it('says what the bot is for where there are no closes', () => {
    expect(startOf(SHIPPED)[0]).toContain('What a Fed move does to small and large caps');
  });
});

describe('the briefs on the Home tab', () => {
  const view = renderHome(home({ briefs: { rows: BRIEFS, viewer: READER } }));
  const sections = view.blocks.flatMap((block) =>
    block.type === 'section' ? [block.text.text.replaceAll('\u00a0', ' ')] : [],
  );
  const controls = view.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).slice(4);

  it('have channel, rules, the next time in the reader’s own, and whose they are', () => {
    expect(sections.filter((text) => text.includes('<#'))).toEqual([
      '*<#C0MACRO>*  weekdays 07:30 New York\nNext Mon 30 Nov, 13:30 your time · by <@U0MIA>',
      '*<#C0DESK>*  Mon and Thu 08:00 Stockholm, not on closed days\nPaused until Tue 1 Dec · by <@U0JONAS>',
      '*<#C0MACRO>*  when the ratio closes above 0.400, held back while data are old\nWaiting for it · by <@U0MIA> (who has left)',
    ]);
  });

  it('are paused, resumed and removed by who may, each by its own id', () => {
    expect(controls.map(({ action_id: id, value }) => [briefActionOf(id), value])).toEqual([
      ['edit', 'S1'],
      ['pause', 'S1'],
      ['remove', 'S1'],
      ['edit', 'S2'],
      ['resume', 'S2'],
      ['remove', 'S2'],
    ]);
    expect(briefActionOf('ask:1')).toBeUndefined();
    expect(briefActionOf('brief:')).toBeUndefined();
  });

  it('are removed only after a question, and nothing is red but its answer', () => {
    const removing = controls.filter(({ text }) => text.text === 'Remove');
    expect(removing.map(({ confirm, style }) => [confirm?.style, style])).toEqual([
      ['danger', undefined],
      ['danger', undefined],
    ]);
    expect(controls.filter(({ text }) => text.text !== 'Remove').some(({ confirm }) => confirm)).toBe(false);
  });

  it('begin with a button for a new one, are between dividers, and are mentioned under privacy', () => {
    const title = view.blocks.find(
      (block) => block.type === 'section' && block.text.text.startsWith('*Morning briefs*'),
    );
    expect(title && 'accessory' in title && title.accessory.type === 'button' ? title.accessory.action_id : '').toBe(
      'brief:new',
    );
    expect(view.blocks.filter(({ type }) => type === 'divider')).toHaveLength(5);
    expect(words(view)).toContain('what became of each for 400 days');
  });

  it('say what became of a change, and how to begin', () => {
    const none = words(renderHome(home({ briefs: { rows: [], viewer: READER, notice: 'Removed <it>' } })));
    expect(none).toContain('*Morning briefs*  none of yours yet\\nRemoved &lt;it&gt;');
    expect(none).toContain('`/brief weekdays 07:30 #macro`');
  });
});
