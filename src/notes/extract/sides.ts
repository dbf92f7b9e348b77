import { CONCEDING, CUES, type CueRow, LARGE, NEGATION, ROTATION_WORDS, SMALL, TAKEN_UP } from './words/stance.ts';

/** Whom a part of a sentence is about. */
export type SizeSide = 'small' | 'large';

export interface Entity {
  readonly side: SizeSide;
  readonly from: number;
  readonly to: number;
  readonly isTakenUp: boolean;
}

interface Cue extends CueRow {
  readonly from: number;
  readonly to: number;
}

const CUE_PATTERNS = CUES.map((row) => ({
  ...row,
  pattern: new RegExp(`(?<![\\p{L}-])(?:${row.words})(?![\\p{L}])`, 'gu'),
}));

export const isOverlapping = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to;

/** The places of small and large caps in a text of lower case; `before` is whom pronouns take up. */
export const entitiesIn = (text: string, before: SizeSide | undefined): readonly Entity[] => {
  const found: Entity[] = [];
  const add = (pattern: RegExp, side: SizeSide, isTakenUp: boolean): void => {
    for (const { index, 0: name } of text.matchAll(pattern)) {
      const entity = { side, from: index, to: index + name.length, isTakenUp };
      if (!found.some((other) => isOverlapping(other, entity))) found.push(entity);
    }
  };
  add(LARGE, 'large', false);
  add(SMALL, 'small', false);
  add(ROTATION_WORDS, 'small', false);
  if (before !== undefined) add(TAKEN_UP, before, true);
  return found.sort((one, other) => one.from - other.from);
};

/** Whom a text of lower case names, small caps first; undefined where neither. */
export const sideNamed = (text: string): SizeSide | undefined => {
  const sides = entitiesIn(text, undefined).map(({ side }) => side);
  return sides.includes('small') ? 'small' : sides[0];
};

export const cuesIn = (text: string): readonly Cue[] => {
  const found: Cue[] = [];
  for (const { pattern, ...row } of CUE_PATTERNS) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const cue = { ...row, from: index, to: index + words.length };
      const other = found.findIndex((one) => isOverlapping(one, cue));
      if (other < 0) found.push(cue);
      else if (cue.to - cue.from > (found[other] as Cue).to - (found[other] as Cue).from) found[other] = cue;
    }
  }
  return found.sort((one, other) => one.from - other.from);
};

interface Clause {
  readonly text: string;
  readonly weight: number;
}

const BREAKS =
  /(?:;|:| - |(?<=\w) (?=until you\b)|(?=\bthe (?:trouble|problem|catch|snag|difficulty|hitch) is\b)|\u2014|\u2013(?!\d)|, (?=(?:but|yet|and|so|while|whereas|although|though|even|despite|which|because|as|with|if|unless|not|rather)\b)|(?<=\w) (?=(?:but|while|whereas|although|though|even though|even if|despite|unless)\b)|, (?=(?:small|large|mega|they|it|we|i|he|she|the|this|that|investors|our|those|these|valuations?|earnings|rates?)\b))/g;

/** The clauses of a sentence, each with how much it counts: a concession little, what follows a `but` more. */
export const weighedClauses = (text: string): readonly Clause[] => {
  const broken = text
    .split(BREAKS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // the main clause begins behind the first comma of a concession
  const parts = broken.flatMap((part) => {
    const comma = CONCEDING.test(part) ? part.indexOf(', ') : -1;
    return comma < 0 ? [part] : [part.slice(0, comma), part.slice(comma + 2)];
  });
  const but = parts.findIndex(
    (part, at) =>
      at > 0 && /^(?:but|yet|until you|the (?:trouble|problem|catch|snag|difficulty|hitch) is)\b/.test(part),
  );
  let yields = false;
  return parts.map((part, at) => {
    // a `while` further on sets side by side
    const conceding = CONCEDING.test(part) && (at === 0 || !/^(?:while|whilst)\b/.test(part));
    // the clause behind a concession at the start is the main one
    yields = conceding;
    const turned = but > 0 ? (at < but ? 0.45 : 1.35) : 1;
    const condition = /^(?:if|unless)\b/.test(part) ? 0.5 : /^(?:because|as)\b/.test(part) ? 0.7 : 1;
    return { text: part, weight: (yields ? 0.3 : 1) * turned * condition };
  });
};

const NEGATION_REACH = 55;
/** A negation of what somebody thinks reaches to the end of the clause. */
const DENIED_THOUGHT =
  /\b(?:do not|don't|does not|doesn't|did not|didn't|never|cannot|can't|no longer|hardly) (?:\w+ )?(?:think|believe|expect|see|foresee|anticipate|envisage|buy|suggest|argue|suppose|imagine|agree|mean|imply)\b/;
/** True where an odd number of negations stands before the cue, near enough and in its clause. */
export const isNegated = (text: string, cue: Cue): boolean => {
  const start = Math.max(0, cue.from - NEGATION_REACH);
  const before = text
    .slice(start, cue.from)
    .replace(/\bnot only\b/g, 'also')
    .replace(/\bno (?:doubt|wonder|question)\b/g, 'surely')
    .replace(/\b(?:absence of|lack(?:s|ed|ing)?(?: of)?|without)\b(?=[^,]*,)/g, '');
  const thought = DENIED_THOUGHT.exec(text);
  const isDenied = thought !== null && thought.index < start;
  // `rather overpay for cash flow than get a bargain`
  const isLess = /\brather\b(?! than\b)[^.;]*\bthan\b/.test(text.slice(0, cue.from));
  return ([...before.matchAll(NEGATION)].length + (isDenied ? 1 : 0) + (isLess ? 1 : 0)) % 2 === 1;
};

const nearest = (
  entities: readonly Entity[],
  isRight: (entity: Entity) => boolean,
  distance: (entity: Entity) => number,
): Entity | undefined => entities.filter(isRight).sort((one, other) => distance(one) - distance(other))[0];

const COMPARED =
  /\b(?:than|over|versus|vs\.?|against|relative to|rather than|instead of|compared (?:with|to)|at the expense of|to the detriment of)\b/;

const TRANSITIVE = /^(?:avoid|sell|sold|trim|buy|bought|add|own|chas|hedg|resist|cut|reduc|recommend|rais|like|fad)/;
const COMPARISON =
  /(?:than|before|over|versus|vs\.?|against|relative to|(?:discount|premium) (?:to|from|with)|compared (?:with|to)|similar to (?:that of )?|unlike|like|as) (?:the |their |its |those of |that of |us |american )*$/;
/** Named only to compare others with. */
const isCompared = (text: string, { from }: Entity): boolean =>
  COMPARISON.test(text.slice(Math.max(0, from - 40), from));

/** How far one cue speaks for small caps against large caps. */
export const scoreOf = (text: string, cue: Cue, entities: readonly Entity[], topic: SizeSide | undefined): number => {
  if (cue.kind === 'small') return cue.sign * cue.weight;
  const left = nearest(
    entities,
    ({ to }) => to <= cue.from,
    ({ to }) => cue.from - to,
  );
  const right = nearest(
    entities,
    ({ from }) => from >= cue.to,
    ({ from }) => from - cue.to,
  );
  const around = entities.find(({ from, to }) => from < cue.to && cue.from < to);
  const signOf = (side: SizeSide): number => (side === 'small' ? 1 : -1);
  if (cue.kind === 'rel') {
    const isPassive =
      /\b(?:was|were|been|be|being|is|are|get|got) (?:\w+ )?$/.test(text.slice(0, cue.from)) &&
      /^ by\b/.test(text.slice(cue.to));
    const between = left === undefined ? '' : text.slice(left.to, cue.from);
    const subject = left !== undefined && !/\b(?:over|versus|vs|than|against)\b/.test(between) ? left : undefined;
    const object = right;
    const side =
      subject?.side ??
      around?.side ??
      (object === undefined
        ? topic
        : object.side === 'small' && /^ (?:by|of|from|in|for|among)\b/.test(text.slice(cue.to))
          ? 'small'
          : object.side === 'large' && /^ (?:by|of|from|in|for|among)\b/.test(text.slice(cue.to))
            ? 'large'
            : object.side === 'large'
              ? 'small'
              : (topic ?? 'small'));
    if (side === undefined) return 0;
    return (
      cue.sign *
      cue.weight *
      signOf(side) *
      (isPassive ? -1 : 1) *
      (subject === undefined && around === undefined ? 0.7 : 1)
    );
  }
  if (cue.kind === 'act') {
    const target = right !== undefined && !COMPARED.test(text.slice(cue.to, right.from)) ? right : undefined;
    if (target !== undefined && target.from - cue.to < 45) return cue.sign * cue.weight * signOf(target.side);
    // `avoids a recession`: done to something else
    const isElsewhere =
      TRANSITIVE.test(text.slice(cue.from, cue.to)) &&
      /^ (?:an?|the|any|all|some|our|their|its|this) \w/.test(text.slice(cue.to));
    if (isElsewhere && target === undefined) return 0;
    if (left !== undefined && cue.from - left.to < 60) return cue.sign * cue.weight * signOf(left.side) * 0.8;
    if (right !== undefined && COMPARED.test(text.slice(cue.to, right.from)))
      return -cue.sign * cue.weight * signOf(right.side) * 0.6;
    return topic === undefined ? 0 : cue.sign * cue.weight * signOf(topic) * 0.6;
  }
  const judged = entities.filter((entity) => !isCompared(text, entity));
  if (judged.length > 0 && judged.length < entities.length) return scoreOf(text, cue, judged, topic);
  const [target, reach] =
    around !== undefined
      ? [around, 0]
      : left !== undefined && !COMPARED.test(text.slice(left.to, cue.from))
        ? [left, cue.from - left.to]
        : right !== undefined
          ? [right, right.from - cue.to]
          : left !== undefined
            ? [left, cue.from - left.to]
            : [undefined, 0];
  if (target === undefined) return topic === undefined ? 0 : cue.sign * cue.weight * signOf(topic) * 0.5;
  // what large caps are like says less of small caps than what these are like
  return cue.sign * cue.weight * signOf(target.side) * (target.side === 'large' ? 0.6 : 1) * (reach > 80 ? 0.5 : 1);
};
