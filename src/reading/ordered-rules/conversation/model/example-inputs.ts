import { nonEmpty } from '../../non-empty.ts';
import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';
import { MODEL_NOTE } from './of-model.ts';

const COMPANIES: readonly (readonly [key: string, said: RegExp])[] = [
  ['smallcap', words`small ?cap | small[er] (company|co|firm|one)`],
  ['largecap', words`large ?cap | (large|big|bigger|larger) (company|co|firm|one)`],
];

const PART = 'share|portion|part|proportion';

/** The company's figures by the end of their ids; first match first, the narrower word before the wider one. */
const INPUTS: readonly (readonly [key: string, said: RegExp])[] = [
  [
    'floating-share',
    words`floating [rate] (${PART}|percentage|fraction) | (${PART}|percent\w*|fraction|how much) ... float\w*`,
  ],
  ['fixed-share', words`fixed [rate] (${PART}|percentage|fraction) | (${PART}|percent\w*|fraction|how much) ... fixed`],
  ['floating-debt', words`floating [rate] debt`],
  ['fixed-debt', words`fixed [rate] debt`],
  ['leverage', words`leverage[d] | debt to ebitda | gearing | turns`],
  ['ebitda', words`ebitda`],
  ['net-income', words`net (income|profit) | income | profit | profits | earnings | earn | earns | make | makes`],
  ['rate', words`rate | coupon | borrows? at | cost of debt`],
  ['interest-before', words`interest`],
  ['debt', words`debts? | owes? | borrowings? | indebted`],
];

const ASKED = words`
  what | how | which | at | give | show | tell | of | for | used | input | assumed | assumption | total | per year
  annual | yearly | pile | before | in dollars | current | initial | starting
`;
const NOT_AN_INPUT = words`
  # what a move does to them
  after | must | save | saves | saving | savings | lift | gain | gains | cut | cuts | hike | hikes | bps? | sensitiv\w*
  effect | impact | move | moves | double | doubles | triple | triples | halve | halves | change | changes | rise
  fall | more | less | bigger | times | negative | zero
  # other figures
  ebitda (to|over|vs) interest | ebitda interest | cover[age] | ratio | discount | tax | russell | index
  # other questions
  why | if | who | real | come | derive | get
`;
const BEFORE_MOVE = /\bbefore (?:any|the|a) (?:cut|hike|move)\b/;

/** `total debt of largecap`: figures of note 000's two example companies, asked for by what they are. */
export const exampleInputs: Rule = ({ text, moveWords, words: { length }, library }) => {
  if (NOT_AN_INPUT.test(text.replace(BEFORE_MOVE, '')) || moveWords.hasChanges) return undefined;
  const companies = COMPANIES.filter(([, said]) => said.test(text)).map(([key]) => key);
  const input = INPUTS.find(([, said]) => said.test(text))?.[0];
  const isAsked = ASKED.test(text) || length <= SHORT;
  if (companies.length === 0 || input === undefined || !isAsked) return undefined;
  const known = new Set(library.claims.flatMap(({ figures }) => figures.map(({ id }) => id)));
  const figures = nonEmpty(
    companies.map((company) => `${MODEL_NOTE}-${company}-${input}`).filter((id) => known.has(id)),
  );
  return figures && asked({ kind: 'figure', figures });
};

const SHORT = 4;
