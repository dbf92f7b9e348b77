import type { DatedView } from '../answers/index.ts';
import { month, shortAge, unbroken } from './wording.ts';

const AGE_SHOWN_FROM_MONTHS = 12;

/** `(001, Sep 2025, 14 mo)`: the note, its month, and what time has done to the view. */
export const citation = ({ view, monthsOld, expired }: DatedView): string => {
  const parts = [`${view.note.number}, ${month(view.note.date)}`];
  if (expired) parts.push('expired');
  else if (monthsOld > AGE_SHOWN_FROM_MONTHS) parts.push(shortAge(monthsOld));
  return `(${parts.map(unbroken).join(', ')})`;
};

/** `, RBC` behind `Lori Calvasina`; nothing where the firm itself speaks. An AI agent is called one. */
export const affiliation = ({ view }: DatedView): string => {
  if (view.speaker === undefined) return '';
  const isAgent = view.note.author.kind === 'AI agent' && view.speaker === view.note.author.name;
  return `, ${isAgent ? 'AI agent, ' : ''}${view.firmShort ?? view.firm}`;
};
