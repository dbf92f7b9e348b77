import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Block, Message } from '../../src/message/block-kit.ts';
import { type ApiArguments, apiError, parseArguments } from '../../src/playground/web-api/call.ts';
import { type Allowing, createOAuth, type OAuth } from './oauth.ts';
import { createSocketLink, type SocketLink } from './socket-link.ts';
import { createViews, type Views } from './views.ts';
import { answerCall, createScript, problemsOf, SCOPES, type Script } from './web-api.ts';

const RESPONSE_URL = 'response_url';
const MOST_RESPONSES = 5;
const CUT_AFTER_MS = 50;

/** A request that reached Slack, whatever became of it. */
export interface Call {
  /** A Web API method, or `response_url`. */
  readonly method: string;
  readonly arguments: ApiArguments;
  readonly atMs: number;
  /** Whose token it came with, where the app was installed by a link. */
  readonly team?: string | undefined;
}

/** A message that Slack accepted and shows. */
export interface Shown extends Message {
  readonly via: string;
  readonly ts: string;
  readonly channel?: string;
  readonly user?: string;
  readonly threadTs?: string;
  /** It took the place of the private message that was clicked. */
  readonly replaces: boolean;
  /** Whose token it came with, where the app was installed by a link. */
  readonly team?: string;
  /** What the app hung on it, and nobody sees. */
  readonly metadata?: unknown;
}

export interface FakeSlack {
  readonly apiUrl: string;
  readonly port: number;
  readonly script: Script;
  readonly link: SocketLink;
  /** Every call, in order. */
  readonly calls: readonly Call[];
  /** What the channel sees, in order. */
  readonly posted: readonly Shown[];
  /** What one person sees alone, in order. */
  readonly privateReplies: readonly Shown[];
  /** What took the place of a message the channel sees, in order. */
  readonly updated: readonly Shown[];
  /** What was uploaded, with how it is wrapped. */
  readonly uploads: readonly string[];
  /** Rules of Slack's that were broken; a test that leaves any has failed. */
  readonly problems: readonly string[];
  /** Open forms, and Home tabs as published. */
  readonly views: Pick<Views, 'forms' | 'homes' | 'replace'>;
  /** Keeps a file that a person has sent. @returns what an event says of it */
  readonly keepFile: (name: string, type: string, bytes: Uint8Array) => object;
  /** The bot is in a channel from now on. */
  readonly invite: (channel: string) => void;
  readonly oauth: OAuth;
  /** Where people are led back to when they have allowed the app. */
  readonly leadBackTo: (url: string) => void;
  /** The scopes that Slack names in its answers from now on. */
  readonly grant: (scopes: readonly string[]) => void;
  readonly callsTo: (method: string) => readonly Call[];
  /** The most connections that were open at once. */
  readonly mostConnections: () => number;
  /** @param uses how often it takes a post, five as at Slack */
  readonly newResponseUrl: (uses?: number) => string;
  readonly close: () => Promise<void>;
}

const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  const isText = typeof body === 'string';
  response
    .writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers })
    .end(isText ? body : JSON.stringify(body));
};

type Send = typeof send;

/** Sends the beginning of an answer. */
const begin = (response: ServerResponse, status: number, body: unknown): void => {
  const json = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': json.length });
  response.write(json.slice(0, json.length / 2));
};

/** Ways in which what was carried out is answered so that nobody can tell. */
const STALLED: Send = begin;
const CUT: Send = (response, status, body) => {
  begin(response, status, body);
  // once what was written is out
  setTimeout(() => response.destroy(), CUT_AFTER_MS);
};

const shown = (via: string, args: ApiArguments, ts: string): Shown => {
  const { text, blocks, channel, user, thread_ts: threadTs, replace_original: replace, metadata, team } = args;
  const optional = { channel, user, threadTs, metadata, ...(team !== undefined && { team }) } as Partial<
    Pick<Shown, 'channel' | 'user' | 'threadTs' | 'metadata' | 'team'>
  >;
  return {
    via,
    ts,
    text: String(text),
    blocks: (blocks ?? []) as readonly Block[],
    replaces: replace === true,
    ...optional,
  };
};

/** Slack on this machine: its Web API, its response addresses and its end of Socket Mode. */
export const startFakeSlack = async (): Promise<FakeSlack> => {
  const calls: Call[] = [];
  const posted: Shown[] = [];
  const privateReplies: Shown[] = [];
  const updated: Shown[] = [];
  const uploads: string[] = [];
  const problems: string[] = [];
  const responsesLeft = new Map<string, number>();
  const script = createScript();
  const link = createSocketLink();
  const oauth = createOAuth();
  let redirectTo = '';
  const views = createViews((problem) => problems.push(problem));
  let scopes: readonly string[] = SCOPES;
  const invited = new Set<string>();

  const show = (via: string, args: ApiArguments): string => {
    if (via === 'chat.update') {
      updated.push(shown(via, args, String(args['ts'])));
      return String(args['ts']);
    }
    const ts = `1795185000.${String(posted.length + privateReplies.length + 1).padStart(6, '0')}`;
    const isPublic = via === 'chat.postMessage' || args['response_type'] === 'in_channel';
    if (via.startsWith('chat.') || args['text'] !== undefined)
      (isPublic ? posted : privateReplies).push(shown(via, args, ts));
    return ts;
  };

  const note = (method: string, args: ApiArguments, team?: string): readonly string[] => {
    calls.push({ method, arguments: args, atMs: performance.now(), ...(team !== undefined && { team }) });
    const broken = method.startsWith('chat.') || method === RESPONSE_URL ? problemsOf(args) : [];
    problems.push(...broken.map((problem) => `${method}: ${problem}`));
    return broken;
  };

  /** Does what the script says. @returns how to answer what is to be carried out; undefined where that was all */
  const followScript = async (method: string, response: ServerResponse): Promise<Send | undefined> => {
    const behaviour = script.next(method);
    if (behaviour === undefined) return send;
    if (behaviour === 'never answer') return undefined;
    if (behaviour === 'lose the answer') {
      // whatever is written from here on reaches nobody
      response.destroy();
      return send;
    }
    if (behaviour === 'stall the answer') return STALLED;
    if (behaviour === 'cut the answer') return CUT;
    if (behaviour === 'hang up') {
      response.destroy();
      return undefined;
    }
    if ('body' in behaviour) {
      const { body, type } = behaviour;
      return (spoilt, status) => spoilt.writeHead(status, { 'content-type': type }).end(body);
    }
    if ('delayMs' in behaviour) {
      await wait(behaviour.delayMs);
      return send;
    }
    if ('error' in behaviour) send(response, 200, apiError(behaviour.error));
    else {
      const { status, retryAfterSeconds: after } = behaviour;
      send(response, status, `answered ${status}`, after === undefined ? {} : { 'retry-after': String(after) });
    }
    return undefined;
  };

  const onApi = async (method: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const args = parseArguments(await textOf(request), request.headers['content-type']);
    const { authorization = '' } = request.headers;
    const holder = oauth.holderOf(authorization.replace('Bearer ', ''));
    const team = holder && 'team' in holder ? String(holder.team) : undefined;
    const broken = note(method, args, team);
    const answerWith = await followScript(method, response);
    if (answerWith === undefined) return;
    const answer = answerCall(method, args, {
      authorization,
      scopes,
      invited,
      standing: posted,
      linkUrl: `ws://127.0.0.1:${port}/link`,
      uploadUrl: `http://127.0.0.1:${port}/upload/F0CLOSES`,
      views,
      oauth,
    });
    const headers = { 'x-oauth-scopes': scopes.join(',') };
    if (answer.ok && broken.length > 0) answerWith(response, 200, apiError('invalid_blocks'), headers);
    else if (!answer.ok || !method.startsWith('chat.')) answerWith(response, 200, answer, headers);
    else
      answerWith(
        response,
        200,
        { ...answer, ts: show(method, { ...args, channel: answer['channel'], ...(team !== undefined && { team }) }) },
        headers,
      );
    if (!answer.ok && answer.error === 'unknown_method') problems.push(`${method} is not one of the methods expected`);
  };

  const onResponse = async (id: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const args = parseArguments(await textOf(request), request.headers['content-type']);
    const broken = note(RESPONSE_URL, args);
    const answerWith = await followScript(RESPONSE_URL, response);
    if (answerWith === undefined) return;
    const left = responsesLeft.get(id) ?? 0;
    if (left === 0) return send(response, 404, 'used_url');
    responsesLeft.set(id, left - 1);
    if (broken.length > 0) return send(response, 400, 'invalid_blocks');
    show(RESPONSE_URL, args);
    answerWith(response, 200, 'ok');
  };

  const onUpload = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    uploads.push(await textOf(request));
    send(response, 200, 'OK');
  };

  const files = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>();

  /** A file that somebody has sent; without the scope, the page to sign in at. */
  const onFile = (name: string, { headers }: IncomingMessage, response: ServerResponse): void => {
    const isAllowed = headers.authorization?.startsWith('Bearer xox') && scopes.includes('files:read');
    const file = isAllowed ? files.get(name) : { type: 'text/html', bytes: Buffer.from('<h1>Sign in</h1>') };
    if (file === undefined) send(response, 404, 'not found');
    else response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  };

  /** The page on which a person allows the app; who they are, and of which workspace, stands in its address. */
  const onAllowing = (page: URL, response: ServerResponse): void => {
    const { team = '', user = '', org } = Object.fromEntries(page.searchParams);
    const allowing: Allowing = { team, user, isOrgWide: org === 'yes' };
    response.writeHead(302, { location: oauth.allow(page, allowing, redirectTo) }).end();
  };

  const server = createServer((request, response) => {
    const page = new URL(request.url ?? '', 'http://slack');
    const [, door, name = ''] = page.pathname.split('/');
    if (door === 'oauth') return onAllowing(page, response);
    if (door === 'api') void onApi(name, request, response);
    else if (door === 'response') void onResponse(name, request, response);
    else if (door === 'upload') void onUpload(request, response);
    else if (door === 'files') onFile(name, request, response);
    else send(response, 404, 'not found');
  });
  server.on('upgrade', link.accept);
  let connections = 0;
  let mostConnections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    mostConnections = Math.max(mostConnections, connections);
    socket.once('close', () => {
      connections -= 1;
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    port,
    script,
    link,
    calls,
    posted,
    privateReplies,
    updated,
    uploads,
    problems,
    views,
    oauth,
    leadBackTo: (url) => {
      redirectTo = url;
    },
    keepFile: (name, type, bytes) => {
      files.set(name, { type, bytes });
      const address = `http://127.0.0.1:${port}/files/${name}`;
      return { id: `F0${files.size}NOTE`, name, size: bytes.byteLength, url_private_download: address };
    },
    invite: (channel) => void invited.add(channel),
    grant: (granted) => {
      scopes = granted;
    },
    mostConnections: () => mostConnections,
    callsTo: (method) => calls.filter((call) => call.method === method),
    newResponseUrl: (uses = MOST_RESPONSES) => {
      const id = `R${responsesLeft.size + 1}`;
      responsesLeft.set(id, uses);
      return `http://127.0.0.1:${port}/response/${id}`;
    },
    close: async () => {
      link.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
