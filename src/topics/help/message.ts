import { askButton, context, escaped, header, type Message, screenReaderText, section } from '../../message/index.ts';
import { ASSUMPTIONS } from '../../sensitivity/index.ts';
import { ALL_VIEWS, CHECK, movesOffered, RANGE_WORDS } from '../../wording/index.ts';
import type { HelpRow } from '../topic.ts';
import type { HelpAnswer } from './answer.ts';

const TITLE = 'Ask what a Fed move does to small and large companies';
const BESIDE_TOPICS: readonly HelpRow[] = [
  {
    label: 'Brief',
    examples: ['/brief', '/brief now', '/brief weekdays 07:30 #macro', '/brief when ratio > 0.40', '/brief list'],
  },
  { label: 'Own companies', examples: ['/company add', '/company import', '/company list', '/ratecut 50bps ours'] },
  { label: 'Privately', examples: ['/ratecut 50bps private'] },
];
const names = Object.values(ASSUMPTIONS).map(({ name, unit }) => `${name} (${unit})`);
const RULES = [
  `A plain number is basis points, one with a decimal point below 5 percentage points; ${RANGE_WORDS}.`,
  `Assumptions: ${names.join(', ')}. They change SmallCap unless you write large before them.`,
  'SmallCap and LargeCap are the two example companies of note 000. Not investment advice.',
];

const SHORTLY: Readonly<Record<NonNullable<HelpAnswer['question']['said']>, string>> = {
  hello: 'Hello. Ask me about a Fed move, who says what, or where small caps stand.',
  thanks: 'You’re welcome.',
  remark: 'All right. Ask when there is something to look up or to work out.',
};

const renderWhole = ({ id }: HelpAnswer, topics: readonly HelpRow[]): Message => {
  const rows = [...topics, ...BESIDE_TOPICS];
  return {
    text: screenReaderText(
      escaped(
        `${TITLE}. ${rows.map(({ label, examples }) => `${label}: ${examples.join(', ')}.`).join(' ')} ${RULES.join(' ')} Answer ${id}.`,
      ),
    ),
    blocks: [
      header(TITLE),
      section(
        rows
          .map(({ label, examples }) => `*${label}*  ${escaped(examples.map((one) => `\`${one}\``).join(', '))}`)
          .join('\n'),
      ),
      { type: 'actions', elements: [...movesOffered(-25, -50, 25), ALL_VIEWS, CHECK].map(askButton) },
      context(escaped(RULES.join(' '))),
    ],
  };
};

/** What can be asked, with examples that work; one line after a greeting, thanks or a remark. */
export const renderHelp = (answer: HelpAnswer, topics: readonly HelpRow[]): Message => {
  const { said } = answer.question;
  return said ? { text: SHORTLY[said], blocks: [section(SHORTLY[said])] } : renderWhole(answer, topics);
};
