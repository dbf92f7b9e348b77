import {
  type ControlBlock,
  capitalized,
  context,
  day,
  escaped,
  header,
  type InputBlock,
  type ModalView,
  type OpenSelect,
  type Option,
  plainText,
  section,
  type ViewBlock,
} from '../message/index.ts';
import { type Library, type Note, quotedSentence, STANCES, type Stance, withNotes } from '../notes/index.ts';
import { type Finding, findingsOnArrival, type RecordFacts } from '../record/index.ts';
import { type Choice, type DraftClaim, isChosen, type NoteDraft, noteOf, withHeader } from '../team-notes/index.ts';
import { type IsoDate, isIsoDate } from '../units.ts';
import { phraseText, STANCE_LABEL } from '../wording/index.ts';

/** The review of a draft: every claim with its sentence and what becomes of it, those that need a person first. */

export const NOTE_REVIEW = 'note-review';
export const NOTE_CLAIM = 'note-claim';
const CHOICE_ACTION = 'note-choice:';

/** What a person has to know of a claim before it is added. */
export interface Doubt {
  readonly label: 'Unclear' | 'Conflict' | 'Wrong';
  readonly words: string;
}

/** A claim, and why it needs a person, if it does. */
export interface ReviewedClaim {
  readonly claim: DraftClaim;
  readonly doubt?: Doubt;
  /** What the record says of it. */
  readonly findings: readonly Finding[];
}

/** So that it is checked beside the library before it has a number of its own. */
const CANDIDATE = 'T9999';

/** What the library holds of the same person or firm, on another side. */
interface OtherSide {
  readonly stance: Stance;
  readonly note: Note;
  /** Of a later day than the draft. */
  readonly isNewer: boolean;
}

const otherSides = (library: Library): ReadonlyMap<string, OtherSide> => {
  const byId = new Map(library.claims.map((claim) => [claim.id, claim]));
  return new Map(
    [...library.superseded].flatMap(([id, by]): readonly (readonly [string, OtherSide])[] => {
      const { stance, note } = byId.get(id) ?? by;
      if (stance === undefined || stance === by.stance) return [];
      return [
        [by.id, { stance, note, isNewer: false }],
        [id, { stance: by.stance, note: by.note, isNewer: true }],
      ];
    }),
  );
};

const sideWords = ({ stance, note, isNewer }: OtherSide): string =>
  `${STANCE_LABEL[stance]} in note ${note.number}, ${day(note.date)}${isNewer ? ', which is newer and stands' : '; this takes its place'}`;

const doubtOf = (claim: DraftClaim, findings: readonly Finding[], other: OtherSide | undefined): Doubt | undefined => {
  const wrong = findings.find(({ verdict }) => verdict === 'disagrees');
  if (wrong)
    return {
      label: 'Wrong',
      words: `Note ${phraseText(wrong.said)}, record ${phraseText(wrong.record).replace(/\.$/, '')}`,
    };
  const conflict = findings.find(({ verdict }) => verdict === 'conflicts');
  if (conflict)
    return { label: 'Conflict', words: `${capitalized(phraseText(conflict.record))} Keeping both shows both` };
  if (other) return { label: 'Conflict', words: sideWords(other) };
  return claim.kind === 'view' && claim.proposed === undefined
    ? { label: 'Unclear', words: 'The sentence shows no side on small caps by itself' }
    : undefined;
};

/** The claims of a draft held against the record and the library, those that need a person first. */
export const reviewOf = (
  draft: NoteDraft,
  library: Library,
  record: RecordFacts,
  today: IsoDate,
): readonly ReviewedClaim[] => {
  const { header: told } = draft;
  const whole = withHeader(draft, {
    ...told,
    title: told.title ?? '?',
    publisher: told.publisher ?? '?',
    date: told.date ?? today,
  });
  const file = noteOf(whole, CANDIDATE, { on: today, by: draft.by }, () => true);
  const together = file ? withNotes([file], library) : library;
  const all = file ? findingsOnArrival(together, record, file.note.id) : [];
  const others = otherSides(together);
  const reviewed = draft.claims.map((claim): ReviewedClaim => {
    const id = `${CANDIDATE}-${claim.number}`;
    const findings = all.filter(({ claims }) => claims.includes(id));
    const doubt = doubtOf(claim, findings, others.get(id));
    return { claim, findings, ...(doubt && { doubt }) };
  });
  return reviewed.toSorted((one, other) => Number(other.doubt !== undefined) - Number(one.doubt !== undefined));
};

const NAMES: Readonly<Record<Choice, string>> = {
  open: 'Choose',
  bullish: 'Bullish',
  bearish: 'Bearish',
  mixed: 'Mixed',
  neutral: 'Neutral',
  keep: 'Keep',
  drop: 'Drop',
};
const NO_SIDE: Option = { text: plainText('No side'), value: 'keep' };
const EDIT: Option = { text: plainText('Edit…'), value: 'edit' };

const keepName = ({ claim, doubt, findings }: ReviewedClaim): string => {
  if (doubt?.label === 'Conflict' && findings.some(({ verdict }) => verdict === 'conflicts')) return 'Keep both';
  if (doubt?.label === 'Wrong') return 'Keep, flagged';
  return claim.kind === 'view' ? 'Keep, no side' : 'Keep';
};

const selectFor = (one: ReviewedClaim): OpenSelect => {
  const { claim } = one;
  const choices: readonly Choice[] = [...(claim.kind === 'view' ? STANCES : []), 'keep'];
  const options: readonly Option[] = [
    ...choices.map((choice) => ({ text: plainText(choice === 'keep' ? keepName(one) : NAMES[choice]), value: choice })),
    EDIT,
    { text: plainText(NAMES.drop), value: 'drop' },
  ];
  const chosen = options.find(({ value }) => value === claim.choice);
  return {
    type: 'static_select',
    action_id: `${CHOICE_ACTION}${claim.number}`,
    placeholder: plainText(NAMES.open),
    options,
    ...(chosen && { initial_option: chosen }),
  };
};

const voiceOf = ({ speaker, firm }: DraftClaim): string => (speaker ? `${speaker}, ${firm}` : firm);
const kindOf = ({ kind, horizon }: DraftClaim): string =>
  kind === 'fact' ? 'figure' : kind === 'mention' ? 'only mentioned' : (horizon?.label ?? 'no horizon');

const LONGEST_SENTENCE = 1_200;

const row = (one: ReviewedClaim, at: number, stamp: string): ControlBlock => {
  const { claim, doubt } = one;
  const { sentence, paragraph, summary, condition } = claim;
  const said = summary === undefined ? escaped(quotedSentence(sentence.slice(0, LONGEST_SENTENCE))) : escaped(summary);
  return {
    ...section(
      [
        `*${at}  ${escaped(voiceOf(claim))}* · ${escaped([kindOf(claim), ...(condition ? [condition] : [])].join(' · '))}`,
        `${said} (para ${paragraph})`,
        ...(doubt ? [`*${doubt.label}*  ${escaped(doubt.words)}`] : []),
      ].join('\n'),
    ),
    // another choice is another box: Slack keeps what was chosen in the one it knows
    block_id: `note-claim-${claim.number}-${claim.choice}${stamp}`,
    accessory: selectFor(one),
  };
};

/** Above this many the review has several pages: a modal holds a hundred blocks. */
const A_PAGE = 40;
const counted = (from: number, to: number): string => (from === to ? String(from) : `${from} to ${to}`);

/** How many claims are added as their boxes say, and how many still wait for a choice. */
export const choicesIn = ({ claims }: NoteDraft) => ({
  chosen: claims.filter(isChosen).length,
  open: claims.filter(({ choice }) => choice === 'open').length,
});

/** What the review carries. */
export interface ReviewOrigin {
  readonly draft: string;
  readonly page: number;
}

/**
 * Renders the review: one section a claim, a preset select beside each, and one button that confirms them.
 *
 * @param stamp makes all selects new ones, which say again what becomes of their claims
 */
export const renderReview = (draft: NoteDraft, reviewed: readonly ReviewedClaim[], page = 0, stamp = ''): ModalView => {
  const shown = reviewed.slice(page * A_PAGE, (page + 1) * A_PAGE);
  const rows = shown.map((one, at) => ({ one, at: page * A_PAGE + at + 1 }));
  const doubtful = rows.filter(({ one }) => one.doubt !== undefined);
  const clear = rows.filter(({ one }) => one.doubt === undefined);
  const group = (some: typeof rows, one: string, several: string): readonly ViewBlock[] => {
    const [first, last] = [some[0]?.at, some.at(-1)?.at];
    if (first === undefined || last === undefined) return [];
    return [
      header(`${counted(first, last)} ${first === last ? one : several}`),
      ...some.map((each) => row(each.one, each.at, stamp)),
    ];
  };
  const pages = Math.ceil(reviewed.length / A_PAGE);
  const { chosen } = choicesIn(draft);
  const origin: ReviewOrigin = { draft: draft.id, page };
  const turns = [
    ...(page > 0 ? [['Before', page - 1] as const] : []),
    ...(page + 1 < pages
      ? [[`Next: ${(page + 1) * A_PAGE + 1} to ${Math.min(reviewed.length, (page + 2) * A_PAGE)}`, page + 1] as const]
      : []),
  ];
  return {
    type: 'modal',
    callback_id: NOTE_REVIEW,
    title: plainText('Review claims'),
    submit: plainText(`Confirm ${chosen}`),
    close: plainText('Later'),
    private_metadata: JSON.stringify(origin),
    blocks: [
      section('Each claim is added as its box says; “Choose” waits. Saved as you go.'),
      ...group(doubtful, 'needs you', 'need you'),
      ...group(clear, 'is clear', 'are clear'),
      ...(turns.length > 0
        ? [
            {
              type: 'actions' as const,
              elements: turns.map(([label, to]) => ({
                type: 'button' as const,
                action_id: `note:page-${to < page ? 'before' : 'next'}`,
                text: plainText(label),
                value: String(to),
              })),
            },
          ]
        : []),
      ...(pages > 1 ? [context(`Part ${page + 1} of ${pages}. Confirm adds the chosen claims of all parts.`)] : []),
    ],
  };
};

/** The number of the claim that a select is of; undefined for other controls. */
export const claimNumberOf = (actionId: string): number | undefined =>
  actionId.startsWith(CHOICE_ACTION) ? Number(actionId.slice(CHOICE_ACTION.length)) : undefined;

const FIELD_ACTION = 'note-claim-field';
const FIELDS = ['speaker', 'firm', 'summary', 'horizon', 'ends', 'condition'] as const;
type Field = (typeof FIELDS)[number];
const FIELD_TEXTS: Readonly<Record<Field, readonly [label: string, hint: string, most: number]>> = {
  speaker: ['Who says it', 'Left empty where the firm itself speaks', 60],
  firm: ['Firm', 'Whom they speak for', 60],
  summary: ['In your own words', 'Shown in the place of the sentence; left empty, the sentence is quoted', 160],
  horizon: ['Horizon', 'Such as: next 12 months', 50],
  ends: ['Last day of the horizon', 'The view is scored on that day', 10],
  condition: ['On condition of', 'Such as: no recession', 70],
};
const SIDE_BLOCK = 'note-claim-side';
const fieldBlock = (field: Field): string => `note-claim-${field}`;

const initialOf = ({
  speaker,
  firm,
  summary,
  horizon,
  condition,
}: DraftClaim): Readonly<Record<Field, string | undefined>> => ({
  ...{ speaker, firm, summary, condition },
  ...{ horizon: horizon?.label, ends: horizon?.ends },
});

/** What the form of one claim carries. */
export interface ClaimOrigin extends ReviewOrigin {
  readonly claim: number;
  /** The review that it was opened from. */
  readonly view: string;
}

/** Renders the form of one claim. */
export const renderClaimForm = (claim: DraftClaim, origin: ClaimOrigin): ModalView => {
  const initial = initialOf(claim);
  const sides: readonly Option[] = STANCES.map((stance) => ({ text: plainText(NAMES[stance]), value: stance }));
  const side = sides.find(({ value }) => value === claim.choice) ?? NO_SIDE;
  return {
    type: 'modal',
    callback_id: NOTE_CLAIM,
    title: plainText('Edit claim'),
    submit: plainText('Save'),
    close: plainText('Back'),
    private_metadata: JSON.stringify(origin),
    blocks: [
      section(`${escaped(quotedSentence(claim.sentence.slice(0, LONGEST_SENTENCE)))} (para ${claim.paragraph})`),
      {
        type: 'input',
        block_id: SIDE_BLOCK,
        label: plainText('On small caps against large caps'),
        element: { type: 'static_select', action_id: FIELD_ACTION, options: [...sides, NO_SIDE], initial_option: side },
      },
      ...FIELDS.map((field): InputBlock => {
        const [label, hint] = FIELD_TEXTS[field];
        const value = initial[field];
        return {
          type: 'input',
          block_id: fieldBlock(field),
          label: plainText(label),
          element:
            field === 'ends'
              ? { type: 'datepicker', action_id: FIELD_ACTION, ...(value && { initial_date: value }) }
              : { type: 'plain_text_input', action_id: FIELD_ACTION, ...(value && { initial_value: value }) },
          hint: plainText(hint),
          ...(field !== 'firm' && { optional: true as const }),
        };
      }),
    ],
  };
};

/** The form of a claim, read: what is changed, or what is wrong, by block id. */
export type ParsedClaim =
  | { readonly kind: 'claim'; readonly change: Partial<DraftClaim> }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

/** Reads the form of a claim. @param written the day of the note, after which its horizon ends */
export const parseClaimForm = (
  filledIn: Readonly<Record<string, unknown>>,
  claim: DraftClaim,
  written: IsoDate | undefined,
): ParsedClaim => {
  const said = (field: Field): string => {
    const typed = filledIn[fieldBlock(field)];
    return typeof typed === 'string' ? typed.replace(/\s+/g, ' ').trim() : '';
  };
  const errors: Record<string, string> = {};
  for (const field of FIELDS) {
    const [, , most] = FIELD_TEXTS[field];
    if (said(field).length > most) errors[fieldBlock(field)] = `At most ${most} characters`;
  }
  if (said('firm') === '') errors[fieldBlock('firm')] = 'Needed: replies say whose view it is';
  const ends = said('ends');
  if (ends !== '' && written !== undefined && ends <= written)
    errors[fieldBlock('ends')] = 'A horizon ends after the day of the note';
  if (ends !== '' && said('horizon') === '') errors[fieldBlock('horizon')] = 'Needed with its last day';
  if (Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  const choice = [...STANCES, 'keep' as const].find((one) => one === filledIn[SIDE_BLOCK]) ?? 'keep';
  return {
    kind: 'claim',
    change: {
      ...{ choice, firm: said('firm'), kind: choice === 'keep' ? claim.kind : 'view' },
      speaker: said('speaker') || undefined,
      summary: said('summary') || undefined,
      condition: said('condition') || undefined,
      horizon: said('horizon') ? { label: said('horizon'), ...(isIsoDate(ends) && { ends }) } : undefined,
    },
  };
};
