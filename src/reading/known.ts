import type { Facts } from '../facts/index.ts';
import type { Known } from '../topics/reading.ts';
import { utcDateOf } from '../units.ts';

/** What a reader may know of the moment: the day, and the target range's bounds as far as it is known. */
export const knownIn = ({ fed, now, pairs, companies }: Pick<Facts, 'fed' | 'now' | 'pairs' | 'companies'>): Known => ({
  today: utcDateOf(now),
  ...(companies && { companies: companies.companies }),
  ...(pairs.length > 0 && { pairs: pairs.map(({ pair }) => pair.name) }),
  ...(fed.range.kind === 'range' && { targetUpper: fed.range.upper, targetLower: fed.range.lower }),
});
