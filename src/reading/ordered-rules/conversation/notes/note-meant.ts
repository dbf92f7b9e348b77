import { words } from '../patterns.ts';
import { ofKind, type Said } from '../said.ts';

const POINTS_BACK = words`(that|this|the) (note|one|article|piece) | it`;

/** The note that is named by number, author or publisher; the one last talked about where words point back to it. */
export const noteMeant = ({ subjects, who, library, context, text }: Said): string | undefined => {
  const [named] = ofKind(subjects, 'note');
  if (named) return named.number;
  const own = library.notes.find(({ author, publisher }) => who.includes(publisher) || who.includes(author.name ?? ''));
  if (own) return own.number;
  const last = context?.last;
  if (last === undefined || !POINTS_BACK.test(text)) return undefined;
  if (last.kind === 'check' || last.kind === 'notes') return last.note;
  return last.kind === 'views' ? last.notes?.[0] : undefined;
};
