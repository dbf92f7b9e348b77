import { unescaped } from '../message/index.ts';

/** Words as their writer saw them, and whether they may be said again. */

/** Stems of abuse, at the beginning of a word: such words are answered, and never repeated. */
const ABUSE =
  /(?<!\p{L})(?:f[u*@#]+ck|f[*]+k?|fuk(?:k|(?!\p{L}))|sh[i1*!]+t|b[i1*!]tch|cunt|c[*]nt|idiot|moron|imbecil|stupid|dumb|ass ?hole|arse ?hole|bastard|wank|dick ?head|retard|crap|piss|slut|whore|bollock|twat|fag+[oi]t|nigg|kike|stfu|gtfo|kys|kill yourself|go die|motherf|bullsh|scumbag|jackass|dipsh[i1*]|(?:you|u) (?:suck|blow)|suck my|screw you|useless (?:bot|thing|piece|app)|schei[sß]+e?|arschloch|wichser|verpiss|merde|connard|putain|salope|puta(?!t)|mierda|cabr[oó]n|pendejo|gilipollas|merda|caralho|stronz|cazzo|vaffanculo|kut(?:bot|ding)|klootzak|bly[a]?t|сук[аи]|блят|хуй)/iu;

const LONGEST = 120;

/** Slack's own marks as a client shows them: the name of a person, a group or a channel, the words of a link. */
const SHOWN: readonly (readonly [RegExp, string])[] = [
  [/<(?:@[UW]|#[CGD])[A-Z0-9]+\|([^<>]*)>/g, '$1'],
  [/<@[UW][A-Z0-9]+>/g, ''],
  // what would call everybody is left out, whatever a client makes of it
  [/<!(?:here|channel|everyone)[^<>]*>/g, ''],
  [/<![^<>|]*\|([^<>]*)>/g, '$1'],
  [/<(?:https?|mailto|tel):[^<>|]*\|([^<>]*)>/g, '$1'],
  [/<((?:https?|mailto|tel):[^<>|]*)>/g, '$1'],
  // the end of a text that was cut
  [/<(?:[@#!]|https?:|mailto:|tel:)[^<>]*$/, ''],
];

/** As it was typed: marks resolved, entities undone, nothing else changed; one line, and the end cut where it is long. */
export const asWritten = (words: string): string => {
  const plain = unescaped(SHOWN.reduce((text, [mark, shown]) => text.replace(mark, shown), words));
  const line = plain.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
};

/** Words in quotation marks, or what is said in their place where they are abuse or nothing. */
export const quoted = (words: string, otherwise: string): string => {
  const written = asWritten(words);
  return written === '' || ABUSE.test(written) ? otherwise : `“${written}”`;
};
