import { describe, expect } from 'vitest';
import type { ListedCompany } from '../../src/companies/index.ts';
import { type Store, StoreError, type TurnClaim, type Vote } from '../../src/store/store.ts';
import { nextNumber, noteOf, type TeamNotes, withClaim, withNote } from '../../src/team-notes/index.ts';
import { utcDateOf } from '../../src/units.ts';
import { cut, DAYS, KEY, later, NOW, threadNumber, turn, withStore } from '../store/scenario.ts';
import { DRAFT } from '../team-notes/made-draft.ts';
import { asked } from './request-store.ts';

const VOTE: Vote = { team: 'T1', channel: 'C1', message: '1.1', user: 'U1', kind: 'rate-move', thumb: 'up' };

const TODAY = utcDateOf(NOW);

/** What every form of the store keeps to. */
export const storeContract = (form: string, open: () => Promise<Store>): void => {
  const it = withStore(open);

  describe(`${form}: threads`, () => {
    it('knows nothing of a thread that was never stored', async ({ store }) => {
      expect(await store.thread(KEY, NOW)).toBeUndefined();
    });

    it('remembers what was asked, by whom and when', async ({ store }) => {
      expect(await store.claimTurn(turn('1.1', { user: 'U1', context: cut(-50) }), NOW)).toBe('taken');
      expect(await store.thread(KEY, NOW)).toEqual({
        context: cut(-50),
        speakers: ['U1'],
        silent: false,
        rooted: false,
        answered: true,
        touched: NOW,
      });
    });

    it('keeps the context where a turn brings none, replaces it where one does, forgets it on null', async ({
      store,
    }) => {
      await store.claimTurn(turn('1.1', { context: cut(-50) }), NOW);
      await store.claimTurn(turn('1.2', { user: 'U2' }), NOW);
      expect((await store.thread(KEY, NOW))?.context).toEqual(cut(-50));
      await store.claimTurn(turn('1.3', { context: cut(25) }), NOW);
      expect((await store.thread(KEY, NOW))?.context).toEqual(cut(25));
      await store.claimTurn(turn('1.4', { context: null }), NOW);
      expect(await store.thread(KEY, NOW)).not.toHaveProperty('context');
    });

    it.for([
      ['workspace', { ...KEY, team: 'T2' }],
      ['channel', { ...KEY, channel: 'C2' }],
      ['thread', { ...KEY, thread: '2.2' }],
      ['cut between ids', { team: `${KEY.team}/${KEY.channel}`, channel: KEY.thread, thread: '' }],
    ] as const)('keeps threads of another %s apart', async ([, other], { store }) => {
      await store.claimTurn(turn('1.1', { context: cut(-50) }), NOW);
      expect(await store.thread(other, NOW)).toBeUndefined();
    });

    it('lists each speaker once, in order, and does not count overhearing as a turn', async ({ store }) => {
      await store.claimTurn(turn('1.1', { user: 'U1' }), NOW);
      for (const user of ['U2', 'U1', 'U2', 'U3']) await store.addSpeaker(KEY, user, later(DAYS));
      expect(await store.thread(KEY, NOW)).toMatchObject({ speakers: ['U1', 'U2', 'U3'], touched: NOW });
    });

    it('keeps fifty speakers', async ({ store }) => {
      await store.rememberRoot(KEY, {}, NOW);
      await Promise.all(Array.from({ length: 60 }, (_, index) => store.addSpeaker(KEY, `U${index}`, NOW)));
      expect((await store.thread(KEY, NOW))?.speakers).toHaveLength(50);
    });

    it('does not begin to remember a thread because someone speaks in it', async ({ store }) => {
      await store.addSpeaker(KEY, 'U1', NOW);
      expect(await store.thread(KEY, NOW)).toBeUndefined();
    });

    it('remembers to be silent, also where it never spoke, and to speak again', async ({ store }) => {
      await store.claimTurn(turn('1.1', { silent: true }), NOW);
      await store.claimTurn(turn('1.2'), NOW);
      expect(await store.thread(KEY, NOW)).toMatchObject({ silent: true });
      await store.claimTurn(turn('1.3', { silent: false }), NOW);
      expect(await store.thread(KEY, NOW)).toMatchObject({ silent: false });
    });

    it('remembers when an answer was stopped in which thread, also where nothing is known of it', async ({ store }) => {
      const [other, third] = [threadNumber(2), threadNumber(3)];
      await store.claimTurn(turn('1.1', { context: cut(-50) }), NOW);
      await store.stopAnswers(KEY, '1.5', NOW);
      await store.stopAnswers(other, '1.6', NOW);
      await store.stopAnswers(other, '1.7', NOW);
      expect(await store.lastStops([third, other, KEY])).toEqual([undefined, '1.7', '1.5']);
      await store.claimTurn(turn('1.8'), NOW);
      expect(await store.thread(KEY, NOW)).toMatchObject({ context: cut(-50), stopped: '1.5' });
    });

    it('remembers that a thread hangs from a message of its own', async ({ store }) => {
      await store.rememberRoot(KEY, { user: 'U1', context: cut(-50) }, NOW);
      expect(await store.thread(KEY, NOW)).toMatchObject({ rooted: true, context: cut(-50), speakers: ['U1'] });
    });

    it('forgets a thread thirty days after its last turn, and starts afresh if it wakes', async ({ store }) => {
      await store.claimTurn(turn('1.1', { user: 'U1', context: cut(-50) }), NOW);
      await store.claimTurn(turn('1.2'), later(DAYS));
      expect(await store.thread(KEY, later(31 * DAYS - 1))).toBeDefined();
      expect(await store.thread(KEY, later(31 * DAYS))).toBeUndefined();
      await store.addSpeaker(KEY, 'U9', later(31 * DAYS));
      await store.claimTurn(turn('1.3', { user: 'U2' }), later(31 * DAYS));
      expect(await store.thread(KEY, later(31 * DAYS))).toEqual({
        speakers: ['U2'],
        silent: false,
        rooted: false,
        answered: true,
        touched: later(31 * DAYS),
      });
    });

    it('purges what is past its time and nothing else', async ({ store }) => {
      await store.claimTurn(turn('1.1'), NOW);
      await store.claimTurn(turn('1.2', { key: threadNumber(2) }), later(DAYS));
      await store.deleteExpired(later(30 * DAYS));
      expect(await store.thread(KEY, NOW)).toBeUndefined();
      expect(await store.thread(threadNumber(2), NOW)).toBeDefined();
    });
  });

  describe(`${form}: answering once`, () => {
    it('gives a message to the first who asks, and leaves the thread as that turn made it', async ({ store }) => {
      const moves = [-25, -50, -75];
      const outcomes = await Promise.all(moves.map((bps) => store.claimTurn(turn('1.1', { context: cut(bps) }), NOW)));
      expect(outcomes.toSorted()).toEqual(['answered before', 'answered before', 'taken']);
      expect((await store.thread(KEY, NOW))?.context).toEqual(cut(moves[outcomes.indexOf('taken')] ?? 0));
    });

    it('gives each of many at once the thread as the one before has left it', async ({ store }) => {
      await store.claimTurn(turn('1.0', { context: cut(-50) }), NOW);
      const more = Array.from({ length: 20 }, (_, place) => `2.${place}`);
      const change: TurnClaim['change'] = (thread) => {
        const { last } = thread?.context ?? {};
        return { context: cut(last?.kind === 'rate-move' && typeof last.moveBps === 'number' ? last.moveBps - 25 : 0) };
      };
      await Promise.all(more.map((message) => store.claimTurn({ key: KEY, message, change }, NOW)));
      expect((await store.thread(KEY, NOW))?.context).toEqual(cut(-550));
    });

    it('keeps a request as what it turns out to be, in the place where it stands, unless it is in other hands', async ({
      store,
    }) => {
      const kept = await store.keepRequest('a', asked(), 'one');
      await store.keepRequest('b', asked(), 'one');
      const fence = kept.kind === 'kept' ? kept.fence : 0;
      const change = () => ({ asked: { kind: 'silence' as const } });
      await store.claimTurn({ key: KEY, message: '1.1', request: { id: 'a', fence }, change }, NOW);
      await store.claimTurn({ key: KEY, message: '1.2', request: { id: 'b', fence: 0 }, change }, NOW);
      expect(await store.openRequests()).toEqual([
        { id: 'a', request: asked({ asked: { kind: 'silence' } }) },
        { id: 'b', request: asked() },
      ]);
    });

    it('claims nothing where the change throws', async ({ store }) => {
      const change = () => {
        throw new Error('not read');
      };
      await expect(store.claimTurn({ key: KEY, message: '1.1', change }, NOW)).rejects.toThrow('not read');
      expect(await store.thread(KEY, NOW)).toBeUndefined();
      expect(await store.claimTurn(turn('1.1'), NOW)).toBe('taken');
    });

    it('holds the same ts in another channel or workspace for another message', async ({ store }) => {
      await store.claimTurn(turn('1.1'), NOW);
      expect(await store.claimTurn(turn('1.1', { key: { ...KEY, channel: 'C2' } }), NOW)).toBe('taken');
      expect(await store.claimTurn(turn('1.1', { key: { ...KEY, team: 'T2' } }), NOW)).toBe('taken');
      expect(await store.claimTurn(turn('1.1', { key: threadNumber(2) }), NOW)).toBe('answered before');
    });

    it('keeps a claim for a day', async ({ store }) => {
      await store.claimTurn(turn('1.1'), NOW);
      expect(await store.claimTurn(turn('1.1'), later(DAYS - 1))).toBe('answered before');
      expect(await store.claimTurn(turn('1.1'), later(DAYS))).toBe('taken');
    });
  });

  describe(`${form}: votes`, () => {
    it('counts by kind of answer', async ({ store }) => {
      expect(await store.votes()).toEqual([]);
      expect(await store.vote(VOTE, NOW)).toBe('counted');
      await store.vote({ ...VOTE, user: 'U2', thumb: 'down' }, NOW);
      await store.vote({ ...VOTE, message: '2.2', kind: 'views' }, NOW);
      expect(await store.votes()).toEqual([
        { kind: 'rate-move', up: 1, down: 1 },
        { kind: 'views', up: 1, down: 0 },
      ]);
    });

    it('lets a second click change a vote, and the same click do nothing', async ({ store }) => {
      await store.vote(VOTE, NOW);
      expect(await store.vote(VOTE, NOW)).toBe('unchanged');
      expect(await store.vote({ ...VOTE, thumb: 'down' }, NOW)).toBe('changed');
      expect(await store.votes()).toEqual([{ kind: 'rate-move', up: 0, down: 1 }]);
    });

    it('refuses a sentence where the kind of answer belongs', async ({ store }) => {
      await expect(store.vote({ ...VOTE, kind: 'what about 50 bp?' }, NOW)).rejects.toThrow(StoreError);
      expect(await store.votes()).toEqual([]);
    });
  });

  describe(`${form}: settings`, () => {
    it('has chosen nothing to begin with', async ({ store }) => {
      expect(await store.settings('T1')).toEqual({ replies: {}, silentChannels: [], allowedSharedChannels: [] });
    });

    it('loses no change of many at once, and keeps workspaces apart', async ({ store }) => {
      const channels = Array.from({ length: 20 }, (_, index) => `C${index}`);
      await Promise.all(
        channels.map((channel) =>
          store.changeSettings('T1', (was) => ({
            ...was,
            installer: 'U1',
            replies: { ...was.replies, [channel]: 'private' },
            silentChannels: [...was.silentChannels, channel],
          })),
        ),
      );
      const { silentChannels, ...settings } = await store.settings('T1');
      expect(settings).toEqual({
        installer: 'U1',
        replies: Object.fromEntries(channels.map((channel) => [channel, 'private'])),
        allowedSharedChannels: [],
      });
      expect(silentChannels.toSorted()).toEqual(channels.toSorted());
      expect((await store.settings('T2')).silentChannels).toEqual([]);
    });

    it('changes nothing where the change throws', async ({ store }) => {
      const refuse = () => {
        throw new Error('not allowed');
      };
      await expect(store.changeSettings('T1', refuse)).rejects.toThrow('not allowed');
      expect(await store.settings('T1')).toEqual({ replies: {}, silentChannels: [], allowedSharedChannels: [] });
    });
  });

  describe(`${form}: companies`, () => {
    const acme: ListedCompany = {
      name: 'Acme',
      netIncome: -3,
      debt: 120,
      floatingShare: 40,
      rate: 7.5,
      hedgedShare: 10,
    };
    const by = { user: 'U1', now: NOW };

    it('has none to begin with, and keeps those of a workspace, who changed them and when', async ({ store }) => {
      expect(await store.companies('T1')).toBeUndefined();
      const kept = await store.changeCompanies('T1', (was) => [...was, acme], by);
      expect(kept).toEqual({ version: expect.any(String), companies: [acme], changedAt: NOW, changedBy: 'U1' });
      expect(await store.companies('T1')).toEqual(kept);
      expect(await store.companies('T2')).toBeUndefined();
    });

    it('gives back the list that the caller has where it is still the same, and another after each change', async ({
      store,
    }) => {
      const first = await store.changeCompanies('T1', () => [acme], by);
      expect(await store.companies('T1', first)).toBe(first);
      const second = await store.changeCompanies('T1', () => [{ ...acme, debt: 1 }], { ...by, user: 'U2' });
      expect(second?.version).not.toBe(first?.version);
      expect(await store.companies('T1', first)).toEqual(second);
      expect(await store.changeCompanies('T1', (was) => was, by)).toEqual(second);
    });

    it('loses no change of many at once, and deletes a list with nothing in it', async ({ store }) => {
      const names = Array.from({ length: 20 }, (_, index) => `Company ${index}`);
      await Promise.all(names.map((name) => store.changeCompanies('T1', (was) => [...was, { ...acme, name }], by)));
      const kept = await store.companies('T1');
      expect(kept?.companies.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
      expect(await store.changeCompanies('T1', () => [], by)).toBeUndefined();
      expect(await store.companies('T1', kept)).toBeUndefined();
    });

    it('changes nothing where the change throws', async ({ store }) => {
      const kept = await store.changeCompanies('T1', () => [acme], by);
      const refuse = () => {
        throw new Error('not allowed');
      };
      await expect(store.changeCompanies('T1', refuse, by)).rejects.toThrow('not allowed');
      expect(await store.companies('T1')).toEqual(kept);
    });
  });

  describe(`${form}: notes`, () => {
    const by = { user: 'U1', now: NOW };
    const added = (was: TeamNotes, title: string): TeamNotes => {
      const note = noteOf({ ...DRAFT, header: { ...DRAFT.header, title } }, nextNumber(was), { on: TODAY, by: 'U1' });
      const change = note && withNote(was, note);
      return change?.kind === 'changed' ? change.notes : was;
    };

    it('has none to begin with, and keeps those of a workspace, who changed them and when', async ({ store }) => {
      expect(await store.notes('T1')).toBeUndefined();
      const kept = await store.changeNotes('T1', (was) => added(was, 'One'), by);
      expect(kept).toMatchObject({ highest: 1, house: true, changedAt: NOW, changedBy: 'U1' });
      expect(kept?.notes.map(({ file }) => file.note.id)).toEqual(['T1-2026-09-18']);
      expect(await store.notes('T1')).toEqual(kept);
      expect(await store.notes('T2')).toBeUndefined();
    });

    it('gives back what the caller has where it is still the same, and another after each change', async ({
      store,
    }) => {
      const first = await store.changeNotes('T1', (was) => added(was, 'One'), by);
      expect(await store.notes('T1', first)).toBe(first);
      const second = await store.changeNotes('T1', (was) => ({ ...was, house: false }), { ...by, user: 'U2' });
      expect(second?.version).not.toBe(first?.version);
      expect(await store.notes('T1', first)).toEqual(second);
      expect(await store.changeNotes('T1', (was) => was, by)).toEqual(second);
    });

    it('loses no change of many at once, and changes nothing where the change throws', async ({ store }) => {
      const titles = Array.from({ length: 20 }, (_, index) => `Note ${index}`);
      await Promise.all(titles.map((title) => store.changeNotes('T1', (was) => added(was, title), by)));
      const kept = await store.notes('T1');
      expect(kept?.notes.map(({ file }) => file.note.title).toSorted()).toEqual(titles.toSorted());
      const refuse = () => {
        throw new Error('not allowed');
      };
      await expect(store.changeNotes('T1', refuse, by)).rejects.toThrow('not allowed');
      expect(await store.notes('T1')).toEqual(kept);
    });

    it('keeps drafts apart, changes one at a time, and deletes one with its text', async ({ store }) => {
      const change = (number: number) =>
        store.changeDraft('T1', 'D1', (was) => was && withClaim(was, number, { choice: 'drop' }), NOW);
      expect(await change(1)).toBeUndefined();
      await store.changeDraft('T1', 'D1', () => ({ ...DRAFT, id: 'D1' }), NOW);
      await store.changeDraft('T1', 'D2', () => ({ ...DRAFT, id: 'D2' }), NOW);
      await store.changeDraft('T2', 'D1', () => ({ ...DRAFT, id: 'D1' }), NOW);
      await Promise.all([change(1), change(2)]);
      const changed = await store.draft('T1', 'D1', NOW);
      expect(changed?.claims.map(({ choice }) => choice)).toEqual(['drop', 'drop']);
      expect((await store.draft('T2', 'D1', NOW))?.claims.map(({ choice }) => choice)).toEqual(['bearish', 'keep']);
      expect((await store.drafts('T1', NOW)).map(({ id }) => id)).toEqual(['D1', 'D2']);
      await store.changeDraft('T1', 'D1', () => undefined, NOW);
      expect(await store.draft('T1', 'D1', NOW)).toBeUndefined();
      expect((await store.drafts('T1', NOW)).map(({ id }) => id)).toEqual(['D2']);
    });

    it('ends a draft after seven days', async ({ store }) => {
      await store.changeDraft('T1', 'D1', () => ({ ...DRAFT, id: 'D1' }), NOW);
      expect(await store.draft('T1', 'D1', later(7 * DAYS - 1))).toBeDefined();
      expect(await store.draft('T1', 'D1', later(7 * DAYS))).toBeUndefined();
      expect(await store.drafts('T1', later(7 * DAYS))).toEqual([]);
      await store.deleteExpired(later(7 * DAYS));
      expect(await store.draft('T1', 'D1', NOW)).toBeUndefined();
    });
  });

  describe(`${form}: a workspace that goes`, () => {
    it('is forgotten, threads, claims, voters, settings and companies, and no other is', async ({ store }) => {
      const other = { ...KEY, team: `${KEY.team}B` };
      for (const key of [KEY, other]) {
        await store.claimTurn(turn('1.1', { key, user: 'U1', context: cut(-50) }), NOW);
        await store.vote({ ...VOTE, team: key.team }, NOW);
        await store.changeSettings(key.team, (was) => ({ ...was, silentChannels: ['C1'] }));
        const company = { name: 'Acme', netIncome: 1, debt: 1, floatingShare: 1, rate: 1 };
        await store.changeCompanies(key.team, () => [company], { user: 'U1', now: NOW });
        await store.changeNotes(key.team, (was) => ({ ...was, house: false }), { user: 'U1', now: NOW });
        await store.changeDraft(key.team, 'D1', () => DRAFT, NOW);
      }
      await store.deleteTeam(KEY.team);
      expect(await store.thread(KEY, NOW)).toBeUndefined();
      expect((await store.settings(KEY.team)).silentChannels).toEqual([]);
      expect(await store.companies(KEY.team)).toBeUndefined();
      expect(await store.notes(KEY.team)).toBeUndefined();
      expect(await store.drafts(KEY.team, NOW)).toEqual([]);
      expect(await store.notes(other.team)).toMatchObject({ house: false });
      expect(await store.drafts(other.team, NOW)).toHaveLength(1);
      expect((await store.companies(other.team))?.companies).toHaveLength(1);
      expect(await store.claimTurn(turn('1.1'), NOW)).toBe('taken');
      expect(await store.vote({ ...VOTE, team: KEY.team }, NOW)).toBe('counted');
      expect(await store.thread(other, NOW)).toMatchObject({ context: cut(-50) });
      expect((await store.settings(other.team)).silentChannels).toEqual(['C1']);
      expect(await store.claimTurn(turn('1.1', { key: other }), NOW)).toBe('answered before');
      expect(await store.vote({ ...VOTE, team: other.team }, NOW)).toBe('unchanged');
    });
  });

  describe(`${form}: closed`, () => {
    it('completes the calls made before, rejects those made after, and may be closed twice', async ({ store }) => {
      const taken = store.claimTurn(turn('1.1'), NOW);
      await Promise.all([store.close(), store.close()]);
      expect(await taken).toBe('taken');
      await expect(store.thread(KEY, NOW)).rejects.toThrow('the store is closed');
      await expect(store.claimTurn(turn('1.2'), NOW)).rejects.toThrow(StoreError);
    });
  });
};
