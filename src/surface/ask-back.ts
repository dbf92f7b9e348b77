import {
  askButton,
  capitalized,
  context,
  dollarsGiven,
  escaped,
  type Line,
  lineSentences,
  type Message,
  type RichTextSection,
  SLACK_LIMITS,
  screenReaderText,
  textRun,
} from '../message/index.ts';
import { LARGE_CAP, type Misfit, misfitOf, SMALL_CAP } from '../sensitivity/index.ts';
import type { InputMisfit, NamedQuestion, Unclear } from '../topics/turn.ts';
import { usdMillions } from '../units.ts';
import type { Offer } from '../wording/index.ts';
import { certainOf, commandOf } from './kinds.ts';
import { quoted } from './quotation.ts';

export type AskBack = Extract<Unclear, { readonly reason: 'which' }>;

/** A labelled line whose words no markup can change. */
export const lineRuns = ({ label, words }: Line): RichTextSection['elements'] => [
  textRun(`\n${label}`, { bold: true }),
  textRun(`  ${words}`),
];

/** Readings as buttons: each a whole question, filled in. */
export const namedOffers = (readings: readonly NamedQuestion[]): readonly Offer[] =>
  readings.map(({ name, question }) => ({
    label: capitalized(name.trim() || 'That').slice(0, SLACK_LIMITS.buttonText),
    question,
  }));

const QUOTE_ENDS = /[?!.]”$/;

/** With a question mark, unless the words bring their own. */
const asked = (start: string, words: string): string => `${start} ${words}${QUOTE_ENDS.test(words) ? '' : '?'}`;

const NAMES = { small: SMALL_CAP.name, large: LARGE_CAP.name } as const;

/** `SmallCap: EBITDA of $178,600m does not fit a net income of $59.5m. Which do you mean?` */
const misfitSentence = ({ company, ebitda, netIncome }: InputMisfit, readings: AskBack['readings']): string =>
  `${NAMES[company]}: EBITDA of ${dollarsGiven(ebitda)} does not fit a net income of ${dollarsGiven(netIncome)}. ${readings.length > 1 ? 'Which do you mean?' : 'Is that what you mean?'}`;

const questionOf = ({ words = '', readings, misfit }: AskBack): string => {
  if (misfit) return misfitSentence(misfit, readings);
  const quote = quoted(words, '');
  if (quote === '') return readings.length === 1 ? 'Is this what you mean?' : 'Which do you mean?';
  return asked(readings.length === 1 ? 'Is this what you mean by' : 'Which do you mean by', quote);
};

/** A button's words inside a sentence; names and signs keep their capitals. */
export const inSentence = (name: string): string =>
  /^(?:Cut|Hike|Hold|What|Where|How|Views|The|Small|All|Next|Last|Bullish|Bearish|Mixed|Neutral)\b/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;

/** Why the two inputs do not fit. */
const MISFIT_WORDS: Record<Misfit, string> = {
  'net income above EBITDA': 'net income is what is left of EBITDA after interest, tax and depreciation',
  'EBITDA far above net income': 'one may be in thousands, the other in millions',
  'loss far above EBITDA': 'one may be in thousands, the other in millions',
};

const inDoubt = ({ unsure = '', readings, misfit }: AskBack): readonly Line[] => {
  if (misfit) {
    const why = misfitOf({ ebitda: usdMillions(misfit.ebitda), netIncome: usdMillions(misfit.netIncome) });
    const either = readings.map(({ name }) => (name === 'As typed' ? 'as typed' : name)).join(', or ');
    return [
      ...(why === undefined ? [] : [{ label: 'Why', words: MISFIT_WORDS[why] } as const]),
      { label: 'Unsure', words: either },
    ];
  }
  if (readings.length === 0) return [];
  const senses = readings.map(({ name }) => inSentence(name)).join(', or ');
  const doubt = quoted(unsure, '');
  if (readings.length > 1) return [{ label: 'Unsure', words: doubt === '' ? senses : `${doubt}: ${senses}` }];
  return doubt === ''
    ? [{ label: 'Nearest', words: senses }]
    : [{ label: 'Unsure', words: `${doubt}: whether it belongs to “${senses}”` }];
};

/**
 * Asks back: the person's words, what of them is certain, what is not, and a button for each reading. There is no header,
 * since nothing is answered.
 */
export const renderAskBack = (back: AskBack): Message => {
  const question = questionOf(back);
  const isPlain = back.readings.length === 1 && back.unsure === undefined;
  const certain = isPlain ? undefined : certainOf(back.readings);
  const all: readonly Line[] = [
    ...(certain === undefined ? [] : [{ label: 'Read' as const, words: certain }]),
    ...inDoubt(back),
  ];
  const [first] = back.readings;
  const command = first && commandOf(first.question);
  const waits = 'Nothing is computed until you choose';
  const text = [question, ...lineSentences(all), `${waits}${command === undefined ? '' : `, or type ${command}`}.`];
  return {
    text: screenReaderText(escaped(text.join(' '))),
    blocks: [
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [textRun(question, { bold: true }), ...all.flatMap(lineRuns)] },
        ],
      },
      ...(back.readings.length === 0
        ? []
        : [{ type: 'actions' as const, elements: namedOffers(back.readings).map(askButton) }]),
      context(
        command === undefined ? `${waits} · or ask in other words` : `${waits} · or type \`${escaped(command)}\``,
      ),
    ],
  };
};
