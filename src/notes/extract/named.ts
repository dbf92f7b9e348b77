import type { Cast, Mention } from './cast.ts';
import type { Voice } from './people.ts';
import type { Sentence } from './sentences.ts';
import { OFFICIALS, OPINION } from './words/names.ts';
import {
  BEFORE,
  BEFORE_SUBJECT,
  BEFORE_WEAK,
  BEHIND_QUOTE,
  BY_QUOTE_BEFORE,
  HOLDS,
  IS,
  JOB_AT,
  JUDGED,
  LABELS,
  LIKE,
  OWNS,
  REPORT_BY,
  SAYS,
  SUBJECT,
  TEAM_SAYS,
  THAT,
  TOLD,
  WHICH_SAYS,
  WHO_SAYS,
  WITH_I,
} from './words/speech.ts';

export const isQuoted = ({ quotes }: Sentence, at: number): boolean =>
  quotes.some(([from, to]) => from <= at && at < to);

export const CENTRAL_BANK = /^(?:Fed|Federal Reserve|ECB|Riksbank|Bank of England)$/;
const TEAM_AT =
  /\b(?:strategists|analysts|economists|researchers|traders|managers|advis[eo]rs|partners|quants) (?:at|of|for) (?:the )?$/i;
const LONGEST_LEAD = 130;
export const isOfficial = ({ name }: Voice): boolean => OFFICIALS.some((official) => name?.endsWith(official));

/** A person is who a clause is about, or stands by words that are quoted: then the verb may be any. */
const isSubject = ({ plain, quotes }: Sentence, from: number, behind: string): boolean => {
  const before = plain.slice(0, from);
  if (behind.startsWith("'")) return false;
  if (quotes.some(([, to]) => to <= from && from - to < 40) && BY_QUOTE_BEFORE.test(before)) return true;
  const isMain = BEFORE_SUBJECT.test(before) && !/^(?:If|Should|Unless|Until|Till)\b/.test(before);
  return THAT.test(behind) || (isMain && SUBJECT.test(behind));
};

/** True where a mention is who says the sentence, or holds what it reports. */
const speaks = (sentence: Sentence, { voice, from, to }: Mention): boolean => {
  if (isQuoted(sentence, from)) return false;
  const before = sentence.plain.slice(Math.max(0, from - LONGEST_LEAD), from);
  const behind = sentence.plain.slice(to);
  if (WITH_I.test(behind) || (voice.kind === 'person' && JUDGED.test(behind))) return false;
  if (voice.kind === 'firm') {
    // what a central bank does is news, and no view
    if (CENTRAL_BANK.test(voice.firm ?? '')) return false;
    // `the manager, who works at Polar Bank, says`
    if (/, (?:who|whose)\b[^,]*$/.test(before) || (JOB_AT.test(before) && !TEAM_AT.test(before))) return false;
    if (TEAM_SAYS.test(behind)) return true;
    if (OWNS.test(behind) || WHICH_SAYS.test(behind)) return true;
    if (REPORT_BY.test(before)) return true;
    if (TOLD.test(before)) return false;
  }
  // `Where Stroud sees relief, she sees a queue`
  if (/^(?:Where|When|If) $/.test(before) && /, s?he /.test(behind)) return false;
  if (SAYS.test(behind) || OWNS.test(behind)) return true;
  if (
    voice.kind === 'person' &&
    (WHO_SAYS.test(behind) || (LABELS.test(behind) && /^\W*(?:Professor |Dr\.? )?$/.test(before)))
  )
    return true;
  // what officials do and did is news, and no view
  if (isOfficial(voice)) return false;
  if (BEHIND_QUOTE.test(before)) return true;
  if (voice.kind === 'person' && isSubject(sentence, from, behind)) return true;
  if (LIKE.test(before)) return true;
  if (TEAM_AT.test(before) || !/\b(?:by|of|with|to|than|at|in|on|like|unlike) $/.test(before)) {
    if (HOLDS.test(behind)) return true;
    if (
      IS.test(behind) &&
      !/\b(?:that|which|whom) $/.test(before) &&
      (voice.kind === 'person' && !/^(?:If|Should|When|Unless|Until)\b|, (?:and|then) (?:\S+ )?$/.test(before)
        ? voice.title !== null || voice.firm !== null
        : OPINION.test(behind.slice(0, 120)))
    )
      return true;
  }
  const lead = BEFORE.exec(before);
  if (lead === null || / by (?:the )?$/.test(before) !== /\bby\b/.test(lead[0].split(' ').slice(0, 3).join(' ')))
    return false;
  if (BEFORE_WEAK.test(lead[0]))
    return /^for /i.test(lead[0])
      ? voice.kind === 'person' && /^(?:But |And |Yet )?$/.test(before.slice(0, lead.index)) && /^[^.]*?,/.test(behind)
      : /\b(?:report|note|study|survey|paper|strategists|analysts|economists|team|researchers) (?:from|at|by) (?:the )?$/.test(
          before,
        );
  return true;
};

/** The voices that a sentence names as its own, each once, in order; several firms of one person are that person. */
export const namedIn = (sentence: Sentence, cast: Cast): readonly Mention[] => {
  const mentions = cast.mentionsIn(sentence.plain);
  const said = mentions.filter((mention) => speaks(sentence, mention));
  const speaking = said.flatMap((mention) => {
    const former = mentions[mentions.indexOf(mention) - 1];
    const isTheirs =
      mention.voice.kind === 'firm' &&
      former?.voice.kind === 'person' &&
      /^(?:'s)? (?:of|at|from|with) (?:the )?$/.test(sentence.plain.slice(former.to, mention.from));
    return !isTheirs ? [mention] : said.includes(former) ? [] : [former];
  });
  const people = speaking.filter(({ voice }) => voice.kind === 'person');
  return speaking.filter(({ voice, from }, at) => {
    if (
      speaking.findIndex(
        (other) => other.voice === voice || (other.voice.name === voice.name && other.voice.firm === voice.firm),
      ) !== at
    )
      return false;
    if (voice.kind !== 'firm') return true;
    // `Goldman's Kostin says`, `Kostin, of Goldman, says`: the person speaks
    return !people.some(
      (person) =>
        person.voice.firm === voice.firm ||
        (Math.abs(person.from - from) < 90 &&
          !/[,;] (?:while|but|and|whereas) /.test(
            sentence.plain.slice(Math.min(person.from, from), Math.max(person.from, from)),
          )),
    );
  });
};

const BREAK = /(?:, (?:while|whereas|but|and|though|although|with)|;| while| whereas) /g;

/** Splits a sentence between its voices, at the last break before each. */
export const shared = (
  sentence: Sentence,
  mentions: readonly Mention[],
): readonly (Mention & { readonly start: number; readonly end: number })[] => {
  const starts = mentions.map(({ from }, at) => {
    if (at === 0) return 0;
    const former = mentions[at - 1]?.to ?? 0;
    const breaks = [...sentence.plain.slice(former, from).matchAll(BREAK)].at(-1);
    if (breaks !== undefined) return former + breaks.index;
    return /[,;] $/.test(sentence.plain.slice(former, from)) ? from : -1;
  });
  return mentions.map((mention, at) => {
    const start = Math.max(0, starts[at] ?? 0);
    const next = starts.slice(at + 1).find((place) => place > start);
    return { ...mention, start: starts[at] === -1 ? 0 : start, end: next ?? sentence.plain.length };
  });
};
