import { hasAny, slotsOf, type Utterance } from '../language/index.ts';
import type { Reading } from '../topics/reading.ts';

/** Words that pick among moves, meetings or days, and the fields of a question by which it goes by them. */
type Filters = readonly (readonly [said: RegExp, fields: string])[];

/** Of no field of theirs. */
const NONE = '-';
const SIZE = '(?:an? )?(?:\\d+|quarter|half)';
const MOVE =
  '(?:the |that |they |it |their )*(?:very )?(?:(?:first|next|last|final) )?(?:fed |rate )?(?:cut|hike|rise)s?';
const SPAN = 'from|to|back|yearsAgo|ago|meeting|ytd|toDate|at|sinceLast|sinceEvent|sessions|cycles|rates';

const FILTERS: ReadonlyMap<string, Filters> = new Map(
  Object.entries<Filters>({
    'fed-history': [
      [
        new RegExp(`\\b(?:more|bigger|larger|greater) than ${SIZE}|\\b(?:over|above) \\d+ ?bps?`),
        'orMore|level|claimed',
      ],
      [
        new RegExp(`\\b(?:less|smaller|lower|fewer) than ${SIZE}|\\b(?:under|below) \\d+ ?bps?`),
        'except|level|claimed',
      ],
      [/\b(?:twice|thrice) in\b/, 'inARow'],
      [/\bto (?:now|date|today)\b/, 'from|back|yearsAgo'],
      [/\b(?:last|final) (?:fed |fomc )?meeting of\b/, 'meeting'],
      [/\b(?:above|below|over|under) \d+(?: %|pct|percent)?/, 'claimed|orMore|except|to'],
      [/\b(?:until|till|up to) (?:covid|the pandemic|the gfc)\b/, 'to'],
      [/\b(?:in a row|consecutive|on the trot|back to back)\b/, 'inARow|from'],
      [/\b(?:emergency|unscheduled|inter ?meeting|between (?:scheduled )?meetings)\b/, 'unscheduled|meeting'],
      [new RegExp(`\\b(?:after|since|following) ${MOVE}\\b`), `${SPAN}|level`],
    ],
    rotation: [
      [/\b(?:biggest|largest|best|worst) (?:single )?(?:day|session|week|month|drop|gain|fall|rise)\b/, NONE],
      [/\b(?:after|in|at) each\b|\bbefore and after\b/, 'cycles|rates'],
      [/\bbetween (?:the )?(?:cuts|hikes|moves|meetings)\b|\b(?:separately|respectively)\b/, NONE],
      [/^(?!.*\b(?:since|compare)\b).*\b(?:day (?:after|before)|fed day)\b/, 'at'],
      [new RegExp(`\\b(?:to|until|till) ${MOVE}\\b`), 'to'],
      [new RegExp(`\\b(?:after|since|following|from) ${MOVE}\\b`), SPAN],
    ],
    fed: [
      [/\b(?:(?:first|second|1st|2nd) half|h[12])\b/, 'count|on'],
      [/\bhow many (?:fed |fomc )?(?:meetings|mtgs|decisions)\b/, 'count|left|all'],
    ],
    figure: [
      [/\b(?:ever|on record|in history)\b/, NONE],
      [
        /\b(?:vs|versus|against|above|below|than) (?:its|the|their|in|a|last) (?:own |long run )?(?:average|mean|history|norm|year|\d{4})\b/,
        NONE,
      ],
    ],
    conflicts: [[/\b(?:but|except|other than|besides|apart from) (?!that|this|those|these)/, NONE]],
  }),
);

const OPEN = /^(?!.*\b(?:to|until|till|til|and|n|through|stop|end|up|month|week|year|months|weeks|years)\b).*\bsince\b/;

const DATED = /^(?:fed-history|rotation|fed)$/;

const yearsIn = (utterance: Utterance): readonly number[] =>
  [
    ...slotsOf(utterance, 'date'),
    ...slotsOf(utterance, 'span').flatMap(({ since, until }) => [since ?? [], until ?? []].flat()),
  ].flatMap(({ year, isAmbiguous, from }) =>
    year !== undefined && !isAmbiguous && utterance.words[from - 1] !== 'not' ? [year] : [],
  );

/**
 * Whether a question of the record or of the market leaves out what the words pick by: a year, a size, a move that ends the
 * time. Such a reading answers something else, and is only offered.
 */
export const leavesOut = (utterance: Utterance, { asks, others }: Reading): boolean => {
  const filters = FILTERS.get(asks.kind);
  const isOfOthers =
    (asks.kind === 'rotation' && asks.benchmark !== undefined) || (asks.kind === 'fed' && asks.calendar === undefined);
  if (filters === undefined || isOfOthers || hasAny(utterance, 'correction')) return false;
  const text = JSON.stringify([asks, others]);
  const words = utterance.joined;
  // "since the fed paused in jan": no month alone
  const isClosed = asks.kind === 'rotation' && asks.to !== undefined && OPEN.test(words);
  return (
    isClosed ||
    (DATED.test(asks.kind) &&
      yearsIn(utterance).some(
        (year) =>
          !text.includes(`${year}`) && !text.includes(`${year - 1}-12-31`) && !text.includes(`${year + 1}-01-01`),
      )) ||
    filters.some(
      ([said, fields]) => said.test(words) && !fields.split('|').some((field) => text.includes(`"${field}"`)),
    )
  );
};
