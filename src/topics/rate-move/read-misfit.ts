import { LARGE_CAP, misfitOf, SMALL_CAP } from '../../sensitivity/index.ts';
import { usdMillions } from '../../units.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import type { InputMisfit, NamedQuestion, Turn, Unclear } from '../turn.ts';
import { COMPANY_IDS, type Overridden } from './read-assumed.ts';

type Company = InputMisfit['company'];
type Inputs = Pick<InputMisfit, 'ebitda' | 'netIncome'>;
type Assuming = Question & Overridden;

const EXAMPLES = { small: SMALL_CAP, large: LARGE_CAP } as const;
/** Typed in another unit: thousands for millions, or millions for billions. */
const UNIT = 1_000;

const isAssuming = (question: Question): question is Assuming => 'small' in question || 'large' in question;

const inputsOf = ({ small, large }: Overridden, company: Company): Inputs => {
  const changed = company === 'small' ? small : large;
  const { ebitda, netIncome } = EXAMPLES[company];
  return { ebitda: changed?.ebitda ?? ebitda, netIncome: changed?.netIncome ?? netIncome };
};

const fits = ({ ebitda, netIncome }: Inputs): boolean =>
  misfitOf({ ebitda: usdMillions(ebitda), netIncome: usdMillions(netIncome) }) === undefined;

const isSame = (one: Inputs, other: Inputs): boolean =>
  one.ebitda === other.ebitda && one.netIncome === other.netIncome;

const misfitIn = (question: Assuming, known: Overridden): InputMisfit | undefined => {
  for (const company of COMPANY_IDS) {
    const inputs = inputsOf(question, company);
    // what was taken as typed once is not asked about again
    if (!fits(inputs) && !isSame(inputs, inputsOf(known, company))) return { company, ...inputs };
  }
  return undefined;
};

const withInputs = (question: Assuming, company: Company, inputs: Partial<Inputs>): Question => {
  const merged = Object.entries({ ...question[company], ...inputs });
  const kept = merged.filter(([name, value]) => value !== EXAMPLES[company][name as keyof Inputs]);
  const { [company]: _, ...rest } = question;
  return { ...rest, ...(kept.length > 0 && { [company]: Object.fromEntries(kept) }) } as Question;
};

/** The same in another unit, where that fits: `ebitda=178,600` as 178.6. */
const meantBy = (question: Assuming, misfit: InputMisfit): readonly NamedQuestion[] =>
  (['ebitda', 'netIncome'] as const).flatMap((input) =>
    question[misfit.company]?.[input] === undefined
      ? []
      : [misfit[input] / UNIT, misfit[input] * UNIT].flatMap((value) => {
          const meant = Number(value.toFixed(6));
          if (!fits({ ...misfit, [input]: meant })) return [];
          const name = `${input === 'ebitda' ? 'EBITDA' : 'Net income'} $${meant.toLocaleString('en-US')}m`;
          return [{ name, question: withInputs(question, misfit.company, { [input]: meant }) }];
        }),
  );

const MOST_OFFERED = 3;

/**
 * Asks back where a company's inputs cannot both be right, before a number is shown: what may have been meant in another
 * unit, or as typed. Any other turn stays as it is.
 *
 * @param typed the person's own words
 */
export const withFittingInputs = <T extends Turn>(turn: T, typed: string, context?: Context): T | Unclear => {
  if (turn.kind !== 'question' || !isAssuming(turn.question)) return turn;
  const { question } = turn;
  const last = context?.last;
  const misfit = misfitIn(question, last && isAssuming(last) ? last : (context?.move ?? {}));
  if (misfit === undefined) return turn;
  return {
    kind: 'unclear',
    reason: 'which',
    readings: [...meantBy(question, misfit), { name: 'As typed', question }].slice(0, MOST_OFFERED),
    words: typed,
    misfit,
  };
};
