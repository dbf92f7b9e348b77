import type { Command } from './command.ts';
import { ratecut } from './ratecut.ts';

export type { Command } from './command.ts';

/** Every slash command; manifest.json lists the same ones. */
export const COMMANDS: readonly Command[] = [ratecut];
