import {
  bold,
  buttonRow,
  type ControlBlock,
  context,
  escaped,
  type GroupedSelect,
  header,
  type ModalView,
  modal,
  type Option,
  option,
  plainText,
  plural,
  section,
  unbroken,
} from '../message/index.ts';
import { quotedSentence, STANCES } from '../notes/index.ts';
import {
  asShown,
  type Choice,
  type DraftClaim,
  isChosen,
  NO_FIRM,
  type NoteDraft,
  ofSameVoice,
} from '../team-notes/index.ts';
import type { ReviewedClaim } from './doubts.ts';
import { noteButton } from './message.ts';

/** The review of a draft: its claims in the note's order, each with what becomes of it, and what is left out folded behind them. */

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

const keepName = ({ claim, doubt }: ReviewedClaim): string => {
  if (doubt?.label === 'Wrong') return 'Keep, flagged';
  return claim.kind === 'view' ? NO_SIDE.text.text : 'Keep the figure';
};

/** Drops all that one voice says. */
export const DROP_VOICE = 'drop-voice';
/** What a box is set to as a guess: nothing that can be chosen anew. */
const GUESS = 'guess';
const LONGEST_NAME = 40;

/** What takes more than one claim stands last, under a label of its own. */
const selectFor = (one: ReviewedClaim, draft: NoteDraft): GroupedSelect => {
  const { claim } = one;
  const { speaker = claim.firm, guess } = claim;
  const choices: readonly Choice[] = [...(claim.kind === 'view' ? STANCES : []), 'keep'];
  const named = (choice: Choice): string => (choice === 'keep' ? keepName(one) : CHOICE_NAMES[choice]);
  const sides: readonly Option[] = [
    ...(claim.choice === 'open' && guess ? [option(GUESS, `${named(guess)}?`)] : []),
    ...choices.map((choice) => option(choice, named(choice))),
  ];
  const others = [option('edit', 'Edit…'), option('drop', CHOICE_NAMES.drop)];
  const all = ofSameVoice(draft, claim.number).length;
  const voice = [option(DROP_VOICE, `Drop all ${all} by ${speaker.slice(0, LONGEST_NAME)}`)];
  const groups: readonly (readonly [label: string, options: readonly Option[]])[] = [
    [claim.kind === 'view' ? 'On small caps' : 'Keep it', sides],
    ['This claim', others],
    ...(all > 1 ? [['All of this voice', voice] as const] : []),
  ];
  const chosen = [...sides, ...others].find(
    ({ value }) => value === (sides[0]?.value === GUESS ? GUESS : claim.choice),
  );
  return {
    type: 'static_select',
    action_id: `${CHOICE_ACTION}${claim.number}`,
    placeholder: plainText(CHOICE_NAMES.open),
    option_groups: groups.map(([label, options]) => ({ label: plainText(label), options })),
    ...(chosen && { initial_option: chosen }),
  };
};

const voiceOf = ({ speaker, firm }: DraftClaim, isMet: boolean): string => {
  if (firm === NO_FIRM) return speaker === undefined ? 'Nobody named' : `${speaker}, firm not named`;
  if (speaker === undefined) return firm;
  return isMet ? speaker : `${speaker}, ${firm}`;
};
const kindOf = ({ kind, horizon }: DraftClaim): string | undefined =>
  kind === 'fact' ? 'figure' : kind === 'mention' ? 'only mentioned' : horizon?.label;

export const LONGEST_SENTENCE = 1_200;

/** A claim, and its number in the review. */
interface Row {
  readonly one: ReviewedClaim;
  readonly at: number;
  /** Absent where the row above is of the same voice. */
  readonly voice: string | undefined;
}

const row = ({ one, at, voice }: Row, draft: NoteDraft, stamp: string): ControlBlock => {
  const { claim, doubt, differs } = one;
  const { sentence, paragraph, summary, condition } = claim;
  const terms = [kindOf(claim), summary === undefined ? undefined : condition].filter((term) => term !== undefined);
  const said = summary === undefined ? escaped(quotedSentence(sentence.slice(0, LONGEST_SENTENCE))) : escaped(summary);
  const mark = doubt?.label === 'Unclear' ? `${at}  Unclear` : String(at);
  return {
    ...section(
      [
        ...(voice === undefined ? [] : [bold(voice)]),
        `${bold(mark)}  ${[`${said} (${unbroken(`para ${paragraph}`)})`, ...terms.map(escaped)].join(' · ')}`,
        ...(doubt && doubt.label !== 'Unclear' ? [`*${doubt.label}*  ${escaped(doubt.words)}`] : []),
        ...(differs ? [`*Differs*  ${escaped(differs)}`] : []),
      ].join('\n'),
    ),
    // another choice is another box: Slack keeps what was chosen in the one it knows
    block_id: `note-claim-${claim.number}-${claim.choice}${stamp}`,
    accessory: selectFor(one, draft),
  };
};

/** A modal holds a hundred blocks, of which some are no claims. */
const MOST_A_PAGE = 90;

/** What the review carries. */
export interface ReviewOrigin {
  readonly draft: string;
  readonly page: number;
  /** The sentences that are left out are shown behind the claims. */
  readonly out?: boolean | undefined;
  /** Where it was asked for, and what comes of it is told; the direct message where it is absent. */
  readonly channel?: string | undefined;
}

/** Where in the review somebody is. */
export type ReviewPlace = Partial<Omit<ReviewOrigin, 'draft'>>;

/** Said in passing, or dropped before: it is out of the way unless somebody has kept it, or something is wrong with it. */
export const isLeftOut = ({ claim, doubt }: ReviewedClaim): boolean =>
  claim.isNarration === true && !claim.isDecided && doubt === undefined;

/** What the review shows, in its order, the claims and behind them what is left out; and the part that a page has of it. */
const pagesOf = (reviewed: readonly ReviewedClaim[], { page = 0, out = false }: ReviewPlace) => {
  const isBehind = (one: ReviewedClaim): boolean =>
    isLeftOut(one) || (out && one.claim.isNarration === true && one.doubt === undefined);
  const claims = reviewed.filter((one) => !isBehind(one));
  const all = [...claims, ...(out ? reviewed.filter(isBehind) : [])];
  const pages = Math.max(1, Math.ceil(all.length / MOST_A_PAGE));
  const size = Math.ceil(all.length / pages);
  const at = Math.min(page, pages - 1);
  return {
    all,
    claims: claims.length,
    pages,
    page: at,
    from: at * size,
    to: Math.min(all.length, (at + 1) * size),
    size,
  };
};

/** The claims as they are confirmed from a page of the review: a guess counts where its box has been in sight. */
export const confirmedFrom = (reviewed: readonly ReviewedClaim[], place: ReviewPlace): readonly DraftClaim[] => {
  const { all, to } = pagesOf(reviewed, place);
  const seen = new Set(all.slice(0, to));
  return reviewed.map((one) => (seen.has(one) ? asShown(one.claim) : one.claim)).filter(isChosen);
};

const introduced = (shown: readonly ReviewedClaim[]): string => {
  const open = shown.filter(({ claim }) => claim.choice === 'open');
  return [
    'Confirm adds each claim as its box says.',
    ...(open.some(({ claim }) => claim.guess)
      ? ['A side with a question mark is a guess, where the words take none outright: change it, or leave it.']
      : []),
    ...(open.some(({ claim }) => !claim.guess) ? ['“Choose” waits for you.'] : []),
    'All is saved as you go.',
  ].join(' ');
};

/**
 * Renders the review: one section a claim, a preset select beside each, and one button that confirms them.
 *
 * @param stamp makes all selects new ones, which say again what becomes of their claims
 */
export const renderReview = (
  draft: NoteDraft,
  reviewed: readonly ReviewedClaim[],
  place: ReviewPlace = {},
  stamp = '',
): ModalView => {
  const { channel, out = false } = place;
  const { all, claims, pages, page, from, to, size } = pagesOf(reviewed, place);
  const met = new Set<string>();
  const rows = all.slice(from, to).map((one, at, shown): Row => {
    const { speaker, firm } = one.claim;
    const above = at === 0 || from + at === claims ? undefined : shown[at - 1]?.claim;
    const isSame = above !== undefined && above.speaker === speaker && above.firm === firm;
    const key = `${speaker} ${firm}`;
    const voice = isSame ? undefined : voiceOf(one.claim, met.has(key));
    met.add(key);
    return { one, at: from + at + 1, voice };
  });
  const confirmed = confirmedFrom(reviewed, place).length;
  const origin: ReviewOrigin = {
    draft: draft.id,
    page,
    ...(out && { out }),
    ...(channel !== undefined && { channel }),
  };
  const left = reviewed.filter(isLeftOut).length;
  const isLast = page === pages - 1;
  const title = { title: 'Review claims', submit: confirmed === 0 ? 'Close' : `Confirm ${confirmed}`, close: 'Later' };
  return modal(NOTE_REVIEW, title, JSON.stringify(origin), [
    section(introduced(rows.map(({ one }) => one))),
    ...rows.flatMap((each) => [
      ...(out && each.at === claims + 1 ? [header('Left out, unless you keep it')] : []),
      row(each, draft, stamp),
    ]),
    ...buttonRow([
      ...(page > 0 ? [noteButton('page-before', 'Before', String(page - 1))] : []),
      ...(isLast
        ? []
        : [noteButton('page-next', `Next: ${to + 1} to ${Math.min(all.length, to + size)}`, String(page + 1))]),
      ...(isLast && left > 0 && !out
        ? [noteButton('page-out', `${plural(left, 'sentence')} left out: show`, 'show')]
        : []),
      ...(isLast && out ? [noteButton('page-out', 'Hide what is left out', 'hide')] : []),
    ]),
    ...(isLast
      ? []
      : [
          context(
            `Part ${page + 1} of ${pages}. Confirm stands for the parts you have seen and for what is clear in the others.`,
          ),
        ]),
  ]);
};

/** The number of the claim that a select is of; undefined for other controls. */
export const claimNumberOf = (actionId: string): number | undefined =>
  actionId.startsWith(CHOICE_ACTION) ? Number(actionId.slice(CHOICE_ACTION.length)) : undefined;
