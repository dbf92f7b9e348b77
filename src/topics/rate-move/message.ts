import type { DatedView } from '../../facts/index.ts';
import {
  basisPointsOf,
  change,
  dollars,
  type Message,
  type MessagePart,
  moveName,
  renderShortAnswer,
  screenReaderText,
} from '../../message/index.ts';
import { type RateMoveEffect, turnsToLoss } from '../../sensitivity/index.ts';
import {
  ALL_VIEWS,
  agesOf,
  closesSource,
  futuresSource,
  modelWords,
  noteNumberOf,
  type Offer,
  viewLine,
  viewList,
} from '../../wording/index.ts';
import { changedInputs, isBridged, type RateMoveAnswer } from './answer.ts';
import { bridgeSources, bridgeTable, bridgeText, bridgeWorking, withWords } from './message-bridge.ts';
import { ladder, shownFirst, table, tableText, working } from './message-exhibits.ts';
import { reasons } from './message-lines.ts';
import type { RateMoveQuestion } from './question.ts';

const OFFERED_SIZES = [25, 50, 100];

/**
 * Two other sizes the same way and the same size the other way, all with the assumptions kept; both companies, where one
 * was asked about; then all views.
 */
const offersFor = (question: RateMoveQuestion, isChanged: boolean): readonly Offer[] => {
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
  const counted = isBridged(answer) ? withWords(answer) : '';
  if (shows) return `${named}: ${shownFirst(shows, answer)}${counted}`;
  return `${named}: ${said.join(asked.every(isLift) ? ', ' : '; ')}${counted}`;
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
