import type { IncomingMessage, ServerResponse } from 'node:http';
import { isInstalledIn } from './request-origin.ts';
import type { Workspaces } from './workspaces.ts';

/** Whether a workspace is one that the bot is installed in; waits until Slack has said who the bot is. */
export type IsInstalledIn = (team: string, enterprise: string | undefined) => Promise<boolean>;

/** A path of the bot's port that is served beside Slack's events, and checks by itself who asks. */
export interface OwnRoute {
  /** `/mcp`. */
  readonly path: string;
  /** What a workspace has to allow for it. */
  readonly scope: string;
  /** Makes what answers its requests and never rejects. */
  readonly open: (isOurs: IsInstalledIn) => (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Answers a request, if it is one of its own. @returns false of any other, which is left as it is */
export type TakesRequest = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Opens a route. */
export const takenBy = ({ path, open }: OwnRoute, workspaces: Workspaces): TakesRequest => {
  const answer = open(async (team, enterprise) => {
    const workspace = await workspaces.find([{ team, enterprise }]);
    return workspace !== undefined && isInstalledIn(team, enterprise, workspace.installation);
  });
  return (request, response) => {
    if ((request.url ?? '').split('?')[0] !== path) return false;
    void answer(request, response);
    return true;
  };
};
