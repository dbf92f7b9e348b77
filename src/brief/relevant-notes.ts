import { calendarDaysBetween } from '../calendar/index.ts';
import type { DatedView, Facts } from '../facts/index.ts';
import { type AnalystView, hasExpired, type NoteTopic, type Stance, selectViews } from '../notes/index.ts';
import { checkNotes, type Finding } from '../record/index.ts';
import { answer } from '../topics/registry.ts';
import { basisPoints, type IsoDate, utcDateOf } from '../units.ts';
import type { Brief, BriefChange, LastTold } from './brief.ts';

/**
 * Which views, and which finding against a note, a brief shows on what changed. One current view a side, or none; a finding
 * only where the record contradicts a note on that very subject. A day without much news has neither.
 */

type Changed = Pick<Brief, 'closes' | 'fed' | 'news' | 'day'> & { readonly told?: LastTold['views'] };
type Subject = 'the Fed' | 'a record' | 'the ratio';

/** Topics of notes about prices. */
const PRICE_TOPICS: readonly NoteTopic[] = ['momentum', 'index levels', 'breadth', 'quality'];
const STEP_BPS = 25;

const FED_CHANGES = new Set<BriefChange['kind']>(['range', 'odds', 'odds-flip']);

/** The subject of the day: the Fed before prices; undefined where nothing moved much. */
const subjectOf = ({ news, closes }: Changed): Subject | undefined => {
  const changes: readonly BriefChange[] = news.kind === 'since' ? news.changes : [];
  if (changes.some(({ kind }) => FED_CHANGES.has(kind))) return 'the Fed';
  if (changes.some(({ kind }) => kind === 'record')) return 'a record';
  const isNewClose = news.kind === 'first' || changes.some(({ kind }) => kind === 'close');
  if (closes.kind === 'no-closes' || !isNewClose) return undefined;
  const hasMoved = closes.direction !== undefined && closes.direction !== 'held';
  return hasMoved || closes.extreme ? 'the ratio' : undefined;
};

/** Which views are relevant: those that rest on cuts only where a cut is the likeliest outcome. */
const isRelevantTo = (subject: Subject, { fed: { likeliest } }: Changed): ((view: AnalystView) => boolean) => {
  const isCutLikely = likeliest === 'cut';
  if (subject === 'the Fed') return ({ bearsOn }) => bearsOn === (isCutLikely ? 'cut' : 'any');
  return ({ bearsOn, topics }) =>
    topics.some((topic) => PRICE_TOPICS.includes(topic)) &&
    (bearsOn === 'any' || isCutLikely || likeliest === undefined);
};

const DAY_ONE = '1970-01-01' as IsoDate;

/**
 * The view whose turn it is: of those not told yet in the channel, counted from the day; else the one told longest ago. The
 * same day and the same told views give the same one.
 */
const inTurn = (
  views: readonly AnalystView[],
  told: NonNullable<LastTold['views']>,
  day: IsoDate,
): AnalystView | undefined => {
  const start = views.length === 0 ? 0 : calendarDaysBetween(DAY_ONE, day) % views.length;
  const turn = ({ id }: AnalystView): number => told.findIndex((one) => one.id === id);
  return [...views.slice(start), ...views.slice(0, start)].toSorted((one, other) => turn(one) - turn(other))[0];
};

const viewsOn = (
  subject: Subject,
  changed: Changed,
  facts: Facts,
): Pick<Brief, 'opposingViews' | 'views'> | undefined => {
  const { notes } = facts;
  const today = utcDateOf(facts.now);
  const isRelevant = isRelevantTo(subject, changed);
  const running = { ...notes, views: notes.views.filter((view) => isRelevant(view) && !hasExpired(view, today)) };
  const move = basisPoints(
    changed.fed.likeliest === 'cut' ? -STEP_BPS : changed.fed.likeliest === 'hike' ? STEP_BPS : 0,
  );
  const next = (stance: Stance) =>
    inTurn(selectViews(running, stance, move, today, Number.POSITIVE_INFINITY), changed.told ?? [], changed.day.date);
  const [bullish, bearish] = [next('bullish'), next('bearish')];
  if (bullish === undefined || bearish === undefined) return undefined;
  const { claims, views } = answer({ kind: 'views', claims: [bullish.id, bearish.id] }, facts);
  const dated = ({ id }: AnalystView) => claims?.shown.find(({ claim }) => claim.id === id) as DatedView;
  const { sides } = answer({ kind: 'views' }, facts);
  const count = (of: Stance) => sides.find(({ stance }) => stance === of)?.voices.length ?? 0;
  return {
    opposingViews: {
      bullish: dated(bullish),
      bearish: dated(bearish),
      stanceCounts: { bullish: count('bullish'), bearish: count('bearish') },
    },
    views: [bullish, bearish].flatMap(({ id }) => views.filter(({ claim }) => claim === id)),
  };
};

/** The topics that a contradicted statement has to have. A move of the ratio contradicts no statement about other days. */
const FLAGGED_TOPICS: Readonly<Record<Subject, readonly NoteTopic[] | undefined>> = {
  'the Fed': ['rates'],
  'a record': ['index levels', 'momentum'],
  'the ratio': undefined,
};

/** The finding against a note on the subject; of several, the one with the fewest other topics. */
const flagOn = (subject: Subject, { news }: Changed, { notes, record }: Facts): Finding | undefined => {
  const wanted = FLAGGED_TOPICS[subject];
  const isOnlyOdds = news.kind === 'since' && news.changes.every(({ kind }) => kind === 'odds' || kind === 'close');
  if (wanted === undefined || isOnlyOdds) return undefined;
  const topicsOf = ({ claims }: Finding): ReadonlySet<NoteTopic> =>
    new Set(notes.claims.filter(({ id }) => claims.includes(id)).flatMap(({ topics }) => topics));
  return checkNotes(notes, record)
    .filter((one) => one.verdict === 'disagrees' && wanted.every((topic) => topicsOf(one).has(topic)))
    .toSorted((one, other) => topicsOf(one).size - topicsOf(other).size)[0];
};

/** Selects from the notes what a brief shows on what changed; empty on a day without much news. */
export const relevantNotes = (
  changed: Changed,
  facts: Facts,
): Pick<Brief, 'opposingViews' | 'flag'> & Partial<Pick<Brief, 'views'>> => {
  const subject = subjectOf(changed);
  if (subject === undefined) return {};
  const flag = flagOn(subject, changed, facts);
  return { ...viewsOn(subject, changed, facts), ...(flag && { flag }) };
};
