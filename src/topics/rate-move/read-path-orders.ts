import { inFull, OMITTING, sizeOf, slotsOf, told, wholeOf } from '../../language/index.ts';
import type { Part } from '../context.ts';
import type { Reading } from '../reading.ts';
import { MOST_PARTS, partsOf, summed } from './read-parts.ts';
import type { Turned } from './read-turned.ts';

/** Everyday orders on the parts of a path, each a whole message: one out, another size for one or for all, one more. */

const NTH =
  '(?:the )?(?<nth>first|second|third|fourth|fifth|last|final|middle|(?<month>[a-z]{3,9})(?= (?:one|cut|hike)))';
const ONE = `${NTH}(?: (?:one|cut|hike|move|part|leg|step)(?: of (?:them|those|the (?:two|three|four)))?)?`;
const OUT = `(?:${OMITTING}|miss|without|minus|less|no)`;
const GONE =
  '(?:is|was|were|gets?|got|are|goes|went|doesnt happen|falls away)?(?: ?(?:skipped|dropped|cancelled|canceled|left out|missed|out|away|scrapped|removed))?';
const THEM = '(?:them|those|these|it|the (?:moves|steps|parts|legs))';
const COUNT = '(?<count>one|two|three|1|2|3)';
const SET = '(?:make|change|set|bump|raise|lower|turn|move|put|switch|have|let|what if|if)';
const TO = '(?:(?:to|into|a|an|at|be|is|was|were|are|only|just|being|as|by|of|should be) )*';
const LATER = '(?:at the end|after(?: that| this| it)?|afterwards|later|to finish|on top|in the end|last)';
const COUNTS = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
]);
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

/** What an order is said of, and with. */
interface Ordered {
  readonly parts: readonly Part[];
  /** Size said, bp. */
  readonly bps: number;
  /** Where the part that is meant stands; below zero where none is. */
  readonly at: number;
  readonly count: number;
  readonly way: string | undefined;
  /** How many of its months are said. */
  readonly months: number;
}
/** What is left of the parts; more than one where it may be several things. */
type Order = readonly [said: RegExp, to: (ordered: Ordered) => readonly (readonly Part[])[]];

const resized = (part: Part, bps: number): Part => ({ ...part, moveBps: Math.sign(part.moveBps || -1) * bps });
const replaced = ({ parts, at }: Ordered, to: (part: Part) => Part): readonly (readonly Part[])[] =>
  at < 0 ? [] : [parts.map((part, place) => (place === at ? to(part) : part))];
const without = (parts: readonly Part[], at: number): readonly Part[] => parts.filter((_, place) => place !== at);

/** Those that are alike are skipped from the end; else each may be the one. */
const skipped = ({ parts, count }: Ordered): readonly (readonly Part[])[] => {
  const sizes = [...new Set(parts.map(({ moveBps }) => moveBps))];
  if (sizes.length === 1) return count < parts.length ? [parts.slice(0, parts.length - count)] : [];
  if (count !== 1) return [];
  return sizes.map((size) =>
    without(
      parts,
      parts.findLastIndex(({ moveBps }) => moveBps === size),
    ),
  );
};

const turnedRound = ({ parts }: Ordered): readonly Part[] =>
  parts.map((part, at) => ({ ...part, moveBps: parts.at(-1 - at)?.moveBps ?? part.moveBps }));

const isMixed = ({ parts }: Ordered): boolean => new Set(parts.map(({ moveBps }) => moveBps)).size > 1;

const ORDERS: readonly Order[] = [
  [
    inFull(
      `${OUT} (?:any )?${COUNT} of ${THEM}`,
      `(?:what )?if ${COUNT} of ${THEM} ${GONE}`,
      `${COUNT} of ${THEM} ${GONE}`,
    ),
    skipped,
  ],
  [
    inFull(`${OUT} ${ONE}`, `(?:(?:what )?if )?${ONE} ${GONE}`, `(?:take|leave) ${ONE} (?:out|off|away)`),
    ({ parts, at }) => (at < 0 ? [] : [without(parts, at)]),
  ],
  [inFull(`(?:${SET} )?${ONE} ${TO}[#@]`), (one) => replaced(one, (part) => resized(part, one.bps))],
  [
    inFull(`double ${ONE}`, `(?:make )?${ONE} (?:twice as (?:big|large)|doubled?)`),
    (one) => replaced(one, (part) => ({ ...part, moveBps: part.moveBps * 2 })),
  ],
  [
    inFull(`halve ${ONE}`, `cut ${ONE} in (?:half|2)`),
    (one) => replaced(one, (part) => ({ ...part, moveBps: part.moveBps / 2 })),
  ],
  [
    inFull(
      `(?:${SET} )?(?:each|every)(?: (?:one|of ${THEM}|time|cut|hike|move|step|part))*(?: ${TO.trimEnd()}| )*? ?${TO}[#@]`,
      `(?:with|at) (?:each|every) (?:one|cut|hike|move|step|part) (?:at |of )?[#@]`,
      `(?:${SET} )?(?:them|all of them|they) (?:all )?${TO}[#@](?: each| apiece| a piece)?`,
      `(?:all )?[#@] (?:each|apiece|a piece)`,
    ),
    ({ parts, bps }) => [parts.map((part) => resized(part, bps))],
  ],
  [
    inFull(`(?:only|just) (?:the )?first ${COUNT}(?: of ${THEM}| ones| cuts| hikes| moves| steps| parts)?`),
    ({ parts, count }) => (count < parts.length ? [parts.slice(0, count)] : []),
  ],
  [
    inFull(`(?:only|just) (?:the )?last ${COUNT}(?: of ${THEM}| ones| cuts| hikes| moves| steps| parts)?`),
    ({ parts, count }) => (count < parts.length ? [parts.slice(-count)] : []),
  ],
  [
    /^(?:and|then|plus|add|but|followed by| )+(?:one|a|an|another|1) (?:more )?(?:(?<way>cut|hike) of [#@]|[#@] (?<kind>cut|hike))(?: (?<later>.+))?$/,
    ({ parts, bps, way }) => [[...parts, { moveBps: way === 'hike' ? bps : -bps }]],
  ],
  [
    inFull('(?:swap|switch|reverse) (?:the |them |their )?(?:order|two|around|round)(?: of them)?', 'in reverse order'),
    (one) => (isMixed(one) ? [turnedRound(one)] : []),
  ],
  [
    inFull('(?:swap|switch) (?:the )?(?<one>[a-z]{3,9}) (?:and|with|for) (?:the )?(?<other>[a-z]{3,9})(?: ones?)?'),
    (one) => (isMixed(one) && one.parts.length === 2 && one.months === 2 ? [turnedRound(one)] : []),
  ],
  [
    inFull('(?:(?:and )?(?:what about )?the )?other way (?:round|around)', 'vice versa', 'swap (?:them|it)'),
    (one) => (isMixed(one) ? [turnedRound(one), one.parts.map((part) => ({ ...part, moveBps: -part.moveBps }))] : []),
  ],
];

const AT_END = new RegExp(`^${LATER}$`);
const LEAST_SIZE = 5;

/** `skip one of them`, `make the middle one 75`, `each of them 50`, `the other way round`: the parts that are left, added up. */
export const pathOrdered = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, figures, context } = turned;
  const parts = partsOf(turned);
  const { move, active } = numbers;
  if (parts.length < 2 || !move || active !== 'rate-move' || figures.changes.length > 0 || context?.stale) return [];
  const sizes = slotsOf(utterance, 'amount').filter(
    (one) => one.duty === 'must' && (sizeOf(one)?.bps ?? 0) >= LEAST_SIZE && /^(?:|bp|points)$/.test(one.unit ?? ''),
  );
  const said = told(utterance, [['#', sizes]]);
  const [size] = sizes;
  const bps = size ? (sizeOf(size)?.bps ?? 0) : 0;
  for (const [words, to] of ORDERS) {
    const { nth, month, count, way, kind, later } = words.exec(said)?.groups ?? {};
    if (!words.test(said) || (later !== undefined && !AT_END.test(later)) || sizes.length > 1) continue;
    const dates = slotsOf(utterance, 'date').filter((date) => date.month !== undefined);
    const dated = dates[0]?.month;
    const months = dates.filter((date) => parts.some((part) => part.month === date.month)).length;
    if (month !== undefined && dated === undefined) continue;
    const at =
      month !== undefined
        ? parts.findIndex((part) => part.month === dated)
        : nth === 'middle'
          ? parts.length % 2 === 1
            ? (parts.length - 1) / 2
            : -1
          : /^(?:last|final)$/.test(nth ?? '')
            ? parts.length - 1
            : PLACES.indexOf(nth ?? '');
    const all = to({
      parts,
      bps,
      at: at < parts.length ? at : -1,
      count: COUNTS.get(count ?? '') ?? Number(count),
      way: way ?? kind,
      months,
    });
    const own = { ...turned, base: move };
    return all
      .filter((left) => left.length > 0 && left.length <= MOST_PARTS)
      .flatMap((left) => summed(own, left, [wholeOf(utterance)], all.length > 1));
  }
  return [];
};
