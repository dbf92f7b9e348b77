import { brief } from './brief.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { fed } from './fed.ts';
import { ratecut } from './ratecut.ts';
import { rotation } from './rotation.ts';
import { views } from './views.ts';

/** Every slash command; manifest.json lists the same ones. */
export const COMMANDS: readonly Command[] = [ratecut, views, check, rotation, fed, brief];
