import { randomBytes } from 'node:crypto';
import type { Message } from '../../message/index.ts';
import {
  confirmedFrom,
  type DraftEnd,
  heldOf,
  type ReviewPlace,
  renderDraft,
  renderDraftEnd,
  renderReview,
  reviewOf,
} from '../../note-review/index.ts';
import { NOTES, type NoteFile, noteNumberOf } from '../../notes/index.ts';
import { StoreError } from '../../store/index.ts';
import {
  type DraftClaim,
  draftOf,
  draftOfRest,
  fingerprintOf,
  isChosen,
  libraryOf,
  MOST_CLAIMS,
  markOf,
  NO_NOTES,
  type NoteDraft,
  type NotesChange,
  nextNumber,
  noteOf,
  sameNote,
  type TeamNotes,
  whyNoClaims,
  whyNoNote,
  withNote,
} from '../../team-notes/index.ts';
import { type IsoDate, utcDateOf } from '../../units.ts';
import type { Asker, BotContext } from '../asker.ts';
import { slackFailure } from '../errors.ts';
import { postPrivately, postToChannel } from '../post-message.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { slackBlocksAsSent } from '../slack-client.ts';

/** Drafts of notes: how a text becomes one, and how one becomes a note. */

const ID_BYTES = 9;

/** The library of the asker's workspace. */
export const libraryFor = async ({ own }: BotContext, { team }: Pick<Asker, 'team'>) =>
  (await own.ofTeam(team))?.notes ?? NOTES;

export const todayOf = ({ now }: Pick<BotContext, 'now'>): IsoDate => utcDateOf(now());

/** A draft, or why a text gives none. */
export type DraftMade =
  | { readonly kind: 'draft'; readonly draft: NoteDraft }
  | { readonly kind: 'known already'; readonly number: string; readonly isRetired?: boolean }
  | { readonly kind: 'not read'; readonly words: string };

/** What a team's notes are, whether it has changed any or not. */
export const teamNotes = async ({ listStore }: BotContext, { team }: Pick<Asker, 'team'>): Promise<TeamNotes> =>
  (await listStore.notes(team)) ?? NO_NOTES;

/**
 * Reads a text and keeps what is found as a draft. The same text goes on where its draft was left; where it is in the library
 * already, the draft is of what was left out of it.
 *
 * @param given what is known of the note already, such as its link
 * @throws {StoreError} where it cannot be kept
 */
export const makeDraft = async (
  bot: BotContext,
  { team, user }: Pick<Asker, 'team' | 'user'>,
  text: string,
  given: NoteDraft['header'] = {},
): Promise<DraftMade> => {
  const unfit = whyNoNote(text);
  if (unfit !== undefined) return { kind: 'not read', words: unfit };
  const fingerprint = fingerprintOf(text);
  const [notes, drafts, library] = await Promise.all([
    teamNotes(bot, { team }),
    bot.listStore.drafts(team, bot.now()),
    libraryFor(bot, { team }),
  ]);
  const open = drafts.find((one) => one.fingerprint === fingerprint);
  if (open) return { kind: 'draft', draft: open };
  // loaded where a note is added, and not before
  const { extractClaims, knownNamesOf } = await import('../../notes/extract/index.ts');
  const read = extractClaims(text, knownNamesOf(library));
  const nothing = whyNoClaims(text, read);
  if (nothing !== undefined) return { kind: 'not read', words: nothing };
  const id = randomBytes(ID_BYTES).toString('base64url');
  const { date, ...header } = read.header;
  const isToCome = date !== undefined && date > todayOf(bot);
  const draft = draftOf(
    { ...read, header: { ...header, ...(date && !isToCome && { date }) }, claims: read.claims.slice(0, MOST_CLAIMS) },
    { id, by: user, at: bot.now(), text, fingerprint },
    given,
  );
  const there = notes.notes.find((one) => one.fingerprint === fingerprint);
  const kept = there && there.retired === undefined ? draftOfRest(draft, there) : draft;
  const same = sameNote(draft, notes.notes, library);
  if (same !== undefined && (kept === draft || kept.claims.length === 0))
    return {
      ...{ kind: 'known already', number: noteNumberOf(same) },
      ...(there?.retired !== undefined && { isRetired: true }),
    };
  await bot.listStore.changeDraft(team, id, () => kept, bot.now());
  return { kind: 'draft', draft: kept };
};

/** The draft's claims beside the library and the record, those that need a person first. */
const reviewed = async (bot: BotContext, asker: Pick<Asker, 'team'>, draft: NoteDraft) =>
  reviewOf(draft, await libraryFor(bot, asker), bot.facts().facts.record, todayOf(bot));

/** What of a draft is added: what is clear or chosen, and from the review what its boxes are set to. */
const chosenIn = (rows: Awaited<ReturnType<typeof reviewed>>, place: ReviewPlace | undefined): readonly DraftClaim[] =>
  place ? confirmedFrom(rows, place) : rows.map(({ claim }) => claim).filter(isChosen);

/** How many claims of a draft are added. @param place where in the review it is confirmed */
export const countReady = async (
  bot: BotContext,
  asker: Pick<Asker, 'team'>,
  draft: NoteDraft,
  place?: ReviewPlace,
): Promise<number> => chosenIn(await reviewed(bot, asker, draft), place).length;

/** The review of a draft, from the first page on unless said. @param stamp tells its selects from those it had */
export const reviewView = async (
  bot: BotContext,
  asker: Pick<Asker, 'team'>,
  draft: NoteDraft,
  at?: ReviewPlace,
  stamp?: string,
) => renderReview(draft, await reviewed(bot, asker, draft), at, stamp);

/** Changes a draft, if it is still there. */
export const changeDraft = (
  { listStore, now }: BotContext,
  { team }: Pick<Asker, 'team'>,
  id: string,
  change: (was: NoteDraft) => NoteDraft | undefined,
): Promise<NoteDraft | undefined> => listStore.changeDraft(team, id, (was) => was && change(was), now());

const draftMessage = async (bot: BotContext, asker: Pick<Asker, 'team'>, draft: NoteDraft): Promise<Message> => {
  const held = draft.note === undefined ? 0 : heldOf(await teamNotes(bot, asker), draft.note);
  return renderDraft(draft, await reviewed(bot, asker, draft), todayOf(bot), held);
};

/** So many messages of one draft go on saying what becomes of it. */
const MOST_MESSAGES = 4;

/** Tells whoever handed a note in what was found, in a thread of their direct message or at its end; from then on the message follows the draft. */
export const tellDraft = async (
  bot: BotContext,
  asker: Asker,
  draft: NoteDraft,
  threadTs?: string,
): Promise<RequestOutcome> => {
  const message = await draftMessage(bot, asker, draft);
  const channel = threadTs === undefined ? asker.user : asker.channel;
  const posted = await postToChannel(asker.client, channel, message, { threadTs, request: asker.request });
  if (posted.outcome !== 'posted') {
    const { respond: _, ...direct } = asker;
    await postPrivately({ ...direct, channel: asker.user }, message);
    return 'private';
  }
  const { ts } = posted;
  if (ts !== undefined)
    await changeDraft(bot, asker, draft.id, (was) => ({
      ...was,
      messages: [...(was.messages ?? []), { channel: posted.channel, ts }].slice(-MOST_MESSAGES),
    }));
  return threadTs === undefined ? 'private' : 'channel';
};

/** Has the messages of a draft say what it has come to, or how it ended. */
export const followDraft = async (bot: BotContext, asker: Asker, draft: NoteDraft, end?: DraftEnd): Promise<void> => {
  const { messages = [] } = draft;
  if (messages.length === 0) return;
  const message = end ? renderDraftEnd(draft, end, todayOf(bot)) : await draftMessage(bot, asker, draft);
  for (const { channel, ts } of messages) {
    try {
      await asker.client.chat.update({ channel, ts, text: message.text, blocks: slackBlocksAsSent(message) });
    } catch (error) {
      // somebody may have deleted it
      if (slackFailure(error) === undefined) throw error;
    }
  }
};

/** What came of confirming a draft. */
type Confirmed =
  | {
      readonly kind: 'confirmed';
      readonly note: NoteFile['note'];
      /** Of those that were added. */
      readonly added: readonly DraftClaim[];
      readonly wrong: number;
      /** How many claims the note has now. */
      readonly held: number;
      /** How many claims of the draft wait for a choice. */
      readonly left: number;
      /** The channels in which a message of the draft says so already. */
      readonly toldIn: readonly string[];
    }
  | { readonly kind: 'known already'; readonly number: string }
  | { readonly kind: 'draft gone' | 'full' | 'not saved' | 'nothing chosen' };

/**
 * Adds the chosen claims of a draft to the library. Where others still wait for a choice they stay in the draft, with what was
 * left out; where none does, the draft goes, and its text with it. Its messages follow.
 *
 * @param place where in the review it is confirmed; only what needs nobody is added where it is not
 */
export const confirmDraft = async (
  bot: BotContext,
  asker: Asker,
  id: string,
  place?: ReviewPlace,
): Promise<Confirmed> => {
  const { listStore, now } = bot;
  const { team, user } = asker;
  const draft = await listStore.draft(team, id, now());
  if (draft === undefined) return { kind: 'draft gone' };
  const rows = await reviewed(bot, asker, draft);
  const added = chosenIn(rows, place);
  const isAdded = ({ number }: DraftClaim): boolean => added.some((one) => one.number === number);
  const dropped = draft.claims.filter(({ choice, isDecided }) => choice === 'drop' && isDecided).map(markOf);
  let made: NotesChange | { readonly kind: 'nothing chosen' } = { kind: 'nothing chosen' };
  try {
    await listStore.changeNotes(
      team,
      (was) => {
        const number = draft.note ?? nextNumber(was);
        const same = draft.note === undefined ? sameNote(draft, was.notes, libraryOf(was)) : undefined;
        const file = noteOf({ ...draft, claims: [...added] }, number, { on: todayOf(bot), by: user });
        made =
          same !== undefined
            ? { kind: 'same', number: noteNumberOf(same) }
            : file
              ? withNote(was, file, draft.fingerprint, dropped)
              : { kind: 'nothing chosen' };
        return made.kind === 'changed' ? made.notes : was;
      },
      { user, now: now() },
    );
    const change = made as NotesChange | { readonly kind: 'nothing chosen' };
    if (change.kind === 'same') {
      await listStore.changeDraft(team, id, () => undefined, now());
      await followDraft(bot, asker, draft, { kind: 'dropped', held: 0 });
      return { kind: 'known already', number: change.number };
    }
    if (change.kind === 'nothing chosen' || change.kind === 'full') return { kind: change.kind };
    if (change.kind !== 'changed' || change.note === undefined) return { kind: 'draft gone' };
    const number = noteNumberOf(change.note.id);
    const held = heldOf(change.notes, number);
    const left = rows.filter(({ claim }) => claim.choice === 'open' && !isAdded(claim)).length;
    const after = await changeDraft(bot, asker, id, (was) =>
      left === 0 ? undefined : { ...was, note: number, claims: was.claims.filter((claim) => !isAdded(claim)) },
    );
    const out = rows.length - added.length - left;
    const wrong = rows.filter(({ claim, doubt }) => doubt?.label === 'Wrong' && isAdded(claim)).length;
    const ended: DraftEnd = { kind: 'confirmed', number, held, out, added, wrong };
    await followDraft(bot, asker, after ?? draft, after ? undefined : ended);
    const toldIn = (draft.messages ?? []).map(({ channel }) => channel);
    return { kind: 'confirmed', note: change.note, added, wrong, held, left, toldIn };
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'not saved' };
    throw error;
  }
};
