export { signatureOf } from './signature.ts';
export { createToolDoor, TOOL_PATH, type ToolDoor, type ToolDoorParts } from './tool-door.ts';
export { TOOL_LIST } from './tool-list.ts';
export { type ToolRouteParts, toolRoute } from './tool-route.ts';
export { createToolServer, type ToolServerParts } from './tool-server.ts';
