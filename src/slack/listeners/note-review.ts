import type { BlockAction, StaticSelectAction } from '@slack/bolt';
import { z } from 'zod';
import {
  claimNumberOf,
  DROP_VOICE,
  NOTE_CLAIM,
  NOTE_REVIEW,
  type NoteAction,
  parseClaimForm,
  type ReviewPlace,
  renderClaimForm,
} from '../../note-review/index.ts';
import { type Choice, type NoteDraft, ofSameVoice, withClaim } from '../../team-notes/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { parseForm, parseSender } from '../interaction-payload.ts';
import { createAsker } from '../members.ts';
import { confirmAndTell, ifMay, tellNote } from '../notes/hand-in.ts';
import { changeDraft, countReady, followDraft, reviewView } from '../notes/note-drafts.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { slackView } from '../slack-client.ts';
import { type ActionClick, type Listening, listenToForm } from './controls.ts';

/** The review of a draft: each choice is stored at once, a claim can be edited, and its button confirms them. */

const Review = {
  draft: z.string(),
  page: z.int().nonnegative(),
  out: z.boolean().optional(),
  channel: z.string().optional(),
};
const ReviewSchema = z.looseObject(Review);
const ClaimSchema = z.strictObject({ ...Review, claim: z.int(), view: z.string() });

/** What a form about notes comes to for a process that finds it left open. */
export const NOTE_CHANGE = { kind: 'change', of: 'note' } as const;

const listenToConfirming = (listening: Listening): void =>
  listenToForm(
    listening,
    NOTE_REVIEW,
    NOTE_CHANGE,
    ReviewSchema,
    async ({ carried: { draft: id, ...place } }, asker) => {
      const { bot } = listening;
      const draft = await bot.listStore.draft(asker.team, id, bot.now());
      // its button says Close
      if (draft && (await countReady(bot, asker, draft, place)) === 0) return { kind: 'closed' };
      return { kind: 'taken', work: () => ifMay(bot, asker, 'confirm', () => confirmAndTell(bot, asker, id, place)) };
    },
  );

/** Draws a review again, after a choice, an edit, or for another page. @param stamp tells a select from the one it was */
const redraw = async (
  bot: BotContext,
  asker: Asker,
  viewId: string,
  draft: NoteDraft,
  at: ReviewPlace,
  stamp?: string,
): Promise<RequestOutcome> => {
  const view = slackView(await reviewView(bot, asker, draft, at, stamp));
  await asker.client.views.update({ view_id: viewId, view });
  await followDraft(bot, asker, draft);
  return 'changed';
};

const withVoiceDropped = (draft: NoteDraft, number: number): NoteDraft =>
  ofSameVoice(draft, number).reduce((was, one) => withClaim(was, one.number, { choice: 'drop' }), draft);

const CHOICES: ReadonlySet<string> = new Set(['bullish', 'bearish', 'mixed', 'neutral', 'keep', 'drop']);

/** Stores each choice at once, so that nothing is lost by leaving. */
const listenToChoices = ({ app, bot, runRequest }: Listening): void =>
  app.action<BlockAction<StaticSelectAction>>({ action_id: /^note-choice:/, type: 'block_actions' }, async (args) => {
    const { ack, body, action, context } = args;
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel: user, user });
    const number = claimNumberOf(action.action_id);
    const { view } = body;
    const chosen = action.selected_option?.value ?? '';
    if (view === undefined || number === undefined) throw new Error('the choice is of no claim');
    const { draft: id, ...at } = parseForm(view, ReviewSchema).carried;
    const isVoice = chosen === DROP_VOICE;
    const draft =
      isVoice || CHOICES.has(chosen)
        ? await changeDraft(bot, asker, id, (was) =>
            isVoice ? withVoiceDropped(was, number) : withClaim(was, number, { choice: chosen as Choice }),
          )
        : await bot.listStore.draft(asker.team, id, bot.now());
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      if (draft === undefined) return tellNote(asker, { kind: 'draft gone' });
      const claim = draft.claims.find((one) => one.number === number);
      if (chosen !== 'edit' || claim === undefined)
        return redraw(bot, asker, view.id, draft, at, isVoice ? action.action_ts : undefined);
      const form = renderClaimForm(claim, { draft: id, ...at, claim: number, view: view.id });
      await asker.client.views.push({ trigger_id: body.trigger_id, view: slackView(form) });
      // the box says again what becomes of the claim
      return redraw(bot, asker, view.id, draft, at, action.action_ts);
    };
    await runRequest('note-choice', work, asker);
  });

const listenToClaimForm = (listening: Listening): void =>
  listenToForm(listening, NOTE_CLAIM, NOTE_CHANGE, ClaimSchema, async ({ id: viewId, carried, values }, asker) => {
    const { bot } = listening;
    const { draft: id, claim: number, view: reviewId } = carried;
    const before = await bot.listStore.draft(asker.team, id, bot.now());
    const claim = before?.claims.find((one) => one.number === number);
    if (before === undefined || claim === undefined) return { kind: 'closed' };
    const read = parseClaimForm(values, claim, before.header.date);
    if (read.kind === 'wrong') return read;
    const after = await changeDraft(bot, asker, id, (was) => withClaim(was, number, read.change));
    if (after === undefined) return { kind: 'closed' };
    return { kind: 'taken', work: () => redraw(bot, asker, reviewId, after, carried, viewId), keptAs: 'nothing' };
  });

/** Shows another part of the review that a button stands in, or what is left out. */
export const turnPage = async (
  bot: BotContext,
  asker: Asker,
  { action, view, viewId = '', value }: ActionClick<NoteAction>,
): Promise<RequestOutcome> => {
  const { carried } = parseForm(view, ReviewSchema);
  const draft = await bot.listStore.draft(asker.team, carried.draft, bot.now());
  const turned = action === 'page-out' ? { out: value === 'show' } : { page: Number.parseInt(value, 10) || 0 };
  return draft ? redraw(bot, asker, viewId, draft, { ...carried, ...turned }) : tellNote(asker, { kind: 'draft gone' });
};

/** Registers the review and what stands in it. */
export const listenToReview = (listening: Listening): void => {
  listenToConfirming(listening);
  listenToChoices(listening);
  listenToClaimForm(listening);
};
