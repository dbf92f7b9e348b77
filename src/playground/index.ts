import { ConfigError, type PlaygroundSettings } from '../config.ts';
import { openPlayground, type Playground, type PlaygroundParts } from './playground.ts';
import { LOOPBACK, listen } from './server/server.ts';

interface RunningPlayground {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Stops the bot and the server, and deletes everything. */
  readonly stop: () => Promise<void>;
}

const refuseOtherThanLoopback = (host: string): void => {
  if (host === LOOPBACK || host === 'localhost') return;
  throw new ConfigError(
    `HOST ${host} is not for the playground: it listens on ${LOOPBACK} only, since whoever reaches it may do ` +
      'everything in it. Remove HOST, or set the tokens that .env.example names to run the bot in Slack.',
  );
};

/**
 * Starts a workspace like Slack's on this machine, with the bot in it, and resolves once it answers.
 *
 * @param settings its `port` may be 0, which lets the system choose one
 * @throws {ConfigError} where it is to listen on any address but loopback
 */
export const startPlayground = async (
  { host, port, live }: PlaygroundSettings,
  parts: Omit<PlaygroundParts, 'live'>,
): Promise<RunningPlayground> => {
  refuseOtherThanLoopback(host);
  let playground: Playground | undefined;
  const { address, close } = await listen(port, () => playground, parts.log);
  try {
    playground = await openPlayground({ ...parts, live }, address);
    await playground.start();
  } catch (error) {
    await close();
    throw error;
  }
  const { stop } = playground;
  return {
    address,
    stop: async () => {
      await stop();
      await close();
    },
  };
};
