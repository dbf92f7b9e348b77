import type { DatedClaim } from '../answers/index.ts';
import { written } from './phrases.ts';
import { month, unbroken } from './wording.ts';

const AGE_SHOWN_ABOVE_MONTHS = 12;

const inBrackets = (parts: readonly string[], flag: DatedClaim['flag']): string =>
  `(${unbroken(parts.join(', '))}${flag ? `; ${written(flag)}` : ''})`;

/** `(001, Sep 2025)`, with `expired` where the claim's time has run out, and what the record says against it. */
export const citation = ({ claim: { note }, expired, flag }: DatedClaim): string =>
  inBrackets([note.number, month(note.date), ...(expired ? ['expired'] : [])], flag);

/** `para 33`, `para 65–68`. */
export const paragraphOf = ({ paragraph, through }: DatedClaim['claim']['locator']): string =>
  `para ${paragraph}${through === undefined ? '' : `–${through}`}`;

/** The same with the paragraph it stands in: `(001, Sep 2025, para 33)`. */
export const locatedCitation = ({ claim: { note, locator }, expired, flag }: DatedClaim): string =>
  inBrackets([note.number, month(note.date), paragraphOf(locator), ...(expired ? ['expired'] : [])], flag);

/** `, 14 months old` or `, 14 to 26 months old` behind the head of a list, once any of its views is older than a year. */
export const agesOf = (views: readonly DatedClaim[]): string => {
  const months = views.map(({ monthsOld }) => monthsOld);
  const [youngest, oldest] = [Math.min(...months), Math.max(...months)];
  if (!(oldest > AGE_SHOWN_ABOVE_MONTHS)) return '';
  return `, ${youngest === oldest ? '' : `${youngest} to `}${oldest} months old`;
};

const isAgent = ({ claim: { note, speaker } }: DatedClaim): boolean =>
  note.author.kind === 'AI agent' && speaker === note.author.name;

/** What the library writes where a note names no firm. */
const NO_FIRM = 'Firm not named';

/** `, RBC` behind `Lori Calvasina`; nothing where the firm itself speaks. An AI agent is called one. */
export const affiliation = (dated: DatedClaim): string => {
  const { speaker, firmShort, firm } = dated.claim;
  if (speaker === undefined || firm === NO_FIRM) return '';
  return `, ${isAgent(dated) ? 'AI agent, ' : ''}${firmShort ?? firm}`;
};

const PARTICLES = /^(?:de|van|von)$/i;

/** `Calvasina`; a firm, or a voice of one name, as it is. */
export const shortName = ({ claim: { speaker, firmShort, firm } }: DatedClaim): string =>
  speaker === undefined
    ? (firmShort ?? firm)
    : (speaker
        .split(' ')
        .filter((part) => !PARTICLES.test(part))
        .at(-1) ?? speaker);
