import { randomInt } from 'node:crypto';
import type { RespondFn } from '@slack/bolt';
import { context, escaped, type Message, section } from '../message/index.ts';
import { StoreAwayError } from '../store/index.ts';
import type { Asker, BotContext } from './asker.ts';
import { type SlackMeaning, slackMeaning } from './errors.ts';
import { type Log, loggable } from './log.ts';
import { postPrivately } from './post-message.ts';
import { TakenOverError } from './request-in-hand.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const REFERENCE_LENGTH = 4;
/** For how long it is tried to tell somebody that they get no answer. */
const TELLING_MS = 60_000;

const newReference = (): string =>
  Array.from({ length: REFERENCE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

const FAILED = 'That failed on our side.';
const NO_ACCESS = 'Slack refuses my access to this workspace. Tell whoever installed me.';

/** What Slack did not confirm may have been carried out: it is not called failed. */
const EXPLANATIONS: Readonly<Partial<Record<SlackMeaning, string>>> = {
  unknown: 'Slack did not confirm that. If nothing came of it, try again.',
  later: 'Slack takes nothing from me just now. Try again in a minute.',
  'token dead': NO_ACCESS,
  'no access': NO_ACCESS,
  'trigger used up': 'Slack gave the form no time to open. Try again.',
};

/** Whether it failed since the workspace has removed the bot meanwhile: there is nobody to tell, and nothing to mend. */
const isOver = async (error: unknown, asker: Asker | undefined): Promise<boolean> =>
  slackMeaning(error) === 'token dead' && asker !== undefined && !(await asker.origin.workspace.isInstalled());

const AWAY = 'My database cannot be reached just now. Try again in a minute.';

const explanationOf = (error: unknown): string =>
  error instanceof StoreAwayError ? AWAY : (EXPLANATIONS[slackMeaning(error) ?? 'refused'] ?? FAILED);

/**
 * The one catch at the Slack edge: logs what failed under a reference and gives the asker that reference. Never
 * throws.
 *
 * @param asker or their request's own address, where nothing else is known of them
 */
export const reportFailure = async (
  log: Log,
  what: string,
  error: unknown,
  asker?: Asker | RespondFn,
): Promise<void> => {
  const reference = newReference();
  log.error({ reference, what, ...loggable(error) }, 'could not answer');
  if (asker === undefined) return;
  try {
    const text = `${explanationOf(error)} Reference ${reference}.`;
    if (typeof asker === 'function') await asker({ response_type: 'ephemeral', replace_original: false, text });
    else await postPrivately(asker, { text, blocks: [section(text)] }, false, TELLING_MS);
  } catch (secondError) {
    log.error({ reference, what, ...loggable(secondError) }, 'could not say so either');
  }
};

/** What came of a request, for the log. */
export type RequestOutcome =
  | 'channel'
  | 'private'
  /** Private, since Slack did not confirm the post in the channel, or did not take it. */
  | 'not confirmed'
  | `not taken: ${string}`
  /** Said to others, or where the bot is to be silent. */
  | 'silent'
  | 'answered before'
  /** The asker pressed stop. */
  | 'stopped'
  /** Told to ask again, since more is asked than can be answered in time. */
  | 'busy'
  | 'opened'
  | 'published'
  | 'changed'
  | 'refused'
  | 'counted'
  | 'forgotten';

/** These come in their thousands, and are logged at debug level only. */
const QUIET: readonly RequestOutcome[] = ['silent', 'answered before', 'busy'];

/**
 * Runs requests that have been acknowledged, and knows which are under way.
 *
 * @param backlogOf counts those of a workspace; what nobody asks counts by itself
 */
export const createRequestRunner = (log: Log, { backlogOf, metrics }: Pick<BotContext, 'backlogOf' | 'metrics'>) => {
  const running = new Set<Promise<void>>();
  const follow = (work: Promise<void>): Promise<void> => {
    const done = work.finally(() => running.delete(done));
    running.add(done);
    return done;
  };

  const run = async (what: string, work: () => Promise<RequestOutcome>, asker?: Asker): Promise<void> => {
    const start = performance.now();
    const taken = backlogOf(asker?.team ?? '').take();
    asker?.request?.attend(taken);
    const ended = metrics?.taken(what);
    let isAnswered = false;
    let outcome: RequestOutcome | 'failed' | 'taken over' = 'failed';
    try {
      outcome = await work();
      isAnswered = !QUIET.includes(outcome);
      const entry = { what, outcome, ms: Math.round(performance.now() - start) };
      if (QUIET.includes(outcome)) log.debug(entry, 'passed over');
      // the asker has the answer; that it is not where it belongs is for whoever runs the bot
      else if (outcome.startsWith('not taken')) log.warn(entry, 'answered');
      else log.info(entry, 'answered');
    } catch (error) {
      if (error instanceof TakenOverError) {
        outcome = 'taken over';
        log.warn({ what }, 'another process has taken it up');
      } else if (await isOver(error, asker)) {
        outcome = 'forgotten';
        log.info({ what, outcome }, 'its workspace has removed the bot');
      } else await reportFailure(log, what, error, asker);
    } finally {
      taken.end(isAnswered);
      ended?.(outcome, isAnswered);
      // nobody waits for it but a stop, which closes the store
      if (asker?.request) void follow(asker.request.done());
    }
  };

  return {
    /** Never rejects: what fails is logged, and the asker gets a reference. */
    runRequest: (what: string, work: () => Promise<RequestOutcome>, asker?: Asker): Promise<void> =>
      follow(run(what, work, asker)),
    settled: async (): Promise<void> => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
};

/**
 * Runs one acknowledged request.
 *
 * @param what names it in the log
 * @param asker told of a failure, where there is somebody to tell
 */
export type RunRequest = ReturnType<typeof createRequestRunner>['runRequest'];

const BUSY = escaped('More is asked of me just now than I can answer in time. Ask again in a minute.');

/** Said instead of an answer that would come too late. */
export const BUSY_MESSAGE: Message = { text: BUSY, blocks: [context(BUSY)] };

/** Tells an asker privately, ahead of all answers, to ask again; whoever was told so within ten seconds knows. */
export const refuseBusy = async ({ backlogOf }: BotContext, asker: Asker): Promise<RequestOutcome> => {
  // the request's own address is posted to behind the answers
  const { respond: _, ...told } = asker;
  const person = JSON.stringify([asker.team, asker.channel, asker.user]);
  if (backlogOf(asker.team).isToBeTold(person))
    await postPrivately({ ...told, client: asker.origin.workspace.spareClient }, BUSY_MESSAGE, false, TELLING_MS);
  return 'busy';
};
