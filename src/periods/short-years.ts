import { dateFrom, yearOf } from '../calendar/index.ts';
import { MEETINGS } from '../fed/index.ts';
import {
  type Amount,
  asTyped,
  type DateSlot,
  retold,
  slotsOf,
  type Utterance,
  yearSaidShort,
} from '../language/index.ts';
import type { IsoDate } from '../units.ts';

/** Short forms that stand for a word of the tables. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `yr:year yrs:years nxt:next til:until till:until b4:before afore:before mtg:meeting mtgs:meetings wen:when mkt:market mkts:markets tgt:target eoy:end
  prob:probability probs:probabilities tot:total sched:schedule threequarters:75 wots:what futs:futures decembers:december octobers:october
  januarys:january
  februarys:february junes:june julys:july septembers:september novembers:november`
    .split(/\s+/)
    .map((one) => one.split(':') as [string, string]),
);

const CENTURY = 2000;
const LEADS_TO_YEAR = /^(?:in|during|since|from|until|through|thru|before|year|end|eoy|late|early|mid)$/;
const EDGE_OF_YEAR = /^(?:end|half|start|beginning|close|rest|back|all|most)$/;
const LISTED = /^(?:sched|schedule|dates|calendar|meetings|list|holidays|closures|bps?|total|tot|net)$/;
const MEASURES =
  /^(?:bps?|bips|basis|points?|pts?|%|percent|pct|increments?|steps?|clips?|x|cuts?|hikes?|moves?|min|mins|minutes|hours|days|degrees)$/;
const YEARS_APART = 20;

const isMeetingDay = (month: number, day: number, today: IsoDate): boolean => {
  const end = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const isNear = (date: IsoDate): boolean => date.endsWith(end) && Math.abs(yearOf(date) - yearOf(today)) <= 1;
  return MEETINGS.some(({ start, decision }) => isNear(start) || isNear(decision));
};

const EXTREME = /^(?:high|highs|low|lows|peak|top|bottom|trough|record)$/;
const [PICKED, MOVE] = [/^(?:first|last|biggest|largest|smallest|final)$/, /^(?:cut|hike|move)$/];

const COUNTED = /^(?:in )?(?:total|tot|bps?|all in|sum|how (?:many|much)|count|list|dates|when)\b/;

/** `first hike 22`, `biggest cut 08`: what is picked has a year, and a size that moves have is none. */
const yearOfPick = ({ words, slots }: Utterance, at: number): number | undefined =>
  ((PICKED.test(words[at - 2] ?? '') && MOVE.test(words[at - 1] ?? '')) ||
    // "the 21 high", "the 19 cuts"
    // "22 hikes total bps": no size is counted
    (at === 0 && /^(?:cuts|hikes)$/.test(words[1] ?? '') && COUNTED.test(words.slice(2).join(' '))) ||
    (words[at - 1] === 'the' && (EXTREME.test(words[at + 1] ?? '') || /^(?:cuts|hikes)$/.test(words[at + 1] ?? '')))) &&
  /^(?:[0-3]|9)\d$/.test(words[at] ?? '') &&
  Number(words[at]) % 25 > 0 &&
  slots.some((one) => one.kind === 'amount' && one.from === at && one.to === at + 1 && !one.unit)
    ? (Number(words[at]) < 90 ? CENTURY : CENTURY - 100) + Number(words[at])
    : undefined;

const DATED_BY_YEAR = /^(?:meetings?|fomcs?|decisions?|year|calendar|schedule)$/;
/** `final meeting of twenty seven`, `two cuts of a quarter in twenty six`, `cut of twenty twenty six`: where it stands, and the year. */
const spelledYears = ({ words, slots, tokens }: Utterance): readonly (readonly [number, string])[] => {
  const spelled = slots.filter(
    (slot): slot is Amount =>
      slot.kind === 'amount' && slot.isSpelled === true && slot.unit === undefined && Number.isInteger(slot.value),
  );
  return spelled.flatMap(({ from, to, value }) => {
    if (value < 10 || value > 49) return [];
    const century = spelled.find((one) => one.value === 20 && one.to === from);
    const isLast = tokens[to] === undefined || tokens[to]?.kind === 'sign';
    const isLed = /^(?:of|in)$/.test(words[from - 1] ?? '') && DATED_BY_YEAR.test(words[from - 2] ?? '');
    const isIn = words[from - 1] === 'in' && isLast && value >= 20 && value < 30;
    if (!century && !isLed && !isIn) return [];
    const first = century?.from ?? from;
    return Array.from(
      { length: to - first },
      (_, at) => [first + at, at === 0 ? String(CENTURY + value) : 'please'] as const,
    );
  });
};

/** The text with those short years written out that are years whatever is asked: `meeting of 27`, `down over 26`. */
export const withPlainYears = (utterance: Utterance): Utterance => {
  const said = utterance.tokens.flatMap((_, at) => {
    const year = yearSaidShort(utterance.tokens, at) ?? yearOfPick(utterance, at);
    return year === undefined ? [] : [[at, String(year)] as const];
  });
  said.push(...spelledYears(utterance));
  return said.length > 0 ? retold(utterance, new Map(said)) : utterance;
};

/**
 * The text with short years written out, `in 24`, `sept '24`, `22 & 23`, `january twenty five`: no number of them is a size.
 *
 * @param yearsSaid years were spoken of before: `and 23` is one
 */
export const withYears = (utterance: Utterance, today: IsoDate | undefined, yearsSaid = false): Utterance => {
  const { tokens, words, typed } = utterance;
  const said = new Map(
    tokens.flatMap(({ word }, at) => (SHORT_FORMS.has(word) ? [[at, SHORT_FORMS.get(word) as string]] : [])),
  );
  const newest = (today ? yearOf(today) : CENTURY + 29) % 100;
  const hasQuote = (at: number): boolean => /['’‘]/.test(typed[(tokens[at]?.start ?? 0) - 1] ?? '');
  const spans = slotsOf(utterance, 'span').flatMap(({ since, until }) => [since ?? [], until ?? []].flat());
  const dates: readonly DateSlot[] = [...slotsOf(utterance, 'date'), ...spans];
  for (const { isAmbiguous, year, month, day, to } of dates) {
    if (!isAmbiguous || year === undefined || day !== year % 100 || month === undefined) continue;
    const isDay = year > CENTURY + newest + 1 || (today !== undefined && isMeetingDay(month, day, today));
    if (hasQuote(to - 1) || !isDay) said.set(to - 1, String(year));
  }
  const shorts = slotsOf(utterance, 'amount').filter(
    (one) =>
      one.value <= newest + 2 &&
      (one.isSpelled ? Number.isInteger(one.value) && one.value > 9 : /^\d\d$/.test(asTyped(utterance, one))),
  );
  const write = ({ from, to, value }: Pick<Amount, 'from' | 'to' | 'value'>): void => {
    said.set(from, String(CENTURY + value));
    for (let at = from + 1; at < to; at += 1) said.set(at, 'please');
  };
  for (const [place, one] of shorts.entries()) {
    const next = shorts[place + 1];
    const [lead = '', behind = ''] = [words[one.from - 1], words[one.to]];
    // "twenty twenty two"
    if (one.isSpelled && one.value === 20 && next?.from === one.to) write({ ...next, from: one.from });
    if (said.has(one.from) || MEASURES.test(behind)) continue;
    const isPair =
      next?.from === one.to + 1 &&
      /^(?:[-–/+&]|to|and)$/.test(behind) &&
      next.value > one.value &&
      next.value - one.value < YEARS_APART;
    // "2022 23 24", "2024-25": the years behind one
    const link = /^(?:[-–/,&]|and|vs|v|versus)$/.test(lead) ? 2 : 1;
    const before = Number(said.get(one.from - link) ?? words[one.from - link]) - CENTURY;
    const isNext =
      (one.value === before + 1 || (/^[-–]$/.test(lead) && one.value > before)) &&
      before >= 0 &&
      before <= newest &&
      String(words[one.from - link] ?? '').length + (said.has(one.from - link) ? 2 : 0) >= 4 &&
      !/^(?:each|or)$/.test(behind);
    const isOfMonth =
      dates.some(({ month, year, day, to }) => month && !year && !day && to === one.from) &&
      // "25 dec 25 jan": a size in each
      !dates.some(({ month, day, from }) => month && !day && from === one.to);
    const isLed =
      LEADS_TO_YEAR.test(lead) ||
      (lead === 'of' && EDGE_OF_YEAR.test(words[one.from - 2] ?? '')) ||
      (lead === 'for' && words.some((word) => LISTED.test(word))) ||
      // "22 total in bps", "fed dates 27", "tot bp 22"
      (one.value % 25 > 0 &&
        (one.from === 0
          ? /^(?:total|net|in|all)$/.test(behind)
          : LISTED.test(lead) &&
            !/^\d/.test(words[one.from - 2] ?? '') &&
            /^(?:|pls|please|plz|then|again|\?)$/.test(behind)));
    // "how many of those were 25"
    const isSize = one.value % 25 === 0 && /^(?:were|was|are|of|by|them|those|these|ones|any)$/.test(lead);
    if (hasQuote(one.from) || isOfMonth || isLed || isPair || isNext || (yearsSaid && shorts.length === 1 && !isSize))
      write(one);
    if (isPair) write(next);
  }
  return said.size > 0 ? retold(utterance, said) : utterance;
};

/** The text with its months in the year that is spoken of, `how many of those were in march`, where they have begun. */
export const inYearOf = (utterance: Utterance, year: number | undefined, today: IsoDate | undefined): Utterance => {
  if (!year || !today) return utterance;
  const within = (slot: DateSlot): DateSlot =>
    slot.month && !slot.year && !slot.said && !slot.isAmbiguous && dateFrom(year, slot.month, slot.day ?? 1) <= today
      ? { ...slot, year }
      : slot;
  const slots = utterance.slots.map((slot) => {
    if (slot.kind === 'date') return within(slot);
    if (slot.kind !== 'span' || (slot.since && slot.until)) return slot;
    const { since, until } = slot;
    return { ...slot, ...(since && { since: within(since) }), ...(until && { until: within(until) }) };
  });
  return { ...utterance, slots };
};
