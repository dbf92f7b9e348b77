import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Asked, Fence, KeptRequest, Recipient, TurnClaim } from '../store/index.ts';
import { remarksOf } from '../surface/index.ts';
import type { Turn } from '../topics/turn.ts';
import type { Taken } from './backlog.ts';
import type { Affiliation } from './request-origin.ts';
import type { ResilientStore } from './resilient-store.ts';

/** Another process has taken the request up: this one sends nothing more. */
export class TakenOverError extends Error {
  override readonly name = 'TakenOverError';
}

/** A request from where it is read to where it is answered. */
export interface RequestInHand {
  /** Hangs on a public answer as metadata, which nobody sees and by which it can be found again. */
  readonly id: string;
  /** Said with an answer that comes late, or without the store. */
  readonly late?: string | undefined;
  /**
   * Keeps the request before it is acknowledged, so that a process that starts after this one was killed answers it.
   *
   * @returns false where it is in other hands: Slack has sent it twice
   */
  readonly keep: (request: Omit<KeptRequest, 'at'>) => Promise<boolean>;
  /** As it is in hand; undefined where it is not kept. */
  readonly held: () => TurnClaim['request'];
  /** To be awaited before anything is sent: what was sent may have arrived. @throws {TakenOverError} */
  readonly sending: (to: Recipient) => Promise<void>;
  /** Tells where it stands among all that was taken. */
  readonly attend: (taken: Taken) => void;
  /** To be awaited before its answer is made. */
  readonly begin: () => Promise<void>;
  /** Lets others have its turn while it waits as long as Slack asks for. */
  readonly hold: <T>(wait: Promise<T>) => Promise<T>;
  /** It is not done before that has settled. */
  readonly until: (work: Promise<unknown>) => void;
  /** Its asker has an answer, or knows that there is none. @returns settles once no more is to be done for it */
  readonly done: () => Promise<void>;
}

/** What is done once all else is. */
const createSequel = () => {
  const before: Promise<unknown>[] = [];
  return {
    until: (work: Promise<unknown>): void => void before.push(work),
    afterAll: async (work: () => void): Promise<void> => {
      if (before.length > 0) await Promise.allSettled(before);
      work();
    },
  };
};

/** Its place among all that was taken, once it has one. */
const createPlace = (): Pick<RequestInHand, 'attend' | 'begin' | 'hold'> => {
  let taken: Taken | undefined;
  return {
    attend: (given) => {
      taken = given;
    },
    begin: async () => taken?.begin(),
    hold: (wait) => taken?.hold(wait) ?? wait,
  };
};

const ID_BYTES = 12;

/** @param first of the request, where it is in hand already */
const inHand = (
  { keepRequest, markSending, dropRequest, awayHint }: ResilientStore,
  id: string,
  first: Fence | undefined,
): RequestInHand => {
  let fence = first;
  const { until, afterAll } = createSequel();
  return {
    id,
    get late() {
      return awayHint();
    },
    ...createPlace(),
    keep: async (request) => {
      const kept = await keepRequest(id, request);
      if (kept.kind === 'kept') fence = kept.fence;
      return kept.kind === 'kept';
    },
    held: () => (fence === undefined ? undefined : { id, fence }),
    sending: async (to) => {
      if (fence !== undefined && !(await markSending(id, to, fence))) throw new TakenOverError();
    },
    until,
    done: async () => {
      const held = fence;
      fence = undefined;
      if (held !== undefined) await afterAll(() => dropRequest(id, held));
    },
  };
};

/** @param id what Slack repeats where it sends the same request again; nothing unless said */
export const takeInHand = (store: ResilientStore, id = randomBytes(ID_BYTES).toString('base64url')): RequestInHand =>
  inHand(store, id, undefined);

/** A request that another process kept, or an earlier one. */
export const resumeInHand = (store: ResilientStore, id: string, fence: Fence): RequestInHand =>
  inHand(store, id, fence);

const EVENT = 'rotation_desk_answer';

/** The metadata of a public answer. */
export const answerMetadata = ({ id }: RequestInHand) => ({ event_type: EVENT, event_payload: { request: id } });

const MetadataSchema = z.looseObject({
  event_type: z.literal(EVENT),
  event_payload: z.looseObject({ request: z.string() }),
});

/** Whether a message answers a request. */
export const isReplyOfOurs = (metadata: unknown): boolean => MetadataSchema.safeParse(metadata).success;

/** Whether a message is the answer to that request. */
export const isAnswerTo = (metadata: unknown, id: string): boolean =>
  MetadataSchema.safeParse(metadata).data?.event_payload.request === id;

type AskedQuestion = Extract<Asked, { kind: 'question' }>;

/** What is said of somebody's words, but for the words themselves. */
const remarksIn = (turn: Extract<Turn, { kind: 'question' }>): Pick<AskedQuestion, 'remarks'> => {
  const { how, notUsed, others } = remarksOf(turn) ?? {};
  if (how === undefined && notUsed === undefined && others === undefined) return {};
  return {
    remarks: { ...(how && { how }), ...(notUsed && { notUsed: notUsed.kind }), ...(others && { others: [...others] }) },
  };
};

/** The question as it is answered late: where words were not used, they are not known any more. */
export const keptQuestion = ({ question, private: isPrivate, remarks = {} }: AskedQuestion) => {
  const { how, notUsed, others } = remarks;
  return {
    ...{ kind: 'question' as const, question, private: isPrivate },
    ...(how && { how }),
    ...(notUsed !== undefined && { notUsed: { words: '', kind: notUsed } }),
    ...(others && { others }),
  };
};

/** What a turn comes to, as it may be stored: without words. */
export const askedBy = (turn: Turn): Asked => {
  switch (turn.kind) {
    case 'question':
      return { kind: 'question', question: turn.question, private: turn.private, ...remarksIn(turn) };
    case 'silence':
      return { kind: 'silence' };
    case 'unclear':
      return { kind: 'again' };
    case 'company':
    case 'note':
      return { kind: 'again' };
    case 'brief':
      if (turn.do === 'now' || turn.do === 'preview' || turn.do === 'list') return { kind: 'brief', do: turn.do };
      return { kind: turn.do === 'form' || turn.do === 'edit' || turn.do === 'history' ? 'again' : 'change' };
  }
};

/** Who asked, as it is kept with what they asked. */
interface Requester extends Pick<KeptRequest, 'team' | 'channel' | 'user' | 'privateThreadTs'> {
  readonly origin: { readonly affiliation: Affiliation };
  readonly request?: RequestInHand | undefined;
}

/**
 * Keeps what an asker asked, before it is acknowledged.
 *
 * @returns false where Slack has sent the request twice, and it is being answered
 */
export const keepFor = (
  { request, team, channel, user, privateThreadTs, origin: { affiliation } }: Requester,
  asked: Pick<KeptRequest, 'asked' | 'via'> & Partial<KeptRequest>,
): Promise<boolean> =>
  request?.keep({
    ...{ team, channel, user, affiliation },
    ...(privateThreadTs !== undefined && { privateThreadTs }),
    ...asked,
  }) ?? Promise.resolve(true);
