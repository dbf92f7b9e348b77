import { type ListedCompany, plainName } from '../../companies/index.ts';
import {
  FUNCTION_WORDS,
  isOnly,
  type Lexicon,
  lexiconOf,
  type Mark,
  marked,
  marksOf,
  passes,
  passingOver,
  phrasesFound,
  phrasesOf,
  type Utterance,
} from '../../language/index.ts';
import { type Context, numbersOf } from '../context.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from '../rate-move/question.ts';
import { readRateMove } from '../rate-move/read.ts';
import { goesOn } from '../rate-move/read-gone-on.ts';
import { exactly, type ReadCommand, type Reading, type ReadTopic } from '../reading.ts';
import type { CompaniesQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

const WORDS = lexiconOf(words);
const FEDERAL_TAX_PERCENT = 21;
const MOST_NAMES = 8;

/** A list's names and tickers as words, once for each list. */
const lexicons = new WeakMap<readonly ListedCompany[], Lexicon>();

const lexiconFor = (companies: readonly ListedCompany[]): Lexicon => {
  const known = lexicons.get(companies);
  if (known) return known;
  const made = lexiconOf({
    own: Object.fromEntries(
      companies.map(({ name, ticker }) => [
        name,
        [...new Set([name.toLowerCase(), plainName(name), ...(ticker ? [ticker.toLowerCase()] : [])])].join('|'),
      ]),
    ),
  });
  lexicons.set(companies, made);
  return made;
};

interface Said {
  readonly names: readonly string[];
  readonly marks: readonly Mark[];
  readonly isOurs: boolean;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['small', 'SmallCap'],
  ['large', 'LargeCap'],
]);

const isOfNumber = ({ slots }: Utterance, { from, to }: Mark): boolean =>
  slots.some(({ kind, from: begin, to: end }) => (kind === 'amount' || kind === 'count') && begin < to && from < end);

/**
 * True where a name is meant. A single word that means something by itself (`bp`, `all`, `now`, `cut`) is one of the list only as
 * `$BP`, or in capitals among others that are not; never as the unit of a number.
 */
const isMeantAsName = (utterance: Utterance, mark: Mark): boolean => {
  const { typed, tokens, unknown } = utterance;
  const { from, to } = mark;
  const token = tokens[from];
  if (to - from > 1 || unknown.has(from) || token === undefined) return true;
  if (typed[token.start - 1] === '$') return true;
  const written = typed.slice(token.start, token.end);
  const isCapital = written.length > 1 && written === written.toUpperCase() && typed !== typed.toUpperCase();
  return isCapital && !isOfNumber(utterance, mark);
};

/** Beside a company that is meant for sure, the whole name of another is one too: `allstate vs target`. */
const isNamedBeside = (utterance: Utterance, mark: Mark): boolean => {
  const word = utterance.words[mark.from] ?? '';
  return plainName(mark.value) === word && !FUNCTION_WORDS.has(word) && !isOfNumber(utterance, mark);
};

/** Companies of the list that the words name, the examples beside them where there is one, and whether all are meant. */
const saidIn = (utterance: Utterance, companies: readonly ListedCompany[]): Said => {
  const phrases = phrasesOf(utterance, WORDS);
  const found = companies.length === 0 ? [] : phrasesFound(utterance, lexiconFor(companies));
  const sure = found.filter((mark) => isMeantAsName(utterance, mark));
  const own = sure.length === 0 ? [] : found.filter((mark) => sure.includes(mark) || isNamedBeside(utterance, mark));
  const beside = own.length > 0 ? marked(utterance, 'company').filter(({ value }) => NAMED.has(value)) : [];
  const names = [
    ...new Set([...own.map(({ value }) => value), ...beside.map(({ value }) => NAMED.get(value) as string)]),
  ];
  // "back to ours", from somebody else's rate
  const isOurs = phrases.of('ours').some(
    ({ from, to }) =>
      utterance.words.slice(Math.max(from - 2, 0), from + 1).join(' ') !== 'back to ours' &&
      // "the smaller one of ours"
      !(to - from > 1 && marked(utterance, 'company').some((mark) => mark.to === from)),
  );
  return { names: names.slice(0, MOST_NAMES), marks: [...own, ...beside, ...phrases.all], isOurs };
};

const asked = (
  { moveBps }: Pick<RateMoveQuestion, 'moveBps'>,
  utterance: Utterance,
  { names }: Said,
): CompaniesQuestion => {
  const phrases = phrasesOf(utterance, WORDS);
  const [first, ...rest] = names;
  return {
    kind: 'companies',
    moveBps,
    ...(first !== undefined && { names: [first, ...rest] }),
    ...(phrases.has('tax') && { taxRate: FEDERAL_TAX_PERCENT }),
    ...(phrases.has('file') && { csv: true as const }),
  };
};

const nameOf = ({ names, moveBps }: CompaniesQuestion): string =>
  `${names ? names.join(' and ') : 'Our companies'}, ${moveBps < 0 ? 'cut' : 'hike'} ${Math.abs(moveBps)} bp`;

const lastOf = (context: Context | undefined): CompaniesQuestion | undefined =>
  context?.last.kind === 'companies' && !context.stale ? context.last : undefined;

/** `double it`, `the opposite`: of the move asked about last. */
const scaledFrom = (utterance: Utterance, last: CompaniesQuestion): readonly Reading[] => {
  const [scale, second] = marked(utterance, 'scale');
  const moveBps = last.moveBps * Number(scale?.value);
  const isAll = isOnly(utterance, marksOf(utterance, 'scale', 'reference', 'correction'));
  if (second || !isAll || !(Math.abs(moveBps) <= LARGEST_MOVE_BPS)) return [];
  const asks = { ...last, moveBps };
  return [exactly(asks, nameOf(asks), [{ from: 0, to: utterance.tokens.length }])];
};

/** `vs LargeCap`, `against ORRI`: beside those asked about last. */
const besideLast = (utterance: Utterance, said: Said, last: CompaniesQuestion): Said => {
  if (last.names === undefined || marked(utterance, 'compare').length === 0) return said;
  const examples = marked(utterance, 'company').filter(({ value }) => NAMED.has(value));
  const names = [...last.names, ...said.names, ...examples.map(({ value }) => NAMED.get(value) as string)];
  return { ...said, names: [...new Set(names)].slice(0, MOST_NAMES), marks: [...said.marks, ...examples] };
};

/** The list asked about last, with what the words change: `after tax`, `as a file`, `and ACME?`, `which gains most`. */
const changed = (utterance: Utterance, said: Said, last: CompaniesQuestion): readonly Reading[] => {
  const isAll = isOnly(utterance, [
    ...said.marks,
    ...marksOf(utterance, 'reference', 'only', 'company', 'compare', 'more'),
  ]);
  if (said.marks.length === 0 || !isAll) return [];
  const question = { ...last, ...asked(last, utterance, said) };
  const whole: CompaniesQuestion = said.isOurs ? { ...question, names: undefined } : question;
  const { names, ...rest } = whole;
  const asks: CompaniesQuestion = { ...rest, ...(names && { names }) };
  return [exactly(asks, nameOf(asks), [{ from: 0, to: utterance.tokens.length }])];
};

/** `50bps ours`, `cut 50 for ACME vs LargeCap`, `which of ours gains most?`, and after one of them `and 25?`. */
export const readCompanies: ReadTopic = (utterance, context, library, known) => {
  const companies = known.companies ?? [];
  const said = saidIn(utterance, companies);
  const last = lastOf(context);
  const isMeant = said.isOurs || said.names.length > 0;
  if (last !== undefined) {
    const again = [...scaledFrom(utterance, last), ...changed(utterance, besideLast(utterance, said, last), last)];
    if (again.length > 0) return again;
  }
  if (!isMeant && !(last && goesOn(utterance))) return [];
  const sized = readRateMove(passingOver(utterance, said.marks), context, library, known).flatMap(
    (reading): readonly Reading[] => {
      if (reading.asks.kind !== 'rate-move') return [];
      const kept = isMeant
        ? asked(reading.asks, utterance, said)
        : { ...last, ...asked(reading.asks, utterance, { ...said, names: last?.names ?? [] }) };
      const { small: _, large: __, only: ___, ...move } = reading.asks;
      const hasInputs = reading.asks.small !== undefined || reading.asks.large !== undefined;
      const asks = { ...kept, moveBps: move.moveBps } as CompaniesQuestion;
      return [
        {
          ...reading,
          asks,
          name: nameOf(asks),
          uses: [...reading.uses, ...said.marks],
          ...(hasInputs && { isOffer: true as const }),
        },
      ];
    },
  );
  if (sized.length > 0) return sized;
  const { move } = numbersOf(context);
  const standing = last ?? move;
  if (!isMeant || standing === undefined) return [];
  const isAll = isOnly(utterance, [
    ...said.marks,
    ...marksOf(utterance, 'reference', 'only', 'company', 'compare', 'more', 'move'),
  ]);
  const asks = asked(standing, utterance, said);
  return isAll ? [exactly(asks, nameOf(asks), [{ from: 0, to: utterance.tokens.length }])] : [];
};

/** `/ratecut 50bps ours`, `/ratecut 50bps ACME vs LargeCap`; undefined where no company of one's own is named. */
export const readCompaniesCommand = (
  ...[utterance, library, known]: Parameters<ReadCommand>
): CompaniesQuestion | undefined => {
  const said = saidIn(utterance, known.companies ?? []);
  if (!said.isOurs && said.names.length === 0) return undefined;
  const found = readCompanies(utterance, { last: { kind: 'help' }, wants: 'size' }, library, known).find(
    (one) => !one.isOffer && passes(utterance, one).kind === 'passed',
  );
  return found?.asks.kind === 'companies' ? found.asks : undefined;
};
