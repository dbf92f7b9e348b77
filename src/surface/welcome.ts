import { askButton, type Block, context, escaped, type Message, section, type ViewBlock } from '../message/index.ts';
import type { Offer } from '../wording/index.ts';

/** What a workspace does first, in the order in which it is of use. */
const STEPS: readonly string[] = [
  '1. Ask something: press the button, or write `50bps` or `who is bearish?`',
  '2. Type `/invite @Rotation Desk` in a channel: until then I answer there to whoever asks, and to nobody else',
  '3. Type `/brief weekdays 07:30` in that channel, and I post a morning brief there',
];

const FIRST: Offer = { label: 'What does a 50 bp cut do?', question: { kind: 'rate-move', moveBps: -50 } };

const UNASKED = 'I post nothing anywhere that nobody has asked for.';
const WHERE_MORE =
  'Briefs, companies and settings are in my Home tab; owners and admins set there who reads my answers. `help` says what can be asked. Answers are computed, not generated, and are not investment advice.';

/** The direct message to whoever installed the app. */
export const renderWelcome = (): Message => {
  const title = 'Rotation Desk is installed. This is how to begin:';
  const blocks: readonly Block[] = [
    section(`*${escaped(title)}*\n${STEPS.join('\n')}`),
    { type: 'actions', elements: [askButton(FIRST, 0)] },
    context(`${escaped(UNASKED)} ${WHERE_MORE}`),
  ];
  return { text: [title, ...STEPS, UNASKED, WHERE_MORE].join('\n'), blocks };
};

/** What the Home tab shows before the other things, for as long as its workspace has set up nothing. */
export const beginningBlocks = (): readonly ViewBlock[] => [
  section(
    ['*How to begin*', ...STEPS.map((step) => step.replace('press the button', 'press a button below'))].join('\n'),
  ),
  context(escaped(UNASKED)),
];
