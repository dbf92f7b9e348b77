import type { DatedView } from '../answers/index.ts';
import { month, unbroken } from './wording.ts';

const AGE_SHOWN_ABOVE_MONTHS = 12;

/** `(001, Sep 2025)`, or `(001, Sep 2025, expired)` where the view's time has run out. */
export const citation = ({ view, expired }: DatedView): string => {
  const parts = [`${view.note.number}, ${month(view.note.date)}`, ...(expired ? ['expired'] : [])];
  return `(${parts.map(unbroken).join(', ')})`;
};

/** `, 14 months old` or `, 14 to 26 months old` behind the head of a list, once any of its views is older than a year. */
export const agesOf = (views: readonly DatedView[]): string => {
  const months = views.map(({ monthsOld }) => monthsOld);
  const [youngest, oldest] = [Math.min(...months), Math.max(...months)];
  if (!(oldest > AGE_SHOWN_ABOVE_MONTHS)) return '';
  return `, ${youngest === oldest ? '' : `${youngest} to `}${oldest} months old`;
};

/** `, RBC` behind `Lori Calvasina`; nothing where the firm itself speaks. An AI agent is called one. */
export const affiliation = ({ view }: DatedView): string => {
  if (view.speaker === undefined) return '';
  const isAgent = view.note.author.kind === 'AI agent' && view.speaker === view.note.author.name;
  return `, ${isAgent ? 'AI agent, ' : ''}${view.firmShort ?? view.firm}`;
};
