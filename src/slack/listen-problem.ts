/** An error of a server that could not listen, as Node gives it. */
interface ListenError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
  readonly hostname?: unknown;
}

const CAUSES: ReadonlyMap<unknown, (error: ListenError) => string> = new Map([
  ['EADDRINUSE', ({ port }) => `PORT ${port} is taken. Set PORT to another one, or end what listens there.`],
  ['EACCES', ({ port }) => `PORT ${port} needs rights that this process lacks. Set PORT to one above 1023.`],
  ['EADDRNOTAVAIL', ({ address }) => `HOST ${address} is no address of this machine. Set HOST to one that is.`],
]);

const UNKNOWN_NAME = (hostname: unknown): string =>
  `HOST ${hostname} is no name that is known here. Set HOST to an address of this machine.`;

/** Where a server was to listen and why it could not, in a sentence; undefined for any other error. */
export const listenProblem = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const given = error as ListenError;
  const { code, syscall, address, port, hostname } = given;
  if (syscall === 'getaddrinfo' && hostname !== undefined) return `Cannot listen. ${UNKNOWN_NAME(hostname)}`;
  if (syscall !== 'listen') return undefined;
  const at = port === undefined ? String(address) : `${address}:${port}`;
  return `Cannot listen on ${at}. ${CAUSES.get(code)?.(given) ?? `The system says ${code}.`}`;
};
