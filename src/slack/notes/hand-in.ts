import type { Message } from '../../message/index.ts';
import {
  claimCounts,
  heldOf,
  type NoteNotice,
  type ReviewPlace,
  renderNoteDetails,
  renderNoteForm,
  renderNoteNotice,
} from '../../note-review/index.ts';
import { filesIn, type NoteDraft, type TeamNotes, withImportedNotes } from '../../team-notes/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { loadMember, refuseChange } from '../members.ts';
import { changeOwnList, openForm, tellPrivately } from '../own-lists.ts';
import { replyToAsker } from '../post-message.ts';
import type { RequestOutcome } from '../request-runner.ts';
import {
  confirmDraft,
  countReady,
  type DraftMade,
  followDraft,
  makeDraft,
  reviewView,
  teamNotes,
  tellDraft,
  todayOf,
} from './note-drafts.ts';
import { fetchSharedFile, readSharedFile, type SharedFile } from './shared-files.ts';

/** How notes are handed in, as text and as files, and how their drafts are looked at and confirmed. */

export const tellNote = (asker: Asker, notice: NoteNotice, replace = false): Promise<RequestOutcome> =>
  tellPrivately(asker, renderNoteNotice(notice), replace);

/** The same person in their direct message with the bot, where what they are told stays. */
export const inDirectMessage = ({ respond: _, privateThreadTs: __, ...asker }: Asker): Asker => ({
  ...asker,
  channel: asker.user,
});

type Right = 'add' | 'confirm';

const refusalOf = async (
  { store }: BotContext,
  asker: Asker,
  right: Right,
): Promise<'not ours' | 'guest' | 'admins add' | 'admins confirm' | undefined> => {
  const member = await loadMember(asker);
  if (member === undefined) return 'not ours';
  if (member.isGuest) return 'guest';
  const { noteRights } = await store.settings(asker.team);
  if (member.isAdmin || noteRights?.[right] !== 'admins') return undefined;
  return right === 'add' ? 'admins add' : 'admins confirm';
};

/** Does what people of the workspace may do with its notes, as an admin has set it; everybody else is told that they may not. */
export const ifMay = async (
  bot: BotContext,
  asker: Asker,
  right: Right,
  work: () => Promise<RequestOutcome>,
): Promise<RequestOutcome> => {
  const refusal = await refusalOf(bot, asker, right);
  if (refusal === 'not ours') return refuseChange(asker);
  return refusal === undefined ? work() : tellNote(asker, { kind: refusal });
};

/** Why somebody may not add a note; undefined where they may. */
export const rightToAdd = (bot: BotContext, asker: Asker) => refusalOf(bot, asker, 'add');

/** Changes the notes of the asker's workspace. @returns undefined where it could not be saved */
export const changeTeamNotes = <Change extends { readonly kind: string }>(
  { listStore, now }: BotContext,
  { team, user }: Asker,
  change: (notes: TeamNotes) => Change & { readonly notes?: TeamNotes },
): Promise<Change | undefined> =>
  changeOwnList<TeamNotes, Change>(
    (make) => listStore.changeNotes(team, make, { user, now: now() }),
    (was) => {
      const changed = change(was);
      return [changed, changed.notes];
    },
  );

/** Where a form about notes was asked for; it travels with the form and comes back. */
export interface NoteFormOrigin {
  readonly channel: string;
  readonly draft?: string | undefined;
  /** Its clear claims are added once it is known what note it is. */
  readonly accept?: boolean | undefined;
  /** The note that is edited. */
  readonly number?: string | undefined;
}

export const originJson = (origin: NoteFormOrigin): string => JSON.stringify(origin);

/** The form of a draft's details. @param accepted how many claims are added with it; the review follows where that is not said */
export const detailsOf = (channel: string, draft: NoteDraft, accepted?: number) =>
  renderNoteDetails({
    privateMetadata: originJson({ channel, draft: draft.id, ...(accepted !== undefined && { accept: true }) }),
    header: draft.header,
    found: draft.claims.length,
    accepted,
  });

/** Opens the form that a note is pasted into. */
export const openNoteForm = async (asker: Asker, triggerId: string | undefined): Promise<RequestOutcome> =>
  triggerId
    ? openForm(asker, triggerId, renderNoteForm(originJson({ channel: asker.channel })))
    : tellNote(asker, { kind: 'form' });

/** The form that a draft goes on with. */
export const nextForm = async (bot: BotContext, asker: Asker, draft: NoteDraft) =>
  draft.isHeaderSeen ? reviewView(bot, asker, draft, { channel: asker.channel }) : detailsOf(asker.channel, draft);

type OpensDraft = (bot: BotContext, asker: Asker, id: string, triggerId: string | undefined) => Promise<RequestOutcome>;

/** Opens a form of a draft, or says that the draft is gone. */
const opening =
  (
    formOf: (
      bot: BotContext,
      asker: Asker,
      draft: NoteDraft,
    ) => ReturnType<typeof nextForm> | ReturnType<typeof detailsOf>,
  ): OpensDraft =>
  async (bot, asker, id, triggerId) => {
    const draft = await bot.listStore.draft(asker.team, id, bot.now());
    return draft === undefined
      ? tellNote(asker, { kind: 'draft gone' })
      : openForm(asker, triggerId, await formOf(bot, asker, draft));
  };

/** Opens the review of a draft; before its details are known, the form that asks for them. */
export const openReview = opening(nextForm);

/** Opens the form of a draft's details once more. */
export const openDetails = opening((_, asker, draft) => detailsOf(asker.channel, draft));

/** Confirms a draft and says what came of it. */
export const confirmAndTell = async (
  bot: BotContext,
  asker: Asker,
  id: string,
  place?: ReviewPlace,
): Promise<RequestOutcome> => {
  const done = await confirmDraft(bot, asker, id, place);
  if (done.kind !== 'confirmed') return tellNote(asker, done);
  const { note, added, wrong, held, left, toldIn } = done;
  if (toldIn.includes(asker.channel)) return 'changed';
  return tellNote(asker, {
    ...{ kind: 'confirmed', note, claims: added.length, wrong, held, left, draft: id },
    ...claimCounts(added),
  });
};

/** Adds the claims of a draft that need nobody; what note it is has to be known before it is cited. */
export const acceptDraft = async (
  bot: BotContext,
  asker: Asker,
  id: string,
  triggerId: string | undefined,
): Promise<RequestOutcome> => {
  const draft = await bot.listStore.draft(asker.team, id, bot.now());
  if (draft === undefined || draft.isHeaderSeen) return confirmAndTell(bot, asker, id);
  return openForm(asker, triggerId, detailsOf(asker.channel, draft, await countReady(bot, asker, draft)));
};

/** Drops a draft, and its text with it. */
export const dropDraft = async (bot: BotContext, asker: Asker, id: string): Promise<RequestOutcome> => {
  const draft = await bot.listStore.draft(asker.team, id, bot.now());
  if (draft === undefined) return tellNote(asker, { kind: 'draft gone' });
  await bot.listStore.changeDraft(asker.team, id, () => undefined, bot.now());
  const { note: number } = draft;
  await followDraft(bot, asker, draft, { kind: 'dropped', number, held: heldOf(await teamNotes(bot, asker), number) });
  return tellNote(asker, { kind: 'draft dropped', note: number });
};

/** How somebody hands in a note. */
interface HandedIn {
  /** What is known of it besides its text. */
  readonly given?: NoteDraft['header'];
  /** Opens the form of its details. */
  readonly triggerId?: string | undefined;
  /** The message that it came with: it is answered there. */
  readonly threadTs?: string | undefined;
}

/** Reads a text that somebody hands in, and tells them what was found. */
export const addText = async (
  bot: BotContext,
  asker: Asker,
  text: string,
  { given, triggerId, threadTs }: HandedIn = {},
): Promise<{ readonly made: DraftMade; readonly outcome: RequestOutcome }> => {
  const reply = (message: Message): Promise<RequestOutcome> =>
    threadTs === undefined ? tellPrivately(asker, message) : replyToAsker(asker, message, { threadTs });
  const made = await makeDraft(bot, asker, text, given);
  if (made.kind !== 'draft') return { made, outcome: await reply(renderNoteNotice(made)) };
  const tell = () => tellDraft(bot, asker, made.draft, threadTs);
  if (!triggerId) return { made, outcome: await tell() };
  try {
    // first: Slack opens a form for three seconds
    return { made, outcome: await openForm(asker, triggerId, await nextForm(bot, asker, made.draft)) };
  } finally {
    await tell();
  }
};

const isJson = ({ name }: SharedFile): boolean => /\.json$/i.test(name ?? '');

/** Takes notes in the library's own format from a file. */
const importNotes = async (bot: BotContext, asker: Asker, file: SharedFile): Promise<NoteNotice> => {
  const fetched = await fetchSharedFile(asker.client, file);
  if (fetched.kind !== 'file') {
    return { kind: 'not imported', words: fetched.kind === 'refused' ? fetched.words : 'it is no file of notes' };
  }
  const read = filesIn(Buffer.from(fetched.bytes).toString('utf8'), todayOf(bot));
  if (read.kind === 'refused') return { kind: 'not imported', words: read.words };
  const added = { on: todayOf(bot), by: asker.user };
  const changed = await changeTeamNotes(bot, asker, (was) => withImportedNotes(was, read.files, added));
  if (changed === undefined) return { kind: 'not saved' };
  return changed.kind === 'imported'
    ? { kind: 'imported', added: changed.added, known: changed.known }
    : { kind: 'full' };
};

/** Reads the files of a message, one after the other: each is a note, or notes that were exported. */
export const addFiles = async (
  bot: BotContext,
  asker: Asker,
  files: readonly SharedFile[],
  threadTs: string | undefined,
): Promise<RequestOutcome> => {
  let outcome: RequestOutcome = 'private';
  for (const file of files) {
    const reply = (notice: NoteNotice) => replyToAsker(asker, renderNoteNotice(notice), { threadTs });
    if (isJson(file)) {
      outcome = await ifMay(bot, asker, 'confirm', async () => reply(await importNotes(bot, asker, file)));
      continue;
    }
    outcome = await ifMay(bot, asker, 'add', async () => {
      const read = await readSharedFile(asker.client, file);
      return read.kind === 'text'
        ? (await addText(bot, asker, read.text, { threadTs })).outcome
        : reply({ kind: 'not read', words: read.words });
    });
  }
  return outcome;
};
