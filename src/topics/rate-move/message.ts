import type { CompanyId, DatedView } from '../../facts/index.ts';
import {
  basisPointsOf,
  change,
  dollarChange,
  dollars,
  dollarsGiven,
  type Line,
  type Message,
  type MessagePart,
  moveName,
  renderShortAnswer,
  screenReaderText,
  share,
  timesGiven,
} from '../../message/index.ts';
import {
  FLOATING_SHARE_ESTIMATES,
  type NetIncomeEffect,
  owesMoreThanItEarns,
  type RateMoveEffect,
  turnsToLoss,
} from '../../sensitivity/index.ts';
import {
  ALL_VIEWS,
  agesOf,
  catchWords,
  changedWords,
  closesSource,
  contradicts,
  floorWords,
  futuresSource,
  marketWords,
  modelWords,
  noteNumberOf,
  type Offer,
  pricedWords,
  viewLine,
  viewList,
  whyNoOdds,
} from '../../wording/index.ts';
import type { RateMoveAnswer } from './answer.ts';
import {
  bridgeCatch,
  bridgeLines,
  bridgeSources,
  bridgeTable,
  bridgeText,
  bridgeWorking,
  changedInputs,
  isBridged,
  withWords,
} from './message-bridge.ts';
import { ladder, shownFirst, table, tableText, working } from './message-exhibits.ts';
import { readLine } from './message-read.ts';
import type { RateMoveQuestion } from './question.ts';

const whyWords = ({ companies, effects, move }: RateMoveAnswer): string => {
  const asked = companies.map((company) => effects[company]);
  if (move === 0) {
    return `Interest stays at ${asked.map(({ before }) => dollars(before.total)).join(' and ')} a year`;
  }
  const owed = ({ borrower }: RateMoveEffect, at: number) =>
    at === 0
      ? `${borrower.name} owes ${timesGiven(borrower.debtToEbitda)} EBITDA, ${share(borrower.floatingShare)} of it floating`
      : `${borrower.name} ${timesGiven(borrower.debtToEbitda)}, ${share(borrower.floatingShare)}`;
  return asked.map(owed).join('; ');
};

const isZero = (effect: NetIncomeEffect): boolean => effect.kind === 'lift' && effect.lift === 0;

/** Those that the move reaches and whose profit stays one: a percentage of it says nothing of the others. */
const withProfit = ({ companies, effects, ranges }: RateMoveAnswer): readonly CompanyId[] =>
  companies.filter((company) => {
    const { netIncome } = effects[company];
    return netIncome.kind === 'lift' && !turnsToLoss(effects[company]) && !isZero(ranges[company].high);
  });

const changeOf = (effect: NetIncomeEffect): string =>
  effect.kind === 'lift' ? change(effect.lift) : dollarChange(effect.change);

/** `SmallCap +2.93 to +4.98% (30–51% floating), LargeCap +0.16 to +0.65% (6–25%)`: by the shares that others publish. */
/** A share of one's own has no range. */
const hasOwnShare = ({ changed }: RateMoveAnswer, company: CompanyId): boolean =>
  changed.some((one) => one.company === company && one.assumption === 'floatingShare');

const rangeLine = (answer: RateMoveAnswer): readonly Line[] => {
  const { low, high } = FLOATING_SHARE_ESTIMATES;
  const companies = withProfit(answer).filter((company) => !hasOwnShare(answer, company));
  const said = companies.map((company, at) => {
    const range = answer.ranges[company];
    const shares = `${low.shares[company]}–${share(high.shares[company])}`;
    const from =
      at > 0 ? `(${shares})` : companies.length > 1 ? `(${shares} floating)` : `at published ${shares} floating`;
    return `${answer.effects[company].borrower.name} ${changeOf(range.low).replace('%', '')} to ${changeOf(range.high)} ${from}`;
  });
  return said.length === 0 ? [] : [{ label: 'Range', words: said.join(', ') }];
};

/** `SmallCap +3.47%, LargeCap +0.18% after 21%`. */
const taxLine = (answer: RateMoveAnswer): readonly Line[] => {
  const said = withProfit(answer).map(
    (company) => `${answer.effects[company].borrower.name} ${changeOf(answer.ranges[company].afterTax)}`,
  );
  return said.length === 0 ? [] : [{ label: 'Tax', words: `${said.join(', ')} after 21% federal tax` }];
};

/** What futures imply; where futures are connected and have no prices, why. Empty where none are connected. */
const pricedLine = ({ fed, priced, move, asOf }: RateMoveAnswer): Line | undefined => {
  if (priced) return { label: 'Priced', words: pricedWords(move, priced.odds, fed, asOf, priced.isSynthetic) };
  const isOff = fed.odds.kind === 'none' && fed.odds.why.kind === 'off';
  return isOff ? undefined : { label: 'Priced', words: whyNoOdds(fed.odds) };
};

/** A profit that the move turns into a loss, and interest that is more than what it is paid from. */
const lossLines = ({ companies, effects, move }: RateMoveAnswer): readonly Line[] => {
  const asked = companies.map((company) => effects[company]);
  return [
    ...asked.filter(turnsToLoss).map(
      ({ borrower, netIncomeAfter }): Line => ({
        label: 'Loss',
        words: `${borrower.name}'s profit of ${dollarsGiven(borrower.netIncome)} turns to a loss of ${dollars(-netIncomeAfter)}`,
      }),
    ),
    ...asked.filter(owesMoreThanItEarns).map(
      ({ borrower, before }): Line => ({
        label: 'Flag',
        words: `${borrower.name}'s interest, ${dollars(before.total)} a year${move === 0 ? '' : ' before the move'}, is above its EBITDA of ${dollarsGiven(borrower.ebitda)}`,
      }),
    ),
  ];
};

/** The labelled lines under the table: what was read, why, how far opinions differ, where the market stands, the catch. */
const reasons = (answer: RateMoveAnswer): Line[] => {
  const { changed, companies, effects, move, slip } = answer;
  const inputs = changedInputs(answer);
  const floor = floorWords(
    companies.map((company) => effects[company]),
    answer.fed,
  );
  const said = pricedLine(answer);
  const isContradicted = answer.priced !== undefined && contradicts(move, answer.priced.odds);
  const all: (Line | undefined)[] = [
    // where futures price the opposite, that comes first
    isContradicted ? said : undefined,
    readLine(answer),
    floor ? { label: 'Floor', words: floor } : undefined,
    inputs.length > 0 ? { label: 'Changed', words: changedWords(inputs, effects) } : undefined,
    ...(isBridged(answer) ? bridgeLines(answer) : []),
    changed.length > 0 ? undefined : { label: 'Why', words: whyWords(answer) },
    ...lossLines(answer),
    ...(move === 0 ? [] : [...rangeLine(answer), ...(isBridged(answer) ? [] : taxLine(answer))]),
    isContradicted ? undefined : said,
    { label: 'Market', words: marketWords(answer) },
    { label: 'Catch', words: (isBridged(answer) && bridgeCatch(answer)) || catchWords(move, answer.recessions) },
    slip && {
      label: 'Flag',
      words: `Note 000 prints ${slip.printed}, its own rounding slip: 10.4481 ÷ 59.5 is ${share(Number(slip.computed.toFixed(2)))}`,
    },
  ];
  return all.filter((line) => line !== undefined);
};

const OFFERED_SIZES = [25, 50, 100];

/**
 * Two other sizes the same way and the same size the other way, all with the assumptions kept; both companies, where one
 * was asked about; then all views.
 */
export const offersFor = (question: RateMoveQuestion, isChanged: boolean): readonly Offer[] => {
  const { moveBps, small, large, only } = question;
  const assumptions = { ...(small && { small }), ...(large && { large }) };
  const offer = (bps: number, label: string): Offer => ({
    label,
    question: { kind: 'rate-move', moveBps: bps, ...assumptions, ...(only && { only }) },
    ...(label.startsWith('Hike') || label.startsWith('Cut')
      ? {}
      : { accessibilityLabel: `Cut ${screenReaderText(label)}` }),
  });
  const size = Math.abs(moveBps);
  const away = (one: number) => Math.abs(one - size);
  const sizes = OFFERED_SIZES.filter((one) => one !== size)
    .sort((one, other) => away(one) - away(other))
    .slice(0, isChanged || only ? 1 : 2)
    .sort((one, other) => one - other);
  const named = (one: number) => basisPointsOf(one);
  const back: Offer[] = isChanged
    ? [{ label: 'Back to note 000', question: { kind: 'rate-move', moveBps, ...(only && { only }) } }]
    : [];
  const last: Offer[] = [
    ...(only ? [{ label: 'Both companies', question: { kind: 'rate-move', moveBps, ...assumptions } } as const] : []),
    ALL_VIEWS,
  ];
  if (moveBps === 0) {
    return [offer(-25, `Cut ${named(25)}`), offer(-50, `Cut ${named(50)}`), offer(25, `Hike ${named(25)}`), ...last];
  }
  const others = sizes.map((one) => (moveBps < 0 ? offer(-one, named(one)) : offer(one, `Hike ${named(one)}`)));
  const opposite = moveBps < 0 ? offer(size, `Hike ${named(size)}`) : offer(-size, `Cut ${named(size)}`);
  return [...back, ...others, opposite, ...last];
};

/** Less than half a cent in a million is neither profit nor loss. */
const BREAK_EVEN = 0.005;

/** `SmallCap net income +4.39%`, or what happens to a loss. */
const headline = (effect: RateMoveEffect, isFirst: boolean): string => {
  const { borrower, netIncome, netIncomeAfter, change: moved } = effect;
  const { name } = borrower;
  if (turnsToLoss(effect)) return `${name} turns to a loss of ${dollars(-netIncomeAfter)}`;
  if (netIncome.kind === 'lift') return `${name} ${isFirst ? 'net income ' : ''}${change(netIncome.lift)}`;
  const size = dollars(Math.abs(moved));
  if (moved === 0) return `${name} still without profit`;
  if (borrower.netIncome === 0) return moved > 0 ? `${name} gains ${size}` : `${name} makes a loss of ${size}`;
  if (Math.abs(netIncomeAfter) < BREAK_EVEN) return `${name} breaks even`;
  if (netIncomeAfter > 0) return `${name} turns to a profit of ${dollars(netIncomeAfter)}`;
  return `${name}'s loss ${moved > 0 ? 'narrows' : 'widens'} by ${size}`;
};

/** The note's sum knows the bill; what is counted beside it is told line by line. */
const isShown = (answer: RateMoveAnswer): boolean => answer.question.shows === 'net income' || !isBridged(answer);

const title = (answer: RateMoveAnswer): string => {
  const { move, companies, effects, floor } = answer;
  const shows = isShown(answer) ? answer.question.shows : undefined;
  const asked = companies.map((company) => effects[company]);
  if (move === 0) {
    const [only] = asked;
    return `Hold: net income unchanged at ${asked.length > 1 ? 'both companies' : only?.borrower.name}`;
  }
  const isLift = (effect: RateMoveEffect) => effect.netIncome.kind === 'lift' && !turnsToLoss(effect);
  const said = asked.map((effect, at) => headline(effect, at === 0 || !asked.slice(0, at).some(isLift)));
  const named = floor === undefined ? moveName(move) : `${moveName(move)}, floored at ${basisPointsOf(floor)}`;
  if (shows) return `${named}: ${shownFirst(shows, answer)}${withWords(answer)}`;
  return `${named}: ${said.join(asked.every(isLift) ? ', ' : '; ')}${withWords(answer)}`;
};

const sideHead = (shown: readonly DatedView[], all: number): string =>
  `${all} voices, ${shown.length} shown${agesOf(shown)}`;

/** By the bullish views, which go with the others: the same are under every cut, and under every hike. */
const knownViews = new WeakMap<readonly DatedView[], MessagePart>();

/** The first views of either side. */
const views = (answer: RateMoveAnswer): MessagePart => {
  const known = knownViews.get(answer.bullish) ?? renderViews(answer);
  knownViews.set(answer.bullish, known);
  return known;
};

const renderViews = ({ bullish, bearish, stanceCounts: counts }: RateMoveAnswer): MessagePart => {
  const sideText = (name: string, shown: readonly DatedView[], all: number): string =>
    `${name}, ${sideHead(shown, all)}: ${shown.map(viewLine).join('; ')}.`;
  return {
    block: {
      type: 'rich_text',
      elements: [
        ...viewList('Bullish', sideHead(bullish, counts.bullish), bullish),
        ...viewList('Bearish', sideHead(bearish, counts.bearish), bearish),
      ],
    },
    text: `${sideText('Bullish', bullish, counts.bullish)} ${sideText('Bearish', bearish, counts.bearish)}`,
  };
};

const sources = (answer: RateMoveAnswer): readonly string[] => {
  const { reading, live, priced, fed, move } = answer;
  return [
    ...modelSources(answer),
    ...(move === 0 ? [] : ['Range: Goldman Sachs, Apollo']),
    ...(live ? closesSource(live, live.isProvisional) : reading ? [`Ratio: note ${noteNumberOf(reading.note)}`] : []),
    ...(priced ? futuresSource(fed) : []),
  ];
};

const modelSources = (answer: RateMoveAnswer): readonly string[] => {
  const { changed, companies } = answer;
  if (!isBridged(answer)) return [modelWords(changed, companies)];
  const inputs = changedInputs(answer).length > 0 ? ', inputs changed' : '';
  return [`Model of note 000${inputs}${withWords(answer)}`, ...bridgeSources(answer)];
};

/** The answer to a rate move: header, table, reasons, buttons, views, chart, working, sources. */
export const renderRateMove = (answer: RateMoveAnswer): Message => {
  const { move, question, changed, id } = answer;
  return renderShortAnswer({
    heading: title(answer),
    ...(move !== 0 &&
      (isBridged(answer)
        ? { table: bridgeTable(answer), tableText: bridgeText(answer) }
        : { table: table(answer), tableText: tableText(answer) })),
    lines: reasons(answer),
    offers: offersFor(question, changed.length > 0 || isBridged(answer)),
    beneath: isBridged(answer)
      ? [views(answer), bridgeWorking(answer)]
      : [views(answer), ...(move === 0 ? [] : [ladder(answer)]), working(answer)],
    source: sources(answer),
    id,
  });
};
