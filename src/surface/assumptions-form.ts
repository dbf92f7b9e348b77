import {
  type ControlBlock,
  capitalized,
  choiceInput,
  field,
  header,
  type InputBlock,
  type ModalView,
  modal,
  type Option,
  option,
  plainText,
  section,
  textInput,
} from '../message/index.ts';
import {
  ASSUMPTIONS,
  type Assumption,
  type Borrower,
  LARGE_CAP,
  type Misfit,
  misfitOf,
  SMALL_CAP,
} from '../sensitivity/index.ts';
import { LARGEST_MOVE_BPS, type Overrides, type RateMoveQuestion } from '../topics/rate-move/question.ts';
import { readAssumptionValue } from '../topics/rate-move/read-assumed.ts';
import { moveLabel } from '../wording/index.ts';

/** The form *Change assumptions*: what it shows, and how it is read when it comes back. */

/** Action id of the button that opens the form. */
export const CHANGE_ACTION = 'change';
/** Action id of the button in the form that goes back to the note's own values. */
export const RESET_ACTION = 'reset';
export const CHANGE_FORM = 'change-assumptions';
/** Action id of every field. */
const FIELD_ACTION = 'value';

/** By effect: what moves the answer most comes first. */
const FIELDS: readonly (readonly [assumption: Assumption, label: string])[] = [
  ['floatingShare', 'Floating share of debt, %'],
  ['debtToEbitda', 'Debt ÷ EBITDA'],
  ['rate', 'Interest rate, %'],
  ['loanFloor', 'Loan floor on the Fed’s rate, %'],
  ['ebitda', 'EBITDA, $m'],
  ['netIncome', 'Net income, $m'],
];

export const COMPANIES: Readonly<Record<'small' | 'large', Borrower>> = { small: SMALL_CAP, large: LARGE_CAP };
type Company = keyof typeof COMPANIES;

const OFFERED_MOVES = [-200, -100, -75, -50, -25, 0, 25, 50, 75, 100, 200];
const COUNTS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** Below one, a share without its sign would be read as a fraction. */
const inField = (assumption: Assumption, value: number): string =>
  `${value}${ASSUMPTIONS[assumption].unit === '%' && value > 0 && value <= 1 ? '%' : ''}`;

/** Without a floor, a floor of zero. */
const notedIn = (company: Company, assumption: Assumption): number => COMPANIES[company][assumption] ?? 0;

const isChanged = (company: Company, assumption: Assumption, overrides: Overrides | undefined): boolean =>
  (overrides?.[assumption] ?? notedIn(company, assumption)) !== notedIn(company, assumption);

const countOf = (question: RateMoveQuestion): number =>
  (['small', 'large'] as const).flatMap((company) =>
    FIELDS.filter(([assumption]) => isChanged(company, assumption, question[company])),
  ).length;

const summary = (question: RateMoveQuestion): ControlBlock => {
  const count = countOf(question);
  return {
    ...section(`${COUNTS[count]} ${count === 1 ? 'value differs' : 'values differ'} from note 000.`),
    accessory: {
      type: 'button',
      action_id: RESET_ACTION,
      text: plainText('Reset'),
      value: RESET_ACTION,
      accessibility_label: 'Reset every assumption to note 000',
    },
  };
};

const moveOption = (bps: number): Option => option(String(bps), moveLabel(bps));

/** @param revision a part of every block id: Slack keeps what was typed where a block keeps its id */
const moveInput = ({ moveBps }: RateMoveQuestion, revision: number): InputBlock => {
  const moves = [...new Set([...OFFERED_MOVES, moveBps])].sort((one, other) => one - other);
  const chosen = choiceInput('static_select', FIELD_ACTION, moves.map(moveOption), String(moveBps));
  return field(`move.${revision}`, { label: 'Rate move' }, chosen);
};

const fields = (company: Company, overrides: Overrides | undefined, revision: number): readonly InputBlock[] =>
  FIELDS.map(([assumption, label]) => {
    const own = notedIn(company, assumption);
    const noted = assumption === 'loanFloor' ? 'Note 000: none' : `Note 000: ${own}`;
    const hint = isChanged(company, assumption, overrides) ? noted : undefined;
    const value = inField(assumption, overrides?.[assumption] ?? own);
    return field(`${company}.${assumption}.${revision}`, { label, hint }, textInput(FIELD_ACTION, value));
  });

/**
 * The form, filled in with a question's move and assumptions.
 *
 * @param carried comes back with what is filled in
 * @param revision how often the form was rendered again since it was opened
 */
export const renderAssumptionsForm = (question: RateMoveQuestion, carried: string, revision = 0): ModalView =>
  modal(CHANGE_FORM, { title: 'Change assumptions', submit: 'Recalculate' }, carried, [
    summary(question),
    moveInput(question, revision),
    ...(['small', 'large'] as const).flatMap((company) => [
      header(capitalized(COMPANIES[company].name)),
      ...fields(company, question[company], revision),
    ]),
  ]);

/** What was filled into the form: by block id. */
export type AssumptionsFormValues = Readonly<Record<string, string | null | undefined>>;

/** The form, read: a question, or what is wrong, by block id. */
type ParsedForm =
  | { readonly kind: 'question'; readonly question: RateMoveQuestion }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

const FIELD = /^(?<company>small|large)\.(?<assumption>[a-zA-Z]+)\.\d+$/;
const MOVE = /^move\.\d+$/;

const bound = (value: number): string => value.toLocaleString('en-US').replace('-', '\u2212');

const rangeOf = (assumption: Assumption): string => {
  const { least, most } = ASSUMPTIONS[assumption];
  return `Between ${bound(least)} and ${bound(most)}`;
};

const isAssumption = (name: string): name is Assumption => Object.hasOwn(ASSUMPTIONS, name);

/** The move chosen in the form, in basis points; undefined where there is none. */
export const parseFormMove = (filledIn: AssumptionsFormValues): number | undefined => {
  const [, chosen] = Object.entries(filledIn).find(([id]) => MOVE.test(id)) ?? [];
  const bps = chosen ? Number(chosen) : Number.NaN;
  return Math.abs(bps) <= LARGEST_MOVE_BPS ? bps : undefined;
};

const MISFIT_ERRORS: Record<Misfit, string> = {
  'net income above EBITDA': 'Net income is above EBITDA',
  'EBITDA far above net income': 'EBITDA is more than 200 times net income: both in $m?',
  'loss far above EBITDA': 'The loss is more than 200 times EBITDA: both in $m?',
};

/** Reads the form field by field; inputs that do not fit each other are asked about. A value that is the note's own changes nothing. */
export const parseAssumptionsForm = (filledIn: AssumptionsFormValues): ParsedForm => {
  const errors: Record<string, string> = {};
  const changed: Record<'small' | 'large', Overrides> = { small: {}, large: {} };
  for (const [id, typed] of Object.entries(filledIn)) {
    const { company, assumption = '' } = FIELD.exec(id)?.groups ?? {};
    if (!isAssumption(assumption)) continue;
    const of = company === 'small' ? 'small' : 'large';
    const value = readAssumptionValue(assumption, typed ?? '');
    if (value === undefined) errors[id] = rangeOf(assumption);
    else if (value !== notedIn(of, assumption)) changed[of] = { ...changed[of], [assumption]: value };
  }
  for (const company of ['small', 'large'] as const) {
    const misfit = misfitOf({ ...COMPANIES[company], ...changed[company] } as Borrower);
    // said beside the one that was changed, the profit where both were
    const field = changed[company].netIncome === undefined ? 'ebitda' : 'netIncome';
    const id = Object.keys(filledIn).find((one) => one.startsWith(`${company}.${field}.`));
    if (misfit !== undefined && id !== undefined) errors[id] ??= MISFIT_ERRORS[misfit];
  }
  const moveBps = parseFormMove(filledIn);
  if (moveBps === undefined) {
    errors[Object.keys(filledIn).find((id) => MOVE.test(id)) ?? 'move.0'] = `Up to ${LARGEST_MOVE_BPS} bp either way`;
  }
  if (moveBps === undefined || Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  const { small, large } = changed;
  return {
    kind: 'question',
    question: {
      kind: 'rate-move',
      moveBps,
      ...(Object.keys(small).length > 0 && { small }),
      ...(Object.keys(large).length > 0 && { large }),
    },
  };
};
