/** The path of the tools on the bot's port. */
export const TOOL_PATH = '/mcp';

/** Lets Slackbot call the tools; Slack signs each call and says who asks. It needs an address, so that it is left out with Socket Mode. */
export const TOOL_SCOPE = 'mcp:connect';
