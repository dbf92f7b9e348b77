import type { Change } from './protocol.ts';

/** Hands every change to all who follow, in order. */
export const createChanges = () => {
  const followers = new Set<(change: Change) => void>();
  return {
    emit: (change: Change): void => {
      for (const follower of followers) follower(change);
    },
    /** @returns ends it */
    follow: (follower: (change: Change) => void): (() => void) => {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
};

export type Emit = (change: Change) => void;
