import type { DatedClaim, DatedView, Side } from '../../facts/index.ts';
import {
  askButton,
  type Block,
  capitalized,
  context,
  escaped,
  header,
  type Line,
  lineSentences,
  lines,
  type Message,
  noteSource,
  type RichTextBlock,
  screenReaderText,
  section,
  textRun,
} from '../../message/index.ts';
import {
  ALL_VIEWS,
  affiliation,
  agesOf,
  locatedCitation,
  nextPageOffer,
  type Offer,
  otherSideWords,
  pageLabel,
  phraseText,
  STANCE_LABEL,
  STANCE_PEOPLE,
  viewLine,
  viewLines,
} from '../../wording/index.ts';
import type { ViewsAnswer } from './answer.ts';
import { claimsTitle } from './message-title.ts';

/** What of a claim need not be said because the message says it already. */
export interface Form {
  /** False where all claims shown are one voice's, which the header names. */
  readonly withVoice: boolean;
  /** False where only one stance was asked for. */
  readonly withStance: boolean;
}

const HAS_OWN_WORD =
  /^(?:unless|if|provided|providing|until|once|when|while|where|as|assuming|should|after|before|only|given|in|on|with|without)\b/i;

/** `given no recession in the near future`; a condition with its own `unless` or `if` is not changed. */
const onCondition = (condition: string): string => (HAS_OWN_WORD.test(condition) ? condition : `given ${condition}`);

/** `bearish`, `next 12 months`, `given no recession`: what must be known before the claim is read. */
const terms = ({ claim }: DatedClaim, { withStance }: Pick<Form, 'withStance'>): readonly string[] => [
  ...(withStance && claim.stance ? [claim.stance] : []),
  ...(claim.horizon ? [claim.horizon.label] : []),
  ...(claim.condition ? [onCondition(claim.condition)] : []),
];

/** The bold start of a claim, and what follows it. */
const headOf = (dated: DatedClaim, form: Form): readonly [bold: string, behind: string] => {
  const [first, ...rest] = terms(dated, form);
  const behind = (all: readonly string[]) => all.map((term) => ` · ${term}`).join('');
  if (form.withVoice || first === undefined) {
    return [dated.claim.voice, `${affiliation(dated)}${behind(terms(dated, form))}`];
  }
  return [capitalized(first), behind(rest)];
};

const sentenceOf = (dated: DatedClaim): string =>
  `${dated.claim.paraphrase} ${locatedCitation(dated)}${dated.isNew ? ', new' : ''}`;

/** Two lines of mrkdwn: who, on what terms; what, and where in the note. */
const claimSection = (dated: DatedClaim, form: Form): string => {
  const [bold, behind] = headOf(dated, form);
  return `*${escaped(bold)}*${escaped(behind)}\n${escaped(sentenceOf(dated))}`;
};

/** A claim as a sentence of the top-level text. */
const claimWords = (dated: DatedClaim, form: Form): string => {
  const [bold, behind] = headOf(dated, form);
  return `${bold}${behind.replaceAll(' · ', ', ')}: ${sentenceOf(dated)}`;
};

const LIST_NAMES = { view: 'Also said', fact: 'Stated without a stance', mention: 'Only mentioned' } as const;

type Kind = keyof typeof LIST_NAMES;

/** `: `, or ` · given a soft landing: ` where a condition is named. */
const givenOf = ({ claim: { condition } }: DatedClaim, withVoice: boolean): string => {
  if (condition === undefined) return withVoice ? ': ' : '';
  return withVoice ? ` · ${onCondition(condition)}: ` : `${capitalized(onCondition(condition))}: `;
};

const itemOf = (dated: DatedClaim, withVoice: boolean): readonly [bold: string, rest: string] => [
  withVoice ? dated.claim.voice : '',
  `${withVoice ? affiliation(dated) : ''}${givenOf(dated, withVoice)}${sentenceOf(dated)}`,
];

/** Claims that take no side, a line each. */
const claimList = (kind: Kind, all: readonly DatedClaim[], withVoice: boolean): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: [textRun(LIST_NAMES[kind], { bold: true })] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: all.map((dated) => {
        const [bold, rest] = itemOf(dated, withVoice);
        return {
          type: 'rich_text_section',
          elements: [...(bold ? [textRun(bold, { bold: true })] : []), textRun(rest)],
        };
      }),
    },
  ],
});

/** Claims that take no side, as a sentence of the top-level text. */
const listWords = (kind: Kind, all: readonly DatedClaim[], withVoice: boolean): string =>
  `${LIST_NAMES[kind]}: ${all.map((dated) => itemOf(dated, withVoice).join('').replaceAll(' · ', ', ')).join(' ')}`;

const MOST_OTHERS_OFFERED = 3;
/** More than these are a list, a line each. */
const MOST_SECTIONS = 6;

const isView = (dated: DatedClaim): dated is DatedView => dated.claim.stance !== undefined;

/** The sides that none of the claims shown is on, where the question names a stance. */
const otherSides = ({ question, sides }: ViewsAnswer): readonly Side[] =>
  sides.filter(
    ({ stance, voices }) => question.stances !== undefined && !question.stances.includes(stance) && voices.length > 0,
  );

const offersUnderClaims = ({ question, claims, sides }: ViewsAnswer): readonly Offer[] => {
  const { page: _, stances, ...rest } = question;
  const isPerson = question.who !== undefined && stances === undefined;
  const others = sides
    .filter(({ stance, voices }) => voices.length > 0 && !isPerson && !stances?.includes(stance))
    .slice(0, MOST_OTHERS_OFFERED)
    .map(({ stance }): Offer => ({ label: `Show ${STANCE_PEOPLE[stance]}`, question: { ...rest, stances: [stance] } }));
  const notes = question.notes ?? [...new Set(claims?.shown.map(({ claim }) => claim.note.number))];
  const [only] = notes;
  const check: Offer[] =
    notes.length === 1 && only !== undefined
      ? [{ label: `Check note ${only}`, question: { kind: 'check', note: only } }]
      : [];
  return [...(claims ? nextPageOffer(claims, question) : []), ...others, ...check, ALL_VIEWS];
};

/** `Bank of America: research and strategy team; the note also prints “US Bank”`. */
const roleOf = (shown: readonly DatedClaim[]): readonly string[] => {
  const [first] = shown;
  const { voice, role } = first?.claim ?? {};
  const isOne = voice !== undefined && shown.every(({ claim }) => claim.voice === voice);
  return isOne && role !== undefined ? [`${voice}: ${role}`] : [];
};

const sourceOf = (answer: ViewsAnswer): readonly string[] => {
  const { claims, note, question } = answer;
  const shown = claims?.shown ?? [];
  return [
    ...(note ? [noteSource(note)] : question.who ? roleOf(shown) : []),
    `Toward small caps against large caps${agesOf(shown)}`,
    ...(claims ? pageLabel(claims) : []),
    'Not investment advice',
    `Answer ${answer.id}`,
  ];
};

/** Claims in a row that take a side, a section each; those that take none, as a list. */
const bodyOf = (answer: ViewsAnswer): { readonly blocks: readonly Block[]; readonly words: readonly string[] } => {
  const { claims, question } = answer;
  const shown = claims?.shown ?? [];
  const isNamed = question.who !== undefined || answer.note !== undefined;
  const isOneVoice = isNamed && new Set(shown.map(({ claim }) => claim.voice)).size === 1;
  const form = { withVoice: !isOneVoice, withStance: question.stances?.length !== 1 };
  const sided = shown.filter(({ claim }) => claim.stance !== undefined);
  const rest = shown.filter(({ claim }) => claim.stance === undefined);
  if (question.stances !== undefined && question.who === undefined && sided.length > MOST_SECTIONS) {
    return {
      blocks: [{ type: 'rich_text', elements: viewLines(sided.filter(isView)) }],
      words: [`${sided.filter(isView).map(viewLine).join('; ')}.`],
    };
  }
  const lists = (['view', 'fact', 'mention'] as const).flatMap((kind) => {
    const some = rest.filter(({ claim }) => claim.kind === kind);
    return some.length === 0 ? [] : [{ kind, some }];
  });
  return {
    blocks: [
      ...sided.map((one) => section(claimSection(one, form))),
      ...lists.map(({ kind, some }) => claimList(kind, some, !isOneVoice)),
    ],
    words: [
      ...sided.map((one) => claimWords(one, form)),
      ...lists.map(({ kind, some }) => listWords(kind, some, !isOneVoice)),
    ],
  };
};

const FEW = 'The record settles few views: what it cannot check, or what still runs, is not counted here';
const PARTLY = 'What holds is what the record line says, no more: the rest of a view is open';

/** What the record says, a line a finding; and that it settles few views. */
const recordLines = ({ findings, question }: ViewsAnswer): readonly Line[] => {
  if (question.proved === undefined) return [];
  return [
    ...(findings ?? []).map(
      ({ subject, record }): Line => ({ label: 'Record', words: `${subject}: ${phraseText(record)}` }),
    ),
    { label: 'Catch', words: question.proved === 'right' ? PARTLY : FEW },
  ];
};

/** The claims that a filter leaves, and who is on the other sides. */
export const renderClaims = (answer: ViewsAnswer): Message => {
  const { claims, note } = answer;
  const { blocks: body, words } = bodyOf(answer);
  const names = new Set(claims?.shown.map(({ claim }) => claim.voice));
  const others = otherSides(answer).map((side) => [STANCE_LABEL[side.stance], otherSideWords(side, names)] as const);
  const title = claimsTitle(answer);
  const summary = note && (claims?.page ?? 1) === 1 ? note.summary : undefined;
  const source = sourceOf(answer);
  const record = recordLines(answer);
  const blocks: Block[] = [
    header(title),
    ...(summary ? [section(escaped(summary))] : []),
    ...body,
    ...(record.length > 0 ? [lines(record)] : []),
    ...(others.length > 0 ? [section(others.map(([label, who]) => `*${label}*  ${escaped(who)}`).join('\n'))] : []),
    { type: 'actions', elements: offersUnderClaims(answer).map(askButton) },
    context(escaped(source.join(' · '))),
  ];
  const text = [
    `${title}.`,
    ...(summary ? [summary] : []),
    ...words,
    ...lineSentences(record),
    ...others.map(([label, who]) => `${label}: ${who}.`),
    `${source.join('. ')}.`,
  ].join(' ');
  return { text: screenReaderText(escaped(text)), blocks };
};
