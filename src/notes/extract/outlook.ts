import { type IsoDate, isoDate } from '../../units.ts';
import type { NoteTopic } from '../index.ts';
import { TOPIC_WORDS } from './words/topics.ts';

/** The library's topics that a sentence touches, at most four, as the library orders them. */
export const topicsOf = (plain: string): readonly NoteTopic[] => {
  const text = plain.toLowerCase();
  const found = TOPIC_WORDS.map(([topic, words]) => ({
    topic,
    count: [...text.matchAll(new RegExp(words, 'g'))].length,
  })).filter(({ count }) => count > 0);
  return found.length <= MOST_TOPICS
    ? found.map(({ topic }) => topic)
    : [...found]
        .sort((one, other) => other.count - one.count)
        .slice(0, MOST_TOPICS)
        .map(({ topic }) => topic);
};
const MOST_TOPICS = 4;

const NUMBER_WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = `(?:\\d{1,2}|${NUMBER_WORDS.join('|')}|couple of|few|several)`;
const SPAN = `(?:(?:${NUMBER})(?:(?: to |-| or )(?:${NUMBER}))?[ -]?)?(?:trading )?(?:days?|weeks?|months?|quarters?|years?|decades?)`;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';

/** Words that say how far a view looks ahead, the most definite first. */
const HORIZONS: readonly RegExp[] = [
  /\b(?:in|during|over|for|throughout|by|into|until|before) (?:the )?(?:end of the )?(?:first|second|third|fourth|final|next|coming) (?:half|quarter)(?: of (?:20\d\d|the year|next year|this year))?\b/i,
  new RegExp(
    `\\b(?:over|in|for|within|during|through|on a|across|about) (?:the )?(?:(?:next|coming|following|subsequent) )?(?:${NUMBER})(?:(?: to | or |-)(?:${NUMBER}))?[ -](?:months?|years?|quarters?|weeks?|decades?)(?: (?:horizon|view|basis|or so|ahead|from now|out))?\\b`,
    'i',
  ),
  new RegExp(`\\b(?:the )?(?:next|coming|following) ${SPAN}\\b`, 'i'),
  new RegExp(
    `\\b(?:${NUMBER})[- ](?:month|year|quarter|week)s? (?:horizon|view|outlook|call|forecast|target|ahead|from now|out)\\b`,
    'i',
  ),
  /\b(?:by|through|into|until|before|for|to|at|over|until) (?:the )?(?:end of (?:the year|this year|next year|20\d\d|the decade|the quarter|summer|q[1-4])|year[- ]end(?: 20\d\d)?|mid-?(?:year|20\d\d)|(?:early|late|mid)[- ]20\d\d|next (?:summer|spring|autumn|fall|winter|year)|(?:the )?(?:first|second|third|fourth) (?:half|quarter)(?: of (?:20\d\d|the year|next year|this year))?|(?:q[1-4]|[12]h|h[12])(?: (?:of )?20\d\d)?|20\d\d)\b/i,
  new RegExp(`\\b(?:by|until|through|before|into) (?:the end of |next )?(?:${MONTHS})(?: 20\\d\\d)?\\b`, 'i'),
  /\b(?:by|until|through|before|into) (?:the )?(?:spring|summer|autumn|winter)\b/i,
  /\b(?:in|during|throughout) 20\d\d\b/i,
  /\b(?:later this year(?: or next year)?|this year and next|next year|this year|this quarter|next quarter|this (?:summer|spring|autumn|fall|winter)|year[- ]end|the rest of (?:the|this) year|the remainder of (?:the|this) year|the balance of the year|second half|first half)\b/i,
  /\b(?:full |market |business |economic )?cycle\b(?= ahead)|\bover (?:a|the) (?:full )?(?:market )?cycle\b|\bthrough the cycle\b/i,
  /\b(?:(?:in|over|for) (?:the )?)?(?:near|short|medium|intermediate|long(?:er)?)[- ](?:term|run)\b|\bfor now\b|\bin the (?:coming|next) (?:few )?(?:days|weeks|months|quarters|years)\b|\b(?:tactical(?:ly)?|strategic(?:ally)?|multi-?year|in the near future)\b/i,
];
/** Periods behind the note, which are no horizon. */
const BEHIND =
  /\b(?:so far|past|last|previous|prior|since|ago|earlier|historical(?:ly)?|were|was|had|rose|fell|gained|returned|lost|outperformed|lagged)\b/i;

/** `for two quarters running`, `next year's earnings`: how long something has lasted, or of when a figure is. */
const NO_HORIZON = /^(?:\s+(?:running|in a row|straight|on end|ended|ending|that (?:followed|ended))\b|['’]s?\s)/i;
/** `in the twelve months after the first rise`, of what has been. */
const OF_AN_EVENT = /^\s+(?:after|before|following|from|since)\b/i;
const HAS_BEEN =
  /\b(?:(?:in|of|since|after|until) (?:19|20)\d\d|beat|was|were|had|rose|fell|led|lagged|gained|lost|(?:out|under)performed|trailed|returned|followed)\b/i;

const countOf = (word: string): number | undefined =>
  /^\d+$/.test(word)
    ? Number(word)
    : NUMBER_WORDS.includes(word.toLowerCase())
      ? NUMBER_WORDS.indexOf(word.toLowerCase()) + 1
      : undefined;
const lastDay = (year: number, month: number): IsoDate =>
  isoDate(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));

/** The last day of a horizon in words, from the note's date; undefined where the words do not fix one. */
const endOf = (label: string, date: IsoDate | undefined): IsoDate | undefined => {
  const text = label.toLowerCase();
  const [noteYear, noteMonth, noteDay] = (date ?? '').split('-').map(Number);
  const [, written = ''] = /\b(20\d\d)\b/.exec(text) ?? [];
  const year =
    written !== ''
      ? Number(written)
      : noteYear === undefined || date === undefined
        ? undefined
        : /next (?:year|summer|spring|winter|autumn|fall)/.test(text)
          ? noteYear + 1
          : noteYear;
  if (year === undefined) return undefined;
  const month = MONTHS.split('|').findIndex((name) => text.includes(name)) + 1;
  if (month > 0) return lastDay(written === '' && month < (noteMonth ?? 0) ? year + 1 : year, month);
  const quarter =
    /q([1-4])/.exec(text)?.[1] ??
    ['first quarter', 'second quarter', 'third quarter', 'fourth quarter']
      .map((name, at) => (text.includes(name) ? String(at + 1) : ''))
      .find(Boolean);
  if (quarter) return lastDay(year, Number(quarter) * 3);
  if (/first half|h1|1h|mid-?(?:year|20)/.test(text)) return lastDay(year, 6);
  if (/second half|h2|2h|year[- ]end|end of|rest of|remainder|balance|this year|next year/.test(text))
    return lastDay(year, 12);
  const [, count = ''] =
    new RegExp(`(${NUMBER})[ -](?:months?|years?|quarters?|weeks?|decades?)`, 'i').exec(text) ?? [];
  const [, one = '', unit = ''] = /(?:next|coming|following) ()(month|year|quarter|week|decade)\b/i.exec(text) ?? [
    '',
    count,
    /(month|year|quarter|week|decade)s?\b/.exec(text)?.[1] ?? '',
  ];
  const number = one === '' && count === '' ? (unit === '' ? undefined : 1) : countOf(count);
  if (
    number !== undefined &&
    unit !== '' &&
    date !== undefined &&
    noteMonth !== undefined &&
    noteYear !== undefined &&
    noteDay !== undefined
  ) {
    if (unit === 'week')
      return isoDate(new Date(Date.UTC(noteYear, noteMonth - 1, noteDay + 7 * number)).toISOString().slice(0, 10));
    const months = number * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'year' ? 12 : 120);
    const last = lastDay(noteYear, noteMonth + months);
    return Number(last.slice(8)) < noteDay ? last : isoDate(`${last.slice(0, 8)}${String(noteDay).padStart(2, '0')}`);
  }
  return written !== '' ? lastDay(year, 12) : undefined;
};

/** How far a sentence looks ahead. */
export interface ProposedHorizon {
  readonly label: string;
  readonly ends?: IsoDate;
}

/** The first words that say how far a sentence looks ahead, dated ones before others; a horizon that had ended when the note was written is none. */
export const horizonOf = (plain: string, date: IsoDate | undefined): ProposedHorizon | undefined => {
  const found: { readonly horizon: ProposedHorizon; readonly at: number }[] = [];
  for (const pattern of HORIZONS) {
    for (const { 0: words, index: at } of plain.matchAll(new RegExp(pattern, 'gi'))) {
      const label = words.trim();
      const behind = plain.slice(at + words.length);
      if (BEHIND.test(plain.slice(Math.max(0, at - 14), at + label.length)) || NO_HORIZON.test(behind)) continue;
      if (OF_AN_EVENT.test(behind) && HAS_BEEN.test(plain)) continue;
      const ends = endOf(label, date);
      if (date === undefined ? /^(?:in|during|throughout) 20\d\d$/i.test(label) : ends !== undefined && ends <= date)
        continue;
      const horizon = {
        label: label
          .replace(/^(?:over|in|for|within|during|through|on a|across|about|throughout) (?=the |a |next|coming)/i, '')
          .replace(/^(?:in |over |for )?the /i, ''),
        ...(ends !== undefined && { ends }),
      };
      found.push({ horizon, at });
    }
  }
  const dated = found.filter(({ horizon }) => horizon.ends !== undefined).toSorted((one, other) => one.at - other.at);
  return (dated[0] ?? found[0])?.horizon;
};

const CONDITION =
  /(?:^|[,;:\u2014] ?|\b)((?:only if|as long as|so long as|provided(?: that|(?= (?:the|rates|inflation|growth|there|no|earnings)\b)(?! the (?:first|best|most|only)))|assuming(?: that)?|on condition that|unless|if and when|should (?=the|rates|inflation|growth)|(?<!(?:wonder|wondering|ask|asked|asking|know|see|unclear|doubt|as|even) )if(?! anything| not\b| you| only\b)|until|without (?=a )|absent |barring |conditional on|contingent on|dependent on|depends on|hinges on|once(?! again| more)|were (?=the ))(?:[^,;:.!?\u2014]|(?<=\d)[.,](?=\d)){6,120})/i;

/** `once refinancing showed up`: what has happened is no condition. */
const HAPPENED =
  /^once\b(?! [^,;]*\b(?:is|are|has|have|will|can)\b)[^,;]*\b(?:\w{2,}ed|was|were|had|came|went|fell|rose|began|hit|got|took|ran|broke)\b/i;

/** `in a recession small caps have further to fall`. */
const IN_CASE = /\b(in (?:a|any|the next|the event of a) (?:recession|downturn|slump|hard landing|sell-?off))\b/i;

/** What a sentence makes its view depend on, in its words and without a capital; null where nothing. */
export const conditionOf = (plain: string): string | null => {
  const [, words = ''] = CONDITION.exec(plain) ?? (HAS_BEEN.test(plain) ? null : IN_CASE.exec(plain)) ?? [];
  const condition = words.replace(/["')\]]+$/, '').trim();
  return condition === '' || HAPPENED.test(condition) ? null : condition.charAt(0).toLowerCase() + condition.slice(1);
};
