export { contextAfter } from './context-after.ts';
export { knownIn } from './known.ts';
export { readAssumptionValue } from './ordered-rules/assumption-value.ts';
export { nonEmpty } from './ordered-rules/non-empty.ts';
export { readOverheard } from './overheard.ts';
export { readCommand } from './read-command.ts';
export { readTurn } from './read-turn.ts';
