import { inDigits } from './digits.ts';
import { mended } from './misspellings.ts';

/** Short forms and slips, and what they stand for. */
const SHORT_FORMS: readonly (readonly [short: RegExp, full: string])[] = [
  // what is
  [/\bwhat'?s\b/g, 'what is'],
  [/\bwhy'?s\b/g, 'why is'],
  [/\bwho'?s\b/g, 'who is'],
  [/\bwhere'?s\b/g, 'where is'],
  [/\bhow'?s\b/g, 'how is'],
  [/\bthat'?s\b/g, 'that is'],
  [/\bit's\b/g, 'it is'],
  [/\bthey'?ll\b/g, 'they will'],
  [/\b(?:im|ive|id)\b/g, 'i'],
  [/\bi'm\b/g, 'i am'],
  [/\b(they|we|you)'re\b/g, '$1 are'],
  // what is not
  [/\bhasnt\b/g, 'has not'],
  [/\b(do|does|did|is|are|was|were|would|could|should|has|have)n'?t\b/g, '$1 not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\bcan'?t\b/g, 'can not'],
  // in haste
  [/^y\b/g, 'why'],
  [/\bu\b/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\br\b/g, 'are'],
  [/\b(?:wat|wot|wht)\b/g, 'what'],
  [/\bhw\b/g, 'how'],
  [/\babt\b/g, 'about'],
  [/\b(?:pls|plz|pl)\b/g, 'please'],
  [/\bgonna\b/g, 'going to'],
  [/\bwanna\b/g, 'want to'],
  [/\b(?:thx|ty|tks)\b/g, 'thanks'],
  // units and names
  [/\bp\/e(?:s|'s)?\b/g, 'pe'],
  [/\b(?:pct|per cent|percents)\b/g, 'percent'],
  [/(?<=\d\s?)percent\b/g, '%'],
  [/(?<=\d)\s+%/g, '%'],
  [/\bpion(?:t|ts)\b|\bpoitns?\b/g, 'points'],
  [/\bcutt?s?ing\b/g, 'cutting'],
  [/\b(?:cutt|ctu|cuut)\b/g, 'cut'],
  [/\b(?:hikee?|hkie|hyke)\b/g, 'hike'],
  [/(?<=\d|\b)(?:bsps?|bpps?|bp's|bips)\b/g, 'bps'],
  [/\bbasispoints?\b|\bbasis pts?\b|\bbasis-points?\b/g, 'basis points'],
  [/\bs (?:and|n) p\b/g, 's&p'],
  // parts of something: "half its debt"
  [/\bhalf (?:of )?(?=(?:the |its |their )?(?:small|large|big|debt))/g, '50% of '],
  [/\ba third of (?=(?:the |its |their )?(?:small|large|big|debt))/g, '33.333333% of '],
  [/\ba quarter of (?=(?:the |its |their )?(?:small|large|big|debt))/g, '25% of '],
];

const PICTURE = /\p{Extended_Pictographic}/gu;

/**
 * What people write in the words that the rules know, without changing what it says: short forms written out, misspelt
 * key words mended, numbers before a unit in digits. `whats teh bearsih case` is `what is teh bearish case`.
 */
export const writtenOut = (plain: string): string => {
  const tidy = plain.replaceAll('\u2019', "'").replace(PICTURE, ' ').replace(/\s+/g, ' ').trim();
  const full = SHORT_FORMS.reduce((text, [short, meant]) => text.replace(short, meant), tidy);
  return inDigits(full.split(' ').map(mended))
    .join(' ')
    .replace(/(?<=\d)\s+(?:%|percent\b)/g, '%');
};
