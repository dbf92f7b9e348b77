export { contextAfter } from './context-after.ts';
export { knownIn } from './known.ts';
export { readOverheard } from './overheard.ts';
export { readCommand } from './read-command.ts';
export { readTurn } from './read-turn.ts';
