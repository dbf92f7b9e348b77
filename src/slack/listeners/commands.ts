import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Command } from '../../../commands/command.ts';
import { type Facts, type OwnFacts, withOwn } from '../../facts/index.ts';
import { knownIn } from '../../reading/index.ts';
import type { AskedTurn } from '../../topics/turn.ts';
import type { Asker, BotContext } from '../asker.ts';
import { applyBriefEffect, briefToEdit } from '../briefs/apply-brief-effect.ts';
import { applyCompanyEffect } from '../companies/apply-company-effect.ts';
import { UserIdSchema } from '../interaction-payload.ts';
import { createAsker, ifMayAsk } from '../members.ts';
import { applyNoteEffect } from '../notes/apply-note-effect.ts';
import { answerFor, ownFacts } from '../own-facts.ts';
import { answerPrivately, isForChannel, postAnswer } from '../post-answer.ts';
import { replyToAsker } from '../post-message.ts';
import { askedBy, keepFor, takeInHand } from '../request-in-hand.ts';
import { BUSY_MESSAGE, type RequestOutcome, type RunRequest } from '../request-runner.ts';
import { openBriefForm } from './briefs.ts';

/**
 * Answers words typed behind a command: to the channel, or to the asker alone where they asked for that, where the
 * words were not understood, or where the channel is not ours to post in.
 */
export const answerCommand = async (bot: BotContext, asker: Asker, turn: AskedTurn): Promise<RequestOutcome> => {
  await asker.request?.begin();
  const rendered = await answerFor(bot, asker, turn);
  const isPrivate = turn.kind !== 'question' || turn.private || !isForChannel(rendered.answer);
  return isPrivate ? answerPrivately(bot, asker, rendered) : postAnswer(bot, asker, rendered);
};

/** What Slack sends of a command. */
const CommandSchema = z.looseObject({
  channel_id: z.string().min(1),
  user_id: UserIdSchema,
  text: z.string().default(''),
  trigger_id: z.string().default(''),
  response_url: z.string().optional(),
});

const MOST_READ = 200;
const LONGEST_REMEMBERED = 100;

/**
 * Reads what is typed behind commands. While the same facts stand, which is a minute, words that were read are not read
 * again: when the Fed has spoken, everybody asks the same. Held in memory only.
 */
const createCommandReader = () => {
  const read = new Map<string, ReturnType<Command['read']>>();
  let readFor: Facts | undefined;
  return (command: Command, text: string, facts: Facts, own: OwnFacts | undefined): ReturnType<Command['read']> => {
    if (readFor !== facts || read.size >= MOST_READ) read.clear();
    readFor = facts;
    const key = `${own?.version ?? ''} ${command.name} ${text}`;
    const known = withOwn(facts, own);
    const turn = read.get(key) ?? command.read(text, known.notes, knownIn(known));
    if (text.length <= LONGEST_REMEMBERED) read.set(key, turn);
    return turn;
  };
};

/**
 * Registers the slash commands: before all listeners, of which there are forty, and each would be asked whether a command is
 * its own.
 */
export const listenToCommands = (
  app: App,
  bot: BotContext,
  runRequest: RunRequest,
  commands: readonly Command[],
): void => {
  const read = createCommandReader();
  const byName = new Map<string, Command>(commands.map((command) => [command.name, command]));
  app.use(async (args) => {
    const command = 'command' in args ? byName.get(args.command.command) : undefined;
    if (!('command' in args) || command === undefined) return args.next();
    const { ack, payload } = args;
    const { channel_id: channel, user_id: user, text, ...sent } = CommandSchema.parse(payload);
    const { trigger_id: triggerId, response_url: responseUrl } = sent;
    const asker = createAsker(args, { channel, user, request: takeInHand(bot.store) });
    // the acknowledgement itself says so, which costs no call
    if (bot.backlogOf(asker.team).isFull()) {
      bot.metrics?.taken(command.name)('busy', false);
      return ack({ response_type: 'ephemeral', text: BUSY_MESSAGE.text });
    }
    const turn = read(command, text, bot.facts().facts, await ownFacts(bot, asker));
    await keepFor(asker, { asked: askedBy(turn), via: 'command', ...(responseUrl && { responseUrl }) });
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      if (turn.kind === 'company') return applyCompanyEffect(bot, asker, turn, triggerId);
      if (turn.kind === 'note') return applyNoteEffect(bot, asker, turn, triggerId);
      if (turn.kind !== 'brief') return ifMayAsk(bot, asker, () => answerCommand(bot, asker, turn));
      if (turn.do === 'edit') {
        const chosen = await briefToEdit(bot, asker, turn);
        if (typeof chosen !== 'string') return replyToAsker(asker, chosen);
        return openBriefForm(bot, asker, triggerId, { channel, isHome: false, edited: chosen });
      }
      if (turn.do !== 'form') return applyBriefEffect(bot, asker, turn);
      return openBriefForm(bot, asker, triggerId, { channel, isHome: false });
    };
    await runRequest(command.name, work, asker);
  });
};
