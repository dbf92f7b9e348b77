import { createHmac } from 'node:crypto';
import { type Clicked, clickPayload, commandPayload, eventPayload, type Typed } from './payloads.ts';
import type { SocketLink } from './socket-link.ts';

export const SIGNING_SECRET = 'fake-signing-secret-0123456789';

const FORM = 'application/x-www-form-urlencoded';

/** How the app acknowledged a request. */
export interface Acknowledged {
  /** Absent over a socket, where there is none. */
  readonly status?: number;
  /** Empty where nothing but the acknowledgement came back. */
  readonly body: string;
  readonly ackMs: number;
}

/** Sends requests of Slack's to the app. */
export interface Sender {
  readonly sendCommand: (typed: Typed) => Promise<Acknowledged>;
  readonly sendClick: (clicked: Clicked) => Promise<Acknowledged>;
  /** Anything that comes from a control: a click on the Home tab, a form. */
  readonly sendInteraction: (payload: object) => Promise<Acknowledged>;
  /**
   * @param retry which time it is sent again, 1 to 3
   * @param envelope what else the envelope holds, or in the place of what
   */
  readonly sendEvent: (event: object, retry?: number, envelope?: object) => Promise<Acknowledged>;
}

/** Posts a body as it is, with whatever headers. */
export const postRaw = async (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Required<Acknowledged>> => {
  const start = performance.now();
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': FORM, ...headers }, body });
  return { status: response.status, body: await response.text(), ackMs: performance.now() - start };
};

/** @param port where the app listens on this machine */
export const eventsUrl = (port: number): string => `http://127.0.0.1:${port}/slack/events`;

export const formOf = (payload: Readonly<Record<string, string>>): string => new URLSearchParams(payload).toString();

export const httpSender = (port: number): Sender => {
  const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    postRaw(eventsUrl(port), body, { ...signatureOf(body, SIGNING_SECRET, nowSeconds()), ...headers });
  return {
    sendCommand: (typed) => post(formOf(commandPayload(typed))),
    sendClick: (clicked) => post(formOf({ payload: JSON.stringify(clickPayload(clicked)) })),
    sendInteraction: (payload) => post(formOf({ payload: JSON.stringify(payload) })),
    sendEvent: (event, retry, envelope) =>
      post(JSON.stringify(eventPayload(event, envelope)), {
        'content-type': 'application/json',
        ...(retry !== undefined && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
      }),
  };
};

export const socketSender = ({ deliver }: SocketLink): Sender => {
  const acknowledged = async (delivered: ReturnType<SocketLink['deliver']>): Promise<Acknowledged> => {
    const { payload, ackMs } = await delivered;
    return { body: JSON.stringify(payload) === '{}' ? '' : JSON.stringify(payload), ackMs };
  };
  return {
    sendCommand: (typed) => acknowledged(deliver('slash_commands', commandPayload(typed))),
    sendClick: (clicked) => acknowledged(deliver('interactive', clickPayload(clicked))),
    sendInteraction: (payload) => acknowledged(deliver('interactive', payload)),
    sendEvent: (event, _, envelope) => acknowledged(deliver('events_api', eventPayload(event, envelope))),
  };
};

export const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

/**
 * The headers by which Slack proves that a request is its own.
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const signatureOf = (body: string, secret: string, atSeconds: number): Record<string, string> => ({
  'x-slack-request-timestamp': String(atSeconds),
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${atSeconds}:${body}`).digest('hex')}`,
});
