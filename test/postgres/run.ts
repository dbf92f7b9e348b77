import { once } from 'node:events';

/** `npm run -s postgres`: a PostgreSQL for trying things out, until it is stopped; everything in it goes with it. */

const PORT = 54_329;

const isLeftOut = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

/** An installation without packages for development brings no PostgreSQL along. */
const loadServer = async () => {
  try {
    return await import('./server.ts');
  } catch (error) {
    if (!isLeftOut(error)) throw error;
    process.stderr.write(
      'This installation leaves PostgreSQL out, which is a package for development: npm ci without --omit=dev brings it along. ' +
        'In production, let DATABASE_URL name a PostgreSQL of your own.\n',
    );
    process.exit(1);
  }
};

const { startPostgres } = await loadServer();
const server = await startPostgres(PORT);
process.stdout.write(`${server.urlOf('postgres')}\n`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await server.remove();
process.exit(0);
