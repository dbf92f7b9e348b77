import { describe, expect } from 'vitest';
import { noteOf, withNote } from '../../src/team-notes/index.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { ASKER } from '../doubles/payloads.ts';
import { SHARED, TEAM } from '../doubles/web-api.ts';
import { DRAFT } from '../team-notes/made-draft.ts';
import { briefing, briefsIn, runTo } from './briefing.ts';
import { it, type Workspace } from './workspace.ts';

const add = async ({ store }: Workspace, number: string, on: string): Promise<void> => {
  const file = noteOf({ ...DRAFT, header: { ...DRAFT.header, title: number } }, number, { on: isoDate(on), by: ASKER });
  if (file === undefined) throw new Error('no note');
  await store.changeNotes(
    TEAM,
    (was) => {
      const change = withNote(was, file);
      return change.kind === 'changed' ? change.notes : was;
    },
    { user: ASKER, now: isoInstant(`${on}T15:00:00Z`) },
  );
};

describe('a brief that is posted', () => {
  it('names what was added since the last one, on its own day too, and names it once', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-24T12:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30');
    const runOn = (day: string) => runTo(workspace, clock, isoInstant(`2026-11-${day}T13:00:00Z`), 30);
    await runOn('24');
    await add(workspace, 'T1', '2026-11-24');
    await runOn('25');
    await add(workspace, 'T2', '2026-11-25');
    // Thanksgiving has a brief too
    await runOn('27');
    await runOn('30');
    const added = briefsIn(workspace.slack.posted).map(
      ({ text }) => /Added: [^.]*\./.exec(text.replaceAll('\u00a0', ' '))?.[0],
    );
    expect(added).toEqual([
      undefined,
      'Added: Note T1, Norrgate Research, 18 Sep: 1 view, 1 figure.',
      'Added: Note T2, Norrgate Research, 18 Sep: 1 view, 1 figure.',
      undefined,
      undefined,
    ]);
  });

  it('names none of them where another company reads along', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-24T12:00:00Z') };
    const workspace = await open('http', { clock });
    await workspace.store.changeSettings(TEAM, (was) => ({ ...was, allowedSharedChannels: [SHARED] }));
    await briefing(workspace).type('weekdays 07:30', { channel: SHARED });
    await runTo(workspace, clock, isoInstant('2026-11-24T13:00:00Z'), 30);
    await add(workspace, 'T1', '2026-11-24');
    await runTo(workspace, clock, isoInstant('2026-11-25T13:00:00Z'), 30);
    const briefs = briefsIn(workspace.slack.posted);
    expect(briefs).toHaveLength(2);
    expect(JSON.stringify(briefs)).not.toMatch(/Norrgate|Added/);
  });
});
