import type { CompanyId } from '../../facts/index.ts';
import {
  type Cell,
  capitalized,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  day,
  dayNear,
  dollarChange,
  fitHeading,
  type Line,
  type Message,
  moveName,
  numberCell,
  renderShortAnswer,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  changedWords,
  FED,
  fedSource,
  futuresSource,
  HOW_COMPUTED,
  impliedWords,
  missingOutcomeLines,
  modelWords,
  movePriced,
  movesOffered,
  movesPricedWords,
  oddsOf,
  rangeWords,
  SYNTHETIC,
  whyNoOdds,
} from '../../wording/index.ts';
import type { MarketMeeting, MarketMoveAnswer, WeightedEffect } from './answer.ts';

type Priced = NonNullable<MarketMoveAnswer['priced']>;

const COMPANIES: readonly CompanyId[] = ['small', 'large'];

/** In percent of net income where both have a profit, else in dollars: one unit a column. */
const isInDollars = ({ next }: Priced): boolean =>
  COMPANIES.some((company) => next.effects[company].lift === undefined);

const shown = ({ lift, saving }: WeightedEffect): string => (lift === undefined ? dollarChange(saving) : change(lift));

const NO_PROVIDER = 'No odds: no provider of futures prices answered';

const hasFailed = ({ odds }: MarketMoveAnswer['fed']): boolean =>
  odds.kind === 'none' && odds.why.kind === 'unavailable';

const title = ({ priced, fed, unmoved, asOf: today }: MarketMoveAnswer): string => {
  if (priced === undefined) return hasFailed(fed) ? NO_PROVIDER : fitHeading(whyNoOdds(fed.odds));
  const { next } = priced;
  const isMade = fed.odds.kind === 'path' && fed.odds.isSynthetic;
  const [small, large] = COMPANIES.map((company) => {
    const effect = next.effects[company];
    return `${unmoved[company].borrower.name} ${effect.lift === undefined ? 'saves ' : company === 'small' ? 'net income ' : ''}${shown(effect)}`;
  });
  const made = isMade ? `${SYNTHETIC}. ` : '';
  return fitHeading(
    `${made}Futures imply ${movesPricedWords(priced.odds)} on ${dayNear(next.decision, today)}: ${small}, ${large} on average`,
    `${made}Futures imply ${movesPricedWords(priced.odds)} on ${dayNear(next.decision, today)}: ${small}, ${large}`,
  );
};

const table = (answer: MarketMoveAnswer): DataTableBlock | undefined => {
  const { priced, unmoved } = answer;
  if (priced === undefined) return undefined;
  const inDollars = isInDollars(priced);
  const effectCell = ({ lift, saving }: WeightedEffect): Cell =>
    inDollars || lift === undefined ? numberCell(saving, dollarChange(saving)) : numberCell(lift, change(lift));
  const row = ({ decision, move, effects }: MarketMeeting): Cell[] => [
    cell(day(decision)),
    numberCell(move, movePriced(move)),
    ...COMPANIES.map((company) => effectCell(effects[company])),
  ];
  const meetings = priced.path.length > 0 ? priced.path : [priced.next];
  return dataTable(
    `Priced in from today, and what it does to ${inDollars ? 'interest' : 'net income'} a year`,
    ['By', 'Average', ...COMPANIES.map((company) => unmoved[company].borrower.name)],
    meetings.map(row),
  );
};

/** Each move that is priced, how likely, and what it does. */
const outcomeLine = ({ outcomes }: Priced): Line => ({
  label: 'Sum',
  words: outcomes
    .map(({ move, probability, effects }) => {
      const effectWords = COMPANIES.map((company) => {
        const { netIncome, saving } = effects[company];
        return netIncome.kind === 'lift' ? change(netIncome.lift) : dollarChange(saving);
      });
      return move === 0
        ? `${oddsOf(probability)} of a hold`
        : `${oddsOf(probability)} of a ${moveName(move)} (${effectWords.join(', ')})`;
    })
    .join(' and '),
});

const linesOf = (answer: MarketMoveAnswer): readonly Line[] => {
  const { priced, fed, changed, unmoved, asOf: today } = answer;
  const range = rangeWords(fed);
  const fedLine: readonly Line[] = range === undefined ? [] : [{ label: 'Fed', words: `Target range ${range}` }];
  const changedLine: readonly Line[] =
    changed.length > 0 ? [{ label: 'Changed', words: changedWords(changed, unmoved) }] : [];
  if (priced === undefined) {
    return [
      ...(hasFailed(fed) ? [{ label: 'Priced', words: whyNoOdds(fed.odds) } as const] : []),
      ...fedLine,
      ...missingOutcomeLines(fed),
      ...changedLine,
      { label: 'Instead', words: 'Name a size yourself, such as /ratecut hike 25' },
    ];
  }
  const last = priced.path.at(-1);
  const path: readonly Line[] =
    last && priced.path.length > 1
      ? [
          {
            label: 'Path',
            words: `By ${day(last.decision)} an average of ${movePriced(last.move)} in all: ${COMPANIES.map((company) => `${unmoved[company].borrower.name} ${shown(last.effects[company])}`).join(', ')}`,
          },
        ]
      : [];
  return [
    { label: 'Priced', words: capitalized(impliedWords(priced.odds, today)) },
    outcomeLine(priced),
    ...path,
    ...changedLine,
    ...fedLine,
    ...missingOutcomeLines(fed),
    { label: 'Why', words: 'Each move is weighed by its odds; the Fed itself moves in steps of 25 bp' },
  ];
};

const OFFERS: readonly Offer[] = [...movesOffered(-25, 25), FED, HOW_COMPUTED];

/** What the market prices in, weighed by its odds, at the next meeting and along the path, at both companies. */
export const renderMarketMove = (answer: MarketMoveAnswer): Message =>
  renderShortAnswer({
    heading: title(answer),
    table: table(answer),
    lines: linesOf(answer),
    offers: OFFERS,
    source: [modelWords(answer.changed), ...futuresSource(answer.fed), ...fedSource(answer.fed)],
    id: answer.id,
  });
