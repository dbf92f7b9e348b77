import type { Figure } from './format.ts';
import type { CheckedFile, Problem } from './lint-problem.ts';

type Fault = Pick<Problem, 'wrong' | 'mend'>;

/** The numbers in a figure as printed: `1 160.9 million` is 1160.9, `12-24 months` is 12 and 24, `about half` is none. */
const numbersIn = (printed: string): readonly number[] =>
  (printed.match(/\d+(?:[ ,\u00a0\u202f]\d{3}(?!\d))*(?:\.\d+)?/g) ?? []).map((number) =>
    Number(number.replace(/[^\d.]/g, '')),
  );

const MONTHS_A_YEAR = 12;

/** True where the value is one of the printed numbers; a span printed in years may be held in months. */
const isAsPrinted = ({ value, unit, printed }: Figure): boolean => {
  const numbers = numbersIn(printed);
  const years = unit === 'months' && /year/.test(printed) ? numbers.map((number) => number * MONTHS_A_YEAR) : [];
  return numbers.length === 0 || [...numbers, ...years].includes(Math.abs(value));
};

/**
 * A figure without a date misleads as soon as it is a year old. So each has a day (the note's own for "now" and "today"),
 * or a period in words; or it says why it has neither, and then it has neither.
 */
const dateFault = ({ asOf, period, undated }: Figure, written: string): Fault | undefined => {
  const isDated = asOf !== undefined || period !== undefined;
  if (!isDated && undated === undefined) {
    return { wrong: 'has no date', mend: `give asOf (${written} for "now"), a period in words, or why it is undated` };
  }
  if (isDated && undated !== undefined) return { wrong: 'is dated and called undated', mend: 'drop undated' };
  if (asOf !== undefined && asOf > written) {
    return { wrong: `speaks of ${asOf}, after the note of ${written}`, mend: 'correct asOf, or say a period' };
  }
  return undefined;
};

/** Every figure dated, and its value the one it prints. */
export const figureProblems = ({ name, note, claims }: CheckedFile): readonly Problem[] =>
  claims.flatMap(({ id: claim, figures }) =>
    figures.flatMap((figure, at) => {
      const fault = dateFault(figure, note.date);
      const { value, unit, printed } = figure;
      return [
        ...(fault ? [{ file: name, claim, field: `figures.${at} (${figure.id})`, ...fault }] : []),
        ...(isAsPrinted(figure)
          ? []
          : [
              {
                file: name,
                claim,
                field: `figures.${at} (${figure.id}).value`,
                wrong: `${value} ${unit} is not the printed "${printed}"`,
                mend: 'correct the one that is wrong',
              },
            ]),
      ];
    }),
  );
