import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeldBrief } from '../../src/brief/schedule.ts';
import type { Store } from '../../src/store/store.ts';
import { newSchedule } from '../brief/clocks.ts';
import { cut, NOW } from '../store/scenario.ts';
import { DRAFT } from '../team-notes/made-draft.ts';
import { MARK, slotOn } from './brief-store.ts';
import { asked } from './request-store.ts';

/** What a workspace's ids are: those of its channel, its thread, a person and its brief. */
interface Ids {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
  readonly user: string;
  readonly schedule: string;
}

const COMPANY = { name: 'Acme', netIncome: 1, debt: 1, floatingShare: 1, rate: 1 };
const OWN_WORDS = 'of the first workspace';

const keyOf = ({ team, channel, thread }: Ids) => ({ team, channel, thread });
const heldOf = ({ team, channel, user }: Ids): HeldBrief => ({
  ...{ team, channel, user, from: channel, at: NOW },
  wanted: { kind: 'brief', do: 'schedule', timing: { kind: 'clock', days: ['mon'], time: '07:30' }, channel },
});

type Door = (store: Store, ids: Ids) => Promise<unknown>;

/** A question of the process itself, which no workspace asks: what it gives names the workspace that it is of, where it is of one. */
const OF_THE_PROCESS = 'of the process';

/** Every method of the store: how a workspace asks it, or that none does. A method that is missing here fails the test. */
const DOORS: Readonly<Record<keyof Store, Door | typeof OF_THE_PROCESS>> = {
  schedules: (store, { team }) => store.schedules(team),
  schedule: (store, { team, schedule }) => store.schedule(team, schedule),
  addSchedule: (store, { team }) => store.addSchedule(newSchedule({ team }), 50),
  changeSchedule: (store, { team, schedule }) => store.changeSchedule(team, schedule, () => null),
  deliveries: (store, { team, schedule }) => store.deliveries(team, schedule),
  takePostTurn: (store, { team, channel }) => store.takePostTurn(team, channel, 60_000, NOW),
  pausePosts: (store, { team, channel }) => store.pausePosts(team, channel, 60_000, NOW),
  postPauseMs: (store, { team, channel }) => store.postPauseMs(team, channel, NOW),
  lastTold: (store, { team, channel }) => store.lastTold(team, channel),
  holdBack: (store, ids) => store.holdBack(heldOf(ids)),
  takeHeld: (store, { team, channel }) => store.takeHeld(team, channel, NOW),
  companies: (store, { team }) => store.companies(team),
  changeCompanies: (store, { team, user }) => store.changeCompanies(team, () => [], { user, now: NOW }),
  notes: (store, { team }) => store.notes(team),
  changeNotes: (store, { team, user }) =>
    store.changeNotes(team, (was) => ({ ...was, highest: was.highest + 1 }), { user, now: NOW }),
  drafts: (store, { team }) => store.drafts(team, NOW),
  draft: (store, { team }) => store.draft(team, 'D1', NOW),
  changeDraft: (store, { team }) => store.changeDraft(team, 'D1', () => undefined, NOW),
  installation: (store, { team }) => store.installation(team),
  keepInstallation: (store, { team }) => store.keepInstallation({ team, installedAt: NOW, sealed: 'another' }),
  takeInstallation: (store, { team }) => store.takeInstallation(team, 'two', NOW),
  settleInstallation: (store, { team }) => store.settleInstallation(team, 1, 'another'),
  thread: (store, ids) => store.thread(keyOf(ids), NOW),
  claimTurn: (store, ids) =>
    store.claimTurn({ key: keyOf(ids), message: ids.thread, change: () => ({ user: ids.user, context: null }) }, NOW),
  rememberRoot: (store, ids) => store.rememberRoot(keyOf(ids), { user: ids.user, context: null }, NOW),
  addSpeaker: (store, ids) => store.addSpeaker(keyOf(ids), 'U9', NOW),
  stopAnswers: (store, ids) => store.stopAnswers(keyOf(ids), ids.thread, NOW),
  lastStops: (store, ids) => store.lastStops([keyOf(ids)]),
  vote: (store, { team, channel, thread, user }) =>
    store.vote({ ...{ team, channel, user, message: thread }, kind: 'rate-move', thumb: 'down' }, NOW),
  settings: (store, { team }) => store.settings(team),
  changeSettings: (store, { team }) => store.changeSettings(team, (was) => ({ ...was, silentChannels: ['C9'] })),
  deleteTeam: (store, { team }) => store.deleteTeam(team),
  // who delivers briefs and answers what was left open does so for all workspaces
  scheduleOf: OF_THE_PROCESS,
  dueSchedules: OF_THE_PROCESS,
  claimDelivery: OF_THE_PROCESS,
  renewDelivery: OF_THE_PROCESS,
  postponeDelivery: OF_THE_PROCESS,
  settleDelivery: OF_THE_PROCESS,
  unsettledDeliveries: OF_THE_PROCESS,
  keepRequest: OF_THE_PROCESS,
  takeRequests: OF_THE_PROCESS,
  markSending: OF_THE_PROCESS,
  dropRequest: OF_THE_PROCESS,
  openRequests: OF_THE_PROCESS,
  rememberTaken: OF_THE_PROCESS,
  wasTaken: OF_THE_PROCESS,
  installations: OF_THE_PROCESS,
  renewLeases: OF_THE_PROCESS,
  // counts of all workspaces together, which name none
  votes: OF_THE_PROCESS,
  deleteExpired: OF_THE_PROCESS,
  checkWritable: OF_THE_PROCESS,
  close: OF_THE_PROCESS,
};

const OWN_DOORS = Object.entries(DOORS).flatMap(([name, door]) =>
  door === OF_THE_PROCESS ? [] : [[name, door] as const],
);

/** Fills a workspace with something of every kind. */
const filled = async (store: Store, team: string): Promise<Ids> => {
  const schedule = await store.addSchedule(newSchedule({ team, channel: 'C1', owner: OWN_WORDS }), 50);
  const ids: Ids = { team, channel: 'C1', thread: '1763649000.000001', user: 'U1', schedule: schedule?.id ?? '' };
  const by = { user: OWN_WORDS, now: NOW };
  await store.claimTurn(
    { key: keyOf(ids), message: ids.thread, change: () => ({ user: OWN_WORDS, context: cut(-50) }) },
    NOW,
  );
  await store.vote(
    { ...{ team, channel: 'C1', message: ids.thread, user: 'U1' }, kind: 'rate-move', thumb: 'up' },
    NOW,
  );
  await store.changeSettings(team, (was) => ({ ...was, installer: OWN_WORDS }));
  await store.changeCompanies(team, () => [{ ...COMPANY, name: OWN_WORDS }], by);
  await store.changeNotes(team, (was) => ({ ...was, house: false }), by);
  await store.changeDraft(team, 'D1', () => ({ ...DRAFT, id: 'D1' }), NOW);
  await store.stopAnswers(keyOf(ids), ids.thread, NOW);
  const posted = { kind: 'posted', ts: '1763649000.000100', minutesLate: 0 } as const;
  await store.settleDelivery({ ...slotOn(ids.schedule, '2026-11-20'), outcome: posted }, NOW, { lastTold: MARK });
  await store.holdBack({ ...heldOf(ids), from: OWN_WORDS });
  await store.keepRequest(`request of ${team}`, asked({ team, user: OWN_WORDS }), 'one');
  await store.keepInstallation({ team, installedAt: NOW, sealed: OWN_WORDS });
  return ids;
};

/** All that a workspace has, as it is found by its own name. */
const allOf = async (store: Store, ids: Ids) => ({
  schedules: await store.schedules(ids.team),
  deliveries: await store.deliveries(ids.team, ids.schedule),
  lastTold: await store.lastTold(ids.team, ids.channel),
  thread: await store.thread(keyOf(ids), NOW),
  stops: await store.lastStops([keyOf(ids)]),
  settings: await store.settings(ids.team),
  companies: await store.companies(ids.team),
  notes: await store.notes(ids.team),
  drafts: await store.drafts(ids.team, NOW),
  installation: await store.installation(ids.team),
  requests: (await store.openRequests()).filter(({ request }) => request.team === ids.team),
  pauseMs: await store.postPauseMs(ids.team, ids.channel, NOW),
});

/** What every form of the store keeps to: a workspace finds and changes nothing of another, whose ids it knows all of. */
export const separationContract = (form: string, open: () => Promise<Store>): void => {
  describe(`${form}: another workspace, with all ids of the first,`, () => {
    it('has no method that nobody has tried', async () => {
      const store = await open();
      expect(Object.keys(store).toSorted()).toEqual(Object.keys(DOORS).toSorted());
      await store.close();
    });

    it('finds nothing and changes nothing by any method', async () => {
      const store = await open();
      const own = await filled(store, 'T1');
      const all = await allOf(store, own);
      for (const [name, door] of OWN_DOORS) {
        const found = await door(store, { ...own, team: 'T2' });
        expect(JSON.stringify(found) ?? '', name).not.toMatch(new RegExp(`${OWN_WORDS}|"T1"`));
        expect(await allOf(store, own), name).toEqual(all);
      }
      expect(await store.takeHeld('T1', own.channel, NOW)).toMatchObject([{ from: OWN_WORDS }]);
      await store.close();
    });

    it('finds nothing and changes nothing in any order, whatever it is called', { timeout: 60_000 }, async () => {
      const store = await open();
      const own = await filled(store, 'T1');
      const all = await allOf(store, own);
      // ids that meet where keys are cut: the prefix of the first, the first and more, and what a key is made of
      const team = fc.constantFrom('T2', 'T', 'T1B', 'T1/C1', 'T1%2FC1', '', 'T1/', 't1');
      const doors = fc.array(fc.constantFrom(...OWN_DOORS), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(team, doors, async (name, tried) => {
          for (const [, door] of tried) {
            const found = await door(store, { ...own, team: name }).catch(() => undefined);
            expect(JSON.stringify(found) ?? '').not.toContain(OWN_WORDS);
          }
          expect(await allOf(store, own)).toEqual(all);
        }),
        { numRuns: 40 },
      );
      await store.close();
    });

    it('goes alone, and the first stays as it is', async () => {
      const store = await open();
      const own = await filled(store, 'T1');
      const other = await filled(store, 'T2');
      const all = await allOf(store, own);
      await store.deleteTeam('T2');
      expect(await allOf(store, own)).toEqual(all);
      const empty = await open();
      expect(await allOf(store, other)).toEqual(await allOf(empty, { ...other, schedule: 'none' }));
      await Promise.all([store.close(), empty.close()]);
    });
  });
};
