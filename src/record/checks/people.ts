import { defineCheck } from '../check.ts';
import { phrase } from '../phrase.ts';
import { WEDBUSH } from '../published.ts';

export const roleOfIves = defineCheck({
  id: '000-ives-role',
  claims: ['000-ives-parabolic', '000-ives-sentiment'],
  subject: 'Who Dan Ives is',
  said: () => phrase`a fund manager`,
  judge: () => ({
    verdict: 'disagrees',
    record: phrase`a technology analyst at Wedbush Securities, a broker, as the press had him in 2024.`,
    consequence: phrase`It is the word of an analyst who covers technology, not of somebody who invests.`,
    flag: phrase`record: analyst at Wedbush`,
    sources: [WEDBUSH],
  }),
});
