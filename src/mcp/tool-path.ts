/** The path of the tools on the bot's port. */
export const TOOL_PATH = '/mcp';
