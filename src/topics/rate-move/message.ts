import type { DatedView } from '../../facts/index.ts';
import {
  askButton,
  type Block,
  basisPointsOf,
  change,
  context,
  dollarChange,
  dollars,
  escaped,
  header,
  type Line,
  lines,
  listed,
  type Message,
  moveName,
  NBSP,
  type RichTextBlock,
  spoken,
  times,
} from '../../message/index.ts';
import type { RateMoveEffect } from '../../sensitivity/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  agesOf,
  closesSource,
  EVERYBODY,
  futuresSource,
  liftOf,
  modelWords,
  viewLine,
  viewList,
} from '../../wording/index.ts';
import type { RateMoveAnswer } from './answer.ts';
import { chart, table, working } from './message-exhibits.ts';
import { reasons } from './message-reasons.ts';
import type { RateMoveQuestion } from './question.ts';

const OFFERED_SIZES = [25, 50, 100];

/**
 * Two other sizes the same way and the same size the other way, all with the assumptions kept; both companies, where one
 * was asked about; then all views.
 */
export const offersFor = (question: RateMoveQuestion, isChanged: boolean): readonly Offer[] => {
  const { moveBps, small, large, only } = question;
  const kept = { ...(small && { small }), ...(large && { large }) };
  const offer = (bps: number, label: string): Offer => ({
    label,
    question: { kind: 'rate-move', moveBps: bps, ...kept, ...(only && { only }) },
    ...(label.startsWith('Hike') || label.startsWith('Cut') ? {} : { spoken: `Cut ${spoken(label)}` }),
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
    ...(only ? [{ label: 'Both companies', question: { kind: 'rate-move', moveBps, ...kept } } as const] : []),
    EVERYBODY,
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
const headline = ({ borrower, netIncome, netIncomeAfter, saving }: RateMoveEffect, isFirst: boolean): string => {
  const { name } = borrower;
  if (netIncome.kind === 'lift') return `${name} ${isFirst ? 'net income ' : ''}${change(netIncome.lift)}`;
  const size = dollars(Math.abs(saving));
  if (saving === 0) return `${name} still without profit`;
  if (borrower.netIncome === 0) return saving > 0 ? `${name} gains ${size}` : `${name} makes a loss of ${size}`;
  if (Math.abs(netIncomeAfter) < BREAK_EVEN) return `${name} breaks even`;
  if (netIncomeAfter > 0) return `${name} turns to a profit of ${dollars(netIncomeAfter)}`;
  return `${name}'s loss ${saving > 0 ? 'narrows' : 'widens'} by ${size}`;
};

const title = ({ move, companies, effects }: RateMoveAnswer): string => {
  const asked = companies.map((company) => effects[company]);
  if (move === 0) {
    const [only] = asked;
    return `Hold: net income unchanged at ${asked.length > 1 ? 'both companies' : only?.borrower.name}`;
  }
  const isLift = ({ netIncome }: RateMoveEffect) => netIncome.kind === 'lift';
  const said = asked.map((effect, at) => headline(effect, at === 0 || !asked.slice(0, at).some(isLift)));
  return `${moveName(move)}: ${said.join(asked.every(isLift) ? ', ' : '; ')}`;
};

const sideHead = (shown: readonly DatedView[], voices: number): string =>
  `${shown.length} of ${voices} voices${agesOf(shown)}`;

const views = ({ bullish, bearish, voices }: RateMoveAnswer): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    ...viewList('Bullish', sideHead(bullish, voices.bullish), bullish),
    ...viewList('Bearish', sideHead(bearish, voices.bearish), bearish),
  ],
});

const sourceWords = ({ changed, companies, id, reading, live, priced, fed, move }: RateMoveAnswer): string => {
  const shares = move === 0 || !companies.includes('small') ? [] : ['Range: Goldman Sachs, Apollo'];
  const printed = reading ? [`Ratio: note ${reading.note.slice(0, 3)}`] : [];
  const market = [...(live ? closesSource(live, live.isProvisional) : printed), ...(priced ? futuresSource(fed) : [])];
  return [modelWords(changed, companies), ...shares, ...market, 'Not investment advice', `Answer ${id}`]
    .map(unbrokenNames)
    .join(`${NBSP}· `);
};

const unbrokenNames = (words: string): string => words.replace(/(?<=[Nn]ote|Answer) (?=\w)/g, NBSP);

/** The whole answer as one paragraph, in reading order. */
const wholeText = (answer: RateMoveAnswer, heading: string, given: readonly Line[]): string => {
  const { companies, effects, original, ladder, bullish, bearish, voices, move } = answer;
  const asked = companies.map((company) => effects[company]);
  const interest = asked.map(({ borrower, saving }) => `${borrower.name} ${dollarChange(-saving)}`).join(', ');
  const cover = asked.flatMap(({ borrower, coverageAfter }) =>
    coverageAfter === undefined ? [] : [`${borrower.name} ${times(coverageAfter)}`],
  );
  const lifts = (pair: RateMoveAnswer['effects']) =>
    companies.map((company) => {
      const effect = pair[company];
      const lift = liftOf(effect);
      return lift === undefined ? dollarChange(effect.saving) : change(lift);
    });
  const side = (name: string, shown: readonly DatedView[], count: number): string =>
    `${name}, ${sideHead(shown, count)}: ${shown.map(viewLine).join('; ')}.`;
  const hasLoss = asked.some(({ netIncome }) => netIncome.kind === 'no-profit');
  const gains = asked.map(({ borrower, saving }) => `${borrower.name} ${dollarChange(saving)}`).join(', ');
  const numbers =
    move === 0
      ? []
      : [
          ...(hasLoss ? [`Net income a year: ${gains}.`] : []),
          `Interest a year: ${interest}.`,
          ...(cover.length > 0 ? [`Interest coverage after: ${cover.join(', ')}.`] : []),
        ];
  const steps = ladder.map((step) => `${basisPointsOf(Math.abs(step.move))} ${lifts(step.effects).join(', ')}`);
  return [
    `${heading}.`,
    ...numbers,
    ...(original && move !== 0 ? [`On note 000's own inputs: ${lifts(original).join(', ')}.`] : []),
    ...given.map(({ label, words }) => `${label}: ${words}.`),
    side('Bullish', bullish, voices.bullish),
    side('Bearish', bearish, voices.bearish),
    ...(steps.length > 0
      ? [`Net income by size, ${listed(asked.map(({ borrower }) => borrower.name))}: ${steps.join('; ')}.`]
      : []),
    'Working and assumptions are folded in the message.',
    `${sourceWords(answer)}.`,
  ].join(' ');
};

/** The answer to a rate move: header, table, reasons, buttons, views, chart, working, sources. */
export const renderRateMove = (answer: RateMoveAnswer): Message => {
  const { move, question, changed } = answer;
  const bars = chart(answer);
  const heading = title(answer);
  const given = reasons(answer);
  const blocks: Block[] = [
    header(heading),
    ...(move === 0 ? [] : [table(answer)]),
    lines(given),
    { type: 'actions', elements: offersFor(question, changed.length > 0).map(askButton) },
    views(answer),
    ...(bars ? [bars] : []),
    working(answer),
    context(escaped(sourceWords(answer))),
  ];
  return { text: spoken(escaped(wholeText(answer, heading, given))), blocks };
};
