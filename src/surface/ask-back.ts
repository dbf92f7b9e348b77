import {
  askButton,
  basisPointsOf,
  capitalized,
  context,
  dollarsGiven,
  escaped,
  type Line,
  lineSentences,
  listed,
  type Message,
  type RichTextSection,
  SLACK_LIMITS,
  screenReaderText,
  textRun,
  unescaped,
} from '../message/index.ts';
import { LARGE_CAP, type Misfit, misfitOf, SMALL_CAP } from '../sensitivity/index.ts';
import type { Question } from '../topics/questions.ts';
import type { Kind } from '../topics/topic.ts';
import type { InputMisfit, NamedQuestion, Unclear } from '../topics/turn.ts';
import { usdMillions } from '../units.ts';
import type { Offer } from '../wording/index.ts';

/** Words as their writer saw them, and whether they may be said again. */

/** Stems of abuse, at the beginning of a word: such words are answered, and never repeated. */
const ABUSE =
  /(?<!\p{L})(?:f[u*@#]+ck|f[*]+k?|fuk(?:k|(?!\p{L}))|sh[i1*!]+t|b[i1*!]tch|cunt|c[*]nt|idiot|moron|imbecil|stupid|dumb|ass ?hole|arse ?hole|bastard|wank|dick ?head|retard|crap|piss|slut|whore|bollock|twat|fag+[oi]t|nigg|kike|stfu|gtfo|kys|kill yourself|go die|motherf|bullsh|scumbag|jackass|dipsh[i1*]|(?:you|u) (?:suck|blow)|suck my|screw you|useless (?:bot|thing|piece|app)|schei[sß]+e?|arschloch|wichser|verpiss|merde|connard|putain|salope|puta(?!t)|mierda|cabr[oó]n|pendejo|gilipollas|merda|caralho|stronz|cazzo|vaffanculo|kut(?:bot|ding)|klootzak|bly[a]?t|сук[аи]|блят|хуй)/iu;

const LONGEST = 120;

/** Slack's own marks as a client shows them: the name of a person, a group or a channel, the words of a link. */
const SHOWN: readonly (readonly [RegExp, string])[] = [
  [/<(?:@[UW]|#[CGD])[A-Z0-9]+\|([^<>]*)>/g, '$1'],
  [/<@[UW][A-Z0-9]+>/g, ''],
  // what would call everybody is left out, whatever a client makes of it
  [/<!(?:here|channel|everyone)[^<>]*>/g, ''],
  [/<![^<>|]*\|([^<>]*)>/g, '$1'],
  [/<(?:https?|mailto|tel):[^<>|]*\|([^<>]*)>/g, '$1'],
  [/<((?:https?|mailto|tel):[^<>|]*)>/g, '$1'],
  // the end of a text that was cut
  [/<(?:[@#!]|https?:|mailto:|tel:)[^<>]*$/, ''],
];

/** As it was typed: marks resolved, entities undone, nothing else changed; one line, and the end cut where it is long. */
export const asWritten = (words: string): string => {
  const plain = unescaped(SHOWN.reduce((text, [mark, shown]) => text.replace(mark, shown), words));
  const line = plain.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
};

/** Words in quotation marks, or what is said in their place where they are abuse or nothing. */
export const quoted = (words: string, otherwise: string): string => {
  const written = asWritten(words);
  return written === '' || ABUSE.test(written) ? otherwise : `“${written}”`;
};

/** What a question is about, in words. */
export const SUBJECTS: { readonly [K in Kind]: string } = {
  'rate-move': 'a move of the Fed’s rate',
  'compare-moves': 'several moves of the Fed’s rate, side by side',
  solve: 'the move that a wanted lift takes',
  fan: 'a move at other assumptions',
  companies: 'companies of your own',
  years: 'a move year by year',
  'rate-move-market': 'the move that futures price in',
  rotation: 'small caps against large caps',
  ratio: 'the ratio of small caps to large caps',
  fed: 'the Fed’s range, its meetings and the odds',
  'fed-history': 'what the Fed decided in the past',
  views: 'what people in the notes say',
  check: 'the notes against the record',
  conflicts: 'where the notes disagree',
  figure: 'a figure in the notes',
  valuation: 'valuation in the notes',
  method: 'how it is computed',
  notes: 'the notes themselves',
  source: 'where an answer is from',
  about: 'what this app is and does',
  refusal: 'something that is not answered here',
  'not-known': 'something that the notes leave out',
  help: 'what can be asked',
};

const wayOf = (bps: number): 'cut' | 'hike' | 'hold' => (bps < 0 ? 'cut' : bps > 0 ? 'hike' : 'hold');

/** `three × 25 bp` leaves no doubt about what was added up. */
const sumOf = ({ moveBps, parts = [] }: Extract<Question, { readonly kind: 'rate-move' }>): string | undefined => {
  const sizes = [...new Set(parts.map((part) => part.moveBps))];
  const [size] = sizes;
  if (size === undefined) return undefined;
  const sum =
    sizes.length === 1
      ? `${parts.length} × ${basisPointsOf(size)}`
      : listed(parts.map((part) => basisPointsOf(part.moveBps)));
  return `${sum} = ${basisPointsOf(moveBps)} of ${wayOf(moveBps)}s`;
};

type Sized = Extract<Question, { readonly kind: 'rate-move' | 'compare-moves' }>;

const isSized = (question: Question): question is Sized =>
  question.kind === 'rate-move' || question.kind === 'compare-moves';

/** What readings with sizes have in common: a sum, a direction, a size. */
const certainOfMoves = (questions: readonly Sized[]): string => {
  const sum = questions.flatMap((question) => (question.kind === 'rate-move' ? (sumOf(question) ?? []) : []))[0];
  if (sum !== undefined) return sum;
  const sizes = questions.flatMap((question) => (question.kind === 'rate-move' ? [question.moveBps] : question.moves));
  const [first = 0, ...rest] = sizes;
  const way = rest.every((bps) => wayOf(bps) === wayOf(first)) ? wayOf(first) : 'move';
  const isOneSize = first !== 0 && rest.every((bps) => Math.abs(bps) === Math.abs(first));
  return isOneSize ? `a ${way} of ${basisPointsOf(first)}` : `a ${way} of the Fed’s rate`;
};

/** What several readings have in common; undefined where nothing is certain. */
const certainOf = (readings: readonly NamedQuestion[]): string | undefined => {
  const questions = readings.map(({ question }) => question);
  if (questions.length > 0 && questions.every(isSized)) return certainOfMoves(questions);
  const [first, ...rest] = questions;
  return first === undefined || rest.some(({ kind }) => kind !== first.kind) ? undefined : SUBJECTS[first.kind];
};

/** What a command's words leave out changes nothing of what is computed. */
const SAME_WITHOUT: ReadonlySet<string> = new Set(['kind', 'moveBps', 'readAs', 'parts', 'levels']);

/** A command that asks the same, as it is typed; undefined where there is none. */
const commandOf = (question: Question): string | undefined => {
  if (question.kind === 'views') {
    const { kind: _, stances = [], ...rest } = question;
    return stances.length === 1 && Object.keys(rest).length === 0 ? `/views ${stances[0]}` : undefined;
  }
  if (question.kind !== 'rate-move' || Object.keys(question).some((key) => !SAME_WITHOUT.has(key))) return undefined;
  const { moveBps } = question;
  return moveBps === 0 ? '/ratecut hold' : `/ratecut ${moveBps > 0 ? 'hike ' : ''}${Math.abs(moveBps)}bps`;
};

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
