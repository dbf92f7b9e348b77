import {
  type Button,
  buttonRow,
  dayNear,
  escaped,
  fitHeading,
  header,
  type Line,
  lineSentences,
  lines,
  type Message,
  noticeMessage,
  plural,
  titledMessage,
  unbroken,
} from '../message/index.ts';
import { type DraftClaim, isChosen, type NoteDraft } from '../team-notes/index.ts';
import type { IsoDate } from '../units.ts';
import type { Doubt, ReviewedClaim } from './doubts.ts';
import { asksOfNote, claimCounts, dropButton, endOf, noteButton, noteCounts, viewsIn } from './message.ts';
import { isLeftOut } from './review.ts';

/** The message of a draft: what was found in the note, what of it needs a person, and in the end what has become of it. */

const DOUBTS: Readonly<Record<Doubt['label'], readonly [one: string, several: string]>> = {
  Unclear: ['stance not clear', 'stances not clear'],
  Conflict: ['conflict', 'conflicts'],
  Wrong: ['figure or date wrong', 'figures or dates wrong'],
};

const nameOf = ({ header: { publisher, author, date } }: NoteDraft, today: IsoDate): string => {
  const whose = publisher ?? author;
  return `${whose ? `${whose}${whose.endsWith('s') ? '’' : '’s'} note` : 'The note'}${date ? ` of ${dayNear(date, today)}` : ''}`;
};

/** How many claims are added as they are, wait for a choice, and are out; and how many the review shows at first. */
const tallyOf = (reviewed: readonly ReviewedClaim[]) => ({
  ready: reviewed.filter(({ claim }) => isChosen(claim)).length,
  waiting: reviewed.filter(({ claim }) => claim.choice === 'open').length,
  out: reviewed.filter(({ claim }) => claim.choice === 'drop').length,
  claims: reviewed.filter((one) => !isLeftOut(one)).length,
});

/** @param held how many claims of the note are in the library already */
const titleOf = (draft: NoteDraft, reviewed: readonly ReviewedClaim[], today: IsoDate, held: number): string => {
  const { ready, waiting, out, claims } = tallyOf(reviewed);
  const dropped = out - (reviewed.length - claims);
  const parts = [
    ...(ready > 0 ? [plural(ready, 'is clear', 'are clear')] : []),
    ...(waiting > 0 ? [plural(waiting, 'needs you', 'need you')] : []),
    ...(draft.note === undefined ? (dropped > 0 ? [`${dropped} dropped`] : []) : out > 0 ? [`${out} left out`] : []),
  ].join(', ');
  return draft.note === undefined
    ? `${nameOf(draft, today)}: ${plural(claims, 'claim')} found${claims === 0 ? '' : `, ${parts}`}`
    : `Note ${draft.note}: ${plural(held, 'claim')} in the library, of the rest ${parts}`;
};

const draftButtons = (
  draft: NoteDraft,
  { ready, waiting, claims }: ReturnType<typeof tallyOf>,
  held: number,
): readonly Button[] => {
  const accept = waiting === 0 ? `Accept all ${ready}` : `Accept the ${plural(ready, 'clear one')}`;
  return [
    noteButton('review', claims === 0 ? 'Review what is left out' : `Review ${plural(claims, 'claim')}`, draft.id),
    ...(ready > 0 ? [noteButton('accept', accept, draft.id)] : []),
    ...(draft.isHeaderSeen && draft.note === undefined ? [noteButton('details', 'Edit details', draft.id)] : []),
    ...(draft.note === undefined ? [] : [viewsIn(draft.note)]),
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
  const tally = tallyOf(reviewed);
  const ends = dayNear(endOf(draft), today);
  const all: readonly Line[] = [
    ...(labels.length > 0 ? [{ label: 'Need you', words: labels.join(', ') } as const] : []),
    ...(tally.out > 0
      ? [
          {
            label: 'Left out',
            words: `${plural(tally.out, 'sentence')} said in passing, or dropped; the review shows them on request`,
          } as const,
        ]
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
    [header(fitHeading(title, title)), lines(all), ...buttonRow(draftButtons(draft, tally, held))],
    ...lineSentences(all).map(escaped),
  );
};

/** What becomes of the message of a draft that has ended. */
export type DraftEnd =
  | {
      readonly kind: 'confirmed';
      readonly number: string;
      readonly held: number;
      readonly out: number;
      readonly added: readonly DraftClaim[];
      readonly wrong: number;
    }
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
  const { added, wrong } = end;
  const { views: sided, figures } = claimCounts(added);
  const counts = added.length === held ? noteCounts(held, sided, figures, wrong) : plural(held, 'claim');
  return noticeMessage(
    `${nameOf(draft, today)} is in the library as ${unbroken(`note ${end.number}`)}. ${counts}`,
    asksOfNote(end.number),
    end.out > 0 ? `${end.out} left out; send the note again to review ${end.out === 1 ? 'it' : 'them'}` : undefined,
  );
};
