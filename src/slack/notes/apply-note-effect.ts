import type { Message } from '../../message/index.ts';
import {
  type NoteNotice,
  renderNoteDetails,
  renderNoteForm,
  renderNoteHelp,
  renderNoteList,
  renderNoteNotice,
  renderReview,
} from '../../note-review/index.ts';
import { StoreError } from '../../store/index.ts';
import {
  filesIn,
  libraryOf,
  type NoteDraft,
  type NoteEffect,
  type NotesChange,
  numberOf,
  type TeamNotes,
  withImportedNotes,
  withRetired,
  withSpelling,
} from '../../team-notes/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { loadMember, type Member, refuseChange } from '../members.ts';
import { replyToAsker } from '../post-message.ts';
import { postPrivately } from '../post-privately.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { slackView } from '../slack-types.ts';
import { confirmDraft, type DraftMade, draftMessage, makeDraft, reviewed, teamNotes, todayOf } from './note-drafts.ts';
import { fetchSharedFile, readSharedFile, type SharedFile } from './shared-files.ts';

/** Tells the asker alone. @param replace it takes the place of the private message that was clicked */
const tell = async (asker: Asker, message: Message, replace = false): Promise<RequestOutcome> => {
  await postPrivately(asker, message, replace);
  return 'private';
};

export const tellNote = (asker: Asker, notice: NoteNotice, replace = false): Promise<RequestOutcome> =>
  tell(asker, renderNoteNotice(notice), replace);

/** The same person in their direct message with the bot, where what they are told stays. */
export const inDirectMessage = ({ respond: _, privateThreadTs: __, ...asker }: Asker): Asker => ({
  ...asker,
  channel: asker.user,
});

type Right = 'add' | 'confirm';

const mayDo = async ({ store }: BotContext, { team }: Asker, member: Member, right: Right): Promise<boolean> => {
  const { noteRights } = await store.settings(team);
  return member.isAdmin || noteRights?.[right] !== 'admins';
};

const refusalOf = async (
  bot: BotContext,
  asker: Asker,
  right: Right,
): Promise<'not ours' | 'guest' | 'admins add' | 'admins confirm' | undefined> => {
  const member = await loadMember(asker);
  if (member === undefined) return 'not ours';
  if (member.isGuest) return 'guest';
  if (await mayDo(bot, asker, member, right)) return undefined;
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

/** Where a form about notes was asked for; it travels with the form and comes back. */
export interface NoteFormOrigin {
  readonly channel: string;
  readonly draft?: string | undefined;
  /** The note that is edited. */
  readonly number?: string | undefined;
}

const originJson = (origin: NoteFormOrigin): string => JSON.stringify(origin);

/** The form of a draft's details. */
export const detailsOf = (channel: string, draft: NoteDraft) =>
  renderNoteDetails({
    privateMetadata: originJson({ channel, draft: draft.id }),
    header: draft.header,
    found: draft.claims.length,
  });

/** Changes the notes of the asker's workspace. @returns undefined where it could not be saved */
export const changeTeamNotes = async <Change extends { readonly kind: string }>(
  { listStore, now }: BotContext,
  { team, user }: Asker,
  change: (notes: TeamNotes) => Change & { readonly notes?: TeamNotes },
): Promise<Change | undefined> => {
  let made: Change | undefined;
  try {
    await listStore.changeNotes(
      team,
      (was) => {
        const changed = change(was);
        made = changed;
        return changed.notes ?? was;
      },
      { user, now: now() },
    );
    return made;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
};

const tellChange = (asker: Asker, change: NotesChange | undefined, kind: 'retired' | 'restored' | 'saved') => {
  if (change === undefined) return tellNote(asker, { kind: 'not saved' });
  if (change.kind === 'none of that number') return tellNote(asker, change);
  return change.kind === 'changed' && change.note
    ? tellNote(asker, { kind, note: change.note })
    : tellNote(asker, { kind: 'not saved' });
};

/** Opens the review of a draft; before its details are known, the form that asks for them. */
export const openReview = async (
  bot: BotContext,
  asker: Asker,
  id: string,
  triggerId: string | undefined,
): Promise<RequestOutcome> => {
  const draft = await bot.listStore.draft(asker.team, id, bot.now());
  if (draft === undefined) return tellNote(asker, { kind: 'draft gone' });
  const view = draft.isHeaderSeen
    ? renderReview(draft, await reviewed(bot, asker, draft))
    : detailsOf(asker.channel, draft);
  await asker.client.views.open({ trigger_id: triggerId ?? '', view: slackView(view) });
  return 'opened';
};

/** Confirms a draft and says what came of it, in the direct message with whoever did. */
export const confirmAndTell = async (
  bot: BotContext,
  asker: Asker,
  id: string,
  isClearOnly: boolean,
): Promise<RequestOutcome> => {
  const done = await confirmDraft(bot, asker, id, isClearOnly);
  if (done.kind !== 'confirmed') return tellNote(asker, done);
  const { note, added, wrong, left } = done;
  return tellNote(asker, {
    ...{ kind: 'confirmed', note, claims: added.length, wrong, left, draft: id },
    views: added.filter(({ choice }) => choice !== 'keep').length,
    figures: added.reduce((sum, { figures }) => sum + figures.length, 0),
  });
};

/** Drops a draft, and its text with it. */
export const dropDraft = async (bot: BotContext, asker: Asker, id: string): Promise<RequestOutcome> => {
  const before = await bot.listStore.draft(asker.team, id, bot.now());
  await bot.listStore.changeDraft(asker.team, id, () => undefined, bot.now());
  return tellNote(asker, { kind: before ? 'draft dropped' : 'draft gone' });
};

/** How somebody hands in a note. */
export interface HandedIn {
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
    threadTs === undefined ? tell(asker, message) : replyToAsker(asker, message, { threadTs });
  const made = await makeDraft(bot, asker, text, given);
  if (made.kind !== 'draft') return { made, outcome: await reply(renderNoteNotice(made)) };
  const found = await draftMessage(bot, asker, made.draft);
  const outcome = threadTs === undefined ? await tell(inDirectMessage(asker), found) : await reply(found);
  if (!triggerId) return { made, outcome };
  await asker.client.views.open({ trigger_id: triggerId, view: slackView(detailsOf(asker.channel, made.draft)) });
  return { made, outcome: 'opened' };
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

const exportNotes = async (bot: BotContext, asker: Asker): Promise<RequestOutcome> => {
  const { notes } = await teamNotes(bot, asker);
  if (notes.length === 0) return tellNote(asker, { kind: 'nothing to export' });
  const { client, user } = asker;
  const { channel, ts } = await client.chat.postMessage({ channel: user, text: 'The notes you asked for.' });
  if (channel === undefined || ts === undefined) throw new Error('Slack opened no direct message');
  const content = `${JSON.stringify(
    notes.map(({ file }) => file),
    null,
    2,
  )}\n`;
  const filename = `notes-${todayOf(bot)}.json`;
  await client.files.uploadV2({ channel_id: channel, thread_ts: ts, filename, title: filename, content });
  return tellNote(asker, { kind: 'exported', count: notes.length });
};

const merge = async (
  bot: BotContext,
  asker: Asker,
  { from, to }: { readonly from?: string; readonly to?: string },
): Promise<RequestOutcome> => {
  if (!from || !to || from.length > 60 || to.length > 60) return tellNote(asker, { kind: 'merge how' });
  const isNamed = (name: string) => (claim: { readonly speaker?: string | undefined; readonly firm: string }) =>
    [claim.speaker, claim.firm].some((one) => one?.toLowerCase() === name.toLowerCase());
  const changed = await changeTeamNotes(bot, asker, (was) => {
    const claims = was.notes.flatMap(({ file }) => file.claims);
    const spelled = claims.find(isNamed(from));
    const exact = [spelled?.speaker, spelled?.firm].find((one) => one?.toLowerCase() === from.toLowerCase()) ?? from;
    const count = claims.filter(isNamed(from)).length;
    return { kind: 'merged' as const, from: exact, to, count, notes: withSpelling(was, exact, to) };
  });
  return tellNote(asker, changed ?? { kind: 'not saved' });
};

/** Switches the notes of the house on or off. */
export const switchHouse = async (bot: BotContext, asker: Asker, on: boolean): Promise<RequestOutcome> => {
  const changed = await changeTeamNotes(bot, asker, (was) => {
    const own = was.notes.filter(({ retired }) => retired === undefined).length;
    return { kind: 'house' as const, on, own, ...((on || own > 0) && { notes: { ...was, house: on } }) };
  });
  return tellNote(asker, changed ?? { kind: 'not saved' });
};

/** Takes a note out of the library, or puts it back. */
export const retireNote = async (
  bot: BotContext,
  asker: Asker,
  number: string,
  isRetired: boolean,
): Promise<RequestOutcome> => {
  const by = isRetired ? { on: todayOf(bot), by: asker.user } : undefined;
  const changed = await changeTeamNotes(bot, asker, (was): NotesChange => {
    const change = withRetired(was, number, by);
    return change.kind === 'changed' && libraryOf({ ...change.notes, house: false }).notes.length === 0
      ? { ...change, notes: { ...change.notes, house: true } }
      : change;
  });
  return tellChange(asker, changed, isRetired ? 'retired' : 'restored');
};

/** Opens the form of a note that is in the library. */
export const openNote = async (
  bot: BotContext,
  asker: Asker,
  number: string,
  triggerId: string | undefined,
): Promise<RequestOutcome> => {
  const { notes } = await teamNotes(bot, asker);
  const note = notes.find((one) => numberOf(one) === number.toUpperCase())?.file.note;
  if (note === undefined) return tellNote(asker, { kind: 'none of that number', number });
  const { title, publisher, author, link } = note;
  const view = renderNoteDetails({
    privateMetadata: originJson({ channel: asker.channel, number: number.toUpperCase() }),
    header: {
      title,
      publisher,
      date: note.date as never,
      ...(author.name && { author: author.name }),
      ...(link && { link }),
    },
  });
  await asker.client.views.open({ trigger_id: triggerId ?? '', view: slackView(view) });
  return 'opened';
};

/** Shows the notes and the drafts of the asker's workspace, from a place on. */
export const showNotes = async (
  bot: BotContext,
  asker: Asker,
  from: number,
  replace: boolean,
): Promise<RequestOutcome> => {
  if ((await loadMember(asker)) === undefined) return refuseChange(asker);
  const [kept, drafts] = await Promise.all([
    bot.listStore.notes(asker.team),
    bot.listStore.drafts(asker.team, bot.now()),
  ]);
  return tell(asker, renderNoteList(kept, drafts, from), replace);
};

/** Opens the form that a note is pasted into. */
export const openNoteForm = async (asker: Asker, triggerId: string | undefined): Promise<RequestOutcome> => {
  if (!triggerId) return tellNote(asker, { kind: 'form' });
  const view = slackView(renderNoteForm(originJson({ channel: asker.channel })));
  await asker.client.views.open({ trigger_id: triggerId, view });
  return 'opened';
};

/**
 * Carries out what was typed behind `/note`, for people of the workspace.
 *
 * @param triggerId opens a form; absent where words in a message ask for one
 */
export const applyNoteEffect = async (
  bot: BotContext,
  asker: Asker,
  effect: NoteEffect,
  triggerId?: string,
): Promise<RequestOutcome> => {
  switch (effect.do) {
    case 'help':
      return (await loadMember(asker)) === undefined ? refuseChange(asker) : tell(asker, renderNoteHelp(effect.unread));
    case 'list':
      return showNotes(bot, asker, 0, false);
    case 'add': {
      const { text } = effect;
      return ifMay(bot, asker, 'add', () =>
        text === undefined
          ? openNoteForm(asker, triggerId)
          : addText(bot, asker, text, { triggerId }).then(({ outcome }) => outcome),
      );
    }
    case 'edit':
      return ifMay(bot, asker, 'confirm', () => openNote(bot, asker, effect.number, triggerId));
    case 'retire':
    case 'restore':
      return ifMay(bot, asker, 'confirm', () => retireNote(bot, asker, effect.number, effect.do === 'retire'));
    case 'merge':
      return ifMay(bot, asker, 'confirm', () => merge(bot, asker, effect));
    case 'house':
      return ifMay(bot, asker, 'confirm', () => switchHouse(bot, asker, effect.on));
    case 'export':
      return ifMay(bot, asker, 'add', () => exportNotes(bot, asker));
    case 'import':
      return ifMay(bot, asker, 'confirm', () =>
        tellNote(asker, { kind: 'not imported', words: 'send me the exported file, a .json, under Messages' }),
      );
  }
};
