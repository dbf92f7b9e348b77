import http from 'node:http';

/**
 * Loaded before the programs that read `.env`: takes its variables into the environment where they are not set there.
 * Node's own `--env-file-if-exists` prints a line wherever there is no such file.
 */

const FILE = '.env';

/** Node reads these before any file. */
const TOO_LATE = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];

const stop = (words: string): never => {
  process.stderr.write(`${words}\n`);
  process.exit(1);
};

const before = new Set(Object.keys(process.env));
const isFromFile = (name: string): boolean => !before.has(name) && Boolean(process.env[name]);

try {
  process.loadEnvFile(FILE);
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') stop(`${FILE} is there and cannot be read: it may be a folder, or another user's.`);
}

const late = TOO_LATE.filter(isFromFile);
if (late.length > 0) {
  stop(
    `${late.join(' and ')} cannot stand in ${FILE}, which Node reads too late for it. Set it where npm start is called.`,
  );
}
// Node itself has looked for this before the file was read
if (isFromFile('NODE_USE_ENV_PROXY')) http.setGlobalProxyFromEnv();
