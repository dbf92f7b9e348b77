import { once } from 'node:events';
import { startPostgres } from './server.ts';

/** `npm run -s postgres`: a PostgreSQL for trying things out, until it is stopped; everything in it goes with it. */

const PORT = 54_329;

const server = await startPostgres(PORT);
process.stdout.write(`${server.urlOf('postgres')}\n`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await server.remove();
process.exit(0);
