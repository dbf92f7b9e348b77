import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { context, escaped, FEEDBACK_ACTION, thumbIn } from '../blocks/index.ts';
import type { Attempt } from './attempts.ts';
import { clickIn } from './clicked.ts';
import type { Desk } from './desk.ts';
import { type Asker, postPrivately } from './posting.ts';

const VoteSchema = z.looseObject({ value: z.string() });

const THANKS = 'Thank you. Counted by kind of answer, without your name.';

/** Wires the two thumbs: one vote a person and answer, counted by the kind of the answer. */
export const listenToFeedback = (app: App, { memory }: Desk, attempt: Attempt): void =>
  app.action<BlockAction>({ action_id: FEEDBACK_ACTION, type: 'block_actions' }, async (args) => {
    const { ack, client, respond, body, action, context: from } = args;
    await ack();
    const { channel, user, messageTs, begunThreadTs: privateThreadTs } = clickIn(body);
    const asker: Asker = { client, respond, team: from.teamId ?? '', channel, user, privateThreadTs };
    const count = async () => {
      const thumb = thumbIn(VoteSchema.parse(action).value);
      if (thumb === undefined || messageTs === undefined) throw new Error('the thumb stands on no answer');
      const outcome = await memory.vote({ team: asker.team, channel, message: messageTs, user, ...thumb });
      if (outcome !== 'unchanged') {
        await postPrivately(asker, { text: escaped(THANKS), blocks: [context(escaped(THANKS))] });
      }
      return 'counted' as const;
    };
    await attempt(FEEDBACK_ACTION, count, asker);
  });
