import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { z } from 'zod';
import { unescaped } from '../../message/index.ts';
import {
  claimNumberOf,
  detailsError,
  NOTE_CLAIM,
  NOTE_DETAILS,
  NOTE_FORM,
  NOTE_REVIEW,
  type NoteAction,
  noteActionOf,
  noteRightIn,
  parseClaimForm,
  parseNoteDetails,
  pastedNote,
  renderClaimForm,
  renderReview,
  textError,
} from '../../note-review/index.ts';
import { noteNumberOf } from '../../notes/index.ts';
import {
  type Choice,
  type NoteDraft,
  sameNote,
  withClaim,
  withHeader,
  withNoteHeader,
} from '../../team-notes/index.ts';
import { type Asker, askerOfClick, type BotContext, createAsker } from '../asker.ts';
import { type Click, parseClick, parseForm, parseSender } from '../interaction-payload.ts';
import { keepFor } from '../keep-request.ts';
import { loadMember } from '../members.ts';
import {
  addFiles,
  addText,
  applyNoteEffect,
  changeTeamNotes,
  confirmAndTell,
  detailsOf,
  dropDraft,
  ifMay,
  inDirectMessage,
  type NoteFormOrigin,
  openNote,
  openNoteForm,
  openReview,
  retireNote,
  showNotes,
  switchHouse,
  tellNote,
} from '../notes/apply-note-effect.ts';
import { draftMessage, libraryFor, makeDraft, reviewed, teamNotes, todayOf } from '../notes/note-drafts.ts';
import { SharedFileSchema } from '../notes/shared-files.ts';
import { postPrivately } from '../post-privately.ts';
import { takeInHand } from '../request-in-hand.ts';
import type { RequestOutcome, RunRequest } from '../request-runner.ts';
import { slackView } from '../slack-types.ts';
import { publishHome } from './home.ts';

const FormOriginSchema = z.strictObject({
  channel: z.string(),
  draft: z.string().optional(),
  number: z.string().optional(),
}) satisfies z.ZodType<NoteFormOrigin>;
const ReviewSchema = z.looseObject({ draft: z.string(), page: z.int().nonnegative() });
const ClaimSchema = z.strictObject({ draft: z.string(), page: z.int(), claim: z.int(), view: z.string() });

/** Reads what was pasted; the form of the note's details takes the place of the one it was pasted into. */
const listenToPaste = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.view(NOTE_FORM, async ({ ack, view, body, context }) => {
    const { carried, values } = parseForm(view, FormOriginSchema);
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel: carried.channel, user, request: takeInHand(bot.store) });
    const made = await makeDraft(bot, asker, pastedNote(values));
    if (made.kind !== 'draft') {
      const words =
        made.kind === 'not read' ? `${made.words}: nothing is added` : `That is note ${made.number} already`;
      return ack({ response_action: 'errors', errors: { ...textError(words) } });
    }
    await keepFor(asker, { asked: { kind: 'change' }, via: 'control' });
    await ack({ response_action: 'update', view: slackView(detailsOf(carried.channel, made.draft)) });
    const work = async (): Promise<RequestOutcome> => {
      await postPrivately(inDirectMessage(asker), await draftMessage(bot, asker, made.draft));
      return 'private';
    };
    await runRequest(NOTE_FORM, () => ifMay(bot, asker, 'add', work), asker);
  });

/** Says what a note is: a draft's review takes the place of the form, or a note of the library is changed. */
const listenToDetails = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.view(NOTE_DETAILS, async ({ ack, view, body, context }) => {
    const { carried, values } = parseForm(view, FormOriginSchema);
    const { channel, draft: id, number } = carried;
    const asker = createAsker({ context }, { channel, user: parseSender(body), request: takeInHand(bot.store) });
    const { team } = asker;
    const read = parseNoteDetails(values, todayOf(bot));
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    const { header } = read;
    if (number !== undefined) {
      await keepFor(asker, { asked: { kind: 'change' }, via: 'control' });
      await ack();
      const save = async (): Promise<RequestOutcome> => {
        const { author, link, ...rest } = header;
        const told = {
          ...rest,
          author: author ? { name: author, kind: 'person' as const } : { kind: 'unnamed' as const },
          ...(link && { link }),
        };
        const changed = await changeTeamNotes(bot, asker, (was) => withNoteHeader(was, number, told));
        if (changed?.kind === 'changed' && changed.note) return tellNote(asker, { kind: 'saved', note: changed.note });
        return tellNote(asker, changed?.kind === 'none of that number' ? changed : { kind: 'not saved' });
      };
      return runRequest(NOTE_DETAILS, () => ifMay(bot, asker, 'confirm', save), asker);
    }
    const [notes, library] = await Promise.all([teamNotes(bot, asker), libraryFor(bot, asker)]);
    const before = id === undefined ? undefined : await bot.listStore.draft(team, id, bot.now());
    if (id === undefined || before === undefined)
      return ack({ response_action: 'errors', errors: { ...detailsError('title', 'The draft is no longer there') } });
    const same = before.note ? undefined : sameNote({ ...before, header }, notes.notes, library);
    if (same !== undefined) {
      const words = `That is note ${noteNumberOf(same)} already`;
      return ack({ response_action: 'errors', errors: { ...detailsError('title', words) } });
    }
    const draft = await bot.listStore.changeDraft(team, id, (was) => was && withHeader(was, header), bot.now());
    if (draft === undefined) return ack();
    return ack({ response_action: 'update', view: slackView(renderReview(draft, await reviewed(bot, asker, draft))) });
  });

const listenToReview = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.view(NOTE_REVIEW, async ({ ack, view, body, context }) => {
    const { carried } = parseForm(view, ReviewSchema);
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel: user, user, request: takeInHand(bot.store) });
    await keepFor(asker, { asked: { kind: 'change' }, via: 'control' });
    await ack();
    const work = () => confirmAndTell(bot, asker, carried.draft, false);
    await runRequest(NOTE_REVIEW, () => ifMay(bot, asker, 'confirm', work), asker);
  });

/** Draws a review again, after a choice, an edit, or for another page. @param stamp tells a select from the one it was */
const redraw = async (
  bot: BotContext,
  { client, team }: Asker,
  viewId: string,
  draft: NoteDraft,
  page: number,
  stamp?: string,
): Promise<RequestOutcome> => {
  const view = slackView(renderReview(draft, await reviewed(bot, { team }, draft), page, stamp));
  await client.views.update({ view_id: viewId, view });
  return 'changed';
};

const CHOICES: ReadonlySet<string> = new Set(['bullish', 'bearish', 'mixed', 'neutral', 'keep', 'drop']);

/** Stores each choice at once, so that nothing is lost by leaving. */
const listenToChoices = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.action<BlockAction<StaticSelectAction>>({ action_id: /^note-choice:/, type: 'block_actions' }, async (args) => {
    const { ack, body, action, context } = args;
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel: user, user });
    const number = claimNumberOf(action.action_id);
    const { view } = body;
    const chosen = action.selected_option?.value ?? '';
    if (view === undefined || number === undefined) throw new Error('the choice is of no claim');
    const { carried } = parseForm(view, ReviewSchema);
    const { draft: id, page } = carried;
    const draft = CHOICES.has(chosen)
      ? await bot.listStore.changeDraft(
          asker.team,
          id,
          (was) => was && withClaim(was, number, { choice: chosen as Choice }),
          bot.now(),
        )
      : await bot.listStore.draft(asker.team, id, bot.now());
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      if (draft === undefined) return tellNote(asker, { kind: 'draft gone' });
      const claim = draft.claims.find((one) => one.number === number);
      if (chosen === 'edit' && claim) {
        const form = renderClaimForm(claim, { draft: id, page, claim: number, view: view.id });
        await asker.client.views.push({ trigger_id: body.trigger_id, view: slackView(form) });
        // the box says again what becomes of the claim
        return redraw(bot, asker, view.id, draft, page, action.action_ts);
      }
      return redraw(bot, asker, view.id, draft, page);
    };
    await runRequest('note-choice', work, asker);
  });

const listenToClaimForm = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.view(NOTE_CLAIM, async ({ ack, view, body, context }) => {
    const { carried, values } = parseForm(view, ClaimSchema);
    const { draft: id, claim: number, page, view: reviewId } = carried;
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel: user, user });
    const before = await bot.listStore.draft(asker.team, id, bot.now());
    const claim = before?.claims.find((one) => one.number === number);
    if (before === undefined || claim === undefined) return ack();
    const read = parseClaimForm(values, claim, before.header.date);
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    const after = await bot.listStore.changeDraft(
      asker.team,
      id,
      (was) => was && withClaim(was, number, read.change),
      bot.now(),
    );
    await ack();
    if (after) await runRequest(NOTE_CLAIM, () => redraw(bot, asker, reviewId, after, page, view.id), asker);
  });

const applyAction = (
  bot: BotContext,
  asker: Asker,
  action: NoteAction,
  { triggerId, isPrivate }: Click,
  value: string,
): Promise<RequestOutcome> => {
  switch (action) {
    case 'add':
      return ifMay(bot, asker, 'add', () => openNoteForm(asker, triggerId));
    case 'list':
      return showNotes(bot, asker, Number.parseInt(value, 10) || 0, isPrivate);
    case 'review':
      return ifMay(bot, asker, 'add', () => openReview(bot, asker, value, triggerId));
    case 'accept':
      return ifMay(bot, asker, 'confirm', async () => {
        const draft = await bot.listStore.draft(asker.team, value, bot.now());
        // what a note is has to be known before it is cited
        return draft && !draft.isHeaderSeen
          ? openReview(bot, asker, value, triggerId)
          : confirmAndTell(bot, asker, value, true);
      });
    case 'drop':
      return ifMay(bot, asker, 'add', () => dropDraft(bot, asker, value));
    case 'edit':
      return ifMay(bot, asker, 'confirm', () => openNote(bot, asker, value, triggerId));
    case 'retire':
    case 'restore':
      return ifMay(bot, asker, 'confirm', () => retireNote(bot, asker, value, action === 'retire'));
    case 'house':
      return ifMay(bot, asker, 'confirm', () => switchHouse(bot, asker, value === 'on'));
    case 'export':
    case 'import':
      return applyNoteEffect(bot, asker, { kind: 'note', do: action });
    case 'page-before':
    case 'page-next':
      throw new Error('that button stands in a review');
  }
};

const listenToNoteButtons = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.action<BlockAction<ButtonAction>>({ action_id: /^note:/, type: 'block_actions' }, async (args) => {
    const { ack, body, action } = args;
    const click = parseClick(body);
    const known = noteActionOf(action.action_id);
    const { view } = body;
    if (view?.callback_id === NOTE_REVIEW && known?.startsWith('page-')) {
      const asker = createAsker(args, { channel: click.user, user: click.user });
      const { carried } = parseForm(view, ReviewSchema);
      const draft = await bot.listStore.draft(asker.team, carried.draft, bot.now());
      await ack();
      const page = Number.parseInt(action.value ?? '0', 10) || 0;
      const turn = () => (draft ? redraw(bot, asker, view.id, draft, page) : tellNote(asker, { kind: 'draft gone' }));
      return runRequest('note:page', turn, asker);
    }
    const asker = askerOfClick(args, click, takeInHand(bot.store));
    await keepFor(asker, { asked: { kind: 'again' }, via: 'control' });
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      if (known === undefined) throw new Error('there is no such action on notes');
      return applyAction(bot, asker, known, click, action.value ?? '');
    };
    await runRequest(known === undefined ? 'note' : `note:${known}`, work, asker);
  });

/** Who may add and confirm notes, as an admin sets it on the Home tab. */
const listenToRights = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.action<BlockAction<StaticSelectAction>>({ action_id: /^note-rights:/, type: 'block_actions' }, async (args) => {
    const { ack, body, action, context } = args;
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel: user, user });
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      const set = noteRightIn(action.action_id, action.selected_option?.value ?? '');
      if (set === undefined) throw new Error('there is no such right');
      const member = await loadMember(asker);
      if (!member?.isAdmin) {
        await publishHome(bot, asker, { settings: 'Not changed: you may not change them.' });
        return 'refused';
      }
      await bot.store.changeSettings(asker.team, (was) => ({
        ...was,
        noteRights: { add: 'members', confirm: 'members', ...was.noteRights, [set.right]: set.to },
      }));
      await publishHome(bot, asker);
      return 'changed';
    };
    await runRequest('note-rights', work, asker);
  });

/** A message as its shortcut hands it over. */
const ShortcutSchema = z.looseObject({
  trigger_id: z.string().default(''),
  user: z.looseObject({ id: z.string() }),
  channel: z.looseObject({ id: z.string() }),
  message: z.looseObject({ text: z.string().default(''), files: z.array(SharedFileSchema).catch([]).optional() }),
  response_url: z.string().optional(),
});

export const NOTE_SHORTCUT = 'note:add';

/** As people read it: without entities, and links by what they are called. */
const plainOf = (text: string): string =>
  unescaped(
    text
      .replace(/<(?:https?:[^|>]+)\|([^>]+)>/g, '$1')
      .replace(/<(https?:[^>]+)>/g, '$1')
      .replace(/<[@#!][^>]*>/g, ''),
  );

/** Adds a message, and what hangs on it, as a note. */
const listenToShortcut = (app: App, bot: BotContext, runRequest: RunRequest): void =>
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
export const listenToNotes = (app: App, bot: BotContext, runRequest: RunRequest): void => {
  listenToPaste(app, bot, runRequest);
  listenToDetails(app, bot, runRequest);
  listenToReview(app, bot, runRequest);
  listenToChoices(app, bot, runRequest);
  listenToClaimForm(app, bot, runRequest);
  listenToNoteButtons(app, bot, runRequest);
  listenToShortcut(app, bot, runRequest);
  listenToRights(app, bot, runRequest);
};
