import type { DatedView, Facts } from '../facts/index.ts';
import { hasExpired, type NoteTopic, type Stance, selectViews, type View } from '../notes/index.ts';
import { checkNotes, type Finding } from '../record/index.ts';
import { answer } from '../topics/registry.ts';
import { basisPoints, utcDateOf } from '../units.ts';
import type { Brief, BriefChange } from './brief.ts';

/**
 * Which views and which flag bear on what changed. Views of the subject that still run, one a side or none at all; a flag
 * only where the record contradicts a note on that very subject. A day on which little moved has neither.
 */

type Told = Pick<Brief, 'closes' | 'fed' | 'news'>;
type Subject = 'the Fed' | 'a record' | 'the ratio';

/** Small against large firms, and which way the market runs. */
const OF_PRICES: readonly NoteTopic[] = ['momentum', 'index levels', 'breadth', 'quality'];
const STEP_BPS = 25;

const OF_FED = new Set<BriefChange['kind']>(['range', 'odds', 'odds-flip']);

/** The subject of the day: the Fed before prices; undefined where nothing moved noticeably. */
const subjectOf = ({ news, closes }: Told): Subject | undefined => {
  const changes: readonly BriefChange[] = news.kind === 'since' ? news.changes : [];
  if (changes.some(({ kind }) => OF_FED.has(kind))) return 'the Fed';
  if (changes.some(({ kind }) => kind === 'record')) return 'a record';
  const isNewClose = news.kind === 'first' || changes.some(({ kind }) => kind === 'close');
  if (closes.kind === 'no-closes' || !isNewClose) return undefined;
  const hasMoved = closes.direction !== undefined && closes.direction !== 'held';
  return hasMoved || closes.extreme ? 'the ratio' : undefined;
};

/** A view that rests on cuts is worth reading where a cut is the likeliest; one that stands whatever the Fed does, always. */
const fits = (subject: Subject, { fed: { likeliest } }: Told): ((view: View) => boolean) => {
  const isCutLikely = likeliest === 'cut';
  if (subject === 'the Fed') return ({ bearsOn }) => bearsOn === (isCutLikely ? 'cut' : 'any');
  return ({ bearsOn, topics }) =>
    topics.some((topic) => OF_PRICES.includes(topic)) && (bearsOn === 'any' || isCutLikely || likeliest === undefined);
};

const viewsOn = (subject: Subject, told: Told, facts: Facts): Pick<Brief, 'opposingViews' | 'views'> | undefined => {
  const { notes } = facts;
  const today = utcDateOf(facts.now);
  const isFit = fits(subject, told);
  const running = { ...notes, views: notes.views.filter((view) => isFit(view) && !hasExpired(view, today)) };
  const move = basisPoints(told.fed.likeliest === 'cut' ? -STEP_BPS : told.fed.likeliest === 'hike' ? STEP_BPS : 0);
  const first = (stance: Stance) => selectViews(running, stance, move, today, 1)[0];
  const [bullish, bearish] = [first('bullish'), first('bearish')];
  if (bullish === undefined || bearish === undefined) return undefined;
  const { claims, views } = answer({ kind: 'views', claims: [bullish.id, bearish.id] }, facts);
  const dated = ({ id }: View) => claims?.shown.find(({ claim }) => claim.id === id) as DatedView;
  const { sides } = answer({ kind: 'views' }, facts);
  const count = (of: Stance) => sides.find(({ stance }) => stance === of)?.voices.length ?? 0;
  return {
    opposingViews: {
      bullish: dated(bullish),
      bearish: dated(bearish),
      stanceCounts: { bullish: count('bullish'), bearish: count('bearish') },
    },
    views,
  };
};

/** What a flagged statement has to be about. A ratio that only moved says nothing of what notes wrote of other days. */
const FLAGGED_TOPICS: Readonly<Record<Subject, readonly NoteTopic[] | undefined>> = {
  'the Fed': ['rates'],
  'a record': ['index levels', 'momentum'],
  'the ratio': undefined,
};

/** The worst that the record says of a note on the subject; of equals, the one about the least besides. */
const flagOn = (subject: Subject, { news }: Told, { notes, record }: Facts): Finding | undefined => {
  const wanted = FLAGGED_TOPICS[subject];
  const isOnlyOdds = news.kind === 'since' && news.changes.every(({ kind }) => kind === 'odds' || kind === 'close');
  if (wanted === undefined || isOnlyOdds) return undefined;
  const topicsOf = ({ claims }: Finding): ReadonlySet<NoteTopic> =>
    new Set(notes.claims.filter(({ id }) => claims.includes(id)).flatMap(({ topics }) => topics));
  return checkNotes(notes, record)
    .filter((one) => one.verdict === 'disagrees' && wanted.every((topic) => topicsOf(one).has(topic)))
    .toSorted((one, other) => topicsOf(one).size - topicsOf(other).size)[0];
};

/** What of the notes is worth reading on what changed; empty on a day without news. */
export const relevantNotes = (
  told: Told,
  facts: Facts,
): Pick<Brief, 'opposingViews' | 'flag'> & Partial<Pick<Brief, 'views'>> => {
  const subject = subjectOf(told);
  if (subject === undefined) return {};
  const flag = flagOn(subject, told, facts);
  return { ...viewsOn(subject, told, facts), ...(flag && { flag }) };
};
