import type { ProposedStance } from './claim.ts';
import {
  cuesIn,
  type Entity,
  entitiesIn,
  isNegated,
  isOverlapping,
  type SizeSide,
  scoreOf,
  weighedClauses,
} from './sides.ts';
import { CONSTRUCTIONS, LEAD_ENDING, OPENLY_NEITHER, TURNING } from './words/constructions.ts';
import { GENERAL, NEITHER, OTHERS, REJECTING } from './words/stance.ts';

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
    if (taken.some((other) => isOverlapping(other, place))) continue;
    taken.push(place);
    score +=
      sign *
      weight *
      (/\b(?:not|n't|never|no|hardly)(?: an?| the| just| merely| another)* $/.test(marked.slice(0, found.index))
        ? -0.9
        : 1);
    rest = [...rest]
      .map((letter, at) =>
        at >= place.from && at < place.to && !entities.some(({ from, to }) => at >= from && at < to) ? ' ' : letter,
      )
      .join('');
  }
  return { score, rest };
};

/** What the rules make of a sentence. */
export interface RuledStance {
  readonly stance: ProposedStance;
  /** Above zero for small caps, below against them. */
  readonly score: number;
}

const PAST =
  /\b(?:has|have|had) (?:\w+ )?(?:outrun|outpaced|outstripped|taken in|drawn|attracted|gathered)\b|\b(?:took in|drew|saw|attracted|gathered|pulled in|outran|outpaced)\b|\b(?:has|have|had) (?:\w+ )?(?:been |already |now |also )?(?:risen|fallen|gained|lost|lagged|outperformed|underperformed|trailed|beaten|returned|rallied|climbed|dropped|added|rebounded|jumped|surged|advanced|slipped|declined)\b|\b(?:rose|fell|gained|lost|lagged|outperformed|underperformed|trailed|beat|returned|rallied|climbed|dropped|added|jumped|surged|advanced|slipped|closed|finished|ended|stood|traded|hit|was up|was down|is up|is down|are up|are down)\b/;
const SINCE =
  /\b(?:has|have) (?:\w+ )?\w+[^.;]*\b(?:since|so far|year to date|over the past|in the (?:past|last)|every (?:trading )?day)\b/;
const FORWARD =
  /\b(?:will|would|could|should|may|might|expect(?:s|ed|ing)?|likely|poised|set to|going to|think(?:s)?|believe(?:s)?|we|i|our|forecast(?:s)?|next|ahead|prefer(?:s)?|favou?r(?:s)?|overweight|underweight|recommend(?:s)?|remain(?:s)?|see(?:s)?|still|can|opportunity|room|attractive|compelling|risk(?:s)?)\b/;
/** A view that somebody held. */
const FORMER =
  /\b(?:our|my|his|her|their|the) (?:\w+ )?(?:advice|view|position|stance|call|preference) (?:was|had been)\b|\b(?:we|i|he|she|they) (?:used to|had (?:long )?(?:preferred|favou?red|recommended|been))\b/;
/** A side in so many words, which no reason beside it outweighs. */
const SAID =
  /\b(?:am|is|are|we're|i'm|remains?|stays?|turn(?:s|ed)|becomes?)(?: (?!not|no|never|hardly|neither|less|far|longer)[a-z]+)? (bullish|bearish) (?:on|about|toward) (?:u\.?s\.? |american )?(?:small(?:er)?[- ](?:caps?|companies|stocks|firms)|the russell 2000)\b/g;

/** `Our conclusion is that small companies will lag large ones`. */
const WILL =
  /^(.*?)\b(?:small(?:er)?[- ](?:caps?|companies|stocks|firms)|the russell(?: 2000)?) (?:will|shall|should|(?:is|are) (?:likely|set|going|poised) to) (?:\w+ )?(?:(lag|trail|underperform)|beat|outperform|outpace)(?: behind)? (?:the )?(?:s&p|larg|big|broad)/;
const STATED = /^$|(?:\bthat|\bthinks?|\bbelieves?|\bexpects?|\bsays?|\bsaid|[,:;“"]|\bbecause|\band) $/;
const NOT_STATED =
  /n['’]t\b|\b(?:not?|never|nobody|few|doubts?|fears?|worr\w+|risks?|wrong|myth|hardly|whether|unless|questions?)\b/;
/** `We hold 4% in small caps against a benchmark weight of 7%`. */
const HELD =
  /\bholds? (?:only |just )?(\d+(?:\.\d+)?) ?(?:%|per ?cent)[^.;]*\b(?:small(?:er)?[- ](?:caps?|companies|stocks)|the russell)[^.;]*\b(?:against|versus|compared (?:with|to)|relative to) (?:an?|the|its|our|their) (?:benchmark|index|neutral|policy|strategic)(?: weight(?:ing)?)?(?: of)? (\d+(?:\.\d+)?)/;

const sideStated = (text: string): 'bullish' | 'bearish' | undefined => {
  const [, before = '', lags] = WILL.exec(text) ?? [undefined, '?'];
  if (STATED.test(before) && !NOT_STATED.test(before)) return lags ? 'bearish' : 'bullish';
  const [held, benchmark] = (HELD.exec(text) ?? []).slice(1).map(Number);
  if (held === undefined || benchmark === undefined || held === benchmark) return undefined;
  return held < benchmark ? 'bearish' : 'bullish';
};

/** The side that a text of lower case takes in so many words; undefined where none, both, or that of others or of the past. */
export const sideSaid = (text: string): 'bullish' | 'bearish' | undefined => {
  if (OTHERS.test(text) || /\bif\b/.test(text) || FORMER.test(text)) return undefined;
  const said = new Set([...text.matchAll(SAID)].map(([, side]) => side as 'bullish' | 'bearish'));
  const [side] = said;
  return said.size === 0 ? sideStated(text) : said.size === 1 ? side : undefined;
};

const IRONIC =
  /\b(?:what|such|how) (?:wonderful|lovely|great|splendid|marvell?ous|delightful|nice|thrilling)\b|\bthe theory is (?:lovely|beautiful|wonderful|elegant)\b/;
/** `If jobs hold up, small wins, and if they crack, it loses`. */
const TWO_IFS =
  /\bif\b[^.;]{3,100}\b(?:wins?|leads?|beats?|lags?|loses?|outperform|underperform|rall(?:y|ies)|rises?|falls?)\b[^.]{0,40}[,;] (?:and |but )?if\b/;

const CLEAR = 0.5;

/**
 * The side that words take on small caps against large caps, by the subject of each clause and what is said of it.
 *
 * @param plain a sentence, or a voice's part of one
 * @param before whom the sentence before was about
 */
export const ruledStance = (plain: string, before: SizeSide | undefined): RuledStance => {
  // what is said of the voice in passing is not what it says
  const text = plain.toLowerCase().replace(/, (?:who|whose|whom) [^,]{3,130},/g, ' ');
  const all = entitiesIn(text, before);
  const isOnSize = all.length > 0;
  let topic: SizeSide | undefined = before;
  let [plus, minus] = [0, 0];
  let [conceded, kept] = [0, 0];
  let isActed = false;
  if (isOnSize && (TURNING.test(text) || LEAD_ENDING.test(text))) plus += 1.8;
  const isTurned = /[,;] but\b/.test(text);
  const isOthers = OTHERS.test(text);
  const isRejecting = REJECTING.test(text);
  for (const { text: whole, weight } of weighedClauses(text)) {
    const entities = entitiesIn(whole, topic);
    const { score: built, rest: clause } =
      entities.length > 0 || topic !== undefined ? builtIn(whole, entities) : { score: 0, rest: whole };
    if (built !== 0) isActed = true;
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
      if (cue.kind === 'act' && score !== 0 && !/flow/.test(clause.slice(cue.from, cue.to))) isActed = true;
      if (score > 0) plus += score;
      else minus -= score;
    }
    const own = plus - minus - conceded - kept;
    if (weight < 0.5 && isTurned) conceded += own;
    else kept += own;
    const last = entities.filter(({ isTakenUp }) => !isTakenUp);
    topic = last.find((entity) => entity.side === 'small')?.side ?? last[0]?.side ?? topic;
  }
  const turned = isOthers && isRejecting ? -1 : 1;
  const score = (plus - minus) * turned * (isOthers && !isRejecting ? 0.6 : 1);
  const total = plus + minus;
  const lean = total === 0 ? 0 : Math.abs(score) / total;
  if (
    OPENLY_NEITHER.test(text) &&
    isOnSize &&
    !/\b(?:from|than) neutral\b|\b(?:over|under)weight\b.*\bneutral\b/.test(text)
  )
    return { score, stance: 'neutral' };
  if (isOnSize && TWO_IFS.test(text)) return { score, stance: 'neutral' };
  const said = sideSaid(text);
  if (said) return { score: (said === 'bullish' ? 1 : -1) * Math.max(1, Math.abs(score)), stance: said };
  const isOpen = NEITHER.test(text) && isOnSize;
  if (isOpen && (lean < 0.8 || Math.abs(score) < 1.1)) return { score, stance: 'neutral' };
  if (FORMER.test(text) && !/\bbut\b|\bnow\b/.test(text)) return { score, stance: isOnSize ? 'neutral' : 'unclear' };
  if (!isOnSize && before !== undefined && (OPENLY_NEITHER.test(text) || NEITHER.test(text)) && Math.abs(score) < 0.5)
    return { score, stance: 'neutral' };
  if (!isOnSize) return { score, stance: 'unclear' };
  const isFact =
    (PAST.test(text) || (SINCE.test(text) && /\d|every/.test(text))) &&
    !FORWARD.test(text.replace(/, which [^,]{3,90},/g, ' ')) &&
    Math.abs(score) < 1.5 &&
    !isActed;
  // `cheap, but cheap for years`: what is said behind the turn goes the other way
  if (conceded * kept > 0 && Math.abs(kept) < 1.3) return { score: 0, stance: 'unclear' };
  // praise of what is about to be turned down
  if (IRONIC.test(text) && score > 0) return { score, stance: 'unclear' };
  if (isFact && !GENERAL.test(text)) return { score, stance: 'neutral' };
  if (Math.abs(score) >= CLEAR && lean >= 0.4) return { score, stance: score > 0 ? 'bullish' : 'bearish' };
  if (isFact) return { score, stance: 'neutral' };
  if (total >= 1.5 && lean < 0.4) return { score, stance: 'neutral' };
  return { score, stance: 'unclear' };
};
