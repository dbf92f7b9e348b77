import { type parseNoteDetails, renderNoteDetails, renderNoteHelp, renderNoteList } from '../../note-review/index.ts';
import {
  libraryOf,
  type NoteEffect,
  type NotesChange,
  numberOf,
  withNoteHeader,
  withRetired,
  withSpelling,
} from '../../team-notes/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { ifMember, openForm, tellPrivately } from '../own-lists.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { addText, changeTeamNotes, ifMay, openNoteForm, originJson, tellNote } from './hand-in.ts';
import { teamNotes, todayOf } from './note-drafts.ts';

/** What is done to the notes that a workspace has. */

const tellChange = (asker: Asker, change: NotesChange | undefined, kind: 'retired' | 'restored' | 'saved') => {
  if (change === undefined) return tellNote(asker, { kind: 'not saved' });
  if (change.kind === 'none of that number') return tellNote(asker, change);
  return change.kind === 'changed' && change.note
    ? tellNote(asker, { kind, note: change.note })
    : tellNote(asker, { kind: 'not saved' });
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
const switchHouse = async (bot: BotContext, asker: Asker, on: boolean): Promise<RequestOutcome> => {
  const changed = await changeTeamNotes(bot, asker, (was) => {
    const own = was.notes.filter(({ retired }) => retired === undefined).length;
    return { kind: 'house' as const, on, own, ...((on || own > 0) && { notes: { ...was, house: on } }) };
  });
  return tellNote(asker, changed ?? { kind: 'not saved' });
};

/** Takes a note out of the library, or puts it back. */
const retireNote = async (
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
const openNote = async (
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
  return openForm(asker, triggerId, view);
};

/** Changes what a note of the library says of itself. */
export const changeDetails = async (
  bot: BotContext,
  asker: Asker,
  number: string,
  { author, link, ...rest }: Extract<ReturnType<typeof parseNoteDetails>, { kind: 'details' }>['header'],
): Promise<RequestOutcome> => {
  const header = {
    ...rest,
    author: author ? { name: author, kind: 'person' as const } : { kind: 'unnamed' as const },
    ...(link && { link }),
  };
  return tellChange(asker, await changeTeamNotes(bot, asker, (was) => withNoteHeader(was, number, header)), 'saved');
};

/** Shows the notes and the drafts of the asker's workspace, from a place on. */
export const showNotes = (
  { listStore, now }: BotContext,
  asker: Asker,
  from: number,
  replace: boolean,
): Promise<RequestOutcome> =>
  ifMember(asker, async () => {
    const [kept, drafts] = await Promise.all([listStore.notes(asker.team), listStore.drafts(asker.team, now())]);
    return tellPrivately(asker, renderNoteList(kept, drafts, from), replace);
  });

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
      return ifMember(asker, () => tellPrivately(asker, renderNoteHelp(effect.unread)));
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
