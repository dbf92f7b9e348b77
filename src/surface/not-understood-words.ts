import { isUnclearBrief, unclearBriefSentence } from '../brief/index.ts';
import { capitalized, listed, moveName } from '../message/index.ts';
import { ASSUMPTIONS } from '../sensitivity/index.ts';
import type { RateMoveQuestion } from '../topics/rate-move/question.ts';
import { topicOf } from '../topics/registry.ts';
import type { Kind } from '../topics/topic.ts';
import type { Language, Unclear } from '../topics/turn.ts';
import {
  AFTER_CUTS,
  ALL_VIEWS,
  CHECK,
  CONFLICTS,
  FED,
  movesOffered,
  NOTE_NUMBERS,
  type Offer,
  PRICED,
  RANGE_WORDS,
  ROTATION,
  YEAR_TO_DATE,
} from '../wording/index.ts';
import { quoted } from './ask-back.ts';

/** What is said of words that were not understood, and the examples and buttons that fit them. */

/** What is said to somebody who writes in another language, in that language. */
interface Notice {
  /** That only English is understood. */
  readonly reads: string;
  /** Stands before an example command, with the sign that ends it. */
  readonly example: string;
  /** Stands before what could be made out, with the sign that ends it; buttons follow. */
  readonly perhaps: string;
}

export const NOTICES: Record<Language, Notice> = {
  de: { reads: 'Rotation Desk versteht nur Englisch.', example: 'Zum Beispiel:', perhaps: 'Vielleicht meinten Sie:' },
  fr: {
    reads: 'Rotation Desk ne comprend que l’anglais.',
    example: 'Par exemple :',
    perhaps: 'Vous vouliez peut-être :',
  },
  es: { reads: 'Rotation Desk solo entiende inglés.', example: 'Por ejemplo:', perhaps: 'Quizá buscaba:' },
  pt: { reads: 'O Rotation Desk só entende inglês.', example: 'Por exemplo:', perhaps: 'Talvez procurasse:' },
  it: { reads: 'Rotation Desk capisce solo l’inglese.', example: 'Per esempio:', perhaps: 'Forse cercava:' },
  sv: { reads: 'Rotation Desk förstår bara engelska.', example: 'Till exempel:', perhaps: 'Kanske menade du:' },
  nl: { reads: 'Rotation Desk begrijpt alleen Engels.', example: 'Bijvoorbeeld:', perhaps: 'Misschien bedoelde u:' },
  ja: { reads: 'Rotation Desk は英語の質問だけに対応しています。', example: '例：', perhaps: 'お探しの内容：' },
  zh: { reads: 'Rotation Desk 只能理解英文。', example: '例如：', perhaps: '您可能想问：' },
  ru: {
    reads: 'Rotation Desk понимает только английский язык.',
    example: 'Например:',
    perhaps: 'Возможно, вы имели в виду:',
  },
  ko: { reads: 'Rotation Desk는 영어만 이해합니다.', example: '예:', perhaps: '찾으시는 내용:' },
  other: { reads: 'Rotation Desk reads English only.', example: 'For example:', perhaps: 'You may have asked for:' },
};

const NAMES = Object.values(ASSUMPTIONS).map(({ name }) => name);

/** Moves of different sizes; the same size with other assumptions would have the same button. */
export const distinctMoves = (moves: readonly RateMoveQuestion[]): readonly RateMoveQuestion[] =>
  moves.filter(({ moveBps }, at) => moves.findIndex((other) => other.moveBps === moveBps) === at);

/** What was not understood, in one sentence; it names the words, and the renderer keeps them literal. */
export const unclearSentence = (unclear: Exclude<Unclear, { readonly reason: 'which' }>): string => {
  if (isUnclearBrief(unclear)) return unclearBriefSentence(unclear);
  const words = 'words' in unclear ? quoted(unclear.words, 'that') : 'that';
  switch (unclear.reason) {
    case 'nothing-typed':
      return 'How large a rate move?';
    case 'no-amount':
      return 'I found no size in that. How large a rate move?';
    case 'not-a-move':
      return `I could not read ${words} as a rate move.`;
    case 'not-understood':
      return `I did not understand ${words}.`;
    case 'unknown-command':
      return `There is no command ${words}.`;
    case 'several-moves':
      return `Those are several moves: ${listed(distinctMoves(unclear.moves).map(({ moveBps }) => moveName(moveBps)))}. Which one?`;
    case 'mixed-signs':
      return `${capitalized(words)} points both ways. A cut or a hike?`;
    case 'out-of-range':
      return `${capitalized(words)} is out of range. A move may be ${RANGE_WORDS}.`;
    case 'unknown-assumption':
      return `I know no assumption ${words}. There are ${listed(NAMES)}.`;
    case 'assumption-set-twice':
      return `${capitalized(words)} sets a second value for the same assumption.`;
    case 'assumption-without-number':
      return `${capitalized(words)} has no number behind it.`;
    case 'not-in-notes':
      return `Not in the notes: ${words}.`;
    case 'not-a-rotation':
      return `I could not read ${words} as a date, a span or a level.`;
    case 'no-such-date':
      return `There is no day ${words}.`;
    case 'ambiguous-date':
      return `${capitalized(words)} could be two days. Write the year first, or the month as a word.`;
    case 'not-about-the-fed':
      return `I could not read ${words} as a question about the Fed’s range, meetings or odds.`;
    case 'unknown-note':
      return `There is no note ${words}. ${/^t/i.test(unclear.words) ? 'Those of your own: /note list.' : `The notes are numbered ${NOTE_NUMBERS}.`}`;
    case 'nothing-to-check':
      return `Nothing in the notes that can be checked fits ${words}.`;
    case 'language':
      return NOTICES[unclear.language].reads;
    case 'assumption-out-of-range': {
      const { label, least, most, unit } = ASSUMPTIONS[unclear.assumption];
      const from = least.toLocaleString('en-US');
      return `${capitalized(words)} does not fit: ${label} runs from ${from} to ${most.toLocaleString('en-US')}, in ${unit}.`;
    }
  }
};

interface Fitting {
  readonly kind: Kind;
  /** Words of the subject. */
  readonly words: RegExp;
  readonly offers: readonly Offer[];
}

const FITTING: readonly Fitting[] = [
  {
    kind: 'check',
    words: /\b(?:notes?|claims?|wrong|true|check|verif|accura|record|conflict|disagree|contradict)/i,
    offers: [CHECK, CONFLICTS],
  },
  {
    kind: 'fed',
    words: /\b(?:fed|fomc|powell|meeting|odds|priced|futures|probab|decision|range|dot ?plot)/i,
    offers: [FED, PRICED],
  },
  {
    kind: 'views',
    words: /\b(?:who|says?|said|think|thinks|view|opinion|bull|bear|analyst|strategist|why|people|anyone|argu)/i,
    offers: [ALL_VIEWS],
  },
  {
    kind: 'rotation',
    words:
      /\b(?:small|large|caps?|russell|rut|r2k|iwm|spx|s&p|ratio|index|rotation|perform|since|ytd|month|year|week|today|yesterday|\d{4}|chart)/i,
    offers: [ROTATION, YEAR_TO_DATE, AFTER_CUTS],
  },
  {
    kind: 'rate-move',
    words:
      /\d|%|\b(?:bps?|rates?|cut|hike|points?|basis|debt|floating|interest|income|earnings|leverage|companies|company)/i,
    offers: movesOffered(-25, -50),
  },
];

const MOST = 3;

/** A number that stays the same for the same words, so that replies differ with what was typed. */
const turnFor = (words: string): number => [...words].reduce((sum, char) => sum + (char.codePointAt(0) as number), 0);

/** The subjects that the words touch, else two that change with the words. */
const subjectsOf = (words: string): readonly Fitting[] => {
  const fitting = FITTING.filter((one) => one.words.test(words));
  if (fitting.length > 0) return fitting.slice(0, MOST);
  const from = turnFor(words) % FITTING.length;
  return [FITTING[from], FITTING[(from + 2) % FITTING.length]].filter((one) => one !== undefined);
};

/** Up to three examples as they are typed, and as many buttons. */
export const fittingTo = (
  words: string,
): { readonly examples: readonly string[]; readonly offers: readonly Offer[] } => {
  const subjects = subjectsOf(words);
  const turn = turnFor(words);
  const each = Math.ceil(MOST / subjects.length);
  const spread = <T>(all: readonly T[]): readonly T[] =>
    all.length === 0
      ? []
      : Array.from({ length: Math.min(each, all.length) }, (_, at) => all[(turn + at) % all.length] as T);
  return {
    examples: subjects.flatMap(({ kind }) => spread(topicOf(kind).examples)).slice(0, MOST),
    offers: subjects.flatMap(({ offers }) => offers.slice(0, each)).slice(0, MOST),
  };
};
