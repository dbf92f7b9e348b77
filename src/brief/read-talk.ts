import { firstWordOf, type Utterance, wholeOf } from '../language/index.ts';
import type { Context } from '../topics/context.ts';
import type { ReadTopic } from '../topics/reading.ts';
import type { BriefEffect, UnclearBrief } from './effect.ts';
import { optionAt, triggerAt } from './read-conditions.ts';
import { orderAt, readOrder } from './read-orders.ts';
import { readSchedule, readTimeOf, saysWhen, schedulePartsOf } from './read-schedule.ts';
import {
  type BriefText,
  briefTextOf,
  phraseAt,
  phraseTable,
  shown,
  typedText,
  unclearBrief,
  wordSet,
} from './read-text.ts';
import { zoneAt } from './read-zones.ts';

const NOUNS = phraseTable({
  brief: `brief|briefs|briefing|breif|breifs|morning note|morning message|morning post|morning update|morning summary|
    daily note|daily message|daily post|daily update|daily summary|market note|digest|daily digest|newsletter`,
});
const WISHES = phraseTable({
  me: 'brief me|brief us',
  verb: `post|send|schedule|deliver|give|show|get|set up|setup|create|add|make|start|run|publish|bring|want|need|like|
    have|see|read|drop`,
});
/** `sure`: what stands behind `when` is to be waited for, or cannot be; behind the others it may be asked. */
const ALERTS = phraseTable({
  sure: `ping me|ping us|ping|alert me|alert us|alert|notify me|notify us|notify|warn me|warn us|message me|message us|
    give us a shout|give me a shout|send an alert|set an alert|post|buzz me|buzz us|holler|shout at me|shout at us|
    gimme a shout|give me a heads up|give us a heads up|send me a ping|text me|set up an alert|set me an alert`,
  unsure: 'tell me|tell us|let me know|let us know|remind me|remind us|flag|shout|brief me|brief us',
});
const TOLD = wordSet('we they he she who is was were has had');
const WISHING = wordSet('i we can could may to would please d');
const AROUND_NOUN = 6;
/** Words that make of the brief a thing that is spoken of. */
const ABOUT = wordSet('is was were has had will wasnt isnt');

/** Whether a brief is wished for: `send us the brief`, `brief me`; what people tell each other of theirs is no wish. */
const isWished = ({ words }: BriefText): boolean =>
  words.some((_, at) => {
    const wish = phraseAt(WISHES, words, at);
    if (!wish) return false;
    const before = words[at - 1] ?? '';
    if (wish.value === 'me') return true;
    const isOwnWish = /^(?:want|need|like|have|see|read|get)$/.test(words[at] ?? '');
    if (isOwnWish && words[at] !== 'get' && !WISHING.has(before)) return false;
    if (/^(?:have|see|read)$/.test(words[at] ?? '') && !/^(?:i|we)$/.test(before)) return false;
    const asks = words[at - 2] ?? '';
    if (/^(?:i|we)$/.test(before) && !/^(?:want|need)$/.test(words[at] ?? '') && !/^(?:can|could|may)$/.test(asks))
      return false;
    if (TOLD.has(before) && before !== 'we') return false;
    return words.slice(wish.to, wish.to + AROUND_NOUN).some((__, place) => phraseAt(NOUNS, words, wish.to + place));
  });

/** Whether the words wish for a brief: `brief at 8?` among people may be an appointment. */
export const isBriefOrdered = (utterance: Utterance): boolean => isWished(briefTextOf(utterance));

const hasNoun = ({ words }: BriefText): boolean => words.some((_, at) => phraseAt(NOUNS, words, at));

const PRONOUN = wordSet('it them that one ones 1 2 3 4 5 6 7 8 9 until till next first second third last');
const CHANGES = phraseTable({
  change: 'make it|make that|change it|change that|move it|move that|set it|rather|better|have it|do it',
});

/** `tues and thurs only`: other days, and nothing else. */
const onlyDaysIn = (text: BriefText, start: number): string | undefined => {
  const said = shown(text, start, text.words.length);
  const parts = schedulePartsOf(typedText(said.replace(/\b(?:only|just|instead|please|pls)\b/gi, '')));
  const isOfDays = !('kind' in parts) && parts.days.size + parts.excepted.size > 0 && parts.triggers.size === 0;
  return isOfDays && parts.unread.length === 0 ? said : undefined;
};

/** What is made of words that go on from talk of briefs: `and remove the second one`, `make it 8`. */
const readOn = (text: BriefText, start: number): BriefEffect | UnclearBrief | undefined => {
  const { words } = text;
  const order = orderAt(text, start);
  if (order && words.slice(order.to).some((word) => PRONOUN.has(word))) {
    const read = readOrder(text, start);
    return read?.kind === 'brief' ? read : undefined;
  }
  const plain = readOrder(text, start);
  if (plain?.kind === 'brief' && plain.do === 'list' && words.length > 1) return plain;
  const days = onlyDaysIn(text, start);
  if (days) return unclearBrief('brief-change', days);
  const change = words.findIndex((_, at) => phraseAt(CHANGES, words, at));
  const to = change < 0 ? undefined : phraseAt(CHANGES, words, change)?.to;
  if (to === undefined || change > start + 1) return undefined;
  const when = readSchedule(typedText(`at ${words.slice(to).join(' ')}`));
  if (when.kind === 'brief' && when.do === 'schedule') {
    return unclearBrief('brief-change', shown(text, to, words.length));
  }
  return undefined;
};

/** `8` as the answer to `At what time?` */
const answerOf = ({ words, utterance }: BriefText): BriefText =>
  words.length > 0 && words.length <= MOST_ANSWERED ? typedText(`at ${utterance.typed}`) : typedText('');
const MOST_ANSWERED = 8;

const COURTESIES = wordSet('and no nope nah actually oh instead then also but sorry wait yes ok rather');

/** What `/brief` makes of free words, where they are about briefs and leave nothing unread; or what is asked back. */
const readFree = (
  text: BriefText,
  isNamedOther: boolean,
  after: Context['brief'],
): BriefEffect | UnclearBrief | undefined => {
  const { words, utterance } = text;
  const first = Math.max(firstWordOf(utterance), 0);
  let start = first;
  const isSign = (at: number): boolean => utterance.tokens[at]?.kind === 'sign';
  while ((COURTESIES.has(words[start] ?? '') || isSign(start)) && !orderAt(text, start)) start += 1;
  const isNamed = hasNoun(text);
  if (!isNamed) {
    const alert = phraseAt(ALERTS, words, start);
    if (alert) {
      const parts = schedulePartsOf(text);
      const read = readSchedule(text, parts);
      const isTrigger = 'kind' in parts ? parts.reason === 'brief-trigger' : parts.triggers.size > 0;
      if (isTrigger && (!isNamedOther || read.kind === 'brief'))
        return read.kind === 'brief' || alert.value === 'sure' ? read : undefined;
    }
    if (after === undefined) return undefined;
    return (after === true ? undefined : readTimeOf(after, answerOf(text))) ?? readOn(text, start);
  }
  // "an all-time high" may be a topic of the notes: what is waited for is read whole, or not at all
  if (isNamedOther && !words.some((_, at) => triggerAt(text, at)?.kind === 'trigger')) return undefined;
  const order = orderAt(text, start);
  const isOption = optionAt(text, start) !== undefined;
  if (order && !isOption) {
    // "stop being brief", "drop the brief summary"
    const noun = words.findIndex((_, at) => at >= order.to && phraseAt(NOUNS, words, at));
    const between = words.slice(order.to, noun);
    return noun >= 0 && between.every((word) => !/^(?:being|be|so|too)$/.test(word)) && !isSummary(words, noun)
      ? readOrder(text, start)
      : undefined;
  }
  if (MOVING.has(words[start] ?? '')) {
    const when = readSchedule(typedText(shown(text, start + 1, words.length)));
    const isTimed = when.kind === 'brief' && when.do === 'schedule';
    return isTimed ? unclearBrief('brief-change', shown(text, start, words.length)) : undefined;
  }
  const read = readOrder(text, start) ?? (isAtOnce(text) ? ({ kind: 'brief', do: 'now' } as const) : undefined);
  if (read) return read.kind === 'brief' ? read : undefined;
  const noun = phraseAt(NOUNS, words, skipArticles(words, start));
  const isFirst = noun !== undefined && !words.some((word) => ABOUT.has(word));
  if (!isWished(text) && !isFirst) return undefined;
  const parts = schedulePartsOf(text);
  const schedule = readSchedule(text, parts);
  if (schedule.kind === 'brief') {
    const isForm = schedule.do === 'form' && words.some((word) => MAKING.has(word));
    return schedule.do === 'schedule' || isForm ? schedule : undefined;
  }
  const isDated =
    !('kind' in parts) && (saysWhen(parts) || parts.zones.size > 0 || words.some((word) => HOW_OFTEN.has(word)));
  if (schedule.reason === 'not-a-brief') return isDated && isWished(text) && !isSummaryOf(words) ? schedule : undefined;
  const isWaiting = schedule.reason === 'brief-trigger' && WAITING.test(schedule.words);
  if (schedule.reason === 'brief-trigger' && !isWaiting) return undefined;
  if (schedule.reason === 'brief-trigger') return isWished(text) && !isSummaryOf(words) ? schedule : undefined;
  return isWished(text) || isDated ? schedule : undefined;
};

const WAITING = /^(?:when|if|once|after|as soon|every time|each time)/i;
const HOW_OFTEN = wordSet('twice hourly monthly biweekly fortnightly quarterly yearly times');
/** What would change a brief that there is. */
const MOVING = wordSet('change move reschedule shift push');
const MAKING = wordSet('schedule set setup create add make new');
const ARTICLES = wordSet('the a an this today our my next latest morning daily market rotation please');
const skipArticles = (words: readonly string[], start: number): number => {
  let at = start;
  while (ARTICLES.has(words[at] ?? '') && !phraseAt(NOUNS, words, at)) at += 1;
  return at;
};
const SUMMARY = wordSet(
  'summary overview history look note words word answer description explanation update recap intro',
);
/** `a brief summary`: being brief. */
const isSummary = (words: readonly string[], noun: number): boolean =>
  words[noun] === 'brief' && SUMMARY.has(words[noun + 1] ?? '');
const isSummaryOf = (words: readonly string[]): boolean => words.some((_, at) => isSummary(words, at));

const AT_ONCE = wordSet(`
  please pls plz can could may would will you i we ok now let s hi hello hey so the a an this today our my next latest morning daily market
  rotation brief breif briefing me us give send show get have see read run publish bring want need like drop d to here again right at
  once thanks thx note post message update digest newsletter summary
`);
/** Nothing but that a brief is wanted. */
const isAtOnce = ({ words, utterance: { tokens } }: BriefText): boolean =>
  words.every((word, at) => AT_ONCE.has(word) || tokens[at]?.kind === 'sign') &&
  (!/^(?:i|we)$/.test(words[0] ?? '') || /^(?:want|need|d|would)$/.test(words[1] ?? '')) &&
  words.some((_, at) => phraseAt(NOUNS, words, at));

const OTHER_KINDS: ReadonlySet<string> = new Set(['who', 'note', 'topic', 'stance']);

/**
 * `brief me every weekday at 7:30`, `kill the brief`, `ping us when the ratio goes over .42`: every word is one that
 * `/brief` takes, or the words are asked back. Being brief, and a brief answer, are something else.
 */
export const readBriefs: ReadTopic = (utterance, context) => {
  const text = briefTextOf(utterance);
  const nouns = text.words.flatMap((_, from) => {
    const noun = phraseAt(NOUNS, text.words, from);
    return noun ? [{ from, to: noun.to }] : [];
  });
  const isNamedOther = utterance.slots.some(
    ({ kind, from, to }) =>
      OTHER_KINDS.has(kind) && !nouns.some((noun) => noun.from <= from && to <= noun.to) && !isOwnWord(text, from, to),
  );
  const asks = readFree(text, isNamedOther, context?.brief);
  return asks ? [{ asks, name: 'The morning brief', how: 'exact', uses: [wholeOf(utterance)] }] : [];
};

const OWN_TOPICS = wordSet('market ratio russell small caps record odds fed rotation wall street');
/** A topic's name that a brief may be about by itself, or a zone: `the market brief`, `at 8am Stockholm`. */
const isOwnWord = (text: BriefText, from: number, to: number): boolean =>
  text.words.slice(from, to).every((word) => OWN_TOPICS.has(word)) ||
  (zoneAt(text, from) !== undefined && !/^(?:on|about|regarding|re|of)$/.test(text.words[from - 1] ?? ''));
