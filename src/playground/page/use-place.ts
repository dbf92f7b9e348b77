import { useSyncExternalStore } from 'react';
import { type Place, placeOf } from './place.ts';

const follow = (hear: () => void): (() => void) => {
  window.addEventListener('hashchange', hear);
  return () => window.removeEventListener('hashchange', hear);
};

/** Where the person is. */
export const usePlace = (): Place => placeOf(useSyncExternalStore(follow, () => window.location.hash));
