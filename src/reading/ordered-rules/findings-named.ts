import { type Library, NOTES } from '../../notes/index.ts';
import { CITED_RECORD, checkNotes, conflictsIn } from '../../record/index.ts';
import { type Searching, searchIn } from './search.ts';

/** What can be asked for in free words: findings, figures and conflicts, each by its own index. */
interface Named {
  readonly findings: Searching;
  readonly figures: Searching;
  readonly conflicts: Searching;
  readonly claims: Searching;
  /** The findings that cover some figures. */
  readonly findingsOf: (figures: readonly string[]) => readonly string[];
}

const build = (library: Library): Named => {
  const claims = new Map(library.claims.map((claim) => [claim.id, claim]));
  const figures = new Map(
    library.claims.flatMap((claim) => claim.figures.map((figure) => [figure.id, { figure, claim }] as const)),
  );
  const shownFigure = (id: string) => {
    const known = figures.get(id)?.figure;
    return known ? `${known.printed} ${known.value} ${known.unit}` : '';
  };
  const findings = checkNotes(library, CITED_RECORD);
  const sayings = (ids: readonly string[]) => ids.map((id) => claims.get(id)?.paraphrase ?? '').join(' ');
  return {
    findingsOf: (ids) => findings.filter((one) => one.figures.some((id) => ids.includes(id))).map(({ id }) => id),
    findings: searchIn(
      findings.map(({ id, subject, claims: about, figures: covered }) => ({
        id,
        name: subject,
        prints: covered.map(shownFigure).join(' '),
        about: `${sayings(about)} ${covered.map((one) => figures.get(one)?.figure.label ?? '').join(' ')}`,
      })),
      1,
    ),
    figures: searchIn(
      [...figures].map(([id, { figure, claim }]) => ({
        id,
        name: figure.label,
        prints: shownFigure(id),
        about: [figure.basis, figure.period, figure.asOf, id.replaceAll('-', ' '), figure.creditedTo, claim.paraphrase]
          .filter((part) => part !== undefined)
          .join(' '),
      })),
    ),
    claims: searchIn(
      library.claims.map(({ id, paraphrase, condition = '', topics, voice, short = '' }) => ({
        id,
        name: `${paraphrase} ${short} ${id.slice(4).replaceAll('-', ' ')}`,
        about: `${condition} ${topics.join(' ')} ${voice}`,
      })),
    ),
    conflicts: searchIn(
      conflictsIn(library, CITED_RECORD).map(({ id, subject, sides }) => ({
        id,
        name: subject,
        about: sides.map((side) => sayings(side.claims)).join(' '),
      })),
    ),
  };
};

const remembered = new WeakMap<Library, Named>();

/** The indexes of a library, built once, when first asked for: some ten milliseconds. */
export const namedIn = (library: Library = NOTES): Named => {
  const known = remembered.get(library);
  if (known) return known;
  const named = build(library);
  remembered.set(library, named);
  return named;
};
