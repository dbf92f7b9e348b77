import type { IsoInstant } from '../units.ts';
import { createClaims } from './claiming.ts';
import type { Keeping } from './keeping.ts';
import { briefsOver } from './remembered-briefs.ts';
import { endOf, forgetPast, forgetTeam, keyOf, LIMITS, putLast, type State } from './state.ts';
import { type Settings, type Store, StoreError, type TurnToTake } from './store.ts';
import { rememberedThread, threadId, touchThread, withSpeaker } from './threads.ts';
import { countVote, tallies } from './votes.ts';

const NOTHING_SET: Settings = { replies: {}, silentChannels: [], allowedSharedChannels: [] };

/** The port over a state in memory: what each call means, the same in every form that keeps such a state. */
export const storeOver = (state: State, keeping: Keeping): Store => {
  const { commit, commitSoon, close } = keeping;
  const claim = createClaims();
  let closing: Promise<void> | undefined;
  const insist = () => {
    if (closing !== undefined) throw new StoreError('the store is closed');
  };

  const take = async (
    { key, message, ...asked }: TurnToTake,
    now: IsoInstant,
  ): Promise<'taken' | 'answered before'> => {
    const id = keyOf(key.team, key.channel, message);
    const isTaken = await claim(id, () => {
      const before = state.claims.get(id);
      if (before && before.at > endOf(LIMITS.claims.lifeMs, now)) return undefined;
      putLast(state.claims, id, { at: now }, LIMITS.claims.most);
      const leaveThread = touchThread(state, key, { ...asked, answered: true }, now);
      const takeBack = () => {
        state.claims.delete(id);
        leaveThread();
      };
      return { kept: commit(now), takeBack };
    });
    return isTaken ? 'taken' : 'answered before';
  };

  return {
    ...briefsOver(state, keeping, insist),
    thread: async (key, now) => {
      insist();
      return rememberedThread(state, key, now);
    },
    takeTurn: async (turn, now) => {
      insist();
      return take(turn, now);
    },
    root: async (key, asked, now) => {
      insist();
      touchThread(state, key, { ...asked, rooted: true }, now);
      await commitSoon(now);
    },
    noteSpeaker: async (key, user, now) => {
      insist();
      const thread = rememberedThread(state, key, now);
      if (!thread) return;
      const speakers = withSpeaker(thread.speakers, user);
      if (speakers === thread.speakers) return;
      state.threads.set(threadId(key), { ...thread, speakers });
      await commit(now);
    },
    silence: async (key, on, now) => {
      insist();
      touchThread(state, key, { silent: on }, now);
      await commit(now);
    },
    vote: async (vote, now) => {
      insist();
      const outcome = countVote(state, vote, now);
      if (outcome !== 'unchanged') await commit(now);
      return outcome;
    },
    votes: async () => {
      insist();
      return tallies(state);
    },
    settings: async (team) => {
      insist();
      return state.settings.get(team) ?? NOTHING_SET;
    },
    changeSettings: async (team, change) => {
      insist();
      const before = state.settings.get(team);
      const settings = change(before ?? NOTHING_SET);
      state.settings.set(team, settings);
      try {
        await commit();
      } catch (error) {
        // unless they were changed again since
        if (state.settings.get(team) === settings) {
          if (before === undefined) state.settings.delete(team);
          else state.settings.set(team, before);
        }
        throw error;
      }
      return settings;
    },
    forget: async (team) => {
      insist();
      forgetTeam(state, team);
      await commit();
    },
    purge: async (now) => {
      insist();
      if (forgetPast(state, now) > 0) await commit(now);
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};
