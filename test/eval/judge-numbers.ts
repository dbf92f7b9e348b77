import { type ExpectedNumber, expectedNumbers, isExpected, isNear, MEASURES, WHOLE_IDS } from './expected-numbers.ts';
import type { Expectation } from './files.ts';
import { KINDS_THAT_COMPUTE, KINDS_WITH_ONE_RESULT } from './mapping.ts';
import { kindOf, type Reply, type ReplyFigure } from './reply.ts';

export interface NumbersJudged {
  /** Stated by the reply, and not what was asked for: worse than any silence. */
  readonly wrong: readonly string[];
  /** Expected and not stated. */
  readonly missing: readonly string[];
}

/** The id an expected number should stand under; undefined where only its value is known. */
const idOf = ({ key, company }: ExpectedNumber): string | undefined => {
  const measure = MEASURES[key];
  return company && measure ? `${company}.${measure}` : WHOLE_IDS[key];
};

/** `smallcap.lift@-50` is the lift of SmallCap after a cut of 50 bp; without a move behind it, after whatever was asked. */
const readId = (id: string): { readonly name: string; readonly cutBps?: number } => {
  const [name = '', move] = id.toLowerCase().split('@');
  return move === undefined ? { name } : { name, cutBps: -Number(move) };
};

const stated = (figure: ReplyFigure): string => `${figure.id} is ${figure.value}`;

/** The move itself: in the question where it names one, otherwise the figure in basis points that the reply finds. */
const judgeMove = (expected: ExpectedNumber, reply: Reply): NumbersJudged => {
  const { question, answer } = reply;
  const move = -expected.value;
  const asked = question?.moves ?? (question?.moveBps === undefined ? undefined : [question.moveBps]);
  const found = asked
    ? asked.map((value) => ({ value, name: 'the move' }))
    : answer.figures
        .filter(({ id, unit }) => unit === 'bp' && !id.includes('floor'))
        .map(({ value, id }) => ({ value, name: id }));
  if (found.some(({ value }) => isNear(value, move))) return { wrong: [], missing: [] };
  const expectation = `${expected.path}: expected ${move} bp`;
  if (found.length === 0 || !KINDS_THAT_COMPUTE.includes(kindOf(reply))) return { wrong: [], missing: [expectation] };
  return {
    wrong: [`${expectation}, ${found.map(({ name, value }) => `${name} is ${value}`).join(', ')}`],
    missing: [],
  };
};

/** A number known by its id: the value must stand there, and no other. */
const judgeNamed = (
  expected: ExpectedNumber,
  id: string,
  all: readonly ExpectedNumber[],
  figures: readonly ReplyFigure[],
): NumbersJudged => {
  const siblings = all.filter(({ key, company }) => key === expected.key && company === expected.company);
  const standing = figures.filter((figure) => {
    const { name, cutBps } = readId(figure.id);
    return name === id && (cutBps === undefined || expected.cutBps === undefined || isNear(cutBps, expected.cutBps));
  });
  const fits = (figure: ReplyFigure): boolean =>
    isExpected(figure.value, expected) ||
    // one figure for several moves may be that of any of them
    (readId(figure.id).cutBps === undefined && siblings.some((sibling) => isExpected(figure.value, sibling)));
  const wrong = standing
    .filter((figure) => !fits(figure))
    .map((figure) => `${expected.path}: expected ${expected.value}, ${stated(figure)}`);
  const isFound = standing.some(({ value }) => isExpected(value, expected));
  return { wrong, missing: isFound || wrong.length > 0 ? [] : [`${expected.path}: no ${expected.value}`] };
};

/** A number known by its value alone. */
const judgeByValue = (expected: ExpectedNumber, reply: Reply): NumbersJudged => {
  if (reply.answer.figures.some(({ value }) => isExpected(value, expected))) return { wrong: [], missing: [] };
  const words = `${expected.path}: no ${expected.value}`;
  const isOther = KINDS_WITH_ONE_RESULT.includes(kindOf(reply)) && reply.answer.figures.length > 0;
  return isOther
    ? { wrong: [`${words} but ${reply.answer.figures.map(stated).join(', ')}`], missing: [] }
    : { wrong: [], missing: [words] };
};

const judgeOne = (expected: ExpectedNumber, all: readonly ExpectedNumber[], reply: Reply): NumbersJudged => {
  if (expected.key === 'cutBps') return judgeMove(expected, reply);
  const id = idOf(expected);
  return id ? judgeNamed(expected, id, all, reply.answer.figures) : judgeByValue(expected, reply);
};

/** Holds the figures of a reply against the expected ones, in full precision. */
export const judgeNumbers = (expectation: Expectation | undefined, reply: Reply): NumbersJudged => {
  const all = expectedNumbers(expectation);
  const judged = all.map((expected) => judgeOne(expected, all, reply));
  return {
    wrong: [...new Set(judged.flatMap(({ wrong }) => wrong))],
    missing: judged.flatMap(({ missing }) => missing),
  };
};
