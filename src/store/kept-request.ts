import { z } from 'zod';
import { QuestionSchema } from '../topics/questions.ts';
import { isoInstant } from '../units.ts';
import type { Fence } from './coordination.ts';

/** An instant as stored. */
export const InstantSchema = z.iso.datetime().transform(isoInstant);

/** The kind of an answer: a plain name that cannot hold a sentence. */
export const KindSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** What is said of the words that were read, without any of them. */
const RemarksSchema = z.strictObject({
  how: z.enum(['ranked', 'way assumed']).optional(),
  /** Of what kind the words are that the answer takes no account of. */
  notUsed: z.string().optional(),
  /** Other senses, by names that the bot gives them. */
  others: z.array(z.strictObject({ name: z.string(), question: QuestionSchema })).optional(),
});

/** What somebody asked, as it was read: a value, never their words. */
const AskedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('question'),
    question: QuestionSchema,
    private: z.boolean(),
    remarks: RemarksSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('share'), question: QuestionSchema }),
  z.strictObject({ kind: z.literal('silence') }),
  /** The brief as it is now, or what is set up. */
  z.strictObject({ kind: z.literal('brief'), do: z.enum(['now', 'preview', 'list']) }),
  z.strictObject({ kind: z.literal('vote'), message: z.string(), on: KindSchema, thumb: z.enum(['up', 'down']) }),
  /** All channels that a list of the settings holds from now on. */
  z.strictObject({
    kind: z.literal('setting'),
    list: z.enum(['private', 'silent', 'shared']),
    channels: z.array(z.string()),
  }),
  /** Something that is not done a second time, since it may have been done: of a brief unless said. */
  z.strictObject({ kind: z.literal('change'), of: z.enum(['company', 'note']).optional() }),
  /** Not understood, or of no use later: it has to be said again. */
  z.strictObject({ kind: z.literal('again') }),
]);

/** A request that Slack was told is taken: what is needed to answer it. */
export const KeptRequestSchema = z.strictObject({
  at: InstantSchema,
  team: z.string(),
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  user: z.string(),
  asked: AskedSchema,
  via: z.enum(['command', 'message', 'control']),
  /** How the person belongs to the workspace, as the request itself said. */
  affiliation: z.enum(['own', 'organisation', 'unclear', 'another workspace']),
  /** The thread that a reply belongs in. */
  threadTs: z.string().optional(),
  /** The thread that a private reply belongs in, where Slack shows one. */
  privateThreadTs: z.string().optional(),
  /** What the thread's turn is claimed by, where there is a thread. */
  claim: z.string().optional(),
  /** Nobody asked the bot by name: it may decide to stay silent. */
  isOverheard: z.literal(true).optional(),
  /** The message that was clicked is seen by the clicker only. */
  isPrivate: z.literal(true).optional(),
  /** The address that Slack hands out for private replies; half an hour. */
  responseUrl: z.string().optional(),
});

export type KeptRequest = Readonly<z.infer<typeof KeptRequestSchema>>;
export type Asked = KeptRequest['asked'];

/** To whom an answer was about to be sent: what was may have arrived. */
export const RecipientSchema = z.enum(['channel', 'asker']);
export type Recipient = z.infer<typeof RecipientSchema>;

/** A kept request that has not been dropped. */
export interface OpenRequest {
  readonly id: string;
  readonly request: KeptRequest;
  /** Absent where nothing was sent. */
  readonly sending?: Recipient;
}

/** What a journal keeps of requests, whoever has them in hand. */
export interface JournalledRequests {
  /** Keeps a request until it is dropped. `kept before`: one with this id is open. */
  keepRequest(id: string, request: KeptRequest): Promise<'kept' | 'kept before'>;
  markSending(id: string, to: Recipient): Promise<void>;
  dropRequest(id: string): Promise<void>;
  /** In the order in which they were kept. */
  openRequests(): Promise<readonly OpenRequest[]>;
  /**
   * Remembers that something of this name was taken: for ten minutes at least, of the newest fifty thousand.
   *
   * @returns false where it was taken before
   */
  rememberTaken(name: string, now: KeptRequest['at']): Promise<boolean>;
  wasTaken(name: string): Promise<boolean>;
}

/** A request that is in one process's hands. */
export interface RequestInHands extends OpenRequest {
  readonly fence: Fence;
}

/**
 * The requests that were taken from Slack and are not answered yet, and which were taken in the last minutes, so that none is
 * lost with the process or carried out twice. A promise settles once what was asked for is with the operating system, which
 * outlives a killed process and not a power cut, or in the database: requests are acknowledged after it. Each is leased to the
 * process that kept it, and to whoever takes it up once that process has not renewed its leases in time.
 */
export interface RequestStore extends Pick<JournalledRequests, 'openRequests' | 'rememberTaken' | 'wasTaken'> {
  /** Keeps a request until it is dropped. `kept before`: one with this id is open. @param owner names the process */
  keepRequest(
    id: string,
    request: KeptRequest,
    owner: string,
  ): Promise<{ readonly kind: 'kept'; readonly fence: Fence } | { readonly kind: 'kept before' }>;
  /** Takes up every open request that nobody has in hand, in the order in which they were kept. */
  takeRequests(owner: string, now: KeptRequest['at']): Promise<readonly RequestInHands[]>;
  /** Records that an answer is about to be sent. False where another has taken it up: nothing may be sent. */
  markSending(id: string, to: Recipient, fence: Fence): Promise<boolean>;
  /** Its asker has an answer. Does nothing where another has taken it up. */
  dropRequest(id: string, fence: Fence): Promise<void>;
}
