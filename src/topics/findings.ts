import { type Amount, type Search, searchOf } from '../language/index.ts';
import type { Figure, Library } from '../notes/index.ts';
import { CITED_RECORD, checkNotes, type Finding } from '../record/index.ts';

/** What the words of a question can find among the findings. */
interface Findings {
  readonly all: readonly Finding[];
  readonly search: Search;
  /** The findings that cover some figures. */
  readonly ofFigures: (ids: readonly string[]) => readonly string[];
  /** The findings about what somebody says. */
  readonly ofWho: (names: readonly string[]) => readonly string[];
  /** The findings that cover a figure of this size. */
  readonly ofAmount: (amount: Amount) => readonly string[];
}

/** Units that are typed for a figure's own: `18x` or a bare number for any. */
const UNITS: ReadonlyMap<string, readonly Figure['unit'][]> = new Map(
  Object.entries<readonly Figure['unit'][]>({
    '%': ['%'],
    points: ['%', 'bp'],
    bp: ['bp'],
    x: ['×'],
    money: ['US$ m', 'US$ bn', 'US$ tn'],
  }),
);
const MILLIONS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ 'US$ m': 1, 'US$ bn': 1_000, 'US$ tn': 1_000_000 }),
);

export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day in words: `2024-09-18` is `sep 2024`. */
const monthsIn = (day: string): string =>
  day === '' ? '' : `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** `2453` is the whole of 2,453.36. */
const isSame = (printed: number, value: number): boolean =>
  printed === value || (value >= 100 && Math.trunc(printed) === value);

const remembered = new WeakMap<Library, Findings>();

export const findingsIn = (library: Library): Findings => {
  const known = remembered.get(library);
  if (known) return known;
  const all = checkNotes(library, CITED_RECORD);
  const claims = new Map(library.claims.map((claim) => [claim.id, claim]));
  const figures = new Map(
    library.claims.flatMap((claim) => claim.figures.map((figure) => [figure.id, figure] as const)),
  );
  const figuresOf = ({ figures: ids }: Finding): readonly Figure[] => ids.flatMap((id) => figures.get(id) ?? []);
  const findings: Findings = {
    all,
    search: searchOf(
      all.map((finding) => ({
        id: finding.id,
        name: finding.subject,
        prints: figuresOf(finding)
          .map(({ printed, value, unit }) => `${printed} ${value} ${unit}`)
          .join(' '),
        about: [
          ...finding.claims.map((id) => claims.get(id)?.paraphrase ?? ''),
          // "Sweden" where the words say Swedish
          ...finding.claims.flatMap((id) => claims.get(id)?.topics.filter((topic) => topic === 'Sweden') ?? []),
          ...figuresOf(finding).flatMap(({ label, period = '', asOf = '' }) => [label, period, monthsIn(asOf)]),
          ...finding.said.filter((part) => typeof part === 'string'),
          finding.id.replaceAll('-', ' '),
        ].join(' '),
      })),
      1,
    ),
    ofFigures: (ids) => all.filter((one) => one.figures.some((id) => ids.includes(id))).map(({ id }) => id),
    ofWho: (names) =>
      all
        .filter((one) =>
          one.claims.some((id) => {
            const claim = claims.get(id);
            const note = claim?.note;
            return [claim?.speaker, claim?.firm, note?.author.name, note?.publisher].some(
              (name) => name && names.includes(name),
            );
          }),
        )
        .map(({ id }) => id),
    ofAmount: ({ value, unit, isFraction, isSpelled }) =>
      all
        .filter((one) =>
          figuresOf(one).some(
            (figure) =>
              (unit === undefined || UNITS.get(unit)?.includes(figure.unit)) &&
              isSame(
                figure.value * (unit === 'money' ? (MILLIONS.get(figure.unit) ?? 1) : 1),
                // half a point is 50 bp
                unit === 'points' && figure.unit === 'bp'
                  ? value * 100
                  : // half of the members
                    isFraction && isSpelled && figure.unit === '%'
                    ? value * 100
                    : value,
              ),
          ),
        )
        .map(({ id }) => id),
  };
  remembered.set(library, findings);
  return findings;
};
