import type { DatedClaim, Side } from '../../facts/index.ts';
import { capitalized, dayNear, fitHeading, listed, noteDay, unbroken } from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import { affiliation, alternatives, shortName, stanceSentence } from '../../wording/index.ts';
import type { ViewsAnswer } from './answer.ts';
import type { Horizon, Need } from './question.ts';

const NEED_NAMES: Record<Need, string> = {
  'soft landing': 'a soft landing',
  'no recession': 'no recession',
  'stronger economy': 'a stronger economy',
  'falling rates': 'falling rates',
  anything: 'a condition',
};

const HORIZON_NAMES: Record<Horizon, string> = {
  'near term': 'the near term',
  'about a year': 'about a year',
  'long term': 'the long term',
};

/** ` for the long term`, ` given a soft landing`: the terms asked for, behind what else was. */
const termsAsked = ({ question: { needs, horizon } }: ViewsAnswer): string => {
  const ahead = horizon === undefined ? '' : ` for ${HORIZON_NAMES[horizon]}`;
  if (needs === undefined) return ahead;
  return `${ahead} ${needs === 'anything' ? 'with' : 'given'} ${NEED_NAMES[needs]}`;
};

const IN_WORDS = ['Nobody', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** `Six depend on a soft landing, no recession or a stronger economy: Casper, BofA, …`. */
const conditionsTitle = ({ question, claims, needs = [] }: ViewsAnswer): string => {
  const asked = question.needs ?? 'anything';
  const shown = claims?.shown ?? [];
  const isAny = asked === 'anything';
  if (shown.length === 0) return `Nobody in the notes names ${NEED_NAMES[asked]}${isAny ? '' : ' as a condition'}`;
  const sided = shown.filter(({ claim }) => claim.stance !== undefined);
  const names = [...new Set([...sided, ...shown].map(shortName))];
  const what = (verb: string) =>
    isAny ? `name${verb} a condition` : `depend${verb} on ${alternatives(needs.map((need) => NEED_NAMES[need]))}`;
  if ((claims?.pages ?? 1) > 1) return `${claims?.total ?? shown.length} views ${what('')}`;
  const count = IN_WORDS[names.length] ?? String(names.length);
  return `${count} ${what(names.length === 1 ? 's' : '')}: ${listed(names)}`;
};

export const countedWord = (count: number): string => IN_WORDS[count] ?? String(count);

const settledWords = ({ question: { expired, proved } }: ViewsAnswer, count: number): string => {
  const noun = count === 1 ? 'view' : 'views';
  if (proved === undefined) return `${noun} ${count === 1 ? 'has' : 'have'} run out`;
  const run = expired ? ' that ran out' : '';
  if (proved === 'wrong') return `${noun}${run} proved wrong`;
  return `${noun}${run} ${count === 1 ? 'holds' : 'hold'} as far as the record goes`;
};

/** `Two views proved wrong: Kostin and West`; `No view has run out by this day`. */
const settledTitle = (answer: ViewsAnswer, naming: Naming): string => {
  const { claims } = answer;
  const scope = scopeOf(answer, naming);
  const names = [...new Set((claims?.shown ?? []).map(shortName))];
  const count = claims?.total ?? 0;
  if (count === 0) {
    const words = settledWords(answer, 1);
    const { who, proved } = answer.question;
    const by = who === undefined ? '' : ` by ${naming(who, 'name')}`;
    return proved === 'right'
      ? `The record bears out no view${by}${scope}`
      : `No ${words.replace('view', `view${by}${scope}`)} ${proved === undefined ? 'by this day' : 'on record'}`;
  }
  return `${IN_WORDS[count] ?? count} ${settledWords(answer, count)}${scope}: ${naming(names, 'voice')}`;
};

/** How names in a title are written: all of them, or their number where the title has no room for all. */
type Naming = (names: readonly string[], noun: string) => string;

const inFull: Naming = (names) => listed(names);
const inShort: Naming = (names, noun) => (names.length > 1 ? `${names.length} ${noun}s` : listed(names));

/** ` on tariffs in note 002`, each part only where it was asked for. */
const scopeOf = (answer: ViewsAnswer, naming: Naming): string => {
  const { topics, notes } = answer.question;
  const on = `${topics ? ` on ${naming(topics, 'topic')}` : ''}${termsAsked(answer)}`;
  const numbers = notes?.map((note) => unbroken(`note ${note}`));
  return numbers ? `${on} in ${naming(numbers, 'note')}` : on;
};

const isHeld = ({ voices }: Side): boolean => voices.length > 0;

/**
 * `bullish and bearish (next 12 months)`: a person's sides, with the horizon where it sets them apart.
 *
 * @param claims all there are; none where they are spread over several parts, which would each name another horizon
 */
const standing = (sides: readonly Side[], claims: readonly DatedClaim[]): string => {
  const held = sides.filter(isHeld);
  return listed(
    held.map(({ stance }) => {
      const horizons = new Set(
        claims.filter(({ claim }) => claim.stance === stance).map(({ claim }) => claim.horizon?.label),
      );
      const [only] = horizons;
      return held.length > 1 && horizons.size === 1 && only !== undefined ? `${stance} (${only})` : stance;
    }),
  );
};

/** How many people take a side, whoever takes several once. */
export const voicesOn = (sides: readonly Side[]): string => {
  const { size } = new Set(sides.flatMap(({ voices }) => voices.map(({ claim }) => claim.voice)));
  return `${size === 0 ? '' : `${size} `}${size === 1 ? 'voice' : 'voices'}`;
};

export const counted = (sides: readonly Side[]): string => {
  const held = sides.filter(isHeld);
  return held.length === 0
    ? 'nobody takes a side on small caps'
    : held.map(({ stance, voices }) => `${voices.length} ${stance}`).join(', ');
};

const ofVoice =
  (voice: string) =>
  (side: Side): Side => ({ ...side, voices: side.voices.filter(({ claim }) => claim.voice === voice) });

const aboutPeople = (answer: ViewsAnswer, naming: Naming): string => {
  const { question, claims, sides, standing: whole = sides } = answer;
  const shown = claims?.shown ?? [];
  const [first] = shown;
  const scope = scopeOf(answer, naming);
  if (first === undefined) {
    const what = question.stances ? `anything ${question.stances.join(' or ')}` : 'anything';
    return `Not in the notes: ${what} by ${naming(question.who ?? [], 'name')}${scope}`;
  }
  if (answer.isElsewhere) {
    const who = naming(question.who ?? [], 'name');
    const side = standing(sides, []);
    return `Nothing by ${who}${scope} in the notes; on other subjects${side ? `: ${side}` : ''}`;
  }
  const isWhole = claims?.pages === 1;
  if (isWhole && shown.every(({ claim }) => claim.kind === 'mention')) {
    return `Not in the notes: a view from ${first.claim.voice}${scope}`;
  }
  const voices = [...new Set(shown.map(({ claim }) => claim.voice))];
  const stands = (voice: string): string =>
    standing(sides.map(ofVoice(voice)), isWhole ? shown.filter(({ claim }) => claim.voice === voice) : []);
  const elsewhere = (voice: string): string => {
    const sided = standing(whole.map(ofVoice(voice)), []);
    return sided ? `no side taken, ${sided} elsewhere` : 'no stance on small caps';
  };
  if (voices.length > 1) {
    return naming === inShort
      ? `${voices.length} voices${scope}: ${counted(sides)}`
      : `${voices.map((voice) => `${voice} ${stands(voice) || elsewhere(voice)}`).join('; ')}${scope}`;
  }
  const name = `${first.claim.voice}${affiliation(first)}`;
  const sided = stands(first.claim.voice);
  return sided ? `${name}: ${sided}${scope}` : `${name}${scope}: ${elsewhere(first.claim.voice)} in the notes`;
};

const voicesShown = ({ claims }: ViewsAnswer): number => new Set(claims?.shown.map(({ claim }) => claim.voice)).size;

const named = ({ claims }: ViewsAnswer): string => listed([...new Set(claims?.shown.map(({ claim }) => claim.voice))]);

/** `Two views since 13 Nov 2026: Dahl and Norrgate Research`. */
const addedTitle = (answer: ViewsAnswer, naming: Naming): string => {
  const { claims, question, asOf } = answer;
  const since = `since ${dayNear(question.since as IsoDate, asOf)}${scopeOf(answer, naming)}`;
  const sided = (claims?.shown ?? []).filter(({ claim }) => claim.stance !== undefined);
  if ((claims?.total ?? 0) === 0) return `Nothing was added ${since}`;
  const names = [...new Set(sided.map(shortName))];
  const count = `${countedWord(claims?.total ?? 0)} ${claims?.total === 1 ? 'claim' : 'claims'} added ${since}`;
  return names.length === 0 ? count : `${count}: ${naming(names, 'voice')}`;
};

const titleOf = (answer: ViewsAnswer, naming: Naming): string => {
  const { question, sides, note } = answer;
  const { stances, who, topics, notes, needs, horizon } = question;
  if (question.risks) {
    const isOfSome = who !== undefined || voicesShown(answer) === 1;
    return `What could go wrong for small caps, by ${isOfSome ? named(answer) : `${voicesShown(answer)} voices`}`;
  }
  if (question.claims) return `The notes have this on it, by ${named(answer)}`;
  if (question.expired || question.proved) return settledTitle(answer, naming);
  if (question.since !== undefined && who === undefined) return addedTitle(answer, naming);
  if (who !== undefined) return aboutPeople(answer, naming);
  if (needs !== undefined && [stances, topics, notes, horizon].every((filter) => filter === undefined)) {
    return conditionsTitle(answer);
  }
  const asked = sides.filter(({ stance }) => stances === undefined || stances.includes(stance));
  const [side, ...more] = asked;
  if (stances !== undefined && side !== undefined && more.length === 0) {
    return stanceSentence(side, scopeOf(answer, naming).trimStart());
  }
  const terms = termsAsked(answer);
  if (note && topics === undefined && stances === undefined && terms === '') {
    const by = note.author.name ?? 'unnamed author';
    return `${unbroken(`Note ${note.number}`)}: ${by}, ${note.publisher}, ${noteDay(note)}`;
  }
  const subject = topics ? naming(topics, 'topic') : voicesOn(asked);
  const numbers = notes?.map((one) => unbroken(`note ${one}`)) ?? [];
  const where = numbers.length > 0 ? ` in ${naming(numbers, 'note')}` : topics ? '' : ' in the notes';
  const what = topics ? `Views on ${subject}` : capitalized(subject);
  // who takes no side takes none on small caps: that is said already
  const on = topics && asked.some(isHeld) ? ' on small caps' : '';
  return `${what}${where}${terms}: ${counted(asked)}${on}`;
};

/** `Without Goldman Sachs and views on tariffs: `, where somebody or something was to be left out. */
export const leftOutWords = (
  { question: { withoutWho = [], withoutTopics = [], withoutNotes = [] } }: ViewsAnswer,
  naming: Naming = inFull,
): string => {
  const parts = [
    ...(withoutWho.length > 0 ? [naming(withoutWho, 'name')] : []),
    ...(withoutTopics.length > 0 ? [`views on ${naming(withoutTopics, 'topic')}`] : []),
    ...(withoutNotes.length > 0
      ? [
          naming(
            withoutNotes.map((note) => unbroken(`note ${note}`)),
            'note',
          ),
        ]
      : []),
  ];
  return parts.length === 0 ? '' : `Without ${listed(parts)}: `;
};

/** The claims shown in one line that makes sense alone and fits Slack's header. */
export const claimsTitle = (answer: ViewsAnswer): string =>
  fitHeading(
    leftOutWords(answer) + titleOf(answer, inFull),
    leftOutWords(answer) + titleOf(answer, inShort),
    leftOutWords(answer, inShort) + titleOf(answer, inShort),
  );
