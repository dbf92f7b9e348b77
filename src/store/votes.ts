import { hash } from 'node:crypto';
import type { IsoInstant } from '../units.ts';
import { type Counts, KindSchema } from './schema.ts';
import { endOf, keyOf, LIMITS, putLast, type State } from './state.ts';
import { StoreError, type Tally, type Vote } from './store.ts';

const HASH_LENGTH = 22;

/** Tells a second click from a first, and whose workspace it is. It hides no one from a reader who knows the ids: it only keeps them out of sight. */
const voterId = ({ team, channel, message, user }: Vote): string =>
  keyOf(team, hash('sha256', keyOf(team, channel, message, user), 'base64url').slice(0, HASH_LENGTH));

const add = (votes: Map<string, Counts>, { kind, thumb }: Pick<Vote, 'kind' | 'thumb'>, by: 1 | -1): void => {
  const { up, down } = votes.get(kind) ?? { up: 0, down: 0 };
  const moved = (count: number, name: Vote['thumb']) => (name === thumb ? Math.max(0, count + by) : count);
  votes.set(kind, { up: moved(up, 'up'), down: moved(down, 'down') });
};

/** @throws {StoreError} where the kind could be a sentence */
export const countVote = (state: State, vote: Vote, now: IsoInstant): 'counted' | 'changed' | 'unchanged' => {
  const { kind, thumb } = vote;
  if (!KindSchema.safeParse(kind).success) throw new StoreError('not the name of a kind of answer');
  const id = voterId(vote);
  const stored = state.voters.get(id);
  const earlier = stored && stored.at > endOf(LIMITS.voters.lifeMs, now) ? stored : undefined;
  if (earlier?.kind === kind && earlier.thumb === thumb) return 'unchanged';
  if (earlier) add(state.votes, earlier, -1);
  add(state.votes, vote, 1);
  putLast(state.voters, id, { kind, thumb, at: now }, LIMITS.voters.most);
  return earlier ? 'changed' : 'counted';
};

export const tallies = ({ votes }: State): readonly Tally[] =>
  [...votes].map(([kind, { up, down }]) => ({ kind, up, down }));
