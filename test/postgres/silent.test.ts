import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { newDatabase, startInstance } from './instances.ts';
import { mention } from './scenarios.ts';

/** A way to a database on which, from a moment on, nothing comes through, while every connection stays open. */
const silencedWay = async (url: string) => {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let isSilent = false;
  const pipe = (from: Socket, to: Socket): void => {
    open.add(from);
    from.on('data', (bytes) => void (isSilent || to.write(bytes)));
    from.on('error', () => to.destroy());
    from.on('close', () => void (isSilent || to.end()));
  };
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    pipe(client, database);
    pipe(database, client);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    silence: (): void => {
      isSilent = true;
    },
  };
};

test('a process whose database says nothing any more ends within ten seconds all the same', {
  timeout: 120_000,
}, async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const way = await silencedWay(await newDatabase(inject('databaseUrl'), 'silent'));
  const instance = await startInstance(slack, way.url);
  onTestFinished(() => instance.end());
  way.silence();
  void instance.sender.sendEvent(mention('50bps')).catch(() => undefined);
  const stoppedMs = performance.now();
  await instance.end('SIGTERM');
  expect(performance.now() - stoppedMs).toBeLessThan(10_000);
});
