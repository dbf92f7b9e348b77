import type { IncomingMessage } from 'node:http';

/** Names of this machine to itself, as a browser writes them. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const hostIn = (address: string): { readonly name: string; readonly all: string } | undefined => {
  const url = URL.parse(address);
  return url === null ? undefined : { name: url.hostname, all: url.host };
};

/**
 * Why a request is not to be served: it came by a name that is not this machine's, as it does where a page elsewhere has
 * its own name lead here, or it was sent by a page of another place.
 */
export const whyRefused = ({ headers }: IncomingMessage): string | undefined => {
  const host = hostIn(`http://${headers.host}`);
  if (host === undefined || !LOOPBACK.has(host.name)) return 'The playground answers to 127.0.0.1 and localhost only.';
  const { origin } = headers;
  if (origin !== undefined && hostIn(origin)?.all !== host.all) return 'The playground answers its own page only.';
  return undefined;
};

/** What the page may load: what comes from here. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
