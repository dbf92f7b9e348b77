import type { LastTold } from '../../src/brief/brief.ts';
import type { BriefPoster, PostSearch } from '../../src/scheduler/port.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What Slack does with a post. `lost, stands`: the message stands, and no answer comes. */
export type Answer =
  | 'posted'
  | 'lost, stands'
  /** Carried out only when twenty seconds have passed. */
  | 'lost, stands late'
  | 'lost, not there'
  | 'refused'
  | 'held'
  | 'breaks'
  | { readonly later: number };
/** What Slack does with a look: it looks, or not. */
export type Look = 'looks' | 'cannot look' | 'breaks' | { readonly later: number };

export interface Post {
  readonly schedule: string;
  readonly channel: string;
  readonly slot: string;
  readonly at: IsoInstant;
  readonly minutesLate: number;
}

const LATE_MS = 20_000;

const lastToldAt = (at: IsoInstant): LastTold => ({ at });

/** Channels with the messages that stand in them. Answers are given as they are lined up, then `posted` and `looks`. */
export const fakeChannels = (clock: VirtualClock, answers: Answer[] = [], looksLinedUp: Look[] = []) => {
  const posts: Post[] = [];
  const tries: Post[] = [];
  const looks: string[] = [];
  const tsOf = (index: number): string => `${index + 1}.000100`;

  const poster: BriefPoster = {
    post: async ({ id, channel }, slot, { minutesLate }) => {
      const at = clock.now();
      const post = { schedule: id, channel, slot, at, minutesLate };
      tries.push(post);
      const answer = answers.shift() ?? 'posted';
      if (answer === 'breaks') throw new Error('a bug');
      if (answer === 'refused') return { kind: 'refused', why: 'archived' };
      if (answer === 'held') return { kind: 'held', reason: 'data stale' };
      if (answer === 'lost, not there') return { kind: 'unconfirmed', lastTold: lastToldAt(at) };
      if (typeof answer === 'object') return { kind: 'retry later', seconds: answer.later };
      if (answer === 'lost, stands late') {
        const late = isoInstant(new Date(Date.parse(at) + LATE_MS).toISOString());
        posts.push({ ...post, at: late });
        return { kind: 'unconfirmed', lastTold: lastToldAt(at) };
      }
      posts.push(post);
      return answer === 'lost, stands'
        ? { kind: 'unconfirmed', lastTold: lastToldAt(at) }
        : { kind: 'posted', ts: tsOf(posts.length - 1), lastTold: lastToldAt(at) };
    },
    find: async ({ id }, slot, since): Promise<PostSearch> => {
      looks.push(`${id} ${slot} ${since}`);
      const look = looksLinedUp.shift() ?? 'looks';
      if (look === 'breaks') throw new Error('a bug');
      if (look === 'cannot look') return { kind: 'unreadable' };
      if (typeof look === 'object') return { kind: 'retry later', seconds: look.later };
      const index = posts.findIndex(
        (post) => post.schedule === id && post.slot === slot && post.at >= since && post.at <= clock.now(),
      );
      const post = posts[index];
      return post ? { kind: 'found', ts: tsOf(index), postedAt: isoInstant(post.at) } : { kind: 'not found' };
    },
  };
  return { poster, posts, tries, looks };
};
