import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './killable.ts';

/**
 * Runs the faults, each a file `*.fault.ts` beside this one, and prints its figures; all of them, or those whose files are named:
 * `npm run faults -- kills`. Takes minutes, and reaches nothing but this machine.
 */

const ENDING = '.fault.ts';

const chosen = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .flatMap((file) => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : []))
  .filter((name) => chosen.length === 0 || chosen.includes(name));

const runFault = async (name: string): Promise<boolean> => {
  const { fault } = (await import(join(import.meta.dirname, `${name}${ENDING}`))) as { readonly fault: Fault };
  const start = performance.now();
  process.stdout.write(`${fault.name}\n`);
  try {
    const figures = await fault.run((words) => void process.stderr.write(`  … ${words}\n`));
    for (const [what, figure] of Object.entries(figures)) process.stdout.write(`  ${what}: ${figure}\n`);
    process.stdout.write(`  holds, in ${Math.round((performance.now() - start) / 1_000)} s\n`);
    return true;
  } catch (error) {
    process.stdout.write(`  FAILS: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
};

let holdsAll = names.length > 0;
for (const name of names) holdsAll = (await runFault(name)) && holdsAll;
process.exit(holdsAll ? 0 : 1);
