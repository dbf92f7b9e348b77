import {
  askButton,
  type Block,
  change,
  context,
  day,
  dayNear,
  escaped,
  header,
  type Message,
  month,
  plural,
  ratioGiven,
  screenReaderText,
  section,
} from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import { ALL_VIEWS } from '../../wording/index.ts';
import type { ViewsAnswer } from './answer.ts';
import type { ScoredView, TrackRecord } from './answer-scored.ts';

/** The ledger of views, in words. */

const RATIO_DECIMALS = 4;

/** Three decimals, or four where three would hide the change. */
const ratios = ({ ratioThen, ratioAfter }: ScoredView): string => {
  const [then, after] = [ratioGiven(ratioThen), ratioGiven(ratioAfter)];
  return then === after
    ? `${ratioThen.toFixed(RATIO_DECIMALS)} → ${ratioAfter.toFixed(RATIO_DECIMALS)}`
    : `${then} → ${after}`;
};

const whose = ({ view: { voice, speaker, firm, firmShort } }: ScoredView): string =>
  speaker === undefined ? voice : `${voice}, ${firmShort ?? firm}`;

/** `David Kostin, Goldman, bearish, next 12 months (001, Sep 2025): came out otherwise. Ratio 0.365 → 0.376, +3.19% from … to …`. */
export const scoreWords = (score: ScoredView): string => {
  const { view, from, to, cameOut, change: moved } = score;
  const horizon = view.horizon ? `, ${view.horizon.label}` : '';
  return `${whose(score)}, ${view.stance}${horizon} (${view.note.number}, ${month(view.note.date)}): ${cameOut ? 'came out' : 'came out otherwise'}\nRatio ${ratios(score)}, ${change(moved)} from ${day(from)} to ${day(to)}`;
};

const LEAST_RANKED = 5;
const MOST_SHOWN = 8;
const MOST_NAMED = 6;

const recordWords = ({ name, scored, cameOut }: TrackRecord): string => `${name} ${cameOut} of ${scored}`;

const tallyOf = (label: string, records: readonly TrackRecord[]): readonly string[] => {
  const ranked = records.filter(({ scored }) => scored >= LEAST_RANKED);
  const few = records.filter(({ scored }) => scored < LEAST_RANKED);
  return [
    ...(ranked.length > 0 ? [`${label}: ${ranked.slice(0, MOST_NAMED).map(recordWords).join('; ')}`] : []),
    ...(few.length > 0
      ? [
          `${label}, under ${LEAST_RANKED} and so not ranked: ${few.slice(0, MOST_NAMED).map(recordWords).join('; ')}${few.length > MOST_NAMED ? `; and ${few.length - MOST_NAMED} more` : ''}`,
        ]
      : []),
  ];
};

const titleOf = ({ ledger }: ViewsAnswer): string => {
  const scored = ledger?.scored ?? [];
  const out = scored.filter(({ cameOut }) => cameOut).length;
  if (scored.length === 0) return 'No view with a last day can be scored yet';
  return `${plural(scored.length, 'view')} scored: ${out} came out, ${scored.length - out} otherwise`;
};

const restOf = ({ ledger }: ViewsAnswer): readonly string[] => {
  if (ledger === undefined) return [];
  const { running, undated, withoutCloses } = ledger;
  return [
    ...(running > 0 ? [`${running} still ${running === 1 ? 'runs' : 'run'}`] : []),
    ...(undated > 0 ? [`${undated} without a last day ${undated === 1 ? 'is' : 'are'} never scored`] : []),
    ...(withoutCloses > 0 ? [`of ${withoutCloses} no closes are at hand`] : []),
  ];
};

const HOW =
  'Bullish came out where small caps beat large caps by the closes of both days, bearish where they did not; price only';

/** What became of the views whose horizon has ended: each with the two closes, and by person and firm. */
export const renderScored = (answer: ViewsAnswer): Message => {
  const { ledger, asOf, id } = answer;
  const title = titleOf(answer);
  const scored = ledger?.scored ?? [];
  const shown = scored.slice(0, MOST_SHOWN).map(scoreWords);
  const tallies =
    scored.length > 0 ? [...tallyOf('People', ledger?.people ?? []), ...tallyOf('Firms', ledger?.firms ?? [])] : [];
  const rest = restOf(answer).join(', ');
  const more =
    scored.length > MOST_SHOWN ? [`${scored.length - MOST_SHOWN} earlier ones are counted and not shown.`] : [];
  const source = [HOW, `As of ${dayNear(asOf as IsoDate, asOf as IsoDate)}`, 'Not investment advice', `Answer ${id}`];
  const blocks: Block[] = [
    header(title),
    ...shown.map((words) => {
      const [head = '', ratio = ''] = words.split('\n');
      return section(`${escaped(head)}\n${escaped(ratio)}`);
    }),
    ...(tallies.length + more.length > 0 ? [section([...more, ...tallies].map(escaped).join('\n'))] : []),
    ...(rest ? [section(escaped(`Not scored: ${rest}.`))] : []),
    { type: 'actions', elements: [askButton(ALL_VIEWS, 0)] },
    context(escaped(source.join(' · '))),
  ];
  const text = [
    `${title}.`,
    ...shown.map((words) => `${words.replace('\n', '. ')}.`),
    ...[...more, ...tallies].map((words) => `${words.replace(/\.$/, '')}.`),
    ...(rest ? [`Not scored: ${rest}.`] : []),
    `${source.join('. ')}.`,
  ].join(' ');
  return { text: screenReaderText(escaped(text)), blocks };
};
