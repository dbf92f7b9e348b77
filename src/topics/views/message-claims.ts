import type { DatedClaim } from '../../facts/index.ts';
import { capitalized, escaped, type RichTextBlock, textRun } from '../../message/index.ts';
import { affiliation, locatedCitation } from '../../wording/index.ts';

/** What of a claim need not be said because the message says it already. */
export interface Form {
  /** False where all claims shown are one voice's, which the header names. */
  readonly withVoice: boolean;
  /** False where only one stance was asked for. */
  readonly withStance: boolean;
}

/** `given no recession in the near future`; a condition with its own `unless` is not changed. */
const onCondition = (condition: string): string => (condition.startsWith('unless ') ? condition : `given ${condition}`);

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
export const claimSection = (dated: DatedClaim, form: Form): string => {
  const [bold, behind] = headOf(dated, form);
  return `*${escaped(bold)}*${escaped(behind)}\n${escaped(sentenceOf(dated))}`;
};

/** A claim as a sentence of the top-level text. */
export const claimWords = (dated: DatedClaim, form: Form): string => {
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
export const claimList = (kind: Kind, all: readonly DatedClaim[], withVoice: boolean): RichTextBlock => ({
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
export const listWords = (kind: Kind, all: readonly DatedClaim[], withVoice: boolean): string =>
  `${LIST_NAMES[kind]}: ${all.map((dated) => itemOf(dated, withVoice).join('').replaceAll(' · ', ', ')).join(' ')}`;
