import module from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Loaded before every program here: says what Node it needs, and keeps what Node compiles, which halves the time of the next start.
 * Plain JavaScript, since a Node that is too old reads no TypeScript and would end in a stack, and a newer one reads it slowly.
 */

const OLDEST = [22, 20];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Rotation Desk needs Node ${OLDEST.join('.')} or later; this is ${process.versions.node}. ` +
      'npm ci brings Node 24 along, unless it is told --omit=optional or --ignore-scripts; a newer Node on this machine will do too.\n',
  );
  process.exit(1);
}

// without it where the folder cannot be written
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
