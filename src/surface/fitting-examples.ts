import { topicOf } from '../topics/registry.ts';
import type { Kind } from '../topics/topic.ts';
import {
  AFTER_CUTS,
  ALL_VIEWS,
  CHECK,
  CONFLICTS,
  FED,
  movesOffered,
  type Offer,
  PRICED,
  ROTATION,
  YEAR_TO_DATE,
} from '../wording/index.ts';

/** Examples and buttons for words that nothing was made of: those of the subject that they touch. */

interface Fitting {
  readonly kind: Kind;
  /** Words of the subject. */
  readonly words: RegExp;
  readonly offers: readonly Offer[];
}

const FITTING: readonly Fitting[] = [
  {
    kind: 'check',
    words: /\b(?:notes?|claims?|wrong|true|check|verif|accura|record|conflict|disagree|contradict)/i,
    offers: [CHECK, CONFLICTS],
  },
  {
    kind: 'fed',
    words: /\b(?:fed|fomc|powell|meeting|odds|priced|futures|probab|decision|range|dot ?plot)/i,
    offers: [FED, PRICED],
  },
  {
    kind: 'views',
    words: /\b(?:who|says?|said|think|thinks|view|opinion|bull|bear|analyst|strategist|why|people|anyone|argu)/i,
    offers: [ALL_VIEWS],
  },
  {
    kind: 'rotation',
    words:
      /\b(?:small|large|caps?|russell|rut|r2k|iwm|spx|s&p|ratio|index|rotation|perform|since|ytd|month|year|week|today|yesterday|\d{4}|chart)/i,
    offers: [ROTATION, YEAR_TO_DATE, AFTER_CUTS],
  },
  {
    kind: 'rate-move',
    words:
      /\d|%|\b(?:bps?|rates?|cut|hike|points?|basis|debt|floating|interest|income|earnings|leverage|companies|company)/i,
    offers: movesOffered(-25, -50),
  },
];

const MOST = 3;

/** A number that stays the same for the same words, so that replies differ with what was typed. */
const turnFor = (words: string): number => [...words].reduce((sum, char) => sum + (char.codePointAt(0) as number), 0);

/** The subjects that the words touch, else two that change with the words. */
const subjectsOf = (words: string): readonly Fitting[] => {
  const fitting = FITTING.filter((one) => one.words.test(words));
  if (fitting.length > 0) return fitting.slice(0, MOST);
  const from = turnFor(words) % FITTING.length;
  return [FITTING[from], FITTING[(from + 2) % FITTING.length]].filter((one) => one !== undefined);
};

/** Up to three examples as they are typed, and as many buttons. */
export const fittingTo = (
  words: string,
): { readonly examples: readonly string[]; readonly offers: readonly Offer[] } => {
  const subjects = subjectsOf(words);
  const turn = turnFor(words);
  const each = Math.ceil(MOST / subjects.length);
  const spread = <T>(all: readonly T[]): readonly T[] =>
    all.length === 0
      ? []
      : Array.from({ length: Math.min(each, all.length) }, (_, at) => all[(turn + at) % all.length] as T);
  return {
    examples: subjects.flatMap(({ kind }) => spread(topicOf(kind).examples)).slice(0, MOST),
    offers: subjects.flatMap(({ offers }) => offers.slice(0, each)).slice(0, MOST),
  };
};
