export { TOOL_PATH, TOOL_SCOPE } from './tool-path.ts';
export { toolRoute } from './tool-route.ts';

/** The server of the tools alone. Loaded where it is wanted: with its package and schemas it takes a tenth of a start. */
export const loadToolServer = async () => (await import('./tool-server.ts')).createToolServer;
