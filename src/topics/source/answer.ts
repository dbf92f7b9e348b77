import { type Answered, answerIdOf, type Facts, MODEL_NOTE } from '../../facts/index.ts';
import type { Claim, Library, Note } from '../../notes/index.ts';
import { utcDateOf } from '../../units.ts';
import type { SourceQuestion } from '../questions.ts';
import type { Cite, CitedAnswer, Publication } from '../topic.ts';

/** A passage that an answer rests on. */
interface CitedPassage {
  readonly heading?: string;
  readonly from: number;
  readonly to: number;
}

export interface CitedNote {
  readonly note: Note;
  readonly places: readonly CitedPassage[];
}

export interface SourceAnswer extends Answered {
  readonly kind: 'source';
  readonly question: SourceQuestion;
  /** Id of the answer asked about. */
  readonly about: string;
  readonly notes: readonly CitedNote[];
  readonly publications: readonly Publication[];
  readonly laws: readonly Publication[];
  /** The publishers of the records that the notes were checked against. */
  readonly records: readonly string[];
}

const MODEL_HEADING = /^Debt Sensitivity Dynamics/;

/** The passage in which note 000 sets out its model. */
const isModel = ({ note, locator: { heading } }: Claim): boolean =>
  note.id === MODEL_NOTE && heading !== undefined && MODEL_HEADING.test(heading);

const placeOf = ({ locator: { heading, paragraph, through } }: Claim): CitedPassage => ({
  ...(heading !== undefined && { heading }),
  from: paragraph,
  to: through ?? paragraph,
});

/** Places that touch become one; the model is one passage. */
const merged = (places: readonly CitedPassage[]): readonly CitedPassage[] =>
  [...places]
    .sort((one, other) => one.from - other.from || one.to - other.to)
    .reduce<CitedPassage[]>((all, place) => {
      const last = all.at(-1);
      const touches = last !== undefined && last.heading === place.heading && place.from <= last.to + 1;
      if (touches) all[all.length - 1] = { ...last, to: Math.max(last.to, place.to) };
      else all.push(place);
      return all;
    }, []);

const spanOf = (places: readonly CitedPassage[]): readonly CitedPassage[] => {
  const [first] = places;
  if (first === undefined) return [];
  return [{ ...first, from: Math.min(...places.map(({ from }) => from)), to: Math.max(...places.map(({ to }) => to)) }];
};

/** The notes that an answer rests on, with the passages; a note that is only listed has none. */
const citedNotes = ({ answer, citations }: CitedAnswer, { claims, notes }: Library): readonly CitedNote[] => {
  const shown = new Set([...answer.views.map(({ claim }) => claim), ...(citations.claims ?? [])]);
  const printedRatio = ({ figures }: Claim) =>
    citations.printedRatio === true && figures.some(({ unit }) => unit === 'ratio');
  const rests = claims.filter((claim) => shown.has(claim.id) || printedRatio(claim));
  const model = citations.model ? claims.filter(isModel) : [];
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

/** A note may be checked against another note, which is no record. */
const isRecord = (name: string): boolean => !name.startsWith('Note ');

/** The sources of another answer's figures and views. */
export const answerSource = (question: SourceQuestion, facts: Facts, cite: Cite): SourceAnswer => {
  const about = cite(question.of, facts);
  const { publications = [], laws = [] } = about.citations;
  const notes = citedNotes(about, facts.notes);
  const records = [...new Set((about.citations.records ?? []).filter(isRecord))];
  return {
    kind: 'source',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    about: about.answer.id,
    notes,
    publications,
    laws,
    records,
    figures: [],
    views: [],
    sources: [...notes.map(({ note }) => note.id), ...[...publications, ...laws].map(({ name }) => name), ...records],
  };
};
