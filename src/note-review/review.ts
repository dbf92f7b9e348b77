import {
  type Button,
  bold,
  buttonRow,
  type ControlBlock,
  context,
  dayNear,
  escaped,
  fitHeading,
  header,
  type Line,
  lineSentences,
  lines,
  type Message,
  type ModalView,
  modal,
  noticeMessage,
  type OpenSelect,
  type Option,
  option,
  plainText,
  plural,
  section,
  titledMessage,
  unbroken,
  type ViewBlock,
} from '../message/index.ts';
import { quotedSentence, STANCES } from '../notes/index.ts';
import { type Choice, type DraftClaim, isChosen, type NoteDraft } from '../team-notes/index.ts';
import type { IsoDate } from '../units.ts';
import type { Doubt, ReviewedClaim } from './doubts.ts';
import { dropButton, endOf, noteButton, viewsIn } from './message.ts';

/** A draft as it is shown: what was found in it, and every claim with what becomes of it, those that need a person first. */

export const NOTE_REVIEW = 'note-review';
const CHOICE_ACTION = 'note-choice:';

const DOUBTS: Readonly<Record<Doubt['label'], readonly [one: string, several: string]>> = {
  Unclear: ['stance not clear', 'stances not clear'],
  Conflict: ['conflict', 'conflicts'],
  Wrong: ['figure or date wrong', 'figures or dates wrong'],
};

const nameOf = ({ header: { publisher, author, date } }: NoteDraft, today: IsoDate): string => {
  const whose = publisher ?? author;
  return `${whose ? `${whose}’s note` : 'The note'}${date ? ` of ${dayNear(date, today)}` : ''}`;
};

/** How many claims are added as their boxes say, wait for a choice, and are left out. */
export const draftTally = (reviewed: readonly ReviewedClaim[]) => ({
  ready: reviewed.filter(({ claim }) => isChosen(claim)).length,
  waiting: reviewed.filter(({ claim }) => claim.choice === 'open').length,
  out: reviewed.filter(({ claim }) => claim.choice === 'drop').length,
});

/** @param held how many claims of the note are in the library already */
const titleOf = (draft: NoteDraft, reviewed: readonly ReviewedClaim[], today: IsoDate, held: number): string => {
  const { ready, waiting, out } = draftTally(reviewed);
  const parts = [
    ...(ready > 0 ? [plural(ready, 'is clear', 'are clear')] : []),
    ...(waiting > 0 ? [plural(waiting, 'needs you', 'need you')] : []),
    ...(out > 0 ? [`${out} left out`] : []),
  ].join(', ');
  return draft.note === undefined
    ? `${nameOf(draft, today)}: ${plural(reviewed.length, 'claim')} found, ${parts}`
    : `Note ${draft.note}: ${plural(held, 'claim')} in the library, of the rest ${parts}`;
};

const draftButtons = (
  draft: NoteDraft,
  reviewed: readonly ReviewedClaim[],
  { ready, waiting }: ReturnType<typeof draftTally>,
  held: number,
): readonly Button[] => {
  const accept = waiting === 0 ? `Accept all ${ready}` : `Accept the ${plural(ready, 'clear one')}`;
  return [
    noteButton('review', `Review ${plural(reviewed.length, 'claim')}`, draft.id),
    ...(ready > 0 ? [noteButton('accept', accept, draft.id)] : []),
    dropButton(draft, held),
  ];
};

/** What was found in a note, how far its review is, and what of it is in the library. @param held how many of its claims are */
export const renderDraft = (
  draft: NoteDraft,
  reviewed: readonly ReviewedClaim[],
  today: IsoDate,
  held = 0,
): Message => {
  const title = titleOf(draft, reviewed, today, held);
  const need = reviewed.filter(({ claim }) => claim.choice === 'open');
  const labels = (Object.keys(DOUBTS) as Doubt['label'][]).flatMap((label) => {
    const count = need.filter(({ doubt }) => doubt?.label === label).length;
    return count === 0 ? [] : [plural(count, ...DOUBTS[label])];
  });
  const tally = draftTally(reviewed);
  const ends = dayNear(endOf(draft), today);
  const all: readonly Line[] = [
    ...(labels.length > 0 ? [{ label: 'Need you', words: labels.join(', ') } as const] : []),
    ...(tally.out > 0
      ? [{ label: 'Left out', words: 'What tells of others or was dropped; the review has it' } as const]
      : []),
    {
      label: 'Draft',
      words:
        draft.note === undefined
          ? `Nothing is in the library yet; the draft ends on ${ends}`
          : `What is not in the library stays here until ${ends}`,
    },
  ];
  return titledMessage(
    title,
    [header(fitHeading(title, title)), lines(all), ...buttonRow(draftButtons(draft, reviewed, tally, held))],
    ...lineSentences(all).map(escaped),
  );
};

/** What becomes of the message of a draft that has ended. */
export type DraftEnd =
  | { readonly kind: 'confirmed'; readonly number: string; readonly held: number; readonly out: number }
  | { readonly kind: 'dropped'; readonly number?: string | undefined; readonly held: number };

/** Renders it: nothing is left to do there but to look at the note. */
export const renderDraftEnd = (draft: NoteDraft, end: DraftEnd, today: IsoDate): Message => {
  const { number, held } = end;
  const views = number === undefined ? [] : [viewsIn(number)];
  if (end.kind === 'dropped')
    return noticeMessage(
      `${nameOf(draft, today)}: the draft is dropped${number === undefined ? '' : `; note ${number} stays, with ${plural(held, 'claim')}`}`,
      views,
    );
  return noticeMessage(
    `${nameOf(draft, today)} is in the library as ${unbroken(`note ${number}`)}: ${plural(held, 'claim')}`,
    views,
    end.out > 0 ? `${end.out} left out; send the note again to review ${end.out === 1 ? 'it' : 'them'}` : undefined,
  );
};

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

const selectFor = (one: ReviewedClaim): OpenSelect => {
  const { claim } = one;
  const choices: readonly Choice[] = [...(claim.kind === 'view' ? STANCES : []), 'keep'];
  const options: readonly Option[] = [
    ...choices.map((choice) => option(choice, choice === 'keep' ? keepName(one) : CHOICE_NAMES[choice])),
    option('edit', 'Edit…'),
    option('drop', CHOICE_NAMES.drop),
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

const voiceOf = ({ speaker, firm }: DraftClaim): string => (speaker ? `${speaker}, ${firm}` : firm);
const kindOf = ({ kind, horizon }: DraftClaim): string =>
  kind === 'fact' ? 'figure' : kind === 'mention' ? 'only mentioned' : (horizon?.label ?? 'no horizon');

export const LONGEST_SENTENCE = 1_200;

const row = (one: ReviewedClaim, at: number, stamp: string): ControlBlock => {
  const { claim, doubt } = one;
  const { sentence, paragraph, summary, condition } = claim;
  const said = summary === undefined ? escaped(quotedSentence(sentence.slice(0, LONGEST_SENTENCE))) : escaped(summary);
  return {
    ...section(
      [
        `${bold(`${at}  ${voiceOf(claim)}`)} · ${escaped([kindOf(claim), ...(condition ? [condition] : [])].join(' · '))}`,
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
  const rows = shown.map((one, at) => ({ one, at: page * A_PAGE + at + 1 }));
  const doubtful = rows.filter(({ one }) => one.doubt !== undefined);
  const told = rows.filter(({ one }) => one.doubt === undefined && one.claim.isNarration);
  const clear = rows.filter(({ one }) => one.doubt === undefined && !one.claim.isNarration);
  const group = (some: typeof rows, one: string, several: string): readonly ViewBlock[] => {
    const [first, last] = [some[0]?.at, some.at(-1)?.at];
    if (first === undefined || last === undefined) return [];
    return [
      header(`${counted(first, last)} ${first === last ? one : several}`),
      ...some.map((each) => row(each.one, each.at, stamp)),
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
    ...group(told, 'tells of others, and is left out', 'tell of others, and are left out'),
    ...buttonRow(turns.map(([label, to]) => noteButton(to < page ? 'page-before' : 'page-next', label, String(to)))),
    ...(pages > 1 ? [context(`Part ${page + 1} of ${pages}. Confirm adds the chosen claims of all parts.`)] : []),
  ]);
};

/** The number of the claim that a select is of; undefined for other controls. */
export const claimNumberOf = (actionId: string): number | undefined =>
  actionId.startsWith(CHOICE_ACTION) ? Number(actionId.slice(CHOICE_ACTION.length)) : undefined;
