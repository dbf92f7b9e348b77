import {
  bold,
  buttonRow,
  type ControlBlock,
  context,
  escaped,
  header,
  type ModalView,
  modal,
  type OpenSelect,
  type Option,
  option,
  plainText,
  section,
  unbroken,
  type ViewBlock,
} from '../message/index.ts';
import { quotedSentence, STANCES } from '../notes/index.ts';
import { type Choice, type DraftClaim, NO_FIRM, type NoteDraft, ofSameVoice } from '../team-notes/index.ts';
import type { ReviewedClaim } from './doubts.ts';
import { draftTally } from './draft-message.ts';
import { noteButton } from './message.ts';

/** The review of a draft: every claim with what becomes of it, those that need a person first. */

export const NOTE_REVIEW = 'note-review';
const CHOICE_ACTION = 'note-choice:';

export const CHOICE_NAMES: Readonly<Record<Choice, string>> = {
  open: 'Choose',
  bullish: 'Bullish',
  bearish: 'Bearish',
  mixed: 'Mixed',
  neutral: 'Neutral',
  keep: 'Keep',
  drop: 'Drop',
};
export const NO_SIDE = option('keep', 'No side');

const keepName = ({ claim, doubt, findings }: ReviewedClaim): string => {
  if (doubt?.label === 'Conflict' && findings.some(({ verdict }) => verdict === 'conflicts')) return 'Keep both';
  if (doubt?.label === 'Wrong') return 'Keep, flagged';
  return claim.kind === 'view' ? 'Keep, no side' : 'Keep';
};

/** Drops all that one voice says. */
export const DROP_VOICE = 'drop-voice';
const LONGEST_NAME = 40;

const selectFor = (one: ReviewedClaim, draft: NoteDraft): OpenSelect => {
  const { claim } = one;
  const { speaker = claim.firm } = claim;
  const choices: readonly Choice[] = [...(claim.kind === 'view' ? STANCES : []), 'keep'];
  const options: readonly Option[] = [
    ...choices.map((choice) => option(choice, choice === 'keep' ? keepName(one) : CHOICE_NAMES[choice])),
    option('edit', 'Edit…'),
    option('drop', CHOICE_NAMES.drop),
    ...(ofSameVoice(draft, claim.number).length > 1
      ? [option(DROP_VOICE, `Drop all by ${speaker.slice(0, LONGEST_NAME)}`)]
      : []),
  ];
  const chosen = options.find(({ value }) => value === claim.choice);
  return {
    type: 'static_select',
    action_id: `${CHOICE_ACTION}${claim.number}`,
    placeholder: plainText(CHOICE_NAMES.open),
    options,
    ...(chosen && { initial_option: chosen }),
  };
};

const voiceOf = ({ speaker, firm }: DraftClaim, isMet: boolean): string => {
  if (firm === NO_FIRM) return speaker ?? 'Nobody named';
  if (speaker === undefined) return firm;
  return isMet ? speaker : `${speaker}, ${firm}`;
};
const kindOf = ({ kind, horizon }: DraftClaim): string | undefined =>
  kind === 'fact' ? 'figure' : kind === 'mention' ? 'only mentioned' : horizon?.label;

export const LONGEST_SENTENCE = 1_200;

/** A claim, its number in the review, and whether the same person of the same firm stands above it. */
interface Row {
  readonly one: ReviewedClaim;
  readonly at: number;
  readonly isMet: boolean;
}

const row = ({ one, at, isMet }: Row, draft: NoteDraft, stamp: string): ControlBlock => {
  const { claim, doubt } = one;
  const { sentence, paragraph, summary, condition, speaker, firm } = claim;
  const isUntold = speaker !== undefined && firm === NO_FIRM;
  const terms = [isUntold ? 'firm not named' : undefined, kindOf(claim), condition].filter(
    (term) => term !== undefined,
  );
  const said = summary === undefined ? escaped(quotedSentence(sentence.slice(0, LONGEST_SENTENCE))) : escaped(summary);
  return {
    ...section(
      [
        [bold(`${at}  ${voiceOf(claim, isMet)}`), ...terms.map(escaped)].join(' · '),
        `${said} (${unbroken(`para ${paragraph}`)})`,
        ...(doubt ? [`*${doubt.label}*  ${escaped(doubt.words)}`] : []),
      ].join('\n'),
    ),
    // another choice is another box: Slack keeps what was chosen in the one it knows
    block_id: `note-claim-${claim.number}-${claim.choice}${stamp}`,
    accessory: selectFor(one, draft),
  };
};

/** Above this many the review has several pages: a modal holds a hundred blocks. */
const A_PAGE = 40;
const counted = (from: number, to: number): string => (from === to ? String(from) : `${from} to ${to}`);

/** What the review carries. */
export interface ReviewOrigin {
  readonly draft: string;
  readonly page: number;
  /** Where it was asked for, and what comes of it is told; the direct message where it is absent. */
  readonly channel?: string | undefined;
}

/**
 * Renders the review: one section a claim, a preset select beside each, and one button that confirms them.
 *
 * @param stamp makes all selects new ones, which say again what becomes of their claims
 */
export const renderReview = (
  draft: NoteDraft,
  reviewed: readonly ReviewedClaim[],
  { page = 0, channel }: { readonly page?: number; readonly channel?: string | undefined } = {},
  stamp = '',
): ModalView => {
  const shown = reviewed.slice(page * A_PAGE, (page + 1) * A_PAGE);
  const rows = shown.map((one, at): Row => {
    const { speaker, firm } = one.claim;
    const isMet = shown.slice(0, at).some(({ claim }) => claim.speaker === speaker && claim.firm === firm);
    return { one, at: page * A_PAGE + at + 1, isMet };
  });
  const doubtful = rows.filter(({ one }) => one.doubt !== undefined);
  const told = rows.filter(({ one }) => one.doubt === undefined && one.claim.isNarration);
  const clear = rows.filter(({ one }) => one.doubt === undefined && !one.claim.isNarration);
  const group = (some: readonly Row[], one: string, several: string): readonly ViewBlock[] => {
    const [first, last] = [some[0]?.at, some.at(-1)?.at];
    if (first === undefined || last === undefined) return [];
    return [
      header(`${counted(first, last)} ${first === last ? one : several}`),
      ...some.map((each) => row(each, draft, stamp)),
    ];
  };
  const pages = Math.ceil(reviewed.length / A_PAGE);
  const { ready } = draftTally(reviewed);
  const origin: ReviewOrigin = { draft: draft.id, page, ...(channel !== undefined && { channel }) };
  const turns = [
    ...(page > 0 ? [['Before', page - 1] as const] : []),
    ...(page + 1 < pages
      ? [[`Next: ${(page + 1) * A_PAGE + 1} to ${Math.min(reviewed.length, (page + 2) * A_PAGE)}`, page + 1] as const]
      : []),
  ];
  const title = { title: 'Review claims', submit: ready === 0 ? 'Close' : `Confirm ${ready}`, close: 'Later' };
  return modal(NOTE_REVIEW, title, JSON.stringify(origin), [
    section('Each claim is added as its box says; “Choose” waits. Saved as you go.'),
    ...group(doubtful, 'needs you', 'need you'),
    ...group(clear, 'is clear', 'are clear'),
    ...group(told, 'is said in passing, and left out', 'are said in passing, and left out'),
    ...buttonRow(turns.map(([label, to]) => noteButton(to < page ? 'page-before' : 'page-next', label, String(to)))),
    ...(pages > 1 ? [context(`Part ${page + 1} of ${pages}. Confirm adds the chosen claims of all parts.`)] : []),
  ]);
};

/** The number of the claim that a select is of; undefined for other controls. */
export const claimNumberOf = (actionId: string): number | undefined =>
  actionId.startsWith(CHOICE_ACTION) ? Number(actionId.slice(CHOICE_ACTION.length)) : undefined;
