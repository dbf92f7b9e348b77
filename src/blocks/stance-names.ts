import type { Side } from '../answers/index.ts';
import { affiliation, shortName } from './citation.ts';
import { listed } from './wording.ts';

type Stance = Side['stance'];

/** The label of a stance in a list. */
export const STANCE_LABEL: Record<Stance, 'Bullish' | 'Bearish' | 'Mixed' | 'Neutral'> = {
  bullish: 'Bullish',
  bearish: 'Bearish',
  mixed: 'Mixed',
  neutral: 'Neutral',
};

/** The people of a side, as buttons name them. */
export const STANCE_PEOPLE: Record<Stance, string> = {
  bullish: 'the bulls',
  bearish: 'the bears',
  mixed: 'the mixed',
  neutral: 'the neutral',
};

const LEANS: Record<Stance, readonly [one: string, several: string]> = {
  bullish: ['leans bullish', 'lean bullish'],
  bearish: ['leans bearish', 'lean bearish'],
  mixed: ['weighs both sides', 'weigh both sides'],
  neutral: ['is neutral', 'are neutral'],
};

const MOST_NAMED = 3;
const IN_WORDS = ['No', 'One', 'Two', 'Three'];

/** `Three lean bearish: Kostin, Calvasina and Beath`, `13 lean bullish, led by Lee, Wilson and UBS`, `Nobody in the notes is neutral`. */
export const leaning = ({ stance, voices }: Side, about = ''): string => {
  const [one, several] = LEANS[stance];
  if (voices.length === 0) return `Nobody ${about || 'in the notes'} ${one}`;
  const scope = about && ` ${about}`;
  const names = listed(voices.slice(0, MOST_NAMED).map(shortName));
  if (voices.length > MOST_NAMED) return `${voices.length} ${several}${scope}, led by ${names}`;
  return `${IN_WORDS[voices.length]} ${voices.length === 1 ? one : several}${scope}: ${names}`;
};

/** How many, and their names where they are few: `2 voices (Irene Tunkel, BCA; Tom Stevenson, Fidelity)`. */
export const otherSide = ({ voices }: Side, shownAbove: ReadonlySet<string>): string => {
  if (voices.length <= MOST_NAMED + 1) {
    const names = voices.map((voice) => `${voice.claim.voice}${affiliation(voice)}`).join('; ');
    return `${voices.length} ${voices.length === 1 ? 'voice' : 'voices'} (${names})`;
  }
  const both = voices.filter(({ claim }) => shownAbove.has(claim.voice)).map(shortName);
  const among = both.length > 0 && both.length <= MOST_NAMED ? `, ${listed(both)} among them` : '';
  return `${voices.length} voices${among}`;
};
