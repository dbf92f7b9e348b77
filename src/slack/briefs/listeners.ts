import { setTimeout as wait } from 'node:timers/promises';
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { BRIEF_FORM, type BriefAction, briefActionOf, briefForm } from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import { fromIn } from '../admission.ts';
import { type Clicked, clickIn } from '../buttons.ts';
import type { Desk } from '../context.ts';
import type { Attempt, Outcome } from '../failure.ts';
import { type Caller, refuseToChange } from '../guests.ts';
import { isDirectMessage } from '../heard.ts';
import { publishHome, type Visitor } from '../home.ts';
import { memberOf } from '../members.ts';
import type { Asker } from '../posting.ts';
import { slackView } from '../slack-types.ts';
import { tell } from '../telling.ts';
import { carryOut, setUpBrief } from './carry-out.ts';
import { changeById } from './change.ts';
import { type Carried, newBriefIn } from './form.ts';
import { afterFailure, isSlackFailure } from './slack-failures.ts';

/** How long the form waits for Slack to tell a person's zone. */
const ZONE_MS = 1_500;

/** Opens the form *New brief*, for people of the workspace. */
export const openBriefForm = async (caller: Caller, triggerId: string, carried: Carried): Promise<Outcome> => {
  // a trigger opens a form for three seconds
  const person = await Promise.race([memberOf(caller), wait(ZONE_MS, 'unknown' as const, { ref: false })]);
  if (person === undefined) return refuseToChange(caller);
  const { zone = MARKET_ZONE } = person === 'unknown' ? {} : person;
  const { channel } = carried;
  const view = briefForm({
    zone,
    carried: JSON.stringify(carried),
    ...(!isDirectMessage(channel) && { channel }),
  });
  await caller.client.views.open({ trigger_id: triggerId, view: slackView(view) });
  return 'opened';
};

/** In the channel to that person alone; in the direct message with them where the bot may not speak in the channel. */
const tellAfterForm = async (asker: Asker, message: Parameters<typeof tell>[1]): Promise<Outcome> => {
  try {
    return await tell(asker, message);
  } catch (error) {
    if (!isSlackFailure(error) || afterFailure(error).kind !== 'refused') throw error;
    return tell({ ...asker, channel: asker.user }, message);
  }
};

const listenToForm = (app: App, desk: Desk, attempt: Attempt): void =>
  app.view(BRIEF_FORM, async ({ ack, client, view, body, context }) => {
    const { carried, read } = newBriefIn(view);
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    await ack();
    const { channel, isHome } = carried;
    const from = fromIn(context);
    const asker: Caller = { client, from, channel, team: from.installation.team, user: body.user.id };
    const setUp = async (): Promise<Outcome> => {
      const outcome = await tellAfterForm(asker, await setUpBrief(desk, asker, read.effect));
      if (isHome) await publishHome(desk, asker);
      return outcome;
    };
    await attempt(BRIEF_FORM, setUp, asker);
  });

/** Pauses, resumes or removes a brief from the Home tab, and draws it anew. */
const changeAtHome = async (
  desk: Desk,
  visitor: Visitor,
  action: Extract<BriefAction, 'pause' | 'resume' | 'remove'>,
  id: string,
): Promise<Outcome> => {
  const refused = await changeById(desk, visitor, id, { do: action });
  await publishHome(desk, visitor, refused === undefined ? {} : { briefs: refused });
  return refused === undefined ? 'changed' : 'refused';
};

const onAction = (
  desk: Desk,
  asker: Caller,
  action: BriefAction,
  clicked: Clicked,
  value: string,
): Promise<Outcome> => {
  switch (action) {
    case 'new':
      return openBriefForm(asker, clicked.triggerId, {
        channel: asker.channel,
        isHome: clicked.isHome,
      });
    case 'manage':
      return carryOut(desk, asker, { kind: 'brief', do: 'list' });
    default:
      return changeAtHome(desk, asker, action, value);
  }
};

/** Wires the buttons and the form of briefs. */
export const listenToBriefs = (app: App, desk: Desk, attempt: Attempt): void => {
  app.action<BlockAction<ButtonAction>>({ action_id: /^brief:/, type: 'block_actions' }, async (args) => {
    const { ack, client, respond, body, action, context } = args;
    await ack();
    const clicked = clickIn(body);
    const from = fromIn(context);
    const asker: Caller = {
      ...{ client, from, team: from.installation.team, channel: clicked.channel, user: clicked.user },
      ...(!clicked.isHome && { respond }),
      privateThreadTs: clicked.begunThreadTs,
    };
    const run = async (): Promise<Outcome> => {
      const known = briefActionOf(action.action_id);
      if (known === undefined) throw new Error('there is no such action on briefs');
      return onAction(desk, asker, known, clicked, action.value ?? '');
    };
    await attempt(action.action_id, run, asker);
  });
  listenToForm(app, desk, attempt);
};
