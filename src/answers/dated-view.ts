import { hasExpired, monthsBetween, type View } from '../notes/index.ts';
import type { IsoDate } from '../units.ts';
import type { AnsweredView, DatedView } from './answer.ts';

export const dated = (view: View, today: IsoDate): DatedView => ({
  view,
  monthsOld: monthsBetween(view.note.date, today),
  expired: hasExpired(view, today),
});

export const cited = ({ view }: DatedView): AnsweredView => ({
  ...(view.speaker !== undefined && { person: view.speaker }),
  firm: view.firm,
  stance: view.stance,
  note: view.note.id,
  claim: view.id,
  paraphrase: view.paraphrase,
});
