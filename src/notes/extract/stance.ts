import type { ProposedStance } from './claim.ts';
import { CONSTRUCTIONS, LEAD_ENDING, OPENLY_NEITHER, TURNING } from './words/constructions.ts';
import {
  CONCEDING,
  CUES,
  type CueRow,
  GENERAL,
  LARGE,
  NEGATION,
  NEITHER,
  OTHERS,
  REJECTING,
  ROTATION_WORDS,
  SMALL,
  TAKEN_UP,
} from './words/stance.ts';

/** Whom a part of a sentence is about. */
export type SizeSide = 'small' | 'large';

interface Entity {
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

const overlaps = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to;

/** The places of small and large caps in a text of lower case; `before` is whom pronouns take up. */
export const entitiesIn = (text: string, before: SizeSide | undefined): readonly Entity[] => {
  const found: Entity[] = [];
  const add = (pattern: RegExp, side: SizeSide, isTakenUp: boolean): void => {
    for (const { index, 0: name } of text.matchAll(pattern)) {
      const entity = { side, from: index, to: index + name.length, isTakenUp };
      if (!found.some((other) => overlaps(other, entity))) found.push(entity);
    }
  };
  add(LARGE, 'large', false);
  add(SMALL, 'small', false);
  add(ROTATION_WORDS, 'small', false);
  if (before !== undefined) add(TAKEN_UP, before, true);
  return found.sort((one, other) => one.from - other.from);
};

export const cuesIn = (text: string): readonly Cue[] => {
  const found: Cue[] = [];
  for (const { pattern, ...row } of CUE_PATTERNS) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const cue = { ...row, from: index, to: index + words.length };
      const other = found.findIndex((one) => overlaps(one, cue));
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
  /(?:;|:| - |\u2014|\u2013(?!\d)|, (?=(?:but|yet|and|so|while|whereas|although|though|even|despite|which|because|as|with|if|unless|not|rather)\b)|(?<=\w) (?=(?:but|while|whereas|although|though|even though|even if|despite|unless)\b)|, (?=(?:small|large|mega|they|it|we|i|he|she|the|this|that|investors|our|those|these|valuations?|earnings|rates?)\b))/g;

/** The clauses of a sentence, each with how much it counts: a concession little, what follows a `but` more. */
export const clausesOf = (text: string): readonly Clause[] => {
  const broken = text
    .split(BREAKS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // the main clause begins behind the first comma of a concession
  const parts = broken.flatMap((part) => {
    const comma = CONCEDING.test(part) ? part.indexOf(', ') : -1;
    return comma < 0 ? [part] : [part.slice(0, comma), part.slice(comma + 2)];
  });
  const but = parts.findIndex((part, at) => at > 0 && /^(?:but|yet)\b/.test(part));
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
const isNegated = (text: string, cue: Cue): boolean => {
  const start = Math.max(0, cue.from - NEGATION_REACH);
  const before = text
    .slice(start, cue.from)
    .replace(/\bnot only\b/g, 'also')
    .replace(/\bno (?:doubt|wonder|question)\b/g, 'surely')
    .replace(/\b(?:absence of|lack(?:s|ed|ing)?(?: of)?|without)\b(?=[^,]*,)/g, '');
  const thought = DENIED_THOUGHT.exec(text);
  const isDenied = thought !== null && thought.index < start;
  return ([...before.matchAll(NEGATION)].length + (isDenied ? 1 : 0)) % 2 === 1;
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
  /(?:than|over|versus|vs\.?|against|relative to|compared (?:with|to)|similar to (?:that of )?|unlike|like|as) (?:the |their |its |those of |that of |us |american )*$/;
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

/** `from large caps to small caps`, and the way back. */
const movedTo = (text: string, entities: readonly Entity[]): number => {
  const leadsTo = (entity: Entity, lead: RegExp): boolean =>
    lead.test(text.slice(Math.max(0, entity.from - 45), entity.from));
  const source = entities.find((entity) => leadsTo(entity, /\b(?:from|out of|away from) (?:[\w'-]+ ){0,4}$/));
  const goal = entities.find(
    (entity) => entity !== source && leadsTo(entity, /\b(?:to|into|towards?) (?:[\w'-]+ ){0,4}$/),
  );
  if (source === undefined || goal === undefined || source.side === goal.side) return 0;
  return goal.side === 'small' ? 1.3 : -1.3;
};

const PRONOUN = /^(?:them|they|these)\b/;
/** The text with small caps as `S` and large ones as `L`, and where each of its places was. */
const sidesMarked = (
  text: string,
  entities: readonly Entity[],
): { readonly marked: string; readonly placeOf: (at: number) => number } => {
  let [marked, from] = ['', 0];
  const places: number[] = [];
  const copy = (to: number): void => {
    for (let at = from; at < to; at += 1) places.push(at);
    marked += text.slice(from, to);
  };
  for (const entity of entities.filter((one) => !one.isTakenUp || PRONOUN.test(text.slice(one.from, one.to)))) {
    copy(entity.from);
    marked += entity.side === 'small' ? 'S' : 'L';
    places.push(entity.from);
    from = entity.to;
  }
  copy(text.length);
  return { marked, placeOf: (at) => places[at] ?? text.length };
};

const FORWARD_FIGURES =
  /\b(?:expect\w*|forecasts?|will|should|targets?|returning|return|grow\w*|upside|see|estimates?|likely)\b/;
const VALUED = /\b(?:times|multiples?|p\/e|discount|x|earnings yield|price)\b|\dx\b/;

/** Two figures that lie ahead, small caps' and large caps': whose is higher. */
const higherAhead = (marked: string): number => {
  if (!FORWARD_FIGURES.test(marked) || VALUED.test(marked)) return 0;
  const [, own, other] = /\bS\b[^;]{0,70}?(\d+(?:\.\d+)?)[^;]{0,90}?\bL\b[^;]{0,30}?(\d+(?:\.\d+)?)/.exec(marked) ?? [];
  if (own === undefined || other === undefined || Number(own) === Number(other)) return 0;
  return Number(own) > Number(other) ? 1 : -1;
};

interface Built {
  readonly score: number;
  /** The text without the words of its constructions, entities kept. */
  readonly rest: string;
}

/** The whole ways of saying a view that a clause holds. */
const builtIn = (text: string, entities: readonly Entity[]): Built => {
  const { marked, placeOf } = sidesMarked(text, entities);
  let score = higherAhead(marked);
  let rest = text;
  const taken: { from: number; to: number }[] = [];
  for (const { pattern, sign, weight } of CONSTRUCTIONS) {
    const found = pattern.exec(marked);
    if (found === null) continue;
    const place = { from: placeOf(found.index), to: placeOf(found.index + found[0].length) };
    if (taken.some((other) => overlaps(other, place))) continue;
    taken.push(place);
    score += sign * weight;
    rest = [...rest]
      .map((letter, at) =>
        at >= place.from && at < place.to && !entities.some(({ from, to }) => at >= from && at < to) ? ' ' : letter,
      )
      .join('');
  }
  return { score, rest };
};

/** What a sentence shows of a side. */
export interface StanceReading {
  readonly stance: ProposedStance;
  /** Above zero for small caps, below against them. */
  readonly score: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Small or large caps are named or taken up. */
  readonly isOnSize: boolean;
  /** Whom a pronoun of the next sentence may take up. */
  readonly side: SizeSide | undefined;
}

const PAST =
  /\b(?:has|have|had) (?:\w+ )?(?:been |already |now |also )?(?:risen|fallen|gained|lost|lagged|outperformed|underperformed|trailed|beaten|returned|rallied|climbed|dropped|added|rebounded|jumped|surged|advanced|slipped|declined)\b|\b(?:rose|fell|gained|lost|lagged|outperformed|underperformed|trailed|beat|returned|rallied|climbed|dropped|added|jumped|surged|advanced|slipped|closed|finished|ended|stood|traded|hit|was up|was down|is up|is down|are up|are down)\b/;
const SINCE =
  /\b(?:has|have) (?:\w+ )?\w+[^.;]*\b(?:since|so far|year to date|over the past|in the (?:past|last)|every (?:trading )?day)\b/;
const FORWARD =
  /\b(?:will|would|could|should|may|might|expect(?:s|ed|ing)?|likely|poised|set to|going to|think(?:s)?|believe(?:s)?|we|i|our|forecast(?:s)?|next|ahead|prefer(?:s)?|favou?r(?:s)?|overweight|underweight|recommend(?:s)?|remain(?:s)?|see(?:s)?|still|can|opportunity|room|attractive|compelling|risk(?:s)?)\b/;
/** A view that somebody held. */
const FORMER =
  /\b(?:our|my|his|her|their|the) (?:\w+ )?(?:advice|view|position|stance|call|preference) (?:was|had been)\b|\b(?:we|i|he|she|they) (?:used to|had (?:long )?(?:preferred|favou?red|recommended|been))\b/;
const CLEAR = 0.5;

/**
 * The side that words take on small caps against large caps, by the subject of each clause and what is said of it.
 *
 * @param plain a sentence, or a voice's part of one
 * @param before whom the sentence before was about
 */
export const stanceOf = (plain: string, before: SizeSide | undefined): StanceReading => {
  // what is said of the voice in passing is not what it says
  const text = plain.toLowerCase().replace(/, (?:who|whose|whom) [^,]{3,130},/g, ' ');
  const all = entitiesIn(text, before);
  const named = all.filter(({ isTakenUp }) => !isTakenUp);
  const isOnSize = all.length > 0;
  const sides = new Set(named.map(({ side }) => side));
  const side = sides.has('small') ? 'small' : sides.has('large') ? 'large' : all.length > 0 ? before : undefined;
  let topic: SizeSide | undefined = before;
  let [plus, minus] = [0, 0];
  if (isOnSize && (TURNING.test(text) || LEAD_ENDING.test(text))) plus += 1.8;
  const isOthers = OTHERS.test(text);
  const isRejecting = REJECTING.test(text);
  for (const { text: whole, weight } of clausesOf(text)) {
    const entities = entitiesIn(whole, topic);
    const { score: built, rest: clause } =
      entities.length > 0 || topic !== undefined ? builtIn(whole, entities) : { score: 0, rest: whole };
    if (built > 0) plus += built * weight;
    else minus -= built * weight;
    const moved = movedTo(clause, entities) * weight * (/\b(?:not|n't|never|no)\b/.test(clause) ? -1 : 1);
    if (moved > 0) plus += moved;
    else minus -= moved;
    for (const cue of cuesIn(clause)) {
      const sign = isNegated(clause, cue) ? -0.9 : 1;
      const isPast = PAST.test(clause) && !FORWARD.test(clause) && !GENERAL.test(text) && cue.kind !== 'act';
      const score =
        scoreOf(clause, cue, entities, topic) * sign * weight * (isPast ? 0.4 : 1) * (built === 0 ? 1 : 0.25);
      if (score > 0) plus += score;
      else minus -= score;
    }
    const last = entities.filter(({ isTakenUp }) => !isTakenUp);
    topic = last.find((entity) => entity.side === 'small')?.side ?? last[0]?.side ?? topic;
  }
  const turned = isOthers && isRejecting ? -1 : 1;
  const score = (plus - minus) * turned * (isOthers && !isRejecting ? 0.6 : 1);
  const total = plus + minus;
  const lean = total === 0 ? 0 : Math.abs(score) / total;
  const reading = { score, isOnSize, side };
  if (OPENLY_NEITHER.test(text) && isOnSize && !/\b(?:from|than) neutral\b/.test(text))
    return { ...reading, stance: 'neutral', confidence: 0.7 };
  const isOpen = NEITHER.test(text) && isOnSize;
  if (isOpen && (lean < 0.8 || Math.abs(score) < 1.1)) return { ...reading, stance: 'neutral', confidence: 0.6 };
  if (FORMER.test(text) && !/\bbut\b|\bnow\b/.test(text))
    return { ...reading, stance: isOnSize ? 'neutral' : 'unclear', confidence: 0.4 };
  if (!isOnSize && before !== undefined && (OPENLY_NEITHER.test(text) || NEITHER.test(text)) && Math.abs(score) < 0.5)
    return { ...reading, stance: 'neutral', confidence: 0.4 };
  if (!isOnSize) return { ...reading, stance: 'unclear', confidence: 0.3 };
  const isFact =
    (PAST.test(text) || (SINCE.test(text) && /\d|every/.test(text))) && !FORWARD.test(text) && Math.abs(score) < 1.2;
  if (isFact && !GENERAL.test(text)) return { ...reading, stance: 'neutral', confidence: 0.5 };
  if (Math.abs(score) >= CLEAR && lean >= 0.4)
    return {
      ...reading,
      stance: score > 0 ? 'bullish' : 'bearish',
      confidence: Math.min(0.95, 0.45 + 0.15 * Math.abs(score) + 0.2 * lean),
    };
  if (isFact) return { ...reading, stance: 'neutral', confidence: 0.5 };
  if (total >= 1.5 && lean < 0.4) return { ...reading, stance: 'neutral', confidence: 0.4 };
  return { ...reading, stance: 'unclear', confidence: 0.3 };
};
