/** An error of a server that could not listen, as Node gives it. */
interface ListenError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
  readonly hostname?: unknown;
}

const CAUSES: ReadonlyMap<unknown, (error: ListenError, of: string) => string> = new Map([
  [
    'EADDRINUSE',
    ({ port }, of) => `${of}PORT ${port} is taken. Set ${of}PORT to another one, or end what listens there.`,
  ],
  [
    'EACCES',
    ({ port }, of) => `${of}PORT ${port} needs rights that this process lacks. Set ${of}PORT to one above 1023.`,
  ],
  [
    'EADDRNOTAVAIL',
    ({ address }, of) => `${of}HOST ${address} is no address of this machine. Set ${of}HOST to one that is.`,
  ],
]);

const UNKNOWN_NAME = (hostname: unknown, of: string): string =>
  `${of}HOST ${hostname} is no name that is known here. Set ${of}HOST to an address of this machine.`;

/**
 * Where a server was to listen and why it could not, in a sentence; undefined for any other error.
 *
 * @param of `METRICS_` where it is not the one that HOST and PORT are of
 */
export const listenProblem = (error: unknown, of: '' | 'METRICS_' = ''): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const given = error as ListenError;
  const { code, syscall, address, port, hostname } = given;
  if (syscall === 'getaddrinfo' && hostname !== undefined) return `Cannot listen. ${UNKNOWN_NAME(hostname, of)}`;
  if (syscall !== 'listen') return undefined;
  const at = port === undefined ? String(address) : `${address}:${port}`;
  return `Cannot listen on ${at}. ${CAUSES.get(code)?.(given, of) ?? `The system says ${code}.`}`;
};
