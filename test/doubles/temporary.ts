import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder, until what asks for it has ended. @param onEnd `onTestFinished`, `afterAll` */
export const temporaryFolder = (onEnd: (remove: () => void) => void): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A port that nothing listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
};
