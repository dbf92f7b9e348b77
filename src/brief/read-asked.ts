import type { Utterance } from '../language/index.ts';
import type { BriefEffect } from './effect.ts';
import { daysAt } from './read-days.ts';
import { saidIn } from './read-said.ts';
import { type BriefText, briefTextOf, phraseAt, phraseTable, wordSet } from './read-text.ts';
import { ASKS, type BriefParts, NOUNS, type Unread } from './read-words.ts';
import words from './words.json' with { type: 'json' };

type Asked =
  | Extract<BriefEffect, { do: 'history' | 'preview' | 'now' }>
  | { readonly kind: 'brief'; readonly do: 'list' };

const ROWS = ASKS.map(({ does, said }) => ({ does, heads: phraseTable({ said }) }));
const NOT_NOW = wordSet(
  'regular recurring standing schedule set create add make new every each no dont not wont xmas christmas thanksgiving',
);
const QUESTIONS = wordSet(
  'how did has have hasnt didnt was is are when what whats which who why never show list history',
);
const MOST_ELLIPTIC = 3;
const IT = wordSet('it one ones that post go nothing');
const DAYS = wordSet('tomorrow today yesterday friday monday tuesday wednesday thursday last week night weekend');

const DELIVERED = phraseTable({ said: ASKS.find(({ does }) => does === 'history')?.said ?? [] });
const PEOPLE = wordSet('you i we they he she');
const ONE_DAY = wordSet('today yesterday morning');

/** `did mondays go out`: nothing else is delivered day by day. */
const isOfDay = (text: BriefText): boolean =>
  !text.words.some((word) => PEOPLE.has(word)) &&
  text.words.some(
    (word, at) =>
      phraseAt(DELIVERED, text.words, at) ||
      (word === 'come' && text.words.slice(0, at).some((before) => /^(?:did|didnt)$/.test(before))),
  ) &&
  text.words.some((word, at) => ONE_DAY.has(word) || daysAt(text, at) !== undefined);

const SCHEDULED = /^(?:scheduled|schedules)$/;
const OF_ALL = /^(?:everything|all|list|got|briefs|channels)$/;

const RUNNING =
  /^(?:(?:so|and|ok) )*(?:what|whats|which|how many)(?: ones| of them| of these| else)? (?:have|do|did|has) (?:i|we) (?:got |have |set )?(?:running|going|live|active|scheduled|up|set up)(?: (?:now|rn|right now|atm|at the moment))?(?: \?)?$/;

/** The same said without a brief before it, and `list me all that is scheduled`. */
export const askedAlone = (text: BriefText): Asked | undefined => {
  const isOfAll =
    [SCHEDULED, OF_ALL].every((one) => text.words.some((word) => one.test(word))) || RUNNING.test(text.words.join(' '));
  const said = isOfAll || isOfDay(text) ? saidIn(text, undefined, true) : undefined;
  const read = said && !('kind' in said) ? askedIn(text, said, isOfAll) : undefined;
  return read?.do === (isOfAll ? 'list' : 'history') ? read : undefined;
};

/**
 * `did this morning's brief go out`, `what briefs are scheduled`, `post it now`: what is asked of briefs, where every word
 * is one that may be said with it.
 *
 * @param isNamed a brief is named, or a command asks
 */
export const askedIn = (text: BriefText, said: BriefParts, isNamed = true): Asked | undefined => {
  const { words, channels } = text;
  const heads = ROWS.flatMap((row) =>
    words.flatMap((_, from) =>
      words.slice(from, phraseAt(row.heads, words, from)?.to ?? from).map((__, at) => from + at),
    ),
  );
  const isKnown = ({ words: word, at }: Unread): boolean =>
    heads.includes(at) || DAYS.has(word.toLowerCase().replace(/['’]s$/, ''));
  if (!said.unread.every(isKnown)) return undefined;
  const isQuestion = words.some((word) => QUESTIONS.has(word)) || text.utterance.typed.trim().endsWith('?');
  const isTimed = said.times.size + said.zones.size > 0 || (said.recurrence ?? said.laterBy) !== undefined;
  const isScheduled = said.triggers.size > 0 || said.isOpenEnded || said.isEvening || said.onClosed || said.onStale;
  if (isScheduled || ((isTimed || said.days.size > 0) && !isQuestion)) return undefined;
  const isOfIt = isNamed || words.some((word) => IT.has(word)) || isOfDay(text);
  const row = ROWS.find(({ does, heads }, at) => {
    // "what did they do" is of others
    const isOfOthers = !isOfIt && ((at > 0 && does === 'history') || (does === 'now' && words.length > MOST_ELLIPTIC));
    const isLater = does === 'now' && (isTimed || said.days.size > 0 || words.some((word) => NOT_NOW.has(word)));
    return !isOfOthers && !isLater && words.some((_, place) => phraseAt(heads, words, place));
  });
  if (!row) return undefined;
  const [time] = said.times.keys();
  const of = { ...(channels[0] && { channel: channels[0].id }), ...(time && { time }) };
  const isOfOne = row.does === 'history' && Object.keys(of).length > 0;
  return { kind: 'brief', do: row.does, ...(isOfOne && { of }) } as Asked;
};

const WISHES = phraseTable(words.wishes);
const TOLD = wordSet(words.told);
const AROUND_NOUN = 6;

/** Whether a brief is wished for: `send us the brief`, `brief me`; what people tell each other of theirs is no wish. */
export const isWished = ({ words }: BriefText): boolean =>
  words.some((word, at) => {
    const wish = phraseAt(WISHES, words, at);
    if (!wish || wish.value === 'me') return wish !== undefined;
    const [asks = '', before = ''] = [words[at - 2], words[at - 1]];
    const isByUs = /^(?:i|we)$/.test(before);
    const isWish = (at === 0 && word !== 'like') || /^(?:would|d|please|id|wed)$/.test(before);
    const isOthers = /^(?:have|see|read)$/.test(word) || (/^(?:want|need|like)$/.test(word) && !isWish);
    const isHad = !/^(?:want|need)$/.test(word) && !/^(?:can|could|may)$/.test(asks);
    if ((isByUs ? isHad : isOthers) || TOLD.has(before)) return false;
    return words.slice(wish.to, wish.to + AROUND_NOUN).some((__, place) => phraseAt(NOUNS, words, wish.to + place));
  });

/** Whether the words wish for a brief: `brief at 8?` among people may be an appointment. */
export const isBriefOrdered = (utterance: Utterance): boolean => isWished(briefTextOf(utterance));

const SUMMARY = wordSet(words.summary);

/** `a brief summary`, `in brief`, `stop being brief`: being brief. */
export const isBeingBrief = ({ words }: BriefText): boolean =>
  words.some(
    (word, at) =>
      word === 'brief' &&
      ((SUMMARY.has(words[at + 1] ?? '') &&
        words[at - 2] !== 'would' &&
        /^(?:a|the|drop)?$/.test(words[at - 1] ?? '')) ||
        (/^(?:in|be|being|so|too|keep|it)$/.test(words[at - 1] ?? '') && !/^(?:us|me)$/.test(words[at + 1] ?? ''))),
  );
