import { describe, expect, it } from 'vitest';
import { answer, shippedFacts } from '../../src/answers/index.ts';
import { type Home, homeTab, problemsWithView } from '../../src/blocks/index.ts';
import { isoInstant } from '../../src/units.ts';

const answered = answer({ kind: 'notes' }, shippedFacts(isoInstant('2026-11-20T14:30:00Z')));
const NOTES = answered.kind === 'notes' ? answered.notes : [];
const NO_CHANNELS = { private: [], silent: [], shared: [] };
const home = (more: Partial<Home> = {}): Home => ({
  notes: NOTES,
  settings: { channels: NO_CHANNELS, mayChange: true },
  missingScopes: [],
  ...more,
});

const words = (view: ReturnType<typeof homeTab>): string => JSON.stringify(view).replaceAll('\u00a0', ' ');

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
  ])('is sound for Slack, for %s', (_, shown) => {
    expect(problemsWithView(homeTab(shown))).toEqual([]);
  });

  it('lists the notes by number, with their age and how many flags each has', () => {
    const table = homeTab(home()).blocks.find((block) => block.type === 'data_table');
    const rows = table?.rows.map((row) => row.map(({ text }) => text.replaceAll('\u00a0', ' ')));
    expect(rows?.map(([number]) => number)).toEqual(['Note', '000', '001', '002', '003', '004']);
    expect(rows?.[4]).toEqual(['003', 'Julian West, AInvest', 'Aug 2025, 15 months', expect.stringMatching(/^\d+$/)]);
    const flags = NOTES.map(({ note, flagged }) => [note.number, String(flagged.length)]);
    for (const [number, count] of flags) expect(rows?.find(([one]) => one === number)?.[3]).toBe(count);
  });

  it('has one green button, and dividers between its rooms', () => {
    const { blocks } = homeTab(home());
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons.map(({ text, style }) => [text.text, style])).toEqual([
      ['Rate move', 'primary'],
      ['Index ratio', undefined],
      ['All views', undefined],
      ['Check the notes', undefined],
    ]);
    expect(blocks.filter(({ type }) => type === 'divider')).toHaveLength(3);
  });

  it('says what of the scopes is missing, and nothing where that is not known', () => {
    expect(words(homeTab(home()))).toContain('need not mention me again');
    expect(words(homeTab(home({ missingScopes: ['channels:history', 'groups:history'] })))).toContain(
      'has not granted `channels:history` and `groups:history`',
    );
    expect(words(homeTab(home({ missingScopes: undefined })))).not.toMatch(/mention me (again|each)/i);
  });

  it('shows controls to who may use them, and counts to everybody else', () => {
    const channels = { private: ['C1'], silent: [], shared: ['C2', 'C3'] };
    const admin = words(homeTab(home({ settings: { channels, mayChange: true } })));
    expect(admin.match(/multi_conversations_select/g)).toHaveLength(3);
    expect(admin).toContain('"initial_conversations":["C2","C3"]');
    const other = words(homeTab(home({ settings: { channels, mayChange: false } })));
    expect(other).toContain(
      '*Private replies*  1 channel\\n*Silent*  no channel\\n*Public in shared channels*  2 channels',
    );
    expect(other).not.toMatch(/"C\d"/);
  });
});
