import type { Claim, Library, Note } from '../notes/index.ts';
import type { Answer, CitedNote, Place } from './answer.ts';
import { MODEL_NOTE } from './model-note.ts';

const MODEL_HEADING = /^Debt Sensitivity Dynamics/;

/** The passage in which note 000 sets out its model. */
const isModel = ({ note, locator: { heading } }: Claim): boolean =>
  note.id === MODEL_NOTE && heading !== undefined && MODEL_HEADING.test(heading);

/** Ids of the claims that an answer shows or computes with. */
const claimsShownBy = (answer: Answer): readonly string[] => {
  const figures = answer.views.map(({ claim }) => claim);
  switch (answer.kind) {
    case 'views':
      return [...figures, ...(answer.claims?.shown.map(({ claim }) => claim.id) ?? [])];
    case 'check':
      return [...answer.flagged.shown, ...answer.folded].flatMap(({ claims }) => claims);
    case 'conflicts':
      return answer.conflicts.shown.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims));
    case 'figure':
      return answer.noted.shown.map(({ claim }) => claim.id);
    case 'valuation':
      return [
        ...[answer.of, answer.against].flatMap((noted) => noted?.claim.id ?? []),
        ...(answer.conflict?.sides.flatMap(({ claims }) => claims) ?? []),
      ];
    case 'ratio':
    case 'rotation':
      return answer.rows.map(({ claim }) => claim.id);
    case 'method':
    case 'not-known':
      return [...figures, ...answer.claims.map(({ claim }) => claim.id)];
    default:
      return figures;
  }
};

const usesModel = (answer: Answer): boolean =>
  ['rate-move', 'rate-move-market', 'compare-moves', 'solve', 'method'].includes(answer.kind) ||
  (answer.kind === 'not-known' && answer.sources.includes(MODEL_NOTE));

const usesRatio = (answer: Answer): boolean => 'reading' in answer && answer.reading !== undefined;

const placeOf = ({ locator: { heading, paragraph, through } }: Claim): Place => ({
  ...(heading !== undefined && { heading }),
  from: paragraph,
  to: through ?? paragraph,
});

/** Places that touch become one; the model is one passage. */
const merged = (places: readonly Place[]): readonly Place[] =>
  [...places]
    .sort((one, other) => one.from - other.from || one.to - other.to)
    .reduce<Place[]>((all, place) => {
      const last = all.at(-1);
      const touches = last !== undefined && last.heading === place.heading && place.from <= last.to + 1;
      if (touches) all[all.length - 1] = { ...last, to: Math.max(last.to, place.to) };
      else all.push(place);
      return all;
    }, []);

const spanOf = (places: readonly Place[]): readonly Place[] => {
  const [first] = places;
  if (first === undefined) return [];
  return [{ ...first, from: Math.min(...places.map(({ from }) => from)), to: Math.max(...places.map(({ to }) => to)) }];
};

/** The notes that an answer rests on, with the passages; a note that is only listed has none. */
export const citedNotes = (answer: Answer, { claims, notes }: Library): readonly CitedNote[] => {
  const shown = new Set(claimsShownBy(answer));
  const printedRatio = ({ figures }: Claim) => usesRatio(answer) && figures.some(({ unit }) => unit === 'ratio');
  const rests = claims.filter((claim) => shown.has(claim.id) || printedRatio(claim));
  const model = usesModel(answer) ? claims.filter(isModel) : [];
  const cites = (note: Note) =>
    answer.sources.includes(note.id) || [...rests, ...model].some((claim) => claim.note === note);
  const rank = ({ id }: Note): number =>
    answer.sources.includes(id) ? answer.sources.indexOf(id) : answer.sources.length;
  const inOrder = notes.filter(cites).sort((one, other) => rank(one) - rank(other));
  return inOrder.map((note) => {
    const own = (some: readonly Claim[]) => some.filter((claim) => claim.note === note).map(placeOf);
    return { note, places: merged([...own(rests), ...spanOf(own(model))]) };
  });
};
