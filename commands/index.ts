import { briefCommand } from './brief.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { companyCommand } from './company.ts';
import { fedCommand } from './fed.ts';
import { noteCommand } from './note.ts';
import { ratecutCommand } from './ratecut.ts';
import { rotationCommand } from './rotation.ts';
import { viewsCommand } from './views.ts';

/** Every slash command; manifest.json lists the same ones. */
export const COMMANDS: readonly Command[] = [
  ratecutCommand,
  viewsCommand,
  checkCommand,
  rotationCommand,
  fedCommand,
  briefCommand,
  companyCommand,
  noteCommand,
];
