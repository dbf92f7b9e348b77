import type { DatedView, RateMoveAnswer } from '../answers/index.ts';
import type { RateMoveEffect } from '../sensitivity/index.ts';
import { modelWords } from './assumption-words.ts';
import type { Block, Message, RichTextBlock } from './block-kit.ts';
import { askButton, context, header, type Line, lines } from './build.ts';
import { agesOf } from './citation.ts';
import { closesSource, futuresSource } from './closes-words.ts';
import { chart, liftOf, table } from './rate-move-exhibits.ts';
import { offersFor } from './rate-move-offers.ts';
import { reasons } from './rate-move-reasons.ts';
import { working } from './rate-move-working.ts';
import { viewLine, viewList } from './view-list.ts';
import {
  basisPointsOf,
  change,
  dollarChange,
  dollars,
  escaped,
  listed,
  moveName,
  NBSP,
  spoken,
  times,
} from './wording.ts';

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
