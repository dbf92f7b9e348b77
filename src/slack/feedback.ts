import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { context, escaped } from '../message/index.ts';
import { FEEDBACK_ACTION, thumbIn } from '../surface/index.ts';
import { fromIn } from './admission.ts';
import { clickIn } from './buttons.ts';
import type { Desk } from './context.ts';
import type { Attempt } from './failure.ts';
import { type Caller, refuseToChange } from './guests.ts';
import { isColleague } from './members.ts';
import { postPrivately } from './posting.ts';

const VoteSchema = z.looseObject({ value: z.string() });

const THANKS = 'Thank you. Counted by kind of answer, without your name.';

/** Wires the two thumbs: one vote a person and answer, counted by the kind of the answer. */
export const listenToFeedback = (app: App, { memory }: Desk, attempt: Attempt): void =>
  app.action<BlockAction>({ action_id: FEEDBACK_ACTION, type: 'block_actions' }, async (args) => {
    const { ack, client, respond, body, action, context: of } = args;
    await ack();
    const { channel, user, messageTs, begunThreadTs: privateThreadTs } = clickIn(body);
    const from = fromIn(of);
    const { team } = from.installation;
    const asker: Caller = { client, respond, from, team, channel, user, privateThreadTs };
    const count = async () => {
      if (!(await isColleague(asker))) return refuseToChange(asker);
      const thumb = thumbIn(VoteSchema.parse(action).value);
      if (thumb === undefined || messageTs === undefined) throw new Error('the thumb stands on no answer');
      const outcome = await memory.vote({ team, channel, message: messageTs, user, ...thumb });
      if (outcome !== 'unchanged') {
        await postPrivately(asker, { text: escaped(THANKS), blocks: [context(escaped(THANKS))] });
      }
      return 'counted' as const;
    };
    await attempt(FEEDBACK_ACTION, count, asker);
  });
