/** What a Web API method, or `response_url`, does instead of its usual work. */
export type Behaviour =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly delayMs: number }
  | 'never answer'
  /** Carried out, and the connection is gone before the answer is. */
  | 'lose the answer'
  /** Carried out; the answer begins, and then nothing more comes. */
  | 'stall the answer'
  /** Carried out; the answer begins, and the connection is gone in the middle of it. */
  | 'cut the answer'
  /** Carried out, and answered 200 with such a body, of this type. */
  | { readonly body: string; readonly type: string }
  | 'hang up';

/** Holds what Slack is told to do next; without it Slack does its usual work. */
export interface Script {
  /** The next call does this, the one after it is usual again; given several times, they queue up. */
  readonly once: (method: string, behaviour: Behaviour) => void;
  readonly always: (method: string, behaviour: Behaviour) => void;
  readonly next: (method: string) => Behaviour | undefined;
}

export const createScript = (): Script => {
  const queued = new Map<string, Behaviour[]>();
  const standing = new Map<string, Behaviour>();
  return {
    once: (method, behaviour) => void queued.set(method, [...(queued.get(method) ?? []), behaviour]),
    always: (method, behaviour) => void standing.set(method, behaviour),
    next: (method) => queued.get(method)?.shift() ?? standing.get(method),
  };
};
