import type { HelpAnswer } from '../answers/index.ts';
import { ASSUMPTIONS } from '../questions/index.ts';
import type { Message } from './block-kit.ts';
import { askButton, context, header, section } from './build.ts';
import { CHECK, EVERYBODY, movesOffered, RANGE_WORDS } from './usage.ts';
import { escaped, spoken } from './wording.ts';

const TITLE = 'Ask what a Fed move does to small and large companies';
const ROWS: readonly (readonly [label: string, words: string])[] = [
  ['Move', '`/ratecut 50bps`, `/ratecut hike 25`, `/ratecut hold`, `/ratecut half a point`'],
  ['Change', '`/ratecut 50bps floating=60%`, `/ratecut 100bp large debt=3x rate=5%`'],
  [
    'Rotation',
    '`/rotation`, `/rotation since 2024-07-09`, `/rotation ytd`, `/rotation to 0.6`, `/rotation after cuts`',
  ],
  ['Fed', '`/fed`, `/ratecut market`'],
  ['Views', '`/views`, `/views bearish`, `/views Calvasina`, `/views tariffs`, `/views note 002`'],
  ['Check', '`/check`, `/check 002`, `/check forward p/e`, `/check conflicts`'],
  ['Brief', '`/brief`, `/brief now`, `/brief weekdays 07:30 #macro`, `/brief when ratio > 0.40`, `/brief list`'],
  ['Privately', '`/ratecut 50bps private`'],
];
const names = Object.values(ASSUMPTIONS).map(({ names: [first], unit }) => `${first} (${unit})`);
const RULES = [
  `A plain number is basis points, one with a decimal point below 5 percentage points; ${RANGE_WORDS}.`,
  `Assumptions: ${names.join(', ')}. They change SmallCap unless you write large before them.`,
  'SmallCap and LargeCap are the two example companies of note 000. Not investment advice.',
];

/** What can be asked, with examples that work. */
export const renderHelp = ({ id }: HelpAnswer): Message => ({
  text: spoken(
    escaped(
      `${TITLE}. ${ROWS.map(([label, words]) => `${label}: ${words.replaceAll('`', '')}.`).join(' ')} ${RULES.join(' ')} Answer ${id}.`,
    ),
  ),
  blocks: [
    header(TITLE),
    section(ROWS.map(([label, words]) => `*${label}*  ${escaped(words)}`).join('\n')),
    {
      type: 'actions',
      elements: [...movesOffered(-25, -50, 25), EVERYBODY, CHECK].map(askButton),
    },
    context(escaped(RULES.join(' '))),
  ],
});
