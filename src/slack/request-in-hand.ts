import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Fence, KeptRequest, Recipient, TurnClaim } from '../store/index.ts';
import type { Taken } from './backlog.ts';
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
