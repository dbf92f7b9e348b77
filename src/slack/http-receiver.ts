import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { HTTPReceiver } from '@slack/bolt';
import type { Connection } from '../config.ts';
import { isSignedBySlack, readBody } from '../signed-request.ts';
import { SIGNATURE } from './before-listeners.ts';
import { type Health, healthRoutes, pathOf } from './health.ts';
import { boltLogger, type Log, loggable } from './log.ts';
import { isInstalledIn } from './request-origin.ts';
import { FORM } from './slack-client.ts';
import type { Workspaces } from './workspaces.ts';

/** Where Slack sends its requests. */
export const EVENTS_PATH = '/slack/events';

/** Whether a workspace is one that the bot is installed in; waits until Slack has said who the bot is. */
type IsInstalledIn = (team: string, enterprise: string | undefined) => Promise<boolean>;

/** A path of the bot's port that is served beside Slack's events, and checks by itself who asks. */
export interface OwnRoute {
  /** `/mcp`. */
  readonly path: string;
  /** What a workspace has to allow for it. */
  readonly scope: string;
  /** Makes what answers its requests and never rejects. */
  readonly open: (isOurs: IsInstalledIn) => (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Answers a request, if it is one of its own. @returns false of any other, which is left as it is */
type TakesRequest = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Opens a route. */
export const takenBy = ({ path, open }: OwnRoute, workspaces: Workspaces): TakesRequest => {
  const answer = open(async (team, enterprise) => {
    const workspace = await workspaces.find([{ team, enterprise }]);
    return workspace !== undefined && isInstalledIn(team, enterprise, workspace.installation);
  });
  return (request, response) => {
    if ((request.url ?? '').split('?')[0] !== path) return false;
    void answer(request, response);
    return true;
  };
};

/** Slack sends nothing larger. */
const MOST_BYTES = 4 * 1_024 * 1_024;

/** A request whose body has been read, as Bolt takes it. */
type ReadRequest = IncomingMessage & { readonly rawBody: Buffer };

/** Where a form carries JSON, how that begins: `{`, plain or encoded, behind white space. */
const PAYLOAD = /(?:^|&)payload=(?:[\s+]|%(?:20|09|0A|0D))*(?<first>%7B|.)?/i;

/**
 * False of JSON that is no object, such as `null`: Slack sends none, and Bolt would leave it without an answer. What is
 * no JSON at all Bolt refuses by itself.
 */
const holdsObject = ({ headers, rawBody }: ReadRequest): boolean => {
  const body = rawBody.toString();
  if (headers['content-type'] !== FORM) return body.trimStart().startsWith('{');
  const payload = PAYLOAD.exec(body);
  return payload === null || ['{', '%7b'].includes(payload.groups?.['first']?.toLowerCase() ?? '');
};

/** Slack checks the certificate of an address, now and then, with a form that it need not sign. */
const isCertificateCheck = ({ headers, rawBody }: ReadRequest): boolean =>
  headers['content-type'] === FORM && parse(rawBody.toString())['ssl_check'] === '1';

/** What is served over HTTP beside Slack's events. */
export interface HttpParts {
  readonly takes?: TakesRequest | undefined;
  /** Pages. */
  readonly routes?: ReturnType<typeof healthRoutes> | undefined;
}

/**
 * Takes Slack's requests over HTTP, and checks who sent them before Bolt sees them: Bolt's own check takes a request that is
 * dated ahead, which could be kept until its time comes, and `v0=…=anything` for `v0=…`, which could be sent again under
 * another name; and it takes longer.
 */
export const httpReceiver = (
  { signingSecret }: Pick<Extract<Connection, { kind: 'http' | 'installed' }>, 'signingSecret'>,
  { health, log, takes, routes = [] }: HttpParts & { readonly health: Health; readonly log: Log },
): HTTPReceiver => {
  const receiver = new HTTPReceiver({
    signingSecret,
    // it is given what was checked before
    signatureVerification: false,
    endpoints: EVENTS_PATH,
    customRoutes: [...healthRoutes(health), ...routes],
    customPropertiesExtractor: ({ headers }) => ({ [SIGNATURE]: headers['x-slack-signature'] }),
    logger: boltLogger(log),
  });
  const handle = receiver.requestListener;
  const refuse = (response: ServerResponse, status: number, why: string): void => {
    log.warn(`refused a request ${why}`);
    response.writeHead(status).end();
  };
  const handleRead = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const rawBody = await readBody(request, MOST_BYTES);
    if (rawBody === undefined) return refuse(response, 413, 'of more than 4 MB');
    const read = Object.assign(request, { rawBody });
    if (!isSignedBySlack(request.headers, rawBody, signingSecret, Date.now() / 1_000)) {
      if (isCertificateCheck(read)) return void response.writeHead(200).end();
      return refuse(response, 401, 'that Slack did not sign, or not within five minutes of now');
    }
    if (!holdsObject(read)) return refuse(response, 400, 'whose body holds no object');
    handle(read, response);
  };
  receiver.requestListener = (request, response) => {
    if (takes?.(request, response)) return;
    if (request.method !== 'POST' || pathOf(request) !== EVENTS_PATH) return handle(request, response);
    // a request that breaks off gets no answer, and needs none
    handleRead(request, response).catch((error: unknown) => {
      log.warn(loggable(error), 'a request could not be read');
      response.destroy();
    });
  };
  return receiver;
};
