import { z } from 'zod';
import { unescaped } from '../../message/index.ts';
import {
  detailsError,
  NOTE_DETAILS,
  NOTE_FORM,
  type NoteAction,
  noteActionOf,
  parseNoteDetails,
  pastedNote,
  textError,
} from '../../note-review/index.ts';
import { noteNumberOf } from '../../notes/index.ts';
import { sameNote, withHeader } from '../../team-notes/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { createAsker } from '../members.ts';
import { applyNoteEffect, changeDetails, showNotes } from '../notes/apply-note-effect.ts';
import {
  acceptDraft,
  addFiles,
  addText,
  confirmAndTell,
  dropDraft,
  ifMay,
  inDirectMessage,
  type NoteFormOrigin,
  nextForm,
  openDetails,
  openReview,
} from '../notes/hand-in.ts';
import {
  changeDraft,
  followDraft,
  libraryFor,
  makeDraft,
  teamNotes,
  tellDraft,
  todayOf,
} from '../notes/note-drafts.ts';
import { SharedFileSchema } from '../notes/shared-files.ts';
import { keepFor, takeInHand } from '../request-in-hand.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { type ActionClick, type FormOutcome, type Listening, listenToActions, listenToForm } from './controls.ts';
import { listenToReview, NOTE_CHANGE, turnPage } from './note-review.ts';

const FormOriginSchema = z.strictObject({
  channel: z.string(),
  draft: z.string().optional(),
  accept: z.boolean().optional(),
  number: z.string().optional(),
}) satisfies z.ZodType<NoteFormOrigin>;

/** Reads what was pasted; the form of the note's details takes the place of the one it was pasted into. */
const listenToPaste = (listening: Listening): void =>
  listenToForm(listening, NOTE_FORM, NOTE_CHANGE, FormOriginSchema, async ({ values }, asker) => {
    const { bot } = listening;
    const made = await makeDraft(bot, asker, pastedNote(values));
    if (made.kind !== 'draft') {
      const words =
        made.kind === 'not read' ? `${made.words}: nothing is added` : `That is note ${made.number} already`;
      return { kind: 'wrong', errors: textError(words) };
    }
    const tell = () => tellDraft(bot, asker, made.draft);
    return { kind: 'next', view: await nextForm(bot, asker, made.draft), work: () => ifMay(bot, asker, 'add', tell) };
  });

/** Says what a note is: a draft's review takes the place of the form, or a note of the library is changed. */
const listenToDetails = (listening: Listening): void =>
  listenToForm(listening, NOTE_DETAILS, NOTE_CHANGE, FormOriginSchema, async ({ carried, values }, asker) => {
    const { bot } = listening;
    const { draft: id, number, accept } = carried;
    const read = parseNoteDetails(values, todayOf(bot));
    if (read.kind === 'wrong') return read;
    const { header } = read;
    if (number !== undefined)
      return {
        kind: 'taken',
        work: () => ifMay(bot, asker, 'confirm', () => changeDetails(bot, asker, number, header)),
      };
    const refused = (words: string): FormOutcome => ({ kind: 'wrong', errors: detailsError('title', words) });
    const [notes, library] = await Promise.all([teamNotes(bot, asker), libraryFor(bot, asker)]);
    const before = id === undefined ? undefined : await bot.listStore.draft(asker.team, id, bot.now());
    if (id === undefined || before === undefined) return refused('The draft is no longer there');
    const same = before.note ? undefined : sameNote({ ...before, header }, notes.notes, library);
    if (same !== undefined) return refused(`That is note ${noteNumberOf(same)} already`);
    const draft = await changeDraft(bot, asker, id, (was) => withHeader(was, header));
    if (draft === undefined) return { kind: 'closed' };
    return accept
      ? { kind: 'taken', work: () => ifMay(bot, asker, 'confirm', () => confirmAndTell(bot, asker, id)) }
      : {
          kind: 'next',
          view: await nextForm(bot, asker, draft),
          work: async () => {
            await followDraft(bot, asker, draft);
            return 'changed';
          },
        };
  });

const applyAction = (bot: BotContext, asker: Asker, click: ActionClick<NoteAction>): Promise<RequestOutcome> => {
  const { action, value, triggerId, isPrivate } = click;
  switch (action) {
    case 'add':
    case 'export':
    case 'import':
      return applyNoteEffect(bot, asker, { kind: 'note', do: action }, triggerId);
    case 'edit':
    case 'retire':
    case 'restore':
      return applyNoteEffect(bot, asker, { kind: 'note', do: action, number: value }, triggerId);
    case 'house':
      return applyNoteEffect(bot, asker, { kind: 'note', do: 'house', on: value === 'on' });
    case 'list':
      return showNotes(bot, asker, Number.parseInt(value, 10) || 0, isPrivate);
    case 'review':
      return ifMay(bot, asker, 'add', () => openReview(bot, asker, value, triggerId));
    case 'details':
      return ifMay(bot, asker, 'add', () => openDetails(bot, asker, value, triggerId));
    case 'accept':
      return ifMay(bot, asker, 'confirm', () => acceptDraft(bot, asker, value, triggerId));
    case 'drop':
      return ifMay(bot, asker, 'add', () => dropDraft(bot, asker, value));
    case 'page-before':
    case 'page-next':
    case 'page-out':
      return turnPage(bot, asker, click);
  }
};

/** A message as its shortcut hands it over. */
const ShortcutSchema = z.looseObject({
  trigger_id: z.string().default(''),
  user: z.looseObject({ id: z.string() }),
  channel: z.looseObject({ id: z.string() }),
  message: z.looseObject({ text: z.string().default(''), files: z.array(SharedFileSchema).catch([]).optional() }),
  response_url: z.string().optional(),
});

const NOTE_SHORTCUT = 'note:add';

/** As people read it: without entities, and links by what they are called. */
const plainOf = (text: string): string =>
  unescaped(
    text
      .replace(/<(?:https?:[^|>]+)\|([^>]+)>/g, '$1')
      .replace(/<(https?:[^>]+)>/g, '$1')
      .replace(/<[@#!][^>]*>/g, ''),
  );

/** Adds a message, and what hangs on it, as a note. */
const listenToShortcut = ({ app, bot, runRequest }: Listening): void =>
  app.shortcut({ callback_id: NOTE_SHORTCUT, type: 'message_action' }, async ({ ack, body, context, respond }) => {
    const { user, channel, message, trigger_id: triggerId } = ShortcutSchema.parse(body);
    const at = { channel: channel.id, user: user.id, request: takeInHand(bot.store) };
    const asker = createAsker({ context, respond }, at);
    await keepFor(asker, { asked: { kind: 'again' }, via: 'control' });
    await ack();
    const { files = [], text } = message;
    const work = (): Promise<RequestOutcome> =>
      files.length > 0
        ? addFiles(bot, inDirectMessage(asker), files, undefined)
        : ifMay(bot, asker, 'add', async () => (await addText(bot, asker, plainOf(text), { triggerId })).outcome);
    await runRequest(NOTE_SHORTCUT, work, asker);
  });

/** Registers the forms, the review and the buttons of a workspace's notes. */
export const listenToNotes = (listening: Listening): void => {
  listenToPaste(listening);
  listenToDetails(listening);
  listenToReview(listening);
  listenToActions(listening, 'note', {
    actionOf: noteActionOf,
    keptAs: (action) => (action.startsWith('page-') ? undefined : { kind: 'again' }),
    apply: (asker, click) => applyAction(listening.bot, asker, click),
  });
  listenToShortcut(listening);
};
